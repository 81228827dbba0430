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
	// Storage: `Consent::OntologyOnRecord` (r:1 w:0)
	// Proof: `Consent::OntologyOnRecord` (`max_values`: Some(1), `max_size`: Some(90), added: 585, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Members` (r:1 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(181), added: 2656, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Attestations` (r:1 w:0)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Consent::OwnerRefusals` (r:1 w:0)
	// Proof: `Consent::OwnerRefusals` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	// Storage: `Consent::Policies` (r:2 w:0)
	// Proof: `Consent::Policies` (`max_values`: None, `max_size`: Some(57386), added: 59861, mode: `MaxEncodedLen`)
	// Storage: `Consent::Disputes` (r:1 w:0)
	// Proof: `Consent::Disputes` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Institutions` (r:1 w:0)
	// Proof: `Consortium::Institutions` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	// Storage: `Consent::RevokedInstitutions` (r:1 w:0)
	// Proof: `Consent::RevokedInstitutions` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Consent::OpenProposals` (r:1 w:1)
	// Proof: `Consent::OpenProposals` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	// Storage: `Consent::NextProposalId` (r:1 w:1)
	// Proof: `Consent::NextProposalId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:1 w:1)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Holds` (r:1 w:1)
	// Proof: `DataTokenLedger::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `Consent::Proposals` (r:0 w:1)
	// Proof: `Consent::Proposals` (`max_values`: None, `max_size`: Some(1139), added: 3614, mode: `MaxEncodedLen`)
	// Storage: `Consent::ProposalsOfOwner` (r:0 w:1)
	// Proof: `Consent::ProposalsOfOwner` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `Consent::ProposalsOfRequester` (r:0 w:1)
	// Proof: `Consent::ProposalsOfRequester` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// `p` is between 0 and 8.
	// Shortest run: 254_910_000 ps.
	fn offer(p: u32) -> Weight {
		Weight::from_parts(274_647_976, 120_712)
			.saturating_add(Weight::from_parts(23_489_135, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads_writes(18, 9))
	}

	// Storage: `Consortium::Members` (r:1 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(181), added: 2656, mode: `MaxEncodedLen`)
	// Storage: `Consent::OntologyOnRecord` (r:1 w:0)
	// Proof: `Consent::OntologyOnRecord` (`max_values`: Some(1), `max_size`: Some(90), added: 585, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:50 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Attestations` (r:50 w:0)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:50 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Consent::OwnerRefusals` (r:50 w:0)
	// Proof: `Consent::OwnerRefusals` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	// Storage: `Consent::Policies` (r:100 w:0)
	// Proof: `Consent::Policies` (`max_values`: None, `max_size`: Some(57386), added: 59861, mode: `MaxEncodedLen`)
	// Storage: `Consent::Disputes` (r:1 w:0)
	// Proof: `Consent::Disputes` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Institutions` (r:1 w:0)
	// Proof: `Consortium::Institutions` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	// Storage: `Consent::RevokedInstitutions` (r:50 w:0)
	// Proof: `Consent::RevokedInstitutions` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:1 w:1)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Holds` (r:1 w:1)
	// Proof: `DataTokenLedger::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `Consent::NextGrantId` (r:1 w:1)
	// Proof: `Consent::NextGrantId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consent::TrailLength` (r:50 w:50)
	// Proof: `Consent::TrailLength` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Consent::GrantsOf` (r:0 w:50)
	// Proof: `Consent::GrantsOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	// Storage: `Consent::Trail` (r:0 w:50)
	// Proof: `Consent::Trail` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	// Storage: `Consent::Grants` (r:0 w:50)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(4067), added: 6542, mode: `MaxEncodedLen`)
	// Storage: `Consent::GrantsOfOwner` (r:0 w:50)
	// Proof: `Consent::GrantsOfOwner` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `Consent::GrantsOfGrantee` (r:0 w:50)
	// Proof: `Consent::GrantsOfGrantee` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// `n` is between 0 and 50.
	// `p` is between 0 and 8.
	// Shortest run: 204_756_000 ps.
	fn offer_many(n: u32, p: u32) -> Weight {
		Weight::from_parts(207_479_000, 3_712)
			.saturating_add(Weight::from_parts(238_001_557, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(22_561_877, 0).saturating_mul(p.into()))
			.saturating_add(Weight::from_parts(0, 119_722).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(9, 4))
			.saturating_add(T::DbWeight::get().reads(8_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(6_u64.saturating_mul(n.into())))
	}

	// Storage: `Consent::Proposals` (r:1 w:1)
	// Proof: `Consent::Proposals` (`max_values`: None, `max_size`: Some(1139), added: 3614, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Attestations` (r:1 w:0)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	// Storage: `Consent::Policies` (r:2 w:0)
	// Proof: `Consent::Policies` (`max_values`: None, `max_size`: Some(57386), added: 59861, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Members` (r:1 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(181), added: 2656, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:1 w:1)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Holds` (r:1 w:1)
	// Proof: `DataTokenLedger::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:0)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Shortest run: 202_272_000 ps.
	fn counter() -> Weight {
		Weight::from_parts(215_802_000, 120_712)
			.saturating_add(T::DbWeight::get().reads_writes(11, 3))
	}

	// Storage: `Consent::Proposals` (r:1 w:1)
	// Proof: `Consent::Proposals` (`max_values`: None, `max_size`: Some(1139), added: 3614, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Institutions` (r:1 w:0)
	// Proof: `Consortium::Institutions` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	// Storage: `Consent::OpenProposals` (r:1 w:1)
	// Proof: `Consent::OpenProposals` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Attestations` (r:1 w:0)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Members` (r:1 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(181), added: 2656, mode: `MaxEncodedLen`)
	// Storage: `Consent::NextGrantId` (r:1 w:1)
	// Proof: `Consent::NextGrantId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consent::TrailLength` (r:1 w:1)
	// Proof: `Consent::TrailLength` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Consent::GrantsOf` (r:0 w:1)
	// Proof: `Consent::GrantsOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	// Storage: `Consent::RevokedInstitutions` (r:0 w:1)
	// Proof: `Consent::RevokedInstitutions` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Consent::Trail` (r:0 w:1)
	// Proof: `Consent::Trail` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	// Storage: `Consent::Grants` (r:0 w:1)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(4067), added: 6542, mode: `MaxEncodedLen`)
	// Storage: `Consent::GrantsOfOwner` (r:0 w:1)
	// Proof: `Consent::GrantsOfOwner` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `Consent::ProposalsOfOwner` (r:0 w:1)
	// Proof: `Consent::ProposalsOfOwner` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `Consent::ProposalsOfRequester` (r:0 w:1)
	// Proof: `Consent::ProposalsOfRequester` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `Consent::GrantsOfGrantee` (r:0 w:1)
	// Proof: `Consent::GrantsOfGrantee` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Shortest run: 72_478_000 ps.
	fn approve() -> Weight {
		Weight::from_parts(78_006_000, 4_604)
			.saturating_add(T::DbWeight::get().reads_writes(10, 12))
	}

	// Storage: `Consent::Proposals` (r:1 w:1)
	// Proof: `Consent::Proposals` (`max_values`: None, `max_size`: Some(1139), added: 3614, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Attestations` (r:1 w:0)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:1 w:1)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:0)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Holds` (r:1 w:1)
	// Proof: `DataTokenLedger::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `Consent::OpenProposals` (r:1 w:1)
	// Proof: `Consent::OpenProposals` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Members` (r:1 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(181), added: 2656, mode: `MaxEncodedLen`)
	// Storage: `Consent::NextGrantId` (r:1 w:1)
	// Proof: `Consent::NextGrantId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consent::TrailLength` (r:1 w:1)
	// Proof: `Consent::TrailLength` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Consent::GrantsOf` (r:0 w:1)
	// Proof: `Consent::GrantsOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	// Storage: `Consent::Trail` (r:0 w:1)
	// Proof: `Consent::Trail` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	// Storage: `Consent::Grants` (r:0 w:1)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(4067), added: 6542, mode: `MaxEncodedLen`)
	// Storage: `Consent::GrantsOfOwner` (r:0 w:1)
	// Proof: `Consent::GrantsOfOwner` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `Consent::ProposalsOfOwner` (r:0 w:1)
	// Proof: `Consent::ProposalsOfOwner` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `Consent::ProposalsOfRequester` (r:0 w:1)
	// Proof: `Consent::ProposalsOfRequester` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `Consent::GrantsOfGrantee` (r:0 w:1)
	// Proof: `Consent::GrantsOfGrantee` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Shortest run: 102_573_000 ps.
	fn accept() -> Weight {
		Weight::from_parts(111_346_000, 4_604)
			.saturating_add(T::DbWeight::get().reads_writes(12, 13))
	}

	// Storage: `Consent::Proposals` (r:1 w:1)
	// Proof: `Consent::Proposals` (`max_values`: None, `max_size`: Some(1139), added: 3614, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consent::OpenProposals` (r:1 w:1)
	// Proof: `Consent::OpenProposals` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:1 w:1)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Holds` (r:1 w:1)
	// Proof: `DataTokenLedger::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `Consent::ProposalsOfOwner` (r:0 w:1)
	// Proof: `Consent::ProposalsOfOwner` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `Consent::ProposalsOfRequester` (r:0 w:1)
	// Proof: `Consent::ProposalsOfRequester` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Shortest run: 87_340_000 ps.
	fn reject() -> Weight {
		Weight::from_parts(93_790_000, 4_604).saturating_add(T::DbWeight::get().reads_writes(9, 8))
	}

	// Storage: `Consent::Proposals` (r:1 w:1)
	// Proof: `Consent::Proposals` (`max_values`: None, `max_size`: Some(1139), added: 3614, mode: `MaxEncodedLen`)
	// Storage: `Consent::OpenProposals` (r:1 w:1)
	// Proof: `Consent::OpenProposals` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:1 w:1)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Holds` (r:1 w:1)
	// Proof: `DataTokenLedger::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `Consent::ProposalsOfOwner` (r:0 w:1)
	// Proof: `Consent::ProposalsOfOwner` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `Consent::ProposalsOfRequester` (r:0 w:1)
	// Proof: `Consent::ProposalsOfRequester` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Shortest run: 79_208_000 ps.
	fn withdraw() -> Weight {
		Weight::from_parts(84_536_000, 4_604).saturating_add(T::DbWeight::get().reads_writes(6, 8))
	}

	// Storage: `Consent::Proposals` (r:1 w:1)
	// Proof: `Consent::Proposals` (`max_values`: None, `max_size`: Some(1139), added: 3614, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Attestations` (r:1 w:0)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	// Storage: `Consent::OpenProposals` (r:1 w:1)
	// Proof: `Consent::OpenProposals` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:1 w:1)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Holds` (r:1 w:1)
	// Proof: `DataTokenLedger::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `Consent::ProposalsOfOwner` (r:0 w:1)
	// Proof: `Consent::ProposalsOfOwner` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `Consent::ProposalsOfRequester` (r:0 w:1)
	// Proof: `Consent::ProposalsOfRequester` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Shortest run: 87_320_000 ps.
	fn expire() -> Weight {
		Weight::from_parts(94_280_000, 4_604).saturating_add(T::DbWeight::get().reads_writes(9, 8))
	}

	// Storage: `Consent::Proposals` (r:1 w:1)
	// Proof: `Consent::Proposals` (`max_values`: None, `max_size`: Some(1139), added: 3614, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Members` (r:2 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(181), added: 2656, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Attestations` (r:1 w:0)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Institutions` (r:5 w:0)
	// Proof: `Consortium::Institutions` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consent::OwnerRefusals` (r:1 w:0)
	// Proof: `Consent::OwnerRefusals` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	// Storage: `Consent::Policies` (r:2 w:0)
	// Proof: `Consent::Policies` (`max_values`: None, `max_size`: Some(57386), added: 59861, mode: `MaxEncodedLen`)
	// Storage: `Consent::Disputes` (r:1 w:0)
	// Proof: `Consent::Disputes` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `Consent::RevokedInstitutions` (r:1 w:0)
	// Proof: `Consent::RevokedInstitutions` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Consent::OpenProposals` (r:1 w:1)
	// Proof: `Consent::OpenProposals` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	// Storage: `Consent::NextGrantId` (r:1 w:1)
	// Proof: `Consent::NextGrantId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consent::TrailLength` (r:1 w:1)
	// Proof: `Consent::TrailLength` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Consent::GrantsOf` (r:0 w:1)
	// Proof: `Consent::GrantsOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	// Storage: `Consent::Trail` (r:0 w:1)
	// Proof: `Consent::Trail` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	// Storage: `Consent::Grants` (r:0 w:1)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(4067), added: 6542, mode: `MaxEncodedLen`)
	// Storage: `Consent::GrantsOfOwner` (r:0 w:1)
	// Proof: `Consent::GrantsOfOwner` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `Consent::ProposalsOfOwner` (r:0 w:1)
	// Proof: `Consent::ProposalsOfOwner` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `Consent::ProposalsOfRequester` (r:0 w:1)
	// Proof: `Consent::ProposalsOfRequester` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `Consent::GrantsOfGrantee` (r:0 w:1)
	// Proof: `Consent::GrantsOfGrantee` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Shortest run: 236_092_000 ps.
	fn cosign() -> Weight {
		Weight::from_parts(251_575_000, 120_712)
			.saturating_add(T::DbWeight::get().reads_writes(20, 11))
	}

	// Storage: `Consent::Grants` (r:1 w:1)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(4067), added: 6542, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Tombstones` (r:1 w:0)
	// Proof: `DataRegistry::Tombstones` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `Consortium::StandingHistory` (r:1 w:0)
	// Proof: `Consortium::StandingHistory` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Consent::TrailLength` (r:1 w:1)
	// Proof: `Consent::TrailLength` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:1 w:1)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Holds` (r:1 w:1)
	// Proof: `DataTokenLedger::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:0)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Consent::Trail` (r:0 w:1)
	// Proof: `Consent::Trail` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	// Shortest run: 73_851_000 ps.
	fn deliver() -> Weight {
		Weight::from_parts(82_743_000, 7_532).saturating_add(T::DbWeight::get().reads_writes(10, 5))
	}

	// Storage: `Consent::Grants` (r:1 w:1)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(4067), added: 6542, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Tombstones` (r:1 w:0)
	// Proof: `DataRegistry::Tombstones` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `Consortium::StandingHistory` (r:1 w:0)
	// Proof: `Consortium::StandingHistory` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	// Storage: `Consent::TrailLength` (r:1 w:1)
	// Proof: `Consent::TrailLength` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Holds` (r:1 w:1)
	// Proof: `DataTokenLedger::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:4 w:4)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:4 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Consent::Trail` (r:0 w:1)
	// Proof: `Consent::Trail` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	// Shortest run: 128_311_000 ps.
	fn confirm() -> Weight {
		Weight::from_parts(135_862_000, 11_402)
			.saturating_add(T::DbWeight::get().reads_writes(14, 11))
	}

	// Storage: `Consent::Grants` (r:1 w:1)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(4067), added: 6542, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Tombstones` (r:1 w:0)
	// Proof: `DataRegistry::Tombstones` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `Consortium::StandingHistory` (r:1 w:0)
	// Proof: `Consortium::StandingHistory` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	// Storage: `Consent::Disputes` (r:1 w:1)
	// Proof: `Consent::Disputes` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `Consent::TrailLength` (r:1 w:1)
	// Proof: `Consent::TrailLength` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Consent::Trail` (r:0 w:1)
	// Proof: `Consent::Trail` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	// Shortest run: 32_929_000 ps.
	fn dispute() -> Weight {
		Weight::from_parts(35_593_000, 7_532).saturating_add(T::DbWeight::get().reads_writes(6, 4))
	}

	// Storage: `Consent::Grants` (r:1 w:1)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(4067), added: 6542, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Tombstones` (r:1 w:0)
	// Proof: `DataRegistry::Tombstones` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `Consortium::StandingHistory` (r:1 w:0)
	// Proof: `Consortium::StandingHistory` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Members` (r:1 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(181), added: 2656, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Attestations` (r:1 w:0)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Institutions` (r:7 w:0)
	// Proof: `Consortium::Institutions` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Consent::Disputes` (r:1 w:1)
	// Proof: `Consent::Disputes` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `Consent::TrailLength` (r:1 w:1)
	// Proof: `Consent::TrailLength` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Holds` (r:1 w:1)
	// Proof: `DataTokenLedger::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:4 w:4)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:4 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Consent::Trail` (r:0 w:1)
	// Proof: `Consent::Trail` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	// Shortest run: 175_732_000 ps.
	fn rule() -> Weight {
		Weight::from_parts(186_478_000, 18_994)
			.saturating_add(T::DbWeight::get().reads_writes(26, 12))
	}

	// Storage: `Consent::Grants` (r:1 w:1)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(4067), added: 6542, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Tombstones` (r:1 w:0)
	// Proof: `DataRegistry::Tombstones` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `Consortium::StandingHistory` (r:1 w:0)
	// Proof: `Consortium::StandingHistory` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Holds` (r:1 w:1)
	// Proof: `DataTokenLedger::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:4 w:4)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:4 w:4)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Shortest run: 146_198_000 ps.
	fn settle() -> Weight {
		Weight::from_parts(153_850_000, 11_402)
			.saturating_add(T::DbWeight::get().reads_writes(13, 10))
	}

	// Storage: `Consent::Grants` (r:1 w:1)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(4067), added: 6542, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Tombstones` (r:1 w:0)
	// Proof: `DataRegistry::Tombstones` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `Consortium::StandingHistory` (r:1 w:0)
	// Proof: `Consortium::StandingHistory` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Attestations` (r:1 w:0)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Institutions` (r:1 w:0)
	// Proof: `Consortium::Institutions` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Holds` (r:1 w:1)
	// Proof: `DataTokenLedger::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:4 w:4)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:4 w:4)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Consent::TrailLength` (r:1 w:1)
	// Proof: `Consent::TrailLength` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Consent::RevokedInstitutions` (r:0 w:1)
	// Proof: `Consent::RevokedInstitutions` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Consent::Trail` (r:0 w:1)
	// Proof: `Consent::Trail` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	// Shortest run: 166_828_000 ps.
	fn revoke() -> Weight {
		Weight::from_parts(176_263_000, 11_402)
			.saturating_add(T::DbWeight::get().reads_writes(18, 13))
	}

	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consent::Grants` (r:50 w:50)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(4067), added: 6542, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:50 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:50 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Tombstones` (r:50 w:0)
	// Proof: `DataRegistry::Tombstones` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `Consortium::StandingHistory` (r:50 w:0)
	// Proof: `Consortium::StandingHistory` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Attestations` (r:50 w:0)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Institutions` (r:50 w:0)
	// Proof: `Consortium::Institutions` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Holds` (r:50 w:50)
	// Proof: `DataTokenLedger::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:151 w:151)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:151 w:151)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Consent::TrailLength` (r:50 w:50)
	// Proof: `Consent::TrailLength` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Consent::RevokedInstitutions` (r:0 w:50)
	// Proof: `Consent::RevokedInstitutions` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Consent::Trail` (r:0 w:50)
	// Proof: `Consent::Trail` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	// `n` is between 1 and 50.
	// Shortest run: 183_394_000 ps.
	fn revoke_many(n: u32) -> Weight {
		Weight::from_parts(185_257_000, 3_593)
			.saturating_add(Weight::from_parts(171_327_388, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(0, 7_809).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(3, 2))
			.saturating_add(T::DbWeight::get().reads(15_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(11_u64.saturating_mul(n.into())))
	}

	// Storage: `Consent::Grants` (r:1 w:1)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(4067), added: 6542, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Tombstones` (r:1 w:0)
	// Proof: `DataRegistry::Tombstones` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `Consortium::StandingHistory` (r:1 w:0)
	// Proof: `Consortium::StandingHistory` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Attestations` (r:1 w:0)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Institutions` (r:1 w:0)
	// Proof: `Consortium::Institutions` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	// Storage: `Consent::TrailLength` (r:1 w:1)
	// Proof: `Consent::TrailLength` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Holds` (r:1 w:1)
	// Proof: `DataTokenLedger::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:4 w:4)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:4 w:4)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Consent::RevokedInstitutions` (r:0 w:1)
	// Proof: `Consent::RevokedInstitutions` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Consent::Trail` (r:0 w:1)
	// Proof: `Consent::Trail` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	// Shortest run: 176_734_000 ps.
	fn narrow() -> Weight {
		Weight::from_parts(188_471_000, 11_402)
			.saturating_add(T::DbWeight::get().reads_writes(18, 13))
	}

	// Storage: `Consent::Grants` (r:1 w:1)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(4067), added: 6542, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Tombstones` (r:1 w:0)
	// Proof: `DataRegistry::Tombstones` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `Consortium::StandingHistory` (r:1 w:0)
	// Proof: `Consortium::StandingHistory` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Holds` (r:1 w:1)
	// Proof: `DataTokenLedger::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `DataTokenLedger::Account` (r:4 w:4)
	// Proof: `DataTokenLedger::Account` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:4 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Consent::TrailLength` (r:1 w:1)
	// Proof: `Consent::TrailLength` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Consent::Trail` (r:0 w:1)
	// Proof: `Consent::Trail` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	// Shortest run: 158_106_000 ps.
	fn relinquish() -> Weight {
		Weight::from_parts(165_957_000, 11_402)
			.saturating_add(T::DbWeight::get().reads_writes(14, 11))
	}

	// Storage: `Consent::Grants` (r:1 w:1)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(4067), added: 6542, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Tombstones` (r:1 w:0)
	// Proof: `DataRegistry::Tombstones` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `Consortium::StandingHistory` (r:1 w:0)
	// Proof: `Consortium::StandingHistory` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Attestations` (r:1 w:0)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Members` (r:1 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(181), added: 2656, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `Consent::TrailLength` (r:1 w:1)
	// Proof: `Consent::TrailLength` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Consent::Trail` (r:0 w:2)
	// Proof: `Consent::Trail` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	// Storage: `Consent::Receipts` (r:0 w:1)
	// Proof: `Consent::Receipts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	// Shortest run: 91_827_000 ps.
	fn record_access() -> Weight {
		Weight::from_parts(97_736_000, 7_532).saturating_add(T::DbWeight::get().reads_writes(11, 7))
	}

	// Storage: `Consent::Grants` (r:1 w:1)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(4067), added: 6542, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Tombstones` (r:1 w:0)
	// Proof: `DataRegistry::Tombstones` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `Consortium::StandingHistory` (r:1 w:0)
	// Proof: `Consortium::StandingHistory` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Attestations` (r:1 w:0)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Members` (r:1 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(181), added: 2656, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `Consent::TrailLength` (r:1 w:1)
	// Proof: `Consent::TrailLength` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Consent::Trail` (r:0 w:2)
	// Proof: `Consent::Trail` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	// Storage: `Consent::Receipts` (r:0 w:1)
	// Proof: `Consent::Receipts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	// Shortest run: 93_399_000 ps.
	fn record_accesses() -> Weight {
		Weight::from_parts(104_245_000, 7_532)
			.saturating_add(T::DbWeight::get().reads_writes(11, 7))
	}

	// Storage: `Consent::Policies` (r:1 w:1)
	// Proof: `Consent::Policies` (`max_values`: None, `max_size`: Some(57386), added: 59861, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Attestations` (r:1 w:0)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:2 w:2)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `Consent::TrailLength` (r:1 w:1)
	// Proof: `Consent::TrailLength` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consent::Trail` (r:0 w:1)
	// Proof: `Consent::Trail` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	// Shortest run: 311_624_000 ps.
	fn set_policy() -> Weight {
		Weight::from_parts(330_944_000, 60_851)
			.saturating_add(T::DbWeight::get().reads_writes(9, 7))
	}

	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consent::OwnerRefusals` (r:1 w:1)
	// Proof: `Consent::OwnerRefusals` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Shortest run: 52_728_000 ps.
	fn set_door() -> Weight {
		Weight::from_parts(57_156_000, 3_712).saturating_add(T::DbWeight::get().reads_writes(5, 3))
	}

	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consent::OwnerRefusals` (r:1 w:1)
	// Proof: `Consent::OwnerRefusals` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Shortest run: 48_733_000 ps.
	fn set_break_glass() -> Weight {
		Weight::from_parts(55_342_000, 3_712).saturating_add(T::DbWeight::get().reads_writes(5, 3))
	}

	// Storage: `Consortium::Members` (r:1 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(181), added: 2656, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Attestations` (r:1 w:0)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consent::OwnerRefusals` (r:1 w:0)
	// Proof: `Consent::OwnerRefusals` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	// Storage: `Consent::UnreviewedEmergencies` (r:1 w:1)
	// Proof: `Consent::UnreviewedEmergencies` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `Consent::NextGrantId` (r:1 w:1)
	// Proof: `Consent::NextGrantId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consent::TrailLength` (r:1 w:1)
	// Proof: `Consent::TrailLength` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Consent::GrantsOf` (r:0 w:1)
	// Proof: `Consent::GrantsOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	// Storage: `Consent::Trail` (r:0 w:1)
	// Proof: `Consent::Trail` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	// Storage: `Consent::Grants` (r:0 w:1)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(4067), added: 6542, mode: `MaxEncodedLen`)
	// Storage: `Consent::GrantsOfOwner` (r:0 w:1)
	// Proof: `Consent::GrantsOfOwner` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `Consent::GrantsOfGrantee` (r:0 w:1)
	// Proof: `Consent::GrantsOfGrantee` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Shortest run: 82_904_000 ps.
	fn open_emergency() -> Weight {
		Weight::from_parts(90_575_000, 4_178)
			.saturating_add(T::DbWeight::get().reads_writes(11, 10))
	}

	// Storage: `Consent::Grants` (r:1 w:1)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(4067), added: 6542, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Tombstones` (r:1 w:0)
	// Proof: `DataRegistry::Tombstones` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `Consortium::StandingHistory` (r:1 w:0)
	// Proof: `Consortium::StandingHistory` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Members` (r:1 w:0)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(181), added: 2656, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Datasets` (r:1 w:0)
	// Proof: `DataRegistry::Datasets` (`max_values`: None, `max_size`: Some(227), added: 2702, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Attestations` (r:1 w:0)
	// Proof: `DataRegistry::Attestations` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Institutions` (r:5 w:0)
	// Proof: `Consortium::Institutions` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Guardianships` (r:1 w:0)
	// Proof: `DataRegistry::Guardianships` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	// Storage: `Consent::UnreviewedEmergencies` (r:1 w:1)
	// Proof: `Consent::UnreviewedEmergencies` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Consent::TrailLength` (r:1 w:1)
	// Proof: `Consent::TrailLength` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Consent::Trail` (r:0 w:2)
	// Proof: `Consent::Trail` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	// Shortest run: 66_870_000 ps.
	fn review() -> Weight {
		Weight::from_parts(77_255_000, 13_850)
			.saturating_add(T::DbWeight::get().reads_writes(15, 5))
	}

	// Storage: `Consent::Grants` (r:1 w:1)
	// Proof: `Consent::Grants` (`max_values`: None, `max_size`: Some(4067), added: 6542, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRegistry::Tombstones` (r:1 w:0)
	// Proof: `DataRegistry::Tombstones` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `Consortium::StandingHistory` (r:1 w:1)
	// Proof: `Consortium::StandingHistory` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	// Storage: `Consortium::Members` (r:1 w:1)
	// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(181), added: 2656, mode: `MaxEncodedLen`)
	// Storage: `Consent::TrailLength` (r:1 w:1)
	// Proof: `Consent::TrailLength` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Consent::Trail` (r:0 w:1)
	// Proof: `Consent::Trail` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	// Shortest run: 41_341_000 ps.
	fn report() -> Weight {
		Weight::from_parts(44_857_000, 7_532).saturating_add(T::DbWeight::get().reads_writes(6, 5))
	}

	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Consent::OntologyOnRecord` (r:1 w:1)
	// Proof: `Consent::OntologyOnRecord` (`max_values`: Some(1), `max_size`: Some(90), added: 585, mode: `MaxEncodedLen`)
	// Shortest run: 6_619_000 ps.
	fn set_ontology_root() -> Weight {
		Weight::from_parts(7_211_000, 1_575).saturating_add(T::DbWeight::get().reads_writes(2, 1))
	}
}

/// The same weights for tests, with the usual costs of ParityDB.
impl WeightInfo for () {
	fn offer(p: u32) -> Weight {
		Weight::from_parts(274_647_976, 120_712)
			.saturating_add(Weight::from_parts(23_489_135, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(18, 9))
	}

	fn offer_many(n: u32, p: u32) -> Weight {
		Weight::from_parts(207_479_000, 3_712)
			.saturating_add(Weight::from_parts(238_001_557, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(22_561_877, 0).saturating_mul(p.into()))
			.saturating_add(Weight::from_parts(0, 119_722).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(9, 4))
			.saturating_add(ParityDbWeight::get().reads(8_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(6_u64.saturating_mul(n.into())))
	}

	fn counter() -> Weight {
		Weight::from_parts(215_802_000, 120_712)
			.saturating_add(ParityDbWeight::get().reads_writes(11, 3))
	}

	fn approve() -> Weight {
		Weight::from_parts(78_006_000, 4_604)
			.saturating_add(ParityDbWeight::get().reads_writes(10, 12))
	}

	fn accept() -> Weight {
		Weight::from_parts(111_346_000, 4_604)
			.saturating_add(ParityDbWeight::get().reads_writes(12, 13))
	}

	fn reject() -> Weight {
		Weight::from_parts(93_790_000, 4_604)
			.saturating_add(ParityDbWeight::get().reads_writes(9, 8))
	}

	fn withdraw() -> Weight {
		Weight::from_parts(84_536_000, 4_604)
			.saturating_add(ParityDbWeight::get().reads_writes(6, 8))
	}

	fn expire() -> Weight {
		Weight::from_parts(94_280_000, 4_604)
			.saturating_add(ParityDbWeight::get().reads_writes(9, 8))
	}

	fn cosign() -> Weight {
		Weight::from_parts(251_575_000, 120_712)
			.saturating_add(ParityDbWeight::get().reads_writes(20, 11))
	}

	fn deliver() -> Weight {
		Weight::from_parts(82_743_000, 7_532)
			.saturating_add(ParityDbWeight::get().reads_writes(10, 5))
	}

	fn confirm() -> Weight {
		Weight::from_parts(135_862_000, 11_402)
			.saturating_add(ParityDbWeight::get().reads_writes(14, 11))
	}

	fn dispute() -> Weight {
		Weight::from_parts(35_593_000, 7_532)
			.saturating_add(ParityDbWeight::get().reads_writes(6, 4))
	}

	fn rule() -> Weight {
		Weight::from_parts(186_478_000, 18_994)
			.saturating_add(ParityDbWeight::get().reads_writes(26, 12))
	}

	fn settle() -> Weight {
		Weight::from_parts(153_850_000, 11_402)
			.saturating_add(ParityDbWeight::get().reads_writes(13, 10))
	}

	fn revoke() -> Weight {
		Weight::from_parts(176_263_000, 11_402)
			.saturating_add(ParityDbWeight::get().reads_writes(18, 13))
	}

	fn revoke_many(n: u32) -> Weight {
		Weight::from_parts(185_257_000, 3_593)
			.saturating_add(Weight::from_parts(171_327_388, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(0, 7_809).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(3, 2))
			.saturating_add(ParityDbWeight::get().reads(15_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(11_u64.saturating_mul(n.into())))
	}

	fn narrow() -> Weight {
		Weight::from_parts(188_471_000, 11_402)
			.saturating_add(ParityDbWeight::get().reads_writes(18, 13))
	}

	fn relinquish() -> Weight {
		Weight::from_parts(165_957_000, 11_402)
			.saturating_add(ParityDbWeight::get().reads_writes(14, 11))
	}

	fn record_access() -> Weight {
		Weight::from_parts(97_736_000, 7_532)
			.saturating_add(ParityDbWeight::get().reads_writes(11, 7))
	}

	fn record_accesses() -> Weight {
		Weight::from_parts(104_245_000, 7_532)
			.saturating_add(ParityDbWeight::get().reads_writes(11, 7))
	}

	fn set_policy() -> Weight {
		Weight::from_parts(330_944_000, 60_851)
			.saturating_add(ParityDbWeight::get().reads_writes(9, 7))
	}

	fn set_door() -> Weight {
		Weight::from_parts(57_156_000, 3_712)
			.saturating_add(ParityDbWeight::get().reads_writes(5, 3))
	}

	fn set_break_glass() -> Weight {
		Weight::from_parts(55_342_000, 3_712)
			.saturating_add(ParityDbWeight::get().reads_writes(5, 3))
	}

	fn open_emergency() -> Weight {
		Weight::from_parts(90_575_000, 4_178)
			.saturating_add(ParityDbWeight::get().reads_writes(11, 10))
	}

	fn review() -> Weight {
		Weight::from_parts(77_255_000, 13_850)
			.saturating_add(ParityDbWeight::get().reads_writes(15, 5))
	}

	fn report() -> Weight {
		Weight::from_parts(44_857_000, 7_532)
			.saturating_add(ParityDbWeight::get().reads_writes(6, 5))
	}

	fn set_ontology_root() -> Weight {
		Weight::from_parts(7_211_000, 1_575)
			.saturating_add(ParityDbWeight::get().reads_writes(2, 1))
	}
}
