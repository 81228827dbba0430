//! The store: what is written, and that nothing is fetched which was not committed to.
#![allow(clippy::unwrap_used)]

use std::{
	fs,
	io::Read,
	ops::Range,
	os::unix::fs::PermissionsExt,
	path::{Path, PathBuf},
};

use ownome_primitives::{Commitment, Seal};
use ownome_vault::{
	header::{DataKey, Header},
	keys::SecretKey,
	manifest::{seal, Manifest},
	store::{Store, StoredDataset},
	stream::{self, BLOCK_BYTES, BLOCK_TEXT_BYTES},
	Error,
};
use tempfile::{tempdir, TempDir};

/// The account of the owner.
const OWNER: [u8; 32] = [0xc0; 32];
/// Another account.
const THIEF: [u8; 32] = [0xc1; 32];

struct Case {
	folder: TempDir,
	owner: SecretKey,
	dataset: StoredDataset,
	seal: Seal,
	text: Vec<u8>,
}

impl Case {
	fn new(length: usize) -> Self {
		let folder = tempdir().unwrap();
		let owner = SecretKey::generate().unwrap();
		let text: Vec<u8> = (0..length).map(|i| (i / 7) as u8).collect();
		let input = folder.path().join("genome.vcf");
		fs::write(&input, &text).unwrap();
		let pending = Store::new(folder.path().join("store"))
			.unwrap()
			.add(&input, "vcf", OWNER, &owner.public())
			.unwrap();
		let seal = pending.seal();
		let dataset = pending.finish().unwrap();
		fs::create_dir(folder.path().join("out")).unwrap();
		Self { folder, owner, dataset, seal, text }
	}

	fn out(&self) -> PathBuf {
		self.folder.path().join("out/genome.vcf")
	}

	fn fetch_with(&self, header: &Header, secret: &SecretKey) -> Result<Manifest, Error> {
		self.dataset.fetch(header, secret, &OWNER, &self.out())
	}

	fn fetch(&self) -> Result<Manifest, Error> {
		self.fetch_with(&self.dataset.owner_header().unwrap(), &self.owner)
	}

	fn header_for(&self, reader: &SecretKey) -> Result<Header, Error> {
		self.dataset.header_for(&self.owner, &reader.public(), &OWNER)
	}

	/// The dataset as it lies in the store when `registrant` registers `seal` for it.
	fn registered(&self, registrant: &[u8; 32], seal: &Seal) -> StoredDataset {
		let commitment = Commitment::new(registrant, seal);
		let store = self.folder.path().join("store");
		fs::rename(self.dataset.path(), store.join(hex::encode(commitment.0))).unwrap();
		Store::new(store).unwrap().dataset(&commitment).unwrap()
	}

	fn headers(&self) -> Vec<String> {
		names(&self.dataset.path().join("headers"))
	}

	fn change_owner_header(&self, bytes: &[u8]) {
		fs::write(self.dataset.path().join("headers/owner.c4gh-header"), bytes).unwrap();
	}

	fn change_body(&self, change: impl FnOnce(&mut Vec<u8>)) {
		let path = self.dataset.path().join("body.c4gh");
		let mut body = fs::read(&path).unwrap();
		change(&mut body);
		fs::write(path, body).unwrap();
	}

	/// The error names the commitment, and nothing is left in the folder of the output.
	fn refused(&self, error: &Error) {
		assert!(error.to_string().contains(&hex::encode(self.dataset.commitment().0)), "{error}");
		self.nothing_left();
	}

	fn nothing_left(&self) {
		assert_eq!(names(&self.folder.path().join("out")), [""; 0]);
	}
}

fn names(folder: &Path) -> Vec<String> {
	let mut names: Vec<_> = fs::read_dir(folder)
		.unwrap()
		.map(|entry| entry.unwrap().file_name().into_string().unwrap())
		.collect();
	names.sort();
	names
}

