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
	/// Weight of `register_many`.
	fn register_many(n: u32) -> Weight;
	/// Weight of `register_for`.
	fn register_for(n: u32) -> Weight;
	/// Weight of `new_version`.
	fn new_version() -> Weight;
	/// Weight of `set_locations`.
	fn set_locations(l: u32) -> Weight;
	/// Weight of `set_tags`.
	fn set_tags(n: u32, o: u32) -> Weight;
	/// Weight of `attest`.
	fn attest() -> Weight;
	/// Weight of `retract_attestation`.
	fn retract_attestation() -> Weight;
	/// Weight of `offer_transfer`.
	fn offer_transfer() -> Weight;
	/// Weight of `cancel_transfer`.
	fn cancel_transfer() -> Weight;
	/// Weight of `accept_transfer`.
	fn accept_transfer() -> Weight;
	/// Weight of `set_guardian`.
	fn set_guardian() -> Weight;
	/// Weight of `hand_over`.
	fn hand_over() -> Weight;
	/// Weight of `seal`.
	fn seal() -> Weight;
	/// Weight of `erase`.
	fn erase(t: u32, a: u32) -> Weight;
	/// Weight of `anchor_batch`.
	fn anchor_batch(l: u32) -> Weight;
	/// Weight of `claim_from_batch`.
	fn claim_from_batch(p: u32) -> Weight;
	/// Weight of `set_subject`.
	fn set_subject() -> Weight;
}

