//! Purposes, in the form of `docs/guide/policies.md`.

use super::text::{optional, Text};
use ownome_primitives::{
	duo::{
		purpose::{Kind, Purpose, Sensitivities, Sensitivity},
		Country, Id,
	},
	Mondo,
};
use serde::{de::Error, Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeSet;

/// What a requester states about the use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PurposeForm(#[serde(with = "Fields")] pub Purpose);

impl<'de> Deserialize<'de> for PurposeForm {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		let purpose = Fields::deserialize(deserializer)?;
		let flawed = |name| {
			D::Error::custom(format!(
				"the purpose says nothing as {name}: state it or leave it out"
			))
		};
		purpose.check().map_err(|field| flawed(field.name()))?;
		Ok(Self(purpose))
	}
}

/// The fields of a purpose. What is left out is unknown.
#[derive(Default, Serialize, Deserialize)]
#[serde(remote = "Purpose", default, deny_unknown_fields)]
struct Fields {
	#[serde(with = "optional", skip_serializing_if = "Option::is_none")]
	kind: Option<Kind>,
	#[serde(with = "optional", skip_serializing_if = "Option::is_none")]
	disease: Option<Mondo>,
	#[serde(skip_serializing_if = "Option::is_none")]
	for_profit: Option<bool>,
	#[serde(skip_serializing_if = "Option::is_none")]
	commercial: Option<bool>,
	#[serde(skip_serializing_if = "Option::is_none")]
	not_for_profit_organisation: Option<bool>,
	#[serde(with = "optional", skip_serializing_if = "Option::is_none")]
	country: Option<Country>,
	#[serde(skip_serializing_if = "Option::is_none")]
	genetic_study: Option<bool>,
	#[serde(skip_serializing_if = "Option::is_none")]
	ethics_approval: Option<bool>,
	#[serde(skip_serializing_if = "Option::is_none")]
	will_publish: Option<bool>,
	#[serde(skip_serializing_if = "Option::is_none")]
	will_collaborate: Option<bool>,
	#[serde(skip_serializing_if = "Option::is_none")]
	will_return_results: Option<bool>,
	#[serde(skip_serializing_if = "Option::is_none")]
	months: Option<u16>,
	#[serde(with = "optional", skip_serializing_if = "Option::is_none")]
	project: Option<Id>,
	#[serde(with = "optional", skip_serializing_if = "Option::is_none")]
	institution: Option<Id>,
	#[serde(with = "optional", skip_serializing_if = "Option::is_none")]
	user: Option<Id>,
	/// Written even if it is empty: it is a statement too.
	#[serde(with = "sensitive")]
	sensitive: Sensitivities,
}

mod sensitive {
	use super::*;

	pub fn serialize<S: Serializer>(
		sensitive: &Sensitivities,
		serializer: S,
	) -> Result<S::Ok, S::Error> {
		serializer.collect_seq(sensitive.iter().map(Text))
	}

	pub fn deserialize<'de, D: Deserializer<'de>>(
		deserializer: D,
	) -> Result<Sensitivities, D::Error> {
		let stated = BTreeSet::<Text<Sensitivity>>::deserialize(deserializer)?;
		let stated: BTreeSet<_> = stated.into_iter().map(|text| text.0).collect();
		stated.try_into().map_err(|_| D::Error::custom("the list is too long"))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::{from_value, json};

	#[test]
	fn all_that_is_stated_is_written_as_it_is_read() {
		for form in [
			json!({ "sensitive": [] }),
			json!({
				"kind": "disease",
				"disease": "MONDO:0005148",
				"for_profit": false,
				"commercial": true,
				"not_for_profit_organisation": true,
				"country": "GB",
				"genetic_study": true,
				"ethics_approval": false,
				"will_publish": true,
				"will_collaborate": false,
				"will_return_results": true,
				"months": 6,
				"project": "P-1",
				"institution": "ror.org/052gg0110",
				"user": "U-1",
				"sensitive": ["paediatric", "not-health"],
			}),
		] {
			let purpose: PurposeForm = from_value(form.clone()).unwrap();
			assert_eq!(json!(purpose), form);
		}
	}

	#[test]
	fn what_is_left_out_is_unknown() {
		let purpose: PurposeForm = from_value(json!({ "kind": null })).unwrap();
		assert_eq!(purpose.0, Purpose::default());
		let purpose: PurposeForm = from_value(json!({ "will_publish": false })).unwrap();
		assert_eq!(purpose.0, Purpose { will_publish: Some(false), ..Default::default() });
	}

	#[test]
	fn what_is_no_purpose_is_told_in_a_sentence() {
		for (form, says) in [
			(json!({ "kind": "x" }), "use general, biomedical"),
			(json!({ "disease": "diabetes" }), "not 'diabetes'"),
			(json!({ "country": "UKR" }), "ISO 3166-1"),
			(json!({ "months": 0 }), "says nothing as months"),
			(json!({ "user": "Zoë" }), "use an identifier"),
			(json!({ "sensitive": ["x"] }), "use paediatric"),
			(json!({ "forProfit": true }), "unknown field `forProfit`"),
			(json!({ "for_profit": "no" }), "expected a boolean"),
		] {
			let error = from_value::<PurposeForm>(form.clone()).unwrap_err().to_string();
			assert!(error.contains(says), "{form}: {error}");
		}
	}
}
