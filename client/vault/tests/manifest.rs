//! The bytes of a manifest and its seal.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use ownome_primitives::{Commitment, Seal};
use ownome_vault::{
	manifest::{seal, Encryption, Manifest},
	Error,
};

const BYTES: &str = concat!(
	r#"{"manifest":1,"owner":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","#,
	r#""format":"vcf","encryption":"crypt4gh-v1","body_bytes":65564,"#,
	r#""body_blake3":"0101010101010101010101010101010101010101010101010101010101010101","#,
	r#""salt":"abababababababababababababababababababababababababababababababab"}"#
);

/// The account that is to register the manifest.
const OWNER: [u8; 32] = [0xcd; 32];

fn manifest() -> Manifest {
	Manifest {
		manifest: 1,
		owner: OWNER,
		format: "vcf".into(),
		encryption: Encryption::Crypt4ghV1,
		body_bytes: 65564,
		body_blake3: [1; 32],
		salt: [0xab; 32],
	}
}

/// The field of the owner.
const OWNER_FIELD: &str =
	r#""owner":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","#;

fn read(text: &str) -> Result<Manifest, Error> {
	Manifest::from_bytes(text.as_bytes(), Path::new("manifest.json"))
}

#[test]
fn the_bytes_are_fixed() {
	assert_eq!(String::from_utf8(manifest().to_bytes()).unwrap(), BYTES);
	assert_eq!(read(BYTES).unwrap(), manifest());
}

#[test]
fn the_seal_is_fixed() {
	// Computed with the Python binding of BLAKE3: blake3(bytes, derive_key_context=SEAL_CONTEXT).
	assert_eq!(
		hex::encode(seal(BYTES.as_bytes())),
		"dabd135810e973cd6100ec6b4a792d8be75105b2d6c15a740e20462614166f5b"
	);
}

#[test]
fn every_byte_counts_for_the_seal() {
	assert_ne!(seal(BYTES.as_bytes()), seal(format!("{BYTES}\n").as_bytes()));
	let salted = Manifest { salt: [0xac; 32], ..manifest() };
	assert_ne!(seal(BYTES.as_bytes()), seal(&salted.to_bytes()));
}

#[test]
fn every_manifest_has_its_own_salt() {
	let [one, two] = [(), ()].map(|()| Manifest::new(OWNER, "vcf", 1, [1; 32]).unwrap());
	assert_ne!(one.salt, two.salt);
}

#[test]
fn the_owner_is_sealed() {
	assert_eq!(Manifest::new(OWNER, "vcf", 1, [1; 32]).unwrap().owner, OWNER);
	let other = Manifest { owner: [0xce; 32], ..manifest() };
	assert_ne!(seal(&other.to_bytes()), seal(BYTES.as_bytes()));
}

#[test]
fn only_the_owner_registers_a_manifest() {
	let check = |registrant: [u8; 32]| {
		let commitment = Commitment::new(&registrant, &Seal(seal(BYTES.as_bytes())));
		(manifest().check_registrant(&registrant, &commitment), commitment)
	};
	assert!(check(OWNER).0.is_ok());
	for place in [0, 31] {
		let mut thief = OWNER;
		thief[place] ^= 1;
		let (Err(error), commitment) = check(thief) else { panic!("{place}") };
		assert!(matches!(error, Error::CopiedManifest { .. }), "{error}");
		assert!(error.to_string().contains(&hex::encode(commitment.0)), "{error}");
	}
}

#[test]
fn anything_else_is_refused() {
	for (from, to) in [
		(r#""manifest":1"#, r#""manifest":2"#),
		(OWNER_FIELD, ""),
		("cdcdcdcd", "cdcdcd"),
		("cdcdcdcd", "xdcdcdcd"),
		(r#","body_bytes""#, r#","more":1,"body_bytes""#),
		(r#""body_bytes":65564,"#, ""),
		(r#""body_bytes":65564"#, r#""body_bytes":-1"#),
		("crypt4gh-v1", "crypt4gh-v2"),
		(r#""vcf""#, r#""""#),
		(r#""vcf""#, r#""../vcf""#),
		(r#""vcf""#, r#""\u001b[2J""#),
		(r#""salt""#, r#""\u001b[2J""#),
		("0101010101", "01010101"),
		("abababab", "xbababab"),
		("}", "}}"),
	] {
		let text = BYTES.replacen(from, to, 1);
		assert_ne!(text, BYTES);
		let error = read(&text).unwrap_err();
		assert!(matches!(error, Error::Manifest { .. }), "{text}");
		assert!(error.to_string().contains("manifest.json"), "{error}");
		assert!(!error.to_string().contains(char::is_control), "{error:?}");
	}
	assert!(matches!(read(&" ".repeat(5000)), Err(Error::Manifest { .. })));
}

#[test]
fn the_name_of_a_format_is_a_plain_word() {
	assert!(Manifest::new(OWNER, "fhir-bundle", 0, [0; 32]).is_ok());
	for wrong in ["", "VCF", "v c f", "vcf\n", &"x".repeat(33)] {
		assert!(
			matches!(Manifest::new(OWNER, wrong, 0, [0; 32]), Err(Error::FormatName(_))),
			"{wrong:?}"
		);
	}
}
