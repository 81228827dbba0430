use super::{register_as, SEAL};
use crate::{mock::*, DatasetByCommitment, Datasets, DatasetsOf, Error, Event, NextDatasetId};
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};
use ownome_primitives::{Commitment, DataFormat, Dataset, DatasetParties, InspectDataset, Seal};
use sp_runtime::{DispatchError, TokenError};

#[test]
fn records_the_title_and_holds_the_deposit() {
	new_test(|| {
		assert_ok!(register_as(OWNER, SEAL));

		let commitment = Commitment::new(&OWNER, &SEAL);
		assert_eq!(
			Datasets::<Test>::get(0),
			Some(Dataset {
				owner: OWNER,
				custodian: CUSTODIAN,
				attester: Some(LAB),
				commitment,
				format: DataFormat::Vcf,
				registered_at: NOW,
			})
		);
		assert_eq!(DatasetByCommitment::<Test>::get(commitment), Some(0));
		assert!(DatasetsOf::<Test>::contains_key(OWNER, 0));
		assert!(Balances::balance_on_hold(&DatasetReason::get(), &OWNER) > 0);
		assert_eq!(
			take_events(),
			[Event::Registered { dataset_id: 0, owner: OWNER, custodian: CUSTODIAN, commitment }]
		);
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
fn a_thief_who_copies_the_seal_first_neither_gets_nor_blocks_the_title() {
	new_test(|| {
		assert_ok!(register_as(THIEF, SEAL));
		assert_ok!(register_as(OWNER, SEAL));

		let commitment = |id| Datasets::<Test>::get(id).unwrap().commitment;
		assert_ne!(commitment(0), Commitment::new(&OWNER, &SEAL));
		assert_eq!(commitment(1), Commitment::new(&OWNER, &SEAL));
	});
}

#[test]
fn refuses_a_custodian_or_attester_without_the_role() {
	new_test(|| {
		let register = |custodian, attester| {
			DataRegistry::register(
				RuntimeOrigin::signed(OWNER),
				SEAL,
				DataFormat::Vcf,
				custodian,
				attester,
			)
		};
		assert_noop!(register(LAB, None), Error::<Test>::NotCustodian);
		assert_noop!(register(CUSTODIAN, Some(CUSTODIAN)), Error::<Test>::NotAttester);
	});
}

#[test]
fn refuses_an_owner_that_cannot_pay_the_deposit() {
	new_test(|| {
		assert_noop!(register_as(POOR, Seal([1; 32])), TokenError::FundsUnavailable);
	});
}

#[test]
fn refuses_an_unsigned_origin() {
	new_test(|| {
		assert_noop!(
			DataRegistry::register(RuntimeOrigin::root(), SEAL, DataFormat::Vcf, CUSTODIAN, None),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn refuses_when_the_ids_are_used_up() {
	new_test(|| {
		NextDatasetId::<Test>::put(u64::MAX);
		assert_noop!(register_as(OWNER, SEAL), Error::<Test>::IdsExhausted);
	});
}
