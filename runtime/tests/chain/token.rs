//! The data token beside the other pallets of the chain.

use crate::support::*;
use frame_support::{
	assert_noop, assert_ok,
	traits::{
		fungible::{Inspect, InspectHold, MutateHold},
		tokens::{Fortitude::Force, Precision::Exact, Restriction::Free},
	},
};
use ownome_runtime::{
	constants::DATA, supply, AccountId, Address, Balances, DataToken, Runtime, RuntimeHoldReason,
	RuntimeOrigin, System,
};
use sp_runtime::DispatchResult;

type Error = pallet_data_token::Error<Runtime>;

const SOMEBODY: AccountId = AccountId::new([7; 32]);

fn escrow() -> RuntimeHoldReason {
	pallet_consent::HoldReason::Escrow.into()
}

/// [`SOMEBODY`] sends everything that is not held.
fn transfer_all_free() -> DispatchResult {
	let value = DataToken::balance(&SOMEBODY);
	transfer(value)
}

fn transfer(value: u128) -> DispatchResult {
	let to = Address::Id(OWNER.to_account_id());
	DataToken::transfer(RuntimeOrigin::signed(SOMEBODY), to, value)
}

/// [`SOMEBODY`] with 10 `DATA`, of which 4 are held.
fn somebody_with_an_escrow() {
	let to = Address::Id(SOMEBODY);
	send(OWNER, pallet_data_token::Call::transfer { to, value: 10 * DATA });
	assert_ok!(DataToken::hold(&escrow(), &SOMEBODY, 4 * DATA));
}

#[test]
fn an_account_that_only_data_keep_has_to_keep_one_unit_while_something_is_held() {
	chain().execute_with(|| {
		somebody_with_an_escrow();
		assert_noop!(transfer_all_free(), Error::InsufficientBalance);
		assert_ok!(transfer(6 * DATA - 1));
		assert_ok!(DataToken::release(&escrow(), &SOMEBODY, 4 * DATA, Exact));
		assert_ok!(transfer_all_free());
		assert_eq!(System::providers(&SOMEBODY), 0);
		supply::audit().unwrap();
	});
}

#[test]
fn an_account_with_free_coin_may_send_its_last_unit() {
	chain().execute_with(|| {
		somebody_with_an_escrow();
		let dest = Address::Id(SOMEBODY);
		let value = ownome_runtime::constants::EXISTENTIAL_DEPOSIT;
		send(OWNER, pallet_balances::Call::transfer_keep_alive { dest, value });
		assert_ok!(transfer_all_free());
		assert_eq!(DataToken::token_balance(&SOMEBODY).held, 4 * DATA);
	});
}

#[test]
fn an_account_whose_coin_is_all_held_has_to_keep_one_unit() {
	chain().execute_with(|| {
		let to = Address::Id(SOMEBODY);
		send(OWNER, pallet_data_token::Call::transfer { to, value: 10 * DATA });
		// Exactly the deposit of an allowance.
		let dest = Address::Id(SOMEBODY);
		let value = 19_600 * ownome_runtime::constants::MICRO_OWN;
		send(OWNER, pallet_balances::Call::transfer_keep_alive { dest, value });
		let spender = Address::Id(LAB.to_account_id());
		assert_ok!(DataToken::approve(RuntimeOrigin::signed(SOMEBODY), spender, DATA));
		assert_eq!(Balances::balance(&SOMEBODY), 0);
		assert_eq!(Balances::total_balance_on_hold(&SOMEBODY), value);
		assert_noop!(transfer_all_free(), Error::InsufficientBalance);
		assert_ok!(transfer(10 * DATA - 1));
	});
}

#[test]
fn an_escrow_pays_an_account_that_does_not_exist_and_can_be_emptied() {
	chain().execute_with(|| {
		somebody_with_an_escrow();
		let new = AccountId::new([8; 32]);
		assert_ok!(DataToken::transfer_on_hold(
			&escrow(),
			&SOMEBODY,
			&new,
			4 * DATA,
			Exact,
			Free,
			Force
		));
		assert_eq!(DataToken::balance(&new), 4 * DATA);
		assert_ok!(transfer_all_free());
		supply::audit().unwrap();
	});
}
