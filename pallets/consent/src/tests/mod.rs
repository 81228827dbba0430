//! Tests, one file per call.

mod accept;
mod approve;
mod check;
mod confirm;
mod cosign;
mod counter;
mod deliver;
mod dispute;
mod emergencies;
mod expire;
mod invariants;
mod narrow;
mod offer;
mod offer_many;
mod reads;
mod record_access;
mod refusals;
mod reject;
mod relinquish;
mod revoke;
mod revoke_many;
mod rule;
mod set_ontology_root;
mod set_policy;
mod settle;
mod withdraw;

use crate::{
	mock::*,
	types::{GrantOf, ProposalOf},
	Call, Grants, Proposals,
};
use frame_support::{assert_ok, dispatch::CheckIfFeeless, dispatch::DispatchResult};
use ownome_primitives::{
	duo::{policy::Modifiers, purpose::Kind, Clause, Permission},
	AncestryProofs, Balance, ConsentClause, ConsentPolicy, DatasetId, Moment, Mondo, PolicyTarget,
	Purpose, Scope, Terms, TermsHash,
};
use sp_runtime::Percent;

const PRICE: Balance = 1_000;
const PERIOD: Moment = 1_000;

fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Research on a disease; a fifth of the price at delivery, the rest over the period.
fn terms() -> Terms {
	Terms {
		purpose: Purpose {
			kind: Some(Kind::Disease),
			disease: Some(Mondo(5_148)),
			..Default::default()
		},
		scope: Scope::Whole,
		period: PERIOD,
		price: PRICE,
		upfront: Percent::from_percent(20),
		accesses: None,
	}
}

fn priced(price: Balance) -> Terms {
	Terms { price, ..terms() }
}

fn genes(list: &[u32]) -> Scope {
	Scope::Genes(list.to_vec().try_into().unwrap())
}

fn offer_for(requester: u64, dataset: DatasetId, terms: Terms) -> DispatchResult {
	Consent::offer(signed(requester), dataset, terms, AncestryProofs::new())
}

fn offer(requester: u64, terms: Terms) -> DispatchResult {
	offer_for(requester, DATASET, terms)
}

/// The hash of the terms of a proposal as they are now.
fn hash_of(id: u64) -> TermsHash {
	proposal(id).terms.hash()
}

fn approve(who: u64, id: u64) -> DispatchResult {
	let hash = Proposals::<Test>::get(id).map_or(terms().hash(), |(it, _)| it.terms.hash());
	Consent::approve(signed(who), id, hash)
}

/// Proposal 0 by `REQUESTER`.
fn offered() {
	assert_ok!(offer(REQUESTER, terms()));
	take_events();
}

/// Proposal 0 by `REQUESTER`, to which the owner has answered with this price.
fn countered(price: Balance) {
	offered();
	assert_ok!(Consent::counter(signed(OWNER), 0, priced(price)));
	take_events();
}

/// Grant 0 for `REQUESTER`.
fn granted() {
	granted_for(terms());
}

fn granted_for(terms: Terms) {
	assert_ok!(offer(REQUESTER, terms));
	assert_ok!(approve(OWNER, 0));
	take_events();
}

/// Grant 0 for `REQUESTER`, its key delivered at once, nothing said of it.
fn delivered() {
	granted();
	deliver();
}

fn deliver() {
	assert_ok!(Consent::deliver(signed(OWNER), 0, [8; 32]));
	take_events();
}

/// Grant 0 for `REQUESTER`, its key delivered and confirmed at once, the upfront part paid.
fn confirmed() {
	confirmed_for(terms());
}

fn confirmed_for(terms: Terms) {
	granted_for(terms);
	deliver();
	assert_ok!(Consent::confirm(signed(REQUESTER), 0));
	take_events();
}

/// Grant 0 for `REQUESTER`, its key delivered and disputed at once.
fn disputed() {
	delivered();
	assert_ok!(Consent::dispute(signed(REQUESTER), 0, [9; 32]));
	take_events();
}

fn grant(id: u64) -> GrantOf<Test> {
	Grants::<Test>::get(id).unwrap().0
}

fn proposal(id: u64) -> ProposalOf<Test> {
	Proposals::<Test>::get(id).unwrap().0
}

/// A policy for the purpose of [`terms`].
fn policy(standing: bool, ethics: bool) -> ConsentPolicy {
	policy_for(Permission::General, standing, ethics)
}

fn policy_for(permission: Permission, standing: bool, ethics: bool) -> ConsentPolicy {
	let clause = ConsentClause {
		duo: Clause { permission, modifiers: Modifiers::new() },
		longest_period: PERIOD,
		ask: PRICE,
		standing,
		ethics,
	};
	ConsentPolicy { clauses: vec![clause].try_into().unwrap() }
}

fn set_policy(policy: ConsentPolicy) {
	assert_ok!(Consent::set_policy(signed(OWNER), PolicyTarget::AllOf(OWNER), Some(policy)));
	take_events();
}

fn is_free(who: u64, call: Call<Test>) -> bool {
	RuntimeCall::from(call).is_feeless(&signed(who))
}

/// What owner, attester and treasury have together, beyond what they began with.
fn earned() -> Balance {
	free(OWNER) + free(LAB) + free(TREASURY) - 2 * ENDOWMENT
}

/// What the requester has free and in escrow.
fn purse() -> (Balance, Balance) {
	(free(REQUESTER), escrow(REQUESTER))
}
