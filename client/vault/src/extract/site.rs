//! Where a variant is, and what it tells of other places. VCF and BCF say it in the same words.

use std::borrow::Cow;

use super::{places::Places, CutError};
use crate::Result;

const END: &[u8] = b"END";
const LENGTHS: &[u8] = b"SVLEN";
const OTHER_CONTIG: &[u8] = b"CHR2";
/// Positions on the reference sequence in `CHR2`, or on that of the record.
const POSITIONS: [&[u8]; 3] = [b"POS2", b"END2", b"CHR2_POS"];
/// Places in one field: where a mobile element came from, in four parts.
const MOBILE: &[u8] = b"METRANS";
/// Places in one field, each `chr1:100-200` behind a kind and `_`.
const INTERVALS: [&[u8]; 2] = [b"CPX_INTERVALS", SOURCE];
/// May be a word as well.
const SOURCE: &[u8] = b"SOURCE";
/// Places in one field, each `chr1:100|+|...`: where what is inserted was aligned.
const ALIGNED: &[u8] = b"BEALN";
const FIELDS: [&[u8]; 10] = [
	END,
	LENGTHS,
	OTHER_CONTIG,
	POSITIONS[0],
	POSITIONS[1],
	POSITIONS[2],
	MOBILE,
	INTERVALS[0],
	SOURCE,
	ALIGNED,
];

/// The length of a block, for a sample.
pub(super) const BLOCK: &[u8] = b"LEN";
/// `PID` names a variant of the haplotype, and so may `PS`, that is a number else; `CO` names all places of what was merged.
const PHASING: [&[u8]; 2] = [b"PID", b"PS"];
const COORDINATES: &[u8] = b"CO";
/// What stands for a value that is missing.
pub(super) const MISSING: &[u8] = b".";

/// The name of a field of INFO, if one of the rules asks for it.
pub(super) fn asked(name: &[u8]) -> Option<&'static [u8]> {
	FIELDS.into_iter().find(|field| *field == name)
}

/// Whether a field of the samples may name another place.
pub(super) fn may_name_places(key: &[u8]) -> bool {
	PHASING.contains(&key) || key == COORDINATES
}

/// What the rules ask of a variant.
pub(super) struct Variant<'a> {
	pub(super) contig: &'a [u8],
	/// The first position, counted from 0.
	pub(super) start: u64,
	/// How many positions it covers, where that is said in a number of its own, or the bases of the reference.
	pub(super) bases: u64,
	/// The length that was made out of all this when it was written, if it is there.
	pub(super) stated: u64,
	/// The longest block of a sample.
	pub(super) block: u64,
	/// Those that are not of the reference.
	pub(super) alleles: Vec<&'a [u8]>,
	/// The fields of INFO that are [`asked`] for, as VCF writes them.
	pub(super) fields: Vec<(&'static [u8], Cow<'a, [u8]>)>,
}

