//! Disputes about keys: raised by the grantee, decided by an auditor.

use crate::{
	chain::calls,
	cli::Global,
	commands::{salted, undo_if_refused},
	output::{Hex, Report},
	time::Time,
};
use anyhow::{ensure, Context};
use ownome_primitives::{GrantId, Verdict};
use serde::Serialize;
use std::{
	fs,
	path::{Path, PathBuf},
};

/// What a grantee says is wrong. Its hash goes to the chain.
#[derive(Serialize)]
struct Statement<'a> {
	grant: GrantId,
	header_hash: Hex,
	reason: &'a str,
}

/// Says that the key does not open the data.
pub async fn raise(
	global: &Global,
	id: GrantId,
	reason: &str,
	out: Option<PathBuf>,
) -> anyhow::Result<Report> {
	let signer = global.key()?.public_key().to_account_id();
	let reason = salted::text(reason)?;
	let grant = global.chain().await?.state().await?.grant(id).await?;
	ensure!(
		grant.grantee == signer,
		"Grant {id} was given to {}, not to {signer}: give the grantee's key with --signer.",
		grant.grantee
	);
	let delivery = grant.delivery.with_context(|| {
		format!("The key of grant {id} has not been delivered: there is nothing to dispute.")
	})?;
	ensure!(
		delivery.verdict == Verdict::Pending,
		"The delivery of grant {id} was confirmed or disputed already: that stands."
	);
	let header_hash = Hex(delivery.header_hash);
	let statement = Statement { grant: id, header_hash, reason: &reason };
	let (bytes, hash) = salted::record(statement, Time::now())?;
	let path = out.unwrap_or_else(|| format!("dispute-{id}.json").into());
	salted::store(&path, &bytes)?;
	let sent = global.send(&calls::dispute(id, hash)).await;
	let (_, report) = undo_if_refused(sent, &path, || fs::remove_file(&path))?;
	Ok(Report::new()
		.field("statement", Hex(hash))?
		.field("file", path.display().to_string())?
		.and(report))
}

/// Decides a dispute.
pub async fn rule(
	global: &Global,
	id: GrantId,
	valid: bool,
	statement: Option<&Path>,
) -> anyhow::Result<Report> {
	// Who signs comes first, which needs no node.
	global.key()?;
	let grant = global.chain().await?.state().await?.grant(id).await?;
	let Some(Verdict::Disputed(dispute)) = grant.delivery.map(|delivery| delivery.verdict) else {
		anyhow::bail!("The delivery of grant {id} is not in dispute: there is nothing to decide.")
	};
	if let Some(statement) = statement {
		salted::expect(statement, dispute.reason)?;
	}
	Ok(global.send(&calls::rule(id, valid)).await?.1)
}
