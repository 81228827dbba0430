//! `ownome tag`: from terms to tokens.

use crate::{
	cli::{Tag, Terms},
	output::{Hex, Report},
};
use ownome_vault::tags::{SearchKey, Term};
use std::path::Path;

/// Makes search keys and tokens.
pub fn run(command: Tag) -> anyhow::Result<Report> {
	match command {
		Tag::Keygen { out } => keygen(&out),
		Tag::Derive { terms } => {
			let tokens: Vec<_> = tokens(&terms)?.into_iter().map(Hex).collect();
			let lines = tokens.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
			Ok(Report::new().value("epoch", terms.epoch)?.value("tokens", &tokens)?.line(lines))
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
pub fn tokens(terms: &Terms) -> anyhow::Result<Vec<[u8; 32]>> {
	let parsed = terms.terms.iter().map(|term| term.parse()).collect::<Result<Vec<Term>, _>>()?;
	Ok(SearchKey::read(&terms.key)?.tokens(terms.epoch, &parsed)?)
}