#[test]
fn a_dataset_lies_where_it_should() {
	let case = Case::new(100_000);
	let store = case.folder.path().join("store");
	let commitment = Commitment::new(&OWNER, &case.seal);
	assert_eq!(case.dataset.commitment(), commitment);
	assert_eq!(names(&store), [hex::encode(commitment.0)]);
	assert_eq!(names(case.dataset.path()), ["body.c4gh", "body.proof", "headers", "manifest.json"]);
	assert_eq!(case.headers(), ["owner.c4gh-header"]);

	let (manifest, sealed) = case.dataset.manifest().unwrap();
	assert_eq!(sealed, case.seal.0);
	assert_eq!(manifest.owner, OWNER);
	assert_eq!(sealed, seal(&fs::read(case.dataset.path().join("manifest.json")).unwrap()));
	let body = fs::read(case.dataset.path().join("body.c4gh")).unwrap();
	assert_eq!(manifest.format, "vcf");
	assert_eq!(manifest.body_bytes, body.len() as u64);
	assert_eq!(manifest.body_blake3, *blake3::hash(&body).as_bytes());
}

#[test]
fn header_and_body_are_a_crypt4gh_file() {
	let case = Case::new(100_000);
	let header = case.dataset.owner_header().unwrap();
	let file = header.as_bytes().chain(case.dataset.body().unwrap());
	let mut text = Vec::new();
	stream::decrypt(file, &mut text, &case.owner).unwrap();
	assert!(text == case.text);
}

#[test]
fn a_pending_dataset_that_is_dropped_leaves_nothing() {
	let folder = tempdir().unwrap();
	let input = folder.path().join("in");
	fs::write(&input, "data").unwrap();
	let store = Store::new(folder.path().join("store")).unwrap();
	let owner = SecretKey::generate().unwrap().public();
	drop(store.add(&input, "vcf", OWNER, &owner).unwrap());
	assert!(matches!(store.add(&input, "V C F", OWNER, &owner), Err(Error::FormatName(_))));
	assert!(matches!(
		store.add(&folder.path().join("none"), "vcf", OWNER, &owner),
		Err(Error::ReadPath { .. })
	));
	assert_eq!(names(&folder.path().join("store")), [""; 0]);
}

#[test]
fn a_dataset_is_never_overwritten() {
	let case = Case::new(10);
	let store = Store::new(case.folder.path().join("store")).unwrap();
	let input = case.folder.path().join("genome.vcf");
	let again = store.add(&input, "vcf", OWNER, &case.owner.public()).unwrap();
	let taken = case.folder.path().join("store").join(hex::encode(again.commitment().0));
	fs::create_dir(&taken).unwrap();
	assert!(matches!(again.finish(), Err(Error::Exists { path }) if path == taken));
	assert_eq!(names(&taken), [""; 0]);
	assert_eq!(names(&case.folder.path().join("store")).len(), 2);
}

#[test]
fn a_dataset_that_is_not_there_is_named() {
	let folder = tempdir().unwrap();
	let error = Store::new(folder.path()).unwrap().dataset(&Commitment([0xab; 32])).unwrap_err();
	assert!(matches!(error, Error::NoDataset { .. }));
	assert!(error.to_string().contains(&"ab".repeat(32)), "{error}");
}

#[test]
fn a_fetch_gives_the_text_to_its_reader_only() {
	for length in [0, 1, BLOCK_TEXT_BYTES, 3 * BLOCK_TEXT_BYTES + 9] {
		let case = Case::new(length);
		case.fetch().unwrap();
		assert!(fs::read(case.out()).unwrap() == case.text, "{length}");
		assert_eq!(fs::metadata(case.out()).unwrap().permissions().mode() & 0o777, 0o600);
		assert_eq!(names(&case.folder.path().join("out")), ["genome.vcf"]);
	}
}

