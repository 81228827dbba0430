//! BAM and CRAM. What is cut from either is BAM: it says as much, needs no reference to be read, and every tool reads it.

use std::{
	collections::BTreeMap,
	fs::File,
	io::{self, Read, Write},
	path::Path,
};

use md5::{Digest, Md5};
use noodles::{
	bam, cram,
	fasta::{
		self,
		repository::{adapters::IndexedReader, Adapter},
	},
	sam::{
		alignment::{
			io::Write as _,
			record::{data::field::Tag, Flags},
			record_buf::data::field::Value,
			Record, RecordBuf,
		},
		header::record::value::map::reference_sequence::tag::MD5_CHECKSUM,
		Header,
	},
};

use super::{places::Places, CutError};
use crate::{Error, Result};

const BAM: &str = "bam";
const CRAM: &str = "cram";
/// What the header may say of a reference sequence, besides name and length.
const OF_SEQUENCES: [[u8; 2]; 3] = [*b"AS", *b"M5", *b"SP"];
/// What the header may say of a group of reads, besides its name.
const OF_READ_GROUPS: [[u8; 2]; 4] = [*b"LB", *b"PL", *b"PU", *b"SM"];
/// The tags of the SAM specification that speak of the read alone. Not here: where else it or its mate was aligned (`SA`, `OA`, `OP`, `OC`, `CC`,
/// `CP`), the bases of the mate (`R2`, `Q2`), free text (`CO`, `CT`, `PT`), programs, which the header does not name any more, and what was never
/// defined.
const STANDARD: [&[u8; 2]; 42] = [
	b"AM", b"AS", b"BC", b"BQ", b"BZ", b"CB", b"CM", b"CQ", b"CR", b"CS", b"CY", b"E2", b"FI",
	b"FS", b"FZ", b"H0", b"H1", b"H2", b"HI", b"IH", b"LB", b"MC", b"MD", b"MI", b"ML", b"MM",
	b"MN", b"MQ", b"NH", b"NM", b"OQ", b"OX", b"PQ", b"PU", b"QT", b"QX", b"RG", b"RX", b"SM",
	b"TC", b"TS", b"UQ",
];
/// Tags that aligners give a score, a count or a letter, of which the names belong to nobody: they stay if they have no more than that.
const NUMBERS: [&[u8; 2]; 17] = [
	b"XS", b"XT", b"XN", b"XM", b"XO", b"XG", b"X0", b"X1", b"tp", b"ts", b"cm", b"s1", b"s2",
	b"ms", b"nn", b"de", b"rl",
];
/// Tags with a text that is of the read alone: differences to the reference, and the molecule it is from.
const TEXTS: [&[u8; 2]; 4] = [b"cs", b"UB", b"UR", b"UY"];

/// Whether a tag tells nothing of other places.
fn is_local(tag: Tag, value: &Value) -> bool {
	let one_of = |tags: &[&[u8; 2]]| tags.iter().any(|known| *known == tag.as_ref());
	let is_long = matches!(value, Value::String(_) | Value::Hex(_) | Value::Array(_));
	one_of(&STANDARD) || one_of(&TEXTS) || (one_of(&NUMBERS) && !is_long)
}

/// Writes the header and the reads in the regions of a BAM file.
pub(super) fn cut_bam(input: impl Read, output: impl Write, places: &mut Places) -> Result<()> {
	let mut reader = bam::io::Reader::new(input);
	let header = reader
		.read_header()
		.map_err(|_| CutError::Malformed { format: BAM, reason: "its header cannot be read" })?;
	let mut cut = Cut::new(output, BAM, header, places)?;
	let mut record = bam::Record::default();
	loop {
		cut.number += 1;
		match reader.read_record(&mut record) {
			Ok(0) => return cut.finish(),
			Ok(_) => cut.copy(&record)?,
			Err(_) => return Err(cut.unreadable().into()),
		}
	}
}

/// Writes the header and the reads in the regions of a CRAM file, as BAM.
pub(super) fn cut_cram(
	input: impl Read,
	output: impl Write,
	reference: Option<&Path>,
	places: &mut Places,
) -> Result<()> {
	let malformed = |reason| CutError::Malformed { format: CRAM, reason };
	let mut definition = cram::io::reader::Builder::default().build_from_reader(input);
	let _ = definition
		.read_file_definition()
		.map_err(|_| malformed("its header cannot be read"))?;
	let header = definition
		.read_file_header()
		.map_err(|_| malformed("its header cannot be read"))?;
	let repository = fasta::Repository::new(Reference::open(reference, &header)?);
	let mut reader = cram::io::reader::Builder::default()
		.set_reference_sequence_repository(repository.clone())
		.build_from_reader(definition.into_inner());
	let mut cut = Cut::new(output, CRAM, header.clone(), places)?;
	let mut contig = None;
	for record in reader.records(&header) {
		cut.number += 1;
		let record = record.map_err(|error| match error.get_ref() {
			Some(found) if found.is::<Missing>() => match reference {
				None => CutError::NoReference,
				Some(_) => CutError::WrongReference,
			},
			_ if reference.is_some() => CutError::WrongReference,
			_ => cut.unreadable(),
		})?;
		cut.copy(&record)?;
		if record.reference_sequence_id() != contig {
			// Only one sequence of the reference is in memory.
			repository.clear();
			contig = record.reference_sequence_id();
		}
	}
	cut.finish()
}

/// What copies the reads in the regions.
struct Cut<'a, W: Write> {
	format: &'static str,
	/// The number of the read that is looked at.
	number: u64,
	places: &'a Places,
	header: Header,
	writer: bam::io::Writer<noodles::bgzf::io::Writer<W>>,
}

