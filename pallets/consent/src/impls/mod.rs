//! What the calls do, a file for each theme.

mod delivery;
mod emergencies;
mod ending;
mod granting;
mod independence;
mod negotiation;
mod ontology;
mod policies;
mod reads;
mod receipts;
mod rights;
mod settlement;
mod trail;

use crate::{
	types::{AccountIdOf, GrantOf, ProposalOf, ProposalRecordOf},
	Config, Disputes, Error, Event, Grants, Pallet, Proposals,
};
use frame_support::{
	ensure,
	traits::{Get, Time},
};
use ownome_primitives::{
	Act, DatasetId, DatasetParties, EndCause, Ended, GrantId, InspectDataset, InspectMember,
	Moment, ProposalId, Role, Standing, Terms,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// A proposal that waits for an answer.
	pub(crate) fn open_proposal(id: ProposalId) -> Result<ProposalRecordOf<T>, Error<T>> {
		Proposals::<T>::get(id).ok_or(Error::<T>::UnknownProposal)
	}

	/// The parties of a dataset that stands.
	pub(crate) fn parties(dataset: DatasetId) -> Result<DatasetParties<AccountIdOf<T>>, Error<T>> {
		T::Datasets::parties(dataset).ok_or_else(|| match T::Datasets::erased_at(dataset) {
			Some(_) => Error::<T>::DatasetErased,
			None => Error::<T>::UnknownDataset,
		})
	}

	/// The parties of a dataset for which new consents may be given.
	pub(crate) fn grantable(
		dataset: DatasetId,
	) -> Result<DatasetParties<AccountIdOf<T>>, Error<T>> {
		let parties = Self::parties(dataset)?;
		ensure!(!T::Datasets::is_sealed(dataset), Error::<T>::DatasetSealed);
		Ok(parties)
	}

	/// Refuses whoever may not decide about the dataset now.
	pub(crate) fn ensure_decides(who: &AccountIdOf<T>, dataset: DatasetId) -> Result<(), Error<T>> {
		if T::Datasets::may_decide(dataset, who) {
			return Ok(());
		}
		// An erased dataset has nobody who decides, which is worth telling.
		Self::parties(dataset)?;
		Err(Error::<T>::NotOwner)
	}

	/// Refuses whoever is not accredited as Requester and in good standing.
	pub(crate) fn ensure_requester(who: &AccountIdOf<T>) -> Result<(), Error<T>> {
		ensure!(T::Members::has_role(who, Role::Requester), Error::<T>::NotRequester);
		Ok(())
	}

	/// Refuses a grantee that is suspended, expelled or gone.
	pub(crate) fn ensure_standing(who: &AccountIdOf<T>, now: Moment) -> Result<(), Error<T>> {
		let standing = T::Members::standing_at(who, now);
		ensure!(standing == Some(Standing::Good), Error::<T>::GranteeNotInStanding);
		Ok(())
	}

	/// Refuses terms that are no terms.
	pub(crate) fn ensure_terms(terms: &Terms) -> Result<(), Error<T>> {
		ensure!(terms.purpose.check().is_ok(), Error::<T>::MalformedPurpose);
		ensure!(terms.scope.is_canonical(), Error::<T>::MalformedScope);
		ensure!(
			terms.period > 0 && terms.period <= T::MaxPeriod::get(),
			Error::<T>::PeriodOutOfBounds
		);
		ensure!(terms.accesses != Some(0), Error::<T>::NoAccesses);
		Ok(())
	}

	/// The dataset of a proposal that may still become a grant.
	pub(crate) fn answerable(
		proposal: &ProposalOf<T>,
	) -> Result<DatasetParties<AccountIdOf<T>>, Error<T>> {
		ensure!(T::Time::now() <= proposal.answer_by, Error::<T>::ProposalExpired);
		let parties = Self::grantable(proposal.dataset)?;
		ensure!(parties.owner == proposal.owner, Error::<T>::TitleMoved);
		Ok(parties)
	}

	/// Change grant `id` as it stands now, by an act of `who`.
	pub(crate) fn change_grant(
		who: &AccountIdOf<T>,
		id: GrantId,
		change: impl FnOnce(&mut GrantOf<T>, Moment) -> Result<(), DispatchError>,
	) -> Result<(), DispatchError> {
		let (mut grant, deposit) = Grants::<T>::get(id).ok_or(Error::<T>::UnknownGrant)?;
		let now = T::Time::now();
		Self::note_ripe_end(who, id, &mut grant, now);
		let ended = grant.ended;
		change(&mut grant, now)?;
		if grant.ended != ended {
			Self::note_end(who, id, &grant);
		}
		Grants::<T>::insert(id, (grant, deposit));
		Ok(())
	}

	/// Write down an end of the grant that came by itself, at the instance of `who`. Returns whether there was one.
	pub(crate) fn note_ripe_end(
		who: &AccountIdOf<T>,
		id: GrantId,
		grant: &mut GrantOf<T>,
		now: Moment,
	) -> bool {
		let ripened = Self::ripen(grant, now);
		if ripened {
			Self::note_end(who, id, grant);
			if grant.ended.is_some_and(|ended| ended.cause == EndCause::Undecided) {
				Disputes::<T>::mutate(&grant.grantee, |record| {
					record.undecided = record.undecided.saturating_add(1);
				});
			}
		}
		ripened
	}

	/// Let an end that came by itself show in the grant.
	pub(crate) fn ripen(grant: &mut GrantOf<T>, now: Moment) -> bool {
		let erased_at = T::Datasets::erased_at(grant.dataset);
		let left_at = T::Members::left_since(&grant.grantee, grant.issued_at);
		grant.ripen(now, erased_at, left_at)
	}

	/// Put the end of a grant on record.
	fn note_end(who: &AccountIdOf<T>, id: GrantId, grant: &GrantOf<T>) {
		if let Some(Ended { at, cause }) = grant.ended {
			Self::note(grant.dataset, who, Act::Ended { grant: id, at, cause }, None);
			Self::deposit_event(Event::Ended { grant_id: id, at, cause });
		}
	}
}
