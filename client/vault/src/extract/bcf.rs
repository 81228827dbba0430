//! BCF, version 2: the bytes of the records pass as they are, but for names of other places in the samples. Their numbers for names stay right, because all lines of the header that define
//! names stay.

use std::{
	borrow::Cow,
	collections::BTreeMap,
	io::{self, Read, Write},
	ops::Range,
};

use super::{
	places::Places,
	site::{asked, may_name_places, Variant, BLOCK, MISSING},
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
		let mut genotypes = read_bytes(&mut input, samples).map_err(short)?;
		let (variant, of_samples) = parse(&site, &genotypes, &names).map_err(wrong)?;
		let end = variant.end().ok_or_else(|| wrong("its length is not a number"))?;
		if places.meet(variant.contig, variant.start, end) {
			variant.check(places, end, number)?;
			for field in of_samples {
				field.hide(&variant, places, &mut genotypes);
			}
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
	/// Of filters and fields.
	words: BTreeMap<u32, Vec<u8>>,
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
		Self { contigs, words: words.into_iter().map(|(word, index)| (index, word)).collect() }
	}

	fn word(&self, index: u32) -> Option<&[u8]> {
		self.words.get(&index).map(Vec::as_slice)
	}
}

/// The number that a line of the header has for its name, if it says so.
fn index_of(line: &[u8]) -> Option<u32> {
	let line = std::str::from_utf8(line).ok()?;
	let (_, index) = line.rsplit_once(",IDX=")?;
	index.trim_end_matches(['>', '\r']).parse().ok()
}

/// Reads a record, and where in its second half the fields of its samples are that may name other places.
fn parse<'a>(
	bytes: &'a [u8],
	genotypes: &[u8],
	names: &'a Names,
) -> Result<(Variant<'a>, Vec<OfSamples<'a>>), &'static str> {
	let short = "it is cut short";
	let (fixed, mut rest) = bytes.split_first_chunk::<FIXED_BYTES>().ok_or(short)?;
	let word = |at: usize| [fixed[at], fixed[at + 1], fixed[at + 2], fixed[at + 3]];
	let number = |at: usize| i32::from_le_bytes(word(at));
	let contig = u32::try_from(number(0)).ok().and_then(|index| names.contigs.get(&index));
	let contig = contig.ok_or("its header does not name its reference sequence")?;
	let fields = u16::from_le_bytes([fixed[16], fixed[17]]);
	let alleles = u16::from_le_bytes([fixed[18], fixed[19]]);
	let samples = u32::from_le_bytes([fixed[20], fixed[21], fixed[22], 0]);

	let _name = typed(&mut rest).ok_or(short)?;
	let alleles: Option<Vec<_>> =
		(0..alleles).map(|_| typed(&mut rest).map(|allele| allele.bytes)).collect();
	let mut alleles = alleles.ok_or(short)?;
	// The first allele is the reference.
	let bases = alleles.first().map_or(0, |bases| bases.len());
	let _filters = typed(&mut rest).ok_or(short)?;
	let mut asked_for = Vec::new();
	for _ in 0..fields {
		let key = typed(&mut rest).and_then(|key| key.integer()).ok_or(short)?;
		let value = typed(&mut rest).ok_or(short)?;
		if let Some(name) = names.word(key).and_then(asked) {
			asked_for.push((name, value.text()));
		}
	}

	let (mut block, mut may_name) = (0, Vec::new());
	let mut rest = genotypes;
	for _ in 0..fixed[23] {
		let key = typed(&mut rest).and_then(|key| key.integer()).ok_or(short)?;
		let (kind, each) = described(&mut rest).ok_or(short)?;
		let length = usize::try_from(samples).ok().and_then(|samples| samples.checked_mul(each));
		let begin = genotypes.len() - rest.len();
		let (values, after) = length.and_then(|it| rest.split_at_checked(it)).ok_or(short)?;
		rest = after;
		match names.word(key) {
			Some(BLOCK) => {
				let lengths = Typed { kind, bytes: values }.numbers();
				block =
					lengths.filter_map(|length| u64::try_from(length?).ok()).fold(block, u64::max);
			},
			Some(key) if kind == TEXT && each > 0 && may_name_places(key) => {
				may_name.push(OfSamples { key, each, place: begin..begin + values.len() });
			},
			_ => {},
		}
	}
	let variant = Variant {
		contig,
		// -1 is before the first one, the end of a chromosome.
		start: u64::try_from(number(4)).unwrap_or(0),
		bases: bases as u64,
		stated: u64::try_from(number(8)).map_err(|_| "its length is negative")?,
		block,
		alleles: alleles.split_off(1.min(alleles.len())),
		fields: asked_for,
	};
	Ok((variant, may_name))
}

