//! A runtime just large enough to test this pallet.

use crate as pallet_data_token;
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::HoldConsideration, ConstU128, ConstU32, LinearStoragePrice, StorageMapShim,
		VariantCountOf,
	},
};
use frame_system::EnsureRoot;
use ownome_primitives::{Balance, Tranche};
use sp_runtime::{testing::TestSignature, BuildStorage};

/// The account that stands for the zero address.
pub const ZERO: u64 = 0;
pub const ALICE: u64 = 1;
pub const BOB: u64 = 2;
pub const CHARLIE: u64 = 3;
/// An account without any coin.
pub const POOR: u64 = 9;
/// What Alice and Bob have, of each coin.
pub const ENDOWMENT: Balance = 1_000_000;
pub const NOW: u64 = 1_700_000_000_000;
/// What may be minted to Charlie at once, and as much again over `VESTING` from `NOW` on.
pub const TRANCHE: Balance = 100_000;
pub const VESTING: u64 = 1_000;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeTask
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(3)]
	pub type Ledger = pallet_balances<Instance1>;
	#[runtime::pallet_index(4)]
	pub type DataToken = pallet_data_token;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
	type AccountStore = System;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
// As the runtime configures it.
impl pallet_balances::Config<pallet_balances::Instance1> for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
	type AccountStore = StorageMapShim<
		pallet_balances::Account<Test, pallet_balances::Instance1>,
		u64,
		pallet_balances::AccountData<Balance>,
	>;
	type ReserveIdentifier = ();
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxLocks = ConstU32<0>;
	type MaxReserves = ConstU32<0>;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
}

parameter_types! {
	pub const AllowanceReason: RuntimeHoldReason =
		RuntimeHoldReason::DataToken(pallet_data_token::HoldReason::Allowance);
	pub const NonceReason: RuntimeHoldReason =
		RuntimeHoldReason::DataToken(pallet_data_token::HoldReason::Nonce);
	/// Tests may lower it, as an upgrade of the runtime could.
	pub static Cap: Balance = 3_000_000;
}

type HoldDeposit<Reason> = HoldConsideration<
	u64,
	Balances,
	Reason,
	LinearStoragePrice<ConstU128<10>, ConstU128<1>, Balance>,
>;

impl pallet_data_token::Config for Test {
	type Ledger = Ledger;
	type Cap = Cap;
	type AllowanceDeposit = HoldDeposit<AllowanceReason>;
	type NonceDeposit = HoldDeposit<NonceReason>;
	type IssuerOrigin = EnsureRoot<u64>;
	type MaxTranches = ConstU32<8>;
	type OffchainSignature = TestSignature;
	type Time = Timestamp;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Signer;
}

/// Signs as an account that is its own key.
#[cfg(feature = "runtime-benchmarks")]
pub struct Signer;

#[cfg(feature = "runtime-benchmarks")]
impl ownome_primitives::OffchainSigner<u64, TestSignature> for Signer {
	fn signer() -> u64 {
		ALICE
	}

	fn sign(message: &[u8]) -> TestSignature {
		TestSignature(ALICE, message.to_vec())
	}
}

/// What may be minted, and to whom.
pub fn schedule() -> Vec<Tranche<u64>> {
	let tranche = |starts_at, vesting| Tranche {
		beneficiary: CHARLIE,
		amount: TRANCHE,
		starts_at,
		vesting,
		minted: 0,
	};
	vec![tranche(0, 0), tranche(NOW, VESTING)]
}

pub fn new_test_ext() -> sp_io::TestExternalities {
	let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	let balances = vec![(ALICE, ENDOWMENT), (BOB, ENDOWMENT)];
	pallet_balances::GenesisConfig::<Test> { balances: balances.clone(), ..Default::default() }
		.assimilate_storage(&mut storage)
		.unwrap();
	pallet_balances::GenesisConfig::<Test, pallet_balances::Instance1> {
		balances,
		..Default::default()
	}
	.assimilate_storage(&mut storage)
	.unwrap();
	pallet_data_token::GenesisConfig::<Test> { schedule: schedule() }
		.assimilate_storage(&mut storage)
		.unwrap();
	let mut ext = sp_io::TestExternalities::new(storage);
	ext.execute_with(|| {
		// Events are recorded from block 1 on.
		System::set_block_number(1);
		Timestamp::set_timestamp(NOW);
	});
	ext
}

/// Run `test` in a fresh chain, and check the invariants afterwards.
pub fn new_test(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		DataToken::do_try_state().unwrap();
	});
}

/// The events of this pallet since the last call.
pub fn take_events() -> Vec<pallet_data_token::Event<Test>> {
	let events = System::read_events_for_pallet::<pallet_data_token::Event<Test>>();
	System::reset_events();
	events
}
