//! Stores that are not folders, on a server that does what S3 does: `moto` of the Python package index.
//!
//! The variable `OWNOME_MOTO` names the `python` that has it, installed by `python3 -m venv DIR && DIR/bin/pip install 'moto[server]==5.2.3'`.
#![allow(clippy::unwrap_used)]

use std::{
	env, fs,
	io::Read,
	path::{Path, PathBuf},
	sync::{Mutex, MutexGuard, PoisonError},
};

use ownome_vault::{
	files::Access,
	keys::SecretKey,
	store::{Store, StoredDataset},
	stream::{Skip, BLOCK_TEXT_BYTES},
	Error,
};
use support::{Moto, Wire, VARIABLES};
use tempfile::{tempdir, TempDir};

// Each test has its part of it.
#[allow(dead_code)]
#[path = "support/moto.rs"]
mod support;

const OWNER: [u8; 32] = [0xc0; 32];
/// Enough for a body that is sent in parts, and read in pieces.
const LARGE: usize = 11 << 20;

struct Case {
	// The variables are those of the process, so one test has them at a time.
	_turn: MutexGuard<'static, ()>,
	folder: TempDir,
	moto: Moto,
	wire: Wire,
	owner: SecretKey,
	text: Vec<u8>,
}

impl Case {
	fn new(length: usize) -> Self {
		static TURN: Mutex<()> = Mutex::new(());
		let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
		let moto = Moto::start();
		let wire = moto.wire();
		for (name, value) in VARIABLES {
			env::set_var(name, value);
		}
		env::set_var("AWS_ENDPOINT_URL", wire.url());
		// That of the test before is gone.
		env::remove_var("TMPDIR");
		let folder = tempdir().unwrap();
		fs::create_dir(folder.path().join("tmp")).unwrap();
		env::set_var("TMPDIR", folder.path().join("tmp"));
		let text: Vec<u8> = (0..length).map(|i| (i / 7) as u8).collect();
		fs::write(folder.path().join("genome.vcf"), &text).unwrap();
		Self { _turn: turn, folder, moto, wire, owner: SecretKey::generate().unwrap(), text }
	}

	fn bucket(&self) -> Store {
		Store::new("s3://ownome/lab/one").unwrap()
	}

	/// The same, as everybody sees it.
	fn web(&self) -> Store {
		Store::new(format!("{}/ownome/lab/one/", self.wire.url())).unwrap()
	}

	fn add(&self, store: &Store) -> Result<StoredDataset, Error> {
		let input = self.folder.path().join("genome.vcf");
		store.add(&input, "vcf", OWNER, &self.owner.public())?.finish()
	}

	fn out(&self) -> PathBuf {
		self.folder.path().join("fetched.vcf")
	}

	fn fetch(&self, dataset: &StoredDataset) -> Result<(), Error> {
		let header = dataset.owner_header()?;
		dataset.fetch(&header, &self.owner, &OWNER, &self.out()).map(drop)
	}

	/// Nothing is left where bodies wait, and nothing was fetched.
	fn nothing_left(&self) {
		assert_eq!(fs::read_dir(self.folder.path().join("tmp")).unwrap().count(), 0);
		assert!(names(self.folder.path()).iter().all(|name| !name.starts_with(".ownome")));
		assert!(!self.out().exists());
	}
}

fn names(folder: &Path) -> Vec<String> {
	fs::read_dir(folder)
		.unwrap()
		.map(|entry| entry.unwrap().file_name().into_string().unwrap())
		.collect()
}

#[test]
fn a_dataset_comes_back_from_a_bucket_and_from_the_web() {
	for length in [0, 1, 2 * BLOCK_TEXT_BYTES + 9, LARGE] {
		let case = Case::new(length);
		let stored = case.add(&case.bucket()).unwrap();
		let name = hex::encode(stored.commitment().0);
		assert_eq!(stored.path(), Path::new("s3://ownome/lab/one").join(&name));
		let expected = ["body.c4gh", "body.proof", "headers/owner.c4gh-header", "manifest.json"];
		assert_eq!(case.moto.keys(), expected.map(|object| format!("lab/one/{name}/{object}")));
		assert_eq!(case.moto.unfinished(), 0);
		case.nothing_left();

		let grantee = SecretKey::generate().unwrap();
		let header = stored.header_for(&case.owner, &grantee.public(), &OWNER).unwrap();
		stored.put_header(&header).unwrap();
		for store in [case.bucket(), case.web()] {
			let dataset = store.dataset(&stored.commitment()).unwrap();
			let header = dataset.header(&header.hash()).unwrap();
			dataset.fetch(&header, &grantee, &OWNER, &case.out()).unwrap();
			assert!(fs::read(case.out()).unwrap() == case.text, "{store:?} {length}");
			fs::remove_file(case.out()).unwrap();
		}
	}
}

