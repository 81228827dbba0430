//! How tokens come into being: out of a published schedule, and never past the cap.

use crate::{types::TrancheOf, Config, Error, Event, Pallet, Schedule};
use alloc::vec::Vec;
use frame_support::{
	dispatch::DispatchResult,
	ensure,
	traits::{
		fungible::{Inspect, Mutate},
		Get, Time,
	},
	BoundedVec,
};
use ownome_primitives::Balance;

impl<T: Config> Pallet<T> {
	/// How much may be minted to `who` now, in 10^-18 `DATA`.
	pub fn mintable(who: &T::AccountId) -> Balance {
		let now = T::Time::now();
		Schedule::<T>::get()
			.iter()
			.filter(|tranche| tranche.beneficiary == *who)
			.fold(0, |sum: Balance, tranche| sum.saturating_add(tranche.mintable(now)))
	}

	pub(crate) fn do_mint(to: T::AccountId, value: Balance) -> DispatchResult {
		ensure!(!Self::is_zero_account(&to), Error::<T>::ZeroAccount);
		let supply = T::Ledger::total_issuance().checked_add(value);
		ensure!(supply.is_some_and(|supply| supply <= T::Cap::get()), Error::<T>::CapExceeded);
		Self::draw(&to, value)?;
		if value > 0 {
			T::Ledger::mint_into(&to, value)?;
		}
		Self::deposit_event(Event::Transfer { from: None, to: Some(to), value });
		Ok(())
	}

	/// Note in the schedule that `value` was minted to `beneficiary`.
	fn draw(beneficiary: &T::AccountId, value: Balance) -> DispatchResult {
		let now = T::Time::now();
		Schedule::<T>::try_mutate(|schedule| {
			let mut left = value;
			for tranche in schedule.iter_mut().filter(|tranche| tranche.beneficiary == *beneficiary)
			{
				let part = tranche.mintable(now).min(left);
				tranche.minted = tranche.minted.saturating_add(part);
				left = left.saturating_sub(part);
			}
			ensure!(left == 0, Error::<T>::NotReleased);
			Ok(())
		})
	}

	/// What `schedule` may still add to the supply, in 10^-18 `DATA`; `None` if it does not fit into a balance, or a tranche is minted beyond its
	/// amount.
	pub fn outstanding(schedule: &[TrancheOf<T>]) -> Option<Balance> {
		schedule.iter().try_fold(0, |sum: Balance, tranche| {
			sum.checked_add(tranche.amount.checked_sub(tranche.minted)?)
		})
	}

	/// Publish the schedule. For genesis only: ends the program if the schedule is not one that the cap allows.
	#[allow(clippy::panic)]
	pub(crate) fn set_schedule(schedule: Vec<TrancheOf<T>>) {
		assert!(
			schedule.iter().all(|tranche| tranche.minted == 0),
			"a tranche of the issuance schedule is minted before the chain begins"
		);
		assert!(
			schedule.iter().all(|tranche| !Self::is_zero_account(&tranche.beneficiary)),
			"a tranche of the issuance schedule is for the all-zero account"
		);
		let supply = Self::outstanding(&schedule)
			.and_then(|outstanding| outstanding.checked_add(T::Ledger::total_issuance()));
		assert!(
			supply.is_some_and(|supply| supply <= T::Cap::get()),
			"the issuance schedule and the balances at genesis exceed the cap"
		);
		let Ok(schedule) = BoundedVec::try_from(schedule) else {
			panic!("the issuance schedule has more than {} tranches", T::MaxTranches::get());
		};
		Schedule::<T>::put(schedule);
	}
}
