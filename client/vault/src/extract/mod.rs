//! The part of a text that a grant opens, and nothing else of it.
//!
//! A grant may be for a part: regions of a genome, or types of resources of FHIR. [`Cutting`] reads the whole text and writes the part, in a
//! format that other tools read:
//!
//! | Format of the dataset | Parts | What comes out |
//! | --- | --- | --- |
//! | `vcf` | regions | VCF, in blocks of gzip if it was |
//! | `bcf` | regions | BCF |
//! | `bam` | regions | BAM |
//! | `cram` | regions | BAM |
//! | `fhir-bundle` | types of resources | a Bundle in JSON |
//!
//! The record is the unit: a variant or a read with at least one position in a region is in, as a whole, and no other is. Of the header stays
//! what the records need: reference sequences, samples, groups of reads and definitions. What tells of other places is taken out of reads (see
//! below), and in variants, whose meaning it is, it is refused.
//!
//! - VCF and BCF: a breakend whose mate is outside of the regions, or a field of INFO with a place outside (`CHR2`, `POS2`, `END2`, ...), is
//!   refused. In samples, `PID` becomes `.` if it names a variant outside.
//! - BAM and CRAM: reads that are not aligned are out. The place of a mate outside of the regions goes, with what else the read tells of it;
//!   so do other alignments of the read (`SA`, `XA`, `OA`, `OP`, `CC`, `CP`), the bases of the mate (`R2`, `Q2`), `PG`, and all tags that are not
//!   known to speak of the read alone.
//! - FHIR: a resource in which there is one of another type is refused. Of a Reference to a type that is not granted, or not said, stays which
//!   resource it is; `display`, `identifier` and extensions go.
//!
//! What is delivered is an [`ExtractManifest`], with a body under a data key of its own.

mod alignments;
mod bcf;
mod error;
mod fhir;
mod genes;
mod manifest;
mod places;
mod references;
mod site;
mod vcf;

use std::{
	io::{self, pipe, BufRead, BufReader, BufWriter, PipeReader, PipeWriter, Read, Write},
	path::Path,
	thread,
};

use noodles::bgzf;
use ownome_primitives::{Region, ResourceType};

pub use error::CutError;
pub use genes::regions_of;
pub use manifest::{ExtractManifest, MAX_EXTRACT_MANIFEST_BYTES};

use self::places::Places;
use crate::{Error, Result};

/// The first bytes of what is compressed with gzip.
const GZIP: &[u8; 2] = &[0x1f, 0x8b];
/// How much is read and written at a time.
const BUFFER_BYTES: usize = 1 << 16;

/// Which part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
	/// All of it.
	Everything,
	/// What is in these regions, of which each is on a reference sequence of the text.
	Regions(Vec<Region>),
	/// The resources of these types.
	Resources(Vec<ResourceType>),
}

/// What is cut, and of what.
#[derive(Clone, Copy, Debug)]
pub struct Cutting<'a> {
	/// The format of the text, as its manifest names it.
	pub format: &'a str,
	/// The part.
	pub part: &'a Part,
	/// The reference to which the reads of a CRAM were aligned: FASTA, with its index beside it.
	pub reference: Option<&'a Path>,
}

/// The formats that can be cut.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
	Vcf,
	Bcf,
	Bam,
	Cram,
	Bundle,
}

impl Kind {
	fn of(format: &str) -> Option<Self> {
		Some(match format {
			"vcf" => Self::Vcf,
			"bcf" => Self::Bcf,
			"bam" => Self::Bam,
			"cram" => Self::Cram,
			"fhir-bundle" => Self::Bundle,
			_ => return None,
		})
	}
}

