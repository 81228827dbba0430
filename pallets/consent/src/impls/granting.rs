//! Consents that are given.

use crate::{
	types::{id_key, AccountIdOf, GrantRecordOf, ProposalRecordOf},
	Config, Error, Event, Grants, GrantsOf, GrantsOfGrantee, GrantsOfOwner, NextGrantId, Pallet,
};
use codec::MaxEncodedLen;
use frame_support::traits::{Footprint, Get, Time};
use ownome_primitives::{
	Act, Basis, DatasetId, DatasetParties, DisputeRecord, Ethics, Grant, GrantId, Moment,
	ProposalId, Shares, Terms, MAX_ACTS_OF_GRANT,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Put a grant on record, by an act of `who`. Its price is held and its deposit paid already.
	pub(crate) fn make_grant(
		who: &AccountIdOf<T>,
		proposal_id: Option<ProposalId>,
		dataset_id: DatasetId,
		parties: DatasetParties<AccountIdOf<T>>,
		grantee: AccountIdOf<T>,
		terms: Terms,
		basis: Basis<AccountIdOf<T>>,
		ethics: Ethics<AccountIdOf<T>>,
		deposit: T::RecordDeposit,
	) -> Result<GrantId, DispatchError> {
		let grant_id = NextGrantId::<T>::get();
		NextGrantId::<T>::put(grant_id.checked_add(1).ok_or(Error::<T>::IdsExhausted)?);
		let DatasetParties { owner, attester, custodian } = parties;
		let issued_at = T::Time::now();
		let expires_at = issued_at.saturating_add(terms.period);
		let last_moment = expires_at.saturating_sub(1);
		let delivery_period: Moment = match basis {
			// Where there is no time for it, it is not owed either.
			Basis::Emergency(_) => terms.period,
			// Who delivers late must not be paid the upfront part for next to no time.
			_ => T::DeliveryPeriod::get().min(terms.period / 4),
		};
		let grant = Grant {
			dataset: dataset_id,
			owner: owner.clone(),
			grantee: grantee.clone(),
			custodian,
			terms,
			basis,
			ethics,
			shares: Shares {
				attester: attester.map(|who| (who, T::AttesterShare::get())),
				treasury: T::TreasuryShare::get(),
			},
			issued_at,
			deliver_by: issued_at.saturating_add(delivery_period).min(last_moment),
			expires_at,
			delivery: None,
			ended: None,
			narrowings: Default::default(),
			paid: 0,
			refunded: 0,
			accesses: 0,
		};
		Grants::<T>::insert(grant_id, (grant, deposit));
		GrantsOf::<T>::insert((dataset_id, &grantee, id_key(grant_id)), ());
		GrantsOfOwner::<T>::insert(&owner, id_key(grant_id), ());
		GrantsOfGrantee::<T>::insert(&grantee, id_key(grant_id), ());
		Self::note(dataset_id, who, Act::Granted(grant_id), None);
		Self::deposit_event(Event::Granted {
			grant_id,
			proposal_id,
			dataset_id,
			owner,
			grantee,
			expires_at,
		});
		Ok(grant_id)
	}

	/// What a proposal, and the grant that may come of it with all that may ever be noted of it, take in storage, whichever is more.
	pub fn record_footprint() -> Footprint {
		type Account<T> = AccountIdOf<T>;
		type AsProposal<T> = (
			(ProposalId, ProposalRecordOf<T>),
			(Account<T>, ProposalId),
			(Account<T>, ProposalId),
			(Account<T>, Account<T>, u32),
		);
		type AsGrant<T> = (
			(GrantId, GrantRecordOf<T>),
			(DatasetId, Account<T>, GrantId),
			(Account<T>, GrantId),
			(Account<T>, GrantId),
			// Revoked, disputed or opened in an emergency.
			(Account<T>, Account<T>),
			(Account<T>, DisputeRecord),
			(Account<T>, DatasetId),
		);
		let trail = Self::trail_footprint(MAX_ACTS_OF_GRANT);
		let size = AsProposal::<T>::max_encoded_len().max(AsGrant::<T>::max_encoded_len());
		Footprint {
			count: trail.count.saturating_add(7),
			size: trail.size.saturating_add(size as u64),
		}
	}
}
