//! How a title changes hands.

use crate::{
	types::{id_key, AccountIdOf, Paid},
	Config, DatasetLocations, DatasetTags, Datasets, DatasetsOf, Error, Event, Pallet, Registrants,
	TransferOffers,
};
use codec::MaxEncodedLen;
use frame_support::{
	ensure,
	traits::{Consideration, Footprint},
};
use ownome_primitives::DatasetId;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Offer the title to dataset `id` to `to`. The owner alone may, and only while nobody else may act for the owner: a ward's title stays where it is.
	pub(crate) fn do_offer_transfer(
		owner: &AccountIdOf<T>,
		id: DatasetId,
		to: AccountIdOf<T>,
	) -> DispatchResult {
		ensure!(Self::record(id)?.value.owner == *owner, Error::<T>::NotOwner);
		ensure!(to != *owner, Error::<T>::TransferToOwner);
		ensure!(Self::guardian(owner).is_none(), Error::<T>::GuardianInOffice);
		let footprint = Self::transfer_footprint();
		let deposit = match TransferOffers::<T>::take(id) {
			Some((_, deposit)) => deposit.update(owner, footprint)?,
			None => T::DatasetDeposit::new(owner, footprint)?,
		};
		TransferOffers::<T>::insert(id, (to.clone(), deposit));
		Self::deposit_event(Event::TransferOffered { dataset_id: id, to });
		Ok(())
	}

	/// Take the offer of the title to dataset `id` back, which `who` decides about.
	pub(crate) fn do_cancel_transfer(who: &AccountIdOf<T>, id: DatasetId) -> DispatchResult {
		let owner = Self::decided_by(who, id)?.value.owner;
		ensure!(TransferOffers::<T>::contains_key(id), Error::<T>::NoTransferOffer);
		Self::void_transfer(id, &owner)
	}

	/// Take the offer of the title to dataset `id` back, if there is one. Whatever changes a dataset does so, lest a recipient accept something else
	/// than what was offered.
	pub(crate) fn void_transfer(id: DatasetId, owner: &AccountIdOf<T>) -> DispatchResult {
		if let Some((_, deposit)) = TransferOffers::<T>::take(id) {
			deposit.drop(owner)?;
			Self::deposit_event(Event::TransferCancelled { dataset_id: id });
		}
		Ok(())
	}

	/// Make `to` the owner of dataset `id`, which was offered to it. From now on `to` pays for all of its record.
	pub(crate) fn do_accept_transfer(to: AccountIdOf<T>, id: DatasetId) -> DispatchResult {
		let record = Self::record(id)?;
		let (offered_to, offer) =
			TransferOffers::<T>::take(id).ok_or(Error::<T>::NoTransferOffer)?;
		ensure!(offered_to == to, Error::<T>::NotRecipient);
		let from = record.value.owner.clone();
		ensure!(Self::guardian(&from).is_none(), Error::<T>::GuardianInOffice);
		offer.drop(&from)?;
		let mut dataset = record.refund(&from)?;
		dataset.owner = to.clone();

		// The commitment stays bound to the first owner.
		let registrant = Registrants::<T>::take(id).unwrap_or_else(|| from.clone());
		let footprint = Self::record_footprint(&dataset, registrant != to);
		if registrant != to {
			Registrants::<T>::insert(id, registrant);
		}
		Datasets::<T>::insert(id, Paid::new(dataset, &to, &to, footprint)?);
		if let Some(locations) = DatasetLocations::<T>::take(id) {
			let locations = locations.refund(&from)?;
			let footprint = Self::locations_footprint(&locations);
			DatasetLocations::<T>::insert(id, Paid::new(locations, &to, &to, footprint)?);
		}
		if let Some(tags) = DatasetTags::<T>::take(id) {
			let tags = tags.refund(&from)?;
			let footprint = Self::tags_footprint(&tags);
			DatasetTags::<T>::insert(id, Paid::new(tags, &to, &to, footprint)?);
		}
		DatasetsOf::<T>::remove(&from, id_key(id));
		DatasetsOf::<T>::insert(&to, id_key(id), ());
		frame_system::Pallet::<T>::inc_sufficients(&to);
		frame_system::Pallet::<T>::dec_sufficients(&from);
		Self::deposit_event(Event::Transferred { dataset_id: id, from, to });
		Ok(())
	}

	/// What an offer of a title takes in storage.
	pub(crate) fn transfer_footprint() -> Footprint {
		type Entry<T> = (DatasetId, AccountIdOf<T>, <T as Config>::DatasetDeposit);
		Footprint::from_parts(1, Entry::<T>::max_encoded_len())
	}
}
