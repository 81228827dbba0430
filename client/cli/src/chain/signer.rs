//! Who signs transactions.

use super::connection::Config;
use crate::account::{self, dev_key, Account};
use anyhow::{anyhow, Context};
use ownome_vault::{keys::AccountKey, Error};
use std::{
	convert::Infallible,
	fmt,
	io::ErrorKind,
	path::{Path, PathBuf},
	str::FromStr,
};
use subxt::{
	transactions::Signer,
	utils::{AccountId32, MultiSignature},
};

/// Where the key of the signer comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignerSource {
	/// A development account.
	Dev(String),
	/// An account file.
	File(PathBuf),
}

impl FromStr for SignerSource {
	type Err = Infallible;

	fn from_str(text: &str) -> Result<Self, Infallible> {
		Ok(match dev_key(text) {
			Some(_) => Self::Dev(text.into()),
			None => Self::File(text.into()),
		})
	}
}

impl fmt::Display for SignerSource {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Dev(name) => f.write_str(name),
			Self::File(path) => path.display().fmt(f),
		}
	}
}

impl SignerSource {
	/// The key itself, with its passphrase if it has one.
	pub fn key(&self) -> anyhow::Result<Keypair> {
		match self {
			Self::Dev(name) => dev_key(name).context("This development account has no key."),
			Self::File(path) => account::read(path).map_err(|error| explain(path, error)),
		}
		.map(Keypair)
	}
}

/// The key of a signer.
#[derive(Clone, Debug)]
pub struct Keypair(AccountKey);

impl Keypair {
	/// What everybody may know of it.
	pub fn public_key(&self) -> PublicKey {
		PublicKey(self.0.account())
	}

	/// Signs something that is no transaction.
	pub fn sign(&self, message: &[u8]) -> [u8; 64] {
		self.0.sign(message)
	}
}

impl Signer<Config> for Keypair {
	fn account_id(&self) -> AccountId32 {
		self.public_key().to_account_id()
	}

	fn sign(&self, payload: &[u8]) -> MultiSignature {
		MultiSignature::Sr25519(self.0.sign(payload))
	}
}

/// The public key of a signer.
pub struct PublicKey([u8; 32]);

impl PublicKey {
	/// Its account.
	pub fn to_account_id(&self) -> AccountId32 {
		AccountId32(self.0)
	}
}

/// Says what else than a file `path` may be, and how to make one.
fn explain(path: &Path, error: anyhow::Error) -> anyhow::Error {
	let name = path.display();
	match error.downcast_ref() {
		Some(Error::ReadPath { source, .. }) if source.kind() == ErrorKind::NotFound => {
			match is_address(path) {
				true => anyhow!("{name} is an address, with which nobody can sign: give --signer its account file, or the name of a development account."),
				false => anyhow!("There is no account file {name}: make one with `ownome keys account --out {name}`, or give --signer the name of a development account."),
			}
		},
		_ => error,
	}
}

fn is_address(path: &Path) -> bool {
	path.to_str().is_some_and(|text| text.parse::<Account>().is_ok())
}

#[cfg(test)]
mod tests {
	use super::*;
	use ownome_vault::keys::{write_pair, Mnemonic, SecretKey};

	fn error(path: &Path) -> String {
		match SignerSource::File(path.into()).key() {
			Ok(_) => panic!("{} gives a key", path.display()),
			Err(error) => format!("{error:#}"),
		}
	}

	#[test]
	fn an_account_signs_from_its_file() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("me.account");
		let words = Mnemonic::generate().unwrap();
		words.write(&path).unwrap();
		let read = path.to_str().unwrap().parse::<SignerSource>().unwrap().key().unwrap();
		assert_eq!(read.public_key().0, words.account().account());
	}

	#[test]
	fn a_missing_file_says_how_to_make_one() {
		let message = error(Path::new("/nowhere/me.account"));
		assert!(message.contains("ownome keys account --out /nowhere/me.account"), "{message}");
	}

	#[test]
	fn an_address_a_folder_and_a_key_for_files_are_no_account_files() {
		let message = error(Path::new("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"));
		assert!(message.contains("is an address"), "{message}");
		let folder = tempfile::tempdir().unwrap();
		let message = error(folder.path());
		assert!(message.contains("is not a file"), "{message}");
		let secret = SecretKey::generate().unwrap();
		let files = write_pair(&folder.path().join("me"), &secret, None).unwrap();
		for file in [files.secret, files.public] {
			let message = error(&file);
			assert!(message.contains("is a key for files"), "{message}");
		}
	}

	#[test]
	fn dev_names_need_no_file() {
		assert_eq!("alice".parse(), Ok(SignerSource::Dev("alice".into())));
		assert_eq!("alice.account".parse(), Ok(SignerSource::File("alice.account".into())));
	}
}
