//! The GA4GH Data Use Ontology (DUO, release 2021-02-23, CC BY 4.0): what owners consent to and what requesters state,
//! in its codes, and whether the one allows the other.
//!
//! - [`Term`]: the 5 permissions and 18 modifiers of the ontology.
//! - [`Policy`]: what an owner consents to: [`Clause`]s, of which one is enough.
//! - [`purpose::Purpose`]: what a requester states. What it does not say is unknown.
//! - [`evaluate`]: the [`Decision`] on a purpose under a policy. Pure, so that the chain, the tools and anybody else give the same answer.
//!
//! The types [`Purpose`] and [`Research`] are what terms of use on chain carry: a kind of use, without conditions.
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

/// The kind of use that a requester states.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Research {
	/// General research use, `DUO:0000042`.
	General,
	/// Health, medical or biomedical research, `DUO:0000006`.
	Biomedical,
	/// Research on one disease, `DUO:0000007`.
	Disease(Mondo),
	/// Research on population origins or ancestry, `DUO:0000011`.
	Ancestry,
	/// Clinical care, `DUO:0000043`.
	ClinicalCare,
}

impl Research {
	/// The DUO code of this kind of use, as a CURIE.
	pub fn duo_code(&self) -> &'static str {
		match self {
			Self::General => "DUO:0000042",
			Self::Biomedical => "DUO:0000006",
			Self::Disease(_) => "DUO:0000007",
			Self::Ancestry => "DUO:0000011",
			Self::ClinicalCare => "DUO:0000043",
		}
	}
}

/// What the data are asked for.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Purpose {
	/// The kind of use.
	pub research: Research,
	/// Whether the use is for profit, which `DUO:0000018` and `DUO:0000046` turn on.
	pub for_profit: bool,
}
