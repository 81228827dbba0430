//! Purposes of use as people write them: codes of the GA4GH Data Use Ontology and of the MONDO disease ontology.

use ownome_primitives::{Mondo, Research};
use std::str::FromStr;

/// A kind of use, before it is known which disease it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DuoCode {
	/// `DUO:0000007`, which needs a disease.
	Disease,
	/// Any of the others.
	Other(Research),
}

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
	DiseaseNotAllowed(&'static str),
}

impl FromStr for DuoCode {
	type Err = PurposeError;

	fn from_str(text: &str) -> Result<Self, PurposeError> {
		if text == Research::Disease(Mondo(0)).duo_code() {
			return Ok(Self::Disease);
		}
		[Research::General, Research::Biomedical, Research::Ancestry, Research::ClinicalCare]
			.into_iter()
			.find(|research| research.duo_code() == text)
			.map(Self::Other)
			.ok_or(PurposeError::UnknownCode)
	}
}

impl DuoCode {
	/// The kind of use, with the disease that it needs, or none.
	pub fn research(self, disease: Option<Disease>) -> Result<Research, PurposeError> {
		match (self, disease) {
			(Self::Disease, Some(Disease(disease))) => Ok(Research::Disease(disease)),
			(Self::Disease, None) => Err(PurposeError::NoDisease),
			(Self::Other(research), None) => Ok(research),
			(Self::Other(research), Some(_)) => {
				Err(PurposeError::DiseaseNotAllowed(research.duo_code()))
			},
		}
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

/// A kind of use in words, with its codes.
pub fn describe(research: &Research) -> String {
	let code = research.duo_code();
	match research {
		Research::General => format!("general research ({code})"),
		Research::Biomedical => format!("biomedical research ({code})"),
		Research::Disease(Mondo(number)) => {
			format!("research on the disease MONDO:{number:07} ({code})")
		},
		Research::Ancestry => format!("research on ancestry ({code})"),
		Research::ClinicalCare => format!("clinical care ({code})"),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const DIABETES: Disease = Disease(Mondo(5148));

	#[test]
	fn every_code_is_the_kind_of_use_that_carries_it() {
		for code in ["DUO:0000042", "DUO:0000006", "DUO:0000011", "DUO:0000043"] {
			let research = code.parse::<DuoCode>().unwrap().research(None).unwrap();
			assert_eq!(research.duo_code(), code);
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
		assert_eq!(disease.research(Some(DIABETES)), Ok(Research::Disease(Mondo(5148))));
		assert_eq!(disease.research(None), Err(PurposeError::NoDisease));
		let general = "DUO:0000042".parse::<DuoCode>().unwrap();
		let refused = PurposeError::DiseaseNotAllowed("DUO:0000042");
		assert_eq!(general.research(Some(DIABETES)), Err(refused));
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
		let words = describe(&Research::Disease(Mondo(5148)));
		assert!(words.contains("MONDO:0005148") && words.contains("DUO:0000007"), "{words}");
	}
}
