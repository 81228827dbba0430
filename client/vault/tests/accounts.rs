//! Words and files of polkadot.js: what comes of them, what is refused, and files of polkadot.js itself.
#![allow(clippy::unwrap_used)]

use std::{
	fs::{self, Permissions},
	os::unix::fs::PermissionsExt,
	path::{Path, PathBuf},
};

use base64::{prelude::BASE64_STANDARD, Engine};
use ownome_vault::{
	keys::{verify, AccountKey, Keystore, Kind, Mnemonic},
	Error,
};
use serde_json::{json, Value};
use tempfile::{tempdir, TempDir};

const DEVELOPMENT: &str = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";
const LONG: &str = "legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth title";

/// Words with their account, made by polkadot.js, and public file keys by index, made with `node:crypto` and `@noble/hashes`:
///
/// ```js
/// const seed = pbkdf2Sync(mnemonicToEntropy(words), 'mnemonic', 2048, 64, 'sha512');
/// const key = blake3(Buffer.concat([seed, index]), { context: 'ownome 2026-11-20 file key v1' });
/// createPublicKey(createPrivateKey({ key: Buffer.concat([PKCS8_X25519, key]), format: 'der', type: 'pkcs8' }));
/// ```
const VECTORS: [(&str, &str, [(u32, &str); 3]); 2] = [
	(
		DEVELOPMENT,
		"46ebddef8cd9bb167dc30878d7113b7e168e6f0646beffd77d69d39bad76b47a",
		[
			(0, "24233dd7cfdfca00c7a9eb5a6e7cbf9c7dc786afc923526e8bd457a320e8e62e"),
			(1, "39c23f8cb2689398586b9f976207bca6d093ba72f830d6b7964fbe7578495447"),
			(256, "07681f5e1f5ed0c57efbe81d9f189b9f3b0a8453e745b614209345a163db3209"),
		],
	),
	(
		LONG,
		"5294e5a4859a235bed10b8a38cf5e832f1a2b560c36533a36200fc4cba1ad171",
		[
			(0, "1835f24481c8ceb6b86094175b56dcd3ef68bc71f120d5b919c7ed2b7b861212"),
			(1, "d2e87595803b8c70b3ed60e88f09c6b5bd273424142cb8e6a82805ac94637801"),
			(256, "85d3255d6e39068aed28f97aaa7fe83254be26d8792b721cdcb08febc8629235"),
		],
	),
];

/// A file of polkadot.js, which a checkout of this repository makes readable for all, in a folder of its own.
fn polkadot(name: &str) -> (TempDir, PathBuf) {
	let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
	private(&fs::read_to_string(data.join(format!("polkadot-{name}.json"))).unwrap())
}

fn private(text: &str) -> (TempDir, PathBuf) {
	let folder = tempdir().unwrap();
	let path = folder.path().join("me.json");
	fs::write(&path, text).unwrap();
	fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
	(folder, path)
}

#[test]
fn words_give_the_keys_that_other_tools_compute() {
	for (words, account, file_keys) in VECTORS {
		let words = Mnemonic::parse(words).unwrap();
		assert_eq!(hex::encode(words.account().account()), account);
		for (index, public) in file_keys {
			assert_eq!(words.file_key(index).public().to_string(), public, "{index}");
		}
	}
}

#[test]
fn development_accounts_are_those_of_every_substrate_chain() {
	for (name, account) in [
		("Alice", "d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d"),
		("Ferdie", "1cbd2d43530a44705ad088af313e18f80b53ef16b36177cd4b77b846f2a5f07c"),
	] {
		assert_eq!(hex::encode(AccountKey::development(name).account()), account, "{name}");
	}
}

#[test]
fn a_signature_is_of_one_account_over_one_message() {
	let key = AccountKey::development("Alice");
	let signature = key.sign(b"message");
	assert!(verify(&signature, b"message", &key.account()));
	assert!(!verify(&signature, b"massage", &key.account()));
	assert!(!verify(&signature, b"message", &AccountKey::development("Bob").account()));
	assert!(!verify(&[0; 64], b"message", &key.account()));
	assert!(!verify(&signature, b"message", &[0xff; 32]));
}

