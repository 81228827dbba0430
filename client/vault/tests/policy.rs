//! What owners say about all requests, as files.
#![allow(clippy::unwrap_used)]

#[path = "support/policies.rs"]
mod policies;

use ownome_primitives::duo::Policy;
use ownome_vault::{
	duo::{Form, MAX_FORM_BYTES},
	policy::{duo, read, read_json, write_json},
	Error,
};
use policies::consent_policy;
use proptest::prelude::*;
use serde_json::json;

const DAY: u64 = 86_400_000;

#[test]
fn a_policy_says_how_long_for_how_much_and_who_is_asked() {
	let json = json!({"clauses": [
		{
			"permission": "DUO:0000007",
			"disease": ["MONDO:0005148"],
			"modifiers": [{"code": "DUO:0000022", "value": ["GB", "SE"]}],
			"longest_period_days": 365,
			"ask": "12.5",
			"standing": true,
			"ethics": true,
		},
		{
			"permission": "DUO:0000042",
			"longest_period_ms": 1_500,
			"ask": "0.000000000000000001",
			"standing": false,
			"ethics": false,
		},
	]});
	let policy = read_json(&json.to_string()).unwrap();
	let [first, second] = policy.clauses.as_slice() else { panic!("two clauses") };
	assert_eq!((first.longest_period, first.ask), (365 * DAY, 12_500_000_000_000_000_000));
	assert!(first.standing && first.ethics && !second.standing && !second.ethics);
	assert_eq!((second.longest_period, second.ask), (1_500, 1));
	assert_eq!(duo(&policy).to_text(), "DS(MONDO:0005148) & GS(GB,SE) | GRU");
	assert_eq!(write_json(&policy), json);
}

#[test]
fn what_a_clause_does_not_say_is_not_standing_and_asks_no_committee() {
	let policy = read_json(
		r#"{"clauses":[{"permission":"DUO:0000004","longest_period_days":1,"ask":"0"}]}"#,
	);
	let policy = policy.unwrap();
	assert!(policy.clauses.iter().all(|clause| !clause.standing && !clause.ethics));
}

#[test]
fn a_bad_policy_is_refused_with_the_place_and_what_to_do() {
	let clause = |terms: &str| format!(r#"{{"clauses":[{{"permission":"DUO:0000042",{terms}}}]}}"#);
	let many = [r#"{"permission":"DUO:0000042","longest_period_days":1,"ask":"1"}"#; 9].join(",");
	for (json, place, hint) in [
		("[]".into(), "", "an object with the field clauses, not a list"),
		(r#"{"clauses":[]}"#.into(), "clauses: ", "at least one clause"),
		(format!(r#"{{"clauses":[{many}]}}"#), "clauses: ", "room for 8"),
		(clause(r#""ask":"1""#), "clauses[0]: ", "for how long"),
		(
			clause(r#""longest_period_days":1,"longest_period_ms":1,"ask":"1""#),
			"clauses[0]: ",
			"either as longest_period_days or as longest_period_ms",
		),
		(
			clause(r#""longest_period_days":0,"ask":"1""#),
			"clauses[0].longest_period_days: ",
			"a whole number above zero, not the number 0",
		),
		(
			clause(r#""longest_period_days":1.5,"ask":"1""#),
			"clauses[0].longest_period_days: ",
			"a whole number above zero, not the number 1.5",
		),
		(
			clause(r#""longest_period_days":"1","ask":"1""#),
			"clauses[0].longest_period_days: ",
			"a whole number above zero, not the text",
		),
		(
			clause(r#""longest_period_days":213503982335,"ask":"1""#),
			"clauses[0].longest_period_days: ",
			"a smaller number",
		),
		(clause(r#""longest_period_days":1"#), "clauses[0]: ", "the field ask is missing"),
		(
			clause(r#""longest_period_days":1,"ask":1"#),
			"clauses[0].ask: ",
			"a text in quotes, not the number 1",
		),
		(
			clause(r#""longest_period_days":1,"ask":"1,5""#),
			"clauses[0].ask: ",
			"for example 12.5, not '1,5'",
		),
		(
			clause(r#""longest_period_days":1,"ask":"0.0000000000000000001""#),
			"clauses[0].ask: ",
			"DATA has 18 decimals",
		),
		(
			clause(r#""longest_period_days":1,"ask":"1","standing":"yes""#),
			"clauses[0].standing: ",
			"true or false",
		),
		(
			clause(r#""longest_period_days":1,"ask":"1","price":"1""#),
			"clauses[0].price: ",
			"unknown field price",
		),
		(
			clause(r#""longest_period_days":1,"ask":"1","disease":["MONDO:0005148"]"#),
			"clauses[0].disease: ",
			"takes no value",
		),
	] {
		let error = read_json(&json).unwrap_err().to_string();
		assert!(error.starts_with(place) && error.contains(hint), "{json}: {error}");
		assert!(!error.contains('\n') && !error.ends_with('.'), "{error}");
	}
}

#[test]
fn a_file_holds_a_policy() {
	let folder = tempfile::tempdir().unwrap();
	let path = folder.path().join("policy.json");
	std::fs::write(&path, r#"{"clauses":[{"permission":"DUO:0000042","ask":"1"}]}"#).unwrap();
	let error = read(&path).unwrap_err().to_string();
	assert!(error.contains("policy.json is not a consent policy: clauses[0]: "), "{error}");
	let missing = read(&folder.path().join("missing")).unwrap_err();
	assert!(matches!(missing, Error::ReadPath { .. }));
}

#[test]
fn a_policy_of_the_ontology_alone_is_none() {
	let policy = Policy::from_text("GRU & NPU").unwrap();
	assert!(read_json(&policy.to_json().to_string()).is_err());
}

proptest! {
	#[test]
	fn no_policy_is_lost_in_its_form(policy in consent_policy()) {
		let json = write_json(&policy).to_string();
		prop_assert!(json.len() as u64 <= MAX_FORM_BYTES);
		prop_assert_eq!(read_json(&json).unwrap(), policy);
	}
}
