//! A runtime just large enough to test this pallet.

use crate as pallet_consortium;
use frame_support::{
	derive_impl, parameter_types,
	traits::{fungible::HoldConsideration, ConstU128, LinearStoragePrice},
};
use frame_system::EnsureRoot;
use sp_runtime::BuildStorage;

pub type Balance = u128;

pub const ALICE: u64 = 1;
pub const BOB: u64 = 2;
/// An account without any coin.
pub const POOR: u64 = 9;
pub const ENDOWMENT: Balance = 1_000_000;
pub const NOW: u64 = 1_700_000_000_000;

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
	pub type Consortium = pallet_consortium;
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

parameter_types! {
	pub const MembershipReason: RuntimeHoldReason =
		RuntimeHoldReason::Consortium(pallet_consortium::HoldReason::Membership);
}

impl pallet_consortium::Config for Test {
	type MembershipDeposit = HoldConsideration<
		u64,
		Balances,
		MembershipReason,
		LinearStoragePrice<ConstU128<10>, ConstU128<1>, Balance>,
	>;
	type AdmitOrigin = EnsureRoot<u64>;
	type Time = Timestamp;
	type WeightInfo = ();
}

pub fn new_test_ext() -> sp_io::TestExternalities {
	let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	pallet_balances::GenesisConfig::<Test> {
		balances: vec![(ALICE, ENDOWMENT), (BOB, ENDOWMENT)],
		..Default::default()
	}
	.assimilate_storage(&mut storage)
	.unwrap();
	let mut ext = sp_io::TestExternalities::new(storage);
	ext.execute_with(|| {
		// Events are recorded from block 1 on.
		System::set_block_number(1);
		pallet_timestamp::Now::<Test>::put(NOW);
	});
	ext
}

/// Run `test` in a fresh chain, and check the invariants afterwards.
pub fn new_test(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		Consortium::do_try_state().unwrap();
	});
}

/// Let the clock of the chain show `now`.
pub fn set_now(now: u64) {
	pallet_timestamp::Now::<Test>::put(now);
}

/// The events of this pallet since the last call.
pub fn take_events() -> Vec<pallet_consortium::Event<Test>> {
	let events = System::read_events_for_pallet::<pallet_consortium::Event<Test>>();
	System::reset_events();
	events
}
