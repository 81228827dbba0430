//! The manifest of an extract: what an owner delivers for a grant that opens a part.
//!
//! | Field | What it is |
//! | --- | --- |
//! | `extract` | The version, 1 |
//! | `grant` | The number of the grant |
//! | `scope` | The scope of the grant, as the chain has it: `sealed:0x...` for a sealed one |
//! | `format` | The format of the part |
//! | `encryption` | How the data blocks are encrypted: `crypt4gh-v1` |
//! | `header` | The hash of the header for the grantee, BLAKE2b-256, in hex |
//! | `body_bytes` | The length of all data blocks of the part, without a header |
//! | `body_blake3` | The BLAKE3 hash of these blocks, in hex |
//! | `salt` | 32 random bytes, in hex |
//!
//! It is JSON with exactly these fields, in this order and without spaces. Its hash ([`ExtractManifest::delivered_as`]) stands on the chain,
//! where a grant for all of a dataset has the hash of a header: so the chain binds all three, to the last byte.

use blake2::{digest::consts::U32, Blake2b, Digest};
use serde::{Deserialize, Serialize};

use crate::{
	aead::fill_random,
	header::Header,
	manifest::{check_format, Encryption},
	Result,
};

/// The greatest length of a manifest in bytes. The scope has at most 16 regions with 32 bytes of name each.
pub const MAX_EXTRACT_MANIFEST_BYTES: usize = 8192;

const VERSION: u32 = 1;
/// What begins the text that is hashed for the chain, so that it is no header and nothing else that is hashed here.
const DOMAIN: &[u8] = b"ownome/extract/1";

/// What an owner delivers for a grant that opens a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtractManifest {
	/// The version of the manifest, which is 1.
	pub extract: u32,
	/// The number of the grant.
	pub grant: u64,
	/// The scope of the grant in words.
	pub scope: String,
	/// The format of the part.
	pub format: String,
	/// How the data blocks are encrypted.
	pub encryption: Encryption,
	/// The hash of the header for the grantee, in hex.
	#[serde(with = "hex::serde")]
	pub header: [u8; 32],
	/// The length of the body in bytes: all data blocks, without the header.
	pub body_bytes: u64,
	/// The BLAKE3 hash of the body, in hex.
	#[serde(with = "hex::serde")]
	pub body_blake3: [u8; 32],
	/// Random bytes, in hex.
	#[serde(with = "hex::serde")]
	pub salt: [u8; 32],
}

impl ExtractManifest {
	/// A manifest with a new salt, of a header and of a body with so many bytes and this hash.
	///
	/// # Errors
	/// [`crate::Error::FormatName`] and [`crate::Error::Random`].
	pub fn new(
		grant: u64,
		scope: &str,
		format: &str,
		header: &Header,
		body: (u64, [u8; 32]),
	) -> Result<Self> {
		check_format(format)?;
		let mut salt = [0; 32];
		fill_random(&mut salt)?;
		Ok(Self {
			extract: VERSION,
			grant,
			scope: scope.into(),
			format: format.into(),
			encryption: Encryption::Crypt4ghV1,
			header: header.hash(),
			body_bytes: body.0,
			body_blake3: body.1,
			salt,
		})
	}

	/// The bytes of the manifest file, always the same for the same manifest.
	pub fn to_bytes(&self) -> Vec<u8> {
		serde_json::to_vec(self).expect("numbers, texts and hex are representable in JSON; qed")
	}

	/// Reads the bytes of a manifest file, if it is one.
	pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
		let manifest: Self = Some(bytes)
			.filter(|bytes| bytes.len() <= MAX_EXTRACT_MANIFEST_BYTES)
			.and_then(|bytes| serde_json::from_slice(bytes).ok())?;
		let known = manifest.extract == VERSION && check_format(&manifest.format).is_ok();
		known.then_some(manifest)
	}

	/// What the owner puts on the chain at the delivery: BLAKE2b-256 of `ownome/extract/1` and the bytes of the manifest.
	pub fn delivered_as(manifest: &[u8]) -> [u8; 32] {
		let mut hash = Blake2b::<U32>::new();
		hash.update(DOMAIN);
		hash.update(manifest);
		hash.finalize().into()
	}
}
