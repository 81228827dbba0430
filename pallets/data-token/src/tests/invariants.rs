use crate::{mock::*, Event, Schedule};
use frame_support::{
	storage::with_storage_layer,
	traits::{
		fungible::{Inspect, InspectHold, Mutate, MutateHold},
		tokens::{Fortitude::Force, Precision::Exact, Restriction::Free},
		Footprint,
	},
};
use ownome_primitives::{permit_message, Balance};
use proptest::prelude::*;
use sp_runtime::{testing::TestSignature, DispatchError};
use std::collections::BTreeMap;

/// The accounts that play, the zero account among them.
const ACCOUNTS: u64 = 5;

#[derive(Clone, Debug)]
enum Step {
	Transfer { who: u64, to: u64, value: Balance },
	Approve { who: u64, spender: u64, value: Balance },
	TransferFrom { who: u64, from: u64, to: u64, value: Balance },
	Burn { who: u64, value: Balance },
	BurnFrom { who: u64, from: u64, value: Balance },
	Mint { to: u64, value: Balance },
	Permit { owner: u64, signer: u64, spender: u64, value: Balance },
	Hold { who: u64, value: Balance },
	Release { who: u64, value: Balance },
	PayFromHold { who: u64, to: u64, value: Balance },
	Wait,
}

fn value() -> impl Strategy<Value = Balance> {
	prop_oneof![0..3 * ENDOWMENT, 0..2 * TRANCHE, Just(Balance::MAX)]
}

fn step() -> impl Strategy<Value = Step> {
	let who = || 0..ACCOUNTS;
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
		(who(), 0..ACCOUNTS + 3, who(), value()).prop_map(|(owner, signer, spender, value)| {
			// Mostly the owner signs.
			let signer = if signer < ACCOUNTS { signer } else { owner };
			Step::Permit { owner, signer, spender, value }
		}),
		(who(), value()).prop_map(|(who, value)| Step::Hold { who, value }),
		(who(), value()).prop_map(|(who, value)| Step::Release { who, value }),
		(who(), who(), value()).prop_map(|(who, to, value)| Step::PayFromHold { who, to, value }),
		Just(Step::Wait),
	]
}

/// Play `step` as a call is played, all or nothing, and say whether it was done.
fn play(step: &Step) -> bool {
	with_storage_layer(
		|| if try_play(step) { Ok(()) } else { Err(DispatchError::Other("refused")) },
	)
	.is_ok()
}

fn try_play(step: &Step) -> bool {
	let signed = RuntimeOrigin::signed;
	let reason = AllowanceReason::get();
	match *step {
		Step::Transfer { who, to, value } => DataToken::transfer(signed(who), to, value).is_ok(),
		Step::Approve { who, spender, value } => {
			DataToken::approve(signed(who), spender, value).is_ok()
		},
		Step::TransferFrom { who, from, to, value } => {
			DataToken::transfer_from(signed(who), from, to, value).is_ok()
		},
		Step::Burn { who, value } => DataToken::burn(signed(who), value).is_ok(),
		Step::BurnFrom { who, from, value } => {
			DataToken::burn_from(signed(who), from, value).is_ok()
		},
		Step::Mint { to, value } => DataToken::mint(RuntimeOrigin::root(), to, value).is_ok(),
		Step::Permit { owner, signer, spender, value } => {
			let nonce = DataToken::permit_nonce(&owner);
			let genesis = System::block_hash(0);
			let message = permit_message(&genesis, &owner, &spender, value, nonce, u64::MAX);
			let signature = TestSignature(signer, message);
			DataToken::permit(signed(CHARLIE), owner, spender, value, u64::MAX, signature).is_ok()
		},
		Step::Hold { who, value } => DataToken::hold(&reason, &who, value).is_ok(),
		Step::Release { who, value } => DataToken::release(&reason, &who, value, Exact).is_ok(),
		Step::PayFromHold { who, to, value } => {
			DataToken::transfer_on_hold(&reason, &who, &to, value, Exact, Free, Force).is_ok()
		},
		Step::Wait => {
			Timestamp::set_timestamp(Timestamp::get() + VESTING / 10);
			true
		},
	}
}