impl Cutting<'_> {
	/// The format of the part.
	///
	/// # Errors
	/// [`CutError::Format`], if the text cannot be cut into such parts.
	pub fn format_of_part(&self) -> Result<&str> {
		let refused = |parts, known| {
			let format = self.format.into();
			Err(CutError::Format { format, parts, known }.into())
		};
		match (self.part, Kind::of(self.format)) {
			(Part::Everything, _) => Ok(self.format),
			(Part::Regions(_), Some(Kind::Cram)) => Ok("bam"),
			(Part::Regions(_), Some(Kind::Vcf | Kind::Bcf | Kind::Bam))
			| (Part::Resources(_), Some(Kind::Bundle)) => Ok(self.format),
			(Part::Regions(_), _) => {
				refused("regions", "that is possible for vcf, bcf, bam and cram")
			},
			(Part::Resources(_), _) => {
				refused("types of resources", "that is possible for fhir-bundle")
			},
		}
	}

	/// Reads the text to its end and writes the part. What is written before an error must not be used.
	///
	/// # Errors
	/// [`Error::Cut`], [`Error::ReadPath`] for the reference, and [`Error::Write`].
	pub fn run(&self, input: impl Read, output: impl Write) -> Result<()> {
		self.format_of_part()?;
		let mut input = BufReader::with_capacity(BUFFER_BYTES, input);
		let mut output = BufWriter::with_capacity(BUFFER_BYTES, output);
		match self.part {
			Part::Everything => {},
			Part::Regions(regions) => self.regions(regions, &mut input, &mut output)?,
			Part::Resources(types) => {
				let types: Vec<_> =
					types.iter().filter_map(|name| std::str::from_utf8(name).ok()).collect();
				fhir::cut(&mut input, &mut output, &types)?;
			},
		}
		match self.part {
			Part::Everything => io::copy(&mut input, &mut output).map_err(Error::Write)?,
			// Some formats end before the file does. Who gives the text does not expect that somebody stops to read.
			_ => io::copy(&mut input, &mut io::sink()).map_err(Error::Read)?,
		};
		output.flush().map_err(Error::Write)
	}

	fn regions(
		&self,
		regions: &[Region],
		mut input: impl BufRead,
		output: impl Write,
	) -> Result<()> {
		let mut places = Places::new(regions);
		let places = &mut places;
		match Kind::of(self.format) {
			Some(Kind::Bam) => alignments::cut_bam(input, output, places),
			Some(Kind::Cram) => alignments::cut_cram(input, output, self.reference, places),
			kind => {
				let start = input.fill_buf().map_err(Error::Read)?;
				if !start.starts_with(GZIP) && kind == Some(Kind::Vcf) {
					return vcf::cut(input, output, places);
				}
				let input = bgzf::io::Reader::new(input);
				let mut output = bgzf::io::Writer::new(output);
				match kind {
					Some(Kind::Vcf) => vcf::cut(input, &mut output, places)?,
					_ => bcf::cut(input, &mut output, places)?,
				}
				output.try_finish().map_err(Error::Write)
			},
		}
	}

	/// Cuts between two other steps, all at once: `decrypt` writes the text, and `encrypt` reads the part. What `decrypt` gives is the first
	/// error, and what went wrong behind it the second one.
	pub(crate) fn through<T>(
		&self,
		decrypt: impl FnOnce(PipeWriter) -> Result<()> + Send,
		encrypt: impl FnOnce(PipeReader) -> Result<T>,
	) -> Result<Result<T>> {
		let (text, whole) = pipe().map_err(Error::Write)?;
		let (part, cut) = pipe().map_err(Error::Write)?;
		thread::scope(|scope| {
			let decrypting = scope.spawn(|| decrypt(whole));
			let cutting = scope.spawn(|| self.run(text, cut));
			let encrypted = encrypt(part);
			let cut = cutting.join().unwrap_or_else(|_| {
				// Readers of binary formats trust what they read.
				Err(CutError::Damaged { format: self.format.into() }.into())
			});
			match decrypting.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)) {
				// Nobody reads any more.
				Ok(()) | Err(Error::Write(_)) => Ok(encrypted.and_then(|made| cut.map(|()| made))),
				Err(error) => Err(error),
			}
		})
	}
}