#[test]
fn a_range_of_the_text_is_fetched_with_the_proof_alone() {
	let text_bytes = 3 * BLOCK_TEXT_BYTES as u64 + 9;
	let case = Case::new(text_bytes as usize);
	let header = case.dataset.owner_header().unwrap();
	let fetch = |range: Range<u64>| {
		case.dataset.fetch_range(&header, &case.owner, &OWNER, range, &case.out())
	};
	for range in [0..1, 65_530..65_540, 131_072..u64::MAX, 0..u64::MAX, 7..7, 900_000..900_001] {
		fetch(range.clone()).unwrap();
		let end = range.end.min(text_bytes) as usize;
		let expected = &case.text[(range.start as usize).min(end)..end];
		assert!(fs::read(case.out()).unwrap() == expected, "{range:?}");
		assert_eq!(fs::metadata(case.out()).unwrap().permissions().mode() & 0o777, 0o600);
		fs::remove_file(case.out()).unwrap();
	}

	let proof = case.dataset.path().join("body.proof");
	let genuine = fs::read(&proof).unwrap();
	fs::remove_file(&proof).unwrap();
	let error = fetch(0..1).unwrap_err();
	assert!(matches!(error, Error::NoProof { .. }));
	case.refused(&error);
	assert!(matches!(case.dataset.prove(&THIEF), Err(Error::WrongManifest { .. })));
	case.change_body(|body| body[9] ^= 1);
	assert!(matches!(case.dataset.prove(&OWNER), Err(Error::WrongBody { .. })));
	assert!(!proof.exists());
	case.change_body(|body| body[9] ^= 1);
	assert_eq!(case.dataset.prove(&OWNER).unwrap(), "body.proof");
	assert!(fs::read(&proof).unwrap() == genuine);
	assert!(matches!(case.dataset.prove(&OWNER), Err(Error::Exists { .. })));

	fs::write(&proof, &genuine[1..]).unwrap();
	assert!(fetch(0..1).is_err());
	case.nothing_left();
}

#[test]
fn a_grant_lets_its_grantee_in_without_touching_the_body() {
	for length in [0, 1, BLOCK_TEXT_BYTES, 2 * BLOCK_TEXT_BYTES + 9] {
		let case = Case::new(length);
		let grantee = SecretKey::generate().unwrap();
		let body = fs::read(case.dataset.path().join("body.c4gh")).unwrap();
		let header = case.header_for(&grantee).unwrap();
		assert_eq!(case.headers(), ["owner.c4gh-header"]);
		let name = case.dataset.put_header(&header).unwrap();
		assert_eq!(fs::read(case.dataset.path().join(name)).unwrap(), header.as_bytes());

		let stored = case.dataset.header(&header.hash()).unwrap();
		assert_eq!(stored, header);
		case.fetch_with(&stored, &grantee).unwrap();
		assert!(fs::read(case.out()).unwrap() == case.text);
		fs::remove_file(case.out()).unwrap();
		let owner_header = case.dataset.owner_header().unwrap();
		assert!(matches!(case.fetch_with(&owner_header, &grantee), Err(Error::NotForThisKey)));
		case.nothing_left();
		assert!(fs::read(case.dataset.path().join("body.c4gh")).unwrap() == body);
	}
}

#[test]
fn a_header_is_never_overwritten_by_another() {
	let case = Case::new(10);
	let grantee = SecretKey::generate().unwrap();
	let first = case.header_for(&grantee).unwrap();
	assert!(matches!(case.dataset.header(&first.hash()), Err(Error::ReadPath { .. })));
	case.dataset.put_header(&first).unwrap();
	let second = case.header_for(&grantee).unwrap();
	let name = case.dataset.put_header(&second).unwrap();
	assert_eq!(case.headers().len(), 3);
	case.dataset.objects().delete(&name).unwrap();
	assert_eq!(case.headers().len(), 2);
	assert_eq!(case.dataset.header(&first.hash()).unwrap(), first);
}

