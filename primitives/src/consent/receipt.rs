//! What custodians report.

use crate::{BatchRoot, Digest, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// By what accesses can be proved later. The salted records stay off chain.
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
pub enum Evidence {
	/// The hash of the record of one access.
	Record(Digest),
	/// The root over the hashes of the records of several accesses.
	Batch {
		/// The root.
		root: BatchRoot,
		/// How many there are.
		count: u32,
	},
}

impl Evidence {
	/// How many accesses it is of.
	pub fn count(&self) -> u32 {
		match self {
			Self::Record(_) => 1,
			Self::Batch { count, .. } => *count,
		}
	}
}

/// A custodian's word that the grantee read the data.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Receipt<AccountId> {
	/// Who opened the data.
	pub custodian: AccountId,
	/// When it was recorded.
	pub at: Moment,
	/// Of what.
	pub evidence: Evidence,
}
