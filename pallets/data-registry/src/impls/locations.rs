//! Where the ciphertext lies.

use crate::{
	types::{AccountIdOf, Paid},
	Config, DatasetLocations, Error, Event, Pallet,
};
use codec::{Encode, MaxEncodedLen};
use frame_support::{ensure, traits::Footprint};
use ownome_primitives::{is_location, DatasetId, Locations};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Put `locations` in place of those of dataset `id`, paid for by `who`, who decides about it.
	pub(crate) fn do_set_locations(
		who: &AccountIdOf<T>,
		id: DatasetId,
		locations: Locations,
	) -> DispatchResult {
		let owner = Self::decided_by(who, id)?.value.owner;
		Self::ensure_locations(&locations)?;
		Self::void_transfer(id, &owner)?;
		let old = DatasetLocations::<T>::take(id);
		let count = locations.len() as u32;
		if !locations.is_empty() {
			let footprint = Self::locations_footprint(&locations);
			let paid = Paid::replace(old, locations, &owner, who, footprint)?;
			DatasetLocations::<T>::insert(id, paid);
		} else if let Some(old) = old {
			old.refund(&owner)?;
		}
		Self::deposit_event(Event::LocationsSet { dataset_id: id, count });
		Ok(())
	}

	/// That each of `locations` can be one.
	pub(crate) fn ensure_locations(locations: &Locations) -> Result<(), Error<T>> {
		ensure!(
			locations.iter().all(|location| is_location(location)),
			Error::<T>::InvalidLocation
		);
		Ok(())
	}

	/// What the locations of a dataset take in storage.
	pub(crate) fn locations_footprint(locations: &Locations) -> Footprint {
		let size = DatasetId::max_encoded_len().saturating_add(locations.encoded_size());
		Footprint::from_parts(1, size)
	}
}
