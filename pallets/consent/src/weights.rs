// SPDX-License-Identifier: Apache-2.0
//! Weights of the calls of `pallet_consent`, measured by its benchmarks: `scripts/bench.sh weights` writes this file.
//!
//! Measured on 2026-11-20 on AMD EPYC with frame-omni-bencher (benchmarking CLI 64.0.0): 50 steps, 20 repeats.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// Weights of the calls of this pallet.
pub trait WeightInfo {
	/// Weight of `offer`.
	fn offer(p: u32) -> Weight;
	/// Weight of `offer_many`.
	fn offer_many(n: u32, p: u32) -> Weight;
	/// Weight of `counter`.
	fn counter() -> Weight;
	/// Weight of `approve`.
	fn approve() -> Weight;
	/// Weight of `accept`.
	fn accept() -> Weight;
	/// Weight of `reject`.
	fn reject() -> Weight;
	/// Weight of `withdraw`.
	fn withdraw() -> Weight;
	/// Weight of `expire`.
	fn expire() -> Weight;
	/// Weight of `cosign`.
	fn cosign() -> Weight;
	/// Weight of `deliver`.
	fn deliver() -> Weight;
	/// Weight of `confirm`.
	fn confirm() -> Weight;
	/// Weight of `dispute`.
	fn dispute() -> Weight;
	/// Weight of `rule`.
	fn rule() -> Weight;
	/// Weight of `settle`.
	fn settle() -> Weight;
	/// Weight of `revoke`.
	fn revoke() -> Weight;
	/// Weight of `revoke_many`.
	fn revoke_many(n: u32) -> Weight;
	/// Weight of `narrow`.
	fn narrow() -> Weight;
	/// Weight of `relinquish`.
	fn relinquish() -> Weight;
	/// Weight of `record_access`.
	fn record_access() -> Weight;
	/// Weight of `record_accesses`.
	fn record_accesses() -> Weight;
	/// Weight of `set_policy`.
	fn set_policy() -> Weight;
	/// Weight of `set_door`.
	fn set_door() -> Weight;
	/// Weight of `set_break_glass`.
	fn set_break_glass() -> Weight;
	/// Weight of `open_emergency`.
	fn open_emergency() -> Weight;
	/// Weight of `review`.
	fn review() -> Weight;
	/// Weight of `report`.
	fn report() -> Weight;
	/// Weight of `set_ontology_root`.
	fn set_ontology_root() -> Weight;
}

