// SPDX-License-Identifier: Apache-2.0
//! Weights of the calls of `pallet_data_token`, measured by its benchmarks: `scripts/bench.sh weights` writes this file.
//!
//! Measured on 2026-11-20 on AMD EPYC with frame-omni-bencher (benchmarking CLI 64.0.0): 50 steps, 20 repeats.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// Weights of the calls of this pallet.
pub trait WeightInfo {
	/// Weight of `transfer`.
	fn transfer() -> Weight;
	/// Weight of `approve`.
	fn approve() -> Weight;
	/// Weight of `transfer_from`.
	fn transfer_from() -> Weight;
	/// Weight of `burn`.
	fn burn() -> Weight;
	/// Weight of `burn_from`.
	fn burn_from() -> Weight;
	/// Weight of `mint`.
	fn mint() -> Weight;
	/// Of [`crate::Pallet::permit`].
	fn permit() -> Weight;
}

/// The measured weights, with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `DataTokenLedger::Account` (r:2 w:2)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Shortest run: 42_964_000 ps.
	fn transfer() -> Weight {
		Weight::from_parts(45_327_000, 6_196).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	// Storage: `DataToken::Allowances` (r:1 w:1)
	// Proof: `DataToken::Allowances` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	// Shortest run: 41_401_000 ps.
	fn approve() -> Weight {
		Weight::from_parts(43_415_000, 3_640).saturating_add(T::DbWeight::get().reads_writes(3, 3))
	}

	// Storage: `DataToken::Allowances` (r:1 w:1)
	// Proof: `DataToken::Allowances` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:2 w:2)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Shortest run: 72_909_000 ps.
	fn transfer_from() -> Weight {
		Weight::from_parts(78_467_000, 6_196).saturating_add(T::DbWeight::get().reads_writes(6, 6))
	}

	// Storage: `DataTokenLedger::Account` (r:1 w:1)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Shortest run: 27_291_000 ps.
	fn burn() -> Weight {
		Weight::from_parts(29_044_000, 3_593).saturating_add(T::DbWeight::get().reads_writes(2, 2))
	}

	// Storage: `DataToken::Allowances` (r:1 w:1)
	// Proof: `DataToken::Allowances` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:1 w:1)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Shortest run: 57_636_000 ps.
	fn burn_from() -> Weight {
		Weight::from_parts(61_051_000, 3_640).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	// Storage: `DataTokenLedger::Account` (r:1 w:1)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Shortest run: 19_700_000 ps.
	fn mint() -> Weight {
		Weight::from_parts(21_121_000, 3_593).saturating_add(T::DbWeight::get().reads_writes(2, 2))
	}

	fn permit() -> Weight {
		Weight::from_parts(200_000_000, 3_640).saturating_add(T::DbWeight::get().reads_writes(6, 6))
	}
}

/// The same weights for tests, with the usual costs of ParityDB.
impl WeightInfo for () {
	fn transfer() -> Weight {
		Weight::from_parts(45_327_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(4, 4))
	}

	fn approve() -> Weight {
		Weight::from_parts(43_415_000, 3_640)
			.saturating_add(ParityDbWeight::get().reads_writes(3, 3))
	}

	fn transfer_from() -> Weight {
		Weight::from_parts(78_467_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(6, 6))
	}

	fn burn() -> Weight {
		Weight::from_parts(29_044_000, 3_593)
			.saturating_add(ParityDbWeight::get().reads_writes(2, 2))
	}

	fn burn_from() -> Weight {
		Weight::from_parts(61_051_000, 3_640)
			.saturating_add(ParityDbWeight::get().reads_writes(4, 4))
	}

	fn mint() -> Weight {
		Weight::from_parts(21_121_000, 3_593)
			.saturating_add(ParityDbWeight::get().reads_writes(2, 2))
	}

	fn permit() -> Weight {
		Weight::from_parts(200_000_000, 3_640)
			.saturating_add(ParityDbWeight::get().reads_writes(6, 6))
	}
}
