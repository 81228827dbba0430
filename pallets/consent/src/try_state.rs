//! What must hold of this pallet's storage after every block.

use crate::{
	types::{id_key, AccountIdOf},
	Config, Grants, GrantsOf, GrantsOfGrantee, GrantsOfOwner, HoldReason, NextGrantId,
	NextProposalId, OpenProposals, OwnerRefusals, Pallet, Policies, Proposals, ProposalsOfOwner,
	ProposalsOfRequester, Receipts, Trail, TrailLength, UnreviewedEmergencies,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, Get},
};
use ownome_primitives::{
	Act, Balance, Basis, DatasetId, Ethics, GrantId, Party, Review, Verdict, MAX_ACTS_OF_GRANT,
};
use sp_runtime::TryRuntimeError;

type Escrow<T> = BTreeMap<AccountIdOf<T>, Balance>;

impl<T: Config> Pallet<T> {
	/// The escrow of each account is what its open proposals and its grants may still cost; behind each grant stands an act; records,
	/// indexes and trails agree in both directions; nothing was paid beyond the price.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut escrow = Escrow::<T>::new();
		Self::try_proposals(&mut escrow)?;
		Self::try_grants(&mut escrow)?;
		for (who, owed) in escrow {
			ensure!(
				T::Token::balance_on_hold(&HoldReason::Escrow.into(), &who) == owed,
				"the escrow is not what is owed"
			);
		}
		Self::try_trails()?;
		Self::try_emergencies()?;
		for paid in Policies::<T>::iter_values() {
			ensure!(paid.value.policy.check().is_ok(), "a policy is none");
		}
		for paid in OwnerRefusals::<T>::iter_values() {
			ensure!(paid.value != Default::default(), "an owner who refuses nothing is on record");
		}
		Ok(())
	}

	fn try_proposals(escrow: &mut Escrow<T>) -> Result<(), TryRuntimeError> {
		let mut open = BTreeMap::<_, u32>::new();
		let mut count = 0usize;
		for (id, (proposal, _)) in Proposals::<T>::iter() {
			ensure!(id < NextProposalId::<T>::get(), "a proposal's id was never given out");
			ensure!(
				ProposalsOfOwner::<T>::contains_key(&proposal.owner, id_key(id))
					&& ProposalsOfRequester::<T>::contains_key(&proposal.requester, id_key(id)),
				"a proposal is not in an index"
			);
			ensure!(proposal.held <= proposal.terms.price, "more is held than the price");
			ensure!(
				proposal.turn == Party::Requester || proposal.held == proposal.terms.price,
				"what the requester offers is not held"
			);
			ensure!(
				(proposal.turn == Party::Requester) == proposal.countered_by.is_some(),
				"the owner's counter-offer is not the last word"
			);
			ensure!(proposal.round <= T::MaxRounds::get(), "a proposal goes on for ever");
			owe::<T>(escrow, &proposal.requester, proposal.held);
			let pair = open.entry((proposal.owner, proposal.requester)).or_default();
			*pair = pair.saturating_add(1);
			count = count.saturating_add(1);
		}
		ensure!(ProposalsOfOwner::<T>::iter().count() == count, "an index names no proposal");
		ensure!(ProposalsOfRequester::<T>::iter().count() == count, "an index names no proposal");
		ensure!(
			OpenProposals::<T>::iter().count() == open.len(),
			"proposals of a pair are counted that are not there"
		);
		for ((owner, requester), number) in open {
			ensure!(
				OpenProposals::<T>::get(owner, requester) == number
					&& number <= T::MaxOpenProposals::get(),
				"the open proposals of a pair are not as many as counted or allowed"
			);
		}
		Ok(())
	}

	fn try_grants(escrow: &mut Escrow<T>) -> Result<(), TryRuntimeError> {
		let mut ids = BTreeSet::new();
		for (id, (grant, _)) in Grants::<T>::iter() {
			ensure!(id < NextGrantId::<T>::get(), "a grant's id was never given out");
			ensure!(
				GrantsOf::<T>::contains_key((grant.dataset, &grant.grantee, id_key(id)))
					&& GrantsOfOwner::<T>::contains_key(&grant.owner, id_key(id))
					&& GrantsOfGrantee::<T>::contains_key(&grant.grantee, id_key(id)),
				"a grant is not in an index"
			);
			ensure!(grant.ethics != Ethics::Needed, "no ethics committee signed");
			ensure!(
				!matches!(&grant.basis, Basis::Owner(who) if *who == grant.grantee),
				"a grantee consented for the owner"
			);
			if let Basis::Emergency(emergency) = &grant.basis {
				ensure!(grant.terms.price == 0, "an emergency costs something");
				ensure!(
					!matches!(&emergency.review, Review::Justified { by, .. } | Review::Unjustified { by, .. }
						if *by == grant.grantee),
					"a clinician reviewed its own emergency"
				);
			}
			let moved = grant.paid.checked_add(grant.refunded);
			ensure!(
				moved.is_some_and(|moved| moved <= grant.terms.price),
				"more than the price was moved"
			);
			ensure!(grant.delivery.is_some() || grant.paid == 0, "paid without delivery");
			ensure!(
				grant.terms.accesses.is_none_or(|limit| grant.accesses <= limit.into()),
				"more accesses than granted"
			);
			let mut recorded = 0u64;
			for (key, (receipt, _)) in Receipts::<T>::iter_prefix(id) {
				ensure!(key == id_key(recorded), "the receipts have a gap");
				recorded = recorded.saturating_add(receipt.evidence.count().into());
			}
			ensure!(recorded == grant.accesses, "the receipts are not of as many accesses");
			owe::<T>(escrow, &grant.grantee, grant.held());
			ids.insert(id);
		}
		ensure!(GrantsOf::<T>::iter().count() == ids.len(), "an index names no grant");
		ensure!(GrantsOfOwner::<T>::iter().count() == ids.len(), "an index names no grant");
		ensure!(GrantsOfGrantee::<T>::iter().count() == ids.len(), "an index names no grant");
		ensure!(
			Receipts::<T>::iter_keys().all(|(id, _)| ids.contains(&id)),
			"a receipt is of no grant"
		);
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// Each trail tells, in order and once, of each grant of its dataset all that its record says, and nothing else.
	fn try_trails() -> Result<(), TryRuntimeError> {
		let mut told = BTreeMap::<GrantId, Vec<Act>>::new();
		for (dataset, length) in TrailLength::<T>::iter() {
			let mut before = 0;
			for number in 0..length {
				let (entry, deposit) = Trail::<T>::get(dataset, id_key(number))
					.ok_or("an entry of a trail is missing")?;
				ensure!(before <= entry.at, "a trail is out of order");
				before = entry.at;
				ensure!(
					deposit.is_some() == matches!(entry.act, Act::PolicySet(_)),
					"an entry of a trail has another payer than it should"
				);
				let Some(id) = entry.act.grant() else { continue };
				let of_it = Grants::<T>::get(id).is_some_and(|(it, _)| it.dataset == dataset);
				ensure!(of_it, "a trail tells of a grant of another dataset");
				told.entry(id).or_default().push(entry.act);
			}
		}
		let entries = TrailLength::<T>::iter_values().fold(0u64, u64::saturating_add);
		ensure!(Trail::<T>::iter().count() as u64 == entries, "an entry is in no trail");
		for (id, (grant, _)) in Grants::<T>::iter() {
			let acts = told.remove(&id).unwrap_or_default();
			let count = |act: Act| acts.iter().filter(|told| **told == act).count();
			ensure!(
				acts.first() == Some(&Act::Granted(id)),
				"a trail does not begin with the grant"
			);
			ensure!(count(Act::Granted(id)) == 1, "a trail tells of a grant twice");
			let verdict = grant.delivery.as_ref().map(|delivery| &delivery.verdict);
			let ruled = |valid| Act::Ruled { grant: id, valid };
			for (act, happened) in [
				(Act::Delivered(id), verdict.is_some()),
				(Act::Confirmed(id), matches!(verdict, Some(Verdict::Confirmed { .. }))),
				(
					Act::Disputed(id),
					matches!(
						verdict,
						Some(
							Verdict::Disputed(_)
								| Verdict::Upheld { .. } | Verdict::Rejected { .. }
						)
					),
				),
				(ruled(true), matches!(verdict, Some(Verdict::Upheld { .. }))),
				(ruled(false), matches!(verdict, Some(Verdict::Rejected { .. }))),
			] {
				ensure!(count(act) == usize::from(happened), "a trail and a grant disagree");
			}
			ensure!(
				count(Act::Narrowed(id)) == grant.narrowings.len(),
				"a trail and the narrowings of a grant disagree"
			);
			let ends = acts.iter().filter(|act| matches!(act, Act::Ended { .. }));
			let end = grant.ended.map(|it| Act::Ended { grant: id, at: it.at, cause: it.cause });
			ensure!(ends.eq(&end), "a trail and the end of a grant disagree");
			let accessed = acts.iter().fold(0u64, |sum, act| match act {
				Act::Accessed { count, .. } => sum.saturating_add((*count).into()),
				_ => sum,
			});
			ensure!(accessed == grant.accesses, "a trail and the accesses of a grant disagree");
			ensure!(
				acts.iter().filter(|act| !matches!(act, Act::Accessed { .. })).count()
					<= MAX_ACTS_OF_GRANT as usize,
				"a grant takes more of a trail than it pays for"
			);
		}
		Ok(())
	}

	/// The emergencies that wait for a review are those of which the grants say so.
	fn try_emergencies() -> Result<(), TryRuntimeError> {
		let mut pending = BTreeMap::<_, BTreeSet<DatasetId>>::new();
		for (grant, _) in Grants::<T>::iter_values() {
			if grant.emergency().is_some_and(|it| it.review == Review::Pending) {
				let fresh = pending.entry(grant.grantee).or_default().insert(grant.dataset);
				ensure!(fresh, "a clinician has two unreviewed emergencies of one dataset");
			}
		}
		for (clinician, listed) in UnreviewedEmergencies::<T>::iter() {
			let listed: BTreeSet<_> = listed.into_iter().collect();
			ensure!(
				pending.remove(&clinician) == Some(listed),
				"unreviewed emergencies are listed that are none"
			);
		}
		ensure!(pending.is_empty(), "an unreviewed emergency is not listed");
		Ok(())
	}
}

fn owe<T: Config>(escrow: &mut Escrow<T>, who: &AccountIdOf<T>, amount: Balance) {
	let owed = escrow.entry(who.clone()).or_default();
	*owed = owed.saturating_add(amount);
}