impl<'a, W: Write> Cut<'a, W> {
	fn new(
		output: W,
		format: &'static str,
		mut header: Header,
		places: &'a mut Places,
	) -> Result<Self> {
		header.reference_sequences().keys().for_each(|name| places.know(name));
		places.check()?;
		header.comments_mut().clear();
		header.programs_mut().as_mut().clear();
		for sequence in header.reference_sequences_mut().values_mut() {
			let told = sequence.other_fields_mut();
			told.retain(|tag, _| OF_SEQUENCES.contains(tag.as_ref()));
		}
		for group in header.read_groups_mut().values_mut() {
			let told = group.other_fields_mut();
			told.retain(|tag, _| OF_READ_GROUPS.contains(tag.as_ref()));
		}
		let mut writer = bam::io::Writer::new(output);
		writer.write_header(&header).map_err(Error::Write)?;
		Ok(Self { format, number: 0, places, header, writer })
	}

	/// Copies a read, if it is aligned in one of the regions.
	fn copy(&mut self, record: &impl Record) -> Result<()> {
		let unreadable = self.unreadable();
		if !self.is_met(record).map_err(|_| unreadable.clone())? {
			return Ok(());
		}
		let mut record = RecordBuf::try_from_alignment_record(&self.header, record)
			.map_err(|_| unreadable.clone())?;
		self.forget_elsewhere(&mut record);
		self.writer.write_alignment_record(&self.header, &record).map_err(Error::Write)
	}

	fn is_met(&self, record: &impl Record) -> io::Result<bool> {
		if record.flags()?.is_unmapped() {
			return Ok(false);
		}
		let (Some(contig), Some(start), Some(end)) = (
			record.reference_sequence_id(&self.header).transpose()?,
			record.alignment_start().transpose()?,
			record.alignment_end().transpose()?,
		) else {
			return Ok(false);
		};
		let contig = self.name(contig).ok_or(io::ErrorKind::InvalidData)?;
		Ok(self.places.meet(contig, usize::from(start) as u64 - 1, usize::from(end) as u64))
	}

	/// Takes out of a read where else its parts and its mate are, but for a mate in one of the regions.
	fn forget_elsewhere(&self, record: &mut RecordBuf) {
		let told = record.data().iter().filter(|(tag, value)| !is_local(*tag, value));
		for tag in told.map(|(tag, _)| tag).collect::<Vec<_>>() {
			record.data_mut().remove(&tag);
		}
		let mate = record
			.mate_reference_sequence_id()
			.and_then(|contig| self.name(contig))
			.zip(record.mate_alignment_start());
		let here = mate
			.is_some_and(|(contig, start)| self.places.hold(contig, usize::from(start) as u64 - 1));
		if !here {
			*record.mate_reference_sequence_id_mut() = None;
			*record.mate_alignment_start_mut() = None;
			*record.template_length_mut() = 0;
			record
				.flags_mut()
				.remove(Flags::PROPERLY_SEGMENTED | Flags::MATE_REVERSE_COMPLEMENTED);
			record.data_mut().remove(&Tag::MATE_CIGAR);
			record.data_mut().remove(&Tag::MATE_MAPPING_QUALITY);
		}
	}

	fn name(&self, contig: usize) -> Option<&[u8]> {
		self.header
			.reference_sequences()
			.get_index(contig)
			.map(|(name, _)| name.as_ref())
	}

	fn unreadable(&self) -> CutError {
		CutError::Record { number: self.number, format: self.format, reason: "it is damaged" }
	}

	fn finish(mut self) -> Result<()> {
		self.writer.try_finish().map_err(Error::Write)
	}
}

/// The reference to which the reads of a CRAM file were aligned.
struct Reference {
	sequences: Option<IndexedReader<fasta::io::BufReader<File>>>,
	expected: BTreeMap<Vec<u8>, Expected>,
}

/// What the file says of a sequence of its reference.
struct Expected {
	length: usize,
	/// The MD5 of its bases in hex, which every CRAM file should have.
	md5: Option<Vec<u8>>,
}

/// A sequence that is not there, or is another one.
#[derive(Debug, thiserror::Error)]
#[error("a sequence of the reference is missing")]
struct Missing;

impl Reference {
	fn open(path: Option<&Path>, header: &Header) -> Result<Self> {
		let open = |path: &Path| {
			fasta::io::indexed_reader::Builder::default()
				.build_from_path(path)
				.map(IndexedReader::new)
				.map_err(|source| Error::read(path, source))
		};
		let sequences = header.reference_sequences().iter();
		let expected = sequences.map(|(name, sequence)| {
			let md5 = sequence.other_fields().get(&MD5_CHECKSUM);
			let length = sequence.length().get();
			(name.to_vec(), Expected { length, md5: md5.map(|md5| md5.to_vec()) })
		});
		Ok(Self { expected: expected.collect(), sequences: path.map(open).transpose()? })
	}
}

impl Adapter for Reference {
	/// The sequence, if it is the one of the file: where it is another, reads would get other bases.
	fn get(&mut self, name: &[u8]) -> Option<io::Result<fasta::Record>> {
		let found = self.sequences.as_mut().and_then(|it| it.get(name)?.ok());
		let found = found.filter(|found| {
			let bases: &[u8] = found.sequence().as_ref();
			self.expected.get(name).is_some_and(|expected| {
				let digest = || hex::encode(Md5::digest(bases.to_ascii_uppercase()));
				expected.length == bases.len()
					&& expected.md5.as_ref().is_none_or(|md5| *md5 == digest().into_bytes())
			})
		});
		// Who asks does not expect that there may be none.
		Some(found.ok_or_else(|| io::Error::other(Missing)))
	}
}
