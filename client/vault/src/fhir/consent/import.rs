//! A `Consent` as a policy.

use std::{collections::BTreeSet, path::Path};

use ownome_primitives::{duo::Term, ConsentPolicy, DatasetId, Moment};
use serde_json::{Map, Value};

use super::{
	super::{
		codes::{
			purpose_of_term, ACT_REASON, ASK, CONSENT_ACTION, DATASET, DATA_USE_TERM, ETHICS,
			LONGEST_PERIOD, OWNOME, STANDING,
		},
		data_use,
		read::{read_unique, Notes, Rule},
		Finding,
	},
	ACTIONS,
};
use crate::{
	amount::{Amount, Data},
	duo::{
		read_as,
		terms::{ClauseWords, Words},
	},
	policy::{assemble, ClauseTerms, DAY},
	Error, Result,
};

/// The greatest length of a file with a `Consent` in bytes. That of the longest policy has less than half of that.
pub const MAX_CONSENT_BYTES: u64 = 1 << 20;

/// What a `Consent` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
	/// The policy. It allows nothing that the `Consent` does not.
	pub policy: ConsentPolicy,
	/// The only dataset for which it is, if it says so.
	pub dataset: Option<DatasetId>,
	/// What was left out, or is read as something narrower.
	pub findings: Vec<Finding>,
}

/// The elements of a `Consent`.
const CONSENT: [(&str, Rule); 24] = [
	("resourceType", Rule::Read),
	("status", Rule::Read),
	("decision", Rule::Read),
	("provision", Rule::Read),
	("verification", Rule::Read),
	("id", Rule::Harmless(METADATA)),
	("meta", Rule::Harmless(METADATA)),
	("language", Rule::Harmless(METADATA)),
	("text", Rule::Harmless(METADATA)),
	("extension", Rule::Read),
	("identifier", Rule::Harmless(METADATA)),
	("category", Rule::Harmless(METADATA)),
	("date", Rule::Harmless(METADATA)),
	("subject", Rule::Harmless("set the policy for the data of this person only")),
	("grantor", Rule::Harmless("who sets the policy is whoever signs for it")),
	("manager", Rule::Harmless(METADATA)),
	("controller", Rule::Harmless("the custodian of each dataset enforces its policy")),
	("sourceAttachment", Rule::Harmless("see whether the document says the same")),
	("sourceReference", Rule::Harmless("see whether the document says the same")),
	("regulatoryBasis", Rule::Harmless("the law holds in any case")),
	(
		"period",
		Rule::Refused(
			"a policy does not end by itself: leave it out, and remove the policy in time",
		),
	),
	(
		"grantee",
		Rule::Refused(
			"a policy is for everybody: name institutions or users by DUO:0000028 or DUO:0000026",
		),
	),
	("policyBasis", Rule::Refused("the rules of another policy are not read")),
	("policyText", Rule::Refused("the rules of a document are not read")),
];

/// What a policy has no place for.
const METADATA: &str = "a policy does not keep it";

/// The elements of a provision.
const PROVISION: [(&str, Rule); 14] = [
	("modifierExtension", Rule::Read),
	("action", Rule::Read),
	("purpose", Rule::Read),
	("data", Rule::Read),
	("id", Rule::Harmless(METADATA)),
	("extension", Rule::Read),
	("period", Rule::Refused("a clause does not end by itself")),
	(
		"actor",
		Rule::Refused(
			"a clause is for everybody: name institutions or users by DUO:0000028 or DUO:0000026",
		),
	),
	("securityLabel", Rule::Refused(PARTS)),
	("documentType", Rule::Refused(PARTS)),
	("resourceType", Rule::Refused(PARTS)),
	("code", Rule::Refused(PARTS)),
	("dataPeriod", Rule::Refused(PARTS)),
	(
		"provision",
		Rule::Refused(
			"an exception to a clause is a modifier of the Data Use Ontology, or cannot be made",
		),
	),
];

/// Why a policy cannot be for some of the data.
const PARTS: &str = "a policy is about all of a dataset: parts are negotiated with each offer";

/// Reads a file with a `Consent`.
///
/// # Errors
/// [`Error::ReadPath`], [`Error::Form`], and [`Error::NotExpressed`] for what [`import`] refuses.
pub fn read(path: &Path, longest_period: Option<Moment>) -> Result<Imported> {
	let consent = read_as(path, "Consent of FHIR", MAX_CONSENT_BYTES, read_unique)?;
	import(&consent, longest_period)
		.map_err(|findings| Error::NotExpressed { path: path.into(), findings })
}

