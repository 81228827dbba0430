use super::*;
use crate::{Error, Event};
use frame_support::assert_noop;
use sp_runtime::TokenError;

const PLACE: &str = "drs://custodian.example/7f3a";

#[test]
fn records_them_and_holds_a_deposit_for_their_size() {
	new_test(|| {
		registered();
		let record = dataset_deposit(OWNER);
		assert_ok!(set_locations(OWNER, &[PLACE]));
		assert_eq!(DataRegistry::locations(0), locations(&[PLACE]));
		let one = dataset_deposit(OWNER) - record;
		assert_ok!(set_locations(OWNER, &[PLACE, PLACE]));
		let two = dataset_deposit(OWNER) - record;
		assert_eq!(two - one, PLACE.len() as Balance + 1);
		assert_eq!(
			take_events(),
			[
				Event::LocationsSet { dataset_id: 0, count: 1 },
				Event::LocationsSet { dataset_id: 0, count: 2 }
			]
		);
	});
}

#[test]
fn none_removes_the_entry_and_returns_the_deposit() {
	new_test(|| {
		registered();
		let record = dataset_deposit(OWNER);
		assert_ok!(set_locations(OWNER, &[PLACE]));
		assert_ok!(set_locations(OWNER, &[]));
		assert!(!DatasetLocations::<Test>::contains_key(0));
		assert_eq!(dataset_deposit(OWNER), record);
		assert_eq!(take_events()[1], Event::LocationsSet { dataset_id: 0, count: 0 });
		assert_ok!(set_locations(OWNER, &[]));
	});
}

#[test]
fn a_guardian_pays_for_what_it_sets_and_the_owner_gets_the_own_deposit_back() {
	new_test(|| {
		registered_and_guarded();
		let record = dataset_deposit(OWNER);
		assert_ok!(set_locations(OWNER, &[PLACE]));
		assert_ok!(set_locations(GUARDIAN, &[PLACE]));
		assert_eq!(dataset_deposit(OWNER), record);
		assert!(dataset_deposit(GUARDIAN) > 0);
		end_term();
		assert_noop!(set_locations(GUARDIAN, &[]), Error::<Test>::NotOwner);
		assert_ok!(set_locations(OWNER, &[]));
		assert_eq!(dataset_deposit(GUARDIAN), 0);
	});
}

#[test]
fn refuses_what_cannot_be_a_location() {
	new_test(|| {
		registered();
		for bad in ["", "two words", "line\nbreak", "caf\u{e9}"] {
			assert_noop!(set_locations(OWNER, &[PLACE, bad]), Error::<Test>::InvalidLocation);
		}
	});
}

#[test]
fn refuses_whoever_is_not_the_owner() {
	new_test(|| {
		registered();
		for who in [THIEF, CUSTODIAN, LAB, GUARDIAN] {
			assert_noop!(set_locations(who, &[PLACE]), Error::<Test>::NotOwner);
		}
	});
}

#[test]
fn refuses_an_unknown_or_erased_dataset() {
	new_test(|| {
		assert_noop!(set_locations(OWNER, &[PLACE]), Error::<Test>::UnknownDataset);
		erased();
		assert_noop!(set_locations(OWNER, &[PLACE]), Error::<Test>::Erased);
	});
}

#[test]
fn refuses_an_owner_that_cannot_pay() {
	new_test(|| {
		registered();
		impoverish(OWNER);
		assert_noop!(set_locations(OWNER, &[PLACE]), TokenError::FundsUnavailable);
	});
}
