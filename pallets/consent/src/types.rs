//! Stored types of this pallet that nobody else needs, and aliases.

use crate::Config;
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use ownome_primitives::{
	ConsentPolicy, DatasetId, Grant, GrantId, PolicyTarget, Proposal, Receipt, Refusals, TrailEntry,
};
use scale_info::TypeInfo;
use sp_runtime::traits::StaticLookup;

/// How many datasets one call may make offers for, and how many grants one call may revoke.
pub const MAX_AT_ONCE: u32 = 50;

/// Datasets to make an offer for.
pub type DatasetIds = BoundedVec<DatasetId, ConstU32<MAX_AT_ONCE>>;

/// Grants to revoke.
pub type GrantIds = BoundedVec<GrantId, ConstU32<MAX_AT_ONCE>>;

/// The address form of an account in a call.
pub type AccountIdLookupOf<T> = <<T as frame_system::Config>::Lookup as StaticLookup>::Source;

/// An account of this chain.
pub type AccountIdOf<T> = <T as frame_system::Config>::AccountId;

/// A proposal of this chain.
pub type ProposalOf<T> = Proposal<AccountIdOf<T>>;

/// A proposal, and the requester's deposit.
pub type ProposalRecordOf<T> = (ProposalOf<T>, <T as Config>::RecordDeposit);

/// A grant of this chain.
pub type GrantOf<T> = Grant<AccountIdOf<T>>;

/// A grant, and the grantee's deposit.
pub type GrantRecordOf<T> = (GrantOf<T>, <T as Config>::RecordDeposit);

/// A receipt, and the custodian's deposit.
pub type ReceiptRecordOf<T> = (Receipt<AccountIdOf<T>>, <T as Config>::ReceiptDeposit);

/// For what a policy of this chain holds.
pub type PolicyTargetOf<T> = PolicyTarget<AccountIdOf<T>>;

/// The policy of an owner, and the deposit for it.
pub type PolicyRecordOf<T> =
	Paid<OwnedPolicy<AccountIdOf<T>>, AccountIdOf<T>, <T as Config>::PolicyDeposit>;

/// What an owner refuses, and the deposit for it.
pub type RefusalsOf<T> = Paid<Refusals, AccountIdOf<T>, <T as Config>::PolicyDeposit>;

/// An entry in the audit trail, and the deposit for it where it is not paid for with a grant.
pub type TrailRecordOf<T> = (TrailEntry<AccountIdOf<T>>, Option<<T as Config>::PolicyDeposit>);

/// The id of a proposal, a grant, a receipt or an entry in the trail as the last part of a key, most significant byte first: maps are read in the order of their
/// keys, and so in the order in which they were made.
pub type IdKey = [u8; 8];

/// The [`IdKey`] of `id`.
pub(crate) fn id_key(id: u64) -> IdKey {
	id.to_be_bytes()
}

/// Something on record, and who paid for it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Paid<Value, AccountId, Ticket> {
	/// What is on record.
	pub value: Value,
	/// Who paid for it.
	pub payer: AccountId,
	/// The payer's deposit.
	pub deposit: Ticket,
}

/// A policy, and whose it is: it does not speak for somebody to whom the title went later.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct OwnedPolicy<AccountId> {
	/// The owner who consents by it.
	pub owner: AccountId,
	/// Who set it: it does not consent any more when its author no longer acts for the owner.
	pub set_by: AccountId,
	/// What it says.
	pub policy: ConsentPolicy,
}
