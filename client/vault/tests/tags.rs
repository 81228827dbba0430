//! Terms and the tokens made of them.
#![allow(clippy::unwrap_used)]

use std::{
	fs::{self, Permissions},
	os::unix::fs::PermissionsExt,
};

use base64::{prelude::BASE64_STANDARD, Engine};
use ownome_primitives::MAX_TAGS;
use ownome_vault::{
	tags::{SearchKey, Term},
	Error,
};
use tempfile::tempdir;

fn term(text: &str) -> Term {
	text.parse().unwrap()
}

/// The key with the bytes 0 to 31, from its file.
fn key() -> SearchKey {
	let folder = tempdir().unwrap();
	let path = folder.path().join("search.key");
	let bytes: Vec<u8> = (0..32).collect();
	let text = BASE64_STANDARD.encode(bytes);
	let text =
		format!("-----BEGIN OWNOME SEARCH KEY-----\n{text}\n-----END OWNOME SEARCH KEY-----\n");
	fs::write(&path, text).unwrap();
	fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
	SearchKey::read(&path).unwrap()
}

#[test]
fn the_token_is_the_documented_hash() {
	// Computed with the hmac module of Python.
	assert_eq!(
		hex::encode(key().token(7, &term("MONDO:0005148")).0),
		"cc4db706710e32cee3f751df7c0d7784a00a67c95a71b793d9df3dcbc3c76e39"
	);
}

#[test]
fn key_epoch_and_term_all_count() {
	let (key, term) = (key(), term("HP:0000118"));
	let token = key.token(1, &term);
	assert_eq!(key.token(1, &"hp:0000118".parse().unwrap()), token);
	assert_ne!(key.token(2, &term), token);
	assert_ne!(key.token(1, &"HP:0000119".parse().unwrap()), token);
	assert_ne!(SearchKey::generate().unwrap().token(1, &term), token);
}

#[test]
fn terms_have_one_way_of_writing() {
	for (text, normal) in [
		("HP:0000118", "HP:0000118"),
		(" hp : 0000118 ", "HP:0000118"),
		("Mondo:0005148", "MONDO:0005148"),
		("icd10:e11.9", "ICD10:E11.9"),
		("ICD10:E119", "ICD10:E11.9"),
		("ICD10:E11", "ICD10:E11"),
		("ICD10:S72.001A", "ICD10:S72.001A"),
		("ICD10:C7A.1", "ICD10:C7A.1"),
		("loinc:4548-4", "LOINC:4548-4"),
		("LOINC:2345-7", "LOINC:2345-7"),
		("hgnc:1100", "HGNC:1100"),
	] {
		assert_eq!(term(text).to_string(), normal);
		assert_eq!(term(normal), term(text));
	}
}

#[test]
fn what_is_no_term_is_refused_with_one_that_is() {
	for (text, example) in [
		("", "HP:0000118"),
		("0000118", "HP:0000118"),
		("DOID:0005148", "HP:0000118"),
		("HP:118", "HP:0000118"),
		("HP:00001189", "HP:0000118"),
		("HP:000011x", "HP:0000118"),
		("HP:+000118", "HP:0000118"),
		("MONDO:", "MONDO:0005148"),
		("MONDO:000 5148", "MONDO:0005148"),
		("ICD10:E", "ICD10:E11.9"),
		("ICD10:E11.", "ICD10:E11.9"),
		("ICD10:E11..9", "ICD10:E11.9"),
		("ICD10:11E.9", "ICD10:E11.9"),
		("ICD10:E11.99999", "ICD10:E11.9"),
		("ICD10:É11.9", "ICD10:E11.9"),
		("LOINC:4548-5", "LOINC:4548-4"),
		("LOINC:4584-4", "LOINC:4548-4"),
		("LOINC:45484", "LOINC:4548-4"),
		("LOINC:-4", "LOINC:4548-4"),
		("LOINC:0-0", "LOINC:4548-4"),
		("HGNC:BRCA1", "HGNC:1100"),
		("HGNC:01100", "HGNC:1100"),
	] {
		let error = text.parse::<Term>().unwrap_err();
		assert!(matches!(error, Error::Term { .. }), "{text:?}");
		assert!(error.to_string().contains(example), "{text:?}: {error}");
	}
}

#[test]
fn an_error_does_not_repeat_what_may_be_a_diagnosis() {
	for text in ["HIV:0005109", "MONDO:5109", "ICD10:B20.", "HIV"] {
		let error = text.parse::<Term>().unwrap_err();
		assert!(!format!("{error} {error:?}").contains(text.trim_end_matches('.')), "{error:?}");
	}
}

#[test]
fn tokens_are_sorted_and_each_is_there_once() {
	let key = key();
	let terms: Vec<_> = ["HP:0000118", "HGNC:1100", "hp:0000118", "ICD10:E119", "ICD10:E11.9"]
		.map(term)
		.into();
	let tokens = key.tokens(0, &terms).unwrap();
	assert_eq!(tokens.len(), 3);
	assert!(tokens.is_sorted());
	assert!(tokens.contains(&key.token(0, &term("HGNC:1100"))));
}

#[test]
fn only_so_many_tags_fit() {
	let terms = |count| -> Vec<_> { (1..=count).map(|n| term(&format!("HGNC:{n}"))).collect() };
	assert_eq!(key().tokens(0, &terms(MAX_TAGS)).unwrap().len(), MAX_TAGS as usize);
	let refused = key().tokens(0, &terms(MAX_TAGS + 1));
	assert!(matches!(refused, Err(Error::TooManyTerms { max: MAX_TAGS })));
}

#[test]
fn a_key_comes_back_and_only_its_owner_reads_it() {
	let folder = tempdir().unwrap();
	let path = folder.path().join("search.key");
	let key = SearchKey::generate().unwrap();
	key.write(&path).unwrap();
	assert!(matches!(key.write(&path), Err(Error::Exists { .. })));
	assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
	let read = SearchKey::read(&path).unwrap();
	assert_eq!(read.token(0, &term("HGNC:1")), key.token(0, &term("HGNC:1")));
	fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
	assert!(matches!(SearchKey::read(&path), Err(Error::KeyExposed { .. })));
}

#[test]
fn another_file_is_no_search_key() {
	let folder = tempdir().unwrap();
	let path = folder.path().join("search.key");
	SearchKey::generate().unwrap().write(&path).unwrap();
	let text = fs::read_to_string(&path).unwrap();
	let body = text.lines().nth(1).unwrap();
	for wrong in [
		String::new(),
		text.replace("SEARCH", "SUBJECT"),
		text.replace(body, "AAAA"),
		text.replace(body, &BASE64_STANDARD.encode([0; 33])),
	] {
		fs::write(&path, wrong).unwrap();
		let error = SearchKey::read(&path).unwrap_err();
		assert!(matches!(error, Error::KeyFile { kind: "search", .. }), "{error}");
	}
}

#[test]
fn debug_does_not_show_the_key() {
	assert_eq!(format!("{:?}", key()), "SearchKey(..)");
}
