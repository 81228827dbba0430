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
	/// Weight of `amend_profile`.
	fn amend_profile() -> Weight;
}

/// The measured weights, with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Consortium::Members` (r:1 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(181), added: 2656, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Applications` (r:1 w:1)
	// Proof: `Consortium::Applications` (`max_values`: None, `max_size`: Some(172), added: 2647, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Deposits` (r:1 w:1)
	// Proof: `Consortium::Deposits` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Shortest run: 48_893_000 ps.
	fn apply() -> Weight {
		Weight::from_parts(53_860_000, 3_712).saturating_add(T::DbWeight::get().reads_writes(5, 4))
	}

	// Storage: `Consortium::Applications` (r:1 w:1)
	// Proof: `Consortium::Applications` (`max_values`: None, `max_size`: Some(172), added: 2647, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Deposits` (r:1 w:1)
	// Proof: `Consortium::Deposits` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	// Storage: `Consortium::StandingHistory` (r:1 w:0)
	// Proof: `Consortium::StandingHistory` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Shortest run: 38_898_000 ps.
	fn withdraw_application() -> Weight {
		Weight::from_parts(44_006_000, 3_802).saturating_add(T::DbWeight::get().reads_writes(5, 4))
	}

	// Storage: `Consortium::Applications` (r:1 w:1)
	// Proof: `Consortium::Applications` (`max_values`: None, `max_size`: Some(172), added: 2647, mode: `MaxEncodedLen`)
	// Storage: `Consortium::StandingHistory` (r:1 w:1)
	// Proof: `Consortium::StandingHistory` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Institutions` (r:0 w:1)
	// Proof: `Consortium::Institutions` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Members` (r:0 w:1)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(181), added: 2656, mode: `MaxEncodedLen`)
	// Shortest run: 21_522_000 ps.
	fn admit() -> Weight {
		Weight::from_parts(22_904_000, 3_802).saturating_add(T::DbWeight::get().reads_writes(3, 4))
	}

	// Storage: `Consortium::Applications` (r:1 w:1)
	// Proof: `Consortium::Applications` (`max_values`: None, `max_size`: Some(172), added: 2647, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Deposits` (r:1 w:1)
	// Proof: `Consortium::Deposits` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	// Storage: `Consortium::StandingHistory` (r:1 w:0)
	// Proof: `Consortium::StandingHistory` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Shortest run: 40_029_000 ps.
	fn decline() -> Weight {
		Weight::from_parts(42_554_000, 3_802).saturating_add(T::DbWeight::get().reads_writes(5, 4))
	}

	// Storage: `Consortium::Members` (r:1 w:1)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(181), added: 2656, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consortium::StandingHistory` (r:1 w:1)
	// Proof: `Consortium::StandingHistory` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	// Shortest run: 15_543_000 ps.
	fn suspend() -> Weight {
		Weight::from_parts(16_615_000, 3_802).saturating_add(T::DbWeight::get().reads_writes(3, 2))
	}

	// Storage: `Consortium::Members` (r:1 w:1)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(181), added: 2656, mode: `MaxEncodedLen`)
	// Storage: `Consortium::StandingHistory` (r:1 w:1)
	// Proof: `Consortium::StandingHistory` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Shortest run: 17_025_000 ps.
	fn reinstate() -> Weight {
		Weight::from_parts(18_046_000, 3_802).saturating_add(T::DbWeight::get().reads_writes(3, 2))
	}

	// Storage: `Consortium::Members` (r:1 w:1)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(181), added: 2656, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consortium::StandingHistory` (r:1 w:1)
	// Proof: `Consortium::StandingHistory` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Deposits` (r:1 w:1)
	// Proof: `Consortium::Deposits` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Shortest run: 48_984_000 ps.
	fn expel() -> Weight {
		Weight::from_parts(51_758_000, 3_802).saturating_add(T::DbWeight::get().reads_writes(6, 5))
	}

	// Storage: `Consortium::Members` (r:1 w:1)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(181), added: 2656, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consortium::StandingHistory` (r:1 w:1)
	// Proof: `Consortium::StandingHistory` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Deposits` (r:1 w:1)
	// Proof: `Consortium::Deposits` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Shortest run: 49_123_000 ps.
	fn resign() -> Weight {
		Weight::from_parts(51_697_000, 3_802).saturating_add(T::DbWeight::get().reads_writes(6, 5))
	}

	// Storage: `Consortium::Members` (r:1 w:1)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(181), added: 2656, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Institutions` (r:0 w:1)
	// Proof: `Consortium::Institutions` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	// Shortest run: 11_317_000 ps.
	fn amend_profile() -> Weight {
		Weight::from_parts(12_078_000, 3_646).saturating_add(T::DbWeight::get().reads_writes(1, 2))
	}
}

/// The same weights for tests, with the usual costs of ParityDB.
impl WeightInfo for () {
	fn apply() -> Weight {
		Weight::from_parts(53_860_000, 3_712)
			.saturating_add(ParityDbWeight::get().reads_writes(5, 4))
	}

	fn withdraw_application() -> Weight {
		Weight::from_parts(44_006_000, 3_802)
			.saturating_add(ParityDbWeight::get().reads_writes(5, 4))
	}

	fn admit() -> Weight {
		Weight::from_parts(22_904_000, 3_802)
			.saturating_add(ParityDbWeight::get().reads_writes(3, 4))
	}

	fn decline() -> Weight {
		Weight::from_parts(42_554_000, 3_802)
			.saturating_add(ParityDbWeight::get().reads_writes(5, 4))
	}

	fn suspend() -> Weight {
		Weight::from_parts(16_615_000, 3_802)
			.saturating_add(ParityDbWeight::get().reads_writes(3, 2))
	}

	fn reinstate() -> Weight {
		Weight::from_parts(18_046_000, 3_802)
			.saturating_add(ParityDbWeight::get().reads_writes(3, 2))
	}

	fn expel() -> Weight {
		Weight::from_parts(51_758_000, 3_802)
			.saturating_add(ParityDbWeight::get().reads_writes(6, 5))
	}

	fn resign() -> Weight {
		Weight::from_parts(51_697_000, 3_802)
			.saturating_add(ParityDbWeight::get().reads_writes(6, 5))
	}

	fn amend_profile() -> Weight {
		Weight::from_parts(12_078_000, 3_646)
			.saturating_add(ParityDbWeight::get().reads_writes(1, 2))
	}
}
