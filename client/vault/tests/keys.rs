//! Key files: what is written, what is refused, and files of another tool.
#![allow(clippy::unwrap_used)]

use std::{
	fs::{self, Permissions},
	io,
	os::unix::fs::PermissionsExt,
	path::{Path, PathBuf},
};

use base64::{prelude::BASE64_STANDARD, Engine};
use ownome_vault::{
	keys::{write_pair, KeyFiles, PublicKey, SecretKey},
	stream, Error,
};
use tempfile::tempdir;
use zeroize::Zeroizing;

fn data(name: &str) -> PathBuf {
	Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

/// Writes a private key as other tools do.
fn write_secret(path: &Path, text: impl AsRef<[u8]>) {
	fs::write(path, text).unwrap();
	fs::set_permissions(path, Permissions::from_mode(0o600)).unwrap();
}

/// Reads a private key of the reference tool, which a checkout of this repository makes readable for all.
fn read_data(
	name: &str,
	passphrase: impl FnOnce() -> io::Result<Zeroizing<String>>,
) -> Result<SecretKey, Error> {
	let folder = tempdir().unwrap();
	let path = folder.path().join(name);
	write_secret(&path, fs::read(data(name)).unwrap());
	SecretKey::read(&path, passphrase)
}

fn answer(passphrase: &str) -> impl FnOnce() -> io::Result<Zeroizing<String>> {
	let passphrase = Zeroizing::new(passphrase.to_owned());
	|| Ok(passphrase)
}

fn unasked() -> io::Result<Zeroizing<String>> {
	panic!("the passphrase of an open key was asked for")
}

#[test]
fn an_open_pair_comes_back() {
	let folder = tempdir().unwrap();
	let secret = SecretKey::generate().unwrap();
	let files = write_pair(&folder.path().join("me"), &secret, None).unwrap();
	assert_eq!(files.secret, folder.path().join("me.sec"));
	assert_eq!(files.public, folder.path().join("me.pub"));
	assert_eq!(PublicKey::read(&files.public).unwrap(), secret.public());
	assert_eq!(SecretKey::read(&files.secret, unasked).unwrap().public(), secret.public());
}

#[test]
fn a_locked_pair_needs_its_passphrase() {
	let folder = tempdir().unwrap();
	let secret = SecretKey::generate().unwrap();
	let files = write_pair(&folder.path().join("me"), &secret, Some("für mich")).unwrap();
	let read = |passphrase| SecretKey::read(&files.secret, answer(passphrase));
	assert_eq!(read("für mich").unwrap().public(), secret.public());
	for wrong in ["für dich", ""] {
		let error = read(wrong).unwrap_err();
		assert!(matches!(error, Error::Passphrase { .. }));
		assert!(error.to_string().contains("me.sec"));
	}
	let unreadable = SecretKey::read(&files.secret, || Err(io::ErrorKind::NotConnected.into()));
	assert!(matches!(unreadable, Err(Error::NoPassphrase { .. })));
}

#[test]
fn an_empty_passphrase_is_refused() {
	let folder = tempdir().unwrap();
	let secret = SecretKey::generate().unwrap();
	let written = write_pair(&folder.path().join("me"), &secret, Some(""));
	assert!(matches!(written, Err(Error::EmptyPassphrase)));
	assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn only_the_holder_may_read_the_private_key() {
	let folder = tempdir().unwrap();
	let secret = SecretKey::generate().unwrap();
	let files = write_pair(&folder.path().join("me"), &secret, None).unwrap();
	let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
	assert_eq!(mode(&files.secret), 0o600);
	assert_eq!(mode(&files.public) & 0o600, 0o600);
	assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "no temporary file is left");
}

#[test]
fn a_private_key_that_others_can_read_is_refused() {
	let folder = tempdir().unwrap();
	let secret = SecretKey::generate().unwrap();
	let files = write_pair(&folder.path().join("me"), &secret, None).unwrap();
	for mode in [0o644, 0o640, 0o604] {
		fs::set_permissions(&files.secret, Permissions::from_mode(mode)).unwrap();
		let error = SecretKey::read(&files.secret, unasked).unwrap_err();
		assert!(matches!(error, Error::KeyExposed { .. }));
		let hint = format!("run `chmod 600 {}`.", files.secret.display());
		assert!(error.to_string().ends_with(&hint), "{error}");
	}
	fs::set_permissions(&files.secret, Permissions::from_mode(0o400)).unwrap();
	assert!(SecretKey::read(&files.secret, unasked).is_ok());
}

#[test]
fn a_key_is_never_overwritten() {
	let folder = tempdir().unwrap();
	let name = folder.path().join("me");
	let (old, new) = (SecretKey::generate().unwrap(), SecretKey::generate().unwrap());
	let files = write_pair(&name, &old, None).unwrap();
	assert!(matches!(write_pair(&name, &new, None), Err(Error::Exists { .. })));
	assert_eq!(SecretKey::read(&files.secret, unasked).unwrap().public(), old.public());

	fs::remove_file(&files.secret).unwrap();
	assert!(
		matches!(write_pair(&name, &new, None), Err(Error::Exists { path }) if path == files.public)
	);
	assert!(!files.secret.exists(), "both files or none");
	assert_eq!(PublicKey::read(&files.public).unwrap(), old.public());
}

#[test]
fn a_folder_that_is_missing_is_named() {
	let folder = tempdir().unwrap();
	let name = folder.path().join("nowhere/me");
	let error = write_pair(&name, &SecretKey::generate().unwrap(), None).unwrap_err();
	assert!(matches!(error, Error::NoFolder { .. }));
	assert!(error.to_string().contains("nowhere/me.sec"), "{error}");
	let error = PublicKey::read(&KeyFiles::of(&name).public).unwrap_err();
	assert!(matches!(error, Error::ReadPath { .. }));
	assert!(error.to_string().contains("nowhere/me.pub"), "{error}");
}

#[test]
fn keys_of_the_reference_tool_are_read() {
	let open = read_data("open.sec", unasked).unwrap();
	assert_eq!(open.public(), PublicKey::read(&data("open.pub")).unwrap());
	let locked = read_data("scrypt.sec", answer("correct horse battery")).unwrap();
	assert_eq!(locked.public(), PublicKey::read(&data("scrypt.pub")).unwrap());
	let wrong = read_data("scrypt.sec", answer("correct horse"));
	assert!(matches!(wrong, Err(Error::Passphrase { .. })));
}

#[test]
fn a_file_of_the_reference_tool_is_decrypted() {
	let file = fs::read(data("reference.c4gh")).unwrap();
	for secret in [
		read_data("open.sec", unasked).unwrap(),
		read_data("scrypt.sec", answer("correct horse battery")).unwrap(),
	] {
		let mut text = Vec::new();
		stream::decrypt(&file[..], &mut text, &secret).unwrap();
		assert_eq!(text, b"The genome is yours.\n");
	}
}

#[test]
fn every_lock_of_the_reference_tool_opens_with_its_passphrase_only() {
	let public = PublicKey::read(&data("open.pub")).unwrap();
	for name in ["bcrypt.sec", "pbkdf2.sec"] {
		let secret = read_data(name, answer("correct horse battery")).unwrap();
		assert_eq!(secret.public(), public, "{name}");
		for wrong in ["correct horse", ""] {
			let wrong = read_data(name, answer(wrong));
			assert!(matches!(wrong, Err(Error::Passphrase { .. })), "{name}");
		}
	}
}

#[test]
fn keys_of_openssh_are_the_x25519_keys_that_libsodium_makes_of_them() {
	for (name, public) in [
		("ed25519", "ecaa308bb07ebfd94399ecc181082765e3e87a43bf641b3020e6ccc626813441"),
		("ed25519-locked", "c810cca8cc3566e4d6bd8b2d1cf6584cc472805e3b3d8d0d7e200e6d972cf150"),
	] {
		let secret = read_data(name, || match name {
			"ed25519" => unasked(),
			_ => answer("correct horse battery")(),
		});
		assert_eq!(secret.unwrap().public().to_string(), public);
		let read = PublicKey::read(&data(&format!("{name}.pub"))).unwrap();
		assert_eq!(read.to_string(), public);
	}
	for wrong in ["correct horse", ""] {
		let error = read_data("ed25519-locked", answer(wrong)).unwrap_err();
		assert!(matches!(error, Error::Passphrase { .. }), "{error}");
	}
}

#[test]
fn other_keys_of_openssh_are_refused_by_name() {
	let error = PublicKey::read(&data("ecdsa.pub")).unwrap_err();
	assert!(error.to_string().contains("not of the kind ed25519"), "{error}");
	let folder = tempdir().unwrap();
	let path = folder.path().join("key");
	let public = fs::read_to_string(data("ed25519.pub")).unwrap();
	let line = |key: &[u8]| {
		let blob = [b"\0\0\0\x0bssh-ed25519\0\0\0\x20", key].concat();
		format!("ssh-ed25519 {} me\n", BASE64_STANDARD.encode(blob))
	};
	let mut identity = [0; 32];
	identity[0] = 1;
	// The point of order 8, and a point that is not on the curve.
	let order_8 = "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05";
	for wrong in [
		"ssh-ed25519".into(),
		public.replace("AAAA", "AAAB"),
		line(&identity),
		line(&hex::decode(order_8).unwrap()),
		line(&[2; 32]),
		line(&[0; 31]),
	] {
		fs::write(&path, &wrong).unwrap();
		let error = PublicKey::read(&path).unwrap_err();
		assert!(matches!(error, Error::KeyFile { .. }), "{wrong} {error}");
	}
	let secret = fs::read_to_string(data("ed25519")).unwrap();
	let body: String = secret.lines().filter(|line| !line.starts_with('-')).collect();
	let bytes = BASE64_STANDARD.decode(body).unwrap();
	for length in 0..bytes.len() {
		let body = BASE64_STANDARD.encode(&bytes[..length]);
		let label = "OPENSSH PRIVATE KEY";
		write_secret(&path, format!("-----BEGIN {label}-----\n{body}\n-----END {label}-----\n"));
		let error = SecretKey::read(&path, unasked).unwrap_err();
		assert!(matches!(error, Error::KeyFile { .. }), "{length} {error}");
	}
}

/// The inside of a private key file that is locked.
fn locked(derivation: &[u8], options: &[u8], cipher: &[u8]) -> String {
	let mut bytes = b"c4gh-v1".to_vec();
	for string in [derivation, options, cipher, &[0; 60]] {
		bytes.extend((string.len() as u16).to_be_bytes());
		bytes.extend(string);
	}
	let label = "CRYPT4GH PRIVATE KEY";
	let body = BASE64_STANDARD.encode(bytes);
	format!("-----BEGIN {label}-----\n{body}\n-----END {label}-----\n")
}

#[test]
fn a_lock_that_is_a_trap_is_refused_before_the_passphrase_is_asked_for() {
	let folder = tempdir().unwrap();
	let path = folder.path().join("key");
	let options = |rounds: u32, salt: &[u8]| [&rounds.to_be_bytes(), salt].concat();
	for (derivation, options) in [
		(&b"bcrypt"[..], options(4_097, b"salt")),
		(b"bcrypt", options(0, b"salt")),
		(b"bcrypt", options(100, b"")),
		(b"pbkdf2_hmac_sha256", options(u32::MAX, b"salt")),
		(b"pbkdf2_hmac_sha256", options(0, b"salt")),
		(b"scrypt", vec![0; 3]),
	] {
		write_secret(&path, locked(derivation, &options, b"chacha20_poly1305"));
		let error = SecretKey::read(&path, unasked).unwrap_err();
		assert!(matches!(error, Error::KeyFile { .. }), "{error}");
	}
}

#[test]
fn other_locks_are_refused_by_name() {
	let folder = tempdir().unwrap();
	let path = folder.path().join("key");
	for (derivation, cipher, name) in [
		(&b"argon2id"[..], &b"chacha20_poly1305"[..], "argon2id"),
		(b"bcrypt", b"aes256", "aes256"),
	] {
		write_secret(&path, locked(derivation, b"\0\0\0\x01salt", cipher));
		let error = SecretKey::read(&path, unasked).unwrap_err();
		assert!(matches!(&error, Error::KeyLock { method, .. } if method == name), "{error}");
	}
}

#[test]
fn a_key_in_the_place_of_a_name_is_not_repeated() {
	let folder = tempdir().unwrap();
	let path = folder.path().join("key");
	// Without the name of the cipher, the key itself stands there.
	let secret = "a private key with 32 characters";
	for before in [&b"c4gh-v1\0\x04none\0\x20"[..], b"c4gh-v1\0\x20"] {
		let body = BASE64_STANDARD.encode([before, secret.as_bytes()].concat());
		let label = "CRYPT4GH PRIVATE KEY";
		write_secret(&path, format!("-----BEGIN {label}-----\n{body}\n-----END {label}-----\n"));
		let error = SecretKey::read(&path, unasked).unwrap_err();
		assert!(matches!(error, Error::KeyFile { .. }), "{error}");
		assert!(!error.to_string().contains("32 characters"), "{error}");
	}
}

#[test]
fn other_files_are_refused() {
	let folder = tempdir().unwrap();
	let path = folder.path().join("key");
	let public = fs::read_to_string(data("open.pub")).unwrap();
	let secret = fs::read_to_string(data("open.sec")).unwrap();
	let lines: Vec<_> = secret.lines().collect();
	let armoured = |body: &str| format!("{}\n{body}\n{}\n", lines[0], lines[2]);
	let text = "-----BEGIN CRYPT4GH PUBLIC KEY-----\nAAAA\n-----END CRYPT4GH PUBLIC KEY-----\n";
	for wrong in [&secret, "", "\u{0}", text, public.trim_end_matches("KEY-----\n")] {
		fs::write(&path, wrong).unwrap();
		assert!(matches!(PublicKey::read(&path), Err(Error::KeyFile { .. })), "{wrong:?}");
	}
	for wrong in [
		&public,
		"",
		&format!("{secret}more"),
		&armoured("not base64"),
		&armoured("YzRnaC12MQ=="),         // the magic word alone
		&armoured("YzRnaC12MQAEbm9uZf//"), // a string that is longer than the file
		&armoured(&"A".repeat(20_000)),
	] {
		write_secret(&path, wrong);
		let error = SecretKey::read(&path, unasked).unwrap_err();
		assert!(matches!(error, Error::KeyFile { .. }), "{wrong:?} {error}");
	}
	fs::write(&path, [0xff, 0xfe]).unwrap();
	assert!(matches!(PublicKey::read(&path), Err(Error::KeyFile { .. })));
}

#[test]
fn windows_line_ends_and_blank_lines_are_fine() {
	let folder = tempdir().unwrap();
	let path = folder.path().join("key");
	let text = fs::read_to_string(data("open.sec")).unwrap();
	write_secret(&path, format!("\r\n{}\r\n", text.replace('\n', "\r\n")));
	let public = SecretKey::read(&path, unasked).unwrap().public();
	assert_eq!(public, PublicKey::read(&data("open.pub")).unwrap());
}

#[test]
fn the_labels_of_other_tools_are_read() {
	let folder = tempdir().unwrap();
	let path = folder.path().join("key");
	let text = fs::read_to_string(data("scrypt.sec")).unwrap();
	for label in ["CRYPT4GH ENCRYPTED PRIVATE KEY", "ENCRYPTED PRIVATE KEY"] {
		write_secret(&path, text.replace("CRYPT4GH PRIVATE KEY", label));
		let public = SecretKey::read(&path, answer("correct horse battery")).unwrap().public();
		assert_eq!(public, PublicKey::read(&data("scrypt.pub")).unwrap());
		write_secret(&path, text.replacen("CRYPT4GH PRIVATE KEY", label, 1));
		let error = SecretKey::read(&path, unasked).unwrap_err();
		assert!(matches!(error, Error::KeyFile { .. }), "{error}");
	}
}

#[test]
fn debug_does_not_show_the_private_key() {
	assert_eq!(format!("{:?}", SecretKey::generate().unwrap()), "SecretKey(..)");
}
