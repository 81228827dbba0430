//! BCF, version 2: the bytes of the records pass as they are. Their numbers for names stay right, because all lines of the header that define
//! names stay.

use std::{
	collections::BTreeMap,
	io::{self, Read, Write},
};

use super::{
	places::Places,
	site::{check_elsewhere, Site},
	vcf::{id_of, is_needed},
	CutError,
};
use crate::{Error, Result};

const FORMAT: &str = "bcf";
const MAGIC: &[u8; 3] = b"BCF";
const MAJOR: u8 = 2;
/// More than a header or a record has.
const MAX_BYTES: u32 = 256 << 20;
/// From the reference sequence to the number of samples.
const FIXED_BYTES: usize = 24;

/// Writes the header and the records in the regions. Both ends are without their compression.
pub(super) fn cut(mut input: impl Read, mut output: impl Write, places: &mut Places) -> Result<()> {
	let malformed = |reason| CutError::Malformed { format: FORMAT, reason };
	let unreadable = |_| malformed("its header cannot be read");
	let mut magic = [0; 5];
	input.read_exact(&mut magic).map_err(unreadable)?;
	if !magic.starts_with(MAGIC) || magic[3] != MAJOR {
		return Err(malformed("it is not BCF of version 2 in blocks of gzip").into());
	}
	let length = read_u32(&mut input).map_err(unreadable)?;
	let text = read_bytes(&mut input, length).map_err(unreadable)?;
	let names = Names::read(&text);
	names.contigs.values().for_each(|contig| places.know(contig));
	places.check()?;

	let mut kept: Vec<u8> = text
		.split_inclusive(|byte| *byte == b'\n')
		.filter(|line| is_needed(line))
		.flatten()
		.copied()
		.collect();
	if !kept.ends_with(b"\0") {
		kept.push(0);
	}
	let length = u32::try_from(kept.len()).map_err(|_| malformed("its header is too long"))?;
	let mut put = |bytes: &[u8]| output.write_all(bytes).map_err(Error::Write);
	put(&magic)?;
	put(&length.to_le_bytes())?;
	put(&kept)?;

	for number in 1.. {
		let wrong = |reason| CutError::Record { number, format: FORMAT, reason };
		let short = |_| wrong("it is cut short or too long");
		let Some(shared) = read_length(&mut input).map_err(short)? else { break };
		let samples = read_u32(&mut input).map_err(short)?;
		let site = read_bytes(&mut input, shared).map_err(short)?;
		let record = Record::parse(&site, &names).map_err(wrong)?;
		let genotypes = read_bytes(&mut input, samples).map_err(short)?;
		if places.meet(record.site.contig, record.site.start, record.site.end) {
			let Described { alleles, other_contig } =
				record.described(names.other_contig).ok_or_else(|| wrong("it is cut short"))?;
			check_elsewhere(places, &record.site, alleles.into_iter(), other_contig, number)?;
			put(&shared.to_le_bytes())?;
			put(&samples.to_le_bytes())?;
			put(&site)?;
			put(&genotypes)?;
		}
	}
	output.flush().map_err(Error::Write)
}

/// The names for which the records have numbers.
struct Names {
	contigs: BTreeMap<u32, Vec<u8>>,
	/// The number of the field in which some callers name another reference sequence.
	other_contig: Option<u32>,
}

impl Names {
	fn read(text: &[u8]) -> Self {
		let (mut contigs, mut words) = (BTreeMap::new(), BTreeMap::from([(b"PASS".to_vec(), 0)]));
		let (mut next_contig, mut next_word) = (0, 1);
		for line in text.split(|byte| *byte == b'\n') {
			let given = index_of(line);
			if let Some(contig) = id_of(line, b"##contig=") {
				let index = given.unwrap_or(next_contig);
				next_contig = next_contig.max(index.saturating_add(1));
				contigs.insert(index, contig.to_vec());
			}
			let word = [&b"##INFO="[..], b"##FORMAT=", b"##FILTER="]
				.into_iter()
				.find_map(|start| id_of(line, start));
			if let Some(word) = word.filter(|word| !words.contains_key(*word)) {
				let index = given.unwrap_or(next_word);
				next_word = next_word.max(index.saturating_add(1));
				words.insert(word.to_vec(), index);
			}
		}
		Self { contigs, other_contig: words.get(&b"CHR2"[..]).copied() }
	}
}

/// The number that a line of the header has for its name, if it says so.
fn index_of(line: &[u8]) -> Option<u32> {
	let line = std::str::from_utf8(line).ok()?;
	let (_, index) = line.rsplit_once(",IDX=")?;
	index.trim_end_matches(['>', '\r']).parse().ok()
}

