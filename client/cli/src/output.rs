//! What a command has to say: for people line by line, with `--json` as one object.

use anyhow::Context;
use clap::{builder::Styles, error::ErrorKind};
use serde::Serialize;
use serde_json::{Map, Value};
use std::{
	fmt::Display,
	io::{self, Write},
};

/// The answer of a command, told once for both kinds of readers.
#[derive(Debug, Default)]
pub struct Report {
	fields: Map<String, Value>,
	entries: Vec<Value>,
	lines: Vec<String>,
}

impl Report {
	/// An empty answer.
	pub fn new() -> Self {
		Self::default()
	}

	/// A named value. People see its `Display`, JSON readers its `Serialize`.
	pub fn field(self, name: &str, value: impl Serialize + Display) -> anyhow::Result<Self> {
		let text = value.to_string();
		self.pair(name, value, text)
	}

	/// A named value that reads otherwise in JSON than for people.
	pub fn pair(
		self,
		name: &str,
		value: impl Serialize,
		text: impl Display,
	) -> anyhow::Result<Self> {
		let line = format!("{:<14} {text}", name.replace('_', " "));
		Ok(self.value(name, value)?.line(line))
	}

	/// A named value that may be missing: `none` for people, `null` for JSON readers.
	pub fn optional(
		self,
		name: &str,
		value: Option<impl Serialize + Display>,
	) -> anyhow::Result<Self> {
		match value {
			Some(value) => self.field(name, value),
			None => self.pair(name, Value::Null, "none"),
		}
	}

	/// A named value for JSON readers only.
	pub fn value(mut self, name: &str, value: impl Serialize) -> anyhow::Result<Self> {
		let value = serde_json::to_value(value).context("This answer cannot be shown as JSON.")?;
		self.fields.insert(name.into(), value);
		Ok(self)
	}

	/// A named list of which the lines are there already: `none` for people if it is empty.
	pub fn list(self, name: &str, values: Vec<Value>) -> anyhow::Result<Self> {
		let report = if values.is_empty() { self.line("none") } else { self };
		report.value(name, values)
	}

	/// Something to think about before going on.
	pub fn warnings(self, warnings: &[String]) -> anyhow::Result<Self> {
		let report = self.value("warnings", warnings)?;
		Ok(warnings
			.iter()
			.fold(report, |report, warning| report.line(format!("warning: {warning}"))))
	}

	/// One of many entries: a line for people, for JSON readers an object on a line of its own.
	pub fn entry(mut self, value: impl Serialize, line: impl Into<String>) -> anyhow::Result<Self> {
		let value = serde_json::to_value(value).context("This answer cannot be shown as JSON.")?;
		self.entries.push(value);
		Ok(self.line(line))
	}

	/// A line for people only.
	pub fn line(mut self, line: impl Into<String>) -> Self {
		self.lines.push(line.into());
		self
	}

	/// This answer, and then the `other` one.
	pub fn and(mut self, other: Report) -> Self {
		self.fields.extend(other.fields);
		self.entries.extend(other.entries);
		self.lines.extend(other.lines);
		self
	}

	/// For JSON readers: one object, or the entries where there are some.
	fn json(self) -> String {
		match self.entries.as_slice() {
			[] => Value::Object(self.fields).to_string(),
			entries => entries.iter().map(Value::to_string).collect::<Vec<_>>().join("\n"),
		}
	}

	/// Writes the answer to the standard output. An empty answer leaves it as it is.
	pub fn print(self, json: bool) -> anyhow::Result<()> {
		if self.fields.is_empty() && self.lines.is_empty() {
			return Ok(());
		}
		let text = if json { self.json() } else { self.lines.join("\n") };
		match writeln!(io::stdout().lock(), "{text}") {
			// The reader has seen enough.
			Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
			other => other.context("The answer could not be written to the standard output."),
		}
	}
}

/// Whether it is no error, but that whoever reads the standard output has seen enough. Files have other errors.
pub fn reader_left(error: &anyhow::Error) -> bool {
	matches!(
		error.downcast_ref(),
		Some(ownome_vault::Error::Write(source)) if source.kind() == io::ErrorKind::BrokenPipe
	)
}

