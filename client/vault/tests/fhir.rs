//! Policies, grants and receipts as resources of FHIR.
#![allow(clippy::unwrap_used)]

#[path = "support/grants.rs"]
mod grants;
#[path = "support/policies.rs"]
mod policies;

use grants::{emergency, genes, grant, receipts, regions, resources, with_scope, DAY, START};
use ownome_primitives::{ConsentPolicy, EmergencyReason, EndCause, Ended, Grant, Narrowing, Scope};
use ownome_vault::{
	fhir::{
		audit_event,
		codes::{self, ACT_REASON},
		consent::{import, of_grant, of_policy, read, PolicyOf, MAX_CONSENT_BYTES},
		read_unique, Finding,
	},
	policy::read_json,
};
use policies::consent_policy;
use proptest::prelude::*;
use serde_json::{json, Value};

/// The policy of the guide.
const POLICY: &str = include_str!("../../../examples/fhir/policy.json");
/// Its `Consent`.
const CONSENT: &str = include_str!("../../../examples/fhir/consent.json");

fn policy() -> ConsentPolicy {
	read_json(POLICY).unwrap()
}

fn of_dataset() -> PolicyOf {
	PolicyOf { dataset: Some(7), owner: Some("owner".into()), refused: false }
}

fn consent() -> Value {
	of_policy(&policy(), &of_dataset())
}

fn refused(consent: &Value) -> Vec<Finding> {
	import(consent, Some(DAY)).unwrap_err()
}

/// Where something is found, in order.
fn paths(findings: &[Finding]) -> Vec<&str> {
	findings.iter().map(|finding| finding.path.as_str()).collect()
}

/// A change of a `Consent`.
fn changed(change: impl FnOnce(&mut Value)) -> Value {
	let mut consent = consent();
	change(&mut consent);
	consent
}

#[test]
fn the_example_is_what_is_written_today() {
	assert_eq!(of_policy(&policy(), &PolicyOf::default()), read_unique(CONSENT).unwrap());
}

#[test]
fn each_clause_is_an_exception_to_a_denial_with_all_it_asks_for() {
	let consent = consent();
	assert_eq!(consent["decision"], "deny");
	assert_eq!(consent["status"], "active");
	assert_eq!(consent["grantor"][0]["identifier"]["value"], "owner");
	let hash = &consent["identifier"][0]["value"];
	assert_eq!(*hash, format!("0x{}", hex::encode(policy().hash())));
	let [disease, health] = consent["provision"].as_array().unwrap().as_slice() else {
		panic!("two clauses")
	};
	assert_eq!(
		disease["purpose"][0],
		json!({"system": ACT_REASON, "code": "DSRCH", "display": "disease specific healthcare research"})
	);
	assert_eq!(health["purpose"][0]["code"], "HRESCH");
	assert_eq!(disease["data"][0]["reference"]["identifier"]["value"], "7");
	// Nothing that restricts stands where a reader may pass it over.
	assert!(disease.get("extension").is_none() && consent.get("extension").is_none());
	let urls: Vec<_> = disease["modifierExtension"]
		.as_array()
		.unwrap()
		.iter()
		.map(|it| it["url"].as_str().unwrap())
		.collect();
	assert_eq!(
		urls,
		[
			codes::DATA_USE_TERM,
			codes::DATA_USE_TERM,
			codes::DATA_USE_TERM,
			codes::DATA_USE_TERM,
			codes::LONGEST_PERIOD,
			codes::ASK,
			codes::STANDING,
			codes::ETHICS
		]
	);
}

#[test]
fn a_policy_behind_a_closed_door_is_not_active() {
	let consent = of_policy(&policy(), &PolicyOf { refused: true, ..of_dataset() });
	assert_eq!(consent["status"], "inactive");
	assert_eq!(paths(&refused(&consent)), ["Consent.status"]);
}

