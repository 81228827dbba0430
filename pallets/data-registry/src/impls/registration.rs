//! How a title comes on record.

use crate::{
	types::{id_key, AccountIdOf, DatasetOf, Paid, RegistrationOf},
	Config, DatasetByCommitment, Datasets, DatasetsOf, Error, Event, NextDatasetId, Pallet,
	Tombstones,
};
use codec::{Encode, MaxEncodedLen};
use frame_support::{
	ensure,
	traits::{Footprint, Time},
};
use frame_system::pallet_prelude::BlockNumberFor;
use ownome_primitives::{
	is_signed_by, registration_message, BatchId, Commitment, Dataset, DatasetId, DatasetStatus,
	InspectMember, Moment, Role,
};
use sp_runtime::{traits::Zero, DispatchError, DispatchResult};

/// Where a title comes from.
pub(crate) struct Provenance {
	/// The version before, and the number of the new one.
	pub(crate) descent: Option<(DatasetId, u32)>,
	/// The batch that it is claimed from.
	pub(crate) batch: Option<BatchId>,
}

impl Provenance {
	/// Nowhere: a first version, registered by itself.
	pub(crate) const NEW: Self = Self { descent: None, batch: None };
}

impl<T: Config> Pallet<T> {
	/// Record titles of `owner`, paid for by `payer`.
	pub(crate) fn do_register(
		owner: &AccountIdOf<T>,
		payer: &AccountIdOf<T>,
		registrations: impl IntoIterator<Item = RegistrationOf<T>>,
	) -> DispatchResult {
		for registration in registrations {
			Self::ensure_custodian(&registration.custodian)?;
			Self::enter(owner, payer, registration, Provenance::NEW)?;
		}
		Ok(())
	}

	/// That `owner`, or the guardian of `owner` in office, signed for `registrations`.
	pub(crate) fn ensure_registration_signed(
		owner: &AccountIdOf<T>,
		registrations: &[RegistrationOf<T>],
		deadline: Moment,
		signature: &T::OffchainSignature,
	) -> DispatchResult {
		ensure!(T::Time::now() <= deadline, Error::<T>::SignatureExpired);
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		let message = registration_message(&genesis, owner, registrations, deadline);
		let signed = is_signed_by(owner, &message, signature)
			|| Self::guardian(owner)
				.is_some_and(|office| is_signed_by(&office.guardian, &message, signature));
		ensure!(signed, Error::<T>::InvalidSignature);
		Ok(())
	}

	/// Record a new version of dataset `predecessor`, paid for by `payer`, who decides about it.
	pub(crate) fn do_new_version(
		payer: &AccountIdOf<T>,
		predecessor: DatasetId,
		registration: RegistrationOf<T>,
	) -> DispatchResult {
		let mut record = Self::decided_by(payer, predecessor)?;
		ensure!(record.value.successor.is_none(), Error::<T>::NotNewest);
		Self::ensure_custodian(&registration.custodian)?;
		let version = record.value.version.checked_add(1).ok_or(Error::<T>::IdsExhausted)?;
		let provenance = Provenance { descent: Some((predecessor, version)), batch: None };
		let dataset_id = Self::enter(&record.value.owner, payer, registration, provenance)?;
		Self::void_transfer(predecessor, &record.value.owner)?;
		record.value.successor = Some(dataset_id);
		Datasets::<T>::insert(predecessor, record);
		Self::deposit_event(Event::VersionAdded { dataset_id, predecessor, version });
		Ok(())
	}

	/// Put one title of `owner` on record, paid for by `payer`: the only way in. Who keeps the data was checked before.
	pub(crate) fn enter(
		owner: &AccountIdOf<T>,
		payer: &AccountIdOf<T>,
		registration: RegistrationOf<T>,
		Provenance { descent, batch }: Provenance,
	) -> Result<DatasetId, DispatchError> {
		if let Some(attester) = &registration.attester {
			ensure!(T::Members::has_role(attester, Role::Attester), Error::<T>::NotAttester);
		}
		let commitment = Commitment::new(owner, &registration.seal);
		if let Some(earlier) = DatasetByCommitment::<T>::get(commitment) {
			let erased = Tombstones::<T>::contains_key(earlier);
			return Err(if erased { Error::<T>::Erased } else { Error::AlreadyRegistered }.into());
		}

		let dataset_id = NextDatasetId::<T>::get();
		NextDatasetId::<T>::put(dataset_id.checked_add(1).ok_or(Error::<T>::IdsExhausted)?);
		let dataset = Dataset {
			owner: owner.clone(),
			custodian: registration.custodian.clone(),
			attester: registration.attester,
			commitment,
			format: registration.format,
			version: descent.map_or(1, |(_, version)| version),
			predecessor: descent.map(|(predecessor, _)| predecessor),
			successor: None,
			batch,
			status: DatasetStatus::Active,
			registered_at: T::Time::now(),
		};
		let footprint = Self::record_footprint(&dataset, false);
		Datasets::<T>::insert(dataset_id, Paid::new(dataset, owner, payer, footprint)?);
		DatasetByCommitment::<T>::insert(commitment, dataset_id);
		DatasetsOf::<T>::insert(owner, id_key(dataset_id), ());
		// The account lives as long as the title stands, even without any coin, so that the owner can always act.
		frame_system::Pallet::<T>::inc_sufficients(owner);
		Self::deposit_event(Event::Registered {
			dataset_id,
			owner: owner.clone(),
			payer: payer.clone(),
			custodian: registration.custodian,
			commitment,
		});
		Ok(dataset_id)
	}

	/// What a dataset takes in storage: its record, with room for a successor, its places in the two indexes and, if it is
	/// somebody else than the owner, its registrant.
	pub(crate) fn record_footprint(dataset: &DatasetOf<T>, registrant: bool) -> Footprint {
		let (id, account) = (DatasetId::max_encoded_len(), AccountIdOf::<T>::max_encoded_len());
		let successor = if dataset.successor.is_none() { id } else { 0 };
		let (entries, size) = [
			dataset.encoded_size().saturating_add(successor),
			Commitment::max_encoded_len(),
			account,
		]
		.into_iter()
		.chain(registrant.then_some(account))
		.fold((0usize, 0usize), |(entries, size), bytes| {
			(entries.saturating_add(1), size.saturating_add(id).saturating_add(bytes))
		});
		Footprint::from_parts(entries, size)
	}

	/// That `who` is accredited for keeping ciphertext.
	pub(crate) fn ensure_custodian(who: &AccountIdOf<T>) -> Result<(), Error<T>> {
		ensure!(T::Members::has_role(who, Role::Custodian), Error::<T>::NotCustodian);
		Ok(())
	}
}
