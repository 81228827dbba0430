use super::*;
use crate::NextBatchId;
use ownome_primitives::SubjectId;
use proptest::prelude::*;

/// Who plays a step: the account that may, or a given one.
type Actor = Option<u64>;

#[derive(Clone, Debug)]
enum Step {
	Register { who: u64, byte: u8 },
	RegisterMany { who: u64, byte: u8 },
	RegisterFor { payer: u64, owner: u64, byte: u8 },
	NewVersion { who: Actor, id: u64, byte: u8 },
	SetLocations { who: Actor, id: u64, count: usize },
	SetTags { who: Actor, id: u64, bytes: Vec<u8> },
	Attest { who: u64, id: u64 },
	RetractAttestation { who: u64, id: u64 },
	OfferTransfer { who: Actor, id: u64, to: u64 },
	CancelTransfer { who: Actor, id: u64 },
	AcceptTransfer { who: Actor, id: u64 },
	SetGuardian { who: u64, guardian: u64, term: u64 },
	HandOver { who: Actor, owner: u64 },
	Seal { who: Actor, id: u64 },
	Erase { who: Actor, id: u64 },
	AnchorBatch { who: u64 },
	ClaimFromBatch { who: Actor, batch: u64 },
	SetSubject { who: u64, byte: Option<u8> },
	Wait { milliseconds: u64 },
}

/// Accounts that own, guard, buy and pay; few, so that they meet.
fn person() -> impl Strategy<Value = u64> {
	prop_oneof![6 => 1u64..4, 1 => Just(POOR)]
}

/// Mostly those who may, sometimes those who may not.
fn actor() -> impl Strategy<Value = Actor> {
	prop_oneof![3 => Just(None), 1 => person().prop_map(Some)]
}

fn step() -> impl Strategy<Value = Step> {
	let id = || 0u64..5;
	let seal = || 0u8..8;
	let lab = || prop_oneof![8 => LAB..LABS.end, 1 => person()];
	let bytes = prop_oneof![
		3 => prop::collection::btree_set(0u8..6, 0..4).prop_map(|set| set.into_iter().collect()),
		1 => prop::collection::vec(0u8..6, 2..4),
	];
	prop_oneof![
		2 => (person(), seal()).prop_map(|(who, byte)| Step::Register { who, byte }),
		1 => (person(), seal()).prop_map(|(who, byte)| Step::RegisterMany { who, byte }),
		2 => (person(), person(), seal())
			.prop_map(|(payer, owner, byte)| Step::RegisterFor { payer, owner, byte }),
		3 => (actor(), id(), seal())
			.prop_map(|(who, id, byte)| Step::NewVersion { who, id, byte }),
		4 => (actor(), id(), 0usize..4)
			.prop_map(|(who, id, count)| Step::SetLocations { who, id, count }),
		4 => (actor(), id(), bytes).prop_map(|(who, id, bytes)| Step::SetTags { who, id, bytes }),
		4 => (lab(), id()).prop_map(|(who, id)| Step::Attest { who, id }),
		2 => (lab(), id()).prop_map(|(who, id)| Step::RetractAttestation { who, id }),
		4 => (actor(), id(), person())
			.prop_map(|(who, id, to)| Step::OfferTransfer { who, id, to }),
		1 => (actor(), id()).prop_map(|(who, id)| Step::CancelTransfer { who, id }),
		6 => (actor(), id()).prop_map(|(who, id)| Step::AcceptTransfer { who, id }),
		3 => (person(), person(), 0u64..20)
			.prop_map(|(who, guardian, term)| Step::SetGuardian { who, guardian, term }),
		2 => (actor(), person()).prop_map(|(who, owner)| Step::HandOver { who, owner }),
		1 => (actor(), id()).prop_map(|(who, id)| Step::Seal { who, id }),
		2 => (actor(), id()).prop_map(|(who, id)| Step::Erase { who, id }),
		2 => lab().prop_map(|who| Step::AnchorBatch { who }),
		3 => (actor(), 0u64..3).prop_map(|(who, batch)| Step::ClaimFromBatch { who, batch }),
		2 => (person(), prop::option::of(0u8..3))
			.prop_map(|(who, byte)| Step::SetSubject { who, byte }),
		2 => (1u64..10).prop_map(|milliseconds| Step::Wait { milliseconds }),
	]
}

/// The only leaf of batch number `batch`.
fn only_leaf(batch: u64) -> BatchLeaf<u64> {
	BatchLeaf { owner: 1 + batch % 3, seal: seal(batch as u8), format: DataFormat::Bam }
}

/// The owner of dataset `id`, or the guardian where there is one, unless `who` is to play.
fn decider(who: Actor, id: u64) -> u64 {
	let owner = || DataRegistry::dataset(id).map_or(OWNER, |dataset| dataset.owner);
	who.unwrap_or_else(|| {
		DataRegistry::guardian(&owner()).map_or_else(owner, |office| office.guardian)
	})
}

fn owner(who: Actor, id: u64) -> u64 {
	let owner = || DataRegistry::dataset(id).map(|dataset| dataset.owner);
	who.or_else(owner).unwrap_or(OWNER)
}

