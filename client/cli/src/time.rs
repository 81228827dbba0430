//! Moments and lengths of time as people write them.

use jiff::{civil, tz::TimeZone, Span, SpanRelativeTo, Timestamp};
use ownome_primitives::Moment;
use serde::{Serialize, Serializer};
use std::{fmt, str::FromStr};

/// A point in time: Unix milliseconds in JSON, RFC 3339 for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time(pub Moment);

impl Time {
	/// Now, by the clock of this machine.
	pub fn now() -> Self {
		Self(u64::try_from(Timestamp::now().as_millisecond()).unwrap_or_default())
	}
}

impl fmt::Display for Time {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match i64::try_from(self.0).map(Timestamp::from_millisecond) {
			Ok(Ok(time)) => time.fmt(f),
			// Nothing that a calendar knows.
			_ => write!(f, "Unix millisecond {}", self.0),
		}
	}
}

impl Serialize for Time {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		self.0.serialize(serializer)
	}
}

/// A length of time given as an argument, like `30d`, `12h` or `1d 6h`, in milliseconds. A day has 24 hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period(pub Moment);

/// A text is not a length of time.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("write a length of time above zero in weeks, days, hours, minutes or seconds, for example 30d, 12h or 90m")]
pub struct NotAPeriod;

impl FromStr for Period {
	type Err = NotAPeriod;

	fn from_str(text: &str) -> Result<Self, NotAPeriod> {
		// Months and years have no fixed length, so this refuses them.
		let length = text
			.parse::<Span>()
			.and_then(|span| span.to_duration(SpanRelativeTo::days_are_24_hours()))
			.map_err(|_| NotAPeriod)?;
		match Moment::try_from(length.as_millis()) {
			Ok(milliseconds) if milliseconds > 0 => Ok(Self(milliseconds)),
			_ => Err(NotAPeriod),
		}
	}
}

impl fmt::Display for Period {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		const UNITS: [(Moment, &str); 5] =
			[(86_400_000, "d"), (3_600_000, "h"), (60_000, "m"), (1_000, "s"), (1, "ms")];
		let mut rest = self.0;
		let mut parts = Vec::new();
		for (length, unit) in UNITS {
			if rest >= length {
				parts.push(format!("{}{unit}", rest / length));
				rest %= length;
			}
		}
		f.write_str(&parts.join(" "))
	}
}

impl Serialize for Period {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		self.0.serialize(serializer)
	}
}

/// A moment given as an argument: a date, which begins at 00:00 UTC, or a time with its offset like `2040-05-17T09:00:00Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date(pub Moment);

/// A text is not a date.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("write a date like 2040-05-17, or a time like 2040-05-17T09:00:00Z")]
pub struct NotADate;

impl FromStr for Date {
	type Err = NotADate;

	fn from_str(text: &str) -> Result<Self, NotADate> {
		let time = match text.parse::<Timestamp>() {
			Ok(time) => time,
			Err(_) => text
				.parse::<civil::Date>()
				.and_then(|date| date.to_zoned(TimeZone::UTC))
				.map_err(|_| NotADate)?
				.timestamp(),
		};
		u64::try_from(time.as_millisecond()).map(Self).map_err(|_| NotADate)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn moments_are_shown_in_rfc_3339() {
		assert_eq!(Time(1_763_632_800_000).to_string(), "2025-11-20T10:00:00Z");
		assert_eq!(Time(0).to_string(), "1970-01-01T00:00:00Z");
		assert_eq!(Time(u64::MAX).to_string(), "Unix millisecond 18446744073709551615");
	}

	#[test]
	fn periods_are_milliseconds() {
		assert_eq!("30d".parse(), Ok(Period(2_592_000_000)));
		assert_eq!("12h".parse(), Ok(Period(43_200_000)));
		assert_eq!("90m".parse(), Ok(Period(5_400_000)));
		assert_eq!("1d 6h".parse(), Ok(Period(108_000_000)));
		assert_eq!("2w".parse(), Ok(Period(1_209_600_000)));
		assert_eq!("20s".parse(), Ok(Period(20_000)));
	}

	#[test]
	fn what_has_no_fixed_length_is_no_period() {
		for text in ["1mo", "1y", "0d", "-1d", "1d ago", "30", "soon", ""] {
			assert_eq!(text.parse::<Period>(), Err(NotAPeriod), "{text:?}");
		}
	}

	#[test]
	fn periods_are_shown_as_they_are_written() {
		assert_eq!(Period(108_000_000).to_string(), "1d 6h");
		assert_eq!(Period(2_592_000_000).to_string(), "30d");
		assert_eq!(Period(61_001).to_string(), "1m 1s 1ms");
	}

	#[test]
	fn dates_begin_at_midnight_utc() {
		assert_eq!("2025-11-20".parse(), Ok(Date(1_763_596_800_000)));
		assert_eq!("2025-11-20T10:00:00Z".parse(), Ok(Date(1_763_632_800_000)));
		assert_eq!("2025-11-20T11:00:00+01:00".parse(), Ok(Date(1_763_632_800_000)));
		for text in ["", "tomorrow", "2025-13-01", "1969-12-31", "2025"] {
			assert_eq!(text.parse::<Date>(), Err(NotADate), "{text:?}");
		}
	}
}
