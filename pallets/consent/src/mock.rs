//! A runtime just large enough to test this pallet: one dataset, and a consortium of a few members.

use crate as pallet_consent;
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::{HoldConsideration, Inspect, InspectHold},
		ConstU128, ConstU64, LinearStoragePrice, StorageMapShim,
	},
};
use ownome_primitives::{
	Balance, DatasetId, DatasetParties, InspectDataset, InspectMember, Moment, Role,
};
use sp_runtime::{BuildStorage, Percent};
use std::cell::RefCell;

/// Owner of dataset [`DATASET`].
pub const OWNER: u64 = 1;
/// A member accredited as Requester.
pub const REQUESTER: u64 = 2;
/// Another member accredited as Requester.
pub const OTHER_REQUESTER: u64 = 3;
/// The custodian of the dataset.
pub const CUSTODIAN: u64 = 4;
/// The member that vouched for the dataset.
pub const LAB: u64 = 5;
/// Nobody in particular, with some coin.
pub const STRANGER: u64 = 6;
pub const TREASURY: u64 = 7;
/// Acts for the owner where a test says so.
pub const GUARDIAN: u64 = 8;
/// A member accredited as Requester, without any coin.
pub const POOR_REQUESTER: u64 = 9;

/// What everybody but the poor has, of each coin.
pub const ENDOWMENT: Balance = 1_000_000;
pub const DATASET: DatasetId = 0;
pub const UNKNOWN_DATASET: DatasetId = 99;
pub const NOW: Moment = 1_700_000_000_000;
pub const DELIVERY_PERIOD: Moment = 500;
pub const MAX_PERIOD: Moment = 10_000;

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
	pub type Consent = pallet_consent;
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
impl pallet_balances::Config<pallet_balances::Instance1> for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
	type AccountStore = StorageMapShim<
		pallet_balances::Account<Test, pallet_balances::Instance1>,
		u64,
		pallet_balances::AccountData<Balance>,
	>;
}

thread_local! {
	/// The accounts that are accredited as Requester in this test.
	static REQUESTERS: RefCell<Vec<u64>> = const { RefCell::new(Vec::new()) };
}

/// Accredit `who` as Requester.
pub fn accredit(who: u64) {
	REQUESTERS.with_borrow_mut(|requesters| requesters.push(who));
}

/// Take the accreditation of `who` away.
pub fn expel(who: u64) {
	REQUESTERS.with_borrow_mut(|requesters| requesters.retain(|requester| *requester != who));
}

/// A consortium of requesters.
pub struct Members;
impl InspectMember<u64> for Members {
	fn has_role(who: &u64, role: Role) -> bool {
		role == Role::Requester && REQUESTERS.with_borrow(|requesters| requesters.contains(who))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_member(who: &u64, _: ownome_primitives::Roles) {
		accredit(*who);
	}
}

/// What the registry knows of [`DATASET`].
#[derive(Clone)]
pub struct Title {
	pub parties: DatasetParties<u64>,
	pub guardian: Option<u64>,
	pub is_sealed: bool,
	pub erased_at: Option<Moment>,
}

impl Title {
	fn new() -> Self {
		let parties = DatasetParties { owner: OWNER, custodian: CUSTODIAN, attester: Some(LAB) };
		Self { parties, guardian: None, is_sealed: false, erased_at: None }
	}
}

thread_local! {
	static TITLE: RefCell<Title> = RefCell::new(Title::new());
}

/// Change what the registry knows of [`DATASET`].
pub fn change_title(change: impl FnOnce(&mut Title)) {
	TITLE.with_borrow_mut(change);
}

/// Erase [`DATASET`] now.
pub fn erase() {
	change_title(|title| title.erased_at = Some(pallet_timestamp::Now::<Test>::get()));
}

/// A registry of one dataset.
pub struct Datasets;

impl Datasets {
	fn title(dataset: DatasetId) -> Option<Title> {
		(dataset == DATASET).then(|| TITLE.with_borrow(Clone::clone))
	}
}

impl InspectDataset<u64> for Datasets {
	fn parties(dataset: DatasetId) -> Option<DatasetParties<u64>> {
		Self::title(dataset)
			.filter(|title| title.erased_at.is_none())
			.map(|title| title.parties)
	}

