//! A development chain, and what is done on it again and again.

use codec::Encode;
use frame_support::traits::fungible::Inspect;
use ownome_primitives::{
	api::runtime_decl_for_consortium_api::ConsortiumApi, duo::purpose::Kind, DataFormat, Moment,
	Profile, ProposalId, Purpose, Registration, Role, Scope, Seal, Terms,
};
use ownome_runtime::{
	constants::{DATA, SLOT_DURATION},
	genesis_config_presets::development,
	AccountId, Address, Balance, Balances, DataTokenLedger, Executive, Header, Runtime,
	RuntimeCall, RuntimeGenesisConfig, Signature, System, TxExtension, UncheckedExtrinsic,
};
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
	generic::{Era, SignedPayload},
	traits::Header as _,
	transaction_validity::{TransactionSource, TransactionValidity, TransactionValidityError},
	ApplyExtrinsicResult, BuildStorage, Digest, DigestItem, Percent,
};
use sp_storage::Storage;

/// The council of the development chain.
pub const ROOT: Sr25519Keyring = Sr25519Keyring::Alice;
/// Requester.
pub const INSTITUTE: Sr25519Keyring = Sr25519Keyring::Bob;
/// Custodian and attester.
pub const LAB: Sr25519Keyring = Sr25519Keyring::Charlie;
/// Auditor, where a test makes it one.
pub const AUDITOR: Sr25519Keyring = Sr25519Keyring::Dave;
/// Owner of dataset 0.
pub const OWNER: Sr25519Keyring = Sr25519Keyring::Ferdie;

/// When the first block is made.
const GENESIS: Moment = 1_700_000_000_000;

/// The state in which a development chain begins.
pub fn genesis() -> Storage {
	let json = development();
	let mut config: serde_json::Value =
		serde_json::to_value(RuntimeGenesisConfig::default()).expect("is JSON");
	merge(&mut config, json);
	let config: RuntimeGenesisConfig = serde_json::from_value(config).expect("is a genesis");
	config.build_storage().expect("is a state")
}

/// A development chain in its first block.
pub fn chain() -> sp_io::TestExternalities {
	let mut ext = sp_io::TestExternalities::new(genesis());
	ext.execute_with(next_block);
	ext
}

fn merge(base: &mut serde_json::Value, patch: serde_json::Value) {
	match (base, patch) {
		(serde_json::Value::Object(base), serde_json::Value::Object(patch)) => {
			for (key, value) in patch {
				merge(base.entry(key).or_insert(serde_json::Value::Null), value);
			}
		},
		(base, patch) => *base = patch,
	}
}

/// Begin the next block, a slot later.
pub fn next_block() {
	let number = System::block_number() + 1;
	if number > 1 {
		Executive::finalize_block();
	}
	let parent = if number > 1 { System::block_hash(number - 1) } else { Default::default() };
	let now = GENESIS + Moment::from(number) * SLOT_DURATION;
	let slot = sp_consensus_aura::Slot::from(now / SLOT_DURATION);
	let digest = Digest {
		logs: vec![DigestItem::PreRuntime(sp_consensus_aura::AURA_ENGINE_ID, slot.encode())],
	};
	let header = Header::new(number, Default::default(), Default::default(), parent, digest);
	Executive::initialize_block(&header);
	let timestamp = RuntimeCall::Timestamp(pallet_timestamp::Call::set { now });
	Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(timestamp))
		.expect("is included")
		.expect("succeeds");
}

/// `call` signed by `who`, as a wallet makes it.
pub fn signed(who: Sr25519Keyring, call: RuntimeCall) -> UncheckedExtrinsic {
	let extension: TxExtension = (
		frame_system::AuthorizeCall::new(),
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		frame_system::CheckMortality::from(Era::immortal()),
		frame_system::CheckNonce::from(System::account_nonce(who.to_account_id())),
		frame_system::CheckWeight::new(),
		pallet_transaction_payment::ChargeTransactionPayment::from(0).into(),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
		frame_system::WeightReclaim::new(),
	);
	let payload = SignedPayload::new(call.clone(), extension.clone()).expect("has implicit data");
	let signature = payload.using_encoded(|bytes| who.sign(bytes));
	let address = Address::Id(who.to_account_id());
	UncheckedExtrinsic::new_signed(call, address, Signature::Sr25519(signature), extension)
}

/// Send `call` and return what the block says of it.
pub fn apply(who: Sr25519Keyring, call: RuntimeCall) -> ApplyExtrinsicResult {
	Executive::apply_extrinsic(signed(who, call))
}

