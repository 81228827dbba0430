//! Titles, and what belongs to them.

use super::{by, id, now, Made, Make};
use crate::{
	sequences::{
		cast::{CAST, PARENT},
		dice::Dice,
	},
	support::{AUDITOR, LAB, OWNER},
};
use ownome_primitives::{
	registration_message, BatchId, BatchLeaf, BatchRoot, DataFormat, DatasetId, Locations,
	Registration, Registrations, Seal, SearchToken, SearchTokens, SubjectId,
};
use ownome_runtime::{constants::DAYS, AccountId, DataRegistry, Runtime, Signature, System};
use pallet_data_registry::{
	Attestations, Call, Datasets, Guardianships, NextBatchId, NextDatasetId, TransferOffers,
};
use sp_keyring::Sr25519Keyring;
use std::collections::BTreeSet;

pub const CALLS: &[(u32, Make)] = &[
	(2, register),
	(1, register_many),
	(1, register_for),
	(1, new_version),
	(2, set_locations),
	(2, set_tags),
	(2, attest),
	(1, retract_attestation),
	(3, offer_transfer),
	(1, cancel_transfer),
	(4, accept_transfer),
	(3, set_guardian),
	(1, hand_over),
	(1, seal),
	(1, erase),
	(1, anchor_batch),
	(1, claim_from_batch),
	(1, set_subject),
];

/// A dataset that stands, or some other.
pub fn dataset(dice: &mut Dice) -> DatasetId {
	let standing: Vec<_> = Datasets::<Runtime>::iter_keys().collect();
	dice.pick_or(&standing, |dice| dice.id(NextDatasetId::<Runtime>::get()))
}

/// The owner of a dataset.
fn owner(dataset: DatasetId) -> Option<AccountId> {
	DataRegistry::dataset(dataset).map(|it| it.owner)
}

/// The owner of a dataset, or the guardian, or sometimes somebody else.
pub fn decider(dice: &mut Dice, dataset: DatasetId) -> AccountId {
	let owner = owner(dataset);
	let guardian = owner.as_ref().and_then(DataRegistry::guardian).map(|it| it.guardian);
	let either = if dice.once_in(2) { guardian.or(owner) } else { owner };
	dice.mostly(either)
}

fn holder(dice: &mut Dice) -> AccountId {
	let who = dice.pick(&[OWNER, PARENT]).to_account_id();
	dice.mostly(who)
}

fn custodian(dice: &mut Dice) -> AccountId {
	let who = if dice.once_in(4) { AUDITOR } else { LAB }.to_account_id();
	dice.mostly(who)
}

fn registration(dice: &mut Dice) -> Registration<AccountId> {
	Registration {
		seal: Seal([dice.roll(64) as u8; 32]),
		format: dice.pick(&DataFormat::ALL),
		custodian: custodian(dice),
		attester: (!dice.once_in(4)).then(|| LAB.to_account_id()),
	}
}

fn registrations(dice: &mut Dice) -> Registrations<AccountId> {
	let list: Vec<_> = (0..=dice.roll(2)).map(|_| registration(dice)).collect();
	list.try_into().expect("are few")
}

/// A dataset of `owner` that [`LAB`] keeps and is to vouch for.
pub fn registered(owner: AccountId, seal: u8) -> Made {
	by(owner, Call::<Runtime>::register { registration: crate::support::registration(seal) })
}

/// [`LAB`] vouches for a dataset.
pub fn attested(dataset_id: DatasetId) -> Made {
	by(LAB.to_account_id(), Call::<Runtime>::attest { dataset_id, statement: [3; 32] })
}

/// `guardian` acts for `owner` for two days.
pub fn in_care(owner: AccountId, guardian: AccountId) -> Made {
	let until = now() + 2 * DAYS;
	by(owner, Call::<Runtime>::set_guardian { guardian: id(guardian), until })
}

fn register(dice: &mut Dice) -> Made {
	by(holder(dice), Call::<Runtime>::register { registration: registration(dice) })
}

fn register_many(dice: &mut Dice) -> Made {
	by(holder(dice), Call::<Runtime>::register_many { registrations: registrations(dice) })
}

fn register_for(dice: &mut Dice) -> Made {
	let payer = dice.anybody();
	let owner: Sr25519Keyring = dice.pick(&CAST);
	let signer = if dice.once_in(8) { dice.pick(&CAST) } else { owner };
	let owner = owner.to_account_id();
	let (registrations, deadline) = (registrations(dice), now() + DAYS);
	let genesis = System::block_hash(0);
	let message = registration_message(&genesis, &owner, &registrations, deadline);
	let signature = Signature::Sr25519(signer.sign(&message));
	by(payer, Call::<Runtime>::register_for { owner, registrations, deadline, signature })
}

fn new_version(dice: &mut Dice) -> Made {
	let predecessor = dataset(dice);
	let who = decider(dice, predecessor);
	by(who, Call::<Runtime>::new_version { predecessor, registration: registration(dice) })
}

fn locations(dice: &mut Dice) -> Locations {
	let place = || b"drs://store/1".to_vec().try_into().expect("is short");
	let list: Vec<_> = (0..dice.roll(4)).map(|_| place()).collect();
	list.try_into().expect("are few")
}

