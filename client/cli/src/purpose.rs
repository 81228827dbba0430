//! Purposes of use as people write them: codes of the GA4GH Data Use Ontology and of the MONDO disease ontology.

use ownome_primitives::{
	duo::{
		purpose::{Kind, Purpose},
		Term,
	},
	Mondo,
};
use std::str::FromStr;

/// The kinds of use that can be asked for, by the terms of DUO that stand for them.
const KINDS: [(Term, Kind, &str); 5] = [
	(Term::General, Kind::General, "general research"),
	(Term::Biomedical, Kind::Biomedical, "biomedical research"),
	(Term::Disease, Kind::Disease, "research on one disease"),
	(Term::Ancestry, Kind::Ancestry, "research on ancestry"),
	(Term::ClinicalCare, Kind::ClinicalCare, "clinical care"),
];

/// A kind of use, before it is known which disease it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DuoCode(Term, Kind);

/// Why a purpose is not one that can be asked for.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum PurposeError {
	/// Not one of the codes that the chain knows.
	#[error(
		"use DUO:0000042 (general research), DUO:0000006 (biomedical research), DUO:0000007 (research on one disease, with --disease), \
		 DUO:0000011 (ancestry) or DUO:0000043 (clinical care)"
	)]
	UnknownCode,
	/// Not a MONDO term.
	#[error("use a term of the MONDO ontology with seven digits, for example MONDO:0005148")]
	UnknownDisease,
	/// Disease research without a disease.
	#[error("DUO:0000007 is research on one disease: name it with --disease, for example --disease MONDO:0005148.")]
	NoDisease,
	/// A disease that would not be recorded.
	#[error("{0} is not about one disease: leave --disease out, or ask for DUO:0000007.")]
	DiseaseNotAllowed(Term),
}

impl FromStr for DuoCode {
	type Err = PurposeError;

	fn from_str(text: &str) -> Result<Self, PurposeError> {
		KINDS
			.into_iter()
			.find(|(term, ..)| term.to_string() == text)
			.map(|(term, kind, _)| Self(term, kind))
			.ok_or(PurposeError::UnknownCode)
	}
}

impl DuoCode {
	/// A purpose of this kind, with the disease that it needs, or none. All that is not said stays unknown.
	pub fn purpose(
		self,
		disease: Option<Disease>,
		for_profit: bool,
	) -> Result<Purpose, PurposeError> {
		let Self(term, kind) = self;
		match (kind, disease) {
			(Kind::Disease, None) => return Err(PurposeError::NoDisease),
			(Kind::Disease, _) | (_, None) => {},
			(_, Some(_)) => return Err(PurposeError::DiseaseNotAllowed(term)),
		}
		Ok(Purpose {
			kind: Some(kind),
			disease: disease.map(|Disease(disease)| disease),
			for_profit: Some(for_profit),
			..Default::default()
		})
	}
}

/// A disease given as an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disease(pub Mondo);

impl FromStr for Disease {
	type Err = PurposeError;

	fn from_str(text: &str) -> Result<Self, PurposeError> {
		text.strip_prefix("MONDO:")
			.filter(|digits| digits.len() == 7 && digits.bytes().all(|b| b.is_ascii_digit()))
			.and_then(|digits| digits.parse().ok())
			.map(|number| Self(Mondo(number)))
			.ok_or(PurposeError::UnknownDisease)
	}
}

/// A purpose as a word, a code of DUO where there is one for its kind, and in words.
pub fn describe(purpose: &Purpose) -> (String, String) {
	let known = KINDS.into_iter().find(|(_, kind, _)| Some(*kind) == purpose.kind);
	let (word, words) = match (known, purpose.kind) {
		(Some((term, _, words)), _) => (term.to_string(), format!("{words} ({term})")),
		(None, Some(kind)) => (kind.to_string(), kind.to_string()),
		(None, None) => ("unknown".to_owned(), "of no stated kind".to_owned()),
	};
	match purpose.disease {
		Some(disease) => (word, format!("{words}, {disease}")),
		None => (word, words),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const DIABETES: Disease = Disease(Mondo(5148));

	#[test]
	fn every_code_is_the_kind_of_use_that_carries_it() {
		for code in ["DUO:0000042", "DUO:0000006", "DUO:0000011", "DUO:0000043"] {
			let purpose = code.parse::<DuoCode>().unwrap().purpose(None, true).unwrap();
			assert_eq!(describe(&purpose).0, code);
			assert_eq!(purpose.for_profit, Some(true));
		}
	}

	#[test]
	fn other_codes_are_refused_with_those_that_exist() {
		for code in ["DUO:0000018", "DUO:42", "0000042", "duo:0000042", ""] {
			assert_eq!(code.parse::<DuoCode>(), Err(PurposeError::UnknownCode), "{code:?}");
		}
		assert!(PurposeError::UnknownCode.to_string().contains("DUO:0000042"));
	}

	#[test]
	fn a_disease_is_needed_exactly_for_disease_research() {
		let disease = "DUO:0000007".parse::<DuoCode>().unwrap();
		let purpose = disease.purpose(Some(DIABETES), false).unwrap();
		assert_eq!((purpose.kind, purpose.disease), (Some(Kind::Disease), Some(Mondo(5148))));
		assert_eq!(disease.purpose(None, false), Err(PurposeError::NoDisease));
		let general = "DUO:0000042".parse::<DuoCode>().unwrap();
		let refused = PurposeError::DiseaseNotAllowed(Term::General);
		assert_eq!(general.purpose(Some(DIABETES), false), Err(refused));
	}

	#[test]
	fn a_disease_is_a_mondo_term_of_seven_digits() {
		assert_eq!("MONDO:0005148".parse(), Ok(DIABETES));
		for text in ["MONDO:5148", "MONDO:00051480", "0005148", "DOID:0005148", "MONDO:+005148"] {
			assert_eq!(text.parse::<Disease>(), Err(PurposeError::UnknownDisease), "{text:?}");
		}
	}

	#[test]
	fn the_words_name_the_codes() {
		let disease = "DUO:0000007".parse::<DuoCode>().unwrap();
		let (_, words) = describe(&disease.purpose(Some(DIABETES), false).unwrap());
		assert!(words.contains("MONDO:0005148") && words.contains("DUO:0000007"), "{words}");
		assert_eq!(describe(&Purpose::default()).0, "unknown");
	}
}
