//! Encryption and decryption from a reader to a writer, on all cores and in constant memory.

use std::{
	fs::File,
	io::{self, Chain, Read, Seek, SeekFrom, Write},
	iter::Peekable,
	ops::Range,
	slice::ChunksMut,
	thread,
	vec::IntoIter,
};

use zeroize::Zeroizing;

use crate::{
	aead::{fill_random, Cipher, NONCE, OVERHEAD, TAG},
	edits::{EditList, TO_THE_END},
	extract::Cutting,
	header::{Contents, DataKey, Header},
	interrupt,
	keys::{PublicKey, SecretKey},
	pipeline::{self, Taken},
	Error, Result,
};

/// The text of a full data block, in bytes.
pub const BLOCK_TEXT_BYTES: usize = 65536;
/// A full data block as it stands in the file, in bytes: nonce, ciphertext, tag.
pub const BLOCK_BYTES: usize = BLOCK_TEXT_BYTES + OVERHEAD;

/// How many blocks a thread takes at a time: enough that it seldom has to wait for the others.
const PIECE_BLOCKS: usize = 16;
/// How much is copied at a time where nothing is decrypted.
const COPY_BYTES: usize = 1 << 20;

/// For whom a file is encrypted, and by whom.
#[derive(Clone, Copy, Debug)]
pub struct Writing<'a> {
	/// Who can read it.
	pub recipients: &'a [PublicKey],
	/// Whose key the header names as its writer's. Nobody's is the usual: headers then do not tell who wrote them.
	pub writer: Option<&'a SecretKey>,
}

impl<'a> From<&'a [PublicKey]> for Writing<'a> {
	fn from(recipients: &'a [PublicKey]) -> Self {
		Self { recipients, writer: None }
	}
}

impl<'a, const N: usize> From<&'a [PublicKey; N]> for Writing<'a> {
	fn from(recipients: &'a [PublicKey; N]) -> Self {
		recipients[..].into()
	}
}

impl<'a> From<&'a Vec<PublicKey>> for Writing<'a> {
	fn from(recipients: &'a Vec<PublicKey>) -> Self {
		recipients[..].into()
	}
}

/// By whom a file is read, and what of it.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
	/// Who reads.
	pub secret: &'a SecretKey,
	/// Who must have written what the header tells the reader; whoever it was, if nobody is named.
	pub sender: Option<&'a PublicKey>,
	/// Which part of the text is wanted. Positions count from 0 in the text that the reader would get otherwise, which may be
	/// edited already; the end is the first byte that is left out.
	pub range: Range<u64>,
}

impl<'a> From<&'a SecretKey> for Reading<'a> {
	fn from(secret: &'a SecretKey) -> Self {
		Self { secret, sender: None, range: 0..TO_THE_END }
	}
}

impl Reading<'_> {
	/// Reads the header, and says what of the text behind it is wanted.
	pub(crate) fn open(&self, file: &mut impl Read) -> Result<Contents> {
		let mut contents = Header::read(file)?.contents(self.secret, self.sender)?;
		if self.range != (0..TO_THE_END) {
			contents.edits = contents.edits.narrowed(&self.range);
		}
		Ok(contents)
	}
}

/// A reader that can go forward.
pub trait Skip: Read {
	/// Passes over `count` bytes, or to the end if there are less. This reads them; whoever need not do that does something
	/// else.
	///
	/// # Errors
	/// Those of the reader.
	fn skip(&mut self, count: u64) -> io::Result<()> {
		let mut reader = self;
		io::copy(&mut Read::take(&mut reader, count), &mut io::sink()).map(drop)
	}
}

impl Skip for File {
	fn skip(&mut self, count: u64) -> io::Result<()> {
		let far = i64::try_from(count).unwrap_or(i64::MAX);
		match self.seek(SeekFrom::Current(far)) {
			// A pipe.
			Err(error) if error.kind() == io::ErrorKind::NotSeekable => {
				io::copy(&mut self.take(count), &mut io::sink()).map(drop)
			},
			other => other.map(drop),
		}
	}
}

impl Skip for &[u8] {
	fn skip(&mut self, count: u64) -> io::Result<()> {
		let count = usize::try_from(count).map_or(self.len(), |count| count.min(self.len()));
		*self = &self[count..];
		Ok(())
	}
}

/// A header and a body that are kept apart.
impl<H: Read, B: Read> Skip for Chain<H, B> {}

impl<S: Skip + ?Sized> Skip for &mut S {
	fn skip(&mut self, count: u64) -> io::Result<()> {
		(**self).skip(count)
	}
}

