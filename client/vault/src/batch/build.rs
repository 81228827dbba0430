//! From a list of datasets to a tree file.

use std::{
	fs::File,
	io::{Seek, SeekFrom, Write},
	os::unix::fs::FileExt,
	path::Path,
};

use codec::Encode;
use ownome_primitives::MAX_BATCH_LEAVES;

use super::{
	layout::{Layout, HEADER, RECORD},
	levels::{self, PIECE},
	Leaf, Tree,
};
use crate::{
	files::{Access, Pending},
	interrupt, Error, Result,
};

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
	pub fn finish(mut self, progress: impl FnMut(u64)) -> Result<Tree> {
		self.flush()?;
		let layout = Layout::new(self.count).ok_or(Error::EmptyBatch)?;
		let path = self.pending.path().to_owned();
		let file: &File = self.pending.file();
		let write = |place, bytes: &[u8]| {
			file.write_all_at(bytes, place).map_err(|source| Error::write(&path, source))
		};
		let root = levels::root(file, &path, layout, write, progress)?;
		write(0, &layout.header(&root.0))?;
		Ok(Tree::made(self.pending.finish()?, path, layout, root))
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
}
