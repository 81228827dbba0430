//! Accredited institutions.

use crate::{Digest, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::ConstU32;
use sp_runtime::BoundedBTreeSet;

/// What a member is accredited for.
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
pub enum Role {
	/// May make offers for data.
	Requester,
	/// May vouch for data that it produced.
	Attester,
	/// Stores ciphertext and reports accesses.
	Custodian,
	/// Co-signs where a policy asks for it.
	Ethics,
	/// May open an emergency grant.
	Clinician,
	/// Runs a validator.
	Validator,
	/// Decides disputes between others.
	Auditor,
}

/// A set of roles, at most one of each.
pub type Roles = BoundedBTreeSet<Role, ConstU32<7>>;

/// An accredited institution.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Member {
	/// What it is accredited for.
	pub roles: Roles,
	/// X25519 public key to which Crypt4GH headers are rewritten for this member.
	pub encryption_key: [u8; 32],
	/// Hash of the accreditation document.
	pub credential: Digest,
	/// When it was admitted.
	pub admitted_at: Moment,
}

/// How other pallets look at the consortium.
pub trait InspectMember<AccountId> {
	/// Whether `who` is a member that is accredited for `role` now.
	fn has_role(who: &AccountId, role: Role) -> bool;

	/// Make `who` a member with these roles, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_member(who: &AccountId, roles: Roles);
}
