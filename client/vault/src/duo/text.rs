//! The text forms.

use ownome_primitives::duo::{purpose::Field, Policy, Term};
use serde_json::{Map, Value};

use super::{
	terms::{ClauseWords, Words},
	FormError,
};

/// Between two clauses.
const OR: &str = "|";
/// Between the terms of a clause.
const AND: &str = "&";
/// What stands for an empty list.
const NONE: &str = "none";

/// Reads a policy.
pub fn read_policy(text: &str) -> Result<Vec<ClauseWords>, FormError> {
	text.split(OR)
		.enumerate()
		.map(|(number, clause)| read_clause(number, clause))
		.collect()
}

/// Writes a policy.
pub fn write_policy(policy: &Policy) -> String {
	let clauses: Vec<_> = policy.clauses.iter().map(ClauseWords::from).map(write_clause).collect();
	clauses.join(&format!(" {OR} "))
}

fn read_clause(number: usize, text: &str) -> Result<ClauseWords, FormError> {
	let mut terms = text.split(AND).map(str::trim);
	let place = format!("clauses[{number}].permission");
	let permission = read_term(&place, terms.next().unwrap_or_default())?;
	let modifiers = terms.enumerate().map(|(modifier, text)| {
		read_term(&format!("clauses[{number}].modifiers[{modifier}].code"), text)
	});
	Ok(ClauseWords { permission, modifiers: modifiers.collect::<Result<_, _>>()? })
}

fn write_clause(clause: ClauseWords) -> String {
	let terms = [clause.permission].into_iter().chain(clause.modifiers);
	let terms: Vec<_> = terms.map(write_term).collect();
	terms.join(&format!(" {AND} "))
}

/// Reads `GS(GB,SE)`.
fn read_term(place: &str, text: &str) -> Result<Words, FormError> {
	let (name, parameter) = match text.split_once('(') {
		None => (text, None),
		Some((name, rest)) => match rest.strip_suffix(')') {
			None => return Err(FormError::at(place, format!("'{text}' has no closing bracket"))),
			Some(parameter) => (name.trim_end(), Some(parameter)),
		},
	};
	let Some(term) = Term::from_shorthand(name) else {
		let reason = format!(
			"use the shorthand of a permission or modifier of DUO, for example GRU or GS(GB,SE), not '{}'",
			name.escape_debug()
		);
		return Err(FormError::at(place, reason));
	};
	Ok(Words { term, words: parameter.map(read_list) })
}

fn write_term(Words { term, words }: Words) -> String {
	match words {
		None => term.shorthand().into(),
		Some(words) => format!("{}({})", term.shorthand(), words.join(",")),
	}
}

fn read_list(text: &str) -> Vec<String> {
	text.split(',').map(|word| word.trim().into()).collect()
}

/// Reads a purpose, into its JSON form.
pub fn read_purpose(text: &str) -> Result<Value, FormError> {
	let mut form = Map::new();
	for statement in text.split(';').map(str::trim) {
		let Some((name, value)) = statement.split_once('=') else {
			let reason = format!("write name=value, not '{}'", statement.escape_debug());
			return Err(FormError::whole(reason));
		};
		let (name, value) = (name.trim(), value.trim());
		if form.insert(name.into(), read_value(name, value)).is_some() {
			return Err(FormError::at(name, "it is said twice"));
		}
	}
	Ok(form.into())
}

/// Reads a value as the kind of JSON value that the field has, as far as it is one.
fn read_value(name: &str, value: &str) -> Value {
	let field = Field::ALL.into_iter().find(|field| field.name() == name);
	let truth = value.parse::<bool>().map(Value::from);
	match field {
		Some(Field::Sensitive) if value == NONE => Value::Array(Vec::new()),
		Some(Field::Sensitive) => read_list(value).into(),
		Some(Field::Months) => value.parse::<u64>().map_or_else(|_| value.into(), Value::from),
		Some(
			Field::Kind
			| Field::Disease
			| Field::Country
			| Field::Project
			| Field::Institution
			| Field::User,
		)
		| None => value.into(),
		Some(_) => truth.unwrap_or_else(|_| value.into()),
	}
}

/// Writes a purpose, from its JSON form.
pub fn write_purpose(form: &Value) -> String {
	let fields = Field::ALL.into_iter().map(Field::name);
	let stated = fields.filter_map(|name| Some(format!("{name}={}", write_value(form.get(name)?))));
	stated.collect::<Vec<_>>().join("; ")
}

fn write_value(value: &Value) -> String {
	match value {
		Value::String(word) => word.clone(),
		Value::Array(list) if list.is_empty() => NONE.into(),
		Value::Array(list) => list.iter().map(write_value).collect::<Vec<_>>().join(","),
		other => other.to_string(),
	}
}
