//! The resource `AuditEvent`.

use std::fmt::Display;

use ownome_primitives::{Evidence, Grant, GrantId, Receipt};
use serde_json::{json, Value};

use super::{
	codes::{self, coding, concept, DICOM, EVIDENCE, LIFECYCLE, OBJECT_ROLE, OUTCOME, RECEIPT},
	consent, time,
};

/// Receipt number `number` of a grant as an `AuditEvent`: the custodian's word that the grantee read the data. Whose data they are is not said.
pub fn of_receipt<AccountId: Display>(
	number: u64,
	receipt: &Receipt<AccountId>,
	id: GrantId,
	grant: &Grant<AccountId>,
) -> Value {
	let (kind, digest) = match &receipt.evidence {
		Evidence::Record(digest) => ("record", codes::hash(digest)),
		Evidence::Batch { root, .. } => ("batch", codes::hash(&root.0)),
	};
	let detail = |kind: &str, name: &str, value: Value| json!({ "type": concept(json!({ "system": EVIDENCE, "code": kind })), name: value });
	let purposes: Vec<_> = consent::purposes(grant).into_iter().map(concept).collect();
	let agent = |role: Value, who: &AccountId, requestor: bool| json!({ "type": concept(role), "who": codes::account(who), "requestor": requestor });
	let mut event = json!({
		"resourceType": "AuditEvent",
		"extension": [{
			"url": codes::RECEIPT_EXTENSION,
			"valueIdentifier": { "system": RECEIPT, "value": format!("{id}/{number}") },
		}],
		"category": [concept(coding(DICOM, "110106", "Export"))],
		"code": concept(coding(LIFECYCLE, "access", "Access/View Record Lifecycle Event")),
		"action": "R",
		"recorded": time::instant(receipt.at),
		"outcome": { "code": coding(OUTCOME, "0", "Success") },
		"agent": [
			agent(coding(DICOM, "110153", "Source Role ID"), &receipt.custodian, false),
			agent(coding(DICOM, "110152", "Destination Role ID"), &grant.grantee, true),
		],
		"source": { "observer": codes::account(&receipt.custodian) },
		"entity": [
			{
				"what": codes::dataset(grant.dataset),
				"role": concept(coding(OBJECT_ROLE, "4", "Domain Resource")),
				"detail": [
					detail(kind, "valueString", digest.into()),
					detail("count", "valueQuantity", json!({ "value": receipt.evidence.count() })),
				],
			},
			{
				"what": codes::grant(id),
				"role": concept(coding(OBJECT_ROLE, "13", "Security Resource")),
			},
		],
	});
	if !purposes.is_empty() {
		event["authorization"] = purposes.into();
	}
	event
}
