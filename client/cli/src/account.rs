//! Accounts as people name them.

use crate::chain::SignerSource;
use std::{path::Path, str::FromStr};
use subxt::utils::AccountId32;
use subxt_signer::sr25519::{dev, Keypair};

/// The accounts of the development network. Their keys are known to everybody.
pub const DEV_ACCOUNTS: [&str; 6] = ["alice", "bob", "charlie", "dave", "eve", "ferdie"];

/// The key of a development account, if `name` is the name of one.
pub fn dev_key(name: &str) -> Option<Keypair> {
	match name {
		"alice" => Some(dev::alice()),
		"bob" => Some(dev::bob()),
		"charlie" => Some(dev::charlie()),
		"dave" => Some(dev::dave()),
		"eve" => Some(dev::eve()),
		"ferdie" => Some(dev::ferdie()),
		_ => None,
	}
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
			Some(key) => Ok(Self(key.public_key().to_account_id())),
			None => text.parse().map(Self).map_err(|_| UnknownAccount::Name),
		}
	}

	/// The account whose file this is.
	fn of_file(path: &Path) -> anyhow::Result<Self> {
		let key = SignerSource::File(path.into()).key()?;
		Ok(Self(key.public_key().to_account_id()))
	}
}

impl FromStr for Account {
	type Err = UnknownAccount;

	fn from_str(text: &str) -> Result<Self, UnknownAccount> {
		let path = Path::new(text);
		match Self::named(text) {
			Err(UnknownAccount::Name) if path.is_file() => {
				Self::of_file(path).map_err(UnknownAccount::File)
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
		let made = crate::chain::create_account(&path).unwrap().public_key().to_account_id();
		let text = path.to_str().unwrap();
		assert_eq!(text.parse::<Account>().unwrap().0, made);
		// Not where a list that somebody else wrote names accounts.
		assert!(matches!(Account::named(text), Err(UnknownAccount::Name)));
		std::fs::write(&path, "Dear diary").unwrap();
		let error = text.parse::<Account>().unwrap_err().to_string();
		assert!(error.contains("is not an account file") && !error.contains("diary"), "{error}");
	}
}
