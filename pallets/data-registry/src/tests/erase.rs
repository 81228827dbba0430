use super::*;
use crate::{
	Call, DatasetByCommitment, DatasetsByTag, DatasetsOf, Error, Event, Registrants, WeightInfo,
};
use frame_support::{
	assert_noop,
	dispatch::{CheckIfFeeless, GetDispatchInfo},
};
use ownome_primitives::{InspectDataset, Role, Tombstone};

/// Dataset 0 of `OWNER` with all that a dataset can have, paid for by the owner, the guardian and laboratories.
fn full() {
	registered_and_guarded();
	assert_ok!(set_locations(GUARDIAN, &["drs://custodian.example/7f3a", "store/7"]));
	assert_ok!(set_tags(OWNER, 0..16));
	assert_ok!(attest_as(LAB));
	for lab in LABS.take(7) {
		assert_ok!(attest_as(lab));
	}
	end_term();
	assert_ok!(DataRegistry::offer_transfer(RuntimeOrigin::signed(OWNER), 0, BUYER));
	take_events();
}

#[test]
fn leaves_nothing_but_a_tombstone_and_returns_all_deposits() {
	new_test(|| {
		full();
		let guardianship = all_deposits(OWNER) - dataset_deposit(OWNER);
		set_now(NOW + 3);
		assert_ok!(erase_as(OWNER, 0));

		let commitment = Commitment::new(&OWNER, &SEAL);
		assert_eq!(
			DataRegistry::tombstone(0),
			Some(Tombstone { commitment, version: 1, predecessor: None, erased_at: NOW + 3 })
		);
		assert_eq!(DatasetByCommitment::<Test>::get(commitment), Some(0));
		assert_eq!(Datasets::<Test>::iter().count(), 0);
		assert_eq!(DatasetsOf::<Test>::iter().count(), 0);
		assert_eq!(DatasetLocations::<Test>::iter().count(), 0);
		assert_eq!(DatasetTags::<Test>::iter().count(), 0);
		assert_eq!(DatasetsByTag::<Test>::iter().count(), 0);
		assert_eq!(Attestations::<Test>::iter().count(), 0);
		assert_eq!(TransferOffers::<Test>::iter().count(), 0);
		for who in LABS.chain([LAB, GUARDIAN]) {
			assert_eq!(all_deposits(who), 0);
		}
		assert_eq!(all_deposits(OWNER), guardianship);
		assert_eq!(System::sufficients(&OWNER), 0);
		let cancelled = Event::TransferCancelled { dataset_id: 0 };
		assert_eq!(take_events(), [cancelled, Event::Erased { dataset_id: 0 }]);
		assert_eq!(DataRegistry::parties(0), None);
		assert_eq!(DataRegistry::erased_at(0), Some(NOW + 3));
		assert!(!DataRegistry::may_decide(0, &OWNER));
	});
}

#[test]
fn forgets_the_first_owner_of_a_title_that_changed_hands() {
	new_test(|| {
		transferred();
		assert_ok!(erase_as(BUYER, 0));
		assert_eq!(Registrants::<Test>::iter().count(), 0);
		assert_eq!(DataRegistry::registrant(0), None);
	});
}

#[test]
fn returns_the_deposit_of_an_attester_that_lost_its_role() {
	new_test(|| {
		registered();
		assert_ok!(attest_as(LAB));
		expel(LAB, Role::Attester);
		assert_ok!(erase_as(OWNER, 0));
		assert_eq!(all_deposits(LAB), 0);
	});
}

#[test]
fn works_for_an_owner_without_any_coin_whose_account_ends_with_it() {
	new_test(|| {
		registered_by_hospital(POOR, [1, 2]);
		assert_ok!(erase_as(POOR, 0));
		assert!(System::account_exists(&POOR));
		assert_ok!(erase_as(POOR, 1));
		assert!(!System::account_exists(&POOR));
		assert_eq!(all_deposits(HOSPITAL), 0);
	});
}

#[test]
fn is_free_for_owner_and_guardian_as_long_as_the_dataset_stands() {
	new_test(|| {
		registered_and_guarded();
		let call = RuntimeCall::DataRegistry(Call::erase { dataset_id: 0 });
		let is_free = |who| call.is_feeless(&RuntimeOrigin::signed(who));
		assert!(is_free(OWNER) && is_free(GUARDIAN));
		assert!(!is_free(THIEF) && !is_free(CUSTODIAN) && !is_free(LAB));
		assert!(!call.is_feeless(&RuntimeOrigin::root()));
		assert!(!call.is_feeless(&RuntimeOrigin::none()));
		end_term();
		assert!(is_free(OWNER) && !is_free(GUARDIAN));
		assert_ok!(erase_as(OWNER, 0));
		assert!(!is_free(OWNER));
		let unknown = RuntimeCall::DataRegistry(Call::erase { dataset_id: 1 });
		assert!(!unknown.is_feeless(&RuntimeOrigin::signed(OWNER)));
	});
}

#[test]
fn a_guardian_may_until_the_term_is_over() {
	new_test(|| {
		registered_and_guarded();
		end_term();
		assert_noop!(erase_as(GUARDIAN, 0), Error::<Test>::NotOwner);
		set_now(NOW);
		assert_ok!(erase_as(GUARDIAN, 0));
		assert_eq!(dataset_deposit(OWNER), 0);
	});
}

#[test]
fn weighs_what_there_was() {
	new_test(|| {
		full();
		assert_ok!(register_as(OWNER, seal(1)));
		let call = Call::<Test>::erase { dataset_id: 0 };
		assert_eq!(call.get_dispatch_info().call_weight, <()>::erase(16, 8));
		let erase = |id| {
			let origin = RuntimeOrigin::signed(OWNER);
			DataRegistry::erase(origin, id).unwrap().actual_weight.unwrap()
		};
		assert_eq!(erase(0), <()>::erase(16, 8));
		assert_eq!(erase(1), <()>::erase(0, 0));
	});
}

#[test]
fn refuses_twice() {
	new_test(|| {
		erased();
		assert_noop!(erase_as(OWNER, 0), Error::<Test>::Erased);
	});
}

#[test]
fn refuses_whoever_is_not_the_owner() {
	new_test(|| {
		registered();
		for who in [THIEF, CUSTODIAN, LAB, GUARDIAN] {
			assert_noop!(erase_as(who, 0), Error::<Test>::NotOwner);
		}
	});
}

#[test]
fn refuses_an_unknown_dataset() {
	new_test(|| {
		assert_noop!(erase_as(OWNER, 0), Error::<Test>::UnknownDataset);
	});
}