impl Variant<'_> {
	fn values<'s>(&'s self, name: &'s [u8]) -> impl Iterator<Item = &'s [u8]> + 's {
		let fields = self.fields.iter().filter(move |(found, _)| *found == name);
		fields.map(|(_, value)| &**value).filter(|value| *value != MISSING)
	}

	/// The other reference sequence that it names in `CHR2`.
	fn other_contig(&self) -> Option<&[u8]> {
		self.values(OTHER_CONTIG).find(|contig| *contig != self.contig)
	}

	/// The position after the last one, or nothing if a length is not a number.
	pub(super) fn end(&self) -> Option<u64> {
		let mut longest = self.bases.max(self.block);
		// With another reference sequence, the end is on that one.
		if self.other_contig().is_none() {
			longest = longest.max(self.stated);
			let mut ends = self.values(END).peekable();
			if ends.peek().is_some() {
				for end in ends {
					longest = longest.max(number(end)?.saturating_sub(self.start));
				}
				return Some(self.start.saturating_add(longest));
			}
		}
		for lengths in self.values(LENGTHS) {
			for (allele, length) in self.alleles.iter().zip(parts(lengths, b',')) {
				// What is inserted covers nothing.
				if allele.starts_with(b"<") && !allele.starts_with(b"<INS") && length != MISSING {
					// The position of the record is the one before.
					let length = number(length.strip_prefix(b"-").unwrap_or(length))?;
					longest = longest.max(length.saturating_add(1));
				}
			}
		}
		Some(self.start.saturating_add(longest))
	}

	/// Refuses a record that names a place outside of the regions, or one that cannot be read: the mate of a breakend, or a place in one of the
	/// fields in which callers write them. `end` is its own end.
	pub(super) fn check(&self, places: &Places, end: u64, number: u64) -> Result<()> {
		match self.stays_inside(places, end) {
			Some(true) => Ok(()),
			_ => Err(CutError::Elsewhere { number }.into()),
		}
	}

	fn stays_inside(&self, places: &Places, end: u64) -> Option<bool> {
		let is_open = |place: Place<'_>| {
			let is_own =
				place.contig == self.contig && self.start <= place.start && place.end <= end;
			is_own || places.enclose(place.contig, place.start, place.end)
		};
		let other = self.other_contig();
		if self.values(OTHER_CONTIG).count() > 1 {
			return Some(false);
		}
		let mut open = true;
		let mut placed = false;
		for allele in &self.alleles {
			if let Some(place) = mate(allele)? {
				placed |= Some(place.contig) == other;
				open &= places.enclose(place.contig, place.start, place.end);
			}
		}
		let there = other.unwrap_or(self.contig);
		for value in POSITIONS.iter().flat_map(|name| self.values(name)) {
			for position in parts(value, b',').filter(|position| *position != MISSING) {
				placed = true;
				open &= is_open(Place::at(there, position)?);
			}
		}
		for value in self.values(END).filter(|_| other.is_some()) {
			let position = Place::at(there, value)?;
			// Some write the end of the record there, and the other place in a field of its own.
			let is_own = placed && self.start <= position.start && position.start <= end;
			open &= is_own || is_open(position);
			placed = true;
		}
		for value in self.values(MOBILE) {
			if parts(value, b',').any(|part| part != MISSING) {
				let mut given = parts(value, b',');
				open &= is_open(Place::between(given.next()?, given.next()?, given.next()?)?);
			}
		}
		for name in INTERVALS {
			for value in self.values(name) {
				if name == SOURCE && !value.iter().any(u8::is_ascii_digit) {
					continue;
				}
				for interval in parts(value, b',').filter(|interval| *interval != MISSING) {
					let kind = interval.iter().position(|byte| *byte == b'_')?;
					open &= is_open(Place::read(interval.get(kind + 1..)?)?);
				}
			}
		}
		for value in self.values(ALIGNED) {
			for aligned in parts(value, b',').filter(|aligned| *aligned != MISSING) {
				open &= is_open(Place::read(parts(aligned, b'|').next()?)?);
			}
		}
		Some(open && (placed || other.is_none()))
	}

	/// Whether the value of a field of a sample has to be hidden, because it names a place outside of the regions, or may do so.
	pub(super) fn hides(&self, places: &Places, key: &[u8], value: &[u8]) -> bool {
		if value.is_empty() || value == MISSING || !may_name_places(key) {
			return false;
		}
		let mut parts = parts(value, b'_');
		let position = parts.next().and_then(number);
		if key != PHASING[0] && position.is_some() && parts.next().is_none() {
			return false;
		}
		let is_open = position.is_some_and(|position| {
			let position = position.saturating_sub(1);
			position == self.start || places.hold(self.contig, position)
		});
		key == COORDINATES || !is_open
	}
}

fn parts(value: &[u8], between: u8) -> impl Iterator<Item = &[u8]> {
	value.split(move |byte| *byte == between)
}

/// A number in digits.
pub(super) fn number(digits: &[u8]) -> Option<u64> {
	let digits = std::str::from_utf8(digits).ok()?;
	digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

/// Another place: from a position, counted from 0, to before another.
struct Place<'a> {
	contig: &'a [u8],
	start: u64,
	end: u64,
}

impl<'a> Place<'a> {
	fn at(contig: &'a [u8], position: &[u8]) -> Option<Self> {
		Self::between(contig, position, position)
	}

	/// With both positions counted from 1, the last one included, in any order.
	fn between(contig: &'a [u8], one: &[u8], other: &[u8]) -> Option<Self> {
		let (one, other) = (number(one)?, number(other)?);
		let start = one.min(other).saturating_sub(1);
		Some(Self { contig, start, end: one.max(other).max(start + 1) })
	}

	/// `chr1:100` or `chr1:100-200`.
	fn read(text: &'a [u8]) -> Option<Self> {
		let colon = text.iter().rposition(|byte| *byte == b':')?;
		let (contig, positions) = (text.get(..colon)?, text.get(colon + 1..)?);
		let mut positions = positions.splitn(2, |byte| *byte == b'-');
		let first = positions.next()?;
		Self::between(contig, first, positions.next().unwrap_or(first))
	}
}

/// The other end of an allele that is a breakend, `G]17:198982]`, if it is one. Nothing, if it cannot be read.
fn mate(allele: &[u8]) -> Option<Option<Place<'_>>> {
	let mut parts = allele.split(|byte| matches!(byte, b'[' | b']'));
	let (Some(_), Some(place)) = (parts.next(), parts.next()) else { return Some(None) };
	Place::read(place).map(Some)
}
