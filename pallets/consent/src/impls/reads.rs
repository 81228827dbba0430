//! What clients ask. None of it writes.

use crate::{
	types::{id_key, AccountIdOf, GrantOf, IdKey, PolicyTargetOf, ProposalOf},
	Config, Disputes, Grants, GrantsOf, GrantsOfGrantee, GrantsOfOwner, OntologyOnRecord, Pallet,
	Policies, Proposals, ProposalsOfOwner, ProposalsOfRequester, Receipts, Trail, TrailLength,
};
use alloc::vec::Vec;
use frame_support::{storage::KeyPrefixIterator, traits::Time};
use ownome_primitives::{
	api::MAX_PAGE, Access, Answer, ConsentPolicy, DatasetId, Denial, DisputeRecord, GrantId,
	GrantMoney, InspectDataset, InspectMember, Moment, OntologyRecord, PolicyTarget, ProposalId,
	Receipt, Scope, Terms, TrailEntry,
};

impl<T: Config> Pallet<T> {
	/// Whether `grantee` may read `what` of `dataset` at the moment `at`, now if `None`.
	///
	/// Any grant that allows it is enough; of several the one that lasts longest is named. Otherwise the answer tells of the
	/// grant that comes nearest, see [`Access::rank`]. Reads all grants of the pair, so it is for runtime APIs, not for calls.
	pub fn check(
		dataset: DatasetId,
		grantee: &AccountIdOf<T>,
		at: Option<Moment>,
		what: &Scope,
	) -> Access {
		let now = T::Time::now();
		let at = at.unwrap_or(now);
		GrantsOf::<T>::iter_key_prefix((dataset, grantee))
			.map(GrantId::from_be_bytes)
			.filter_map(|id| {
				let (grant, _) = Grants::<T>::get(id)?;
				Some(Self::as_it_stands(grant, now).access(id, at, what))
			})
			.max_by_key(Access::rank)
			.unwrap_or(Access::Denied(Denial::NoGrant))
			.with_standing(T::Members::standing_at(grantee, at))
	}

	/// A grant, with an end that came by itself, though nobody has written it down.
	pub(crate) fn as_it_stands(mut grant: GrantOf<T>, now: Moment) -> GrantOf<T> {
		Self::ripen(&mut grant, now);
		grant
	}

	/// The open proposal `id`.
	pub fn proposal(id: ProposalId) -> Option<ProposalOf<T>> {
		Proposals::<T>::get(id).map(|(proposal, _)| proposal)
	}

	/// The grant `id` as it stands now.
	pub fn grant(id: GrantId) -> Option<GrantOf<T>> {
		Grants::<T>::get(id).map(|(grant, _)| Self::as_it_stands(grant, T::Time::now()))
	}

	/// Where the money of grant `id` is now.
	pub fn money(id: GrantId) -> Option<GrantMoney> {
		Self::grant(id).map(|grant| grant.money(T::Time::now()))
	}

	/// The policy that `target` has of its own.
	pub fn policy_of(target: PolicyTarget<AccountIdOf<T>>) -> Option<ConsentPolicy> {
		Policies::<T>::get(target).map(|paid| paid.value.policy)
	}

	/// A page of the open proposals to `owner`.
	pub fn proposals_of_owner(
		owner: &AccountIdOf<T>,
		after: Option<ProposalId>,
		limit: u32,
	) -> Vec<ProposalId> {
		page(
			match after {
				None => ProposalsOfOwner::<T>::iter_key_prefix(owner),
				Some(id) => ProposalsOfOwner::<T>::iter_key_prefix_from(
					owner,
					ProposalsOfOwner::<T>::hashed_key_for(owner, id_key(id)),
				),
			},
			limit,
		)
	}

	/// A page of the open proposals by `requester`.
	pub fn proposals_of_requester(
		requester: &AccountIdOf<T>,
		after: Option<ProposalId>,
		limit: u32,
	) -> Vec<ProposalId> {
		page(
			match after {
				None => ProposalsOfRequester::<T>::iter_key_prefix(requester),
				Some(id) => ProposalsOfRequester::<T>::iter_key_prefix_from(
					requester,
					ProposalsOfRequester::<T>::hashed_key_for(requester, id_key(id)),
				),
			},
			limit,
		)
	}

	/// A page of the grants of `dataset` to `grantee`.
	pub fn grants_of(
		dataset: DatasetId,
		grantee: &AccountIdOf<T>,
		after: Option<GrantId>,
		limit: u32,
	) -> Vec<GrantId> {
		page(
			match after {
				None => GrantsOf::<T>::iter_key_prefix((dataset, grantee)),
				Some(id) => GrantsOf::<T>::iter_key_prefix_from(
					(dataset, grantee),
					GrantsOf::<T>::hashed_key_for((dataset, grantee, id_key(id))),
				),
			},
			limit,
		)
	}

