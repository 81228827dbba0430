//! Everything the Ownome tools do with genomic data before and after they talk to a chain.
//!
//! - [`keys`]: Crypt4GH key pairs and their files.
//! - [`header`]: who can open a Crypt4GH file; [`header::Header::rewrap`] lets another reader in.
//! - [`edits`]: which parts of a text a header lets its reader have.
//! - [`stream`]: encryption and decryption on all cores and in constant memory.
//! - [`memory`]: the same where everything is in memory.
//! - [`files`]: the same from path to path, complete or not at all.
//! - [`extract`]: the part of a text that a grant opens.
//! - [`manifest`]: what is sealed on the chain about a dataset, and whether a file is the one that was sealed.
//! - [`ranges`]: byte ranges of a dataset, checked against the hash of the whole.
//! - [`batch`]: millions of datasets under one hash, and the proofs that they are there.
//! - [`receipts`]: the records of many accesses under one hash.
//! - [`tags`]: keyed hashes by which accredited members find datasets.
//! - [`subject`]: ids by which an owner alone can link accounts.
//! - [`statement`]: what a laboratory vouches for.
//! - [`duo`]: policies and purposes of the Data Use Ontology, as files.
//! - [`policy`]: what owners say once about all requests, as files.
//! - [`fhir`]: policies, grants and receipts as resources of HL7 FHIR R5.
//! - [`amount`]: amounts of the two coins as people write them.
//! - [`ontology`]: which diseases of MONDO are kinds of others, and the proofs of it.
//! - [`store`]: where a custodian keeps datasets: a folder, an S3-compatible server, or the web to read from.
//! - [`interrupt`]: how a signal ends all of this without leaving anything behind.
//!
//! The file format is Crypt4GH version 1 of the GA4GH (`samtools/hts-specs`, `crypt4gh.tex`). Crypt4GH
//! authenticates each block of a file but not their order, and it cannot tell a file that was cut at the
//! border of two blocks; the hash of the whole body in the [`manifest::Manifest`] closes both gaps.

#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

mod aead;
pub mod amount;
pub mod batch;
pub mod duo;
pub mod edits;
mod error;
pub mod extract;
pub mod fhir;
pub mod files;
mod hashing;
pub mod header;
pub mod interrupt;
pub mod keys;
pub mod manifest;
pub mod memory;
mod merkle;
pub mod ontology;
mod output;
mod pipeline;
pub mod policy;
pub mod ranges;
pub mod receipts;
pub mod statement;
pub mod store;
pub mod stream;
pub mod subject;
pub mod tags;

pub use error::{Error, Result};
pub use output::Output;
pub use pipeline::limit_threads;
