//! Keys for one purpose each that are nothing but 32 random bytes.

use std::{fmt, marker::PhantomData, path::Path};

use super::{
	files::{read_key, write_key},
	Key,
};
use crate::{aead::fill_random, Result};

/// What a key is for, and how its file says so.
pub(crate) trait KeyUse {
	/// The label in the first and the last line of the file.
	const LABEL: &'static str;
	/// The name in errors.
	const KIND: &'static str;
}

/// A random key. It is wiped from memory when it goes, and `Debug` does not show it.
#[derive(Clone)]
pub(crate) struct Symmetric<U>(Key, PhantomData<U>);

impl<U: KeyUse> Symmetric<U> {
	/// A new key.
	pub(crate) fn generate() -> Result<Self> {
		let mut bytes = Key::new([0; 32]);
		fill_random(&mut bytes[..])?;
		Ok(Self(bytes, PhantomData))
	}

	/// Reads the file of a key, which only its owner may be able to read.
	pub(crate) fn read(path: &Path) -> Result<Self> {
		read_key(path, U::LABEL, U::KIND).map(|bytes| Self(bytes, PhantomData))
	}

	/// Writes the file of a key, which only its owner may read.
	pub(crate) fn write(&self, path: &Path) -> Result<()> {
		write_key(path, U::LABEL, &self.0)
	}

	/// The bytes of the key.
	pub(crate) fn as_bytes(&self) -> &[u8; 32] {
		&self.0
	}
}

impl<U> fmt::Debug for Symmetric<U> {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("..")
	}
}