#[test]
fn a_part_is_fetched_alone() {
	const MIB: u64 = 1 << 20;
	let case = Case::new(LARGE);
	let stored = case.add(&case.bucket()).unwrap();
	let header = stored.owner_header().unwrap();
	for store in [case.bucket(), case.web()] {
		let dataset = store.dataset(&stored.commitment()).unwrap();
		for start in [0, 65_535, 5_000_001, LARGE as u64 - MIB] {
			let before = case.wire.received();
			let range = start..start + MIB;
			dataset.fetch_range(&header, &case.owner, &OWNER, range, &case.out()).unwrap();
			let received = case.wire.received() - before;
			// What HTTP says around each of the parts, and the manifest.
			assert!(received < MIB * 107 / 100 + 60_000, "{received}");
			let (start, end) = (start as usize, (start + MIB) as usize);
			assert!(fs::read(case.out()).unwrap() == case.text[start..end]);
			fs::remove_file(case.out()).unwrap();
		}
	}

	let proof = format!("lab/one/{}/body.proof", hex::encode(stored.commitment().0));
	let mut bytes = stored.objects().read("body.proof", LARGE).unwrap();
	let root = bytes.len() - 1;
	bytes[root] ^= 1;
	case.moto.put(&proof, &bytes);
	let fetch = || stored.fetch_range(&header, &case.owner, &OWNER, 3..5, &case.out());
	assert!(matches!(fetch(), Err(Error::Proof)));
	stored.objects().delete("body.proof").unwrap();
	assert!(matches!(fetch(), Err(Error::NoProof { .. })));
	case.nothing_left();
	stored.prove(&OWNER).unwrap();
	fetch().unwrap();
	assert!(fs::read(case.out()).unwrap() == case.text[3..5]);
}

#[test]
fn nothing_in_a_bucket_is_overwritten() {
	let case = Case::new(10);
	let store = case.bucket();
	let stored = case.add(&store).unwrap();
	let objects = stored.objects();
	objects.create("receipts/one.json", b"first", Access::Private).unwrap();
	let written = objects.write("receipts/one.json", Access::Private, |file| {
		file.write_all(b"second").map_err(Error::Write)
	});
	for refused in [objects.create("receipts/one.json", b"second", Access::Private), written] {
		let error = refused.unwrap_err();
		assert!(matches!(&error, Error::Exists { path } if path.ends_with("one.json")), "{error}");
	}
	assert_eq!(objects.read("receipts/one.json", 100).unwrap(), b"first");

	let input = case.folder.path().join("genome.vcf");
	let again = store.add(&input, "vcf", OWNER, &case.owner.public()).unwrap();
	let taken = format!("lab/one/{}/manifest.json", hex::encode(again.commitment().0));
	case.moto.put(&taken, b"of somebody else");
	let keys = case.moto.keys();
	assert!(matches!(again.finish(), Err(Error::Exists { .. })));
	assert_eq!(case.moto.keys(), keys);
	case.nothing_left();
}

#[test]
fn a_dataset_that_is_removed_is_gone_with_everything_under_it_alone() {
	let case = Case::new(10);
	let [gone, kept] = [(); 2].map(|()| case.add(&case.bucket()).unwrap());
	gone.objects().create("receipts/one.json", b"{}", Access::Private).unwrap();
	gone.objects().delete("headers/owner.c4gh-header").unwrap();
	gone.remove().unwrap();
	assert!(matches!(case.bucket().dataset(&gone.commitment()), Err(Error::NoDataset { .. })));
	let of_kept = format!("lab/one/{}/", hex::encode(kept.commitment().0));
	assert_eq!(case.moto.keys().len(), 4);
	assert!(case.moto.keys().iter().all(|key| key.starts_with(&of_kept)));
	case.fetch(&kept).unwrap();
}

#[test]
fn the_web_is_only_read() {
	let case = Case::new(10);
	let stored = case.add(&case.bucket()).unwrap();
	let keys = case.moto.keys();
	let seen = case.web().dataset(&stored.commitment()).unwrap();
	let header = seen.owner_header().unwrap();
	for refused in [
		case.add(&case.web()).map(drop),
		seen.put_header(&header).map(drop),
		seen.objects().write("x", Access::Shared, |_| Ok(())),
		seen.objects().delete("manifest.json"),
		seen.remove(),
	] {
		let error = refused.unwrap_err();
		assert!(matches!(error, Error::StoreReadOnly { .. }), "{error}");
		assert!(error.to_string().contains(&case.wire.url()), "{error}");
	}
	assert_eq!(case.moto.keys(), keys);
	case.nothing_left();
}

