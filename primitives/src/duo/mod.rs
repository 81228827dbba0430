//! The GA4GH Data Use Ontology (DUO, release 2021-02-23, CC BY 4.0): what owners consent to and what requesters state,
//! in its codes, and whether the one allows the other.
//!
//! - [`Term`]: the 5 permissions and 18 modifiers of the ontology.
//! - [`Policy`]: what an owner consents to: [`Clause`]s, of which one is enough.
//! - [`purpose::Purpose`]: what a requester states. What it does not say is unknown.
//! - [`evaluate`]: the [`Decision`] on a purpose under a policy. Pure, so that the chain, the tools and anybody else give the same answer.
//!
//! What the ontology leaves open is defined here, at the item that it concerns, and in `docs/adr/0010-duo.md`.

mod decision;
mod evaluate;
mod investigation;
pub mod policy;
pub mod purpose;
mod term;
mod value;

pub use decision::{Cause, Decision, Reason, Reasons, MAX_REASONS};
pub use evaluate::evaluate;
pub use investigation::Investigation;
pub use policy::{Clause, Flaw, Modifier, Permission, Policy};
pub use term::Term;
pub use value::{Country, Date, Id, Malformed, MAX_ID_LEN};

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A term of the MONDO disease ontology: `Mondo(5148)` is `MONDO:0005148`, type 2 diabetes mellitus.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Mondo(pub u32);
