//! Terms of the Data Use Ontology as extensions.

use ownome_primitives::duo::Term;
use serde_json::{json, Value};

use super::{
	codes::{coding, DATA_USE_TERM, DUO, ISO_3166, MONDO, OBO, UCUM},
	read::{Notes, Rule},
};
use crate::duo::terms::Words;

/// The unit of a time limit.
const MONTH: &str = "mo";

/// The extension for a term with its parameters.
pub fn write(words: &Words) -> Value {
	let term = words.term;
	let code = coding(DUO, &term.to_string(), term.label());
	let mut parts = vec![json!({ "url": "term", "valueCoding": code })];
	let values = words.words.iter().flatten();
	parts.extend(values.map(|word| {
		let (name, value) = value(term, word);
		json!({ "url": "value", name: value })
	}));
	json!({ "url": DATA_USE_TERM, "extension": parts })
}

/// The data type that the values of a term have.
fn type_of(term: Term) -> &'static str {
	match term {
		Term::Disease | Term::ResearchSpecific | Term::Geography => "valueCoding",
		Term::Moratorium => "valueDate",
		Term::TimeLimit => "valueDuration",
		_ => "valueString",
	}
}

fn value(term: Term, word: &str) -> (&'static str, Value) {
	let value = match term {
		Term::Disease => json!({ "system": MONDO, "code": word }),
		Term::ResearchSpecific => json!({ "system": DUO, "code": word }),
		Term::Geography => json!({ "system": ISO_3166, "code": word }),
		Term::TimeLimit => match word.parse::<u16>() {
			Ok(months) => {
				json!({ "value": months, "unit": "months", "system": UCUM, "code": MONTH })
			},
			Err(_) => word.into(),
		},
		_ => word.into(),
	};
	(type_of(term), value)
}

/// Reads an extension for a term.
pub fn read(notes: &mut Notes, path: &str, extension: &Value) -> Option<Words> {
	const RULES: [(&str, Rule); 2] = [("url", Rule::Read), ("extension", Rule::Read)];
	let members = notes.members(path, extension, &RULES)?;
	let path = &format!("{path}.extension");
	let parts = notes.list(path, members.get("extension").unwrap_or(&Value::Null))?;
	let is_term = |part: &&Value| part.get("url").and_then(Value::as_str) == Some("term");
	let Some(term) = parts.iter().find(is_term) else {
		notes.refuse(path, "it names no term of the Data Use Ontology");
		return None;
	};
	let term = self::term(notes, path, term)?;
	let mut words = Vec::new();
	for (number, part) in parts.iter().enumerate() {
		let path = format!("{path}[{number}]");
		match part.get("url").and_then(Value::as_str) {
			Some("term") => {},
			Some("value") => words.push(word(notes, &path, term, part)?),
			_ => notes.refuse(&path, "write the term as term and each of its parameters as value"),
		}
	}
	if parts.iter().filter(is_term).count() > 1 {
		notes.refuse(path, "it names more than one term");
	}
	Some(Words { term, words: (!words.is_empty()).then_some(words) })
}

fn term(notes: &mut Notes, path: &str, part: &Value) -> Option<Term> {
	let members = notes.members(path, part, &[("url", Rule::Read), ("valueCoding", Rule::Read)])?;
	let Some(coding) = members.get("valueCoding") else {
		notes.refuse(path, "the term has no valueCoding");
		return None;
	};
	let code = code(notes, path, coding, DUO)?;
	match code.parse() {
		Ok(term) => Some(term),
		Err(hint) => {
			notes.refuse(path, hint.to_string());
			None
		},
	}
}

/// The word that stands for a value. Whether it is one for the term is seen when the policy is put together.
fn word(notes: &mut Notes, path: &str, term: Term, part: &Value) -> Option<String> {
	let name = type_of(term);
	let members = notes.members(path, part, &[("url", Rule::Read), (name, Rule::Read)])?;
	let Some(value) = members.get(name) else {
		notes.refuse(path, format!("a value of {term} ({}) stands in {name}", term.label()));
		return None;
	};
	match term {
		Term::Disease => code(notes, path, value, MONDO),
		Term::ResearchSpecific => code(notes, path, value, DUO),
		Term::Geography => code(notes, path, value, ISO_3166),
		Term::TimeLimit => {
			notes.duration(path, value, &[MONTH]).map(|(months, _)| months.to_string())
		},
		_ => notes.text(path, value),
	}
}

/// The code of a coding in a system. Terms of the ontology may be written in the way of OBO as well.
fn code(notes: &mut Notes, path: &str, value: &Value, system: &str) -> Option<String> {
	let (found, code) = notes.coding(path, value)?;
	match code.strip_prefix("DUO_") {
		Some(number) if system == DUO && found == OBO => return Some(format!("DUO:{number}")),
		_ if found == system => return Some(code),
		_ => {},
	}
	notes.refuse(path, format!("use a code of {system}, not of '{}'", found.escape_debug()));
	None
}
