//! Coin and data token.

use super::{by, by_root, id, now, Made, Make};
use crate::{
	sequences::{cast::CAST, dice::Dice},
	support::{INSTITUTE, ROOT},
};
use ownome_primitives::{permit_message, Balance};
use ownome_runtime::{
	constants::{DATA, DAYS, OWN},
	AccountId, DataToken, Runtime, Signature, System,
};
use pallet_balances::Call as Coin;
use pallet_data_token::{Allowances, Call};
use sp_keyring::Sr25519Keyring;

pub const CALLS: &[(u32, Make)] = &[
	(2, transfer),
	(2, approve),
	(2, transfer_from),
	(1, burn),
	(1, burn_from),
	(1, mint),
	(1, permit),
	(2, send_coin),
	(1, send_all_coin),
];

fn amount(dice: &mut Dice) -> Balance {
	dice.pick(&[DATA, 0, 1, 1_000 * DATA, 400_000 * DATA])
}

/// An allowance that somebody gave, or that nobody gave.
fn allowance(dice: &mut Dice) -> (AccountId, AccountId) {
	let given: Vec<_> = Allowances::<Runtime>::iter_keys().collect();
	dice.pick_or(&given, |dice| (dice.anybody(), dice.anybody()))
}

fn transfer(dice: &mut Dice) -> Made {
	let (from, to) = (dice.anybody(), id(dice.anybody()));
	by(from, Call::<Runtime>::transfer { to, value: amount(dice) })
}

fn approve(dice: &mut Dice) -> Made {
	let (owner, spender) = allowance(dice);
	let (owner, spender) = (dice.mostly(owner), id(dice.mostly(spender)));
	let value = dice.pick(&[DATA, 0, 1_000 * DATA, Balance::MAX]);
	by(owner, Call::<Runtime>::approve { spender, value })
}

fn transfer_from(dice: &mut Dice) -> Made {
	let (owner, spender) = allowance(dice);
	let (from, to) = (id(owner), id(dice.anybody()));
	by(dice.mostly(spender), Call::<Runtime>::transfer_from { from, to, value: amount(dice) })
}

fn burn(dice: &mut Dice) -> Made {
	by(dice.anybody(), Call::<Runtime>::burn { value: amount(dice) })
}

fn burn_from(dice: &mut Dice) -> Made {
	let (owner, spender) = allowance(dice);
	let from = id(owner);
	by(dice.mostly(spender), Call::<Runtime>::burn_from { from, value: amount(dice) })
}

fn mint(dice: &mut Dice) -> Made {
	let to = dice.pick(&[ROOT, INSTITUTE]).to_account_id();
	let call = Call::<Runtime>::mint { to: id(dice.mostly(to)), value: amount(dice) };
	if dice.once_in(8) {
		by(dice.anybody(), call)
	} else {
		by_root(call)
	}
}

fn permit(dice: &mut Dice) -> Made {
	let signer: Sr25519Keyring = dice.pick(&CAST);
	let (owner, spender) = (signer.to_account_id(), dice.anybody());
	let nonce = DataToken::permit_nonce(&owner) + u64::from(dice.once_in(8));
	let (value, deadline) = (amount(dice), now() + DAYS);
	let genesis = System::block_hash(0);
	let message = permit_message(&genesis, &owner, &spender, value, nonce, deadline);
	let signature = Signature::Sr25519(signer.sign(&message));
	let (owner, spender) = (id(owner), id(spender));
	by(dice.anybody(), Call::<Runtime>::permit { owner, spender, value, deadline, signature })
}

fn send_coin(dice: &mut Dice) -> Made {
	let (from, dest) = (dice.anybody(), id(dice.anybody()));
	let value = dice.pick(&[10 * OWN, 1, 200_000 * OWN]);
	by(from, Coin::<Runtime>::transfer_allow_death { dest, value })
}

fn send_all_coin(dice: &mut Dice) -> Made {
	let (from, dest) = (dice.anybody(), id(dice.anybody()));
	by(from, Coin::<Runtime>::transfer_all { dest, keep_alive: dice.once_in(2) })
}
