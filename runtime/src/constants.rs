//! Numbers that were decided.

use crate::types::Balance;
use frame_support::weights::{constants::WEIGHT_REF_TIME_PER_SECOND, Weight};
use ownome_primitives::Moment;
use sp_runtime::Perbill;

/// Time between two blocks, in milliseconds (docs/adr/0001-slot-time.md).
pub const SLOT_DURATION: Moment = 2_000;

/// A day, in milliseconds.
pub const DAYS: Moment = 24 * 60 * 60 * 1_000;

/// How much execution a block may take: a third of a slot (docs/adr/0001-slot-time.md).
pub const MAXIMUM_BLOCK_WEIGHT: Weight =
	Weight::from_parts(WEIGHT_REF_TIME_PER_SECOND * SLOT_DURATION / 1_000 / 3, u64::MAX);

/// How many bytes of transactions a block may hold (docs/adr/0001-slot-time.md).
pub const MAXIMUM_BLOCK_LENGTH: u32 = 2 * 1024 * 1024;

/// The part of a block that ordinary transactions may fill.
pub const NORMAL_DISPATCH_RATIO: Perbill = Perbill::from_percent(75);

/// One `OWN`, the native coin for fees and deposits, 12 decimals.
pub const OWN: Balance = 1_000_000_000_000;

/// A thousandth of an `OWN`.
pub const MILLI_OWN: Balance = OWN / 1_000;

/// A millionth of an `OWN`.
pub const MICRO_OWN: Balance = OWN / 1_000_000;

/// One `DATA`, the data token in which prices are paid, 18 decimals.
pub const DATA: Balance = 1_000_000_000_000_000_000;

/// Name of the data token.
pub const DATA_NAME: &str = "Ownome Data Token";

/// Symbol of the data token.
pub const DATA_SYMBOL: &str = "DATA";

/// Decimals of the data token.
pub const DATA_DECIMALS: u8 = 18;

/// Symbol of the native coin.
pub const OWN_SYMBOL: &str = "OWN";

/// Decimals of the native coin.
pub const OWN_DECIMALS: u8 = 12;

/// The largest supply of the data token.
pub const DATA_CAP: Balance = 3_000_000_000 * DATA;

/// The smallest balance of `OWN` with which an account exists.
pub const EXISTENTIAL_DEPOSIT: Balance = MILLI_OWN;

/// What one entry in the chain's state costs, held as long as it is there.
pub const DEPOSIT_PER_ITEM: Balance = 10 * MILLI_OWN;

/// What one byte in the chain's state costs, held as long as it is there.
pub const DEPOSIT_PER_BYTE: Balance = 100 * MICRO_OWN;

/// What `items` entries of together `bytes` bytes cost in the chain's state.
pub const fn deposit(items: u32, bytes: u32) -> Balance {
	items as Balance * DEPOSIT_PER_ITEM + bytes as Balance * DEPOSIT_PER_BYTE
}
