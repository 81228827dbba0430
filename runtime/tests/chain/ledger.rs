//! Nothing moves, creates or destroys `DATA` but the calls listed here.

use crate::support::*;
use codec::{Decode, Encode};
use frame_support::{
	storage::{storage_prefix, with_transaction, TransactionOutcome},
	traits::{fungible::Inspect, GetCallMetadata, PalletInfoAccess},
};
use ownome_primitives::{Role, Scope, Terms};
use ownome_runtime::{
	constants::{DATA, DAYS},
	supply, AccountId, Address, Balance, DataToken, DataTokenLedger, Runtime, RuntimeCall,
	RuntimeOrigin, System,
};
use pallet_balances::Instance1;
use proptest::{
	prelude::*,
	strategy::ValueTree,
	test_runner::{Config, TestRng, TestRunner},
};
use sp_core::traits::{Externalities, ReadRuntimeVersion, ReadRuntimeVersionExt};
use sp_io::hashing::twox_128;
use sp_runtime::{traits::Dispatchable, DispatchError};
use std::collections::{BTreeMap, BTreeSet};

/// `(pallet, call)`.
type Name = (&'static str, &'static str);

/// The calls that change the ledger of the data token. A new one is a decision about money: it belongs on this list on purpose.
const CHANGE_THE_LEDGER: [Name; 20] = [
	("DataToken", "transfer"),
	("DataToken", "transfer_from"),
	("DataToken", "burn"),
	("DataToken", "burn_from"),
	("DataToken", "mint"),
	("Consent", "offer"),
	("Consent", "offer_many"),
	("Consent", "counter"),
	("Consent", "accept"),
	("Consent", "expire"),
	("Consent", "confirm"),
	("Consent", "rule"),
	("Consent", "revoke_many"),
	("Consent", "narrow"),
	("Consent", "relinquish"),
	("Consent", "withdraw"),
	("Consent", "reject"),
	("Consent", "deliver"),
	("Consent", "settle"),
	("Consent", "revoke"),
];

/// The calls that carry other calls, each of which stands for itself.
const CARRY_CALLS: [Name; 18] = [
	("Sudo", "sudo"),
	("Sudo", "sudo_unchecked_weight"),
	("Sudo", "sudo_as"),
	("Utility", "batch"),
	("Utility", "as_derivative"),
	("Utility", "batch_all"),
	("Utility", "dispatch_as"),
	("Utility", "force_batch"),
	("Utility", "with_weight"),
	("Utility", "if_else"),
	("Utility", "dispatch_as_fallible"),
	("Multisig", "as_multi_threshold_1"),
	("Multisig", "as_multi"),
	("Multisig", "approve_as_multi"),
	("Multisig", "cancel_as_multi"),
	("Proxy", "proxy"),
	("Proxy", "proxy_announced"),
	("Proxy", "announce"),
];

/// The calls that nobody can make: they want a proof of key ownership, of which there is none on a chain without sessions.
const CANNOT_BE_MADE: [Name; 2] =
	[("Grandpa", "report_equivocation"), ("Grandpa", "report_equivocation_unsigned")];

/// All calls of the runtime.
fn all_calls() -> BTreeSet<Name> {
	RuntimeCall::get_module_names()
		.iter()
		.flat_map(|pallet| {
			RuntimeCall::get_call_names(pallet).iter().map(move |call| (*pallet, *call))
		})
		.collect()
}

/// All that the ledger stores.
fn ledger() -> Vec<(Vec<u8>, Vec<u8>)> {
	let prefix = twox_128(DataTokenLedger::name().as_bytes());
	let mut entries = Vec::new();
	let mut key = prefix.to_vec();
	while let Some(next) = sp_io::storage::next_key(&key).filter(|key| key.starts_with(&prefix)) {
		entries.push((next.clone(), sp_io::storage::get(&next).expect("is stored").to_vec()));
		key = next;
	}
	entries
}

/// Takes no bytes for a runtime: what the search makes up is none.
struct NoRuntime;

