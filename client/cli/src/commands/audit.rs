//! `ownome audit`: everything that happened to a dataset and the consents for it.

use super::grant::Record;
use crate::{
	chain::{all, cause_name, ChainError, State},
	cli::{Global, Reason},
	output::{Hex, Report},
	time::Time,
};
use ownome_primitives::{Act, DatasetId, DatasetStatus, GrantId, Moment, TrailEntry};
use serde_json::{json, Value};
use subxt::utils::AccountId32;

/// Something that happened.
struct Entry {
	at: Moment,
	by: Option<AccountId32>,
	/// What, for programs: `act` names it.
	value: Value,
	words: String,
}

/// Shows everything that happened.
pub async fn run(global: &Global, id: DatasetId) -> anyhow::Result<Report> {
	let chain = global.chain().await?;
	let state = chain.state().await?;
	let mut entries = registry(&state, id).await?;
	let trail = all(async |part| state.trail(id, part).await, |(number, _)| *number).await?;
	for (_, entry) in trail {
		entries.push(match entry.act {
			Act::Granted(id) => granted(entry.at, entry.by, id, &state.grant(id).await?),
			_ => consent(entry),
		});
	}
	// What happened at the same moment stays in the order in which it was written.
	entries.sort_by_key(|entry| entry.at);
	entries
		.into_iter()
		.try_fold(Report::new(), |report, Entry { at, by, value, words }| {
			let who = by.map_or_else(String::new, |by| format!("{by} "));
			let line = format!("{} {who}{words}", Time(at));
			let mut object = json!({ "at": Time(at), "by": by });
			if let (Some(object), Value::Object(value)) = (object.as_object_mut(), value) {
				object.extend(value);
			}
			report.entry(object, line)
		})
}

/// What the registry has on record.
async fn registry(state: &State<'_>, id: DatasetId) -> anyhow::Result<Vec<Entry>> {
	let dataset = match state.dataset(id).await {
		Err(ChainError::Erased { .. }) => {
			let left = state.tombstone(id).await?;
			let commitment = Hex(left.commitment.0);
			return Ok(vec![Entry {
				at: left.erased_at,
				by: None,
				value: json!({ "act": "erased", "commitment": commitment }),
				words: format!("dataset {id} with commitment {commitment} was erased"),
			}]);
		},
		other => other?,
	};
	let registrant = state.registrant(id).await?;
	let commitment = Hex(dataset.commitment.0);
	let mut entries = vec![Entry {
		at: dataset.registered_at,
		by: Some(registrant),
		value: json!({
			"act": "registered",
			"commitment": commitment,
			"version": dataset.version,
			"predecessor": dataset.predecessor,
			"batch": dataset.batch,
			"owner": dataset.owner,
			"custodian": dataset.custodian,
			"sealed": dataset.status == DatasetStatus::Sealed,
		}),
		words: format!(
			"registered dataset {id} with commitment {commitment}, which {} stores; {} owns it now",
			dataset.custodian, dataset.owner
		),
	}];
	entries.extend(state.attestations(id).await?.into_iter().map(|found| Entry {
		at: found.at,
		by: Some(found.attester),
		value: json!({ "act": "attested", "statement": Hex(found.statement) }),
		words: format!("vouched for it with the statement {}", Hex(found.statement)),
	}));
	Ok(entries)
}

/// An entry about a grant that was made: to whom, and whether anybody consented.
fn granted(at: Moment, by: AccountId32, id: GrantId, grant: &Record) -> Entry {
	let grantee = grant.grantee;
	let mut value = json!({ "act": "granted", "grant": id, "grantee": grantee });
	let words =
		match grant.emergency() {
			Some(emergency) => {
				let reason = Reason::from(emergency.reason).name();
				value["emergency"] = reason.as_str().into();
				format!("opened it for {grantee} with grant {id} in an emergency, without asking: {reason}")
			},
			None => {
				value["emergency"] = Value::Null;
				format!("made grant {id} to {grantee}")
			},
		};
	Entry { at, by: Some(by), value, words }
}

