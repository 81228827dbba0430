use super::*;
use crate::{
	duo::{policy::Modifiers, purpose::Kind, Clause, Modifier, Permission},
	Profile,
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
	policy(clauses).answer(terms, None, 0, |_, _| false)
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

/// Research by a not-for-profit institute in Sweden, as the consortium knows it.
fn institute() -> Profile {
	Profile {
		institution: "I-1".parse().unwrap(),
		country: "SE".parse().unwrap(),
		not_for_profit: true,
	}
}

fn with(modifier: Modifier) -> ConsentClause {
	let mut clause = clause(Permission::Biomedical, true, false);
	clause.duo.modifiers = BTreeSet::from([modifier]).try_into().unwrap();
	clause
}

#[test]
fn what_a_requester_says_about_itself_opens_nothing_unless_it_is_vouched_for() {
	let ids = |id: &str| BTreeSet::from([id.parse().unwrap()]).try_into().unwrap();
	let countries = BTreeSet::from(["SE".parse().unwrap()]).try_into().unwrap();
	let stated = || Purpose {
		kind: Some(Kind::Biomedical),
		for_profit: Some(false),
		not_for_profit_organisation: Some(true),
		country: "SE".parse().ok(),
		institution: "I-1".parse().ok(),
		project: "P-1".parse().ok(),
		user: "U-1".parse().ok(),
		..Default::default()
	};
	let consent = Answer::Consent { clause: 0 };
	let ask = Answer::Ask { ethics: false };
	let other = Profile {
		institution: "I-2".parse().unwrap(),
		country: "GB".parse().unwrap(),
		not_for_profit: false,
	};
	for (modifier, vouched) in [
		(Modifier::Institutions(ids("I-1")), consent),
		(Modifier::Geography(countries), consent),
		(Modifier::NotForProfit, consent),
		// Nobody vouches for these.
		(Modifier::Projects(ids("P-1")), ask),
		(Modifier::Users(ids("U-1")), ask),
	] {
		let policy = policy(vec![with(modifier.clone())]);
		let terms = Terms { purpose: stated(), ..research() };
		let answer = |who: Option<&Profile>| policy.answer(&terms, who, 0, |_, _| false);
		assert_eq!(answer(Some(&institute())), vouched, "{modifier:?}");
		assert_eq!(answer(Some(&other)), ask, "{modifier:?}");
		assert_eq!(answer(None), ask, "{modifier:?}");
	}
	// What is stated and not allowed is denied, whoever vouches for what.
	let abroad = Purpose { country: "US".parse().ok(), ..stated() };
	let sweden = BTreeSet::from(["SE".parse().unwrap()]).try_into().unwrap();
	let policy = policy(vec![with(Modifier::Geography(sweden))]);
	let terms = Terms { purpose: abroad, ..research() };
	assert_eq!(policy.answer(&terms, Some(&institute()), 0, |_, _| false), Answer::Deny);
}

#[test]
fn a_clause_that_asks_for_ethics_approval_asks_for_the_committee_itself() {
	let purpose = Purpose { ethics_approval: Some(true), ..research().purpose };
	let terms = Terms { purpose, ..research() };
	let standing = with(Modifier::EthicsApproval);
	assert_eq!(answer(vec![standing.clone()], &terms), Answer::ConsentAfterEthics { clause: 0 });
	let asking = ConsentClause { standing: false, ..standing };
	assert_eq!(answer(vec![asking], &terms), Answer::Ask { ethics: true });
}

#[test]
fn the_use_is_as_long_as_the_period_whatever_is_stated() {
	let year =
		|| ConsentClause { longest_period: 10 * 12 * MONTH, ..with(Modifier::TimeLimit(12)) };
	let stating = |months, period| {
		let purpose = Purpose { months, ..research().purpose };
		answer(vec![year()], &Terms { purpose, period, ..research() })
	};
	let consent = Answer::Consent { clause: 0 };
	assert_eq!(stating(Some(1), 12 * MONTH), consent);
	assert_eq!(stating(None, 12 * MONTH), consent);
	assert_eq!(stating(Some(1), 12 * MONTH + 1), Answer::Deny);
	assert_eq!(stating(Some(13), MONTH), Answer::Deny);
	// A year as the calendar has it.
	assert_eq!(stating(None, 365 * 86_400_000), consent);
}

#[test]
fn a_scope_that_only_the_requester_can_read_is_for_the_owner_to_look_at() {
	let terms = Terms { scope: Scope::Sealed([7; 32]), ..research() };
	let standing = vec![clause(Permission::Biomedical, true, false)];
	assert_eq!(answer(standing, &terms), Answer::Ask { ethics: false });
}
