//! What custodians report.

use crate::{
	types::{id_key, AccountIdOf, ReceiptRecordOf},
	Config, Error, Event, Pallet, Receipts,
};
use frame_support::{
	ensure,
	traits::{Consideration, Footprint},
};
use ownome_primitives::{Act, EndCause, Evidence, GrantId, InspectMember, Receipt, Role};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Record that the grantee read the data.
	pub(crate) fn do_record(
		custodian: AccountIdOf<T>,
		grant_id: GrantId,
		evidence: Evidence,
	) -> DispatchResult {
		let who = custodian.clone();
		Self::change_grant(&who, grant_id, |grant, now| {
			let parties = Self::parties(grant.dataset)?;
			ensure!(parties.custodian == custodian, Error::<T>::NotCustodian);
			let in_standing = T::Members::has_role(&custodian, Role::Custodian);
			ensure!(in_standing, Error::<T>::CustodianNotInStanding);
			ensure!(grant.runs(now), Error::<T>::GrantEnded);
			ensure!(grant.is_delivered(now), Error::<T>::NotDelivered);
			let disputed = grant.delivery.as_ref().and_then(|it| it.disputed_since(now));
			ensure!(disputed.is_none(), Error::<T>::DeliveryDisputed);
			Self::ensure_standing(&grant.grantee, now)?;
			let count = evidence.count();
			ensure!(count > 0, Error::<T>::NoAccesses);

			let index = grant.accesses;
			grant.accesses = index.checked_add(count.into()).ok_or(Error::<T>::IdsExhausted)?;
			let limit = grant.terms.accesses.map(u64::from);
			let left = limit.map(|limit| limit.checked_sub(grant.accesses));
			ensure!(left != Some(None), Error::<T>::TooManyAccesses);

			let deposit = T::ReceiptDeposit::new(&custodian, Self::receipt_footprint())?;
			let receipt = Receipt { custodian: custodian.clone(), at: now, evidence };
			Receipts::<T>::insert(grant_id, id_key(index), (receipt, deposit));
			Self::note(
				grant.dataset,
				&custodian,
				Act::Accessed { grant: grant_id, index, count },
				None,
			);
			Self::deposit_event(Event::AccessRecorded { grant_id, custodian, index, evidence });
			if left == Some(Some(0)) {
				grant.end_at(now, EndCause::Exhausted);
			}
			Ok(())
		})
	}

	/// What one receipt and its entry in the trail take in storage.
	pub fn receipt_footprint() -> Footprint {
		let receipt = Footprint::from_mel::<(GrantId, u64, ReceiptRecordOf<T>)>();
		let trail = Self::trail_footprint(1);
		Footprint {
			count: receipt.count.saturating_add(trail.count),
			size: receipt.size.saturating_add(trail.size),
		}
	}
}
