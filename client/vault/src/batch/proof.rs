//! What the owner of a dataset gets from the institution that made the batch.

use std::{io::Write, path::Path};

use ownome_primitives::{verify_inclusion, BatchRoot, DataFormat, Digest, Seal, MAX_BATCH_DEPTH};
use serde::{Deserialize, Serialize};

use super::Leaf;
use crate::{
	error::plain,
	files::{self, read_bounded, Access},
	Error, Result,
};

/// The greatest length of the file of a proof in bytes.
const MAX_PROOF_BYTES: usize = 8192;
const VERSION: u32 = 1;

/// The proof that a dataset is in a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
	/// The hash over all datasets of the batch.
	pub root: BatchRoot,
	/// The number of the dataset, counted from 0.
	pub index: u64,
	/// How many datasets the batch has.
	pub count: u64,
	/// The dataset.
	pub leaf: Leaf,
	/// The hashes beside the way from the dataset to the root, from below.
	pub path: Vec<Digest>,
}

/// A proof as it is stored: JSON with the fields in this order.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
	batch_proof: u32,
	root: Hash,
	index: u64,
	count: u64,
	owner: Hash,
	seal: Hash,
	format: String,
	path: Vec<Hash>,
}

/// 32 bytes in hex.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct Hash(#[serde(with = "hex::serde")] Digest);

impl Proof {
	/// Whether it proves what it says.
	pub fn holds(&self) -> bool {
		let leaf = self.leaf.hash(self.index, self.count);
		self.path.len() <= MAX_BATCH_DEPTH as usize
			&& verify_inclusion(&self.root, self.index, self.count, leaf, &self.path)
	}

	/// Writes the file of the proof.
	///
	/// # Errors
	/// [`Error::Exists`], [`Error::WritePath`] and [`Error::DiskFull`].
	pub fn write(&self, path: &Path) -> Result<()> {
		files::create(path, Access::Private, |file| {
			file.write_all(&self.to_bytes()).map_err(Error::Write)
		})
	}

	/// Reads the file of a proof that holds.
	///
	/// # Errors
	/// [`Error::ReadPath`] and [`Error::BatchProof`].
	pub fn read(path: &Path) -> Result<Self> {
		let malformed = |reason| Error::BatchProof { path: path.into(), reason };
		let bytes = read_bounded(path, MAX_PROOF_BYTES)?;
		if bytes.len() > MAX_PROOF_BYTES {
			return Err(malformed("it is too large".into()));
		}
		let stored: Stored =
			serde_json::from_slice(&bytes).map_err(|error| malformed(plain(&error.to_string())))?;
		if stored.batch_proof != VERSION {
			return Err(malformed(format!("it has version {}", stored.batch_proof)));
		}
		let format = DataFormat::from_name(&stored.format)
			.ok_or_else(|| malformed("its format is unknown".into()))?;
		let proof = Self {
			root: BatchRoot(stored.root.0),
			index: stored.index,
			count: stored.count,
			leaf: Leaf { owner: stored.owner.0, seal: Seal(stored.seal.0), format },
			path: stored.path.into_iter().map(|hash| hash.0).collect(),
		};
		if !proof.holds() {
			return Err(malformed("its hashes do not lead to its root".into()));
		}
		Ok(proof)
	}

	fn to_bytes(&self) -> Vec<u8> {
		let stored = Stored {
			batch_proof: VERSION,
			root: Hash(self.root.0),
			index: self.index,
			count: self.count,
			owner: Hash(self.leaf.owner),
			seal: Hash(self.leaf.seal.0),
			format: self.leaf.format.name().into(),
			path: self.path.iter().copied().map(Hash).collect(),
		};
		serde_json::to_vec(&stored).expect("numbers, texts and hex are representable in JSON; qed")
	}
}
