//! How other pallets look at the registry.

use crate::{types::AccountIdOf, Attestations, Config, Datasets, Pallet, Tombstones};
use ownome_primitives::{DatasetId, DatasetParties, DatasetStatus, InspectDataset, Moment};

impl<T: Config> InspectDataset<AccountIdOf<T>> for Pallet<T> {
	fn parties(id: DatasetId) -> Option<DatasetParties<AccountIdOf<T>>> {
		Self::dataset(id).map(|dataset| DatasetParties {
			owner: dataset.owner,
			custodian: dataset.custodian,
			attester: dataset.attester.filter(|named| {
				Attestations::<T>::get(id).iter().any(|(given, _)| given.attester == *named)
			}),
		})
	}

	fn may_decide(id: DatasetId, who: &AccountIdOf<T>) -> bool {
		Self::decided_by(who, id).is_ok()
	}

	fn is_sealed(id: DatasetId) -> bool {
		Datasets::<T>::get(id).is_some_and(|record| record.value.status == DatasetStatus::Sealed)
	}

	fn erased_at(id: DatasetId) -> Option<Moment> {
		Tombstones::<T>::get(id).map(|tombstone| tombstone.erased_at)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn create_dataset(
		parties: DatasetParties<AccountIdOf<T>>,
		guardian: AccountIdOf<T>,
	) -> DatasetId {
		crate::benchmarking::create_dataset::<T>(parties, guardian)
	}
}