/// An entry of the trail of consents.
fn consent(entry: TrailEntry<AccountId32>) -> Entry {
	let TrailEntry { at, by, act } = entry;
	let (name, words) = in_words(&act);
	let mut value = json!({ "act": name });
	if let Some(grant) = act.grant() {
		value["grant"] = grant.into();
	}
	match act {
		Act::Ruled { valid, .. } => value["valid"] = valid.into(),
		Act::Accessed { index, count, .. } => {
			value["index"] = index.into();
			value["count"] = count.into();
		},
		Act::Ended { at, cause, .. } => {
			value["ended_at"] = at.into();
			value["cause"] = cause_name(cause).into();
		},
		Act::Reviewed { justified, .. } => value["justified"] = justified.into(),
		Act::PolicySet(policy) => value["policy"] = Hex(policy).to_string().into(),
		_ => {},
	}
	Entry { at, by: Some(by), value, words }
}

/// An act as a word, and in words that follow who did it.
fn in_words(act: &Act) -> (&'static str, String) {
	match act {
		Act::Granted(grant) => ("granted", format!("made grant {grant}")),
		Act::Delivered(grant) => ("delivered", format!("delivered the key of grant {grant}")),
		Act::Confirmed(grant) => ("confirmed", format!("confirmed the key of grant {grant}")),
		Act::Disputed(grant) => ("disputed", format!("disputed the key of grant {grant}")),
		Act::Ruled { grant, valid } => {
			let opens = if *valid { "opens" } else { "does not open" };
			("ruled", format!("decided that the key of grant {grant} {opens} the data"))
		},
		Act::Accessed { grant, index, count: 1 } => {
			("accessed", format!("recorded access {index} under grant {grant}"))
		},
		Act::Accessed { grant, index, count } => {
			("accessed", format!("recorded {count} accesses from {index} on under grant {grant}"))
		},
		Act::Narrowed(grant) => ("narrowed", format!("narrowed grant {grant}")),
		Act::Ended { grant, at, cause } => {
			let (at, cause) = (Time(*at), cause_name(*cause));
			("ended", format!("put on record that grant {grant} ended at {at}: {cause}"))
		},
		Act::Reviewed { grant, justified } => {
			let was = if *justified { "was" } else { "was not" };
			("reviewed", format!("found that the emergency of grant {grant} {was} one"))
		},
		Act::Reported(grant) => {
			("reported", format!("had the clinician of grant {grant} suspended"))
		},
		Act::PolicySet(policy) => ("policy-set", format!("set the policy {}", Hex(*policy))),
		Act::PolicyRemoved => ("policy-removed", "took the policy off".into()),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use ownome_primitives::EndCause;

	fn entry(act: Act) -> Entry {
		consent(TrailEntry { at: 5, by: AccountId32([1; 32]), act })
	}

	#[test]
	fn every_act_has_a_name_of_its_own_and_its_grant() {
		let acts = [
			Act::Granted(7),
			Act::Delivered(7),
			Act::Confirmed(7),
			Act::Disputed(7),
			Act::Ruled { grant: 7, valid: false },
			Act::Accessed { grant: 7, index: 3, count: 2 },
			Act::Narrowed(7),
			Act::Ended { grant: 7, at: 4, cause: EndCause::Revoked },
			Act::Reviewed { grant: 7, justified: true },
			Act::Reported(7),
			Act::PolicySet([2; 32]),
			Act::PolicyRemoved,
		];
		let mut names = std::collections::BTreeSet::new();
		for act in acts {
			let Entry { at, value, words, .. } = entry(act);
			assert_eq!(at, 5);
			assert!(names.insert(value["act"].as_str().unwrap().to_owned()), "{value}");
			assert_eq!(value["grant"].as_u64(), act.grant(), "{value}");
			assert_eq!(words.contains("grant 7"), act.grant().is_some(), "{words}");
		}
	}

	#[test]
	fn what_an_act_says_beside_its_grant_is_there_for_programs() {
		assert_eq!(
			entry(Act::Accessed { grant: 7, index: 3, count: 2 }).value,
			json!({ "act": "accessed", "grant": 7, "index": 3, "count": 2 })
		);
		assert_eq!(
			entry(Act::Ended { grant: 7, at: 4, cause: EndCause::Revoked }).value,
			json!({ "act": "ended", "grant": 7, "ended_at": 4, "cause": "revoked" })
		);
	}
}
