//! The manifest of a dataset: what its owner commits to on the chain.
//!
//! | Field | What it is |
//! | --- | --- |
//! | `manifest` | The version, 1 |
//! | `owner` | The account that is to register it: its 32 bytes, in hex |
//! | `format` | The format of the text: lower case letters, digits and dashes, at most 32 |
//! | `encryption` | How the data blocks are encrypted: `crypt4gh-v1` |
//! | `body_bytes` | The length of all data blocks of the Crypt4GH file, without its header |
//! | `body_blake3` | The BLAKE3 hash of these blocks, in hex |
//! | `salt` | 32 random bytes, in hex |
//!
//! It is JSON with exactly these fields, in this order and without spaces. The seal is over the bytes as they are stored, so a manifest
//! that was written in another way is another manifest.
//!
//! The manifest stays off the chain. The chain gets a commitment to its [`seal`]; the salt in the
//! manifest keeps everybody who does not have the manifest from guessing what was committed to.
//!
//! Anybody may register a seal that is not theirs, in their own name. The manifest tells: it names its owner,
//! so what somebody else made of its seal is found by [`Manifest::check_registrant`].

use std::{
	io::{self, Read},
	path::Path,
};

use ownome_primitives::Commitment;
use serde::{Deserialize, Serialize};

use crate::{
	aead::{fill_random, OVERHEAD},
	error::plain,
	files::{open, read_bounded},
	hashing::Hashing,
	header::Header,
	interrupt,
	progress::Counted,
	stream::BLOCK_TEXT_BYTES,
	Error, Result,
};

/// The greatest length of a manifest in bytes; a real one has about 300.
pub const MAX_MANIFEST_BYTES: usize = 4096;
/// The context of the key derivation behind [`seal`].
pub const SEAL_CONTEXT: &str = "ownome 2026-11-20 dataset seal v1";

const VERSION: u32 = 1;
/// How much of a file is hashed before it is time to see whether somebody wants the work to end.
const CHECKED_BYTES: u64 = 1 << 20;

/// How the data blocks are encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encryption {
	/// GA4GH Crypt4GH, version 1.
	#[serde(rename = "crypt4gh-v1")]
	Crypt4ghV1,
}

/// What is known of a dataset to those who may have it. It is stored as JSON without spaces, with the
/// fields in this order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
	/// The version of the manifest, which is 1.
	pub manifest: u32,
	/// The account that is to register it, in hex.
	#[serde(with = "hex::serde")]
	pub owner: [u8; 32],
	/// The format of the text, for example `vcf`: lower case letters, digits and dashes.
	pub format: String,
	/// How the data blocks are encrypted.
	pub encryption: Encryption,
	/// The length of the body in bytes: all data blocks, without the header.
	pub body_bytes: u64,
	/// The BLAKE3 hash of the body, in hex.
	#[serde(with = "hex::serde")]
	pub body_blake3: [u8; 32],
	/// Random bytes, in hex.
	#[serde(with = "hex::serde")]
	pub salt: [u8; 32],
}

impl Manifest {
	/// A manifest of version 1 for the account `owner`, with a new salt.
	///
	/// # Errors
	/// [`Error::FormatName`] and [`Error::Random`].
	pub fn new(
		owner: [u8; 32],
		format: &str,
		body_bytes: u64,
		body_blake3: [u8; 32],
	) -> Result<Self> {
		check_format(format)?;
		let mut salt = [0; 32];
		fill_random(&mut salt)?;
		Ok(Self {
			manifest: VERSION,
			owner,
			format: format.into(),
			encryption: Encryption::Crypt4ghV1,
			body_bytes,
			body_blake3,
			salt,
		})
	}

	/// The bytes of the manifest file, always the same for the same manifest.
	pub fn to_bytes(&self) -> Vec<u8> {
		serde_json::to_vec(self).expect("numbers, texts and hex are representable in JSON; qed")
	}

