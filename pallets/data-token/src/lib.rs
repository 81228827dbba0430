#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)
)]

extern crate alloc;

pub use pallet::*;
pub use types::Allowance;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod impls;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

use frame_support::{pallet_prelude::*, traits::Footprint};
use ownome_primitives::Balance;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::types::{AccountIdLookupOf, AllowanceOf, TicketOf};
	use frame_support::traits::{
		fungible::{Inspect, InspectHold, Mutate},
		Consideration,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::traits::StaticLookup;

	/// Version of the storage layout.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Where the balances are kept. Its own calls must be switched off, so that nothing goes round this pallet's rules.
		type Ledger: Inspect<Self::AccountId, Balance = Balance>
			+ InspectHold<Self::AccountId>
			+ Mutate<Self::AccountId>;

		/// The largest total supply, in 10^-18 `DATA`. Lowering it below the supply stops minting and nothing else.
		#[pallet::constant]
		type Cap: Get<Balance>;

		/// What an owner pays for an allowance's record, held until the allowance is zero.
		type AllowanceDeposit: Consideration<Self::AccountId, Footprint>;

		/// Who may mint.
		type IssuerOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Weights measured by the benchmarks of this pallet.
		type WeightInfo: WeightInfo;
	}

	/// What is held in the native coin.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The record of an allowance.
		Allowance,
	}

	/// How much each spender may spend of each owner's tokens. Paid for by the owner; deleted when it goes to zero.
	// Blake2: both keys are chosen by users.
	#[pallet::storage]
	pub type Allowances<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Blake2_128Concat,
		T::AccountId,
		AllowanceOf<T>,
		OptionQuery,
	>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Tokens moved by a call of this pallet, were minted or were burnt (ERC-20 `Transfer`). What the consent pallet pays out of
		/// an escrow shows as `TransferOnHold` of the ledger.
		Transfer {
			/// Whose tokens they were; `None` if they were minted.
			from: Option<T::AccountId>,
			/// Whose tokens they are; `None` if they were burnt.
			to: Option<T::AccountId>,
			/// How many, in 10^-18 `DATA`.
			value: Balance,
		},
		/// An allowance was set (ERC-20 `Approval`).
		Approval {
			/// Whose tokens.
			owner: T::AccountId,
			/// Who may spend them.
			spender: T::AccountId,
			/// How many at most, in 10^-18 `DATA`.
			value: Balance,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The all-zero account stands for nobody and can neither receive nor spend: name a real account.
		ZeroAccount,
		/// The balance that is free to spend is too small: send less, or wait until held tokens are released.
		InsufficientBalance,
		/// The allowance is too small: ask the owner to approve more.
		InsufficientAllowance,
		/// Minting so much would exceed the cap: mint less.
		CapExceeded,
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Send tokens (ERC-20 `transfer`). A value of zero and a transfer to oneself succeed.
		///
		/// - Origin: signed by the sender.
		/// - `to`: the receiver.
		/// - `value`: how many, in 10^-18 `DATA`.
		///
		/// Emits [`Event::Transfer`]. Errors: [`Error::ZeroAccount`], [`Error::InsufficientBalance`].
		#[pallet::call_index(0)]
		pub fn transfer(
			origin: OriginFor<T>,
			to: AccountIdLookupOf<T>,
			#[pallet::compact] value: Balance,
		) -> DispatchResult {
			let from = ensure_signed(origin)?;
			let to = T::Lookup::lookup(to)?;
			Self::do_transfer(from, to, value)
		}

		/// Let `spender` spend up to `value` of the caller's tokens (ERC-20 `approve`). Replaces what was allowed before.
		///
		/// - Origin: signed by the owner of the tokens.
		/// - `spender`: who may spend.
		/// - `value`: how many at most, in 10^-18 `DATA`; `u128::MAX` is an allowance without end.
		/// - Holds the allowance deposit while `value` is not zero.
		///
		/// Emits [`Event::Approval`]. Errors: [`Error::ZeroAccount`], or the deposit cannot be held.
		#[pallet::call_index(1)]
		pub fn approve(
			origin: OriginFor<T>,
			spender: AccountIdLookupOf<T>,
			#[pallet::compact] value: Balance,
		) -> DispatchResult {
			let owner = ensure_signed(origin)?;
			let spender = T::Lookup::lookup(spender)?;
			Self::do_approve(owner, spender, value)
		}

		/// Send somebody else's tokens out of an allowance (ERC-20 `transferFrom`).
		///
		/// - Origin: signed by the spender.
		/// - `from`: whose tokens; `to`: the receiver; `value`: how many, in 10^-18 `DATA`.
		/// - Reduces the allowance unless it is `u128::MAX`; the owner's deposit returns when it reaches zero.
		///
		/// Emits [`Event::Transfer`]. Errors: [`Error::ZeroAccount`], [`Error::InsufficientAllowance`],
		/// [`Error::InsufficientBalance`].
		#[pallet::call_index(2)]
		pub fn transfer_from(
			origin: OriginFor<T>,
			from: AccountIdLookupOf<T>,
			to: AccountIdLookupOf<T>,
			#[pallet::compact] value: Balance,
		) -> DispatchResult {
			let spender = ensure_signed(origin)?;
			let from = T::Lookup::lookup(from)?;
			let to = T::Lookup::lookup(to)?;
			Self::spend_allowance(&from, &spender, value)?;
			Self::do_transfer(from, to, value)
		}

		/// Destroy tokens of the caller (OpenZeppelin `ERC20Burnable.burn`).
		///
		/// - Origin: signed by the owner of the tokens.
		/// - `value`: how many, in 10^-18 `DATA`.
		///
		/// Emits [`Event::Transfer`] to nobody. Error: [`Error::InsufficientBalance`].
		#[pallet::call_index(3)]
		pub fn burn(origin: OriginFor<T>, #[pallet::compact] value: Balance) -> DispatchResult {
			let from = ensure_signed(origin)?;
			Self::do_burn(from, value)
		}

		/// Destroy somebody else's tokens out of an allowance (OpenZeppelin `ERC20Burnable.burnFrom`).
		///
		/// - Origin: signed by the spender.
		/// - `from`: whose tokens; `value`: how many, in 10^-18 `DATA`.
		///
		/// Emits [`Event::Transfer`] to nobody. Errors: [`Error::InsufficientAllowance`],
		/// [`Error::InsufficientBalance`], [`Error::ZeroAccount`].
		#[pallet::call_index(4)]
		pub fn burn_from(
			origin: OriginFor<T>,
			from: AccountIdLookupOf<T>,
			#[pallet::compact] value: Balance,
		) -> DispatchResult {
			let spender = ensure_signed(origin)?;
			let from = T::Lookup::lookup(from)?;
			Self::spend_allowance(&from, &spender, value)?;
			Self::do_burn(from, value)
		}

		/// Create tokens (OpenZeppelin `ERC20Capped`), never past [`Config::Cap`].
		///
		/// - Origin: [`Config::IssuerOrigin`].
		/// - `to`: the receiver; `value`: how many, in 10^-18 `DATA`.
		///
		/// Emits [`Event::Transfer`] from nobody. Errors: [`Error::ZeroAccount`], [`Error::CapExceeded`].
		#[pallet::call_index(5)]
		pub fn mint(
			origin: OriginFor<T>,
			to: AccountIdLookupOf<T>,
			#[pallet::compact] value: Balance,
		) -> DispatchResult {
			T::IssuerOrigin::ensure_origin(origin)?;
			let to = T::Lookup::lookup(to)?;
			Self::do_mint(to, value)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	impl<T: Config> Pallet<T> {
		/// What one allowance takes in storage.
		pub fn allowance_footprint() -> Footprint {
			Footprint::from_mel::<(T::AccountId, T::AccountId, Allowance<TicketOf<T>>)>()
		}
	}
}
