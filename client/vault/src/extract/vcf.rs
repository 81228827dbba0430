//! VCF as text, plain or in blocks of gzip: the lines of the records pass as they are.

use std::io::{BufRead, Read, Write};

use super::{
	places::Places,
	site::{check_elsewhere, Site},
	CutError,
};
use crate::{Error, Result};

const FORMAT: &str = "vcf";
/// More than a line has: half a million samples make 20 MB.
const MAX_LINE_BYTES: u64 = 64 << 20;
/// The lines of a header that say how to read the records. Who made the file when, with which command on which files, is not needed.
const NEEDED: [&[u8]; 6] =
	[b"##fileformat=", b"##INFO=", b"##FORMAT=", b"##FILTER=", b"##ALT=", b"##contig="];

/// Whether a line of a header stays, its samples included.
pub(super) fn is_needed(line: &[u8]) -> bool {
	!line.starts_with(b"##") || NEEDED.iter().any(|start| line.starts_with(start))
}

/// The ID of a line of a header that begins so.
pub(super) fn id_of<'a>(line: &'a [u8], start: &[u8]) -> Option<&'a [u8]> {
	let fields = line.strip_prefix(start)?.strip_prefix(b"<")?;
	let id = fields.windows(3).position(|found| found == b"ID=")?;
	// It is the first of the fields, or follows on a comma.
	let begins = id == 0 || fields.get(id - 1) == Some(&b',');
	let id = fields.get(id + 3..).filter(|_| begins)?;
	id.split(|byte| matches!(byte, b',' | b'>')).next()
}

/// Writes the header and the records in the regions.
pub(super) fn cut(
	mut input: impl BufRead,
	mut output: impl Write,
	places: &mut Places,
) -> Result<()> {
	let malformed = |reason| Error::from(CutError::Malformed { format: FORMAT, reason });
	let mut line = Vec::new();
	read_line(&mut input, &mut line)?;
	if !line.starts_with(b"##fileformat=VCF") {
		return Err(malformed("it does not begin with ##fileformat=VCF"));
	}
	while line.starts_with(b"##") {
		if is_needed(&line) {
			write_line(&mut output, &line)?;
		}
		if let Some(contig) = id_of(&line, b"##contig=") {
			places.know(contig);
		}
		read_line(&mut input, &mut line)?;
	}
	if !line.starts_with(b"#CHROM\t") {
		return Err(malformed("its header does not end with a line that begins with #CHROM"));
	}
	write_line(&mut output, &line)?;

	let mut number = 0;
	while read_line(&mut input, &mut line)? {
		if line.iter().all(u8::is_ascii_whitespace) {
			continue;
		}
		number += 1;
		let wrong = |reason| CutError::Record { number, format: FORMAT, reason };
		let record = Record::parse(&line).map_err(wrong)?;
		places.know(record.site.contig);
		if places.meet(record.site.contig, record.site.start, record.site.end) {
			let alleles = record.alleles.split(|byte| *byte == b',');
			check_elsewhere(places, &record.site, alleles, record.info(b"CHR2"), number)?;
			write_line(&mut output, &line)?;
		}
	}
	places.check()?;
	output.flush().map_err(Error::Write)
}

struct Record<'a> {
	site: Site<'a>,
	alleles: &'a [u8],
	info: &'a [u8],
}

impl<'a> Record<'a> {
	fn parse(line: &'a [u8]) -> Result<Self, &'static str> {
		let line = line.trim_ascii_end();
		let mut fields = line.splitn(9, |byte| *byte == b'\t');
		let mut next = || fields.next().filter(|field| !field.is_empty());
		let [Some(contig), Some(position), Some(_), Some(bases), Some(alleles), Some(_), Some(_), Some(info)] =
			std::array::from_fn(|_| next())
		else {
			return Err("it has less than eight fields");
		};
		let samples = fields.next().unwrap_or_default();
		let position = number(position).ok_or("its position is not a number")?;
		// Position 0 is before the first one, the end of a chromosome.
		let start = position.saturating_sub(1);
		let mut record = Self { site: Site { contig, start, end: 0 }, alleles, info };
		let length = record.length(bases, samples).ok_or("its length is not a number")?;
		record.site.end = start.saturating_add(length);
		Ok(record)
	}

	/// How many positions of the reference it covers.
	fn length(&self, bases: &[u8], samples: &[u8]) -> Option<u64> {
		let mut longest = bases.len() as u64;
		if let Some(end) = self.info(b"END") {
			return Some(longest.max(number(end)?.saturating_sub(self.site.start)));
		}
		if let Some(lengths) = self.info(b"SVLEN") {
			let lengths = lengths.split(|byte| *byte == b',');
			for (allele, length) in self.alleles.split(|byte| *byte == b',').zip(lengths) {
				// What is inserted covers nothing.
				if allele.starts_with(b"<") && !allele.starts_with(b"<INS") && length != b"." {
					longest = longest.max(number(length.strip_prefix(b"-").unwrap_or(length))?);
				}
			}
		}
		let mut columns = samples.split(|byte| *byte == b'\t');
		let mut keys = columns.next()?.split(|byte| *byte == b':');
		if let Some(place) = keys.position(|key| key == b"LEN") {
			for sample in columns {
				let length = sample.split(|byte| *byte == b':').nth(place);
				if let Some(length) = length.filter(|it| *it != b"." && !it.is_empty()) {
					longest = longest.max(number(length)?);
				}
			}
		}
		Some(longest)
	}

	fn info(&self, key: &[u8]) -> Option<&'a [u8]> {
		self.info
			.split(|byte| *byte == b';')
			.find_map(|field| field.strip_prefix(key)?.strip_prefix(b"="))
	}
}

fn number(digits: &[u8]) -> Option<u64> {
	let digits = std::str::from_utf8(digits).ok()?;
	digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

/// Reads a line, with what ends it, and says whether there was one.
fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> Result<bool> {
	let malformed = |reason| CutError::Malformed { format: FORMAT, reason };
	line.clear();
	input
		.take(MAX_LINE_BYTES)
		.read_until(b'\n', line)
		.map_err(|_| malformed("it is compressed in another way than with bgzip"))?;
	if line.len() as u64 == MAX_LINE_BYTES {
		return Err(malformed("a line has more than 64 MiB").into());
	}
	Ok(!line.is_empty())
}

fn write_line(output: &mut impl Write, line: &[u8]) -> Result<()> {
	output.write_all(line).map_err(Error::Write)?;
	match line.ends_with(b"\n") {
		true => Ok(()),
		false => output.write_all(b"\n").map_err(Error::Write),
	}
}
