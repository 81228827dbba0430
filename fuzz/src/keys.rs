//! Key files.

use std::{io, num::NonZero};

use base64::{prelude::BASE64_STANDARD, Engine};
use ownome_vault::{
	keys::{write_pair, PublicKey, SecretKey},
	Error,
};
use ring::pbkdf2;
use x25519_dalek::StaticSecret;
use zeroize::Zeroizing;

use super::sealed::{private_file, seal};

const LABELS: [&str; 4] =
	["CRYPT4GH PUBLIC KEY", "CRYPT4GH PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "OPENSSH PRIVATE KEY"];
const PASSPHRASE: &str = "correct horse battery";
const SALT: [u8; 16] = [7; 16];

/// The text of a key file, what stands in its armour, or the secret in its lock. Passphrases are given only where the lock is
/// one that costs little.
pub fn keys(data: &[u8]) {
	read(data);
	for label in LABELS {
		read(armoured(label, data).as_bytes());
	}
	locked(data);
}

fn read(file: &[u8]) {
	let file = private_file(file);
	if let Err(error) = PublicKey::read(file.path()) {
		assert!(matches!(error, Error::KeyFile { .. }), "{error}");
	}
	let passphrase = || Err(io::ErrorKind::NotConnected.into());
	match SecretKey::read(file.path(), passphrase) {
		Ok(secret) => written_again(&secret),
		Err(Error::KeyFile { .. } | Error::KeyLock { .. } | Error::NoPassphrase { .. }) => {},
		Err(error) => panic!("{error}"),
	}
}

fn written_again(secret: &SecretKey) {
	let folder = tempfile::tempdir().unwrap();
	let files = write_pair(&folder.path().join("key"), secret, None).unwrap();
	assert_eq!(PublicKey::read(&files.public).unwrap(), secret.public());
	let again = SecretKey::read(&files.secret, || unreachable!("the key is not locked"));
	assert_eq!(again.unwrap().public(), secret.public());
}

/// A secret of any length behind a lock that opens.
fn locked(secret: &[u8]) {
	let mut key = [0; 32];
	let rounds = NonZero::<u32>::MIN;
	pbkdf2::derive(pbkdf2::PBKDF2_HMAC_SHA256, rounds, &SALT, PASSPHRASE.as_bytes(), &mut key);
	let sealed = seal(&key, &secret[..secret.len().min(1000)]);
	let options = [&1u32.to_be_bytes()[..], &SALT].concat();
	let mut inside = b"c4gh-v1".to_vec();
	for string in [&b"pbkdf2_hmac_sha256"[..], &options, b"chacha20_poly1305", &sealed] {
		inside.extend((string.len() as u16).to_be_bytes());
		inside.extend(string);
	}
	let file = private_file(armoured(LABELS[1], &inside).as_bytes());
	let read = SecretKey::read(file.path(), || Ok(Zeroizing::new(PASSPHRASE.into())));
	match (<[u8; 32]>::try_from(secret), read) {
		(Ok(bytes), Ok(read)) => {
			let public = x25519_dalek::PublicKey::from(&StaticSecret::from(bytes));
			assert_eq!(read.public().as_bytes(), public.as_bytes());
		},
		(Err(_), Err(Error::KeyFile { .. })) => {},
		(_, read) => panic!("{read:?}"),
	}
}

fn armoured(label: &str, inside: &[u8]) -> String {
	let body = BASE64_STANDARD.encode(inside);
	format!("-----BEGIN {label}-----\n{body}\n-----END {label}-----\n")
}
