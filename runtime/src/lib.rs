//! # The Ownome runtime
//!
//! Composes the Ownome pallets with those of polkadot-sdk into a chain: blocks by Aura every two seconds, finality by
//! GRANDPA, fees and deposits in `OWN`, prices in `DATA`.
//!
//! What was decided, and why, is in `docs/adr/`.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(rustdoc::broken_intra_doc_links)]
// `#[frame_support::runtime]` and `impl_runtime_apis!` write code that is larger than the defaults.
#![recursion_limit = "256"]

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
#[macro_use]
mod benchmarks;

pub mod apis;
mod configs;
pub mod constants;
mod free_rights;
pub mod genesis_config_presets;
pub mod supply;
pub mod types;

pub use apis::RuntimeApi;
pub use configs::{data::TreasuryAccount, utility::ProxyType};
pub use free_rights::FreeRightsFirst;
pub use types::{
	AccountId, Address, Balance, BlockNumber, Hash, Header, Nonce, SessionKeys, Signature,
};

use alloc::{borrow::Cow, vec::Vec};
use sp_runtime::generic;
use sp_version::RuntimeVersion;

/// Which runtime this is. `spec_version` rises with every change that nodes must agree on, `transaction_version` when a
/// call's index or arguments change.
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: Cow::Borrowed("ownome"),
	impl_name: Cow::Borrowed("ownome"),
	authoring_version: 1,
	spec_version: 1,
	impl_version: 1,
	apis: apis::RUNTIME_API_VERSIONS,
	transaction_version: 1,
	system_version: 1,
};

/// What every signed transaction carries beside its call, in the order in which it is checked.
pub type TxExtension = (
	frame_system::AuthorizeCall<Runtime>,
	frame_system::CheckNonZeroSender<Runtime>,
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	frame_system::CheckMortality<Runtime>,
	frame_system::CheckNonce<Runtime>,
	frame_system::CheckWeight<Runtime>,
	FreeRightsFirst<pallet_transaction_payment::ChargeTransactionPayment<Runtime>>,
	frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	frame_system::WeightReclaim<Runtime>,
);

/// A transaction of this chain.
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;

/// A block of this chain.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;

/// What of a block the node needs to know without knowing the runtime.
pub mod opaque {
	use super::Header;
	use sp_runtime::{generic, OpaqueExtrinsic};

	/// A block whose transactions are bytes.
	pub type Block = generic::Block<Header, OpaqueExtrinsic>;
}

/// Executes blocks.
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

/// The pallets. An index is never used twice; each room has its block of ten.
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
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Runtime;

	// 0: the system.
	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;

	// 10: consensus.
	#[runtime::pallet_index(10)]
	pub type Aura = pallet_aura;
	#[runtime::pallet_index(11)]
	pub type Grandpa = pallet_grandpa;

	// 20: money.
	#[runtime::pallet_index(20)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(21)]
	pub type TransactionPayment = pallet_transaction_payment;
	#[runtime::pallet_index(22)]
	pub type SkipFeelessPayment = pallet_skip_feeless_payment;
	// Nothing may move `DATA` but the token's own rules and the escrow.
	#[runtime::pallet_index(23)]
	#[runtime::disable_call]
	pub type DataTokenLedger = pallet_balances<Instance1>;
	#[runtime::pallet_index(24)]
	pub type DataToken = pallet_data_token;

	// 30: the consortium.
	#[runtime::pallet_index(30)]
	pub type Consortium = pallet_consortium;
	// Without a key outside the development preset.
	#[runtime::pallet_index(39)]
	pub type Sudo = pallet_sudo;

	// 40: data.
	#[runtime::pallet_index(40)]
	pub type DataRegistry = pallet_data_registry;
	#[runtime::pallet_index(41)]
	pub type Consent = pallet_consent;

	// 50: ways to act together or for another.
	#[runtime::pallet_index(50)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(51)]
	pub type Multisig = pallet_multisig;
	#[runtime::pallet_index(52)]
	pub type Proxy = pallet_proxy;
}