impl ReadRuntimeVersion for NoRuntime {
	fn read_runtime_version(&self, _: &[u8], _: &mut dyn Externalities) -> Result<Vec<u8>, String> {
		Err("not a runtime".into())
	}
}

/// A chain with an open offer, a running grant with its key, an allowance and a released tranche.
fn busy_chain() -> sp_io::TestExternalities {
	let mut ext = chain();
	ext.register_extension(ReadRuntimeVersionExt::new(NoRuntime));
	ext.execute_with(|| {
		delivered_grant();
		send(INSTITUTE, offer());
		let spender = Address::Id(LAB.to_account_id());
		send(OWNER, pallet_data_token::Call::approve { spender, value: 10 * DATA });
		next_block();
		next_block();
	});
	ext
}

/// Whether `call` succeeds when `origin` dispatches it, and whether it changes the ledger. Leaves no trace.
fn play(origin: RuntimeOrigin, call: RuntimeCall) -> (bool, bool) {
	let before = ledger();
	let played = with_transaction(|| {
		let outcome = call.dispatch(origin);
		let changed = ledger() != before;
		assert!(outcome.is_ok() || !changed, "a call that failed changed the ledger");
		if changed {
			supply::audit().expect("the supply adds up");
		}
		// Root's call is carried by one that succeeds in any case.
		let sudid = System::read_events_for_pallet::<pallet_sudo::Event<Runtime>>().pop();
		let failed = matches!(sudid, Some(pallet_sudo::Event::Sudid { sudo_result: Err(_) }));
		TransactionOutcome::Rollback(Ok::<_, DispatchError>((outcome.is_ok() && !failed, changed)))
	});
	played.expect("is never an error")
}

#[test]
fn the_calls_that_are_listed_exist() {
	let all = all_calls();
	for name in CHANGE_THE_LEDGER.iter().chain(&CARRY_CALLS) {
		assert!(all.contains(name), "{name:?} is not a call");
	}
}

#[test]
fn each_listed_call_changes_the_ledger() {
	use pallet_consent::Call as Consent;
	use pallet_data_token::Call as Token;

	busy_chain().execute_with(|| {
		let id = |who: sp_keyring::Sr25519Keyring| Address::Id(who.to_account_id());
		let mint = Token::<Runtime>::mint { to: id(ROOT), value: DATA };
		let sudo = pallet_sudo::Call::sudo { call: Box::new(mint.into()) };
		let played: Vec<(_, RuntimeCall)> = vec![
			(OWNER, Token::transfer { to: id(LAB), value: 1 }.into()),
			(LAB, Token::transfer_from { from: id(OWNER), to: id(LAB), value: 1 }.into()),
			(OWNER, Token::burn { value: 1 }.into()),
			(LAB, Token::burn_from { from: id(OWNER), value: 1 }.into()),
			(ROOT, sudo.into()),
			(INSTITUTE, offer().into()),
			(INSTITUTE, Consent::withdraw { proposal_id: 1 }.into()),
			(OWNER, Consent::reject { proposal_id: 1 }.into()),
			(LAB, Consent::settle { grant_id: 0 }.into()),
			(OWNER, Consent::revoke { grant_id: 0 }.into()),
			(INSTITUTE, offer_many().into()),
			(OWNER, Consent::counter { proposal_id: 1, terms: priced(50) }.into()),
			(OWNER, Consent::revoke_many { grant_ids: vec![0].try_into().expect("is one") }.into()),
			(OWNER, narrow().into()),
			(INSTITUTE, Consent::relinquish { grant_id: 0 }.into()),
		];
		let mut seen = BTreeSet::new();
		let mut changes = |who: sp_keyring::Sr25519Keyring, call: RuntimeCall| {
			let metadata = call.get_call_metadata();
			let name = (metadata.pallet_name, metadata.function_name);
			let origin = RuntimeOrigin::signed(who.to_account_id());
			assert_eq!(play(origin, call), (true, true), "{name:?} did not change the ledger");
			// What root carries here is to mint.
			seen.insert(if name.0 == "Sudo" { ("DataToken", "mint") } else { name });
		};
		for (who, call) in played {
			changes(who, call);
		}

		// So late that a part of the price goes back.
		send(OWNER, approve(1));
		next_block();
		let deliver = |grant_id| Consent::deliver { grant_id, header_hash: [8; 32] };
		changes(OWNER, deliver(1).into());
		send(OWNER, deliver(1));
		changes(INSTITUTE, Consent::confirm { grant_id: 1 }.into());
		member(AUDITOR, &[Role::Auditor]);
		send(INSTITUTE, Consent::dispute { grant_id: 1, reason: [9; 32] });
		changes(AUDITOR, Consent::rule { grant_id: 1, valid: false }.into());

		// The owner asks for more, and then nobody answers.
		send(INSTITUTE, offer());
		send(OWNER, Consent::counter { proposal_id: 2, terms: priced(200) });
		let terms_hash = priced(200).hash();
		changes(INSTITUTE, Consent::accept { proposal_id: 2, terms_hash }.into());
		pallet_timestamp::Now::<Runtime>::mutate(|now| *now += 15 * DAYS);
		changes(LAB, Consent::expire { proposal_id: 2 }.into());
		assert_eq!(seen, CHANGE_THE_LEDGER.into_iter().collect());
	});
}

