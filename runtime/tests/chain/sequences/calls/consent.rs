//! Offers, grants, policies and emergencies.

use super::{
	by, by_root, id, now,
	registry::{dataset, decider},
	Made, Make,
};
use crate::{
	sequences::{
		cast::{CLINIC, COMMITTEE},
		dice::Dice,
	},
	support::{AUDITOR, INSTITUTE, LAB},
};
use ownome_primitives::{
	ancestry_leaf,
	duo::{policy::Modifiers, purpose::Kind, Clause, Permission},
	Ancestry, AncestryProof, AncestryProofs, BatchRoot, ConsentClause, ConsentPolicy,
	EmergencyReason, Ethics, Grant, GrantId, Mondo, Party, PolicyTarget, Proposal, ProposalId,
	Purpose, Review, Scope, Terms, TermsHash, Verdict,
};
use ownome_runtime::{
	constants::{DATA, DAYS},
	AccountId, Consent, DataRegistry, Runtime,
};
use pallet_consent::{Call, Grants, NextGrantId, NextProposalId, Policies, Proposals};
use sp_runtime::Percent;
use std::collections::BTreeSet;

pub const CALLS: &[(u32, Make)] = &[
	(8, offer),
	(2, offer_many),
	(4, counter),
	(12, approve),
	(4, accept),
	(1, reject),
	(1, withdraw),
	(1, expire),
	(5, cosign),
	(12, deliver),
	(6, confirm),
	(4, dispute),
	(5, rule),
	(6, settle),
	(3, revoke),
	(1, revoke_many),
	(3, narrow),
	(1, relinquish),
	(4, record_access),
	(2, record_accesses),
	(6, set_policy),
	(1, set_door),
	(1, set_break_glass),
	(2, open_emergency),
	(3, review),
	(2, report),
	(1, set_ontology_root),
];

/// One disease is a kind of the other.
const PAIR: Ancestry = Ancestry { descendant: Mondo(5_148), ancestor: Mondo(5_015) };

/// What genes there are to ask for.
pub fn genes(list: &[u32]) -> Scope {
	Scope::Genes(list.to_vec().try_into().expect("are few"))
}

fn terms(dice: &mut Dice) -> Terms {
	let biomedical = Purpose { kind: Some(Kind::Biomedical), ..Default::default() };
	let disease =
		Purpose { kind: Some(Kind::Disease), disease: Some(PAIR.descendant), ..Default::default() };
	Terms {
		purpose: dice.pick(&[biomedical, disease]),
		scope: dice.pick(&[Scope::Whole, Scope::Whole, genes(&[1, 2]), Scope::Sealed([4; 32])]),
		period: dice.pick(&[30 * DAYS, DAYS, 365 * DAYS, 1_000, 30 * DAYS, 5_000 * DAYS]),
		price: dice.pick(&[100 * DATA, 0, 1, 90_000 * DATA, 400_000 * DATA, 12_345]),
		upfront: Percent::from_percent(dice.pick(&[20, 0, 100])),
		accesses: dice.pick(&[None, None, Some(2), Some(1)]),
	}
}

fn requester(dice: &mut Dice) -> AccountId {
	let who = dice.pick(&[INSTITUTE, INSTITUTE, CLINIC]).to_account_id();
	dice.mostly(who)
}

/// The proof that one disease is a kind of the other, when there is an ontology that knows it.
fn proofs(dice: &mut Dice) -> AncestryProofs {
	let proof = AncestryProof { pair: PAIR, index: 0, proof: Default::default() };
	let known = Consent::ontology().at(now()).is_some();
	let list = if known || dice.once_in(32) { vec![proof] } else { vec![] };
	list.try_into().expect("are few")
}

fn offer(dice: &mut Dice) -> Made {
	let (who, dataset_id) = (requester(dice), dataset(dice));
	by(who, Call::<Runtime>::offer { dataset_id, terms: terms(dice), proofs: proofs(dice) })
}

fn offer_many(dice: &mut Dice) -> Made {
	let (who, dataset_ids) = (requester(dice), vec![dataset(dice), dataset(dice)]);
	let dataset_ids = dataset_ids.try_into().expect("are few");
	by(who, Call::<Runtime>::offer_many { dataset_ids, terms: terms(dice), proofs: proofs(dice) })
}

