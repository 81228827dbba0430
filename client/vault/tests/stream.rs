//! Round trips, and what happens to files that are not what was written.
#![allow(clippy::unwrap_used)]

use std::{
	io::{Read, Seek, Write},
	ops::Range,
};

use ownome_vault::{
	edits::{EditList, TO_THE_END},
	header::{Contents, DataKey, Header},
	keys::{PublicKey, SecretKey},
	stream::{
		decrypt, encrypt, encrypt_body, rekey, rewrap, Reading, Skip, Writing, BLOCK_BYTES,
		BLOCK_TEXT_BYTES,
	},
	Error,
};
use proptest::prelude::*;

const HEADER_BYTES: usize = 124;

fn text(length: usize) -> Vec<u8> {
	(0..length).map(|i| (i % 251) as u8 ^ (i / 65536) as u8).collect()
}

fn sealed(text: &[u8], key: &SecretKey) -> Vec<u8> {
	let mut file = Vec::new();
	encrypt(text, &mut file, &[key.public()]).unwrap();
	file
}

fn opened(file: &[u8], key: &SecretKey) -> Result<Vec<u8>, Error> {
	let mut text = Vec::new();
	decrypt(file, &mut text, key).map(|()| text)
}

#[test]
fn round_trips_at_the_borders_of_blocks() {
	let key = SecretKey::generate().unwrap();
	for length in [0, 1, 65535, 65536, 65537, 2 * 65536, 5 * 65536 + 77] {
		let text = text(length);
		let file = sealed(&text, &key);
		let blocks = length.div_ceil(BLOCK_TEXT_BYTES);
		assert_eq!(file.len(), HEADER_BYTES + length + 28 * blocks, "{length}");
		assert!(opened(&file, &key).unwrap() == text, "{length}");
	}
}

#[test]
fn every_recipient_and_nobody_else() {
	let keys = [(); 3].map(|()| SecretKey::generate().unwrap());
	let mut file = Vec::new();
	encrypt(&b"shared"[..], &mut file, &[keys[0].public(), keys[1].public()]).unwrap();
	assert_eq!(opened(&file, &keys[0]).unwrap(), b"shared");
	assert_eq!(opened(&file, &keys[1]).unwrap(), b"shared");
	assert!(matches!(opened(&file, &keys[2]), Err(Error::NotForThisKey)));
}

#[test]
fn the_same_text_is_never_encrypted_the_same_way() {
	let key = SecretKey::generate().unwrap();
	let (one, two) = (sealed(b"text", &key), sealed(b"text", &key));
	assert_ne!(one[HEADER_BYTES..], two[HEADER_BYTES..]);
	assert_ne!(one[24..56], two[24..56], "the writer's key is new in every header");
}

#[test]
fn truncation_is_an_error_except_between_blocks() {
	let key = SecretKey::generate().unwrap();
	let text = text(2 * BLOCK_TEXT_BYTES + 100);
	let file = sealed(&text, &key);
	let body = HEADER_BYTES;
	for length in [1, 27, 28, 29, BLOCK_BYTES - 1, BLOCK_BYTES + 1, 2 * BLOCK_BYTES + 28] {
		let cut = opened(&file[..body + length], &key);
		let index = (length / BLOCK_BYTES) as u64;
		assert!(matches!(cut, Err(Error::Block { index: i }) if i == index), "{length}");
	}
	assert!(matches!(opened(&file[..file.len() - 1], &key), Err(Error::Block { index: 2 })));
	// The gap in Crypt4GH which the manifest closes (see the tests of the store).
	let between = opened(&file[..body + BLOCK_BYTES], &key).unwrap();
	assert!(between == text[..BLOCK_TEXT_BYTES]);
}

#[test]
fn trailing_data_are_an_error() {
	let key = SecretKey::generate().unwrap();
	for length in [0, 10, BLOCK_TEXT_BYTES] {
		for tail in [1, 28, 29, BLOCK_BYTES] {
			let mut file = sealed(&text(length), &key);
			file.extend(std::iter::repeat_n(0, tail));
			assert!(matches!(opened(&file, &key), Err(Error::Block { .. })), "{length} {tail}");
		}
	}
}

