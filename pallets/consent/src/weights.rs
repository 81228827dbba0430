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
	fn offer() -> Weight;
	/// Weight of `withdraw`.
	fn withdraw() -> Weight;
	/// Weight of `reject`.
	fn reject() -> Weight;
	/// Weight of `approve`.
	fn approve() -> Weight;
	/// Weight of `deliver`.
	fn deliver() -> Weight;
	/// Weight of `record_access`.
	fn record_access() -> Weight;
	/// Weight of `settle`.
	fn settle() -> Weight;
	/// Weight of `revoke`.
	fn revoke() -> Weight;
}

/// The measured weights, with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Consortium::Members` (r:1 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Attestations` (r:1 w:0)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consent::NextProposalId` (r:1 w:1)
	// Proof: `Consent::NextProposalId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:1 w:1)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Holds` (r:1 w:1)
	// Proof: `DataTokenLedger::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `Consent::ProposalDeposits` (r:0 w:1)
	// Proof: `Consent::ProposalDeposits` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	// Storage: `Consent::Proposals` (r:0 w:1)
	// Proof: `Consent::Proposals` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	// Shortest run: 94_932_000 ps.
	fn offer() -> Weight {
		Weight::from_parts(101_542_000, 4_178)
			.saturating_add(T::DbWeight::get().reads_writes(10, 7))
	}

	// Storage: `Consent::Proposals` (r:1 w:1)
	// Proof: `Consent::Proposals` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:1 w:1)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Holds` (r:1 w:1)
	// Proof: `DataTokenLedger::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Consent::ProposalDeposits` (r:1 w:1)
	// Proof: `Consent::ProposalDeposits` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Shortest run: 66_138_000 ps.
	fn withdraw() -> Weight {
		Weight::from_parts(70_004_000, 3_694).saturating_add(T::DbWeight::get().reads_writes(6, 6))
	}

	// Storage: `Consent::Proposals` (r:1 w:1)
	// Proof: `Consent::Proposals` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:1 w:1)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Holds` (r:1 w:1)
	// Proof: `DataTokenLedger::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Consent::ProposalDeposits` (r:1 w:1)
	// Proof: `Consent::ProposalDeposits` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Shortest run: 74_832_000 ps.
	fn reject() -> Weight {
		Weight::from_parts(79_619_000, 3_694).saturating_add(T::DbWeight::get().reads_writes(9, 6))
	}

	// Storage: `Consent::Proposals` (r:1 w:1)
	// Proof: `Consent::Proposals` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Attestations` (r:1 w:0)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Members` (r:1 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Consent::NextGrantId` (r:1 w:1)
	// Proof: `Consent::NextGrantId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consent::ProposalDeposits` (r:1 w:1)
	// Proof: `Consent::ProposalDeposits` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	// Storage: `Consent::GrantsOf` (r:0 w:1)
	// Proof: `Consent::GrantsOf` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	// Storage: `Consent::Grants` (r:0 w:1)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(251), added: 2726, mode: `MaxEncodedLen`)
	// Storage: `Consent::GrantDeposits` (r:0 w:1)
	// Proof: `Consent::GrantDeposits` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	// Shortest run: 39_148_000 ps.
	fn approve() -> Weight {
		Weight::from_parts(42_203_000, 4_178).saturating_add(T::DbWeight::get().reads_writes(8, 6))
	}

	// Storage: `Consent::Grants` (r:1 w:1)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(251), added: 2726, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Tombstones` (r:1 w:0)
	// Proof: `DataRegistry::Tombstones` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Holds` (r:1 w:1)
	// Proof: `DataTokenLedger::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:4 w:4)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:4 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Shortest run: 115_082_000 ps.
	fn deliver() -> Weight {
		Weight::from_parts(122_993_000, 11_402)
			.saturating_add(T::DbWeight::get().reads_writes(14, 9))
	}

	// Storage: `Consent::Grants` (r:1 w:1)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(251), added: 2726, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Tombstones` (r:1 w:0)
	// Proof: `DataRegistry::Tombstones` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Attestations` (r:1 w:0)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `Consent::Receipts` (r:0 w:1)
	// Proof: `Consent::Receipts` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	// Shortest run: 55_693_000 ps.
	fn record_access() -> Weight {
		Weight::from_parts(60_420_000, 4_178).saturating_add(T::DbWeight::get().reads_writes(7, 4))
	}

	// Storage: `Consent::Grants` (r:1 w:1)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(251), added: 2726, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Tombstones` (r:1 w:0)
	// Proof: `DataRegistry::Tombstones` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Holds` (r:1 w:1)
	// Proof: `DataTokenLedger::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:4 w:4)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:4 w:4)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Shortest run: 131_857_000 ps.
	fn settle() -> Weight {
		Weight::from_parts(137_525_000, 11_402)
			.saturating_add(T::DbWeight::get().reads_writes(12, 10))
	}

	// Storage: `Consent::Grants` (r:1 w:1)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(251), added: 2726, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Tombstones` (r:1 w:0)
	// Proof: `DataRegistry::Tombstones` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Holds` (r:1 w:1)
	// Proof: `DataTokenLedger::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:4 w:4)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:4 w:4)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Shortest run: 133_659_000 ps.
	fn revoke() -> Weight {
		Weight::from_parts(140_240_000, 11_402)
			.saturating_add(T::DbWeight::get().reads_writes(14, 10))
	}
}

/// The same weights for tests, with the usual costs of ParityDB.
impl WeightInfo for () {
	fn offer() -> Weight {
		Weight::from_parts(101_542_000, 4_178)
			.saturating_add(ParityDbWeight::get().reads_writes(10, 7))
	}

	fn withdraw() -> Weight {
		Weight::from_parts(70_004_000, 3_694)
			.saturating_add(ParityDbWeight::get().reads_writes(6, 6))
	}

	fn reject() -> Weight {
		Weight::from_parts(79_619_000, 3_694)
			.saturating_add(ParityDbWeight::get().reads_writes(9, 6))
	}

	fn approve() -> Weight {
		Weight::from_parts(42_203_000, 4_178)
			.saturating_add(ParityDbWeight::get().reads_writes(8, 6))
	}

	fn deliver() -> Weight {
		Weight::from_parts(122_993_000, 11_402)
			.saturating_add(ParityDbWeight::get().reads_writes(14, 9))
	}

	fn record_access() -> Weight {
		Weight::from_parts(60_420_000, 4_178)
			.saturating_add(ParityDbWeight::get().reads_writes(7, 4))
	}

	fn settle() -> Weight {
		Weight::from_parts(137_525_000, 11_402)
			.saturating_add(ParityDbWeight::get().reads_writes(12, 10))
	}

	fn revoke() -> Weight {
		Weight::from_parts(140_240_000, 11_402)
			.saturating_add(ParityDbWeight::get().reads_writes(14, 10))
	}
}
