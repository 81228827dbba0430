//! A runtime just large enough to test this pallet: one dataset, and a consortium of a few members.

use crate as pallet_consent;
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::{HoldConsideration, Inspect, InspectHold},
		ConstU128, ConstU32, ConstU64, ConstU8, LinearStoragePrice, StorageMapShim,
	},
};
use frame_system::EnsureRoot;
use ownome_primitives::{
	Balance, DatasetId, DatasetParties, InspectDataset, InspectMember, Moment, Profile, Role,
	Standing, SuspendMember,
};
use sp_runtime::{BuildStorage, Percent};
use std::{cell::RefCell, collections::BTreeMap};

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
/// A member accredited as Ethics.
pub const COMMITTEE: u64 = 10;
/// A member accredited as Auditor.
pub const AUDITOR: u64 = 11;
/// A member accredited as Clinician, and as Ethics.
pub const CLINIC: u64 = 12;

/// What everybody but the poor has, of each coin.
pub const ENDOWMENT: Balance = 1_000_000;
pub const DATASET: DatasetId = 0;
/// Another dataset of the same owner.
pub const OTHER_DATASET: DatasetId = 1;
/// A third one.
pub const THIRD_DATASET: DatasetId = 2;
pub const UNKNOWN_DATASET: DatasetId = 99;
pub const NOW: Moment = 1_700_000_000_000;
pub const ANSWER_PERIOD: Moment = 700;
pub const MAX_ROUNDS: u8 = 3;
pub const MAX_OPEN_PROPOSALS: u32 = 4;
pub const DELIVERY_PERIOD: Moment = 250;
pub const CONFIRM_PERIOD: Moment = 100;
pub const RULING_PERIOD: Moment = 300;
pub const EMERGENCY_PERIOD: Moment = 200;
pub const REVIEW_PERIOD: Moment = 400;
pub const MAX_PERIOD: Moment = 10_000;
pub const MAX_UNREVIEWED: u32 = 2;
pub const ONTOLOGY_DELAY: Moment = 600;

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
	/// The members of this test, with their roles and the standings that they have had.
	static MEMBERS: RefCell<BTreeMap<u64, (Vec<Role>, Vec<(Moment, Standing)>)>> =
		const { RefCell::new(BTreeMap::new()) };
	/// What the consortium vouches for about members of which a test wants anything particular.
	static PROFILES: RefCell<BTreeMap<u64, Profile>> = const { RefCell::new(BTreeMap::new()) };
}

/// Accredit `who` for `roles`.
pub fn accredit(who: u64, roles: &[Role]) {
	let record = (roles.to_vec(), vec![(0, Standing::Good)]);
	MEMBERS.with_borrow_mut(|members| members.insert(who, record));
}

/// A not-for-profit institution in Sweden.
pub fn profile(institution: &str) -> Profile {
	Profile {
		institution: institution.parse().unwrap(),
		country: "SE".parse().unwrap(),
		not_for_profit: true,
	}
}

/// Let `who` be of this institution.
pub fn set_profile(who: u64, profile: Profile) {
	PROFILES.with_borrow_mut(|profiles| profiles.insert(who, profile));
}

/// Give `who` another standing from now on.
pub fn set_standing(who: u64, standing: Standing) {
	let now = pallet_timestamp::Now::<Test>::get();
	MEMBERS.with_borrow_mut(|members| {
		if let Some((_, history)) = members.get_mut(&who) {
			history.push((now, standing));
		}
	});
}

/// A consortium of a few members.
pub struct Members;
impl InspectMember<u64> for Members {
	fn has_role(who: &u64, role: Role) -> bool {
		let accredited = MEMBERS.with_borrow(|members| {
			members.get(who).is_some_and(|(roles, _)| roles.contains(&role))
		});
		accredited
			&& Self::standing_at(who, pallet_timestamp::Now::<Test>::get()) == Some(Standing::Good)
	}

	fn standing_at(who: &u64, at: Moment) -> Option<Standing> {
		MEMBERS.with_borrow(|members| {
			let (_, history) = members.get(who)?;
			history.iter().rfind(|(since, _)| *since <= at).map(|(_, standing)| *standing)
		})
	}

	fn left_since(who: &u64, since: Moment) -> Option<Moment> {
		MEMBERS.with_borrow(|members| {
			let (_, history) = members.get(who)?;
			let left = |standing| matches!(standing, Standing::Expelled | Standing::Resigned);
			history
				.iter()
				.find(|(at, standing)| since <= *at && left(*standing))
				.map(|(at, _)| *at)
		})
	}

