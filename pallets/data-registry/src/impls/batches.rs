//! Many datasets under one hash.

use crate::{
	impls::registration::Provenance, types::AccountIdOf, Batches, Config, Error, Event,
	NextBatchId, Pallet,
};
use codec::{Encode, MaxEncodedLen};
use frame_support::{
	ensure,
	traits::{Consideration, Footprint, Time},
};
use ownome_primitives::{
	verify_inclusion, Batch, BatchId, BatchLeaf, BatchProof, BatchRoot, DataFormat, InspectMember,
	Locations, Registration, Role, Seal, MAX_BATCH_LEAVES,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Put the root over `leaves` datasets on record, paid for by `who`.
	pub(crate) fn do_anchor_batch(
		who: AccountIdOf<T>,
		root: BatchRoot,
		leaves: u64,
		custodian: AccountIdOf<T>,
		locations: Locations,
	) -> DispatchResult {
		let may_anchor = [Role::Attester, Role::Custodian]
			.into_iter()
			.any(|role| T::Members::has_role(&who, role));
		ensure!(may_anchor, Error::<T>::MayNotAnchor);
		Self::ensure_custodian(&custodian)?;
		ensure!(leaves > 0 && leaves <= MAX_BATCH_LEAVES, Error::<T>::LeavesOutOfBounds);
		Self::ensure_locations(&locations)?;

		let batch_id = NextBatchId::<T>::get();
		NextBatchId::<T>::put(batch_id.checked_add(1).ok_or(Error::<T>::IdsExhausted)?);
		let batch = Batch {
			root,
			leaves,
			custodian: custodian.clone(),
			anchored_by: who.clone(),
			anchored_at: T::Time::now(),
			locations,
		};
		let deposit = T::BatchDeposit::new(&who, Self::batch_footprint(&batch))?;
		Batches::<T>::insert(batch_id, (batch, deposit));
		Self::deposit_event(Event::BatchAnchored {
			batch_id,
			anchored_by: who,
			custodian,
			root,
			leaves,
		});
		Ok(())
	}

	/// Make a dataset of `owner` of leaf number `index` of batch `batch_id`.
	pub(crate) fn do_claim(
		owner: &AccountIdOf<T>,
		batch_id: BatchId,
		index: u64,
		(seal, format): (Seal, DataFormat),
		attester: Option<AccountIdOf<T>>,
		proof: &BatchProof,
	) -> DispatchResult {
		let (batch, _) = Batches::<T>::get(batch_id).ok_or(Error::<T>::UnknownBatch)?;
		let leaf = BatchLeaf { owner: owner.clone(), seal, format }.hash(index, batch.leaves);
		let proven = verify_inclusion(&batch.root, index, batch.leaves, leaf, proof);
		ensure!(proven, Error::<T>::InvalidProof);

		// The custodian has the ciphertext, whatever has become of its accreditation.
		let registration = Registration { seal, format, custodian: batch.custodian, attester };
		let provenance = Provenance { descent: None, batch: Some(batch_id) };
		let dataset_id = Self::enter(owner, owner, registration, provenance)?;
		Self::deposit_event(Event::Claimed { dataset_id, batch_id, index });
		Ok(())
	}

	/// What a batch takes in storage.
	pub(crate) fn batch_footprint(batch: &Batch<AccountIdOf<T>>) -> Footprint {
		let size = BatchId::max_encoded_len()
			.saturating_add(batch.encoded_size())
			.saturating_add(T::BatchDeposit::max_encoded_len());
		Footprint::from_parts(1, size)
	}
}
