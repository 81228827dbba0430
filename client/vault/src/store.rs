//! The folder in which datasets are kept, one sub-folder for each commitment:
//!
//! ```text
//! STORE/<commitment in hex>/body.c4gh                        the data blocks, the same for every reader
//! STORE/<commitment in hex>/manifest.json                    what the commitment is to
//! STORE/<commitment in hex>/headers/owner.c4gh-header        lets the owner in
//! STORE/<commitment in hex>/headers/<hash>.c4gh-header       lets the grantee of one grant in
//! ```
//!
//! The header of a grant is named by its [`Header::hash`], which is on the chain: whatever else is
//! written, it is never overwritten.
//!
//! A header followed by the body is a Crypt4GH file. The sub-folders are readable by the user who made
//! them only. Nothing in them has to be trusted: [`StoredDataset::fetch`] and [`StoredDataset::header_for`]
//! check all of it.

use std::{
	fs::{self, File},
	io::{self, Read, Write},
	path::{Path, PathBuf},
	slice,
};

use ownome_primitives::{Commitment, Seal};
use tempfile::TempDir;

use crate::{
	files::{self, read_bounded, sync_folder, Access},
	hashing::Hashing,
	header::{DataKey, Header, MAX_HEADER_BYTES},
	keys::{PublicKey, SecretKey},
	manifest::{check_format, seal, Manifest},
	progress::Counted,
	stream::{self, BLOCK_BYTES},
	Error, Result,
};

const BODY: &str = "body.c4gh";
const MANIFEST: &str = "manifest.json";
const HEADERS: &str = "headers";
const OWNER: &str = "owner";

/// A folder of datasets.
#[derive(Clone, Debug)]
pub struct Store {
	root: PathBuf,
}

impl Store {
	/// The store in a folder, which need not exist yet.
	pub fn new(root: impl Into<PathBuf>) -> Self {
		Self { root: root.into() }
	}

	/// Encrypts the file `text` under a new data key, for `reader` alone, in one pass. The account `owner` is
	/// the one that is to register it. The dataset waits under a temporary name until
	/// [`PendingDataset::finish`].
	///
	/// # Errors
	/// [`Error::FormatName`], [`Error::WeakPublicKey`], [`Error::ReadPath`], [`Error::WritePath`],
	/// [`Error::DiskFull`] and [`Error::Random`].
	pub fn add(
		&self,
		text: &Path,
		format: &str,
		owner: [u8; 32],
		reader: &PublicKey,
	) -> Result<PendingDataset> {
		check_format(format)?;
		let mut input = Counted(files::open(text)?);
		let key = DataKey::generate()?;
		let header = Header::new(&key, &[*reader])?;
		let failed = |source| Error::write(&self.root, source);
		fs::create_dir_all(&self.root).map_err(failed)?;
		let folder = tempfile::Builder::new()
			.prefix(".incoming-")
			.tempdir_in(&self.root)
			.map_err(failed)?;

		let path = folder.path().join(BODY);
		let (body_bytes, body_blake3) = files::create(&path, Access::Shared, |file| {
			let mut body = Hashing::new(file);
			stream::encrypt_body(&key, &mut input, &mut body)
				.map_err(|error| error.between(text, &self.root))?;
			Ok(body.digest())
		})?;
		let headers = folder.path().join(HEADERS);
		fs::create_dir(&headers).map_err(|source| Error::write(&headers, source))?;
		create_with(&headers.join(file_of(OWNER)), header.as_bytes())?;
		let manifest = Manifest::new(owner, format, body_bytes, body_blake3)?;
		let bytes = manifest.to_bytes();
		create_with(&folder.path().join(MANIFEST), &bytes)?;
		Ok(PendingDataset { store: self.clone(), folder, manifest, seal: Seal(seal(&bytes)) })
	}