#[test]
fn rewrap_leaves_the_body_untouched() {
	let (alice, bob) = (SecretKey::generate().unwrap(), SecretKey::generate().unwrap());
	let text = text(3 * BLOCK_TEXT_BYTES);
	let file = sealed(&text, &alice);
	let mut copy = Vec::new();
	rewrap(&file[..], &mut copy, &alice, &[bob.public()]).unwrap();
	assert!(copy[HEADER_BYTES..] == file[HEADER_BYTES..]);
	assert_ne!(copy[..HEADER_BYTES], file[..HEADER_BYTES]);
	assert!(opened(&copy, &bob).unwrap() == text);
	assert!(matches!(opened(&copy, &alice), Err(Error::NotForThisKey)));
}

#[test]
fn a_header_and_a_body_kept_apart_are_a_file_again() {
	let key = SecretKey::generate().unwrap();
	let file = sealed(b"apart", &key);
	let mut rest = &file[..];
	let header = Header::read(&mut rest).unwrap();
	assert_eq!(header.as_bytes(), &file[..HEADER_BYTES]);
	assert_eq!(rest, &file[HEADER_BYTES..]);
	assert_eq!(opened(&[header.as_bytes(), rest].concat(), &key).unwrap(), b"apart");
}

#[test]
fn a_reader_that_gives_little_at_a_time_changes_nothing() {
	struct Trickle<'a>(&'a [u8], bool);
	impl std::io::Read for Trickle<'_> {
		fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
			self.1 = !self.1;
			if self.1 {
				return Err(std::io::ErrorKind::Interrupted.into());
			}
			let count = buffer.len().min(1013);
			self.0.read(&mut buffer[..count])
		}
	}
	impl Skip for Trickle<'_> {}
	let key = SecretKey::generate().unwrap();
	let text = text(BLOCK_TEXT_BYTES + 5);
	let mut file = Vec::new();
	encrypt(Trickle(&text, false), &mut file, &[key.public()]).unwrap();
	assert_eq!(file.len(), HEADER_BYTES + text.len() + 2 * 28);
	let mut back = Vec::new();
	decrypt(Trickle(&file, false), &mut back, &key).unwrap();
	assert!(back == text);
}

#[test]
fn failing_streams_are_named_as_what_they_are() {
	struct Broken;
	impl std::io::Read for Broken {
		fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
			Err(std::io::Error::other("unplugged"))
		}
	}
	let key = SecretKey::generate().unwrap();
	let read = encrypt(Broken, Vec::new(), &[key.public()]).unwrap_err();
	assert!(matches!(read, Error::Read(_)));
	assert!(read.to_string().contains("unplugged"));
	let mut full = [0; 200];
	let write = encrypt(&[1; 500][..], &mut full[..], &[key.public()]).unwrap_err();
	assert!(matches!(write, Error::Write(_)));
}

fn part(file: impl Skip + Send, key: &SecretKey, range: Range<u64>) -> Result<Vec<u8>, Error> {
	let mut text = Vec::new();
	let reading = Reading { range, ..Reading::from(key) };
	decrypt(file, &mut text, reading).map(|()| text)
}

fn rewrapped(file: &[u8], key: &SecretKey, range: Range<u64>, to: &SecretKey) -> Vec<u8> {
	let mut copy = Vec::new();
	let reading = Reading { range, ..Reading::from(key) };
	rewrap(file, &mut copy, reading, &[to.public()]).unwrap();
	copy
}

/// A range as an index into a text of `length` bytes.
fn inside(range: &Range<u64>, length: usize) -> Range<usize> {
	let inside = |position: u64| usize::try_from(position).map_or(length, |at| at.min(length));
	inside(range.start)..inside(range.end).max(inside(range.start))
}

const RANGES: [Range<u64>; 12] = [
	0..1,
	0..TO_THE_END,
	65535..65536,
	65535..65537,
	65536..131_072,
	10..200_000,
	300_000..TO_THE_END,
	327_757..400_000,
	999_999_999..TO_THE_END,
	1 << 62..TO_THE_END,
	TO_THE_END - 1..TO_THE_END,
	5..5,
];

