//! The store in which datasets are kept: a folder, a bucket of an S3-compatible server, or, to read only, a folder of a web
//! server. There is one sub-folder, or prefix, for each commitment:
//!
//! ```text
//! STORE/<commitment in hex>/body.c4gh                        the data blocks, the same for every reader
//! STORE/<commitment in hex>/body.proof                       checks a part of the body without the rest
//! STORE/<commitment in hex>/manifest.json                    what the commitment is to
//! STORE/<commitment in hex>/headers/owner.c4gh-header        lets the owner in
//! STORE/<commitment in hex>/headers/<hash>.c4gh-header       lets the grantee of one grant in
//! ```
//!
//! For a grant that opens a part there are instead, each with a name of its own:
//!
//! ```text
//! STORE/<commitment in hex>/extracts/<hash>.json             what is delivered: an [`ExtractManifest`]
//! STORE/<commitment in hex>/extracts/<header>.c4gh-header    lets the grantee in
//! STORE/<commitment in hex>/extracts/<header>.c4gh-body      the data blocks of the part
//! ```
//!
//! The header of a grant is named by its [`Header::hash`], which is on the chain, as is that of an extract's manifest: whatever else is
//! written, it is never overwritten.
//!
//! A header followed by the body is a Crypt4GH file. Sub-folders are readable by the user who made
//! them only. Nothing in a store has to be trusted: [`StoredDataset::fetch`], [`StoredDataset::fetch_range`],
//! [`StoredDataset::fetch_extract`] and [`StoredDataset::header_for`] check all of it.
//!
//! [`ExtractManifest`]: crate::extract::ExtractManifest
//!
//! A dataset is there as a whole or not at all: a sub-folder gets its name when all is in it, and in a bucket
//! the manifest, without which there is no dataset, comes last. Whatever is in a store is never overwritten.
//!
//! Bucket and prefix are in the name of the store; the server, the region and the credentials are in the usual
//! environment variables, `AWS_ENDPOINT_URL`, `AWS_REGION`, `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and the others.

mod background;
mod bounded;
mod extracts;
mod object;
mod objects;
mod part;
mod place;
mod proof;
mod upload;

pub use extracts::{ExtractOf, Extracting, StoredExtract, Wanted};
pub use object::Object;
pub use objects::Objects;

use std::{
	env, fmt, fs,
	io::{self, Read, Write},
	ops::Range,
	path::{Path, PathBuf},
	slice,
	sync::{Arc, OnceLock},
	thread,
};

use object_store::ObjectStore;
use ownome_primitives::{Commitment, Seal};
use tempfile::TempDir;

use self::{background::Failure, part::Part, place::Place, proof::Proving};
use crate::{
	extract,
	files::{self, sync_folder, Access},
	hashing::Hashing,
	header::{DataKey, Header, MAX_HEADER_BYTES},
	interrupt,
	keys::{PublicKey, SecretKey},
	manifest::{check_format, seal, Manifest, MAX_MANIFEST_BYTES},
	progress::Counted,
	stream::{self, BLOCK_BYTES},
	Error, Result,
};

const BODY: &str = "body.c4gh";
const PROOF: &str = "body.proof";
const MANIFEST: &str = "manifest.json";
const HEADERS: &str = "headers";
const OWNER: &str = "owner";
/// How much of a body is proved before it is time to see whether somebody wants the work to end.
const PROVED_BYTES: usize = 1 << 20;

/// A store of datasets.
#[derive(Clone)]
pub struct Store {
	name: PathBuf,
	place: Place,
	/// There once it has been needed.
	connection: Arc<OnceLock<Arc<dyn ObjectStore>>>,
}

impl fmt::Debug for Store {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.debug_tuple("Store").field(&self.name).finish()
	}
}

impl Store {
	/// The store of a name: a folder, which need not exist yet, `s3://bucket/prefix`, or `https://host/path`.
	///
	/// # Errors
	/// [`Error::StoreName`].
	pub fn new(name: impl Into<PathBuf>) -> Result<Self> {
		let name = name.into();
		let place = Place::of(&name)?;
		Ok(Self { name, place, connection: Arc::default() })
	}

