//! Keys, and what the parties say of them.

use crate::{types::AccountIdOf, Config, Disputes, Error, Event, Pallet};
use frame_support::{ensure, traits::Get};
use ownome_primitives::{
	Act, Delivery, Digest, Dispute, EndCause, Grant, GrantId, InspectMember, Moment, Role, Verdict,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Put the hash of the header for the grantee on record.
	pub(crate) fn do_deliver(
		who: &AccountIdOf<T>,
		grant_id: GrantId,
		header_hash: Digest,
	) -> DispatchResult {
		Self::change_grant(who, grant_id, |grant, now| {
			Self::ensure_decides(who, grant.dataset)?;
			ensure!(grant.delivery.is_none(), Error::<T>::AlreadyDelivered);
			let overdue = grant.ended.is_some_and(|ended| ended.cause == EndCause::Undelivered);
			ensure!(!overdue, Error::<T>::DeliveryOverdue);
			ensure!(grant.runs(now), Error::<T>::GrantEnded);
			Self::ensure_standing(&grant.grantee, now)?;

			let confirm_by = now.saturating_add(T::ConfirmPeriod::get());
			let verdict = Verdict::Pending;
			grant.delivery = Some(Delivery { at: now, header_hash, confirm_by, verdict });
			Self::note(grant.dataset, who, Act::Delivered(grant_id), None);
			Self::deposit_event(Event::Delivered { grant_id, header_hash, confirm_by });
			Self::settle_at(grant_id, grant, now).map(drop)
		})
	}

	/// Say that the key opens the data.
	pub(crate) fn do_confirm(who: &AccountIdOf<T>, grant_id: GrantId) -> DispatchResult {
		Self::change_grant(who, grant_id, |grant, now| {
			let delivery = Self::to_be_answered(grant, who, now)?;
			delivery.verdict = Verdict::Confirmed { at: now };
			Self::note(grant.dataset, who, Act::Confirmed(grant_id), None);
			Self::deposit_event(Event::Confirmed { grant_id });
			Self::settle_at(grant_id, grant, now).map(drop)
		})
	}

	/// Say that the key does not open the data.
	pub(crate) fn do_dispute(
		who: &AccountIdOf<T>,
		grant_id: GrantId,
		reason: Digest,
	) -> DispatchResult {
		Self::change_grant(who, grant_id, |grant, now| {
			let delivery = Self::to_be_answered(grant, who, now)?;
			let decide_by = now.saturating_add(T::RulingPeriod::get());
			delivery.verdict = Verdict::Disputed(Dispute { at: now, reason, decide_by });
			Disputes::<T>::mutate(who, |record| record.raised = record.raised.saturating_add(1));
			Self::note(grant.dataset, who, Act::Disputed(grant_id), None);
			Self::deposit_event(Event::Disputed { grant_id, reason, decide_by });
			Ok(())
		})
	}

	/// The delivery about which the grantee may still say something.
	fn to_be_answered<'a>(
		grant: &'a mut Grant<AccountIdOf<T>>,
		who: &AccountIdOf<T>,
		now: Moment,
	) -> Result<&'a mut Delivery<AccountIdOf<T>>, Error<T>> {
		ensure!(grant.grantee == *who, Error::<T>::NotGrantee);
		let taken_back = grant.is_taken_back();
		let delivery = grant.delivery.as_mut().ok_or(Error::<T>::NotDelivered)?;
		ensure!(delivery.verdict == Verdict::Pending, Error::<T>::AlreadyAnswered);
		ensure!(now <= delivery.confirm_by, Error::<T>::AnswerOverdue);
		ensure!(!taken_back, Error::<T>::NothingAtStake);
		Ok(delivery)
	}

	/// Decide a dispute.
	pub(crate) fn do_rule(who: &AccountIdOf<T>, grant_id: GrantId, valid: bool) -> DispatchResult {
		Self::change_grant(who, grant_id, |grant, now| {
			ensure!(T::Members::has_role(who, Role::Auditor), Error::<T>::NotAuditor);
			Self::ensure_may_judge(who, grant)?;
			let delivery = grant.delivery.as_mut().ok_or(Error::<T>::NotDelivered)?;
			let Verdict::Disputed(dispute) = delivery.verdict else {
				return Err(Error::<T>::NoDispute.into());
			};
			ensure!(now <= dispute.decide_by, Error::<T>::RulingOverdue);

			let by = who.clone();
			if valid {
				delivery.verdict = Verdict::Upheld { dispute, by, at: now };
				Disputes::<T>::mutate(&grant.grantee, |record| {
					record.dismissed = record.dismissed.saturating_add(1);
				});
			} else {
				delivery.verdict = Verdict::Rejected { dispute, by, at: now };
				grant.end_at(now, EndCause::DeliveryRejected);
			}
			Self::note(grant.dataset, who, Act::Ruled { grant: grant_id, valid }, None);
			Self::deposit_event(Event::Ruled { grant_id, by: who.clone(), valid });
			Self::settle_at(grant_id, grant, now).map(drop)
		})
	}
}
