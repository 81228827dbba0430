//! Accounts.

use ownome_runtime::AccountId;
use serde::{de::Error, Deserialize, Deserializer, Serialize};
use sp_core::crypto::Ss58Codec;

/// The address of an account in SS58.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Address(pub AccountId);

impl<'de> Deserialize<'de> for Address {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		let text = String::deserialize(deserializer)?;
		let misread = |_| {
			D::Error::custom(format!(
				"use the address of an account as wallets show it, not '{}'",
				text.escape_debug()
			))
		};
		AccountId::from_ss58check(&text).map(Self).map_err(misread)
	}
}
