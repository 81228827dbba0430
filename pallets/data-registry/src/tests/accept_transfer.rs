use super::*;
use crate::{DatasetsOf, Error, Event, Registrants};
use frame_support::assert_noop;
use ownome_primitives::InspectDataset;
use sp_runtime::TokenError;

fn offer(from: u64, to: u64) {
	assert_ok!(DataRegistry::offer_transfer(RuntimeOrigin::signed(from), 0, to));
}

fn accept(who: u64) -> DispatchResult {
	DataRegistry::accept_transfer(RuntimeOrigin::signed(who), 0)
}

#[test]
fn moves_title_indexes_and_deposits() {
	new_test(|| {
		registered_and_guarded();
		let guardian = all_deposits(OWNER) - dataset_deposit(OWNER);
		assert_ok!(set_locations(GUARDIAN, &["drs://a/b"]));
		assert_ok!(set_tags(OWNER, [1, 2]));
		assert_ok!(attest_as(LAB));
		end_term();
		offer(OWNER, BUYER);
		take_events();
		assert_ok!(accept(BUYER));

		assert_eq!(dataset(0), Dataset { owner: BUYER, ..first_version(OWNER, SEAL) });
		assert_eq!(DataRegistry::registrant(0), Some(OWNER));
		assert!(DataRegistry::datasets_of(&OWNER, None, 10).is_empty());
		assert_eq!(DataRegistry::datasets_of(&BUYER, None, 10), [0]);
		assert_eq!(DataRegistry::datasets_by_tag(&SearchToken([1; 32]), None, 10), [0]);
		assert_eq!(DataRegistry::locations(0), locations(&["drs://a/b"]));
		assert_eq!(DataRegistry::attestations(0).len(), 1);
		assert_eq!(DataRegistry::transfer_offer(0), None);
		assert_eq!((all_deposits(OWNER), all_deposits(GUARDIAN)), (guardian, 0));
		assert!(dataset_deposit(BUYER) > 0);
		assert_eq!((System::sufficients(&OWNER), System::sufficients(&BUYER)), (0, 1));
		assert_eq!(take_events(), [Event::Transferred { dataset_id: 0, from: OWNER, to: BUYER }]);
	});
}

#[test]
fn whoever_paid_for_the_former_owner_is_paid_back() {
	new_test(|| {
		registered_by_hospital(OWNER, [7]);
		offer(OWNER, BUYER);
		assert_ok!(accept(BUYER));
		assert_eq!((all_deposits(HOSPITAL), all_deposits(OWNER)), (0, 0));
		assert_eq!(Datasets::<Test>::get(0).unwrap().payer, None);
	});
}

#[test]
fn the_new_owner_decides_and_the_old_one_does_not() {
	new_test(|| {
		transferred();
		assert!(DataRegistry::may_decide(0, &BUYER));
		assert!(!DataRegistry::may_decide(0, &OWNER));
		assert_noop!(erase_as(OWNER, 0), Error::<Test>::NotOwner);
		assert_ok!(erase_as(BUYER, 0));
	});
}

#[test]
fn the_commitment_stays_bound_to_the_first_owner_however_often_it_changes_hands() {
	new_test(|| {
		transferred();
		let once = dataset_deposit(BUYER);
		offer(BUYER, THIEF);
		assert_ok!(accept(THIEF));
		assert_eq!(DataRegistry::registrant(0), Some(OWNER));
		assert_eq!(dataset_deposit(THIEF), once);
		// Back with the first owner, there is nobody else to remember.
		offer(THIEF, OWNER);
		assert_ok!(accept(OWNER));
		assert!(!Registrants::<Test>::contains_key(0));
		assert!(dataset_deposit(OWNER) < once);
		assert_eq!(DataRegistry::registrant(0), Some(OWNER));
	});
}

#[test]
fn a_former_owner_without_any_coin_does_not_stand_in_the_way() {
	new_test(|| {
		registered_by_hospital(OWNER, [7]);
		offer(OWNER, BUYER);
		impoverish(OWNER);
		assert_ok!(accept(BUYER));
		assert_eq!(DatasetsOf::<Test>::iter_key_prefix(OWNER).count(), 0);
	});
}

#[test]
fn refuses_anybody_but_the_recipient() {
	new_test(|| {
		registered_and_guarded();
		end_term();
		offer(OWNER, BUYER);
		for who in [OWNER, THIEF, GUARDIAN, LAB] {
			assert_noop!(accept(who), Error::<Test>::NotRecipient);
		}
	});
}

#[test]
fn a_replaced_offer_is_void() {
	new_test(|| {
		registered();
		offer(OWNER, THIEF);
		offer(OWNER, BUYER);
		assert_noop!(accept(THIEF), Error::<Test>::NotRecipient);
	});
}

#[test]
fn refuses_without_an_offer() {
	new_test(|| {
		assert_noop!(accept(BUYER), Error::<Test>::UnknownDataset);
		registered();
		assert_noop!(accept(BUYER), Error::<Test>::NoTransferOffer);
		offer(OWNER, BUYER);
		assert_ok!(accept(BUYER));
		assert_noop!(accept(BUYER), Error::<Test>::NoTransferOffer);
	});
}

#[test]
fn an_offer_lapses_when_the_dataset_is_erased() {
	new_test(|| {
		registered();
		offer(OWNER, BUYER);
		assert_ok!(erase_as(OWNER, 0));
		assert_eq!(all_deposits(OWNER), 0);
		assert_noop!(accept(BUYER), Error::<Test>::Erased);
	});
}

#[test]
fn refuses_a_recipient_that_cannot_pay() {
	new_test(|| {
		registered();
		offer(OWNER, POOR);
		assert_noop!(accept(POOR), TokenError::FundsUnavailable);
	});
}
