//! What has to be read to check a range, and the range itself once it is checked.

use std::{
	io::{self, Read},
	ops::Range,
	vec::IntoIter,
};

use blake3::{
	hazmat::{
		left_subtree_len, merge_subtrees_non_root, merge_subtrees_root, ChainingValue, HasherExt,
		Mode,
	},
	Hasher,
};

use super::{GROUP_BYTES, PAIR_BYTES};
use crate::{Error, Result};

/// The largest part that is held in memory until it is checked, in bytes. Larger ones take one more pair of hashes for each.
const STEP_BYTES: u64 = 4 << 20;

/// What has to be read to check a range of a body.
#[derive(Clone, Debug)]
pub struct Plan {
	body_bytes: u64,
	range: Range<u64>,
	/// The subtrees that have to do with the range, each before those in it, from left to right.
	subtrees: Vec<Subtree>,
}

#[derive(Clone, Copy, Debug)]
struct Subtree {
	start: u64,
	bytes: u64,
	/// Whether its pair of hashes is needed. Otherwise its bytes are.
	is_parted: bool,
}

impl Plan {
	/// A plan for the bytes of `range`, which counts from 0 and ends with the body at the latest, in a body of `body_bytes` bytes. It takes some
	/// bytes of memory for each 4 MiB of the range, so see first that there is a body of this length.
	pub fn new(body_bytes: u64, range: Range<u64>) -> Self {
		let start = range.start.min(body_bytes);
		let range = start..range.end.clamp(start, body_bytes);
		let mut plan = Self { body_bytes, range, subtrees: Vec::new() };
		if !plan.range.is_empty() {
			plan.visit(0, body_bytes);
		}
		plan
	}

	fn visit(&mut self, start: u64, bytes: u64) {
		let Range { start: from, end: to } = self.range;
		let end = start + bytes;
		if end <= from || start >= to {
			return;
		}
		let is_inside = from <= start && end <= to && bytes <= STEP_BYTES;
		let is_parted = bytes > GROUP_BYTES && !is_inside;
		self.subtrees.push(Subtree { start, bytes, is_parted });
		if is_parted {
			let left = left_subtree_len(bytes);
			self.visit(start, left);
			self.visit(start + left, bytes - left);
		}
	}

	/// Where in the proof file the hashes are that are needed, in the order in which [`Plan::check`] takes them.
	pub fn proof_ranges(&self) -> Vec<Range<u64>> {
		let parted = self.subtrees.iter().filter(|subtree| subtree.is_parted);
		parted.map(Subtree::place).collect()
	}

	/// Which part of the body is needed.
	pub fn body_range(&self) -> Range<u64> {
		let mut whole = self.subtrees.iter().filter(|subtree| !subtree.is_parted);
		match whole.next() {
			Some(first) => {
				let last = whole.next_back().unwrap_or(first);
				first.start..last.start + last.bytes
			},
			None => self.range.clone(),
		}
	}

	/// Checks the hashes of a proof file against the hash of the body, `root`, and gives the range, of which each byte is checked
	/// before it is given out. `body` gives the bytes of [`Plan::body_range`].
	///
	/// # Errors
	/// [`Error::Proof`] when the hashes are not those of this body.
	pub fn check<R: Read>(&self, root: &[u8; 32], hashes: &[u8], body: R) -> Result<Verified<R>> {
		let (pairs, rest) = hashes.as_chunks::<PAIR_BYTES>();
		let parted = self.subtrees.iter().filter(|subtree| subtree.is_parted).count();
		if pairs.len() != parted || !rest.is_empty() {
			return Err(Error::Proof);
		}
		let mut pairs = pairs.iter();
		let mut parts = Vec::with_capacity(self.subtrees.len() - parted);
		// What the subtrees to come hash to, the next one last.
		let mut expected = vec![*root];
		for subtree in &self.subtrees {
			let (Some(hash), is_root) = (expected.pop(), subtree.bytes == self.body_bytes) else {
				return Err(Error::Proof);
			};
			if !subtree.is_parted {
				parts.push(Part { subtree: *subtree, hash, is_root });
				continue;
			}
			let (left, right) = pairs.next().ok_or(Error::Proof)?.split_at(PAIR_BYTES / 2);
			let hash_of = |half: &[u8]| ChainingValue::try_from(half).map_err(|_| Error::Proof);
			let (left, right) = (hash_of(left)?, hash_of(right)?);
			let made = match is_root {
				true => merge_subtrees_root(&left, &right, Mode::Hash).into(),
				false => merge_subtrees_non_root(&left, &right, Mode::Hash),
			};
			if made != hash {
				return Err(Error::Proof);
			}
			let middle = subtree.start + left_subtree_len(subtree.bytes);
			if self.range.end > middle {
				expected.push(right);
			}
			if self.range.start < middle {
				expected.push(left);
			}
		}
		Ok(Verified {
			body,
			range: self.range.clone(),
			parts: parts.into_iter(),
			held: Vec::new(),
			given: 0,
		})
	}
}

impl Subtree {
	/// Where its pair is in a proof file.
	fn place(&self) -> Range<u64> {
		let before = self.start / GROUP_BYTES;
		let groups = self.bytes.div_ceil(GROUP_BYTES);
		// `before` groups make one subtree for each bit that is set, and a subtree of n groups has n - 1 pairs. Its own comes last.
		let pairs = before - u64::from(before.count_ones()) + groups - 2;
		let place = pairs * PAIR_BYTES as u64;
		place..place + PAIR_BYTES as u64
	}
}

/// A subtree of which the bytes are read, and what they have to hash to.
struct Part {
	subtree: Subtree,
	hash: ChainingValue,
	is_root: bool,
}

impl Part {
	fn is(&self, bytes: &[u8]) -> bool {
		let mut hasher = Hasher::new();
		hasher.set_input_offset(self.subtree.start).update(bytes);
		match self.is_root {
			true => hasher.finalize() == self.hash,
			false => hasher.finalize_non_root() == self.hash,
		}
	}
}

/// A range of a body. What does not belong to it ends the reading with an error of the kind [`io::ErrorKind::InvalidData`], and is not
/// given out.
pub struct Verified<R> {
	body: R,
	range: Range<u64>,
	parts: IntoIter<Part>,
	/// Checked bytes, of which some have been given out.
	held: Vec<u8>,
	given: usize,
}

impl<R: Read> Verified<R> {
	/// Reads and checks the next part; nothing if there is none.
	fn next_part(&mut self) -> io::Result<()> {
		self.held.clear();
		self.given = 0;
		let Some(part) = self.parts.next() else { return Ok(()) };
		let Subtree { start, bytes, .. } = part.subtree;
		(&mut self.body).take(bytes).read_to_end(&mut self.held)?;
		if self.held.len() as u64 != bytes || !part.is(&self.held) {
			self.held.clear();
			self.parts = Vec::new().into_iter();
			return Err(io::Error::new(io::ErrorKind::InvalidData, Error::Proof));
		}
		let wanted = |position: u64| (position.clamp(start, start + bytes) - start) as usize;
		self.held.truncate(wanted(self.range.end));
		self.given = wanted(self.range.start);
		Ok(())
	}
}

impl<R: Read> Read for Verified<R> {
	fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
		if self.given == self.held.len() {
			self.next_part()?;
		}
		let count = buffer.len().min(self.held.len() - self.given);
		buffer[..count].copy_from_slice(&self.held[self.given..self.given + count]);
		self.given += count;
		Ok(count)
	}
}
