//! Subject ids: a person who uses an account per institution can show which of them are one person's, and nobody else can.
//!
//! ```text
//! key = BLAKE3.derive_key("ownome 2026-11-20 subject id v1", personal secret)
//! id  = BLAKE3.keyed_hash(key, account)
//! ```
//!
//! Each account has another id, so the ids on the chain say nothing to anybody without the secret. Whoever gets the secret can link
//! all accounts of the person: it is for the person's own tools, and not to be handed out as a proof.

use std::path::Path;

use ownome_primitives::SubjectId;
use zeroize::Zeroizing;

use crate::{
	keys::{KeyUse, Symmetric},
	Result,
};

/// The context of the key derivation.
pub const SUBJECT_CONTEXT: &str = "ownome 2026-11-20 subject id v1";

#[derive(Clone)]
struct Subject;

impl KeyUse for Subject {
	const LABEL: &'static str = "OWNOME SUBJECT KEY";
	const KIND: &'static str = "subject";
}

/// The secret of a person. It is wiped from memory when it goes, and `Debug` does not show it.
#[derive(Clone, Debug)]
pub struct SubjectKey(Symmetric<Subject>);

impl SubjectKey {
	/// A new random secret.
	///
	/// # Errors
	/// [`crate::Error::Random`].
	pub fn generate() -> Result<Self> {
		Symmetric::generate().map(Self)
	}

	/// Reads a key file, which only its owner may be able to read.
	///
	/// # Errors
	/// [`crate::Error::ReadPath`], [`crate::Error::KeyExposed`] and [`crate::Error::KeyFile`].
	pub fn read(path: &Path) -> Result<Self> {
		Symmetric::read(path).map(Self)
	}

	/// Writes a key file, which only its owner may read.
	///
	/// # Errors
	/// [`crate::Error::Exists`], [`crate::Error::WritePath`] and [`crate::Error::DiskFull`].
	pub fn write(&self, path: &Path) -> Result<()> {
		self.0.write(path)
	}

	/// The id of the person under an account, given by its 32 bytes.
	pub fn id(&self, account: &[u8; 32]) -> SubjectId {
		let key = Zeroizing::new(blake3::derive_key(SUBJECT_CONTEXT, self.0.as_bytes()));
		SubjectId(*blake3::keyed_hash(&key, account).as_bytes())
	}
}
