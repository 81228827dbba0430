//! What people write of which only a hash goes to the chain: with random bytes, so that nobody can guess it from the hash.

use super::digest_of;
use crate::{output::Hex, random, time::Time};
use anyhow::{ensure, Context};
use ownome_primitives::Digest;
use ownome_vault::files::{self, Access, STANDARD};
use serde::Serialize;
use sp_crypto_hashing::blake2_256;
use std::{
	io::{self, Read, Write},
	path::Path,
};

/// Bytes of salt in a record: enough that nobody can guess the rest of it from its hash.
const SALT_BYTES: usize = 16;
/// More than anybody writes.
const MAX_TEXT_BYTES: u64 = 65_536;

/// What somebody says, when, and random bytes.
#[derive(Serialize)]
struct Record<T> {
	#[serde(flatten)]
	what: T,
	at: Time,
	salt: String,
}

/// A record as it is stored: JSON without spaces, and its hash.
pub fn record(what: impl Serialize, at: Time) -> anyhow::Result<(Vec<u8>, Digest)> {
	let mut salt = [0; SALT_BYTES];
	random::fill(&mut salt)?;
	let record = Record { what, at, salt: hex::encode(salt) };
	let bytes = serde_json::to_vec(&record).context("This record cannot be written as JSON.")?;
	let hash = blake2_256(&bytes);
	Ok((bytes, hash))
}

/// Writes a file that only its user may read.
pub fn store(path: &Path, bytes: &[u8]) -> ownome_vault::Result<()> {
	files::create(path, Access::Private, |file| {
		file.write_all(bytes).map_err(ownome_vault::Error::Write)
	})
}

/// A text given as an argument, or what is on the standard input if that is `-`.
pub fn text(given: &str) -> anyhow::Result<String> {
	let mut text = String::new();
	if given == STANDARD {
		io::stdin()
			.lock()
			.take(MAX_TEXT_BYTES + 1)
			.read_to_string(&mut text)
			.context("The standard input is not a text in UTF-8: write one.")?;
	} else {
		text.push_str(given);
	}
	let text = text.trim();
	ensure!(!text.is_empty(), "There is no text: say what it is.");
	ensure!(text.len() as u64 <= MAX_TEXT_BYTES, "The text is too long: say it in fewer words.");
	Ok(text.into())
}

/// Refuses a file that is not the one with this hash.
pub fn expect(path: &Path, hash: Digest) -> anyhow::Result<()> {
	ensure!(
		digest_of(path)? == hash,
		"{} is not what was put on record: ask whoever gave it to you for the file with the hash {}.",
		path.display(),
		Hex(hash)
	);
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::{json, Value};

	#[test]
	fn two_records_of_the_same_have_different_hashes() {
		let make = || record(json!({ "grant": 3 }), Time(7)).unwrap();
		let ((one, one_hash), (two, two_hash)) = (make(), make());
		assert_ne!(one, two);
		assert_ne!(one_hash, two_hash);
		assert_eq!(one_hash, blake2_256(&one));
		let read: Value = serde_json::from_slice(&one).unwrap();
		assert_eq!((&read["grant"], &read["at"]), (&json!(3), &json!(7)));
		assert_eq!(read["salt"].as_str().unwrap().len(), 2 * SALT_BYTES);
	}

	#[test]
	fn another_file_than_the_one_on_record_is_told_apart() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("dispute.json");
		let (bytes, hash) = record(json!({}), Time(0)).unwrap();
		store(&path, &bytes).unwrap();
		expect(&path, hash).unwrap();
		let error = expect(&path, [0; 32]).unwrap_err().to_string();
		assert!(error.contains("is not what was put on record"), "{error}");
	}

	#[test]
	fn a_text_says_something() {
		assert_eq!(text(" garbled ").unwrap(), "garbled");
		assert!(text(" ").is_err());
	}
}
