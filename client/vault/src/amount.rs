//! Amounts of the two coins as people write them: `12.5` for 12,500,000,000,000 of the smallest unit of `OWN`.
//!
//! Amounts are counted in whole smallest units everywhere, so nothing is ever rounded: a number that has more decimals than its
//! coin is refused.

use ownome_primitives::Balance;
use serde::{de::Error as _, Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, marker::PhantomData, str::FromStr};

/// A coin of the chain.
pub trait Coin: Copy {
	/// The name under which people know it.
	const SYMBOL: &'static str;
	/// How many decimals it has.
	const DECIMALS: u32;
}

/// The native coin, with which fees and deposits are paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {}

impl Coin for Own {
	const SYMBOL: &'static str = "OWN";
	const DECIMALS: u32 = 12;
}

/// The data token, with which data are paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Data {}

impl Coin for Data {
	const SYMBOL: &'static str = "DATA";
	const DECIMALS: u32 = 18;
}

/// An amount of the coin `C`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount<C> {
	units: Balance,
	coin: PhantomData<C>,
}

impl<C: Coin> Amount<C> {
	/// So many of the smallest units.
	pub fn from_units(units: Balance) -> Self {
		Self { units, coin: PhantomData }
	}

	/// How many of the smallest units it is.
	pub fn units(self) -> Balance {
		self.units
	}

	/// The number without the name of the coin, in full and without zeros at the end.
	fn decimal(self) -> String {
		let scale = 10u128.pow(C::DECIMALS);
		let whole = self.units / scale;
		match self.units % scale {
			0 => whole.to_string(),
			part => {
				let part = format!("{part:0width$}", width = C::DECIMALS as usize);
				format!("{whole}.{}", part.trim_end_matches('0'))
			},
		}
	}
}

/// Why a text is not an amount.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
	/// Something else than digits and one point.
	#[error("write digits with at most one point, for example 12.5")]
	NotANumber,
	/// It would have to be rounded.
	#[error("{symbol} has {decimals} decimals: write no more of them")]
	TooManyDecimals {
		/// The name of the coin.
		symbol: &'static str,
		/// The decimals that it has.
		decimals: u32,
	},
	/// No account can have so much.
	#[error("there is not that much {symbol}: write a smaller amount")]
	TooLarge {
		/// The name of the coin.
		symbol: &'static str,
	},
}

impl<C: Coin> FromStr for Amount<C> {
	type Err = AmountError;

	fn from_str(text: &str) -> Result<Self, AmountError> {
		let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
		let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
		if !digits(whole) || !digits(part) {
			return Err(AmountError::NotANumber);
		}
		let missing = (C::DECIMALS as usize)
			.checked_sub(part.len())
			.ok_or(AmountError::TooManyDecimals { symbol: C::SYMBOL, decimals: C::DECIMALS })?;
		// All that can fail from here on is the size.
		format!("{whole}{part}{}", "0".repeat(missing))
			.parse()
			.map(Self::from_units)
			.map_err(|_| AmountError::TooLarge { symbol: C::SYMBOL })
	}
}

impl<C: Coin> fmt::Display for Amount<C> {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{} {}", self.decimal(), C::SYMBOL)
	}
}

impl<C: Coin> Serialize for Amount<C> {
	/// As a text, because JSON readers round long numbers.
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.serialize_str(&self.decimal())
	}
}

impl<'de, C: Coin> Deserialize<'de> for Amount<C> {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		let text = String::deserialize(deserializer)?;
		let misread = |error| D::Error::custom(format!("{error}, not '{}'", text.escape_debug()));
		text.parse().map_err(misread)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn own(text: &str) -> Result<Balance, AmountError> {
		text.parse::<Amount<Own>>().map(Amount::units)
	}

	fn data(text: &str) -> Result<Balance, AmountError> {
		text.parse::<Amount<Data>>().map(Amount::units)
	}

	#[test]
	fn decimals_become_smallest_units_of_the_coin() {
		assert_eq!(own("12.5"), Ok(12_500_000_000_000));
		assert_eq!(data("12.5"), Ok(12_500_000_000_000_000_000));
		assert_eq!(own("0.000000000001"), Ok(1));
		assert_eq!(data("0.000000000000000001"), Ok(1));
		assert_eq!(own("0"), Ok(0));
		assert_eq!(own("007"), Ok(7_000_000_000_000));
	}

	#[test]
	fn nothing_is_rounded() {
		let too_many = AmountError::TooManyDecimals { symbol: "OWN", decimals: 12 };
		assert_eq!(own("0.0000000000001"), Err(too_many));
		let too_many = AmountError::TooManyDecimals { symbol: "DATA", decimals: 18 };
		assert_eq!(data("1.0000000000000000000"), Err(too_many));
	}

	#[test]
	fn the_largest_balance_is_an_amount_and_one_more_is_not() {
		let largest = "340282366920938463463.374607431768211455";
		assert_eq!(data(largest), Ok(Balance::MAX));
		let more = "340282366920938463463.374607431768211456";
		assert_eq!(data(more), Err(AmountError::TooLarge { symbol: "DATA" }));
	}

	#[test]
	fn other_texts_are_not_amounts() {
		for text in ["", ".", "1.", ".5", "-1", "+1", "1,5", "1e3", "1.2.3", " 1", "0x1", "٣"] {
			assert_eq!(own(text), Err(AmountError::NotANumber), "{text:?}");
		}
	}

	#[test]
	fn amounts_are_shown_in_full() {
		assert_eq!(Amount::<Own>::from_units(12_500_000_000_000).to_string(), "12.5 OWN");
		assert_eq!(Amount::<Data>::from_units(1).to_string(), "0.000000000000000001 DATA");
		assert_eq!(Amount::<Own>::from_units(0).to_string(), "0 OWN");
		assert_eq!(Amount::<Own>::from_units(100_000_000_000_000).to_string(), "100 OWN");
	}

	#[test]
	fn what_json_shows_is_an_amount_again() {
		for units in [0, 1, 999, 10u128.pow(18), Balance::MAX] {
			let json = serde_json::to_value(Amount::<Data>::from_units(units)).unwrap();
			assert_eq!(data(json.as_str().unwrap()), Ok(units));
			let read: Amount<Data> = serde_json::from_value(json).unwrap();
			assert_eq!(read.units(), units);
		}
	}
}
