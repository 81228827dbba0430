//! What lies under one name in a store.

use std::{
	fmt, fs,
	io::{self, Write},
	ops::Range,
	path::{Path, PathBuf},
	sync::Arc,
	time::Duration,
};

use bytes::Bytes;
use object_store::{coalesce_ranges, path::Path as Key, ListResult, ObjectStore, ObjectStoreExt};
use tokio::time;

use super::{
	background::{run, run_whole},
	bounded,
	object::{first, Object},
	place::Place,
	upload,
};
use crate::{
	files::{self, sync_folder, Access},
	stream::Skip,
	Error, Result,
};

/// How long a server may take to send something small.
const PATIENCE: Duration = Duration::from_secs(60);

/// The objects under one name in a store. Their own names have slashes between their parts.
#[derive(Clone)]
pub struct Objects {
	/// The name, for people; where the store is a folder, it is the path.
	name: PathBuf,
	place: Place,
	store: Arc<dyn ObjectStore>,
	prefix: Key,
}

impl fmt::Debug for Objects {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.debug_tuple("Objects").field(&self.name).finish()
	}
}

impl Objects {
	pub(super) fn new(
		name: PathBuf,
		place: Place,
		store: Arc<dyn ObjectStore>,
		prefix: Key,
	) -> Self {
		Self { name, place, store, prefix }
	}

	/// The name of all of them together.
	pub fn path(&self) -> &Path {
		&self.name
	}

	/// The full name of one of them.
	pub fn path_of(&self, name: &str) -> PathBuf {
		self.name.join(name)
	}

	/// Whether there is an object of this name.
	///
	/// # Errors
	/// [`Error::ReadPath`], [`Error::StoreAnswer`] and [`Error::Interrupted`].
	pub fn exists(&self, name: &str) -> Result<bool> {
		let (store, key) = (self.store.clone(), self.key(name));
		match run(async move { first(&store, &key, 1).await.map(drop) }) {
			Ok(()) => Ok(true),
			Err(failure) if failure.is_not_found() => Ok(false),
			Err(failure) => Err(failure.read(&self.path_of(name))),
		}
	}

	/// Reads one byte more than `max` at most, so that the reader of the bytes sees that there are too many.
	///
	/// # Errors
	/// [`Error::ReadPath`], also if there is none, [`Error::StoreAnswer`] and [`Error::Interrupted`].
	pub fn read(&self, name: &str, max: usize) -> Result<Vec<u8>> {
		let (store, key) = (self.store.clone(), self.key(name));
		let enough = max as u64 + 1;
		let read = async move { bounded::first(first(&store, &key, enough).await?, enough).await };
		run(async {
			let late = |_| Err(io::Error::from(io::ErrorKind::TimedOut).into());
			time::timeout(PATIENCE, read).await.unwrap_or_else(late)
		})
		.map_err(|failure| failure.read(&self.path_of(name)))
	}

	/// Opens an object to be read from its beginning.
	///
	/// # Errors
	/// [`Error::ReadPath`], also if there is none, [`Error::StoreAnswer`] and [`Error::Interrupted`].
	pub fn open(&self, name: &str) -> Result<Object> {
		let path = self.path_of(name);
		let (store, key, stored) = (self.store.clone(), self.key(name), path.clone());
		run(async move { Object::open(store, key, stored).await })
			.map_err(|failure| failure.read(&path))
	}

	/// Opens a part of an object, of which nothing else is fetched.
	pub(super) fn open_range(&self, name: &str, range: Range<u64>) -> Result<Object> {
		let (store, key, path) = (self.store.clone(), self.key(name), self.path_of(name));
		if self.place != Place::Folder {
			return Ok(Object::part(store, key, path, range));
		}
		let mut whole = self.open(name)?;
		whole.skip(range.start).map_err(|source| Error::read(&path, source))?;
		Ok(whole)
	}

	/// Reads parts of an object, all at the same time and nothing but them.
	///
	/// # Errors
	/// [`Error::ReadPath`], also if the object ends before, [`Error::StoreAnswer`] and [`Error::Interrupted`].
	pub fn ranges(&self, name: &str, ranges: &[Range<u64>]) -> Result<Vec<Vec<u8>>> {
		let (store, key, ranges) = (self.store.clone(), self.key(name), ranges.to_vec());
		run(async move {
			let fetch = |wanted: Range<u64>| async {
				match wanted.is_empty() {
					true => Ok(Bytes::new()),
					false => bounded::range(&store, &key, wanted).await.map(Bytes::from),
				}
			};
			let parts = coalesce_ranges(&ranges, fetch, 0).await?;
			Ok(parts.into_iter().map(Vec::from).collect())
		})
		.map_err(|failure| failure.read(&self.path_of(name)))
	}

