//! Writes the genome of nobody: a valid VCF 4.3 file with the contigs of GRCh38, one sample and as many
//! variants as asked for. The same seed gives the same bytes. The reference bases are made up as well, so
//! the file is for trying out tools and says nothing about a person.

mod contigs;
mod random;
mod vcf;

use std::{
	fs::Permissions,
	io::{self, BufWriter, Write},
	os::unix::fs::PermissionsExt,
	path::{Path, PathBuf},
	process::ExitCode,
};

use anyhow::{bail, Context, Result};
use clap::Parser;

/// Write a synthetic genome as VCF 4.3 on GRCh38.
#[derive(Parser)]
#[command(version)]
struct Arguments {
	/// How many variants.
	#[arg(long, default_value_t = 20_000, value_parser = clap::value_parser!(u64).range(1..=vcf::MAX_RECORDS))]
	records: u64,
	/// Which genome: the same seed gives the same file.
	#[arg(long, default_value_t = 1)]
	seed: u64,
	/// The file to write, or - for the standard output.
	#[arg(default_value = "-")]
	out: PathBuf,
}

fn main() -> ExitCode {
	let Arguments { records, seed, out } = Arguments::parse();
	let written = if out == Path::new("-") {
		write_stdout(records, seed)
	} else {
		write_file(&out, records, seed)
	};
	match written {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			// Where the standard error is closed, the exit code has to say it all.
			let _ = writeln!(io::stderr().lock(), "error: {error:#}.");
			ExitCode::FAILURE
		},
	}
}

fn write_stdout(records: u64, seed: u64) -> Result<()> {
	match vcf::write(io::stdout().lock(), records, seed) {
		// The reader has seen enough.
		Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
		other => other.context("Could not write to the standard output, check what reads from it"),
	}
}

/// Writes under a temporary name and renames, so that the file is there as a whole or not at all.
fn write_file(out: &Path, records: u64, seed: u64) -> Result<()> {
	if out.symlink_metadata().is_ok_and(|found| !found.is_file()) {
		bail!("{} is not a regular file: choose another name", out.display());
	}
	let folder = out.parent().filter(|parent| *parent != Path::new("")).unwrap_or(Path::new("."));
	let write = || -> io::Result<()> {
		let mut file = tempfile::Builder::new()
			.prefix(".ownome-")
			.permissions(Permissions::from_mode(0o666))
			.tempfile_in(folder)?;
		vcf::write(&mut file, records, seed)?;
		file.as_file().sync_all()?;
		file.persist(out)?;
		Ok(())
	};
	// Without the name of the temporary file, which comes with the error of making one.
	write().map_err(|error| io::Error::from(error.kind())).with_context(|| {
		format!("Could not write {}, check its folder and the space on the disk", out.display())
	})
}

/// A buffer around a writer that reports what goes wrong when it is emptied.
fn buffered<W: Write>(
	writer: W,
	write: impl FnOnce(&mut BufWriter<W>) -> io::Result<()>,
) -> io::Result<()> {
	let mut buffer = BufWriter::with_capacity(1 << 16, writer);
	write(&mut buffer)?;
	buffer.flush()
}
