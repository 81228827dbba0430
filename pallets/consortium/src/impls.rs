//! What the calls do, and how other pallets look at the consortium.

use crate::{
	types::TicketOf, Applications, Config, Deposits, Error, Event, Members, Pallet, StandingHistory,
};
use codec::MaxEncodedLen;
use frame_support::{
	dispatch::DispatchResult,
	ensure,
	traits::{Consideration, Defensive, Footprint, Time},
};
use ownome_primitives::{
	Application, Digest, InspectMember, Member, Moment, Profile, Role, Standing, Standings,
	SuspendMember, MAX_STANDINGS,
};

/// How many standings an account may have had that is to be in good standing again: then there is room for that, for a suspension
/// and for the end, so that neither of these is ever refused.
const MAX_STANDINGS_BEFORE_GOOD: u32 = MAX_STANDINGS - 3;

impl<T: Config> Pallet<T> {
	/// Make a member of the applicant whose application has the hash `application_hash`.
	pub(crate) fn do_admit(member: T::AccountId, application_hash: Digest) -> DispatchResult {
		let application = Applications::<T>::take(&member).ok_or(Error::<T>::NoApplication)?;
		ensure!(application.hash() == application_hash, Error::<T>::ApplicationChanged);
		Self::note_good(&member)?;
		let Application { roles, profile, encryption_key, credential } = application;
		let record = Member {
			roles: roles.clone(),
			profile,
			encryption_key,
			credential,
			admitted_at: T::Time::now(),
			standing: Standing::Good,
		};
		Members::<T>::insert(&member, record);
		Self::deposit_event(Event::Admitted { member, roles });
		Ok(())
	}

	/// Suspend a member in good standing.
	pub(crate) fn do_suspend(member: T::AccountId) -> DispatchResult {
		let mut record = Members::<T>::get(&member).ok_or(Error::<T>::NotMember)?;
		ensure!(record.standing == Standing::Good, Error::<T>::AlreadySuspended);
		Self::note(&member, Standing::Suspended)?;
		record.standing = Standing::Suspended;
		Members::<T>::insert(&member, record);
		Self::deposit_event(Event::Suspended { member });
		Ok(())
	}

	/// Give a suspended member its good standing back.
	pub(crate) fn do_reinstate(member: T::AccountId) -> DispatchResult {
		let mut record = Members::<T>::get(&member).ok_or(Error::<T>::NotMember)?;
		ensure!(record.standing == Standing::Suspended, Error::<T>::NotSuspended);
		Self::note_good(&member)?;
		record.standing = Standing::Good;
		Members::<T>::insert(&member, record);
		Self::deposit_event(Event::Reinstated { member });
		Ok(())
	}

	/// Remove a member, but for its standings.
	pub(crate) fn end_membership(who: &T::AccountId, standing: Standing) -> DispatchResult {
		Members::<T>::take(who).ok_or(Error::<T>::NotMember)?;
		Self::note(who, standing)?;
		Self::release_deposit(who)
	}

	/// Remove an application.
	pub(crate) fn drop_application(who: &T::AccountId) -> DispatchResult {
		Applications::<T>::take(who).ok_or(Error::<T>::NoApplication)?;
		Self::release_deposit(who)
	}

	/// Hold what an application and the membership that may come of it cost. A former member has paid a part of it already.
	pub(crate) fn hold_deposit(who: &T::AccountId) -> DispatchResult {
		let deposit = match Deposits::<T>::take(who) {
			Some(ticket) => ticket.update(who, Self::footprint())?,
			None => T::MembershipDeposit::new(who, Self::footprint())?,
		};
		Deposits::<T>::insert(who, deposit);
		Ok(())
	}

	/// Return what an application or a membership costs, but for the standings if there are any.
	fn release_deposit(who: &T::AccountId) -> DispatchResult {
		let Some(ticket) = Deposits::<T>::take(who) else { return Ok(()) };
		if StandingHistory::<T>::contains_key(who) {
			Deposits::<T>::insert(who, ticket.update(who, Self::history_footprint())?);
			return Ok(());
		}
		ticket.drop(who)
	}

	/// Note that the standing of `who` is good from now on, if a suspension and an end can be noted afterwards.
	fn note_good(who: &T::AccountId) -> DispatchResult {
		let changes = StandingHistory::<T>::decode_len(who).unwrap_or(0);
		ensure!(changes <= MAX_STANDINGS_BEFORE_GOOD as usize, Error::<T>::TooManyChanges);
		Self::note(who, Standing::Good)
	}

	/// Note the standing of `who` from now on.
	fn note(who: &T::AccountId, standing: Standing) -> DispatchResult {
		StandingHistory::<T>::try_append(who, (T::Time::now(), standing))
			.map_err(|()| Error::<T>::TooManyChanges.into())
	}

	/// What one application, or a membership with its standings, takes in storage.
	pub fn footprint() -> Footprint {
		type Entry<T> = (<T as frame_system::Config>::AccountId, Member);
		let history = Self::history_footprint();
		let size = history.size.saturating_add(Entry::<T>::max_encoded_len() as u64);
		Footprint { count: history.count.saturating_add(1), size }
	}

	/// What the standings of a former member and the deposit for them take in storage.
	pub fn history_footprint() -> Footprint {
		type Entries<T> = (
			(<T as frame_system::Config>::AccountId, Standings),
			(<T as frame_system::Config>::AccountId, TicketOf<T>),
		);
		Footprint::from_parts(2, Entries::<T>::max_encoded_len())
	}
}

impl<T: Config> InspectMember<T::AccountId> for Pallet<T> {
	fn has_role(who: &T::AccountId, role: Role) -> bool {
		Members::<T>::get(who)
			.is_some_and(|member| member.standing == Standing::Good && member.roles.contains(&role))
	}

	fn standing_at(who: &T::AccountId, at: Moment) -> Option<Standing> {
		StandingHistory::<T>::get(who)
			.into_iter()
			.rfind(|(since, _)| *since <= at)
			.map(|(_, standing)| standing)
	}

	fn left_since(who: &T::AccountId, since: Moment) -> Option<Moment> {
		StandingHistory::<T>::get(who)
			.into_iter()
			.find(|(at, standing)| {
				*at >= since && matches!(standing, Standing::Expelled | Standing::Resigned)
			})
			.map(|(at, _)| at)
	}

	fn profile(who: &T::AccountId) -> Option<Profile> {
		Members::<T>::get(who).map(|member| member.profile)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_member(who: &T::AccountId, roles: ownome_primitives::Roles) {
		let member = Member {
			roles,
			profile: crate::benchmarking::profile_of(who),
			encryption_key: [1; 32],
			credential: [2; 32],
			admitted_at: 0,
			standing: Standing::Good,
		};
		Members::<T>::insert(who, member);
		StandingHistory::<T>::mutate(who, |history| {
			let _ = history.try_push((0, Standing::Good));
		});
	}
}

impl<T: Config> SuspendMember<T::AccountId> for Pallet<T> {
	fn suspend(who: &T::AccountId) -> bool {
		Members::<T>::get(who).is_some_and(|member| member.standing == Standing::Good)
			// There is always room: see `MAX_STANDINGS_BEFORE_GOOD`.
			&& Self::do_suspend(who.clone()).defensive().is_ok()
	}
}
