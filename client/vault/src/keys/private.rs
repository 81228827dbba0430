//! The inside of a private key file: magic, key derivation, cipher, key. Strings have a length of two
//! bytes, big-endian, in front.

use std::num::NonZeroU32;

use bcrypt_pbkdf::bcrypt_pbkdf;
use ring::pbkdf2;
use scrypt::{scrypt, Params};
use zeroize::Zeroizing;

use super::SecretKey;
use crate::{
	aead::{fill_random, Cipher, NONCE, OVERHEAD},
	Result,
};

const MAGIC: &[u8] = b"c4gh-v1";
const NONE: &[u8] = b"none";
const SCRYPT: &[u8] = b"scrypt";
const BCRYPT: &[u8] = b"bcrypt";
const PBKDF2_HMAC_SHA256: &[u8] = b"pbkdf2_hmac_sha256";
const CHACHA20_POLY1305: &[u8] = b"chacha20_poly1305";
const SALT: usize = 16;

/// Far more rounds than any tool takes, and about a minute of work: a key file must not be a trap.
pub(super) const MAX_BCRYPT_ROUNDS: u32 = 4_096;
const MAX_PBKDF2_ROUNDS: u32 = 100_000_000;
pub(super) const TOO_MANY_ROUNDS: &str = "it asks for too many rounds of work on the passphrase";

/// Why the inside of a key file cannot be used.
pub(super) enum Fault {
	Malformed(&'static str),
	/// The key derivation function or the cipher is another one.
	Unsupported(String),
	WrongPassphrase,
}

/// A private key as it stands in its file.
pub(super) enum Stored<'a> {
	Open(SecretKey),
	Locked { lock: Lock<'a>, sealed: &'a [u8] },
}

