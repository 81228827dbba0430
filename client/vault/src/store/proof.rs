//! The proof file beside a body.

use std::io::{self, BufWriter, Write};

use crate::{ranges::Prover, Error, Result};

/// Writes a body, and hashes it for its proof file.
pub(super) struct Proving<B, P: Write> {
	body: B,
	prover: Prover<BufWriter<P>>,
}

impl<B: Write, P: Write> Proving<B, P> {
	/// A body that is to be written to `body`, and its proof to `proof`.
	pub(super) fn new(body: B, proof: P) -> Self {
		Self { body, prover: Prover::new(BufWriter::new(proof)) }
	}

	/// The length of the body and its hash.
	pub(super) fn finish(self) -> Result<(u64, [u8; 32])> {
		self.prover.finish().map_err(Error::Write)
	}
}

impl<B: Write, P: Write> Write for Proving<B, P> {
	fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
		let count = self.body.write(buffer)?;
		self.prover.update(&buffer[..count])?;
		Ok(count)
	}

	fn flush(&mut self) -> io::Result<()> {
		self.body.flush()
	}
}
