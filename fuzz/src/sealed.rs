//! Headers and blocks with anything in them, sealed for a reader who is always the same: so inputs get to what stands behind
//! the authentication, and do the same each time.

use std::{
	io::{self, Write},
	sync::LazyLock,
};

use blake2::{Blake2b512, Digest};
use ownome_vault::keys::SecretKey;
use ring::aead::{Aad, LessSafeKey, Nonce, UnboundKey, CHACHA20_POLY1305};
use tempfile::NamedTempFile;
use x25519_dalek::{PublicKey, StaticSecret};

const READER: &[u8] = include_bytes!("../../client/vault/tests/data/open.sec");

/// The reader.
pub fn reader() -> &'static SecretKey {
	static KEY: LazyLock<SecretKey> = LazyLock::new(|| {
		let file = private_file(READER);
		SecretKey::read(file.path(), || Err(io::ErrorKind::Unsupported.into()))
			.expect("the key is not locked")
	});
	&KEY
}

/// A file that only its owner can read.
pub fn private_file(bytes: &[u8]) -> NamedTempFile {
	let mut file = NamedTempFile::new().expect("there is a folder for temporary files");
	file.write_all(bytes).expect("there is room for a small file");
	file
}

/// Who writes packets.
pub struct Writer {
	public: [u8; 32],
	/// The key of the packets for the reader.
	key: [u8; 32],
}

impl Writer {
	/// One of the few that there are.
	pub fn number(number: u8) -> &'static Self {
		static WRITERS: LazyLock<[Writer; 3]> = LazyLock::new(|| [1, 2, 3].map(Writer::new));
		&WRITERS[usize::from(number) % WRITERS.len()]
	}

	fn new(seed: u8) -> Self {
		let secret = StaticSecret::from([seed; 32]);
		let public = PublicKey::from(&secret).to_bytes();
		let reader = reader().public();
		let shared = secret.diffie_hellman(&PublicKey::from(*reader.as_bytes()));
		let digest = Blake2b512::new()
			.chain_update(shared.as_bytes())
			.chain_update(reader.as_bytes())
			.chain_update(public)
			.finalize();
		let (key, _) = digest.split_first_chunk().expect("the hash has 64 bytes");
		Self { public, key: *key }
	}

	/// The public key.
	pub fn public(&self) -> [u8; 32] {
		self.public
	}

	/// A packet for the reader, with its length.
	pub fn packet(&self, text: &[u8]) -> Vec<u8> {
		packet_of(0, &[&self.public[..], &seal(&self.key, text)].concat())
	}
}

/// Nonce, ciphertext and tag of a text.
pub fn seal(key: &[u8; 32], text: &[u8]) -> Vec<u8> {
	let nonce = [0; 12];
	let key = UnboundKey::new(&CHACHA20_POLY1305, key).expect("the key has 32 bytes");
	let mut sealed = text.to_vec();
	LessSafeKey::new(key)
		.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut sealed)
		.expect("the text is short");
	[&nonce[..], &sealed].concat()
}

/// A packet of an encryption method, with its length.
pub fn packet_of(method: u32, inside: &[u8]) -> Vec<u8> {
	let length = 8 + inside.len() as u32;
	[&length.to_le_bytes()[..], &method.to_le_bytes(), inside].concat()
}

/// The text of a packet with a data key.
pub fn data_key(key: &[u8; 32]) -> Vec<u8> {
	[&[0; 8][..], key].concat()
}

/// The text of a packet with an edit list.
pub fn edit_list(lengths: &[u64]) -> Vec<u8> {
	let lengths: Vec<u8> = lengths.iter().flat_map(|length| length.to_le_bytes()).collect();
	counted(lengths.len() as u32 / 8, &lengths)
}

/// The text of a packet with an edit list that is said to have so many lengths.
pub fn counted(count: u32, lengths: &[u8]) -> Vec<u8> {
	[&1u32.to_le_bytes()[..], &count.to_le_bytes(), lengths].concat()
}

/// A header with these packets.
pub fn header(packets: &[Vec<u8>]) -> Vec<u8> {
	let count = packets.len() as u32;
	[b"crypt4gh\x01\0\0\0", &count.to_le_bytes()[..], &packets.concat()].concat()
}