/// How the key of a lock is made from a passphrase.
#[derive(Clone, Copy)]
pub(super) enum Lock<'a> {
	Scrypt { salt: &'a [u8] },
	Bcrypt { salt: &'a [u8], rounds: u32 },
	Pbkdf2 { salt: &'a [u8], rounds: NonZeroU32 },
}

impl<'a> Stored<'a> {
	pub(super) fn parse(bytes: &'a [u8]) -> Result<Self, Fault> {
		let mut rest =
			bytes.strip_prefix(MAGIC).ok_or(Fault::Malformed("it has another magic word"))?;
		let derivation = string(&mut rest)?;
		if derivation == NONE {
			return match string(&mut rest)? {
				NONE => secret_key(string(&mut rest)?).map(Self::Open),
				other => Err(unsupported(other)),
			};
		}
		let lock = Lock::parse(derivation, &mut rest)?;
		match string(&mut rest)? {
			CHACHA20_POLY1305 => Ok(Self::Locked { lock, sealed: string(&mut rest)? }),
			other => Err(unsupported(other)),
		}
	}
}

impl<'a> Lock<'a> {
	fn parse(derivation: &[u8], rest: &mut &'a [u8]) -> Result<Self, Fault> {
		if ![SCRYPT, BCRYPT, PBKDF2_HMAC_SHA256].contains(&derivation) {
			return Err(unsupported(derivation));
		}
		let (rounds, salt) = string(rest)?
			.split_first_chunk::<4>()
			.filter(|(_, salt)| !salt.is_empty())
			.ok_or(Fault::Malformed("its salt is missing"))?;
		// The cost of scrypt is fixed in this format, so that there the number has no meaning.
		if derivation == SCRYPT {
			return Ok(Self::Scrypt { salt });
		}
		let rounds = NonZeroU32::new(u32::from_be_bytes(*rounds))
			.ok_or(Fault::Malformed("it asks for no work on the passphrase"))?;
		let (lock, max) = match derivation {
			BCRYPT => (Self::Bcrypt { salt, rounds: rounds.get() }, MAX_BCRYPT_ROUNDS),
			_ => (Self::Pbkdf2 { salt, rounds }, MAX_PBKDF2_ROUNDS),
		};
		if rounds.get() > max {
			return Err(Fault::Malformed(TOO_MANY_ROUNDS));
		}
		Ok(lock)
	}

	/// The key that a passphrase gives; none where the passphrase is empty and must not be.
	fn key(self, passphrase: &str) -> Option<Zeroizing<[u8; 32]>> {
		let passphrase = passphrase.as_bytes();
		let mut key = Zeroizing::new([0; 32]);
		match self {
			Self::Scrypt { salt } => {
				let params = Params::new(14, 8, 1)
					.expect("N = 16384, r = 8, p = 1 are allowed by RFC 7914; qed");
				scrypt(passphrase, salt, &params, &mut key[..])
					.expect("32 bytes are within what scrypt can give; qed");
			},
			Self::Bcrypt { salt, rounds } => {
				bcrypt_pbkdf(passphrase, salt, rounds, &mut key[..]).ok()?
			},
			Self::Pbkdf2 { salt, rounds } => {
				pbkdf2::derive(pbkdf2::PBKDF2_HMAC_SHA256, rounds, salt, passphrase, &mut key[..])
			},
		}
		Some(key)
	}
}

/// Opens what [`Stored::Locked`] holds.
pub(super) fn unlock(lock: Lock<'_>, sealed: &[u8], passphrase: &str) -> Result<SecretKey, Fault> {
	let key = lock.key(passphrase).ok_or(Fault::WrongPassphrase)?;
	let mut sealed = Zeroizing::new(sealed.to_vec());
	secret_key(Cipher::new(&key).open(&mut sealed).ok_or(Fault::WrongPassphrase)?)
}

/// The inside of a file without a passphrase.
pub(super) fn encode_open(secret: &SecretKey) -> Zeroizing<Vec<u8>> {
	join(&[NONE, NONE, secret.as_bytes()])
}

/// The inside of a file with a passphrase.
pub(super) fn encode_locked(secret: &SecretKey, passphrase: &str) -> Result<Zeroizing<Vec<u8>>> {
	let mut options = [0; 4 + SALT];
	fill_random(&mut options[4..])?;
	let mut sealed = Zeroizing::new([0; OVERHEAD + 32]);
	sealed[NONCE..NONCE + 32].copy_from_slice(secret.as_bytes());
	let key = Lock::Scrypt { salt: &options[4..] }
		.key(passphrase)
		.expect("scrypt takes every passphrase; qed");
	Cipher::new(&key).seal(&mut sealed[..])?;
	Ok(join(&[SCRYPT, &options, CHACHA20_POLY1305, &sealed[..]]))
}

fn join(strings: &[&[u8]]) -> Zeroizing<Vec<u8>> {
	let length = strings.iter().map(|string| 2 + string.len()).sum::<usize>();
	let mut bytes = Zeroizing::new(Vec::with_capacity(MAGIC.len() + length));
	bytes.extend_from_slice(MAGIC);
	for string in strings {
		bytes.extend_from_slice(&(string.len() as u16).to_be_bytes());
		bytes.extend_from_slice(string);
	}
	bytes
}

fn string<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8], Fault> {
	let (length, tail) =
		rest.split_first_chunk::<2>().ok_or(Fault::Malformed("it is cut short"))?;
	let (string, tail) = tail
		.split_at_checked(u16::from_be_bytes(*length).into())
		.ok_or(Fault::Malformed("it is cut short"))?;
	*rest = tail;
	Ok(string)
}

fn secret_key(bytes: &[u8]) -> Result<SecretKey, Fault> {
	bytes
		.try_into()
		.map(SecretKey::from_bytes)
		.map_err(|_| Fault::Malformed("its key has the wrong length"))
}

/// Names what is not known here, if it is a name: a damaged file may have its key in this place.
fn unsupported(name: &[u8]) -> Fault {
	let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.@".contains(&byte);
	match std::str::from_utf8(name) {
		Ok(name) if !name.is_empty() && name.len() < 32 && name.bytes().all(is_plain) => {
			Fault::Unsupported(name.into())
		},
		_ => Fault::Malformed("it does not say how it is locked"),
	}
}