	/// Encrypts the file `text` under a new data key, for `reader` alone, in one pass. The account `owner` is
	/// the one that is to register it. The dataset waits under a temporary name until
	/// [`PendingDataset::finish`].
	///
	/// # Errors
	/// [`Error::FormatName`], [`Error::WeakPublicKey`], [`Error::ReadPath`], [`Error::WritePath`],
	/// [`Error::DiskFull`], [`Error::StoreReadOnly`], [`Error::Random`] and [`Error::Interrupted`].
	pub fn add(
		&self,
		text: &Path,
		format: &str,
		owner: [u8; 32],
		reader: &PublicKey,
	) -> Result<PendingDataset> {
		self.place.expect_writable(&self.name)?;
		self.add_text(Counted(files::open(text)?), text, format, owner, reader)
	}

	/// The same, of a text that comes from anywhere; `from` is for the error.
	fn add_text(
		&self,
		mut text: impl Read + Send,
		from: &Path,
		format: &str,
		owner: [u8; 32],
		reader: &PublicKey,
	) -> Result<PendingDataset> {
		check_format(format)?;
		self.place.expect_writable(&self.name)?;
		let key = DataKey::generate()?;
		let header = Header::new(&key, &[*reader])?;
		// A server does not rename, and what a dataset is called is known at the end.
		let waiting = match self.place {
			Place::Folder => self.name.clone(),
			_ => env::temp_dir(),
		};
		let failed = |source| Error::write(&waiting, source);
		fs::create_dir_all(&waiting).map_err(failed)?;
		let folder = tempfile::Builder::new()
			.prefix(".incoming-")
			.tempdir_in(&waiting)
			.map_err(failed)?;

		let at = |name: &str| folder.path().join(name);
		let (body_bytes, body_blake3) = files::create(&at(BODY), Access::Shared, |file| {
			files::create(&at(PROOF), Access::Shared, |proof| {
				let mut body = Proving::new(file, proof);
				stream::encrypt_body(&key, &mut text, &mut body)
					.and_then(|()| body.finish())
					.map_err(|error| error.between(from, &waiting))
			})
		})?;
		let headers = at(HEADERS);
		fs::create_dir(&headers).map_err(|source| Error::write(&headers, source))?;
		create_with(&at(&header_name(OWNER)), header.as_bytes())?;
		let manifest = Manifest::new(owner, format, body_bytes, body_blake3)?;
		let bytes = manifest.to_bytes();
		create_with(&at(MANIFEST), &bytes)?;
		Ok(PendingDataset { store: self.clone(), folder, manifest, seal: Seal(seal(&bytes)) })
	}

	/// The dataset behind a commitment.
	///
	/// # Errors
	/// [`Error::NoDataset`], [`Error::ReadPath`], [`Error::StoreAnswer`] and [`Error::Interrupted`].
	pub fn dataset(&self, commitment: &Commitment) -> Result<StoredDataset> {
		let dataset = match self.named(commitment) {
			Ok(dataset) => Some(dataset),
			Err(Error::ReadPath { source, .. }) if source.kind() == io::ErrorKind::NotFound => None,
			Err(error) => return Err(error),
		};
		match dataset {
			Some(dataset) if dataset.objects.exists(MANIFEST)? => Ok(dataset),
			_ => Err(Error::NoDataset {
				store: self.name.clone(),
				commitment: hex::encode(commitment.0),
			}),
		}
	}

	/// What a dataset is called, whether there is one or not.
	fn named(&self, commitment: &Commitment) -> Result<StoredDataset> {
		let name = hex::encode(commitment.0);
		let connection = match self.connection.get() {
			Some(connection) => connection,
			None => {
				let connection = self
					.place
					.connect(&self.name)
					.map_err(|error| Failure::from(error).read(&self.name))?;
				self.connection.get_or_init(|| connection)
			},
		};
		let prefix = self.place.prefix().join(name.as_str());
		let path = self.name.join(name);
		let objects = Objects::new(path, self.place.clone(), connection.clone(), prefix);
		Ok(StoredDataset { objects, commitment: *commitment })
	}
}

