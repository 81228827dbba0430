//! What happened to the consents for a dataset.

use super::EndCause;
use crate::{Digest, GrantId, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How often a grant may be acted upon: granted, delivered, answered, ruled, narrowed four times, ended, reviewed and reported.
pub const MAX_ACTS_OF_GRANT: u32 = 11;

/// Something that somebody did.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Act {
	/// Consent was given: the grant says by what.
	Granted(GrantId),
	/// The key was handed over.
	Delivered(GrantId),
	/// The grantee confirmed that the key opens the data.
	Confirmed(GrantId),
	/// The grantee said that it does not.
	Disputed(GrantId),
	/// An auditor decided.
	Ruled {
		/// The grant.
		grant: GrantId,
		/// Whether the key opens the data.
		valid: bool,
	},
	/// The custodian recorded accesses.
	Accessed {
		/// The grant.
		grant: GrantId,
		/// The number of the first one among the accesses of this grant, from 0: the receipt has the evidence.
		index: u64,
		/// How many.
		count: u32,
	},
	/// Less was left open.
	Narrowed(GrantId),
	/// The grant ended before its time. Who ended it, or wrote down an end that came by itself, is who acted.
	Ended {
		/// The grant.
		grant: GrantId,
		/// From this moment on it allows nothing.
		at: Moment,
		/// Why.
		cause: EndCause,
	},
	/// An ethics committee reviewed an emergency.
	Reviewed {
		/// The grant.
		grant: GrantId,
		/// Whether it was one.
		justified: bool,
	},
	/// A clinician was suspended for an emergency.
	Reported(GrantId),
	/// A policy was set for the dataset.
	PolicySet(Digest),
	/// The dataset's own policy was taken off.
	PolicyRemoved,
}

impl Act {
	/// The grant that it is about, `None` if it is about a policy.
	pub fn grant(&self) -> Option<GrantId> {
		match self {
			Self::Granted(grant)
			| Self::Delivered(grant)
			| Self::Confirmed(grant)
			| Self::Disputed(grant)
			| Self::Ruled { grant, .. }
			| Self::Accessed { grant, .. }
			| Self::Narrowed(grant)
			| Self::Ended { grant, .. }
			| Self::Reviewed { grant, .. }
			| Self::Reported(grant) => Some(*grant),
			Self::PolicySet(_) | Self::PolicyRemoved => None,
		}
	}
}

/// An entry in the audit trail of a dataset.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct TrailEntry<AccountId> {
	/// When it was written.
	pub at: Moment,
	/// Who did it.
	pub by: AccountId,
	/// What.
	pub act: Act,
}
