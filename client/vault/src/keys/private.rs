//! The inside of a private key file: magic, key derivation, cipher, key. Strings have a length of two
//! bytes, big-endian, in front.

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
const CHACHA20_POLY1305: &[u8] = b"chacha20_poly1305";
const SALT: usize = 16;

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
	Locked { salt: &'a [u8], sealed: &'a [u8] },
}

impl<'a> Stored<'a> {
	pub(super) fn parse(bytes: &'a [u8]) -> Result<Self, Fault> {
		let mut rest =
			bytes.strip_prefix(MAGIC).ok_or(Fault::Malformed("it has another magic word"))?;
		match string(&mut rest)? {
			NONE => match string(&mut rest)? {
				NONE => secret_key(string(&mut rest)?).map(Self::Open),
				other => Err(unsupported(other)),
			},
			SCRYPT => {
				// The number of rounds has no meaning for scrypt, whose cost is fixed in this format.
				let options = string(&mut rest)?;
				let salt = options.get(4..).ok_or(Fault::Malformed("its salt is missing"))?;
				match string(&mut rest)? {
					CHACHA20_POLY1305 => Ok(Self::Locked { salt, sealed: string(&mut rest)? }),
					other => Err(unsupported(other)),
				}
			},
			other => Err(unsupported(other)),
		}
	}
}

/// Opens what [`Stored::Locked`] holds.
pub(super) fn unlock(salt: &[u8], sealed: &[u8], passphrase: &str) -> Result<SecretKey, Fault> {
	let mut sealed = Zeroizing::new(sealed.to_vec());
	let key = derive(passphrase, salt);
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
	Cipher::new(&derive(passphrase, &options[4..])).seal(&mut sealed[..])?;
	Ok(join(&[SCRYPT, &options, CHACHA20_POLY1305, &sealed[..]]))
}

fn derive(passphrase: &str, salt: &[u8]) -> Zeroizing<[u8; 32]> {
	let params =
		Params::new(14, 8, 1).expect("N = 16384, r = 8, p = 1 are allowed by RFC 7914; qed");
	let mut key = Zeroizing::new([0; 32]);
	scrypt(passphrase.as_bytes(), salt, &params, &mut key[..])
		.expect("32 bytes are within what scrypt can give; qed");
	key
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

fn unsupported(name: &[u8]) -> Fault {
	Fault::Unsupported(name.escape_ascii().to_string())
}
