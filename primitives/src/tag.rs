//! How members find datasets without learning whose they are.

use crate::Digest;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::ConstU32;
use sp_runtime::BoundedVec;

/// How many tags one dataset has at most.
pub const MAX_TAGS: u32 = 16;

/// HMAC-SHA-256 of an ontology term under the consortium's search key of one epoch. Who does not have the key can neither
/// guess the term nor link the tokens of one term in two epochs.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct SearchToken(pub Digest);

/// The tokens of one dataset, in increasing order and each of them once.
pub type SearchTokens = BoundedVec<SearchToken, ConstU32<MAX_TAGS>>;

/// The tags of one dataset.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Tags {
	/// Which search key the tokens were made with.
	pub epoch: u32,
	/// The tokens.
	pub tokens: SearchTokens,
}
