//! What must hold of this pallet's storage after every block.

use crate::{
	Attestations, Config, DatasetByCommitment, Datasets, DatasetsOf, Deposits, NextDatasetId,
	Pallet,
};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Each dataset has one owner, one deposit and its two index entries; the indexes name no other;
	/// owners' accounts are kept alive; attestations are for datasets that exist.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut count = 0usize;
		for (id, dataset) in Datasets::<T>::iter() {
			ensure!(id < NextDatasetId::<T>::get(), "a dataset's id was never given out");
			ensure!(
				DatasetByCommitment::<T>::get(dataset.commitment) == Some(id),
				"a dataset is not found by its commitment"
			);
			ensure!(
				DatasetsOf::<T>::contains_key(&dataset.owner, id),
				"a dataset is not listed under its owner"
			);
			ensure!(Deposits::<T>::contains_key(id), "a dataset has no deposit");
			let owned = DatasetsOf::<T>::iter_key_prefix(&dataset.owner).count();
			let kept = frame_system::Account::<T>::get(&dataset.owner).sufficients;
			ensure!(kept as usize >= owned, "an owner's account is not kept alive");
			count = count.saturating_add(1);
		}
		ensure!(DatasetByCommitment::<T>::iter().count() == count, "a commitment has no dataset");
		ensure!(DatasetsOf::<T>::iter().count() == count, "an owner is listed for no dataset");
		ensure!(Deposits::<T>::iter().count() == count, "a deposit pays for no dataset");
		for (id, _, _) in Attestations::<T>::iter() {
			ensure!(Datasets::<T>::contains_key(id), "an attestation is for no dataset");
		}
		Ok(())
	}
}