/// Send `call`, which must succeed.
pub fn send(who: Sr25519Keyring, call: impl Into<RuntimeCall>) {
	apply(who, call.into()).expect("is included").expect("succeeds");
}

/// What the pool learns of `call`.
pub fn validity(who: Sr25519Keyring, call: impl Into<RuntimeCall>) -> TransactionValidity {
	let parent = System::block_hash(System::block_number() - 1);
	Executive::validate_transaction(TransactionSource::External, signed(who, call.into()), parent)
}

/// Why a block would not take `call`.
pub fn refusal(who: Sr25519Keyring, call: impl Into<RuntimeCall>) -> TransactionValidityError {
	apply(who, call.into()).expect_err("is refused")
}

/// What `who` has of the native coin, held included.
pub fn own(who: Sr25519Keyring) -> Balance {
	Balances::total_balance(&who.to_account_id())
}

/// What `who` may spend of the data token.
pub fn data(who: Sr25519Keyring) -> Balance {
	DataTokenLedger::balance(&who.to_account_id())
}

/// An hour of disease research for 100 `DATA`, a fifth of it up front.
pub fn terms() -> Terms {
	Terms {
		purpose: Purpose { kind: Some(Kind::Biomedical), ..Default::default() },
		scope: Scope::Whole,
		period: 3_600_000,
		price: 100 * DATA,
		upfront: Percent::from_percent(20),
		accesses: None,
	}
}

/// A dataset that [`LAB`] keeps and is to vouch for.
pub fn registration(seal: u8) -> Registration<AccountId> {
	let lab = LAB.to_account_id();
	let (seal, format) = (Seal([seal; 32]), DataFormat::Vcf);
	Registration { seal, format, custodian: lab.clone(), attester: Some(lab) }
}

/// [`INSTITUTE`] and [`LAB`] become members.
pub fn members() {
	member(INSTITUTE, &[Role::Requester]);
	member(LAB, &[Role::Attester, Role::Custodian]);
}

/// `who` becomes a member with these roles, alone in its institution.
pub fn member(who: Sr25519Keyring, roles: &[Role]) {
	let account = who.to_account_id();
	let roles = roles.iter().copied().collect::<std::collections::BTreeSet<_>>();
	send(
		who,
		pallet_consortium::Call::apply {
			roles: roles.try_into().expect("are few"),
			encryption_key: [1; 32],
			credential: [2; 32],
			profile: Profile {
				institution: account.to_string().parse().expect("an address is an id"),
				country: "GB".parse().expect("is a country"),
				not_for_profit: true,
			},
		},
	);
	let application_hash = Runtime::application(account.clone()).expect("has applied").hash();
	let who = Address::Id(account);
	let admit = pallet_consortium::Call::<Runtime>::admit { who, application_hash };
	send(ROOT, pallet_sudo::Call::sudo { call: Box::new(admit.into()) });
}

/// Two members and dataset 0 of [`OWNER`], attested.
pub fn members_and_dataset() {
	members();
	send(OWNER, pallet_data_registry::Call::register { registration: registration(7) });
	send(LAB, pallet_data_registry::Call::attest { dataset_id: 0, statement: [3; 32] });
}

/// An offer of [`INSTITUTE`] for dataset 0.
pub fn offer() -> pallet_consent::Call<Runtime> {
	let proofs = Default::default();
	pallet_consent::Call::offer { dataset_id: 0, terms: terms(), proofs }
}

/// The owner's consent to an offer with these terms.
pub fn approve(proposal_id: ProposalId) -> pallet_consent::Call<Runtime> {
	pallet_consent::Call::approve { proposal_id, terms_hash: terms().hash() }
}

/// Grant 0 of [`OWNER`] for [`INSTITUTE`], its key delivered and confirmed.
pub fn delivered_grant() {
	members_and_dataset();
	send(INSTITUTE, offer());
	send(OWNER, approve(0));
	send(OWNER, pallet_consent::Call::deliver { grant_id: 0, header_hash: [8; 32] });
	send(INSTITUTE, pallet_consent::Call::confirm { grant_id: 0 });
}

/// Send away all the native coin that `who` may spend.
pub fn send_all_own(who: Sr25519Keyring) {
	let dest = Address::Id(AccountId::new([42; 32]));
	send(who, pallet_balances::Call::transfer_all { dest, keep_alive: false });
}