fn priced(price: Balance) -> Terms {
	Terms { price: price * DATA, ..terms() }
}

fn offer_many() -> pallet_consent::Call<Runtime> {
	let dataset_ids = vec![0].try_into().expect("is one");
	let (terms, proofs) = (terms(), Default::default());
	pallet_consent::Call::offer_many { dataset_ids, terms, proofs }
}

fn narrow() -> pallet_consent::Call<Runtime> {
	let expires_at = pallet_timestamp::Now::<Runtime>::get() + 1;
	pallet_consent::Call::narrow { grant_id: 0, scope: Scope::Whole, expires_at }
}

#[test]
fn a_block_without_calls_leaves_the_ledger_alone() {
	busy_chain().execute_with(|| {
		let before = ledger();
		for _ in 0..3 {
			next_block();
		}
		assert_eq!(ledger(), before);
	});
}

#[test]
fn the_transfer_events_add_up_to_the_balances() {
	chain().execute_with(|| {
		let accounts = || pallet_balances::Account::<Runtime, Instance1>::iter_keys();
		let mut balances: BTreeMap<AccountId, Balance> =
			accounts().map(|who| (who.clone(), DataToken::total_balance(&who))).collect();

		delivered_grant();
		send(INSTITUTE, offer());
		send(OWNER, pallet_data_token::Call::burn { value: DATA });
		send(OWNER, pallet_consent::Call::revoke { grant_id: 0 });

		let events = System::read_events_for_pallet::<pallet_data_token::Event<Runtime>>();
		let mut paid_by_escrow = 0;
		for event in events {
			let pallet_data_token::Event::Transfer { from, to, value } = event else { continue };
			if let (Some(from), Some(_)) = (&from, &to) {
				assert_eq!(*from, INSTITUTE.to_account_id());
				paid_by_escrow += value;
			}
			if let Some(from) = from {
				*balances.entry(from).or_default() -= value;
			}
			if let Some(to) = to {
				*balances.entry(to).or_default() += value;
			}
		}
		assert_eq!(paid_by_escrow, 20 * DATA);
		for who in accounts() {
			assert_eq!(
				balances.get(&who).copied(),
				Some(DataToken::total_balance(&who)),
				"{who:?}"
			);
		}
	});
}

