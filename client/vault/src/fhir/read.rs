//! Reading resources element by element, so that nothing is passed over.

use std::fmt;

use serde::{
	de::{Error as _, MapAccess, SeqAccess, Visitor},
	Deserialize, Deserializer,
};
use serde_json::{Map, Number, Value};

use super::{codes::UCUM, Finding};
use crate::duo::{json, FormError};

/// Reads JSON in which no object has a member twice: of two, readers take one or the other.
///
/// # Errors
/// What is wrong, and where.
pub fn read_unique(text: &str) -> Result<Value, FormError> {
	json::read::<Unique>(text).map(|unique| unique.0)
}

struct Unique(Value);

impl<'de> Deserialize<'de> for Unique {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		deserializer.deserialize_any(UniqueVisitor).map(Self)
	}
}

struct UniqueVisitor;

impl<'de> Visitor<'de> for UniqueVisitor {
	type Value = Value;

	fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("a JSON value")
	}

	fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
		Ok(value.into())
	}

	fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
		Ok(value.into())
	}

	fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
		Ok(value.into())
	}

	fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
		Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
	}

	fn visit_str<E>(self, value: &str) -> Result<Value, E> {
		Ok(value.into())
	}

	fn visit_unit<E>(self) -> Result<Value, E> {
		Ok(Value::Null)
	}

	fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
		let mut values = Vec::new();
		while let Some(Unique(value)) = list.next_element()? {
			values.push(value);
		}
		Ok(values.into())
	}

	fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
		let mut members = Map::new();
		while let Some((name, Unique(value))) = map.next_entry::<String, _>()? {
			if members.contains_key(&name) {
				return Err(A::Error::custom(format!("duplicate field `{name}`")));
			}
			members.insert(name, value);
		}
		Ok(members.into())
	}
}

/// What is done with an element.
#[derive(Clone, Copy)]
pub enum Rule {
	/// It is read.
	Read,
	/// A policy says the same without it. It is reported.
	Harmless(&'static str),
	/// A policy without it would allow more.
	Refused(&'static str),
}

/// What was found on the way.
#[derive(Default)]
pub struct Notes {
	/// What was left out, and changes nothing.
	pub harmless: Vec<Finding>,
	/// What cannot be left out.
	pub refused: Vec<Finding>,
}

impl Notes {
	/// Something changes nothing.
	pub fn pass(&mut self, path: impl Into<String>, what: impl Into<String>) {
		self.harmless.push(Finding::new(path, what));
	}

	/// Something cannot be left out.
	pub fn refuse(&mut self, path: impl Into<String>, what: impl Into<String>) {
		self.refused.push(Finding::new(path, what));
	}

	/// The members of an object, each of which has its rule. What has none is refused.
	pub fn members<'v>(
		&mut self,
		path: &str,
		value: &'v Value,
		rules: &[(&str, Rule)],
	) -> Option<&'v Map<String, Value>> {
		let Some(members) = value.as_object() else {
			self.refuse(path, "it is no object");
			return None;
		};
		for name in members.keys() {
			let place = || format!("{path}.{}", name.escape_debug());
			match rules.iter().find(|(known, _)| known == name) {
				Some((_, Rule::Read)) => {},
				Some((_, Rule::Harmless(what))) => self.pass(place(), *what),
				Some((_, Rule::Refused(what))) => self.refuse(place(), *what),
				None => self.refuse(
					place(),
					"it is not known here and may restrict: leave it out if it does not",
				),
			}
		}
		Some(members)
	}

	/// The values of a list.
	pub fn list<'v>(&mut self, path: &str, value: &'v Value) -> Option<&'v Vec<Value>> {
		let list = value.as_array();
		if list.is_none() {
			self.refuse(path, "it is no list");
		}
		list
	}

	/// A text.
	pub fn text(&mut self, path: &str, value: &Value) -> Option<String> {
		let text = value.as_str().map(str::to_owned);
		if text.is_none() {
			self.refuse(path, "it is no text");
		}
		text
	}

	/// True or false.
	pub fn truth(&mut self, path: &str, value: &Value) -> Option<bool> {
		let truth = value.as_bool();
		if truth.is_none() {
			self.refuse(path, "it is neither true nor false");
		}
		truth
	}

	/// The system and the code of a coding.
	pub fn coding(&mut self, path: &str, value: &Value) -> Option<(String, String)> {
		const RULES: [(&str, Rule); 4] = [
			("system", Rule::Read),
			("code", Rule::Read),
			("display", Rule::Read),
			("version", Rule::Harmless("codes are read as of every version of their system")),
		];
		let members = self.members(path, value, &RULES)?;
		let mut part = |name| {
			let text = members.get(name).and_then(Value::as_str).map(str::to_owned);
			if text.is_none() {
				self.refuse(path, format!("the coding has no {name}"));
			}
			text
		};
		part("system").zip(part("code"))
	}

	/// A whole number above zero of one of these units, and which one.
	pub fn duration(&mut self, path: &str, value: &Value, units: &[&str]) -> Option<(u64, String)> {
		const RULES: [(&str, Rule); 4] = [
			("value", Rule::Read),
			("unit", Rule::Read),
			("system", Rule::Read),
			("code", Rule::Read),
		];
		let members = self.members(path, value, &RULES)?;
		let text = |name| members.get(name).and_then(Value::as_str);
		let number = members.get("value").and_then(Value::as_u64).filter(|number| *number > 0);
		let unit = text("code").filter(|unit| units.contains(unit) && text("system") == Some(UCUM));
		let duration = number.zip(unit.map(str::to_owned));
		if duration.is_none() {
			let units = units.join(" or ");
			self.refuse(
				path,
				format!("write a whole number above zero with the code {units} of {UCUM}"),
			);
		}
		duration
	}
}
