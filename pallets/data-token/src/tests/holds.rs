//! What another pallet does with the token through `fungible`.

use super::{free, hold};
use crate::{mock::*, Error, Event};
use frame_support::{
	assert_noop, assert_ok,
	traits::{
		fungible::{Inspect, InspectHold, MutateHold, Unbalanced, UnbalancedHold},
		tokens::{
			Fortitude::Polite, Precision::Exact, Preservation::Expendable, Restriction::Free,
		},
	},
};
use sp_runtime::DispatchError;

fn reason() -> RuntimeHoldReason {
	AllowanceReason::get()
}

#[test]
fn an_escrow_moves_nothing() {
	new_test(|| {
		assert_ok!(<DataToken as MutateHold<_>>::hold(&reason(), &ALICE, 400));
		assert_eq!(free(ALICE), ENDOWMENT - 400);
		assert_eq!(DataToken::balance_on_hold(&reason(), &ALICE), 400);
		assert_ok!(DataToken::release(&reason(), &ALICE, 100, Exact));
		assert_eq!(DataToken::token_balance(&ALICE).held, 300);
		assert_eq!(DataToken::total_balance(&ALICE), ENDOWMENT);
		assert_eq!(take_events(), []);
	});
}

#[test]
fn what_an_escrow_pays_is_a_transfer() {
	new_test(|| {
		hold(ALICE, 400);
		assert_ok!(DataToken::transfer_on_hold(&reason(), &ALICE, &BOB, 300, Exact, Free, Polite));
		assert_eq!((free(BOB), DataToken::token_balance(&ALICE).held), (ENDOWMENT + 300, 100));
		let transfer = Event::Transfer { from: Some(ALICE), to: Some(BOB), value: 300 };
		assert_eq!(take_events(), [transfer]);
	});
}

#[test]
fn a_transfer_into_escrow_is_a_transfer() {
	new_test(|| {
		assert_ok!(DataToken::transfer_and_hold(
			&reason(),
			&ALICE,
			&BOB,
			300,
			Exact,
			Expendable,
			Polite
		));
		assert_eq!(DataToken::token_balance(&BOB).held, 300);
		let transfer = Event::Transfer { from: Some(ALICE), to: Some(BOB), value: 300 };
		assert_eq!(take_events(), [transfer]);
	});
}

#[test]
fn what_an_escrow_burns_is_a_transfer_to_nobody() {
	new_test(|| {
		hold(ALICE, 400);
		assert_ok!(DataToken::burn_held(&reason(), &ALICE, 300, Exact, Polite));
		assert_eq!(DataToken::total_issuance(), 2 * ENDOWMENT - 300);
		let burn = Event::Transfer { from: Some(ALICE), to: None, value: 300 };
		assert_eq!(take_events(), [burn]);
	});
}

#[test]
fn an_escrow_cannot_pay_to_the_zero_account() {
	new_test(|| {
		hold(ALICE, 400);
		assert_noop!(
			DataToken::transfer_on_hold(&reason(), &ALICE, &ZERO, 1, Exact, Free, Polite),
			Error::<Test>::ZeroAccount
		);
		assert_noop!(
			DataToken::transfer_and_hold(&reason(), &ALICE, &ZERO, 1, Exact, Expendable, Polite),
			Error::<Test>::ZeroAccount
		);
	});
}

#[test]
fn nobody_writes_balances_by_hand() {
	new_test(|| {
		hold(ALICE, 400);
		let nothing = Err(DispatchError::Unavailable);
		assert_eq!(DataToken::increase_balance(&ALICE, 1, Exact), nothing);
		assert_eq!(DataToken::decrease_balance(&ALICE, 1, Exact, Expendable, Polite), nothing);
		assert_eq!(DataToken::increase_balance_on_hold(&reason(), &ALICE, 1, Exact), nothing);
		assert_eq!(DataToken::decrease_balance_on_hold(&reason(), &ALICE, 1, Exact), nothing);
		DataToken::set_total_issuance(0);
		assert_eq!(Ledger::total_issuance(), 2 * ENDOWMENT);
		assert_eq!(Ledger::total_balance(&ALICE), ENDOWMENT);
	});
}
