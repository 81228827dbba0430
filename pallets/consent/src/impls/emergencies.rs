//! Break-glass grants, and what becomes of those who open them.

use crate::{types::AccountIdOf, Config, Error, Event, Pallet, UnreviewedEmergencies};
use frame_support::{
	ensure,
	traits::{Consideration, Get, Time},
};
use ownome_primitives::{
	duo::purpose::{Kind, Purpose},
	Act, Basis, DatasetId, Digest, Emergency, EmergencyReason, EndCause, Ethics, GrantId,
	InspectDataset, InspectMember, Review, Role, Scope, SuspendMember, Terms,
};
use sp_runtime::{DispatchResult, Percent};

impl<T: Config> Pallet<T> {
	/// Open a dataset in an emergency.
	pub(crate) fn do_open_emergency(
		clinician: AccountIdOf<T>,
		dataset_id: DatasetId,
		reason: EmergencyReason,
		justification: Digest,
	) -> DispatchResult {
		ensure!(T::Members::has_role(&clinician, Role::Clinician), Error::<T>::NotClinician);
		let parties = Self::grantable(dataset_id)?;
		ensure!(!T::Datasets::may_decide(dataset_id, &clinician), Error::<T>::OwnDataset);
		ensure!(!Self::refusals(&parties.owner).emergencies, Error::<T>::EmergenciesRefused);
		let mut unreviewed = UnreviewedEmergencies::<T>::get(&clinician);
		ensure!(!unreviewed.contains(&dataset_id), Error::<T>::EmergencyUnreviewed);
		unreviewed.try_push(dataset_id).map_err(|_| Error::<T>::TooManyUnreviewed)?;
		UnreviewedEmergencies::<T>::insert(&clinician, unreviewed);

		let deposit = T::RecordDeposit::new(&clinician, Self::record_footprint())?;
		let terms = Terms {
			purpose: Purpose { kind: Some(Kind::ClinicalCare), ..Default::default() },
			scope: Scope::Whole,
			period: T::EmergencyPeriod::get(),
			price: 0,
			upfront: Percent::zero(),
			accesses: None,
		};
		let review_by = T::Time::now().saturating_add(T::ReviewPeriod::get());
		let review = Review::Pending;
		let basis = Basis::Emergency(Emergency { reason, justification, review_by, review });
		let owner = parties.owner.clone();
		let grant_id = Self::make_grant(
			&clinician,
			None,
			dataset_id,
			parties,
			clinician.clone(),
			terms,
			basis,
			Ethics::NotNeeded,
			deposit,
		)?;
		Self::deposit_event(Event::EmergencyOpened {
			grant_id,
			dataset_id,
			owner,
			clinician,
			reason,
			review_by,
		});
		Ok(())
	}

	/// Say whether an emergency was one. If not, what is still open ends.
	pub(crate) fn do_review(
		who: &AccountIdOf<T>,
		grant_id: GrantId,
		justified: bool,
	) -> DispatchResult {
		Self::change_grant(who, grant_id, |grant, now| {
			ensure!(T::Members::has_role(who, Role::Ethics), Error::<T>::NotEthics);
			let independent = Self::ensure_may_judge(who, grant);
			let Basis::Emergency(emergency) = &mut grant.basis else {
				return Err(Error::<T>::NoEmergency.into());
			};
			independent?;
			ensure!(emergency.review == Review::Pending, Error::<T>::AlreadyReviewed);
			ensure!(now <= emergency.review_by, Error::<T>::ReviewOverdue);

			let by = who.clone();
			emergency.review = if justified {
				Review::Justified { by, at: now }
			} else {
				Review::Unjustified { by, at: now, reported: false }
			};
			Self::close_emergency(&grant.grantee, grant.dataset);
			if !justified {
				grant.end_at(now, EndCause::Unjustified);
			}
			Self::note(grant.dataset, who, Act::Reviewed { grant: grant_id, justified }, None);
			Self::deposit_event(Event::Reviewed { grant_id, by: who.clone(), justified });
			Ok(())
		})
	}

	/// Have a clinician suspended whose emergency was not justified, or not reviewed in time.
	pub(crate) fn do_report(who: &AccountIdOf<T>, grant_id: GrantId) -> DispatchResult {
		Self::change_grant(who, grant_id, |grant, now| {
			let Basis::Emergency(emergency) = &mut grant.basis else {
				return Err(Error::<T>::NoEmergency.into());
			};
			match &mut emergency.review {
				Review::Unjustified { reported, .. } if !*reported => *reported = true,
				review @ Review::Pending if now > emergency.review_by => {
					*review = Review::Missed { at: now };
					Self::close_emergency(&grant.grantee, grant.dataset);
				},
				_ => return Err(Error::<T>::NothingToReport.into()),
			}
			let clinician = grant.grantee.clone();
			// Who left or is suspended already would be suspended by nobody later, if this report counted.
			ensure!(T::Suspensions::suspend(&clinician), Error::<T>::ClinicianNotInStanding);
			Self::note(grant.dataset, who, Act::Reported(grant_id), None);
			Self::deposit_event(Event::Reported { grant_id, clinician });
			Ok(())
		})
	}

	/// The emergency does not wait for a review any more.
	fn close_emergency(clinician: &AccountIdOf<T>, dataset: DatasetId) {
		UnreviewedEmergencies::<T>::mutate_exists(clinician, |unreviewed| {
			if let Some(list) = unreviewed {
				list.retain(|open| *open != dataset);
			}
			*unreviewed = unreviewed.take().filter(|list| !list.is_empty());
		});
	}
}
