//! `ownome scope`: scopes that only the two parties know.

use super::salted;
use crate::{cli::Scope as Command, output::Report, scope::ScopeArg, time::Time};
use anyhow::{ensure, Context};
use ownome_primitives::{Digest, Scope};
use serde::{Deserialize, Serialize};
use std::{fs::File, io::Read, path::Path};

/// More than any description has.
const MAX_FILE_BYTES: u64 = 1 << 20;

/// What a file says of a scope.
#[derive(Serialize, Deserialize)]
struct Description {
	scope: String,
}

/// Writes and shows descriptions of scopes.
pub fn run(command: Command) -> anyhow::Result<Report> {
	match command {
		Command::Seal { description, out } => seal(&description, &out),
		Command::Show { file } => show(&file),
	}
}

fn seal(given: &str, out: &Path) -> anyhow::Result<Report> {
	let (bytes, hash) = salted::record(Description { scope: salted::text(given)? }, Time::now())?;
	salted::store(out, &bytes)?;
	Report::new()
		.field("scope", ScopeArg(Scope::Sealed(hash)).to_string())?
		.field("file", out.display().to_string())
}

fn show(path: &Path) -> anyhow::Result<Report> {
	let (hash, description) = described(path)?;
	Report::new()
		.field("scope", ScopeArg(Scope::Sealed(hash)).to_string())?
		.field("description", description)
}

/// What a file says of a scope, and the hash by which it is sealed.
pub fn described(path: &Path) -> anyhow::Result<(Digest, String)> {
	let mut bytes = Vec::new();
	File::open(path)
		.and_then(|file| file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes))
		.map_err(|source| ownome_vault::Error::ReadPath { path: path.into(), source })?;
	let no_description = || {
		format!("{} is no description of a scope: `ownome scope seal` writes one.", path.display())
	};
	ensure!(bytes.len() as u64 <= MAX_FILE_BYTES, no_description());
	let found: Description = serde_json::from_slice(&bytes).ok().with_context(no_description)?;
	Ok((sp_crypto_hashing::blake2_256(&bytes), found.scope))
}
