//! Looking at datasets.

use crate::{
	chain::{ChainError, State},
	cli::{Format, Global, Page},
	output::{Hex, Report},
	time::Time,
};
use ownome_primitives::{DatasetId, DatasetStatus, SearchToken};
use serde_json::{json, Value};
use subxt::utils::AccountId32;

/// Shows all that is on record of a dataset.
pub async fn one(global: &Global, id: DatasetId) -> anyhow::Result<Report> {
	let chain = global.chain().await?;
	let state = chain.state().await?;
	let dataset = match state.dataset(id).await {
		Err(ChainError::Erased { .. }) => return erased(&state, id).await,
		other => other?,
	};
	let status = match dataset.status {
		DatasetStatus::Active => "active",
		DatasetStatus::Sealed => "sealed",
	};
	let report = Report::new()
		.field("dataset_id", id)?
		.field("status", status)?
		.field("owner", dataset.owner)?
		.field("registrant", state.registrant(id).await?)?
		.field("custodian", dataset.custodian)?
		.optional("attester", dataset.attester)?
		.field("commitment", Hex(dataset.commitment.0))?
		.field("format", Format::from(dataset.format).name())?
		.field("version", dataset.version)?
		.optional("predecessor", dataset.predecessor)?
		.optional("successor", dataset.successor)?
		.optional("batch", dataset.batch)?
		.field("registered_at", Time(dataset.registered_at))?
		.value("erased_at", Value::Null)?
		.optional("offered_to", state.transfer_offer(id).await?)?;
	let report = locations(report, state.locations(id).await?)?;
	let report = match state.tags(id).await? {
		Some(tags) => {
			let tokens: Vec<_> = tags.tokens.iter().map(|token| Hex(token.0)).collect();
			let text = format!("{} of epoch {}", tokens.len(), tags.epoch);
			report.pair("tags", json!({ "epoch": tags.epoch, "tokens": tokens }), text)?
		},
		None => report.optional("tags", None::<String>)?,
	};
	let attestations = state.attestations(id).await?;
	let values: Vec<_> = attestations
		.iter()
		.map(|found| {
			json!({ "attester": found.attester, "statement": Hex(found.statement), "at": Time(found.at) })
		})
		.collect();
	let lines = attestations
		.iter()
		.map(|found| format!("{} since {}", found.attester, Time(found.at)));
	report.pair("attested_by", values, lines_or_none(lines))
}

/// What an erasure takes off the record, beside lists.
const GONE: [&str; 10] = [
	"owner",
	"registrant",
	"custodian",
	"attester",
	"format",
	"successor",
	"batch",
	"registered_at",
	"offered_to",
	"tags",
];

async fn erased(state: &State<'_>, id: DatasetId) -> anyhow::Result<Report> {
	let left = state.tombstone(id).await?;
	let report = Report::new()
		.field("dataset_id", id)?
		.field("status", "erased")?
		.field("commitment", Hex(left.commitment.0))?
		.field("version", left.version)?
		.optional("predecessor", left.predecessor)?
		.field("erased_at", Time(left.erased_at))?;
	// What a dataset that stands has, so that programs find the same names in both.
	let report = GONE.iter().try_fold(report, |report, name| report.value(name, Value::Null))?;
	["locations", "attested_by"]
		.iter()
		.try_fold(report, |report, name| report.value(name, json!([])))
}

/// Lists the datasets of an owner.
pub async fn list(global: &Global, owner: AccountId32, page: Page) -> anyhow::Result<Report> {
	let found = global
		.chain()
		.await?
		.state()
		.await?
		.datasets_of(owner, page.after, page.limit)
		.await?;
	ids("datasets", found)
}

/// Lists the datasets with a tag.
pub async fn tagged(global: &Global, token: SearchToken, page: Page) -> anyhow::Result<Report> {
	let chain = global.chain().await?;
	ids("datasets", chain.state().await?.datasets_by_tag(token, page.after, page.limit).await?)
}

/// Lists the versions before a dataset.
pub async fn lineage(global: &Global, id: DatasetId, limit: u32) -> anyhow::Result<Report> {
	let chain = global.chain().await?;
	let state = chain.state().await?;
	state.expect_known(id).await?;
	ids("versions", state.lineage(id, limit).await?)
}

fn ids(name: &str, found: Vec<DatasetId>) -> anyhow::Result<Report> {
	let lines = lines_or_none(found.iter().map(DatasetId::to_string));
	Ok(Report::new().value(name, found)?.line(lines))
}

/// Adds locations to a report.
pub fn locations(report: Report, found: Vec<String>) -> anyhow::Result<Report> {
	let text = lines_or_none(found.iter().cloned());
	report.pair("locations", found, text)
}

fn lines_or_none(lines: impl Iterator<Item = String>) -> String {
	let text = lines.collect::<Vec<_>>().join(", ");
	match text.is_empty() {
		true => "none".into(),
		false => text,
	}
}
