//! What the calls do, a file for each theme.

mod attestations;
mod batches;
mod erasure;
mod guardians;
mod inspect;
mod locations;
mod reads;
mod registration;
mod tags;
mod transfers;

use crate::{
	types::{AccountIdOf, RecordOf},
	Config, Datasets, Error, Pallet, Tombstones,
};
use frame_support::ensure;
use ownome_primitives::DatasetId;

impl<T: Config> Pallet<T> {
	/// The record of a dataset that stands.
	pub(crate) fn record(id: DatasetId) -> Result<RecordOf<T>, Error<T>> {
		Datasets::<T>::get(id).ok_or_else(|| {
			if Tombstones::<T>::contains_key(id) {
				Error::<T>::Erased
			} else {
				Error::<T>::UnknownDataset
			}
		})
	}

	/// The record of a dataset about which `who` may decide. Everything that changes a dataset asks here, but for what its owner alone may do.
	pub(crate) fn decided_by(who: &AccountIdOf<T>, id: DatasetId) -> Result<RecordOf<T>, Error<T>> {
		let record = Self::record(id)?;
		ensure!(Self::acts_for(who, &record.value.owner), Error::<T>::NotOwner);
		Ok(record)
	}

	/// Whether `who` is `owner`, or the guardian of `owner` in office.
	pub(crate) fn acts_for(who: &AccountIdOf<T>, owner: &AccountIdOf<T>) -> bool {
		who == owner || Self::guardian(owner).is_some_and(|office| office.guardian == *who)
	}
}
