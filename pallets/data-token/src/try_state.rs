//! What must hold of this pallet's storage after every block.

use crate::{Allowances, Config, Pallet};
use frame_support::{
	ensure,
	traits::{fungible::Inspect, Get},
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// The supply is within the cap, and no allowance of zero is stored.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		ensure!(T::Ledger::total_issuance() <= T::Cap::get(), "the supply exceeds the cap");
		for (_, _, allowance) in Allowances::<T>::iter() {
			ensure!(allowance.value > 0, "an allowance of zero is stored");
		}
		Ok(())
	}
}
