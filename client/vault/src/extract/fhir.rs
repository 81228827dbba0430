//! Bundles of FHIR in JSON. A resource passes as it is written, but for what it says of resources that are not granted, or not at all.

use std::{
	fmt,
	io::{BufRead, Write},
};

use serde::{
	de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor},
	Deserialize, Deserializer, Serialize,
};
use serde_json::{value::RawValue, Value};

use super::{references::mask, CutError};
use crate::{fhir::read_unique, Error, Result};

const BUNDLE: &str = "fhir-bundle";
const TYPE: &str = "resourceType";
/// The bundles that are lists. In others the first entry speaks of the rest.
const LISTS: [&str; 7] = [
	"batch",
	"batch-response",
	"collection",
	"history",
	"searchset",
	"transaction",
	"transaction-response",
];

/// Writes the resources of the types in a Bundle, in a Bundle of the same type.
pub(super) fn cut(input: impl BufRead, mut output: impl Write, types: &[&str]) -> Result<()> {
	let mut json = serde_json::Deserializer::from_reader(input);
	let mut cut = Cut { output: &mut output, types, members: 0, number: 0, failed: None };
	let read = cut.deserialize(&mut json).and_then(|()| json.end());
	match (cut.failed, read) {
		(Some(error), _) => return Err(error),
		(None, Err(error)) => {
			let reason = match error.classify() {
				serde_json::error::Category::Data => "it is no Bundle of FHIR",
				_ => "it is not JSON",
			};
			return Err(CutError::Malformed { format: BUNDLE, reason }.into());
		},
		(None, Ok(())) => {},
	}
	output.write_all(b"}\n").map_err(Error::Write)?;
	output.flush().map_err(Error::Write)
}

/// Refuses what has a resource of another type anywhere inside: contained in it, in a Bundle, or a parameter.
fn check_inside(value: &Value, types: &[&str], number: u64) -> Result<()> {
	let inside: Box<dyn Iterator<Item = &Value>> = match value {
		Value::Object(members) => {
			if let Some(Value::String(found)) = members.get(TYPE) {
				if !types.contains(&&**found) {
					let resource_type = found.chars().filter(char::is_ascii_alphabetic).take(64);
					return Err(CutError::Nested {
						number,
						resource_type: resource_type.collect(),
					}
					.into());
				}
			}
			Box::new(members.values())
		},
		Value::Array(values) => Box::new(values.iter()),
		_ => return Ok(()),
	};
	inside.into_iter().try_for_each(|value| check_inside(value, types, number))
}

/// What reads a Bundle and writes another, an entry at a time.
struct Cut<'a, W> {
	output: W,
	types: &'a [&'a str],
	/// How many members of the Bundle are written.
	members: u64,
	/// The number of the entry that is looked at.
	number: u64,
	/// Why it ended, where that is not for the reader of JSON to say.
	failed: Option<Error>,
}

/// An entry. What else it may say is left out, or changes what the rest means, and then it is refused.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Entry<'a> {
	#[serde(borrow, rename = "fullUrl", skip_serializing_if = "Option::is_none")]
	full_url: Option<&'a RawValue>,
	#[serde(borrow, skip_serializing_if = "Option::is_none")]
	resource: Option<&'a RawValue>,
	#[serde(borrow, skip_serializing_if = "Option::is_none")]
	search: Option<&'a RawValue>,
	#[serde(borrow, skip_serializing_if = "Option::is_none")]
	request: Option<&'a RawValue>,
	#[serde(borrow, skip_serializing_if = "Option::is_none")]
	response: Option<&'a RawValue>,
	#[serde(rename(deserialize = "id"), skip_serializing)]
	_id: Option<IgnoredAny>,
	#[serde(rename(deserialize = "link"), skip_serializing)]
	_link: Option<IgnoredAny>,
	#[serde(rename(deserialize = "extension"), skip_serializing)]
	_extension: Option<IgnoredAny>,
}

/// Whether a request says by a search, which may be for a patient number, what it is about.
fn searches(request: &Value) -> bool {
	let url = request.get("url").and_then(Value::as_str).unwrap_or_default();
	request.get("ifNoneExist").is_some() || url.contains('?')
}

/// What stays of the `meta` of a Bundle. Tags, labels and extensions go.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct Meta {
	#[serde(skip_serializing_if = "Option::is_none")]
	version_id: Option<String>,
	#[serde(skip_serializing_if = "Option::is_none")]
	last_updated: Option<String>,
	#[serde(skip_serializing_if = "Option::is_none")]
	profile: Option<Vec<String>>,
}

impl Meta {
	fn is_empty(&self) -> bool {
		self.version_id.is_none() && self.last_updated.is_none() && self.profile.is_none()
	}
}

