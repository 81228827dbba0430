//! `ownome keys`.

use crate::{
	chain::create_account,
	cli::Keys,
	output::{Hex, Report},
};
use anyhow::ensure;
use ownome_vault::keys::{write_pair, KeyFiles, PublicKey, SecretKey};
use std::{env, io, path::Path, path::PathBuf};
use zeroize::Zeroizing;

/// Gives the passphrase where nobody sits at a terminal.
const PASSPHRASE: &str = "OWNOME_PASSPHRASE";

/// Makes keys for files and for accounts.
pub fn run(command: Keys) -> anyhow::Result<Report> {
	match command {
		Keys::Generate { out, no_passphrase } => generate(&out, no_passphrase),
		Keys::Account { out } => {
			let account = create_account(&out)?.public_key().to_account_id();
			Report::new()
				.field("account", account)?
				.field("file", out.display().to_string())
				.map(|report| {
					report.line(
						"Keep a copy of the file in a safe place: whoever has it is this account.",
					)
				})
		},
	}
}

fn generate(name: &Path, no_passphrase: bool) -> anyhow::Result<Report> {
	KeyFiles::of(name).expect_free()?;
	let passphrase = if no_passphrase { None } else { Some(new_passphrase()?) };
	let secret = SecretKey::generate()?;
	let files = write_pair(name, &secret, passphrase.as_ref().map(|text| text.as_str()))?;
	Report::new()
		.field("public_key", Hex(*secret.public().as_bytes()))?
		.field("public_file", files.public.display().to_string())?
		.field("secret_file", files.secret.display().to_string())
}

/// Reads a private key, with its passphrase if it has one.
pub fn read_secret(path: &Path) -> anyhow::Result<SecretKey> {
	Ok(SecretKey::read(path, || match env::var(PASSPHRASE) {
		Ok(passphrase) => Ok(Zeroizing::new(passphrase)),
		Err(_) => prompt(&format!("Passphrase of {}: ", path.display())),
	})?)
}

/// Reads public keys.
pub fn read_public(paths: &[PathBuf]) -> anyhow::Result<Vec<PublicKey>> {
	paths.iter().map(|path| Ok(PublicKey::read(path)?)).collect()
}

fn new_passphrase() -> anyhow::Result<Zeroizing<String>> {
	if let Ok(passphrase) = env::var(PASSPHRASE) {
		return Ok(Zeroizing::new(passphrase));
	}
	let hint = || {
		format!("The passphrase cannot be asked for: run the command in a terminal, set {PASSPHRASE}, or give --no-passphrase.")
	};
	let first =
		prompt("New passphrase: ").map_err(|error| anyhow::Error::new(error).context(hint()))?;
	let second =
		prompt("The same again: ").map_err(|error| anyhow::Error::new(error).context(hint()))?;
	ensure!(*first == *second, "The two passphrases are not the same: run the command again.");
	Ok(first)
}

fn prompt(text: &str) -> io::Result<Zeroizing<String>> {
	rpassword::prompt_password(text).map(Zeroizing::new)
}
