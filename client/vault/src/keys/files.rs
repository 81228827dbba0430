//! Reading and writing key files.

use std::{
	fs::{self, File, Metadata},
	io::{self, Read, Write},
	os::unix::fs::PermissionsExt,
	path::{Path, PathBuf},
};

use zeroize::Zeroizing;

use super::{
	openssh, pem,
	private::{self, Fault, Stored},
	Key, PublicKey, SecretKey,
};
use crate::{
	files::{create, expect_free, open, Access},
	Error, Result,
};

pub(super) const PUBLIC: &str = "CRYPT4GH PUBLIC KEY";
const PRIVATE: &str = "CRYPT4GH PRIVATE KEY";
/// What other tools write over a locked private key. The inside is the same.
const LOCKED: [&str; 2] = ["CRYPT4GH ENCRYPTED PRIVATE KEY", "ENCRYPTED PRIVATE KEY"];
/// Far more than a key file has.
const MAX_FILE_BYTES: usize = 16 * 1024;

/// The names of the two files of a key pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFiles {
	/// The private key, which only its holder may read.
	pub secret: PathBuf,
	/// The public key, which may be given to everybody.
	pub public: PathBuf,
}

impl KeyFiles {
	/// `NAME.sec` and `NAME.pub`.
	pub fn of(name: &Path) -> Self {
		let with = |suffix| {
			let mut path = name.as_os_str().to_owned();
			path.push(suffix);
			PathBuf::from(path)
		};
		Self { secret: with(".sec"), public: with(".pub") }
	}

	/// Refuses names that are taken.
	///
	/// # Errors
	/// [`Error::Exists`].
	pub fn expect_free(&self) -> Result<()> {
		[&self.secret, &self.public].into_iter().try_for_each(|path| expect_free(path))
	}
}

/// Writes a key pair as `NAME.sec` and `NAME.pub`, both or none. The private key is locked with scrypt
/// and ChaCha20-Poly1305 if there is a passphrase, and only its owner may read the file.
///
/// # Errors
/// [`Error::Exists`] if one of the files is there already, [`Error::EmptyPassphrase`],
/// [`Error::WritePath`], [`Error::DiskFull`] and [`Error::Random`].
pub fn write_pair(name: &Path, secret: &SecretKey, passphrase: Option<&str>) -> Result<KeyFiles> {
	let files = KeyFiles::of(name);
	files.expect_free()?;
	let inside = match passphrase {
		Some("") => return Err(Error::EmptyPassphrase),
		Some(passphrase) => private::encode_locked(secret, passphrase)?,
		None => private::encode_open(secret),
	};
	write(&files.secret, Access::Private, &pem::encode(PRIVATE, &inside))?;
	let public = pem::encode(PUBLIC, secret.public().as_bytes());
	write(&files.public, Access::Shared, &public).inspect_err(|_| {
		// Best effort: the first error is the one to report.
		let _ = fs::remove_file(&files.secret);
	})?;
	Ok(files)
}

impl PublicKey {
	/// Reads a public key file: of Crypt4GH, or of OpenSSH for a key of the kind ed25519.
	///
	/// # Errors
	/// [`Error::ReadPath`] and [`Error::KeyFile`].
	pub fn read(path: &Path) -> Result<Self> {
		let malformed =
			|reason| Error::KeyFile { path: path.into(), kind: "Crypt4GH public", reason };
		let text = read(path, open(path)?)?;
		let text = text_of(&text).map_err(malformed)?;
		if openssh::is_public_key(text) {
			return openssh::public_key(text).map_err(malformed);
		}
		let bytes = pem::decode(&[PUBLIC], text).map_err(malformed)?.1;
		bytes[..]
			.try_into()
			.map(Self)
			.map_err(|_| malformed("its key has the wrong length"))
	}
}

