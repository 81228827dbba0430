//! The terms of the ontology.

use super::{value::digits, Malformed};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;

/// A permission or a modifier of DUO. Its number in SCALE is its number in the ontology.
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
#[repr(u8)]
pub enum Term {
	/// `DUO:0000004`, NRES.
	NoRestriction = 4,
	/// `DUO:0000006`, HMB.
	Biomedical = 6,
	/// `DUO:0000007`, DS.
	Disease = 7,
	/// `DUO:0000011`, POA.
	Ancestry = 11,
	/// `DUO:0000012`, RS.
	ResearchSpecific = 12,
	/// `DUO:0000015`, NMDS.
	NoMethods = 15,
	/// `DUO:0000016`, GSO.
	GeneticStudies = 16,
	/// `DUO:0000018`, NPUNCU.
	NotForProfitNonCommercial = 18,
	/// `DUO:0000019`, PUB.
	Publication = 19,
	/// `DUO:0000020`, COL.
	Collaboration = 20,
	/// `DUO:0000021`, IRB.
	EthicsApproval = 21,
	/// `DUO:0000022`, GS.
	Geography = 22,
	/// `DUO:0000024`, MOR.
	Moratorium = 24,
	/// `DUO:0000025`, TS.
	TimeLimit = 25,
	/// `DUO:0000026`, US.
	Users = 26,
	/// `DUO:0000027`, PS.
	Projects = 27,
	/// `DUO:0000028`, IS.
	Institutions = 28,
	/// `DUO:0000029`, RTN.
	ReturnOfResults = 29,
	/// `DUO:0000042`, GRU.
	General = 42,
	/// `DUO:0000043`, CC.
	ClinicalCare = 43,
	/// `DUO:0000044`, NPOA.
	NoAncestry = 44,
	/// `DUO:0000045`, NPU.
	NotForProfit = 45,
	/// `DUO:0000046`, NCU.
	NonCommercial = 46,
}

impl Term {
	/// The 5 permissions and then the 18 modifiers, each in the order of their numbers.
	pub const ALL: [Self; 23] = [
		Self::NoRestriction,
		Self::Biomedical,
		Self::Disease,
		Self::Ancestry,
		Self::General,
		Self::ResearchSpecific,
		Self::NoMethods,
		Self::GeneticStudies,
		Self::NotForProfitNonCommercial,
		Self::Publication,
		Self::Collaboration,
		Self::EthicsApproval,
		Self::Geography,
		Self::Moratorium,
		Self::TimeLimit,
		Self::Users,
		Self::Projects,
		Self::Institutions,
		Self::ReturnOfResults,
		Self::ClinicalCare,
		Self::NoAncestry,
		Self::NotForProfit,
		Self::NonCommercial,
	];

	/// The number of the term in the ontology.
	pub fn number(self) -> u8 {
		self as u8
	}

	/// The ontology's shorthand.
	pub fn shorthand(self) -> &'static str {
		self.names().0
	}

	/// The ontology's label.
	pub fn label(self) -> &'static str {
		self.names().1
	}

	/// The term with this shorthand.
	pub fn from_shorthand(text: &str) -> Option<Self> {
		Self::ALL.into_iter().find(|term| term.shorthand() == text)
	}

	fn names(self) -> (&'static str, &'static str) {
		match self {
			Self::NoRestriction => ("NRES", "no restriction"),
			Self::Biomedical => ("HMB", "health or medical or biomedical research"),
			Self::Disease => ("DS", "disease specific research"),
			Self::Ancestry => ("POA", "population origins or ancestry research only"),
			Self::ResearchSpecific => ("RS", "research specific restrictions"),
			Self::NoMethods => ("NMDS", "no general methods research"),
			Self::GeneticStudies => ("GSO", "genetic studies only"),
			Self::NotForProfitNonCommercial => {
				("NPUNCU", "not for profit, non commercial use only")
			},
			Self::Publication => ("PUB", "publication required"),
			Self::Collaboration => ("COL", "collaboration required"),
			Self::EthicsApproval => ("IRB", "ethics approval required"),
			Self::Geography => ("GS", "geographical restriction"),
			Self::Moratorium => ("MOR", "publication moratorium"),
			Self::TimeLimit => ("TS", "time limit on use"),
			Self::Users => ("US", "user specific restriction"),
			Self::Projects => ("PS", "project specific restriction"),
			Self::Institutions => ("IS", "institution specific restriction"),
			Self::ReturnOfResults => ("RTN", "return to database or resource"),
			Self::General => ("GRU", "general research use"),
			Self::ClinicalCare => ("CC", "clinical care use"),
			Self::NoAncestry => ("NPOA", "population origins or ancestry research prohibited"),
			Self::NotForProfit => ("NPU", "not for profit organisation use only"),
			Self::NonCommercial => ("NCU", "non-commercial use only"),
		}
	}
}

impl fmt::Display for Term {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "DUO:{:07}", self.number())
	}
}

impl FromStr for Term {
	type Err = Malformed;

	fn from_str(text: &str) -> Result<Self, Malformed> {
		number_in(text)
			.and_then(|number| Self::ALL.into_iter().find(|term| term.number() == number))
			.ok_or(Malformed(
				"use the code of a permission or modifier of DUO, for example DUO:0000042",
			))
	}
}

/// The number in a code of the ontology.
pub(super) fn number_in(code: &str) -> Option<u8> {
	code.strip_prefix("DUO:").and_then(|text| digits(text, 7))
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::string::ToString;

	#[test]
	fn a_term_has_its_number_in_scale_as_well() {
		for term in Term::ALL {
			assert_eq!(term.encode(), [term.number()]);
		}
	}

	#[test]
	fn codes_and_shorthands_lead_back_to_their_term() {
		for term in Term::ALL {
			assert_eq!(term.to_string().parse(), Ok(term));
			assert_eq!(Term::from_shorthand(term.shorthand()), Some(term));
		}
		assert_eq!(Term::NoAncestry.to_string(), "DUO:0000044");
		for text in [
			"DUO:0000005",
			"DUO:0000014",
			"DUO:0000017",
			"DUO:42",
			"duo:0000042",
			"DUO:+000042",
			"GRU",
			"",
		] {
			assert!(text.parse::<Term>().is_err(), "{text}");
		}
	}
}
