//! What was allowed at any moment.

use crate::{Config, DatasetId, Grants, GrantsOf, Moment, Pallet};
use frame_support::traits::Time;
use ownome_primitives::{Access, Denial};

impl<T: Config> Pallet<T> {
	/// Whether `grantee` may read `dataset` at the moment `at`, now if `None`.
	///
	/// Any grant that allows it is enough; of several the one that lasts longest is named. Otherwise the answer tells of the
	/// latest grant that had been made by then, or of the first one if all came later. Reads all grants of the pair, so it is for
	/// runtime APIs, not for calls.
	pub fn check(dataset: DatasetId, grantee: &T::AccountId, at: Option<Moment>) -> Access {
		let at = at.unwrap_or_else(T::Time::now);
		GrantsOf::<T>::iter_key_prefix((dataset, grantee))
			.filter_map(|id| Grants::<T>::get(id).map(|grant| grant.access(id, at)))
			.max_by_key(rank)
			.unwrap_or(Access::Denied(Denial::NoGrant))
	}
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