/// A dataset that is complete but for its name. It is removed if it is dropped.
#[derive(Debug)]
pub struct PendingDataset {
	store: Store,
	folder: TempDir,
	manifest: Manifest,
	seal: Seal,
}

impl PendingDataset {
	/// What the owner registers on the chain.
	pub fn seal(&self) -> Seal {
		self.seal
	}

	/// What is sealed.
	pub fn manifest(&self) -> &Manifest {
		&self.manifest
	}

	/// What the chain makes of the seal when the owner registers it.
	pub fn commitment(&self) -> Commitment {
		Commitment::new(&self.manifest.owner, &self.seal)
	}

	/// Puts the dataset in its place in the store.
	///
	/// # Errors
	/// [`Error::Exists`], [`Error::WritePath`], [`Error::DiskFull`], [`Error::StoreAnswer`] and
	/// [`Error::Interrupted`].
	pub fn finish(self) -> Result<StoredDataset> {
		let dataset = self.store.named(&self.commitment())?;
		match self.store.place {
			Place::Folder => self.rename(dataset.path())?,
			_ => self.send(&dataset.objects)?,
		}
		Ok(dataset)
	}

	fn rename(self, folder: &Path) -> Result<()> {
		if folder.symlink_metadata().is_ok() {
			return Err(Error::Exists { path: folder.into() });
		}
		fs::rename(self.folder.path(), folder).map_err(|source| Error::write(folder, source))?;
		// The folder has another name now, so there is nothing left to remove.
		let _ = self.folder.keep();
		sync_folder(folder)
	}

	fn send(&self, objects: &Objects) -> Result<()> {
		if objects.exists(MANIFEST)? {
			return Err(Error::Exists { path: objects.path().into() });
		}
		// The manifest comes last: with it, there is a dataset.
		let sent = [BODY, PROOF, &header_name(OWNER), MANIFEST]
			.into_iter()
			.try_for_each(|name| objects.send(name, &self.folder.path().join(name)));
		sent.inspect_err(|_| {
			// What cannot be removed is no dataset, and in nobody's way.
			let _ = objects.delete_all(MANIFEST);
		})
	}
}

/// A dataset in a store.
#[derive(Clone, Debug)]
pub struct StoredDataset {
	objects: Objects,
	commitment: Commitment,
}

impl StoredDataset {
	/// The name of the dataset in the store; where that is a folder, the path of its sub-folder.
	pub fn path(&self) -> &Path {
		self.objects.path()
	}

	/// All that lies in the store for this dataset.
	pub fn objects(&self) -> &Objects {
		&self.objects
	}

	/// The commitment.
	pub fn commitment(&self) -> Commitment {
		self.commitment
	}

	/// The manifest and its seal, whether they are genuine or not: [`StoredDataset::manifest_of`] sees to it.
	///
	/// # Errors
	/// [`Error::ReadPath`] and [`Error::Manifest`].
	pub fn manifest(&self) -> Result<(Manifest, [u8; 32])> {
		let bytes = self.objects.read(MANIFEST, MAX_MANIFEST_BYTES)?;
		Ok((Manifest::from_bytes(&bytes, &self.objects.path_of(MANIFEST))?, seal(&bytes)))
	}

	/// The manifest, if it is what the account `registrant` committed to, and names this account.
	///
	/// # Errors
	/// [`Error::WrongManifest`], [`Error::CopiedManifest`], [`Error::ReadPath`] and [`Error::Manifest`].
	pub fn manifest_of(&self, registrant: &[u8; 32]) -> Result<Manifest> {
		let (manifest, seal) = self.manifest()?;
		if Commitment::new(registrant, &Seal(seal)) != self.commitment {
			return Err(Error::WrongManifest { commitment: self.name() });
		}
		manifest.check_registrant(registrant, &self.commitment)?;
		Ok(manifest)
	}

