//! Whether a file is the one of a manifest, under every operation on its blocks.
#![allow(clippy::unwrap_used)]

use std::{fs, path::PathBuf};

use ownome_vault::{
	header::{DataKey, Header},
	keys::SecretKey,
	manifest::Manifest,
	stream::{encrypt_body, BLOCK_BYTES, BLOCK_TEXT_BYTES},
	Error,
};
use proptest::prelude::*;
use tempfile::{tempdir, TempDir};

/// An encrypted dataset of some whole blocks and a shorter one.
struct Original {
	folder: TempDir,
	header: Vec<u8>,
	body: Vec<u8>,
	manifest: Manifest,
}

impl Original {
	fn new() -> Self {
		let key = DataKey::generate().unwrap();
		let header = Header::new(&key, &[SecretKey::generate().unwrap().public()]).unwrap();
		let text: Vec<u8> = (0..5 * BLOCK_TEXT_BYTES + 77).map(|place| place as u8).collect();
		let mut body = Vec::new();
		encrypt_body(&key, &text[..], &mut body).unwrap();
		let hash = *blake3::hash(&body).as_bytes();
		let manifest = Manifest::new([7; 32], "vcf", body.len() as u64, hash).unwrap();
		Self { folder: tempdir().unwrap(), header: header.as_bytes().into(), body, manifest }
	}

	fn write(&self, bytes: &[u8]) -> PathBuf {
		let path = self.folder.path().join("file");
		fs::write(&path, bytes).unwrap();
		path
	}

	/// Checks a body, alone and as a whole Crypt4GH file.
	fn accepts(&self, body: &[u8]) -> bool {
		let check = |bytes: &[u8]| match self.manifest.check_file(&self.write(bytes)) {
			Ok(()) => true,
			Err(Error::WrongFile { .. }) => false,
			Err(error) => panic!("{error}"),
		};
		let alone = check(body);
		assert_eq!(check(&[&self.header, body].concat()), alone);
		alone
	}

	fn blocks(&self) -> Vec<Vec<u8>> {
		self.body.chunks(BLOCK_BYTES).map(Vec::from).collect()
	}
}

#[test]
fn the_file_itself_passes_with_and_without_a_header() {
	let original = Original::new();
	assert!(original.accepts(&original.body));
	let error = original.manifest.check_file(&original.write(b"")).unwrap_err();
	assert!(error.to_string().contains("0 bytes instead of"), "{error}");
}

#[test]
fn every_block_that_is_dropped_doubled_or_swapped_is_found() {
	let original = Original::new();
	let blocks = original.blocks();
	assert_eq!(blocks.len(), 6);
	for one in 0..blocks.len() {
		let mut changed = blocks.clone();
		let block = changed.remove(one);
		assert!(!original.accepts(&changed.concat()), "without block {one}");
		for two in 0..=changed.len() {
			let mut moved = changed.clone();
			moved.insert(two, block.clone());
			assert_eq!(original.accepts(&moved.concat()), one == two, "block {one} at {two}");
			moved.insert(two, block.clone());
			assert!(!original.accepts(&moved.concat()), "block {one} twice at {two}");
		}
		for two in 0..one {
			let mut swapped = blocks.clone();
			swapped.swap(one, two);
			assert!(!original.accepts(&swapped.concat()), "blocks {one} and {two} swapped");
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(48))]

	#[test]
	fn any_surgery_is_found(
		cuts in prop::collection::vec((0..5u8, any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..6),
	) {
		let original = Original::new();
		let mut blocks = original.blocks();
		for (kind, one, two) in cuts {
			let (place, other) = match blocks.len() {
				0 => continue,
				count => (one.index(count), two.index(count)),
			};
			match kind {
				0 => blocks.swap(place, other),
				1 => drop(blocks.remove(place)),
				2 => blocks.insert(other, blocks[place].clone()),
				3 => {
					let byte = two.index(blocks[place].len());
					blocks[place][byte] ^= 1;
				},
				_ => {
					let rest = two.index(blocks[place].len());
					blocks[place].truncate(rest.max(1));
				},
			}
		}
		let body = blocks.concat();
		prop_assert_eq!(original.accepts(&body), body == original.body);
	}
}

#[test]
fn a_file_that_is_not_there_and_a_header_that_is_cut_are_told() {
	let original = Original::new();
	let missing = original.folder.path().join("missing");
	assert!(matches!(original.manifest.check_file(&missing), Err(Error::ReadPath { .. })));
	let cut = original.write(&original.header[..20]);
	assert!(matches!(original.manifest.check_file(&cut), Err(Error::Header { .. })));
}
