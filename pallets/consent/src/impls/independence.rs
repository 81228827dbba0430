//! Who may judge.

use crate::{types::AccountIdOf, Config, Error, Pallet};
use alloc::vec::Vec;
use frame_support::ensure;
use ownome_primitives::{Basis, DatasetId, Ethics, Grant, InspectDataset, InspectMember};

impl<T: Config> Pallet<T> {
	/// Refuses to let `who` judge about a grant or its dataset if it, or its institution, has a part in it.
	pub(crate) fn ensure_may_judge(
		who: &AccountIdOf<T>,
		grant: &Grant<AccountIdOf<T>>,
	) -> Result<(), Error<T>> {
		let mut parties = Vec::from([&grant.grantee, &grant.custodian]);
		parties.extend(grant.shares.attester.as_ref().map(|(attester, _)| attester));
		if let Basis::Owner(consented) = &grant.basis {
			parties.push(consented);
		}
		if let Ethics::Signed(committee) = &grant.ethics {
			parties.push(committee);
		}
		Self::ensure_independent(who, grant.dataset, &grant.owner, parties)
	}

	/// Refuses `who` if it, or its institution, is one of these, decides about the dataset, stores it, vouched for it, or acts for `owner`.
	pub(crate) fn ensure_independent(
		who: &AccountIdOf<T>,
		dataset: DatasetId,
		owner: &AccountIdOf<T>,
		parties: Vec<&AccountIdOf<T>>,
	) -> Result<(), Error<T>> {
		let present = T::Datasets::parties(dataset);
		let present = present.iter().flat_map(|present| {
			[Some(&present.owner), Some(&present.custodian), present.attester.as_ref()]
		});
		let mut parties = parties.into_iter().chain([owner]).chain(present.flatten());
		let institution = T::Members::profile(who).map(|profile| profile.institution);
		let is_of_it = |party: &AccountIdOf<T>| {
			institution.is_some()
				&& T::Members::profile(party).map(|profile| profile.institution) == institution
		};
		let involved = parties.any(|party| party == who || is_of_it(party))
			|| T::Datasets::acts_for(who, owner)
			|| T::Datasets::may_decide(dataset, who);
		ensure!(!involved, Error::<T>::InvolvedParty);
		Ok(())
	}
}
