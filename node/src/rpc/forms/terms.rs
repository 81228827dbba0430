//! Terms.

use super::{PurposeForm, ScopeForm, Text};
use ownome_primitives::{duo::Malformed, Balance, Moment, Terms};
use serde::{Deserialize, Serialize};
use sp_runtime::Percent;
use std::{fmt, str::FromStr};

/// What a requester asks for and offers in return.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TermsForm {
	/// What the data are wanted for.
	purpose: PurposeForm,
	/// How much of the dataset is wanted.
	scope: ScopeForm,
	/// For how long, in milliseconds from the grant.
	period: Moment,
	/// The whole price, in 10^-18 `DATA`.
	price: Text<Amount>,
	/// The part of the price that is earned when the key is delivered, in percent.
	upfront: Share,
	/// How many accesses are wanted, any number if `null`.
	accesses: Option<u32>,
}

impl From<TermsForm> for Terms {
	fn from(form: TermsForm) -> Self {
		Self {
			purpose: form.purpose.0,
			scope: form.scope.0,
			period: form.period,
			price: form.price.0 .0,
			upfront: form.upfront.0,
			accesses: form.accesses,
		}
	}
}

impl From<Terms> for TermsForm {
	fn from(terms: Terms) -> Self {
		Self {
			purpose: PurposeForm(terms.purpose),
			scope: ScopeForm(terms.scope),
			period: terms.period,
			price: Text(Amount(terms.price)),
			upfront: Share(terms.upfront),
			accesses: terms.accesses,
		}
	}
}

/// An amount in the smallest unit.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Amount(Balance);

impl fmt::Display for Amount {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		self.0.fmt(f)
	}
}

impl FromStr for Amount {
	type Err = Malformed;

	fn from_str(text: &str) -> Result<Self, Malformed> {
		text.parse()
			.map(Self)
			.map_err(|_| Malformed("use a whole number of 10^-18 DATA as a text of digits"))
	}
}

/// A part of a hundred.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
struct Share(Percent);

impl TryFrom<u8> for Share {
	type Error = String;

	fn try_from(percent: u8) -> Result<Self, String> {
		match percent {
			0..=100 => Ok(Self(Percent::from_percent(percent))),
			_ => Err(format!("use a whole number of percent from 0 to 100, not {percent}")),
		}
	}
}

impl From<Share> for u8 {
	fn from(Share(part): Share) -> Self {
		part.deconstruct()
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::{from_str, from_value, json, Value};

	fn form() -> Value {
		json!({
			"purpose": { "kind": "general", "sensitive": [] },
			"scope": { "genes": [1100] },
			"period": 86_400_000,
			"price": "340282366920938463463374607431768211455",
			"upfront": 25,
			"accesses": 3,
		})
	}

	fn with(field: &str, value: Value) -> Value {
		let mut form = form();
		form[field] = value;
		form
	}

	#[test]
	fn terms_are_written_as_they_are_read() {
		for form in [form(), with("accesses", Value::Null)] {
			let read: TermsForm = from_value(form.clone()).unwrap();
			let terms = Terms::from(read);
			assert_eq!(json!(TermsForm::from(terms)), form);
		}
		let terms: Terms = from_value::<TermsForm>(form()).unwrap().into();
		assert_eq!(terms.price, Balance::MAX);
		assert_eq!(terms.upfront, Percent::from_percent(25));
		assert_eq!(terms.period, 86_400_000);
	}

	#[test]
	fn what_are_no_terms_is_told_in_a_sentence() {
		for (form, says) in [
			(with("price", json!("1.5")), "use a whole number of 10^-18 DATA"),
			(with("price", json!(5)), "expected a string"),
			(with("upfront", json!(101)), "from 0 to 100, not 101"),
			(with("period", json!(-1)), "expected u64"),
			(with("days", json!(1)), "unknown field `days`"),
			(json!({ "scope": "whole" }), "missing field `purpose`"),
		] {
			let error = from_str::<TermsForm>(&form.to_string()).unwrap_err().to_string();
			assert!(error.contains(says), "{form}: {error}");
		}
	}
}
