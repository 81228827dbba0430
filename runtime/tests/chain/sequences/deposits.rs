//! What is held in each account, and for what.

use codec::{Decode, Encode};
use ownome_runtime::{AccountId, Balance, Runtime, RuntimeHoldReason};
use pallet_balances::{Holds, Instance1};
use pallet_consent as consent;
use pallet_data_registry as registry;
use std::collections::BTreeMap;

/// What is held, by account and reason.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Sums(BTreeMap<(AccountId, Vec<u8>), Balance>);

impl Sums {
	fn add(&mut self, who: &AccountId, why: impl Into<RuntimeHoldReason>, amount: Balance) {
		if amount > 0 {
			*self.0.entry((who.clone(), why.into().encode())).or_default() += amount;
		}
	}

	/// How much is held for this reason, in all accounts.
	pub fn of(&self, why: impl Into<RuntimeHoldReason>) -> Balance {
		let why = why.into().encode();
		self.0
			.iter()
			.filter(|((_, reason), _)| *reason == why)
			.map(|(_, amount)| amount)
			.sum()
	}

	/// How much is held in this account, for all reasons.
	pub fn held_by(&self, who: &AccountId) -> Balance {
		self.0.iter().filter(|((it, _), _)| it == who).map(|(_, amount)| amount).sum()
	}
}

/// What a receipt for a deposit says was paid.
fn price(deposit: impl Encode) -> Balance {
	Balance::decode(&mut &deposit.encode()[..]).expect("a receipt is an amount")
}

/// What is held of the native coin, as the ledger says.
pub fn held() -> Sums {
	let mut sums = Sums::default();
	for (who, holds) in Holds::<Runtime>::iter() {
		for hold in holds {
			sums.add(&who, hold.id, hold.amount);
		}
	}
	sums
}

/// What is held of the data token, as the ledger says.
pub fn in_escrow() -> Sums {
	let mut sums = Sums::default();
	for (who, holds) in Holds::<Runtime, Instance1>::iter() {
		for hold in holds {
			sums.add(&who, hold.id, hold.amount);
		}
	}
	sums
}

/// What the open proposals and the grants may still cost.
pub fn at_stake() -> Sums {
	let mut sums = Sums::default();
	for (proposal, _) in consent::Proposals::<Runtime>::iter_values() {
		sums.add(&proposal.requester, consent::HoldReason::Escrow, proposal.held);
	}
	for (grant, _) in consent::Grants::<Runtime>::iter_values() {
		sums.add(&grant.grantee, consent::HoldReason::Escrow, grant.held());
	}
	sums
}

/// What the receipts on record say is held of the native coin.
pub fn owed() -> Sums {
	let mut sums = Sums::default();
	owed_for_money(&mut sums);
	owed_for_titles(&mut sums);
	owed_for_consents(&mut sums);
	sums
}

fn owed_for_money(sums: &mut Sums) {
	use pallet_data_token::HoldReason::*;
	for (owner, _, allowance) in pallet_data_token::Allowances::<Runtime>::iter() {
		sums.add(&owner, Allowance, price(allowance.deposit));
	}
	for (owner, nonce) in pallet_data_token::Nonces::<Runtime>::iter() {
		sums.add(&owner, Nonce, price(nonce.deposit));
	}
	for (who, deposit) in pallet_consortium::Deposits::<Runtime>::iter() {
		sums.add(&who, pallet_consortium::HoldReason::Membership, price(deposit));
	}
}

fn owed_for_titles(sums: &mut Sums) {
	use registry::HoldReason::*;
	for (id, record) in registry::Datasets::<Runtime>::iter() {
		let owner = record.value.owner;
		sums.add(record.payer.as_ref().unwrap_or(&owner), Dataset, price(record.deposit));
		if let Some(paid) = registry::DatasetLocations::<Runtime>::get(id) {
			sums.add(paid.payer.as_ref().unwrap_or(&owner), Dataset, price(paid.deposit));
		}
		if let Some(paid) = registry::DatasetTags::<Runtime>::get(id) {
			sums.add(paid.payer.as_ref().unwrap_or(&owner), Dataset, price(paid.deposit));
		}
		if let Some((_, deposit)) = registry::TransferOffers::<Runtime>::get(id) {
			sums.add(&owner, Dataset, price(deposit));
		}
		for (given, deposit) in registry::Attestations::<Runtime>::get(id) {
			sums.add(&given.attester, Attestation, price(deposit));
		}
	}
	for (owner, (_, deposit)) in registry::Guardianships::<Runtime>::iter() {
		sums.add(&owner, Account, price(deposit));
	}
	for (owner, (_, deposit)) in registry::Subjects::<Runtime>::iter() {
		sums.add(&owner, Account, price(deposit));
	}
	for (batch, deposit) in registry::Batches::<Runtime>::iter_values() {
		sums.add(&batch.anchored_by, Batch, price(deposit));
	}
}

fn owed_for_consents(sums: &mut Sums) {
	use consent::HoldReason::*;
	for (proposal, deposit) in consent::Proposals::<Runtime>::iter_values() {
		sums.add(&proposal.requester, Record, price(deposit));
	}
	for (grant, deposit) in consent::Grants::<Runtime>::iter_values() {
		sums.add(&grant.grantee, Record, price(deposit));
	}
	for (receipt, deposit) in consent::Receipts::<Runtime>::iter_values() {
		sums.add(&receipt.custodian, Receipt, price(deposit));
	}
	for paid in consent::Policies::<Runtime>::iter_values() {
		sums.add(&paid.payer, Policy, price(paid.deposit));
	}
	for paid in consent::OwnerRefusals::<Runtime>::iter_values() {
		sums.add(&paid.payer, Policy, price(paid.deposit));
	}
	sums_of_trails(sums);
}

/// The places in audit trails that whoever set a policy pays for.
fn sums_of_trails(sums: &mut Sums) {
	for (entry, deposit) in consent::Trail::<Runtime>::iter_values() {
		if let Some(deposit) = deposit {
			sums.add(&entry.by, consent::HoldReason::Policy, price(deposit));
		}
	}
}
