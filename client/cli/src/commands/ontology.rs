//! `ownome ontology`: which diseases are kinds of others, and whether the chain knows.

use crate::{
	chain::{calls, State},
	cli::{Global, Ontology as Command},
	output::{Hex, Report},
	time::Time,
};
use anyhow::bail;
use codec::Encode;
use ownome_primitives::{Moment, Mondo, Ontology, OntologyRecord};
use ownome_vault::ontology::Release;
use serde_json::json;
use std::path::Path;

/// Runs one of the commands.
pub async fn run(global: &Global, command: Command) -> anyhow::Result<Report> {
	match command {
		Command::Root { file } => root(&Release::open(&file)?),
		Command::Prove { file, descendant, ancestor } => prove(&file, descendant.0, ancestor.0),
		Command::Check { file } => check(global, &file).await,
		Command::Set { file } => set(global, &file).await,
	}
}

/// What a release is to the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
	/// Proofs are checked by it, up to a moment if another one is announced.
	Current { until: Option<Moment> },
	/// Proofs will be checked by it from a moment on.
	Announced { from: Moment },
	/// Proofs are checked by this one, or by none.
	Other(Option<Ontology>),
}

impl Standing {
	/// What `ontology` is by the record of a chain at the moment `now`.
	fn of(ontology: Ontology, record: &OntologyRecord, now: Moment) -> Self {
		let current = record.at(now);
		let next = record.next.filter(|(from, _)| *from > now);
		match next {
			_ if current == Some(ontology) => Self::Current { until: next.map(|(from, _)| from) },
			Some((from, next)) if next == ontology => Self::Announced { from },
			_ => Self::Other(current),
		}
	}

	/// What the release is to the chain now.
	pub async fn ask(state: &State<'_>, release: &Release) -> anyhow::Result<Self> {
		let record = state.ontology().await?;
		Ok(Self::of(release.ontology(), &record, state.now().await?))
	}
}

fn root(release: &Release) -> anyhow::Result<Report> {
	let Ontology { root, count } = release.ontology();
	Report::new()
		.field("version", release.version())?
		.field("classes", release.classes().len())?
		.field("count", count)?
		.field("root", Hex(root.0))
}

fn prove(file: &Path, descendant: Mondo, ancestor: Mondo) -> anyhow::Result<Report> {
	let release = Release::open(file)?;
	let proof = release.prove(descendant, ancestor)?;
	let hashes: Vec<_> = proof.proof.iter().copied().map(Hex).collect();
	// As libraries for Substrate take it for an argument of `offer`.
	let form = json!({
		"pair": { "descendant": proof.pair.descendant.0, "ancestor": proof.pair.ancestor.0 },
		"index": proof.index,
		"proof": hashes,
	});
	root(&release)?
		.field("proof", form)?
		.field("scale", format!("0x{}", hex::encode(proof.encode())))
}

async fn check(global: &Global, file: &Path) -> anyhow::Result<Report> {
	let release = Release::open(file)?;
	let chain = global.chain().await?;
	let report = root(&release)?;
	match Standing::ask(&chain.state().await?, &release).await? {
		Standing::Current { until } => {
			let report = report.field("standing", "current")?;
			match until {
				Some(until) => report.field("until", Time(until)),
				None => Ok(report),
			}
		},
		Standing::Announced { from } => {
			report.field("standing", "announced")?.field("from", Time(from))
		},
		Standing::Other(Some(Ontology { root, count })) => bail!(
			"This chain checks proofs by another release than {}, with root {} and {count} pairs: use that release.",
			release.version(),
			Hex(root.0)
		),
		Standing::Other(None) => {
			bail!("This chain has no ontology yet: make offers without proofs, which leaves more to owners.")
		},
	}
}

async fn set(global: &Global, file: &Path) -> anyhow::Result<Report> {
	let release = Release::open(file)?;
	let chain = global.chain().await?;
	let state = chain.state().await?;
	global.expect_sudo(&state, "announces an ontology").await?;
	// Once more would begin the delay anew.
	if let Standing::Announced { from } = Standing::ask(&state, &release).await? {
		bail!("{} is announced already: it counts from {} on.", release.version(), Time(from));
	}
	let (_, sent) = global.send(&calls::set_ontology(release.ontology())).await?;
	Ok(root(&release)?.and(sent))
}

#[cfg(test)]
mod tests {
	use super::*;
	use ownome_primitives::BatchRoot;

	#[test]
	fn a_release_is_current_announced_or_another() {
		let ontology = |count| Ontology { root: BatchRoot([1; 32]), count };
		let record = |current, next| OntologyRecord { current, next };
		let (one, two) = (ontology(1), ontology(2));
		for (record, now, expected) in [
			(record(None, None), 5, Standing::Other(None)),
			(record(Some(one), None), 5, Standing::Current { until: None }),
			(record(Some(two), None), 5, Standing::Other(Some(two))),
			(record(Some(one), Some((6, two))), 5, Standing::Current { until: Some(6) }),
			(record(Some(one), Some((6, two))), 6, Standing::Other(Some(two))),
			(record(Some(two), Some((6, one))), 5, Standing::Announced { from: 6 }),
			(record(Some(two), Some((6, one))), 6, Standing::Current { until: None }),
			(record(None, Some((6, one))), 5, Standing::Announced { from: 6 }),
			(record(Some(one), Some((6, one))), 5, Standing::Current { until: Some(6) }),
		] {
			assert_eq!(Standing::of(one, &record, now), expected, "{record:?} at {now}");
		}
	}
}
