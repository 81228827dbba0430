//! Whatever is done to the files of a dataset is found, or changes nothing.
#![allow(clippy::unwrap_used)]

use std::{
	fs,
	io::{self, Read},
	ops::Range,
	path::PathBuf,
};

use ownome_vault::{
	header::Header,
	keys::SecretKey,
	manifest::Manifest,
	ranges::{Plan, Prover},
	store::{Store, StoredDataset},
	stream::{encrypt_body, BLOCK_BYTES, BLOCK_TEXT_BYTES},
	Error,
};
use proptest::{
	prelude::*,
	sample::Index,
	test_runner::{TestCaseResult, TestRunner},
};
use tempfile::{tempdir, TempDir};

const TRIES: u32 = 10_000;
const OWNER: [u8; 32] = [0xc0; 32];

/// A dataset in a store, and what is known of it elsewhere.
struct Original {
	folder: TempDir,
	secret: SecretKey,
	dataset: StoredDataset,
	header: Header,
	manifest: Manifest,
	body: Vec<u8>,
	/// Another text under the same data key, so that each of its blocks opens as well.
	other: Vec<u8>,
}

impl Original {
	fn new(text_bytes: usize) -> Self {
		let folder = tempdir().unwrap();
		let secret = SecretKey::generate().unwrap();
		let text: Vec<u8> = (0..text_bytes).map(|place| (place / 3) as u8).collect();
		let input = folder.path().join("text");
		fs::write(&input, &text).unwrap();
		let store = Store::new(folder.path().join("store")).unwrap();
		let pending = store.add(&input, "vcf", OWNER, &secret.public()).unwrap();
		let (manifest, dataset) = (pending.manifest().clone(), pending.finish().unwrap());
		let body = fs::read(dataset.path().join("body.c4gh")).unwrap();
		let header = dataset.owner_header().unwrap();
		let mut other = Vec::new();
		encrypt_body(&header.open(&secret).unwrap()[0], &text[..], &mut other).unwrap();
		Self { folder, secret, dataset, header, manifest, body, other }
	}

	fn path(&self, name: &str) -> PathBuf {
		self.dataset.path().join(name)
	}

	/// Fetches the dataset as it stands in the store. What is not fetched leaves nothing behind.
	fn fetch(&self) -> Result<Vec<u8>, Error> {
		let output = self.folder.path().join("output");
		let fetched =
			self.dataset.fetch(&self.dataset.owner_header()?, &self.secret, &OWNER, &output);
		assert_eq!(output.exists(), fetched.is_ok());
		fetched.map(|_| {
			let text = fs::read(&output).unwrap();
			fs::remove_file(output).unwrap();
			text
		})
	}

	fn is_found(&self, body: &[u8], has_header: bool) -> TestCaseResult {
		fs::write(self.path("body.c4gh"), body).unwrap();
		let mut path = self.path("body.c4gh");
		if has_header {
			path = self.folder.path().join("file");
			fs::write(&path, [self.header.as_bytes(), body].concat()).unwrap();
		}
		let checked = self.manifest.check_file(&path);
		let told = matches!(checked, Err(Error::WrongFile { .. } | Error::PlainFile { .. }));
		prop_assert!(told, "{checked:?}");
		let fetched = self.fetch();
		prop_assert!(matches!(fetched, Err(Error::WrongBody { .. })), "{fetched:?}");
		Ok(())
	}
}

/// What somebody does to a file.
#[derive(Clone, Debug)]
enum Tampering {
	Flip(Index),
	Drop(Index),
	Swap(Index, Index),
	Move(Index, Index),
	Duplicate(Index, Index),
	/// By the block that is in this place in another file.
	Replace(Index),
	/// Some bytes of the file, once more and anywhere.
	Insert(Index, Index, Index),
	Cut(Index),
	CutBetweenBlocks(Index),
	Append(Index),
}

fn tampering() -> impl Strategy<Value = Tampering> {
	let index = any::<Index>;
	prop_oneof![
		index().prop_map(Tampering::Flip),
		index().prop_map(Tampering::Drop),
		(index(), index()).prop_map(|(one, two)| Tampering::Swap(one, two)),
		(index(), index()).prop_map(|(from, to)| Tampering::Move(from, to)),
		(index(), index()).prop_map(|(from, to)| Tampering::Duplicate(from, to)),
		index().prop_map(Tampering::Replace),
		(index(), index(), index()).prop_map(|(at, from, to)| Tampering::Insert(at, from, to)),
		index().prop_map(Tampering::Cut),
		index().prop_map(Tampering::CutBetweenBlocks),
		index().prop_map(Tampering::Append),
	]
}

impl Tampering {
	/// Does it to the file of which `block` bytes are a block.
	fn done(&self, file: &[u8], other: &[u8], block: usize) -> Vec<u8> {
		let mut blocks: Vec<&[u8]> = file.chunks(block).collect();
		let count = blocks.len();
		match self {
			Self::Flip(bit) => {
				let (mut file, bit) = (file.to_vec(), bit.index(file.len() * 8));
				file[bit / 8] ^= 1 << (bit % 8);
				return file;
			},
			Self::Drop(at) => drop(blocks.remove(at.index(count))),
			Self::Swap(one, two) => blocks.swap(one.index(count), two.index(count)),
			Self::Move(from, to) => {
				let moved = blocks.remove(from.index(count));
				blocks.insert(to.index(count), moved);
			},
			Self::Duplicate(from, to) => {
				blocks.insert(to.index(count + 1), blocks[from.index(count)])
			},
			Self::Replace(at) => {
				let at = at.index(count);
				blocks[at] = other.chunks(block).nth(at).unwrap();
			},
			Self::Insert(at, from, to) => {
				let (start, end) = file.split_at(at.index(file.len() + 1));
				let (from, to) = (from.index(file.len()), to.index(file.len()));
				return [start, &file[from.min(to)..=from.max(to)], end].concat();
			},
			Self::Cut(at) => return file[..at.index(file.len())].to_vec(),
			Self::CutBetweenBlocks(at) => blocks.truncate(at.index(count)),
			Self::Append(bytes) => return [file, &other[..=bytes.index(other.len())]].concat(),
		}
		blocks.concat()
	}
}

