use super::*;
use crate::{
	duo::{policy::Modifiers, purpose::Kind, Clause, Modifier, Permission},
	node_hash, BatchRoot, Mondo,
};
use alloc::{collections::BTreeSet, vec, vec::Vec};

const PERIOD: Moment = 1_000;
const ASK: Balance = 500;

fn clause(permission: Permission, standing: bool, ethics: bool) -> ConsentClause {
	let duo = Clause { permission, modifiers: Modifiers::new() };
	ConsentClause { duo, longest_period: PERIOD, ask: ASK, standing, ethics }
}

fn policy(clauses: Vec<ConsentClause>) -> ConsentPolicy {
	ConsentPolicy { clauses: clauses.try_into().unwrap() }
}

/// Biomedical research for the asked price.
fn research() -> Terms {
	let purpose = Purpose { kind: Some(Kind::Biomedical), ..Default::default() };
	Terms { purpose, ..terms(ASK, 0) }
}

fn answer(clauses: Vec<ConsentClause>, terms: &Terms) -> Answer {
	policy(clauses).answer(terms, 0, |_, _| false)
}

/// A clause that refers every purpose of which it is not known whether it is for profit.
fn in_doubt(ethics: bool) -> ConsentClause {
	let mut clause = clause(Permission::General, true, ethics);
	let modifiers = BTreeSet::from([Modifier::NotForProfit]);
	clause.duo.modifiers = modifiers.try_into().unwrap();
	clause
}

#[test]
fn a_standing_clause_consents_from_its_price_on() {
	let standing = || vec![clause(Permission::Biomedical, true, false)];
	assert_eq!(answer(standing(), &research()), Answer::Consent { clause: 0 });
	let less = Terms { price: ASK - 1, ..research() };
	assert_eq!(answer(standing(), &less), Answer::Ask { ethics: false });
}

#[test]
fn any_other_clause_leaves_it_to_the_owner() {
	let asks = vec![clause(Permission::Biomedical, false, false)];
	assert_eq!(answer(asks, &research()), Answer::Ask { ethics: false });
}

#[test]
fn an_ethics_committee_comes_before_consent() {
	let with_ethics = |standing| vec![clause(Permission::Biomedical, standing, true)];
	assert_eq!(answer(with_ethics(true), &research()), Answer::ConsentAfterEthics { clause: 0 });
	assert_eq!(answer(with_ethics(false), &research()), Answer::Ask { ethics: true });
	let less = Terms { price: ASK - 1, ..research() };
	assert_eq!(answer(with_ethics(true), &less), Answer::Ask { ethics: true });
}

#[test]
fn what_no_clause_allows_is_denied() {
	assert_eq!(answer(vec![], &research()), Answer::Deny);
	let ancestry = || clause(Permission::Ancestry, true, false);
	assert_eq!(answer(vec![ancestry(), ancestry()], &research()), Answer::Deny);
}

#[test]
fn a_period_beyond_the_longest_is_told_apart() {
	let longer = Terms { period: PERIOD + 1, ..research() };
	let fits = || clause(Permission::Biomedical, true, false);
	assert_eq!(answer(vec![fits()], &longer), Answer::TooLong);
	assert_eq!(
		answer(vec![fits()], &Terms { period: PERIOD, ..research() }),
		Answer::Consent { clause: 0 }
	);
	// Another clause may allow it.
	let long =
		ConsentClause { longest_period: PERIOD + 1, ..clause(Permission::General, false, false) };
	assert_eq!(answer(vec![fits(), long], &longer), Answer::Ask { ethics: false });
}

#[test]
fn doubt_is_for_the_owner_and_the_strictest_doubt_counts() {
	assert_eq!(answer(vec![in_doubt(false)], &research()), Answer::Ask { ethics: false });
	for clauses in [vec![in_doubt(false), in_doubt(true)], vec![in_doubt(true), in_doubt(false)]] {
		assert_eq!(answer(clauses, &research()), Answer::Ask { ethics: true });
	}
}

#[test]
fn the_best_clause_wins_wherever_it_stands() {
	let best_first = [
		(clause(Permission::Biomedical, true, false), "consent"),
		(clause(Permission::Biomedical, true, true), "consent after ethics"),
		(clause(Permission::Biomedical, false, false), "ask"),
		(clause(Permission::Biomedical, false, true), "ask with ethics"),
		(in_doubt(false), "doubt"),
		(clause(Permission::Ancestry, true, false), "deny"),
	];
	let kind = |answer| match answer {
		Answer::Consent { .. } => 0,
		Answer::ConsentAfterEthics { .. } => 1,
		Answer::Ask { .. } => 2,
		Answer::TooLong => 3,
		Answer::Deny => 4,
	};
	for (i, (better, name)) in best_first.iter().enumerate() {
		for (worse, _) in &best_first[i + 1..] {
			let alone = answer(vec![better.clone()], &research());
			let first = answer(vec![better.clone(), worse.clone()], &research());
			let last = answer(vec![worse.clone(), better.clone()], &research());
			assert_eq!(first, alone, "{name}");
			assert_eq!(kind(last), kind(alone), "{name}");
		}
	}
}

#[test]
fn flaws_are_found() {
	let good = || clause(Permission::General, true, false);
	assert_eq!(policy(vec![good()]).check(), Ok(()));
	assert_eq!(policy(vec![]).check(), Err(PolicyFlaw::NoClause));
	let never = ConsentClause { longest_period: 0, ..good() };
	assert_eq!(policy(vec![good(), never]).check(), Err(PolicyFlaw::NoPeriod));
	let nothing = clause(Permission::Disease(Default::default()), true, false);
	assert!(matches!(policy(vec![nothing]).check(), Err(PolicyFlaw::Duo(_))));
}

#[test]
fn a_proof_shows_its_own_pair_at_its_own_place_only() {
	let pairs = [(5_148, 5_015), (5_015, 1)].map(|(descendant, ancestor)| Ancestry {
		descendant: Mondo(descendant),
		ancestor: Mondo(ancestor),
	});
	let leaves = [ancestry_leaf(0, 2, &pairs[0]), ancestry_leaf(1, 2, &pairs[1])];
	let ontology = Ontology { root: BatchRoot(node_hash(&leaves[0], &leaves[1])), count: 2 };
	let proof = |pair, index, beside: &[_]| AncestryProof {
		pair,
		index,
		proof: beside.to_vec().try_into().unwrap(),
	};
	assert!(ontology.proves(&proof(pairs[0], 0, &[leaves[1]])));
	assert!(ontology.proves(&proof(pairs[1], 1, &[leaves[0]])));

	let reversed = Ancestry { descendant: pairs[0].ancestor, ancestor: pairs[0].descendant };
	for wrong in [
		proof(reversed, 0, &[leaves[1]]),
		proof(pairs[1], 0, &[leaves[1]]),
		proof(pairs[0], 1, &[leaves[1]]),
		proof(pairs[0], 2, &[leaves[1]]),
		proof(pairs[0], 0, &[leaves[0]]),
		proof(pairs[0], 0, &[]),
		proof(pairs[0], 0, &[leaves[1], leaves[1]]),
	] {
		assert!(!ontology.proves(&wrong), "{wrong:?}");
	}
	let other = Ontology { count: 3, ..ontology };
	assert!(!other.proves(&proof(pairs[0], 0, &[leaves[1]])));
}
