//! The JSON forms.

use std::{
	collections::BTreeSet,
	fmt::{self, Display},
	num::NonZeroU16,
	str::FromStr,
};

use ownome_primitives::{
	duo::{
		purpose::{Kind, Purpose, Sensitivity},
		Clause, Id, Malformed, Policy, Term,
	},
	Mondo,
};
use serde::{
	de::{DeserializeOwned, Error as _, SeqAccess, Visitor},
	Deserialize, Deserializer, Serialize, Serializer,
};
use serde_json::Value;

use super::{
	reader::in_words,
	terms::{self, misread, shape, ClauseWords, IsoCountry, Shape, Words},
	FormError,
};

/// Reads a form from JSON.
pub fn read<T: DeserializeOwned>(json: &str) -> Result<T, FormError> {
	let mut reader = serde_json::Deserializer::from_str(json);
	let form = located(serde_path_to_error::deserialize(&mut reader))?;
	reader.end().map_err(|error| FormError::whole(in_words(&error)))?;
	Ok(form)
}

/// Reads a form from a JSON value.
pub fn from_value<T: DeserializeOwned>(value: Value) -> Result<T, FormError> {
	located(serde_path_to_error::deserialize(value))
}

fn located<T>(
	read: Result<T, serde_path_to_error::Error<serde_json::Error>>,
) -> Result<T, FormError> {
	read.map_err(|error| match error.path().to_string().as_str() {
		"." => FormError::whole(in_words(error.inner())),
		// Where it is no JSON, the place is a line and a column.
		_ if error.inner().is_syntax() || error.inner().is_eof() => {
			FormError::whole(in_words(error.inner()))
		},
		place => FormError::at(place, in_words(error.inner())),
	})
}

/// Writes a form to JSON.
pub fn write<T: Serialize>(form: &T) -> Value {
	serde_json::to_value(form)
		.expect("texts, numbers and lists of them are representable in JSON; qed")
}

/// A policy.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyForm {
	clauses: Vec<ClauseForm>,
}

/// A clause.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClauseForm {
	/// The code of the permission.
	pub permission: Text<Term>,
	/// The diseases, where the permission is for some.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub disease: Option<Parameter>,
	/// The modifiers.
	#[serde(default, skip_serializing_if = "Vec::is_empty")]
	pub modifiers: Vec<ModifierForm>,
}

/// A modifier.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModifierForm {
	code: Text<Term>,
	#[serde(default, skip_serializing_if = "Option::is_none")]
	value: Option<Parameter>,
}

impl TryFrom<PolicyForm> for Policy {
	type Error = FormError;

	fn try_from(form: PolicyForm) -> Result<Self, FormError> {
		terms::policy(form.clauses.into_iter().map(ClauseWords::from).collect())
	}
}

impl From<ClauseForm> for ClauseWords {
	fn from(form: ClauseForm) -> Self {
		let modifier = |ModifierForm { code, value }| Words {
			term: code.0,
			words: value.map(|value| value.words),
		};
		Self {
			permission: Words {
				term: form.permission.0,
				words: form.disease.map(|disease| disease.words),
			},
			modifiers: form.modifiers.into_iter().map(modifier).collect(),
		}
	}
}

impl From<&Policy> for PolicyForm {
	fn from(policy: &Policy) -> Self {
		Self { clauses: policy.clauses.iter().map(ClauseForm::from).collect() }
	}
}

impl From<&Clause> for ClauseForm {
	fn from(clause: &Clause) -> Self {
		let parameter =
			|Words { term, words }| words.map(|words| Parameter { words, shape: shape(term) });
		let modifier =
			|words: Words| ModifierForm { code: Text(words.term), value: parameter(words) };
		let clause = ClauseWords::from(clause);
		Self {
			permission: Text(clause.permission.term),
			disease: parameter(clause.permission),
			modifiers: clause.modifiers.into_iter().map(modifier).collect(),
		}
	}
}

/// The parameter of a term: a number, a text or a list of texts.
pub struct Parameter {
	words: Vec<String>,
	shape: Shape,
}

impl Serialize for Parameter {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		match (self.shape, self.words.first().map(|word| (word, word.parse::<u16>()))) {
			(Shape::Number, Some((_, Ok(number)))) => number.serialize(serializer),
			(Shape::Word, Some((word, _))) => word.serialize(serializer),
			_ => self.words.serialize(serializer),
		}
	}
}

impl<'de> Deserialize<'de> for Parameter {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		deserializer.deserialize_any(AnyParameter)
	}
}

struct AnyParameter;

impl<'de> Visitor<'de> for AnyParameter {
	type Value = Parameter;

	fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("a whole number, a text or a list of texts")
	}

	fn visit_u64<E>(self, number: u64) -> Result<Parameter, E> {
		Ok(Parameter { words: vec![number.to_string()], shape: Shape::Number })
	}

	fn visit_str<E>(self, word: &str) -> Result<Parameter, E> {
		Ok(Parameter { words: vec![word.into()], shape: Shape::Word })
	}

	fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Parameter, A::Error> {
		let mut words = Vec::new();
		while let Some(word) = list.next_element()? {
			words.push(word);
		}
		Ok(Parameter { words, shape: Shape::Words })
	}
}

/// A purpose.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurposeForm {
	#[serde(skip_serializing_if = "Option::is_none")]
	kind: Option<Text<Kind>>,
	#[serde(skip_serializing_if = "Option::is_none")]
	disease: Option<Text<Mondo>>,
	#[serde(skip_serializing_if = "Option::is_none")]
	for_profit: Option<bool>,
	#[serde(skip_serializing_if = "Option::is_none")]
	commercial: Option<bool>,
	#[serde(skip_serializing_if = "Option::is_none")]
	not_for_profit_organisation: Option<bool>,
	#[serde(skip_serializing_if = "Option::is_none")]
	country: Option<Text<IsoCountry>>,
	#[serde(skip_serializing_if = "Option::is_none")]
	genetic_study: Option<bool>,
	#[serde(skip_serializing_if = "Option::is_none")]
	ethics_approval: Option<bool>,
	#[serde(skip_serializing_if = "Option::is_none")]
	will_publish: Option<bool>,
	#[serde(skip_serializing_if = "Option::is_none")]
	will_collaborate: Option<bool>,
	#[serde(skip_serializing_if = "Option::is_none")]
	will_return_results: Option<bool>,
	#[serde(skip_serializing_if = "Option::is_none")]
	months: Option<NonZeroU16>,
	#[serde(skip_serializing_if = "Option::is_none")]
	project: Option<Text<Id>>,
	#[serde(skip_serializing_if = "Option::is_none")]
	institution: Option<Text<Id>>,
	#[serde(skip_serializing_if = "Option::is_none")]
	user: Option<Text<Id>>,
	/// Written even if it is empty: it is a statement too.
	#[serde(default)]
	sensitive: Vec<Text<Sensitivity>>,
}

impl From<PurposeForm> for Purpose {
	fn from(form: PurposeForm) -> Self {
		let sensitive: BTreeSet<_> = form.sensitive.into_iter().map(|text| text.0).collect();
		Self {
			kind: form.kind.map(|text| text.0),
			disease: form.disease.map(|text| text.0),
			for_profit: form.for_profit,
			commercial: form.commercial,
			not_for_profit_organisation: form.not_for_profit_organisation,
			country: form.country.map(|text| text.0 .0),
			genetic_study: form.genetic_study,
			ethics_approval: form.ethics_approval,
			will_publish: form.will_publish,
			will_collaborate: form.will_collaborate,
			will_return_results: form.will_return_results,
			months: form.months.map(NonZeroU16::get),
			project: form.project.map(|text| text.0),
			institution: form.institution.map(|text| text.0),
			user: form.user.map(|text| text.0),
			sensitive: sensitive.try_into().expect("the set has room for each of them; qed"),
		}
	}
}

impl From<&Purpose> for PurposeForm {
	fn from(purpose: &Purpose) -> Self {
		Self {
			kind: purpose.kind.map(Text),
			disease: purpose.disease.map(Text),
			for_profit: purpose.for_profit,
			commercial: purpose.commercial,
			not_for_profit_organisation: purpose.not_for_profit_organisation,
			country: purpose.country.map(IsoCountry).map(Text),
			genetic_study: purpose.genetic_study,
			ethics_approval: purpose.ethics_approval,
			will_publish: purpose.will_publish,
			will_collaborate: purpose.will_collaborate,
			will_return_results: purpose.will_return_results,
			months: purpose.months.and_then(NonZeroU16::new),
			project: purpose.project.clone().map(Text),
			institution: purpose.institution.clone().map(Text),
			user: purpose.user.clone().map(Text),
			sensitive: purpose.sensitive.iter().copied().map(Text).collect(),
		}
	}
}

/// A value that is written as one word.
pub struct Text<T>(T);

impl<T: Display> Serialize for Text<T> {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(&self.0)
	}
}

impl<'de, T: FromStr<Err = Malformed>> Deserialize<'de> for Text<T> {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		let word = String::deserialize(deserializer)?;
		word.parse().map(Self).map_err(|hint| D::Error::custom(misread(&word, hint)))
	}
}
