//! `ownome tag`: from terms to tokens.

use crate::{
	cli::{Key, Tag, Terms},
	output::{Hex, Report},
};
use ownome_primitives::{SearchToken, SearchTokens};
use ownome_vault::tags::{SearchKey, Term};
use serde_json::json;
use std::{collections::BTreeSet, path::Path};

/// Makes search keys and tokens.
pub fn run(command: Tag) -> anyhow::Result<Report> {
	match command {
		Tag::Keygen { out } => keygen(&out),
		Tag::Derive { terms } => derive(&terms),
	}
}

fn keygen(path: &Path) -> anyhow::Result<Report> {
	SearchKey::generate()?.write(path)?;
	Ok(Report::new().field("file", path.display().to_string())?.line(
		"Give it to the accredited members and to nobody else: whoever has it can find out what datasets are about.",
	))
}

/// Each term with its token, in the order in which they are given.
fn derive(terms: &Terms) -> anyhow::Result<Report> {
	let parsed = parse(terms)?;
	let key = SearchKey::read(&terms.key.key)?;
	let derived: Vec<_> = parsed
		.iter()
		.map(|term| (term, Hex(key.token(terms.key.epoch, term).0)))
		.collect();
	let values: Vec<_> = derived
		.iter()
		.map(|(term, token)| json!({ "term": term.to_string(), "token": token }))
		.collect();
	let report = Report::new().value("epoch", terms.key.epoch)?.value("tokens", values)?;
	Ok(derived
		.iter()
		.fold(report, |report, (term, token)| report.line(format!("{term} {token}"))))
}

/// The tokens of terms, sorted, each one once.
pub fn tokens(terms: &Terms) -> anyhow::Result<SearchTokens> {
	Ok(SearchKey::read(&terms.key.key)?.tokens(terms.key.epoch, &parse(terms)?)?)
}

/// The terms in their order, each one once.
fn parse(terms: &Terms) -> anyhow::Result<Vec<Term>> {
	let mut seen = BTreeSet::new();
	let parsed = terms.terms.iter().map(|term| term.parse::<Term>());
	let mut parsed = parsed.collect::<Result<Vec<_>, _>>()?;
	parsed.retain(|term| seen.insert(term.clone()));
	Ok(parsed)
}

/// The token of one term.
pub fn token(key: &Key, term: &str) -> anyhow::Result<SearchToken> {
	let term: Term = term.parse()?;
	Ok(SearchKey::read(&key.key)?.token(key.epoch, &term))
}
