//! Trees and their proofs, against the recursive definition of RFC 9162.
#![allow(clippy::unwrap_used)]

use std::{
	fs::{self, OpenOptions},
	os::unix::fs::{FileExt, PermissionsExt},
	path::Path,
};

use ownome_primitives::{node_hash, DataFormat, Digest, Seal};
use ownome_vault::{
	batch::{Builder, Leaf, Proof, Tree},
	Error,
};
use proptest::prelude::*;
use tempfile::tempdir;

fn leaf(number: u64) -> Leaf {
	let hash =
		|purpose: u8| *blake3::hash(&[&[purpose][..], &number.to_le_bytes()].concat()).as_bytes();
	Leaf { owner: hash(0), seal: Seal(hash(1)), format: DataFormat::ALL[(number % 10) as usize] }
}

fn build(path: &Path, count: u64) -> Result<Tree, Error> {
	let mut builder = Builder::new(path)?;
	for number in 0..count {
		builder.push(&leaf(number))?;
	}
	builder.finish(|_| ())
}

/// MTH of RFC 9162, section 2.1.1, over leaves that are hashed already.
fn tree_hash(leaves: &[Digest]) -> Digest {
	match leaves {
		[leaf] => *leaf,
		_ => {
			let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
			node_hash(&tree_hash(left), &tree_hash(right))
		},
	}
}

fn root(count: u64) -> Digest {
	tree_hash(&(0..count).map(|index| leaf(index).hash(index, count)).collect::<Vec<_>>())
}

fn check(count: u64, indexes: impl IntoIterator<Item = u64>) {
	let folder = tempdir().unwrap();
	let path = folder.path().join("tree");
	let made = build(&path, count).unwrap();
	let tree = Tree::open(&path).unwrap();
	assert_eq!((made.root(), made.count()), (tree.root(), tree.count()));
	assert_eq!((tree.root().0, tree.count()), (root(count), count));
	for index in indexes {
		let proof = tree.prove(index).unwrap();
		assert!(proof.holds());
		assert_eq!((proof.index, proof.count, proof.leaf), (index, count, leaf(index)));
		assert_eq!(proof.root, tree.root());
	}
	assert!(matches!(tree.prove(count), Err(Error::NoLeaf { count: found }) if found == count));
}

#[test]
fn small_trees_are_those_of_the_rfc_and_prove_every_dataset() {
	for count in 1..=70 {
		check(count, 0..count);
	}
}

#[test]
fn trees_around_the_size_of_a_piece_are_those_of_the_rfc() {
	const PIECE: u64 = 1 << 16;
	for count in [PIECE - 1, PIECE, PIECE + 1, 2 * PIECE - 3, 2 * PIECE, 3 * PIECE + 5] {
		check(count, [0, 1, PIECE - 2, count / 2, count - 2, count - 1]);
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(24))]
	#[test]
	fn any_tree_proves_any_dataset(count in 1..5_000u64, at: prop::sample::Index) {
		check(count, [at.index(count as usize) as u64]);
	}
}

#[test]
fn progress_ends_with_everything() {
	let folder = tempdir().unwrap();
	let mut builder = Builder::new(&folder.path().join("tree")).unwrap();
	for number in 0..70_000 {
		builder.push(&leaf(number)).unwrap();
	}
	let mut seen = Vec::new();
	builder.finish(|done| seen.push(done)).unwrap();
	assert_eq!(seen, [65_536, 70_000]);
}

#[test]
fn every_byte_that_is_changed_is_found() {
	let folder = tempdir().unwrap();
	let path = folder.path().join("tree");
	build(&path, 7).unwrap().check(|_| ()).unwrap();
	let bytes = fs::read(&path).unwrap();
	for place in 0..bytes.len() {
		let mut changed = bytes.clone();
		changed[place] ^= 1;
		fs::write(&path, changed).unwrap();
		let found = Tree::open(&path).and_then(|tree| tree.check(|_| ()));
		assert!(matches!(found, Err(Error::BatchFile { .. })), "byte {place}: {found:?}");
	}
}

#[test]
fn a_change_in_any_piece_is_found() {
	const COUNT: u64 = 150_000;
	let folder = tempdir().unwrap();
	let path = folder.path().join("tree");
	let mut seen = Vec::new();
	build(&path, COUNT).unwrap().check(|done| seen.push(done)).unwrap();
	assert_eq!(seen, [65_536, 131_072, COUNT]);
	let file = OpenOptions::new().read(true).write(true).open(&path).unwrap();
	let last = file.metadata().unwrap().len() - 1;
	for place in [52 + 65 * 140_000, 52 + 65 * COUNT + 32 * 100_000, last] {
		let mut byte = [0];
		file.read_exact_at(&mut byte, place).unwrap();
		file.write_all_at(&[byte[0] ^ 1], place).unwrap();
		let found = Tree::open(&path).unwrap().check(|_| ());
		assert!(matches!(found, Err(Error::BatchFile { .. })), "byte {place}: {found:?}");
		file.write_all_at(&byte, place).unwrap();
	}
}

