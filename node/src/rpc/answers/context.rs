//! What else bears on offers: what owners refuse, how grantees use disputes, the ontology.

use ownome_primitives::{DisputeRecord, Moment, Ontology, OntologyRecord, Refusals};
use serde::Serialize;
use sp_core::H256;

/// What an owner refuses beforehand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RefusalsAnswer {
	/// All offers.
	offers: bool,
	/// Break-glass grants.
	emergencies: bool,
}

impl From<Refusals> for RefusalsAnswer {
	fn from(refusals: Refusals) -> Self {
		Self { offers: refusals.offers, emergencies: refusals.emergencies }
	}
}

/// How a grantee has used disputes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DisputesAnswer {
	/// How many it raised.
	raised: u32,
	/// Of how many an auditor found that they were false.
	dismissed: u32,
	/// Of how many nobody decided in time.
	undecided: u32,
}

impl From<DisputeRecord> for DisputesAnswer {
	fn from(record: DisputeRecord) -> Self {
		let DisputeRecord { raised, dismissed, undecided } = record;
		Self { raised, dismissed, undecided }
	}
}

/// What is on record of the MONDO disease ontology.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OntologyAnswer {
	/// The one that counted until the next one does.
	current: Option<PairsAnswer>,
	/// The one announced last.
	next: Option<AnnouncedAnswer>,
}

impl From<OntologyRecord> for OntologyAnswer {
	fn from(record: OntologyRecord) -> Self {
		Self {
			current: record.current.map(PairsAnswer::from),
			next: record
				.next
				.map(|(from, ontology)| AnnouncedAnswer { from, pairs: ontology.into() }),
		}
	}
}

/// The pairs of an ontology in which one disease is a kind of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct PairsAnswer {
	/// The hash over all of them.
	root: H256,
	/// How many there are.
	count: u64,
}

impl From<Ontology> for PairsAnswer {
	fn from(ontology: Ontology) -> Self {
		Self { root: ontology.root.0.into(), count: ontology.count }
	}
}

/// An ontology, and when it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct AnnouncedAnswer {
	/// From this moment on.
	from: Moment,
	/// The pairs.
	#[serde(flatten)]
	pairs: PairsAnswer,
}

#[cfg(test)]
mod tests {
	use super::*;
	use ownome_primitives::BatchRoot;
	use serde_json::json;

	#[test]
	fn each_number_and_flag_has_its_name() {
		assert_eq!(
			json!(DisputesAnswer::from(DisputeRecord { raised: 3, dismissed: 2, undecided: 1 })),
			json!({ "raised": 3, "dismissed": 2, "undecided": 1 })
		);
		assert_eq!(
			json!(RefusalsAnswer::from(Refusals { offers: true, emergencies: false })),
			json!({ "offers": true, "emergencies": false })
		);
	}

	#[test]
	fn an_announced_ontology_has_its_moment() {
		let ontology = |byte, count| Ontology { root: BatchRoot([byte; 32]), count };
		let record =
			OntologyRecord { current: Some(ontology(1, 5)), next: Some((7, ontology(2, 6))) };
		assert_eq!(
			json!(OntologyAnswer::from(record)),
			json!({
				"current": { "root": format!("0x{}", "01".repeat(32)), "count": 5 },
				"next": { "from": 7, "root": format!("0x{}", "02".repeat(32)), "count": 6 },
			})
		);
		assert_eq!(
			json!(OntologyAnswer::from(OntologyRecord::default())),
			json!({ "current": null, "next": null })
		);
	}
}
