//! What `ownome_*` methods answer, in JSON.
//!
//! Keys are camelCase. Amounts are decimal strings in the smallest unit, because they do not fit into the
//! numbers of JavaScript; ids, lengths and times (Unix milliseconds) are numbers. Accounts are SS58
//! addresses, hashes are `0x` and hexadecimal.

pub mod member;
pub mod registry;

use ownome_primitives::{
	Access, Denial, EndCause, GrantId, GrantMoney, Moment, Standing, TokenBalance, TokenInfo,
	Tranche,
};
use ownome_runtime::AccountId;
use serde::Serialize;

/// Whether somebody may read a dataset at a moment: `permitted`, and what that follows from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum AccessAnswer {
	/// Yes.
	Permitted {
		/// `true`.
		permitted: bool,
		/// The grant that allows it.
		grant: GrantId,
		/// As far as is known now, until this moment.
		until: Moment,
	},
	/// No.
	Denied {
		/// `false`.
		permitted: bool,
		/// Why not.
		#[serde(flatten)]
		denial: DenialAnswer,
	},
}

/// Why an access is denied: `reason`, and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "camelCase")]
pub enum DenialAnswer {
	/// There has never been a grant for this dataset and grantee.
	NoGrant,
	/// The first grant came later.
	NotYetGranted {
		/// The grant.
		grant: GrantId,
		/// When it was made.
		from: Moment,
	},
	/// The owner revoked the last grant.
	Revoked {
		/// The grant.
		grant: GrantId,
		/// When.
		at: Moment,
	},
	/// The owner did not deliver the key for the last grant in time.
	Undelivered {
		/// The grant.
		grant: GrantId,
		/// When it ended for that.
		at: Moment,
	},
	/// The dataset was erased.
	Erased {
		/// The last grant.
		grant: GrantId,
		/// When it ended for that.
		at: Moment,
	},
	/// The grantee gave the last grant back.
	Relinquished {
		/// The last grant.
		grant: GrantId,
		/// When it ended for that.
		at: Moment,
	},
	/// All accesses of the last grant were used.
	Exhausted {
		/// The last grant.
		grant: GrantId,
		/// When it ended for that.
		at: Moment,
	},
	/// An auditor found that the key for the last grant does not open the data.
	DeliveryRejected {
		/// The last grant.
		grant: GrantId,
		/// When it ended for that.
		at: Moment,
	},
	/// A dispute about the key for the last grant was not decided in time.
	Undecided {
		/// The last grant.
		grant: GrantId,
		/// When it ended for that.
		at: Moment,
	},
	/// An ethics committee found the emergency not justified for which the last grant was made.
	Unjustified {
		/// The last grant.
		grant: GrantId,
		/// When it ended for that.
		at: Moment,
	},
	/// The last grant ran out.
	Expired {
		/// The grant.
		grant: GrantId,
		/// When.
		at: Moment,
	},
	/// The grantee says that the key does not open the data, and nobody had decided on that.
	Disputed {
		/// The grant.
		grant: GrantId,
		/// Since when.
		since: Moment,
	},
	/// The grant opens less than was asked for.
	OutOfScope {
		/// The grant.
		grant: GrantId,
	},
	/// The grantee was not a member in good standing.
	NotInStanding {
		/// `suspended`, `expelled` or `resigned`; `null` if it had never been a member.
		standing: Option<&'static str>,
	},
}

impl From<Access> for AccessAnswer {
	fn from(access: Access) -> Self {
		match access {
			Access::Permitted { grant, until } => Self::Permitted { permitted: true, grant, until },
			Access::Denied(denial) => Self::Denied { permitted: false, denial: denial.into() },
		}
	}
}

impl From<Denial> for DenialAnswer {
	fn from(denial: Denial) -> Self {
		match denial {
			Denial::NoGrant => Self::NoGrant,
			Denial::NotYetGranted { grant, from } => Self::NotYetGranted { grant, from },
			Denial::Ended { grant, ended } => match ended.cause {
				EndCause::Revoked => Self::Revoked { grant, at: ended.at },
				EndCause::Undelivered => Self::Undelivered { grant, at: ended.at },
				EndCause::Erased => Self::Erased { grant, at: ended.at },
				EndCause::Relinquished => Self::Relinquished { grant, at: ended.at },
				EndCause::Exhausted => Self::Exhausted { grant, at: ended.at },
				EndCause::DeliveryRejected => Self::DeliveryRejected { grant, at: ended.at },
				EndCause::Undecided => Self::Undecided { grant, at: ended.at },
				EndCause::Unjustified => Self::Unjustified { grant, at: ended.at },
			},
			Denial::Expired { grant, at } => Self::Expired { grant, at },
			Denial::Disputed { grant, since } => Self::Disputed { grant, since },
			Denial::OutOfScope { grant } => Self::OutOfScope { grant },
			Denial::Standing(standing) => {
				Self::NotInStanding { standing: standing.map(standing_name) }
			},
		}
	}
}

