// SPDX-License-Identifier: Apache-2.0
//! Weights of the calls of `pallet_consortium`, measured by its benchmarks: `scripts/bench.sh weights` writes this file.
//!
//! Measured on 2026-11-20 on AMD EPYC with frame-omni-bencher (benchmarking CLI 64.0.0): 50 steps, 20 repeats.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// Weights of the calls of this pallet.
pub trait WeightInfo {
	/// Weight of `apply`.
	fn apply() -> Weight;
	/// Weight of `withdraw_application`.
	fn withdraw_application() -> Weight;
	/// Weight of `admit`.
	fn admit() -> Weight;
	/// Weight of `decline`.
	fn decline() -> Weight;
	/// Weight of `suspend`.
	fn suspend() -> Weight;
	/// Weight of `reinstate`.
	fn reinstate() -> Weight;
	/// Weight of `expel`.
	fn expel() -> Weight;
	/// Weight of `resign`.
	fn resign() -> Weight;
	/// Weight of [`Pallet::amend_profile`](crate::Pallet::amend_profile).
	fn amend_profile() -> Weight;
}

/// The measured weights, with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Consortium::Members` (r:1 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Applications` (r:1 w:1)
	// Proof: `Consortium::Applications` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Deposits` (r:0 w:1)
	// Proof: `Consortium::Deposits` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	// Shortest run: 43_885_000 ps.
	fn apply() -> Weight {
		Weight::from_parts(46_340_000, 3_694).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	// Storage: `Consortium::Applications` (r:1 w:1)
	// Proof: `Consortium::Applications` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Deposits` (r:1 w:1)
	// Proof: `Consortium::Deposits` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Shortest run: 39_038_000 ps.
	fn withdraw_application() -> Weight {
		Weight::from_parts(41_361_000, 3_694).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	// Storage: `Consortium::Applications` (r:1 w:1)
	// Proof: `Consortium::Applications` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Members` (r:0 w:1)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Shortest run: 11_447_000 ps.
	fn admit() -> Weight {
		Weight::from_parts(12_218_000, 3_585).saturating_add(T::DbWeight::get().reads_writes(2, 2))
	}

	// Storage: `Consortium::Applications` (r:1 w:1)
	// Proof: `Consortium::Applications` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Deposits` (r:1 w:1)
	// Proof: `Consortium::Deposits` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Shortest run: 38_457_000 ps.
	fn decline() -> Weight {
		Weight::from_parts(40_340_000, 3_694).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	fn suspend() -> Weight {
		Weight::from_parts(12_968_000, 3_640).saturating_add(T::DbWeight::get().reads_writes(3, 2))
	}

	fn reinstate() -> Weight {
		Weight::from_parts(12_968_000, 3_640).saturating_add(T::DbWeight::get().reads_writes(3, 2))
	}

	fn expel() -> Weight {
		Weight::from_parts(41_072_000, 3_640).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	fn resign() -> Weight {
		Weight::from_parts(41_072_000, 3_640).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	fn amend_profile() -> Weight {
		Weight::from_parts(41_072_000, 3_640).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}
}

/// The same weights for tests, with the usual costs of ParityDB.
impl WeightInfo for () {
	fn apply() -> Weight {
		Weight::from_parts(46_340_000, 3_694)
			.saturating_add(ParityDbWeight::get().reads_writes(4, 4))
	}

	fn withdraw_application() -> Weight {
		Weight::from_parts(41_361_000, 3_694)
			.saturating_add(ParityDbWeight::get().reads_writes(4, 4))
	}

	fn admit() -> Weight {
		Weight::from_parts(12_218_000, 3_585)
			.saturating_add(ParityDbWeight::get().reads_writes(2, 2))
	}

	fn decline() -> Weight {
		Weight::from_parts(40_340_000, 3_694)
			.saturating_add(ParityDbWeight::get().reads_writes(4, 4))
	}

	fn suspend() -> Weight {
		Weight::from_parts(12_968_000, 3_640)
			.saturating_add(ParityDbWeight::get().reads_writes(3, 2))
	}

	fn reinstate() -> Weight {
		Weight::from_parts(12_968_000, 3_640)
			.saturating_add(ParityDbWeight::get().reads_writes(3, 2))
	}

	fn expel() -> Weight {
		Weight::from_parts(41_072_000, 3_640)
			.saturating_add(ParityDbWeight::get().reads_writes(4, 4))
	}

	fn resign() -> Weight {
		Weight::from_parts(41_072_000, 3_640)
			.saturating_add(ParityDbWeight::get().reads_writes(4, 4))
	}

	fn amend_profile() -> Weight {
		Weight::from_parts(41_072_000, 3_640)
			.saturating_add(ParityDbWeight::get().reads_writes(4, 4))
	}
}
