//! Accounts as people name them, and their files.

use crate::passphrase;
use anyhow::bail;
use ownome_vault::{
	keys::{AccountKey, Keystore, Kind, Mnemonic},
	Error,
};
use std::{path::Path, str::FromStr};
use subxt::utils::AccountId32;

/// The accounts of the development network. Their keys are known to everybody.
pub const DEV_ACCOUNTS: [&str; 6] = ["alice", "bob", "charlie", "dave", "eve", "ferdie"];

/// The key of a development account, if `name` is the name of one.
pub fn dev_key(name: &str) -> Option<AccountKey> {
	let known = match name {
		"alice" => "Alice",
		"bob" => "Bob",
		"charlie" => "Charlie",
		"dave" => "Dave",
		"eve" => "Eve",
		"ferdie" => "Ferdie",
		_ => return None,
	};
	Some(AccountKey::development(known))
}

/// The key in an account file: from its words, or with the passphrase of a file of polkadot.js.
pub fn read(path: &Path) -> anyhow::Result<AccountKey> {
	match Kind::of(path)? {
		Kind::Words => Ok(Mnemonic::read(path)?.account()),
		Kind::Keystore => unlock(path, &Keystore::read(path)?),
		Kind::Private | Kind::Public => bail!(
			"{} is a key for files, with which nobody can sign: give the file of an account.",
			path.display()
		),
	}
}

/// The account whose file this is, for which no passphrase is needed.
pub fn of_file(path: &Path) -> anyhow::Result<AccountId32> {
	Ok(AccountId32(match Kind::of(path)? {
		Kind::Keystore => Keystore::read(path)?.account(),
		_ => read(path)?.account(),
	}))
}

/// The key in the file of polkadot.js at `path`, with its passphrase.
pub fn unlock(path: &Path, stored: &Keystore) -> anyhow::Result<AccountKey> {
	let passphrase =
		passphrase::of(path).map_err(|source| Error::NoPassphrase { path: path.into(), source })?;
	Ok(stored.unlock(&passphrase)?)
}

/// An account given as an argument: its address, its name, or a file of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account(pub AccountId32);

/// A text names no account.
#[derive(Debug, thiserror::Error)]
pub enum UnknownAccount {
	/// It is no name that could be looked up.
	#[error("this is neither an address, like 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY, nor an account file, nor one of {}", DEV_ACCOUNTS.join(", "))]
	Name,
	/// It is a file, but none that tells an account.
	#[error("{0:#}")]
	File(anyhow::Error),
}

impl Account {
	/// The account with this address or name.
	pub fn named(text: &str) -> Result<Self, UnknownAccount> {
		match dev_key(text) {
			Some(key) => Ok(Self(AccountId32(key.account()))),
			None => text.parse().map(Self).map_err(|_| UnknownAccount::Name),
		}
	}
}

impl FromStr for Account {
	type Err = UnknownAccount;

	fn from_str(text: &str) -> Result<Self, UnknownAccount> {
		let path = Path::new(text);
		match Self::named(text) {
			Err(UnknownAccount::Name) if path.is_file() => {
				of_file(path).map(Self).map_err(UnknownAccount::File)
			},
			named => named,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

	#[test]
	fn every_dev_name_is_an_account_of_its_own() {
		let accounts: std::collections::BTreeSet<_> =
			DEV_ACCOUNTS.iter().map(|name| name.parse::<Account>().unwrap().0).collect();
		assert_eq!(accounts.len(), DEV_ACCOUNTS.len());
	}

	#[test]
	fn an_address_and_the_dev_name_are_the_same_account() {
		assert_eq!(ALICE.parse::<Account>().unwrap(), "alice".parse().unwrap());
		assert_eq!("alice".parse::<Account>().unwrap().0.to_string(), ALICE);
	}

	#[test]
	fn a_mistyped_address_is_refused() {
		let mistyped = ALICE.replace("HGKutQY", "HGKutQZ");
		for text in [&mistyped, "mallory", "Alice", "", "5Grwva"] {
			let error = text.parse::<Account>().unwrap_err().to_string();
			assert!(error.contains("neither an address") && error.contains("ferdie"), "{text:?}");
		}
	}

	#[test]
	fn an_account_file_names_its_account_and_another_file_none() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("me.account");
		let made = Mnemonic::generate().unwrap();
		made.write(&path).unwrap();
		let text = path.to_str().unwrap();
		assert_eq!(text.parse::<Account>().unwrap().0 .0, made.account().account());
		// Not where a list that somebody else wrote names accounts.
		assert!(matches!(Account::named(text), Err(UnknownAccount::Name)));
		std::fs::write(&path, "Dear diary").unwrap();
		let error = text.parse::<Account>().unwrap_err().to_string();
		assert!(error.contains("is not an account file") && !error.contains("diary"), "{error}");
	}
}
