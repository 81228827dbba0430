//! References of FHIR to what was not granted: which resource it is stays, and what it says of that resource goes.

use std::fmt;

use serde::{
	de::{MapAccess, Visitor},
	Deserialize, Deserializer,
};
use serde_json::value::RawValue;

const REFERENCE: &str = "reference";
const IDENTIFIER: &str = "identifier";
const DISPLAY: &str = "display";
const TYPE: &str = "type";
/// All that a Reference may have.
const OF_REFERENCES: [&str; 9] =
	["_display", "_reference", "_type", DISPLAY, "extension", "id", IDENTIFIER, REFERENCE, TYPE];
/// What stays of a Reference of which nothing else stays: an element must not be empty.
const MASKED: &str = r#"{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}"#;

/// The members of an object as they are written, in their order.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		deserializer.deserialize_map(MembersVisitor)
	}
}

struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
	type Value = Members<'de>;

	fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("a JSON object")
	}

	fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
		let mut members = Vec::new();
		while let Some(member) = map.next_entry()? {
			members.push(member);
		}
		Ok(Members(members))
	}
}

impl<'a> Members<'a> {
	fn get(&self, name: &str) -> Option<&'a str> {
		self.0.iter().find(|(found, _)| found == name).map(|(_, value)| value.get())
	}

	/// The value of a member, if it is a string.
	fn string(&self, name: &str) -> Option<String> {
		serde_json::from_str(self.get(name)?).ok()
	}

	/// Whether it is a Reference, as far as one can see without the definition of the resource. `name` is that of the member it is the value of.
	fn is_reference(&self, name: &str) -> bool {
		if let Some(reference) = self.get(REFERENCE) {
			// In other elements it is a Reference itself.
			return !reference.starts_with(['{', '[']);
		}
		// A Coding may have nothing but a display either.
		let is_coding = name == "coding" || name.ends_with("Coding");
		let begins = |name, with| self.get(name).is_some_and(|value| value.starts_with(with));
		!is_coding
			&& self.0.iter().all(|(name, _)| OF_REFERENCES.contains(&name.as_str()))
			&& [DISPLAY, "_display", IDENTIFIER].iter().any(|name| self.get(name).is_some())
			&& !begins(IDENTIFIER, '[')
			&& !begins(TYPE, '{')
	}

	/// Whether it says of which type the resource is, and all that it says is granted.
	fn is_granted(&self, types: &[&str]) -> bool {
		let reference = self.string(REFERENCE);
		let said = [reference.as_deref().and_then(type_of).map(Into::into), self.string(TYPE)];
		let mut said = said.iter().flatten().peekable();
		said.peek().is_some() && said.all(|found| types.contains(&found.as_str()))
	}

	/// What stays of a Reference to what is not granted.
	fn masked(&self) -> Vec<(String, String)> {
		let stays = |name: &str, value: &str| match name {
			"id" | TYPE => true,
			// Which one may also be told by a search for the number of a patient.
			REFERENCE => !value.contains('?'),
			_ => false,
		};
		[REFERENCE, TYPE, "id"]
			.into_iter()
			.filter_map(|name| Some((name.to_owned(), self.string(name)?)))
			.filter(|(name, value)| stays(name, value))
			.collect()
	}
}

/// The type in a reference like `Patient/1`, `https://example.org/fhir/Patient/1` or `Patient/1/_history/2`.
fn type_of(reference: &str) -> Option<&str> {
	let place = reference.split("/_history/").next()?;
	let mut parts = place.rsplit('/');
	let (_id, found) = (parts.next()?, parts.next()?);
	let is_type = found.starts_with(|first: char| first.is_ascii_uppercase())
		&& found.bytes().all(|byte| byte.is_ascii_alphabetic());
	is_type.then_some(found)
}

/// Writes the JSON again, with the References to other types than these without display, identifier and extensions. All else is as it was
/// written, but for the space between.
pub(super) fn mask(json: &str, types: &[&str]) -> serde_json::Result<String> {
	let mut masked = String::with_capacity(json.len());
	copy(json, "", types, &mut masked)?;
	Ok(masked)
}

fn copy(json: &str, name: &str, types: &[&str], out: &mut String) -> serde_json::Result<()> {
	match json.as_bytes().first() {
		Some(b'{') => {
			let members: Members<'_> = serde_json::from_str(json)?;
			if members.is_reference(name) && !members.is_granted(types) {
				let stays = members.masked();
				if stays.is_empty() {
					out.push_str(MASKED);
					return Ok(());
				}
				for (index, (name, value)) in stays.iter().enumerate() {
					out.push(if index == 0 { '{' } else { ',' });
					put_name(name, out)?;
					out.push_str(&serde_json::to_string(value)?);
				}
			} else {
				if members.0.is_empty() {
					out.push('{');
				}
				for (index, (name, value)) in members.0.iter().enumerate() {
					out.push(if index == 0 { '{' } else { ',' });
					put_name(name, out)?;
					copy(value.get(), name, types, out)?;
				}
			}
			out.push('}');
		},
		Some(b'[') => {
			let values: Vec<&RawValue> = serde_json::from_str(json)?;
			out.push('[');
			for (index, value) in values.iter().enumerate() {
				if index > 0 {
					out.push(',');
				}
				copy(value.get(), name, types, out)?;
			}
			out.push(']');
		},
		_ => out.push_str(json),
	}
	Ok(())
}

fn put_name(name: &str, out: &mut String) -> serde_json::Result<()> {
	out.push_str(&serde_json::to_string(name)?);
	out.push(':');
	Ok(())
}