/// The policy that a `Consent` is, with `longest_period` for the clauses that say none. A clause that does not say that it is standing is not: the owner is
/// asked.
///
/// # Errors
/// All that a policy cannot express and that may restrict: a policy without it would allow more.
pub fn import(consent: &Value, longest_period: Option<Moment>) -> Result<Imported, Vec<Finding>> {
	let mut notes = Notes::default();
	let clauses = clauses(&mut notes, consent, longest_period).unwrap_or_default();
	let mut datasets = BTreeSet::new();
	let (mut words, mut terms) = (Vec::new(), Vec::new());
	for clause in clauses {
		datasets.insert(clause.dataset);
		words.push(clause.words);
		terms.push(clause.terms);
	}
	if datasets.len() > 1 {
		notes.refuse(PROVISIONS, "they are for different datasets: import one after the other");
	}
	if !notes.refused.is_empty() {
		return Err(notes.refused);
	}
	match assemble(words, terms) {
		Ok(policy) => {
			let dataset = datasets.pop_first().flatten();
			Ok(Imported { policy, dataset, findings: notes.harmless })
		},
		Err(error) => Err(vec![Finding::new(PROVISIONS, error.to_string())]),
	}
}

/// The element with the clauses.
const PROVISIONS: &str = "Consent.provision";

struct ImportedClause {
	words: ClauseWords,
	terms: ClauseTerms,
	dataset: Option<DatasetId>,
}

fn clauses(
	notes: &mut Notes,
	consent: &Value,
	longest_period: Option<Moment>,
) -> Option<Vec<ImportedClause>> {
	let members = notes.members("Consent", consent, &CONSENT)?;
	plain_extensions(notes, "Consent", members);
	for (name, needed, why) in [
		("resourceType", "Consent", "this is no Consent"),
		("status", "active", "only an active Consent is one"),
		("decision", "deny", "a policy denies what it does not allow, so the base has to be deny"),
	] {
		if members.get(name).and_then(Value::as_str) != Some(needed) {
			notes.refuse(format!("Consent.{name}"), why);
		}
	}
	if let Some(verifications) = members.get("verification") {
		let verified = |it: &Value| it.get("verified") == Some(&Value::Bool(true));
		match verifications.as_array().is_some_and(|all| all.iter().all(verified)) {
			true => notes.pass("Consent.verification", METADATA),
			false => notes.refuse("Consent.verification", "it was not verified"),
		}
	}
	let Some(provisions) = members.get("provision") else {
		notes.refuse(PROVISIONS, "it allows nothing: a policy needs at least one clause");
		return None;
	};
	let provisions = notes.list(PROVISIONS, provisions)?;
	let read = |(number, provision)| {
		clause(notes, &format!("{PROVISIONS}[{number}]"), provision, longest_period)
	};
	let clauses: Vec<_> = provisions.iter().enumerate().filter_map(read).collect();
	if clauses.len() < provisions.len() && notes.refused.is_empty() {
		notes.refuse(PROVISIONS, "one of them cannot be read");
	}
	Some(clauses)
}

/// Extensions that are no modifiers may be passed over, but not those of ours, which all restrict.
fn plain_extensions(notes: &mut Notes, path: &str, members: &Map<String, Value>) {
	let Some(extensions) = members.get("extension") else { return };
	let path = format!("{path}.extension");
	for (number, extension) in notes.list(&path, extensions).into_iter().flatten().enumerate() {
		let path = format!("{path}[{number}]");
		match extension.get("url").and_then(Value::as_str) {
			Some(url) if !url.starts_with(OWNOME) => {
				notes.pass(
					path,
					format!("what is no modifier may be passed over: '{}'", url.escape_debug()),
				);
			},
			_ => notes.refuse(
				path,
				"this restricts, and so belongs into modifierExtension of a provision",
			),
		}
	}
}

/// What the extensions of a provision say.
#[derive(Default)]
struct Extensions {
	words: Vec<Words>,
	longest_period: Option<Moment>,
	ask: Option<Amount<Data>>,
	standing: Option<bool>,
	ethics: Option<bool>,
}

