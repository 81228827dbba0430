//! Where things stand in a tree file.

use ownome_primitives::Digest;

use crate::merkle::Shape;

const MAGIC: [u8; 8] = *b"OWNTREE\0";
const VERSION: [u8; 4] = 1u32.to_le_bytes();

/// The length of a hash in bytes.
pub(super) const HASH: u64 = 32;
/// The length of what is stored of a dataset in bytes.
pub(super) const RECORD: u64 = 65;
/// The length of what comes before the datasets in bytes.
pub(super) const HEADER: u64 = 52;

/// A tree file with a number of leaves that a tree can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
	shape: Shape,
}

impl Layout {
	pub(super) fn new(count: u64) -> Option<Self> {
		Shape::new(count).map(|shape| Self { shape })
	}

	/// Reads the first bytes of a tree file: the shape and the root, or what is wrong with them.
	pub(super) fn parse(header: &[u8; HEADER as usize]) -> Result<(Self, Digest), &'static str> {
		let rest = header.strip_prefix(&MAGIC).ok_or("it has another magic word")?;
		let rest = rest.strip_prefix(&VERSION).ok_or("it has another version")?;
		let damaged = "its header is damaged";
		let (count, root) = rest.split_first_chunk().ok_or(damaged)?;
		let layout = Self::new(u64::from_le_bytes(*count)).ok_or(damaged)?;
		Ok((layout, root.try_into().map_err(|_| damaged)?))
	}

	/// The first bytes of the tree file.
	pub(super) fn header(self, root: &Digest) -> Vec<u8> {
		[&MAGIC[..], &VERSION, &self.count().to_le_bytes(), root].concat()
	}

	pub(super) fn shape(self) -> Shape {
		self.shape
	}

	pub(super) fn count(self) -> u64 {
		self.shape.count()
	}

	/// Where the record of a leaf begins.
	pub(super) fn record(self, index: u64) -> u64 {
		HEADER + RECORD * index
	}

	/// Where a node above the leaves begins.
	pub(super) fn node(self, level: u32, index: u64) -> u64 {
		let below: u64 = (1..level).map(|level| self.shape.width(level)).sum();
		self.record(self.count()) + HASH * (below + index)
	}

	/// The length of the whole file.
	pub(super) fn bytes(self) -> u64 {
		self.node(self.shape.depth() + 1, 0)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::batch::Leaf;
	use codec::MaxEncodedLen;
	use ownome_primitives::{MAX_BATCH_DEPTH, MAX_BATCH_LEAVES};

	#[test]
	fn the_parts_follow_each_other() {
		assert_eq!(Leaf::max_encoded_len() as u64, RECORD);
		for (count, depth, bytes) in
			[(1, 0, 52 + 65), (2, 1, 52 + 2 * 65 + 32), (5, 3, 52 + 5 * 65 + (3 + 2 + 1) * 32)]
		{
			let layout = Layout::new(count).unwrap();
			let shape = layout.shape();
			assert_eq!((shape.depth(), layout.bytes()), (depth, bytes), "{count}");
			assert_eq!(shape.width(depth), 1);
		}
		let greatest = Layout::new(MAX_BATCH_LEAVES).unwrap();
		assert_eq!(greatest.shape().depth(), MAX_BATCH_DEPTH);
		assert_eq!((Layout::new(0), Layout::new(MAX_BATCH_LEAVES + 1)), (None, None));
	}

	#[test]
	fn the_header_comes_back() {
		let layout = Layout::new(5).unwrap();
		let header: [u8; HEADER as usize] = layout.header(&[7; 32]).try_into().unwrap();
		assert_eq!(Layout::parse(&header), Ok((layout, [7; 32])));
	}
}
