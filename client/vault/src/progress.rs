//! How far long work has come, for whoever shows it.

use std::{
	io::{self, Read},
	sync::atomic::{AtomicU64, Ordering},
};

use crate::stream::Skip;

static DONE: AtomicU64 = AtomicU64::new(0);

/// How many bytes of files all work of this process has read or passed over so far.
pub fn bytes() -> u64 {
	DONE.load(Ordering::Relaxed)
}

/// A reader whose bytes count.
#[derive(Debug)]
pub(crate) struct Counted<R>(pub R);

impl<R: Read> Read for Counted<R> {
	fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
		let count = self.0.read(buffer)?;
		DONE.fetch_add(count as u64, Ordering::Relaxed);
		Ok(count)
	}
}

impl<R: Skip> Skip for Counted<R> {
	fn skip(&mut self, count: u64) -> io::Result<()> {
		self.0.skip(count)?;
		DONE.fetch_add(count, Ordering::Relaxed);
		Ok(())
	}
}
