//! Accredited institutions.

use crate::{
	duo::{Country, Id},
	Digest, Moment,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::ConstU32;
use sp_crypto_hashing::blake2_256;
use sp_runtime::{BoundedBTreeSet, BoundedVec};

/// Separates the hashes of applications from every other use of BLAKE2b-256.
const APPLICATION_DOMAIN: [u8; 20] = *b"ownome/application/1";

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

impl Profile {
	/// Whether the institution and the country are of their form. Whether they are true is for the consortium to find out.
	pub fn is_well_formed(&self) -> bool {
		self.institution.is_well_formed() && self.country.is_well_formed()
	}
}

/// A request to be accredited.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Application {
	/// What to be accredited for.
	pub roles: Roles,
	/// What the applicant states, for the consortium to vouch for.
	pub profile: Profile,
	/// X25519 public key to which Crypt4GH headers will be rewritten for the applicant.
	pub encryption_key: [u8; 32],
	/// Hash of the accreditation document.
	pub credential: Digest,
}

impl Application {
	/// By which the council names the application that it read: `BLAKE2b-256("ownome/application/1" ++ SCALE(application))`.
	pub fn hash(&self) -> Digest {
		(APPLICATION_DOMAIN, self).using_encoded(blake2_256)
	}
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

	/// What the consortium vouches for about `who`, `None` if it is not a member. Whether it is trusted is another question.
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

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::collections::BTreeSet;

	fn profile() -> Profile {
		Profile {
			institution: "https://ror.org/02mhbdp94".parse().expect("an id"),
			country: "CO".parse().expect("a country"),
			not_for_profit: true,
		}
	}

	fn application() -> Application {
		Application {
			roles: BTreeSet::from([Role::Requester]).try_into().expect("one fits"),
			profile: profile(),
			encryption_key: [1; 32],
			credential: [2; 32],
		}
	}

	#[test]
	fn the_hash_of_an_application_is_the_documented_one() {
		let mut preimage = b"ownome/application/1".to_vec();
		preimage.extend(application().encode());
		assert_eq!(application().hash(), blake2_256(&preimage));
	}

	#[test]
	fn the_hash_of_an_application_is_bound_to_all_that_it_says() {
		let application = application();
		let roles = BTreeSet::from([Role::Auditor]).try_into().expect("one fits");
		let profile = Profile { not_for_profit: false, ..profile() };
		for other in [
			Application { roles, ..application.clone() },
			Application { profile, ..application.clone() },
			Application { encryption_key: [3; 32], ..application.clone() },
			Application { credential: [3; 32], ..application.clone() },
		] {
			assert_ne!(application.hash(), other.hash());
		}
	}

	#[test]
	fn a_profile_is_of_its_form_when_both_the_institution_and_the_country_are() {
		let no_institution = Id::decode(&mut &[0][..]).expect("an id without letters");
		let no_country = Country::decode(&mut &b"co"[..]).expect("two letters");
		assert!(profile().is_well_formed());
		assert!(!Profile { institution: no_institution, ..profile() }.is_well_formed());
		assert!(!Profile { country: no_country, ..profile() }.is_well_formed());
	}
}