	/// The data blocks, to be read from the first.
	///
	/// # Errors
	/// [`Error::ReadPath`].
	pub fn body(&self) -> Result<Object> {
		self.objects.open(BODY)
	}

	/// The header that lets the owner in.
	///
	/// # Errors
	/// [`Error::ReadPath`] and [`Error::Header`].
	pub fn owner_header(&self) -> Result<Header> {
		self.read_header(OWNER)
	}

	/// The header stored under a hash. Whether it has this hash is for the caller to see.
	///
	/// # Errors
	/// [`Error::ReadPath`], also if there is none, and [`Error::Header`].
	pub fn header(&self, hash: &[u8; 32]) -> Result<Header> {
		self.read_header(&hex::encode(hash))
	}

	/// Stores a new header under its hash, and gives its name among the [`StoredDataset::objects`].
	///
	/// # Errors
	/// As [`Objects::create`].
	pub fn put_header(&self, header: &Header) -> Result<String> {
		let name = header_name(&hex::encode(header.hash()));
		self.objects.create(&name, header.as_bytes(), Access::Shared)?;
		Ok(name)
	}

	/// Removes the dataset from the store, also while work is being interrupted.
	///
	/// # Errors
	/// [`Error::WritePath`], [`Error::StoreReadOnly`] and [`Error::StoreAnswer`].
	pub fn remove(&self) -> Result<()> {
		self.objects.delete_all(MANIFEST)
	}

	/// A header that lets `reader` in, made by the owner, whose key is `secret`, of what the account
	/// `registrant` registered. Whoever keeps the store could have put data keys of other datasets into the
	/// owner's header. So the whole body is read, as [`StoredDataset::fetch`] does, and `reader` gets the one
	/// data key that decrypts all of it.
	///
	/// # Errors
	/// [`Error::WrongManifest`], [`Error::CopiedManifest`], [`Error::WrongBody`],
	/// [`Error::WrongOwnerHeader`], [`Error::NotForThisKey`], [`Error::UnsupportedPacket`],
	/// [`Error::Header`], [`Error::Manifest`],
	/// [`Error::WeakPublicKey`], [`Error::ReadPath`], [`Error::Random`] and [`Error::Interrupted`].
	pub fn header_for(
		&self,
		secret: &SecretKey,
		reader: &PublicKey,
		registrant: &[u8; 32],
	) -> Result<Header> {
		let manifest = self.manifest_of(registrant)?;
		let key = self.open_body(secret, &manifest, |key, body| {
			stream::decrypt_body(slice::from_ref(key), body, io::sink())
		})?;
		Header::new(&key, &[*reader])
	}

