//! Titles on the chain: who acts for whom without any coin, what a registration takes in the state, and what a page costs.

use crate::support::*;
use codec::Encode;
use frame_support::traits::fungible::{Inspect, InspectHold};
use ownome_primitives::{
	registration_message, Access, Commitment, Denial, EndCause, Moment, Registration,
	Registrations, Scope, Seal, SearchToken, Verification,
};
use ownome_runtime::{
	AccountId, Address, Balances, Consent, DataRegistry, Runtime, Signature, System,
};
use pallet_data_registry::Call;
use sp_keyring::Sr25519Keyring;
use sp_runtime::transaction_validity::InvalidTransaction;
use std::collections::BTreeMap;

/// An owner who has never had any coin.
const PATIENT: Sr25519Keyring = Sr25519Keyring::One;
/// Acts for the patient, without any coin either.
const PARENT: Sr25519Keyring = Sr25519Keyring::Two;

fn erase(dataset_id: u64) -> Call<Runtime> {
	Call::erase { dataset_id }
}

/// What `owner` signs so that somebody else pays for `registrations`.
fn signed_by(owner: Sr25519Keyring, registrations: &Registrations<AccountId>) -> Signature {
	let message = registration_message(
		&System::block_hash(0),
		&owner.to_account_id(),
		registrations,
		Moment::MAX,
	);
	Signature::Sr25519(owner.sign(&message))
}

fn register_for(owner: Sr25519Keyring, seals: impl IntoIterator<Item = u8>) -> Call<Runtime> {
	let list = seals.into_iter().map(registration).collect::<Vec<_>>();
	let registrations = Registrations::try_from(list).expect("are few");
	let signature = signed_by(owner, &registrations);
	let owner = owner.to_account_id();
	Call::register_for { owner, registrations, deadline: Moment::MAX, signature }
}

fn has_nothing(who: Sr25519Keyring) -> bool {
	own(who) == 0 && data(who) == 0
}

#[test]
fn an_owner_who_never_had_any_coin_erases_at_no_fee() {
	chain().execute_with(|| {
		members();
		let lab = Balances::total_balance_on_hold(&LAB.to_account_id());
		send(LAB, register_for(PATIENT, [7, 8]));
		assert!(has_nothing(PATIENT));

		send(PATIENT, erase(0));
		assert!(System::account_exists(&PATIENT.to_account_id()));
		// The account ends with its last title.
		send(PATIENT, erase(1));
		assert!(!System::account_exists(&PATIENT.to_account_id()));
		assert_eq!(Balances::total_balance_on_hold(&LAB.to_account_id()), lab);
		assert_eq!(refusal(PATIENT, erase(1)), InvalidTransaction::Payment.into());
	});
}

#[test]
fn an_owner_who_spent_all_coin_erases_at_no_fee_and_gets_the_deposit() {
	chain().execute_with(|| {
		members_and_dataset();
		send_all_own(OWNER);
		assert_eq!(Balances::balance(&OWNER.to_account_id()), 0);
		let before = own(OWNER);
		send(OWNER, erase(0));
		assert_eq!(own(OWNER), before);
		assert_eq!(Balances::balance(&OWNER.to_account_id()), before);
		assert_eq!(Balances::total_balance_on_hold(&OWNER.to_account_id()), 0);
	});
}

#[test]
fn a_guardian_without_any_coin_erases_at_no_fee_until_the_term_is_over() {
	chain().execute_with(|| {
		members_and_dataset();
		send(OWNER, Call::register { registration: registration(8) });
		let until = pallet_timestamp::Now::<Runtime>::get() + 2_000;
		let guardian = Address::Id(PARENT.to_account_id());
		send(OWNER, Call::set_guardian { guardian, until });
		assert!(has_nothing(PARENT));
		send(PARENT, erase(0));
		assert!(has_nothing(PARENT));

		next_block();
		assert_eq!(refusal(PARENT, erase(1)), InvalidTransaction::Payment.into());
		let owner = Address::Id(OWNER.to_account_id());
		send(INSTITUTE, Call::hand_over { owner });
		assert!(!System::account_exists(&PARENT.to_account_id()));
	});
}

#[test]
fn whoever_does_not_decide_pays_for_the_refusal() {
	chain().execute_with(|| {
		members_and_dataset();
		let before = own(INSTITUTE);
		let outcome = apply(INSTITUTE, erase(0).into()).expect("is included");
		assert_eq!(outcome, Err(pallet_data_registry::Error::<Runtime>::NotOwner.into()));
		assert!(own(INSTITUTE) < before);
	});
}

#[test]
fn the_pool_keeps_one_erasure_of_a_dataset_and_lets_it_take_its_turn() {
	chain().execute_with(|| {
		members_and_dataset();
		let free = validity(OWNER, erase(0)).expect("is valid");
		let to = Address::Id(LAB.to_account_id());
		let paid = validity(OWNER, pallet_data_token::Call::transfer { to, value: 1 });
		assert!(free.priority <= paid.expect("is valid").priority);
		System::inc_account_nonce(OWNER.to_account_id());
		let again = validity(OWNER, erase(0)).expect("is valid");
		assert!(free.provides.iter().any(|tag| again.provides.contains(tag)));
	});
}