fn set_locations(dice: &mut Dice) -> Made {
	let dataset_id = dataset(dice);
	let who = decider(dice, dataset_id);
	by(who, Call::<Runtime>::set_locations { dataset_id, locations: locations(dice) })
}

fn set_tags(dice: &mut Dice) -> Made {
	let dataset_id = dataset(dice);
	let who = decider(dice, dataset_id);
	let tokens: BTreeSet<_> =
		(0..dice.roll(4)).map(|_| SearchToken([dice.roll(5) as u8; 32])).collect();
	let tokens: SearchTokens = tokens.into_iter().collect::<Vec<_>>().try_into().expect("are few");
	by(who, Call::<Runtime>::set_tags { dataset_id, epoch: 0, tokens })
}

fn attest(dice: &mut Dice) -> Made {
	let who = dice.mostly(LAB.to_account_id());
	by(who, Call::<Runtime>::attest { dataset_id: dataset(dice), statement: [3; 32] })
}

fn retract_attestation(dice: &mut Dice) -> Made {
	let given: Vec<_> = Attestations::<Runtime>::iter()
		.flat_map(|(id, list)| list.into_iter().map(move |(given, _)| (id, given.attester)))
		.collect();
	let (dataset_id, who) = dice.pick_or(&given, |dice| (dataset(dice), dice.anybody()));
	by(who, Call::<Runtime>::retract_attestation { dataset_id })
}

fn offer_transfer(dice: &mut Dice) -> Made {
	let dataset_id = dataset(dice);
	let owner = dice.mostly(owner(dataset_id));
	by(owner, Call::<Runtime>::offer_transfer { dataset_id, to: id(dice.anybody()) })
}

/// A title on offer, and to whom.
fn offered(dice: &mut Dice) -> (DatasetId, AccountId) {
	let offers: Vec<_> = TransferOffers::<Runtime>::iter().map(|(id, (to, _))| (id, to)).collect();
	dice.pick_or(&offers, |dice| (dataset(dice), dice.anybody()))
}

fn cancel_transfer(dice: &mut Dice) -> Made {
	let (dataset_id, _) = offered(dice);
	by(decider(dice, dataset_id), Call::<Runtime>::cancel_transfer { dataset_id })
}

fn accept_transfer(dice: &mut Dice) -> Made {
	let (dataset_id, to) = offered(dice);
	by(dice.mostly(to), Call::<Runtime>::accept_transfer { dataset_id })
}

fn set_guardian(dice: &mut Dice) -> Made {
	let owner = holder(dice);
	let guardian = id(dice.mostly(PARENT.to_account_id()));
	let until = now() + dice.pick(&[2 * DAYS, 30 * DAYS, 2 * DAYS, 0]);
	by(owner, Call::<Runtime>::set_guardian { guardian, until })
}

fn hand_over(dice: &mut Dice) -> Made {
	let offices: Vec<_> = Guardianships::<Runtime>::iter()
		.map(|(owner, (office, _))| (owner, office.guardian))
		.collect();
	let (owner, guardian) = dice.pick_or(&offices, |dice| (dice.anybody(), dice.anybody()));
	by(dice.mostly(guardian), Call::<Runtime>::hand_over { owner: id(owner) })
}

fn seal(dice: &mut Dice) -> Made {
	let dataset_id = dataset(dice);
	// Only one dataset in three can be closed for good, lest nothing be left to consent to.
	let who = if dataset_id % 3 == 2 { decider(dice, dataset_id) } else { dice.anybody() };
	by(who, Call::<Runtime>::seal { dataset_id })
}

fn erase(dice: &mut Dice) -> Made {
	let dataset_id = dataset(dice);
	by(decider(dice, dataset_id), Call::<Runtime>::erase { dataset_id })
}

/// The only leaf of a batch.
fn leaf(batch: BatchId) -> BatchLeaf<AccountId> {
	BatchLeaf {
		owner: [OWNER, PARENT][(batch % 2) as usize].to_account_id(),
		seal: Seal([200u8.wrapping_add(batch as u8); 32]),
		format: DataFormat::Bam,
	}
}

fn anchor_batch(dice: &mut Dice) -> Made {
	let root = BatchRoot(leaf(NextBatchId::<Runtime>::get()).hash(0, 1));
	let (who, custodian) = (custodian(dice), id(custodian(dice)));
	by(
		who,
		Call::<Runtime>::anchor_batch { root, leaves: 1, custodian, locations: locations(dice) },
	)
}

fn claim_from_batch(dice: &mut Dice) -> Made {
	let batch_id = dice.roll(NextBatchId::<Runtime>::get());
	let BatchLeaf { owner, seal, format } = leaf(batch_id);
	let attester = dice.once_in(2).then(|| id(LAB.to_account_id()));
	let (index, proof) = (0, Default::default());
	let who = dice.mostly(owner);
	by(who, Call::<Runtime>::claim_from_batch { batch_id, index, seal, format, attester, proof })
}

fn set_subject(dice: &mut Dice) -> Made {
	let subject = (!dice.once_in(3)).then(|| SubjectId([dice.roll(3) as u8; 32]));
	by(dice.anybody(), Call::<Runtime>::set_subject { subject })
}
