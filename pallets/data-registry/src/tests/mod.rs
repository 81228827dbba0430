//! Tests, one file per call.

mod accept_transfer;
mod anchor_batch;
mod attest;
mod cancel_transfer;
mod claim_from_batch;
mod erase;
mod hand_over;
mod invariants;
mod new_version;
mod offer_transfer;
mod reads;
mod register;
mod register_for;
mod register_many;
mod retract_attestation;
mod seal;
mod set_guardian;
mod set_locations;
mod set_subject;
mod set_tags;
mod weights;

use crate::{
	mock::*,
	types::{DatasetOf, RegistrationOf, RegistrationsOf},
	Attestations, Batches, DatasetLocations, DatasetTags, Datasets, Guardianships, Subjects,
	TransferOffers,
};
use codec::{Decode, Encode};
use frame_support::{
	assert_ok,
	dispatch::DispatchResult,
	traits::fungible::{HoldConsideration, InspectHold},
};
use ownome_primitives::{
	node_hash, registration_message, BatchLeaf, BatchProof, BatchRoot, Commitment, DataFormat,
	Dataset, DatasetStatus, Digest, Location, Locations, Moment, Registration, Seal, SearchToken,
	SearchTokens,
};
use sp_runtime::testing::TestSignature;
use std::collections::BTreeMap;

const SEAL: Seal = Seal([7; 32]);
const STATEMENT: Digest = [3; 32];

fn seal(byte: u8) -> Seal {
	Seal([byte; 32])
}

/// A dataset kept by `CUSTODIAN`, for which `LAB` is to vouch.
fn registration(seal: Seal) -> RegistrationOf<Test> {
	Registration { seal, format: DataFormat::Vcf, custodian: CUSTODIAN, attester: Some(LAB) }
}

/// One registration for each of `seals`.
fn registrations(seals: impl IntoIterator<Item = u8>) -> RegistrationsOf<Test> {
	let list = seals.into_iter().map(|byte| registration(seal(byte))).collect::<Vec<_>>();
	list.try_into().unwrap()
}

fn register_as(who: u64, seal: Seal) -> DispatchResult {
	DataRegistry::register(RuntimeOrigin::signed(who), registration(seal))
}

/// Dataset 0 of `OWNER`.
fn registered() {
	assert_ok!(register_as(OWNER, SEAL));
	take_events();
}

/// What is on record of a first version of `owner` with `seal`.
fn first_version(owner: u64, seal: Seal) -> DatasetOf<Test> {
	Dataset {
		owner,
		custodian: CUSTODIAN,
		attester: Some(LAB),
		commitment: Commitment::new(&owner, &seal),
		format: DataFormat::Vcf,
		version: 1,
		predecessor: None,
		successor: None,
		batch: None,
		status: DatasetStatus::Active,
		registered_at: NOW,
	}
}

fn dataset(id: u64) -> DatasetOf<Test> {
	DataRegistry::dataset(id).unwrap()
}

/// Dataset 0 of `OWNER`, erased.
fn erased() {
	registered();
	assert_ok!(DataRegistry::erase(RuntimeOrigin::signed(OWNER), 0));
	take_events();
}

/// `GUARDIAN` acts for `OWNER` until `until`.
fn guarded(until: Moment) {
	assert_ok!(DataRegistry::set_guardian(RuntimeOrigin::signed(OWNER), GUARDIAN, until));
	take_events();
}

/// Dataset 0 of `OWNER`, under `GUARDIAN`, whose term ends one millisecond from now.
fn registered_and_guarded() {
	registered();
	guarded(NOW + 1);
}

/// Let the term of the guardian that [`registered_and_guarded`] set be over.
fn end_term() {
	set_now(NOW + 1);
}

/// Dataset 0 belonged to `OWNER` and belongs to `BUYER`.
fn transferred() {
	registered();
	assert_ok!(DataRegistry::offer_transfer(RuntimeOrigin::signed(OWNER), 0, BUYER));
	assert_ok!(DataRegistry::accept_transfer(RuntimeOrigin::signed(BUYER), 0));
	take_events();
}

fn locations(places: &[&str]) -> Locations {
	let list = places
		.iter()
		.map(|place| Location::try_from(place.as_bytes().to_vec()).unwrap());
	list.collect::<Vec<_>>().try_into().unwrap()
}

fn set_locations(who: u64, places: &[&str]) -> DispatchResult {
	DataRegistry::set_locations(RuntimeOrigin::signed(who), 0, locations(places))
}

fn tokens(bytes: impl IntoIterator<Item = u8>) -> SearchTokens {
	let list = bytes.into_iter().map(|byte| SearchToken([byte; 32])).collect::<Vec<_>>();
	list.try_into().unwrap()
}

fn set_tags(who: u64, bytes: impl IntoIterator<Item = u8>) -> DispatchResult {
	DataRegistry::set_tags(RuntimeOrigin::signed(who), 0, 1, tokens(bytes))
		.map(|_| ())
		.map_err(|refused| refused.error)
}

/// Datasets of `owner`, who signed for them, with these seals; `HOSPITAL` pays.
fn registered_by_hospital(owner: u64, seals: impl IntoIterator<Item = u8>) {
	let list = registrations(seals);
	let message = registration_message(&System::block_hash(0), &owner, &list, NOW);
	assert_ok!(DataRegistry::register_for(
		RuntimeOrigin::signed(HOSPITAL),
		owner,
		list,
		NOW,
		TestSignature(owner, message),
	));
	take_events();
}

