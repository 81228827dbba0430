//! What owners consent to beforehand.

use crate::rpc::forms::{TargetForm, Text};
use jiff::{civil, ToSpan};
use ownome_primitives::{
	duo::{Date, Modifier, Permission, Term},
	Answer, ConsentClause, ConsentPolicy, Moment, PolicyTarget,
};
use ownome_runtime::AccountId;
use serde::Serialize;
use sp_core::H256;

/// What an owner says once about all requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PolicyAnswer {
	/// By which grants and the audit trail name this policy.
	hash: H256,
	/// The alternatives, of which one is enough.
	clauses: Vec<ClauseAnswer>,
}

impl From<ConsentPolicy> for PolicyAnswer {
	fn from(policy: ConsentPolicy) -> Self {
		Self {
			hash: policy.hash().into(),
			clauses: policy.clauses.iter().map(ClauseAnswer::from).collect(),
		}
	}
}

/// A policy and for what it was set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PolicyForAnswer {
	/// For what it was set.
	target: TargetForm,
	/// The policy.
	policy: PolicyAnswer,
}

impl From<(PolicyTarget<AccountId>, ConsentPolicy)> for PolicyForAnswer {
	fn from((target, policy): (PolicyTarget<AccountId>, ConsentPolicy)) -> Self {
		Self { target: target.into(), policy: policy.into() }
	}
}

/// One of the alternatives of a policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct ClauseAnswer {
	/// What the data may be used for.
	permission: Text<Term>,
	/// The diseases, where it names some.
	#[serde(skip_serializing_if = "Option::is_none")]
	disease: Option<Vec<String>>,
	/// Under which conditions.
	modifiers: Vec<ModifierAnswer>,
	/// For how long at most, in milliseconds.
	longest_period: Moment,
	/// The price from which on a match is consent, in 10^-18 `DATA`.
	ask: String,
	/// Whether the match alone is consent.
	standing: bool,
	/// Whether an ethics committee has to sign as well.
	ethics: bool,
}

impl From<&ConsentClause> for ClauseAnswer {
	fn from(clause: &ConsentClause) -> Self {
		Self {
			permission: Text(clause.duo.permission.term()),
			disease: match &clause.duo.permission {
				Permission::Disease(diseases) => Some(words(diseases)),
				_ => None,
			},
			modifiers: clause.duo.modifiers.iter().map(ModifierAnswer::from).collect(),
			longest_period: clause.longest_period,
			ask: clause.ask.to_string(),
			standing: clause.standing,
			ethics: clause.ethics,
		}
	}
}

/// An additional condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct ModifierAnswer {
	/// Its term.
	code: Text<Term>,
	/// Its parameter, where it has one.
	#[serde(skip_serializing_if = "Option::is_none")]
	value: Option<Parameter>,
}

impl From<&Modifier> for ModifierAnswer {
	fn from(modifier: &Modifier) -> Self {
		let list = |words: Vec<String>| (!words.is_empty()).then_some(Parameter::Words(words));
		let value = match modifier {
			Modifier::ResearchSpecific(classes) => list(words(classes)),
			Modifier::Geography(countries) => list(words(countries)),
			Modifier::Moratorium(date) => Some(Parameter::Word(day(*date))),
			Modifier::TimeLimit(months) => Some(Parameter::Number(*months)),
			Modifier::Users(ids) | Modifier::Projects(ids) | Modifier::Institutions(ids) => {
				list(words(ids))
			},
			_ => None,
		};
		Self { code: Text(modifier.term()), value }
	}
}

/// The parameter of a term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
enum Parameter {
	Number(u16),
	Word(String),
	Words(Vec<String>),
}

fn words<'a, T: ToString + 'a>(values: impl IntoIterator<Item = &'a T>) -> Vec<String> {
	values.into_iter().map(ToString::to_string).collect()
}

/// A day in ISO 8601. The chain takes no day that cannot be written so.
fn day(date: Date) -> String {
	let days = date.0.min(Date::LAST.0);
	civil::date(1970, 1, 1).saturating_add(i64::from(days).days()).to_string()
}

/// What a policy says to terms: `answer`, and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "answer", rename_all = "camelCase")]
pub enum OfferAnswer {
	/// The owner consents, and nobody needs to be asked.
	Consent {
		/// The number of the clause that says so, from 0.
		clause: u8,
	},
	/// The owner consents as soon as an ethics committee has signed.
	ConsentAfterEthics {
		/// The number of the clause that says so, from 0.
		clause: u8,
	},
	/// The owner has to be asked.
	Ask {
		/// Whether an ethics committee has to sign before the owner may approve.
		ethics: bool,
	},
	/// Every clause that would allow the purpose allows only shorter periods.
	TooLong,
	/// No clause allows the purpose.
	Deny,
}

