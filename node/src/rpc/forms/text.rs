//! Values that are written as one word.

use serde::{de::Error, Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt::Display, str::FromStr};

/// A value that is written as one word.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text<T>(pub T);

impl<T: Display> Serialize for Text<T> {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(&self.0)
	}
}

impl<'de, T: FromStr<Err: Display>> Deserialize<'de> for Text<T> {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		let word = String::deserialize(deserializer)?;
		let misread = |hint| D::Error::custom(format!("{hint}, not '{}'", word.escape_debug()));
		word.parse().map(Self).map_err(misread)
	}
}

/// For fields that hold a value of one word, or none.
pub mod optional {
	use super::*;

	/// Writes the word, or `null`.
	pub fn serialize<T: Display, S: Serializer>(
		value: &Option<T>,
		serializer: S,
	) -> Result<S::Ok, S::Error> {
		value.as_ref().map(Text).serialize(serializer)
	}

	/// Reads the word, or `null`.
	pub fn deserialize<'de, T: FromStr<Err: Display>, D: Deserializer<'de>>(
		deserializer: D,
	) -> Result<Option<T>, D::Error> {
		Ok(Option::<Text<T>>::deserialize(deserializer)?.map(|text| text.0))
	}
}