/// An open proposal of this kind and its id, now and then any other, and none if there is none.
fn proposal(
	dice: &mut Dice,
	is: impl Fn(&Proposal<AccountId>) -> bool,
) -> Option<(ProposalId, Option<Proposal<AccountId>>)> {
	let open: Vec<_> = Proposals::<Runtime>::iter()
		.filter(|(_, (proposal, _))| is(proposal))
		.map(|(id, (proposal, _))| (id, Some(proposal)))
		.collect();
	if dice.once_in(16) {
		let id = dice.id(NextProposalId::<Runtime>::get());
		return Some((id, Consent::proposal(id)));
	}
	(!open.is_empty()).then(|| dice.pick(&open))
}

fn requester_of(proposal: &Option<Proposal<AccountId>>) -> Option<AccountId> {
	proposal.as_ref().map(|it| it.requester.clone())
}

fn decider_of(dice: &mut Dice, proposal: &Option<Proposal<AccountId>>) -> AccountId {
	match proposal {
		Some(it) => decider(dice, it.dataset),
		None => dice.anybody(),
	}
}

/// The hash of the terms that are on the table, and sometimes of others.
fn hash_of(dice: &mut Dice, proposal: &Option<Proposal<AccountId>>) -> TermsHash {
	match proposal {
		Some(it) if !dice.once_in(16) => it.terms.hash(),
		_ => TermsHash([0; 32]),
	}
}

fn counter(dice: &mut Dice) -> Made {
	let Some((proposal_id, it)) = proposal(dice, |_| true) else { return offer(dice) };
	let who = match &it {
		Some(it) if it.turn == Party::Requester => dice.mostly(it.requester.clone()),
		_ => decider_of(dice, &it),
	};
	let mut terms = it.map_or_else(|| terms(dice), |it| it.terms);
	terms.price = dice.pick(&[200 * DATA, 50 * DATA, 0, 500_000 * DATA]);
	by(who, Call::<Runtime>::counter { proposal_id, terms })
}

fn approve(dice: &mut Dice) -> Made {
	let Some((proposal_id, it)) =
		proposal(dice, |it| it.turn == Party::Owner && it.ethics != Ethics::Needed)
	else {
		return offer(dice);
	};
	let (who, terms_hash) = (decider_of(dice, &it), hash_of(dice, &it));
	by(who, Call::<Runtime>::approve { proposal_id, terms_hash })
}

fn accept(dice: &mut Dice) -> Made {
	let Some((proposal_id, it)) = proposal(dice, |it| it.turn == Party::Requester) else {
		return offer(dice);
	};
	let (who, terms_hash) = (dice.mostly(requester_of(&it)), hash_of(dice, &it));
	by(who, Call::<Runtime>::accept { proposal_id, terms_hash })
}

fn reject(dice: &mut Dice) -> Made {
	let Some((proposal_id, it)) = proposal(dice, |_| true) else { return offer(dice) };
	by(decider_of(dice, &it), Call::<Runtime>::reject { proposal_id })
}

fn withdraw(dice: &mut Dice) -> Made {
	let Some((proposal_id, it)) = proposal(dice, |_| true) else { return offer(dice) };
	by(dice.mostly(requester_of(&it)), Call::<Runtime>::withdraw { proposal_id })
}

fn expire(dice: &mut Dice) -> Made {
	let late = now();
	let Some((proposal_id, _)) = proposal(dice, |it| it.answer_by < late) else {
		return offer(dice);
	};
	by(dice.anybody(), Call::<Runtime>::expire { proposal_id })
}

fn cosign(dice: &mut Dice) -> Made {
	let Some((proposal_id, it)) = proposal(dice, |it| it.ethics == Ethics::Needed) else {
		return offer(dice);
	};
	let (who, terms_hash) = (dice.mostly(COMMITTEE.to_account_id()), hash_of(dice, &it));
	by(who, Call::<Runtime>::cosign { proposal_id, terms_hash })
}

/// A grant of this kind and its id, now and then any other, and none if there is none.
fn grant(
	dice: &mut Dice,
	is: impl Fn(&Grant<AccountId>) -> bool,
) -> Option<(GrantId, Option<Grant<AccountId>>)> {
	let found: Vec<_> = Grants::<Runtime>::iter()
		.filter(|(_, (grant, _))| is(grant))
		.map(|(id, (grant, _))| (id, Some(grant)))
		.collect();
	if dice.once_in(16) {
		let id = dice.id(NextGrantId::<Runtime>::get());
		return Some((id, Consent::grant(id)));
	}
	(!found.is_empty()).then(|| dice.pick(&found))
}

fn runs(grant: &Grant<AccountId>) -> bool {
	grant.runs(now())
}

fn is_pending(grant: &Grant<AccountId>) -> bool {
	grant.delivery.as_ref().is_some_and(|it| it.verdict == Verdict::Pending)
}

