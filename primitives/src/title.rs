//! What stands beside the title of a dataset or of an owner.

use crate::{BatchRoot, Digest, Locations, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How many members may vouch for one dataset.
pub const MAX_ATTESTATIONS: u32 = 8;

/// A member's word that it produced the data.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Attestation<AccountId> {
	/// Who vouches.
	pub attester: AccountId,
	/// Hash of the signed statement, which stays off chain.
	pub statement: Digest,
	/// When it was given.
	pub at: Moment,
}

/// Somebody who acts for an owner, a parent for a child for example.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Guardianship<AccountId> {
	/// Who acts.
	pub guardian: AccountId,
	/// From this moment on it may not any more, whatever happens.
	pub until: Moment,
}

/// A salted pseudonym of a person, by which the owner can show that two accounts are the same person's. The owner's tool makes it; without
/// the salt it tells nothing.
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
pub struct SubjectId(pub Digest);

/// What the registry holds of a batch. It is never deleted, because owners may claim years later.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Batch<AccountId> {
	/// The hash over all leaves.
	pub root: BatchRoot,
	/// How many leaves there are.
	pub leaves: u64,
	/// The member that stores the ciphertext of all datasets of the batch.
	pub custodian: AccountId,
	/// Who put it on the chain.
	pub anchored_by: AccountId,
	/// When.
	pub anchored_at: Moment,
	/// Where the ciphertext lies. Holds for each claimed dataset that names no locations of its own.
	pub locations: Locations,
}
