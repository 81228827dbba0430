//! Parts of Bundles of FHIR, and of resources on lines.
#![allow(clippy::unwrap_used)]

use ownome_primitives::ResourceType;
use ownome_vault::{
	extract::{CutError, Cutting, Part},
	Error,
};
use serde_json::{json, Value};

fn cut(text: &str, types: &[&str]) -> Result<String, Error> {
	let types = types
		.iter()
		.map(|name| ResourceType::try_from(name.as_bytes().to_vec()).unwrap());
	let part = Part::Resources(types.collect());
	let mut out = Vec::new();
	Cutting { format: "fhir-bundle", part: &part, reference: None }
		.run(text.as_bytes(), &mut out)?;
	Ok(String::from_utf8(out).unwrap())
}

fn refused(text: &str, types: &[&str]) -> CutError {
	match cut(text, types) {
		Err(Error::Cut(error)) => error,
		other => panic!("{text}: {other:?}"),
	}
}

fn observation(value: &str) -> String {
	format!(
		"{{\"resourceType\":\"Observation\",\"id\":\"o\",\"status\":\"final\",\"subject\":{{\"reference\":\"Patient/secret\"}},\"valueQuantity\":{{\"value\":{value}}}}}"
	)
}

const PATIENT: &str = r#"{"resourceType":"Patient","id":"secret","name":[{"family":"Doe"}]}"#;
const CONDITION: &str = r#"{"resourceType":"Condition","id":"c","code":{"text":"a diagnosis"}}"#;

fn bundle(entries: &[&str]) -> String {
	let entries: Vec<_> = entries
		.iter()
		.map(|resource| format!(r#"{{"fullUrl":"urn:x","link":[{{"relation":"self","url":"Patient?name=Doe"}}],"resource":{resource},"search":{{"mode":"match"}}}}"#))
		.collect();
	format!(
		r#"{{ "total": 3, "resourceType": "Bundle", "id": "whole", "type": "searchset", "timestamp": "2025-11-20T10:00:00Z",
		"link": [{{"relation":"self","url":"Patient?name=Doe"}}], "entry": [{}] }}"#,
		entries.join(" ,\n")
	)
}

#[test]
fn the_resources_of_the_types_pass_as_they_are_written_and_nothing_else() {
	// Trailing zeros of a decimal have a meaning in FHIR.
	let observations = [observation("1.500"), observation("12345678901234567890.10")];
	let text = bundle(&[PATIENT, &observations[0], CONDITION, &observations[1]]);
	let part = cut(&text, &["Observation"]).unwrap();
	assert!(observations.iter().all(|observation| part.contains(observation)), "{part}");
	for secret in ["Doe", "diagnosis", "total", "link", "whole"] {
		assert!(!part.contains(secret), "{secret}: {part}");
	}
	let part: Value = serde_json::from_str(&part).unwrap();
	assert_eq!((&part["resourceType"], &part["type"]), (&json!("Bundle"), &json!("searchset")));
	assert_eq!(part["timestamp"], "2025-11-20T10:00:00Z");
	assert_eq!(part["entry"].as_array().unwrap().len(), 2);
	assert_eq!(part["entry"][0]["fullUrl"], "urn:x");
	assert_eq!(part["entry"][0]["search"]["mode"], "match");
	assert_eq!(part["entry"][0]["resource"]["subject"]["reference"], "Patient/secret");
}

#[test]
fn a_bundle_without_such_resources_has_no_entries() {
	for text in [bundle(&[PATIENT]), r#"{"resourceType":"Bundle","type":"searchset"}"#.into()] {
		let part: Value = serde_json::from_str(&cut(&text, &["Observation"]).unwrap()).unwrap();
		assert_eq!((&part["type"], part.get("entry")), (&json!("searchset"), None));
	}
}

#[test]
fn the_parts_of_all_types_make_the_whole() {
	let text = bundle(&[PATIENT, &observation("1"), CONDITION]);
	let count = |types: &[&str]| {
		let part: Value = serde_json::from_str(&cut(&text, types).unwrap()).unwrap();
		part["entry"].as_array().map_or(0, Vec::len)
	};
	let types = ["Patient", "Observation", "Condition"];
	assert_eq!(types.iter().map(|one| count(&[one])).sum::<usize>(), 3);
	assert_eq!(count(&types), 3);
}

