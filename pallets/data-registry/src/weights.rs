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
	// Storage: `Consortium::Members` (r:2 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::DatasetByCommitment` (r:1 w:1)
	// Proof: `DataRegistry::DatasetByCommitment` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::NextDatasetId` (r:1 w:1)
	// Proof: `DataRegistry::NextDatasetId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::DatasetsOf` (r:0 w:1)
	// Proof: `DataRegistry::DatasetsOf` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:0 w:1)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Shortest run: 55_402_000 ps.
	fn register() -> Weight {
		Weight::from_parts(59_158_000, 6_196).saturating_add(T::DbWeight::get().reads_writes(7, 6))
	}

	// Storage: `Consortium::Members` (r:200 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::DatasetByCommitment` (r:100 w:100)
	// Proof: `DataRegistry::DatasetByCommitment` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::NextDatasetId` (r:1 w:1)
	// Proof: `DataRegistry::NextDatasetId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::DatasetsOf` (r:0 w:100)
	// Proof: `DataRegistry::DatasetsOf` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:0 w:100)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// `n` is between 1 and 100.
	// Shortest run: 57_827_000 ps.
	fn register_many(n: u32) -> Weight {
		Weight::from_parts(34_641_542, 3_694)
			.saturating_add(Weight::from_parts(51_793_020, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(0, 5_206).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(4, 3))
			.saturating_add(T::DbWeight::get().reads(3_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(n.into())))
	}

	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `System::BlockHash` (r:1 w:0)
	// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Members` (r:200 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::DatasetByCommitment` (r:100 w:100)
	// Proof: `DataRegistry::DatasetByCommitment` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::NextDatasetId` (r:1 w:1)
	// Proof: `DataRegistry::NextDatasetId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::DatasetsOf` (r:0 w:100)
	// Proof: `DataRegistry::DatasetsOf` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:0 w:100)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// `n` is between 1 and 100.
	// Shortest run: 145_878_000 ps.
	fn register_for(n: u32) -> Weight {
		Weight::from_parts(71_945_917, 6_196)
			.saturating_add(Weight::from_parts(51_900_415, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(0, 5_206).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(7, 4))
			.saturating_add(T::DbWeight::get().reads(3_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(n.into())))
	}

	// Storage: `DataRegistry::Datasets` (r:1 w:2)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Members` (r:2 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::DatasetByCommitment` (r:1 w:1)
	// Proof: `DataRegistry::DatasetByCommitment` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::NextDatasetId` (r:1 w:1)
	// Proof: `DataRegistry::NextDatasetId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:2 w:2)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::TransferOffers` (r:1 w:1)
	// Proof: `DataRegistry::TransferOffers` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::DatasetsOf` (r:0 w:1)
	// Proof: `DataRegistry::DatasetsOf` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Shortest run: 99_689_000 ps.
	fn new_version() -> Weight {
		Weight::from_parts(109_813_000, 6_398)
			.saturating_add(T::DbWeight::get().reads_writes(12, 10))
	}

	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::TransferOffers` (r:1 w:1)
	// Proof: `DataRegistry::TransferOffers` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:2 w:2)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::DatasetLocations` (r:1 w:1)
	// Proof: `DataRegistry::DatasetLocations` (`max_values`: None, `max_size`: Some(2122), added: 4597, mode: `MaxEncodedLen`)
	// `l` is between 0 and 8.
	// Shortest run: 76_765_000 ps.
	fn set_locations(l: u32) -> Weight {
		Weight::from_parts(101_898_922, 5_587)
			.saturating_add(Weight::from_parts(3_758_849, 0).saturating_mul(l.into()))
			.saturating_add(Weight::from_parts(0, 230).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads_writes(8, 5))
	}

	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::TransferOffers` (r:1 w:1)
	// Proof: `DataRegistry::TransferOffers` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:2 w:2)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::DatasetTags` (r:1 w:1)
	// Proof: `DataRegistry::DatasetTags` (`max_values`: None, `max_size`: Some(574), added: 3049, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::DatasetsByTag` (r:0 w:32)
	// Proof: `DataRegistry::DatasetsByTag` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// `n` is between 0 and 16.
	// `o` is between 0 and 16.
	// Shortest run: 99_308_000 ps.
	fn set_tags(n: u32, o: u32) -> Weight {
		Weight::from_parts(94_481_508, 5_576)
			.saturating_add(Weight::from_parts(2_404_184, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(2_264_664, 0).saturating_mul(o.into()))
			.saturating_add(Weight::from_parts(0, 47).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(0, 15).saturating_mul(o.into()))
			.saturating_add(T::DbWeight::get().reads_writes(8, 5))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(o.into())))
	}

	// Storage: `Consortium::Members` (r:1 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Attestations` (r:1 w:1)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Shortest run: 55_343_000 ps.
	fn attest() -> Weight {
		Weight::from_parts(58_317_000, 4_178).saturating_add(T::DbWeight::get().reads_writes(6, 3))
	}

	// Storage: `DataRegistry::Attestations` (r:1 w:1)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Shortest run: 38_658_000 ps.
	fn retract_attestation() -> Weight {
		Weight::from_parts(40_831_000, 4_178).saturating_add(T::DbWeight::get().reads_writes(3, 3))
	}

	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::TransferOffers` (r:1 w:1)
	// Proof: `DataRegistry::TransferOffers` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Shortest run: 50_495_000 ps.
	fn offer_transfer() -> Weight {
		Weight::from_parts(53_610_000, 3_694).saturating_add(T::DbWeight::get().reads_writes(6, 3))
	}

	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::TransferOffers` (r:1 w:1)
	// Proof: `DataRegistry::TransferOffers` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Shortest run: 46_619_000 ps.
	fn cancel_transfer() -> Weight {
		Weight::from_parts(49_173_000, 3_694).saturating_add(T::DbWeight::get().reads_writes(6, 3))
	}

	// Storage: `DataRegistry::Datasets` (r:1 w:1)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::TransferOffers` (r:1 w:1)
	// Proof: `DataRegistry::TransferOffers` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:4 w:4)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:4 w:4)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Registrants` (r:1 w:1)
	// Proof: `DataRegistry::Registrants` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::DatasetLocations` (r:1 w:1)
	// Proof: `DataRegistry::DatasetLocations` (`max_values`: None, `max_size`: Some(2122), added: 4597, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::DatasetTags` (r:1 w:1)
	// Proof: `DataRegistry::DatasetTags` (`max_values`: None, `max_size`: Some(574), added: 3049, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::DatasetsOf` (r:0 w:2)
	// Proof: `DataRegistry::DatasetsOf` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Shortest run: 249_091_000 ps.
	fn accept_transfer() -> Weight {
		Weight::from_parts(263_112_000, 11_806)
			.saturating_add(T::DbWeight::get().reads_writes(15, 15))
	}

	// Storage: `DataRegistry::Guardianships` (r:1 w:1)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:3 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Shortest run: 80_510_000 ps.
	fn set_guardian() -> Weight {
		Weight::from_parts(85_327_000, 8_799).saturating_add(T::DbWeight::get().reads_writes(6, 5))
	}

	// Storage: `DataRegistry::Guardianships` (r:1 w:1)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Shortest run: 42_213_000 ps.
	fn hand_over() -> Weight {
		Weight::from_parts(44_727_000, 6_196).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	// Storage: `DataRegistry::Datasets` (r:1 w:1)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::TransferOffers` (r:1 w:1)
	// Proof: `DataRegistry::TransferOffers` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Shortest run: 48_772_000 ps.
	fn seal() -> Weight {
		Weight::from_parts(51_337_000, 3_694).saturating_add(T::DbWeight::get().reads_writes(6, 4))
	}

	// Storage: `DataRegistry::Datasets` (r:2 w:2)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::DatasetLocations` (r:1 w:1)
	// Proof: `DataRegistry::DatasetLocations` (`max_values`: None, `max_size`: Some(2122), added: 4597, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:11 w:11)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:11 w:11)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::DatasetTags` (r:1 w:1)
	// Proof: `DataRegistry::DatasetTags` (`max_values`: None, `max_size`: Some(574), added: 3049, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Attestations` (r:1 w:1)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::TransferOffers` (r:1 w:1)
	// Proof: `DataRegistry::TransferOffers` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::DatasetsOf` (r:0 w:1)
	// Proof: `DataRegistry::DatasetsOf` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Tombstones` (r:0 w:1)
	// Proof: `DataRegistry::Tombstones` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::DatasetsByTag` (r:0 w:16)
	// Proof: `DataRegistry::DatasetsByTag` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Registrants` (r:0 w:1)
	// Proof: `DataRegistry::Registrants` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// `t` is between 0 and 16.
	// `a` is between 0 and 8.
	// Shortest run: 182_803_000 ps.
	fn erase(t: u32, a: u32) -> Weight {
		Weight::from_parts(154_772_281, 9_102)
			.saturating_add(Weight::from_parts(2_300_277, 0).saturating_mul(t.into()))
			.saturating_add(Weight::from_parts(32_425_408, 0).saturating_mul(a.into()))
			.saturating_add(Weight::from_parts(0, 2_704).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads_writes(14, 14))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(a.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(t.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(a.into())))
	}

	// Storage: `Consortium::Members` (r:2 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::NextBatchId` (r:1 w:1)
	// Proof: `DataRegistry::NextBatchId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Batches` (r:0 w:1)
	// Proof: `DataRegistry::Batches` (`max_values`: None, `max_size`: Some(2201), added: 4676, mode: `MaxEncodedLen`)
	// `l` is between 0 and 8.
	// Shortest run: 50_505_000 ps.
	fn anchor_batch(l: u32) -> Weight {
		Weight::from_parts(53_512_227, 6_196)
			.saturating_add(Weight::from_parts(508_559, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads_writes(6, 4))
	}

	// Storage: `DataRegistry::Batches` (r:1 w:0)
	// Proof: `DataRegistry::Batches` (`max_values`: None, `max_size`: Some(2201), added: 4676, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Members` (r:1 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::DatasetByCommitment` (r:1 w:1)
	// Proof: `DataRegistry::DatasetByCommitment` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::NextDatasetId` (r:1 w:1)
	// Proof: `DataRegistry::NextDatasetId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::DatasetsOf` (r:0 w:1)
	// Proof: `DataRegistry::DatasetsOf` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:0 w:1)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// `p` is between 0 and 32.
	// Shortest run: 62_003_000 ps.
	fn claim_from_batch(p: u32) -> Weight {
		Weight::from_parts(65_272_258, 5_666)
			.saturating_add(Weight::from_parts(1_053_230, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads_writes(7, 6))
	}

	// Storage: `DataRegistry::Subjects` (r:1 w:1)
	// Proof: `DataRegistry::Subjects` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Shortest run: 40_420_000 ps.
	fn set_subject() -> Weight {
		Weight::from_parts(43_385_000, 3_694).saturating_add(T::DbWeight::get().reads_writes(3, 3))
	}
}

/// The same weights for tests, with the usual costs of ParityDB.
impl WeightInfo for () {
	fn register() -> Weight {
		Weight::from_parts(59_158_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(7, 6))
	}

	fn register_many(n: u32) -> Weight {
		Weight::from_parts(34_641_542, 3_694)
			.saturating_add(Weight::from_parts(51_793_020, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(0, 5_206).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(4, 3))
			.saturating_add(ParityDbWeight::get().reads(3_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64.saturating_mul(n.into())))
	}

	fn register_for(n: u32) -> Weight {
		Weight::from_parts(71_945_917, 6_196)
			.saturating_add(Weight::from_parts(51_900_415, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(0, 5_206).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(7, 4))
			.saturating_add(ParityDbWeight::get().reads(3_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64.saturating_mul(n.into())))
	}

	fn new_version() -> Weight {
		Weight::from_parts(109_813_000, 6_398)
			.saturating_add(ParityDbWeight::get().reads_writes(12, 10))
	}

	fn set_locations(l: u32) -> Weight {
		Weight::from_parts(101_898_922, 5_587)
			.saturating_add(Weight::from_parts(3_758_849, 0).saturating_mul(l.into()))
			.saturating_add(Weight::from_parts(0, 230).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(8, 5))
	}

	fn set_tags(n: u32, o: u32) -> Weight {
		Weight::from_parts(94_481_508, 5_576)
			.saturating_add(Weight::from_parts(2_404_184, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(2_264_664, 0).saturating_mul(o.into()))
			.saturating_add(Weight::from_parts(0, 47).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(0, 15).saturating_mul(o.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(8, 5))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(o.into())))
	}

	fn attest() -> Weight {
		Weight::from_parts(58_317_000, 4_178)
			.saturating_add(ParityDbWeight::get().reads_writes(6, 3))
	}

	fn retract_attestation() -> Weight {
		Weight::from_parts(40_831_000, 4_178)
			.saturating_add(ParityDbWeight::get().reads_writes(3, 3))
	}

	fn offer_transfer() -> Weight {
		Weight::from_parts(53_610_000, 3_694)
			.saturating_add(ParityDbWeight::get().reads_writes(6, 3))
	}

	fn cancel_transfer() -> Weight {
		Weight::from_parts(49_173_000, 3_694)
			.saturating_add(ParityDbWeight::get().reads_writes(6, 3))
	}

	fn accept_transfer() -> Weight {
		Weight::from_parts(263_112_000, 11_806)
			.saturating_add(ParityDbWeight::get().reads_writes(15, 15))
	}

	fn set_guardian() -> Weight {
		Weight::from_parts(85_327_000, 8_799)
			.saturating_add(ParityDbWeight::get().reads_writes(6, 5))
	}

	fn hand_over() -> Weight {
		Weight::from_parts(44_727_000, 6_196)
			.saturating_add(ParityDbWeight::get().reads_writes(4, 4))
	}

	fn seal() -> Weight {
		Weight::from_parts(51_337_000, 3_694)
			.saturating_add(ParityDbWeight::get().reads_writes(6, 4))
	}

	fn erase(t: u32, a: u32) -> Weight {
		Weight::from_parts(154_772_281, 9_102)
			.saturating_add(Weight::from_parts(2_300_277, 0).saturating_mul(t.into()))
			.saturating_add(Weight::from_parts(32_425_408, 0).saturating_mul(a.into()))
			.saturating_add(Weight::from_parts(0, 2_704).saturating_mul(a.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(14, 14))
			.saturating_add(ParityDbWeight::get().reads(2_u64.saturating_mul(a.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(t.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64.saturating_mul(a.into())))
	}

	fn anchor_batch(l: u32) -> Weight {
		Weight::from_parts(53_512_227, 6_196)
			.saturating_add(Weight::from_parts(508_559, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(6, 4))
	}

	fn claim_from_batch(p: u32) -> Weight {
		Weight::from_parts(65_272_258, 5_666)
			.saturating_add(Weight::from_parts(1_053_230, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(7, 6))
	}

	fn set_subject() -> Weight {
		Weight::from_parts(43_385_000, 3_694)
			.saturating_add(ParityDbWeight::get().reads_writes(3, 3))
	}
}
