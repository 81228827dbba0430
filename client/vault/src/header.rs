//! The header of a Crypt4GH file: the data key of the file, and an edit list if it has one, encrypted once for each reader.

use std::{
	fmt,
	fs::File,
	io::{self, Read},
	os::unix::fs::FileExt,
};

use blake2::{digest::consts::U32, Blake2b, Blake2b512, Digest};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::{
	aead::{fill_random, Cipher, NONCE, OVERHEAD},
	edits::EditList,
	keys::{PublicKey, SecretKey},
	Error, Result,
};

/// The most packets that a header may have. The format has no limit; this one keeps a hostile file from
/// costing more than some milliseconds.
pub const MAX_PACKETS: usize = 1024;
/// The greatest length of a header in bytes, for the same reason.
pub const MAX_HEADER_BYTES: usize = 1024 * 1024;

const MAGIC: &[u8; 8] = b"crypt4gh";
const VERSION: u32 = 1;
/// Magic, version and the number of packets.
const FIXED_BYTES: usize = 16;
/// The length of a packet and its encryption method.
const PACKET_FIXED_BYTES: usize = 8;
const METHOD_X25519_CHACHA20_POLY1305: u32 = 0;
const PACKET_DATA_KEY: u32 = 0;
const PACKET_EDIT_LIST: u32 = 1;
const METHOD_CHACHA20_POLY1305: u32 = 0;

/// The key that encrypts the data blocks of one file.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct DataKey([u8; 32]);

impl DataKey {
	/// A new random key.
	///
	/// # Errors
	/// [`Error::Random`].
	pub fn generate() -> Result<Self> {
		let mut key = Self([0; 32]);
		fill_random(&mut key.0)?;
		Ok(key)
	}

	pub(crate) fn cipher(&self) -> Cipher {
		Cipher::new(&self.0)
	}
}

impl fmt::Debug for DataKey {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("DataKey(..)")
	}
}

/// What a header tells a reader for whom it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
	/// The keys of the data blocks, each only once.
	pub keys: Vec<DataKey>,
	/// Which parts of the text in the blocks count.
	pub edits: EditList,
}

impl Contents {
	/// A header that tells this to each of the `recipients`. It names `writer` as the one who wrote it, or nobody: then its
	/// writer is a key that is thrown away.
	///
	/// # Errors
	/// [`Error::NoRecipient`], [`Error::TooManyRecipients`], [`Error::HeaderTooLarge`], [`Error::WeakPublicKey`] and
	/// [`Error::Random`].
	pub fn seal(&self, recipients: &[PublicKey], writer: Option<&SecretKey>) -> Result<Header> {
		// A reader who found the same edit list twice would refuse the file.
		let mut distinct: Vec<&PublicKey> = Vec::new();
		for recipient in recipients {
			if !distinct.contains(&recipient) {
				distinct.push(recipient);
			}
		}
		if distinct.is_empty() {
			return Err(Error::NoRecipient);
		}
		let mut texts: Vec<_> = self.keys.iter().map(data_key_text).collect();
		if !self.edits.is_everything() {
			texts.push(edit_list_text(&self.edits));
		}
		let count = texts.len().saturating_mul(distinct.len());
		if count > MAX_PACKETS {
			return Err(Error::TooManyRecipients { max: MAX_PACKETS });
		}
		let generated;
		let writer = match writer {
			Some(writer) => writer,
			None => {
				generated = SecretKey::generate()?;
				&generated
			},
		};
		let own = writer.public();
		let mut bytes = Vec::new();
		bytes.extend_from_slice(MAGIC);
		bytes.extend_from_slice(&VERSION.to_le_bytes());
		bytes.extend_from_slice(&(count as u32).to_le_bytes());
		for recipient in distinct {
			let shared = shared_key(writer, recipient, recipient, &own)
				.ok_or_else(|| Error::WeakPublicKey { key: recipient.to_string() })?;
			let cipher = Cipher::new(&shared);
			for text in &texts {
				seal_packet(&cipher, &own, text, &mut bytes)?;
			}
		}
		if bytes.len() > MAX_HEADER_BYTES {
			return Err(Error::HeaderTooLarge { max: MAX_HEADER_BYTES });
		}
		Ok(Header { bytes })
	}
}

/// A header, byte for byte as it stands in the file. `header ++ body` is a Crypt4GH file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
	bytes: Vec<u8>,
}

impl Header {
	/// A header with which each of the `recipients` can open files encrypted under `key`.
	///
	/// # Errors
	/// As [`Contents::seal`].
	pub fn new(key: &DataKey, recipients: &[PublicKey]) -> Result<Self> {
		let edits = EditList::everything();
		Contents { keys: vec![key.clone()], edits }.seal(recipients, None)
	}

	/// Whether a file begins as one with a header does.
	pub(crate) fn begins(file: &File) -> io::Result<bool> {
		let mut found = [0; MAGIC.len()];
		match file.read_exact_at(&mut found, 0) {
			Ok(()) => Ok(found == *MAGIC),
			Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
			Err(error) => Err(error),
		}
	}

