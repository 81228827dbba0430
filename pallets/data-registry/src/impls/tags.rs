//! How members find datasets.

use crate::{
	types::{id_key, AccountIdOf, IdKey, Paid},
	Config, DatasetTags, DatasetsByTag, Error, Event, Pallet,
};
use codec::{Encode, MaxEncodedLen};
use frame_support::{ensure, traits::Footprint};
use ownome_primitives::{DatasetId, SearchToken, Tags};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Put `tags` in place of those of dataset `id`, paid for by `who`, who decides about it. Returns how many there were.
	pub(crate) fn do_set_tags(
		who: &AccountIdOf<T>,
		id: DatasetId,
		tags: Tags,
	) -> Result<u32, DispatchError> {
		let owner = Self::decided_by(who, id)?.value.owner;
		let next = tags.tokens.iter().skip(1);
		ensure!(tags.tokens.iter().zip(next).all(|(a, b)| a < b), Error::<T>::UnsortedTags);
		Self::void_transfer(id, &owner)?;

		let old = DatasetTags::<T>::take(id);
		let removed = old.as_ref().map_or(0, |old| Self::unlist(id, &old.value));
		for token in &tags.tokens {
			DatasetsByTag::<T>::insert(token, id_key(id), ());
		}
		let (epoch, count) = (tags.epoch, tags.tokens.len() as u32);
		if !tags.tokens.is_empty() {
			let footprint = Self::tags_footprint(&tags);
			DatasetTags::<T>::insert(id, Paid::replace(old, tags, &owner, who, footprint)?);
		} else if let Some(old) = old {
			old.refund(&owner)?;
		}
		Self::deposit_event(Event::TagsSet { dataset_id: id, epoch, count });
		Ok(removed)
	}

	/// Take dataset `id` out of the index of each of `tags`. Returns how many there are.
	pub(crate) fn unlist(id: DatasetId, tags: &Tags) -> u32 {
		for token in &tags.tokens {
			DatasetsByTag::<T>::remove(token, id_key(id));
		}
		tags.tokens.len() as u32
	}

	/// What the tags of a dataset take in storage: one entry with them, and one of the index for each.
	pub(crate) fn tags_footprint(tags: &Tags) -> Footprint {
		let (tokens, listed) = (tags.tokens.len(), <(SearchToken, IdKey)>::max_encoded_len());
		let size = DatasetId::max_encoded_len()
			.saturating_add(tags.encoded_size())
			.saturating_add(tokens.saturating_mul(listed));
		Footprint::from_parts(tokens.saturating_add(1), size)
	}
}
