//! Stored types of this pallet that nobody else needs, and aliases.

use crate::Config;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use ownome_primitives::{Digest, Roles};
use scale_info::TypeInfo;
use sp_runtime::traits::StaticLookup;

/// The address form of an account in a call.
pub type AccountIdLookupOf<T> = <<T as frame_system::Config>::Lookup as StaticLookup>::Source;

/// The receipt for a held deposit.
pub type TicketOf<T> = <T as Config>::MembershipDeposit;

/// A request to be accredited.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Application {
	/// What to be accredited for.
	pub roles: Roles,
	/// X25519 public key to which Crypt4GH headers will be rewritten for the applicant.
	pub encryption_key: [u8; 32],
	/// Hash of the accreditation document.
	pub credential: Digest,
}
