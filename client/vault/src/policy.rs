//! What owners say once about all requests, as JSON: the clauses of [`crate::duo`], each with for how long, for how much and how it consents.
//!
//! ```json
//! {"clauses": [{"permission": "DUO:0000006", "modifiers": [{"code": "DUO:0000045"}],
//!   "longest_period_days": 365, "ask": "12.5", "standing": true, "ethics": false}]}
//! ```
//!
//! `longest_period_days` is a whole number; a period that is none of days stands in `longest_period_ms` in its place. `ask` is in `DATA`. `standing` and
//! `ethics` are false where they are missing: the owner is asked, and no committee.

use std::{num::NonZeroU64, path::Path};

use ownome_primitives::{
	duo::{Clause, Policy, Term},
	ConsentClause, ConsentPolicy, Moment,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
	amount::{Amount, Data},
	duo::{
		json::{self, ClauseForm, ModifierForm, Parameter, Text},
		read_as,
		terms::{self, ClauseWords},
		FormError, MAX_FORM_BYTES,
	},
	Result,
};

/// A day in milliseconds.
pub(crate) const DAY: Moment = 86_400_000;

/// Reads a policy.
///
/// # Errors
/// What is wrong, and where.
pub fn read_json(json: &str) -> Result<ConsentPolicy, FormError> {
	let form: ConsentPolicyForm = json::read(json)?;
	let terms = form.clauses.iter().enumerate().map(|(number, clause)| clause.terms(number));
	let terms = terms.collect::<Result<_, _>>()?;
	assemble(form.clauses.into_iter().map(ClauseWords::from).collect(), terms)
}

/// The policy with these clauses.
pub(crate) fn assemble(
	words: Vec<ClauseWords>,
	terms: Vec<ClauseTerms>,
) -> Result<ConsentPolicy, FormError> {
	let clauses = terms::policy(words)?.clauses.into_iter().zip(terms).map(|(duo, terms)| {
		let ClauseTerms { longest_period, ask, standing, ethics } = terms;
		ConsentClause { duo, longest_period, ask: ask.units(), standing, ethics }
	});
	let clauses = clauses.collect::<Vec<_>>().try_into();
	Ok(ConsentPolicy {
		clauses: clauses.map_err(|_| FormError::at("clauses", "there are too many"))?,
	})
}

/// Writes a policy.
pub fn write_json(policy: &ConsentPolicy) -> Value {
	let clauses = policy.clauses.iter().map(ConsentClauseForm::from).collect();
	json::write(&ConsentPolicyForm { clauses })
}

/// Reads a file with a policy.
///
/// # Errors
/// [`crate::Error::ReadPath`] and [`crate::Error::Form`].
pub fn read(path: &Path) -> Result<ConsentPolicy> {
	read_as(path, "consent policy", MAX_FORM_BYTES, read_json)
}

/// What a policy says in the terms of the Data Use Ontology.
pub fn duo(policy: &ConsentPolicy) -> Policy {
	let clauses: Vec<Clause> = policy.clauses.iter().map(|clause| clause.duo.clone()).collect();
	Policy { clauses: clauses.try_into().expect("both have room for 8 clauses; qed") }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ConsentPolicyForm {
	clauses: Vec<ConsentClauseForm>,
}

/// A clause, with the fields of [`ClauseForm`]: serde has no way to take them from there and refuse unknown ones.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ConsentClauseForm {
	permission: Text<Term>,
	#[serde(default, skip_serializing_if = "Option::is_none")]
	disease: Option<Parameter>,
	#[serde(default, skip_serializing_if = "Vec::is_empty")]
	modifiers: Vec<ModifierForm>,
	#[serde(default, skip_serializing_if = "Option::is_none")]
	longest_period_days: Option<NonZeroU64>,
	#[serde(default, skip_serializing_if = "Option::is_none")]
	longest_period_ms: Option<NonZeroU64>,
	ask: Amount<Data>,
	#[serde(default)]
	standing: bool,
	#[serde(default)]
	ethics: bool,
}

/// What a clause says besides its terms of the ontology.
pub(crate) struct ClauseTerms {
	pub longest_period: Moment,
	pub ask: Amount<Data>,
	pub standing: bool,
	pub ethics: bool,
}

impl ConsentClauseForm {
	fn terms(&self, number: usize) -> Result<ClauseTerms, FormError> {
		let longest_period = match (self.longest_period_days, self.longest_period_ms) {
			(Some(days), None) => days.get().checked_mul(DAY).ok_or_else(|| {
				let place = format!("clauses[{number}].longest_period_days");
				FormError::at(place, "nobody can wait for so many days: write a smaller number")
			}),
			(None, Some(moments)) => Ok(moments.get()),
			_ => {
				let reason = "write for how long at most, either as longest_period_days or as longest_period_ms";
				Err(FormError::at(format!("clauses[{number}]"), reason))
			},
		}?;
		let Self { ask, standing, ethics, .. } = *self;
		Ok(ClauseTerms { longest_period, ask, standing, ethics })
	}
}

impl From<ConsentClauseForm> for ClauseWords {
	fn from(form: ConsentClauseForm) -> Self {
		let ConsentClauseForm { permission, disease, modifiers, .. } = form;
		ClauseForm { permission, disease, modifiers }.into()
	}
}

impl From<&ConsentClause> for ConsentClauseForm {
	fn from(clause: &ConsentClause) -> Self {
		let ClauseForm { permission, disease, modifiers } = (&clause.duo).into();
		let period = clause.longest_period;
		let in_days = period.is_multiple_of(DAY);
		Self {
			permission,
			disease,
			modifiers,
			longest_period_days: NonZeroU64::new(period / DAY).filter(|_| in_days),
			longest_period_ms: NonZeroU64::new(period).filter(|_| !in_days),
			ask: Amount::from_units(clause.ask),
			standing: clause.standing,
			ethics: clause.ethics,
		}
	}
}
