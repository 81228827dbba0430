//! Regions, tools of the field, and what they say.

use std::{
	fs,
	path::{Path, PathBuf},
	process::{Command, Stdio},
};

use ownome_primitives::Region;
use ownome_vault::{
	extract::{Cutting, Part},
	Result,
};
use tempfile::TempDir;

/// A region, counted from 0 with the end left out.
pub fn region(contig: &str, start: u32, end: u32) -> Region {
	Region { contig: contig.as_bytes().to_vec().try_into().unwrap(), start, end }
}

/// The part of a text.
pub fn cut(format: &str, text: &[u8], part: &Part, reference: Option<&Path>) -> Result<Vec<u8>> {
	let mut out = Vec::new();
	Cutting { format, part, reference }.run(text, &mut out)?;
	Ok(out)
}

/// A folder in which tools work.
pub struct Bench(TempDir);

impl Bench {
	pub fn new() -> Self {
		Self(tempfile::tempdir().unwrap())
	}

	pub fn at(&self, name: &str) -> PathBuf {
		self.0.path().join(name)
	}

	pub fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
		fs::write(self.at(name), bytes).unwrap();
	}

	pub fn get(&self, name: &str) -> Vec<u8> {
		fs::read(self.at(name)).unwrap()
	}

	/// What a command writes, which must go well and complain about nothing.
	pub fn run(&self, line: &str) -> String {
		let mut words = line.split(' ');
		let tool = words.next().unwrap();
		let done = Command::new(tool)
			.args(words)
			.current_dir(self.0.path())
			.stdin(Stdio::null())
			.output()
			.unwrap_or_else(|error| {
				panic!("{tool} cannot be run ({error}): scripts/setup.sh --tests installs it")
			});
		let said = String::from_utf8_lossy(&done.stderr);
		assert!(done.status.success() && !said.contains("[E::"), "{line}: {said}");
		String::from_utf8(done.stdout).unwrap()
	}
}
