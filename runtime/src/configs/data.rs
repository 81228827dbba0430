//! Titles and consents.

use crate::{
	configs::monetary::HoldDeposit, constants::DAYS, AccountId, Consortium, DataRegistry,
	DataToken, Runtime, RuntimeHoldReason, Signature, Timestamp,
};
use frame_support::{
	parameter_types,
	traits::{ConstU32, ConstU64, ConstU8},
	PalletId,
};
use frame_system::EnsureRoot;
use sp_runtime::{traits::AccountIdConversion, Percent};

parameter_types! {
	pub const DatasetReason: RuntimeHoldReason =
		RuntimeHoldReason::DataRegistry(pallet_data_registry::HoldReason::Dataset);
	pub const AttestationReason: RuntimeHoldReason =
		RuntimeHoldReason::DataRegistry(pallet_data_registry::HoldReason::Attestation);
	pub const AccountReason: RuntimeHoldReason =
		RuntimeHoldReason::DataRegistry(pallet_data_registry::HoldReason::Account);
	pub const BatchReason: RuntimeHoldReason =
		RuntimeHoldReason::DataRegistry(pallet_data_registry::HoldReason::Batch);
	pub const RecordReason: RuntimeHoldReason =
		RuntimeHoldReason::Consent(pallet_consent::HoldReason::Record);
	pub const ReceiptReason: RuntimeHoldReason =
		RuntimeHoldReason::Consent(pallet_consent::HoldReason::Receipt);
	pub const PolicyReason: RuntimeHoldReason =
		RuntimeHoldReason::Consent(pallet_consent::HoldReason::Policy);
	/// The account of the consortium's treasury. It has no key, and so far no call spends from it.
	pub TreasuryAccount: AccountId = PalletId(*b"own/trsy").into_account_truncating();
	pub const AttesterShare: Percent = Percent::from_percent(5);
	pub const TreasuryShare: Percent = Percent::from_percent(2);
}

impl pallet_data_registry::Config for Runtime {
	type DatasetDeposit = HoldDeposit<DatasetReason>;
	type AttestationDeposit = HoldDeposit<AttestationReason>;
	type AccountDeposit = HoldDeposit<AccountReason>;
	type BatchDeposit = HoldDeposit<BatchReason>;
	type Members = Consortium;
	type Time = Timestamp;
	type OffchainSignature = Signature;
	type MaxGuardianship = ConstU64<{ 25 * 365 * DAYS }>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Sr25519Signer;
	type WeightInfo = pallet_data_registry::weights::SubstrateWeight<Runtime>;
}

impl pallet_consent::Config for Runtime {
	type RuntimeHoldReason = RuntimeHoldReason;
	type Token = DataToken;
	type RecordDeposit = HoldDeposit<RecordReason>;
	type ReceiptDeposit = HoldDeposit<ReceiptReason>;
	type PolicyDeposit = HoldDeposit<PolicyReason>;
	type Members = Consortium;
	type Suspensions = Consortium;
	type Datasets = DataRegistry;
	type OntologyOrigin = EnsureRoot<AccountId>;
	type Time = Timestamp;
	type AnswerPeriod = ConstU64<{ 14 * DAYS }>;
	type MaxRounds = ConstU8<10>;
	type MaxOpenProposals = ConstU32<16>;
	type DeliveryPeriod = ConstU64<{ 7 * DAYS }>;
	type ConfirmPeriod = ConstU64<{ 3 * DAYS }>;
	type RulingPeriod = ConstU64<{ 14 * DAYS }>;
	type EmergencyPeriod = ConstU64<DAYS>;
	type ReviewPeriod = ConstU64<{ 7 * DAYS }>;
	type MaxUnreviewed = ConstU32<8>;
	type OntologyDelay = ConstU64<{ 14 * DAYS }>;
	type MaxPeriod = ConstU64<{ 3_650 * DAYS }>;
	type AttesterShare = AttesterShare;
	type TreasuryShare = TreasuryShare;
	type Treasury = TreasuryAccount;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = DataToken;
	type WeightInfo = pallet_consent::weights::SubstrateWeight<Runtime>;
}
