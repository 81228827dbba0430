//! The list of the datasets of a batch: a CSV file with the columns owner, seal and format.

use crate::account::Account;
use anyhow::{bail, ensure, Context};
use csv::StringRecord;
use indicatif::{ProgressBar, ProgressBarIter};
use ownome_primitives::{DataFormat, Seal};
use ownome_vault::batch::Leaf;
use std::{
	fs::{File, OpenOptions},
	io::{Read, Write},
	path::{Path, PathBuf},
};
use subxt::utils::AccountId32;

const COLUMNS: [&str; 3] = ["owner", "seal", "format"];

/// The datasets in a list, one after the other.
pub struct List<R> {
	path: PathBuf,
	reader: csv::Reader<R>,
	record: StringRecord,
}

impl List<ProgressBarIter<File>> {
	/// Opens the list at `path`; `bar` shows how much of it has been read.
	pub fn open(path: &Path, bar: &ProgressBar) -> anyhow::Result<Self> {
		let unreadable = || format!("The list {} cannot be read.", path.display());
		let file = File::open(path).with_context(unreadable)?;
		bar.set_length(file.metadata().with_context(unreadable)?.len());
		Self::new(path, bar.wrap_read(file))
	}
}

impl<R: Read> List<R> {
	/// A list that is read from `input`; `path` is for errors.
	fn new(path: &Path, input: R) -> anyhow::Result<Self> {
		let mut reader =
			csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(input);
		let columns = reader
			.headers()
			.with_context(|| format!("The list {} is not a CSV file.", path.display()))?;
		ensure!(
			columns.iter().eq(COLUMNS),
			"The first line of {} is another one than {}: write it so.",
			path.display(),
			COLUMNS.join(",")
		);
		Ok(Self { path: path.into(), reader, record: StringRecord::new() })
	}
}

impl<R: Read> Iterator for List<R> {
	type Item = anyhow::Result<Leaf>;

	fn next(&mut self) -> Option<Self::Item> {
		let found = match self.reader.read_record(&mut self.record) {
			Ok(false) => return None,
			Ok(true) => leaf(&self.record),
			Err(error) => Err(error.into()),
		};
		Some(found.with_context(|| {
			let position = self.record.position().unwrap_or(self.reader.position());
			let line = position.line();
			format!("Line {line} of {} describes no dataset.", self.path.display())
		}))
	}
}

/// Adds a dataset to the list at `path`, which is made if it is not there.
pub fn append(path: &Path, leaf: &Leaf) -> anyhow::Result<()> {
	let failed = || format!("The list {} cannot be written.", path.display());
	let mut file = OpenOptions::new().create(true).append(true).open(path).with_context(failed)?;
	let line = format!(
		"{},{},{}\n",
		AccountId32(leaf.owner),
		hex::encode(leaf.seal.0),
		leaf.format.name()
	);
	let text = match file.metadata().with_context(failed)?.len() {
		0 => format!("{}\n{line}", COLUMNS.join(",")),
		_ => line,
	};
	file.write_all(text.as_bytes())
		.and_then(|()| file.sync_all())
		.with_context(failed)
}

fn leaf(record: &StringRecord) -> anyhow::Result<Leaf> {
	let mut fields = record.iter();
	let (Some(owner), Some(seal), Some(format), None) =
		(fields.next(), fields.next(), fields.next(), fields.next())
	else {
		bail!("write {}", COLUMNS.join(","));
	};
	let owner = match owner.strip_prefix("0x") {
		Some(digits) => {
			bytes(digits).context("write the owner as an address, or as 0x and 64 hex digits")?
		},
		None => owner.parse::<Account>()?.0 .0,
	};
	let seal = Seal(bytes(seal).context("write the seal as 64 hex digits")?);
	let format = DataFormat::from_name(format).with_context(|| {
		format!("write one of the formats {}", DataFormat::ALL.map(DataFormat::name).join(", "))
	})?;
	Ok(Leaf { owner, seal, format })
}

fn bytes(digits: &str) -> Option<[u8; 32]> {
	let mut bytes = [0; 32];
	hex::decode_to_slice(digits, &mut bytes).ok()?;
	Some(bytes)
}

#[cfg(test)]
mod tests {
	use super::*;

	const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

	fn read(text: &str) -> anyhow::Result<Vec<Leaf>> {
		List::new(Path::new("list.csv"), text.as_bytes())?.collect()
	}

	fn seal(byte: u8) -> String {
		hex::encode([byte; 32])
	}

	#[test]
	fn owners_are_addresses_names_or_hex() {
		let alice = ALICE.parse::<Account>().unwrap().0 .0;
		let text = format!(
			"owner,seal,format\n{ALICE},{},vcf\nalice , {},bam\r\n0x{},{},fhir-bundle",
			seal(1),
			seal(2),
			hex::encode(alice),
			seal(3)
		);
		let formats = [DataFormat::Vcf, DataFormat::Bam, DataFormat::FhirBundle];
		let expected: Vec<_> = (1u8..)
			.zip(formats)
			.map(|(byte, format)| Leaf { owner: alice, seal: Seal([byte; 32]), format })
			.collect();
		assert_eq!(read(&text).unwrap(), expected);
	}

	#[test]
	fn what_is_appended_is_read() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("list.csv");
		let leaves = [1, 2].map(|byte| Leaf {
			owner: [byte; 32],
			seal: Seal([byte; 32]),
			format: DataFormat::Cram,
		});
		for leaf in &leaves {
			append(&path, leaf).unwrap();
		}
		assert_eq!(read(&std::fs::read_to_string(&path).unwrap()).unwrap(), leaves);
	}

	#[test]
	fn a_wrong_line_is_named_with_what_to_write() {
		let seal = seal(1);
		for (line, hint) in [
			(format!("{ALICE},{seal}"), "write owner,seal,format"),
			(format!("{ALICE},{seal},vcf,"), "write owner,seal,format"),
			(format!("mallory,{seal},vcf"), "neither an address"),
			(format!("0x00,{seal},vcf"), "64 hex digits"),
			(format!("{ALICE},0x{seal},vcf"), "seal as 64 hex digits"),
			(format!("{ALICE},{seal},VCF"), "one of the formats vcf"),
		] {
			let text = format!("owner,seal,format\n{ALICE},{seal},vcf\n{line}\n");
			let error = format!("{:#}", read(&text).unwrap_err());
			assert!(error.contains("Line 3 of list.csv") && error.contains(hint), "{error}");
		}
	}

	#[test]
	fn another_first_line_is_refused() {
		for text in ["", "seal,owner,format\n", "owner,seal,format,more\n"] {
			let error = read(text).unwrap_err().to_string();
			assert!(error.contains("owner,seal,format"), "{error}");
		}
	}
}
