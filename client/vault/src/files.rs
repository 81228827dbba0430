//! From path to path: a file is there as a whole, or not at all.
//!
//! Everything is written under a temporary name in the folder of the output and gets its name at the
//! end. An error leaves nothing behind, and nothing is ever replaced. Only the standard output gets what it gets.

use std::{
	fs::{File, Permissions},
	io::{self, ErrorKind, Read, Write},
	os::{
		fd::{AsFd, BorrowedFd},
		unix::fs::PermissionsExt,
	},
	path::{Path, PathBuf},
};

use tempfile::{Builder, NamedTempFile};

use crate::{
	extract::Cutting,
	keys::PublicKey,
	output::Output,
	stream::{self, Reading, Writing},
	Error, Result,
};

/// The name of the standard input, and of the standard output.
pub const STANDARD: &str = "-";

/// Who may read a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
	/// Its owner: secrets and data in the clear.
	Private,
	/// Whoever the `umask` of the process allows.
	Shared,
}

/// Encrypts a file.
///
/// # Errors
/// As [`stream::encrypt`], with the paths, and [`Error::Exists`] for the output, the input included.
pub fn encrypt<'a>(text: &Path, file: &Path, writing: impl Into<Writing<'a>>) -> Result<()> {
	convert(text, file, Access::Shared, |input, output| stream::encrypt(input, output, writing))
}

/// Decrypts a file. The text is readable by its owner only.
///
/// # Errors
/// As [`stream::decrypt`], with the paths, and [`Error::Exists`] for the output, the input included.
pub fn decrypt<'a>(file: &Path, text: &Path, reading: impl Into<Reading<'a>>) -> Result<()> {
	convert(file, text, Access::Private, |input, output| stream::decrypt(input, output, reading))
}

/// Copies a file under a new header for the `recipients`, and only for them.
///
/// # Errors
/// As [`stream::rewrap`], with the paths, and [`Error::Exists`] for the output, the input included.
pub fn rewrap<'a>(
	file: &Path,
	copy: &Path,
	reading: impl Into<Reading<'a>>,
	recipients: &[PublicKey],
) -> Result<()> {
	convert(file, copy, Access::Shared, |input, output| {
		stream::rewrap(input, output, reading, recipients)
	})
}

/// Encrypts the text of a file anew, for the `recipients` and only for them.
///
/// # Errors
/// As [`stream::rekey`], with the paths, and [`Error::Exists`] for the output, the input included.
pub fn rekey<'a>(
	file: &Path,
	copy: &Path,
	reading: impl Into<Reading<'a>>,
	recipients: &[PublicKey],
) -> Result<()> {
	convert(file, copy, Access::Shared, |input, output| {
		stream::rekey(input, output, reading, recipients)
	})
}

/// Encrypts a part of the text of a file, for the `recipients` and only for them.
///
/// # Errors
/// As [`stream::extract`], with the paths, and [`Error::Exists`] for the output, the input included.
pub fn extract<'a>(
	file: &Path,
	part: &Path,
	reading: impl Into<Reading<'a>>,
	cutting: &Cutting<'_>,
	recipients: &[PublicKey],
) -> Result<()> {
	cutting.format_of_part()?;
	convert(file, part, Access::Shared, |input, output| {
		stream::extract(input, output, reading, cutting, recipients)
	})
}

/// Writes a new file.
///
/// # Errors
/// What `write` gives, where [`Error::Write`] gets its path; [`Error::Exists`], before `write` if
/// possible, [`Error::NoFolder`], [`Error::WritePath`] and [`Error::DiskFull`].
pub fn create<T>(
	path: &Path,
	access: Access,
	write: impl FnOnce(&mut Output<'_>) -> Result<T>,
) -> Result<T> {
	let mut pending = Pending::new(path, access)?;
	let mut output = Output::new(pending.file());
	let made = write(&mut output).map_err(|error| error.between(path, path))?;
	output.finish().map_err(|source| Error::write(path, source))?;
	pending.finish()?;
	Ok(made)
}

/// A new file under a temporary name in the folder of its path, with which it goes if it is not finished.
#[derive(Debug)]
pub(crate) struct Pending {
	file: NamedTempFile,
	path: PathBuf,
}

impl Pending {
	/// An empty file that is to get the name `path`.
	pub(crate) fn new(path: &Path, access: Access) -> Result<Self> {
		expect_free(path)?;
		let mode = match access {
			Access::Private => 0o600,
			Access::Shared => 0o666,
		};
		let file = Builder::new()
			.prefix(".ownome-")
			.permissions(Permissions::from_mode(mode))
			.tempfile_in(folder(path))
			.map_err(|source| match source.kind() {
				ErrorKind::NotFound => {
					Error::NoFolder { folder: folder(path).into(), path: path.into() }
				},
				_ => Error::write(path, source),
			})?;
		Ok(Self { file, path: path.into() })
	}

	/// What is in it so far.
	pub(crate) fn file(&mut self) -> &mut File {
		self.file.as_file_mut()
	}

	/// The name that it is to get.
	pub(crate) fn path(&self) -> &Path {
		&self.path
	}

	/// Gives it its name, for good. The file stays open.
	pub(crate) fn finish(self) -> Result<File> {
		let Self { file, path } = self;
		file.as_file().sync_all().map_err(|source| Error::write(&path, source))?;
		let file = file
			.persist_noclobber(&path)
			.map_err(|error| Error::write(&path, error.error))?;
		sync_folder(&path)?;
		Ok(file)
	}
}

/// Refuses a name that is taken.
pub(crate) fn expect_free(path: &Path) -> Result<()> {
	match path.symlink_metadata() {
		Ok(_) => Err(Error::Exists { path: path.into() }),
		Err(_) => Ok(()),
	}
}

/// Opens a file to read it.
pub(crate) fn open(path: &Path) -> Result<File> {
	File::open(path).map_err(|source| Error::read(path, source))
}

/// Reads one byte more than `max` at most, so that the reader of the bytes sees that there are too many.
pub(crate) fn read_bounded(path: &Path, max: usize) -> Result<Vec<u8>> {
	let mut bytes = Vec::new();
	open(path)?
		.take(max as u64 + 1)
		.read_to_end(&mut bytes)
		.map_err(|source| Error::read(path, source))?;
	Ok(bytes)
}

/// Makes a rename, or a new file, last.
pub(crate) fn sync_folder(path: &Path) -> Result<()> {
	let folder = folder(path);
	File::open(folder)
		.and_then(|folder| folder.sync_all())
		.map_err(|source| Error::write(folder, source))
}

/// Gives `run` the two ends. [`STANDARD`] is the standard input or output; what is written there before an error cannot be
/// taken back.
fn convert(
	input: &Path,
	output: &Path,
	access: Access,
	run: impl FnOnce(&mut File, &mut (dyn Write + Send)) -> Result<()>,
) -> Result<()> {
	let standard = |stream: BorrowedFd<'_>| stream.try_clone_to_owned().map(File::from);
	let mut from = match input == Path::new(STANDARD) {
		true => standard(io::stdin().as_fd()).map_err(Error::Read)?,
		false => open(input)?,
	};
	if output == Path::new(STANDARD) {
		let mut to = standard(io::stdout().as_fd()).map_err(Error::Write)?;
		return run(&mut from, &mut to).map_err(|error| error.between(input, output));
	}
	create(output, access, |to| run(&mut from, to).map_err(|error| error.between(input, output)))
}

fn folder(path: &Path) -> &Path {
	match path.parent() {
		Some(parent) if parent != Path::new("") => parent,
		_ => Path::new("."),
	}
}