/// How the answer names a standing.
fn standing_name(standing: Standing) -> &'static str {
	match standing {
		Standing::Good => "good",
		Standing::Suspended => "suspended",
		Standing::Expelled => "expelled",
		Standing::Resigned => "resigned",
	}
}

/// Where the money of a grant is, in 10^-18 `DATA`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GrantMoneyAnswer {
	/// The whole price.
	pub price: String,
	/// What is held in the grantee's account.
	pub held: String,
	/// What was paid to owner, attester and treasury.
	pub paid: String,
	/// What went back to the grantee.
	pub refunded: String,
	/// What is earned so far, paid or not.
	pub earned: String,
	/// What a settlement would pay now.
	pub payable: String,
	/// What a settlement would release to the grantee now.
	pub refundable: String,
}

impl From<GrantMoney> for GrantMoneyAnswer {
	fn from(money: GrantMoney) -> Self {
		Self {
			price: money.price.to_string(),
			held: money.held.to_string(),
			paid: money.paid.to_string(),
			refunded: money.refunded.to_string(),
			earned: money.earned.to_string(),
			payable: money.payable.to_string(),
			refundable: money.refundable.to_string(),
		}
	}
}

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
	use ownome_primitives::{Balance, Ended};
	use serde_json::{json, Value};
	use sp_keyring::Sr25519Keyring::Alice;

	const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

	fn access(access: Access) -> Value {
		json!(AccessAnswer::from(access))
	}

	#[test]
	fn permission_names_the_grant() {
		assert_eq!(
			access(Access::Permitted { grant: 3, until: 1_793_000_000_000 }),
			json!({ "permitted": true, "grant": 3, "until": 1_793_000_000_000u64 })
		);
	}

	#[test]
	fn every_denial_names_its_reason() {
		let ended = |cause| Denial::Ended { grant: 3, ended: Ended { at: 5, cause } };
		for (denial, expected) in [
			(Denial::NoGrant, json!({ "permitted": false, "reason": "noGrant" })),
			(
				Denial::NotYetGranted { grant: 3, from: 5 },
				json!({ "permitted": false, "reason": "notYetGranted", "grant": 3, "from": 5 }),
			),
			(
				ended(EndCause::Revoked),
				json!({ "permitted": false, "reason": "revoked", "grant": 3, "at": 5 }),
			),
			(
				ended(EndCause::Undelivered),
				json!({ "permitted": false, "reason": "undelivered", "grant": 3, "at": 5 }),
			),
			(
				ended(EndCause::Erased),
				json!({ "permitted": false, "reason": "erased", "grant": 3, "at": 5 }),
			),
			(
				ended(EndCause::Relinquished),
				json!({ "permitted": false, "reason": "relinquished", "grant": 3, "at": 5 }),
			),
			(
				ended(EndCause::Exhausted),
				json!({ "permitted": false, "reason": "exhausted", "grant": 3, "at": 5 }),
			),
			(
				ended(EndCause::DeliveryRejected),
				json!({ "permitted": false, "reason": "deliveryRejected", "grant": 3, "at": 5 }),
			),
			(
				ended(EndCause::Undecided),
				json!({ "permitted": false, "reason": "undecided", "grant": 3, "at": 5 }),
			),
			(
				ended(EndCause::Unjustified),
				json!({ "permitted": false, "reason": "unjustified", "grant": 3, "at": 5 }),
			),
			(
				Denial::Expired { grant: 3, at: 5 },
				json!({ "permitted": false, "reason": "expired", "grant": 3, "at": 5 }),
			),
			(
				Denial::Disputed { grant: 3, since: 5 },
				json!({ "permitted": false, "reason": "disputed", "grant": 3, "since": 5 }),
			),
			(
				Denial::OutOfScope { grant: 3 },
				json!({ "permitted": false, "reason": "outOfScope", "grant": 3 }),
			),
			(
				Denial::Standing(Some(Standing::Suspended)),
				json!({ "permitted": false, "reason": "notInStanding", "standing": "suspended" }),
			),
			(
				Denial::Standing(None),
				json!({ "permitted": false, "reason": "notInStanding", "standing": null }),
			),
		] {
			assert_eq!(access(Access::Denied(denial)), expected);
		}
	}

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
