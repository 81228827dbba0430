//! Stored types of this pallet, and aliases.

use crate::Config;
use codec::{Decode, Encode, MaxEncodedLen};
use ownome_primitives::{Balance, Tranche};
use scale_info::TypeInfo;
use sp_runtime::traits::StaticLookup;

/// The address form of an account in a call.
pub type AccountIdLookupOf<T> = <<T as frame_system::Config>::Lookup as StaticLookup>::Source;

/// The receipt for an allowance's deposit.
pub type TicketOf<T> = <T as Config>::AllowanceDeposit;

/// The receipt for the deposit of a permit nonce.
pub type NonceTicketOf<T> = <T as Config>::NonceDeposit;

/// A tranche of this chain.
pub type TrancheOf<T> = Tranche<<T as frame_system::Config>::AccountId>;

/// The permit nonce of an owner of this chain.
pub type NonceOf<T> = Nonce<NonceTicketOf<T>>;

/// An allowance of this chain.
pub type AllowanceOf<T> = Allowance<TicketOf<T>>;

/// What a spender may still spend.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Allowance<Ticket> {
	/// How much is left, in 10^-18 `DATA`; never zero. `u128::MAX` is not reduced by spending.
	pub value: Balance,
	/// The owner's deposit.
	pub deposit: Ticket,
}

/// How many permits of an owner were used.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Nonce<Ticket> {
	/// The nonce that the next permit must have; never zero.
	pub next: u64,
	/// The owner's deposit.
	pub deposit: Ticket,
}
