// SPDX-License-Identifier: Apache-2.0
//! Weights of the calls of `pallet_data_registry`, measured by its benchmarks: `scripts/bench.sh weights` writes this file.
//!
//! Measured on 2026-11-20 on AMD EPYC with frame-omni-bencher (benchmarking CLI 64.0.0): 50 steps, 20 repeats.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// Weights of the calls of this pallet.
pub trait WeightInfo {
	/// Weight of `register`.
	fn register() -> Weight;
	/// Weight of `attest`.
	fn attest() -> Weight;
}

/// The measured weights, with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Consortium::Members` (r:2 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::DatasetByCommitment` (r:1 w:1)
	// Proof: `DataRegistry::DatasetByCommitment` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::NextDatasetId` (r:1 w:1)
	// Proof: `DataRegistry::NextDatasetId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::DatasetsOf` (r:0 w:1)
	// Proof: `DataRegistry::DatasetsOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:0 w:1)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Deposits` (r:0 w:1)
	// Proof: `DataRegistry::Deposits` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	// Shortest run: 54_681_000 ps.
	fn register() -> Weight {
		Weight::from_parts(58_928_000, 6_196).saturating_add(T::DbWeight::get().reads_writes(6, 6))
	}

	// Storage: `Consortium::Members` (r:1 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Attestations` (r:1 w:1)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Shortest run: 50_516_000 ps.
	fn attest() -> Weight {
		Weight::from_parts(53_210_000, 3_640).saturating_add(T::DbWeight::get().reads_writes(6, 3))
	}
}

/// The same weights for tests, with the usual costs of ParityDB.
impl WeightInfo for () {
	fn register() -> Weight {
		Weight::from_parts(58_928_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(6, 6))
	}

	fn attest() -> Weight {
		Weight::from_parts(53_210_000, 3_640)
			.saturating_add(ParityDbWeight::get().reads_writes(6, 3))
	}
}