	/// Encrypts the dataset anew, under a new data key and for `reader` alone, as a dataset in the store `into` that `owner` is to register. As
	/// for [`StoredDataset::header_for`], all of it is checked; the text is never in a file.
	///
	/// # Errors
	/// As [`StoredDataset::header_for`] and [`Store::add`].
	pub fn rekey(
		&self,
		secret: &SecretKey,
		registrant: &[u8; 32],
		into: &Store,
		owner: [u8; 32],
		reader: &PublicKey,
	) -> Result<PendingDataset> {
		into.place.expect_writable(&into.name)?;
		let manifest = self.manifest_of(registrant)?;
		let mut added = None;
		self.open_body(secret, &manifest, |key, blocks| {
			let (text, whole) = io::pipe().map_err(Error::Write)?;
			thread::scope(|scope| {
				let decrypting =
					scope.spawn(|| stream::decrypt_body(slice::from_ref(key), blocks, whole));
				added = Some(into.add_text(text, self.path(), &manifest.format, owner, reader));
				match decrypting.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)) {
					// Nobody reads any more, and the reader says why.
					Err(Error::Write(_)) => Ok(()),
					decrypted => decrypted,
				}
			})
		})?;
		added.unwrap_or(Err(Error::Interrupted))
	}

	/// Reads the body, which is the one of the manifest, with the one data key in the owner's header that opens it. `decrypt` gets this key
	/// and the blocks, and says whether the key opens all of them.
	fn open_body(
		&self,
		secret: &SecretKey,
		manifest: &Manifest,
		decrypt: impl FnOnce(&DataKey, &mut (dyn Read + Send)) -> Result<()>,
	) -> Result<DataKey> {
		let keys = self.owner_header()?.open(secret)?;
		let opened = self.read_body(manifest, |body| {
			let mut first = Vec::new();
			(&mut *body)
				.take(BLOCK_BYTES as u64)
				.read_to_end(&mut first)
				.map_err(Error::Read)?;
			let key = match first.is_empty() {
				// There is nothing to open, and no way to tell whose keys these are.
				true => DataKey::generate()?,
				false => first_that_opens(keys, &first)?,
			};
			decrypt(&key, &mut first.as_slice().chain(body))?;
			Ok(key)
		})?;
		opened.ok_or_else(|| Error::WrongOwnerHeader { commitment: self.name() })
	}

	/// Decrypts the dataset into the file `text`, which is written only if everything is as it was
	/// committed to: the manifest by the account `registrant`, which it has to name, and the body
	/// according to the manifest.
	///
	/// # Errors
	/// [`Error::WrongManifest`], [`Error::CopiedManifest`], [`Error::WrongBody`],
	/// [`Error::WrongHeader`], [`Error::NotForThisKey`], [`Error::UnsupportedPacket`],
	/// [`Error::Manifest`], [`Error::Exists`], [`Error::ReadPath`],
	/// [`Error::WritePath`], [`Error::DiskFull`] and [`Error::Interrupted`].
	pub fn fetch(
		&self,
		header: &Header,
		secret: &SecretKey,
		registrant: &[u8; 32],
		text: &Path,
	) -> Result<Manifest> {
		let part = &extract::Part::Everything;
		self.fetch_part(header, registrant, &Wanted { secret, part, reference: None, text })?;
		self.manifest_of(registrant)
	}

	/// As [`StoredDataset::fetch`], and writes only a part of the text. Gives the format of what is written.
	///
	/// # Errors
	/// As [`StoredDataset::fetch`], and [`Error::Cut`].
	pub fn fetch_part(
		&self,
		header: &Header,
		registrant: &[u8; 32],
		wanted: &Wanted<'_>,
	) -> Result<String> {
		let manifest = self.manifest_of(registrant)?;
		let keys = header.open(wanted.secret)?;
		wanted.write(&manifest.format, |decrypt| {
			self.read_body(&manifest, |body| decrypt(&keys, body))?
				.ok_or_else(|| Error::WrongHeader { commitment: self.name() })
		})
	}

	/// Decrypts the bytes `range` of the text into the file `text`, and reads no more of the body than the blocks they are in. Each of
	/// them is checked against the manifest with the proof file before it is decrypted.
	///
	/// # Errors
	/// As [`StoredDataset::fetch`], where [`Error::Proof`] stands for [`Error::WrongBody`], and [`Error::NoProof`].
	pub fn fetch_range(
		&self,
		header: &Header,
		secret: &SecretKey,
		registrant: &[u8; 32],
		range: Range<u64>,
		text: &Path,
	) -> Result<Manifest> {
		let manifest = self.manifest_of(registrant)?;
		let keys = header.open(secret)?;
		let blocks = stream::blocks_of(&range, manifest.body_bytes);
		let part = Part::new(&self.objects, &manifest, blocks);
		files::create(text, Access::Private, |output| {
			stream::decrypt_blocks(&keys, range, part, output).map_err(|error| match error {
				Error::Block { .. } => Error::WrongHeader { commitment: self.name() },
				Error::Read(source) => Error::read(&self.objects.path_of(BODY), source),
				other => other,
			})
		})?;
		Ok(manifest)
	}

	/// Makes the proof file of the body, which has to be as the account `registrant` committed to, and gives its name among the
	/// [`StoredDataset::objects`]. Datasets have one from the beginning; older ones do not.
	///
	/// # Errors
	/// [`Error::WrongManifest`], [`Error::CopiedManifest`], [`Error::WrongBody`], [`Error::Manifest`], [`Error::ReadPath`],
	/// and as [`Objects::create`].
	pub fn prove(&self, registrant: &[u8; 32]) -> Result<&'static str> {
		let manifest = self.manifest_of(registrant)?;
		let wrong = || Error::WrongBody { commitment: self.name() };
		let path = self.objects.path_of(BODY);
		let stored = self.body()?;
		if stored.size() != manifest.body_bytes {
			return Err(wrong());
		}
		self.objects.write(PROOF, Access::Shared, |proof| {
			let mut body = stored.take(manifest.body_bytes);
			let mut proving = Proving::new(io::sink(), proof);
			let mut piece = vec![0; PROVED_BYTES];
			loop {
				interrupt::check()?;
				match body.read(&mut piece).map_err(|source| Error::read(&path, source))? {
					0 => break,
					count => proving.write_all(&piece[..count]).map_err(Error::Write)?,
				}
			}
			match proving.finish()? == (manifest.body_bytes, manifest.body_blake3) {
				true => Ok(PROOF),
				false => Err(wrong()),
			}
		})
	}

	fn name(&self) -> String {
		hex::encode(self.commitment.0)
	}

	/// What `decrypt` makes of the body, which is the one of the manifest; nothing if it cannot be
	/// decrypted.
	fn read_body<T>(
		&self,
		manifest: &Manifest,
		decrypt: impl FnOnce(&mut (dyn Read + Send)) -> Result<T>,
	) -> Result<Option<T>> {
		let digest = (manifest.body_bytes, manifest.body_blake3);
		let wrong = || Error::WrongBody { commitment: self.name() };
		read_blocks(&self.objects, BODY, digest, wrong, decrypt)
	}

	fn read_header(&self, name: &str) -> Result<Header> {
		Header::from_bytes(&self.objects.read(&header_name(name), MAX_HEADER_BYTES)?)
	}
}