	/// Reads a manifest file, and gives its seal too.
	///
	/// # Errors
	/// [`Error::ReadPath`] and [`Error::Manifest`].
	pub fn read(path: &Path) -> Result<(Self, [u8; 32])> {
		let bytes = read_bounded(path, MAX_MANIFEST_BYTES)?;
		Ok((Self::from_bytes(&bytes, path)?, seal(&bytes)))
	}

	/// Checks that what was registered as `commitment` by the account `registrant` is the owner's own.
	///
	/// # Errors
	/// [`Error::CopiedManifest`].
	pub fn check_registrant(&self, registrant: &[u8; 32], commitment: &Commitment) -> Result<()> {
		match self.owner == *registrant {
			true => Ok(()),
			false => Err(Error::CopiedManifest { commitment: hex::encode(commitment.0) }),
		}
	}

	/// Checks that a file has the data blocks of this manifest, all of them in their order and nothing else. The
	/// file may begin with the header of a Crypt4GH file.
	///
	/// # Errors
	/// [`Error::WrongFile`], [`Error::PlainFile`], [`Error::ReadPath`], [`Error::Header`] and [`Error::Interrupted`].
	pub fn check_file(&self, path: &Path) -> Result<()> {
		let wrong = |reason| Error::WrongFile { path: path.into(), reason };
		let failed = |source| Error::read(path, source);
		let mut file = open(path)?;
		let bytes = file.metadata().map_err(failed)?.len();
		let header = match Header::begins(&file).map_err(failed)? {
			true => Header::read(&mut file)
				.map_err(|error| error.between(path, path))?
				.as_bytes()
				.len() as u64,
			false => 0,
		};
		if header == 0 && encrypted_bytes(bytes) == self.body_bytes {
			return Err(Error::PlainFile { path: path.into() });
		}
		let body_bytes = bytes.saturating_sub(header);
		if body_bytes != self.body_bytes {
			return Err(wrong(format!(
				"its data blocks have {body_bytes} bytes instead of {}",
				self.body_bytes
			)));
		}
		// The file may change while it is read: no more is read than the manifest says.
		let mut body = Hashing::new(Counted(file.take(self.body_bytes)));
		while io::copy(&mut (&mut body).take(CHECKED_BYTES), &mut io::sink()).map_err(failed)? > 0 {
			interrupt::check()?;
		}
		match body.digest() == (self.body_bytes, self.body_blake3) {
			true => Ok(()),
			false => Err(wrong("its data blocks are others, or in another order".into())),
		}
	}

	/// Reads the bytes of a manifest file; `path` is for the error.
	///
	/// # Errors
	/// [`Error::Manifest`].
	pub fn from_bytes(bytes: &[u8], path: &Path) -> Result<Self> {
		let malformed = |reason| Error::Manifest { path: path.into(), reason };
		if bytes.len() > MAX_MANIFEST_BYTES {
			return Err(malformed("it is too large".into()));
		}
		let manifest: Self =
			serde_json::from_slice(bytes).map_err(|error| malformed(plain(&error.to_string())))?;
		if manifest.manifest != VERSION {
			return Err(malformed(format!("it has version {}", manifest.manifest)));
		}
		check_format(&manifest.format).map_err(|error| malformed(error.to_string()))?;
		Ok(manifest)
	}
}

/// How long data of so many bytes are once they are encrypted.
fn encrypted_bytes(bytes: u64) -> u64 {
	let blocks = bytes.div_ceil(BLOCK_TEXT_BYTES as u64);
	bytes.saturating_add(blocks.saturating_mul(OVERHEAD as u64))
}

/// The seal of a dataset, from the exact bytes of its manifest file.
pub fn seal(manifest_bytes: &[u8]) -> [u8; 32] {
	blake3::derive_key(SEAL_CONTEXT, manifest_bytes)
}

pub(crate) fn check_format(format: &str) -> Result<()> {
	let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
	if format.is_empty() || format.len() > 32 || !format.chars().all(plain) {
		return Err(Error::FormatName(format.into()));
	}
	Ok(())
}