#[test]
fn a_range_is_what_it_would_be_in_the_text() {
	let key = SecretKey::generate().unwrap();
	let text = text(5 * BLOCK_TEXT_BYTES + 77);
	let file = sealed(&text, &key);
	for range in RANGES {
		let expected = &text[inside(&range, text.len())];
		assert!(part(&file[..], &key, range.clone()).unwrap() == expected, "{range:?}");
		// A pipe cannot go forward without reading.
		let pipe = (&file[..7]).chain(&file[7..]);
		assert!(part(pipe, &key, range.clone()).unwrap() == expected, "{range:?}");
		let mut stored = tempfile::tempfile().unwrap();
		stored.write_all(&file).unwrap();
		stored.rewind().unwrap();
		assert!(part(stored, &key, range.clone()).unwrap() == expected, "{range:?}");

		let copy = rewrapped(&file, &key, range.clone(), &key);
		assert!(opened(&copy, &key).unwrap() == expected, "{range:?}");
	}
}

#[test]
fn only_the_blocks_of_a_range_are_read() {
	struct Counting<'a>(&'a [u8], usize);
	impl std::io::Read for Counting<'_> {
		fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
			let count = self.0.read(buffer)?;
			self.1 += count;
			Ok(count)
		}
	}
	impl Skip for Counting<'_> {
		fn skip(&mut self, count: u64) -> std::io::Result<()> {
			self.0.skip(count)
		}
	}
	let key = SecretKey::generate().unwrap();
	let mut file = sealed(&text(40 * BLOCK_TEXT_BYTES), &key);
	// Damage elsewhere is not even seen.
	file[HEADER_BYTES + 100] ^= 1;
	*file.last_mut().unwrap() ^= 1;
	let mut reader = Counting(&file, 0);
	let wanted = 20 * 65536 - 1..21 * 65536 + 1;
	assert_eq!(part(&mut reader, &key, wanted.clone()).unwrap().len(), 65538);
	assert_eq!(reader.1, HEADER_BYTES + 3 * BLOCK_BYTES);
	assert!(matches!(part(&file[..], &key, 0..5), Err(Error::Block { index: 0 })));
	assert!(matches!(part(&file[..], &key, 5_000..TO_THE_END), Err(Error::Block { index: 0 })));

	let copy = rewrapped(&file, &key, wanted, &key);
	assert_eq!(copy.len(), Header::read(&copy[..]).unwrap().as_bytes().len() + 3 * BLOCK_BYTES);
}

#[test]
fn ranges_of_edited_files_count_what_is_delivered() {
	let key = SecretKey::generate().unwrap();
	let text = text(9 * BLOCK_TEXT_BYTES + 77);
	let edits =
		EditList::new([100..70_000, 200_000..200_001, 300_000..400_000, 500_000..TO_THE_END]);
	let delivered: Vec<u8> = edits
		.parts()
		.iter()
		.flat_map(|range| text[inside(range, text.len())].to_vec())
		.collect();
	let data_key = DataKey::generate().unwrap();
	let contents = Contents { keys: vec![data_key.clone()], edits };
	let mut file = contents.seal(&[key.public()], None).unwrap().as_bytes().to_vec();
	encrypt_body(&data_key, &text[..], &mut file).unwrap();
	assert!(opened(&file, &key).unwrap() == delivered);
	for range in RANGES {
		let expected = &delivered[inside(&range, delivered.len())];
		assert!(part(&file[..], &key, range.clone()).unwrap() == expected, "{range:?}");
		let copy = rewrapped(&file, &key, range.clone(), &key);
		assert!(opened(&copy, &key).unwrap() == expected, "{range:?}");
		assert!(copy.len() <= file.len());
		let again = rewrapped(&copy, &key, 1..40_000, &key);
		let expected = &expected[inside(&(1..40_000), expected.len())];
		assert!(opened(&again, &key).unwrap() == expected, "{range:?}");
	}
}

