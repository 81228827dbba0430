//! What a key file holds, as far as it shows without a passphrase.

use std::path::Path;

use super::{
	files::{read_any, text_of, PUBLIC},
	openssh,
};
use crate::Result;

/// The kinds of key file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
	/// Words: [`super::Mnemonic::read`].
	Words,
	/// An account of polkadot.js: [`super::Keystore::read`].
	Keystore,
	/// A private key for files: [`super::SecretKey::read`].
	Private,
	/// A public key for files: [`super::PublicKey::read`].
	Public,
}

impl Kind {
	/// What a file seems to be. Whether it is one is for the reader of that kind to see, also whether others can read it.
	///
	/// # Errors
	/// [`crate::Error::ReadPath`] and [`crate::Error::NotAFile`].
	pub fn of(path: &Path) -> Result<Self> {
		let bytes = read_any(path)?;
		let text = text_of(&bytes).unwrap_or_default();
		Ok(match text {
			_ if text.starts_with('{') => Self::Keystore,
			_ if text.starts_with(&format!("-----BEGIN {PUBLIC}")) => Self::Public,
			_ if openssh::is_public_key(text) => Self::Public,
			_ if text.starts_with("-----") => Self::Private,
			_ => Self::Words,
		})
	}
}
