//! The list of the datasets of a batch: a CSV file with the columns owner, seal and format.

use crate::account::Account;
use anyhow::{bail, ensure, Context};
use csv::StringRecord;
use indicatif::{ProgressBar, ProgressBarIter};
use ownome_primitives::{DataFormat, Seal};
use ownome_vault::batch::Leaf;
use std::{
	fs::{File, OpenOptions},
	io::{self, ErrorKind, Read, Seek, SeekFrom, Write},
	path::{Path, PathBuf},
};
use subxt::utils::AccountId32;

const COLUMNS: [&str; 3] = ["owner", "seal", "format"];
/// More bytes than the reader takes at once, and far more than a line has.
const MAX_RECORD_BYTES: usize = 32 * 1024;

/// The datasets in a list, one after the other.
pub struct List<R> {
	path: PathBuf,
	reader: csv::Reader<Bounded<R>>,
	record: StringRecord,
}

impl List<ProgressBarIter<File>> {
	/// Opens the list at `path`; `bar` shows how much of it has been read.
	pub fn open(path: &Path, bar: &ProgressBar) -> anyhow::Result<Self> {
		let unreadable = |source| ownome_vault::Error::ReadPath { path: path.into(), source };
		let file = File::open(path).map_err(unreadable)?;
		bar.set_length(file.metadata().map_err(unreadable)?.len());
		Self::new(path, bar.wrap_read(file))
	}
}

impl<R: Read> List<R> {
	/// A list that is read from `input`; `path` is for errors.
	fn new(path: &Path, input: R) -> anyhow::Result<Self> {
		let mut reader = csv::ReaderBuilder::new()
			.flexible(true)
			.trim(csv::Trim::All)
			.from_reader(Bounded { input, left: MAX_RECORD_BYTES });
		let columns = reader.headers().map_err(reason).with_context(|| {
			format!("The list {} has no first line that can be read.", path.display())
		})?;
		ensure!(
			columns.iter().eq(COLUMNS),
			"The first line of {} is another one than {}: give a list of datasets.",
			path.display(),
			COLUMNS.join(",")
		);
		Ok(Self { path: path.into(), reader, record: StringRecord::new() })
	}
}

impl<R: Read> Iterator for List<R> {
	type Item = anyhow::Result<Leaf>;

	fn next(&mut self) -> Option<Self::Item> {
		self.reader.get_mut().left = MAX_RECORD_BYTES;
		let read = self.reader.read_record(&mut self.record);
		let line = read
			.as_ref()
			.err()
			.and_then(csv::Error::position)
			.or(self.record.position())
			.unwrap_or(self.reader.position())
			.line();
		let found = match read {
			Ok(false) => return None,
			Ok(true) => leaf(&self.record),
			Err(error) => Err(reason(error)),
		};
		Some(found.with_context(|| {
			format!("Line {line} of {} describes no dataset.", self.path.display())
		}))
	}
}

/// An input that gives no more than `left` bytes, so that a line without an end takes no memory without an end.
struct Bounded<R> {
	input: R,
	left: usize,
}

impl<R: Read> Read for Bounded<R> {
	fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
		if self.left == 0 {
			return Err(io::Error::other("it is too long"));
		}
		let room = buffer.len().min(self.left);
		let read = self.input.read(&mut buffer[..room])?;
		self.left -= read;
		Ok(read)
	}
}

/// What the reader of the list has to say to whoever wrote it.
fn reason(error: csv::Error) -> anyhow::Error {
	match error.into_kind() {
		csv::ErrorKind::Io(error) => error.into(),
		csv::ErrorKind::Utf8 { .. } => anyhow::anyhow!("write it in UTF-8"),
		_ => anyhow::anyhow!("write {}", COLUMNS.join(",")),
	}
}

/// Refuses a file to which no dataset can be added; that there is none is fine.
pub fn expect_list(path: &Path) -> anyhow::Result<()> {
	let unreadable = |source| ownome_vault::Error::ReadPath { path: path.into(), source };
	let mut file = match File::open(path) {
		Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
		other => other.map_err(unreadable)?,
	};
	if file.metadata().map_err(unreadable)?.len() == 0 {
		return Ok(());
	}
	List::new(path, &file)?;
	let mut last = [0];
	file.seek(SeekFrom::End(-1))
		.and_then(|_| file.read_exact(&mut last))
		.map_err(unreadable)?;
	ensure!(
		last == *b"\n",
		"The last line of {} has no end: see whether it is whole, and end it with a line break.",
		path.display()
	);
	Ok(())
}

/// Adds a dataset to the list at `path`, which is made if it is not there.
pub fn append(path: &Path, leaf: &Leaf) -> anyhow::Result<()> {
	expect_list(path)?;
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
		None => Account::named(owner).context("write the owner as an address or a name")?.0 .0,
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
	fn nothing_is_added_to_another_file() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("notes.txt");
		let leaf = Leaf { owner: [1; 32], seal: Seal([1; 32]), format: DataFormat::Cram };
		let cut = format!("owner,seal,format\n{ALICE},{}", seal(1));
		for (text, hint) in [
			("Dear diary\n", "The first line"),
			("\n", "The first line"),
			(&cut, "has no end"),
			("owner,seal,format", "has no end"),
		] {
			std::fs::write(&path, text).unwrap();
			let error = format!("{:#}", append(&path, &leaf).unwrap_err());
			assert!(error.contains(hint), "{error}");
			assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
		}
		std::fs::write(&path, "").unwrap();
		append(&path, &leaf).unwrap();
		assert_eq!(read(&std::fs::read_to_string(&path).unwrap()).unwrap(), [leaf]);
	}

	#[test]
	fn a_line_without_an_end_is_refused_before_it_fills_the_memory() {
		let begin = format!("owner,seal,format\n{ALICE},{},vcf\n", seal(1));
		// Also within quotes, where a line break ends nothing.
		for (quote, endless) in [("", b'a'), ("\"", b'\n')] {
			let begin = format!("{begin}{quote}");
			let input = begin.as_bytes().chain(Endless(endless));
			let error = List::new(Path::new("list.csv"), input)
				.unwrap()
				.collect::<anyhow::Result<Vec<_>>>()
				.unwrap_err();
			let error = format!("{error:#}");
			assert!(error.contains("Line 3 of list.csv"), "{error}");
			assert!(error.contains("it is too long"), "{error}");
		}
		assert!(List::new(Path::new("list.csv"), Endless(b'a')).is_err());
	}

	/// A byte without an end.
	struct Endless(u8);

	impl Read for Endless {
		fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
			buffer.fill(self.0);
			Ok(buffer.len())
		}
	}

	#[test]
	fn what_is_not_utf_8_is_named_without_jargon() {
		let seal = seal(1);
		let text =
			[b"owner,seal,format\n\xff\xfe,".as_slice(), seal.as_bytes(), b",vcf\n"].concat();
		let list = List::new(Path::new("list.csv"), &text[..]).unwrap();
		let error = format!("{:#}", list.collect::<anyhow::Result<Vec<_>>>().unwrap_err());
		assert_eq!(error, "Line 2 of list.csv describes no dataset.: write it in UTF-8");
	}

	#[test]
	fn another_first_line_is_refused() {
		for text in ["", "seal,owner,format\n", "owner,seal,format,more\n"] {
			let error = read(text).unwrap_err().to_string();
			assert!(error.contains("owner,seal,format"), "{error}");
		}
	}
}
