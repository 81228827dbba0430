//! The rules of ERC-20 over the ledger.
//!
//! Sources: ERC-20 (<https://eips.ethereum.org/EIPS/eip-20>), and OpenZeppelin Contracts 5 where ERC-20 leaves
//! a choice: `u128::MAX` as allowance without end, no `Approval` on spending, `Transfer` to nobody on burn.

use crate::{types::TicketOf, Allowance, Allowances, Config, Error, Event, Pallet};
use codec::Encode;
use frame_support::{
	dispatch::DispatchResult,
	ensure,
	traits::{
		fungible::{Inspect, InspectHold, Mutate},
		tokens::{Fortitude, Precision, Preservation},
		Consideration,
	},
};
use ownome_primitives::{Balance, TokenBalance};

impl<T: Config> Pallet<T> {
	/// What `who` has.
	pub fn token_balance(who: &T::AccountId) -> TokenBalance {
		TokenBalance { free: T::Ledger::balance(who), held: T::Ledger::total_balance_on_hold(who) }
	}

	/// How much `spender` may spend of the tokens of `owner` (ERC-20 `allowance`).
	pub fn allowance(owner: &T::AccountId, spender: &T::AccountId) -> Balance {
		Allowances::<T>::get(owner, spender).map_or(0, |allowance| allowance.value)
	}

	pub(crate) fn do_transfer(
		from: T::AccountId,
		to: T::AccountId,
		value: Balance,
	) -> DispatchResult {
		ensure!(!Self::is_zero_account(&from), Error::<T>::ZeroAccount);
		ensure!(!Self::is_zero_account(&to), Error::<T>::ZeroAccount);
		ensure!(Self::spendable(&from) >= value, Error::<T>::InsufficientBalance);
		// Nothing is to be done for zero, not even for accounts that the ledger does not know.
		if value > 0 {
			T::Ledger::transfer(&from, &to, value, Preservation::Expendable)?;
		}
		Self::deposit_event(Event::Transfer { from: Some(from), to: Some(to), value });
		Ok(())
	}

	pub(crate) fn do_burn(from: T::AccountId, value: Balance) -> DispatchResult {
		ensure!(!Self::is_zero_account(&from), Error::<T>::ZeroAccount);
		ensure!(Self::spendable(&from) >= value, Error::<T>::InsufficientBalance);
		if value > 0 {
			T::Ledger::burn_from(
				&from,
				value,
				Preservation::Expendable,
				Precision::Exact,
				Fortitude::Polite,
			)?;
		}
		Self::deposit_event(Event::Transfer { from: Some(from), to: None, value });
		Ok(())
	}

	pub(crate) fn do_approve(
		owner: T::AccountId,
		spender: T::AccountId,
		value: Balance,
	) -> DispatchResult {
		ensure!(!Self::is_zero_account(&spender), Error::<T>::ZeroAccount);
		let deposit = Allowances::<T>::get(&owner, &spender).map(|allowance| allowance.deposit);
		Self::set_allowance(&owner, &spender, value, deposit)?;
		Self::deposit_event(Event::Approval { owner, spender, value });
		Ok(())
	}

	/// Take `value` off the allowance, unless it is without end.
	pub(crate) fn spend_allowance(
		owner: &T::AccountId,
		spender: &T::AccountId,
		value: Balance,
	) -> DispatchResult {
		let allowance = Allowances::<T>::get(owner, spender);
		let allowed = allowance.as_ref().map_or(0, |allowance| allowance.value);
		if allowed == Balance::MAX {
			return Ok(());
		}
		let left = allowed.checked_sub(value).ok_or(Error::<T>::InsufficientAllowance)?;
		Self::set_allowance(owner, spender, left, allowance.map(|allowance| allowance.deposit))
	}

	/// Store an allowance with its deposit, or drop both if it is zero.
	fn set_allowance(
		owner: &T::AccountId,
		spender: &T::AccountId,
		value: Balance,
		deposit: Option<TicketOf<T>>,
	) -> DispatchResult {
		if value == 0 {
			Allowances::<T>::remove(owner, spender);
			return deposit.map_or(Ok(()), |deposit| deposit.drop(owner));
		}
		let deposit = match deposit {
			Some(deposit) => deposit,
			None => T::AllowanceDeposit::new(owner, Self::allowance_footprint())?,
		};
		Allowances::<T>::insert(owner, spender, Allowance { value, deposit });
		Ok(())
	}

	/// What `who` may send or burn: all that is neither held nor frozen.
	fn spendable(who: &T::AccountId) -> Balance {
		T::Ledger::reducible_balance(who, Preservation::Expendable, Fortitude::Polite)
	}

	/// Whether `who` is the all-zero account, which stands for the zero address of ERC-20.
	pub(crate) fn is_zero_account(who: &T::AccountId) -> bool {
		who.using_encoded(|bytes| bytes.iter().all(|byte| *byte == 0))
	}
}
