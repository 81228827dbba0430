//! Accounts as files of polkadot.js: JSON of version 3, locked with scrypt and XSalsa20-Poly1305.
//!
//! ```text
//! encoded   = base64(salt 32 ++ N 4 ++ p 4 ++ r 4 ++ nonce 24 ++ tag 16 ++ ciphertext), numbers little-endian
//! plaintext = HEAD 16 ++ private key 64 ++ MIDDLE 5 ++ public key 32
//! ```
//!
//! The private key is the scalar times eight, as Ed25519 has it, and 32 bytes for nonces. The words of the account are not in it.

use std::{
	io::Write,
	path::{Path, PathBuf},
	time::{SystemTime, UNIX_EPOCH},
};

use base64::{prelude::BASE64_STANDARD, Engine};
use crypto_secretbox::{AeadInPlace, Key, KeyInit, Nonce, Tag, XSalsa20Poly1305};
use scrypt::{scrypt, Params};
use serde::{Deserialize, Serialize};
use sp_core::crypto::{AccountId32, Ss58Codec};
use zeroize::Zeroizing;

use super::{files, AccountKey};
use crate::{
	aead::fill_random,
	files::{create, Access},
	Error, Result,
};

const SR25519: &str = "sr25519";
/// The kinds of key that polkadot.js writes besides.
const OTHER_KINDS: [&str; 3] = ["ed25519", "ecdsa", "ethereum"];
const PKCS8: &str = "pkcs8";
const LOCK: [&str; 2] = ["scrypt", "xsalsa20-poly1305"];
const NOT_LOCKED: &str = "none";
const VERSION: &str = "3";

const SALT: usize = 32;
const COSTS: usize = 12;
const NONCE: usize = 24;
const TAG: usize = 16;
const SECRET: usize = 64;
const PUBLIC: usize = 32;
/// What stands before the private key, and between it and the public key.
const HEAD: [u8; 16] = [48, 83, 2, 1, 1, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32];
const MIDDLE: [u8; 5] = [161, 35, 3, 33, 0];
const PLAINTEXT: usize = HEAD.len() + SECRET + MIDDLE.len() + PUBLIC;

const DAMAGED: &str = "it is damaged";

/// How much work scrypt makes of a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cost {
	log_n: u8,
	p: u32,
	r: u32,
}

/// All that polkadot.js takes, the last of which it and this crate write: a file must not be a trap.
const COSTS_TAKEN: [Cost; 6] = [
	Cost { log_n: 13, p: 10, r: 8 },
	Cost { log_n: 14, p: 5, r: 8 },
	Cost { log_n: 15, p: 3, r: 8 },
	Cost { log_n: 15, p: 1, r: 8 },
	Cost { log_n: 16, p: 2, r: 8 },
	COST_WRITTEN,
];
const COST_WRITTEN: Cost = Cost { log_n: 17, p: 1, r: 8 };

/// An account in a file of polkadot.js, which waits for its passphrase.
#[derive(Debug)]
pub struct Keystore {
	path: PathBuf,
	account: [u8; 32],
	name: Option<String>,
	locked: Locked,
}

/// A locked key, and what its lock was made with.
#[derive(Debug)]
struct Locked {
	salt: [u8; SALT],
	cost: Cost,
	nonce: [u8; NONCE],
	tag: [u8; TAG],
	ciphertext: [u8; PLAINTEXT],
}

/// The file. What else a wallet writes there is not looked at.
#[derive(Serialize, Deserialize)]
struct File {
	encoded: String,
	encoding: Encoding,
	address: String,
	#[serde(default)]
	meta: Meta,
}

#[derive(Serialize, Deserialize)]
struct Encoding {
	content: Vec<String>,
	#[serde(rename = "type")]
	lock: Names,
	version: String,
}

/// A list, which older files have as one text where it has one item.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Names {
	One(String),
	Many(Vec<String>),
}

#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Meta {
	#[serde(skip_serializing_if = "Option::is_none")]
	name: Option<String>,
	#[serde(skip_deserializing)]
	when_created: u64,
}

