//! What the reader of JSON finds wrong, in words for whoever wrote the file.

use serde_json::error::{Category, Error};

/// What the reader expects, and what to write.
const EXPECTED: [(&str, &str); 11] = [
	("a boolean", "true or false"),
	("a string", "a text in quotes"),
	("a sequence", "a list in square brackets"),
	("a nonzero u16", "a whole number from 1 to 65535"),
	("a nonzero u64", "a whole number above zero"),
	("struct ConsentPolicyForm", "an object with the field clauses"),
	("struct ConsentClauseForm", "an object with the field permission"),
	("struct PolicyForm", "an object with the field clauses"),
	("struct ClauseForm", "an object with the field permission"),
	("struct ModifierForm", "an object with the field code"),
	("struct PurposeForm", "an object with the fields of a purpose"),
];

/// What the reader found, and what that is.
const FOUND: [(&str, &str); 6] = [
	("string", "the text"),
	("integer", "the number"),
	("floating point", "the number"),
	("boolean", ""),
	("map", "an object"),
	("sequence", "a list"),
];

/// What is wrong, and what to write.
pub fn in_words(error: &Error) -> String {
	let (line, column) = (error.line(), error.column());
	match error.classify() {
		Category::Syntax | Category::Eof | Category::Io => format!(
			"this is no JSON from column {column} of line {line} on: see whether a quote, a comma or a bracket is missing"
		),
		Category::Data => {
			let text = error.to_string();
			let place = format!(" at line {line} column {column}");
			rephrase(text.strip_suffix(&place).unwrap_or(&text)).replace('`', "")
		},
	}
}

fn rephrase(text: &str) -> String {
	let wrong = ["invalid type: ", "invalid value: "]
		.iter()
		.find_map(|start| text.strip_prefix(start));
	if let Some((found, expected)) = wrong.and_then(|wrong| wrong.rsplit_once(", expected ")) {
		let expected = EXPECTED
			.iter()
			.find_map(|(theirs, ours)| (*theirs == expected).then_some(*ours))
			.unwrap_or(expected);
		return format!("write {expected}, not {}", name(found));
	}
	// A list in the place of an object: its entries are taken for the fields.
	if let Some((_, expected)) = text
		.strip_prefix("invalid length ")
		.and_then(|rest| rest.split_once(", expected "))
	{
		let expected = EXPECTED
			.iter()
			.find_map(|(theirs, ours)| expected.starts_with(theirs).then_some(*ours))
			.unwrap_or(expected);
		return format!("write {expected}, not a list");
	}
	if let Some(field) = text.strip_prefix("missing field ") {
		return format!("the field {field} is missing");
	}
	if let Some(field) = text.strip_prefix("duplicate field ") {
		return format!("the field {field} is there twice");
	}
	match text
		.strip_prefix("unknown field ")
		.and_then(|rest| rest.split_once(", expected "))
	{
		Some((field, known)) => format!("unknown field {field}: use {known}"),
		None => text.into(),
	}
}

fn name(found: &str) -> String {
	let name = FOUND.iter().find_map(|(theirs, ours)| {
		let value = found.strip_prefix(theirs)?;
		Some(format!("{ours}{value}").trim_start().to_owned())
	});
	name.unwrap_or_else(|| found.into())
}
