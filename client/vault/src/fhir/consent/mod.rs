//! The resource `Consent`.

mod grant;
mod import;
mod policy;

pub use grant::of_grant;
pub(super) use grant::purposes;
pub use import::{import, read, Imported, MAX_CONSENT_BYTES};
pub use policy::{of_policy, PolicyOf};

use serde_json::{json, Value};

use super::codes::{coding, concept, ACT_CODE, CONSENT_ACTION, LOINC};

/// What is done with the data that are consented to.
const ACTIONS: [(&str, &str); 2] = [("access", "Access"), ("use", "Use")];

/// The kind of all consents.
fn category() -> Value {
	json!([
		concept(coding(LOINC, "59284-0", "Patient Consent")),
		concept(coding(ACT_CODE, "IDSCL", "information disclosure")),
	])
}

/// To read data and to work with them.
fn actions() -> Value {
	ACTIONS
		.iter()
		.map(|(code, display)| concept(coding(CONSENT_ACTION, code, display)))
		.collect()
}

/// The dataset that is consented to.
fn data(dataset: Value) -> Value {
	json!([{ "meaning": "instance", "reference": dataset }])
}
