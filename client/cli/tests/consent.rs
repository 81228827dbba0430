//! `ownome consent`, as far as it needs no chain.
#![allow(clippy::unwrap_used)]

#[path = "support/cli.rs"]
mod cli;

use cli::{text, Cli};
use serde_json::{json, Value};
use std::fs;

/// The policy of the guide.
const POLICY: &str = include_str!("../../../examples/fhir/policy.json");
/// Its `Consent`.
const CONSENT: &str = include_str!("../../../examples/fhir/consent.json");

/// A command line without a node, in a folder with the policy and its `Consent`.
fn with_files() -> Cli {
	let cli = Cli::new("ws://127.0.0.1:9");
	fs::write(cli.path("policy.json"), POLICY).unwrap();
	fs::write(cli.path("consent.json"), CONSENT).unwrap();
	cli
}

fn read(cli: &Cli, name: &str) -> Value {
	serde_json::from_str(&fs::read_to_string(cli.path(name)).unwrap()).unwrap()
}

#[test]
fn a_policy_becomes_a_consent_and_comes_back() {
	let cli = with_files();
	let exported = cli.ok("consent export --policy policy.json");
	let consent: Value = serde_json::from_str(CONSENT).unwrap();
	assert_eq!((&exported["resource"], &exported["findings"]), (&consent, &json!([])));
	cli.ok("consent export --policy policy.json --out exported.json");
	// Also in the order in which resources are read.
	assert_eq!(fs::read_to_string(cli.path("exported.json")).unwrap(), CONSENT);
	let imported = cli.ok("consent import exported.json --out imported.json");
	assert_eq!(imported["policy"], cli.ok("policy show policy.json")["policy"]);
	assert_eq!(read(&cli, "imported.json"), imported["policy"]);
	assert_eq!(imported["findings"][0]["path"], "Consent.category");
	let error = cli.fails("consent import exported.json --out imported.json");
	assert!(error.contains("exists already"), "{error}");
}

#[test]
fn the_standard_output_is_the_resource_alone() {
	let cli = with_files();
	let output = cli.command("consent export --policy policy.json").output().unwrap();
	assert!(output.status.success() && output.stderr.is_empty());
	let consent: Value = serde_json::from_str(CONSENT).unwrap();
	assert_eq!(serde_json::from_slice::<Value>(&output.stdout).unwrap(), consent);
	let output = cli.command("consent import consent.json").output().unwrap();
	assert!(serde_json::from_slice::<Value>(&output.stdout).is_ok());
	assert!(
		text(&output.stderr).starts_with("note: Consent.category: "),
		"{}",
		text(&output.stderr)
	);
}

#[test]
fn a_consent_of_others_needs_a_longest_period() {
	let cli = with_files();
	let consent = json!({
		"resourceType": "Consent", "status": "active", "decision": "deny",
		"provision": [{"purpose": [{
			"system": "http://terminology.hl7.org/CodeSystem/v3-ActReason", "code": "HRESCH",
		}]}],
	});
	fs::write(cli.path("foreign.json"), consent.to_string()).unwrap();
	let error = cli.fails("consent import foreign.json");
	assert!(error.contains("for how long at most data may be used"), "{error}");
	let imported = cli.ok("consent import foreign.json --longest-period 30d");
	assert_eq!(imported["policy"]["clauses"][0]["permission"], "DUO:0000006");
	assert_eq!(imported["policy"]["clauses"][0]["longest_period_days"], 30);
	assert_eq!(imported["policy"]["clauses"][0]["standing"], false);
}

#[test]
fn what_a_policy_cannot_say_is_refused_with_its_place() {
	let cli = with_files();
	let mut consent: Value = serde_json::from_str(CONSENT).unwrap();
	consent["provision"][0]["actor"] = json!([]);
	consent["period"] = json!({"end": "2027-01-01"});
	fs::write(cli.path("narrow.json"), consent.to_string()).unwrap();
	let error = cli.fails("consent import narrow.json --out policy-2.json");
	assert!(error.contains("Consent.period: ") && error.contains("Consent.provision[0].actor: "));
	assert!(!cli.path("policy-2.json").exists());
}

#[test]
fn one_thing_is_exported_at_a_time() {
	let cli = with_files();
	for arguments in ["consent export", "consent export --policy policy.json --grant 0"] {
		let output = cli.command(arguments).output().unwrap();
		assert_eq!(output.status.code(), Some(2), "{arguments}");
	}
}