impl Keystore {
	/// Reads the file of an account, which only its owner may be able to read.
	///
	/// # Errors
	/// [`Error::ReadPath`], [`Error::NotAFile`], [`Error::KeyExposed`], [`Error::AccountKind`] for a key of another kind than
	/// sr25519, and [`Error::Keystore`].
	pub fn read(path: &Path) -> Result<Self> {
		let bytes = files::read_private(path)?;
		let malformed = |reason| Error::Keystore { path: path.into(), reason };
		let text = files::text_of(&bytes).map_err(malformed)?;
		let file: File = serde_json::from_str(text)
			.map_err(|_| malformed("it is not the JSON of one account"))?;
		let kind = |name: &&str| file.encoding.content.iter().any(|found| found == name);
		if let Some(kind) = OTHER_KINDS.into_iter().find(kind) {
			return Err(Error::AccountKind { path: path.into(), kind });
		}
		let account = AccountId32::from_ss58check(&file.address)
			.map_err(|_| malformed("its address is damaged"))?;
		let locked = Locked::of(&file).map_err(malformed)?;
		Ok(Self { path: path.into(), account: account.into(), name: file.meta.name, locked })
	}

	/// Writes an account as a new file, for its owner only. The name is what wallets show.
	///
	/// # Errors
	/// [`Error::EmptyPassphrase`], [`Error::Random`], [`Error::Exists`], [`Error::NoFolder`], [`Error::WritePath`] and
	/// [`Error::DiskFull`].
	pub fn write(path: &Path, key: &AccountKey, name: &str, passphrase: &str) -> Result<()> {
		if passphrase.is_empty() {
			return Err(Error::EmptyPassphrase);
		}
		let locked = Locked::new(key, passphrase)?;
		let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
		let file = File {
			encoded: BASE64_STANDARD.encode(locked.to_bytes()),
			encoding: Encoding {
				content: [PKCS8, SR25519].map(str::to_owned).into(),
				lock: Names::Many(LOCK.map(str::to_owned).into()),
				version: VERSION.into(),
			},
			address: AccountId32::from(key.account()).to_ss58check(),
			meta: Meta {
				name: Some(name.into()),
				when_created: u64::try_from(since.as_millis()).unwrap_or_default(),
			},
		};
		let text = serde_json::to_string(&file).expect("texts and numbers are JSON; qed");
		create(path, Access::Private, |file| file.write_all(text.as_bytes()).map_err(Error::Write))
	}

	/// The account, as the file states it. [`Keystore::unlock`] sees whether its key is in the file.
	pub fn account(&self) -> [u8; 32] {
		self.account
	}

	/// The name that its owner gave it in the wallet.
	pub fn name(&self) -> Option<&str> {
		self.name.as_deref()
	}

	/// The key of the account.
	///
	/// # Errors
	/// [`Error::Passphrase`], and [`Error::Keystore`] where the file holds the key of another account than it states.
	pub fn unlock(&self, passphrase: &str) -> Result<AccountKey> {
		let key = self
			.locked
			.open(passphrase)
			.ok_or_else(|| Error::Passphrase { path: self.path.clone() })?;
		key.filter(|key| key.account() == self.account).ok_or_else(|| Error::Keystore {
			path: self.path.clone(),
			reason: "its key is not that of its address",
		})
	}
}

impl Locked {
	/// Locks a key.
	fn new(key: &AccountKey, passphrase: &str) -> Result<Self> {
		let mut locked = Self {
			salt: [0; SALT],
			cost: COST_WRITTEN,
			nonce: [0; NONCE],
			tag: [0; TAG],
			ciphertext: [0; PLAINTEXT],
		};
		fill_random(&mut locked.salt)?;
		fill_random(&mut locked.nonce)?;
		let mut plaintext = Zeroizing::new(Vec::with_capacity(PLAINTEXT));
		for part in [&HEAD[..], &key.to_stored()[..], &MIDDLE, &key.account()] {
			plaintext.extend_from_slice(part);
		}
		let tag = locked
			.cipher(passphrase)
			.encrypt_in_place_detached(Nonce::from_slice(&locked.nonce), b"", &mut plaintext)
			.expect("there is no additional data; qed");
		locked.tag.copy_from_slice(&tag);
		locked.ciphertext.copy_from_slice(&plaintext);
		Ok(locked)
	}

