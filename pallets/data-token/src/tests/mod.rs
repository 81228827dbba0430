//! Tests, one file per call.

mod approve;
mod burn;
mod burn_from;
mod conformance;
mod genesis;
mod holds;
mod invariants;
mod mint;
mod permit;
mod transfer;
mod transfer_from;

use crate::mock::*;
use frame_support::assert_ok;
use ownome_primitives::Balance;

/// Let `BOB` spend `value` of the tokens of `ALICE`.
fn approved(value: Balance) {
	assert_ok!(DataToken::approve(RuntimeOrigin::signed(ALICE), BOB, value));
	take_events();
}

/// Hold `value` of the tokens of `who`, as an escrow does.
fn hold(who: u64, value: Balance) {
	use frame_support::traits::fungible::MutateHold;
	assert_ok!(Ledger::hold(&AllowanceReason::get(), &who, value));
}

fn free(who: u64) -> Balance {
	DataToken::token_balance(&who).free
}