#[test]
fn a_batch_of_nothing_and_a_batch_that_is_not_finished_leave_nothing_behind() {
	let folder = tempdir().unwrap();
	let path = folder.path().join("tree");
	assert!(matches!(build(&path, 0), Err(Error::EmptyBatch)));
	let mut builder = Builder::new(&path).unwrap();
	builder.push(&leaf(0)).unwrap();
	drop(builder);
	assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn no_file_is_overwritten_and_nobody_else_can_read_it() {
	let folder = tempdir().unwrap();
	let path = folder.path().join("tree");
	let tree = build(&path, 3).unwrap();
	assert!(matches!(build(&path, 4), Err(Error::Exists { .. })));
	let proof = folder.path().join("proof");
	tree.prove(0).unwrap().write(&proof).unwrap();
	assert!(matches!(tree.prove(1).unwrap().write(&proof), Err(Error::Exists { .. })));
	for path in [path, proof] {
		assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
	}
}

#[test]
fn other_files_and_cut_trees_are_refused() {
	let folder = tempdir().unwrap();
	let path = folder.path().join("tree");
	build(&path, 9).unwrap();
	let whole = fs::read(&path).unwrap();
	let with = |place: usize, byte: u8| {
		let mut bytes = whole.clone();
		bytes[place] = byte;
		bytes
	};
	for bytes in [
		Vec::new(),
		whole[..51].to_vec(),
		whole[..52].to_vec(),
		whole[..whole.len() - 1].to_vec(),
		[&whole[..], &[0]].concat(),
		with(0, b'X'),
		with(8, 2),
		with(12, 8),
		with(19, 1),
	] {
		fs::write(&path, bytes).unwrap();
		let error = Tree::open(&path).unwrap_err();
		assert!(matches!(error, Error::BatchFile { .. }), "{error}");
		assert!(error.to_string().contains("build it again"), "{error}");
	}
}

#[test]
fn a_tree_that_was_changed_proves_nothing_false() {
	let folder = tempdir().unwrap();
	let path = folder.path().join("tree");
	build(&path, 9).unwrap();
	let bytes = fs::metadata(&path).unwrap().len();
	let honest: Vec<_> = {
		let tree = Tree::open(&path).unwrap();
		(0..9).map(|index| tree.prove(index).unwrap()).collect()
	};
	// The root in the header and every byte behind it.
	for place in 20..bytes {
		let file = OpenOptions::new().read(true).write(true).open(&path).unwrap();
		let mut byte = [0];
		file.read_exact_at(&mut byte, place).unwrap();
		file.write_all_at(&[byte[0] ^ 1], place).unwrap();
		let tree = Tree::open(&path).unwrap();
		let mut refused = 0;
		for (index, honest) in honest.iter().enumerate() {
			match tree.prove(index as u64) {
				Ok(proof) => assert_eq!(&proof, honest),
				Err(Error::BatchFile { .. }) => refused += 1,
				Err(error) => panic!("{error}"),
			}
		}
		// No proof needs the nodes that stand for themselves on the next level.
		let records = 52 + 9 * 65;
		assert!(refused > 0 || place >= records, "byte {place}");
		file.write_all_at(&byte, place).unwrap();
	}
}

#[test]
fn a_proof_comes_back_from_its_file_byte_for_byte() {
	let folder = tempdir().unwrap();
	let tree = build(&folder.path().join("tree"), 3).unwrap();
	let path = folder.path().join("proof");
	let proof = tree.prove(2).unwrap();
	proof.write(&path).unwrap();
	assert_eq!(Proof::read(&path).unwrap(), proof);
	assert_eq!(
		fs::read_to_string(&path).unwrap(),
		format!(
			r#"{{"batch_proof":1,"root":"{}","index":2,"count":3,"owner":"{}","seal":"{}","format":"bam","path":["{}"]}}"#,
			hex::encode(proof.root.0),
			hex::encode(proof.leaf.owner),
			hex::encode(proof.leaf.seal.0),
			hex::encode(proof.path[0]),
		)
	);
}

#[test]
fn a_file_that_proves_nothing_is_refused() {
	let folder = tempdir().unwrap();
	let tree = build(&folder.path().join("tree"), 3).unwrap();
	let path = folder.path().join("proof");
	tree.prove(2).unwrap().write(&path).unwrap();
	let text = fs::read_to_string(&path).unwrap();
	let owner = hex::encode(leaf(2).owner);
	for (from, to) in [
		(r#""batch_proof":1"#, r#""batch_proof":2"#),
		(r#""index":2"#, r#""index":1"#),
		(r#""index":2"#, r#""index":3"#),
		(r#""count":3"#, r#""count":4"#),
		(r#""count":3"#, r#""count":0"#),
		(r#""format":"bam""#, r#""format":"vcf""#),
		(r#""format":"bam""#, r#""format":"BAM""#),
		(r#""path":["#, r#""path":["00","#),
		(r#""path":["#, r#""more":1,"path":["#),
		(&owner, &hex::encode(leaf(1).owner)),
		(&owner, "00"),
		("}", "}}"),
	] {
		let changed = text.replacen(from, to, 1);
		assert_ne!(changed, text);
		fs::write(&path, &changed).unwrap();
		let error = Proof::read(&path).unwrap_err();
		assert!(matches!(error, Error::BatchProof { .. }), "{changed}");
		assert!(error.to_string().contains("ask the institution"), "{error}");
	}
	fs::write(&path, " ".repeat(10_000)).unwrap();
	assert!(matches!(Proof::read(&path), Err(Error::BatchProof { .. })));
}
