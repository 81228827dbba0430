//! What clients ask. None of it writes.

use crate::{
	types::{id_key, AccountIdOf, GrantOf, IdKey, ProposalOf},
	Config, Grants, GrantsOf, GrantsOfGrantee, GrantsOfOwner, Pallet, Policies, Proposals,
	ProposalsOfOwner, ProposalsOfRequester, Receipts,
};
use alloc::vec::Vec;
use frame_support::{storage::KeyPrefixIterator, traits::Time};
use ownome_primitives::{
	api::MAX_PAGE, Access, ConsentPolicy, DatasetId, Denial, GrantId, GrantMoney, InspectDataset,
	InspectMember, Moment, PolicyTarget, ProposalId, Receipt, Scope,
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
		grant.ripen(now, T::Datasets::erased_at(grant.dataset));
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
		after: Option<u32>,
		limit: u32,
	) -> Vec<(u32, Receipt<AccountIdOf<T>>)> {
		let receipts = match after {
			None => Receipts::<T>::iter_prefix(id),
			Some(index) => Receipts::<T>::iter_prefix_from(
				id,
				Receipts::<T>::hashed_key_for(id, id_key(index.into())),
			),
		};
		receipts
			.take(limit.min(MAX_PAGE) as usize)
			.map(|(key, (receipt, _))| (u64::from_be_bytes(key) as u32, receipt))
			.collect()
	}
}

fn page(keys: KeyPrefixIterator<IdKey>, limit: u32) -> Vec<u64> {
	keys.take(limit.min(MAX_PAGE) as usize).map(u64::from_be_bytes).collect()
}