#[test]
fn words_come_back_from_their_file_which_is_private() {
	let folder = tempdir().unwrap();
	let path = folder.path().join("me.account");
	let words = Mnemonic::generate().unwrap();
	words.write(&path).unwrap();
	assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
	assert_eq!(fs::read_to_string(&path).unwrap().split_whitespace().count(), 12);
	assert_eq!(Mnemonic::read(&path).unwrap().account().account(), words.account().account());
	assert_ne!(Mnemonic::generate().unwrap().account().account(), words.account().account());
	assert!(matches!(words.write(&path), Err(Error::Exists { .. })));
	fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
	assert!(matches!(Mnemonic::read(&path), Err(Error::KeyExposed { .. })));
}

#[test]
fn words_may_be_in_capitals_and_on_several_lines() {
	let typed = DEVELOPMENT.to_uppercase().replace(' ', "\n  ");
	let account = |text| Mnemonic::parse(text).unwrap().account().account();
	assert_eq!(account(&typed), account(DEVELOPMENT));
}

#[test]
fn other_words_are_refused_and_none_is_repeated() {
	for (text, reason) in [
		("", "it has 0 words"),
		("bottom drive", "it has 2 words"),
		(&DEVELOPMENT.replace("lake", "lakes"), "word 4 is not on the list"),
		(&DEVELOPMENT.replace("walk", "bottom"), "do not belong together in this order"),
	] {
		let error = Mnemonic::parse(text).unwrap_err().to_string();
		assert!(error.contains(reason), "{error}");
		assert!(!["bottom", "drive", "lakes", "curtain"].iter().any(|word| error.contains(word)));
		let (_folder, path) = private(text);
		let error = Mnemonic::read(&path).unwrap_err().to_string();
		assert!(error.contains("me.json is not an account file") && error.contains(reason));
	}
}

#[test]
fn no_secret_shows_in_debug() {
	let words = Mnemonic::parse(DEVELOPMENT).unwrap();
	assert_eq!(format!("{words:?} {:?}", words.account()), "Mnemonic(..) AccountKey(..)");
}

#[test]
fn files_of_polkadot_js_open_with_their_passphrase_and_with_no_other() {
	let (_folder, path) = polkadot("sr25519");
	let stored = Keystore::read(&path).unwrap();
	assert_eq!(stored.name(), Some("Me, in the wallet"));
	assert_eq!(hex::encode(stored.account()), VECTORS[0].1);
	let key = stored.unlock("open sesame").unwrap();
	assert_eq!(key.account(), stored.account());
	assert!(verify(&key.sign(b"message"), b"message", &stored.account()));
	for wrong in ["open barley", ""] {
		let error = stored.unlock(wrong).unwrap_err();
		assert!(matches!(error, Error::Passphrase { .. }), "{error}");
	}

	// A derived key has no seed, and signs all the same.
	let (_folder, path) = polkadot("derived");
	let stored = Keystore::read(&path).unwrap();
	let key = stored.unlock("open sesame").unwrap();
	assert!(verify(&key.sign(b"message"), b"message", &stored.account()));
	assert_ne!(key.account(), Mnemonic::parse(DEVELOPMENT).unwrap().account().account());
}

#[test]
fn an_account_comes_back_from_its_file_which_is_private() {
	let folder = tempdir().unwrap();
	let path = folder.path().join("me.json");
	let key = Mnemonic::generate().unwrap().account();
	assert!(matches!(Keystore::write(&path, &key, "Me", ""), Err(Error::EmptyPassphrase)));
	Keystore::write(&path, &key, "Me", "für mich").unwrap();
	assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
	let stored = Keystore::read(&path).unwrap();
	assert_eq!((stored.account(), stored.name()), (key.account(), Some("Me")));
	assert_eq!(stored.unlock("für mich").unwrap().account(), key.account());
	assert!(matches!(Keystore::write(&path, &key, "Me", "other"), Err(Error::Exists { .. })));
	fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
	assert!(matches!(Keystore::read(&path), Err(Error::KeyExposed { .. })));
}

#[test]
fn other_kinds_and_open_keys_are_refused() {
	for kind in ["ed25519", "ecdsa", "ethereum"] {
		let (_folder, path) = polkadot(kind);
		let error = Keystore::read(&path).unwrap_err();
		assert!(matches!(error, Error::AccountKind { kind: found, .. } if found == kind));
	}
	let (_folder, path) = polkadot("unlocked");
	let error = Keystore::read(&path).unwrap_err().to_string();
	assert!(error.contains("not locked with a passphrase"), "{error}");
}