fn decider_about(dice: &mut Dice, grant: &Option<Grant<AccountId>>) -> AccountId {
	match grant {
		Some(it) => decider(dice, it.dataset),
		None => dice.anybody(),
	}
}

fn grantee(dice: &mut Dice, grant: &Option<Grant<AccountId>>) -> AccountId {
	dice.mostly(grant.as_ref().map(|it| it.grantee.clone()))
}

fn deliver(dice: &mut Dice) -> Made {
	let Some((grant_id, it)) = grant(dice, |it| runs(it) && it.delivery.is_none()) else {
		return approve(dice);
	};
	by(decider_about(dice, &it), Call::<Runtime>::deliver { grant_id, header_hash: [8; 32] })
}

fn confirm(dice: &mut Dice) -> Made {
	let Some((grant_id, it)) = grant(dice, is_pending) else { return deliver(dice) };
	by(grantee(dice, &it), Call::<Runtime>::confirm { grant_id })
}

fn dispute(dice: &mut Dice) -> Made {
	let Some((grant_id, it)) = grant(dice, is_pending) else { return deliver(dice) };
	by(grantee(dice, &it), Call::<Runtime>::dispute { grant_id, reason: [9; 32] })
}

fn rule(dice: &mut Dice) -> Made {
	let is_disputed = |grant: &Grant<AccountId>| {
		let verdict = grant.delivery.as_ref().map(|it| &it.verdict);
		matches!(verdict, Some(Verdict::Disputed(_)))
	};
	let Some((grant_id, _)) = grant(dice, is_disputed) else { return dispute(dice) };
	let who = dice.mostly(AUDITOR.to_account_id());
	by(who, Call::<Runtime>::rule { grant_id, valid: dice.once_in(2) })
}

fn settle(dice: &mut Dice) -> Made {
	let Some((grant_id, _)) = grant(dice, |it| it.held() > 0) else { return approve(dice) };
	by(dice.anybody(), Call::<Runtime>::settle { grant_id })
}

fn revoke(dice: &mut Dice) -> Made {
	let Some((grant_id, it)) = grant(dice, runs) else { return approve(dice) };
	by(decider_about(dice, &it), Call::<Runtime>::revoke { grant_id })
}

fn revoke_many(dice: &mut Dice) -> Made {
	let Some((one, it)) = grant(dice, runs) else { return approve(dice) };
	let who = decider_about(dice, &it);
	let owner = it.map(|it| it.owner);
	let other = grant(dice, |it| Some(&it.owner) == owner.as_ref()).map_or(one, |(id, _)| id);
	let grant_ids = vec![one, other, one].try_into().expect("are few");
	by(who, Call::<Runtime>::revoke_many { grant_ids })
}

fn narrow(dice: &mut Dice) -> Made {
	let Some((grant_id, it)) = grant(dice, runs) else { return approve(dice) };
	let who = decider_about(dice, &it);
	let end = it.as_ref().map_or(0, |it| it.end());
	let present = it.map_or(Scope::Whole, |it| it.scope_at(now()).clone());
	let scope = dice.pick(&[present, genes(&[1]), Scope::Whole]);
	let left = end.saturating_sub(now());
	let expires_at = now() + dice.pick(&[left, left / 2, 1, left + 1]);
	by(who, Call::<Runtime>::narrow { grant_id, scope, expires_at })
}

fn relinquish(dice: &mut Dice) -> Made {
	let Some((grant_id, it)) = grant(dice, runs) else { return approve(dice) };
	by(grantee(dice, &it), Call::<Runtime>::relinquish { grant_id })
}

/// A grant under which data may be read, and who keeps them.
fn readable(dice: &mut Dice) -> Option<(GrantId, AccountId)> {
	let (grant_id, it) = grant(dice, |it| runs(it) && it.is_delivered(now()))?;
	let custodian = it.map_or_else(|| LAB.to_account_id(), |it| it.custodian);
	Some((grant_id, dice.mostly(custodian)))
}

fn record_access(dice: &mut Dice) -> Made {
	let Some((grant_id, who)) = readable(dice) else { return deliver(dice) };
	by(who, Call::<Runtime>::record_access { grant_id, receipt: [3; 32] })
}

fn record_accesses(dice: &mut Dice) -> Made {
	let Some((grant_id, who)) = readable(dice) else { return deliver(dice) };
	let (root, count) = (BatchRoot([4; 32]), dice.pick(&[1, 2, 0, 1_000]));
	by(who, Call::<Runtime>::record_accesses { grant_id, root, count })
}

