use super::registered;
use crate::{mock::*, Attestations, Error, Event};
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};
use ownome_primitives::InspectDataset;

#[test]
fn records_the_statement_and_holds_the_deposit() {
	new_test(|| {
		registered();
		assert_ok!(DataRegistry::attest(RuntimeOrigin::signed(LAB), 0, [3; 32]));

		let attestation = Attestations::<Test>::get(0, LAB).unwrap();
		assert_eq!((attestation.statement, attestation.at), ([3; 32], NOW));
		assert!(Balances::balance_on_hold(&AttestationReason::get(), &LAB) > 0);
		assert_eq!(DataRegistry::parties(0).unwrap().attester, Some(LAB));
		assert_eq!(
			take_events(),
			[Event::Attested { dataset_id: 0, attester: LAB, statement: [3; 32] }]
		);
	});
}

#[test]
fn another_laboratory_may_vouch_but_does_not_take_the_named_ones_part() {
	new_test(|| {
		registered();
		assert_ok!(DataRegistry::attest(RuntimeOrigin::signed(OTHER_LAB), 0, [4; 32]));
		assert_eq!(DataRegistry::parties(0).unwrap().attester, None);
		assert_ok!(DataRegistry::attest(RuntimeOrigin::signed(LAB), 0, [3; 32]));
		assert_eq!(DataRegistry::parties(0).unwrap().attester, Some(LAB));
	});
}

#[test]
fn refuses_whoever_is_not_accredited() {
	new_test(|| {
		registered();
		assert_noop!(
			DataRegistry::attest(RuntimeOrigin::signed(OWNER), 0, [3; 32]),
			Error::<Test>::NotAttester
		);
	});
}

#[test]
fn refuses_an_unknown_dataset() {
	new_test(|| {
		assert_noop!(
			DataRegistry::attest(RuntimeOrigin::signed(LAB), 0, [3; 32]),
			Error::<Test>::UnknownDataset
		);
	});
}

#[test]
fn refuses_a_second_attestation_by_the_same_member() {
	new_test(|| {
		registered();
		assert_ok!(DataRegistry::attest(RuntimeOrigin::signed(LAB), 0, [3; 32]));
		assert_noop!(
			DataRegistry::attest(RuntimeOrigin::signed(LAB), 0, [4; 32]),
			Error::<Test>::AlreadyAttested
		);
	});
}