/// One header with the packets of both.
fn joined(first: &Header, second: &Header) -> Vec<u8> {
	let mut bytes = [first.as_bytes(), &second.as_bytes()[16..]].concat();
	bytes[12..16].copy_from_slice(&2u32.to_le_bytes());
	bytes
}

#[test]
fn a_key_of_another_dataset_is_not_handed_over() {
	for length in [0, 1, 2 * BLOCK_TEXT_BYTES + 9] {
		let case = Case::new(length);
		let other = Header::new(&DataKey::generate().unwrap(), &[case.owner.public()]).unwrap();
		let smuggled = other.open(&case.owner).unwrap();
		let own = case.dataset.owner_header().unwrap();
		let grantee = SecretKey::generate().unwrap();
		for bytes in [joined(&own, &other), joined(&other, &own)] {
			case.change_owner_header(&bytes);
			assert_eq!(case.dataset.owner_header().unwrap().open(&case.owner).unwrap().len(), 2);
			let header = case.header_for(&grantee).unwrap();
			let keys = header.open(&grantee).unwrap();
			assert_eq!(keys.len(), 1);
			assert_ne!(keys, smuggled);
			case.fetch_with(&header, &grantee).unwrap();
			assert!(fs::read(case.out()).unwrap() == case.text);
			fs::remove_file(case.out()).unwrap();
		}
	}
}

#[test]
fn a_header_is_made_with_the_key_of_all_blocks_only() {
	let case = Case::new(0);
	let keys = [DataKey::generate().unwrap(), DataKey::generate().unwrap()];
	let headers = keys.each_ref().map(|key| Header::new(key, &[case.owner.public()]).unwrap());
	let mut body = Vec::new();
	for key in &keys {
		stream::encrypt_body(key, &vec![1; BLOCK_TEXT_BYTES][..], &mut body).unwrap();
	}
	let hash = *blake3::hash(&body).as_bytes();
	let manifest = Manifest::new(OWNER, "vcf", body.len() as u64, hash).unwrap().to_bytes();
	fs::write(case.dataset.path().join("body.c4gh"), body).unwrap();
	fs::write(case.dataset.path().join("manifest.json"), &manifest).unwrap();
	case.change_owner_header(&joined(&headers[0], &headers[1]));
	let dataset = case.registered(&OWNER, &Seal(seal(&manifest)));
	let made = dataset.header_for(&case.owner, &case.owner.public(), &OWNER);
	assert!(matches!(made, Err(Error::WrongOwnerHeader { .. })));
}

#[test]
fn no_header_is_made_from_a_foreign_one() {
	let case = Case::new(2 * BLOCK_TEXT_BYTES);
	let grantee = SecretKey::generate().unwrap();
	let key = DataKey::generate().unwrap();
	let other = Header::new(&key, &[case.owner.public()]).unwrap();
	case.change_owner_header(other.as_bytes());
	let error = case.header_for(&grantee).unwrap_err();
	assert!(matches!(error, Error::WrongOwnerHeader { .. }), "{error}");
	case.refused(&error);
	case.change_owner_header(Header::new(&key, &[grantee.public()]).unwrap().as_bytes());
	assert!(matches!(case.header_for(&grantee), Err(Error::NotForThisKey)));
}

#[test]
fn no_header_is_made_for_data_that_were_not_committed_to() {
	let case = Case::new(3 * BLOCK_TEXT_BYTES);
	let grantee = SecretKey::generate().unwrap();
	let made = case.dataset.header_for(&case.owner, &grantee.public(), &THIEF);
	assert!(matches!(made, Err(Error::WrongManifest { .. })));
	case.change_body(|body| *body.last_mut().unwrap() ^= 1);
	assert!(matches!(case.header_for(&grantee), Err(Error::WrongBody { .. })));
	case.change_body(|body| body.truncate(BLOCK_BYTES));
	assert!(matches!(case.header_for(&grantee), Err(Error::WrongBody { .. })));
}

