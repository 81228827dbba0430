//! Coin, fees and data token.

use crate::{
	configs::data::TreasuryAccount,
	constants::{DATA_CAP, DEPOSIT_PER_BYTE, DEPOSIT_PER_ITEM, EXISTENTIAL_DEPOSIT, MICRO_OWN},
	AccountId, Balance, Balances, DataTokenLedger, Runtime, RuntimeEvent, RuntimeFreezeReason,
	RuntimeHoldReason, Signature, System, Timestamp,
};
use frame_support::{
	parameter_types,
	traits::{
		fungible::HoldConsideration, tokens::imbalance::ResolveTo, ConstU128, ConstU32, ConstU8,
		Footprint, StorageMapShim, VariantCountOf,
	},
	weights::{ConstantMultiplier, IdentityFee},
};
use frame_system::EnsureRoot;
use pallet_transaction_payment::{FungibleAdapter, Multiplier, TargetedFeeAdjustment};
use sp_runtime::{
	traits::{Bounded, Convert},
	FixedPointNumber, Perquintill,
};

/// Prices a record by the number of its entries and their size.
pub struct StoragePrice;

impl Convert<Footprint, Balance> for StoragePrice {
	fn convert(footprint: Footprint) -> Balance {
		let items = Balance::from(footprint.count).saturating_mul(DEPOSIT_PER_ITEM);
		items.saturating_add(Balance::from(footprint.size).saturating_mul(DEPOSIT_PER_BYTE))
	}
}

/// Holds the price of a record in `OWN` for the reason `R`.
pub type HoldDeposit<R> = HoldConsideration<AccountId, Balances, R, StoragePrice>;

impl pallet_balances::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type WeightInfo = pallet_balances::weights::SubstrateWeight<Runtime>;
	type Balance = Balance;
	type DustRemoval = ();
	type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
	type AccountStore = System;
	type ReserveIdentifier = [u8; 8];
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxLocks = ConstU32<50>;
	type MaxReserves = ConstU32<50>;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
	type DoneSlashHandler = ();
}

parameter_types! {
	/// Blocks that are fuller than this make fees rise, emptier ones make them fall.
	pub const TargetBlockFullness: Perquintill = Perquintill::from_percent(25);
	/// How fast: full blocks raise them by about 30 % in a day of 43,200 blocks.
	pub AdjustmentVariable: Multiplier = Multiplier::saturating_from_rational(8, 1_000_000);
	/// Fees never fall below what weights and lengths cost at rest.
	pub MinimumMultiplier: Multiplier = Multiplier::saturating_from_integer(1);
	pub MaximumMultiplier: Multiplier = Bounded::max_value();
}

impl pallet_transaction_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	// Fees are income of the consortium.
	type OnChargeTransaction = FungibleAdapter<Balances, ResolveTo<TreasuryAccount, Balances>>;
	type WeightToFee = IdentityFee<Balance>;
	type LengthToFee = ConstantMultiplier<Balance, ConstU128<{ 10 * MICRO_OWN }>>;
	type FeeMultiplierUpdate = TargetedFeeAdjustment<
		Self,
		TargetBlockFullness,
		AdjustmentVariable,
		MinimumMultiplier,
		MaximumMultiplier,
	>;
	type OperationalFeeMultiplier = ConstU8<5>;
	type WeightInfo = pallet_transaction_payment::weights::SubstrateWeight<Runtime>;
}

impl pallet_skip_feeless_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
}

// The ledger of the data token (docs/adr/0002-token-ledger.md).
impl pallet_balances::Config<pallet_balances::Instance1> for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type WeightInfo = pallet_balances::weights::SubstrateWeight<Runtime>;
	type Balance = Balance;
	type DustRemoval = ();
	type ExistentialDeposit = ConstU128<1>;
	type AccountStore = StorageMapShim<
		pallet_balances::Account<Runtime, pallet_balances::Instance1>,
		AccountId,
		pallet_balances::AccountData<Balance>,
	>;
	type ReserveIdentifier = ();
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxLocks = ConstU32<0>;
	type MaxReserves = ConstU32<0>;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
	type DoneSlashHandler = ();
}

parameter_types! {
	pub const AllowanceReason: RuntimeHoldReason =
		RuntimeHoldReason::DataToken(pallet_data_token::HoldReason::Allowance);
	pub const NonceReason: RuntimeHoldReason =
		RuntimeHoldReason::DataToken(pallet_data_token::HoldReason::Nonce);
}

impl pallet_data_token::Config for Runtime {
	type Ledger = DataTokenLedger;
	type Cap = ConstU128<DATA_CAP>;
	type AllowanceDeposit = HoldDeposit<AllowanceReason>;
	type NonceDeposit = HoldDeposit<NonceReason>;
	type IssuerOrigin = EnsureRoot<AccountId>;
	type MaxTranches = ConstU32<64>;
	type OffchainSignature = Signature;
	type Time = Timestamp;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Sr25519Signer;
	type WeightInfo = pallet_data_token::weights::SubstrateWeight<Runtime>;
}
