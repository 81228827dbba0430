//! What holds for all policies and purposes.

use crate::any::{clause, disease, modifier, policy, purpose};
use codec::{Decode, Encode, MaxEncodedLen};
use ownome_primitives::{
	duo::{
		evaluate,
		purpose::{Kind, Purpose},
		Cause, Clause, Decision, Modifier, Permission, Policy, MAX_REASONS,
	},
	Mondo,
};
use proptest::{collection, prelude::*};

/// 2026-11-20T12:00:00Z.
const NOW: u64 = 1_795_176_000_000;

fn decide(clauses: &[Clause], purpose: &Purpose) -> Decision {
	let policy = Policy { clauses: clauses.to_vec().try_into().unwrap() };
	evaluate(&policy, purpose, NOW, |_, _| false)
}

/// How good a decision is.
fn rank(decision: &Decision) -> u8 {
	match decision {
		Decision::Deny(_) => 0,
		Decision::Refer(_) => 1,
		Decision::Permit => 2,
	}
}

/// The purpose with each of its fields made unknown in turn.
fn less_known(purpose: &Purpose) -> Vec<Purpose> {
	let forget: [fn(&mut Purpose); 15] = [
		|purpose| purpose.kind = None,
		|purpose| purpose.disease = None,
		|purpose| purpose.for_profit = None,
		|purpose| purpose.commercial = None,
		|purpose| purpose.not_for_profit_organisation = None,
		|purpose| purpose.country = None,
		|purpose| purpose.genetic_study = None,
		|purpose| purpose.ethics_approval = None,
		|purpose| purpose.will_publish = None,
		|purpose| purpose.will_collaborate = None,
		|purpose| purpose.will_return_results = None,
		|purpose| purpose.months = None,
		|purpose| purpose.project = None,
		|purpose| purpose.institution = None,
		|purpose| purpose.user = None,
	];
	let forgotten = |forget: fn(&mut Purpose)| {
		let mut purpose = purpose.clone();
		forget(&mut purpose);
		purpose
	};
	forget.into_iter().map(forgotten).collect()
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	#[test]
	fn a_modifier_never_allows_more_except_clinical_care(
		clause in clause(),
		modifier in modifier(),
		purpose in purpose(),
	) {
		let mut more = clause.clone();
		if more.modifiers.try_insert(modifier.clone()).is_ok() {
			let (before, after) = (decide(&[clause], &purpose), decide(&[more], &purpose));
			let care = modifier == Modifier::ClinicalCare && purpose.kind == Some(Kind::ClinicalCare);
			prop_assert!(care || rank(&after) <= rank(&before), "{:?} after {:?}", after, before);
		}
	}

	#[test]
	fn saying_less_never_leads_to_a_permission(policy in policy(), purpose in purpose()) {
		let before = decide(&policy.clauses, &purpose);
		for purpose in less_known(&purpose) {
			let after = decide(&policy.clauses, &purpose);
			prop_assert!(before == Decision::Permit || after != Decision::Permit, "{:?}", purpose);
		}
	}

	#[test]
	fn no_restriction_alone_permits_all_that_is_known_not_to_be_sensitive(purpose in purpose()) {
		let clause = Clause { permission: Permission::NoRestriction, modifiers: Default::default() };
		let plain = purpose.sensitive.is_empty() && purpose.kind.is_some_and(|kind| kind != Kind::Controls);
		let decision = decide(&[clause], &purpose);
		prop_assert_eq!(rank(&decision), if plain { 2 } else { 1 });
	}

	#[test]
	fn a_sensitive_purpose_is_never_permitted(policy in policy(), purpose in purpose()) {
		if !purpose.sensitive.is_empty() || purpose.kind == Some(Kind::Controls) {
			prop_assert_ne!(decide(&policy.clauses, &purpose), Decision::Permit);
		}
	}

	#[test]
	fn the_best_clause_decides(policy in policy(), purpose in purpose()) {
		let clauses = policy.clauses.iter();
		let best = clauses.map(|clause| rank(&decide(std::slice::from_ref(clause), &purpose))).max();
		prop_assert_eq!(Some(rank(&decide(&policy.clauses, &purpose))), best);
	}

	#[test]
	fn reasons_are_of_the_decision_and_of_its_clauses(policy in policy(), purpose in purpose()) {
		let decision = decide(&policy.clauses, &purpose);
		prop_assert_eq!(decision.reasons().is_empty(), decision == Decision::Permit);
		for reason in decision.reasons() {
			let unmet = matches!(reason.cause, Cause::Unmet(_));
			prop_assert_eq!(unmet, matches!(decision, Decision::Deny(_)));
			let clause = &policy.clauses[usize::from(reason.clause)];
			let terms = clause.modifiers.iter().map(Modifier::term);
			let mut terms = terms.chain([clause.permission.term()]);
			prop_assert!(reason.term.is_none_or(|term| terms.any(|other| other == term)));
			// The clause alone decides the same.
			let alone = decide(std::slice::from_ref(clause), &purpose);
			prop_assert_eq!(rank(&alone), rank(&decision));
		}
	}

	#[test]
	fn proofs_only_settle_what_is_in_doubt(
		policy in policy(),
		purpose in purpose(),
		proofs in collection::vec((disease(), disease()), 0..6),
	) {
		let before = decide(&policy.clauses, &purpose);
		let proven = |one: Mondo, other: Mondo| proofs.contains(&(one, other));
		let after = evaluate(&policy, &purpose, NOW, proven);
		prop_assert!(matches!(before, Decision::Refer(_)) || rank(&after) == rank(&before));
	}

	#[test]
	fn policies_and_purposes_survive_storage(policy in policy(), purpose in purpose()) {
		prop_assert_eq!(policy.check(), Ok(()));
		prop_assert_eq!(purpose.check(), Ok(()));
		prop_assert!(policy.encoded_size() <= Policy::max_encoded_len());
		prop_assert!(purpose.encoded_size() <= Purpose::max_encoded_len());
		prop_assert_eq!(Policy::decode(&mut &policy.encode()[..]), Ok(policy));
		prop_assert_eq!(Purpose::decode(&mut &purpose.encode()[..]), Ok(purpose));
	}
}

