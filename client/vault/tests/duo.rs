//! Policies and purposes in their forms.
#![allow(clippy::unwrap_used)]

#[path = "../../../primitives/tests/duo/any.rs"]
mod any;

use any::{policy, purpose};
use ownome_primitives::duo::{evaluate, purpose::Purpose, Decision, Policy, Term};
use ownome_vault::{
	duo::{exposure, read, Form, MAX_FORM_BYTES},
	Error,
};
use proptest::prelude::*;
use serde_json::{json, Value};

const POLICY: &str = r#"{"clauses":[{"permission":"DUO:0000007","disease":["MONDO:0005148"],"modifiers":[
	{"code":"DUO:0000045"},{"code":"DUO:0000022","value":["GB","SE"]},{"code":"DUO:0000025","value":12}]}]}"#;

const PURPOSE: &str = r#"{"kind":"disease","disease":"MONDO:0005148","for_profit":false,"commercial":false,
	"not_for_profit_organisation":true,"country":"GB","genetic_study":true,"ethics_approval":true,"will_publish":true,
	"will_collaborate":true,"will_return_results":true,"months":12,"project":"P-1","institution":"I-1","user":"U-1",
	"sensitive":["paediatric"]}"#;

#[test]
fn a_policy_reads_and_writes_in_both_forms() {
	let policy = Policy::from_json(POLICY).unwrap();
	assert_eq!(policy.to_text(), "DS(MONDO:0005148) & GS(GB,SE) & TS(12) & NPU");
	assert_eq!(
		policy.to_json(),
		json!({"clauses":[{
			"permission": "DUO:0000007",
			"disease": ["MONDO:0005148"],
			"modifiers": [
				{"code": "DUO:0000022", "value": ["GB", "SE"]},
				{"code": "DUO:0000025", "value": 12},
				{"code": "DUO:0000045"},
			],
		}]})
	);
	// In any order, with spaces and lines as one likes.
	let other = "DS( MONDO:0005148 )&NPU &\n GS(SE, GB) & TS(12)\n";
	assert_eq!(Policy::from_text(other), Ok(policy));
}