/// Writes a Crypt4GH file. An empty input gives a header only.
///
/// # Errors
/// As [`Contents::seal`], [`Error::Read`], [`Error::Write`] and [`Error::Interrupted`].
pub fn encrypt<'a>(
	text: impl Read + Send,
	mut file: impl Write + Send,
	writing: impl Into<Writing<'a>>,
) -> Result<()> {
	let Writing { recipients, writer } = writing.into();
	let contents = Contents { keys: vec![DataKey::generate()?], edits: EditList::everything() };
	let header = contents.seal(recipients, writer)?;
	file.write_all(header.as_bytes()).map_err(Error::Write)?;
	encrypt_body(&contents.keys[0], text, file)
}

/// Writes the text of a Crypt4GH file, or the part of it that is wanted, and reads only the blocks that are needed. What is
/// written before an error is part of the text and must not be used: [`crate::files::decrypt`] takes care of that.
///
/// # Errors
/// As [`Header::read`], [`Header::contents`] and [`decrypt_body`].
pub fn decrypt<'a>(
	mut file: impl Skip + Send,
	text: impl Write + Send,
	reading: impl Into<Reading<'a>>,
) -> Result<()> {
	let contents = reading.into().open(&mut file)?;
	decrypt_contents(&contents, file, text)
}

/// Writes what counts of the text of a body.
pub(crate) fn decrypt_contents(
	contents: &Contents,
	body: impl Skip + Send,
	text: impl Write + Send,
) -> Result<()> {
	decrypt_parts(contents, body, Skip::skip, text)
}

/// Copies a Crypt4GH file under a new header for the `recipients`, and only for them. If not the whole text is wanted, or the
/// file has an edit list, only the blocks that are needed are copied, and the new header has an edit list. The blocks at the
/// ends of a part are copied as a whole: to give away nothing else, use [`rekey`].
///
/// # Errors
/// As [`Header::read`], [`Header::contents`] and [`Contents::seal`], [`Error::Read`], [`Error::Write`] and
/// [`Error::Interrupted`].
pub fn rewrap<'a>(
	mut file: impl Skip,
	mut copy: impl Write,
	reading: impl Into<Reading<'a>>,
	recipients: &[PublicKey],
) -> Result<()> {
	let Contents { keys, edits } = reading.into().open(&mut file)?;
	let header = Contents { keys, edits: edits.packed() }.seal(recipients, None)?;
	copy.write_all(header.as_bytes()).map_err(Error::Write)?;
	let mut position = 0;
	for blocks in edits.blocks() {
		let bytes = |blocks: u64| blocks.saturating_mul(BLOCK_BYTES as u64);
		skip_to(&mut file, &mut position, blocks.start, Skip::skip)?;
		if !copy_bytes(&mut file, &mut copy, bytes(blocks.end - blocks.start))? {
			break;
		}
		position = blocks.end;
	}
	copy.flush().map_err(Error::Write)
}

/// Encrypts the text of a Crypt4GH file anew, under a new data key, so that no key of the old file opens the new one. What is
/// not wanted, or left out by an edit list, is not in the new file at all.
///
/// # Errors
/// As [`decrypt`] and [`encrypt`].
pub fn rekey<'a>(
	mut file: impl Skip + Send,
	copy: impl Write + Send,
	reading: impl Into<Reading<'a>>,
	recipients: &[PublicKey],
) -> Result<()> {
	let contents = reading.into().open(&mut file)?;
	let (reader, writer) = io::pipe().map_err(Error::Write)?;
	thread::scope(|scope| {
		let decrypting = scope.spawn(|| decrypt_parts(&contents, file, Skip::skip, writer));
		let encrypted = encrypt(reader, copy, recipients);
		let decrypted = decrypting.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
		// Where encryption fails, decryption only finds that nobody reads any more.
		encrypted.and(decrypted)
	})
}

/// Encrypts a part of the text of a Crypt4GH file, under a new data key. Nothing else of the text is in the new file.
///
/// # Errors
/// As [`decrypt`], [`Cutting::run`] and [`encrypt`].
pub fn extract<'a>(
	mut file: impl Skip + Send,
	part: impl Write + Send,
	reading: impl Into<Reading<'a>>,
	cutting: &Cutting<'_>,
	recipients: &[PublicKey],
) -> Result<()> {
	let contents = reading.into().open(&mut file)?;
	cutting.through(
		|text| decrypt_parts(&contents, file, Skip::skip, text),
		|cut| encrypt(cut, part, recipients),
	)?
}

