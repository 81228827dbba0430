//! The end of a dataset (docs/adr/0008-erasure.md).

use crate::{
	types::{id_key, AccountIdOf},
	Attestations, Config, DatasetLocations, DatasetTags, Datasets, DatasetsOf, Error, Event,
	Pallet, Registrants, Tombstones,
};
use frame_support::{
	ensure,
	traits::{Consideration, Time},
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use ownome_primitives::{DatasetId, DatasetStatus, Tombstone};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Close dataset `id` for new consents, for ever.
	pub(crate) fn do_seal(who: &AccountIdOf<T>, id: DatasetId) -> DispatchResult {
		let mut record = Self::decided_by(who, id)?;
		ensure!(record.value.status == DatasetStatus::Active, Error::<T>::AlreadySealed);
		record.value.status = DatasetStatus::Sealed;
		Self::void_transfer(id, &record.value.owner)?;
		Datasets::<T>::insert(id, record);
		Self::deposit_event(Event::Sealed { dataset_id: id });
		Ok(())
	}

	/// Whether `origin` may erase this dataset now, and so need not pay for it.
	pub(crate) fn may_erase(origin: &OriginFor<T>, id: DatasetId) -> bool {
		ensure_signed(origin.clone()).is_ok_and(|who| Self::decided_by(&who, id).is_ok())
	}

	/// Remove all that is on record of dataset `id` but what names nobody. Returns how many tags and attestations it had.
	pub(crate) fn do_erase(
		who: &AccountIdOf<T>,
		id: DatasetId,
	) -> Result<(u32, u32), DispatchError> {
		let record = Self::decided_by(who, id)?;
		let owner = record.value.owner.clone();

		if let Some(locations) = DatasetLocations::<T>::take(id) {
			locations.refund(&owner)?;
		}
		let tags = match DatasetTags::<T>::take(id) {
			Some(tags) => Self::unlist(id, &tags.refund(&owner)?),
			None => 0,
		};
		let attestations = Attestations::<T>::take(id);
		let attested = attestations.len() as u32;
		for (attestation, deposit) in attestations {
			deposit.drop(&attestation.attester)?;
		}
		Self::void_transfer(id, &owner)?;
		Registrants::<T>::remove(id);
		DatasetsOf::<T>::remove(&owner, id_key(id));
		Datasets::<T>::remove(id);
		let dataset = record.refund(&owner)?;

		// When the newest version goes, the one before may have another successor.
		if let (Some(predecessor), None) = (dataset.predecessor, dataset.successor) {
			Datasets::<T>::mutate_extant(predecessor, |before| before.value.successor = None);
		}
		let tombstone = Tombstone {
			commitment: dataset.commitment,
			version: dataset.version,
			predecessor: dataset.predecessor,
			erased_at: T::Time::now(),
		};
		Tombstones::<T>::insert(id, tombstone);
		// Last, because an account without any coin ends with its last title.
		frame_system::Pallet::<T>::dec_sufficients(&owner);
		Self::deposit_event(Event::Erased { dataset_id: id });
		Ok((tags, attested))
	}
}
