//! What custodians report.

use crate::{
	types::{id_key, AccountIdOf, ReceiptRecordOf},
	Config, Error, Event, Pallet, Receipts,
};
use frame_support::{
	ensure,
	traits::{Consideration, Footprint},
};
use ownome_primitives::{EndCause, Evidence, GrantId, Receipt};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Record that the grantee read the data.
	pub(crate) fn do_record(
		custodian: AccountIdOf<T>,
		grant_id: GrantId,
		evidence: Evidence,
	) -> DispatchResult {
		Self::change_grant(grant_id, |grant, now| {
			let parties = Self::parties(grant.dataset)?;
			ensure!(parties.custodian == custodian, Error::<T>::NotCustodian);
			ensure!(grant.runs(now), Error::<T>::GrantEnded);
			let disputed = match &grant.delivery {
				Some(delivery) => delivery.disputed_since(now),
				// In an emergency there may be no time to deliver a key.
				None if grant.emergency().is_some() => None,
				None => return Err(Error::<T>::NotDelivered.into()),
			};
			ensure!(disputed.is_none(), Error::<T>::DeliveryDisputed);
			Self::ensure_standing(&grant.grantee, now)?;
			ensure!(evidence.count() > 0, Error::<T>::NoAccesses);

			let index = grant.accesses;
			grant.accesses = index.checked_add(evidence.count()).ok_or(Error::<T>::IdsExhausted)?;
			let left = grant.terms.accesses.map(|limit| limit.checked_sub(grant.accesses));
			ensure!(left != Some(None), Error::<T>::TooManyAccesses);

			let deposit = T::ReceiptDeposit::new(&custodian, Self::receipt_footprint())?;
			let receipt = Receipt { custodian: custodian.clone(), at: now, evidence };
			Receipts::<T>::insert(grant_id, id_key(index.into()), (receipt, deposit));
			Self::deposit_event(Event::AccessRecorded { grant_id, custodian, index, evidence });
			if left == Some(Some(0)) {
				grant.end_at(now, EndCause::Exhausted);
				Self::settle_at(grant_id, grant, now)?;
			}
			Ok(())
		})
	}

	/// What one receipt takes in storage.
	pub fn receipt_footprint() -> Footprint {
		Footprint::from_mel::<(GrantId, u64, ReceiptRecordOf<T>)>()
	}
}