fn clause(
	notes: &mut Notes,
	path: &str,
	provision: &Value,
	longest_period: Option<Moment>,
) -> Option<ImportedClause> {
	let members = notes.members(path, provision, &PROVISION)?;
	plain_extensions(notes, path, members);
	let said = match members.get("modifierExtension") {
		Some(list) => extensions(notes, &format!("{path}.modifierExtension"), list)?,
		None => Extensions::default(),
	};
	let (permissions, modifiers): (Vec<_>, Vec<_>) =
		said.words.into_iter().partition(|words| is_permission(words.term));
	let purpose = match members.get("purpose") {
		Some(list) => Some(purpose(notes, &format!("{path}.purpose"), list)?),
		None => None,
	};
	let permission = permission(notes, path, permissions, purpose)?;
	if let Some(actions) = members.get("action") {
		self::actions(notes, &format!("{path}.action"), actions)?;
	}
	let dataset = match members.get("data") {
		Some(data) => Some(dataset(notes, &format!("{path}.data"), data)?),
		None => None,
	};
	let Some(longest_period) = said.longest_period.or(longest_period) else {
		notes.refuse(
			path,
			"it does not say for how long at most data may be used: give a longest period",
		);
		return None;
	};
	match (said.standing, said.ask) {
		(Some(true), None) => {
			notes.refuse(path, "a match is consent, and it does not say from which price on: add the extension ask");
			return None;
		},
		(None, _) => {
			notes.pass(path, "it does not say that a match alone is consent: the owner is asked")
		},
		_ => {},
	}
	let terms = ClauseTerms {
		longest_period,
		ask: said.ask.unwrap_or(Amount::from_units(0)),
		standing: said.standing.unwrap_or(false),
		ethics: said.ethics.unwrap_or(false),
	};
	Some(ImportedClause { words: ClauseWords { permission, modifiers }, terms, dataset })
}

fn is_permission(term: Term) -> bool {
	matches!(
		term,
		Term::NoRestriction | Term::Biomedical | Term::Disease | Term::Ancestry | Term::General
	)
}

fn extensions(notes: &mut Notes, path: &str, list: &Value) -> Option<Extensions> {
	let mut said = Extensions::default();
	for (number, extension) in notes.list(path, list)?.iter().enumerate() {
		let path = &format!("{path}[{number}]");
		let url = extension.get("url").and_then(Value::as_str).unwrap_or_default();
		let repeated = match url {
			DATA_USE_TERM => {
				said.words.push(data_use::read(notes, path, extension)?);
				false
			},
			LONGEST_PERIOD => {
				let value = value(notes, path, extension, "valueDuration")?;
				let (number, unit) = notes.duration(path, value, &["d", "ms"])?;
				let length = if unit == "d" { number.checked_mul(DAY) } else { Some(number) };
				if length.is_none() {
					notes.refuse(path, "nobody can wait for so many days: write a smaller number");
				}
				said.longest_period.replace(length?).is_some()
			},
			ASK => {
				let value = value(notes, path, extension, "valueString")?;
				match notes.text(path, value)?.parse() {
					Ok(ask) => said.ask.replace(ask).is_some(),
					Err(error) => {
						notes.refuse(path, error.to_string());
						return None;
					},
				}
			},
			STANDING => {
				let value = value(notes, path, extension, "valueBoolean")?;
				said.standing.replace(notes.truth(path, value)?).is_some()
			},
			ETHICS => {
				let value = value(notes, path, extension, "valueBoolean")?;
				said.ethics.replace(notes.truth(path, value)?).is_some()
			},
			_ => {
				let why = "a modifier extension that is not known here may restrict";
				notes.refuse(path, format!("{why}: '{}'", url.escape_debug()));
				false
			},
		};
		if repeated {
			notes.refuse(path, "it is said twice");
		}
	}
	Some(said)
}

/// The value of a simple extension.
fn value<'v>(
	notes: &mut Notes,
	path: &str,
	extension: &'v Value,
	name: &'static str,
) -> Option<&'v Value> {
	let members = notes.members(path, extension, &[("url", Rule::Read), (name, Rule::Read)])?;
	let value = members.get(name);
	if value.is_none() {
		notes.refuse(path, format!("it has no {name}"));
	}
	value
}