/// The first of the keys that opens the first block of a body.
fn first_that_opens(keys: Vec<DataKey>, first: &[u8]) -> Result<DataKey> {
	for key in keys {
		match stream::decrypt_body(slice::from_ref(&key), first, io::sink()) {
			Ok(()) => return Ok(key),
			Err(Error::Block { .. }) => {},
			Err(error) => return Err(error),
		}
	}
	Err(Error::Block { index: 0 })
}

/// What `decrypt` makes of the blocks under a name, which have this length and hash, or are `wrong`; nothing if they cannot be decrypted.
fn read_blocks<T>(
	objects: &Objects,
	name: &str,
	digest: (u64, [u8; 32]),
	wrong: impl Fn() -> Error,
	decrypt: impl FnOnce(&mut (dyn Read + Send)) -> Result<T>,
) -> Result<Option<T>> {
	let path = objects.path_of(name);
	let failed = |source| Error::read(&path, source);
	let stored = objects.open(name)?;
	if stored.size() != digest.0 {
		return Err(wrong());
	}
	// The blocks may change while they are read: no more is read than there should be.
	let mut blocks = Hashing::new(Counted(stored.take(digest.0)));
	let made = match decrypt(&mut blocks) {
		Ok(made) => Some(made),
		Err(Error::Block { .. }) => None,
		Err(Error::Read(source)) => return Err(failed(source)),
		Err(error) => return Err(error),
	};
	io::copy(&mut blocks, &mut io::sink()).map_err(failed)?;
	match blocks.digest() == digest {
		true => Ok(made),
		false => Err(wrong()),
	}
}

fn header_name(header: &str) -> String {
	format!("{HEADERS}/{header}.c4gh-header")
}

fn create_with(path: &Path, bytes: &[u8]) -> Result<()> {
	files::create(path, Access::Shared, |file| file.write_all(bytes).map_err(Error::Write))
}