/// Runs so many tries. Where one fails, it is shown, and kept to be tried first from then on.
fn try_all<S: Strategy>(strategy: S, test: impl Fn(S::Value) -> TestCaseResult) {
	let config = ProptestConfig {
		cases: TRIES,
		max_global_rejects: TRIES,
		..ProptestConfig::with_source_file(file!())
	};
	TestRunner::new(config).run(&strategy, test).unwrap();
}

#[test]
fn a_body_that_was_tampered_with_is_found() {
	let original = Original::new(2 * BLOCK_TEXT_BYTES + 7777);
	assert!(original.fetch().is_ok());
	assert_ne!(original.body, original.other);
	try_all((tampering(), any::<bool>()), |(tampering, has_header)| {
		let body = tampering.done(&original.body, &original.other, BLOCK_BYTES);
		prop_assume!(body != original.body);
		original.is_found(&body, has_header)
	});
}

#[test]
fn every_flipped_bit_of_a_small_dataset_is_found() {
	let original = Original::new(20);
	let text = original.fetch().unwrap();
	let flip = |name: &str, check: &dyn Fn(usize)| {
		let path = original.path(name);
		let mut bytes = fs::read(&path).unwrap();
		for bit in 0..bytes.len() * 8 {
			bytes[bit / 8] ^= 1 << (bit % 8);
			fs::write(&path, &bytes).unwrap();
			check(bit);
			bytes[bit / 8] ^= 1 << (bit % 8);
		}
		fs::write(&path, &bytes).unwrap();
	};
	let body = original.path("body.c4gh");
	flip("body.c4gh", &|bit| {
		assert!(matches!(original.fetch(), Err(Error::WrongBody { .. })), "{bit}");
		assert!(
			matches!(original.manifest.check_file(&body), Err(Error::WrongFile { .. })),
			"{bit}"
		);
	});
	flip("manifest.json", &|bit| {
		let fetched = original.fetch();
		let found = matches!(fetched, Err(Error::WrongManifest { .. } | Error::Manifest { .. }));
		assert!(found, "{bit}");
	});
	flip("headers/owner.c4gh-header", &|bit| assert!(original.fetch().is_err(), "{bit}"));
	assert_eq!(original.fetch().unwrap(), text);
}

/// The range of a body that somebody serves, together with the proof file: what is read before an error, and the error.
fn served(
	manifest: &Manifest,
	body: &[u8],
	proof: &[u8],
	range: Range<u64>,
) -> (Vec<u8>, io::Result<()>) {
	let at = |bytes: &[u8], place: Range<u64>| {
		let inside = |position: u64| bytes.len().min(position as usize);
		bytes[inside(place.start)..inside(place.end)].to_vec()
	};
	let plan = Plan::new(manifest.body_bytes, range);
	let hashes: Vec<_> =
		plan.proof_ranges().into_iter().flat_map(|place| at(proof, place)).collect();
	let mut read = Vec::new();
	let body = at(body, plan.body_range());
	let ended = match plan.check(&manifest.body_blake3, &hashes, &body[..]) {
		Ok(mut verified) => verified.read_to_end(&mut read).map(drop),
		Err(error) => Err(io::Error::other(error)),
	};
	(read, ended)
}

fn proof_of(body: &[u8]) -> Vec<u8> {
	let mut proof = Vec::new();
	let mut prover = Prover::new(&mut proof);
	prover.update(body).unwrap();
	prover.finish().unwrap();
	proof
}

#[test]
fn no_range_of_what_was_tampered_with_has_a_wrong_byte() {
	let original = Original::new(2 * BLOCK_TEXT_BYTES + 7777);
	let (proof, other_proof) = (proof_of(&original.body), proof_of(&original.other));
	let length = original.body.len();
	let ways = (any::<bool>(), any::<bool>(), any::<bool>());
	let strategy = (tampering(), ways, any::<Index>(), any::<Index>());
	try_all(strategy, |(tampering, (of_body, both, to_the_end), one, two)| {
		let (mut body, mut proved) = (original.body.clone(), proof.clone());
		if of_body || both {
			body = tampering.done(&body, &original.other, BLOCK_BYTES);
		}
		if both {
			// Whoever changes a body can make the proof that goes with it.
			proved = proof_of(&body);
		} else if !of_body {
			proved = tampering.done(&proved, &other_proof, 64);
		}
		prop_assume!(body != original.body || proved != proof);
		let (one, two) = (one.index(length), two.index(length));
		let range = match to_the_end {
			true => 0..length,
			false => one.min(two)..one.max(two),
		};
		let expected = &original.body[range.clone()];
		let (read, ended) =
			served(&original.manifest, &body, &proved, range.start as u64..range.end as u64);
		match ended {
			Ok(()) => prop_assert!(read == expected, "other bytes are taken for genuine"),
			Err(_) => prop_assert!(expected.starts_with(&read), "a wrong byte before the error"),
		}
		Ok(())
	});
}
