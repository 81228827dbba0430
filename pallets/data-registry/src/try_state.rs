//! What must hold of this pallet's storage after every block.

use crate::{
	types::{id_key, AccountIdOf},
	Attestations, Batches, Config, DatasetByCommitment, DatasetLocations, DatasetTags, Datasets,
	DatasetsByTag, DatasetsOf, Guardianships, NextBatchId, NextDatasetId, Pallet, Registrants,
	Tombstones, TransferOffers,
};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::ensure;
use ownome_primitives::{is_location, DatasetId, MAX_BATCH_LEAVES};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Each id is of one dataset or of one tombstone; commitments, owners, tags and versions are found in both directions; what
	/// belongs to a dataset goes with it; accounts that must be able to act are kept alive.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::titles_and_indexes_agree()?;
		Self::versions_agree()?;
		Self::tags_agree()?;
		Self::nothing_outlives_its_dataset()?;
		Self::batches_are_sound()?;
		Self::accounts_are_kept()
	}

	fn titles_and_indexes_agree() -> Result<(), TryRuntimeError> {
		let next = NextDatasetId::<T>::get();
		let mut datasets = 0usize;
		for (id, record) in Datasets::<T>::iter() {
			let dataset = record.value;
			ensure!(id < next, "a dataset's id was never given out");
			ensure!(!Tombstones::<T>::contains_key(id), "a dataset stands and is erased");
			ensure!(
				DatasetByCommitment::<T>::get(dataset.commitment) == Some(id),
				"a dataset is not found by its commitment"
			);
			ensure!(
				DatasetsOf::<T>::contains_key(&dataset.owner, id_key(id)),
				"a dataset is not listed under its owner"
			);
			ensure!(
				record.payer.as_ref() != Some(&dataset.owner),
				"an owner is on record as somebody else who paid"
			);
			ensure!(
				Registrants::<T>::get(id).as_ref() != Some(&dataset.owner),
				"an owner is on record as a former one"
			);
			if let Some(batch) = dataset.batch {
				ensure!(Batches::<T>::contains_key(batch), "a dataset comes from no batch");
			}
			datasets = datasets.saturating_add(1);
		}
		let mut tombstones = 0usize;
		for (id, tombstone) in Tombstones::<T>::iter() {
			ensure!(id < next, "a tombstone's id was never given out");
			ensure!(
				DatasetByCommitment::<T>::get(tombstone.commitment) == Some(id),
				"a tombstone is not found by its commitment"
			);
			tombstones = tombstones.saturating_add(1);
		}
		let all = datasets.saturating_add(tombstones);
		ensure!(next == all as DatasetId, "an id has neither a dataset nor a tombstone");
		ensure!(DatasetByCommitment::<T>::iter().count() == all, "a commitment has no dataset");
		ensure!(DatasetsOf::<T>::iter().count() == datasets, "an owner is listed for no dataset");
		Ok(())
	}

	fn versions_agree() -> Result<(), TryRuntimeError> {
		let descent = |id| {
			let dataset = Self::dataset(id).map(|dataset| (dataset.predecessor, dataset.version));
			dataset
				.or_else(|| Self::tombstone(id).map(|erased| (erased.predecessor, erased.version)))
		};
		for (id, record) in Datasets::<T>::iter() {
			if let Some(successor) = record.value.successor {
				ensure!(
					descent(successor) == Some((Some(id), record.value.version.saturating_add(1))),
					"a successor has another predecessor"
				);
			}
			if let Some(before) = record.value.predecessor.and_then(Self::dataset) {
				ensure!(before.successor == Some(id), "a predecessor has another successor");
			}
		}
		for id in 0..NextDatasetId::<T>::get() {
			if let Some((Some(before), version)) = descent(id) {
				let before = descent(before).map(|(_, version)| version);
				ensure!(before == version.checked_sub(1), "versions are not counted");
			} else {
				ensure!(descent(id) == Some((None, 1)), "a first version is not the first");
			}
		}
		Ok(())
	}

	fn tags_agree() -> Result<(), TryRuntimeError> {
		let mut listed = 0usize;
		for (id, paid) in DatasetTags::<T>::iter() {
			let tokens = paid.value.tokens;
			ensure!(!tokens.is_empty(), "an entry has no tags");
			let distinct = tokens.iter().collect::<BTreeSet<_>>();
			ensure!(distinct.into_iter().eq(&tokens), "tags are not in order, or not distinct");
			for token in &tokens {
				ensure!(
					DatasetsByTag::<T>::contains_key(token, id_key(id)),
					"a dataset is not listed under its tag"
				);
			}
			listed = listed.saturating_add(tokens.len());
		}
		ensure!(DatasetsByTag::<T>::iter().count() == listed, "a tag lists a dataset without it");
		Ok(())
	}

	fn nothing_outlives_its_dataset() -> Result<(), TryRuntimeError> {
		let stands = |id: &DatasetId| Datasets::<T>::contains_key(id);
		ensure!(DatasetTags::<T>::iter_keys().all(|id| stands(&id)), "tags are of no dataset");
		ensure!(Registrants::<T>::iter_keys().all(|id| stands(&id)), "a registrant has no dataset");
		for (id, paid) in DatasetLocations::<T>::iter() {
			ensure!(stands(&id), "locations are of no dataset");
			ensure!(!paid.value.is_empty(), "an entry has no locations");
			ensure!(paid.value.iter().all(|place| is_location(place)), "a location is none");
		}
		for (id, attestations) in Attestations::<T>::iter() {
			ensure!(stands(&id), "an attestation is for no dataset");
			ensure!(!attestations.is_empty(), "an entry has no attestations");
			let attesters =
				attestations.iter().map(|(given, _)| &given.attester).collect::<BTreeSet<_>>();
			ensure!(attesters.len() == attestations.len(), "a member vouches twice");
		}
		for (id, (to, _)) in TransferOffers::<T>::iter() {
			let owner = Self::dataset(id).map(|dataset| dataset.owner);
			ensure!(owner.is_some_and(|owner| owner != to), "an offer is of no title");
		}
		Ok(())
	}

	fn batches_are_sound() -> Result<(), TryRuntimeError> {
		let mut batches = 0u64;
		for (id, (batch, _)) in Batches::<T>::iter() {
			ensure!(id < NextBatchId::<T>::get(), "a batch's id was never given out");
			ensure!((1..=MAX_BATCH_LEAVES).contains(&batch.leaves), "a batch cannot be a tree");
			ensure!(batch.locations.iter().all(|place| is_location(place)), "a location is none");
			batches = batches.saturating_add(1);
		}
		ensure!(NextBatchId::<T>::get() == batches, "a batch was deleted");
		Ok(())
	}

	/// Titles and offices keep accounts alive, one reference for each.
	fn accounts_are_kept() -> Result<(), TryRuntimeError> {
		let mut owed = BTreeMap::<AccountIdOf<T>, u32>::new();
		let owners = DatasetsOf::<T>::iter_keys().map(|(owner, _)| owner);
		let guardians = Guardianships::<T>::iter_values().map(|(office, _)| office.guardian);
		for who in owners.chain(guardians) {
			let references = owed.entry(who).or_default();
			*references = references.saturating_add(1);
		}
		for (who, references) in owed {
			let kept = frame_system::Pallet::<T>::sufficients(&who);
			ensure!(kept >= references, "an account that must be able to act is not kept alive");
		}
		Ok(())
	}
}
