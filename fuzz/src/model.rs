//! Edit lists and ranges as the standard has them, by the letter and in numbers that do not end.

use std::ops::Range;

use arbitrary::Arbitrary;
use ownome_vault::{edits::TO_THE_END, stream::BLOCK_TEXT_BYTES};

/// Parts of a text, as positions of which the greatest stands for the end.
pub type Parts = Vec<Range<u64>>;

const BLOCK: u64 = BLOCK_TEXT_BYTES as u64;

/// A number where numbers near the borders of blocks are worth more than others.
#[derive(Arbitrary, Clone, Copy, Debug)]
pub enum Number {
	/// So many blocks, and some bytes more or less.
	Border(u8, i8),
	/// Any number within a block.
	Small(u16),
	/// Any number.
	Any(u64),
	/// The greatest.
	Last,
}

impl Number {
	pub fn value(self) -> u64 {
		match self {
			Self::Border(blocks, bytes) => {
				(u64::from(blocks) * BLOCK).saturating_add_signed(bytes.into())
			},
			Self::Small(number) => number.into(),
			Self::Any(number) => number,
			Self::Last => TO_THE_END,
		}
	}
}

/// From the one number to the other.
pub fn range((start, end): (Number, Number)) -> Range<u64> {
	start.value()..end.value()
}

/// What an edit list of these lengths delivers: it discards as many bytes as the first one says, keeps as many as the
/// second one says, and so on.
pub fn parts(lengths: &[u64]) -> Parts {
	if lengths.is_empty() {
		return std::iter::once(0..TO_THE_END).collect();
	}
	let mut position = 0;
	joined(lengths.chunks(2).map(|pair| {
		let start = position + u128::from(pair[0]);
		position = pair.get(1).map_or(u128::MAX, |keep| start + u128::from(*keep));
		start..position
	}))
}

/// What is left of the parts when only `range` of what they deliver is wanted.
pub fn narrowed(parts: &Parts, range: &Range<u64>) -> Parts {
	let wanted = match range.end {
		TO_THE_END => u128::MAX,
		end => end.into(),
	};
	let mut before = 0;
	joined(parts.iter().map(|part| {
		let (start, length) = (u128::from(part.start), u128::from(part.end - part.start));
		let from = before.max(range.start.into());
		let to = wanted.min(before + length);
		let left = start + from - before..start + to.max(from) - before;
		before += length;
		left
	}))
}

/// Ascending ranges without those of nothing, and with those that touch made one.
fn joined(ranges: impl Iterator<Item = Range<u128>>) -> Parts {
	let mut joined = Parts::new();
	for range in ranges {
		let cut = |position: u128| u64::try_from(position).unwrap_or(TO_THE_END);
		let range = cut(range.start)..cut(range.end);
		match joined.last_mut() {
			_ if range.is_empty() => {},
			Some(last) if last.end == range.start => last.end = range.end,
			_ => joined.push(range),
		}
	}
	joined
}