/// Writes an error to the standard error, with `--json` as an object with the one field `error`.
pub fn print_error(error: &anyhow::Error, json: bool) {
	let sentence = sentence(error);
	if json {
		print_json_error(&sentence);
	} else {
		// The style of the errors of the command line; the stream leaves it out where nobody would see colours, or wants none.
		let style = Styles::styled().get_error().to_owned();
		let _ = writeln!(anstream::stderr().lock(), "{style}error:{style:#} {sentence}");
	}
}

/// Writes what is wrong with a command line as an object with the one field `error`.
pub fn print_usage(error: &clap::Error) {
	let text = error.to_string();
	// Then come the usage and hints, over many lines.
	let first = text.split("\n\n").next().unwrap_or_default();
	let words: Vec<_> = first.trim_start_matches("error: ").split_whitespace().collect();
	print_json_error(&match error.kind() {
		// Here the text is the whole help.
		ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
			"The command is incomplete: see `ownome --help`.".into()
		},
		_ => format!("{}: see `ownome --help`.", words.join(" ")),
	});
}

/// What went wrong as one sentence, each cause once: some errors repeat theirs, others leave that to their reader.
pub fn sentence(error: &anyhow::Error) -> String {
	let mut told = String::new();
	for cause in error.chain().map(ToString::to_string) {
		let cause = cause.trim_end_matches('.');
		if told.is_empty() {
			told.push_str(cause);
		} else if !told.contains(cause) {
			told = format!("{told}: {cause}");
		}
	}
	told + "."
}

/// Writes what there is to know besides the answer to the standard error.
pub fn print_notes<T: Display>(notes: &[T]) {
	for note in notes {
		print_line(&format!("note: {note}"));
	}
}

fn print_json_error(error: &str) {
	print_line(&serde_json::json!({ "error": error }).to_string());
}

fn print_line(line: &str) {
	// Where the standard error is closed, the exit code has to say it all.
	let _ = writeln!(io::stderr().lock(), "{line}");
}

/// 32 bytes in hex with `0x`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hex(pub [u8; 32]);

impl Display for Hex {
	fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		write!(f, "0x{}", hex::encode(self.0))
	}
}

impl Serialize for Hex {
	fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::time::Time;

	#[test]
	fn people_and_json_readers_get_the_same_values() {
		let report = Report::new()
			.field("registered_at", Time(1_763_632_800_000))
			.and_then(|report| report.optional("attester", None::<String>))
			.and_then(|report| report.value("events", ["x"]))
			.unwrap();
		assert_eq!(
			Value::Object(report.fields),
			serde_json::json!({ "registered_at": 1_763_632_800_000u64, "attester": null, "events": ["x"] })
		);
		assert_eq!(report.lines, ["registered at  2025-11-20T10:00:00Z", "attester       none"]);
	}

	#[test]
	fn entries_are_objects_on_lines_of_their_own() {
		let report = Report::new()
			.entry(serde_json::json!({ "at": 1 }), "one")
			.and_then(|report| report.entry(serde_json::json!({ "at": 2 }), "two"))
			.unwrap();
		assert_eq!(report.lines, ["one", "two"]);
		assert_eq!(report.json(), "{\"at\":1}\n{\"at\":2}");
	}

	#[test]
	fn a_list_without_anything_says_so() {
		let report = Report::new().list("grants", Vec::new()).unwrap();
		assert_eq!(report.lines, ["none"]);
		assert_eq!(report.json(), "{\"grants\":[]}");
	}

	#[test]
	fn an_error_is_one_sentence_that_tells_each_cause_once() {
		let cause = || io::Error::from_raw_os_error(2);
		let path = "me.sec".into();
		let error = ownome_vault::Error::ReadPath { path, source: cause() };
		assert_eq!(
			sentence(&error.into()),
			"Could not read me.sec, check that it exists and that you may read it: No such file or directory (os error 2)."
		);
		let error = anyhow::Error::new(cause()).context("The file cannot be read.");
		assert_eq!(
			sentence(&error),
			"The file cannot be read: No such file or directory (os error 2)."
		);
	}

	#[test]
	fn hashes_have_64_digits() {
		let mut bytes = [0; 32];
		bytes[31] = 0xab;
		assert_eq!(Hex(bytes).to_string(), format!("0x{}ab", "00".repeat(31)));
	}
}