#[test]
fn a_new_data_key_opens_nothing_old_and_holds_nothing_that_was_left_out() {
	let (alice, bob) = (SecretKey::generate().unwrap(), SecretKey::generate().unwrap());
	let text = text(5 * BLOCK_TEXT_BYTES + 77);
	let file = sealed(&text, &alice);
	let keys = |file: &[u8], secret| Header::read(file).unwrap().open(secret).unwrap();
	for range in RANGES {
		let expected = &text[inside(&range, text.len())];
		let mut copy = Vec::new();
		let reading = Reading { range, ..Reading::from(&alice) };
		rekey(&file[..], &mut copy, reading, &[bob.public()]).unwrap();
		assert!(opened(&copy, &bob).unwrap() == expected);
		assert!(matches!(opened(&copy, &alice), Err(Error::NotForThisKey)));
		assert_ne!(keys(&copy, &bob), keys(&file, &alice));
		let blocks = expected.len().div_ceil(BLOCK_TEXT_BYTES);
		assert_eq!(copy.len(), HEADER_BYTES + expected.len() + 28 * blocks);
	}
	let cut = &file[..file.len() - 1];
	let failed = rekey(cut, Vec::new(), &alice, &[bob.public()]);
	assert!(matches!(failed, Err(Error::Block { index: 5 })), "{failed:?}");
	let mut small = [0; 200];
	let full = rekey(&file[..], &mut small[..], &alice, &[bob.public()]);
	assert!(matches!(full, Err(Error::Write(_))), "{full:?}");
}

#[test]
fn a_named_sender_is_asked_for_whatever_is_done() {
	let [alice, bob, eve] = [(); 3].map(|()| SecretKey::generate().unwrap());
	let recipients = [alice.public()];
	let mut file = Vec::new();
	let writing = Writing { recipients: &recipients, writer: Some(&bob) };
	encrypt(&b"from Bob"[..], &mut file, writing).unwrap();
	let from = |sender| Reading { sender: Some(sender), ..Reading::from(&alice) };
	let (bobs, eves) = (bob.public(), eve.public());
	let mut text = Vec::new();
	decrypt(&file[..], &mut text, from(&bobs)).unwrap();
	assert_eq!(text, b"from Bob");
	for refused in [
		decrypt(&file[..], Vec::new(), from(&eves)),
		rewrap(&file[..], Vec::new(), from(&eves), &recipients),
		rekey(&file[..], Vec::new(), from(&eves), &recipients),
	] {
		assert!(matches!(refused, Err(Error::OtherSender)), "{refused:?}");
	}
}

#[test]
fn large_inputs_come_back_in_order_whatever_the_number_of_threads() {
	let key = SecretKey::generate().unwrap();
	let text = text((10 << 20) + 1);
	for threads in [1, 2, 3, 100, 8] {
		ownome_vault::limit_threads(std::num::NonZero::new(threads).unwrap());
		assert!(opened(&sealed(&text, &key), &key).unwrap() == text, "{threads}");
	}
}

/// What is done with a file before somebody else has it.
#[derive(Clone, Debug)]
enum Step {
	Rewrap(Range<u64>),
	Rekey(Range<u64>),
	/// A new header for these parts of what the file delivers so far.
	Edit(Vec<Range<u64>>),
}

fn range() -> impl Strategy<Value = Range<u64>> {
	let position = || prop_oneof![0u64..300_000, 65_530u64..65_540, Just(TO_THE_END)];
	(position(), position()).prop_map(|(one, two)| one.min(two)..one.max(two))
}

fn step() -> impl Strategy<Value = Step> {
	prop_oneof![
		range().prop_map(Step::Rewrap),
		range().prop_map(Step::Rekey),
		prop::collection::vec(range(), 0..4).prop_map(Step::Edit),
	]
}

