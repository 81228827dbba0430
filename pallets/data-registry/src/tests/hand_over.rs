use super::*;
use crate::{Error, Event};
use frame_support::assert_noop;

fn hand_over(who: u64) -> DispatchResult {
	DataRegistry::hand_over(RuntimeOrigin::signed(who), OWNER)
}

#[test]
fn a_guardian_may_resign_at_any_time() {
	new_test(|| {
		registered_and_guarded();
		assert_ok!(hand_over(GUARDIAN));
		assert_eq!(DataRegistry::guardian(&OWNER), None);
		assert_eq!(all_deposits(OWNER), dataset_deposit(OWNER));
		assert_eq!(System::sufficients(&GUARDIAN), 0);
		assert_eq!(take_events(), [Event::HandedOver { owner: OWNER, guardian: GUARDIAN }]);
		assert_noop!(erase_as(GUARDIAN, 0), Error::<Test>::NotOwner);
	});
}

#[test]
fn anybody_may_do_it_once_the_term_is_over_and_nobody_else_before() {
	new_test(|| {
		registered_and_guarded();
		for who in [OWNER, THIEF] {
			assert_noop!(hand_over(who), Error::<Test>::GuardianInOffice);
		}
		end_term();
		assert_ok!(hand_over(THIEF));
		assert_eq!(all_deposits(OWNER), dataset_deposit(OWNER));
		assert_eq!(all_deposits(THIEF), 0);
	});
}

#[test]
fn refuses_without_a_guardian() {
	new_test(|| {
		assert_noop!(hand_over(GUARDIAN), Error::<Test>::NoGuardian);
		guarded(NOW + 1);
		assert_ok!(hand_over(GUARDIAN));
		assert_noop!(hand_over(GUARDIAN), Error::<Test>::NoGuardian);
	});
}
