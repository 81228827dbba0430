//! Policies and purposes of the Data Use Ontology as files: JSON for programs, one line of text for people.
//!
//! Both forms say the same, and what is read from one is written to the other without a loss. A policy as text:
//! `DS(MONDO:0005148) & GS(GB,SE) & TS(12) & NPU | POA`, a purpose: `kind=disease; disease=MONDO:0005148; for_profit=false`.
//! Lists and modifiers may be read in any order, and are written in that of the ontology's numbers.

mod exposure;
pub(crate) mod json;
mod reader;
pub(crate) mod terms;
mod text;

use std::{
	fs::File,
	io::{ErrorKind, Read, Take},
	path::Path,
};

use ownome_primitives::duo::{purpose::Purpose, Policy};
use serde_json::Value;

use crate::{error::plain, Error, Result};

pub use exposure::exposure;

/// The greatest length of a file with a policy or a purpose in bytes. The longest policy has less than half of that.
pub const MAX_FORM_BYTES: u64 = 65_536;

/// Something that has a text form and a JSON form.
pub trait Form: Sized {
	/// What it is, in a sentence.
	const NAME: &'static str;

	/// Reads the JSON form.
	///
	/// # Errors
	/// What is wrong, and where.
	fn from_json(json: &str) -> Result<Self, FormError>;

	/// The JSON form.
	fn to_json(&self) -> Value;

	/// Reads the text form.
	///
	/// # Errors
	/// What is wrong, and where.
	fn from_text(text: &str) -> Result<Self, FormError>;

	/// The text form, one line.
	fn to_text(&self) -> String;
}

/// Reads a file with either form.
///
/// # Errors
/// [`Error::ReadPath`] and [`Error::Form`].
pub fn read<T: Form>(path: &Path) -> Result<T> {
	read_as(path, T::NAME, MAX_FORM_BYTES, |form| match form.trim_start().starts_with('{') {
		true => T::from_json(form),
		false => T::from_text(form),
	})
}

/// Reads a file of at most so many bytes, that is to be such a thing, with a reader of its form.
pub(crate) fn read_as<T>(
	path: &Path,
	name: &'static str,
	max_bytes: u64,
	read: impl FnOnce(&str) -> Result<T, FormError>,
) -> Result<T> {
	let mut form = String::new();
	let not_a_form = |error| Error::Form { path: path.into(), name, error };
	let mut file: Take<File> = File::open(path)
		.map_err(|source| Error::read(path, source))?
		.take(max_bytes + 1);
	file.read_to_string(&mut form).map_err(|source| match source.kind() {
		ErrorKind::InvalidData => not_a_form(FormError::whole("it is not a text in UTF-8")),
		_ => Error::read(path, source),
	})?;
	if file.limit() == 0 {
		return Err(not_a_form(FormError::whole("it is too large")));
	}
	read(&form).map_err(not_a_form)
}

/// Something is not in its form.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}{reason}")]
pub struct FormError {
	/// The place in the form with `: ` after it, or nothing for all of it.
	place: String,
	/// What is wrong there.
	reason: String,
}

impl FormError {
	/// What is wrong with all of it.
	pub(crate) fn whole(reason: impl ToString) -> Self {
		Self { place: String::new(), reason: plain(&reason.to_string()) }
	}

	/// What is wrong at a place.
	pub(crate) fn at(place: impl ToString, reason: impl ToString) -> Self {
		let place = format!("{}: ", plain(&place.to_string()));
		Self { place, reason: plain(&reason.to_string()) }
	}
}

impl Form for Policy {
	const NAME: &'static str = "policy";

	fn from_json(json: &str) -> Result<Self, FormError> {
		json::read::<json::PolicyForm>(json)?.try_into()
	}

	fn to_json(&self) -> Value {
		json::write(&json::PolicyForm::from(self))
	}

	fn from_text(text: &str) -> Result<Self, FormError> {
		terms::policy(text::read_policy(text)?)
	}

	fn to_text(&self) -> String {
		text::write_policy(self)
	}
}

impl Form for Purpose {
	const NAME: &'static str = "purpose";

	fn from_json(json: &str) -> Result<Self, FormError> {
		json::read::<json::PurposeForm>(json).map(Into::into)
	}

	fn to_json(&self) -> Value {
		json::write(&json::PurposeForm::from(self))
	}

	fn from_text(text: &str) -> Result<Self, FormError> {
		json::from_value::<json::PurposeForm>(text::read_purpose(text)?).map(Into::into)
	}

	fn to_text(&self) -> String {
		text::write_purpose(&self.to_json())
	}
}
