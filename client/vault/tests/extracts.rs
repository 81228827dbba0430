//! Extracts in the store: the grantee gets the part, byte for byte, and what failed leaves nothing.
#![allow(clippy::unwrap_used)]

use std::{
	fs,
	path::{Path, PathBuf},
};

use ownome_primitives::{Region, ResourceType};
use ownome_vault::{
	extract::{CutError, ExtractManifest, Part},
	header::Header,
	keys::SecretKey,
	store::{ExtractOf, Extracting, Store, StoredDataset, StoredExtract, Wanted},
	stream, Error,
};
use tempfile::{tempdir, TempDir};

const OWNER: [u8; 32] = [0xc0; 32];
const SCOPE: ExtractOf<'_> = ExtractOf { grant: 7, scope: "regions:chr1:1-9" };

struct Case {
	folder: TempDir,
	owner: SecretKey,
	reader: SecretKey,
	dataset: StoredDataset,
}

fn genome(count: u32) -> String {
	let header =
		"##fileformat=VCFv4.2\n##contig=<ID=chr1>\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";
	let line = |number| format!("chr1\t{number}\t.\tA\tG\t.\t.\t.\n");
	header.to_owned() + &(1..=count).map(line).collect::<String>()
}

fn part(start: u32, end: u32) -> Part {
	let contig = b"chr1".to_vec().try_into().unwrap();
	Part::Regions(vec![Region { contig, start, end }])
}

impl Case {
	fn new(count: u32) -> Self {
		let folder = tempdir().unwrap();
		let (owner, reader) = (SecretKey::generate().unwrap(), SecretKey::generate().unwrap());
		let input = folder.path().join("genome.vcf");
		fs::write(&input, genome(count)).unwrap();
		let store = Store::new(folder.path().join("store")).unwrap();
		let pending = store.add(&input, "vcf", OWNER, &owner.public()).unwrap();
		let dataset = pending.finish().unwrap();
		Self { folder, owner, reader, dataset }
	}

	fn add(&self, part: &Part) -> Result<[u8; 32], Error> {
		self.store(part).map(|extract| extract.delivered)
	}

	fn store(&self, part: &Part) -> Result<StoredExtract, Error> {
		let making = Extracting { secret: &self.owner, registrant: &OWNER, part, reference: None };
		self.dataset.add_extract(SCOPE, &self.reader.public(), &making)
	}

	fn fetch_part(&self, hash: &[u8; 32], of: ExtractOf<'_>, part: &Part) -> Result<String, Error> {
		let text = self.folder.path().join("out");
		let wanted = Wanted { secret: &self.reader, part, reference: None, text: &text };
		let format = self.dataset.fetch_extract(hash, of, &wanted);
		assert_eq!(text.exists(), format.is_ok());
		let read = fs::read_to_string(&text);
		format.map(|format| {
			assert_eq!(format, "vcf");
			fs::remove_file(text).unwrap();
			read.unwrap()
		})
	}

	fn fetch(&self, hash: &[u8; 32]) -> Result<String, Error> {
		self.fetch_part(hash, SCOPE, &Part::Everything)
	}

	/// What lies in the store for the dataset.
	fn files(&self) -> Vec<PathBuf> {
		fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
			for entry in fs::read_dir(folder).unwrap() {
				let path = entry.unwrap().path();
				match path.is_dir() {
					true => walk(&path, found),
					false => found.push(path),
				}
			}
		}
		let mut found = Vec::new();
		walk(self.dataset.path(), &mut found);
		found.sort();
		found
	}
}

#[test]
fn the_grantee_gets_the_part_and_not_what_was_narrowed_since() {
	let case = Case::new(20_000);
	let before = case.files();
	let extract = case.store(&part(2, 5)).unwrap();
	let hash = extract.delivered;
	assert_eq!(case.files().len(), before.len() + 3);
	let text = case.fetch(&hash).unwrap();
	assert_eq!(
		text,
		genome(5).replace("chr1\t1\t.\tA\tG\t.\t.\t.\nchr1\t2\t.\tA\tG\t.\t.\t.\n", "")
	);
	let less = case.fetch_part(&hash, SCOPE, &part(3, 4)).unwrap();
	assert!(less.ends_with("INFO\nchr1\t4\t.\tA\tG\t.\t.\t.\n"), "{less}");
	// A second one is another file under another key.
	assert_ne!(case.add(&part(2, 5)).unwrap(), hash);
	case.dataset.remove_extract(&extract).unwrap();
	assert!(matches!(case.fetch(&hash), Err(Error::NoExtract { grant: 7, .. })));
	assert_eq!(case.files().len(), before.len() + 3);
}

