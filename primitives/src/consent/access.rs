//! What was allowed at any moment.

use super::{Ended, Grant, Scope};
use crate::{GrantId, Moment, Standing};
use codec::{Decode, Encode};
use scale_info::TypeInfo;

/// The answer to "may this grantee read this much of this dataset at that moment?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum Access {
	/// Yes.
	Permitted {
		/// The grant that allows it.
		grant: GrantId,
		/// As far as is known now, until this moment.
		until: Moment,
	},
	/// No.
	Denied(Denial),
}

/// Why an access is denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum Denial {
	/// There has never been a grant for this dataset and grantee.
	NoGrant,
	/// The first grant came later.
	NotYetGranted {
		/// The grant.
		grant: GrantId,
		/// When it was made.
		from: Moment,
	},
	/// The last grant ended before its time.
	Ended {
		/// The grant.
		grant: GrantId,
		/// When and why.
		ended: Ended,
	},
	/// The last grant ran out.
	Expired {
		/// The grant.
		grant: GrantId,
		/// When it ran out.
		at: Moment,
	},
	/// The key had not been delivered.
	NotDelivered {
		/// The grant.
		grant: GrantId,
	},
	/// The grantee says that the key does not open the data, and nobody had decided on that.
	Disputed {
		/// The grant.
		grant: GrantId,
		/// Since when.
		since: Moment,
	},
	/// The grant opens less than was asked for.
	OutOfScope {
		/// The grant.
		grant: GrantId,
	},
	/// The grantee was not a member in good standing.
	Standing(Option<Standing>),
}

impl<AccountId> Grant<AccountId> {
	/// What this grant says of an access to `what` at the moment `at`. It has to be one into which everything was written that came by
	/// itself, see [`Grant::ripen`].
	pub fn access(&self, id: GrantId, at: Moment, what: &Scope) -> Access {
		let denial = if at < self.issued_at {
			Denial::NotYetGranted { grant: id, from: self.issued_at }
		} else if at >= self.end() {
			match self.ended {
				Some(ended) if ended.at <= at => Denial::Ended { grant: id, ended },
				_ => Denial::Expired { grant: id, at: self.expiry() },
			}
		} else if !self.is_delivered(at) {
			Denial::NotDelivered { grant: id }
		} else if let Some(since) = self.delivery.as_ref().and_then(|it| it.disputed_since(at)) {
			Denial::Disputed { grant: id, since }
		} else if !(what.is_canonical() && self.scope_at(at).includes(what)) {
			Denial::OutOfScope { grant: id }
		} else {
			return Access::Permitted { grant: id, until: self.end() };
		};
		Access::Denied(denial)
	}
}

impl Access {
	/// Of several grants for the same grantee: a permission until late, then what would have been one but for scope, dispute or delivery, then a
	/// grant of the past (the latest first), then one of the future (the earliest first).
	pub fn rank(&self) -> (u8, u64) {
		match self {
			Self::Permitted { until, .. } => (6, *until),
			Self::Denied(Denial::OutOfScope { grant }) => (5, *grant),
			Self::Denied(Denial::Disputed { grant, .. }) => (4, *grant),
			Self::Denied(Denial::NotDelivered { grant }) => (3, *grant),
			Self::Denied(Denial::Ended { grant, .. } | Denial::Expired { grant, .. }) => {
				(2, *grant)
			},
			Self::Denied(Denial::NotYetGranted { grant, .. }) => {
				(1, u64::MAX.saturating_sub(*grant))
			},
			Self::Denied(Denial::NoGrant | Denial::Standing(_)) => (0, 0),
		}
	}

	/// The answer when the grantee had this standing: only members in good standing may read.
	pub fn with_standing(self, standing: Option<Standing>) -> Self {
		match self {
			Self::Permitted { .. } if standing != Some(Standing::Good) => {
				Self::Denied(Denial::Standing(standing))
			},
			other => other,
		}
	}
}
