//! What was allowed at any moment.

use crate::{types::GrantOf, Config, DatasetId, GrantId, Grants, GrantsOf, Moment, Pallet};
use frame_support::traits::Time;
use ownome_primitives::{Access, Denial, Grant, InspectDataset};

impl<T: Config> Pallet<T> {
	/// The grant `id` as it stands now.
	pub fn grant(id: GrantId) -> Option<GrantOf<T>> {
		let grant = Grants::<T>::get(id)?;
		let erased_at = T::Datasets::erased_at(grant.dataset);
		Some(as_it_stands(grant, erased_at))
	}

	/// Whether `grantee` may read `dataset` at the moment `at`, now if `None`.
	///
	/// Any grant that allows it is enough; of several the one that lasts longest is named. Otherwise the answer tells of the
	/// latest grant that had been made by then, or of the first one if all came later. Reads all grants of the pair, so it is for
	/// runtime APIs, not for calls.
	pub fn check(dataset: DatasetId, grantee: &T::AccountId, at: Option<Moment>) -> Access {
		let at = at.unwrap_or_else(T::Time::now);
		let erased_at = T::Datasets::erased_at(dataset);
		GrantsOf::<T>::iter_key_prefix((dataset, grantee))
			.filter_map(|id| {
				Grants::<T>::get(id).map(|grant| as_it_stands(grant, erased_at).access(id, at))
			})
			.max_by_key(rank)
			.unwrap_or(Access::Denied(Denial::NoGrant))
	}
}

/// A grant ends with its dataset, though nobody has written it into the grant (docs/adr/0008-erasure.md).
fn as_it_stands<AccountId>(
	mut grant: Grant<AccountId>,
	erased_at: Option<Moment>,
) -> Grant<AccountId> {
	if let Some(at) = erased_at {
		grant.end_by_erasure(at);
	}
	grant
}

/// Which answer tells most: a permission until late, then a grant of the past (the latest first), then one of the future (the earliest first).
fn rank(access: &Access) -> (u8, u64) {
	match access {
		Access::Permitted { until, .. } => (3, *until),
		Access::Denied(Denial::Ended { grant, .. } | Denial::Expired { grant, .. }) => (2, *grant),
		Access::Denied(Denial::NotYetGranted { grant, .. }) => (1, u64::MAX.saturating_sub(*grant)),
		Access::Denied(Denial::NoGrant) => (0, 0),
	}
}
