//! Tags: what a dataset is about, as hashes that only holders of the consortium's search key can make.
//!
//! ```text
//! epoch key = HMAC-SHA-256(search key, "ownome/search-key/1" ++ epoch as 4 bytes, little-endian)
//! token     = HMAC-SHA-256(epoch key, term)
//! ```
//!
//! The term is written as [`Term`] shows it. Where the search key gets out, the consortium goes on to the next epoch
//! with a new key, and owners set their tags anew.

use std::{fmt, path::Path, str::FromStr};

use ownome_primitives::{SearchToken, SearchTokens, MAX_TAGS};
use ring::hmac::{sign, Key, HMAC_SHA256};
use zeroize::Zeroizing;

use crate::{
	keys::{KeyUse, Symmetric},
	Error, Result,
};

const EPOCH_DOMAIN: &[u8] = b"ownome/search-key/1";

#[derive(Clone)]
struct Search;

impl KeyUse for Search {
	const LABEL: &'static str = "OWNOME SEARCH KEY";
	const KIND: &'static str = "search";
}

/// The key that all accredited members share. It is wiped from memory when it goes, and `Debug` does not show it.
#[derive(Clone, Debug)]
pub struct SearchKey(Symmetric<Search>);

impl SearchKey {
	/// A new random key.
	///
	/// # Errors
	/// [`Error::Random`].
	pub fn generate() -> Result<Self> {
		Symmetric::generate().map(Self)
	}

	/// Reads a key file, which only its owner may be able to read.
	///
	/// # Errors
	/// [`Error::ReadPath`], [`Error::KeyExposed`] and [`Error::KeyFile`].
	pub fn read(path: &Path) -> Result<Self> {
		Symmetric::read(path).map(Self)
	}

	/// Writes a key file, which only its owner may read.
	///
	/// # Errors
	/// [`Error::Exists`], [`Error::WritePath`] and [`Error::DiskFull`].
	pub fn write(&self, path: &Path) -> Result<()> {
		self.0.write(path)
	}

	/// The token of a term.
	pub fn token(&self, epoch: u32, term: &Term) -> SearchToken {
		let search = Key::new(HMAC_SHA256, self.0.as_bytes());
		let epoch = [EPOCH_DOMAIN, &epoch.to_le_bytes()].concat();
		let epoch_key = Zeroizing::new(hmac(&search, &epoch));
		SearchToken(hmac(&Key::new(HMAC_SHA256, &epoch_key[..]), term.0.as_bytes()))
	}

	/// The tokens of all `terms` as the chain wants them: sorted, each one once.
	///
	/// # Errors
	/// [`Error::TooManyTerms`].
	pub fn tokens(&self, epoch: u32, terms: &[Term]) -> Result<SearchTokens> {
		let mut tokens: Vec<_> = terms.iter().map(|term| self.token(epoch, term)).collect();
		tokens.sort_unstable();
		tokens.dedup();
		tokens.try_into().map_err(|_| Error::TooManyTerms { max: MAX_TAGS })
	}
}

fn hmac(key: &Key, message: &[u8]) -> [u8; 32] {
	let mut tag = [0; 32];
	tag.copy_from_slice(sign(key, message).as_ref());
	tag
}

/// A term of an ontology in the one way of writing it, for example `HP:0000118`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term(String);

impl fmt::Display for Term {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&self.0)
	}
}

/// An ontology whose terms can be tags.
struct Ontology {
	/// What stands before the colon, in upper case.
	prefix: &'static str,
	/// The part after the colon in the one way of writing it.
	normal: fn(&str) -> Option<String>,
	/// What its terms look like.
	hint: &'static str,
}

const ONTOLOGIES: [Ontology; 5] = [
	Ontology {
		prefix: "HP",
		normal: seven_digits,
		hint: "A term of the Human Phenotype Ontology has seven digits: write it like HP:0000118",
	},
	Ontology {
		prefix: "MONDO",
		normal: seven_digits,
		hint: "A term of the Mondo Disease Ontology has seven digits: write it like MONDO:0005148",
	},
	Ontology {
		prefix: "ICD10",
		normal: icd10,
		hint: "A code of the ICD-10 is a letter, two digits and up to four more signs behind a dot: write it like ICD10:E11.9",
	},
	Ontology {
		prefix: "LOINC",
		normal: loinc,
		hint: "A code of LOINC is a number and a check digit that fits it: write it like LOINC:4548-4",
	},
	Ontology {
		prefix: "HGNC",
		normal: hgnc,
		hint: "A gene of the HGNC is a number without zeros in front: write it like HGNC:1100",
	},
];

impl FromStr for Term {
	type Err = Error;

	/// Case and spaces do not matter.
	fn from_str(text: &str) -> Result<Self> {
		const UNKNOWN: Error = Error::Term {
			hint: "A term has one of the prefixes HP, MONDO, ICD10, LOINC and HGNC: write it like HP:0000118",
		};
		let (prefix, local) = text.split_once(':').ok_or(UNKNOWN)?;
		let prefix = prefix.trim().to_ascii_uppercase();
		let ontology =
			ONTOLOGIES.iter().find(|ontology| ontology.prefix == prefix).ok_or(UNKNOWN)?;
		let local = (ontology.normal)(&local.trim().to_ascii_uppercase())
			.ok_or(Error::Term { hint: ontology.hint })?;
		Ok(Self(format!("{prefix}:{local}")))
	}
}

fn is_number(text: &str, lengths: std::ops::RangeInclusive<usize>) -> bool {
	lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn seven_digits(text: &str) -> Option<String> {
	is_number(text, 7..=7).then(|| text.into())
}

fn icd10(text: &str) -> Option<String> {
	let (category, rest) = text.split_at_checked(3)?;
	if rest == "." {
		return None;
	}
	// Bills leave the dot out.
	let rest = rest.strip_prefix('.').unwrap_or(rest);
	let mut signs = category.bytes();
	let known = signs.next()?.is_ascii_uppercase()
		&& signs.next()?.is_ascii_digit()
		&& signs.chain(rest.bytes()).all(|sign| sign.is_ascii_alphanumeric())
		&& rest.len() <= 4;
	known.then(|| match rest {
		"" => category.into(),
		_ => format!("{category}.{rest}"),
	})
}

/// The check digit is that of Luhn.
fn loinc(text: &str) -> Option<String> {
	let (number, check) = text.split_once('-')?;
	if !is_number(number, 1..=7) || !is_number(check, 1..=1) || number.starts_with('0') {
		return None;
	}
	let digits = number.bytes().chain(check.bytes()).rev().map(|byte| u32::from(byte - b'0'));
	let sum: u32 = digits
		.enumerate()
		.map(|(place, digit)| match place % 2 {
			0 => digit,
			_ => digit * 2 / 10 + digit * 2 % 10,
		})
		.sum();
	sum.is_multiple_of(10).then(|| text.into())
}

fn hgnc(text: &str) -> Option<String> {
	(is_number(text, 1..=7) && !text.starts_with('0')).then(|| text.into())
}
