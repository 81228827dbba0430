//! Moments as FHIR writes them.

use jiff::Timestamp;
use ownome_primitives::Moment;

fn timestamp(moment: Moment) -> Timestamp {
	let known = i64::try_from(moment).ok().and_then(|it| Timestamp::from_millisecond(it).ok());
	// What no calendar of four digits for the year knows is the last moment of it: earlier, so never more than was allowed.
	known.unwrap_or(Timestamp::MAX)
}

/// An instant like `2026-11-20T12:00:00.000Z`.
pub fn instant(moment: Moment) -> String {
	format!("{:.3}", timestamp(moment))
}

/// A day like `2026-11-20`, in UTC.
pub fn day(moment: Moment) -> String {
	timestamp(moment).strftime("%Y-%m-%d").to_string()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn moments_are_written_to_the_millisecond_in_utc() {
		assert_eq!(instant(1_795_132_800_000), "2026-11-20T00:00:00.000Z");
		assert_eq!(instant(1_795_132_800_001), "2026-11-20T00:00:00.001Z");
		assert_eq!(day(1_795_132_799_999), "2026-11-19");
		assert!(instant(u64::MAX).starts_with("9999-12-"));
	}
}