/// Leave `who` a single unit of coin to spend.
fn impoverish(who: u64) {
	let rest = Balances::free_balance(who) - 1;
	assert_ok!(Balances::transfer_allow_death(RuntimeOrigin::signed(who), THIEF, rest));
}

fn attest_as(who: u64) -> DispatchResult {
	DataRegistry::attest(RuntimeOrigin::signed(who), 0, STATEMENT)
}

fn erase_as(who: u64, id: u64) -> DispatchResult {
	DataRegistry::erase(RuntimeOrigin::signed(who), id)
		.map(|_| ())
		.map_err(|refused| refused.error)
}

/// A tree over three leaves: two of `OWNER`, and one of `BUYER` between them. The third hangs from the root, a level above the others.
struct Tree {
	leaves: [BatchLeaf<u64>; 3],
	hashes: [Digest; 3],
}

impl Tree {
	const COUNT: u64 = 3;

	fn new() -> Self {
		let leaves = [(OWNER, 21), (BUYER, 22), (OWNER, 23)].map(|(owner, byte)| BatchLeaf {
			owner,
			seal: seal(byte),
			format: DataFormat::Bam,
		});
		let hashes = [0, 1, 2].map(|index| leaves[index].hash(index as u64, Self::COUNT));
		Self { leaves, hashes }
	}

	fn root(&self) -> BatchRoot {
		let [first, second, third] = &self.hashes;
		BatchRoot(node_hash(&node_hash(first, second), third))
	}

	fn proof(&self, index: u64) -> BatchProof {
		let [first, second, third] = self.hashes;
		let proof = match index {
			0 => vec![second, third],
			1 => vec![first, third],
			_ => vec![node_hash(&first, &second)],
		};
		proof.try_into().unwrap()
	}
}

/// Batch 0, with the leaves of [`Tree`].
fn anchored() -> Tree {
	let tree = Tree::new();
	assert_ok!(DataRegistry::anchor_batch(
		RuntimeOrigin::signed(LAB),
		tree.root(),
		Tree::COUNT,
		CUSTODIAN,
		locations(&["drs://custodian.example/batch"]),
	));
	take_events();
	tree
}

/// Claim leaf `index` of batch 0 as `who`.
fn claim(who: u64, tree: &Tree, index: u64, proof: BatchProof) -> DispatchResult {
	let leaf = &tree.leaves[index as usize];
	DataRegistry::claim_from_batch(
		RuntimeOrigin::signed(who),
		0,
		index,
		leaf.seal,
		leaf.format,
		None,
		proof,
	)
}

/// How much a ticket is worth: it holds nothing but the amount.
fn worth<R, P>(ticket: &HoldConsideration<u64, Balances, R, P>) -> Balance
where
	HoldConsideration<u64, Balances, R, P>: Encode,
{
	Balance::decode(&mut &ticket.encode()[..]).unwrap()
}

/// That each account has on hold, for each reason, exactly what it has tickets for.
pub fn ensure_deposits_add_up() {
	let mut owed = BTreeMap::<(u64, Vec<u8>), Balance>::new();
	let mut owe = |who: u64, reason: RuntimeHoldReason, amount| {
		*owed.entry((who, reason.encode())).or_default() += amount;
	};
	for (id, record) in Datasets::<Test>::iter() {
		let owner = record.value.owner;
		let payer = |payer: Option<u64>| payer.unwrap_or(owner);
		owe(payer(record.payer), DatasetReason::get(), worth(&record.deposit));
		if let Some(places) = DatasetLocations::<Test>::get(id) {
			owe(payer(places.payer), DatasetReason::get(), worth(&places.deposit));
		}
		if let Some(tags) = DatasetTags::<Test>::get(id) {
			owe(payer(tags.payer), DatasetReason::get(), worth(&tags.deposit));
		}
		if let Some((_, deposit)) = TransferOffers::<Test>::get(id) {
			owe(owner, DatasetReason::get(), worth(&deposit));
		}
		for (attestation, deposit) in Attestations::<Test>::get(id) {
			owe(attestation.attester, AttestationReason::get(), worth(&deposit));
		}
	}
	for (owner, (_, deposit)) in Guardianships::<Test>::iter() {
		owe(owner, AccountReason::get(), worth(&deposit));
	}
	for (owner, (_, deposit)) in Subjects::<Test>::iter() {
		owe(owner, AccountReason::get(), worth(&deposit));
	}
	for (batch, deposit) in Batches::<Test>::iter_values() {
		owe(batch.anchored_by, BatchReason::get(), worth(&deposit));
	}
	let reasons =
		[DatasetReason::get(), AttestationReason::get(), AccountReason::get(), BatchReason::get()];
	for who in 0..LABS.end {
		for reason in reasons {
			assert_eq!(
				Balances::balance_on_hold(&reason, &who),
				owed.remove(&(who, reason.encode())).unwrap_or_default(),
				"{who} for {reason:?}"
			);
		}
	}
	assert!(owed.is_empty(), "a ticket is of an account that is not looked at");
}
