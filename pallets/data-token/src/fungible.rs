//! The token as other pallets use it: the ledger's balances and holds, with a `Transfer` whenever tokens change hands.
//!
//! A pallet that is given this one instead of the ledger can hold, release, pay and burn what it held, and nothing else: it cannot write
//! balances, cannot pay to the all-zero account, and cannot move tokens without the event that ERC-20 asks for.

use crate::{Config, Error, Event, Pallet};
use frame_support::{
	dispatch::DispatchResult,
	ensure,
	traits::{
		fungible::{Dust, Inspect, InspectHold, MutateHold, Unbalanced, UnbalancedHold},
		tokens::{
			DepositConsequence, Fortitude, Precision, Preservation, Provenance, Restriction,
			WithdrawConsequence,
		},
	},
};
use ownome_primitives::Balance;
use sp_runtime::DispatchError;

type ReasonOf<T> =
	<<T as Config>::Ledger as InspectHold<<T as frame_system::Config>::AccountId>>::Reason;

impl<T: Config> Inspect<T::AccountId> for Pallet<T> {
	type Balance = Balance;

	fn total_issuance() -> Balance {
		T::Ledger::total_issuance()
	}

	fn active_issuance() -> Balance {
		T::Ledger::active_issuance()
	}

	fn minimum_balance() -> Balance {
		T::Ledger::minimum_balance()
	}

	fn total_balance(who: &T::AccountId) -> Balance {
		T::Ledger::total_balance(who)
	}

	fn balance(who: &T::AccountId) -> Balance {
		T::Ledger::balance(who)
	}

	fn reducible_balance(
		who: &T::AccountId,
		preservation: Preservation,
		force: Fortitude,
	) -> Balance {
		T::Ledger::reducible_balance(who, preservation, force)
	}

	fn can_deposit(
		who: &T::AccountId,
		amount: Balance,
		provenance: Provenance,
	) -> DepositConsequence {
		T::Ledger::can_deposit(who, amount, provenance)
	}

	fn can_withdraw(who: &T::AccountId, amount: Balance) -> WithdrawConsequence<Balance> {
		T::Ledger::can_withdraw(who, amount)
	}
}

impl<T: Config> InspectHold<T::AccountId> for Pallet<T> {
	type Reason = ReasonOf<T>;

	fn total_balance_on_hold(who: &T::AccountId) -> Balance {
		T::Ledger::total_balance_on_hold(who)
	}

	fn reducible_total_balance_on_hold(who: &T::AccountId, force: Fortitude) -> Balance {
		T::Ledger::reducible_total_balance_on_hold(who, force)
	}

	fn balance_on_hold(reason: &Self::Reason, who: &T::AccountId) -> Balance {
		T::Ledger::balance_on_hold(reason, who)
	}

	fn hold_available(reason: &Self::Reason, who: &T::AccountId) -> bool {
		T::Ledger::hold_available(reason, who)
	}
}

// `MutateHold` asks for these, by which balances could be written by hand. They are the ledger's alone: nothing comes of them here.
impl<T: Config> Unbalanced<T::AccountId> for Pallet<T> {
	fn handle_dust(_: Dust<T::AccountId, Self>) {}

	fn write_balance(_: &T::AccountId, _: Balance) -> Result<Option<Balance>, DispatchError> {
		Err(DispatchError::Unavailable)
	}

	fn set_total_issuance(_: Balance) {}
}

impl<T: Config> UnbalancedHold<T::AccountId> for Pallet<T> {
	fn set_balance_on_hold(_: &Self::Reason, _: &T::AccountId, _: Balance) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
}

impl<T: Config> MutateHold<T::AccountId> for Pallet<T> {
	fn hold(reason: &Self::Reason, who: &T::AccountId, amount: Balance) -> DispatchResult {
		T::Ledger::hold(reason, who, amount)
	}

	fn release(
		reason: &Self::Reason,
		who: &T::AccountId,
		amount: Balance,
		precision: Precision,
	) -> Result<Balance, DispatchError> {
		T::Ledger::release(reason, who, amount, precision)
	}

	fn burn_held(
		reason: &Self::Reason,
		who: &T::AccountId,
		amount: Balance,
		precision: Precision,
		force: Fortitude,
	) -> Result<Balance, DispatchError> {
		let value = T::Ledger::burn_held(reason, who, amount, precision, force)?;
		Self::deposit_event(Event::Transfer { from: Some(who.clone()), to: None, value });
		Ok(value)
	}

	fn transfer_on_hold(
		reason: &Self::Reason,
		source: &T::AccountId,
		dest: &T::AccountId,
		amount: Balance,
		precision: Precision,
		mode: Restriction,
		force: Fortitude,
	) -> Result<Balance, DispatchError> {
		ensure!(!Self::is_zero_account(dest), Error::<T>::ZeroAccount);
		let value =
			T::Ledger::transfer_on_hold(reason, source, dest, amount, precision, mode, force)?;
		Self::done_transfer(source, dest, value);
		Ok(value)
	}

	fn transfer_and_hold(
		reason: &Self::Reason,
		source: &T::AccountId,
		dest: &T::AccountId,
		amount: Balance,
		precision: Precision,
		expendability: Preservation,
		force: Fortitude,
	) -> Result<Balance, DispatchError> {
		ensure!(!Self::is_zero_account(dest), Error::<T>::ZeroAccount);
		let value = T::Ledger::transfer_and_hold(
			reason,
			source,
			dest,
			amount,
			precision,
			expendability,
			force,
		)?;
		Self::done_transfer(source, dest, value);
		Ok(value)
	}
}

impl<T: Config> Pallet<T> {
	fn done_transfer(from: &T::AccountId, to: &T::AccountId, value: Balance) {
		let (from, to) = (Some(from.clone()), Some(to.clone()));
		Self::deposit_event(Event::Transfer { from, to, value });
	}
}