struct Record<'a> {
	site: Site<'a>,
	alleles: u16,
	fields: u16,
	/// From the name on.
	rest: &'a [u8],
}

struct Described<'a> {
	alleles: Vec<&'a [u8]>,
	other_contig: Option<&'a [u8]>,
}

impl<'a> Record<'a> {
	fn parse(bytes: &'a [u8], names: &'a Names) -> Result<Self, &'static str> {
		let (fixed, rest) = bytes.split_first_chunk::<FIXED_BYTES>().ok_or("it is cut short")?;
		let number = |at: usize| {
			i32::from_le_bytes([fixed[at], fixed[at + 1], fixed[at + 2], fixed[at + 3]])
		};
		let contig = u32::try_from(number(0)).ok().and_then(|index| names.contigs.get(&index));
		let contig = contig.ok_or("its header does not name its reference sequence")?;
		// -1 is before the first one, the end of a chromosome.
		let start = u64::try_from(number(4)).unwrap_or(0);
		let length = u64::try_from(number(8)).map_err(|_| "its length is negative")?;
		Ok(Self {
			site: Site { contig, start, end: start.saturating_add(length) },
			fields: u16::from_le_bytes([fixed[16], fixed[17]]),
			alleles: u16::from_le_bytes([fixed[18], fixed[19]]),
			rest,
		})
	}

	/// What it says in its alleles, and in the field with the number `other_contig`.
	fn described(&self, other_contig: Option<u32>) -> Option<Described<'a>> {
		let mut rest = self.rest;
		let _name = typed(&mut rest)?;
		let mut alleles = Vec::new();
		for _ in 0..self.alleles {
			alleles.push(typed(&mut rest)?.bytes);
		}
		let _filters = typed(&mut rest)?;
		let mut found = None;
		for _ in 0..self.fields {
			let key = typed(&mut rest)?.integer()?;
			let value = typed(&mut rest)?;
			if other_contig == Some(key) {
				found = Some(value.bytes);
			}
		}
		// The first allele is the reference.
		Some(Described { alleles: alleles.split_off(1.min(alleles.len())), other_contig: found })
	}
}

/// A value of which the kind is said in front.
struct Typed<'a> {
	kind: u8,
	bytes: &'a [u8],
}

impl Typed<'_> {
	/// The first of its numbers.
	fn integer(&self) -> Option<u32> {
		match self.kind {
			1 => self.bytes.first().map(|byte| u32::from(*byte)),
			2 => self.bytes.first_chunk().map(|bytes| u32::from(u16::from_le_bytes(*bytes))),
			3 => self.bytes.first_chunk().map(|bytes| u32::from_le_bytes(*bytes)),
			_ => None,
		}
	}
}

/// Takes the next value.
fn typed<'a>(rest: &mut &'a [u8]) -> Option<Typed<'a>> {
	let (descriptor, after) = rest.split_first()?;
	*rest = after;
	let kind = descriptor & 0x0f;
	let count = match descriptor >> 4 {
		// The count did not fit, and stands as a value of its own, which is never that long.
		15 if rest.first().is_some_and(|descriptor| descriptor >> 4 == 1) => {
			typed(rest)?.integer()?
		},
		15 => return None,
		count => count.into(),
	};
	let bytes_each = match kind {
		0 => 0,
		1 | 7 => 1,
		2 => 2,
		3 | 5 => 4,
		_ => return None,
	};
	let length = usize::try_from(count).ok()?.checked_mul(bytes_each)?;
	let (bytes, after) = rest.split_at_checked(length)?;
	*rest = after;
	Some(Typed { kind, bytes })
}

/// The length of the next record, if there is one.
fn read_length(input: &mut impl Read) -> io::Result<Option<u32>> {
	let mut bytes = Vec::with_capacity(4);
	input.take(4).read_to_end(&mut bytes)?;
	match <[u8; 4]>::try_from(&bytes[..]) {
		Ok(length) => Ok(Some(u32::from_le_bytes(length))),
		Err(_) if bytes.is_empty() => Ok(None),
		Err(_) => Err(io::ErrorKind::UnexpectedEof.into()),
	}
}

fn read_u32(input: &mut impl Read) -> io::Result<u32> {
	read_length(input)?.ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
}

/// So many bytes. No more is allocated than there really are.
fn read_bytes(input: &mut impl Read, length: u32) -> io::Result<Vec<u8>> {
	let mut bytes = Vec::new();
	if length > MAX_BYTES {
		return Err(io::ErrorKind::InvalidData.into());
	}
	input.take(length.into()).read_to_end(&mut bytes)?;
	match bytes.len() == length as usize {
		true => Ok(bytes),
		false => Err(io::ErrorKind::UnexpectedEof.into()),
	}
}
