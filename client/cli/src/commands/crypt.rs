//! `ownome encrypt`, `decrypt`, `rewrap` and `rekey`: Crypt4GH files, without a chain.

use super::{
	keys::{read_public, read_secret},
	progress,
};
use crate::{
	cli::{ByteRange, Global},
	output::Report,
};
use ownome_vault::{
	files::{self, STANDARD},
	keys::{PublicKey, SecretKey},
	stream::{Reading, Writing},
};
use std::path::{Path, PathBuf};

/// Encrypts a file for the recipients, in the name of whoever has the key, if one is given.
pub fn encrypt(
	global: &Global,
	recipients: &[PathBuf],
	key: Option<&Path>,
	header: Option<&Path>,
	input: &Path,
	output: &Path,
) -> anyhow::Result<Report> {
	let recipients = read_public(recipients)?;
	let writer = key.map(read_secret).transpose()?;
	let writing = Writing { recipients: &recipients, writer: writer.as_ref() };
	progress::during(global, "Encrypting", input, || match header {
		Some(header) => files::encrypt_apart(input, header, output, writing),
		None => files::encrypt(input, output, writing),
	})?;
	match header.filter(|header| *header != Path::new(STANDARD)) {
		Some(header) => written(output)?.field("header", header.display().to_string()),
		None => written(output),
	}
}

/// Decrypts a file, or a part of it.
pub fn decrypt(
	global: &Global,
	key: &Path,
	sender: Option<&Path>,
	header: Option<&Path>,
	range: Option<ByteRange>,
	input: &Path,
	output: &Path,
) -> anyhow::Result<Report> {
	let secret = read_secret(key)?;
	let sender = sender.map(PublicKey::read).transpose()?;
	let reading = Reading { sender: sender.as_ref(), ..reading(&secret, range) };
	progress::during(global, "Decrypting", input, || match header {
		Some(header) => files::decrypt_apart(header, input, output, reading),
		None => files::decrypt(input, output, reading),
	})?;
	written(output)
}

/// Copies a file, or a part of it, for other recipients.
pub fn rewrap(
	global: &Global,
	key: &Path,
	recipients: &[PathBuf],
	range: Option<ByteRange>,
	input: &Path,
	output: &Path,
) -> anyhow::Result<Report> {
	let secret = read_secret(key)?;
	let recipients = read_public(recipients)?;
	progress::during(global, "Copying", input, || {
		files::rewrap(input, output, reading(&secret, range), &recipients)
	})?;
	written(output)
}

/// Writes a new header for other recipients of a file, or of a part of it, whose data blocks stay as they are.
pub fn rewrap_header(
	key: &Path,
	recipients: &[PathBuf],
	range: Option<ByteRange>,
	input: &Path,
	header: &Path,
) -> anyhow::Result<Report> {
	let secret = read_secret(key)?;
	let recipients = read_public(recipients)?;
	files::rewrap_header(input, header, reading(&secret, range), &recipients)?;
	match header == Path::new(STANDARD) {
		true => Ok(Report::new()),
		false => Report::new().field("header", header.display().to_string()),
	}
}

/// Encrypts a file, or a part of it, anew.
pub fn rekey(
	global: &Global,
	key: &Path,
	recipients: &[PathBuf],
	range: Option<ByteRange>,
	input: &Path,
	output: &Path,
) -> anyhow::Result<Report> {
	let secret = read_secret(key)?;
	let recipients = read_public(recipients)?;
	progress::during(global, "Encrypting anew", input, || {
		files::rekey(input, output, reading(&secret, range), &recipients)
	})?;
	written(output)
}

fn reading(secret: &SecretKey, range: Option<ByteRange>) -> Reading<'_> {
	let whole = Reading::from(secret);
	match range {
		Some(ByteRange(range)) => Reading { range, ..whole },
		None => whole,
	}
}

/// Where the file is. The standard output has the file itself on it, and so nothing else.
pub fn written(output: &Path) -> anyhow::Result<Report> {
	match output == Path::new(STANDARD) {
		true => Ok(Report::new()),
		false => Report::new().field("file", output.display().to_string()),
	}
}
