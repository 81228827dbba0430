//! Round trips, and what happens to files that are not what was written.
#![allow(clippy::unwrap_used)]

use ownome_vault::{
	header::Header,
	keys::SecretKey,
	stream::{decrypt, encrypt, rewrap, BLOCK_BYTES, BLOCK_TEXT_BYTES},
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
		// Bit 7 is left out, because the top bit of an X25519 public key has no meaning.
		bit in 0u8..7,
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
