//! What must hold of this pallet's storage after every block.

use crate::{
	Balance, Config, GrantDeposits, Grants, GrantsOf, HoldReason, NextGrantId, NextProposalId,
	Pallet, ProposalDeposits, Proposals, Receipts,
};
use alloc::collections::BTreeMap;
use frame_support::{ensure, traits::fungible::InspectHold};
use ownome_primitives::{EndCause, InspectDataset};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// The escrow of each account is what its open proposals and unsettled grants may still cost; records, indexes and deposits agree; nothing was
	/// paid beyond the price; nothing becomes of a grant after its dataset was erased.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut escrow = BTreeMap::<T::AccountId, Balance>::new();
		let mut owe = |who: &T::AccountId, amount: Balance| {
			let owed = escrow.entry(who.clone()).or_default();
			*owed = owed.saturating_add(amount);
		};

		let mut proposals = 0usize;
		for (id, proposal) in Proposals::<T>::iter() {
			ensure!(id < NextProposalId::<T>::get(), "a proposal's id was never given out");
			ensure!(ProposalDeposits::<T>::contains_key(id), "a proposal has no deposit");
			owe(&proposal.requester, proposal.terms.price);
			proposals = proposals.saturating_add(1);
		}
		ensure!(
			ProposalDeposits::<T>::iter_keys().count() == proposals,
			"a deposit pays for no proposal"
		);

		let mut grants = 0usize;
		for (id, grant) in Grants::<T>::iter() {
			ensure!(id < NextGrantId::<T>::get(), "a grant's id was never given out");
			ensure!(GrantDeposits::<T>::contains_key(id), "a grant has no deposit");
			ensure!(
				GrantsOf::<T>::contains_key((grant.dataset, &grant.grantee, id)),
				"a grant is not in the index"
			);
			ensure!(grant.paid <= grant.terms.price, "more than the price was paid");
			ensure!(grant.delivery.is_some() || grant.paid == 0, "paid without delivery");
			ensure!(
				Receipts::<T>::iter_key_prefix(id).count() == grant.accesses as usize,
				"the receipts are not as many as the accesses"
			);
			let erased_at = T::Datasets::erased_at(grant.dataset);
			if let Some(erased_at) = erased_at {
				let delivered_at = grant.delivery.map(|delivery| delivery.at);
				let ended_at = grant.ended.map(|ended| ended.at);
				ensure!(
					[Some(grant.issued_at), delivered_at, ended_at]
						.into_iter()
						.flatten()
						.all(|at| at <= erased_at),
					"something became of a grant after its dataset was erased"
				);
			}
			let ended_by_erasure = grant
				.ended
				.filter(|ended| ended.cause == EndCause::Erased)
				.map(|ended| ended.at);
			ensure!(
				ended_by_erasure.is_none() || ended_by_erasure == erased_at,
				"a grant ended with a dataset that was not erased then"
			);
			let unpaid = grant.terms.price.saturating_sub(grant.paid);
			owe(&grant.grantee, if grant.settled { 0 } else { unpaid });
			grants = grants.saturating_add(1);
		}
		ensure!(GrantDeposits::<T>::iter_keys().count() == grants, "a deposit pays for no grant");
		ensure!(GrantsOf::<T>::iter_keys().count() == grants, "the index names no grant");

		for (who, owed) in escrow {
			ensure!(
				T::Token::balance_on_hold(&HoldReason::Escrow.into(), &who) == owed,
				"the escrow is not what is owed"
			);
		}
		Ok(())
	}
}
