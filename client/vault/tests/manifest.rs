//! The bytes of a manifest and its seal.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use ownome_vault::{
	manifest::{seal, Encryption, Manifest},
	Error,
};

const BYTES: &str = concat!(
	r#"{"manifest":1,"format":"vcf","encryption":"crypt4gh-v1","body_bytes":65564,"#,
	r#""body_blake3":"0101010101010101010101010101010101010101010101010101010101010101","#,
	r#""salt":"abababababababababababababababababababababababababababababababab"}"#
);

fn manifest() -> Manifest {
	Manifest {
		manifest: 1,
		format: "vcf".into(),
		encryption: Encryption::Crypt4ghV1,
		body_bytes: 65564,
		body_blake3: [1; 32],
		salt: [0xab; 32],
	}
}

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
		"f2e6b4ec28b9d9d585fa0accbe469261989331b60ee0b34d8932c8704b3ddb3f"
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
	let (one, two) = (Manifest::new("vcf", 1, [1; 32]), Manifest::new("vcf", 1, [1; 32]));
	assert_ne!(one.unwrap().salt, two.unwrap().salt);
}

#[test]
fn anything_else_is_refused() {
	for (from, to) in [
		(r#""manifest":1"#, r#""manifest":2"#),
		(r#","body_bytes""#, r#","more":1,"body_bytes""#),
		(r#""body_bytes":65564,"#, ""),
		(r#""body_bytes":65564"#, r#""body_bytes":-1"#),
		("crypt4gh-v1", "crypt4gh-v2"),
		(r#""vcf""#, r#""""#),
		(r#""vcf""#, r#""../vcf""#),
		("0101010101", "01010101"),
		("abababab", "xbababab"),
		("}", "}}"),
	] {
		let text = BYTES.replacen(from, to, 1);
		assert_ne!(text, BYTES);
		let error = read(&text).unwrap_err();
		assert!(matches!(error, Error::Manifest { .. }), "{text}");
		assert!(error.to_string().contains("manifest.json"), "{error}");
	}
	assert!(matches!(read(&" ".repeat(5000)), Err(Error::Manifest { .. })));
}

#[test]
fn the_name_of_a_format_is_a_plain_word() {
	assert!(Manifest::new("fhir-bundle", 0, [0; 32]).is_ok());
	for wrong in ["", "VCF", "v c f", "vcf\n", &"x".repeat(33)] {
		assert!(matches!(Manifest::new(wrong, 0, [0; 32]), Err(Error::FormatName(_))), "{wrong:?}");
	}
}
