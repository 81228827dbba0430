//! What is asked and offered, in words.

use crate::{
	amount::{Amount, Data},
	output::{Hex, Report},
	purpose::describe,
	scope::{self, ScopeArg},
	time::Period,
};
use anyhow::ensure;
use ownome_primitives::{Scope, Terms, TermsHash};
use ownome_vault::duo::Form;

/// Adds terms to a report.
pub fn report(report: Report, terms: &Terms) -> anyhow::Result<Report> {
	let report = match terms.purpose.disease {
		Some(disease) => report.value("disease", disease.to_string())?,
		None => report,
	};
	let upfront = terms.upfront.deconstruct();
	let (purpose, words) = describe(&terms.purpose);
	let (profit, profit_words) = match terms.purpose.for_profit {
		Some(true) => (Some(true), "yes"),
		Some(false) => (Some(false), "no"),
		None => (None, "not said"),
	};
	report
		.pair("purpose", purpose, words)?
		.pair("for_profit", profit, profit_words)?
		.pair("stated", terms.purpose.to_json(), terms.purpose.to_text())?
		.pair("scope", ScopeArg(terms.scope.clone()).to_string(), scope::in_words(&terms.scope))?
		.field("period", Period(terms.period))?
		.field("price", Amount::<Data>::from_units(terms.price))?
		.pair("upfront", upfront, format!("{upfront} %"))?
		.optional("accesses_granted", terms.accesses)?
		.field("terms_hash", Hex(terms.hash().0))
}

/// Refuses terms that are not those that were read.
pub fn expect(terms: &Terms, read: Option<TermsHash>) -> anyhow::Result<TermsHash> {
	let now = terms.hash();
	ensure!(
		read.is_none_or(|read| read == now),
		"The terms are others now than those that you named: read them again with `ownome proposal show`, their hash is {}.",
		Hex(now.0)
	);
	Ok(now)
}

/// Goes on if a scope gives nothing away, or if somebody agrees that it does.
pub fn confirm_scope(yes: bool, scope: &Scope) -> anyhow::Result<()> {
	match scope::exposure(scope) {
		Some(warning) => super::confirm::confirm(
			yes,
			&format!("put something on the chain that could tell about a person: {warning}"),
		),
		None => Ok(()),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_runtime::Percent;

	#[test]
	fn other_terms_than_those_read_are_refused() {
		let terms = Terms {
			purpose: Default::default(),
			scope: Scope::Whole,
			period: 1,
			price: 2,
			upfront: Percent::zero(),
			accesses: None,
		};
		let hash = terms.hash();
		assert_eq!(expect(&terms, None).unwrap(), hash);
		assert_eq!(expect(&terms, Some(hash)).unwrap(), hash);
		let error = expect(&terms, Some(TermsHash([0; 32]))).unwrap_err().to_string();
		assert!(error.contains(&Hex(hash.0).to_string()), "{error}");
	}

	#[test]
	fn only_a_scope_that_gives_something_away_needs_a_yes() {
		let genes = Scope::Genes(vec![1100].try_into().unwrap());
		confirm_scope(true, &genes).unwrap();
		confirm_scope(false, &Scope::Whole).unwrap();
		confirm_scope(false, &Scope::Sealed([0; 32])).unwrap();
	}
}
