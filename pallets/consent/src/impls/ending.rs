//! Less than was granted, or nothing any more.

use crate::{
	types::{AccountIdOf, GrantIds},
	Config, Error, Event, Grants, Pallet, RevokedGrantees,
};
use frame_support::{ensure, traits::Time};
use ownome_primitives::{Act, EndCause, GrantId, Moment, Narrowing, Scope};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Take a consent back.
	pub(crate) fn do_revoke(who: &AccountIdOf<T>, grant_id: GrantId) -> DispatchResult {
		Self::change_grant(who, grant_id, |grant, now| {
			Self::ensure_decides(who, grant.dataset)?;
			ensure!(grant.runs(now), Error::<T>::GrantEnded);
			let owner = Self::parties(grant.dataset)?.owner;
			RevokedGrantees::<T>::insert(owner, &grant.grantee, ());
			grant.end_at(now, EndCause::Revoked);
			Self::settle_at(grant_id, grant, now).map(drop)
		})
	}

	/// Take several consents back. Those that ended already are left alone.
	pub(crate) fn do_revoke_many(who: &AccountIdOf<T>, grants: GrantIds) -> DispatchResult {
		let now = T::Time::now();
		let mut revoked = false;
		for id in grants {
			let (grant, _) = Grants::<T>::get(id).ok_or(Error::<T>::UnknownGrant)?;
			Self::ensure_decides(who, grant.dataset)?;
			if Self::as_it_stands(grant, now).runs(now) {
				Self::do_revoke(who, id)?;
				revoked = true;
			}
		}
		ensure!(revoked, Error::<T>::GrantEnded);
		Ok(())
	}

	/// Leave open less than before.
	pub(crate) fn do_narrow(
		who: &AccountIdOf<T>,
		grant_id: GrantId,
		scope: Scope,
		expires_at: Moment,
	) -> DispatchResult {
		Self::change_grant(who, grant_id, |grant, now| {
			Self::ensure_decides(who, grant.dataset)?;
			ensure!(grant.runs(now), Error::<T>::GrantEnded);
			ensure!(scope.is_canonical(), Error::<T>::MalformedScope);
			ensure!(grant.is_narrower(now, &scope, expires_at), Error::<T>::NotNarrower);
			grant
				.narrowings
				.try_push(Narrowing { at: now, scope: scope.clone(), expires_at })
				.map_err(|_| Error::<T>::TooManyNarrowings)?;
			Self::note(grant.dataset, who, Act::Narrowed(grant_id), None);
			Self::deposit_event(Event::Narrowed { grant_id, scope, expires_at });
			Self::settle_at(grant_id, grant, now).map(drop)
		})
	}

	/// Give a grant back.
	pub(crate) fn do_relinquish(who: &AccountIdOf<T>, grant_id: GrantId) -> DispatchResult {
		Self::change_grant(who, grant_id, |grant, now| {
			ensure!(grant.grantee == *who, Error::<T>::NotGrantee);
			ensure!(grant.runs(now), Error::<T>::GrantEnded);
			grant.end_at(now, EndCause::Relinquished);
			Self::settle_at(grant_id, grant, now).map(drop)
		})
	}
}
