//! The calls that this tool sends.

use super::runtime::runtime::{
	self, consortium, runtime_types::bounded_collections::bounded_btree_set::BoundedBTreeSet,
};
use ownome_primitives::{
	Balance, DataFormat, DatasetId, Digest, GrantId, ProposalId, Roles, Seal, Terms,
};
use subxt::{
	transactions::Payload,
	utils::{AccountId32, Static},
};

/// Ask to be accredited.
pub fn apply(roles: Roles, encryption_key: [u8; 32], credential: Digest) -> impl Payload {
	let roles = BoundedBTreeSet(roles.into_iter().map(Static).collect());
	runtime::transactions().consortium().apply(roles, encryption_key, credential)
}

/// Admit an applicant, as the sudo key.
pub fn admit(who: AccountId32) -> impl Payload {
	let admit = runtime::Call::Consortium(consortium::Call::admit { who: who.into() });
	runtime::transactions().sudo().sudo(admit)
}

/// Register the title to a dataset.
pub fn register(
	seal: Seal,
	format: DataFormat,
	custodian: AccountId32,
	attester: Option<AccountId32>,
) -> impl Payload {
	runtime::transactions().data_registry().register(
		Static(seal),
		Static(format),
		custodian.into(),
		attester.map(Into::into),
	)
}

/// Vouch for a dataset.
pub fn attest(dataset: DatasetId, statement: Digest) -> impl Payload {
	runtime::transactions().data_registry().attest(dataset, statement)
}

/// Offer a price for the use of a dataset.
pub fn offer(dataset: DatasetId, terms: Terms) -> impl Payload {
	runtime::transactions().consent().offer(dataset, Static(terms))
}

/// Take an offer back.
pub fn withdraw(proposal: ProposalId) -> impl Payload {
	runtime::transactions().consent().withdraw(proposal)
}

/// Turn an offer down.
pub fn reject(proposal: ProposalId) -> impl Payload {
	runtime::transactions().consent().reject(proposal)
}

/// Accept an offer.
pub fn approve(proposal: ProposalId) -> impl Payload {
	runtime::transactions().consent().approve(proposal)
}

/// Say that the key was handed over.
pub fn deliver(grant: GrantId, header_hash: Digest) -> impl Payload {
	runtime::transactions().consent().deliver(grant, header_hash)
}

/// Record an access.
pub fn record_access(grant: GrantId, receipt: Digest) -> impl Payload {
	runtime::transactions().consent().record_access(grant, receipt)
}

/// Pay out what has been earned so far.
pub fn settle(grant: GrantId) -> impl Payload {
	runtime::transactions().consent().settle(grant)
}

/// End a grant.
pub fn revoke(grant: GrantId) -> impl Payload {
	runtime::transactions().consent().revoke(grant)
}

/// Send units of the data token.
pub fn transfer_token(to: AccountId32, units: Balance) -> impl Payload {
	runtime::transactions().data_token().transfer(to.into(), units)
}

/// Send units of the native coin.
pub fn transfer_coin(to: AccountId32, units: Balance) -> impl Payload {
	runtime::transactions().balances().transfer_allow_death(to.into(), units)
}

/// Send everything of the native coin that is free.
pub fn transfer_all_coins(to: AccountId32) -> impl Payload {
	runtime::transactions().balances().transfer_all(to.into(), false)
}
