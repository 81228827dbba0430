//! Crypt4GH files that are in memory as a whole, on all cores and with one copy less than [`crate::stream`].
//!
//! What is made goes into a `Vec` of the caller: used again, it costs no fresh memory.

use rayon::prelude::*;
use zeroize::Zeroize;

use crate::{
	aead::{fill_random, Cipher, NONCE, OVERHEAD},
	edits::EditList,
	header::{Contents, DataKey},
	stream::{self, Reading, Writing, BLOCK_BYTES, BLOCK_TEXT_BYTES},
	Error, Result,
};

/// How many blocks a thread takes at a time.
const PIECE_BLOCKS: usize = 16;

/// Makes `file` the Crypt4GH file of a text.
///
/// # Errors
/// As [`Contents::seal`].
pub fn encrypt<'a>(text: &[u8], file: &mut Vec<u8>, writing: impl Into<Writing<'a>>) -> Result<()> {
	let Writing { recipients, writer } = writing.into();
	let contents = Contents { keys: vec![DataKey::generate()?], edits: EditList::everything() };
	let header = contents.seal(recipients, writer)?;
	let header = header.as_bytes();
	file.resize(header.len() + text.len() + text.len().div_ceil(BLOCK_TEXT_BYTES) * OVERHEAD, 0);
	let (place, body) = file.split_at_mut(header.len());
	place.copy_from_slice(header);
	let cipher = contents.keys[0].cipher();
	body.par_chunks_mut(PIECE_BLOCKS * BLOCK_BYTES)
		.zip(text.par_chunks(PIECE_BLOCKS * BLOCK_TEXT_BYTES))
		.try_for_each(|(blocks, texts)| {
			let mut nonces = [0; NONCE * PIECE_BLOCKS];
			fill_random(&mut nonces)?;
			let texts = texts.chunks(BLOCK_TEXT_BYTES).zip(nonces.chunks_exact(NONCE));
			for (block, (text, nonce)) in blocks.chunks_mut(BLOCK_BYTES).zip(texts) {
				block[..NONCE].copy_from_slice(nonce);
				block[NONCE..NONCE + text.len()].copy_from_slice(text);
				cipher.seal_under_nonce(block)?;
			}
			Ok(())
		})
}

/// Makes `text` the text of a Crypt4GH file, or the part of it that is wanted.
///
/// # Errors
/// As [`stream::decrypt`]. Then `text` is empty.
pub fn decrypt<'a>(
	mut file: &[u8],
	text: &mut Vec<u8>,
	reading: impl Into<Reading<'a>>,
) -> Result<()> {
	let contents = reading.into().open(&mut file)?;
	let made = match contents.edits.is_everything() {
		true => decrypt_body(&contents.keys, file, text),
		false => {
			text.clear();
			stream::decrypt_contents(&contents, file, &mut *text)
		},
	};
	if made.is_err() {
		text.zeroize();
	}
	made
}

fn decrypt_body(keys: &[DataKey], body: &[u8], text: &mut Vec<u8>) -> Result<()> {
	let blocks = body.len().div_ceil(BLOCK_BYTES);
	// A block without text is not one that is written.
	if (1..=OVERHEAD).contains(&(body.len() % BLOCK_BYTES)) {
		return Err(Error::Block { index: blocks as u64 - 1 });
	}
	text.resize(body.len() - blocks * OVERHEAD, 0);
	let ciphers: Vec<Cipher> = keys.iter().map(DataKey::cipher).collect();
	let pieces = body.par_chunks(BLOCK_BYTES).zip(text.par_chunks_mut(BLOCK_TEXT_BYTES));
	let wrong =
		pieces
			.with_min_len(PIECE_BLOCKS)
			.enumerate()
			.find_map_first(|(index, (block, text))| {
				(!ciphers.iter().any(|cipher| cipher.open_to(block, text).is_some()))
					.then_some(index)
			});
	wrong.map_or(Ok(()), |index| Err(Error::Block { index: index as u64 }))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::keys::SecretKey;

	fn text(bytes: usize) -> Vec<u8> {
		(0..bytes as u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect()
	}

	fn key() -> SecretKey {
		SecretKey::generate().unwrap()
	}

	/// Lengths around the borders of blocks and pieces.
	const LENGTHS: [usize; 9] = [
		0,
		1,
		BLOCK_TEXT_BYTES - 1,
		BLOCK_TEXT_BYTES,
		BLOCK_TEXT_BYTES + 1,
		PIECE_BLOCKS * BLOCK_TEXT_BYTES - 1,
		PIECE_BLOCKS * BLOCK_TEXT_BYTES,
		PIECE_BLOCKS * BLOCK_TEXT_BYTES + 1,
		3 * PIECE_BLOCKS * BLOCK_TEXT_BYTES + 77,
	];

	#[test]
	fn what_one_way_writes_the_other_reads() {
		let key = key();
		let (mut file, mut opened) = (Vec::new(), Vec::new());
		for text in LENGTHS.map(text) {
			encrypt(&text, &mut file, &[key.public()]).unwrap();
			let mut streamed = Vec::new();
			stream::decrypt(&file[..], &mut streamed, &key).unwrap();
			assert!(streamed == text, "{}", text.len());

			let mut file = Vec::new();
			stream::encrypt(&text[..], &mut file, &[key.public()]).unwrap();
			decrypt(&file, &mut opened, &key).unwrap();
			assert!(opened == text, "{}", text.len());
		}
	}

	#[test]
	fn vectors_may_have_been_used_before_for_more_or_less() {
		let key = key();
		let (mut file, mut opened) = (vec![9; 500_000], vec![9; 500_000]);
		for text in [text(100_000), text(300_000), text(3)] {
			encrypt(&text, &mut file, &[key.public()]).unwrap();
			decrypt(&file, &mut opened, &key).unwrap();
			assert!(opened == text);
		}
	}

	#[test]
	fn a_part_is_read_as_from_a_stream() {
		let key = key();
		let text = text(300_000);
		let (mut file, mut opened) = (Vec::new(), vec![1; 7]);
		encrypt(&text, &mut file, &[key.public()]).unwrap();
		let reading = Reading { range: 65_000..140_000, ..Reading::from(&key) };
		decrypt(&file, &mut opened, reading).unwrap();
		assert!(opened == text[65_000..140_000]);
	}

	#[test]
	fn the_first_wrong_block_is_named_and_nothing_is_left() {
		let key = key();
		let mut file = Vec::new();
		encrypt(&text(20 * BLOCK_TEXT_BYTES), &mut file, &[key.public()]).unwrap();
		let header = file.len() - 20 * BLOCK_BYTES;
		for index in [18, 17, 3] {
			file[header + index * BLOCK_BYTES + 40] ^= 1;
			let mut opened = Vec::new();
			let error = decrypt(&file, &mut opened, &key).unwrap_err();
			assert!(matches!(error, Error::Block { index: found } if found == index as u64));
			assert!(opened.is_empty());
		}
	}

	#[test]
	fn a_block_that_is_cut_to_nothing_is_refused() {
		let key = key();
		let mut file = Vec::new();
		encrypt(&text(BLOCK_TEXT_BYTES + 1), &mut file, &[key.public()]).unwrap();
		for cut in [1, 2, 20] {
			let error = decrypt(&file[..file.len() - cut], &mut Vec::new(), &key).unwrap_err();
			assert!(matches!(error, Error::Block { index: 1 }), "{cut}");
		}
	}
}