/// The good file with one thing changed.
fn changed(change: impl FnOnce(&mut Value)) -> (TempDir, PathBuf) {
	let (_folder, path) = polkadot("sr25519");
	let mut file: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
	change(&mut file);
	private(&file.to_string())
}

/// The good file with other bytes in place of the encoded ones.
fn encoded(change: impl FnOnce(&mut Vec<u8>)) -> (TempDir, PathBuf) {
	changed(|file| {
		let mut bytes = BASE64_STANDARD.decode(file["encoded"].as_str().unwrap()).unwrap();
		change(&mut bytes);
		file["encoded"] = BASE64_STANDARD.encode(bytes).into();
	})
}

#[test]
fn damaged_files_are_refused_before_a_passphrase_is_asked_for() {
	for ((_folder, path), reason) in [
		(private("{}"), "not the JSON of one account"),
		(private("{"), "not the JSON of one account"),
		(private(&"{".repeat(20_000)), "too large"),
		(changed(|file| file["encoded"] = "%".into()), "damaged"),
		(encoded(Vec::clear), "damaged"),
		(encoded(|bytes| bytes.truncate(60)), "damaged"),
		(encoded(|bytes| bytes.push(0)), "damaged"),
		(encoded(|bytes| bytes.truncate(200)), "damaged"),
		// A million rounds, and rounds that are no power of two.
		(encoded(|bytes| bytes[34] = 0x10), "amount of work"),
		(encoded(|bytes| bytes[32] = 1), "amount of work"),
		(encoded(|bytes| bytes[36] = 0), "amount of work"),
		(changed(|file| file["address"] = "5Grwva".into()), "its address is damaged"),
		(changed(|file| file["encoding"]["version"] = "2".into()), "another version"),
		(changed(|file| file["encoding"]["content"] = json!(["batch-pkcs8"])), "another way"),
		(changed(|file| file["encoding"]["content"] = json!(["pkcs8", "new"])), "another way"),
		(changed(|file| file["encoding"]["type"] = json!(["argon2"])), "another way"),
		(changed(|file| file["encoding"]["type"] = "none".into()), "not locked"),
	] {
		let error = Keystore::read(&path).unwrap_err();
		assert!(matches!(error, Error::Keystore { .. }), "{error}");
		assert!(error.to_string().contains(reason), "{error} is not about {reason}");
	}
}

#[test]
fn changed_files_do_not_open() {
	let last = |bytes: &mut Vec<u8>| *bytes.last_mut().unwrap() ^= 1;
	for (_folder, path) in [encoded(last), encoded(|bytes| bytes[0] ^= 1)] {
		let error = Keystore::read(&path).unwrap().unlock("open sesame").unwrap_err();
		assert!(matches!(error, Error::Passphrase { .. }), "{error}");
	}
	let alice = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
	let (_folder, path) = changed(|file| file["address"] = alice.into());
	let error = Keystore::read(&path).unwrap().unlock("open sesame").unwrap_err();
	assert!(error.to_string().contains("its key is not that of its address"), "{error}");
}

#[test]
fn what_a_wallet_adds_does_no_harm() {
	let (_folder, path) = changed(|file| {
		file["meta"] = json!({ "whenCreated": 1.5, "tags": [], "genesisHash": "" });
	});
	assert_eq!(Keystore::read(&path).unwrap().name(), None);
}

#[test]
fn the_kind_of_a_file_shows_without_a_passphrase() {
	let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
	for (name, kind) in [
		("open.pub", Kind::Public),
		("ed25519.pub", Kind::Public),
		("ecdsa.pub", Kind::Public),
		("scrypt.sec", Kind::Private),
		("ed25519-locked", Kind::Private),
		("polkadot-sr25519.json", Kind::Keystore),
	] {
		assert_eq!(Kind::of(&data.join(name)).unwrap(), kind, "{name}");
	}
	let (_folder, words) = private(DEVELOPMENT);
	assert_eq!(Kind::of(&words).unwrap(), Kind::Words);
	assert!(matches!(Kind::of(&data), Err(Error::NotAFile { .. })));
}
