//! A policy as a `Consent`.

use ownome_primitives::{ConsentClause, ConsentPolicy, DatasetId, Moment};
use serde_json::{json, Map, Value};

use super::{
	super::{
		codes::{self, ASK, ETHICS, LONGEST_PERIOD, POLICY, STANDING, UCUM},
		data_use,
	},
	actions, category, data,
};
use crate::{
	amount::{Amount, Data},
	duo::terms::ClauseWords,
	policy::DAY,
};

/// For what a policy is, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PolicyOf {
	/// For this dataset only.
	pub dataset: Option<DatasetId>,
	/// The address of the owner who says it.
	pub owner: Option<String>,
	/// Whether the owner refuses all offers beforehand, so that it allows nothing for now.
	pub refused: bool,
}

/// A policy as a `Consent`: everything is denied but for what one of the provisions, one for each clause, allows. Nothing is left out.
pub fn of_policy(policy: &ConsentPolicy, of: &PolicyOf) -> Value {
	let provisions: Vec<Value> =
		policy.clauses.iter().map(|clause| provision(clause, of.dataset)).collect();
	let mut consent = json!({
		"resourceType": "Consent",
		"identifier": [{ "system": POLICY, "value": codes::hash(&policy.hash()) }],
		"status": if of.refused { "inactive" } else { "active" },
		"category": category(),
		"decision": "deny",
		"provision": provisions,
	});
	if let Some(owner) = &of.owner {
		consent["grantor"] = json!([codes::account(owner)]);
	}
	consent
}

fn provision(clause: &ConsentClause, dataset: Option<DatasetId>) -> Value {
	let ClauseWords { permission, modifiers } = (&clause.duo).into();
	let mut extensions: Vec<Value> =
		std::iter::once(&permission).chain(&modifiers).map(data_use::write).collect();
	let ask = serde_json::to_value(Amount::<Data>::from_units(clause.ask))
		.expect("an amount is written as a text; qed");
	extensions.extend([
		json!({ "url": LONGEST_PERIOD, "valueDuration": period(clause.longest_period) }),
		json!({ "url": ASK, "valueString": ask }),
		json!({ "url": STANDING, "valueBoolean": clause.standing }),
		json!({ "url": ETHICS, "valueBoolean": clause.ethics }),
	]);
	let purpose = codes::purpose(codes::purpose_of_permission(&clause.duo.permission));
	let mut provision = Map::from_iter([
		("modifierExtension".into(), extensions.into()),
		("action".into(), actions()),
		("purpose".into(), json!([purpose])),
	]);
	if let Some(dataset) = dataset {
		provision.insert("data".into(), data(codes::dataset(dataset)));
	}
	provision.into()
}

fn period(length: Moment) -> Value {
	match length % DAY {
		0 => json!({ "value": length / DAY, "unit": "days", "system": UCUM, "code": "d" }),
		_ => json!({ "value": length, "unit": "ms", "system": UCUM, "code": "ms" }),
	}
}
