//! Stored types of this pallet that nobody else needs, and aliases.

use crate::Config;
use codec::{Decode, Encode, MaxEncodedLen};
use ownome_primitives::{Digest, Grant, Moment, Proposal};
use scale_info::TypeInfo;

/// A proposal of this chain.
pub type ProposalOf<T> = Proposal<<T as frame_system::Config>::AccountId>;

/// A grant of this chain.
pub type GrantOf<T> = Grant<<T as frame_system::Config>::AccountId>;

/// The receipt for the deposit of a proposal or grant.
pub type RecordTicketOf<T> = <T as Config>::RecordDeposit;

/// The receipt for the deposit of a receipt.
pub type ReceiptTicketOf<T> = <T as Config>::ReceiptDeposit;

/// A receipt of this chain.
pub type ReceiptOf<T> = Receipt<<T as frame_system::Config>::AccountId, ReceiptTicketOf<T>>;

/// A custodian's word that the grantee read the data.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Receipt<AccountId, Ticket> {
	/// Who opened the data.
	pub custodian: AccountId,
	/// When it was recorded.
	pub at: Moment,
	/// Hash of the salted access record, which stays off chain.
	pub digest: Digest,
	/// The custodian's deposit.
	pub deposit: Ticket,
}
