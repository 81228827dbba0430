//! Stops long work between two data blocks, so that it can put everything away.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::{Error, Result};

static REQUESTED: AtomicBool = AtomicBool::new(false);

/// Makes all work of this process on data blocks end with [`Error::Interrupted`], for good.
pub fn request() {
	REQUESTED.store(true, Ordering::Relaxed);
}

/// Whether to go on.
pub(crate) fn check() -> Result<()> {
	match REQUESTED.load(Ordering::Relaxed) {
		true => Err(Error::Interrupted),
		false => Ok(()),
	}
}