#[test]
fn a_purpose_reads_and_writes_in_both_forms() {
	let purpose = Purpose::from_json(PURPOSE).unwrap();
	assert_eq!(purpose.to_json(), serde_json::from_str::<Value>(PURPOSE).unwrap());
	assert_eq!(
		purpose.to_text(),
		"kind=disease; disease=MONDO:0005148; for_profit=false; commercial=false; not_for_profit_organisation=true; country=GB; \
		 genetic_study=true; ethics_approval=true; will_publish=true; will_collaborate=true; will_return_results=true; months=12; \
		 project=P-1; institution=I-1; user=U-1; sensitive=paediatric"
	);
	assert_eq!(Purpose::from_json("{}"), Ok(Purpose::default()));
	assert_eq!(Purpose::from_json(r#"{"kind":null,"sensitive":[]}"#), Ok(Purpose::default()));
	assert_eq!(Purpose::from_text("sensitive=none"), Ok(Purpose::default()));
	assert_eq!(Purpose::default().to_json(), json!({"sensitive": []}));
}

#[test]
fn a_purpose_under_a_policy_is_decided_as_files_say() {
	let policy = Policy::from_json(POLICY).unwrap();
	let decide = |changes: &[(&str, Value)]| {
		let mut form: Value = serde_json::from_str(PURPOSE).unwrap();
		form["sensitive"] = json!([]);
		for (name, value) in changes {
			form[name] = value.clone();
		}
		let purpose = Purpose::from_json(&form.to_string()).unwrap();
		evaluate(&policy, &purpose, 0, |_, _| false)
	};
	assert_eq!(decide(&[]), Decision::Permit);
	assert_eq!(decide(&[("country", json!("SE"))]), Decision::Permit);
	assert_eq!(decide(&[("country", json!("US"))]).code(), "deny");
	assert_eq!(decide(&[("country", Value::Null)]).code(), "refer");
	assert_eq!(decide(&[("months", json!(13))]).code(), "deny");
	assert_eq!(decide(&[("sensitive", json!(["paediatric"]))]).code(), "refer");
	assert_eq!(decide(&[("disease", json!("MONDO:0005147"))]).code(), "refer");
	let reasons = decide(&[("country", json!("US")), ("months", Value::Null)]).reasons().to_vec();
	assert_eq!(
		reasons.iter().map(ToString::to_string).collect::<Vec<_>>(),
		["clause 0: DUO:0000022 (geographical restriction): what the purpose says as country is not allowed"]
	);
}

#[test]
fn every_term_has_both_forms() {
	for term in Term::ALL {
		let (value, text) = match term.shorthand() {
			"DS" => (json!(["MONDO:0005148"]), "(MONDO:0005148)"),
			"RS" => (json!(["DUO:0000038", "DUO:0000040"]), "(DUO:0000038,DUO:0000040)"),
			"GS" => (json!(["GB"]), "(GB)"),
			"MOR" => (json!("2027-01-31"), "(2027-01-31)"),
			"TS" => (json!(12), "(12)"),
			"US" => (json!(["U-1", "U-2"]), "(U-1,U-2)"),
			"PS" => (json!(["P-1"]), "(P-1)"),
			"IS" => (json!(["I-1"]), "(I-1)"),
			_ => (Value::Null, ""),
		};
		let is_permission = ["NRES", "GRU", "HMB", "DS", "POA"].contains(&term.shorthand());
		let mut clause = json!({"permission": if is_permission { term.to_string() } else { "DUO:0000042".into() }});
		if is_permission && !value.is_null() {
			clause["disease"] = value;
		} else if !is_permission {
			let mut modifier = json!({"code": term.to_string()});
			if !value.is_null() {
				modifier["value"] = value;
			}
			clause["modifiers"] = json!([modifier]);
		}
		let json = json!({ "clauses": [clause] });
		let policy = Policy::from_json(&json.to_string()).unwrap();
		assert_eq!(policy.to_json(), json);
		let text =
			format!("{}{}{text}", if is_permission { "" } else { "GRU & " }, term.shorthand());
		assert_eq!(policy.to_text(), text);
		assert_eq!(Policy::from_text(&text), Ok(policy));
	}
}

#[test]
fn one_word_is_a_list_of_one_and_plain_terms_need_no_value() {
	let policy = Policy::from_json(
		r#"{"clauses":[{"permission":"DUO:0000007","disease":"MONDO:0005148",
			"modifiers":[{"code":"DUO:0000027","value":"P-1"},{"value":"GB","code":"DUO:0000022"}]}]}"#,
	);
	assert_eq!(policy.unwrap().to_text(), "DS(MONDO:0005148) & GS(GB) & PS(P-1)");
	let policy = Policy::from_text("NRES & RS & US & PS & IS").unwrap();
	let modifiers = &policy.to_json()["clauses"][0]["modifiers"];
	assert!(modifiers
		.as_array()
		.unwrap()
		.iter()
		.all(|modifier| modifier.get("value").is_none()));
}