/// Pieces of which arguments are made: what the chain knows, and what means harm.
fn piece() -> impl Strategy<Value = Vec<u8>> {
	let account = |who: sp_keyring::Sr25519Keyring| who.to_account_id();
	let accounts: Vec<AccountId> =
		vec![account(ROOT), account(INSTITUTE), account(LAB), account(OWNER)];
	let keys = vec![
		storage_prefix(b"DataTokenLedger", b"TotalIssuance").to_vec(),
		twox_128(b"DataTokenLedger").to_vec(),
	];
	prop_oneof![
		4 => (0u8..4).prop_map(|byte| vec![byte]),
		2 => (0u64..3).prop_map(|id| id.to_le_bytes().to_vec()),
		// As an address, and as an account.
		3 => prop::sample::select(accounts.clone()).prop_map(|who| {
			[&[0u8][..], who.as_ref()].concat()
		}),
		1 => prop::sample::select(accounts).prop_map(|who| AsRef::<[u8]>::as_ref(&who).to_vec()),
		1 => prop::sample::select(keys).prop_map(|key| [&[(key.len() * 4) as u8][..], &key].concat()),
		// Terms are too long to come about by chance.
		3 => Just((terms(), 0u8).encode()),
		1 => any::<u128>().prop_map(|value| value.to_le_bytes().to_vec()),
		1 => any::<[u8; 32]>().prop_map(|bytes| bytes.to_vec()),
	]
}

/// The calls that a search has met.
#[derive(Default)]
struct Found {
	tried: BTreeSet<Name>,
	succeeded: BTreeSet<Name>,
	changed: BTreeSet<Name>,
}

/// Make up calls, dispatch each as several accounts and as root, and note what comes of them.
fn search(runner: &mut TestRunner, found: &mut Found) {
	const TRIES: usize = 200;
	let arguments = prop::collection::vec(piece(), 24).prop_map(|pieces| pieces.concat());
	for (pallet, index) in (0..=u8::MAX).flat_map(|p| (0..64).map(move |index| (p, index))) {
		let bytes = |arguments: &[u8]| [&[pallet, index], arguments].concat();
		let is_a_call = |fill| RuntimeCall::decode(&mut &bytes(&[fill; 512])[..]).is_ok();
		if !is_a_call(0) && !is_a_call(1) {
			continue;
		}
		for _ in 0..TRIES {
			let arguments = arguments.new_tree(runner).expect("has a value").current();
			let Ok(call) = RuntimeCall::decode(&mut &bytes(&arguments)[..]) else { continue };
			let metadata = call.get_call_metadata();
			let name = (metadata.pallet_name, metadata.function_name);
			if CARRY_CALLS.contains(&name) {
				break;
			}
			found.tried.insert(name);
			let as_root = pallet_sudo::Call::sudo { call: Box::new(call.clone()) };
			let attempts = [OWNER, INSTITUTE, LAB].map(|who| (who, call.clone()));
			for (who, call) in attempts.into_iter().chain([(ROOT, as_root.into())]) {
				let (succeeded, changed) = play(RuntimeOrigin::signed(who.to_account_id()), call);
				if succeeded {
					found.succeeded.insert(name);
				}
				if changed {
					found.changed.insert(name);
				}
			}
		}
	}
}

#[test]
fn no_other_call_changes_the_ledger() {
	let rng = TestRng::deterministic_rng(prop::test_runner::RngAlgorithm::ChaCha);
	let mut runner = TestRunner::new_with_rng(Config::default(), rng);
	let mut found = Found::default();
	busy_chain().execute_with(|| {
		search(&mut runner, &mut found);
		// Once more when every deadline has passed.
		pallet_timestamp::Now::<Runtime>::mutate(|now| *now += 5_000 * DAYS);
		search(&mut runner, &mut found);
	});

	let listed: BTreeSet<Name> = CHANGE_THE_LEDGER.into_iter().collect();
	let unknown: Vec<_> = found.changed.difference(&listed).collect();
	assert!(unknown.is_empty(), "these change the ledger and are not on the list: {unknown:?}");
	assert!(found.changed.len() >= 6, "the search finds too little: {:?}", found.changed);
	let untried: BTreeSet<_> = all_calls().difference(&found.tried).copied().collect();
	let expected: BTreeSet<_> = CARRY_CALLS.into_iter().chain(CANNOT_BE_MADE).collect();
	assert_eq!(untried, expected, "these were not tried, or should not have been");
	assert!(
		found.succeeded.len() * 2 > found.tried.len(),
		"the search is too clumsy: of {} calls only {:?} succeeded",
		found.tried.len(),
		found.succeeded
	);
}
