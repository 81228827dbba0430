//! A runtime just large enough to test this pallet.

use crate as pallet_data_token;
use frame_support::{
	derive_impl, parameter_types,
	traits::{fungible::HoldConsideration, ConstU128, LinearStoragePrice, StorageMapShim},
};
use frame_system::EnsureRoot;
use ownome_primitives::Balance;
use sp_runtime::BuildStorage;

/// The account that stands for the zero address.
pub const ZERO: u64 = 0;
pub const ALICE: u64 = 1;
pub const BOB: u64 = 2;
pub const CHARLIE: u64 = 3;
/// An account without any coin.
pub const POOR: u64 = 9;
/// What Alice and Bob have, of each coin.
pub const ENDOWMENT: Balance = 1_000_000;
pub const CAP: Balance = 3_000_000;

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
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(2)]
	pub type Ledger = pallet_balances<Instance1>;
	#[runtime::pallet_index(3)]
	pub type DataToken = pallet_data_token;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
	type AccountStore = System;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config<pallet_balances::Instance1> for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
	type AccountStore = StorageMapShim<
		pallet_balances::Account<Test, pallet_balances::Instance1>,
		u64,
		pallet_balances::AccountData<Balance>,
	>;
}

parameter_types! {
	pub const AllowanceReason: RuntimeHoldReason =
		RuntimeHoldReason::DataToken(pallet_data_token::HoldReason::Allowance);
}

impl pallet_data_token::Config for Test {
	type Ledger = Ledger;
	type Cap = ConstU128<CAP>;
	type AllowanceDeposit = HoldConsideration<
		u64,
		Balances,
		AllowanceReason,
		LinearStoragePrice<ConstU128<10>, ConstU128<1>, Balance>,
	>;
	type IssuerOrigin = EnsureRoot<u64>;
	type WeightInfo = ();
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
	let mut ext = sp_io::TestExternalities::new(storage);
	// Events are recorded from block 1 on.
	ext.execute_with(|| System::set_block_number(1));
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
