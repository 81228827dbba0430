//! The words from which all keys of a person can be made again: BIP39, in English.
//!
//! ```text
//! seed      = PBKDF2-HMAC-SHA-512(password: entropy of the words, salt: "mnemonic", 2048 rounds), 64 bytes
//! account   = the sr25519 key of the first 32 bytes of the seed, expanded as Ed25519 does
//! file key  = BLAKE3.derive_key("ownome 2026-11-20 file key v1", seed ++ index), the index in 4 bytes, little-endian
//! ```
//!
//! The first two lines are what Substrate and polkadot.js do, where BIP39 itself would put the text of the words in place of
//! their entropy. The file key is the private key of X25519, whose bits X25519 clamps where it uses them.

use std::{fmt, io::Write, num::NonZeroU32, path::Path};

use bip39::Language;
use ring::pbkdf2;
use zeroize::Zeroizing;

use super::{files, AccountKey, SecretKey};
use crate::{
	aead::fill_random,
	files::{create, Access},
	Error, Result,
};

/// The context string of BLAKE3 with which file keys are made of words.
pub const FILE_KEY_CONTEXT: &str = "ownome 2026-11-20 file key v1";

/// Bytes of randomness behind twelve words, as wallets use them.
const ENTROPY_BYTES: usize = 16;
const SEED_BYTES: usize = 64;
const ROUNDS: NonZeroU32 = NonZeroU32::new(2048).expect("2048 is not zero; qed");
const SALT: &[u8] = b"mnemonic";
/// More than 24 words take.
const TEXT_BYTES: usize = 24 * 10;

/// The words. They are wiped from memory when they go, and `Debug` does not show them.
#[derive(Clone)]
pub struct Mnemonic(bip39::Mnemonic);

impl Mnemonic {
	/// Twelve new words.
	///
	/// # Errors
	/// [`Error::Random`].
	pub fn generate() -> Result<Self> {
		let mut entropy = Zeroizing::new([0; ENTROPY_BYTES]);
		fill_random(&mut entropy[..])?;
		let words = bip39::Mnemonic::from_entropy_in(Language::English, &entropy[..]);
		Ok(Self(words.expect("there are words for 16 bytes; qed")))
	}

	/// The words in a text, which may be in capitals and broken into lines.
	///
	/// # Errors
	/// [`Error::Words`], which repeats none of them.
	pub fn parse(text: &str) -> Result<Self> {
		parse(text).map(Self).map_err(|reason| Error::Words { reason })
	}

	/// Reads the words in a file, which only its owner may be able to read.
	///
	/// # Errors
	/// [`Error::ReadPath`], [`Error::NotAFile`], [`Error::KeyExposed`] and [`Error::AccountFile`].
	pub fn read(path: &Path) -> Result<Self> {
		let text = files::read_private(path)?;
		files::text_of(&text)
			.map_err(str::to_owned)
			.and_then(parse)
			.map(Self)
			.map_err(|reason| Error::AccountFile { path: path.into(), reason })
	}

	/// Writes the words to a new file, for its owner only.
	///
	/// # Errors
	/// [`Error::Exists`], [`Error::NoFolder`], [`Error::WritePath`] and [`Error::DiskFull`].
	pub fn write(&self, path: &Path) -> Result<()> {
		// Room for everything, so that no copy of the words is left behind when the text grows.
		let mut line = Zeroizing::new(String::with_capacity(TEXT_BYTES));
		for word in self.0.words() {
			if !line.is_empty() {
				line.push(' ');
			}
			line.push_str(word);
		}
		line.push('\n');
		create(path, Access::Private, |file| file.write_all(line.as_bytes()).map_err(Error::Write))
	}

	/// The key of the account, the same that polkadot.js makes of the words.
	pub fn account(&self) -> AccountKey {
		let seed = self.seed();
		let mut first = Zeroizing::new([0; 32]);
		first.copy_from_slice(&seed[..32]);
		AccountKey::from_seed(&first)
	}

	/// A key for files. The usual one has the index 0; where it may be known to others, the next one takes its place.
	pub fn file_key(&self, index: u32) -> SecretKey {
		let mut input = Zeroizing::new([0; SEED_BYTES + 4]);
		input[..SEED_BYTES].copy_from_slice(&self.seed()[..]);
		input[SEED_BYTES..].copy_from_slice(&index.to_le_bytes());
		let key = Zeroizing::new(blake3::derive_key(FILE_KEY_CONTEXT, &input[..]));
		SecretKey::from_bytes(&key)
	}

	fn seed(&self) -> Zeroizing<[u8; SEED_BYTES]> {
		let (entropy, length) = self.0.to_entropy_array();
		let entropy = Zeroizing::new(entropy);
		let mut seed = Zeroizing::new([0; SEED_BYTES]);
		pbkdf2::derive(pbkdf2::PBKDF2_HMAC_SHA512, ROUNDS, SALT, &entropy[..length], &mut seed[..]);
		seed
	}
}

impl fmt::Debug for Mnemonic {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("Mnemonic(..)")
	}
}

/// The words in a text, or what is wrong with them, without repeating any.
fn parse(text: &str) -> Result<bip39::Mnemonic, String> {
	let mut plain = Zeroizing::new(String::with_capacity(text.len()));
	plain.extend(text.chars().map(|letter| letter.to_ascii_lowercase()));
	bip39::Mnemonic::parse_in_normalized(Language::English, &plain).map_err(|error| match error {
		bip39::Error::BadWordCount(count) => {
			format!("it has {count} words, and not 12, 15, 18, 21 or 24")
		},
		bip39::Error::UnknownWord(index) => {
			format!("word {} is not on the list of BIP39 in English", index + 1)
		},
		_ => "the words do not belong together in this order".into(),
	})
}
