use crate::mock::*;
use frame_support::traits::fungible::Inspect;
use ownome_primitives::Balance;
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
	Transfer { who: u64, to: u64, value: Balance },
	Approve { who: u64, spender: u64, value: Balance },
	TransferFrom { who: u64, from: u64, to: u64, value: Balance },
	Burn { who: u64, value: Balance },
	BurnFrom { who: u64, from: u64, value: Balance },
	Mint { to: u64, value: Balance },
}

fn value() -> impl Strategy<Value = Balance> {
	prop_oneof![0..3 * ENDOWMENT, Just(Balance::MAX)]
}

fn step() -> impl Strategy<Value = Step> {
	let who = || 0u64..5;
	prop_oneof![
		(who(), who(), value()).prop_map(|(who, to, value)| Step::Transfer { who, to, value }),
		(who(), who(), value()).prop_map(|(who, spender, value)| Step::Approve {
			who,
			spender,
			value
		}),
		(who(), who(), who(), value()).prop_map(|(who, from, to, value)| Step::TransferFrom {
			who,
			from,
			to,
			value
		}),
		(who(), value()).prop_map(|(who, value)| Step::Burn { who, value }),
		(who(), who(), value()).prop_map(|(who, from, value)| Step::BurnFrom { who, from, value }),
		(who(), value()).prop_map(|(to, value)| Step::Mint { to, value }),
	]
}

proptest! {
	#[test]
	fn supply_is_the_sum_of_balances_and_within_the_cap(
		steps in prop::collection::vec(step(), 1..40)
	) {
		new_test_ext().execute_with(|| {
			for step in steps {
				// Refusals are part of the game; what counts is what they leave behind.
				let _ = match step {
					Step::Transfer { who, to, value } => {
						DataToken::transfer(RuntimeOrigin::signed(who), to, value)
					},
					Step::Approve { who, spender, value } => {
						DataToken::approve(RuntimeOrigin::signed(who), spender, value)
					},
					Step::TransferFrom { who, from, to, value } => {
						DataToken::transfer_from(RuntimeOrigin::signed(who), from, to, value)
					},
					Step::Burn { who, value } => DataToken::burn(RuntimeOrigin::signed(who), value),
					Step::BurnFrom { who, from, value } => {
						DataToken::burn_from(RuntimeOrigin::signed(who), from, value)
					},
					Step::Mint { to, value } => DataToken::mint(RuntimeOrigin::root(), to, value),
				};
				DataToken::do_try_state().unwrap();
				let sum: Balance = (0..5).map(|who| Ledger::total_balance(&who)).sum();
				assert_eq!(sum, Ledger::total_issuance());
				assert_eq!(Ledger::total_balance(&ZERO), 0);
			}
		});
	}
}