fn play(step: Step) -> DispatchResult {
	let signed = RuntimeOrigin::signed;
	match step {
		Step::Register { who, byte } => register_as(who, seal(byte)),
		Step::RegisterMany { who, byte } => {
			DataRegistry::register_many(signed(who), registrations([byte, byte + 1]))
		},
		Step::RegisterFor { payer, owner, byte } => {
			let (list, deadline) = (registrations([byte]), Moment::MAX);
			let genesis = System::block_hash(0);
			let message = registration_message(&genesis, &owner, &list, deadline);
			let signature = TestSignature(owner, message);
			DataRegistry::register_for(signed(payer), owner, list, deadline, signature)
		},
		Step::NewVersion { who, id, byte } => {
			let who = decider(who, id);
			DataRegistry::new_version(signed(who), id, registration(seal(byte)))
		},
		Step::SetLocations { who, id, count } => {
			let who = decider(who, id);
			DataRegistry::set_locations(signed(who), id, locations(&["drs://a/b"].repeat(count)))
		},
		Step::SetTags { who, id, bytes } => {
			let result = DataRegistry::set_tags(signed(decider(who, id)), id, 0, tokens(bytes));
			result.map(|_| ()).map_err(|refused| refused.error)
		},
		Step::Attest { who, id } => DataRegistry::attest(signed(who), id, STATEMENT),
		Step::RetractAttestation { who, id } => DataRegistry::retract_attestation(signed(who), id),
		Step::OfferTransfer { who, id, to } => {
			DataRegistry::offer_transfer(signed(owner(who, id)), id, to)
		},
		Step::CancelTransfer { who, id } => {
			DataRegistry::cancel_transfer(signed(decider(who, id)), id)
		},
		Step::AcceptTransfer { who, id } => {
			let recipient = who.or_else(|| DataRegistry::transfer_offer(id)).unwrap_or(OWNER);
			DataRegistry::accept_transfer(signed(recipient), id)
		},
		Step::SetGuardian { who, guardian, term } => {
			DataRegistry::set_guardian(signed(who), guardian, now() + term)
		},
		Step::HandOver { who, owner } => {
			let guardian = || DataRegistry::guardian(&owner).map(|office| office.guardian);
			DataRegistry::hand_over(signed(who.or_else(guardian).unwrap_or(OWNER)), owner)
		},
		Step::Seal { who, id } => DataRegistry::seal(signed(decider(who, id)), id),
		Step::Erase { who, id } => erase_as(decider(who, id), id),
		Step::AnchorBatch { who } => {
			let root = BatchRoot(only_leaf(NextBatchId::<Test>::get()).hash(0, 1));
			DataRegistry::anchor_batch(signed(who), root, 1, CUSTODIAN, locations(&["a"]))
		},
		Step::ClaimFromBatch { who, batch } => {
			let BatchLeaf { owner, seal, format } = only_leaf(batch);
			let (who, proof) = (signed(who.unwrap_or(owner)), BatchProof::default());
			DataRegistry::claim_from_batch(who, batch, 0, seal, format, None, proof)
		},
		Step::SetSubject { who, byte } => {
			DataRegistry::set_subject(signed(who), byte.map(|byte| SubjectId([byte; 32])))
		},
		Step::Wait { milliseconds } => {
			set_now(now() + milliseconds);
			Ok(())
		},
	}
}

fn now() -> Moment {
	pallet_timestamp::Now::<Test>::get()
}

/// Play `step` as a block does: a refusal leaves nothing behind.
fn dispatch(step: Step) -> DispatchResult {
	frame_support::storage::with_storage_layer(|| play(step))
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(256))]
	#[test]
	fn hold_after_any_sequence_of_calls(steps in prop::collection::vec(step(), 1..60)) {
		new_test_ext().execute_with(|| {
			let supply = Balances::total_issuance();
			for (who, byte) in [(1, 101), (2, 102), (3, 103)] {
				assert_ok!(play(Step::Register { who, byte }));
			}
			for step in steps {
				// Refusals are part of the game; what counts is what they leave behind.
				let _ = dispatch(step);
				check_invariants();
				assert_eq!(Balances::total_issuance(), supply);
			}
			give_everything_back();
		});
	}
}

/// Remove all that can be removed; then nothing is held but for batches.
fn give_everything_back() {
	for (id, record) in Datasets::<Test>::iter().collect::<Vec<_>>() {
		assert_ok!(dispatch(Step::Erase { who: Some(record.value.owner), id }));
	}
	set_now(now() + MAX_GUARDIANSHIP);
	for owner in Guardianships::<Test>::iter_keys().collect::<Vec<_>>() {
		assert_ok!(dispatch(Step::HandOver { who: Some(THIEF), owner }));
	}
	for who in Subjects::<Test>::iter_keys().collect::<Vec<_>>() {
		assert_ok!(dispatch(Step::SetSubject { who, byte: None }));
	}
	check_invariants();
	for who in 0..LABS.end {
		let batches = Balances::balance_on_hold(&BatchReason::get(), &who);
		assert_eq!(all_deposits(who), batches, "{who}");
		assert_eq!(System::sufficients(&who), 0, "{who}");
	}
}
