use super::*;
use crate::{Error, Event};
use frame_support::assert_noop;

fn new_version(who: u64, predecessor: u64, byte: u8) -> DispatchResult {
	DataRegistry::new_version(RuntimeOrigin::signed(who), predecessor, registration(seal(byte)))
}

#[test]
fn keeps_the_line_of_descent() {
	new_test(|| {
		registered();
		assert_ok!(new_version(OWNER, 0, 1));

		assert_eq!(dataset(0).successor, Some(1));
		assert_eq!(
			dataset(1),
			Dataset { version: 2, predecessor: Some(0), ..first_version(OWNER, seal(1)) }
		);
		assert_eq!(
			take_events(),
			[
				Event::Registered {
					dataset_id: 1,
					owner: OWNER,
					payer: OWNER,
					custodian: CUSTODIAN,
					commitment: Commitment::new(&OWNER, &seal(1)),
				},
				Event::VersionAdded { dataset_id: 1, predecessor: 0, version: 2 },
			]
		);
	});
}

#[test]
fn the_room_for_the_successor_was_paid_for() {
	new_test(|| {
		registered();
		let one = dataset_deposit(OWNER);
		assert_ok!(new_version(OWNER, 0, 1));
		// The second one has a predecessor, which takes the length of an id.
		assert_eq!(dataset_deposit(OWNER), 2 * one + 8);
	});
}

#[test]
fn a_guardian_makes_a_version_of_the_owner_and_pays() {
	new_test(|| {
		registered_and_guarded();
		assert_ok!(new_version(GUARDIAN, 0, 1));
		let record = Datasets::<Test>::get(1).unwrap();
		assert_eq!((record.value.owner, record.payer), (OWNER, Some(GUARDIAN)));
		assert_eq!(record.value.commitment, Commitment::new(&OWNER, &seal(1)));
		assert!(dataset_deposit(GUARDIAN) > 0);
		end_term();
		assert_noop!(new_version(GUARDIAN, 1, 2), Error::<Test>::NotOwner);
	});
}

#[test]
fn refuses_a_second_successor() {
	new_test(|| {
		registered();
		assert_ok!(new_version(OWNER, 0, 1));
		assert_noop!(new_version(OWNER, 0, 2), Error::<Test>::NotNewest);
	});
}

#[test]
fn a_version_that_was_erased_makes_room_for_another_in_its_place() {
	new_test(|| {
		registered();
		assert_ok!(new_version(OWNER, 0, 1));
		assert_ok!(erase_as(OWNER, 1));
		assert_noop!(new_version(OWNER, 1, 2), Error::<Test>::Erased);
		assert_ok!(new_version(OWNER, 0, 2));
		assert_eq!((dataset(2).version, dataset(2).predecessor), (2, Some(0)));
	});
}

#[test]
fn a_version_in_the_middle_that_was_erased_keeps_its_place() {
	new_test(|| {
		registered();
		assert_ok!(new_version(OWNER, 0, 1));
		assert_ok!(new_version(OWNER, 1, 2));
		assert_ok!(erase_as(OWNER, 1));
		assert_noop!(new_version(OWNER, 0, 3), Error::<Test>::NotNewest);
		assert_ok!(new_version(OWNER, 2, 3));
		assert_eq!(DataRegistry::lineage(3, 10), [2, 1, 0]);
	});
}

#[test]
fn refuses_whoever_is_not_the_owner() {
	new_test(|| {
		registered();
		for who in [THIEF, CUSTODIAN, LAB, GUARDIAN] {
			assert_noop!(new_version(who, 0, 1), Error::<Test>::NotOwner);
		}
	});
}

#[test]
fn refuses_an_unknown_or_erased_predecessor() {
	new_test(|| {
		assert_noop!(new_version(OWNER, 0, 1), Error::<Test>::UnknownDataset);
		erased();
		assert_noop!(new_version(OWNER, 0, 1), Error::<Test>::Erased);
	});
}

#[test]
fn refuses_what_registering_refuses() {
	new_test(|| {
		registered();
		let new_version =
			|registration| DataRegistry::new_version(RuntimeOrigin::signed(OWNER), 0, registration);
		assert_noop!(new_version(registration(SEAL)), Error::<Test>::AlreadyRegistered);
		assert_noop!(
			new_version(Registration { custodian: LAB, ..registration(seal(1)) }),
			Error::<Test>::NotCustodian
		);
		assert_noop!(
			new_version(Registration { attester: Some(OWNER), ..registration(seal(1)) }),
			Error::<Test>::NotAttester
		);
	});
}