#[test]
fn the_chain_binds_every_byte_of_what_was_delivered() {
	let case = Case::new(10);
	let hash = case.add(&part(2, 5)).unwrap();
	let path = case.dataset.extract_path(&hash);
	let bytes = fs::read(&path).unwrap();
	let manifest = ExtractManifest::from_bytes(&bytes).unwrap();
	assert_eq!(bytes, manifest.to_bytes());
	assert_eq!(ExtractManifest::delivered_as(&bytes), hash);
	let header = path.with_file_name(format!("{}.c4gh-header", hex::encode(manifest.header)));
	let body = header.with_extension("c4gh-body");
	for path in [&path, &header, &body] {
		let good = fs::read(path).unwrap();
		for index in 0..good.len() {
			let mut bad = good.clone();
			bad[index] ^= 1 << (index % 8);
			fs::write(path, bad).unwrap();
			let error = case.fetch(&hash).unwrap_err();
			assert!(
				matches!(error, Error::WrongExtract { grant: 7 }),
				"{}: {error:?}",
				path.display()
			);
		}
		fs::write(path, good).unwrap();
	}
	case.fetch(&hash).unwrap();

	for of in [ExtractOf { grant: 8, ..SCOPE }, ExtractOf { scope: "regions:chr1:1-10", ..SCOPE }] {
		let error = case.fetch_part(&hash, of, &Part::Everything).unwrap_err();
		assert!(matches!(error, Error::OtherExtract { .. }), "{error:?}");
	}
}

#[test]
fn the_key_of_the_part_opens_nothing_of_the_whole() {
	let case = Case::new(20_000);
	let hash = case.add(&part(0, 20_000)).unwrap();
	let manifest =
		ExtractManifest::from_bytes(&fs::read(case.dataset.extract_path(&hash)).unwrap()).unwrap();
	let header = case
		.dataset
		.extract_path(&hash)
		.with_file_name(format!("{}.c4gh-header", hex::encode(manifest.header)));
	let header = Header::from_bytes(&fs::read(header).unwrap()).unwrap();
	let keys = header.open(&case.reader).unwrap();
	let opened = stream::decrypt_body(&keys, case.dataset.body().unwrap(), Vec::new());
	assert!(matches!(opened, Err(Error::Block { index: 0 })));
	assert!(matches!(header.open(&case.owner), Err(Error::NotForThisKey)));
}

#[test]
fn what_fails_leaves_nothing() {
	let case = Case::new(20_000);
	let before = case.files();
	let unknown = Region { contig: b"X".to_vec().try_into().unwrap(), start: 0, end: 1 };
	let error = case.add(&Part::Regions(vec![unknown])).unwrap_err();
	assert!(matches!(error, Error::Cut(CutError::UnknownContig { .. })), "{error:?}");
	let patient = ResourceType::try_from(b"Patient".to_vec()).unwrap();
	let error = case.add(&Part::Resources(vec![patient])).unwrap_err();
	assert!(matches!(error, Error::Cut(CutError::Format { .. })), "{error:?}");
	assert_eq!(case.files(), before);

	// Another body is told as such, also where it cannot be cut any more.
	let body = case.dataset.path().join("body.c4gh");
	let good = fs::read(&body).unwrap();
	let mut swapped = good.clone();
	let (first, second) = swapped.split_at_mut(stream::BLOCK_BYTES);
	first.swap_with_slice(&mut second[..stream::BLOCK_BYTES]);
	fs::write(&body, swapped).unwrap();
	let error = case.add(&part(0, 9)).unwrap_err();
	assert!(matches!(error, Error::WrongBody { .. }), "{error:?}");
	assert_eq!(case.files(), before);
	fs::write(&body, good).unwrap();

	let other =
		Header::new(&ownome_vault::header::DataKey::generate().unwrap(), &[case.owner.public()]);
	let owner = case.dataset.path().join("headers/owner.c4gh-header");
	fs::write(owner, other.unwrap().as_bytes()).unwrap();
	let error = case.add(&part(0, 9)).unwrap_err();
	assert!(matches!(error, Error::WrongOwnerHeader { .. }), "{error:?}");
	assert_eq!(case.files(), before);
}
