use super::{apply, deposit, member};
use crate::{mock::*, Error, Event, Members};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{InspectMember, Role, Standing};
use sp_runtime::DispatchError;

#[test]
fn ends_the_membership_and_returns_what_the_history_does_not_cost() {
	new_test(|| {
		member(ALICE);
		let held = deposit(ALICE);
		set_now(NOW + 10);
		assert_ok!(Consortium::expel(RuntimeOrigin::root(), ALICE));

		assert!(!Members::<Test>::contains_key(ALICE));
		assert_eq!(Consortium::profile(&ALICE), None);
		assert!(!Consortium::has_role(&ALICE, Role::Requester));
		assert_eq!(Consortium::standing_at(&ALICE, NOW + 9), Some(Standing::Good));
		assert_eq!(Consortium::standing_at(&ALICE, NOW + 10), Some(Standing::Expelled));
		assert!(0 < deposit(ALICE) && deposit(ALICE) < held);
		assert_eq!(take_events(), [Event::Expelled { who: ALICE }]);
	});
}

#[test]
fn a_suspended_member_may_be_expelled() {
	new_test(|| {
		member(ALICE);
		assert_ok!(Consortium::suspend(RuntimeOrigin::root(), ALICE));
		assert_ok!(Consortium::expel(RuntimeOrigin::root(), ALICE));
	});
}

#[test]
fn who_was_expelled_may_be_admitted_again_for_the_same_deposit() {
	new_test(|| {
		member(ALICE);
		let held = deposit(ALICE);
		assert_ok!(Consortium::expel(RuntimeOrigin::root(), ALICE));
		let left = deposit(ALICE);

		apply(ALICE);
		assert_eq!(deposit(ALICE), held);
		assert_ok!(Consortium::decline(RuntimeOrigin::root(), ALICE));
		assert_eq!(deposit(ALICE), left);
		set_now(NOW + 10);
		member(ALICE);
		assert_eq!(deposit(ALICE), held);
		assert_eq!(Consortium::standing_at(&ALICE, NOW + 9), Some(Standing::Expelled));
		assert!(Consortium::has_role(&ALICE, Role::Requester));
	});
}

#[test]
fn refuses_whoever_is_not_the_council() {
	new_test(|| {
		member(ALICE);
		assert_noop!(
			Consortium::expel(RuntimeOrigin::signed(ALICE), ALICE),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn refuses_whoever_is_not_a_member() {
	new_test(|| {
		assert_noop!(Consortium::expel(RuntimeOrigin::root(), BOB), Error::<Test>::NotMember);
	});
}
