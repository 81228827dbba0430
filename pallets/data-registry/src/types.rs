//! Stored types of this pallet that nobody else needs, and aliases.

use crate::Config;
use codec::{Decode, Encode, MaxEncodedLen};
use ownome_primitives::{Dataset, Digest, Moment};
use scale_info::TypeInfo;
use sp_runtime::traits::StaticLookup;

/// The address form of an account in a call.
pub type AccountIdLookupOf<T> = <<T as frame_system::Config>::Lookup as StaticLookup>::Source;

/// A dataset of this chain.
pub type DatasetOf<T> = Dataset<<T as frame_system::Config>::AccountId>;

/// The receipt for a dataset's deposit.
pub type DatasetTicketOf<T> = <T as Config>::DatasetDeposit;

/// The receipt for an attestation's deposit.
pub type AttestationTicketOf<T> = <T as Config>::AttestationDeposit;

/// An attestation of this chain.
pub type AttestationOf<T> = Attestation<AttestationTicketOf<T>>;

/// A member's word that it produced the data.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Attestation<Ticket> {
	/// Hash of the signed statement.
	pub statement: Digest,
	/// When it was given.
	pub at: Moment,
	/// The attester's deposit.
	pub deposit: Ticket,
}
