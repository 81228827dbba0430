//! # Ownome primitives
//!
//! The words that the Ownome pallets, node and clients share: ids, stored types, the traits by which the
//! pallets know each other, and the runtime APIs by which a client asks. This crate knows none of its users.
//!
//! Nothing here holds personal data: accounts are pseudonyms, datasets are named by salted commitments.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)
)]

extern crate alloc;

pub mod api;
mod batch;
mod commitment;
mod consent;
mod dataset;
pub mod duo;
mod format;
mod location;
mod member;
mod offchain;
mod registration;
mod tag;
mod title;
mod token;

pub use batch::{
	node_hash, verify_inclusion, BatchLeaf, BatchProof, BatchRoot, MAX_BATCH_DEPTH,
	MAX_BATCH_LEAVES,
};
pub use commitment::{Commitment, Digest, Seal};
pub use consent::{
	ancestry_leaf, Access, Act, Ancestry, AncestryProof, AncestryProofs, Answer, Basis,
	ConsentClause, ConsentPolicy, Contig, Delivery, DeliveryState, Denial, Dispute, DisputeRecord,
	Emergency, EmergencyReason, EndCause, Ended, Ethics, Evidence, Genes, Grant, GrantMoney, Match,
	Narrowing, Ontology, OntologyRecord, Party, PolicyFlaw, PolicyTarget, Proposal, Receipt,
	Refusals, Region, Regions, ResourceType, Resources, Review, Scope, Shares, Terms, TermsHash,
	TrailEntry, Verdict, MAX_ACTS_OF_GRANT, MAX_ANCESTRY_PROOFS, MAX_GENES, MAX_NARROWINGS,
	MAX_POLICY_CLAUSES, MAX_REGIONS, MAX_RESOURCES, MONTH,
};
pub use dataset::{
	DataFormat, Dataset, DatasetParties, DatasetStatus, InspectDataset, Tombstone, Verification,
};
pub use duo::{purpose::Purpose, Mondo};
pub use location::{is_location, Location, Locations, MAX_LOCATIONS, MAX_LOCATION_LEN};
pub use member::{
	Application, InspectMember, Member, Profile, Role, Roles, Standing, Standings, SuspendMember,
	MAX_STANDINGS,
};
pub use offchain::is_signed_by;
#[cfg(feature = "runtime-benchmarks")]
pub use offchain::OffchainSigner;
pub use registration::{registration_message, Registration, Registrations, MAX_REGISTRATIONS};
pub use tag::{SearchToken, SearchTokens, Tags, MAX_TAGS};
pub use title::{Attestation, Batch, Guardianship, SubjectId, MAX_ATTESTATIONS};
#[cfg(feature = "runtime-benchmarks")]
pub use token::Endow;
pub use token::{permit_message, TokenBalance, TokenInfo, Tranche};

/// Identifier of a dataset, counted from 0 in the order of registration.
pub type DatasetId = u64;

/// Identifier of a batch, counted from 0 in the order in which they were anchored.
pub type BatchId = u64;

/// Identifier of a proposal, counted from 0 in the order of the offers.
pub type ProposalId = u64;

/// Identifier of a grant, counted from 0 in the order in which owners approved.
pub type GrantId = u64;

/// A point in time, or a length of time, in Unix milliseconds as the timestamp inherent gives them.
pub type Moment = u64;

/// An amount of either coin in its smallest unit: 10^-12 `OWN` or 10^-18 `DATA`.
pub type Balance = u128;
