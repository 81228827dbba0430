//! The audit trail of each dataset.

use crate::{
	types::{id_key, AccountIdOf, TrailRecordOf},
	Config, Pallet, Trail, TrailLength,
};
use codec::MaxEncodedLen;
use frame_support::traits::{Footprint, Time};
use ownome_primitives::{Act, DatasetId, TrailEntry};

impl<T: Config> Pallet<T> {
	/// Write into the trail of `dataset` what `by` did now. `deposit` pays for it, or else the grant or receipt that it is of.
	pub(crate) fn note(
		dataset: DatasetId,
		by: &AccountIdOf<T>,
		act: Act,
		deposit: Option<T::PolicyDeposit>,
	) {
		let number = TrailLength::<T>::get(dataset);
		let entry = TrailEntry { at: T::Time::now(), by: by.clone(), act };
		Trail::<T>::insert(dataset, id_key(number), (entry, deposit));
		TrailLength::<T>::insert(dataset, number.saturating_add(1));
	}

	/// What so many entries in a trail take in storage.
	pub(crate) fn trail_footprint(entries: u32) -> Footprint {
		let size = <(DatasetId, u64, TrailRecordOf<T>)>::max_encoded_len();
		let length = <(DatasetId, u64)>::max_encoded_len();
		Footprint::from_parts(
			entries.saturating_add(1) as usize,
			size.saturating_mul(entries as usize).saturating_add(length),
		)
	}
}
