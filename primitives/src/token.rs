//! The data token as others see it.

use crate::Balance;
use codec::{Decode, Encode};
use scale_info::TypeInfo;

/// What an account has of the data token, in 10^-18 `DATA`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct TokenBalance {
	/// What the account may spend.
	pub free: Balance,
	/// What is held, in escrow for offers and grants.
	pub held: Balance,
}
