//! Policies, grants and receipts as resources of HL7 FHIR R5 (5.0.0).
//!
//! - [`consent::of_policy`]: a policy as a `Consent`, and [`consent::import`] reads it back without a loss.
//! - [`consent::of_grant`]: a grant as a `Consent`, as it stands at a moment.
//! - [`audit_event`]: a receipt as an `AuditEvent`.
//!
//! A `Consent` of R5 says to whom, for what purpose and until when. What else a policy asks for (the terms of the Data Use Ontology, the longest
//! period, the price, whether the owner is asked, the ethics committee) stands in `modifierExtension`, because it restricts: a reader of FHIR that does not
//! know such an extension must not act on what it stands in. The URLs of these extensions, of the identifiers and of the codes of evidence begin with
//! [`codes::OWNOME`]. They are ours, and no part of FHIR.
//!
//! No name, birth date or other data about a person is written: accounts, numbers and hashes only.

pub mod audit_event;
pub mod codes;
pub mod consent;
mod data_use;
mod read;
mod time;

use std::fmt;

use serde::Serialize;
use serde_json::Value;

pub use read::read_unique;

use crate::error::plain;

/// Something that the other side has no place for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
	/// Where it stands, as an element of FHIR like `Consent.provision[0].actor`, or as what the chain calls it.
	pub path: String,
	/// What becomes of it, or what to do.
	pub what: String,
}

impl Finding {
	fn new(path: impl Into<String>, what: impl Into<String>) -> Self {
		Self { path: plain(&path.into()), what: plain(&what.into()) }
	}
}

impl fmt::Display for Finding {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{}: {}", self.path, self.what)
	}
}

/// A resource, and what it does not say.
#[derive(Clone, Debug, PartialEq)]
pub struct Exported {
	/// The resource in JSON.
	pub resource: Value,
	/// What FHIR has no place for.
	pub findings: Vec<Finding>,
}
