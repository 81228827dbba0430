use super::*;
use crate::{Error, Event};
use frame_support::assert_noop;

fn offered() {
	registered();
	assert_ok!(DataRegistry::offer_transfer(RuntimeOrigin::signed(OWNER), 0, BUYER));
	take_events();
}

fn cancel(who: u64) -> DispatchResult {
	DataRegistry::cancel_transfer(RuntimeOrigin::signed(who), 0)
}

#[test]
fn removes_the_offer_and_returns_the_deposit() {
	new_test(|| {
		registered();
		let record = dataset_deposit(OWNER);
		assert_ok!(DataRegistry::offer_transfer(RuntimeOrigin::signed(OWNER), 0, BUYER));
		take_events();
		assert_ok!(cancel(OWNER));
		assert_eq!(DataRegistry::transfer_offer(0), None);
		assert_eq!(dataset_deposit(OWNER), record);
		assert_eq!(take_events(), [Event::TransferCancelled { dataset_id: 0 }]);
		assert_noop!(
			DataRegistry::accept_transfer(RuntimeOrigin::signed(BUYER), 0),
			Error::<Test>::NoTransferOffer
		);
	});
}

#[test]
fn a_guardian_may_keep_a_title_from_being_given_away() {
	new_test(|| {
		offered();
		guarded(NOW + 1);
		assert_ok!(cancel(GUARDIAN));
	});
}

#[test]
fn refuses_whoever_is_not_the_owner() {
	new_test(|| {
		offered();
		for who in [BUYER, THIEF, CUSTODIAN, GUARDIAN] {
			assert_noop!(cancel(who), Error::<Test>::NotOwner);
		}
	});
}

#[test]
fn refuses_without_an_offer() {
	new_test(|| {
		assert_noop!(cancel(OWNER), Error::<Test>::UnknownDataset);
		registered();
		assert_noop!(cancel(OWNER), Error::<Test>::NoTransferOffer);
		assert_ok!(erase_as(OWNER, 0));
		assert_noop!(cancel(OWNER), Error::<Test>::Erased);
	});
}
