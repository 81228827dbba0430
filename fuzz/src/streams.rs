//! Files: blocks of every kind, genuine and not, behind a header that opens.

use std::{
	io::{Read, Seek, Write},
	ops::Range,
	sync::LazyLock,
};

use arbitrary::{Arbitrary, Unstructured};
use ownome_vault::{
	edits::TO_THE_END,
	memory,
	stream::{decrypt, rekey, rewrap, Reading, BLOCK_BYTES, BLOCK_TEXT_BYTES},
	Error,
};

use super::{
	model::{self, Number, Parts},
	sealed::{data_key, edit_list, header, reader, seal, Writer},
};

/// Enough for more than two of the pieces that threads take.
const MAX_BLOCKS: usize = 34;
/// The data keys that the header has; the keys of blocks may be others.
const KEYS: [u8; 2] = [0, 1];

#[derive(Arbitrary, Debug)]
enum Block<'a> {
	/// Some full blocks.
	Full { times: u8, key: u8, seed: u8 },
	/// A genuine block that is not full, perhaps of nothing.
	Short { length: u16, key: u8 },
	/// Bytes that nobody has sealed.
	Any(&'a [u8]),
}

/// What is done with a file.
#[derive(Arbitrary, Clone, Copy, Debug)]
enum Way {
	DecryptBytes,
	DecryptPipe,
	DecryptFile,
	DecryptInMemory,
	Rewrap,
	Rekey,
}

#[derive(Arbitrary, Debug)]
struct File<'a> {
	way: Way,
	edits: Option<Vec<Number>>,
	range: Option<(Number, Number)>,
	/// How many bytes are missing at the end.
	cut: u16,
	blocks: Vec<Block<'a>>,
}

/// A file, of which a range is wanted.
pub fn streams(data: &[u8]) {
	let Ok(input) = File::arbitrary_take_rest(Unstructured::new(data)) else { return };
	let body = Body::new(&input);
	let range = input.range.map_or(0..TO_THE_END, model::range);
	let writer = Writer::number(0);
	let mut packets = KEYS.map(|key| writer.packet(&data_key(&[key; 32]))).to_vec();
	let mut lengths = Vec::new();
	if let Some(edits) = &input.edits {
		lengths = edits.iter().map(|number| number.value()).collect();
		packets.push(writer.packet(&edit_list(&lengths)));
	}
	let (expected, broken) = body.text(&model::narrowed(&model::parts(&lengths), &range));
	let file = [header(&packets), body.bytes].concat();

	let (text, result) = run(input.way, &file, range);
	match (result, broken) {
		(Ok(()), None) => assert!(text == expected, "another text"),
		(Err(Error::Block { .. }), Some(_)) if matches!(input.way, Way::Rewrap) => {},
		(Err(Error::Block { index }), Some(broken)) => {
			assert_eq!(index, broken);
			assert!(expected.starts_with(&text), "another text before a block that does not open");
		},
		(result, broken) => panic!("{result:?} {broken:?}"),
	}
}

/// What comes out, and how it ends.
fn run(way: Way, file: &[u8], range: Range<u64>) -> (Vec<u8>, Result<(), Error>) {
	let (mut text, mut copy) = (Vec::new(), Vec::new());
	let reading = Reading { range, ..Reading::from(reader()) };
	let recipients = [reader().public()];
	let result = match way {
		Way::DecryptBytes => decrypt(file, &mut text, reading),
		Way::DecryptPipe => {
			let (start, end) = file.split_at(file.len() / 2);
			decrypt(start.chain(end), &mut text, reading)
		},
		Way::DecryptFile => {
			let mut stored = tempfile::tempfile().unwrap();
			stored.write_all(file).unwrap();
			stored.rewind().unwrap();
			decrypt(stored, &mut text, reading)
		},
		Way::DecryptInMemory => {
			text = vec![1; 7];
			let result = memory::decrypt(file, &mut text, reading);
			assert!(result.is_ok() || text.is_empty());
			result
		},
		Way::Rewrap => {
			rewrap(file, &mut copy, reading, &recipients).unwrap();
			decrypt(&copy[..], &mut text, reader())
		},
		Way::Rekey => match rekey(file, &mut copy, reading, &recipients) {
			Ok(()) => decrypt(&copy[..], &mut text, reader()),
			error => error,
		},
	};
	(text, result)
}

struct Body {
	bytes: Vec<u8>,
	/// Where there are blocks that open, with their texts.
	genuine: Vec<(Range<usize>, Vec<u8>)>,
}

impl Body {
	fn new(input: &File) -> Self {
		let mut body = Self { bytes: Vec::new(), genuine: Vec::new() };
		for block in &input.blocks {
			match *block {
				Block::Full { times, key, seed } => {
					let text = text(seed, BLOCK_TEXT_BYTES);
					let sealed = seal(&[key; 32], text);
					for _ in 0..times.min(MAX_BLOCKS as u8) {
						body.push(&sealed, KEYS.contains(&key).then_some(text));
					}
				},
				Block::Short { length, key } => {
					let text = text(key, length.into());
					body.push(&seal(&[key; 32], text), KEYS.contains(&key).then_some(text));
				},
				Block::Any(bytes) => body.push(bytes, None),
			}
		}
		body.bytes.truncate(body.bytes.len() - body.bytes.len().min(input.cut.into()));
		body
	}

	fn push(&mut self, sealed: &[u8], text: Option<&[u8]>) {
		let start = self.bytes.len();
		if start + sealed.len() > MAX_BLOCKS * BLOCK_BYTES {
			return;
		}
		self.bytes.extend_from_slice(sealed);
		// A block of nothing is none.
		if let Some(text) = text.filter(|text| !text.is_empty()) {
			self.genuine.push((start..self.bytes.len(), text.to_vec()));
		}
	}

	/// What the parts of the text are, up to the first block of them that does not open.
	fn text(&self, parts: &Parts) -> (Vec<u8>, Option<u64>) {
		let mut text = Vec::new();
		for (index, start) in (0..).zip((0..self.bytes.len()).step_by(BLOCK_BYTES)) {
			let place = start..(start + BLOCK_BYTES).min(self.bytes.len());
			let first = index * BLOCK_TEXT_BYTES as u64;
			let inside =
				|position: u64| position.saturating_sub(first).min(BLOCK_TEXT_BYTES as u64);
			let wanted = parts.iter().map(|part| inside(part.start)..inside(part.end));
			let wanted: Vec<_> = wanted.filter(|part| !part.is_empty()).collect();
			if wanted.is_empty() {
				continue;
			}
			let Some((_, opened)) = self.genuine.iter().find(|(range, _)| *range == place) else {
				return (text, Some(index));
			};
			for part in wanted {
				let cut = |position: u64| opened.len().min(position as usize);
				text.extend_from_slice(&opened[cut(part.start)..cut(part.end)]);
			}
		}
		(text, None)
	}
}

/// Some bytes without two places that are alike nearby.
fn text(seed: u8, length: usize) -> &'static [u8] {
	static TEXT: LazyLock<Vec<u8>> = LazyLock::new(|| {
		(0..BLOCK_TEXT_BYTES + 256).map(|i| (i % 251) as u8 ^ (i / 251) as u8).collect()
	});
	&TEXT[seed.into()..][..length]
}