#[test]
fn what_was_changed_in_a_bucket_is_refused() {
	let case = Case::new(LARGE);
	let stored = case.add(&case.bucket()).unwrap();
	let at = |name: &str| format!("lab/one/{}/{name}", hex::encode(stored.commitment().0));
	let mut body = Vec::new();
	stored.body().unwrap().read_to_end(&mut body).unwrap();
	body[LARGE / 2] ^= 1;
	case.moto.put(&at("body.c4gh"), &body);
	assert!(matches!(case.fetch(&stored), Err(Error::WrongBody { .. })));
	case.moto.put(&at("body.c4gh"), &body[..BLOCK_TEXT_BYTES]);
	assert!(matches!(case.fetch(&stored), Err(Error::WrongBody { .. })));

	let before = case.wire.received();
	case.moto.put(&at("manifest.json"), &vec![b' '; 9 << 20]);
	assert!(matches!(stored.manifest(), Err(Error::Manifest { .. })));
	case.moto.put(&at("headers/owner.c4gh-header"), &vec![b' '; 9 << 20]);
	assert!(matches!(stored.owner_header(), Err(Error::Header { .. })));
	assert!(case.wire.received() - before < 8 << 20);
	case.nothing_left();
}

#[test]
fn what_is_skipped_is_not_fetched() {
	let case = Case::new(3 * LARGE);
	let stored = case.add(&case.bucket()).unwrap();
	let mut body = Vec::new();
	stored.body().unwrap().read_to_end(&mut body).unwrap();

	let before = case.wire.received();
	let mut opened = stored.body().unwrap();
	assert_eq!(opened.size(), body.len() as u64);
	let mut tail = Vec::new();
	opened.skip(7).unwrap();
	(&mut opened).take(5).read_to_end(&mut tail).unwrap();
	opened.skip(body.len() as u64 - 112).unwrap();
	opened.read_to_end(&mut tail).unwrap();
	assert_eq!(tail, [&body[7..12], &body[body.len() - 100..]].concat());
	// One piece, and what of the next was on its way.
	assert!(case.wire.received() - before < 10 << 20);

	let parts = stored.objects().ranges("body.c4gh", &[3..5, 9..9, 20_000_000..20_000_001]);
	assert_eq!(parts.unwrap(), [&body[3..5], &[], &body[20_000_000..20_000_001]]);
	let behind = body.len() as u64;
	let beyond = stored.objects().ranges("body.c4gh", &[0..1, behind - 1..behind + 1]);
	assert!(beyond.is_err());
}

#[test]
fn a_server_that_goes_during_an_upload_leaves_no_dataset() {
	for left in [100, 3 << 20, 8 << 20] {
		let case = Case::new(LARGE);
		let input = case.folder.path().join("genome.vcf");
		let pending = case.bucket().add(&input, "vcf", OWNER, &case.owner.public()).unwrap();
		let commitment = pending.commitment();
		case.wire.cut_after(left);
		let error = pending.finish().unwrap_err();
		assert!(matches!(error, Error::StoreAnswer { .. }), "{error}");
		assert!(error.to_string().contains("s3://ownome/lab/one/"), "{error}");
		case.nothing_left();
		let server = Store::new(format!("{}/ownome/lab/one", case.moto.url())).unwrap();
		assert!(matches!(server.dataset(&commitment), Err(Error::NoDataset { .. })));
	}
}

#[test]
fn a_server_that_goes_during_a_download_leaves_no_file() {
	for store in [Case::bucket, Case::web] {
		let case = Case::new(LARGE);
		case.add(&case.bucket()).unwrap();
		let stored = case.add(&case.bucket()).unwrap();
		let dataset = store(&case).dataset(&stored.commitment()).unwrap();
		case.wire.cut_after(6 << 20);
		let error = case.fetch(&dataset).unwrap_err();
		assert!(matches!(error, Error::StoreAnswer { .. }), "{error}");
		case.nothing_left();
	}
}

#[test]
fn a_store_that_is_not_there_is_said_in_a_sentence_without_secrets() {
	let case = Case::new(10);
	let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
	let stored = case.add(&case.bucket()).unwrap();
	env::set_var("AWS_ENDPOINT_URL", format!("http://{nobody}"));
	let mut shown = vec![format!("{stored:?} {:?} {:?}", case.bucket(), stored.body().unwrap())];
	for store in [case.bucket(), Store::new(format!("http://{nobody}/x")).unwrap()] {
		let error = store.dataset(&stored.commitment()).unwrap_err();
		assert!(matches!(error, Error::StoreAnswer { .. }), "{error}");
		assert!(error.to_string().contains("onnection refused"), "{error}");
		shown.push(format!("{error} {error:?}"));
	}
	env::set_var("AWS_ENDPOINT_URL", case.moto.url());
	let missing = Store::new("s3://no-such-bucket").unwrap();
	shown.push(case.add(&missing).unwrap_err().to_string());
	for shown in shown {
		assert!(!shown.contains(VARIABLES[2].1), "{shown}");
	}
}
