//! The runtime APIs: every question that a client asks has one home here.

use crate::{
	Access, Balance, Dataset, DatasetId, Grant, GrantId, Member, Moment, Proposal, ProposalId,
	TokenBalance, TokenInfo, Tranche,
};
use alloc::vec::Vec;
use codec::Codec;

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
	pub trait DataRegistryApi<AccountId>
	where
		AccountId: Codec,
	{
		/// The record of dataset `id`.
		fn dataset(id: DatasetId) -> Option<Dataset<AccountId>>;
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
