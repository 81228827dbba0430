//! What must hold of this pallet's storage after every block.

use crate::{Allowances, Config, Nonces, Pallet, Schedule};
use frame_support::{
	ensure,
	traits::{fungible::Inspect, Get},
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// The supply and all that may still be minted are within the cap, no tranche is minted beyond its amount, and no allowance or nonce of
	/// zero is stored.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let outstanding = Self::outstanding(&Schedule::<T>::get())
			.ok_or("a tranche is minted beyond its amount, or they exceed what a balance holds")?;
		let supply = T::Ledger::total_issuance().checked_add(outstanding);
		ensure!(
			supply.is_some_and(|supply| supply <= T::Cap::get()),
			"the supply and what may be minted exceed the cap"
		);
		for (_, _, allowance) in Allowances::<T>::iter() {
			ensure!(allowance.value > 0, "an allowance of zero is stored");
		}
		for (_, nonce) in Nonces::<T>::iter() {
			ensure!(nonce.next > 0, "a nonce of zero is stored");
		}
		Ok(())
	}
}
