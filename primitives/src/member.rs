//! Accredited institutions.

use crate::{
	duo::{Country, Id},
	Digest, Moment,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::ConstU32;
use sp_runtime::{BoundedBTreeSet, BoundedVec};

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

/// Whether an institution is trusted.
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
pub enum Standing {
	/// A member that may do what its roles say.
	Good,
	/// A member that may do nothing until it is reinstated.
	Suspended,
	/// A member no more: the council ended it.
	Expelled,
	/// A member no more: it left.
	Resigned,
}

/// How often the standing of an account may change.
pub const MAX_STANDINGS: u32 = 32;

/// The standings of an account, each with the moment from which on it held, the oldest first.
pub type Standings = BoundedVec<(Moment, Standing), ConstU32<MAX_STANDINGS>>;

/// What the consortium vouches for about a member, so that nobody has to take its own word for it.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Profile {
	/// The institution that it belongs to, by its ROR id for example. Several members may be of one; they count as one party.
	pub institution: Id,
	/// Where the institution is, and where it uses data.
	pub country: Country,
	/// Whether the institution is a not-for-profit organisation.
	pub not_for_profit: bool,
}

/// An accredited institution.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Member {
	/// What it is accredited for.
	pub roles: Roles,
	/// What the consortium vouches for about it.
	pub profile: Profile,
	/// X25519 public key to which Crypt4GH headers are rewritten for this member.
	pub encryption_key: [u8; 32],
	/// Hash of the accreditation document.
	pub credential: Digest,
	/// When it was admitted.
	pub admitted_at: Moment,
	/// Whether it is trusted now: good or suspended.
	pub standing: Standing,
}

/// How other pallets look at the consortium.
pub trait InspectMember<AccountId> {
	/// Whether `who` is a member in good standing that is accredited for `role` now.
	fn has_role(who: &AccountId, role: Role) -> bool;

	/// The standing of `who` at the moment `at`, `None` if it had never been a member by then.
	fn standing_at(who: &AccountId, at: Moment) -> Option<Standing>;

	/// When `who` was expelled or resigned for the first time at the moment `since` or later, whatever came after.
	fn left_since(who: &AccountId, since: Moment) -> Option<Moment>;

	/// What the consortium vouches for about the member `who`.
	fn profile(who: &AccountId) -> Option<Profile>;

	/// Make `who` a member with these roles, alone in its institution, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_member(who: &AccountId, roles: Roles);
}

/// How other pallets act on evidence against a member.
pub trait SuspendMember<AccountId> {
	/// Suspend `who` from now on, if it is a member in good standing. Returns whether it was.
	fn suspend(who: &AccountId) -> bool;
}
