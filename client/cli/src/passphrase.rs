//! Passphrases: from the environment, or asked for.

use anyhow::{ensure, Context};
use std::{env, io, path::Path};
use zeroize::Zeroizing;

/// Gives the passphrase where nobody sits at a terminal.
pub const PASSPHRASE: &str = "OWNOME_PASSPHRASE";
/// Gives the new one where a key has another passphrase already.
pub const NEW_PASSPHRASE: &str = "OWNOME_NEW_PASSPHRASE";

/// The passphrase of a key file.
pub fn of(path: &Path) -> io::Result<Zeroizing<String>> {
	match env::var(PASSPHRASE) {
		Ok(passphrase) => Ok(Zeroizing::new(passphrase)),
		Err(_) => ask(&format!("Passphrase of {}: ", path.display())),
	}
}

/// The passphrase for a new key file: from the first of the `variables` that is set, or asked for twice. `otherwise` says what
/// else can be done where nobody can be asked.
pub fn new(variables: &[&str], otherwise: &str) -> anyhow::Result<Zeroizing<String>> {
	if let Some(passphrase) = variables.iter().find_map(|name| env::var(name).ok()) {
		return Ok(Zeroizing::new(passphrase));
	}
	let hint = || {
		let names = variables.join(" or ");
		format!("The passphrase cannot be asked for: run the command in a terminal, set {names}{otherwise}.")
	};
	let first = ask("New passphrase: ").with_context(hint)?;
	let second = ask("The same again: ").with_context(hint)?;
	ensure!(*first == *second, "The two passphrases are not the same: run the command again.");
	Ok(first)
}

/// What somebody types at the terminal, which does not show it.
pub fn ask(text: &str) -> io::Result<Zeroizing<String>> {
	rpassword::prompt_password(text).map(Zeroizing::new)
}
