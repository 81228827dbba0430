//! Encryption and decryption from a reader to a writer, one data block at a time.

use std::io::{self, Read, Write};

use zeroize::Zeroizing;

use crate::{
	aead::{Cipher, NONCE, OVERHEAD, TAG},
	header::{DataKey, Header},
	interrupt,
	keys::{PublicKey, SecretKey},
	Error, Result,
};

/// The text of a full data block, in bytes.
pub const BLOCK_TEXT_BYTES: usize = 65536;
/// A full data block as it stands in the file, in bytes: nonce, ciphertext, tag.
pub const BLOCK_BYTES: usize = BLOCK_TEXT_BYTES + OVERHEAD;

/// Writes a Crypt4GH file that each of the `recipients` can open. An empty input gives a header only.
///
/// # Errors
/// As [`Header::new`], [`Error::Read`], [`Error::Write`] and [`Error::Interrupted`].
pub fn encrypt(text: impl Read, mut file: impl Write, recipients: &[PublicKey]) -> Result<()> {
	let key = DataKey::generate()?;
	let header = Header::new(&key, recipients)?;
	file.write_all(header.as_bytes()).map_err(Error::Write)?;
	encrypt_body(&key, text, file)
}

/// Writes the text of a Crypt4GH file. What is written before an error is part of the text and must not
/// be used: [`crate::files::decrypt`] takes care of that.
///
/// # Errors
/// As [`Header::read`], [`Header::open`] and [`decrypt_body`].
pub fn decrypt(mut file: impl Read, text: impl Write, secret: &SecretKey) -> Result<()> {
	let keys = Header::read(&mut file)?.open(secret)?;
	decrypt_body(&keys, file, text)
}

/// Copies a Crypt4GH file under a new header for the `recipients`, and only for them.
///
/// # Errors
/// As [`Header::read`] and [`Header::rewrap`], [`Error::Read`], [`Error::Write`] and
/// [`Error::Interrupted`].
pub fn rewrap(
	mut file: impl Read,
	mut copy: impl Write,
	secret: &SecretKey,
	recipients: &[PublicKey],
) -> Result<()> {
	let header = Header::read(&mut file)?.rewrap(secret, recipients)?;
	copy.write_all(header.as_bytes()).map_err(Error::Write)?;
	let mut buffer = vec![0; BLOCK_BYTES];
	loop {
		let count = read_full(&mut file, &mut buffer)?;
		copy.write_all(&buffer[..count]).map_err(Error::Write)?;
		if count < buffer.len() {
			return copy.flush().map_err(Error::Write);
		}
	}
}

/// Writes the data blocks for a text, without a header.
///
/// # Errors
/// [`Error::Read`], [`Error::Write`], [`Error::Random`] and [`Error::Interrupted`].
pub fn encrypt_body(key: &DataKey, mut text: impl Read, mut body: impl Write) -> Result<()> {
	let cipher = key.cipher();
	let mut block = Zeroizing::new(vec![0; BLOCK_BYTES]);
	loop {
		let count = read_full(&mut text, &mut block[NONCE..NONCE + BLOCK_TEXT_BYTES])?;
		if count > 0 {
			let block = &mut block[..count + OVERHEAD];
			cipher.seal(block)?;
			body.write_all(block).map_err(Error::Write)?;
		}
		if count < BLOCK_TEXT_BYTES {
			return body.flush().map_err(Error::Write);
		}
	}
}

/// Writes the text of data blocks. A body that was cut between two blocks, or whose blocks have changed
/// places, passes: Crypt4GH cannot tell, a [`crate::manifest::Manifest`] can.
///
/// # Errors
/// [`Error::Block`] for a block that none of the `keys` opens or that is cut short, [`Error::Read`],
/// [`Error::Write`] and [`Error::Interrupted`].
pub fn decrypt_body(keys: &[DataKey], mut body: impl Read, mut text: impl Write) -> Result<()> {
	let ciphers: Vec<Cipher> = keys.iter().map(DataKey::cipher).collect();
	let mut block = vec![0; BLOCK_BYTES];
	let mut opened = Zeroizing::new(vec![0; BLOCK_BYTES]);
	for index in 0.. {
		let count = read_full(&mut body, &mut block)?;
		if count > 0 {
			let plain = open_block(&ciphers, &block[..count], &mut opened[..count])
				.ok_or(Error::Block { index })?;
			text.write_all(plain).map_err(Error::Write)?;
		}
		if count < BLOCK_BYTES {
			break;
		}
	}
	text.flush().map_err(Error::Write)
}

/// Decrypts `block` in `opened`, which has its length. A block without text is not one that is written.
fn open_block<'a>(ciphers: &[Cipher], block: &[u8], opened: &'a mut [u8]) -> Option<&'a [u8]> {
	if block.len() <= OVERHEAD {
		return None;
	}
	let text = NONCE..block.len() - TAG;
	for cipher in ciphers {
		opened.copy_from_slice(block);
		if cipher.open(opened).is_some() {
			return Some(&opened[text]);
		}
	}
	None
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
