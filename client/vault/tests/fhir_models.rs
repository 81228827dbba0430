//! Against `fhir.resources`, an independent implementation of the models of FHIR R5 in Python, which refuses elements, types and cardinalities that are not those
//! of the specification.
//!
//! The variable `OWNOME_FHIR` names the `python` that has it, installed by `python3 -m venv DIR && DIR/bin/pip install fhir.resources==8.3.0`.
#![allow(clippy::unwrap_used)]

#[path = "support/grants.rs"]
mod grants;
#[path = "support/policies.rs"]
mod policies;

use std::{
	env,
	io::Write,
	process::{Command, Stdio},
};

use grants::{grants, receipts, START};
use ownome_vault::fhir::{
	audit_event,
	consent::{of_grant, of_policy, PolicyOf},
};
use policies::consent_policy;
use proptest::{
	strategy::{Strategy, ValueTree},
	test_runner::TestRunner,
};
use serde_json::{json, Value};

/// Reads a resource on each line and says whether it is one, and whether it is the same after it was read, but for zeros at the end of a fraction of a second.
const MODELS: &str = "
import json, re, sys
from decimal import Decimal
from fhir.resources import get_fhir_model_class
def read(text):
    return json.loads(re.sub(r'[.]([0-9]*?)0*Z', r'.\\1Z', text).replace('.Z', 'Z'), parse_float=Decimal)
for line in sys.stdin:
    resource = read(line)
    try:
        model = get_fhir_model_class(resource['resourceType']).model_validate(resource)
        same = read(model.model_dump_json()) == resource
        print('ok' if same else 'changed')
    except Exception as error:
        print('refused: ' + ' '.join(str(error).split()))
";

/// What the models say to each of the resources.
fn validate(resources: &[Value]) -> Vec<String> {
	let python = env::var_os("OWNOME_FHIR").expect(
		"OWNOME_FHIR does not name a python with fhir.resources: run the tests with scripts/test.sh, which sets it",
	);
	let mut child = Command::new(python)
		.args(["-c", MODELS])
		.stdin(Stdio::piped())
		.stdout(Stdio::piped())
		.spawn()
		.unwrap();
	let mut input = child.stdin.take().unwrap();
	let lines: String = resources.iter().map(|resource| format!("{resource}\n")).collect();
	let writing = std::thread::spawn(move || input.write_all(lines.as_bytes()));
	let output = child.wait_with_output().unwrap();
	writing.join().unwrap().unwrap();
	assert!(output.status.success());
	let answers: Vec<_> =
		String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect();
	assert_eq!(answers.len(), resources.len());
	answers
}

#[test]
fn every_resource_is_one_of_r5() {
	let mut runner = TestRunner::deterministic();
	let mut policy = || consent_policy().new_tree(&mut runner).unwrap().current();
	let of = PolicyOf { dataset: Some(u64::MAX), owner: Some("owner".into()), refused: false };
	let mut resources: Vec<_> = (0..200).map(|_| of_policy(&policy(), &of)).collect();
	for (id, grant) in (0..).zip(grants()) {
		resources.push(of_grant(id, &grant, START).resource);
		for (number, receipt) in (0..).zip(receipts()) {
			resources.push(audit_event::of_receipt(number, &receipt, id, &grant));
		}
	}
	for (resource, answer) in resources.iter().zip(validate(&resources)) {
		assert_eq!(answer, "ok", "{resource:#}");
	}
}

#[test]
fn the_models_do_not_take_what_is_none() {
	let good = of_grant(0, &grants()[0], START).resource;
	let broken = |change: &dyn Fn(&mut Value)| {
		let mut resource = good.clone();
		change(&mut resource);
		resource
	};
	let resources = [
		good.clone(),
		broken(&|it| it["scope"] = json!({})),
		broken(&|it| it["provision"][0]["type"] = "permit".into()),
		broken(&|it| it["date"] = "20.11.2026".into()),
		broken(&|it| it["period"]["start"] = 5.into()),
		broken(&|it| it["category"] = json!({})),
		broken(&|it| _ = it.as_object_mut().unwrap().remove("status")),
	];
	let answers = validate(&resources);
	assert_eq!(answers[0], "ok");
	for (answer, resource) in answers.iter().zip(&resources).skip(1) {
		assert_ne!(answer, "ok", "{resource:#}");
	}
}
