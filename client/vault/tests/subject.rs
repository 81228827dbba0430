//! Subject ids: the same for the same person and account, of no use to anybody else.
#![allow(clippy::unwrap_used)]

use ownome_vault::{
	subject::{SubjectKey, SUBJECT_CONTEXT},
	tags::SearchKey,
	Error,
};
use tempfile::tempdir;

#[test]
fn the_id_is_the_documented_hash() {
	let folder = tempdir().unwrap();
	let path = folder.path().join("subject.key");
	let key = SubjectKey::generate().unwrap();
	key.write(&path).unwrap();
	let text = std::fs::read_to_string(&path).unwrap();
	use base64::{prelude::BASE64_STANDARD, Engine};
	let secret = BASE64_STANDARD.decode(text.lines().nth(1).unwrap()).unwrap();
	let derived = blake3::derive_key(SUBJECT_CONTEXT, &secret);
	assert_eq!(key.id(&[7; 32]).0, *blake3::keyed_hash(&derived, &[7; 32]).as_bytes());
}

#[test]
fn who_has_the_secret_finds_the_accounts_again_and_nobody_else_does() {
	let folder = tempdir().unwrap();
	let path = folder.path().join("subject.key");
	let key = SubjectKey::generate().unwrap();
	key.write(&path).unwrap();
	let again = SubjectKey::read(&path).unwrap();
	assert_eq!(again.id(&[1; 32]), key.id(&[1; 32]));
	assert_ne!(key.id(&[1; 32]), key.id(&[2; 32]));
	assert_ne!(SubjectKey::generate().unwrap().id(&[1; 32]), key.id(&[1; 32]));
}

#[test]
fn the_keys_of_other_uses_are_refused() {
	let folder = tempdir().unwrap();
	let path = folder.path().join("search.key");
	SearchKey::generate().unwrap().write(&path).unwrap();
	let error = SubjectKey::read(&path).unwrap_err();
	assert!(matches!(error, Error::KeyFile { kind: "subject", .. }), "{error}");
}

#[test]
fn debug_does_not_show_the_secret() {
	assert_eq!(format!("{:?}", SubjectKey::generate().unwrap()), "SubjectKey(..)");
}
