use super::*;
use crate::{Error, Event};
use frame_support::assert_noop;
use ownome_primitives::InspectDataset;

fn seal_as(who: u64) -> DispatchResult {
	DataRegistry::seal(RuntimeOrigin::signed(who), 0)
}

#[test]
fn closes_the_dataset_for_ever() {
	new_test(|| {
		registered();
		assert!(!DataRegistry::is_sealed(0));
		assert_ok!(seal_as(OWNER));
		assert!(DataRegistry::is_sealed(0));
		assert_eq!(take_events(), [Event::Sealed { dataset_id: 0 }]);
		assert_noop!(seal_as(OWNER), Error::<Test>::AlreadySealed);
	});
}

#[test]
fn a_new_owner_does_not_open_it_again() {
	new_test(|| {
		registered();
		assert_ok!(seal_as(OWNER));
		assert_ok!(DataRegistry::offer_transfer(RuntimeOrigin::signed(OWNER), 0, BUYER));
		assert_ok!(DataRegistry::accept_transfer(RuntimeOrigin::signed(BUYER), 0));
		assert!(DataRegistry::is_sealed(0));
	});
}

#[test]
fn a_guardian_may_until_the_term_is_over() {
	new_test(|| {
		registered_and_guarded();
		end_term();
		assert_noop!(seal_as(GUARDIAN), Error::<Test>::NotOwner);
		set_now(NOW);
		assert_ok!(seal_as(GUARDIAN));
	});
}

#[test]
fn refuses_whoever_is_not_the_owner() {
	new_test(|| {
		registered();
		for who in [THIEF, CUSTODIAN, LAB, GUARDIAN] {
			assert_noop!(seal_as(who), Error::<Test>::NotOwner);
		}
	});
}

#[test]
fn refuses_an_unknown_or_erased_dataset() {
	new_test(|| {
		assert_noop!(seal_as(OWNER), Error::<Test>::UnknownDataset);
		erased();
		assert_noop!(seal_as(OWNER), Error::<Test>::Erased);
	});
}
