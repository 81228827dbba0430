#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)
)]

extern crate alloc;

pub use pallet::*;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod impls;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
mod try_state;
mod types;
pub mod weights;

#[frame_support::pallet]
pub mod pallet {
	use crate::{
		types::{AccountIdLookupOf, TicketOf},
		WeightInfo,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{Consideration, Footprint, Time},
	};
	use frame_system::pallet_prelude::*;
	use ownome_primitives::{
		duo::Id, Application, Digest, Member, Moment, Profile, Roles, Standing, Standings,
	};
	use sp_runtime::traits::StaticLookup;

	/// Version of the storage layout.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// What an applicant pays for its record, held until the application is withdrawn or declined and for
		/// as long as the membership lasts. The part for the standings stays held after that. Suggested: a hold priced by [`Footprint`].
		type MembershipDeposit: Consideration<Self::AccountId, Footprint>;

		/// Who decides on applications and standing: the council. Whoever holds this origin decides who may make offers,
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

	/// Members by account. Paid for by the member; deleted when it is expelled or resigns.
	// Blake2: the applicant chose the key.
	#[pallet::storage]
	pub type Members<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Member, OptionQuery>;

	/// The standings of each account that has ever been a member, so that one can tell for any moment whether it was trusted. Paid for
	/// by the member; never deleted.
	// Blake2: the applicant chose the key.
	#[pallet::storage]
	pub type StandingHistory<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Standings, ValueQuery>;

	/// The institution of each account that has ever been a member, the last that the consortium vouched for, so that it is known to be a party even
	/// after it left. Paid for by the member; never deleted.
	// Blake2: the applicant chose the key.
	#[pallet::storage]
	pub type Institutions<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Id, OptionQuery>;

