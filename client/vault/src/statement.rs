//! Statements: what a laboratory or hospital vouches for.
//!
//! The chain gets the hash of the file, so the file holds random bytes: nobody can guess what it says from its hash. It is JSON
//! without spaces, with its fields in the order of [`Statement`] and the signature behind them.

use std::{io::Write, path::Path};

use blake2::{digest::consts::U32, Blake2b, Digest};
use serde::{Deserialize, Serialize};

use crate::{
	aead::fill_random,
	error::plain,
	files::{self, read_bounded, Access},
	Error, Result,
};

/// The greatest length of each of the texts in bytes.
pub const MAX_TEXT_BYTES: usize = 256;

const VERSION: u32 = 1;
const DOMAIN: &[u8] = b"ownome/statement/1\n";
/// More than a statement with the longest texts, each byte of which may be escaped.
const MAX_STATEMENT_BYTES: usize = 8192;

/// What somebody vouches for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
	/// The version of the statement, which is 1.
	pub statement: u32,
	/// The number of the dataset on its chain.
	pub dataset: u64,
	/// The commitment of the dataset, in hex.
	#[serde(with = "hex::serde")]
	pub commitment: [u8; 32],
	/// The account of whoever vouches, in hex.
	#[serde(with = "hex::serde")]
	pub attester: [u8; 32],
	/// Where the sample comes from.
	pub origin: String,
	/// With what it was measured.
	pub instrument: String,
	/// How the data were made from the measurement.
	pub pipeline: String,
	/// The BLAKE2b-256 hash of a report that belongs to it, in hex, or null.
	pub report: Option<Hash>,
	/// When it was made, in Unix milliseconds.
	pub made_at: u64,
	/// Random bytes, in hex.
	#[serde(with = "hex::serde")]
	pub salt: [u8; 32],
}

/// 32 bytes in hex.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Hash(#[serde(with = "hex::serde")] pub [u8; 32]);

/// What a laboratory knows of the data that it vouches for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
	/// Where the sample comes from.
	pub origin: String,
	/// With what it was measured.
	pub instrument: String,
	/// How the data were made from the measurement.
	pub pipeline: String,
	/// The hash of a report that belongs to it.
	pub report: Option<[u8; 32]>,
}

impl Statement {
	/// A statement of version 1 with a new salt.
	///
	/// # Errors
	/// [`Error::StatementText`] and [`Error::Random`].
	pub fn new(
		dataset: u64,
		commitment: [u8; 32],
		attester: [u8; 32],
		provenance: Provenance,
		made_at: u64,
	) -> Result<Self> {
		let Provenance { origin, instrument, pipeline, report } = provenance;
		let mut salt = [0; 32];
		fill_random(&mut salt)?;
		let report = report.map(Hash);
		let statement = VERSION;
		let made = Self {
			statement,
			dataset,
			commitment,
			attester,
			origin,
			instrument,
			pipeline,
			report,
			made_at,
			salt,
		};
		made.check_texts()?;
		Ok(made)
	}

	/// What whoever vouches signs.
	pub fn message(&self) -> Vec<u8> {
		[DOMAIN, &to_bytes(self)].concat()
	}

	/// The statement with the signature of its [`Statement::message`].
	pub fn signed(self, signature: [u8; 64]) -> SignedStatement {
		SignedStatement { statement: self, signature }
	}

	fn check_texts(&self) -> Result<()> {
		for (field, text) in [
			("origin", &self.origin),
			("instrument", &self.instrument),
			("pipeline", &self.pipeline),
		] {
			let fits = (1..=MAX_TEXT_BYTES).contains(&text.len());
			if !fits || text.chars().any(char::is_control) {
				return Err(Error::StatementText { field, max: MAX_TEXT_BYTES });
			}
		}
		Ok(())
	}
}

/// A statement with a signature, which is for the caller to check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedStatement {
	/// What is vouched for.
	pub statement: Statement,
	/// The signature of the [`Statement::message`] by the attester's key, in hex.
	#[serde(with = "hex::serde")]
	pub signature: [u8; 64],
}

impl SignedStatement {
	/// The hash that goes to the chain: BLAKE2b-256 of the file.
	pub fn digest(&self) -> [u8; 32] {
		Blake2b::<U32>::digest(to_bytes(self)).into()
	}

	/// Writes the file of the statement.
	///
	/// # Errors
	/// [`Error::Exists`], [`Error::WritePath`] and [`Error::DiskFull`].
	pub fn write(&self, path: &Path) -> Result<()> {
		files::create(path, Access::Private, |file| {
			file.write_all(&to_bytes(self)).map_err(Error::Write)
		})
	}

	/// Reads the file of a statement, byte for byte as [`SignedStatement::write`] writes it.
	///
	/// # Errors
	/// [`Error::ReadPath`] and [`Error::Statement`].
	pub fn read(path: &Path) -> Result<Self> {
		let malformed = |reason| Error::Statement { path: path.into(), reason };
		let bytes = read_bounded(path, MAX_STATEMENT_BYTES)?;
		if bytes.len() > MAX_STATEMENT_BYTES {
			return Err(malformed("it is too large".into()));
		}
		let signed: Self =
			serde_json::from_slice(&bytes).map_err(|error| malformed(plain(&error.to_string())))?;
		if signed.statement.statement != VERSION {
			return Err(malformed(format!("it has version {}", signed.statement.statement)));
		}
		signed.statement.check_texts().map_err(|error| malformed(error.to_string()))?;
		// Otherwise one statement would have many hashes.
		if to_bytes(&signed) != bytes {
			return Err(malformed("it was written anew".into()));
		}
		Ok(signed)
	}
}

fn to_bytes(value: &impl Serialize) -> Vec<u8> {
	serde_json::to_vec(value).expect("numbers, texts and hex are representable in JSON; qed")
}
