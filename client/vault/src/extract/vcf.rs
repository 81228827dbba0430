//! VCF as text, plain or in blocks of gzip: the lines of the records pass as they are, but for names of other places in the samples.

use std::{
	borrow::Cow,
	io::{BufRead, Read, Write},
};

use super::{
	places::Places,
	site::{asked, may_name_places, number, Variant, BLOCK, MISSING},
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
		let content = line.trim_ascii_end();
		let (variant, samples) = parse(content).map_err(wrong)?;
		let end = variant.end().ok_or_else(|| wrong("its length is not a number"))?;
		places.know(variant.contig);
		if places.meet(variant.contig, variant.start, end) {
			variant.check(places, end, number)?;
			match hide(&variant, places, samples) {
				None => write_line(&mut output, &line)?,
				Some(hidden) => {
					let before = content.len() - samples.len();
					write_line(&mut output, &[&content[..before], &hidden].concat())?;
				},
			}
		}
	}
	places.check()?;
	output.flush().map_err(Error::Write)
}

/// Reads a record. The second one is what it says of its samples.
fn parse(line: &[u8]) -> Result<(Variant<'_>, &[u8]), &'static str> {
	let mut fields = line.splitn(9, |byte| *byte == b'\t');
	let mut next = || fields.next().filter(|field| !field.is_empty());
	let [Some(contig), Some(position), Some(_), Some(bases), Some(alleles), Some(_), Some(_), Some(info)] =
		std::array::from_fn(|_| next())
	else {
		return Err("it has less than eight fields");
	};
	let samples = fields.next().unwrap_or_default();
	let position = number(position).ok_or("its position is not a number")?;
	let fields = info.split(|byte| *byte == b';').filter_map(|field| {
		let equals = field.iter().position(|byte| *byte == b'=')?;
		Some((asked(&field[..equals])?, Cow::Borrowed(&field[equals + 1..])))
	});
	let variant = Variant {
		contig,
		// Position 0 is before the first one, the end of a chromosome.
		start: position.saturating_sub(1),
		bases: bases.len() as u64,
		stated: 0,
		block: longest_block(samples).ok_or("its length is not a number")?,
		alleles: alleles.split(|byte| *byte == b',').collect(),
		fields: fields.collect(),
	};
	Ok((variant, samples))
}

/// The longest block of a sample, or nothing if one is not a number.
fn longest_block(samples: &[u8]) -> Option<u64> {
	let mut longest = 0;
	let mut columns = samples.split(|byte| *byte == b'\t');
	let mut keys = columns.next()?.split(|byte| *byte == b':');
	if let Some(place) = keys.position(|key| key == BLOCK) {
		for sample in columns {
			let length = sample.split(|byte| *byte == b':').nth(place);
			if let Some(length) = length.filter(|it| *it != MISSING && !it.is_empty()) {
				longest = longest.max(number(length)?);
			}
		}
	}
	Some(longest)
}

/// What the record says of its samples, without the values that name places outside of the regions, if there are any.
fn hide(variant: &Variant<'_>, places: &Places, samples: &[u8]) -> Option<Vec<u8>> {
	let mut columns = samples.split(|byte| *byte == b'\t');
	let keys: Vec<_> = columns.next()?.split(|byte| *byte == b':').collect();
	if !keys.iter().any(|key| may_name_places(key)) {
		return None;
	}
	let mut is_hidden = false;
	let mut hidden = keys.join(&b':');
	for sample in columns {
		for (place, value) in sample.split(|byte| *byte == b':').enumerate() {
			hidden.push(if place == 0 { b'\t' } else { b':' });
			let hides = keys.get(place).is_some_and(|key| variant.hides(places, key, value));
			hidden.extend_from_slice(if hides { MISSING } else { value });
			is_hidden |= hides;
		}
	}
	is_hidden.then_some(hidden)
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
