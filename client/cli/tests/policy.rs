//! Policies and purposes on the command line, which needs no node for them.

// Helpers of tests are tests too, which Clippy cannot see.
#![allow(clippy::unwrap_used)]

mod support {
	pub mod cli;
}

use serde_json::{json, Value};
use std::fs;
use support::cli::{text, Cli};

const POLICY: &str = r#"{"clauses":[{"permission":"DUO:0000007","disease":["MONDO:0005148"],"modifiers":[
	{"code":"DUO:0000045"},{"code":"DUO:0000022","value":["GB","SE"]},{"code":"DUO:0000025","value":12}]}]}"#;

/// A command line without a node, in a folder with these files.
fn with(policy: &str, purpose: &Value) -> Cli {
	let cli = Cli::new("ws://127.0.0.1:1");
	fs::write(cli.path("P.json"), policy).unwrap();
	fs::write(cli.path("U.json"), purpose.to_string()).unwrap();
	cli
}

fn purpose() -> Value {
	json!({
		"kind": "disease", "disease": "MONDO:0005148", "for_profit": false, "not_for_profit_organisation": true, "country": "GB", "months": 12,
	})
}

const EVALUATE: &str = "policy evaluate --policy P.json --purpose U.json";

#[test]
fn a_decision_has_its_reasons_and_the_exit_code_0() {
	assert_eq!(with(POLICY, &purpose()).ok(EVALUATE), json!({"decision": "permit", "reasons": []}));

	let mut denied = purpose();
	denied["country"] = "US".into();
	assert_eq!(
		with(POLICY, &denied).ok(EVALUATE),
		json!({
			"decision": "deny",
			"reasons": [{
				"clause": 0,
				"term": "DUO:0000022",
				"code": "unmet",
				"field": "country",
				"text": "clause 0: DUO:0000022 (geographical restriction): what the purpose says as country is not allowed",
			}],
		})
	);

	let mut referred = purpose();
	referred["sensitive"] = json!(["paediatric"]);
	referred.as_object_mut().unwrap().remove("months");
	let cli = with(POLICY, &referred);
	let answer = cli.ok(EVALUATE);
	assert_eq!(answer["decision"], "refer");
	assert_eq!(answer["reasons"][0]["term"], "DUO:0000025");
	assert_eq!(answer["reasons"][0]["code"], "unknown");
	assert_eq!(answer["reasons"][1]["term"], Value::Null);
	assert_eq!(answer["reasons"][1]["code"], "sensitive");
	let output = cli.command(EVALUATE).output().unwrap();
	assert_eq!(
		text(&output.stdout),
		"decision       refer\n\
		 clause 0: DUO:0000025 (time limit on use): the purpose does not say months\n\
		 clause 0: a sensitive purpose is left to the owner\n"
	);
}

#[test]
fn a_moratorium_is_over_at_its_day() {
	let cli = with("GRU & MOR(2026-11-20)", &json!({"kind": "general", "will_publish": true}));
	let decision = |at: u64| cli.ok(&format!("{EVALUATE} --at {at}"))["decision"].clone();
	assert_eq!(decision(1_795_132_799_999), "refer");
	assert_eq!(decision(1_795_132_800_000), "permit");
	// By the clock of this machine.
	let cli = with("GRU & MOR(2020-01-01)", &json!({"kind": "general", "will_publish": true}));
	assert_eq!(cli.ok(EVALUATE)["decision"], "permit");
}

#[test]
fn both_forms_are_shown_and_read_back() {
	let cli = with(POLICY, &purpose());
	let policy = cli.ok("policy show P.json");
	assert_eq!(policy["text"], "DS(MONDO:0005148) & GS(GB,SE) & TS(12) & NPU");
	fs::write(cli.path("P.txt"), policy["text"].as_str().unwrap()).unwrap();
	assert_eq!(cli.ok("policy show P.txt"), policy);
	assert!(policy["warnings"][0].as_str().unwrap().starts_with("clause 0 names a disease"));
	let purpose = cli.ok("policy purpose U.json");
	fs::write(cli.path("U.txt"), purpose["text"].as_str().unwrap()).unwrap();
	assert_eq!(cli.ok("policy purpose U.txt"), purpose);
	let answer = cli.ok("policy evaluate --policy P.txt --purpose U.txt");
	assert_eq!(answer["decision"], "permit");
}

#[test]
fn a_bad_file_is_named_with_the_field() {
	let cli = with(
		r#"{"clauses":[{"permission":"DUO:0000042","modifiers":[{"code":"DUO:0000022","value":["UK"]}]}]}"#,
		&purpose(),
	);
	assert_eq!(
		cli.fails(EVALUATE),
		"P.json is not a policy: clauses[0].modifiers[0].value: use a country of ISO 3166-1, for example GB, not 'UK'."
	);
	let error = with(POLICY, &json!({"kind": "genral"})).fails(EVALUATE);
	assert!(error.starts_with("U.json is not a purpose: kind: use general, "), "{error}");
	let error = with(POLICY, &json!({"purpose": "general"})).fails(EVALUATE);
	assert!(error.starts_with("U.json is not a purpose: purpose: unknown field "), "{error}");
	let error = cli.fails("policy show none.json");
	assert!(error.starts_with("Could not read none.json, "), "{error}");
}
