//! Crypt4GH key pairs, which are X25519 key pairs, the keys of accounts, and the files of all keys.
//!
//! [`Mnemonic`] says how both kinds of key are made of the words of a person, [`Keystore`] what a file of polkadot.js holds.

mod account;
mod files;
mod keystore;
mod kind;
mod mnemonic;
mod openssh;
mod pem;
mod private;
mod symmetric;

use std::fmt;

use x25519_dalek::StaticSecret;
use zeroize::Zeroizing;

pub use account::{verify, AccountKey};
pub use files::{write_pair, KeyFiles};
pub use keystore::Keystore;
pub use kind::Kind;
pub use mnemonic::{Mnemonic, FILE_KEY_CONTEXT};
pub(crate) use symmetric::{KeyUse, Symmetric};

use crate::{aead::fill_random, Result};

/// A key of 32 bytes that is wiped from memory when it goes.
type Key = Zeroizing<[u8; 32]>;

/// A public key: the name under which a reader is known to a header.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PublicKey([u8; 32]);

impl PublicKey {
	/// The 32 bytes of the key.
	pub fn as_bytes(&self) -> &[u8; 32] {
		&self.0
	}
}

impl From<[u8; 32]> for PublicKey {
	fn from(bytes: [u8; 32]) -> Self {
		Self(bytes)
	}
}

impl fmt::Display for PublicKey {
	/// In hex.
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&hex::encode(self.0))
	}
}

impl fmt::Debug for PublicKey {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "PublicKey({self})")
	}
}

/// A private key. It is wiped from memory when it goes, and `Debug` does not show it.
#[derive(Clone)]
pub struct SecretKey(StaticSecret);

impl SecretKey {
	/// A new random key.
	///
	/// # Errors
	/// [`crate::Error::Random`].
	pub fn generate() -> Result<Self> {
		let mut bytes = Zeroizing::new([0; 32]);
		fill_random(&mut bytes[..])?;
		Ok(Self::from_bytes(&bytes))
	}

	/// The public key that belongs to it.
	pub fn public(&self) -> PublicKey {
		PublicKey(x25519_dalek::PublicKey::from(&self.0).to_bytes())
	}

	fn from_bytes(bytes: &[u8; 32]) -> Self {
		Self(StaticSecret::from(*bytes))
	}

	fn as_bytes(&self) -> &[u8; 32] {
		self.0.as_bytes()
	}

	/// The secret shared with the holder of `peer`; nothing if everybody would share it.
	pub(crate) fn diffie_hellman(&self, peer: &PublicKey) -> Option<Zeroizing<[u8; 32]>> {
		let shared = self.0.diffie_hellman(&x25519_dalek::PublicKey::from(peer.0));
		shared.was_contributory().then(|| Zeroizing::new(shared.to_bytes()))
	}
}

impl fmt::Debug for SecretKey {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("SecretKey(..)")
	}
}
