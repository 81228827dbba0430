//! What a part of a large dataset costs. All that the process reads counts, so this test has a process of its own.
#![allow(clippy::unwrap_used)]

use std::{
	fs::{self, File},
	io::{self, BufWriter, Read, Seek, SeekFrom, Write},
	path::Path,
};

use ownome_primitives::{Commitment, Seal};
use ownome_vault::{
	header::{DataKey, Header},
	keys::SecretKey,
	manifest::{seal, Manifest},
	ranges::Prover,
	store::{Store, StoredDataset},
	stream::{self, BLOCK_BYTES, BLOCK_TEXT_BYTES},
	Error,
};
use tempfile::tempdir;

const OWNER: [u8; 32] = [7; 32];
const MIB: u64 = 1 << 20;
/// 1 GiB of text.
const BLOCKS: u64 = 16_384;
/// Blocks that are there; between them, the body is a hole.
const ISLANDS: [u64; 4] = [0, 4_095, 10_000, BLOCKS - ISLAND];
const ISLAND: u64 = 20;

/// A large dataset in the store of a folder, of which few blocks are there, each island with the same text.
fn large(folder: &Path, key: &DataKey, owner: &SecretKey) -> (StoredDataset, Vec<u8>) {
	let text: Vec<u8> =
		(0..ISLAND as usize * BLOCK_TEXT_BYTES).map(|i| (i * i / 11) as u8).collect();
	let lying = folder.join("lying");
	fs::create_dir_all(lying.join("headers")).unwrap();
	let mut body = File::options()
		.read(true)
		.write(true)
		.create_new(true)
		.open(lying.join("body.c4gh"))
		.unwrap();
	body.set_len(BLOCKS * BLOCK_BYTES as u64).unwrap();
	for island in ISLANDS {
		body.seek(SeekFrom::Start(island * BLOCK_BYTES as u64)).unwrap();
		stream::encrypt_body(key, &text[..], &body).unwrap();
	}
	body.rewind().unwrap();
	let proof = BufWriter::new(File::create(lying.join("body.proof")).unwrap());
	let mut prover = Prover::new(proof);
	let mut piece = vec![0; 1 << 20];
	while let count @ 1.. = body.read(&mut piece).unwrap() {
		prover.update(&piece[..count]).unwrap();
	}
	let (bytes, hash) = prover.finish().unwrap();
	let header = Header::new(key, &[owner.public()]).unwrap();
	fs::write(lying.join("headers/owner.c4gh-header"), header.as_bytes()).unwrap();
	let manifest = Manifest::new(OWNER, "bam", bytes, hash).unwrap().to_bytes();
	fs::write(lying.join("manifest.json"), &manifest).unwrap();
	let commitment = Commitment::new(&OWNER, &Seal(seal(&manifest)));
	fs::rename(lying, folder.join(hex::encode(commitment.0))).unwrap();
	(Store::new(folder).unwrap().dataset(&commitment).unwrap(), text)
}

/// How many bytes this process has read so far.
fn has_read() -> u64 {
	let counts = fs::read_to_string("/proc/self/io").unwrap();
	let line = counts.lines().find_map(|line| line.strip_prefix("rchar: ")).unwrap();
	line.parse().unwrap()
}

#[test]
fn a_part_of_a_large_dataset_costs_little_more_than_itself() {
	let folder = tempdir().unwrap();
	let owner = SecretKey::generate().unwrap();
	let key = DataKey::generate().unwrap();
	let (dataset, text) = large(folder.path(), &key, &owner);
	let header = dataset.owner_header().unwrap();
	let out = folder.path().join("part");
	let manifest = fs::metadata(dataset.path().join("manifest.json")).unwrap().len();
	// The first reading of the counter counts itself.
	has_read();
	let itself = {
		let before = has_read();
		has_read() - before
	};

	let mut worst = 0;
	for island in ISLANDS {
		for offset in [0, 1, 2047, 65_535, 65_536, 65_537, 100_000, 3 * 65_536 - 1] {
			let start = island * BLOCK_TEXT_BYTES as u64 + offset;
			let before = has_read();
			dataset.fetch_range(&header, &owner, &OWNER, start..start + MIB, &out).unwrap();
			worst = worst.max(has_read() - before - itself - manifest);
			let expected = &text[offset as usize..(offset + MIB) as usize];
			assert!(fs::read(&out).unwrap() == expected, "{island} {offset}");
			fs::remove_file(&out).unwrap();
		}
	}
	println!("1 MiB of 1 GiB reads {worst} bytes at most");
	assert!(worst <= MIB * 107 / 100, "{worst}");

	// A changed block is found by who reads it, and by nobody else.
	let path = dataset.path().join("body.c4gh");
	let mut body = File::options().read(true).write(true).open(path).unwrap();
	let changed = SeekFrom::Start(10_003 * BLOCK_BYTES as u64 + 5);
	let mut byte = [0];
	body.seek(changed).unwrap();
	body.read_exact(&mut byte).unwrap();
	body.seek(changed).unwrap();
	body.write_all(&[byte[0] ^ 1]).unwrap();
	let fetch = |block: u64| {
		let start = block * BLOCK_TEXT_BYTES as u64;
		let fetched = dataset.fetch_range(&header, &owner, &OWNER, start..start + 10, &out);
		let was_written = fs::remove_file(&out).is_ok();
		assert_eq!(was_written, fetched.is_ok());
		fetched
	};
	assert!(matches!(fetch(10_003), Err(Error::Proof)));
	fetch(10_005).unwrap();
	// What is genuine, but not encrypted with the key of the header.
	assert!(matches!(fetch(5_000), Err(Error::WrongHeader { .. })));
	let other = Header::new(&DataKey::generate().unwrap(), &[owner.public()]).unwrap();
	let fetched = dataset.fetch_range(&other, &owner, &OWNER, 0..10, &out);
	assert!(matches!(fetched, Err(Error::WrongHeader { .. })));
	assert_eq!(io::ErrorKind::NotFound, fs::metadata(&out).unwrap_err().kind());
}