#[test]
fn nothing_comes_along_inside_of_something_else() {
	let contained = format!(r#"{{"resourceType":"Observation","contained":[{PATIENT}]}}"#);
	let nested = format!(
		r#"{{"resourceType":"Bundle","type":"collection","entry":[{{"resource":{PATIENT}}}]}}"#
	);
	let parameters = format!(
		r#"{{"resourceType":"Parameters","parameter":[{{"name":"x","part":[{{"name":"y","resource":{PATIENT}}}]}}]}}"#
	);
	for (resource, granted) in
		[(&contained, "Observation"), (&nested, "Bundle"), (&parameters, "Parameters")]
	{
		let inside = || CutError::Nested { number: 2, resource_type: "Patient".into() };
		let text = bundle(&[CONDITION, resource]);
		assert_eq!(refused(&text, &[granted]), inside());
		assert!(cut(&text, &[granted, "Patient"]).unwrap().contains("Doe"));
	}
	let outcome = r#"{"resourceType":"Bundle","type":"batch-response","entry":[{"resource":{"resourceType":"Observation"},
		"response":{"status":"200","outcome":{"resourceType":"OperationOutcome"}}}]}"#;
	assert!(matches!(refused(outcome, &["Observation"]), CutError::Nested { number: 1, .. }));
}

