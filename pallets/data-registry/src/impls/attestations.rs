//! Who vouches for data.

use crate::{types::AccountIdOf, Attestations, Config, Error, Event, Pallet};
use codec::MaxEncodedLen;
use frame_support::{
	ensure,
	traits::{Consideration, Footprint, Time},
};
use ownome_primitives::{Attestation, DatasetId, Digest, InspectMember, Role, MAX_ATTESTATIONS};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Record that `attester` vouches for dataset `id` with `statement`.
	pub(crate) fn do_attest(
		attester: AccountIdOf<T>,
		id: DatasetId,
		statement: Digest,
	) -> DispatchResult {
		ensure!(T::Members::has_role(&attester, Role::Attester), Error::<T>::NotAttester);
		let named = Self::record(id)?.value.attester;
		let mut attestations = Attestations::<T>::get(id);
		let has_attested =
			|who: &AccountIdOf<T>| attestations.iter().any(|(given, _)| given.attester == *who);
		ensure!(!has_attested(&attester), Error::<T>::AlreadyAttested);
		// One place is kept for the member that the owner named, so that others cannot keep it out.
		let kept = named.is_some_and(|named| named != attester && !has_attested(&named));
		let taken = attestations.len().saturating_add(kept.into());
		ensure!(taken < MAX_ATTESTATIONS as usize, Error::<T>::TooManyAttestations);

		let deposit = T::AttestationDeposit::new(&attester, Self::attestation_footprint())?;
		let attestation = Attestation { attester: attester.clone(), statement, at: T::Time::now() };
		attestations
			.try_push((attestation, deposit))
			.map_err(|_| Error::<T>::TooManyAttestations)?;
		Attestations::<T>::insert(id, attestations);
		Self::deposit_event(Event::Attested { dataset_id: id, attester, statement });
		Ok(())
	}

	/// Take back what `attester` said of dataset `id`.
	pub(crate) fn do_retract_attestation(
		attester: AccountIdOf<T>,
		id: DatasetId,
	) -> DispatchResult {
		let mut attestations = Attestations::<T>::get(id);
		let place = attestations
			.iter()
			.position(|(given, _)| given.attester == attester)
			.ok_or(Error::<T>::NotAttested)?;
		let (_, deposit) = attestations.remove(place);
		deposit.drop(&attester)?;
		if attestations.is_empty() {
			Attestations::<T>::remove(id);
		} else {
			Attestations::<T>::insert(id, attestations);
		}
		Self::deposit_event(Event::AttestationRetracted { dataset_id: id, attester });
		Ok(())
	}

	/// What one attestation takes in storage: its part of the dataset's entry, and as if it were the only one, the entry.
	pub(crate) fn attestation_footprint() -> Footprint {
		type Entry<T> = (DatasetId, Attestation<AccountIdOf<T>>, <T as Config>::AttestationDeposit);
		Footprint::from_parts(1, Entry::<T>::max_encoded_len())
	}
}