/// The measured weights, with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn register() -> Weight {
		Weight::from_parts(58_928_000, 6_196).saturating_add(T::DbWeight::get().reads_writes(7, 5))
	}

	fn register_many(n: u32) -> Weight {
		Weight::from_parts(20_000_000, 6_196)
			.saturating_add(Weight::from_parts(45_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(6, 3))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(n.into())))
	}

	fn register_for(n: u32) -> Weight {
		Weight::from_parts(260_000_000, 6_196)
			.saturating_add(Weight::from_parts(45_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(8, 3))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(n.into())))
	}

	fn new_version() -> Weight {
		Weight::from_parts(68_928_000, 6_196).saturating_add(T::DbWeight::get().reads_writes(9, 6))
	}

	fn set_locations(l: u32) -> Weight {
		Weight::from_parts(60_000_000, 6_196)
			.saturating_add(Weight::from_parts(1_500_000, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads_writes(6, 4))
	}

	fn set_tags(n: u32, o: u32) -> Weight {
		Weight::from_parts(60_000_000, 6_196)
			.saturating_add(Weight::from_parts(3_000_000, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(2_000_000, 0).saturating_mul(o.into()))
			.saturating_add(T::DbWeight::get().reads_writes(6, 4))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(o.into())))
	}

	fn attest() -> Weight {
		Weight::from_parts(53_210_000, 3_640).saturating_add(T::DbWeight::get().reads_writes(6, 3))
	}

	fn retract_attestation() -> Weight {
		Weight::from_parts(50_000_000, 3_640).saturating_add(T::DbWeight::get().reads_writes(3, 3))
	}

	fn offer_transfer() -> Weight {
		Weight::from_parts(53_210_000, 3_640).saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}

	fn cancel_transfer() -> Weight {
		Weight::from_parts(53_210_000, 3_640).saturating_add(T::DbWeight::get().reads_writes(5, 3))
	}

	fn accept_transfer() -> Weight {
		Weight::from_parts(180_000_000, 8_640)
			.saturating_add(T::DbWeight::get().reads_writes(11, 11))
	}

	fn set_guardian() -> Weight {
		Weight::from_parts(60_000_000, 3_640).saturating_add(T::DbWeight::get().reads_writes(6, 5))
	}

	fn hand_over() -> Weight {
		Weight::from_parts(50_000_000, 3_640).saturating_add(T::DbWeight::get().reads_writes(5, 4))
	}

	fn seal() -> Weight {
		Weight::from_parts(25_000_000, 3_640).saturating_add(T::DbWeight::get().reads_writes(3, 1))
	}

	fn erase(t: u32, a: u32) -> Weight {
		Weight::from_parts(120_000_000, 8_640)
			.saturating_add(Weight::from_parts(2_000_000, 0).saturating_mul(t.into()))
			.saturating_add(Weight::from_parts(25_000_000, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads_writes(13, 12))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(a.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(t.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(a.into())))
	}

	fn anchor_batch(l: u32) -> Weight {
		Weight::from_parts(55_000_000, 6_196)
			.saturating_add(Weight::from_parts(1_500_000, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads_writes(5, 4))
	}

	fn claim_from_batch(p: u32) -> Weight {
		Weight::from_parts(65_000_000, 6_196)
			.saturating_add(Weight::from_parts(1_200_000, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads_writes(7, 5))
	}

	fn set_subject() -> Weight {
		Weight::from_parts(50_000_000, 3_640).saturating_add(T::DbWeight::get().reads_writes(3, 3))
	}
}

/// The same weights for tests, with the usual costs of ParityDB.
impl WeightInfo for () {
	fn register() -> Weight {
		Weight::from_parts(58_928_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(7, 5))
	}

	fn register_many(n: u32) -> Weight {
		Weight::from_parts(20_000_000, 6_196)
			.saturating_add(Weight::from_parts(45_000_000, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(6, 3))
			.saturating_add(ParityDbWeight::get().reads(2_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64.saturating_mul(n.into())))
	}

	fn register_for(n: u32) -> Weight {
		Weight::from_parts(260_000_000, 6_196)
			.saturating_add(Weight::from_parts(45_000_000, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(8, 3))
			.saturating_add(ParityDbWeight::get().reads(2_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64.saturating_mul(n.into())))
	}

	fn new_version() -> Weight {
		Weight::from_parts(68_928_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(9, 6))
	}

	fn set_locations(l: u32) -> Weight {
		Weight::from_parts(60_000_000, 6_196)
			.saturating_add(Weight::from_parts(1_500_000, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(6, 4))
	}

	fn set_tags(n: u32, o: u32) -> Weight {
		Weight::from_parts(60_000_000, 6_196)
			.saturating_add(Weight::from_parts(3_000_000, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(2_000_000, 0).saturating_mul(o.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(6, 4))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(o.into())))
	}

	fn attest() -> Weight {
		Weight::from_parts(53_210_000, 3_640)
			.saturating_add(ParityDbWeight::get().reads_writes(6, 3))
	}

	fn retract_attestation() -> Weight {
		Weight::from_parts(50_000_000, 3_640)
			.saturating_add(ParityDbWeight::get().reads_writes(3, 3))
	}

	fn offer_transfer() -> Weight {
		Weight::from_parts(53_210_000, 3_640)
			.saturating_add(ParityDbWeight::get().reads_writes(4, 3))
	}

	fn cancel_transfer() -> Weight {
		Weight::from_parts(53_210_000, 3_640)
			.saturating_add(ParityDbWeight::get().reads_writes(5, 3))
	}

	fn accept_transfer() -> Weight {
		Weight::from_parts(180_000_000, 8_640)
			.saturating_add(ParityDbWeight::get().reads_writes(11, 11))
	}

	fn set_guardian() -> Weight {
		Weight::from_parts(60_000_000, 3_640)
			.saturating_add(ParityDbWeight::get().reads_writes(6, 5))
	}

	fn hand_over() -> Weight {
		Weight::from_parts(50_000_000, 3_640)
			.saturating_add(ParityDbWeight::get().reads_writes(5, 4))
	}

	fn seal() -> Weight {
		Weight::from_parts(25_000_000, 3_640)
			.saturating_add(ParityDbWeight::get().reads_writes(3, 1))
	}

	fn erase(t: u32, a: u32) -> Weight {
		Weight::from_parts(120_000_000, 8_640)
			.saturating_add(Weight::from_parts(2_000_000, 0).saturating_mul(t.into()))
			.saturating_add(Weight::from_parts(25_000_000, 0).saturating_mul(a.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(13, 12))
			.saturating_add(ParityDbWeight::get().reads(2_u64.saturating_mul(a.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(t.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64.saturating_mul(a.into())))
	}

	fn anchor_batch(l: u32) -> Weight {
		Weight::from_parts(55_000_000, 6_196)
			.saturating_add(Weight::from_parts(1_500_000, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(5, 4))
	}

	fn claim_from_batch(p: u32) -> Weight {
		Weight::from_parts(65_000_000, 6_196)
			.saturating_add(Weight::from_parts(1_200_000, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(7, 5))
	}

	fn set_subject() -> Weight {
		Weight::from_parts(50_000_000, 3_640)
			.saturating_add(ParityDbWeight::get().reads_writes(3, 3))
	}
}
