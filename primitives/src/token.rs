//! The data token as others see it.

use crate::{Balance, Moment};
use alloc::{string::String, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, Rounding};

/// Separates permits from everything else that an account may sign. Names pallet and version.
const PERMIT_DOMAIN: [u8; 26] = *b"ownome/data-token/permit/1";

/// What a wallet shows of the data token, and how much there is of it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct TokenInfo {
	/// The name (ERC-20 `name`).
	pub name: String,
	/// The symbol (ERC-20 `symbol`).
	pub symbol: String,
	/// How many decimals a wallet shows (ERC-20 `decimals`). All amounts are in the smallest unit.
	pub decimals: u8,
	/// The largest supply that there can ever be, in 10^-18 `DATA` (OpenZeppelin `ERC20Capped.cap`).
	pub cap: Balance,
	/// How much there is, in 10^-18 `DATA` (ERC-20 `totalSupply`).
	pub total_supply: Balance,
}

/// What an account has of the data token, in 10^-18 `DATA`. The sum of both is `balanceOf` of ERC-20.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct TokenBalance {
	/// What is not held. The account may spend it, but for the last unit where that keeps the account in the state
	/// (docs/adr/0002-token-ledger.md).
	pub free: Balance,
	/// What is held, in escrow for offers and grants.
	pub held: Balance,
}

/// A part of the supply that may be minted, for one account, from a given time on.
#[derive(
	Clone,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Tranche<AccountId> {
	/// The only account to which it may be minted.
	pub beneficiary: AccountId,
	/// All of it, in 10^-18 `DATA`.
	pub amount: Balance,
	/// Nothing of it may be minted earlier.
	pub starts_at: Moment,
	/// Over how long it is released evenly from then on, in milliseconds; 0 releases all of it at once.
	pub vesting: Moment,
	/// How much of it was minted, in 10^-18 `DATA`.
	#[serde(default)]
	pub minted: Balance,
}

impl<AccountId> Tranche<AccountId> {
	/// How much of it is released at the moment `now`, minted or not, in 10^-18 `DATA`. Rounded down.
	pub fn released(&self, now: Moment) -> Balance {
		let Some(elapsed) = now.checked_sub(self.starts_at) else { return 0 };
		if elapsed >= self.vesting {
			return self.amount;
		}
		// `elapsed` is less than `vesting`, so the divisor is not zero and the quotient is less than `amount`.
		multiply_by_rational_with_rounding(
			self.amount,
			elapsed.into(),
			self.vesting.into(),
			Rounding::Down,
		)
		.unwrap_or(0)
	}

	/// How much of it may be minted at the moment `now`, in 10^-18 `DATA`.
	pub fn mintable(&self, now: Moment) -> Balance {
		self.released(now).saturating_sub(self.minted)
	}
}

/// What an owner signs to approve a spender without a transaction (after ERC-2612):
/// `"ownome/data-token/permit/1" ++ SCALE(genesis hash, owner, spender, value: u128, nonce: u64, deadline: u64)`.
///
/// - `genesis`: hash of the chain's first block, so that a permit is good for one chain.
/// - `value`: the allowance, in 10^-18 `DATA`; `nonce`: how many permits of this owner were used before.
/// - `deadline`: the permit is good up to this moment, inclusive.
pub fn permit_message<Hash: Encode, AccountId: Encode>(
	genesis: &Hash,
	owner: &AccountId,
	spender: &AccountId,
	value: Balance,
	nonce: u64,
	deadline: Moment,
) -> Vec<u8> {
	(PERMIT_DOMAIN, genesis, owner, spender, value, nonce, deadline).encode()
}

/// How a benchmark gives tokens to an account.
#[cfg(feature = "runtime-benchmarks")]
pub trait Endow<AccountId> {
	/// Give `value` to `who`, in 10^-18 `DATA`.
	fn endow(who: &AccountId, value: Balance);
}

#[cfg(test)]
mod tests {
	use super::*;

	fn tranche(amount: Balance, starts_at: Moment, vesting: Moment) -> Tranche<u64> {
		Tranche { beneficiary: 1, amount, starts_at, vesting, minted: 0 }
	}

	#[test]
	fn nothing_is_released_before_the_start_and_all_at_the_end() {
		let tranche = tranche(1_000, 100, 10);
		for (now, released) in
			[(0, 0), (99, 0), (100, 0), (101, 100), (105, 500), (109, 900), (110, 1_000)]
		{
			assert_eq!(tranche.released(now), released, "at {now}");
		}
		assert_eq!(tranche.released(Moment::MAX), 1_000);
	}

	#[test]
	fn without_vesting_all_is_released_at_the_start() {
		let tranche = tranche(1_000, 100, 0);
		assert_eq!((tranche.released(99), tranche.released(100)), (0, 1_000));
	}

	#[test]
	fn largest_amounts_neither_overflow_nor_exceed_the_tranche() {
		let tranche = tranche(Balance::MAX, 0, Moment::MAX);
		assert_eq!(tranche.released(Moment::MAX), Balance::MAX);
		let almost = tranche.released(Moment::MAX - 1);
		assert!(almost < Balance::MAX && almost > Balance::MAX / 2);
	}

	#[test]
	fn minted_is_no_longer_mintable() {
		let tranche = Tranche { minted: 300, ..tranche(1_000, 100, 10) };
		assert_eq!((tranche.mintable(102), tranche.mintable(105)), (0, 200));
	}

	#[test]
	fn permit_is_the_documented_message() {
		let mut expected = b"ownome/data-token/permit/1".to_vec();
		expected.extend([9; 32]);
		expected.extend([1; 32]);
		expected.extend([2; 32]);
		expected.extend(5u128.to_le_bytes());
		expected.extend(6u64.to_le_bytes());
		expected.extend(7u64.to_le_bytes());
		assert_eq!(permit_message(&[9u8; 32], &[1u8; 32], &[2u8; 32], 5, 6, 7), expected);
	}
}
