//! A runtime just large enough to test this pallet.

use crate as pallet_data_registry;
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::{HoldConsideration, InspectHold},
		ConstU128, ConstU64, Footprint,
	},
};
use ownome_primitives::{InspectMember, Moment, Profile, Role, Standing};
use sp_runtime::{testing::TestSignature, traits::Convert, BuildStorage};
use std::{cell::RefCell, collections::BTreeSet};

pub type Balance = u128;

pub const OWNER: u64 = 1;
pub const THIEF: u64 = 2;
/// A member accredited as Custodian.
pub const CUSTODIAN: u64 = 3;
/// A member accredited as Attester.
pub const LAB: u64 = 4;
/// Another member accredited as Attester.
pub const OTHER_LAB: u64 = 5;
/// Somebody who may get a title.
pub const BUYER: u64 = 6;
/// Somebody who may act for an owner.
pub const GUARDIAN: u64 = 7;
/// Somebody who pays for others.
pub const HOSPITAL: u64 = 8;
/// An account without any coin.
pub const POOR: u64 = 9;
/// Further members accredited as Attester.
pub const LABS: core::ops::Range<u64> = 10..20;

pub const ENDOWMENT: Balance = 1_000_000;
pub const NOW: Moment = 1_700_000_000_000;
pub const MAX_GUARDIANSHIP: Moment = 10_000;

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
	pub const AccountReason: RuntimeHoldReason =
		RuntimeHoldReason::DataRegistry(pallet_data_registry::HoldReason::Account);
	pub const BatchReason: RuntimeHoldReason =
		RuntimeHoldReason::DataRegistry(pallet_data_registry::HoldReason::Batch);
}

thread_local! {
	/// Who is accredited for what in this test.
	static ACCREDITED: RefCell<BTreeSet<(u64, Role)>> = const { RefCell::new(BTreeSet::new()) };
}

/// Take the accreditation of `who` as `role` away.
pub fn expel(who: u64, role: Role) {
	ACCREDITED.with_borrow_mut(|accredited| accredited.remove(&(who, role)));
}

pub struct Members;
impl InspectMember<u64> for Members {
	fn has_role(who: &u64, role: Role) -> bool {
		ACCREDITED.with_borrow(|accredited| accredited.contains(&(*who, role)))
	}

	fn standing_at(who: &u64, _: Moment) -> Option<Standing> {
		let member = ACCREDITED.with_borrow(|all| all.iter().any(|(member, _)| member == who));
		member.then_some(Standing::Good)
	}

	fn left_since(_: &u64, _: Moment) -> Option<Moment> {
		None
	}

	fn profile(_: &u64) -> Option<Profile> {
		None
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_member(who: &u64, roles: ownome_primitives::Roles) {
		let roles = roles.into_iter().map(|role| (*who, role));
		ACCREDITED.with_borrow_mut(|accredited| accredited.extend(roles));
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Signer;
#[cfg(feature = "runtime-benchmarks")]
impl ownome_primitives::OffchainSigner<u64, TestSignature> for Signer {
	fn signer() -> u64 {
		OWNER
	}

	fn sign(message: &[u8]) -> TestSignature {
		TestSignature(OWNER, message.to_vec())
	}
}

/// Ten units for each entry, and one for each byte.
pub struct Price;
impl Convert<Footprint, Balance> for Price {
	fn convert(footprint: Footprint) -> Balance {
		Balance::from(10 * footprint.count + footprint.size)
	}
}

impl pallet_data_registry::Config for Test {
	type DatasetDeposit = HoldConsideration<u64, Balances, DatasetReason, Price>;
	type AttestationDeposit = HoldConsideration<u64, Balances, AttestationReason, Price>;
	type AccountDeposit = HoldConsideration<u64, Balances, AccountReason, Price>;
	type BatchDeposit = HoldConsideration<u64, Balances, BatchReason, Price>;
	type Members = Members;
	type Time = Timestamp;
	type OffchainSignature = TestSignature;
	type MaxGuardianship = ConstU64<MAX_GUARDIANSHIP>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Signer;
	type WeightInfo = ();
}

pub fn new_test_ext() -> sp_io::TestExternalities {
	let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	pallet_balances::GenesisConfig::<Test> {
		balances: (OWNER..POOR).chain(LABS).map(|who| (who, ENDOWMENT)).collect(),
		..Default::default()
	}
	.assimilate_storage(&mut storage)
	.unwrap();
	let labs = [LAB, OTHER_LAB].into_iter().chain(LABS).map(|lab| (lab, Role::Attester));
	ACCREDITED.set(labs.chain([(CUSTODIAN, Role::Custodian)]).collect());
	let mut ext = sp_io::TestExternalities::new(storage);
	ext.execute_with(|| {
		// Events are recorded from block 1 on.
		System::set_block_number(1);
		set_now(NOW);
	});
	ext
}

/// Run `test` in a fresh chain, and check the invariants afterwards.
pub fn new_test(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		check_invariants();
	});
}

/// What must hold after every step: the pallet's own invariants, and that exactly what was paid for is held.
pub fn check_invariants() {
	DataRegistry::do_try_state().unwrap();
	crate::tests::ensure_deposits_add_up();
}

/// Let the clock of the chain show `now`.
pub fn set_now(now: Moment) {
	pallet_timestamp::Now::<Test>::put(now);
}

/// What `who` has paid for records of datasets.
pub fn dataset_deposit(who: u64) -> Balance {
	Balances::balance_on_hold(&DatasetReason::get(), &who)
}

/// What `who` has paid for anything.
pub fn all_deposits(who: u64) -> Balance {
	Balances::total_balance_on_hold(&who)
}

/// The events of this pallet since the last call.
pub fn take_events() -> Vec<pallet_data_registry::Event<Test>> {
	let events = System::read_events_for_pallet::<pallet_data_registry::Event<Test>>();
	System::reset_events();
	events
}
