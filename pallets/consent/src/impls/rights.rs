//! What owners may do for free, which is what they may do at all at this moment: a call that would fail is not free.

use crate::{
	types::{AccountIdOf, GrantIds, GrantOf, PolicyTargetOf},
	Config, Grants, Pallet, Policies, Proposals,
};
use alloc::collections::BTreeSet;
use frame_support::traits::Time;
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use ownome_primitives::{GrantId, InspectDataset, Moment, ProposalId, Scope, MAX_NARROWINGS};

impl<T: Config> Pallet<T> {
	/// Whether `origin` may reject this proposal now.
	pub(crate) fn may_reject(origin: &OriginFor<T>, id: ProposalId) -> bool {
		ensure_signed(origin.clone()).is_ok_and(|who| {
			Proposals::<T>::get(id)
				.is_some_and(|(proposal, _)| T::Datasets::may_decide(proposal.dataset, &who))
		})
	}

	/// Whether `origin` may revoke this grant now.
	pub(crate) fn may_revoke(origin: &OriginFor<T>, id: GrantId) -> bool {
		Self::has_right(origin, id, |grant, now| grant.runs(now))
	}

	/// Whether `origin` may revoke each of these grants now, and none is there twice: what has no effect is not free.
	pub(crate) fn may_revoke_many(origin: &OriginFor<T>, ids: &GrantIds) -> bool {
		let distinct: BTreeSet<_> = ids.iter().collect();
		!ids.is_empty()
			&& distinct.len() == ids.len()
			&& ids.iter().all(|id| Self::may_revoke(origin, *id))
	}

	/// Whether `origin` may take this policy off now.
	pub(crate) fn may_remove_policy(origin: &OriginFor<T>, target: &PolicyTargetOf<T>) -> bool {
		ensure_signed(origin.clone()).is_ok_and(|who| {
			Policies::<T>::contains_key(target) && Self::ensure_speaks_for(&who, target).is_ok()
		})
	}

	/// Whether `origin` may narrow this grant to this now.
	pub(crate) fn may_narrow(
		origin: &OriginFor<T>,
		id: GrantId,
		scope: &Scope,
		expires_at: Moment,
	) -> bool {
		Self::has_right(origin, id, |grant, now| {
			grant.runs(now)
				&& scope.is_canonical()
				&& grant.is_narrower(now, scope, expires_at)
				&& grant.narrowings.len() < MAX_NARROWINGS as usize
		})
	}

	/// Whether `origin` decides about the dataset of this grant, and the grant is such a one.
	fn has_right(
		origin: &OriginFor<T>,
		id: GrantId,
		is: impl FnOnce(&GrantOf<T>, Moment) -> bool,
	) -> bool {
		let now = T::Time::now();
		ensure_signed(origin.clone()).is_ok_and(|who: AccountIdOf<T>| {
			Grants::<T>::get(id).is_some_and(|(grant, _)| {
				T::Datasets::may_decide(grant.dataset, &who)
					&& is(&Self::as_it_stands(grant, now), now)
			})
		})
	}
}