	fn may_decide(dataset: DatasetId, who: &u64) -> bool {
		Self::title(dataset).is_some_and(|title| {
			title.erased_at.is_none()
				&& (title.parties.owner == *who || title.guardian == Some(*who))
		})
	}

	fn is_sealed(dataset: DatasetId) -> bool {
		Self::title(dataset).is_some_and(|title| title.is_sealed)
	}

	fn erased_at(dataset: DatasetId) -> Option<Moment> {
		Self::title(dataset)?.erased_at
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn create_dataset(parties: DatasetParties<u64>, guardian: u64) -> DatasetId {
		change_title(|title| {
			title.parties = parties;
			title.guardian = Some(guardian);
		});
		DATASET
	}
}

parameter_types! {
	pub const RecordReason: RuntimeHoldReason =
		RuntimeHoldReason::Consent(pallet_consent::HoldReason::Record);
	pub const ReceiptReason: RuntimeHoldReason =
		RuntimeHoldReason::Consent(pallet_consent::HoldReason::Receipt);
	pub const EscrowReason: RuntimeHoldReason =
		RuntimeHoldReason::Consent(pallet_consent::HoldReason::Escrow);
	pub const AttesterShare: Percent = Percent::from_percent(5);
	pub const TreasuryShare: Percent = Percent::from_percent(2);
}

type Price = LinearStoragePrice<ConstU128<10>, ConstU128<1>, Balance>;

impl pallet_consent::Config for Test {
	type RuntimeHoldReason = RuntimeHoldReason;
	type Token = Ledger;
	type RecordDeposit = HoldConsideration<u64, Balances, RecordReason, Price>;
	type ReceiptDeposit = HoldConsideration<u64, Balances, ReceiptReason, Price>;
	type Members = Members;
	type Datasets = Datasets;
	type Time = Timestamp;
	type DeliveryPeriod = ConstU64<DELIVERY_PERIOD>;
	type MaxPeriod = ConstU64<MAX_PERIOD>;
	type AttesterShare = AttesterShare;
	type TreasuryShare = TreasuryShare;
	type Treasury = ConstU64<TREASURY>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Faucet;
	type WeightInfo = ();
}

/// Mints as much as a benchmark wants.
#[cfg(feature = "runtime-benchmarks")]
pub struct Faucet;

#[cfg(feature = "runtime-benchmarks")]
impl ownome_primitives::Endow<u64> for Faucet {
	fn endow(who: &u64, value: Balance) {
		use frame_support::traits::fungible::Mutate;
		Ledger::mint_into(who, value).unwrap();
	}
}

pub fn new_test_ext() -> sp_io::TestExternalities {
	let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	let balances = [OWNER, REQUESTER, OTHER_REQUESTER, CUSTODIAN, LAB, STRANGER]
		.map(|who| (who, ENDOWMENT))
		.to_vec();
	pallet_balances::GenesisConfig::<Test> { balances: balances.clone(), ..Default::default() }
		.assimilate_storage(&mut storage)
		.unwrap();
	pallet_balances::GenesisConfig::<Test, pallet_balances::Instance1> {
		balances,
		..Default::default()
	}
	.assimilate_storage(&mut storage)
	.unwrap();
	TITLE.set(Title::new());
	REQUESTERS.set(vec![REQUESTER, OTHER_REQUESTER, POOR_REQUESTER]);
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
		Consent::do_try_state().unwrap();
	});
}

/// Let the clock of the chain show `now`.
pub fn set_now(now: Moment) {
	pallet_timestamp::Now::<Test>::put(now);
}

/// What `who` may spend of the data token.
pub fn free(who: u64) -> Balance {
	Ledger::balance(&who)
}

/// What is in escrow in the account of `who`.
pub fn escrow(who: u64) -> Balance {
	Ledger::balance_on_hold(&EscrowReason::get(), &who)
}

/// What `who` has paid for records of proposals and grants.
pub fn record_deposit(who: u64) -> Balance {
	Balances::balance_on_hold(&RecordReason::get(), &who)
}

/// The events of this pallet since the last call.
pub fn take_events() -> Vec<pallet_consent::Event<Test>> {
	let events = System::read_events_for_pallet::<pallet_consent::Event<Test>>();
	System::reset_events();
	events
}