/// The code of the one purpose of use.
fn purpose(notes: &mut Notes, path: &str, list: &Value) -> Option<String> {
	let [purpose] = notes.list(path, list)?.as_slice() else {
		notes.refuse(path, "write one purpose: with several, all of them have to hold");
		return None;
	};
	let (system, code) = notes.coding(path, purpose)?;
	if system != ACT_REASON {
		notes.refuse(
			path,
			format!("use a code of {ACT_REASON}, not of '{}'", system.escape_debug()),
		);
		return None;
	}
	Some(code)
}

/// The permission, from the term that says it, or else from the purpose of use.
fn permission(
	notes: &mut Notes,
	path: &str,
	mut permissions: Vec<Words>,
	purpose: Option<String>,
) -> Option<Words> {
	let place = format!("{path}.purpose");
	let plain = |term| Some(Words { term, words: None });
	match (permissions.pop(), purpose.as_deref()) {
		(Some(_), _) if !permissions.is_empty() => {
			notes.refuse(path, "a clause has one permission: write a provision for each");
			None
		},
		(Some(permission), Some(purpose)) if purpose != purpose_of_term(permission.term) => {
			let (term, purpose) = (permission.term, purpose.escape_debug());
			notes.refuse(
				place,
				format!("the purpose of {term} ({}) is not '{purpose}'", term.label()),
			);
			None
		},
		(Some(permission), _) => Some(permission),
		(None, Some("HRESCH")) => {
			notes.pass(place, "read as DUO:0000006, health research, which leaves out ancestry");
			plain(Term::Biomedical)
		},
		(None, Some("POARCH")) => plain(Term::Ancestry),
		(None, Some("DSRCH")) => {
			notes.refuse(place, "it does not say which disease: name it by DUO:0000007");
			None
		},
		(None, Some(other)) => {
			let other = other.escape_debug();
			notes.refuse(
				place,
				format!("no permission of the Data Use Ontology says only '{other}'"),
			);
			None
		},
		(None, None) => {
			notes.refuse(place, "it does not say for what");
			None
		},
	}
}

/// Reading and working with data is what a clause allows. A provision for less cannot be one.
fn actions(notes: &mut Notes, path: &str, list: &Value) -> Option<()> {
	let mut found = BTreeSet::new();
	for (number, action) in notes.list(path, list)?.iter().enumerate() {
		let path = &format!("{path}[{number}]");
		let members = notes.members(
			path,
			action,
			&[("coding", Rule::Read), ("text", Rule::Harmless(METADATA))],
		)?;
		let codings = members.get("coding").cloned().unwrap_or_default();
		for coding in notes.list(&format!("{path}.coding"), &codings)? {
			let (system, code) = notes.coding(&format!("{path}.coding"), coding)?;
			if system == CONSENT_ACTION {
				found.insert(code);
			}
		}
	}
	for (needed, _) in ACTIONS {
		if !found.remove(needed) {
			notes.refuse(path, format!("a clause allows to {needed} data, and this does not"));
		}
	}
	for more in found {
		notes.pass(path, format!("a clause does not allow '{}'", more.escape_debug()));
	}
	Some(())
}

/// The one dataset that is consented to.
fn dataset(notes: &mut Notes, path: &str, data: &Value) -> Option<DatasetId> {
	let [instance] = notes.list(path, data)?.as_slice() else {
		notes.refuse(path, "write one dataset");
		return None;
	};
	let place = &format!("{path}[0]");
	let members =
		notes.members(place, instance, &[("meaning", Rule::Read), ("reference", Rule::Read)])?;
	let reference = notes.members(
		&format!("{place}.reference"),
		members.get("reference").unwrap_or(&Value::Null),
		&[("identifier", Rule::Read), ("display", Rule::Harmless(METADATA))],
	)?;
	let identifier = notes.members(
		&format!("{place}.reference.identifier"),
		reference.get("identifier").unwrap_or(&Value::Null),
		&[("system", Rule::Read), ("value", Rule::Read)],
	)?;
	let text = |name| identifier.get(name).and_then(Value::as_str);
	let id = text("value")
		.filter(|_| text("system") == Some(DATASET))
		.and_then(|id| id.parse().ok());
	if id.is_none() || members.get("meaning").and_then(Value::as_str) != Some("instance") {
		notes.refuse(place, format!("name a dataset itself (instance) by its number in {DATASET}"));
		return None;
	}
	id
}
