//! Files with what somebody signed, for somebody else to bring to the chain: JSON.

use anyhow::Context;
use ownome_vault::{
	files::{self, Access},
	Error,
};
use serde::{de::DeserializeOwned, Serialize};
use std::{
	fs::File,
	io::{Read, Write},
	path::Path,
};

/// Writes a new file that only its user may read.
pub fn write(path: &Path, signed: &impl Serialize) -> anyhow::Result<()> {
	let bytes = serde_json::to_vec(signed).context("What was signed cannot be written as JSON.")?;
	Ok(files::create(path, Access::Private, |file| file.write_all(&bytes).map_err(Error::Write))?)
}

/// Reads a file, of which `max` bytes are far more than it has. `other` says what to do if it is another one.
pub fn read<T: DeserializeOwned>(path: &Path, max: u64, other: &str) -> anyhow::Result<T> {
	let mut bytes = Vec::new();
	File::open(path)
		.and_then(|file| file.take(max).read_to_end(&mut bytes))
		.map_err(|source| Error::ReadPath { path: path.into(), source })?;
	serde_json::from_slice(&bytes).with_context(|| other.to_owned())
}