#[test]
fn erasure_ends_a_grant_and_the_escrow_goes_where_it_belongs() {
	chain().execute_with(|| {
		delivered_grant();
		next_block();
		let institute = data(INSTITUTE);
		send(OWNER, erase(0));
		let check = || Consent::check(0, &INSTITUTE.to_account_id(), None, &Scope::Whole);
		assert!(matches!(
			check(),
			Access::Denied(Denial::Ended { grant: 0, ended }) if ended.cause == EndCause::Erased
		));
		let past = pallet_timestamp::Now::<Runtime>::get() - 1;
		assert!(matches!(
			Consent::check(0, &INSTITUTE.to_account_id(), Some(past), &Scope::Whole),
			Access::Permitted { grant: 0, .. }
		));
		next_block();
		send(INSTITUTE, pallet_consent::Call::settle { grant_id: 0 });
		// A fifth of 100 was paid before, and one slot of the hour was earned of the rest.
		let earned = 80 * ownome_runtime::constants::DATA * 2 / 3_600;
		assert_eq!(data(INSTITUTE) - institute, 80 * ownome_runtime::constants::DATA - earned);
		assert_eq!(
			DataRegistry::verify(&Commitment::new(&OWNER.to_account_id(), &Seal([7; 32]))),
			Verification::Erased { id: 0, at: past + 1 }
		);
	});
}

#[test]
fn a_signature_for_another_chain_is_refused() {
	chain().execute_with(|| {
		members();
		let call = register_for(PATIENT, [7]);
		frame_system::BlockHash::<Runtime>::insert(0, sp_core::H256::repeat_byte(9));
		let outcome = apply(LAB, call.into()).expect("is included");
		assert_eq!(outcome, Err(pallet_data_registry::Error::<Runtime>::InvalidSignature.into()));
		send(LAB, register_for(PATIENT, [7]));
		assert_eq!(DataRegistry::datasets_of(&PATIENT.to_account_id(), None, 10), [0]);
	});
}

/// The keys and values of the registry's maps, without the 32 bytes that each key of a map begins with.
fn registry_entries() -> BTreeMap<Vec<u8>, usize> {
	let pallet = sp_io::hashing::twox_128(b"DataRegistry");
	let mut entries = BTreeMap::new();
	let mut key = pallet.to_vec();
	while let Some(next) = sp_io::storage::next_key(&key).filter(|key| key.starts_with(&pallet)) {
		let value = sp_io::storage::get(&next).map_or(0, |value| value.len());
		entries.insert(next.clone(), next.len() - 32 + value);
		key = next;
	}
	entries
}

#[test]
fn a_registration_takes_at_most_twice_the_bytes_of_what_it_says() {
	chain().execute_with(|| {
		members_and_dataset();
		let before = registry_entries();
		// Without an attester there is least information, and so relatively most else.
		let registration = Registration { attester: None, ..registration(8) };
		send(OWNER, Call::register { registration });
		let (entries, bytes) = registry_entries()
			.into_iter()
			.filter(|(key, _)| !before.contains_key(key))
			.fold((0, 0), |(entries, bytes), (_, size)| (entries + 1, bytes + size));

		let record = pallet_data_registry::Datasets::<Runtime>::get(1).expect("is registered");
		assert_eq!(record.value.successor, None);
		// Owner, commitment and the fixed fields, without who paid and how much.
		let information = record.value.encoded_size();
		println!(
			"{entries} entries of together {bytes} bytes for {information} bytes of information: {:.2}",
			bytes as f64 / information as f64
		);
		assert!(bytes <= 2 * information);
	});
}

/// How many nodes of the state are read for a page of 100 in the middle of `count` datasets of one owner and with one tag.
fn nodes_read(count: u64) -> [usize; 3] {
	use pallet_data_registry::{DatasetByCommitment, DatasetsByTag, DatasetsOf};
	let (owner, token) = (OWNER.to_account_id(), SearchToken([1; 32]));
	let commitment = |id: u64| Commitment(sp_io::hashing::blake2_256(&id.to_le_bytes()));
	let mut chain = sp_io::TestExternalities::new_empty();
	chain.execute_with(|| {
		for id in 0..count {
			DatasetsOf::<Runtime>::insert(&owner, id.to_be_bytes(), ());
			DatasetsByTag::<Runtime>::insert(token, id.to_be_bytes(), ());
			DatasetByCommitment::<Runtime>::insert(commitment(id), id);
		}
	});
	chain.commit_all().expect("writes to memory");
	let middle = count / 2;
	let page = (middle + 1..=middle + 100).collect::<Vec<_>>();
	let (_, by_owner) = chain.execute_and_prove(|| {
		assert_eq!(DataRegistry::datasets_of(&owner, Some(middle), 100), page);
	});
	let (_, by_tag) = chain.execute_and_prove(|| {
		assert_eq!(DataRegistry::datasets_by_tag(&token, Some(middle), 100), page);
	});
	let (_, by_commitment) = chain.execute_and_prove(|| {
		assert_eq!(DatasetByCommitment::<Runtime>::get(commitment(middle)), Some(middle));
	});
	[by_owner, by_tag, by_commitment].map(|proof| proof.iter_nodes().count())
}

#[test]
fn a_page_reads_no_more_than_the_two_levels_that_a_hundred_times_as_many_entries_add() {
	let (few, many) = (nodes_read(1_000), nodes_read(100_000));
	println!(
		"nodes of the state read for a page by owner, by tag, a commitment: {few:?}, {many:?}"
	);
	for (few, many) in few.into_iter().zip(many) {
		assert!(many <= few + 2, "{many} instead of {few}");
	}
}