type Allowances = BTreeMap<(u64, u64), Balance>;

/// What ERC-20 says that `step` does to the allowances.
fn expect(allowances: &mut Allowances, step: &Step) {
	match *step {
		Step::Approve { who: owner, spender, value }
		| Step::Permit { owner, spender, value, .. } => {
			allowances.insert((owner, spender), value);
		},
		Step::TransferFrom { who, from, value, .. } | Step::BurnFrom { who, from, value } => {
			let allowance = allowances.entry((from, who)).or_default();
			if *allowance != Balance::MAX {
				*allowance -= value;
			}
		},
		_ => (),
	}
}

/// What `Transfer` events make of the balances. What is minted comes from nobody's negative balance, and what is burnt goes to nobody.
fn replay(balances: &mut BTreeMap<Option<u64>, i128>, events: Vec<Event<Test>>) {
	for event in events {
		let Event::Transfer { from, to, value } = event else { continue };
		let value = i128::try_from(value).unwrap();
		*balances.entry(from).or_default() -= value;
		*balances.entry(to).or_default() += value;
	}
}

/// The deposits that are held of all that is on record.
fn deposits(reason: &RuntimeHoldReason) -> Balance {
	(0..ACCOUNTS).map(|who| Balances::balance_on_hold(reason, &who)).sum()
}

fn price(footprint: Footprint) -> Balance {
	10 * Balance::from(footprint.count) + Balance::from(footprint.size)
}

proptest! {
	#[test]
	fn supply_allowances_and_events_agree_with_the_balances(
		steps in prop::collection::vec(step(), 1..40)
	) {
		new_test_ext().execute_with(|| {
			// Everybody can pay deposits.
			for who in 1..ACCOUNTS {
				Balances::set_balance(&who, ENDOWMENT);
			}
			let endowment = i128::try_from(ENDOWMENT).unwrap();
			let mut balances = BTreeMap::from([(Some(ALICE), endowment), (Some(BOB), endowment)]);
			let mut allowances = Allowances::new();
			for step in steps {
				if play(&step) {
					expect(&mut allowances, &step);
				}
				replay(&mut balances, take_events());
				DataToken::do_try_state().unwrap();
				let sum: Balance = (0..ACCOUNTS).map(|who| Ledger::total_balance(&who)).sum();
				assert_eq!(sum, Ledger::total_issuance());
				assert_eq!(Ledger::total_balance(&ZERO), 0);
				for owner in 0..ACCOUNTS {
					let balance = balances.get(&Some(owner)).copied().unwrap_or_default();
					assert_eq!(balance, i128::try_from(Ledger::total_balance(&owner)).unwrap());
					for spender in 0..ACCOUNTS {
						let allowance = allowances.get(&(owner, spender)).copied().unwrap_or_default();
						assert_eq!(allowance, DataToken::allowance(&owner, &spender));
					}
				}

				let records = crate::Allowances::<Test>::iter().count() as Balance;
				let each = price(DataToken::allowance_footprint());
				assert_eq!(deposits(&AllowanceReason::get()), records * each);
				let nonces = crate::Nonces::<Test>::iter().count() as Balance;
				let each = price(DataToken::nonce_footprint());
				assert_eq!(deposits(&NonceReason::get()), nonces * each);
			}
			// What was created came out of the schedule.
			let minted: Balance = Schedule::<Test>::get().iter().map(|tranche| tranche.minted).sum();
			let burnt = 2 * ENDOWMENT + minted - Ledger::total_issuance();
			let nobody = balances.get(&None).copied().unwrap_or_default();
			assert_eq!(nobody, i128::try_from(burnt).unwrap() - i128::try_from(minted).unwrap());
		});
	}
}
