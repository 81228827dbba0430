//! The key of an account: sr25519, as Substrate and its wallets have it.

use std::fmt;

use schnorrkel::{
	context::signing_context, derive::ChainCode, ExpansionMode, Keypair, MiniSecretKey, PublicKey,
	SecretKey, Signature,
};
use zeroize::{Zeroize, Zeroizing};

use super::Mnemonic;

/// What every signature of a Substrate chain is made under.
const CONTEXT: &[u8] = b"substrate";
/// The words of the development accounts, which everybody knows.
const DEVELOPMENT: &str = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";

/// The key with which an account signs. It is wiped from memory when it goes, and `Debug` does not show it.
#[derive(Clone)]
pub struct AccountKey(Keypair);

impl AccountKey {
	/// The key of the development account `//NAME`, `//Alice` for example, which everybody has.
	///
	/// # Panics
	/// If the name has more than 31 bytes.
	pub fn development(name: &str) -> Self {
		let words = Mnemonic::parse(DEVELOPMENT).expect("these are words of the list; qed");
		// SCALE: the length of a short text is one byte, four times as large.
		let mut code = [0; 32];
		code[0] = u8::try_from(name.len() * 4).expect("the name is short");
		code[1..=name.len()].copy_from_slice(name.as_bytes());
		let (seed, _) =
			words.account().0.secret.hard_derive_mini_secret_key(Some(ChainCode(code)), b"");
		Self(seed.expand_to_keypair(ExpansionMode::Ed25519))
	}

	/// The key that Substrate makes of a seed.
	pub(super) fn from_seed(seed: &[u8; 32]) -> Self {
		let seed = MiniSecretKey::from_bytes(seed).expect("a seed has 32 bytes; qed");
		Self(seed.expand_to_keypair(ExpansionMode::Ed25519))
	}

	/// The key in the form in which polkadot.js stores it, if it is one.
	pub(super) fn from_stored(bytes: &[u8; 64]) -> Option<Self> {
		SecretKey::from_ed25519_bytes(bytes)
			.ok()
			.map(|secret| Self(secret.to_keypair()))
	}

	/// The key in the form in which polkadot.js stores it.
	pub(super) fn to_stored(&self) -> Zeroizing<[u8; 64]> {
		let mut bytes = self.0.secret.to_ed25519_bytes();
		let stored = Zeroizing::new(bytes);
		bytes.zeroize();
		stored
	}

	/// The account: its public key.
	pub fn account(&self) -> [u8; 32] {
		self.0.public.to_bytes()
	}

	/// Signs a message.
	pub fn sign(&self, message: &[u8]) -> [u8; 64] {
		self.0.sign(signing_context(CONTEXT).bytes(message)).to_bytes()
	}
}

impl fmt::Debug for AccountKey {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("AccountKey(..)")
	}
}

/// Whether `account` signed the message.
pub fn verify(signature: &[u8; 64], message: &[u8], account: &[u8; 32]) -> bool {
	match (PublicKey::from_bytes(account), Signature::from_bytes(signature)) {
		(Ok(key), Ok(signature)) => key.verify_simple(CONTEXT, message, &signature).is_ok(),
		_ => false,
	}
}