/// Writes the data blocks for a text, without a header.
///
/// # Errors
/// [`Error::Read`], [`Error::Write`], [`Error::Random`] and [`Error::Interrupted`].
pub fn encrypt_body(
	key: &DataKey,
	mut text: impl Read + Send,
	mut body: impl Write + Send,
) -> Result<()> {
	let cipher = key.cipher();
	pipeline::run(
		Piece::new,
		|piece| {
			piece.filled = 0;
			for block in piece.bytes.chunks_exact_mut(BLOCK_BYTES) {
				let count = read_full(&mut text, &mut block[NONCE..NONCE + BLOCK_TEXT_BYTES])?;
				if count > 0 {
					piece.filled += count + OVERHEAD;
				}
				if count < BLOCK_TEXT_BYTES {
					return Ok(piece.last());
				}
			}
			Ok(Taken::Piece)
		},
		|piece| {
			let mut nonces = [0; NONCE * PIECE_BLOCKS];
			fill_random(&mut nonces)?;
			for (block, nonce) in piece.blocks_mut().zip(nonces.chunks_exact(NONCE)) {
				block[..NONCE].copy_from_slice(nonce);
				cipher.seal_under_nonce(block)?;
			}
			Ok(())
		},
		|piece| body.write_all(&piece.bytes[..piece.filled]).map_err(Error::Write),
	)?;
	body.flush().map_err(Error::Write)
}

/// Writes the text of data blocks. A body that was cut between two blocks, or whose blocks have changed
/// places, passes: Crypt4GH cannot tell, a [`crate::manifest::Manifest`] can.
///
/// # Errors
/// [`Error::Block`] for a block that none of the `keys` opens or that is cut short, [`Error::Read`],
/// [`Error::Write`] and [`Error::Interrupted`].
pub fn decrypt_body(
	keys: &[DataKey],
	body: impl Read + Send,
	text: impl Write + Send,
) -> Result<()> {
	let contents = Contents { keys: keys.to_vec(), edits: EditList::everything() };
	// The first block is needed, and so are all behind it.
	decrypt_parts(&contents, body, |_, _| Ok(()), text)
}

/// Which bytes of a body the blocks are that have the bytes `text` of its text. A body of the length `body_bytes` ends them.
pub fn blocks_of(text: &Range<u64>, body_bytes: u64) -> Range<u64> {
	let place = |block: u64| block.saturating_mul(BLOCK_BYTES as u64).min(body_bytes);
	let blocks = EditList::new([text.clone()]).blocks();
	blocks.first().map_or(0..0, |blocks| place(blocks.start)..place(blocks.end))
}

/// Writes the bytes `range` of the text of a body. `blocks` gives just the bytes that [`blocks_of`] names.
///
/// # Errors
/// As [`decrypt_body`].
pub fn decrypt_blocks(
	keys: &[DataKey],
	range: Range<u64>,
	blocks: impl Read + Send,
	text: impl Write + Send,
) -> Result<()> {
	let contents = Contents { keys: keys.to_vec(), edits: EditList::new([range]) };
	// What would be passed over is not there.
	decrypt_parts(&contents, blocks, |_, _| Ok(()), text)
}

/// Writes the parts of the text of a body that count. `skip` passes over a number of bytes of the body.
fn decrypt_parts<R: Read + Send>(
	contents: &Contents,
	mut body: R,
	mut skip: impl FnMut(&mut R, u64) -> io::Result<()> + Send,
	mut text: impl Write + Send,
) -> Result<()> {
	let ciphers: Vec<Cipher> = contents.keys.iter().map(DataKey::cipher).collect();
	let mut needed = Needed::new(&contents.edits);
	let mut position = 0;
	pipeline::run(
		Piece::new,
		|piece| {
			piece.filled = 0;
			let Some(blocks) = needed.next() else { return Ok(Taken::Nothing) };
			piece.first = blocks.start;
			skip_to(&mut body, &mut position, blocks.start, &mut skip)?;
			position = blocks.end;
			let wanted = (blocks.end - blocks.start) as usize * BLOCK_BYTES;
			piece.filled = read_full(&mut body, &mut piece.bytes[..wanted])?;
			Ok(if piece.filled < wanted { piece.last() } else { Taken::Piece })
		},
		|piece| {
			let first = piece.first;
			for (index, block) in (first..).zip(piece.blocks_mut()) {
				open_block(&ciphers, block).ok_or(Error::Block { index })?;
			}
			Ok(())
		},
		|piece| {
			let blocks = piece.bytes[..piece.filled].chunks(BLOCK_BYTES);
			for (index, block) in (piece.first..).zip(blocks) {
				let opened = &block[NONCE..block.len() - TAG];
				let start = index * BLOCK_TEXT_BYTES as u64;
				for part in contents.edits.within(start..start + opened.len() as u64) {
					text.write_all(&opened[part]).map_err(Error::Write)?;
				}
			}
			Ok(())
		},
	)?;
	text.flush().map_err(Error::Write)
}