	/// What a file holds, or what is wrong with it.
	fn of(file: &File) -> Result<Self, &'static str> {
		let Encoding { content, lock, version } = &file.encoding;
		let locks = match lock {
			Names::One(one) => std::slice::from_ref(one),
			Names::Many(all) => all,
		};
		if locks.iter().any(|lock| lock == NOT_LOCKED) {
			return Err("it is not locked with a passphrase");
		}
		if version != VERSION {
			return Err("it is of another version than 3");
		}
		if content != &[PKCS8, SR25519] || locks != LOCK {
			return Err("it is encoded in another way");
		}
		let bytes = BASE64_STANDARD.decode(&file.encoded).map_err(|_| DAMAGED)?;
		Self::from_bytes(&bytes)
	}

	fn from_bytes(bytes: &[u8]) -> Result<Self, &'static str> {
		let mut rest = bytes;
		let salt = take(&mut rest)?;
		let costs: [u8; COSTS] = take(&mut rest)?;
		let nonce = take(&mut rest)?;
		let tag = take(&mut rest)?;
		let ciphertext = rest.try_into().map_err(|_| DAMAGED)?;
		let cost = COSTS_TAKEN
			.into_iter()
			.find(|cost| cost.to_bytes() == costs)
			.ok_or("it asks for an amount of work on the passphrase that polkadot.js does not")?;
		Ok(Self { salt, cost, nonce, tag, ciphertext })
	}

	fn to_bytes(&self) -> Vec<u8> {
		let costs = self.cost.to_bytes();
		[&self.salt[..], &costs, &self.nonce, &self.tag, &self.ciphertext].concat()
	}

	/// What a passphrase opens, if it is the right one: a key, if there is one in it.
	fn open(&self, passphrase: &str) -> Option<Option<AccountKey>> {
		let mut plaintext = Zeroizing::new(self.ciphertext);
		self.cipher(passphrase)
			.decrypt_in_place_detached(
				Nonce::from_slice(&self.nonce),
				b"",
				&mut plaintext[..],
				Tag::from_slice(&self.tag),
			)
			.ok()?;
		Some(key_in(&plaintext))
	}

	fn cipher(&self, passphrase: &str) -> XSalsa20Poly1305 {
		let Cost { log_n, p, r } = self.cost;
		let params = Params::new(log_n, r, p).expect("these are allowed by RFC 7914; qed");
		let mut key = Zeroizing::new([0; 32]);
		scrypt(passphrase.as_bytes(), &self.salt, &params, &mut key[..])
			.expect("32 bytes are within what scrypt can give; qed");
		XSalsa20Poly1305::new(Key::from_slice(&key[..]))
	}
}

impl Cost {
	fn to_bytes(self) -> [u8; COSTS] {
		let mut bytes = [0; COSTS];
		let numbers = [1 << self.log_n, self.p, self.r];
		for (place, number) in bytes.chunks_exact_mut(4).zip(numbers) {
			place.copy_from_slice(&number.to_le_bytes());
		}
		bytes
	}
}

/// The key in an opened file, if it is one.
fn key_in(plaintext: &[u8; PLAINTEXT]) -> Option<AccountKey> {
	let rest = plaintext.strip_prefix(&HEAD)?;
	let (secret, rest) = rest.split_first_chunk::<SECRET>()?;
	let public = rest.strip_prefix(&MIDDLE)?;
	AccountKey::from_stored(secret).filter(|key| key.account() == *public)
}

fn take<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N], &'static str> {
	let (first, tail) = rest.split_first_chunk().ok_or(DAMAGED)?;
	*rest = tail;
	Ok(*first)
}
