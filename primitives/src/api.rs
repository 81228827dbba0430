//! The runtime APIs: every question that a client asks has one home here.

use crate::{
	Access, Attestation, Balance, Batch, BatchId, Commitment, Dataset, DatasetId, Grant, GrantId,
	Guardianship, Locations, Member, Moment, Proposal, ProposalId, SearchToken, SubjectId, Tags,
	TokenBalance, TokenInfo, Tombstone, Tranche, Verification,
};
use alloc::vec::Vec;
use codec::Codec;

/// The longest page of any answer that comes in pages. Who asks for more gets this many.
pub const MAX_PAGE: u32 = 100;

sp_api::decl_runtime_apis! {
	/// Who is accredited for what.
	pub trait ConsortiumApi<AccountId>
	where
		AccountId: Codec,
	{
		/// The member behind `who`, `None` if it is not one.
		fn member(who: AccountId) -> Option<Member>;
	}

	/// Who owns which dataset.
	///
	/// Pages are in the order of registration: ask for the next one with the last id of the one before as `after`. A page shorter than
	/// asked for, and than [`MAX_PAGE`], is the last.
	pub trait DataRegistryApi<AccountId>
	where
		AccountId: Codec,
	{
		/// The record of dataset `id`.
		fn dataset(id: DatasetId) -> Option<Dataset<AccountId>>;

		/// The account that the commitment of dataset `id` is bound to: the first owner.
		fn registrant(id: DatasetId) -> Option<AccountId>;

		/// What is left of dataset `id` if it was erased.
		fn tombstone(id: DatasetId) -> Option<Tombstone>;

		/// A page of the datasets of `owner`.
		fn datasets_of(owner: AccountId, after: Option<DatasetId>, limit: u32) -> Vec<DatasetId>;

		/// A page of the datasets with the tag `token`.
		fn datasets_by_tag(
			token: SearchToken,
			after: Option<DatasetId>,
			limit: u32,
		) -> Vec<DatasetId>;

		/// The versions before dataset `id`, the newest first, erased ones included.
		fn lineage(id: DatasetId, limit: u32) -> Vec<DatasetId>;

		/// Where the ciphertext of dataset `id` lies: its own locations, or else those of its batch.
		fn locations(id: DatasetId) -> Locations;

		/// The tags of dataset `id`.
		fn tags(id: DatasetId) -> Option<Tags>;

		/// Who vouched for dataset `id`.
		fn attestations(id: DatasetId) -> Vec<Attestation<AccountId>>;

		/// The guardian of `owner` who is in office now.
		fn guardian(owner: AccountId) -> Option<Guardianship<AccountId>>;

		/// The pseudonym of the person behind `owner`, if the owner put one on record.
		fn subject(owner: AccountId) -> Option<SubjectId>;

		/// To whom the owner of dataset `id` has offered the title.
		fn transfer_offer(id: DatasetId) -> Option<AccountId>;

		/// What became of `commitment`.
		fn verify(commitment: Commitment) -> Verification;

		/// The record of batch `id`.
		fn batch(id: BatchId) -> Option<Batch<AccountId>>;
	}

	/// What was offered, granted and allowed.
	pub trait ConsentApi<AccountId>
	where
		AccountId: Codec,
	{
		/// Whether `grantee` may read `dataset` at the time `at`, which may lie in the past; now if `None`.
		fn check(dataset: DatasetId, grantee: AccountId, at: Option<Moment>) -> Access;

		/// The open proposal `id`.
		fn proposal(id: ProposalId) -> Option<Proposal<AccountId>>;

		/// The grant `id`, whether it still runs or not.
		fn grant(id: GrantId) -> Option<Grant<AccountId>>;
	}

	/// How much of the data token there is, who has it, and who may spend it.
	pub trait DataTokenApi<AccountId>
	where
		AccountId: Codec,
	{
		/// Name, symbol, decimals, cap and total supply.
		fn token() -> TokenInfo;

		/// Free and held balance of `who`.
		fn balance(who: AccountId) -> TokenBalance;

		/// How much `spender` may spend of the tokens of `owner`, in 10^-18 `DATA`.
		fn allowance(owner: AccountId, spender: AccountId) -> Balance;

		/// The nonce that the next permit of `owner` must have.
		fn permit_nonce(owner: AccountId) -> u64;

		/// The issuance schedule: all that may ever be minted, and how much of it was.
		fn schedule() -> Vec<Tranche<AccountId>>;

		/// How much may be minted to `who` now, in 10^-18 `DATA`.
		fn mintable(who: AccountId) -> Balance;
	}
}
