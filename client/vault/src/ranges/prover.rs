//! Proof files, written while the body passes.

use std::{
	io::{self, Write},
	mem,
};

use blake3::{
	hazmat::{merge_subtrees_non_root, merge_subtrees_root, ChainingValue, HasherExt, Mode},
	Hasher,
};

use super::GROUP_BYTES;

/// Hashes a body and writes its proof file.
pub struct Prover<W> {
	proof: W,
	/// The group that is being filled.
	group: Hasher,
	bytes: u64,
	/// The subtrees that are complete, from the largest to the smallest: one for each bit that is set in the number of complete groups.
	subtrees: Vec<ChainingValue>,
}

impl<W: Write> Prover<W> {
	/// Nothing yet, with the proof to be written to `proof`.
	pub fn new(proof: W) -> Self {
		Self { proof, group: Hasher::new(), bytes: 0, subtrees: Vec::new() }
	}

	/// Goes on with the next bytes of the body.
	///
	/// # Errors
	/// Those of the writer.
	pub fn update(&mut self, mut bytes: &[u8]) -> io::Result<()> {
		while !bytes.is_empty() {
			let filled = self.bytes % GROUP_BYTES;
			// Only now it is known that the group before is not the last one.
			if filled == 0 && self.bytes > 0 {
				self.close_group()?;
			}
			let room = (GROUP_BYTES - filled) as usize;
			let (now, rest) = bytes.split_at(room.min(bytes.len()));
			self.group.update(now);
			self.bytes += now.len() as u64;
			bytes = rest;
		}
		Ok(())
	}

	/// The length of the body and its BLAKE3 hash.
	///
	/// # Errors
	/// Those of the writer.
	pub fn finish(mut self) -> io::Result<(u64, [u8; 32])> {
		let Some(mut left) = self.subtrees.pop() else {
			return self.proof.flush().map(|()| (self.bytes, self.group.finalize().into()));
		};
		let mut right = self.group.finalize_non_root();
		while let Some(next) = self.subtrees.pop() {
			right = self.join(&left, &right)?;
			left = next;
		}
		self.write_pair(&left, &right)?;
		self.proof.flush()?;
		Ok((self.bytes, merge_subtrees_root(&left, &right, Mode::Hash).into()))
	}

	fn close_group(&mut self) -> io::Result<()> {
		let mut next = Hasher::new();
		next.set_input_offset(self.bytes);
		let mut subtree = mem::replace(&mut self.group, next).finalize_non_root();
		let groups = self.bytes / GROUP_BYTES;
		for _ in 0..groups.trailing_zeros() {
			if let Some(left) = self.subtrees.pop() {
				subtree = self.join(&left, &subtree)?;
			}
		}
		self.subtrees.push(subtree);
		Ok(())
	}

	fn join(&mut self, left: &ChainingValue, right: &ChainingValue) -> io::Result<ChainingValue> {
		self.write_pair(left, right)?;
		Ok(merge_subtrees_non_root(left, right, Mode::Hash))
	}

	fn write_pair(&mut self, left: &ChainingValue, right: &ChainingValue) -> io::Result<()> {
		self.proof.write_all(left)?;
		self.proof.write_all(right)
	}
}
