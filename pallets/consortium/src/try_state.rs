//! What must hold of this pallet's storage after every block.

use crate::{Applications, Config, Deposits, Members, Pallet};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Nobody is applicant and member at once, and the deposits are those of the applicants and members.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut records = 0usize;
		for who in Applications::<T>::iter_keys() {
			ensure!(!Members::<T>::contains_key(&who), "an applicant is a member already");
			ensure!(Deposits::<T>::contains_key(&who), "an applicant has no deposit");
			records = records.saturating_add(1);
		}
		for (who, member) in Members::<T>::iter() {
			ensure!(!member.roles.is_empty(), "a member has no role");
			ensure!(Deposits::<T>::contains_key(&who), "a member has no deposit");
			records = records.saturating_add(1);
		}
		ensure!(Deposits::<T>::iter_keys().count() == records, "a deposit pays for no record");
		Ok(())
	}
}