#[test]
fn a_bad_policy_is_refused_with_the_place_and_what_to_do() {
	let clause = |clause: &str| format!(r#"{{"clauses":[{clause}]}}"#);
	let modifier = |modifier: &str| {
		clause(&format!(r#"{{"permission":"DUO:0000042","modifiers":[{modifier}]}}"#))
	};
	let many = [r#"{"permission":"DUO:0000042"}"#; 9].join(",");
	for (json, place, hint) in [
		("{".into(), "", "from column 1 of line 1 on"),
		("{}".into(), "", "the field clauses is missing"),
		(r#"{"clauses":[]}"#.into(), "clauses: ", "at least one clause"),
		(r#"{"clauses":[],"x":1}"#.into(), "x: ", "unknown field x: use clauses"),
		(r#"{"clauses":[{"permission":"DUO:0000042"}]} x"#.into(), "", "no JSON from column"),
		(clause(&many), "clauses: ", "room for 8"),
		(clause("{}"), "clauses[0]: ", "the field permission is missing"),
		(
			clause(r#"{"permission":"DUO:0000042","permission":"DUO:0000004"}"#),
			"clauses[0]",
			"the field permission is there twice",
		),
		(clause(r#"{"permission":"DUO:0000001"}"#), "clauses[0].permission: ", "not 'DUO:0000001'"),
		(clause(r#"{"permission":"DUO:0000005"}"#), "clauses[0].permission: ", "not 'DUO:0000005'"),
		(clause(r#"{"permission":"DUO:0000045"}"#), "clauses[0].permission: ", "is a modifier"),
		(clause(r#"{"permission":"GRU"}"#), "clauses[0].permission: ", "for example DUO:0000042"),
		(
			clause(r#"{"permission":42}"#),
			"clauses[0].permission: ",
			"write a text in quotes, not the number 42",
		),
		(
			clause(r#"{"permision":"DUO:0000042"}"#),
			"clauses[0].permision: ",
			"use one of permission, disease",
		),
		(
			clause(r#"{"permission":"DUO:0000007"}"#),
			"clauses[0].disease: ",
			"DUO:0000007 (disease specific research) needs a value",
		),
		(
			clause(r#"{"permission":"DUO:0000007","disease":[]}"#),
			"clauses[0].disease: ",
			"needs a value",
		),
		(
			clause(r#"{"permission":"DUO:0000007","disease":["diabetes"]}"#),
			"clauses[0].disease: ",
			"MONDO:0005148, not 'diabetes'",
		),
		(
			clause(r#"{"permission":"DUO:0000042","disease":["MONDO:0005148"]}"#),
			"clauses[0].disease: ",
			"takes no value",
		),
		(
			modifier(r#"{"code":"DUO:0000006"}"#),
			"clauses[0].modifiers[0].code: ",
			"is a permission",
		),
		(
			modifier(r#"{"code":"DUO:0000099"}"#),
			"clauses[0].modifiers[0].code: ",
			"not 'DUO:0000099'",
		),
		(modifier(r#"{"value":1}"#), "clauses[0].modifiers[0]: ", "the field code is missing"),
		(
			modifier(r#"{"code":"DUO:0000045","value":true}"#),
			"clauses[0].modifiers[0].value: ",
			"write a whole number, a text or a list of texts, not true",
		),
		(
			modifier(r#"{"code":"DUO:0000045","value":"x"}"#),
			"clauses[0].modifiers[0].value: ",
			"takes no value",
		),
		(
			modifier(r#"{"code":"DUO:0000045"},{"code":"DUO:0000045"}"#),
			"clauses[0].modifiers[1]: ",
			"only once",
		),
		(modifier(r#"{"code":"DUO:0000022"}"#), "clauses[0].modifiers[0].value: ", "needs a value"),
		(
			modifier(r#"{"code":"DUO:0000022","value":["gb"]}"#),
			"clauses[0].modifiers[0].value: ",
			"not 'gb'",
		),
		(
			modifier(r#"{"code":"DUO:0000022","value":["UK"]}"#),
			"clauses[0].modifiers[0].value: ",
			"ISO 3166-1, for example GB, not 'UK'",
		),
		(
			modifier(r#"{"code":"DUO:0000025"}"#),
			"clauses[0].modifiers[0].value: ",
			"needs one value",
		),
		(
			modifier(r#"{"code":"DUO:0000025","value":0}"#),
			"clauses[0].modifiers[0].value: ",
			"whole number of months",
		),
		(
			modifier(r#"{"code":"DUO:0000025","value":-1}"#),
			"clauses[0].modifiers[0].value: ",
			"whole number",
		),
		(
			modifier(r#"{"code":"DUO:0000025","value":1.5}"#),
			"clauses[0].modifiers[0].value: ",
			"whole number",
		),
		(
			modifier(r#"{"code":"DUO:0000025","value":65536}"#),
			"clauses[0].modifiers[0].value: ",
			"not '65536'",
		),
		(
			modifier(r#"{"code":"DUO:0000024"}"#),
			"clauses[0].modifiers[0].value: ",
			"needs one value",
		),
		(
			modifier(r#"{"code":"DUO:0000024","value":"2027-02-29"}"#),
			"clauses[0].modifiers[0].value: ",
			"not '2027-02-29'",
		),
		(
			modifier(r#"{"code":"DUO:0000024","value":"2027-02-01T00:00"}"#),
			"clauses[0].modifiers[0].value: ",
			"a day",
		),
		(
			modifier(r#"{"code":"DUO:0000024","value":"1969-12-31"}"#),
			"clauses[0].modifiers[0].value: ",
			"a day",
		),
		(
			modifier(r#"{"code":"DUO:0000012","value":["genetics"]}"#),
			"clauses[0].modifiers[0].value: ",
			"DUO:0000038 for genetic research",
		),
		(
			modifier(r#"{"code":"DUO:0000026","value":["Jane Doe"]}"#),
			"clauses[0].modifiers[0].value: ",
			"without spaces",
		),
		(
			modifier(r#"{"code":"DUO:0000026","value":[]}"#),
			"clauses[0].modifiers[0].value: ",
			"needs a value",
		),
		(
			modifier(r#"{"code":"DUO:0000026","value":["1","2","3","4","5","6","7","8","9"]}"#),
			"clauses[0].modifiers[0].value: ",
			"too long",
		),
	] {
		let error = Policy::from_json(&json).unwrap_err().to_string();
		assert!(error.starts_with(place) && error.contains(hint), "{json}: {error}");
		assert!(!error.contains('\n') && !error.ends_with('.'), "{error}");
	}
	for (text, place, hint) in [
		("", "clauses[0].permission: ", "not ''"),
		("GRU |", "clauses[1].permission: ", "not ''"),
		("GRU & gs(GB)", "clauses[0].modifiers[0].code: ", "not 'gs'"),
		("GRU & GS(GB", "clauses[0].modifiers[0].code: ", "no closing bracket"),
		("GRU & GS()", "clauses[0].modifiers[0].value: ", "not ''"),
		("NPU", "clauses[0].permission: ", "is a modifier"),
		("GRU & NPU(x)", "clauses[0].modifiers[0].value: ", "takes no value"),
		("GRU & TS(6) & TS(6)", "clauses[0].modifiers[1]: ", "only once"),
		("DS", "clauses[0].disease: ", "needs a value"),
	] {
		let error = Policy::from_text(text).unwrap_err().to_string();
		assert!(error.starts_with(place) && error.contains(hint), "{text}: {error}");
	}
}

#[test]
fn a_bad_purpose_is_refused_with_the_place_and_what_to_do() {
	for (json, place, hint) in [
		(r#"[]"#, "", "write an object with the fields of a purpose, not a list"),
		(r#"{"Kind":"general"}"#, "Kind: ", "unknown field Kind: use one of kind"),
		(r#"{"kind":"research"}"#, "kind: ", "use general, biomedical"),
		(r#"{"disease":"MONDO:1"}"#, "disease: ", "seven digits"),
		(r#"{"for_profit":"no"}"#, "for_profit: ", "write true or false, not the text \"no\""),
		(r#"{"country":"UK"}"#, "country: ", "not 'UK'"),
		(r#"{"months":0}"#, "months: ", "a whole number from 1 to 65535, not the number 0"),
		(r#"{"months":65536}"#, "months: ", "65536"),
		(r#"{"user":"Jane Doe"}"#, "user: ", "not 'Jane Doe'"),
		(r#"{"sensitive":["children"]}"#, "sensitive[0]: ", "use paediatric"),
		(r#"{"sensitive":"paediatric"}"#, "sensitive: ", "a list in square brackets, not the text"),
	] {
		let error = Purpose::from_json(json).unwrap_err().to_string();
		assert!(error.starts_with(place) && error.contains(hint), "{json}: {error}");
		assert!(!error.contains('\n') && !error.ends_with('.'), "{error}");
	}
	for (text, place, hint) in [
		("", "", "write name=value, not ''"),
		("general", "", "not 'general'"),
		("purpose=general", "purpose: ", "unknown field"),
		("kind=general; kind=disease", "kind: ", "said twice"),
		("for_profit=no", "for_profit: ", "write true or false"),
		("months=soon", "months: ", "a whole number from 1 to 65535"),
		("sensitive=none,gender", "sensitive[0]: ", "not 'none'"),
	] {
		let error = Purpose::from_text(text).unwrap_err().to_string();
		assert!(error.starts_with(place) && error.contains(hint), "{text}: {error}");
	}
}

#[test]
fn files_hold_either_form() {
	let folder = tempfile::tempdir().unwrap();
	let file = |content: &str| {
		let path = folder.path().join("form");
		std::fs::write(&path, content).unwrap();
		read::<Policy>(&path)
	};
	assert_eq!(
		file(POLICY).unwrap(),
		file("DS(MONDO:0005148) & GS(GB,SE) & TS(12) & NPU\n").unwrap()
	);
	let error = file("GRU & TS(0)").unwrap_err().to_string();
	assert!(error.contains("form is not a policy: clauses[0].modifiers[0].value: "), "{error}");
	let error = file(&"x".repeat(MAX_FORM_BYTES as usize + 1)).unwrap_err().to_string();
	assert!(error.ends_with("form is not a policy: it is too large."), "{error}");
	let missing = read::<Policy>(&folder.path().join("missing")).unwrap_err();
	assert!(matches!(missing, Error::ReadPath { .. }));
}

#[test]
fn what_a_policy_gives_away_is_named_with_its_clause() {
	let hints = |text| exposure(&Policy::from_text(text).unwrap());
	assert!(hints("GRU & RS(DUO:0000038) | HMB & GS(GB) | NRES | POA & CC").is_empty());
	let found = hints(
		"GRU | DS(MONDO:0005148) & RS(DUO:0000034) | HMB & RS(DUO:0000035) | GRU & RS(DUO:0000032)",
	);
	assert_eq!(found.len(), 4);
	for (hint, start) in found.iter().zip([
		"clause 1 names a disease",
		"clause 1 is about an age",
		"clause 2 is about",
		"clause 3 is about",
	]) {
		assert!(hint.starts_with(start), "{hint}");
	}
}

#[test]
fn an_error_says_nothing_to_the_terminal() {
	const CLEAR: char = '\u{1b}';
	const BACKWARDS: char = '\u{202e}';
	for quoted in [CLEAR, BACKWARDS].map(String::from) {
		let escaped = format!("{:04x}", u32::from(quoted.chars().next().unwrap()));
		let errors = [
			Policy::from_text(&format!("GRU & GS({quoted}")).unwrap_err(),
			Policy::from_text(&quoted).unwrap_err(),
			Policy::from_json(&format!(r#"{{"\u{escaped}":1}}"#)).unwrap_err(),
			Purpose::from_text(&format!("{quoted}=1; {quoted}=1")).unwrap_err(),
			Purpose::from_text(&format!("{quoted}=1")).unwrap_err(),
			Purpose::from_json(&format!(r#"{{"kind":"\u{escaped}"}}"#)).unwrap_err(),
		];
		for error in errors {
			let error = error.to_string();
			let written_out = quoted.escape_debug().to_string();
			assert!(!error.contains(&quoted) && error.contains(&written_out), "{error:?}");
		}
	}
}

proptest! {
	#[test]
	fn no_policy_is_lost_in_a_form(policy in policy()) {
		let json = policy.to_json().to_string();
		prop_assert!(json.len() as u64 <= MAX_FORM_BYTES);
		prop_assert_eq!(&Policy::from_json(&json).unwrap(), &policy);
		prop_assert_eq!(&Policy::from_text(&policy.to_text()).unwrap(), &policy);
	}

	#[test]
	fn no_purpose_is_lost_in_a_form(purpose in purpose()) {
		prop_assert_eq!(&Purpose::from_json(&purpose.to_json().to_string()).unwrap(), &purpose);
		prop_assert_eq!(&Purpose::from_text(&purpose.to_text()).unwrap(), &purpose);
	}

	#[test]
	fn no_text_makes_the_readers_panic(text in ".{0,80}") {
		let _ = (Policy::from_json(&text), Policy::from_text(&text));
		let _ = (Purpose::from_json(&text), Purpose::from_text(&text));
	}
}
