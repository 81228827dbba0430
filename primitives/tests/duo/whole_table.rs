//! Every permission under every modifier for every kind of use.

use crate::table::{cases, permissions, Answer, Case, Says, Use, NOW, PROOFS, USES};
use ownome_primitives::duo::{
	evaluate,
	purpose::{Kind, Purpose, Sensitivity},
	Clause, Decision, Modifier, Permission, Policy, Term,
};

fn answer(permission: &Permission, modifiers: &[Modifier], purpose: &Purpose) -> Answer {
	let modifiers: std::collections::BTreeSet<_> = modifiers.iter().cloned().collect();
	let clause =
		Clause { permission: permission.clone(), modifiers: modifiers.try_into().unwrap() };
	let policy = Policy { clauses: vec![clause].try_into().unwrap() };
	assert_eq!(policy.check(), Ok(()));
	match evaluate(&policy, purpose, NOW, |one, other| PROOFS.contains(&(one, other))) {
		Decision::Permit => Answer::P,
		Decision::Deny(_) => Answer::D,
		Decision::Refer(_) => Answer::R,
	}
}

fn purpose_of(usage: &Use) -> Purpose {
	Purpose { kind: usage.kind, disease: usage.disease, ..Default::default() }
}

fn says(case: &Case, kind: Option<Kind>) -> Answer {
	match &case.says {
		Says::Always(answer) => *answer,
		Says::ByKind(answers) => {
			let position = Kind::all().position(|other| Some(other) == kind).unwrap_or(7);
			answers[position]
		},
	}
}

#[test]
fn every_permission_alone_answers_as_the_ontology_says() {
	for usage in &USES {
		for (permission, expected) in permissions().iter().zip(usage.answers) {
			let found = answer(permission, &[], &purpose_of(usage));
			assert_eq!(found, expected, "{:?} {:?}: {permission:?}", usage.kind, usage.disease);
		}
	}
}

#[test]
fn every_permission_with_every_modifier_answers_as_the_ontology_says() {
	let mut checked = 0;
	for usage in &USES {
		for case in cases() {
			let answers = match case.modifier {
				Modifier::ClinicalCare => usage.beside_cc,
				_ => usage.answers,
			};
			let mut purpose = purpose_of(usage);
			(case.stated)(&mut purpose);
			for (permission, alone) in permissions().iter().zip(answers) {
				let expected = alone.min(says(&case, usage.kind));
				let found = answer(permission, std::slice::from_ref(&case.modifier), &purpose);
				assert_eq!(found, expected, "{permission:?} {:?}: {purpose:?}", case.modifier);
				checked += 1;
			}
		}
	}
	assert_eq!(checked, USES.len() * cases().len() * 5);
}

#[test]
fn every_sensitivity_leaves_to_the_owner_what_would_be_permitted_and_nothing_else() {
	for usage in &USES {
		for sensitivity in Sensitivity::all() {
			let mut purpose = purpose_of(usage);
			purpose.sensitive.try_insert(sensitivity).unwrap();
			for (permission, alone) in permissions().iter().zip(usage.answers) {
				let found = answer(permission, &[], &purpose);
				assert_eq!(found, alone.min(Answer::R), "{permission:?}: {purpose:?}");
			}
		}
	}
}

#[test]
fn the_table_has_all_of_the_ontology_and_of_the_kinds() {
	let cases = cases();
	let permissions = permissions();
	let terms = permissions.iter().map(Permission::term);
	let terms: std::collections::BTreeSet<_> =
		terms.chain(cases.iter().map(|case| case.modifier.term())).collect();
	assert_eq!(terms.len(), Term::ALL.len());
	assert!(Kind::all().all(|kind| USES.iter().any(|usage| usage.kind == Some(kind))));
}