/// What one thread works on: some blocks, and the number of the first one.
struct Piece {
	bytes: Zeroizing<Vec<u8>>,
	filled: usize,
	first: u64,
}

impl Piece {
	fn new() -> Self {
		let bytes = Zeroizing::new(vec![0; PIECE_BLOCKS * BLOCK_BYTES]);
		Self { bytes, filled: 0, first: 0 }
	}

	fn blocks_mut(&mut self) -> ChunksMut<'_, u8> {
		self.bytes[..self.filled].chunks_mut(BLOCK_BYTES)
	}

	/// What has been taken when the input has come to its end.
	fn last(&self) -> Taken {
		match self.filled {
			0 => Taken::Nothing,
			_ => Taken::Last,
		}
	}
}

/// The numbers of the blocks that are needed, as many at a time as a piece has room for.
struct Needed(Peekable<IntoIter<Range<u64>>>);

impl Needed {
	fn new(edits: &EditList) -> Self {
		Self(edits.blocks().into_iter().peekable())
	}

	fn next(&mut self) -> Option<Range<u64>> {
		let blocks = self.0.peek_mut()?;
		let end = blocks.end.min(blocks.start + PIECE_BLOCKS as u64);
		let next = blocks.start..end;
		blocks.start = end;
		self.0.next_if(|blocks| blocks.is_empty());
		Some(next)
	}
}

/// Goes forward from the block at `position` to the block `to`.
fn skip_to<R>(
	body: &mut R,
	position: &mut u64,
	to: u64,
	mut skip: impl FnMut(&mut R, u64) -> io::Result<()>,
) -> Result<()> {
	if to > *position {
		interrupt::check()?;
		let count = (to - *position).saturating_mul(BLOCK_BYTES as u64);
		skip(body, count).map_err(Error::Read)?;
		*position = to;
	}
	Ok(())
}

/// Copies `count` bytes, and says whether there were so many.
fn copy_bytes(from: &mut impl Read, to: &mut impl Write, count: u64) -> Result<bool> {
	let mut buffer = vec![0; COPY_BYTES];
	let mut left = count;
	while left > 0 {
		let wanted = usize::try_from(left).map_or(COPY_BYTES, |left| left.min(COPY_BYTES));
		let got = read_full(from, &mut buffer[..wanted])?;
		to.write_all(&buffer[..got]).map_err(Error::Write)?;
		if got < wanted {
			return Ok(false);
		}
		left -= got as u64;
	}
	Ok(true)
}

/// Decrypts `block` in its place. A block without text is not one that is written.
fn open_block(ciphers: &[Cipher], block: &mut [u8]) -> Option<()> {
	if block.len() <= OVERHEAD {
		return None;
	}
	let (last, others) = ciphers.split_last()?;
	for cipher in others {
		// What fails leaves nothing to try another key on.
		let sealed = block.to_vec();
		if cipher.open(block).is_some() {
			return Some(());
		}
		block.copy_from_slice(&sealed);
	}
	last.open(block).map(drop)
}

/// Fills `buffer` as far as the reader has bytes. All the loops come by here, so here they can be interrupted.
fn read_full(reader: &mut impl Read, buffer: &mut [u8]) -> Result<usize> {
	interrupt::check()?;
	let mut filled = 0;
	while filled < buffer.len() {
		match reader.read(&mut buffer[filled..]) {
			Ok(0) => break,
			Ok(count) => filled += count,
			Err(error) if error.kind() == io::ErrorKind::Interrupted => {},
			Err(error) => return Err(Error::Read(error)),
		}
	}
	Ok(filled)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_block_without_text_is_refused_even_if_it_is_genuine() {
		let key = DataKey::generate().unwrap();
		let mut body = [0; OVERHEAD];
		key.cipher().seal(&mut body).unwrap();
		let opened = decrypt_body(&[key], &body[..], Vec::new());
		assert!(matches!(opened, Err(Error::Block { index: 0 })));
	}

	#[test]
	fn each_block_may_have_another_of_the_keys() {
		let keys = [DataKey::generate().unwrap(), DataKey::generate().unwrap()];
		let texts = [vec![1; BLOCK_TEXT_BYTES], vec![2; BLOCK_TEXT_BYTES], vec![3; 5]];
		let mut body = Vec::new();
		for (text, key) in texts.iter().zip([&keys[1], &keys[0], &keys[1]]) {
			encrypt_body(key, &text[..], &mut body).unwrap();
		}
		let mut opened = Vec::new();
		decrypt_body(&keys, &body[..], &mut opened).unwrap();
		assert!(opened == texts.concat());
	}
}
