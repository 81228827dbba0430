//! A stream that is counted and hashed with BLAKE3 while it passes.

use std::io::{self, Read, Write};

/// Passes bytes on to, or from, the stream inside.
pub(crate) struct Hashing<T> {
	inner: T,
	hasher: blake3::Hasher,
	bytes: u64,
}

impl<T> Hashing<T> {
	pub(crate) fn new(inner: T) -> Self {
		Self { inner, hasher: blake3::Hasher::new(), bytes: 0 }
	}

	/// How many bytes have passed, and their hash.
	pub(crate) fn digest(&self) -> (u64, [u8; 32]) {
		(self.bytes, *self.hasher.finalize().as_bytes())
	}

	fn passed(&mut self, bytes: &[u8]) {
		self.hasher.update(bytes);
		self.bytes += bytes.len() as u64;
	}
}

impl<R: Read> Read for Hashing<R> {
	fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
		let count = self.inner.read(buffer)?;
		self.passed(&buffer[..count]);
		Ok(count)
	}
}

impl<W: Write> Write for Hashing<W> {
	fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
		let count = self.inner.write(buffer)?;
		self.passed(&buffer[..count]);
		Ok(count)
	}

	fn flush(&mut self) -> io::Result<()> {
		self.inner.flush()
	}
}
