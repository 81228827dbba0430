//! ChaCha20-Poly1305 as Crypt4GH lays it out: nonce, ciphertext, tag, and no associated data.

use ring::{
	aead::{Aad, LessSafeKey, Nonce, Tag, UnboundKey, CHACHA20_POLY1305},
	rand::{SecureRandom, SystemRandom},
};

use crate::{Error, Result};

/// Length of a nonce in bytes.
pub(crate) const NONCE: usize = 12;
/// Length of a tag in bytes.
pub(crate) const TAG: usize = 16;
/// What encryption adds to a text, in bytes.
pub(crate) const OVERHEAD: usize = NONCE + TAG;

/// Fills `bytes` with randomness of the operating system.
pub(crate) fn fill_random(bytes: &mut [u8]) -> Result<()> {
	SystemRandom::new().fill(bytes).map_err(|_| Error::Random)
}

/// A key that is ready for use.
pub(crate) struct Cipher(LessSafeKey);

impl Cipher {
	pub(crate) fn new(key: &[u8; 32]) -> Self {
		let key = UnboundKey::new(&CHACHA20_POLY1305, key)
			.expect("32 bytes is the key length of ChaCha20-Poly1305; qed");
		Self(LessSafeKey::new(key))
	}

	/// Encrypts in place: `sealed` holds room for the nonce, the text, room for the tag.
	pub(crate) fn seal(&self, sealed: &mut [u8]) -> Result<()> {
		fill_random(&mut sealed[..NONCE])?;
		self.seal_under_nonce(sealed)
	}

	/// The same where the nonce is there already: a random one, never used before.
	pub(crate) fn seal_under_nonce(&self, sealed: &mut [u8]) -> Result<()> {
		let (nonce, rest) = sealed.split_at_mut(NONCE);
		let (text, tag) = rest.split_at_mut(rest.len() - TAG);
		let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| Error::Random)?;
		let made = self
			.0
			.seal_in_place_separate_tag(nonce, Aad::empty(), text)
			.map_err(|_| Error::Random)?;
		tag.copy_from_slice(made.as_ref());
		Ok(())
	}

	/// Decrypts in place and gives the text, or nothing when `sealed` is not what this key sealed. The
	/// contents of `sealed` are undefined afterwards.
	pub(crate) fn open<'a>(&self, sealed: &'a mut [u8]) -> Option<&'a [u8]> {
		if sealed.len() < OVERHEAD {
			return None;
		}
		let (nonce, rest) = sealed.split_at_mut(NONCE);
		let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
		self.0.open_in_place(nonce, Aad::empty(), rest).ok().map(|text| &*text)
	}

	/// Decrypts `sealed` into `text`, which has just the room for it, and says whether it is what this key sealed. Otherwise the contents
	/// of `text` are undefined.
	pub(crate) fn open_to(&self, sealed: &[u8], text: &mut [u8]) -> Option<()> {
		let (nonce, rest) = sealed.split_at_checked(NONCE)?;
		let (ciphertext, tag) = rest.split_last_chunk::<TAG>()?;
		let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
		text.copy_from_slice(ciphertext);
		self.0
			.open_in_place_separate_tag(nonce, Aad::empty(), Tag::from(*tag), text, 0..)
			.ok()
			.map(drop)
	}
}