	/// Reads a header and leaves `reader` at the first data block. No more is allocated than `reader`
	/// really gives.
	///
	/// # Errors
	/// [`Error::Header`] when it is no header or exceeds [`MAX_PACKETS`] or [`MAX_HEADER_BYTES`], and
	/// [`Error::Read`].
	pub fn read(mut reader: impl Read) -> Result<Self> {
		let mut bytes = Vec::with_capacity(FIXED_BYTES + PACKET_FIXED_BYTES + 256);
		append(&mut reader, FIXED_BYTES, &mut bytes)?;
		if &bytes[..8] != MAGIC {
			return Err(Error::Header { reason: "it does not begin with 'crypt4gh'" });
		}
		if le_u32(&bytes[8..]) != VERSION {
			return Err(Error::Header { reason: "it has another version" });
		}
		let count = le_u32(&bytes[12..]) as usize;
		if count == 0 || count > MAX_PACKETS {
			return Err(Error::Header { reason: "its number of packets is out of bounds" });
		}
		for _ in 0..count {
			let start = bytes.len();
			append(&mut reader, 4, &mut bytes)?;
			let length = le_u32(&bytes[start..]) as usize;
			if length < PACKET_FIXED_BYTES || length > MAX_HEADER_BYTES - start {
				return Err(Error::Header { reason: "the length of a packet is out of bounds" });
			}
			append(&mut reader, length - 4, &mut bytes)?;
		}
		Ok(Self { bytes })
	}

	/// A header that stands alone, with nothing behind it.
	///
	/// # Errors
	/// As [`Header::read`], and [`Error::Header`] when something follows.
	pub fn from_bytes(mut bytes: &[u8]) -> Result<Self> {
		let header = Self::read(&mut bytes)?;
		if !bytes.is_empty() {
			return Err(Error::Header { reason: "data follow a header that should stand alone" });
		}
		Ok(header)
	}

	/// The bytes as they stand in a file.
	pub fn as_bytes(&self) -> &[u8] {
		&self.bytes
	}

	/// BLAKE2b-256 of the bytes: what the owner puts on the chain at a delivery.
	pub fn hash(&self) -> [u8; 32] {
		Blake2b::<U32>::digest(&self.bytes).into()
	}

	/// What the header tells the holder of `secret`, in packets that `sender` wrote, if one is named. Packets for others are
	/// passed over.
	///
	/// # Errors
	/// [`Error::NotForThisKey`], [`Error::OtherSender`], [`Error::UnsupportedPacket`] for a packet of an unknown kind, and
	/// [`Error::Header`] for more than one edit list.
	pub fn contents(&self, secret: &SecretKey, sender: Option<&PublicKey>) -> Result<Contents> {
		let own = secret.public();
		// Room for all of them, so that no copy of a key is left behind when the list grows.
		let (mut keys, mut edits) = (Vec::with_capacity(self.packets().count()), None);
		let mut by_another = false;
		for packet in self.packets() {
			let Some((writer, text)) = open_packet(packet, secret, &own) else { continue };
			if sender.is_some_and(|sender| *sender != writer) {
				by_another = true;
				continue;
			}
			match parse(&text)? {
				Packet::DataKey(key) if keys.contains(&key) => {},
				Packet::DataKey(key) => keys.push(key),
				Packet::EditList(_) if edits.is_some() => {
					return Err(Error::Header { reason: "it has more than one edit list" })
				},
				Packet::EditList(list) => edits = Some(list),
			}
		}
		match (keys.is_empty(), by_another) {
			(true, true) => Err(Error::OtherSender),
			(true, false) => Err(Error::NotForThisKey),
			(false, _) => Ok(Contents { keys, edits: edits.unwrap_or_else(EditList::everything) }),
		}
	}

	/// The data keys that `secret` opens, of a file that is meant as a whole: at least one, each only once.
	///
	/// # Errors
	/// As [`Header::contents`], and [`Error::UnsupportedPacket`] for an edit list.
	pub fn open(&self, secret: &SecretKey) -> Result<Vec<DataKey>> {
		let Contents { keys, edits } = self.contents(secret, None)?;
		match edits.is_everything() {
			true => Ok(keys),
			false => Err(Error::UnsupportedPacket { what: "an edit list" }),
		}
	}

	/// A header for the `recipients`, and only for them, of the same file, of which the same parts count. The body stays as
	/// it is.
	///
	/// # Errors
	/// As [`Header::contents`] and [`Contents::seal`].
	pub fn rewrap(&self, secret: &SecretKey, recipients: &[PublicKey]) -> Result<Self> {
		self.contents(secret, None)?.seal(recipients, None)
	}