impl Step {
	fn done(&self, file: &[u8], secret: &SecretKey, to: &[PublicKey]) -> Vec<u8> {
		let mut copy = Vec::new();
		let reading =
			|range: &Range<u64>| Reading { range: range.clone(), ..Reading::from(secret) };
		match self {
			Self::Rewrap(range) => rewrap(file, &mut copy, reading(range), to).unwrap(),
			Self::Rekey(range) => rekey(file, &mut copy, reading(range), to).unwrap(),
			Self::Edit(parts) => {
				let mut body = file;
				let header = Header::read(&mut body).unwrap();
				let Contents { keys, edits } = header.contents(secret, None).unwrap();
				let parts = parts.iter().flat_map(|part| edits.narrowed(part).parts().to_vec());
				let edits = EditList::new(parts);
				copy.extend_from_slice(Contents { keys, edits }.seal(to, None).unwrap().as_bytes());
				copy.extend_from_slice(body);
			},
		}
		copy
	}

	/// The same with the text itself.
	fn done_plainly(&self, text: &[u8]) -> Vec<u8> {
		match self {
			Self::Rewrap(range) | Self::Rekey(range) => text[inside(range, text.len())].to_vec(),
			Self::Edit(parts) => {
				let counts = |place: u64| parts.iter().any(|part| part.contains(&place));
				let places = (0u64..).zip(text);
				places.filter(|(place, _)| counts(*place)).map(|(_, byte)| *byte).collect()
			},
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(256))]

	#[test]
	fn whatever_is_done_with_a_file_its_readers_and_nobody_else_have_what_is_left_of_the_text(
		length in 0usize..300_000,
		has_writer in any::<bool>(),
		first in 1u8..8,
		steps in prop::collection::vec((step(), 1u8..8), 0..6),
		wanted in range(),
	) {
		let people = [(); 3].map(|()| SecretKey::generate().unwrap());
		let writer = SecretKey::generate().unwrap();
		let named = |readers: u8| (0..3).filter(move |person| readers >> person & 1 == 1);
		let publics = |readers| -> Vec<_> { named(readers).map(|person| people[person].public()).collect() };

		let (mut text, mut file, mut readers) = (text(length), Vec::new(), first);
		let recipients = publics(readers);
		let writing = Writing { recipients: &recipients, writer: has_writer.then_some(&writer) };
		encrypt(&text[..], &mut file, writing).unwrap();
		let header = Header::read(&file[..]).unwrap();
		let reader = &people[named(readers).next().unwrap()];
		prop_assert_eq!(header.contents(reader, Some(&writer.public())).is_ok(), has_writer);

		for (step, to) in steps {
			let reader = &people[named(readers).next_back().unwrap()];
			file = step.done(&file, reader, &publics(to));
			text = step.done_plainly(&text);
			readers = to;
		}
		for (number, person) in people.iter().enumerate() {
			let opened = opened(&file, person);
			if named(readers).any(|reader| reader == number) {
				prop_assert!(opened.unwrap() == text);
				let part = part(&file[..], person, wanted.clone()).unwrap();
				prop_assert!(part == text[inside(&wanted, text.len())]);
			} else {
				prop_assert!(matches!(opened, Err(Error::NotForThisKey)));
			}
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(48))]

	#[test]
	fn any_text_comes_back(text in prop::collection::vec(any::<u8>(), 0..150_000)) {
		let key = SecretKey::generate().unwrap();
		prop_assert!(opened(&sealed(&text, &key), &key).unwrap() == text);
	}

	#[test]
	fn any_flipped_bit_is_noticed(
		length in 1usize..70_000,
		place in any::<prop::sample::Index>(),
		bit in 0u8..8,
	) {
		let key = SecretKey::generate().unwrap();
		let mut file = sealed(&text(length), &key);
		let index = place.index(file.len());
		file[index] ^= 1 << bit;
		prop_assert!(opened(&file, &key).is_err(), "byte {}", index);
	}

	#[test]
	fn any_bytes_are_refused_without_a_panic(
		tail in prop::collection::vec(any::<u8>(), 0..400),
		magic in any::<bool>(),
	) {
		let key = SecretKey::generate().unwrap();
		let mut file = if magic { b"crypt4gh\x01\0\0\0".to_vec() } else { Vec::new() };
		file.extend(tail);
		prop_assert!(opened(&file, &key).is_err());
	}
}
