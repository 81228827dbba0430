//! `ownome emergency`: datasets opened without asking.

use super::{salted, undo_if_refused};
use crate::{
	chain::calls,
	cli::{Emergency, Global, Reason},
	output::{Hex, Report},
	time::Time,
};
use ownome_primitives::{DatasetId, GrantId};
use serde::Serialize;
use std::{fs, path::PathBuf};

/// Why a clinician opens a dataset. Its hash goes to the chain.
#[derive(Serialize)]
struct Justification<'a> {
	dataset: DatasetId,
	reason: String,
	justification: &'a str,
}

/// Opens datasets, reports emergencies.
pub async fn run(global: &Global, command: Emergency) -> anyhow::Result<Report> {
	match command {
		Emergency::Open { dataset, reason, justification, out } => {
			open(global, dataset, reason, &justification, out).await
		},
		Emergency::Report { grant } => report(global, grant).await,
	}
}

async fn open(
	global: &Global,
	id: DatasetId,
	reason: Reason,
	justification: &str,
	out: Option<PathBuf>,
) -> anyhow::Result<Report> {
	// Who signs comes first, which needs no node.
	global.key()?;
	let justification = salted::text(justification)?;
	global.chain().await?.state().await?.dataset(id).await?;
	let said = Justification { dataset: id, reason: reason.name(), justification: &justification };
	let (bytes, hash) = salted::record(said, Time::now())?;
	let path = out.unwrap_or_else(|| format!("emergency-{id}.json").into());
	salted::store(&path, &bytes)?;
	let sent = global.send(&calls::open_emergency(id, reason.into(), hash)).await;
	let (inclusion, report) = undo_if_refused(sent, &path, || fs::remove_file(&path))?;
	Ok(Report::new()
		.optional("grant_id", inclusion.grant())?
		.field("justification", Hex(hash))?
		.field("file", path.display().to_string())?
		.and(report))
}

async fn report(global: &Global, id: GrantId) -> anyhow::Result<Report> {
	Ok(global.send(&calls::report(id)).await?.1)
}