	/// A page of the grants of `dataset`, those to one grantee together.
	pub fn grants_of_dataset(
		dataset: DatasetId,
		after: Option<GrantId>,
		limit: u32,
	) -> Vec<GrantId> {
		let keys = match after {
			None => GrantsOf::<T>::iter_key_prefix((dataset,)),
			Some(id) => {
				let Some((grant, _)) = Grants::<T>::get(id).filter(|(it, _)| it.dataset == dataset)
				else {
					return Vec::new();
				};
				GrantsOf::<T>::iter_key_prefix_from(
					(dataset,),
					GrantsOf::<T>::hashed_key_for((dataset, grant.grantee, id_key(id))),
				)
			},
		};
		keys.take(limit.min(MAX_PAGE) as usize)
			.map(|(_, id)| GrantId::from_be_bytes(id))
			.collect()
	}

	/// A page of the grants that `owner` made, or that were made in its name.
	pub fn grants_of_owner(
		owner: &AccountIdOf<T>,
		after: Option<GrantId>,
		limit: u32,
	) -> Vec<GrantId> {
		page(
			match after {
				None => GrantsOfOwner::<T>::iter_key_prefix(owner),
				Some(id) => GrantsOfOwner::<T>::iter_key_prefix_from(
					owner,
					GrantsOfOwner::<T>::hashed_key_for(owner, id_key(id)),
				),
			},
			limit,
		)
	}

	/// A page of the grants to `grantee`.
	pub fn grants_of_grantee(
		grantee: &AccountIdOf<T>,
		after: Option<GrantId>,
		limit: u32,
	) -> Vec<GrantId> {
		page(
			match after {
				None => GrantsOfGrantee::<T>::iter_key_prefix(grantee),
				Some(id) => GrantsOfGrantee::<T>::iter_key_prefix_from(
					grantee,
					GrantsOfGrantee::<T>::hashed_key_for(grantee, id_key(id)),
				),
			},
			limit,
		)
	}

	/// A page of the receipts of grant `id`, each with the number of its first access, counted from 0.
	pub fn receipts(
		id: GrantId,
		after: Option<u64>,
		limit: u32,
	) -> Vec<(u64, Receipt<AccountIdOf<T>>)> {
		let receipts = match after {
			None => Receipts::<T>::iter_prefix(id),
			Some(index) => Receipts::<T>::iter_prefix_from(
				id,
				Receipts::<T>::hashed_key_for(id, id_key(index)),
			),
		};
		receipts
			.take(limit.min(MAX_PAGE) as usize)
			.map(|(key, (receipt, _))| (u64::from_be_bytes(key), receipt))
			.collect()
	}

	/// A page of the audit trail of `dataset`, each entry with its number, in the order in which they were written.
	pub fn trail(
		dataset: DatasetId,
		after: Option<u64>,
		limit: u32,
	) -> Vec<(u64, TrailEntry<AccountIdOf<T>>)> {
		let first = after.map_or(0, |after| after.saturating_add(1));
		let end = first
			.saturating_add(limit.min(MAX_PAGE).into())
			.min(TrailLength::<T>::get(dataset));
		(first..end)
			.filter_map(|number| {
				Trail::<T>::get(dataset, id_key(number)).map(|(entry, _)| (number, entry))
			})
			.collect()
	}

	/// The policy by which the owner of `dataset` consents, and for what it was set.
	pub fn policy_for(dataset: DatasetId) -> Option<(PolicyTargetOf<T>, ConsentPolicy)> {
		let owner = T::Datasets::parties(dataset)?.owner;
		Self::policy(dataset, &owner).map(|(target, policy)| (target, policy.policy))
	}

	/// What an offer of these terms by `requester` would come to now, as far as the policy for the dataset goes, without proofs of ancestry.
	pub fn answer_now(
		dataset: DatasetId,
		requester: &AccountIdOf<T>,
		terms: &Terms,
	) -> Option<Answer> {
		let owner = T::Datasets::parties(dataset)?.owner;
		Some(Self::answer(dataset, &owner, requester, terms, &Default::default()).0)
	}

	/// How `grantee` has used disputes.
	pub fn disputes(grantee: &AccountIdOf<T>) -> DisputeRecord {
		Disputes::<T>::get(grantee)
	}

	/// What is on record of the ontology.
	pub fn ontology() -> OntologyRecord {
		OntologyOnRecord::<T>::get()
	}
}

fn page(keys: KeyPrefixIterator<IdKey>, limit: u32) -> Vec<u64> {
	keys.take(limit.min(MAX_PAGE) as usize).map(u64::from_be_bytes).collect()
}
