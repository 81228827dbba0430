//! What belongs to an owner: a guardian, and the pseudonym of the person.

use crate::{types::AccountIdOf, Config, Error, Event, Guardianships, Pallet, Subjects};
use codec::MaxEncodedLen;
use frame_support::{
	ensure,
	traits::{Consideration, Footprint, Get, Time},
};
use ownome_primitives::{Guardianship, Moment, SubjectId};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Let `guardian` act for `owner` until the moment `until`.
	pub(crate) fn do_set_guardian(
		owner: AccountIdOf<T>,
		guardian: AccountIdOf<T>,
		until: Moment,
	) -> DispatchResult {
		ensure!(guardian != owner, Error::<T>::OwnGuardian);
		ensure!(Self::guardian(&owner).is_none(), Error::<T>::GuardianInOffice);
		let term = until.saturating_sub(T::Time::now());
		ensure!(term > 0 && term <= T::MaxGuardianship::get(), Error::<T>::TermOutOfBounds);

		// The account lives as long as the office, even without any coin, so that the guardian can always act. Before the former office ends, lest
		// the same account end with it and begin anew.
		frame_system::Pallet::<T>::inc_sufficients(&guardian);
		// Somebody whose term is over may still be on record.
		if Guardianships::<T>::contains_key(&owner) {
			Self::end_guardianship(&owner)?;
		}
		let deposit = T::AccountDeposit::new(&owner, Self::guardian_footprint())?;
		let office = Guardianship { guardian: guardian.clone(), until };
		Guardianships::<T>::insert(&owner, (office, deposit));
		Self::deposit_event(Event::GuardianSet { owner, guardian, until });
		Ok(())
	}

	/// Take the guardian of `owner` off the record: by itself at any time, by anyone once its term is over.
	pub(crate) fn do_hand_over(who: &AccountIdOf<T>, owner: &AccountIdOf<T>) -> DispatchResult {
		let (office, _) = Guardianships::<T>::get(owner).ok_or(Error::<T>::NoGuardian)?;
		ensure!(
			office.guardian == *who || office.until <= T::Time::now(),
			Error::<T>::GuardianInOffice
		);
		Self::end_guardianship(owner)
	}

	fn end_guardianship(owner: &AccountIdOf<T>) -> DispatchResult {
		let (office, deposit) = Guardianships::<T>::take(owner).ok_or(Error::<T>::NoGuardian)?;
		deposit.drop(owner)?;
		frame_system::Pallet::<T>::dec_sufficients(&office.guardian);
		Self::deposit_event(Event::HandedOver { owner: owner.clone(), guardian: office.guardian });
		Ok(())
	}

	/// Put the pseudonym of the person behind `owner` on record, or take it off.
	pub(crate) fn do_set_subject(
		owner: AccountIdOf<T>,
		subject: Option<SubjectId>,
	) -> DispatchResult {
		match (Subjects::<T>::take(&owner), subject) {
			(Some((_, deposit)), Some(subject)) => {
				Subjects::<T>::insert(&owner, (subject, deposit));
			},
			(None, Some(subject)) => {
				let deposit = T::AccountDeposit::new(&owner, Self::subject_footprint())?;
				Subjects::<T>::insert(&owner, (subject, deposit));
			},
			(Some((_, deposit)), None) => deposit.drop(&owner)?,
			(None, None) => {},
		}
		Self::deposit_event(Event::SubjectSet { owner, subject });
		Ok(())
	}

	/// What a guardian takes in storage.
	pub(crate) fn guardian_footprint() -> Footprint {
		type Entry<T> =
			(AccountIdOf<T>, Guardianship<AccountIdOf<T>>, <T as Config>::AccountDeposit);
		Footprint::from_parts(1, Entry::<T>::max_encoded_len())
	}

	/// What a pseudonym takes in storage.
	pub(crate) fn subject_footprint() -> Footprint {
		type Entry<T> = (AccountIdOf<T>, SubjectId, <T as Config>::AccountDeposit);
		Footprint::from_parts(1, Entry::<T>::max_encoded_len())
	}
}
