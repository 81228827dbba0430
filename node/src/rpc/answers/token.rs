//! The data token.

use ownome_primitives::{Moment, TokenBalance, TokenInfo, Tranche};
use ownome_runtime::AccountId;
use serde::Serialize;

/// What an account has of the data token, in 10^-18 `DATA`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TokenBalanceAnswer {
	/// What the account may spend.
	pub free: String,
	/// What is held, in escrow for offers and grants.
	pub held: String,
}

impl From<TokenBalance> for TokenBalanceAnswer {
	fn from(balance: TokenBalance) -> Self {
		Self { free: balance.free.to_string(), held: balance.held.to_string() }
	}
}

/// What a wallet shows of the data token, and how much there is of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TokenAnswer {
	/// The name.
	pub name: String,
	/// The symbol.
	pub symbol: String,
	/// How many decimals a wallet shows.
	pub decimals: u8,
	/// The largest supply that there can ever be, in 10^-18 `DATA`.
	pub cap: String,
	/// How much there is, in 10^-18 `DATA`.
	pub total_supply: String,
}

impl From<TokenInfo> for TokenAnswer {
	fn from(token: TokenInfo) -> Self {
		Self {
			name: token.name,
			symbol: token.symbol,
			decimals: token.decimals,
			cap: token.cap.to_string(),
			total_supply: token.total_supply.to_string(),
		}
	}
}

/// A part of the supply that may be minted, for one account, from a given time on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TrancheAnswer {
	/// The only account to which it may be minted.
	pub beneficiary: AccountId,
	/// All of it, in 10^-18 `DATA`.
	pub amount: String,
	/// Nothing of it may be minted earlier.
	pub starts_at: Moment,
	/// Over how long it is released evenly from then on, in milliseconds; 0 releases all of it at once.
	pub vesting: Moment,
	/// How much of it was minted, in 10^-18 `DATA`.
	pub minted: String,
}

impl From<Tranche<AccountId>> for TrancheAnswer {
	fn from(tranche: Tranche<AccountId>) -> Self {
		Self {
			beneficiary: tranche.beneficiary,
			amount: tranche.amount.to_string(),
			starts_at: tranche.starts_at,
			vesting: tranche.vesting,
			minted: tranche.minted.to_string(),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use ownome_primitives::Balance;
	use serde_json::json;
	use sp_keyring::Sr25519Keyring::Alice;

	const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

	#[test]
	fn amounts_are_exact_decimal_strings() {
		let balance = TokenBalance { free: Balance::MAX, held: 12_500_000_000_000_000_000 };
		assert_eq!(
			json!(TokenBalanceAnswer::from(balance)),
			json!({
				"free": "340282366920938463463374607431768211455",
				"held": "12500000000000000000",
			})
		);
	}

	#[test]
	fn token_has_name_symbol_decimals_cap_and_supply() {
		let token = TokenInfo {
			name: "Ownome Data Token".into(),
			symbol: "DATA".into(),
			decimals: 18,
			cap: Balance::MAX,
			total_supply: 5,
		};
		assert_eq!(
			json!(TokenAnswer::from(token)),
			json!({
				"name": "Ownome Data Token",
				"symbol": "DATA",
				"decimals": 18,
				"cap": "340282366920938463463374607431768211455",
				"totalSupply": "5",
			})
		);
	}

	#[test]
	fn tranche_names_its_beneficiary_and_times() {
		let tranche = Tranche {
			beneficiary: Alice.to_account_id(),
			amount: Balance::MAX,
			starts_at: 1_793_000_000_000,
			vesting: 1_000,
			minted: 7,
		};
		assert_eq!(
			json!(TrancheAnswer::from(tranche)),
			json!({
				"beneficiary": ALICE,
				"amount": "340282366920938463463374607431768211455",
				"startsAt": 1_793_000_000_000u64,
				"vesting": 1_000,
				"minted": "7",
			})
		);
	}
}
