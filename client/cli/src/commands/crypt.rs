//! `ownome encrypt`, `decrypt` and `rewrap`: Crypt4GH files, without a chain.

use super::{
	keys::{read_public, read_secret},
	progress,
};
use crate::{cli::Global, output::Report};
use ownome_vault::files;
use std::path::{Path, PathBuf};

/// Encrypts a file for the recipients.
pub fn encrypt(
	global: &Global,
	recipients: &[PathBuf],
	input: &Path,
	output: &Path,
) -> anyhow::Result<Report> {
	let recipients = read_public(recipients)?;
	progress::during(global, "Encrypting", input, || files::encrypt(input, output, &recipients))?;
	written(output)
}

/// Decrypts a file.
pub fn decrypt(global: &Global, key: &Path, input: &Path, output: &Path) -> anyhow::Result<Report> {
	let secret = read_secret(key)?;
	progress::during(global, "Decrypting", input, || files::decrypt(input, output, &secret))?;
	written(output)
}

/// Copies a file for other recipients.
pub fn rewrap(
	global: &Global,
	key: &Path,
	recipients: &[PathBuf],
	input: &Path,
	output: &Path,
) -> anyhow::Result<Report> {
	let secret = read_secret(key)?;
	let recipients = read_public(recipients)?;
	progress::during(global, "Copying", input, || {
		files::rewrap(input, output, &secret, &recipients)
	})?;
	written(output)
}

fn written(output: &Path) -> anyhow::Result<Report> {
	Report::new().field("file", output.display().to_string())
}
