//! What clients ask. None of it writes.

use crate::{
	types::{id_key, AccountIdOf, IdKey},
	Attestations, Batches, Config, DatasetByCommitment, DatasetLocations, DatasetTags, Datasets,
	DatasetsByTag, DatasetsOf, Guardianships, Pallet, Registrants, Subjects, Tombstones,
	TransferOffers,
};
use alloc::vec::Vec;
use frame_support::{storage::KeyPrefixIterator, traits::Time};
use ownome_primitives::{
	api::MAX_PAGE, Attestation, Batch, BatchId, Commitment, Dataset, DatasetId, Guardianship,
	Locations, SearchToken, SubjectId, Tags, Tombstone, Verification,
};

impl<T: Config> Pallet<T> {
	/// The record of dataset `id`.
	pub fn dataset(id: DatasetId) -> Option<Dataset<AccountIdOf<T>>> {
		Datasets::<T>::get(id).map(|record| record.value)
	}

	/// The account that the commitment of dataset `id` is bound to.
	pub fn registrant(id: DatasetId) -> Option<AccountIdOf<T>> {
		Registrants::<T>::get(id).or_else(|| Self::dataset(id).map(|dataset| dataset.owner))
	}

	/// What is left of dataset `id` if it was erased.
	pub fn tombstone(id: DatasetId) -> Option<Tombstone> {
		Tombstones::<T>::get(id)
	}

	/// A page of the datasets of `owner`, those registered after `after`.
	pub fn datasets_of(
		owner: &AccountIdOf<T>,
		after: Option<DatasetId>,
		limit: u32,
	) -> Vec<DatasetId> {
		page(
			match after {
				None => DatasetsOf::<T>::iter_key_prefix(owner),
				Some(id) => DatasetsOf::<T>::iter_key_prefix_from(
					owner,
					DatasetsOf::<T>::hashed_key_for(owner, id_key(id)),
				),
			},
			limit,
		)
	}

	/// A page of the datasets with the tag `token`, those registered after `after`.
	pub fn datasets_by_tag(
		token: &SearchToken,
		after: Option<DatasetId>,
		limit: u32,
	) -> Vec<DatasetId> {
		page(
			match after {
				None => DatasetsByTag::<T>::iter_key_prefix(token),
				Some(id) => DatasetsByTag::<T>::iter_key_prefix_from(
					token,
					DatasetsByTag::<T>::hashed_key_for(token, id_key(id)),
				),
			},
			limit,
		)
	}

	/// The versions before dataset `id`, the newest first, erased ones included.
	pub fn lineage(id: DatasetId, limit: u32) -> Vec<DatasetId> {
		core::iter::successors(Self::predecessor(id), |id| Self::predecessor(*id))
			.take(limit.min(MAX_PAGE) as usize)
			.collect()
	}

	fn predecessor(id: DatasetId) -> Option<DatasetId> {
		match Self::dataset(id) {
			Some(dataset) => dataset.predecessor,
			None => Self::tombstone(id)?.predecessor,
		}
	}

	/// Where the ciphertext of dataset `id` lies: its own locations, or else those of its batch.
	pub fn locations(id: DatasetId) -> Locations {
		DatasetLocations::<T>::get(id)
			.map(|paid| paid.value)
			.or_else(|| Self::batch(Self::dataset(id)?.batch?).map(|batch| batch.locations))
			.unwrap_or_default()
	}

	/// The tags of dataset `id`.
	pub fn tags(id: DatasetId) -> Option<Tags> {
		DatasetTags::<T>::get(id).map(|paid| paid.value)
	}

	/// Who vouched for dataset `id`.
	pub fn attestations(id: DatasetId) -> Vec<Attestation<AccountIdOf<T>>> {
		Attestations::<T>::get(id)
			.into_iter()
			.map(|(attestation, _)| attestation)
			.collect()
	}

	/// The guardian of `owner` who is in office now.
	pub fn guardian(owner: &AccountIdOf<T>) -> Option<Guardianship<AccountIdOf<T>>> {
		Guardianships::<T>::get(owner)
			.map(|(office, _)| office)
			.filter(|office| T::Time::now() < office.until)
	}

	/// The pseudonym of the person behind `owner`.
	pub fn subject(owner: &AccountIdOf<T>) -> Option<SubjectId> {
		Subjects::<T>::get(owner).map(|(subject, _)| subject)
	}

	/// To whom the owner of dataset `id` has offered the title.
	pub fn transfer_offer(id: DatasetId) -> Option<AccountIdOf<T>> {
		TransferOffers::<T>::get(id).map(|(to, _)| to)
	}

	/// What became of `commitment`.
	pub fn verify(commitment: &Commitment) -> Verification {
		let Some(id) = DatasetByCommitment::<T>::get(commitment) else {
			return Verification::Unknown;
		};
		match Self::tombstone(id) {
			Some(tombstone) => Verification::Erased { id, at: tombstone.erased_at },
			None => Verification::Registered(id),
		}
	}

	/// The record of batch `id`.
	pub fn batch(id: BatchId) -> Option<Batch<AccountIdOf<T>>> {
		Batches::<T>::get(id).map(|(batch, _)| batch)
	}
}

fn page(keys: KeyPrefixIterator<IdKey>, limit: u32) -> Vec<DatasetId> {
	keys.take(limit.min(MAX_PAGE) as usize).map(DatasetId::from_be_bytes).collect()
}
