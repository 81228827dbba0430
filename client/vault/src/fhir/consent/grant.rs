//! A grant as a `Consent`.

use std::fmt::Display;

use ownome_primitives::{
	duo::purpose::Purpose, Basis, Ethics, Grant, GrantId, Moment, Region, Scope,
};
use serde_json::{json, Value};

use super::{
	super::{
		codes::{self, coding, concept, ACCESSES, FHIR_TYPES, GRANT, HGNC, PARTICIPATION, PRICE},
		time, Exported, Finding,
	},
	actions, category, data,
};
use crate::{
	amount::{Amount, Data},
	duo::Form,
};

/// A grant as a `Consent` as it stands at the moment `now`: active while it runs, with what is open then. It has to be one into which everything was written
/// that came by itself, see [`Grant::ripen`].
pub fn of_grant<AccountId: Display>(
	id: GrantId,
	grant: &Grant<AccountId>,
	now: Moment,
) -> Exported {
	// A period of FHIR includes its end, that of a grant does not.
	let end = grant.end().saturating_sub(1);
	let period = json!({ "start": time::instant(grant.issued_at), "end": time::instant(end) });
	let scope = grant.scope_at(now);
	let mut extensions = vec![purpose(&grant.terms.purpose)];
	extensions.extend(self::scope(scope));
	if let Some(accesses) = grant.terms.accesses {
		extensions.push(json!({ "url": ACCESSES, "valueDecimal": accesses }));
	}
	let recipient = concept(coding(PARTICIPATION, "IRCP", "information recipient"));
	let mut provision = json!({
		"modifierExtension": extensions,
		"period": period,
		"actor": [{ "role": recipient, "reference": codes::account(&grant.grantee) }],
		"action": actions(),
		"data": data(codes::dataset(grant.dataset)),
	});
	let purposes = purposes(grant);
	if !purposes.is_empty() {
		provision["purpose"] = purposes.into();
	}
	if let Scope::Resources(types) = scope {
		let types = types.iter().map(|name| {
			let name = String::from_utf8_lossy(name);
			json!({ "system": FHIR_TYPES, "code": name })
		});
		provision["resourceType"] = types.collect();
	}
	let mut resource = json!({
		"resourceType": "Consent",
		"identifier": [{ "system": GRANT, "value": id.to_string() }],
		"status": if grant.runs(now) { "active" } else { "inactive" },
		"category": category(),
		"date": time::day(grant.issued_at),
		"period": period,
		"grantee": [codes::account(&grant.grantee)],
		"controller": [codes::account(&grant.custodian)],
		"decision": "deny",
		"provision": [provision],
		"extension": [{ "url": PRICE, "valueString": amount(grant.terms.price) }],
	});
	if grant.emergency().is_none() {
		resource["grantor"] = json!([codes::account(&grant.owner)]);
	}
	Exported { resource, findings: findings(grant, now) }
}

fn amount(units: u128) -> Value {
	serde_json::to_value(Amount::<Data>::from_units(units))
		.expect("an amount is written as a text; qed")
}

/// The purposes of use, all of which hold.
pub(crate) fn purposes<AccountId>(grant: &Grant<AccountId>) -> Vec<Value> {
	match (grant.emergency(), grant.terms.purpose.kind) {
		(Some(emergency), _) => {
			vec![
				codes::purpose("BTG"),
				codes::purpose(codes::purpose_of_emergency(emergency.reason)),
			]
		},
		(None, Some(kind)) => vec![codes::purpose(codes::purpose_of_kind(kind))],
		(None, None) => Vec::new(),
	}
}

/// The purpose that was stated, field by field. It never changes.
fn purpose(purpose: &Purpose) -> Value {
	let form = purpose.to_json();
	let fields = form.as_object().into_iter().flatten().flat_map(|(name, value)| match value {
		Value::Array(values) => values
			.iter()
			.map(|value| json!({ "url": name, "valueString": value }))
			.collect(),
		Value::Bool(truth) => vec![json!({ "url": name, "valueBoolean": truth })],
		Value::Number(number) => vec![json!({ "url": name, "valuePositiveInt": number })],
		text => vec![json!({ "url": name, "valueString": text })],
	});
	let mut fields: Vec<_> = fields.collect();
	if fields.is_empty() {
		// An extension says something.
		fields.push(json!({ "url": "kind", "valueString": "unknown" }));
	}
	json!({ "url": codes::PURPOSE, "extension": fields })
}

/// How much is open, where FHIR has no element for it.
fn scope(scope: &Scope) -> Option<Value> {
	let parts: Vec<Value> = match scope {
		Scope::Whole | Scope::Resources(_) => return None,
		Scope::Regions(regions) => regions.iter().map(region).collect(),
		Scope::Genes(genes) => {
			let gene = |gene: &u32| json!({ "system": HGNC, "code": format!("HGNC:{gene}") });
			genes
				.iter()
				.map(|it| json!({ "url": "gene", "valueCoding": gene(it) }))
				.collect()
		},
		Scope::Aggregate => vec![json!({ "url": "aggregate", "valueBoolean": true })],
		Scope::Sealed(digest) => {
			vec![json!({ "url": "sealed", "valueString": codes::hash(digest) })]
		},
	};
	Some(json!({ "url": codes::SCOPE, "extension": parts }))
}

/// A stretch of a reference sequence, counted from 0, without its end.
fn region(region: &Region) -> Value {
	json!({ "url": "region", "extension": [
		{ "url": "contig", "valueString": String::from_utf8_lossy(&region.contig) },
		{ "url": "start", "valueDecimal": region.start },
		{ "url": "end", "valueDecimal": region.end },
	]})
}

/// What the resource does not say.
fn findings<AccountId: Display>(grant: &Grant<AccountId>, now: Moment) -> Vec<Finding> {
	let mut found = Vec::new();
	let mut left_out = |what: &str, why: String| found.push(Finding::new(what, why));
	match &grant.basis {
		Basis::Owner(_) => {},
		Basis::Policy(matched) => left_out(
			"basis",
			format!(
				"clause {} of the policy {} consented, which the Consent does not say",
				matched.clause,
				codes::hash(&matched.policy)
			),
		),
		Basis::Emergency(_) => left_out(
			"basis",
			"the justification of the emergency and its review are on the chain only".into(),
		),
	}
	if let Ethics::Signed(committee) = &grant.ethics {
		left_out(
			"ethics",
			format!("{committee} signed for the ethics committee, which the Consent does not say"),
		);
	}
	if grant.terms.price > 0 {
		let why = "only the whole price is said, not how it is split, earned and paid";
		left_out("shares", why.into());
	}
	if !grant.is_delivered(now) {
		left_out("delivery", "the key has not been delivered, so nothing can be read yet".into());
	} else if grant.delivery.as_ref().is_some_and(|it| it.disputed_since(now).is_some()) {
		left_out("delivery", "the delivery is disputed, so nothing may be read for now".into());
	}
	if !grant.narrowings.is_empty() {
		left_out(
			"narrowings",
			"only what is open at that moment is said, not what was open before".into(),
		);
	}
	if let Some(ended) = grant.ended {
		left_out("ended", format!("why it ended ({:?}) has no code in a Consent", ended.cause));
	}
	found
}