	/// Makes a new object of bytes.
	///
	/// # Errors
	/// [`Error::Exists`], [`Error::StoreReadOnly`], [`Error::WritePath`], [`Error::DiskFull`],
	/// [`Error::StoreAnswer`] and [`Error::Interrupted`].
	pub fn create(&self, name: &str, bytes: &[u8], access: Access) -> Result<()> {
		self.expect_writable()?;
		if self.place == Place::Folder {
			return self
				.create_file(name, access, |file| file.write_all(bytes).map_err(Error::Write));
		}
		let bytes = bytes.to_vec().into();
		run(upload::create(self.store.clone(), self.key(name), bytes))
			.map_err(|failure| failure.write(&self.path_of(name)))
	}

	/// Makes a new object of what `write` writes.
	///
	/// # Errors
	/// What `write` gives, and as [`Objects::create`].
	pub fn write<T>(
		&self,
		name: &str,
		access: Access,
		write: impl FnOnce(&mut (dyn Write + Send)) -> Result<T>,
	) -> Result<T> {
		self.expect_writable()?;
		if self.place == Place::Folder {
			return self.create_file(name, access, write);
		}
		let folder = std::env::temp_dir();
		let failed = |source| Error::write(&folder, source);
		let mut file = tempfile::NamedTempFile::new_in(&folder).map_err(failed)?;
		let made = write(file.as_file_mut()).map_err(|error| error.between(&folder, &folder))?;
		self.send(name, file.path())?;
		Ok(made)
	}

	/// Removes an object, also while work is being interrupted.
	///
	/// # Errors
	/// [`Error::WritePath`], [`Error::StoreReadOnly`] and [`Error::StoreAnswer`].
	pub fn delete(&self, name: &str) -> Result<()> {
		self.expect_writable()?;
		let path = self.path_of(name);
		if self.place == Place::Folder {
			return remove(&path, name).map_err(|source| Error::write(&path, source));
		}
		let (store, key) = (self.store.clone(), self.key(name));
		run_whole(async move { Ok(store.delete(&key).await?) })
			.map_err(|failure| failure.write(&path))
	}

	/// Removes all objects, also while work is being interrupted: `first` goes before the others.
	pub(super) fn delete_all(&self, first: &str) -> Result<()> {
		self.expect_writable()?;
		if self.place == Place::Folder {
			return fs::remove_dir_all(&self.name)
				.map_err(|source| Error::write(&self.name, source));
		}
		let (store, prefix, first) = (self.store.clone(), self.prefix.clone(), self.key(first));
		run_whole(async move {
			match store.delete(&first).await {
				Ok(()) | Err(object_store::Error::NotFound { .. }) => {},
				Err(error) => return Err(error.into()),
			}
			let mut folders = vec![prefix];
			while let Some(folder) = folders.pop() {
				let ListResult { objects, common_prefixes, .. } =
					store.list_with_delimiter(Some(&folder)).await?;
				for object in objects {
					store.delete(&object.location).await?;
				}
				folders.extend(common_prefixes);
			}
			Ok(())
		})
		.map_err(|failure| failure.write(&self.name))
	}

	/// Makes a new object of a file, in a store that is not a folder.
	pub(super) fn send(&self, name: &str, file: &Path) -> Result<()> {
		let file = files::open(file)?;
		run_whole(upload::send(self.store.clone(), self.key(name), file))
			.map_err(|failure| failure.write(&self.path_of(name)))
	}

	fn create_file<T>(
		&self,
		name: &str,
		access: Access,
		write: impl FnOnce(&mut (dyn Write + Send)) -> Result<T>,
	) -> Result<T> {
		let path = self.path_of(name);
		if let Some(folder) = path.parent().filter(|folder| !folder.is_dir()) {
			fs::create_dir_all(folder).map_err(|source| Error::write(folder, source))?;
			sync_folder(folder)?;
		}
		files::create(&path, access, |file| write(file))
	}

	/// Refuses a store that is there to be read only.
	pub(super) fn expect_writable(&self) -> Result<()> {
		self.place.expect_writable(&self.name)
	}

	fn key(&self, name: &str) -> Key {
		self.prefix.parts().chain(Key::from(name).parts()).collect()
	}
}

/// Removes the object `name` at `path`. Folders are but the parts of names, so one goes with the last object in it.
fn remove(path: &Path, name: &str) -> io::Result<()> {
	fs::remove_file(path)?;
	let Some(folder) = path.parent().filter(|_| name.contains('/')) else { return Ok(()) };
	match fs::remove_dir(folder) {
		Err(error) if error.kind() != io::ErrorKind::DirectoryNotEmpty => Err(error),
		_ => Ok(()),
	}
}