	fn profile(who: &u64) -> Option<Profile> {
		MEMBERS.with_borrow(|members| members.contains_key(who)).then(|| {
			PROFILES
				.with_borrow(|profiles| profiles.get(who).cloned())
				.unwrap_or_else(|| profile(&format!("institution-{who}")))
		})
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_member(who: &u64, roles: ownome_primitives::Roles) {
		accredit(*who, &roles.into_iter().collect::<Vec<_>>());
	}
}

impl SuspendMember<u64> for Members {
	fn suspend(who: &u64) -> bool {
		let now = pallet_timestamp::Now::<Test>::get();
		let good = Members::standing_at(who, now) == Some(Standing::Good);
		if good {
			set_standing(*who, Standing::Suspended);
		}
		good
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
	static TITLES: RefCell<BTreeMap<DatasetId, Title>> = const { RefCell::new(BTreeMap::new()) };
}

/// Change what the registry knows of [`DATASET`].
pub fn change_title(change: impl FnOnce(&mut Title)) {
	TITLES.with_borrow_mut(|titles| change(titles.get_mut(&DATASET).unwrap()));
}

/// Erase [`DATASET`] now.
pub fn erase() {
	change_title(|title| title.erased_at = Some(pallet_timestamp::Now::<Test>::get()));
}

/// A registry of three datasets.
pub struct Datasets;

impl Datasets {
	fn title(dataset: DatasetId) -> Option<Title> {
		TITLES.with_borrow(|titles| titles.get(&dataset).cloned())
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

	fn acts_for(who: &u64, owner: &u64) -> bool {
		who == owner
			|| TITLES.with_borrow(|titles| {
				titles
					.values()
					.any(|title| title.parties.owner == *owner && title.guardian == Some(*who))
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
		let title = Title { parties, guardian: Some(guardian), ..Title::new() };
		TITLES.with_borrow_mut(|titles| {
			let id = titles.len() as DatasetId;
			titles.insert(id, title);
			id
		})
	}
}

parameter_types! {
	pub const RecordReason: RuntimeHoldReason =
		RuntimeHoldReason::Consent(pallet_consent::HoldReason::Record);
	pub const ReceiptReason: RuntimeHoldReason =
		RuntimeHoldReason::Consent(pallet_consent::HoldReason::Receipt);
	pub const PolicyReason: RuntimeHoldReason =
		RuntimeHoldReason::Consent(pallet_consent::HoldReason::Policy);
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
	type PolicyDeposit = HoldConsideration<u64, Balances, PolicyReason, Price>;
	type Members = Members;
	type Suspensions = Members;
	type Datasets = Datasets;
	type Time = Timestamp;
	type OntologyOrigin = EnsureRoot<u64>;
	type AnswerPeriod = ConstU64<ANSWER_PERIOD>;
	type MaxRounds = ConstU8<MAX_ROUNDS>;
	type MaxOpenProposals = ConstU32<MAX_OPEN_PROPOSALS>;
	type DeliveryPeriod = ConstU64<DELIVERY_PERIOD>;
	type ConfirmPeriod = ConstU64<CONFIRM_PERIOD>;
	type RulingPeriod = ConstU64<RULING_PERIOD>;
	type EmergencyPeriod = ConstU64<EMERGENCY_PERIOD>;
	type ReviewPeriod = ConstU64<REVIEW_PERIOD>;
	type MaxUnreviewed = ConstU32<MAX_UNREVIEWED>;
	type OntologyDelay = ConstU64<ONTOLOGY_DELAY>;
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
	let balances = [
		OWNER,
		REQUESTER,
		OTHER_REQUESTER,
		CUSTODIAN,
		LAB,
		STRANGER,
		GUARDIAN,
		COMMITTEE,
		AUDITOR,
		CLINIC,
	]
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
	TITLES.set([DATASET, OTHER_DATASET, THIRD_DATASET].map(|id| (id, Title::new())).into());
	MEMBERS.take();
	PROFILES.take();
	for who in [REQUESTER, OTHER_REQUESTER, POOR_REQUESTER] {
		accredit(who, &[Role::Requester]);
	}
	accredit(CUSTODIAN, &[Role::Custodian, Role::Auditor, Role::Ethics]);
	accredit(LAB, &[Role::Attester, Role::Auditor]);
	accredit(COMMITTEE, &[Role::Ethics]);
	accredit(AUDITOR, &[Role::Auditor]);
	accredit(CLINIC, &[Role::Clinician, Role::Ethics]);
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

/// What `who` has paid for policies and refusals.
pub fn policy_deposit(who: u64) -> Balance {
	Balances::balance_on_hold(&PolicyReason::get(), &who)
}

/// The events of this pallet since the last call.
pub fn take_events() -> Vec<pallet_consent::Event<Test>> {
	let events = System::read_events_for_pallet::<pallet_consent::Event<Test>>();
	System::reset_events();
	events
}
