//! The runtime APIs: every question that a client asks has one home here.

use crate::{
	Access, Dataset, DatasetId, Grant, GrantId, Member, Moment, Proposal, ProposalId, TokenBalance,
};
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

	/// Who has how much of the data token.
	pub trait DataTokenApi<AccountId>
	where
		AccountId: Codec,
	{
		/// Free and held balance of `who`.
		fn balance(who: AccountId) -> TokenBalance;
	}
}
