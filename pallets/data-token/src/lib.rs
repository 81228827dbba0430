#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)
)]

extern crate alloc;

pub use pallet::*;
pub use types::{Allowance, Nonce};
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod erc20;
mod fungible;
mod issuance;
#[cfg(test)]
mod mock;
mod permit;
#[cfg(test)]
mod tests;
mod try_state;
mod types;
pub mod weights;

use frame_support::{pallet_prelude::*, traits::Footprint};
use ownome_primitives::{Balance, Moment};

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::types::{
		AccountIdLookupOf, AllowanceOf, NonceOf, NonceTicketOf, TicketOf, TrancheOf,
	};
	use alloc::vec::Vec;
	use frame_support::traits::{
		fungible::{Inspect, Mutate, MutateHold},
		Consideration, Time,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::traits::{IdentifyAccount, StaticLookup, Verify};

	/// Version of the storage layout.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Where the balances are kept. Its own calls must be switched off, and no other pallet may be given it, so that nothing goes
		/// round this pallet's rules.
		type Ledger: Inspect<Self::AccountId, Balance = Balance>
			+ Mutate<Self::AccountId>
			+ MutateHold<Self::AccountId>;

		/// The largest total supply, in 10^-18 `DATA`. No upgrade may lower it below the supply and what the schedule may still add.
		#[pallet::constant]
		type Cap: Get<Balance>;

		/// What an owner pays for an allowance's record, held until the allowance is zero.
		type AllowanceDeposit: Consideration<Self::AccountId, Footprint>;

		/// What an owner pays for the record of the permits that were used, held for good: a count that began anew would make used
		/// permits good again.
		type NonceDeposit: Consideration<Self::AccountId, Footprint>;

		/// Who may mint what the schedule releases.
		type IssuerOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// How many tranches the issuance schedule may have.
		#[pallet::constant]
		type MaxTranches: Get<u32>;

		/// The signatures with which permits may be signed.
		type OffchainSignature: Parameter
			+ Verify<Signer: IdentifyAccount<AccountId = Self::AccountId>>;

		/// Legal time, in Unix milliseconds.
		type Time: Time<Moment = Moment>;

		/// Makes permits for the benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: ownome_primitives::OffchainSigner<
			Self::AccountId,
			Self::OffchainSignature,
		>;

		/// Weights measured by the benchmarks of this pallet.
		type WeightInfo: WeightInfo;
	}

	/// What is held in the native coin.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The record of an allowance.
		Allowance,
		/// The count of the permits that were used.
		Nonce,
	}

	/// All that may ever be minted, set at genesis. Tranches that were minted stay listed.
	#[pallet::storage]
	pub type Schedule<T: Config> =
		StorageValue<_, BoundedVec<TrancheOf<T>, T::MaxTranches>, ValueQuery>;

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

	/// How many permits of each owner were used. Paid for by the owner; never deleted.
	// Blake2: the key is chosen by users.
	#[pallet::storage]
	pub type Nonces<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, NonceOf<T>, OptionQuery>;

	/// The state in which the token begins.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The issuance schedule. With the balances of the ledger it must not exceed the cap, and nothing of it may be minted yet.
		pub schedule: Vec<TrancheOf<T>>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Pallet::<T>::set_schedule(self.schedule.clone());
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Tokens moved from one account to another, out of an escrow too, were minted or were burnt (ERC-20 `Transfer`). Whoever adds
		/// these events up from genesis on has every account's balance, free and held together.
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
		/// The balance that is free to spend is too small: send less, or wait until what is held is released. An account of which something is
		/// held may have to keep its last unit.
		InsufficientBalance,
		/// The allowance is too small: ask the owner to approve more.
		InsufficientAllowance,
		/// Minting so much would exceed the cap: mint less.
		CapExceeded,
		/// The issuance schedule releases less than this to this account now: look the schedule up, and mint less, later, or to a
		/// beneficiary.
		NotReleased,
		/// The deadline of this permit has passed: ask the owner for a new one.
		PermitExpired,
		/// The owner did not sign this permit for this chain, or it was used already: read the owner's nonce, and ask for a new one.
		InvalidPermit,
		/// The owner has used up all permits: this takes longer than the chain can live.
		NoncesExhausted,
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

		/// Create tokens that the issuance [`Schedule`] releases (OpenZeppelin `ERC20Capped`), never past [`Config::Cap`].
		///
		/// - Origin: [`Config::IssuerOrigin`].
		/// - `to`: the receiver, a beneficiary of the schedule; `value`: how many, in 10^-18 `DATA`.
		/// - Takes from the tranches of `to` in the order of the schedule.
		///
		/// Emits [`Event::Transfer`] from nobody. Errors: [`Error::ZeroAccount`], [`Error::CapExceeded`],
		/// [`Error::NotReleased`].
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

		/// Let `spender` spend up to `value` of the tokens of `owner`, who signed so off chain (ERC-2612 `permit`).
		///
		/// - Origin: signed by anybody, who pays the fee.
		/// - `owner`: whose tokens; `spender`: who may spend; `value`: how many at most, in 10^-18 `DATA`.
		/// - `deadline`: the last moment at which the permit is good.
		/// - `signature`: of `owner`, by any of the chain's kinds of key, over [`ownome_primitives::permit_message`] with the
		///   nonce [`Pallet::permit_nonce`], bare or between `<Bytes>` and `</Bytes>`.
		/// - Replaces what was allowed before, as [`Pallet::approve`] does. Holds the allowance deposit, and with the first
		///   permit that of the nonce, in the account of `owner`.
		///
		/// Emits [`Event::Approval`]. Errors: [`Error::ZeroAccount`], [`Error::PermitExpired`], [`Error::InvalidPermit`],
		/// [`Error::NoncesExhausted`], or a deposit cannot be held.
		#[pallet::call_index(6)]
		pub fn permit(
			origin: OriginFor<T>,
			owner: AccountIdLookupOf<T>,
			spender: AccountIdLookupOf<T>,
			#[pallet::compact] value: Balance,
			#[pallet::compact] deadline: Moment,
			signature: T::OffchainSignature,
		) -> DispatchResult {
			ensure_signed(origin)?;
			let owner = T::Lookup::lookup(owner)?;
			let spender = T::Lookup::lookup(spender)?;
			Self::use_permit(&owner, &spender, value, deadline, &signature)?;
			Self::do_approve(owner, spender, value)
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

		/// What the permit nonce of one owner takes in storage.
		pub fn nonce_footprint() -> Footprint {
			Footprint::from_mel::<(T::AccountId, Nonce<NonceTicketOf<T>>)>()
		}
	}
}