/// A field with a text for each of the samples.
struct OfSamples<'a> {
	key: &'a [u8],
	/// How many bytes each has.
	each: usize,
	place: Range<usize>,
}

impl OfSamples<'_> {
	/// Overwrites what names a place outside of the regions.
	fn hide(&self, variant: &Variant<'_>, places: &Places, genotypes: &mut [u8]) {
		for value in genotypes[self.place.clone()].chunks_exact_mut(self.each) {
			let length = value.iter().position(|byte| *byte == 0).unwrap_or(value.len());
			if variant.hides(places, self.key, &value[..length]) {
				value.fill(0);
				value[0] = MISSING[0];
			}
		}
	}
}

/// The kind of texts.
const TEXT: u8 = 7;
/// The kind of numbers with a fraction.
const FLOAT: u8 = 5;

/// A value of which the kind is said in front.
struct Typed<'a> {
	kind: u8,
	bytes: &'a [u8],
}

impl<'a> Typed<'a> {
	/// The first of its numbers, which counts something.
	fn integer(&self) -> Option<u32> {
		match self.kind {
			1 => self.bytes.first().map(|byte| u32::from(*byte)),
			2 => self.bytes.first_chunk().map(|bytes| u32::from(u16::from_le_bytes(*bytes))),
			3 => self.bytes.first_chunk().map(|bytes| u32::from_le_bytes(*bytes)),
			_ => None,
		}
	}

	/// Its whole numbers, and nothing for each that is missing. What fills up a list is left out.
	fn numbers(&self) -> impl Iterator<Item = Option<i64>> + 'a {
		let (least, each): (i64, usize) = match self.kind {
			1 => (i8::MIN.into(), 1),
			2 => (i16::MIN.into(), 2),
			_ => (i32::MIN.into(), 4),
		};
		let is_whole = (1..=3).contains(&self.kind);
		let numbers =
			self.bytes.chunks_exact(each).filter(move |_| is_whole).map(
				move |bytes| match *bytes {
					[one] => i8::from_le_bytes([one]).into(),
					[one, two] => i16::from_le_bytes([one, two]).into(),
					[one, two, three, four] => i32::from_le_bytes([one, two, three, four]).into(),
					_ => least,
				},
			);
		numbers
			.filter(move |number: &i64| *number != least + 1)
			.map(move |number| (number != least).then_some(number))
	}

	/// The value as VCF writes it.
	fn text(&self) -> Cow<'a, [u8]> {
		match self.kind {
			TEXT => {
				let length = self.bytes.iter().position(|byte| *byte == 0);
				Cow::Borrowed(&self.bytes[..length.unwrap_or(self.bytes.len())])
			},
			// Where there should be a position or a length, this is none.
			FLOAT => Cow::Borrowed(b"a fraction"),
			_ => {
				let numbers = self.numbers().map(|it| it.map_or(".".into(), |it| it.to_string()));
				let text = numbers.collect::<Vec<_>>().join(",");
				Cow::Owned(if text.is_empty() { MISSING.to_vec() } else { text.into_bytes() })
			},
		}
	}
}

/// Takes what says the kind of the next value, and how many bytes it has.
fn described(rest: &mut &[u8]) -> Option<(u8, usize)> {
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
		1 | TEXT => 1,
		2 => 2,
		3 | FLOAT => 4,
		_ => return None,
	};
	Some((kind, usize::try_from(count).ok()?.checked_mul(bytes_each)?))
}

/// Takes the next value.
fn typed<'a>(rest: &mut &'a [u8]) -> Option<Typed<'a>> {
	let (kind, length) = described(rest)?;
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