#[test]
fn every_term_comes_back_as_it_was() {
	let modifiers = [
		r#"{"code":"DUO:0000012"}"#,
		r#"{"code":"DUO:0000012","value":["DUO:0000031","DUO:0000040"]}"#,
		r#"{"code":"DUO:0000015"}"#,
		r#"{"code":"DUO:0000016"}"#,
		r#"{"code":"DUO:0000018"}"#,
		r#"{"code":"DUO:0000019"}"#,
		r#"{"code":"DUO:0000020"}"#,
		r#"{"code":"DUO:0000021"}"#,
		r#"{"code":"DUO:0000022","value":["GB","SE"]}"#,
		r#"{"code":"DUO:0000024","value":"2027-01-31"}"#,
		r#"{"code":"DUO:0000025","value":12}"#,
		r#"{"code":"DUO:0000026","value":["U-1","U-2"]}"#,
		r#"{"code":"DUO:0000026"}"#,
		r#"{"code":"DUO:0000027","value":["P-1"]}"#,
		r#"{"code":"DUO:0000028","value":["I-1"]}"#,
		r#"{"code":"DUO:0000029"}"#,
		r#"{"code":"DUO:0000043"}"#,
		r#"{"code":"DUO:0000044"}"#,
		r#"{"code":"DUO:0000045"}"#,
		r#"{"code":"DUO:0000046"}"#,
	];
	let permissions = [
		(r#""permission":"DUO:0000004""#, "HRESCH"),
		(r#""permission":"DUO:0000006""#, "HRESCH"),
		(r#""permission":"DUO:0000007","disease":["MONDO:0005148","MONDO:0008903"]"#, "DSRCH"),
		(r#""permission":"DUO:0000011""#, "POARCH"),
		(r#""permission":"DUO:0000042""#, "HRESCH"),
	];
	for (permission, purpose) in permissions {
		for modifier in modifiers {
			let json = format!(
				r#"{{"clauses":[{{{permission},"modifiers":[{modifier}],"longest_period_days":30,"ask":"1.5"}}]}}"#
			);
			let policy = read_json(&json).unwrap();
			let consent = of_policy(&policy, &PolicyOf::default());
			assert_eq!(consent["provision"][0]["purpose"][0]["code"], purpose);
			let imported = import(&consent, None).unwrap();
			assert_eq!((&imported.policy, imported.dataset), (&policy, None), "{json}");
			assert_eq!(paths(&imported.findings), ["Consent.category", "Consent.identifier"]);
		}
	}
}

#[test]
fn what_changes_nothing_is_left_out_and_reported() {
	let consent = changed(|consent| {
		consent["id"] = "c-1".into();
		consent["text"] = json!({"status": "generated", "div": "<div>...</div>"});
		consent["subject"] = json!({"reference": "Patient/1"});
		consent["verification"] = json!([{"verified": true}]);
		consent["extension"] = json!([{"url": "https://example.org/x", "valueString": "y"}]);
		let collect = json!({"coding": [{"system": codes::CONSENT_ACTION, "code": "collect"}]});
		consent["provision"][0]["action"].as_array_mut().unwrap().push(collect);
	});
	let imported = import(&consent, None).unwrap();
	assert_eq!((imported.policy, imported.dataset), (policy(), Some(7)));
	let mut found = paths(&imported.findings);
	found.sort_unstable();
	assert_eq!(
		found,
		[
			"Consent.category",
			"Consent.extension[0]",
			"Consent.grantor",
			"Consent.id",
			"Consent.identifier",
			"Consent.provision[0].action",
			"Consent.subject",
			"Consent.text",
			"Consent.verification",
		]
	);
}

#[test]
fn what_would_make_the_policy_wider_than_the_consent_is_refused() {
	type Change = Box<dyn FnOnce(&mut Value)>;
	fn set(pointer: &'static str, name: &'static str, value: Value) -> Change {
		Box::new(move |consent| consent.pointer_mut(pointer).unwrap()[name] = value)
	}
	fn remove(pointer: &'static str, name: &'static str) -> Change {
		Box::new(move |consent| {
			let members = consent.pointer_mut(pointer).unwrap().as_object_mut().unwrap();
			assert!(members.remove(name).is_some());
		})
	}
	let clause = "/provision/0";
	let term = "/provision/0/modifierExtension/1";
	let action =
		|code: &str| json!([{"coding": [{"system": codes::CONSENT_ACTION, "code": code}]}]);
	let purpose = |code: &str| json!([{"system": ACT_REASON, "code": code}]);
	let denial = json!([{"purpose": purpose("HRESCH")}]);
	for (change, path) in [
		(set("", "status", "draft".into()), "Consent.status"),
		(set("", "status", "inactive".into()), "Consent.status"),
		(set("", "resourceType", "Contract".into()), "Consent.resourceType"),
		(set("", "decision", "permit".into()), "Consent.decision"),
		(remove("", "decision"), "Consent.decision"),
		(remove("", "provision"), "Consent.provision"),
		(set("", "provision", json!([])), "Consent.provision"),
		(set("", "provision", json!({})), "Consent.provision"),
		(set("", "period", json!({"end": "2027-01-01"})), "Consent.period"),
		(set("", "grantee", json!([{}])), "Consent.grantee"),
		(set("", "policyBasis", json!({})), "Consent.policyBasis"),
		(set("", "policyText", json!([])), "Consent.policyText"),
		(set("", "verification", json!([{"verified": false}])), "Consent.verification"),
		(set("", "implicitRules", "https://example.org".into()), "Consent.implicitRules"),
		(set("", "modifierExtension", json!([])), "Consent.modifierExtension"),
		(set("", "contained", json!([])), "Consent.contained"),
		(set("", "_status", json!({})), "Consent._status"),
		(set("", "provisions", json!([])), "Consent.provisions"),
		(
			set("", "extension", json!([{"url": codes::ETHICS, "valueBoolean": true}])),
			"Consent.extension[0]",
		),
		(set(clause, "period", json!({})), "Consent.provision[0].period"),
		(set(clause, "actor", json!([])), "Consent.provision[0].actor"),
		(set(clause, "securityLabel", json!([])), "Consent.provision[0].securityLabel"),
		(set(clause, "documentType", json!([])), "Consent.provision[0].documentType"),
		(set(clause, "resourceType", json!([])), "Consent.provision[0].resourceType"),
		(set(clause, "code", json!([])), "Consent.provision[0].code"),
		(set(clause, "dataPeriod", json!({})), "Consent.provision[0].dataPeriod"),
		(set(clause, "expression", json!({})), "Consent.provision[0].expression"),
		(set(clause, "provision", denial), "Consent.provision[0].provision"),
		(set(clause, "purpose", purpose("HRESCH")), "Consent.provision[0].purpose"),
		(set(clause, "purpose", json!([{"code": "DSRCH"}])), "Consent.provision[0].purpose"),
		(
			set(clause, "purpose", json!([{"system": "https://example.org", "code": "DSRCH"}])),
			"Consent.provision[0].purpose",
		),
		(
			set(
				clause,
				"purpose",
				json!([{"system": ACT_REASON, "code": "DSRCH"}, {"system": ACT_REASON, "code": "BTG"}]),
			),
			"Consent.provision[0].purpose",
		),
		(set(clause, "action", action("access")), "Consent.provision[0].action"),
		(set(clause, "action", json!([])), "Consent.provision[0].action"),
		(remove(clause, "data"), "Consent.provision"),
		(set("/provision/0/data/0", "meaning", "related".into()), "Consent.provision[0].data[0]"),
		(
			set("/provision/0/data/0/reference/identifier", "system", "https://example.org".into()),
			"Consent.provision[0].data[0]",
		),
		(
			set("/provision/0/data/0/reference", "reference", "Patient/1".into()),
			"Consent.provision[0].data[0].reference.reference",
		),
		(
			set(clause, "extension", json!([{"url": codes::DATA_USE_TERM}])),
			"Consent.provision[0].extension[0]",
		),
		(
			set(term, "url", "https://example.org".into()),
			"Consent.provision[0].modifierExtension[1]",
		),
		(remove(term, "extension"), "Consent.provision[0].modifierExtension[1].extension"),
		(
			set(term, "valueString", "x".into()),
			"Consent.provision[0].modifierExtension[1].valueString",
		),
		(
			set(
				"/provision/0/modifierExtension/1/extension/0/valueCoding",
				"code",
				"DUO:0000099".into(),
			),
			"Consent.provision[0].modifierExtension[1].extension",
		),
		(
			set(
				"/provision/0/modifierExtension/1/extension/0/valueCoding",
				"system",
				"https://example.org".into(),
			),
			"Consent.provision[0].modifierExtension[1].extension",
		),
		(
			set(
				"/provision/0/modifierExtension/1/extension/0/valueCoding",
				"userSelected",
				true.into(),
			),
			"Consent.provision[0].modifierExtension[1].extension.userSelected",
		),
		(
			set("/provision/0/modifierExtension/1/extension/1/valueCoding", "code", "UK".into()),
			"Consent.provision",
		),
		(
			set("/provision/0/modifierExtension/1/extension/1", "url", "except".into()),
			"Consent.provision[0].modifierExtension[1].extension[1]",
		),
		// The country becomes a second restriction on profit, or a second permission.
		(
			set(
				"/provision/0/modifierExtension/1/extension/0/valueCoding",
				"code",
				"DUO:0000045".into(),
			),
			"Consent.provision[0].modifierExtension[1].extension[1]",
		),
		(
			set(
				"/provision/0/modifierExtension/3/extension/0/valueCoding",
				"code",
				"DUO:0000042".into(),
			),
			"Consent.provision[0]",
		),
		(
			set(
				"/provision/0/modifierExtension/3/extension/0/valueCoding",
				"code",
				"DUO:0000019".into(),
			),
			"",
		),
		(
			set("/provision/0/modifierExtension/4/valueDuration", "value", json!(1.5)),
			"Consent.provision[0].modifierExtension[4]",
		),
		(
			set("/provision/0/modifierExtension/4/valueDuration", "value", json!(u64::MAX)),
			"Consent.provision[0].modifierExtension[4]",
		),
		(
			set("/provision/0/modifierExtension/4/valueDuration", "code", "a".into()),
			"Consent.provision[0].modifierExtension[4]",
		),
		(
			set("/provision/0/modifierExtension/4/valueDuration", "comparator", "<".into()),
			"Consent.provision[0].modifierExtension[4].comparator",
		),
		(
			set("/provision/0/modifierExtension/5", "valueString", "1,5".into()),
			"Consent.provision[0].modifierExtension[5]",
		),
		(
			set("/provision/0/modifierExtension/6", "valueBoolean", "no".into()),
			"Consent.provision[0].modifierExtension[6]",
		),
		(
			set("/provision/0/modifierExtension/7", "url", codes::STANDING.into()),
			"Consent.provision[0].modifierExtension[7]",
		),
	] {
		let consent = changed(change);
		if path.is_empty() {
			// Another policy, but one.
			assert_ne!(import(&consent, None).unwrap().policy, policy());
			continue;
		}
		let found = refused(&consent);
		assert!(paths(&found).contains(&path), "{path}: {found:?}");
	}
}

#[test]
fn a_consent_without_our_extensions_is_read_as_the_narrowest_policy() {
	let foreign = |purpose: &str| {
		json!({
			"resourceType": "Consent", "status": "active", "decision": "deny",
			"provision": [{"purpose": [{"system": ACT_REASON, "code": purpose}]}],
		})
	};
	let imported = import(&foreign("HRESCH"), Some(DAY)).unwrap();
	let [clause] = imported.policy.clauses.as_slice() else { panic!("one clause") };
	assert_eq!(clause.duo.permission.term().shorthand(), "HMB");
	assert!(!clause.standing && !clause.ethics && clause.longest_period == DAY);
	assert_eq!(paths(&imported.findings), ["Consent.provision[0].purpose", "Consent.provision[0]"]);
	let ancestry = import(&foreign("POARCH"), Some(DAY)).unwrap();
	assert_eq!(ancestry.policy.clauses[0].duo.permission.term().shorthand(), "POA");
	for purpose in ["DSRCH", "BIORCH", "TREAT", "HMARKT", "hresch"] {
		let found = refused(&foreign(purpose));
		assert_eq!(paths(&found), ["Consent.provision[0].purpose"], "{purpose}");
	}
	let found = import(&foreign("HRESCH"), None).unwrap_err();
	assert!(found[0].what.contains("for how long"), "{found:?}");
	let mut standing = foreign("HRESCH");
	standing["provision"][0]["modifierExtension"] =
		json!([{"url": codes::STANDING, "valueBoolean": true}]);
	assert!(refused(&standing)[0].what.contains("from which price on"));
}

#[test]
fn terms_may_be_written_in_the_way_of_obo() {
	let obo = changed(|consent| {
		let coding =
			consent.pointer_mut("/provision/0/modifierExtension/0/extension/0/valueCoding");
		*coding.unwrap() = json!({"system": codes::OBO, "code": "DUO_0000007"});
	});
	assert_eq!(import(&obo, None).unwrap().policy, policy());
}

#[test]
fn a_member_that_is_there_twice_is_refused() {
	for json in
		[r#"{"decision":"permit","decision":"deny"}"#, r#"{"provision":[{"actor":[],"actor":[]}]}"#]
	{
		let error = read_unique(json).unwrap_err().to_string();
		assert!(error.contains("is there twice"), "{error}");
	}
	assert_eq!(read_unique(CONSENT).unwrap(), serde_json::from_str::<Value>(CONSENT).unwrap());
}

#[test]
fn a_file_is_read_or_refused_with_all_that_is_wrong() {
	let folder = tempfile::tempdir().unwrap();
	let path = folder.path().join("consent.json");
	std::fs::write(&path, CONSENT).unwrap();
	assert_eq!(read(&path, None).unwrap().policy, policy());
	let consent = changed(|consent| {
		consent["period"] = json!({});
		consent["grantee"] = json!([]);
	});
	std::fs::write(&path, consent.to_string()).unwrap();
	let error = read(&path, None).unwrap_err().to_string();
	assert!(error.contains("Consent.period: ") && error.contains("Consent.grantee: "), "{error}");
	std::fs::write(&path, "[").unwrap();
	assert!(read(&path, None).unwrap_err().to_string().contains("is not a Consent of FHIR"));
	std::fs::write(&path, " ".repeat(MAX_CONSENT_BYTES as usize + 1)).unwrap();
	assert!(read(&path, None).unwrap_err().to_string().ends_with("it is too large."));
}

#[test]
fn a_grant_is_a_consent_to_one_grantee_for_its_time() {
	let export = of_grant(3, &grant(), START + DAY);
	let consent = &export.resource;
	assert_eq!(consent["identifier"][0]["value"], "3");
	assert_eq!((&consent["status"], &consent["date"]), (&json!("active"), &json!("2026-11-20")));
	assert_eq!(
		consent["period"],
		json!({"start": "2026-11-20T00:00:00.000Z", "end": "2026-12-19T23:59:59.999Z"})
	);
	let account = |value: &Value| value["identifier"]["value"].clone();
	assert_eq!(account(&consent["grantor"][0]), "owner");
	assert_eq!(account(&consent["grantee"][0]), "grantee");
	assert_eq!(account(&consent["controller"][0]), "custodian");
	assert_eq!(consent["decision"], "deny");
	let provision = &consent["provision"][0];
	assert_eq!(provision["period"], consent["period"]);
	assert_eq!(account(&provision["actor"][0]["reference"]), "grantee");
	assert_eq!(account(&provision["data"][0]["reference"]), "7");
	assert_eq!(provision["purpose"][0]["code"], "DSRCH");
	let purpose = provision["modifierExtension"][0]["extension"].as_array().unwrap();
	assert!(purpose.contains(&json!({"url": "disease", "valueString": "MONDO:0005148"})));
	assert!(purpose.contains(&json!({"url": "for_profit", "valueBoolean": false})));
	assert!(purpose.contains(&json!({"url": "months", "valuePositiveInt": 1})));
	assert_eq!(provision["modifierExtension"][1]["valueDecimal"], 3);
	assert_eq!(consent["extension"][0]["valueString"], "12.5");
	assert_eq!(paths(&export.findings), ["shares"]);
	// It is for one grantee, and so no policy.
	assert!(paths(&refused(consent)).contains(&"Consent.provision[0].actor"));
}

#[test]
fn the_status_is_that_of_the_moment() {
	let status = |grant: &Grant<String>, now| of_grant(3, grant, now).resource["status"].clone();
	let ended = Ended { at: START + 5 * DAY, cause: EndCause::Revoked };
	let revoked = Grant { ended: Some(ended), ..grant() };
	assert_eq!(status(&grant(), START - 1), "inactive");
	assert_eq!(status(&grant(), START), "active");
	assert_eq!(status(&grant(), START + 30 * DAY - 1), "active");
	assert_eq!(status(&grant(), START + 30 * DAY), "inactive");
	assert_eq!(status(&revoked, START + 5 * DAY - 1), "active");
	assert_eq!(status(&revoked, START + 5 * DAY), "inactive");
	let resource = of_grant(3, &revoked, START + DAY).resource;
	assert_eq!(resource["period"]["end"], "2026-11-24T23:59:59.999Z");
}

#[test]
fn a_scope_stands_where_it_restricts() {
	let provision =
		|grant: &Grant<String>, now| of_grant(3, grant, now).resource["provision"][0].clone();
	let scope = |grant: &Grant<String>, now| {
		let provision = provision(grant, now);
		let extensions = provision["modifierExtension"].as_array().unwrap();
		extensions
			.iter()
			.find(|it| it["url"] == codes::SCOPE)
			.map(|it| it["extension"].clone())
	};
	assert_eq!(scope(&grant(), START), None);
	assert_eq!(
		scope(&with_scope(regions()), START).unwrap()[0]["extension"],
		json!([
			{"url": "contig", "valueString": "chr1"},
			{"url": "start", "valueDecimal": 0},
			{"url": "end", "valueDecimal": u32::MAX},
		])
	);
	assert_eq!(
		scope(&with_scope(genes()), START).unwrap()[0]["valueCoding"],
		json!({"system": codes::HGNC, "code": "HGNC:1100"})
	);
	assert_eq!(scope(&with_scope(Scope::Aggregate), START).unwrap()[0]["valueBoolean"], true);
	let sealed = scope(&with_scope(Scope::Sealed([4; 32])), START).unwrap();
	assert_eq!(sealed[0]["valueString"], format!("0x{}", "04".repeat(32)));
	let types = &provision(&with_scope(resources()), START)["resourceType"];
	assert_eq!(
		(&types[0]["code"], &types[1]["code"]),
		(&json!("MolecularSequence"), &json!("Observation"))
	);
	// From the moment on at which the owner allows less.
	let narrowing = Narrowing { at: START + DAY, scope: genes(), expires_at: START + 2 * DAY };
	let narrowed = Grant { narrowings: vec![narrowing].try_into().unwrap(), ..grant() };
	assert_eq!(scope(&narrowed, START + DAY - 1), None);
	assert!(scope(&narrowed, START + DAY).is_some());
	assert!(paths(&of_grant(3, &narrowed, START).findings).contains(&"narrowings"));
}

#[test]
fn an_emergency_is_no_consent_of_the_owner() {
	for (reason, purpose) in [
		(EmergencyReason::PatientUnableToConsent, "ETREAT"),
		(EmergencyReason::LifeThreatening, "ETREAT"),
		(EmergencyReason::DrugSafety, "ETREAT"),
		(EmergencyReason::PublicHealth, "PUBHLTH"),
	] {
		let export = of_grant(3, &emergency(reason), START);
		let purposes = &export.resource["provision"][0]["purpose"];
		assert_eq!((&purposes[0]["code"], &purposes[1]["code"]), (&json!("BTG"), &json!(purpose)));
		assert!(export.resource.get("grantor").is_none());
		assert!(paths(&export.findings).contains(&"basis"));
	}
}

#[test]
fn what_a_consent_cannot_say_of_a_grant_is_reported() {
	let found = |grant: &Grant<String>, now| {
		of_grant(3, grant, now)
			.findings
			.into_iter()
			.map(|it| it.path)
			.collect::<Vec<_>>()
	};
	let waiting = Grant { delivery: None, ..grant() };
	assert_eq!(found(&waiting, START), ["shares", "delivery"]);
	assert_eq!(found(&grant(), START), ["shares", "delivery"]);
	let [.., matched, _] = &grants::grants()[..] else { panic!("many grants") };
	assert_eq!(found(matched, START + DAY), ["basis", "ethics", "shares"]);
	let ended = Some(Ended { at: START + DAY, cause: EndCause::Revoked });
	assert_eq!(found(&Grant { ended, ..grant() }, START + DAY), ["shares", "ended"]);
}

#[test]
fn a_receipt_is_an_audit_event_without_a_patient() {
	let [record, batch] = &receipts()[..] else { panic!("two receipts") };
	let event = audit_event::of_receipt(4, record, 3, &grant());
	assert_eq!(
		(&event["action"], &event["recorded"]),
		(&json!("R"), &json!("2026-11-21T00:00:00.000Z"))
	);
	assert!(event.get("patient").is_none());
	let who = |number: usize| event["agent"][number]["who"]["identifier"]["value"].clone();
	assert_eq!((who(0), who(1)), (json!("custodian"), json!("grantee")));
	assert_eq!(event["agent"][1]["requestor"], true);
	assert_eq!(event["authorization"][0]["coding"][0]["code"], "DSRCH");
	let entity = |number: usize| &event["entity"][number]["what"]["identifier"];
	assert_eq!(*entity(0), json!({"system": codes::DATASET, "value": "7"}));
	assert_eq!(*entity(1), json!({"system": codes::GRANT, "value": "3"}));
	assert_eq!(event["extension"][0]["valueIdentifier"]["value"], "3/4");
	let evidence = &event["entity"][0]["detail"];
	assert_eq!(evidence[0]["type"]["coding"][0]["code"], "record");
	assert_eq!(evidence[0]["valueString"], format!("0x{}", "05".repeat(32)));
	let event = audit_event::of_receipt(5, batch, 3, &emergency(EmergencyReason::DrugSafety));
	assert_eq!(event["entity"][0]["detail"][0]["type"]["coding"][0]["code"], "batch");
	assert_eq!(event["entity"][0]["detail"][1]["valueQuantity"]["value"], u32::MAX);
	assert_eq!(event["authorization"][0]["coding"][0]["code"], "BTG");
}

proptest! {
	#[test]
	fn no_policy_is_lost_in_a_consent(policy in consent_policy(), dataset in any::<Option<u64>>()) {
		let consent = of_policy(&policy, &PolicyOf { dataset, owner: None, refused: false });
		prop_assert!(serde_json::to_string_pretty(&consent).unwrap().len() as u64 * 2 <= MAX_CONSENT_BYTES);
		let imported = import(&consent, None).unwrap();
		prop_assert_eq!((imported.policy, imported.dataset), (policy, dataset));
	}

	/// Whatever is taken away or put into a Consent, either the policy is refused or it is no wider: here, that no restriction vanishes.
	#[test]
	fn no_member_is_passed_over(policy in consent_policy(), place in any::<prop::sample::Index>()) {
		let mut consent = of_policy(&policy, &PolicyOf { dataset: Some(1), owner: None, refused: false });
		let mut objects = Vec::new();
		pointers(&consent, String::new(), &mut objects);
		let pointer = &objects[place.index(objects.len())];
		consent.pointer_mut(pointer).unwrap()["restricts"] = true.into();
		let found = import(&consent, None);
		// What stands in metadata is reported as a whole.
		let metadata = ["/identifier", "/category"].iter().any(|it| pointer.starts_with(it));
		prop_assert_eq!(found.is_ok(), metadata, "{}", pointer);
	}
}

/// Where the objects are.
fn pointers(value: &Value, pointer: String, found: &mut Vec<String>) {
	match value {
		Value::Array(values) => {
			for (number, value) in values.iter().enumerate() {
				pointers(value, format!("{pointer}/{number}"), found);
			}
		},
		Value::Object(members) => {
			for (name, value) in members {
				pointers(value, format!("{pointer}/{name}"), found);
			}
			found.push(pointer);
		},
		_ => {},
	}
}
