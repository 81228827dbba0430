//! A runtime just large enough to test this pallet.

use crate as pallet_data_registry;
use frame_support::{
	derive_impl, parameter_types,
	traits::{fungible::HoldConsideration, ConstU128, LinearStoragePrice},
};
use ownome_primitives::{InspectMember, Role};
use sp_runtime::BuildStorage;

pub type Balance = u128;

pub const OWNER: u64 = 1;
pub const THIEF: u64 = 2;
/// A member accredited as Custodian.
pub const CUSTODIAN: u64 = 3;
/// A member accredited as Attester.
pub const LAB: u64 = 4;
/// Another member accredited as Attester.
pub const OTHER_LAB: u64 = 5;
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
	pub type DataRegistry = pallet_data_registry;
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
	pub const DatasetReason: RuntimeHoldReason =
		RuntimeHoldReason::DataRegistry(pallet_data_registry::HoldReason::Dataset);
	pub const AttestationReason: RuntimeHoldReason =
		RuntimeHoldReason::DataRegistry(pallet_data_registry::HoldReason::Attestation);
}

/// A consortium of one custodian and two laboratories; benchmarks add more.
pub struct Members;
impl InspectMember<u64> for Members {
	fn has_role(who: &u64, role: Role) -> bool {
		match role {
			Role::Custodian => {
				*who == CUSTODIAN || cfg!(feature = "runtime-benchmarks") && *who > 9
			},
			Role::Attester => {
				[LAB, OTHER_LAB].contains(who) || cfg!(feature = "runtime-benchmarks") && *who > 9
			},
			_ => false,
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_member(_: &u64, _: ownome_primitives::Roles) {}
}

type Price = LinearStoragePrice<ConstU128<10>, ConstU128<1>, Balance>;

impl pallet_data_registry::Config for Test {
	type DatasetDeposit = HoldConsideration<u64, Balances, DatasetReason, Price>;
	type AttestationDeposit = HoldConsideration<u64, Balances, AttestationReason, Price>;
	type Members = Members;
	type Time = Timestamp;
	type WeightInfo = ();
}

pub fn new_test_ext() -> sp_io::TestExternalities {
	let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	pallet_balances::GenesisConfig::<Test> {
		balances: [OWNER, THIEF, CUSTODIAN, LAB, OTHER_LAB].map(|who| (who, ENDOWMENT)).to_vec(),
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
		DataRegistry::do_try_state().unwrap();
	});
}

/// The events of this pallet since the last call.
pub fn take_events() -> Vec<pallet_data_registry::Event<Test>> {
	let events = System::read_events_for_pallet::<pallet_data_registry::Event<Test>>();
	System::reset_events();
	events
}
