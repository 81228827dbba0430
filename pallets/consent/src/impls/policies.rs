//! What owners say beforehand.

use crate::{
	types::{AccountIdOf, OwnedPolicy, Paid, PolicyTargetOf, Refusals},
	Config, Error, Event, OntologyRoot, OwnerRefusals, Pallet, Policies,
};
use alloc::vec::Vec;
use codec::{Encode, MaxEncodedLen};
use frame_support::{
	ensure,
	traits::{Consideration, Footprint},
};
use ownome_primitives::{
	Ancestry, AncestryProof, ConsentPolicy, DatasetId, InspectDataset, PolicyTarget,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The policy by which `owner` consents for `dataset`: its own, or else that for all.
	pub fn policy(dataset: DatasetId, owner: &AccountIdOf<T>) -> Option<ConsentPolicy> {
		Policies::<T>::get(PolicyTarget::Dataset(dataset))
			.filter(|paid| paid.value.owner == *owner)
			.or_else(|| Policies::<T>::get(PolicyTarget::AllOf(owner.clone())))
			.map(|paid| paid.value.policy)
	}

	/// What `owner` refuses beforehand.
	pub fn refusals(owner: &AccountIdOf<T>) -> Refusals {
		OwnerRefusals::<T>::get(owner).map(|paid| paid.value).unwrap_or_default()
	}

	/// Put a policy on record in place of what was there, or take it off.
	pub(crate) fn do_set_policy(
		who: AccountIdOf<T>,
		target: PolicyTargetOf<T>,
		policy: Option<ConsentPolicy>,
	) -> DispatchResult {
		let old = Policies::<T>::take(&target);
		let Some(policy) = policy else {
			let old = old.ok_or(Error::<T>::NoPolicy)?;
			// Whoever paid for it gets the deposit back even where nobody decides any more.
			if old.payer != who {
				Self::ensure_speaks_for(&who, &target)?;
			}
			old.deposit.drop(&old.payer)?;
			Self::deposit_event(Event::PolicyRemoved { target });
			return Ok(());
		};
		let owner = Self::ensure_speaks_for(&who, &target)?;
		ensure!(policy.check().is_ok(), Error::<T>::MalformedPolicy);
		let value = OwnedPolicy { owner, policy };
		let footprint = Self::policy_footprint(&target, &value);
		let paid = Self::replace(old, value, who, footprint)?;
		Policies::<T>::insert(&target, paid);
		Self::deposit_event(Event::PolicySet { target });
		Ok(())
	}

	/// The owner whose policy it is, if `who` may speak for it.
	fn ensure_speaks_for(
		who: &AccountIdOf<T>,
		target: &PolicyTargetOf<T>,
	) -> Result<AccountIdOf<T>, Error<T>> {
		match target {
			PolicyTarget::Dataset(dataset) => {
				Self::ensure_decides(who, *dataset)?;
				Ok(Self::parties(*dataset)?.owner)
			},
			PolicyTarget::AllOf(owner) => {
				ensure!(T::Datasets::acts_for(who, owner), Error::<T>::NotOwner);
				Ok(owner.clone())
			},
		}
	}

	/// Change what `owner` refuses beforehand.
	pub(crate) fn do_refuse(
		who: AccountIdOf<T>,
		owner: &AccountIdOf<T>,
		change: impl FnOnce(&mut Refusals),
	) -> DispatchResult {
		ensure!(T::Datasets::acts_for(&who, owner), Error::<T>::NotOwner);
		let old = OwnerRefusals::<T>::take(owner);
		let mut refusals = old.as_ref().map(|paid| paid.value).unwrap_or_default();
		change(&mut refusals);
		if refusals == Refusals::default() {
			return match old {
				Some(old) => old.deposit.drop(&old.payer),
				None => Ok(()),
			};
		}
		let paid = Self::replace(old, refusals, who, Self::refusals_footprint())?;
		OwnerRefusals::<T>::insert(owner, paid);
		Ok(())
	}

	/// Put `value` in place of what `old` had, if anything. Whoever paid for that gets it back, unless it is `payer`.
	fn replace<V>(
		old: Option<Paid<V, AccountIdOf<T>, T::PolicyDeposit>>,
		value: V,
		payer: AccountIdOf<T>,
		footprint: Footprint,
	) -> Result<Paid<V, AccountIdOf<T>, T::PolicyDeposit>, DispatchError> {
		let deposit = match old {
			Some(old) if old.payer == payer => old.deposit.update(&payer, footprint)?,
			Some(old) => {
				old.deposit.drop(&old.payer)?;
				T::PolicyDeposit::new(&payer, footprint)?
			},
			None => T::PolicyDeposit::new(&payer, footprint)?,
		};
		Ok(Paid { value, payer, deposit })
	}

	/// The pairs of which the proofs show that they are in the ontology. One that does not fit spoils all.
	pub(crate) fn proven(proofs: &[AncestryProof]) -> Result<Vec<Ancestry>, Error<T>> {
		if proofs.is_empty() {
			return Ok(Vec::new());
		}
		let ontology = OntologyRoot::<T>::get().ok_or(Error::<T>::NoOntology)?;
		ensure!(proofs.iter().all(|proof| ontology.proves(proof)), Error::<T>::BadAncestryProof);
		Ok(proofs.iter().map(|proof| proof.pair).collect())
	}

	/// What a policy takes in storage.
	pub(crate) fn policy_footprint(
		target: &PolicyTargetOf<T>,
		value: &OwnedPolicy<AccountIdOf<T>>,
	) -> Footprint {
		let receipt = <(AccountIdOf<T>, T::PolicyDeposit)>::max_encoded_len();
		let size = (target, value).encoded_size().saturating_add(receipt);
		Footprint::from_parts(1, size)
	}

	/// What an owner's refusals take in storage.
	pub(crate) fn refusals_footprint() -> Footprint {
		type Entry<T> = (AccountIdOf<T>, crate::types::RefusalsOf<T>);
		Footprint::from_parts(1, Entry::<T>::max_encoded_len())
	}
}
