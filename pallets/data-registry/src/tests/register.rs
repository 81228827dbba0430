use super::*;
use crate::{DatasetByCommitment, DatasetsOf, Error, Event, NextDatasetId};
use frame_support::assert_noop;
use ownome_primitives::{DatasetParties, InspectDataset};
use sp_runtime::{DispatchError, TokenError};

#[test]
fn records_the_title_and_holds_the_deposit() {
	new_test(|| {
		assert_ok!(register_as(OWNER, SEAL));

		let commitment = Commitment::new(&OWNER, &SEAL);
		let record = Datasets::<Test>::get(0).unwrap();
		assert_eq!((record.value, record.payer), (first_version(OWNER, SEAL), None));
		assert_eq!(DatasetByCommitment::<Test>::get(commitment), Some(0));
		assert!(DatasetsOf::<Test>::contains_key(OWNER, 0u64.to_be_bytes()));
		assert!(dataset_deposit(OWNER) > 0);
		assert_eq!(
			take_events(),
			[Event::Registered {
				dataset_id: 0,
				owner: OWNER,
				payer: OWNER,
				custodian: CUSTODIAN,
				commitment
			}]
		);
	});
}

#[test]
fn the_deposit_is_for_what_is_stored() {
	new_test(|| {
		assert_ok!(register_as(OWNER, SEAL));
		let with_attester = dataset_deposit(OWNER);
		let registration = Registration { attester: None, ..registration(seal(8)) };
		assert_ok!(DataRegistry::register(RuntimeOrigin::signed(OWNER), registration));
		let account = 0u64.encoded_size() as Balance;
		assert_eq!(dataset_deposit(OWNER), 2 * with_attester - account);
	});
}

#[test]
fn the_named_attester_has_no_part_before_it_vouches() {
	new_test(|| {
		assert_ok!(register_as(OWNER, SEAL));
		assert_eq!(
			DataRegistry::parties(0),
			Some(DatasetParties { owner: OWNER, custodian: CUSTODIAN, attester: None })
		);
	});
}

#[test]
fn keeps_the_owners_account_alive() {
	new_test(|| {
		assert_ok!(register_as(OWNER, SEAL));
		assert_eq!(System::sufficients(&OWNER), 1);
	});
}

#[test]
fn refuses_the_same_commitment_twice() {
	new_test(|| {
		assert_ok!(register_as(OWNER, SEAL));
		assert_noop!(register_as(OWNER, SEAL), Error::<Test>::AlreadyRegistered);
	});
}

#[test]
fn refuses_a_commitment_whose_title_was_given_away() {
	new_test(|| {
		transferred();
		assert_noop!(register_as(OWNER, SEAL), Error::<Test>::AlreadyRegistered);
	});
}

#[test]
fn refuses_a_commitment_that_was_erased_whoever_erased_it() {
	new_test(|| {
		erased();
		assert_noop!(register_as(OWNER, SEAL), Error::<Test>::Erased);
	});
	new_test(|| {
		transferred();
		assert_ok!(erase_as(BUYER, 0));
		assert_noop!(register_as(OWNER, SEAL), Error::<Test>::Erased);
	});
}

#[test]
fn an_erased_seal_in_other_hands_is_another_commitment() {
	new_test(|| {
		erased();
		assert_ok!(register_as(THIEF, SEAL));
		assert_ne!(dataset(1).commitment, Commitment::new(&OWNER, &SEAL));
	});
}

#[test]
fn a_thief_who_copies_the_seal_first_gets_another_commitment_and_blocks_nobody() {
	new_test(|| {
		assert_ok!(register_as(THIEF, SEAL));
		assert_ok!(register_as(OWNER, SEAL));
		assert_ne!(dataset(0).commitment, Commitment::new(&OWNER, &SEAL));
		assert_eq!(dataset(1).commitment, Commitment::new(&OWNER, &SEAL));
	});
}

#[test]
fn refuses_a_custodian_or_attester_without_the_role() {
	new_test(|| {
		let register = |custodian, attester| {
			let registration = Registration { custodian, attester, ..registration(SEAL) };
			DataRegistry::register(RuntimeOrigin::signed(OWNER), registration)
		};
		assert_noop!(register(LAB, None), Error::<Test>::NotCustodian);
		assert_noop!(register(CUSTODIAN, Some(CUSTODIAN)), Error::<Test>::NotAttester);
	});
}

#[test]
fn refuses_an_owner_that_cannot_pay_the_deposit() {
	new_test(|| {
		assert_noop!(register_as(POOR, SEAL), TokenError::FundsUnavailable);
	});
}

#[test]
fn refuses_an_unsigned_origin() {
	new_test(|| {
		assert_noop!(
			DataRegistry::register(RuntimeOrigin::root(), registration(SEAL)),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn refuses_when_the_ids_are_used_up() {
	new_test(|| {
		NextDatasetId::<Test>::put(u64::MAX);
		assert_noop!(register_as(OWNER, SEAL), Error::<Test>::IdsExhausted);
		NextDatasetId::<Test>::put(0);
	});
}