impl From<Answer> for OfferAnswer {
	fn from(answer: Answer) -> Self {
		match answer {
			Answer::Consent { clause } => Self::Consent { clause },
			Answer::ConsentAfterEthics { clause } => Self::ConsentAfterEthics { clause },
			Answer::Ask { ethics } => Self::Ask { ethics },
			Answer::TooLong => Self::TooLong,
			Answer::Deny => Self::Deny,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use ownome_primitives::{
		duo::{Clause, Id, Investigation},
		Balance, Mondo,
	};
	use serde_json::{json, Value};
	use std::collections::BTreeSet;

	fn set<T: Ord, S: TryFrom<BTreeSet<T>>>(items: impl IntoIterator<Item = T>) -> S {
		items.into_iter().collect::<BTreeSet<_>>().try_into().ok().unwrap()
	}

	fn clause(permission: Permission, modifiers: impl IntoIterator<Item = Modifier>) -> Value {
		json!(ClauseAnswer::from(&ConsentClause {
			duo: Clause { permission, modifiers: set(modifiers) },
			longest_period: 86_400_000,
			ask: Balance::MAX,
			standing: true,
			ethics: false,
		}))
	}

	#[test]
	fn a_clause_has_codes_parameters_and_what_the_chain_adds() {
		assert_eq!(
			clause(
				Permission::Disease(set([Mondo(5148)])),
				[Modifier::NotForProfit, Modifier::TimeLimit(12)]
			),
			json!({
				"permission": "DUO:0000007",
				"disease": ["MONDO:0005148"],
				"modifiers": [{ "code": "DUO:0000025", "value": 12 }, { "code": "DUO:0000045" }],
				"longestPeriod": 86_400_000,
				"ask": "340282366920938463463374607431768211455",
				"standing": true,
				"ethics": false,
			})
		);
	}

	#[test]
	fn every_modifier_has_its_parameter() {
		let id: Id = "P-1".parse().unwrap();
		let classes = [Investigation::Genetic, Investigation::Population];
		for (modifier, expected) in [
			(
				Modifier::ResearchSpecific(set(classes)),
				json!({ "code": "DUO:0000012", "value": ["DUO:0000032", "DUO:0000038"] }),
			),
			(Modifier::ResearchSpecific(set([])), json!({ "code": "DUO:0000012" })),
			(
				Modifier::Geography(set(["SE", "GB"].map(|text| text.parse().unwrap()))),
				json!({ "code": "DUO:0000022", "value": ["GB", "SE"] }),
			),
			(
				Modifier::Moratorium(Date(20_849)),
				json!({ "code": "DUO:0000024", "value": "2027-01-31" }),
			),
			(
				Modifier::Users(set([id.clone()])),
				json!({ "code": "DUO:0000026", "value": ["P-1"] }),
			),
			(
				Modifier::Projects(set([id.clone()])),
				json!({ "code": "DUO:0000027", "value": ["P-1"] }),
			),
			(Modifier::Institutions(set([id])), json!({ "code": "DUO:0000028", "value": ["P-1"] })),
			(Modifier::EthicsApproval, json!({ "code": "DUO:0000021" })),
		] {
			assert_eq!(clause(Permission::General, [modifier])["modifiers"], json!([expected]));
		}
	}

	#[test]
	fn days_are_those_of_the_calendar() {
		for (days, text) in
			[(0, "1970-01-01"), (19_782, "2024-02-29"), (Date::LAST.0, "9999-12-31")]
		{
			assert_eq!(day(Date(days)), text);
		}
	}

	#[test]
	fn every_answer_has_a_name() {
		for (answer, expected) in [
			(Answer::Consent { clause: 1 }, json!({ "answer": "consent", "clause": 1 })),
			(
				Answer::ConsentAfterEthics { clause: 1 },
				json!({ "answer": "consentAfterEthics", "clause": 1 }),
			),
			(Answer::Ask { ethics: true }, json!({ "answer": "ask", "ethics": true })),
			(Answer::TooLong, json!({ "answer": "tooLong" })),
			(Answer::Deny, json!({ "answer": "deny" })),
		] {
			assert_eq!(json!(OfferAnswer::from(answer)), expected);
		}
	}
}
