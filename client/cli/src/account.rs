//! Accounts as people name them.

use std::str::FromStr;
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

/// An account given as an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account(pub AccountId32);

/// A text names no account.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is neither an address, like 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY, nor one of {}", DEV_ACCOUNTS.join(", "))]
pub struct UnknownAccount;

impl FromStr for Account {
	type Err = UnknownAccount;

	fn from_str(text: &str) -> Result<Self, UnknownAccount> {
		match dev_key(text) {
			Some(key) => Ok(Self(key.public_key().to_account_id())),
			None => text.parse().map(Self).map_err(|_| UnknownAccount),
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
		assert_eq!(ALICE.parse::<Account>(), "alice".parse());
		assert_eq!("alice".parse::<Account>().unwrap().0.to_string(), ALICE);
	}

	#[test]
	fn a_mistyped_address_is_refused() {
		let mistyped = ALICE.replace("HGKutQY", "HGKutQZ");
		for text in [&mistyped, "mallory", "Alice", "", "5Grwva"] {
			assert_eq!(text.parse::<Account>(), Err(UnknownAccount), "{text:?}");
		}
		assert!(UnknownAccount.to_string().contains("ferdie"));
	}
}
