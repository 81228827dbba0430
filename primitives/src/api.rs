//! The runtime APIs: every question that a client asks has one home here.

use crate::{
	Access, Answer, Application, Attestation, Balance, Batch, BatchId, Commitment, ConsentPolicy,
	Dataset, DatasetId, DisputeRecord, Grant, GrantId, GrantMoney, Guardianship, Locations, Member,
	Moment, OntologyRecord, PolicyTarget, Proposal, ProposalId, Receipt, Refusals, Scope,
	SearchToken, SubjectId, Tags, Terms, TokenBalance, TokenInfo, Tombstone, TrailEntry, Tranche,
	Verification,
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

		/// The application of `who` that waits for a decision.
		fn application(who: AccountId) -> Option<Application>;
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
	///
	/// Pages are in the order in which things were made: ask for the next one with the last id of the one before as `after`. A page shorter
	/// than asked for, and than [`MAX_PAGE`], is the last.
	pub trait ConsentApi<AccountId>
	where
		AccountId: Codec,
	{
		/// Whether `grantee` may read `what` of `dataset`, the whole of it if `None`, at the time `at`, which may lie in the past; now if
		/// `None`.
		fn check(
			dataset: DatasetId,
			grantee: AccountId,
			at: Option<Moment>,
			what: Option<Scope>,
		) -> Access;

		/// The open proposal `id`.
		fn proposal(id: ProposalId) -> Option<Proposal<AccountId>>;

		/// A page of the open proposals to `owner`.
		fn proposals_of_owner(
			owner: AccountId,
			after: Option<ProposalId>,
			limit: u32,
		) -> Vec<ProposalId>;

		/// A page of the open proposals by `requester`.
		fn proposals_of_requester(
			requester: AccountId,
			after: Option<ProposalId>,
			limit: u32,
		) -> Vec<ProposalId>;

		/// The grant `id`, whether it still runs or not, with an end that came by itself.
		fn grant(id: GrantId) -> Option<Grant<AccountId>>;

		/// A page of the grants of `dataset` to `grantee`.
		fn grants_of(
			dataset: DatasetId,
			grantee: AccountId,
			after: Option<GrantId>,
			limit: u32,
		) -> Vec<GrantId>;

		/// A page of all grants of `dataset`, those to one grantee together.
		fn grants_of_dataset(
			dataset: DatasetId,
			after: Option<GrantId>,
			limit: u32,
		) -> Vec<GrantId>;

		/// A page of the grants in the name of `owner`.
		fn grants_of_owner(owner: AccountId, after: Option<GrantId>, limit: u32) -> Vec<GrantId>;

		/// A page of the grants to `grantee`.
		fn grants_of_grantee(
			grantee: AccountId,
			after: Option<GrantId>,
			limit: u32,
		) -> Vec<GrantId>;

		/// Where the money of grant `id` is now.
		fn money(id: GrantId) -> Option<GrantMoney>;

		/// A page of the receipts of grant `id`, each with the number of its first access, which `after` is as well.
		fn receipts(
			id: GrantId,
			after: Option<u64>,
			limit: u32,
		) -> Vec<(u64, Receipt<AccountId>)>;

		/// A page of the audit trail of `dataset`, each entry with its number, in the order in which they were written.
		fn trail(
			dataset: DatasetId,
			after: Option<u64>,
			limit: u32,
		) -> Vec<(u64, TrailEntry<AccountId>)>;

		/// The policy that a dataset or an owner has of its own.
		fn policy(target: PolicyTarget<AccountId>) -> Option<ConsentPolicy>;

		/// The policy by which the owner of `dataset` consents to offers for it, and for what it was set.
		fn policy_for(dataset: DatasetId) -> Option<(PolicyTarget<AccountId>, ConsentPolicy)>;

		/// What an offer of these terms by `requester` would come to now, without proofs of ancestry: what the policy for the dataset says, `Ask`
		/// where there is none. `None` if there is no such dataset.
		fn answer(dataset: DatasetId, requester: AccountId, terms: Terms) -> Option<Answer>;

		/// What `owner` refuses beforehand.
		fn refusals(owner: AccountId) -> Refusals;

		/// How `grantee` has used disputes.
		fn disputes(grantee: AccountId) -> DisputeRecord;

		/// What is on record of the ontology.
		fn ontology() -> OntologyRecord;
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