#[test]
fn no_clause_permits_nothing() {
	let purpose = Purpose { kind: Some(Kind::General), ..Default::default() };
	assert_eq!(decide(&[], &purpose), Decision::Deny(Default::default()));
}

#[test]
fn there_is_room_for_every_reason() {
	let all = [
		Modifier::ResearchSpecific(Default::default()),
		Modifier::NoMethods,
		Modifier::GeneticStudies,
		Modifier::NotForProfitNonCommercial,
		Modifier::Publication,
		Modifier::Collaboration,
		Modifier::EthicsApproval,
		Modifier::Geography(
			["GB".parse().unwrap()]
				.into_iter()
				.collect::<std::collections::BTreeSet<_>>()
				.try_into()
				.unwrap(),
		),
		Modifier::Moratorium(ownome_primitives::duo::Date::LAST),
		Modifier::TimeLimit(1),
		Modifier::Users(Default::default()),
		Modifier::Projects(Default::default()),
		Modifier::Institutions(Default::default()),
		Modifier::ReturnOfResults,
		Modifier::ClinicalCare,
		Modifier::NoAncestry,
		Modifier::NotForProfit,
		Modifier::NonCommercial,
	];
	let modifiers: std::collections::BTreeSet<_> = all.into_iter().collect();
	let clause =
		Clause { permission: Permission::Biomedical, modifiers: modifiers.try_into().unwrap() };
	let mut purpose = Purpose::default();
	let sensitivity = ownome_primitives::duo::purpose::Sensitivity::Gender;
	purpose.sensitive.try_insert(sensitivity).unwrap();
	let decision = decide(&vec![clause; 8], &purpose);
	assert!(matches!(decision, Decision::Refer(_)));
	assert_eq!(decision.reasons().len(), MAX_REASONS as usize);
}