	/// The packets without their lengths.
	fn packets(&self) -> impl Iterator<Item = &[u8]> {
		let mut rest = &self.bytes[FIXED_BYTES..];
		std::iter::from_fn(move || {
			if rest.is_empty() {
				return None;
			}
			let (packet, others) = rest.split_at(le_u32(rest) as usize);
			rest = others;
			Some(&packet[4..])
		})
	}
}

/// Reads exactly `count` bytes more.
fn append(reader: &mut impl Read, count: usize, bytes: &mut Vec<u8>) -> Result<()> {
	let got = reader.take(count as u64).read_to_end(bytes).map_err(Error::Read)?;
	if got < count {
		return Err(Error::Header { reason: "it ends within the header" });
	}
	Ok(())
}

/// The first four bytes; the caller has checked that they are there.
fn le_u32(bytes: &[u8]) -> u32 {
	u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
}

/// The key under which a packet is encrypted: both sides compute the same. Nothing for the public keys
/// that give the same secret with everybody.
fn shared_key(
	own: &SecretKey,
	peer: &PublicKey,
	reader: &PublicKey,
	writer: &PublicKey,
) -> Option<Zeroizing<[u8; 32]>> {
	let secret = own.diffie_hellman(peer)?;
	let mut hash = Blake2b512::new();
	hash.update(&secret[..]);
	hash.update(reader.as_bytes());
	hash.update(writer.as_bytes());
	let mut digest = hash.finalize();
	let mut key = Zeroizing::new([0; 32]);
	key.copy_from_slice(&digest[..32]);
	digest.as_mut_slice().zeroize();
	Some(key)
}

/// Appends a packet with its length.
fn seal_packet(
	cipher: &Cipher,
	writer: &PublicKey,
	text: &[u8],
	bytes: &mut Vec<u8>,
) -> Result<()> {
	let mut sealed = Zeroizing::new(vec![0; OVERHEAD + text.len()]);
	sealed[NONCE..NONCE + text.len()].copy_from_slice(text);
	cipher.seal(&mut sealed)?;
	let length = PACKET_FIXED_BYTES + writer.as_bytes().len() + sealed.len();
	bytes.extend_from_slice(&(length as u32).to_le_bytes());
	bytes.extend_from_slice(&METHOD_X25519_CHACHA20_POLY1305.to_le_bytes());
	bytes.extend_from_slice(writer.as_bytes());
	bytes.extend_from_slice(&sealed);
	Ok(())
}

/// Who wrote a packet, and its text, if it is for `secret`.
fn open_packet(
	packet: &[u8],
	secret: &SecretKey,
	own: &PublicKey,
) -> Option<(PublicKey, Zeroizing<Vec<u8>>)> {
	let (method, rest) = packet.split_first_chunk::<4>()?;
	if u32::from_le_bytes(*method) != METHOD_X25519_CHACHA20_POLY1305 {
		return None;
	}
	let (writer, sealed) = rest.split_first_chunk::<32>()?;
	let writer = PublicKey::from(*writer);
	let shared = shared_key(secret, &writer, own, &writer)?;
	let mut sealed = Zeroizing::new(sealed.to_vec());
	let text = Zeroizing::new(Cipher::new(&shared).open(&mut sealed)?.to_vec());
	Some((writer, text))
}

fn data_key_text(key: &DataKey) -> Zeroizing<Vec<u8>> {
	let mut text = Zeroizing::new(Vec::with_capacity(40));
	text.extend_from_slice(&PACKET_DATA_KEY.to_le_bytes());
	text.extend_from_slice(&METHOD_CHACHA20_POLY1305.to_le_bytes());
	text.extend_from_slice(&key.0);
	text
}

fn edit_list_text(edits: &EditList) -> Zeroizing<Vec<u8>> {
	Zeroizing::new([&PACKET_EDIT_LIST.to_le_bytes()[..], &edits.to_bytes()].concat())
}

/// What a packet says.
enum Packet {
	DataKey(DataKey),
	EditList(EditList),
}

/// Reads the text of a packet. Writers may hide the kind of a packet by padding at its end.
fn parse(text: &[u8]) -> Result<Packet> {
	const SHORT: Error = Error::Header { reason: "a packet is too short" };
	let (kind, rest) = text.split_first_chunk::<4>().ok_or(SHORT)?;
	match u32::from_le_bytes(*kind) {
		PACKET_DATA_KEY => {},
		PACKET_EDIT_LIST => return EditList::from_bytes(rest).map(Packet::EditList),
		_ => return Err(Error::UnsupportedPacket { what: "an unknown kind of packet" }),
	}
	let (method, rest) = rest.split_first_chunk::<4>().ok_or(SHORT)?;
	if u32::from_le_bytes(*method) != METHOD_CHACHA20_POLY1305 {
		return Err(Error::UnsupportedPacket { what: "an unknown cipher for the data" });
	}
	let key = rest.first_chunk::<32>().ok_or(SHORT)?;
	Ok(Packet::DataKey(DataKey(*key)))
}

#[cfg(test)]
mod tests;
