//! `ownome tag`: from terms to tokens.

use crate::{
	cli::{Key, Tag, Terms},
	output::{Hex, Report},
};
use ownome_primitives::{SearchToken, SearchTokens};
use ownome_vault::tags::{SearchKey, Term};
use std::path::Path;

/// Makes search keys and tokens.
pub fn run(command: Tag) -> anyhow::Result<Report> {
	match command {
		Tag::Keygen { out } => keygen(&out),
		Tag::Derive { terms } => {
			let tokens: Vec<_> = tokens(&terms)?.iter().map(|token| Hex(token.0)).collect();
			let lines = tokens.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
			Ok(Report::new()
				.value("epoch", terms.key.epoch)?
				.value("tokens", &tokens)?
				.line(lines))
		},
	}
}

fn keygen(path: &Path) -> anyhow::Result<Report> {
	SearchKey::generate()?.write(path)?;
	Ok(Report::new().field("file", path.display().to_string())?.line(
		"Give it to the accredited members and to nobody else: whoever has it can find out what datasets are about.",
	))
}

/// The tokens of terms, sorted, each one once.
pub fn tokens(terms: &Terms) -> anyhow::Result<SearchTokens> {
	let parsed = terms.terms.iter().map(|term| term.parse()).collect::<Result<Vec<Term>, _>>()?;
	Ok(SearchKey::read(&terms.key.key)?.tokens(terms.key.epoch, &parsed)?)
}

/// The token of one term.
pub fn token(key: &Key, term: &str) -> anyhow::Result<SearchToken> {
	let term: Term = term.parse()?;
	Ok(SearchKey::read(&key.key)?.token(key.epoch, &term))
}
