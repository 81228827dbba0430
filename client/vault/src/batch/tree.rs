//! A tree file, from which proofs are read.

use std::{
	fs::File,
	os::unix::fs::FileExt,
	path::{Path, PathBuf},
};

use codec::Decode;
use ownome_primitives::{BatchRoot, Digest};

use super::{
	layout::{Layout, HASH, HEADER, RECORD},
	levels::{self, CHANGED},
	Leaf, Proof,
};
use crate::{files, Error, Result};

/// The tree of a batch.
#[derive(Debug)]
pub struct Tree {
	file: File,
	path: PathBuf,
	layout: Layout,
	root: BatchRoot,
}

impl Tree {
	/// The tree in a file that was just made.
	pub(super) fn made(file: File, path: PathBuf, layout: Layout, root: BatchRoot) -> Self {
		Self { file, path, layout, root }
	}

	/// Opens a tree file.
	///
	/// # Errors
	/// [`Error::ReadPath`] and [`Error::BatchFile`], also if the file was cut short.
	pub fn open(path: &Path) -> Result<Self> {
		let malformed = |reason| Error::BatchFile { path: path.into(), reason };
		let file = files::open(path)?;
		let bytes = file.metadata().map_err(|source| Error::read(path, source))?.len();
		if bytes < HEADER {
			return Err(malformed("it is too short"));
		}
		let mut header = [0; HEADER as usize];
		file.read_exact_at(&mut header, 0).map_err(|source| Error::read(path, source))?;
		let (layout, root) = Layout::parse(&header).map_err(malformed)?;
		if bytes != layout.bytes() {
			return Err(malformed("it has another length than its number of datasets asks for"));
		}
		Ok(Self { file, path: path.into(), layout, root: BatchRoot(root) })
	}

	/// What goes to the chain.
	pub fn root(&self) -> BatchRoot {
		self.root
	}

	/// How many datasets it has.
	pub fn count(&self) -> u64 {
		self.layout.count()
	}

	/// Computes all hashes anew and compares them with those in the file. `progress` hears how many datasets are done.
	///
	/// # Errors
	/// [`Error::ReadPath`], [`Error::Interrupted`] and [`Error::BatchFile`] for a tree that was changed.
	pub fn check(&self, progress: impl FnMut(u64)) -> Result<()> {
		let mut stored = Vec::new();
		let compare = |place, nodes: &[u8]| {
			stored.resize(nodes.len(), 0);
			self.read(place, &mut stored)?;
			if stored != nodes {
				return Err(self.damaged());
			}
			Ok(())
		};
		if levels::root(&self.file, &self.path, self.layout, compare, progress)? != self.root {
			return Err(self.damaged());
		}
		Ok(())
	}

	/// The proof of the dataset number `index`, checked against the root.
	///
	/// # Errors
	/// [`Error::NoLeaf`], [`Error::ReadPath`] and [`Error::BatchFile`] for a tree that was changed.
	pub fn prove(&self, index: u64) -> Result<Proof> {
		let count = self.count();
		if index >= count {
			return Err(Error::NoLeaf { count });
		}
		let beside = self.layout.shape().beside(index);
		let path = beside.map(|(level, place)| self.node(level, place)).collect::<Result<_>>()?;
		let proof = Proof { root: self.root, index, count, leaf: self.leaf(index)?, path };
		if !proof.holds() {
			return Err(self.damaged());
		}
		Ok(proof)
	}

	fn node(&self, level: u32, index: u64) -> Result<Digest> {
		match level {
			0 => Ok(self.leaf(index)?.hash(index, self.count())),
			_ => {
				let mut hash = [0; HASH as usize];
				self.read(self.layout.node(level, index), &mut hash)?;
				Ok(hash)
			},
		}
	}

	fn leaf(&self, index: u64) -> Result<Leaf> {
		let mut record = [0; RECORD as usize];
		self.read(self.layout.record(index), &mut record)?;
		Leaf::decode(&mut &record[..]).map_err(|_| self.damaged())
	}

	fn read(&self, place: u64, bytes: &mut [u8]) -> Result<()> {
		self.file
			.read_exact_at(bytes, place)
			.map_err(|source| Error::read(&self.path, source))
	}

	fn damaged(&self) -> Error {
		Error::BatchFile { path: self.path.clone(), reason: CHANGED }
	}
}
