//! Reading an object from its beginning.

use std::{
	fs::File,
	io::{self, Read},
	ops::Range,
	path::PathBuf,
	sync::Arc,
};

use object_store::{
	path::Path as Key, GetOptions, GetResult, GetResultPayload, ObjectStore, ObjectStoreExt,
};

use super::{
	background::{start, Failure, Running},
	bounded,
};
use crate::stream::Skip;

/// How much is fetched at a time. While it is read, as much again is on its way.
const PIECE: u64 = 4 << 20;

/// An object that is read from its beginning, in constant memory. What is skipped is not fetched.
#[derive(Debug)]
pub struct Object {
	size: u64,
	source: Source,
}

#[derive(Debug)]
enum Source {
	File(File),
	Pieces(Pieces),
}

impl Object {
	pub(super) async fn open(
		store: Arc<dyn ObjectStore>,
		key: Key,
		name: PathBuf,
	) -> Result<Self, Failure> {
		let found = first(&store, &key, PIECE).await?;
		let size = found.meta.size;
		let source = match found.payload {
			GetResultPayload::File(file, _) => Source::File(file),
			GetResultPayload::Stream(_) => {
				let piece = bounded::first(found, PIECE).await?;
				Source::Pieces(Pieces { piece, ..Pieces::new(store, key, name, 0..size) })
			},
		};
		Ok(Self { size, source })
	}

	/// A part of an object of a server.
	pub(super) fn part(
		store: Arc<dyn ObjectStore>,
		key: Key,
		name: PathBuf,
		range: Range<u64>,
	) -> Self {
		let size = range.end;
		Self { size, source: Source::Pieces(Pieces::new(store, key, name, range)) }
	}

	/// How many bytes it had when it was opened; of a part, where it ends.
	pub fn size(&self) -> u64 {
		self.size
	}
}

/// The first bytes of an object, and how many it has. Some servers have no answer to a `HEAD`, and whoever asks for all of it gets more
/// than is read.
pub(super) async fn first(
	store: &Arc<dyn ObjectStore>,
	key: &Key,
	bytes: u64,
) -> Result<GetResult, Failure> {
	let range = GetOptions { range: Some((0..bytes).into()), ..GetOptions::default() };
	match store.get_opts(key, range).await {
		// Nothing has no first bytes, for many servers.
		Err(error @ object_store::Error::Generic { .. }) => match store.get(key).await? {
			found if found.meta.size == 0 => Ok(found),
			_ => Err(error.into()),
		},
		found => Ok(found?),
	}
}

impl Read for Object {
	fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
		match &mut self.source {
			Source::File(file) => file.read(buffer),
			Source::Pieces(pieces) => pieces.read(buffer),
		}
	}
}

impl Skip for Object {
	fn skip(&mut self, count: u64) -> io::Result<()> {
		match &mut self.source {
			Source::File(file) => file.skip(count),
			Source::Pieces(pieces) => {
				pieces.skip(count);
				Ok(())
			},
		}
	}
}

/// An object of a server.
struct Pieces {
	store: Arc<dyn ObjectStore>,
	key: Key,
	name: PathBuf,
	size: u64,
	/// Where in the object the next byte is that is read.
	position: u64,
	/// What was fetched last.
	piece: Vec<u8>,
	/// How much of it has been read.
	used: usize,
	/// What is on its way, and where in the object it begins.
	next: Option<(u64, Running<Vec<u8>>)>,
}

impl std::fmt::Debug for Pieces {
	fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		f.debug_struct("Pieces")
			.field("name", &self.name)
			.field("position", &self.position)
			.finish()
	}
}

impl Pieces {
	fn new(store: Arc<dyn ObjectStore>, key: Key, name: PathBuf, range: Range<u64>) -> Self {
		let Range { start: position, end: size } = range;
		Self { store, key, name, size, position, piece: Vec::new(), used: 0, next: None }
	}

	/// Lets a piece come.
	fn fetch(&self, from: u64) -> io::Result<Running<Vec<u8>>> {
		let (store, key) = (self.store.clone(), self.key.clone());
		let range = from..self.size.min(from.saturating_add(PIECE));
		start(async move { bounded::range(&store, &key, range).await })
	}

	fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
		if buffer.is_empty() || self.position >= self.size {
			return Ok(0);
		}
		if self.used == self.piece.len() {
			let coming = match self.next.take() {
				Some((from, coming)) if from == self.position => coming,
				_ => self.fetch(self.position)?,
			};
			// What was read has to go before there is something new.
			self.piece = Vec::new();
			self.used = 0;
			self.piece =
				coming.wait().map_err(|failure| io::Error::other(failure.read(&self.name)))?;
		}
		let behind = self.position.saturating_add((self.piece.len() - self.used) as u64);
		if self.next.is_none() && behind < self.size && !self.piece.is_empty() {
			self.next = Some((behind, self.fetch(behind)?));
		}
		let count = (&self.piece[self.used..]).read(buffer)?;
		self.used += count;
		self.position += count as u64;
		Ok(count)
	}

	fn skip(&mut self, count: u64) {
		self.position = self.position.saturating_add(count).min(self.size);
		match usize::try_from(count) {
			Ok(count) if count < self.piece.len() - self.used => self.used += count,
			_ => {
				self.piece = Vec::new();
				self.used = 0;
			},
		}
	}
}
