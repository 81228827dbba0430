//! What owners say beforehand.

use crate::{
	types::{AccountIdOf, OwnedPolicy, Paid, PolicyTargetOf},
	Config, Error, Event, OwnerRefusals, Pallet, Policies, RevokedGrantees,
};
use codec::{Encode, MaxEncodedLen};
use frame_support::{
	ensure,
	traits::{Consideration, Footprint, Time},
};
use ownome_primitives::{
	Act, Answer, ConsentPolicy, DatasetId, Digest, InspectDataset, InspectMember, Match, Mondo,
	PolicyTarget, Refusals, Terms,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The policy by which `owner` consents for `dataset`, its own or else that for all, and for what it was set.
	pub(crate) fn policy(
		dataset: DatasetId,
		owner: &AccountIdOf<T>,
	) -> Option<(PolicyTargetOf<T>, OwnedPolicy<AccountIdOf<T>>)> {
		let of = |target: PolicyTargetOf<T>| {
			let paid = Policies::<T>::get(&target)?;
			Some((target, paid.value))
		};
		of(PolicyTarget::Dataset(dataset))
			.filter(|(_, value)| value.owner == *owner)
			.or_else(|| of(PolicyTarget::AllOf(owner.clone())))
	}

	/// What `owner` says beforehand to these terms of `requester`, and the hash of the policy that says it, zeros where there is none. A standing clause
	/// leaves it to the owner where the policy may not consent in the owner's place.
	pub(crate) fn answer(
		dataset: DatasetId,
		owner: &AccountIdOf<T>,
		requester: &AccountIdOf<T>,
		terms: &Terms,
		proves: impl Fn(Mondo, Mondo) -> bool,
	) -> (Answer, Digest) {
		let Some((_, policy)) = Self::policy(dataset, owner) else {
			return (Answer::Ask { ethics: false }, Digest::default());
		};
		let profile = T::Members::profile(requester);
		let answer = policy.policy.answer(terms, profile.as_ref(), T::Time::now(), proves);
		let answer = match answer {
			Answer::Consent { .. } if !Self::may_consent(&policy, requester) => {
				Answer::Ask { ethics: false }
			},
			Answer::ConsentAfterEthics { .. } if !Self::may_consent(&policy, requester) => {
				Answer::Ask { ethics: true }
			},
			answer => answer,
		};
		(answer, policy.policy.hash())
	}

	/// Whether a clause that consented to a proposal of `requester` still does: the policy is the same, and the owner has not closed the door.
	pub(crate) fn still_consents(
		dataset: DatasetId,
		owner: &AccountIdOf<T>,
		requester: &AccountIdOf<T>,
		matched: &Match,
	) -> bool {
		!Self::refusals(owner).offers
			&& Self::policy(dataset, owner).is_some_and(|(_, policy)| {
				policy.policy.hash() == matched.policy && Self::may_consent(&policy, requester)
			})
	}

	/// Whether a policy may consent in its owner's place: whoever set it still acts for the owner, who has not taken a consent back from `requester`.
	fn may_consent(policy: &OwnedPolicy<AccountIdOf<T>>, requester: &AccountIdOf<T>) -> bool {
		T::Datasets::acts_for(&policy.set_by, &policy.owner)
			&& !RevokedGrantees::<T>::contains_key(&policy.owner, requester)
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
			// Whoever paid for it gets the deposit back when it does not speak for anybody any more.
			if old.payer != who || Self::speaks(&target, &old.value) {
				Self::ensure_speaks_for(&who, &target)?;
			}
			old.deposit.drop(&old.payer)?;
			if let PolicyTarget::Dataset(dataset) = target {
				Self::note(dataset, &who, Act::PolicyRemoved, None);
			}
			Self::deposit_event(Event::PolicyRemoved { target });
			return Ok(());
		};
		let owner = Self::ensure_speaks_for(&who, &target)?;
		ensure!(policy.check().is_ok(), Error::<T>::MalformedPolicy);
		let hash = policy.hash();
		if let PolicyTarget::Dataset(dataset) = target {
			// That it is taken off, which must be possible without any coin, is paid for beforehand.
			let deposit = T::PolicyDeposit::new(&who, Self::trail_footprint(2))?;
			Self::note(dataset, &who, Act::PolicySet(hash), Some(deposit));
		}
		let value = OwnedPolicy { owner, set_by: who.clone(), policy };
		let footprint = Self::policy_footprint(&target, &value);
		let paid = Self::replace(old, value, who, footprint)?;
		Policies::<T>::insert(&target, paid);
		Self::deposit_event(Event::PolicySet { target, policy: hash });
		Ok(())
	}

	/// Whether a policy still speaks for its owner.
	fn speaks(target: &PolicyTargetOf<T>, policy: &OwnedPolicy<AccountIdOf<T>>) -> bool {
		match target {
			PolicyTarget::Dataset(dataset) => {
				T::Datasets::parties(*dataset).is_some_and(|parties| parties.owner == policy.owner)
			},
			PolicyTarget::AllOf(_) => true,
		}
	}

	/// The owner whose policy it is, if `who` may speak for it.
	pub(crate) fn ensure_speaks_for(
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
