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
	/// Weight of `permit`.
	fn permit() -> Weight;
}

/// The measured weights, with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `DataTokenLedger::Account` (r:2 w:2)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Shortest run: 43_525_000 ps.
	fn transfer() -> Weight {
		Weight::from_parts(45_988_000, 6_196).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	// Storage: `DataToken::Allowances` (r:1 w:1)
	// Proof: `DataToken::Allowances` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Shortest run: 42_524_000 ps.
	fn approve() -> Weight {
		Weight::from_parts(44_746_000, 3_694).saturating_add(T::DbWeight::get().reads_writes(3, 3))
	}

	// Storage: `DataToken::Allowances` (r:1 w:1)
	// Proof: `DataToken::Allowances` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:2 w:2)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Shortest run: 75_203_000 ps.
	fn transfer_from() -> Weight {
		Weight::from_parts(79_028_000, 6_196).saturating_add(T::DbWeight::get().reads_writes(6, 6))
	}

	// Storage: `DataTokenLedger::Account` (r:1 w:1)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Shortest run: 26_850_000 ps.
	fn burn() -> Weight {
		Weight::from_parts(28_363_000, 3_593).saturating_add(T::DbWeight::get().reads_writes(2, 2))
	}

	// Storage: `DataToken::Allowances` (r:1 w:1)
	// Proof: `DataToken::Allowances` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:1 w:1)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Shortest run: 59_038_000 ps.
	fn burn_from() -> Weight {
		Weight::from_parts(62_002_000, 3_694).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataToken::Schedule` (r:1 w:1)
	// Proof: `DataToken::Schedule` (`max_values`: Some(1), `max_size`: Some(5122), added: 5617, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:1 w:1)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Shortest run: 27_070_000 ps.
	fn mint() -> Weight {
		Weight::from_parts(28_742_000, 6_607).saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}

	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataToken::Nonces` (r:1 w:1)
	// Proof: `DataToken::Nonces` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	// Storage: `System::BlockHash` (r:1 w:0)
	// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `DataToken::Allowances` (r:1 w:1)
	// Proof: `DataToken::Allowances` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Shortest run: 147_811_000 ps.
	fn permit() -> Weight {
		Weight::from_parts(154_340_000, 3_694).saturating_add(T::DbWeight::get().reads_writes(6, 4))
	}
}

/// The same weights for tests, with the usual costs of ParityDB.
impl WeightInfo for () {
	fn transfer() -> Weight {
		Weight::from_parts(45_988_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(4, 4))
	}

	fn approve() -> Weight {
		Weight::from_parts(44_746_000, 3_694)
			.saturating_add(ParityDbWeight::get().reads_writes(3, 3))
	}

	fn transfer_from() -> Weight {
		Weight::from_parts(79_028_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(6, 6))
	}

	fn burn() -> Weight {
		Weight::from_parts(28_363_000, 3_593)
			.saturating_add(ParityDbWeight::get().reads_writes(2, 2))
	}

	fn burn_from() -> Weight {
		Weight::from_parts(62_002_000, 3_694)
			.saturating_add(ParityDbWeight::get().reads_writes(4, 4))
	}

	fn mint() -> Weight {
		Weight::from_parts(28_742_000, 6_607)
			.saturating_add(ParityDbWeight::get().reads_writes(4, 3))
	}

	fn permit() -> Weight {
		Weight::from_parts(154_340_000, 3_694)
			.saturating_add(ParityDbWeight::get().reads_writes(6, 4))
	}
}
