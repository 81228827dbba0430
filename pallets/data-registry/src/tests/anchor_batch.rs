use super::*;
use crate::{Error, Event, NextBatchId};
use frame_support::assert_noop;
use ownome_primitives::{Batch, MAX_BATCH_LEAVES};
use sp_runtime::TokenError;

const ROOT: BatchRoot = BatchRoot([5; 32]);

fn anchor(who: u64, leaves: u64, custodian: u64, places: &[&str]) -> DispatchResult {
	DataRegistry::anchor_batch(
		RuntimeOrigin::signed(who),
		ROOT,
		leaves,
		custodian,
		locations(places),
	)
}

#[test]
fn records_the_root_and_holds_the_deposit() {
	new_test(|| {
		assert_ok!(anchor(LAB, 10, CUSTODIAN, &["drs://a/b"]));
		assert_eq!(
			DataRegistry::batch(0),
			Some(Batch {
				root: ROOT,
				leaves: 10,
				custodian: CUSTODIAN,
				anchored_by: LAB,
				anchored_at: NOW,
				locations: locations(&["drs://a/b"]),
			})
		);
		assert!(Balances::balance_on_hold(&BatchReason::get(), &LAB) > 0);
		assert_eq!(
			take_events(),
			[Event::BatchAnchored {
				batch_id: 0,
				anchored_by: LAB,
				custodian: CUSTODIAN,
				root: ROOT,
				leaves: 10
			}]
		);
	});
}

#[test]
fn attesters_and_custodians_may_and_nobody_else() {
	new_test(|| {
		for who in [OWNER, THIEF] {
			assert_noop!(anchor(who, 1, CUSTODIAN, &[]), Error::<Test>::MayNotAnchor);
		}
		assert_ok!(anchor(LAB, 1, CUSTODIAN, &[]));
		assert_ok!(anchor(CUSTODIAN, 1, CUSTODIAN, &[]));
	});
}

#[test]
fn refuses_a_custodian_without_the_role() {
	new_test(|| {
		assert_noop!(anchor(LAB, 1, LAB, &[]), Error::<Test>::NotCustodian);
	});
}

#[test]
fn refuses_no_leaves_or_more_than_a_tree_has() {
	new_test(|| {
		for leaves in [0, MAX_BATCH_LEAVES + 1, u64::MAX] {
			assert_noop!(anchor(LAB, leaves, CUSTODIAN, &[]), Error::<Test>::LeavesOutOfBounds);
		}
		assert_ok!(anchor(LAB, MAX_BATCH_LEAVES, CUSTODIAN, &[]));
	});
}

#[test]
fn refuses_what_cannot_be_a_location() {
	new_test(|| {
		assert_noop!(anchor(LAB, 1, CUSTODIAN, &["a b"]), Error::<Test>::InvalidLocation);
	});
}

#[test]
fn refuses_a_member_that_cannot_pay() {
	new_test(|| {
		impoverish(LAB);
		assert_noop!(anchor(LAB, 1, CUSTODIAN, &[]), TokenError::FundsUnavailable);
	});
}

#[test]
fn refuses_when_the_ids_are_used_up() {
	new_test(|| {
		NextBatchId::<Test>::put(u64::MAX);
		assert_noop!(anchor(LAB, 1, CUSTODIAN, &[]), Error::<Test>::IdsExhausted);
		NextBatchId::<Test>::put(0);
	});
}
