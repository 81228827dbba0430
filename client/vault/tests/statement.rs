//! Statements: one statement, one file, one hash.
#![allow(clippy::unwrap_used)]

use std::fs;

use ownome_vault::{
	statement::{Provenance, SignedStatement, Statement, MAX_TEXT_BYTES},
	Error,
};
use tempfile::tempdir;

fn provenance() -> Provenance {
	Provenance {
		origin: "saliva, taken at the ward".into(),
		instrument: "NovaSeq X".into(),
		pipeline: "\"sarek\" 3.4, é".into(),
		report: Some([3; 32]),
	}
}

fn statement() -> Statement {
	let made = Statement::new(5, [1; 32], [2; 32], provenance(), 1_763_632_800_000).unwrap();
	Statement { salt: [4; 32], ..made }
}

const UNSIGNED: &str = concat!(
	r#"{"statement":1,"dataset":5,"#,
	r#""commitment":"0101010101010101010101010101010101010101010101010101010101010101","#,
	r#""attester":"0202020202020202020202020202020202020202020202020202020202020202","#,
	r#""origin":"saliva, taken at the ward","instrument":"NovaSeq X","pipeline":"\"sarek\" 3.4, é","#,
	r#""report":"0303030303030303030303030303030303030303030303030303030303030303","#,
	r#""made_at":1763632800000,"#,
	r#""salt":"0404040404040404040404040404040404040404040404040404040404040404"}"#
);

fn signed_text() -> String {
	format!(r#"{{"statement":{UNSIGNED},"signature":"{}"}}"#, "05".repeat(64))
}

#[test]
fn the_bytes_and_what_is_signed_are_fixed() {
	let message = format!("ownome/statement/1\n{UNSIGNED}");
	assert_eq!(String::from_utf8(statement().message()).unwrap(), message);
	let folder = tempdir().unwrap();
	let path = folder.path().join("statement.json");
	let signed = statement().signed([5; 64]);
	signed.write(&path).unwrap();
	assert_eq!(fs::read_to_string(&path).unwrap(), signed_text());
	assert_eq!(SignedStatement::read(&path).unwrap(), signed);
	assert!(matches!(signed.write(&path), Err(Error::Exists { .. })));
}

#[test]
fn the_hash_is_that_of_the_file() {
	use blake2::{digest::consts::U32, Blake2b, Digest};
	let hash: [u8; 32] = Blake2b::<U32>::digest(signed_text()).into();
	assert_eq!(statement().signed([5; 64]).digest(), hash);
}

#[test]
fn a_statement_without_a_report_says_so() {
	let none = Provenance { report: None, ..provenance() };
	let statement = Statement::new(5, [1; 32], [2; 32], none, 0).unwrap();
	let message = String::from_utf8(statement.message()).unwrap();
	assert!(message.contains(r#""report":null"#), "{message}");
}

#[test]
fn two_statements_that_say_the_same_have_different_hashes() {
	let make = || Statement::new(5, [1; 32], [2; 32], provenance(), 0).unwrap().signed([5; 64]);
	assert_ne!(make().digest(), make().digest());
}

#[test]
fn texts_are_lines_that_fit() {
	let with = |text: &str| {
		let provenance = Provenance { instrument: text.into(), ..provenance() };
		Statement::new(5, [1; 32], [2; 32], provenance, 0)
	};
	assert!(with(&"x".repeat(MAX_TEXT_BYTES)).is_ok());
	for wrong in ["", "two\nlines", "\u{7f}", &"x".repeat(MAX_TEXT_BYTES + 1)] {
		let error = with(wrong).unwrap_err();
		assert!(matches!(error, Error::StatementText { field: "instrument", .. }), "{error}");
	}
}

#[test]
fn the_longest_statement_can_be_read_again() {
	let longest = "\"".repeat(MAX_TEXT_BYTES);
	let provenance = Provenance {
		origin: longest.clone(),
		instrument: longest.clone(),
		pipeline: longest,
		report: Some([3; 32]),
	};
	let folder = tempdir().unwrap();
	let path = folder.path().join("statement.json");
	let made = Statement::new(u64::MAX, [1; 32], [2; 32], provenance, u64::MAX).unwrap();
	made.signed([5; 64]).write(&path).unwrap();
	assert!(SignedStatement::read(&path).is_ok());
}

#[test]
fn anything_else_is_refused() {
	let folder = tempdir().unwrap();
	let path = folder.path().join("statement.json");
	for (from, to) in [
		(r#"{"statement":1"#, r#"{"statement":2"#),
		(r#""dataset":5"#, r#""dataset": 5"#),
		(r#""dataset":5"#, r#""dataset":-5"#),
		(r#""dataset":5,"#, ""),
		(r#""dataset":5,"#, r#""dataset":5,"more":1,"#),
		("é", "\\u00e9"),
		("NovaSeq X", ""),
		("0101", "01"),
		("0303", "030x"),
		(r#"5"}"#, r#"5""#),
		(r#"5"}"#, "5\"}\n"),
		("\"05", "\"0A05"),
	] {
		let text = signed_text().replacen(from, to, 1);
		assert_ne!(text, signed_text(), "{from}");
		fs::write(&path, &text).unwrap();
		let error = SignedStatement::read(&path).unwrap_err();
		assert!(matches!(error, Error::Statement { .. }), "{text}");
		assert!(error.to_string().contains("statement.json"), "{error}");
	}
	fs::write(&path, " ".repeat(10_000)).unwrap();
	assert!(matches!(SignedStatement::read(&path), Err(Error::Statement { .. })));
}
