use super::{offer, terms};
use crate::mock::*;
use frame_support::traits::fungible::Inspect;
use ownome_primitives::{Balance, Terms};
use proptest::prelude::*;
use sp_runtime::Percent;

#[derive(Clone, Debug)]
enum Step {
	Offer { who: u64, price: Balance, period: u64, upfront: u8 },
	Withdraw { who: u64, id: u64 },
	Reject { who: u64, id: u64 },
	Approve { who: u64, id: u64 },
	Deliver { who: u64, id: u64 },
	RecordAccess { who: u64, id: u64 },
	Settle { id: u64 },
	Revoke { who: u64, id: u64 },
	Transfer { to: u64 },
	Guard { guardian: Option<u64> },
	Seal,
	Erase,
	Wait { milliseconds: u64 },
}

fn step() -> impl Strategy<Value = Step> {
	let id = || 0u64..6;
	// Mostly those who may, sometimes those who may not.
	let requester = || prop_oneof![5 => 2u64..4, 1 => 1u64..10];
	let owner = || prop_oneof![5 => Just(OWNER), 1 => 1u64..10];
	let custodian = || prop_oneof![5 => Just(CUSTODIAN), 1 => 1u64..10];
	prop_oneof![
		4 => (requester(), 0..ENDOWMENT, 1..2 * PERIOD_BOUND, 0u8..=100).prop_map(
			|(who, price, period, upfront)| Step::Offer { who, price, period, upfront }
		),
		1 => (requester(), id()).prop_map(|(who, id)| Step::Withdraw { who, id }),
		1 => (owner(), id()).prop_map(|(who, id)| Step::Reject { who, id }),
		4 => (owner(), id()).prop_map(|(who, id)| Step::Approve { who, id }),
		4 => (owner(), id()).prop_map(|(who, id)| Step::Deliver { who, id }),
		2 => (custodian(), id()).prop_map(|(who, id)| Step::RecordAccess { who, id }),
		3 => id().prop_map(|id| Step::Settle { id }),
		2 => (owner(), id()).prop_map(|(who, id)| Step::Revoke { who, id }),
		1 => prop_oneof![3 => Just(OWNER), 1 => 1u64..10].prop_map(|to| Step::Transfer { to }),
		1 => prop::option::of(1u64..10).prop_map(|guardian| Step::Guard { guardian }),
		1 => prop_oneof![1 => Just(Step::Seal), 2 => Just(Step::Erase)],
		4 => (0u64..700).prop_map(|milliseconds| Step::Wait { milliseconds }),
	]
}

const PERIOD_BOUND: u64 = 2_000;

fn play(step: Step) -> frame_support::dispatch::DispatchResult {
	use RuntimeOrigin as Origin;
	match step {
		Step::Offer { who, price, period, upfront } => {
			let upfront = Percent::from_percent(upfront);
			offer(who, Terms { price, period, upfront, ..terms() })
		},
		Step::Withdraw { who, id } => Consent::withdraw(Origin::signed(who), id),
		Step::Reject { who, id } => Consent::reject(Origin::signed(who), id),
		Step::Approve { who, id } => Consent::approve(Origin::signed(who), id),
		Step::Deliver { who, id } => Consent::deliver(Origin::signed(who), id, [1; 32]),
		Step::RecordAccess { who, id } => Consent::record_access(Origin::signed(who), id, [1; 32]),
		Step::Settle { id } => Consent::settle(Origin::signed(STRANGER), id),
		Step::Revoke { who, id } => Consent::revoke(Origin::signed(who), id),
		Step::Transfer { to } => {
			change_title(|title| title.parties.owner = to);
			Ok(())
		},
		Step::Guard { guardian } => {
			change_title(|title| title.guardian = guardian);
			Ok(())
		},
		Step::Seal => {
			change_title(|title| title.is_sealed = true);
			Ok(())
		},
		Step::Erase => {
			change_title(|title| {
				title.erased_at.get_or_insert(pallet_timestamp::Now::<Test>::get());
			});
			Ok(())
		},
		Step::Wait { milliseconds } => {
			set_now(pallet_timestamp::Now::<Test>::get() + milliseconds);
			Ok(())
		},
	}
}

proptest! {
	#[test]
	fn hold_and_money_is_conserved_after_any_sequence_of_calls(
		steps in prop::collection::vec(step(), 1..60)
	) {
		new_test_ext().execute_with(|| {
			let supply = Ledger::total_issuance();
			for step in steps {
				// Refusals are part of the game; what counts is what they leave behind.
				let _ = play(step);
				Consent::do_try_state().unwrap();
				let sum: Balance = (0..10).map(|who| Ledger::total_balance(&who)).sum();
				assert_eq!(sum, supply);
			}
			// Once every grant has expired and every offer is withdrawn, nothing is in escrow.
			set_now(NOW + 1_000_000);
			for id in 0..70 {
				let _ = play(Step::Settle { id });
				for who in [REQUESTER, OTHER_REQUESTER] {
					let _ = play(Step::Withdraw { who, id });
				}
			}
			Consent::do_try_state().unwrap();
			for who in 0..10 {
				assert_eq!(escrow(who), 0);
			}
		});
	}
}