#[test]
fn a_seal_that_somebody_else_registered_is_refused() {
	let case = Case::new(3 * BLOCK_TEXT_BYTES);
	let copied = case.registered(&THIEF, &case.seal);
	let fetched = copied
		.fetch(&copied.owner_header().unwrap(), &case.owner, &THIEF, &case.out())
		.map(drop);
	let made = copied.header_for(&case.owner, &case.owner.public(), &THIEF).map(drop);
	for refused in [fetched, made, copied.manifest_of(&THIEF).map(drop)] {
		let error = refused.unwrap_err();
		assert!(matches!(error, Error::CopiedManifest { .. }), "{error}");
		assert!(error.to_string().contains(&hex::encode(copied.commitment().0)), "{error}");
	}
	case.nothing_left();
	// Nor under the owner's name, because the chain has it under the thief's.
	assert!(matches!(copied.manifest_of(&OWNER), Err(Error::WrongManifest { .. })));
}

#[test]
fn a_manifest_that_is_not_committed_to_is_refused() {
	let case = Case::new(100);
	let path = case.dataset.path().join("manifest.json");
	let bytes = fs::read(&path).unwrap();
	fs::write(&path, [&bytes[..], b"\n"].concat()).unwrap();
	let error = case.fetch().unwrap_err();
	assert!(matches!(error, Error::WrongManifest { .. }));
	case.refused(&error);
	fs::write(&path, "{}").unwrap();
	assert!(matches!(case.fetch(), Err(Error::Manifest { .. })));
	case.nothing_left();
}

#[test]
fn a_body_that_is_not_in_the_manifest_is_refused() {
	type Change = fn(&mut Vec<u8>);
	let changes: [(&str, Change); 7] = [
		("a flipped bit in the first block", |body| body[100] ^= 1),
		("a flipped bit in the last block", |body| *body.last_mut().unwrap() ^= 1),
		("the last block is missing", |body| body.truncate(3 * BLOCK_BYTES)),
		("two blocks are swapped", |body| {
			let (first, rest) = body.split_at_mut(BLOCK_BYTES);
			first.swap_with_slice(&mut rest[..BLOCK_BYTES]);
		}),
		("a block stands twice", |body| body.copy_within(..BLOCK_BYTES, BLOCK_BYTES)),
		("something follows", |body| body.push(0)),
		("nothing is left", Vec::clear),
	];
	for (name, change) in changes {
		let case = Case::new(3 * BLOCK_TEXT_BYTES + 5);
		case.change_body(change);
		let error = case.fetch().unwrap_err();
		assert!(matches!(error, Error::WrongBody { .. }), "{name}: {error}");
		case.refused(&error);
	}
}

#[test]
fn what_stood_at_the_output_survives_a_failure() {
	let case = Case::new(1000);
	fs::write(case.out(), "precious").unwrap();
	case.change_body(|body| body[50] ^= 1);
	assert!(case.fetch().is_err());
	assert_eq!(fs::read(case.out()).unwrap(), b"precious");
	assert_eq!(names(&case.folder.path().join("out")), ["genome.vcf"]);
}

#[test]
fn a_header_of_another_file_is_told_from_a_wrong_body() {
	let case = Case::new(2 * BLOCK_TEXT_BYTES);
	let header = Header::new(&DataKey::generate().unwrap(), &[case.owner.public()]).unwrap();
	let error = case.fetch_with(&header, &case.owner).unwrap_err();
	assert!(matches!(error, Error::WrongHeader { .. }), "{error}");
	case.refused(&error);
}