	/// The dataset behind a commitment.
	///
	/// # Errors
	/// [`Error::NoDataset`].
	pub fn dataset(&self, commitment: &Commitment) -> Result<StoredDataset> {
		let name = hex::encode(commitment.0);
		let folder = self.root.join(&name);
		if !folder.is_dir() {
			return Err(Error::NoDataset { store: self.root.clone(), commitment: name });
		}
		Ok(StoredDataset { folder, commitment: *commitment })
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
	/// [`Error::Exists`], [`Error::WritePath`] and [`Error::DiskFull`].
	pub fn finish(self) -> Result<StoredDataset> {
		let commitment = self.commitment();
		let folder = self.store.root.join(hex::encode(commitment.0));
		if folder.symlink_metadata().is_ok() {
			return Err(Error::Exists { path: folder });
		}
		fs::rename(self.folder.path(), &folder).map_err(|source| Error::write(&folder, source))?;
		// The folder has another name now, so there is nothing left to remove.
		let _ = self.folder.keep();
		sync_folder(&folder)?;
		Ok(StoredDataset { folder, commitment })
	}
}

/// A dataset in a store.
#[derive(Clone, Debug)]
pub struct StoredDataset {
	folder: PathBuf,
	commitment: Commitment,
}

impl StoredDataset {
	/// The folder of the dataset.
	pub fn path(&self) -> &Path {
		&self.folder
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
		Manifest::read(&self.folder.join(MANIFEST))
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
	pub fn body(&self) -> Result<File> {
		files::open(&self.folder.join(BODY))
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

	/// Stores a new header under its hash, and says where.
	///
	/// # Errors
	/// [`Error::Exists`], [`Error::WritePath`] and [`Error::DiskFull`].
	pub fn put_header(&self, header: &Header) -> Result<PathBuf> {
		let path = self.header_path(&hex::encode(header.hash()));
		create_with(&path, header.as_bytes())?;
		Ok(path)
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
		let keys = self.owner_header()?.open(secret)?;
		let key = self.read_body(&manifest, |body| {
			let mut first = Vec::new();
			(&mut *body)
				.take(BLOCK_BYTES as u64)
				.read_to_end(&mut first)
				.map_err(Error::Read)?;
			if first.is_empty() {
				// There is nothing to open, and no way to tell whose keys these are.
				return DataKey::generate();
			}
			let opens = |key: &DataKey, blocks: &mut (dyn Read + Send)| {
				stream::decrypt_body(slice::from_ref(key), blocks, io::sink())
			};
			for key in keys {
				match opens(&key, &mut &first[..]) {
					Ok(()) => return opens(&key, body).map(|()| key),
					Err(Error::Block { .. }) => {},
					Err(error) => return Err(error),
				}
			}
			Err(Error::Block { index: 0 })
		})?;
		let wrong = || Error::WrongOwnerHeader { commitment: self.name() };
		Header::new(&key.ok_or_else(wrong)?, &[*reader])
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
		let manifest = self.manifest_of(registrant)?;
		let keys = header.open(secret)?;
		files::create(text, Access::Private, |output| {
			self.read_body(&manifest, |body| stream::decrypt_body(&keys, body, output))?
				.ok_or_else(|| Error::WrongHeader { commitment: self.name() })
		})?;
		Ok(manifest)
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
		let wrong = || Error::WrongBody { commitment: self.name() };
		let path = self.folder.join(BODY);
		let failed = |source| Error::read(&path, source);
		let file = self.body()?;
		if file.metadata().map_err(failed)?.len() != manifest.body_bytes {
			return Err(wrong());
		}
		// The file may change while it is read: no more is read than the manifest says.
		let mut body = Hashing::new(Counted(file.take(manifest.body_bytes)));
		let made = match decrypt(&mut body) {
			Ok(made) => Some(made),
			Err(Error::Block { .. }) => None,
			Err(Error::Read(source)) => return Err(failed(source)),
			Err(error) => return Err(error),
		};
		io::copy(&mut body, &mut io::sink()).map_err(failed)?;
		if body.digest() != (manifest.body_bytes, manifest.body_blake3) {
			return Err(wrong());
		}
		Ok(made)
	}

	fn header_path(&self, name: &str) -> PathBuf {
		self.folder.join(HEADERS).join(file_of(name))
	}

	fn read_header(&self, name: &str) -> Result<Header> {
		Header::from_bytes(&read_bounded(&self.header_path(name), MAX_HEADER_BYTES)?)
	}
}

fn file_of(header: &str) -> String {
	format!("{header}.c4gh-header")
}

fn create_with(path: &Path, bytes: &[u8]) -> Result<()> {
	files::create(path, Access::Shared, |file| file.write_all(bytes).map_err(Error::Write))
}