impl SecretKey {
	/// Reads a private key file, which only its owner may be able to read: of Crypt4GH, locked with scrypt, bcrypt or
	/// PBKDF2 or not at all, or of OpenSSH for a key of the kind ed25519. `passphrase` is called only if the file is locked.
	///
	/// # Errors
	/// [`Error::ReadPath`], [`Error::NotAFile`], [`Error::KeyExposed`], [`Error::KeyFile`], [`Error::KeyLock`], [`Error::Passphrase`] and
	/// [`Error::NoPassphrase`].
	pub fn read(
		path: &Path,
		passphrase: impl FnOnce() -> io::Result<Zeroizing<String>>,
	) -> Result<Self> {
		let fault = |fault| match fault {
			Fault::Malformed(reason) => {
				Error::KeyFile { path: path.into(), kind: "Crypt4GH private", reason }
			},
			Fault::Unsupported(method) => Error::KeyLock { path: path.into(), method },
			Fault::WrongPassphrase => Error::Passphrase { path: path.into() },
		};
		let text = read_private(path)?;
		let passphrase =
			|| passphrase().map_err(|source| Error::NoPassphrase { path: path.into(), source });
		let (label, bytes) = text_of(&text)
			.and_then(|text| pem::decode(&[PRIVATE, LOCKED[0], LOCKED[1], openssh::PRIVATE], text))
			.map_err(|reason| fault(Fault::Malformed(reason)))?;
		if label == openssh::PRIVATE {
			let stored = openssh::Stored::parse(&bytes).map_err(fault)?;
			return match stored.is_locked() {
				true => stored.unlock(&passphrase()?),
				false => stored.secret(),
			}
			.map_err(fault);
		}
		match Stored::parse(&bytes).map_err(fault)? {
			Stored::Open(secret) => Ok(secret),
			Stored::Locked { lock, sealed } => {
				private::unlock(lock, sealed, &passphrase()?).map_err(fault)
			},
		}
	}
}

/// Reads a key of 32 bytes that only its owner may be able to read; `kind` names it in errors.
pub(super) fn read_key(path: &Path, label: &str, kind: &'static str) -> Result<Key> {
	let malformed = |reason| Error::KeyFile { path: path.into(), kind, reason };
	let text = read_private(path)?;
	let bytes = text_of(&text)
		.and_then(|text| pem::decode(&[label], text))
		.map_err(malformed)?
		.1;
	let mut key = Key::new([0; 32]);
	if bytes.len() != key.len() {
		return Err(malformed("its key has the wrong length"));
	}
	key.copy_from_slice(&bytes);
	Ok(key)
}

/// Writes a key of 32 bytes, for its owner only.
pub(super) fn write_key(path: &Path, label: &str, key: &Key) -> Result<()> {
	write(path, Access::Private, &pem::encode(label, &key[..]))
}

pub(super) fn text_of(file: &[u8]) -> Result<&str, &'static str> {
	if file.len() > MAX_FILE_BYTES {
		return Err("it is too large");
	}
	std::str::from_utf8(file).map(str::trim).map_err(|_| "it is not a text")
}

/// The text of a file which only its owner may be able to read.
pub(super) fn read_private(path: &Path) -> Result<Zeroizing<Vec<u8>>> {
	if expect_file(path)?.permissions().mode() & 0o077 != 0 {
		return Err(Error::KeyExposed { path: path.into() });
	}
	read(path, open(path)?)
}

/// The text of a file, whoever may read it.
pub(super) fn read_any(path: &Path) -> Result<Zeroizing<Vec<u8>>> {
	expect_file(path)?;
	read(path, open(path)?)
}

/// Refuses what is no file before it is opened: that would wait for ever where nobody writes to a pipe.
fn expect_file(path: &Path) -> Result<Metadata> {
	let metadata = fs::metadata(path).map_err(|source| Error::read(path, source))?;
	match metadata.is_file() {
		true => Ok(metadata),
		false => Err(Error::NotAFile { path: path.into() }),
	}
}

fn read(path: &Path, file: File) -> Result<Zeroizing<Vec<u8>>> {
	// Room for everything, so that no copy of a secret is left behind when the buffer grows.
	let mut bytes = Zeroizing::new(Vec::with_capacity(MAX_FILE_BYTES + 64));
	file.take(MAX_FILE_BYTES as u64 + 1)
		.read_to_end(&mut bytes)
		.map_err(|source| Error::read(path, source))?;
	Ok(bytes)
}

fn write(path: &Path, access: Access, text: &str) -> Result<()> {
	create(path, access, |file| file.write_all(text.as_bytes()).map_err(Error::Write))
}