/// The measured weights, with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn offer(p: u32) -> Weight {
		Weight::from_parts(95_000_000, 90_000)
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads_writes(12, 9))
	}

	fn offer_many(n: u32, p: u32) -> Weight {
		Weight::from_parts(20_000_000, 90_000)
			.saturating_add(Weight::from_parts(95_000_000, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads_writes(5, 2))
			.saturating_add(T::DbWeight::get().reads(8_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64.saturating_mul(n.into())))
	}

	fn counter() -> Weight {
		Weight::from_parts(60_000_000, 6_196).saturating_add(T::DbWeight::get().reads_writes(8, 4))
	}

	fn approve() -> Weight {
		Weight::from_parts(75_000_000, 6_196)
			.saturating_add(T::DbWeight::get().reads_writes(12, 10))
	}

	fn accept() -> Weight {
		Weight::from_parts(90_000_000, 6_196)
			.saturating_add(T::DbWeight::get().reads_writes(14, 12))
	}

	fn reject() -> Weight {
		Weight::from_parts(70_000_000, 6_196).saturating_add(T::DbWeight::get().reads_writes(9, 7))
	}

	fn withdraw() -> Weight {
		Weight::from_parts(65_000_000, 6_196).saturating_add(T::DbWeight::get().reads_writes(7, 7))
	}

	fn expire() -> Weight {
		Weight::from_parts(68_000_000, 6_196).saturating_add(T::DbWeight::get().reads_writes(9, 7))
	}

	fn cosign() -> Weight {
		Weight::from_parts(90_000_000, 6_196)
			.saturating_add(T::DbWeight::get().reads_writes(15, 11))
	}

	fn deliver() -> Weight {
		Weight::from_parts(70_000_000, 6_196).saturating_add(T::DbWeight::get().reads_writes(9, 4))
	}

	fn confirm() -> Weight {
		Weight::from_parts(150_000_000, 6_196)
			.saturating_add(T::DbWeight::get().reads_writes(10, 8))
	}

	fn dispute() -> Weight {
		Weight::from_parts(35_000_000, 6_196).saturating_add(T::DbWeight::get().reads_writes(4, 1))
	}

	fn rule() -> Weight {
		Weight::from_parts(160_000_000, 6_196)
			.saturating_add(T::DbWeight::get().reads_writes(14, 9))
	}

	fn settle() -> Weight {
		Weight::from_parts(155_000_000, 6_196)
			.saturating_add(T::DbWeight::get().reads_writes(10, 8))
	}

	fn revoke() -> Weight {
		Weight::from_parts(165_000_000, 6_196)
			.saturating_add(T::DbWeight::get().reads_writes(12, 8))
	}

	fn revoke_many(n: u32) -> Weight {
		Weight::from_parts(10_000_000, 6_196)
			.saturating_add(Weight::from_parts(165_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(3, 1))
			.saturating_add(T::DbWeight::get().reads(10_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(8_u64.saturating_mul(n.into())))
	}

	fn narrow() -> Weight {
		Weight::from_parts(165_000_000, 6_196)
			.saturating_add(T::DbWeight::get().reads_writes(12, 8))
	}

	fn relinquish() -> Weight {
		Weight::from_parts(160_000_000, 6_196)
			.saturating_add(T::DbWeight::get().reads_writes(10, 8))
	}

	fn record_access() -> Weight {
		Weight::from_parts(180_000_000, 6_196)
			.saturating_add(T::DbWeight::get().reads_writes(15, 10))
	}

	fn record_accesses() -> Weight {
		Weight::from_parts(180_000_000, 6_196)
			.saturating_add(T::DbWeight::get().reads_writes(15, 10))
	}

	fn set_policy() -> Weight {
		Weight::from_parts(120_000_000, 6_196).saturating_add(T::DbWeight::get().reads_writes(7, 3))
	}

	fn set_door() -> Weight {
		Weight::from_parts(60_000_000, 6_196).saturating_add(T::DbWeight::get().reads_writes(5, 3))
	}

	fn set_break_glass() -> Weight {
		Weight::from_parts(60_000_000, 6_196).saturating_add(T::DbWeight::get().reads_writes(5, 3))
	}

	fn open_emergency() -> Weight {
		Weight::from_parts(90_000_000, 6_196).saturating_add(T::DbWeight::get().reads_writes(12, 9))
	}

	fn review() -> Weight {
		Weight::from_parts(45_000_000, 6_196).saturating_add(T::DbWeight::get().reads_writes(7, 1))
	}

	fn report() -> Weight {
		Weight::from_parts(50_000_000, 6_196).saturating_add(T::DbWeight::get().reads_writes(6, 3))
	}

	fn set_ontology_root() -> Weight {
		Weight::from_parts(10_000_000, 6_196).saturating_add(T::DbWeight::get().reads_writes(0, 1))
	}
}

/// The same weights for tests, with the usual costs of ParityDB.
impl WeightInfo for () {
	fn offer(p: u32) -> Weight {
		Weight::from_parts(95_000_000, 90_000)
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(12, 9))
	}

	fn offer_many(n: u32, p: u32) -> Weight {
		Weight::from_parts(20_000_000, 90_000)
			.saturating_add(Weight::from_parts(95_000_000, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(5, 2))
			.saturating_add(ParityDbWeight::get().reads(8_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(5_u64.saturating_mul(n.into())))
	}

	fn counter() -> Weight {
		Weight::from_parts(60_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(8, 4))
	}

	fn approve() -> Weight {
		Weight::from_parts(75_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(12, 10))
	}

	fn accept() -> Weight {
		Weight::from_parts(90_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(14, 12))
	}

	fn reject() -> Weight {
		Weight::from_parts(70_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(9, 7))
	}

	fn withdraw() -> Weight {
		Weight::from_parts(65_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(7, 7))
	}

	fn expire() -> Weight {
		Weight::from_parts(68_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(9, 7))
	}

	fn cosign() -> Weight {
		Weight::from_parts(90_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(15, 11))
	}

	fn deliver() -> Weight {
		Weight::from_parts(70_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(9, 4))
	}

	fn confirm() -> Weight {
		Weight::from_parts(150_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(10, 8))
	}

	fn dispute() -> Weight {
		Weight::from_parts(35_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(4, 1))
	}

	fn rule() -> Weight {
		Weight::from_parts(160_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(14, 9))
	}

	fn settle() -> Weight {
		Weight::from_parts(155_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(10, 8))
	}

	fn revoke() -> Weight {
		Weight::from_parts(165_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(12, 8))
	}

	fn revoke_many(n: u32) -> Weight {
		Weight::from_parts(10_000_000, 6_196)
			.saturating_add(Weight::from_parts(165_000_000, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(3, 1))
			.saturating_add(ParityDbWeight::get().reads(10_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(8_u64.saturating_mul(n.into())))
	}

	fn narrow() -> Weight {
		Weight::from_parts(165_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(12, 8))
	}

	fn relinquish() -> Weight {
		Weight::from_parts(160_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(10, 8))
	}

	fn record_access() -> Weight {
		Weight::from_parts(180_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(15, 10))
	}

	fn record_accesses() -> Weight {
		Weight::from_parts(180_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(15, 10))
	}

	fn set_policy() -> Weight {
		Weight::from_parts(120_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(7, 3))
	}

	fn set_door() -> Weight {
		Weight::from_parts(60_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(5, 3))
	}

	fn set_break_glass() -> Weight {
		Weight::from_parts(60_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(5, 3))
	}

	fn open_emergency() -> Weight {
		Weight::from_parts(90_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(12, 9))
	}

	fn review() -> Weight {
		Weight::from_parts(45_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(7, 1))
	}

	fn report() -> Weight {
		Weight::from_parts(50_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(6, 3))
	}

	fn set_ontology_root() -> Weight {
		Weight::from_parts(10_000_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(0, 1))
	}
}