impl<W: Write> Cut<'_, W> {
	fn put(&mut self, bytes: &[u8]) -> Result<()> {
		self.output.write_all(bytes).map_err(Error::Write)
	}

	/// Writes what stands before the value of a member of the Bundle.
	fn name(&mut self, name: &str) -> Result<()> {
		let before = if self.members == 0 { "{" } else { "," };
		self.members += 1;
		self.put(format!("{before}\"{name}\":").as_bytes())
	}

	fn member(&mut self, name: &str, value: &impl Serialize) -> Result<()> {
		let value = serde_json::to_vec(value).map_err(|_| CutError::Malformed {
			format: BUNDLE,
			reason: "a member of the Bundle cannot be written",
		})?;
		self.name(name)?;
		self.put(&value)
	}

	/// Writes an entry, if its resource is of one of the types, and says whether it was. `first` is whether none was written before.
	fn entry(&mut self, entry: &RawValue, first: bool) -> Result<bool> {
		let (number, types) = (self.number, self.types);
		let wrong = |reason| CutError::Record { number, format: BUNDLE, reason };
		let read = read_unique(entry.get()).map_err(|_| wrong("it has a member twice"))?;
		let parts: Entry<'_> = serde_json::from_str(entry.get()).map_err(|_| {
			wrong("it has members that an entry of a Bundle does not have, or a modifierExtension")
		})?;
		let Some(resource) = read.get("resource") else { return Ok(false) };
		let found = resource.get(TYPE).and_then(Value::as_str);
		if !types.contains(&found.ok_or_else(|| wrong("it has no resourceType"))?) {
			return Ok(false);
		}
		check_inside(&read, types, number)?;
		if read.get("request").is_some_and(searches) {
			return Err(CutError::Search { number }.into());
		}
		if first {
			self.name("entry")?;
		}
		self.put(if first { b"[\n" } else { b",\n" })?;
		let text = serde_json::to_string(&parts).and_then(|text| mask(&text, types));
		self.put(text.map_err(|_| wrong("it cannot be written"))?.as_bytes())?;
		Ok(true)
	}

	/// Keeps an error for the caller.
	fn keep<T, E: serde::de::Error>(&mut self, made: Result<T>) -> Result<T, E> {
		made.map_err(|error| {
			self.failed = Some(error);
			E::custom("see the error that was kept")
		})
	}
}

impl<'de, W: Write> DeserializeSeed<'de> for &mut Cut<'_, W> {
	type Value = ();

	fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
		deserializer.deserialize_map(self)
	}
}

impl<'de, W: Write> Visitor<'de> for &mut Cut<'_, W> {
	type Value = ();

	fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("a Bundle")
	}

	fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
		let mut seen = Vec::new();
		let (mut is_bundle, mut has_type) = (false, false);
		while let Some(name) = members.next_key::<String>()? {
			if seen.contains(&name) {
				return Err(A::Error::custom("a member is there twice"));
			}
			match name.as_str() {
				TYPE => {
					is_bundle = members.next_value::<String>()? == "Bundle";
					let written = self.name(TYPE).and_then(|()| self.put(b"\"Bundle\""));
					self.keep(written)?;
				},
				"type" => {
					has_type = true;
					let found = members.next_value::<String>()?;
					let written = match LISTS.contains(&found.as_str()) {
						true => self
							.name("type")
							.and_then(|()| self.put(format!("\"{found}\"").as_bytes())),
						false => {
							let bundle_type =
								found.chars().filter(char::is_ascii_graphic).take(64).collect();
							Err(CutError::Bundle { bundle_type }.into())
						},
					};
					self.keep(written)?;
				},
				"entry" => members.next_value_seed(Entries(&mut *self))?,
				"implicitRules" | "language" | "timestamp" => {
					let value = members.next_value::<String>()?;
					let written = self.member(&name, &value);
					self.keep(written)?;
				},
				"meta" => {
					let value = members.next_value::<Meta>()?;
					if !value.is_empty() {
						let written = self.member(&name, &value);
						self.keep(written)?;
					}
				},
				// They are of the whole: its name, how much there is, where the rest is, who signed it.
				"id" | "identifier" | "issues" | "link" | "signature" | "total" => {
					members.next_value::<IgnoredAny>()?;
				},
				_ => return Err(A::Error::custom("a Bundle does not have such a member")),
			}
			seen.push(name);
		}
		match is_bundle && has_type {
			true => Ok(()),
			false => Err(A::Error::custom("it is no Bundle, or has no type")),
		}
	}
}

struct Entries<'c, 'a, W>(&'c mut Cut<'a, W>);

impl<'de, W: Write> DeserializeSeed<'de> for Entries<'_, '_, W> {
	type Value = ();

	fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
		deserializer.deserialize_seq(self)
	}
}

impl<'de, W: Write> Visitor<'de> for Entries<'_, '_, W> {
	type Value = ();

	fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("a list of entries")
	}

	fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
		let Self(cut) = self;
		let mut first = true;
		while let Some(entry) = entries.next_element::<Box<RawValue>>()? {
			cut.number += 1;
			let written = cut.entry(&entry, first);
			first &= !cut.keep(written)?;
		}
		match first {
			true => Ok(()),
			false => {
				let written = cut.put(b"\n]");
				cut.keep(written)
			},
		}
	}
}