	/// The deposit of each applicant, member and former member. Deleted, and returned, when nothing that it pays for is left.
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
		/// A member may do nothing until it is reinstated.
		Suspended {
			/// The member.
			member: T::AccountId,
		},
		/// A suspended member may do again what its roles say.
		Reinstated {
			/// The member.
			member: T::AccountId,
		},
		/// The council ended a membership.
		Expelled {
			/// The former member.
			who: T::AccountId,
		},
		/// The consortium vouches for something else about a member.
		ProfileAmended {
			/// The member.
			member: T::AccountId,
			/// What it vouches for now.
			profile: Profile,
		},
		/// A member left.
		Resigned {
			/// The former member.
			who: T::AccountId,
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
		/// The institution or the country is not of its form: give an identifier of 1 to 48 letters, digits and `-._:/#`, and the two
		/// capital letters of ISO 3166-1.
		MalformedProfile,
		/// The application is not the one that was named: read it again, and decide on it as it stands.
		ApplicationChanged,
		/// The account is not a member: nothing is to be changed.
		NotMember,
		/// The member is suspended already: reinstate or expel it.
		AlreadySuspended,
		/// The member is in good standing: there is nothing to reinstate.
		NotSuspended,
		/// The standing of the account changed as often as the chain keeps track of: apply with another account.
		TooManyChanges,
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Ask to be accredited.
		///
		/// - Origin: signed by the applicant.
		/// - `roles`: what to be accredited for, at least one.
		/// - `encryption_key`: X25519 public key to which Crypt4GH headers will be rewritten for the applicant.
		/// - `credential`: hash of the accreditation document; the council sees the document off chain.
		/// - `profile`: the institution, its country, and whether it is not-for-profit. The consortium vouches for it from the admission on.
		/// - Holds the membership deposit.
		///
		/// Emits [`Event::Applied`]. Errors: [`Error::NoRoles`], [`Error::MalformedProfile`], [`Error::AlreadyMember`],
		/// [`Error::AlreadyApplied`], or the deposit cannot be held.
		#[pallet::call_index(0)]
		pub fn apply(
			origin: OriginFor<T>,
			roles: Roles,
			encryption_key: [u8; 32],
			credential: Digest,
			profile: Profile,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			ensure!(!roles.is_empty(), Error::<T>::NoRoles);
			ensure!(profile.is_well_formed(), Error::<T>::MalformedProfile);
			ensure!(!Members::<T>::contains_key(&who), Error::<T>::AlreadyMember);
			ensure!(!Applications::<T>::contains_key(&who), Error::<T>::AlreadyApplied);

			Self::hold_deposit(&who)?;
			let application =
				Application { roles: roles.clone(), profile, encryption_key, credential };
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

		/// Admit an applicant with the roles it asked for, and vouch for what it states about itself.
		///
		/// - Origin: [`Config::AdmitOrigin`].
		/// - `who`: the applicant. Its deposit stays held for the membership.
		/// - `application_hash`: [`Application::hash`] of the application that the council read, so that nobody puts another in its place
		///   between the reading and the vote.
		///
		/// Emits [`Event::Admitted`]. Errors: [`Error::NoApplication`], [`Error::ApplicationChanged`], [`Error::TooManyChanges`].
		#[pallet::call_index(2)]
		pub fn admit(
			origin: OriginFor<T>,
			who: AccountIdLookupOf<T>,
			application_hash: Digest,
		) -> DispatchResult {
			T::AdmitOrigin::ensure_origin(origin)?;
			let member = T::Lookup::lookup(who)?;
			Self::do_admit(member, application_hash)
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

		/// Take from a member what it may do, until it is reinstated. What it did before stays as it is.
		///
		/// - Origin: [`Config::AdmitOrigin`].
		/// - `who`: the member.
		///
		/// Emits [`Event::Suspended`]. Errors: [`Error::NotMember`], [`Error::AlreadySuspended`].
		#[pallet::call_index(4)]
		pub fn suspend(origin: OriginFor<T>, who: AccountIdLookupOf<T>) -> DispatchResult {
			T::AdmitOrigin::ensure_origin(origin)?;
			Self::do_suspend(T::Lookup::lookup(who)?)
		}

		/// Let a suspended member do again what its roles say.
		///
		/// - Origin: [`Config::AdmitOrigin`].
		/// - `who`: the member.
		///
		/// Emits [`Event::Reinstated`]. Errors: [`Error::NotMember`], [`Error::NotSuspended`], [`Error::TooManyChanges`].
		#[pallet::call_index(5)]
		pub fn reinstate(origin: OriginFor<T>, who: AccountIdLookupOf<T>) -> DispatchResult {
			T::AdmitOrigin::ensure_origin(origin)?;
			Self::do_reinstate(T::Lookup::lookup(who)?)
		}

		/// End a membership. The account may apply again.
		///
		/// - Origin: [`Config::AdmitOrigin`].
		/// - `who`: the member. Its deposit is returned but for the part that pays for its standings.
		///
		/// Emits [`Event::Expelled`]. Error: [`Error::NotMember`].
		#[pallet::call_index(6)]
		pub fn expel(origin: OriginFor<T>, who: AccountIdLookupOf<T>) -> DispatchResult {
			T::AdmitOrigin::ensure_origin(origin)?;
			let who = T::Lookup::lookup(who)?;
			Self::end_membership(&who, Standing::Expelled)?;
			Self::deposit_event(Event::Expelled { who });
			Ok(())
		}

		/// Leave the consortium. The account may apply again.
		///
		/// - Origin: signed by the member.
		/// - Returns the deposit but for the part that pays for the standings.
		///
		/// Emits [`Event::Resigned`]. Error: [`Error::NotMember`].
		#[pallet::call_index(7)]
		pub fn resign(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::end_membership(&who, Standing::Resigned)?;
			Self::deposit_event(Event::Resigned { who });
			Ok(())
		}

		/// Vouch for something else about a member than before. What was decided by the former profile stays as it is.
		///
		/// - Origin: [`Config::AdmitOrigin`].
		/// - `who`: the member.
		/// - `profile`: what is vouched for from now on.
		///
		/// Emits [`Event::ProfileAmended`]. Errors: [`Error::NotMember`], [`Error::MalformedProfile`].
		#[pallet::call_index(8)]
		pub fn amend_profile(
			origin: OriginFor<T>,
			who: AccountIdLookupOf<T>,
			profile: Profile,
		) -> DispatchResult {
			T::AdmitOrigin::ensure_origin(origin)?;
			Self::do_amend_profile(T::Lookup::lookup(who)?, profile)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
