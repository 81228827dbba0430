use super::*;
use crate::{Error, Event};
use frame_support::assert_noop;
use ownome_primitives::{InspectDataset, Role};

fn retract(who: u64) -> DispatchResult {
	DataRegistry::retract_attestation(RuntimeOrigin::signed(who), 0)
}

#[test]
fn removes_it_and_returns_the_deposit() {
	new_test(|| {
		registered();
		assert_ok!(attest_as(LAB));
		assert_ok!(attest_as(OTHER_LAB));
		take_events();
		assert_ok!(retract(LAB));

		assert_eq!(all_deposits(LAB), 0);
		assert_eq!(DataRegistry::attestations(0).len(), 1);
		assert_eq!(DataRegistry::parties(0).unwrap().attester, None);
		assert_eq!(take_events(), [Event::AttestationRetracted { dataset_id: 0, attester: LAB }]);
		assert_ok!(retract(OTHER_LAB));
		assert!(!Attestations::<Test>::contains_key(0));
	});
}

#[test]
fn works_for_a_member_that_lost_its_role() {
	new_test(|| {
		registered();
		assert_ok!(attest_as(LAB));
		expel(LAB, Role::Attester);
		assert_ok!(retract(LAB));
	});
}

#[test]
fn makes_room_for_another() {
	new_test(|| {
		registered();
		assert_ok!(attest_as(LAB));
		assert_ok!(retract(LAB));
		assert_ok!(attest_as(LAB));
	});
}

#[test]
fn refuses_whoever_has_not_vouched() {
	new_test(|| {
		assert_noop!(retract(LAB), Error::<Test>::NotAttested);
		registered();
		assert_ok!(attest_as(LAB));
		for who in [OTHER_LAB, OWNER] {
			assert_noop!(retract(who), Error::<Test>::NotAttested);
		}
		assert_ok!(erase_as(OWNER, 0));
		assert_noop!(retract(LAB), Error::<Test>::NotAttested);
	});
}