/// `guardian` sets a policy that consents to any research for all datasets of `owner`.
pub fn standing_policy(guardian: AccountId, owner: AccountId) -> Made {
	let policy = Some(policy(&mut Dice::new(0)));
	by(guardian, Call::<Runtime>::set_policy { target: PolicyTarget::AllOf(owner), policy })
}

fn policy(dice: &mut Dice) -> ConsentPolicy {
	let disease = [PAIR.ancestor].into_iter().collect::<BTreeSet<_>>();
	let permission = dice.pick(&[
		Permission::General,
		Permission::Biomedical,
		Permission::Disease(disease.try_into().expect("is one")),
		Permission::Ancestry,
	]);
	let clause = ConsentClause {
		duo: Clause { permission, modifiers: Modifiers::new() },
		longest_period: dice.pick(&[365 * DAYS, 365 * DAYS, DAYS]),
		ask: dice.pick(&[0, 0, 100 * DATA]),
		standing: !dice.once_in(3),
		ethics: dice.once_in(3),
	};
	ConsentPolicy { clauses: vec![clause].try_into().expect("is one") }
}

fn set_policy(dice: &mut Dice) -> Made {
	let standing: Vec<_> = Policies::<Runtime>::iter_keys().collect();
	let dataset = dataset(dice);
	let who = decider(dice, dataset);
	if dice.once_in(3) {
		let target = dice.pick_or(&standing, |_| PolicyTarget::Dataset(dataset));
		let payer = Policies::<Runtime>::get(&target).map(|paid| paid.payer);
		return by(dice.mostly(payer), Call::<Runtime>::set_policy { target, policy: None });
	}
	let owner = DataRegistry::dataset(dataset).map(|it| it.owner);
	let target = match owner {
		Some(owner) if dice.once_in(3) => PolicyTarget::AllOf(owner),
		_ => PolicyTarget::Dataset(dataset),
	};
	by(who, Call::<Runtime>::set_policy { target, policy: Some(policy(dice)) })
}

/// An owner, and who acts for it.
fn owner(dice: &mut Dice) -> (AccountId, AccountId) {
	let dataset = dataset(dice);
	let who = decider(dice, dataset);
	let owner = DataRegistry::dataset(dataset).map(|it| it.owner);
	(owner.unwrap_or_else(|| who.clone()), who)
}

fn set_door(dice: &mut Dice) -> Made {
	let (owner, who) = owner(dice);
	let refusing = Consent::refusals(&owner).offers;
	// A closed door is opened soon, lest nothing be left to play.
	let closed = !refusing && dice.once_in(2);
	by(who, Call::<Runtime>::set_door { owner: id(owner), closed })
}

fn set_break_glass(dice: &mut Dice) -> Made {
	let (owner, who) = owner(dice);
	by(who, Call::<Runtime>::set_break_glass { owner: id(owner), opted_out: dice.once_in(3) })
}

fn open_emergency(dice: &mut Dice) -> Made {
	let (who, dataset_id) = (dice.mostly(CLINIC.to_account_id()), dataset(dice));
	let (reason, justification) = (EmergencyReason::DrugSafety, [5; 32]);
	by(who, Call::<Runtime>::open_emergency { dataset_id, reason, justification })
}

fn review(dice: &mut Dice) -> Made {
	let is_pending =
		|it: &Grant<AccountId>| it.emergency().is_some_and(|it| it.review == Review::Pending);
	let Some((grant_id, _)) = grant(dice, is_pending) else { return open_emergency(dice) };
	let who = dice.mostly(COMMITTEE.to_account_id());
	by(who, Call::<Runtime>::review { grant_id, justified: dice.once_in(2) })
}

fn report(dice: &mut Dice) -> Made {
	let late = now();
	let is_due = |it: &Grant<AccountId>| {
		it.emergency().is_some_and(|it| match it.review {
			Review::Pending => it.review_by < late,
			Review::Unjustified { reported, .. } => !reported,
			_ => false,
		})
	};
	let Some((grant_id, _)) = grant(dice, is_due) else { return open_emergency(dice) };
	by(dice.anybody(), Call::<Runtime>::report { grant_id })
}

fn set_ontology_root(dice: &mut Dice) -> Made {
	let root = BatchRoot(ancestry_leaf(0, 1, &PAIR));
	let call = Call::<Runtime>::set_ontology_root { root, count: u64::from(!dice.once_in(4)) };
	if dice.once_in(16) {
		by(dice.anybody(), call)
	} else {
		by_root(call)
	}
}