#[test]
fn hostile_files_in_the_store_are_refused() {
	let case = Case::new(10);
	let header = case.dataset.path().join("headers/owner.c4gh-header");
	let bytes = fs::read(&header).unwrap();
	fs::write(&header, [&bytes[..], &vec![0; 2 << 20]].concat()).unwrap();
	assert!(matches!(case.dataset.owner_header(), Err(Error::Header { .. })));
	fs::write(case.dataset.path().join("manifest.json"), vec![b' '; 2 << 20]).unwrap();
	assert!(matches!(case.dataset.manifest(), Err(Error::Manifest { .. })));
}

#[test]
fn an_output_that_cannot_be_written_is_named() {
	let case = Case::new(10);
	let header = case.dataset.owner_header().unwrap();
	let fetch = |out: &Path| case.dataset.fetch(&header, &case.owner, &OWNER, out).unwrap_err();
	let missing = case.folder.path().join("no/where");
	let error = fetch(&missing);
	assert!(matches!(error, Error::NoFolder { .. }));
	assert!(error.to_string().contains("no/where"), "{error}");
	for taken in
		[case.folder.path(), Path::new("/dev/null"), &case.folder.path().join("genome.vcf")]
	{
		assert!(matches!(fetch(taken), Error::Exists { path } if path == taken));
	}
	assert!(fs::read(case.folder.path().join("genome.vcf")).unwrap() == case.text);
}

fn rekeyed(case: &Case, secret: &SecretKey, reader: &SecretKey) -> Result<StoredDataset, Error> {
	let into = Store::new(case.folder.path().join("anew")).unwrap();
	case.dataset
		.rekey(secret, &OWNER, &into, OWNER, &reader.public())
		.and_then(|pending| pending.finish())
}

#[test]
fn a_dataset_that_is_encrypted_anew_opens_for_the_new_key_only() {
	let case = Case::new(3 * BLOCK_TEXT_BYTES + 5);
	let next = SecretKey::generate().unwrap();
	let anew = rekeyed(&case, &case.owner, &next).unwrap();
	assert_ne!(anew.commitment(), case.dataset.commitment());
	let header = anew.owner_header().unwrap();
	assert!(matches!(header.open(&case.owner), Err(Error::NotForThisKey)));
	let old = case.dataset.owner_header().unwrap().open(&case.owner).unwrap();
	assert!(header.open(&next).unwrap().iter().all(|key| !old.contains(key)));
	let manifest = anew.fetch(&header, &next, &OWNER, &case.out()).unwrap();
	assert_eq!(manifest.format, "vcf");
	assert!(fs::read(case.out()).unwrap() == case.text);
}

#[test]
fn what_is_not_as_registered_is_not_encrypted_anew_and_leaves_nothing() {
	let next = SecretKey::generate().unwrap();
	let case = Case::new(3 * BLOCK_TEXT_BYTES);
	assert!(matches!(rekeyed(&case, &next, &next), Err(Error::NotForThisKey)));
	// Blocks that change places decrypt all the same.
	case.change_body(|body| body[..2 * BLOCK_BYTES].rotate_left(BLOCK_BYTES));
	assert!(matches!(rekeyed(&case, &case.owner, &next), Err(Error::WrongBody { .. })));
	case.change_body(|body| body[BLOCK_BYTES + 100] ^= 1);
	assert!(matches!(rekeyed(&case, &case.owner, &next), Err(Error::WrongBody { .. })));
	assert_eq!(names(&case.folder.path().join("anew")), [""; 0]);
}

#[test]
fn a_proof_that_is_cut_short_checks_nothing() {
	let case = Case::new(3 * BLOCK_TEXT_BYTES);
	fs::File::options()
		.write(true)
		.open(case.dataset.path().join("body.proof"))
		.unwrap()
		.set_len(50)
		.unwrap();
	let header = case.dataset.owner_header().unwrap();
	let fetched = case.dataset.fetch_range(&header, &case.owner, &OWNER, 5..50, &case.out());
	assert!(matches!(fetched, Err(Error::Proof)), "{fetched:?}");
	case.nothing_left();
}
