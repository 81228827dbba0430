//! From a list of datasets to a tree file.

use std::{
	io::{Seek, SeekFrom, Write},
	os::unix::fs::FileExt,
	path::Path,
};

use codec::{Decode, Encode};
use ownome_primitives::{node_hash, BatchRoot, Digest, MAX_BATCH_LEAVES};
use rayon::prelude::*;

use super::{
	layout::{Layout, HEADER, RECORD},
	Leaf, Tree,
};
use crate::{
	files::{Access, Pending},
	interrupt, Error, Result,
};

/// The levels that are made of one piece of the list.
const PIECE_DEPTH: u32 = 16;
/// How many datasets are in memory at a time.
const PIECE: u64 = 1 << PIECE_DEPTH;
/// How many hashes are worth the attention of another thread.
const MIN_SHARE: usize = 512;

/// Takes the datasets of a batch in their order. Nothing is left behind unless it is finished.
#[derive(Debug)]
pub struct Builder {
	pending: Pending,
	/// The datasets that are not written yet.
	buffer: Vec<u8>,
	count: u64,
}

impl Builder {
	/// Begins the tree file `path`.
	///
	/// # Errors
	/// [`Error::Exists`], [`Error::WritePath`] and [`Error::DiskFull`].
	pub fn new(path: &Path) -> Result<Self> {
		let mut pending = Pending::new(path, Access::Private)?;
		pending
			.file()
			.seek(SeekFrom::Start(HEADER))
			.map_err(|source| Error::write(path, source))?;
		Ok(Self { pending, buffer: Vec::with_capacity((PIECE * RECORD) as usize), count: 0 })
	}

	/// Adds a dataset.
	///
	/// # Errors
	/// [`Error::BatchTooLarge`], [`Error::WritePath`], [`Error::DiskFull`] and [`Error::Interrupted`].
	pub fn push(&mut self, leaf: &Leaf) -> Result<()> {
		if self.count == MAX_BATCH_LEAVES {
			return Err(Error::BatchTooLarge { max: MAX_BATCH_LEAVES });
		}
		leaf.encode_to(&mut self.buffer);
		self.count += 1;
		if self.count.is_multiple_of(PIECE) {
			self.flush()?;
		}
		Ok(())
	}

	/// Makes the tree over what was added. `progress` hears how many datasets are done.
	///
	/// # Errors
	/// [`Error::EmptyBatch`], [`Error::Exists`], [`Error::WritePath`], [`Error::DiskFull`] and
	/// [`Error::Interrupted`].
	pub fn finish(mut self, mut progress: impl FnMut(u64)) -> Result<Tree> {
		self.flush()?;
		let layout = Layout::new(self.count).ok_or(Error::EmptyBatch)?;
		// One node for each piece: at most 2 MiB.
		let mut tops = Vec::new();
		for start in (0..self.count).step_by(PIECE as usize) {
			interrupt::check()?;
			let leaves = self.hashes(layout, start)?;
			tops.extend(self.write_levels(layout, 1..=PIECE_DEPTH, start, leaves)?);
			progress(self.count.min(start + PIECE));
		}
		let root = self.write_levels(layout, PIECE_DEPTH + 1..=u32::MAX, 0, tops)?;
		let root = BatchRoot(*root.first().ok_or(Error::EmptyBatch)?);
		self.write_at(0, &layout.header(&root.0))?;
		let path = self.pending.path().to_owned();
		Ok(Tree::made(self.pending.finish()?, path, layout, root))
	}

	/// The hashes of the leaves of the piece that begins with `start`.
	fn hashes(&mut self, layout: Layout, start: u64) -> Result<Vec<Digest>> {
		let end = self.count.min(start + PIECE);
		self.buffer.resize(((end - start) * RECORD) as usize, 0);
		let read = self.pending.file().read_exact_at(&mut self.buffer, layout.record(start));
		read.map_err(|source| Error::read(self.pending.path(), source))?;
		self.buffer
			.par_chunks(RECORD as usize)
			.with_min_len(MIN_SHARE)
			.enumerate()
			.map(|(place, record)| {
				let leaf = Leaf::decode(&mut &record[..]).ok()?;
				Some(leaf.hash(start + place as u64, self.count))
			})
			.collect::<Option<_>>()
			.ok_or_else(|| Error::BatchFile {
				path: self.pending.path().into(),
				reason: "somebody else wrote to it",
			})
	}

	/// Writes those of the `levels` that the tree has, above the nodes `below` that begin over the leaf number `start`, and
	/// gives the nodes of the last one.
	fn write_levels(
		&mut self,
		layout: Layout,
		levels: std::ops::RangeInclusive<u32>,
		start: u64,
		mut below: Vec<Digest>,
	) -> Result<Vec<Digest>> {
		for level in levels.take_while(|level| *level <= layout.depth()) {
			below = below.par_chunks(2).with_min_len(MIN_SHARE).map(parent).collect();
			self.write_at(layout.node(level, start >> level), below.as_flattened())?;
		}
		Ok(below)
	}

	fn flush(&mut self) -> Result<()> {
		interrupt::check()?;
		self.pending
			.file()
			.write_all(&self.buffer)
			.map_err(|source| Error::write(self.pending.path(), source))?;
		self.buffer.clear();
		Ok(())
	}

	fn write_at(&mut self, place: u64, bytes: &[u8]) -> Result<()> {
		self.pending
			.file()
			.write_all_at(bytes, place)
			.map_err(|source| Error::write(self.pending.path(), source))
	}
}

/// The node over one or two others.
fn parent(children: &[Digest]) -> Digest {
	match children {
		[left, right] => node_hash(left, right),
		other => other.first().copied().unwrap_or_default(),
	}
}
