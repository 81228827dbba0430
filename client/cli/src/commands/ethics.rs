//! `ownome ethics`: what ethics committees sign and review.

use super::{proposal, salted};
use crate::{
	chain::calls,
	cli::{Ethics as Command, Global},
	output::Report,
};
use anyhow::Context;
use ownome_primitives::{Ethics, GrantId};
use std::path::Path;

/// Signs offers, reviews emergencies, lists what waits.
pub async fn run(global: &Global, command: Command) -> anyhow::Result<Report> {
	match command {
		Command::Cosign(agreed) => proposal::cosign(global, agreed).await,
		Command::Review { grant, justified, statement, .. } => {
			review(global, grant, justified, statement.as_deref()).await
		},
		Command::List => list(global).await,
	}
}

async fn review(
	global: &Global,
	id: GrantId,
	justified: bool,
	statement: Option<&Path>,
) -> anyhow::Result<Report> {
	// Who signs comes first, which needs no node.
	global.key()?;
	let grant = global.chain().await?.state().await?.grant(id).await?;
	let emergency = grant.emergency().with_context(|| {
		format!("Grant {id} was not opened in an emergency: there is nothing to review.")
	})?;
	if let Some(statement) = statement {
		salted::expect(statement, emergency.justification)?;
	}
	Ok(global.send(&calls::review(id, justified)).await?.1)
}

async fn list(global: &Global) -> anyhow::Result<Report> {
	let chain = global.chain().await?;
	let mut waiting = chain.state().await?.open_proposals().await?;
	waiting.retain(|(_, proposal)| proposal.ethics == Ethics::Needed);
	proposal::rows(&waiting)
}
