#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)
)]

extern crate alloc;

pub use pallet::*;
pub use types::Application;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

use frame_support::{pallet_prelude::*, traits::Footprint};
use ownome_primitives::{InspectMember, Member, Role};

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::types::{AccountIdLookupOf, TicketOf};
	use frame_support::traits::{Consideration, Time};
	use frame_system::pallet_prelude::*;
	use ownome_primitives::{Digest, Moment, Roles};
	use sp_runtime::traits::StaticLookup;

	/// Version of the storage layout.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// What an applicant pays for its record, held until the application is withdrawn or declined and for
		/// as long as the membership lasts. Suggested: a hold priced by [`Footprint`].
		type MembershipDeposit: Consideration<Self::AccountId, Footprint>;

		/// Who decides on applications: the council. Whoever holds this origin decides who may make offers,
		/// but gains no access to data by it.
		type AdmitOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Legal time, in Unix milliseconds.
		type Time: Time<Moment = Moment>;

		/// Weights measured by the benchmarks of this pallet.
		type WeightInfo: WeightInfo;
	}

	/// What is held in the native coin.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The record of an application or a membership.
		Membership,
	}

	/// Applications that wait for a decision, by applicant. Paid for by the applicant; deleted by decision or withdrawal.
	// Blake2: the applicant chooses the key.
	#[pallet::storage]
	pub type Applications<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Application, OptionQuery>;

	/// Members by account. Paid for by the member.
	// Blake2: the applicant chose the key.
	#[pallet::storage]
	pub type Members<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Member, OptionQuery>;

	/// The deposit of each applicant and member. Deleted, and returned, when the record it pays for goes.
	// Blake2: the applicant chose the key.
	#[pallet::storage]
	pub type Deposits<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, TicketOf<T>, OptionQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Somebody asked to be accredited.
		Applied {
			/// The applicant.
			who: T::AccountId,
			/// The roles asked for.
			roles: Roles,
		},
		/// An applicant withdrew.
		ApplicationWithdrawn {
			/// The former applicant.
			who: T::AccountId,
		},
		/// An application was turned down.
		Declined {
			/// The former applicant.
			who: T::AccountId,
		},
		/// A member was admitted.
		Admitted {
			/// The new member.
			member: T::AccountId,
			/// What it is accredited for.
			roles: Roles,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The account is a member already: apply with another account.
		AlreadyMember,
		/// The account has an open application: withdraw it before applying again.
		AlreadyApplied,
		/// The account has no open application: apply first.
		NoApplication,
		/// The application names no role: ask for at least one.
		NoRoles,
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Ask to be accredited.
		///
		/// - Origin: signed by the applicant.
		/// - `roles`: what to be accredited for, at least one.
		/// - `encryption_key`: X25519 public key to which Crypt4GH headers will be rewritten for the applicant.
		/// - `credential`: hash of the accreditation document; the council sees the document off chain.
		/// - Holds the membership deposit.
		///
		/// Emits [`Event::Applied`]. Errors: [`Error::NoRoles`], [`Error::AlreadyMember`],
		/// [`Error::AlreadyApplied`], or the deposit cannot be held.
		#[pallet::call_index(0)]
		pub fn apply(
			origin: OriginFor<T>,
			roles: Roles,
			encryption_key: [u8; 32],
			credential: Digest,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			ensure!(!roles.is_empty(), Error::<T>::NoRoles);
			ensure!(!Members::<T>::contains_key(&who), Error::<T>::AlreadyMember);
			ensure!(!Applications::<T>::contains_key(&who), Error::<T>::AlreadyApplied);

			Deposits::<T>::insert(&who, T::MembershipDeposit::new(&who, Self::footprint())?);
			let application = Application { roles: roles.clone(), encryption_key, credential };
			Applications::<T>::insert(&who, application);
			Self::deposit_event(Event::Applied { who, roles });
			Ok(())
		}

		/// Take back an application that has not been decided.
		///
		/// - Origin: signed by the applicant.
		/// - Returns the membership deposit.
		///
		/// Emits [`Event::ApplicationWithdrawn`]. Error: [`Error::NoApplication`].
		#[pallet::call_index(1)]
		pub fn withdraw_application(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::drop_application(&who)?;
			Self::deposit_event(Event::ApplicationWithdrawn { who });
			Ok(())
		}

		/// Admit an applicant with the roles it asked for.
		///
		/// - Origin: [`Config::AdmitOrigin`].
		/// - `who`: the applicant. Its deposit stays held for the membership.
		///
		/// Emits [`Event::Admitted`]. Error: [`Error::NoApplication`].
		#[pallet::call_index(2)]
		pub fn admit(origin: OriginFor<T>, who: AccountIdLookupOf<T>) -> DispatchResult {
			T::AdmitOrigin::ensure_origin(origin)?;
			let member = T::Lookup::lookup(who)?;
			let Application { roles, encryption_key, credential } =
				Applications::<T>::take(&member).ok_or(Error::<T>::NoApplication)?;
			let record = Member {
				roles: roles.clone(),
				encryption_key,
				credential,
				admitted_at: T::Time::now(),
			};
			Members::<T>::insert(&member, record);
			Self::deposit_event(Event::Admitted { member, roles });
			Ok(())
		}

		/// Turn an application down.
		///
		/// - Origin: [`Config::AdmitOrigin`].
		/// - `who`: the applicant. Its deposit is returned.
		///
		/// Emits [`Event::Declined`]. Error: [`Error::NoApplication`].
		#[pallet::call_index(3)]
		pub fn decline(origin: OriginFor<T>, who: AccountIdLookupOf<T>) -> DispatchResult {
			T::AdmitOrigin::ensure_origin(origin)?;
			let who = T::Lookup::lookup(who)?;
			Self::drop_application(&who)?;
			Self::deposit_event(Event::Declined { who });
			Ok(())
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
		/// What one application or membership takes in storage: its record and its deposit.
		pub fn footprint() -> Footprint {
			Footprint::from_parts(
				2,
				<((T::AccountId, Member), (T::AccountId, TicketOf<T>))>::max_encoded_len(),
			)
		}

		fn drop_application(who: &T::AccountId) -> DispatchResult {
			Applications::<T>::take(who).ok_or(Error::<T>::NoApplication)?;
			match Deposits::<T>::take(who) {
				Some(ticket) => ticket.drop(who),
				None => Ok(()),
			}
		}
	}
}

impl<T: Config> InspectMember<T::AccountId> for Pallet<T> {
	fn has_role(who: &T::AccountId, role: Role) -> bool {
		Members::<T>::get(who).is_some_and(|member| member.roles.contains(&role))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_member(who: &T::AccountId, roles: ownome_primitives::Roles) {
		let member = Member { roles, encryption_key: [1; 32], credential: [2; 32], admitted_at: 0 };
		Members::<T>::insert(who, member);
	}
}