#[test]
fn what_is_a_whole_is_refused() {
	for bundle_type in ["document", "message", "subscription-notification"] {
		let text = format!(r#"{{"resourceType":"Bundle","type":"{bundle_type}","entry":[]}}"#);
		let error = CutError::Bundle { bundle_type: bundle_type.into() };
		assert_eq!(refused(&text, &["Observation"]), error);
	}
}

#[test]
fn what_is_no_bundle_is_refused() {
	for text in [
		"",
		"[]",
		"##fileformat=VCFv4.3",
		PATIENT,
		r#"{"resourceType":"Bundle"}"#,
		r#"{"type":"collection","entry":[]}"#,
		r#"{"resourceType":"Bundle","type":"collection","entry":{}}"#,
		r#"{"resourceType":"Bundle","type":"collection","other":1}"#,
		r#"{"resourceType":"Bundle","type":"collection","entry":[]} {}"#,
		r#"{"resourceType":"Bundle","type":"collection","entry":[],"entry":[]}"#,
		r#"{"resourceType":"Bundle","type":"collection","entry":[{"resource":{}}]}"#,
		r#"{"resourceType":"Bundle","type":"collection","entry":[1]}"#,
		r#"{"resourceType":"Bundle","type":"collection","entry":[{"modifierExtension":[],"resource":{"resourceType":"Observation"}}]}"#,
		r#"{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Observation","resourceType":"Patient"}}]}"#,
	] {
		let error = refused(text, &["Observation"]);
		assert!(
			matches!(error, CutError::Malformed { .. } | CutError::Record { .. }),
			"{text}: {error:?}"
		);
	}
	let many = "[".repeat(200_000);
	refused(
		&format!(r#"{{"resourceType":"Bundle","type":"collection","entry":{many}"#),
		&["Patient"],
	);
}

#[test]
fn a_reference_to_what_is_not_granted_tells_which_resource_and_nothing_else() {
	let masked = json!({"extension": [{
		"url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
		"valueCode": "masked"
	}]});
	for (reference, stays) in [
		(r#"{"reference":"Patient/1","display":"Jane Doe"}"#, json!({"reference": "Patient/1"})),
		(
			r#"{"display":"Jane Doe","reference":"https:\/\/x.org/fhir/Patient/1/_history/2","type":"Patient","identifier":{"value":"Doe"},"_display":{"id":"Doe"},"extension":[{"url":"u","valueString":"Doe"}],"other":"Doe"}"#,
			json!({"reference": "https://x.org/fhir/Patient/1/_history/2", "type": "Patient"}),
		),
		(r#"{"ref\u0065rence":"urn:uuid:1","display":"Doe"}"#, json!({"reference": "urn:uuid:1"})),
		(r##"{"reference":"#1","display":"Doe"}"##, json!({"reference": "#1"})),
		(
			r#"{"reference":"Observation/1","type":"Patient","display":"Doe"}"#,
			json!({"reference": "Observation/1", "type": "Patient"}),
		),
		(r#"{"type":"Patient","identifier":{"value":"Doe"}}"#, json!({"type": "Patient"})),
		(r#"{"identifier":{"system":"u","value":"Doe"}}"#, masked.clone()),
		(r#"{"display":"Dr. Doe"}"#, masked.clone()),
		(r#"{"reference":"Patient?identifier=Doe"}"#, masked),
	] {
		for place in ["subject", "performer", "valueReference"] {
			let text = format!(
				r#"{{"resourceType":"Observation","a":[{{"{place}":[{reference}]}}],"value":1.500,"x":{{}},"y":[]}}"#
			);
			let part = cut(&bundle(&[&text]), &["Observation"]).unwrap();
			assert!(!part.contains("Doe"), "{part}");
			assert!(part.contains(r#""value":1.500,"x":{},"y":[]"#), "{part}");
			let part: Value = serde_json::from_str(&part).unwrap();
			assert_eq!(part["entry"][0]["resource"]["a"][0][place], json!([stays]), "{reference}");
		}
	}
}

#[test]
fn what_is_granted_or_no_reference_stays_as_it_is() {
	for element in [
		r#"{"reference":"Observation/1","display":"one","identifier":{"value":"x"}}"#,
		r#"{"reference":"urn:uuid:1","type":"Observation","display":"one"}"#,
		r#"{"type":"Observation","identifier":{"value":"x"}}"#,
		r#"{"coding":[{"display":"one"}],"text":"two"}"#,
		r#"{"system":"u","code":"c","display":"one"}"#,
		r#"{"identifier":[{"value":"x"}]}"#,
		r#"{"concept":{"text":"one"},"reference":{"reference":"Observation/2","display":"b"}}"#,
	] {
		let text = format!(r#"{{"resourceType":"Observation","a":{element}}}"#);
		let part = cut(&bundle(&[&text]), &["Observation"]).unwrap();
		assert!(part.contains(&text), "{part}");
	}
}

#[test]
fn the_members_of_the_bundle_itself_say_nothing_else() {
	let of = |members: &str| {
		format!(r#"{{"resourceType":"Bundle","type":"collection",{members},"entry":[]}}"#)
	};
	let part = cut(
		&of(
			r#""meta":{"versionId":"7","tag":[{"display":"Doe"}],"extension":[{"valueString":"Doe"}],"profile":["p"],"lastUpdated":"2025"},"language":"en","implicitRules":"r","timestamp":"t""#,
		),
		&["Patient"],
	)
	.unwrap();
	let part: Value = serde_json::from_str(&part).unwrap();
	assert_eq!(part["meta"], json!({"versionId": "7", "profile": ["p"], "lastUpdated": "2025"}));
	assert_eq!((&part["language"], &part["implicitRules"]), (&json!("en"), &json!("r")));
	let part = cut(&of(r#""meta":{"tag":[{"display":"Doe"}]}"#), &["Patient"]).unwrap();
	assert!(!part.contains("meta"), "{part}");
	for members in [
		r#""meta":"Doe""#,
		r#""meta":{"versionId":"1","versionId":"2"}"#,
		r#""meta":{"profile":[{"name":"Doe"}]}"#,
		r#""language":{"name":"Doe"}"#,
		r#""implicitRules":["Doe"]"#,
		r#""timestamp":{"name":"Doe"}"#,
	] {
		assert!(
			matches!(refused(&of(members), &["Patient"]), CutError::Malformed { .. }),
			"{members}"
		);
	}
}

#[test]
fn a_search_for_a_patient_number_is_refused() {
	let request = |request: &str| {
		format!(
			r#"{{"resourceType":"Bundle","type":"transaction","entry":[{{"resource":{},"request":{request}}}]}}"#,
			observation("1")
		)
	};
	for search in [
		r#"{"method":"PUT","url":"Observation?subject.identifier=MRN|1"}"#,
		r#"{"method":"POST","url":"Observation","ifNoneExist":"subject.identifier=MRN|1"}"#,
	] {
		assert_eq!(refused(&request(search), &["Observation"]), CutError::Search { number: 1 });
	}
	cut(&request(r#"{"method":"PUT","url":"Observation/o"}"#), &["Observation"]).unwrap();
}
