//! Edit lists: the parts of a text that count.
//!
//! Only whole data blocks can be taken out of a Crypt4GH file. An edit list in its header says which bytes of the blocks that
//! are left to deliver. It is a statement to the reader and no lock: a reader who ignores it can read the whole of each block
//! that is there, which is up to [`BLOCK_TEXT_BYTES`] on either side of a part.

use std::{iter, ops::Range};

use crate::{stream::BLOCK_TEXT_BYTES, Error, Result};

/// The end of a part that goes on to the end of the text, wherever that is.
pub const TO_THE_END: u64 = u64::MAX;

const BLOCK: u64 = BLOCK_TEXT_BYTES as u64;

/// Parts of a text, in order. Positions count from 0; the end of a part is the first byte behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditList {
	/// Ascending, with something in each and between each two.
	parts: Vec<Range<u64>>,
}

impl EditList {
	/// The whole text.
	pub fn everything() -> Self {
		Self::new(iter::once(0..TO_THE_END))
	}

	/// These parts, which may touch and overlap, and come in any order.
	pub fn new(parts: impl IntoIterator<Item = Range<u64>>) -> Self {
		let mut sorted: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
		sorted.sort_by_key(|part| part.start);
		Self { parts: merged(sorted) }
	}

	/// The parts.
	pub fn parts(&self) -> &[Range<u64>] {
		&self.parts
	}

	/// Whether nothing is left out.
	pub fn is_everything(&self) -> bool {
		matches!(self.parts[..], [Range { start: 0, end: TO_THE_END }])
	}

	/// What is left when of the text that this list delivers only `range` is delivered. Positions in `range` count what is
	/// delivered.
	pub fn narrowed(&self, range: &Range<u64>) -> Self {
		let mut before = 0u64;
		let narrowed = self.parts.iter().map(|part| {
			let length = part.end - part.start;
			let start = range.start.saturating_sub(before).min(length);
			let end = match range.end {
				TO_THE_END => length,
				end => end.saturating_sub(before).min(length),
			};
			before = before.saturating_add(length);
			part.start + start..part.start + end
		});
		Self::new(narrowed)
	}

	/// Reads the list from a packet of a header; what follows it is padding.
	pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self> {
		let cut = Error::Header { reason: "its edit list is cut short" };
		let Some((count, lengths)) = bytes.split_first_chunk::<4>() else { return Err(cut) };
		let count = u32::from_le_bytes(*count) as usize;
		let (lengths, _) = lengths.as_chunks::<8>();
		let Some(lengths) = lengths.get(..count) else { return Err(cut) };
		if lengths.is_empty() {
			return Ok(Self::everything());
		}
		let mut position = 0u64;
		// What is behind the end of all numbers is behind the end of every file.
		let mut pass = |length: &[u8; 8]| {
			position = position.saturating_add(u64::from_le_bytes(*length));
			position
		};
		Ok(Self::new(lengths.chunks(2).map(|pair| match pair {
			[discard, keep] => pass(discard)..pass(keep),
			_ => pass(&pair[0])..TO_THE_END,
		})))
	}

	/// The list as it stands in a packet.
	pub(crate) fn to_bytes(&self) -> Vec<u8> {
		let mut lengths = Vec::new();
		let mut position = 0;
		for part in &self.parts {
			lengths.push(part.start - position);
			if part.end != TO_THE_END {
				lengths.push(part.end - part.start);
			}
			position = part.end;
		}
		if lengths.is_empty() {
			lengths = vec![0, 0];
		}
		let count = (lengths.len() as u32).to_le_bytes();
		count
			.into_iter()
			.chain(lengths.into_iter().flat_map(u64::to_le_bytes))
			.collect()
	}

	/// The data blocks that are needed, by their numbers.
	pub(crate) fn blocks(&self) -> Vec<Range<u64>> {
		merged(self.parts.iter().map(|part| part.start / BLOCK..part.end.div_ceil(BLOCK)))
	}

	/// The same parts of a text of which only the needed blocks are left.
	pub(crate) fn packed(&self) -> Self {
		let (mut kept, mut gone) = (0, 0);
		let mut blocks = self.blocks().into_iter().peekable();
		Self::new(self.parts.iter().map(|part| {
			while let Some(run) = blocks.next_if(|run| run.start <= part.start / BLOCK) {
				gone = run.start - kept;
				kept += run.end - run.start;
			}
			let moved = |position| match position {
				TO_THE_END => TO_THE_END,
				position => position - gone * BLOCK,
			};
			moved(part.start)..moved(part.end)
		}))
	}

	/// The parts that are in `text`, as ranges in it.
	pub(crate) fn within(&self, text: Range<u64>) -> impl Iterator<Item = Range<usize>> + '_ {
		let Range { start, end } = text;
		let first = self.parts.partition_point(|part| part.end <= start);
		let inside = move |position: u64| (position.clamp(start, end) - start) as usize;
		self.parts[first..]
			.iter()
			.take_while(move |part| part.start < end)
			.map(move |part| inside(part.start)..inside(part.end))
	}
}

/// Ascending ranges, with those that touch made one.
fn merged(ranges: impl IntoIterator<Item = Range<u64>>) -> Vec<Range<u64>> {
	let mut merged: Vec<Range<u64>> = Vec::new();
	for range in ranges {
		match merged.last_mut() {
			Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
			_ => merged.push(range),
		}
	}
	merged
}

#[cfg(test)]
mod tests;
