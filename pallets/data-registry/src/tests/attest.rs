use super::*;
use crate::{Error, Event};
use frame_support::assert_noop;
use ownome_primitives::{Attestation, InspectDataset, Role};

#[test]
fn records_the_statement_and_holds_the_deposit() {
	new_test(|| {
		registered();
		assert_ok!(attest_as(LAB));

		assert_eq!(
			DataRegistry::attestations(0),
			[Attestation { attester: LAB, statement: STATEMENT, at: NOW }]
		);
		assert!(Balances::balance_on_hold(&AttestationReason::get(), &LAB) > 0);
		assert_eq!(DataRegistry::parties(0).unwrap().attester, Some(LAB));
		assert_eq!(
			take_events(),
			[Event::Attested { dataset_id: 0, attester: LAB, statement: STATEMENT }]
		);
	});
}

#[test]
fn another_laboratory_may_vouch_but_does_not_take_the_named_ones_part() {
	new_test(|| {
		registered();
		assert_ok!(attest_as(OTHER_LAB));
		assert_eq!(DataRegistry::parties(0).unwrap().attester, None);
		assert_ok!(attest_as(LAB));
		assert_eq!(DataRegistry::parties(0).unwrap().attester, Some(LAB));
	});
}

#[test]
fn others_cannot_take_the_named_ones_place() {
	new_test(|| {
		registered();
		for lab in LABS.take(7) {
			assert_ok!(attest_as(lab));
		}
		assert_noop!(attest_as(OTHER_LAB), Error::<Test>::TooManyAttestations);
		assert_ok!(attest_as(LAB));
		assert_noop!(attest_as(OTHER_LAB), Error::<Test>::TooManyAttestations);
	});
}

#[test]
fn all_places_are_open_where_nobody_is_named() {
	new_test(|| {
		let registration = Registration { attester: None, ..registration(SEAL) };
		assert_ok!(DataRegistry::register(RuntimeOrigin::signed(OWNER), registration));
		for lab in LABS.take(8) {
			assert_ok!(attest_as(lab));
		}
		assert_noop!(attest_as(OTHER_LAB), Error::<Test>::TooManyAttestations);
	});
}

#[test]
fn refuses_whoever_is_not_accredited() {
	new_test(|| {
		registered();
		assert_noop!(attest_as(OWNER), Error::<Test>::NotAttester);
		expel(LAB, Role::Attester);
		assert_noop!(attest_as(LAB), Error::<Test>::NotAttester);
	});
}

#[test]
fn refuses_an_unknown_or_erased_dataset() {
	new_test(|| {
		assert_noop!(attest_as(LAB), Error::<Test>::UnknownDataset);
		erased();
		assert_noop!(attest_as(LAB), Error::<Test>::Erased);
	});
}

#[test]
fn refuses_a_second_attestation_by_the_same_member() {
	new_test(|| {
		registered();
		assert_ok!(attest_as(LAB));
		assert_noop!(attest_as(LAB), Error::<Test>::AlreadyAttested);
	});
}
