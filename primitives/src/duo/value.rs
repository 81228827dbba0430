//! The parameters of DUO terms, and the same values in a purpose.

use super::Mondo;
use crate::Moment;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;
use sp_core::ConstU32;
use sp_runtime::BoundedVec;

/// The length of a day in milliseconds.
const DAY: Moment = 86_400_000;

/// A text is not such a value. The words say what to write instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed(pub &'static str);

impl fmt::Display for Malformed {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(self.0)
	}
}

impl core::error::Error for Malformed {}

/// Reads exactly `count` digits.
pub(super) fn digits<T: FromStr>(text: &str, count: usize) -> Option<T> {
	let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
	plain.then(|| text.parse().ok()).flatten()
}

impl Mondo {
	/// Whether it has the seven digits of a term of the ontology.
	pub fn is_well_formed(self) -> bool {
		self.0 <= 9_999_999
	}
}

impl fmt::Display for Mondo {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "MONDO:{:07}", self.0)
	}
}

impl FromStr for Mondo {
	type Err = Malformed;

	fn from_str(text: &str) -> Result<Self, Malformed> {
		text.strip_prefix("MONDO:")
			.and_then(|text| digits(text, 7))
			.map(Self)
			.ok_or(Malformed(
				"use a term of the MONDO ontology with seven digits, for example MONDO:0005148",
			))
	}
}

/// A country, by its two letters in ISO 3166-1: the parameter of GS.
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
pub struct Country([u8; 2]);

impl Country {
	/// Whether it is two capital letters.
	pub fn is_well_formed(self) -> bool {
		self.0.iter().all(u8::is_ascii_uppercase)
	}
}

impl fmt::Display for Country {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		self.0.iter().try_for_each(|letter| write!(f, "{}", char::from(*letter)))
	}
}

impl FromStr for Country {
	type Err = Malformed;

	fn from_str(text: &str) -> Result<Self, Malformed> {
		<[u8; 2]>::try_from(text.as_bytes())
			.ok()
			.map(Self)
			.filter(|country| country.is_well_formed())
			.ok_or(Malformed(
				"use the two capital letters of a country in ISO 3166-1, for example GB",
			))
	}
}

/// The greatest length of an [`Id`] in bytes, enough for the address of an account.
pub const MAX_ID_LEN: u32 = 48;

/// By which the consortium knows a project, an institution or a user: the parameter of PS, IS and US. A policy is public, so this is
/// a number, a registry's code or an account, and never anybody's name.
#[derive(
	Clone,
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
pub struct Id(BoundedVec<u8, ConstU32<MAX_ID_LEN>>);

impl Id {
	/// Whether it is at least one and nothing but letters and digits of ASCII and `-`, `.`, `_`, `:`, `/`, `#`.
	pub fn is_well_formed(&self) -> bool {
		let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._:/#".contains(byte);
		!self.0.is_empty() && self.0.iter().all(plain)
	}
}

impl fmt::Display for Id {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		self.0.iter().try_for_each(|byte| write!(f, "{}", byte.escape_ascii()))
	}
}

impl FromStr for Id {
	type Err = Malformed;

	fn from_str(text: &str) -> Result<Self, Malformed> {
		BoundedVec::try_from(text.as_bytes().to_vec())
			.ok()
			.map(Self)
			.filter(Self::is_well_formed)
			.ok_or(Malformed(
				"use an identifier of 1 to 48 letters, digits and -._:/# without spaces, for example P-1",
			))
	}
}

/// A day of the calendar in UTC, in days from 1970-01-01: the parameter of MOR.
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
pub struct Date(pub u32);

impl Date {
	/// 9999-12-31, the last day that ISO 8601 writes with four digits for the year.
	pub const LAST: Self = Self(2_932_896);

	/// Whether it can be written in ISO 8601.
	pub fn is_well_formed(self) -> bool {
		self <= Self::LAST
	}

	/// Its first moment.
	pub fn begin(self) -> Moment {
		Moment::from(self.0).saturating_mul(DAY)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::string::ToString;

	fn is_written_as<T: FromStr + ToString>(text: &str) -> bool {
		text.parse::<T>().is_ok_and(|value| value.to_string() == text)
	}

	#[test]
	fn values_are_written_as_they_are_read() {
		assert!(is_written_as::<Mondo>("MONDO:0005148"));
		assert!(is_written_as::<Country>("GB"));
		assert!(is_written_as::<Id>("P-1"));
		assert!(is_written_as::<Id>("5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty"));
	}

	#[test]
	fn other_texts_are_no_values() {
		for text in ["MONDO:5148", "MONDO:00051480", "DOID:0005148", "MONDO:+005148", ""] {
			assert!(text.parse::<Mondo>().is_err(), "{text}");
		}
		for text in ["gb", "GBR", "G1", "É", ""] {
			assert!(text.parse::<Country>().is_err(), "{text}");
		}
		for text in ["", "a b", "a,b", "a)", "a&b", "a|b", "a=b", "a;b", "Zoë", &"x".repeat(49)] {
			assert!(text.parse::<Id>().is_err(), "{text}");
		}
	}

	#[test]
	fn a_day_begins_at_midnight_in_utc() {
		assert_eq!(Date(0).begin(), 0);
		// 2026-11-20T00:00:00Z.
		assert_eq!(Date(20_777).begin(), 1_795_132_800_000);
		assert_eq!(Date(u32::MAX).begin(), 371_085_174_288_000_000);
	}
}
