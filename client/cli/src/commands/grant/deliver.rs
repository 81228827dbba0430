//! `ownome grant deliver`: the key for the grantee.

use crate::{
	chain::calls,
	cli::Global,
	commands::{keys::read_secret, progress, undo_if_refused},
	output::{Hex, Report},
	time::Time,
};
use anyhow::bail;
use ownome_primitives::GrantId;
use ownome_vault::{keys::PublicKey, store::Store};
use std::path::Path;

/// Writes the header for the grantee and puts its hash on record.
pub async fn run(global: &Global, id: GrantId, key: &Path, store: Store) -> anyhow::Result<Report> {
	let signer = global.key()?.public_key().to_account_id();
	let secret = read_secret(key)?;
	let chain = global.chain().await?;
	let state = chain.state().await?;
	let grant = state.grant(id).await?;
	state.expect_may_decide(grant.dataset, signer).await?;
	if let Some(delivery) = grant.delivery {
		bail!("The key of grant {id} was delivered already, at {}.", Time(delivery.at));
	}
	let grantee = PublicKey::from(state.member(grant.grantee).await?.encryption_key);
	let dataset = state.dataset(grant.dataset).await?;
	let stored = store.dataset(&dataset.commitment)?;
	let registrant = state.registrant(grant.dataset).await?;
	let header = progress::during(global, "Checking", stored.path(), || {
		stored.header_for(&secret, &grantee, &registrant.0)
	})?;
	let name = stored.put_header(&header)?;
	let path = stored.objects().path_of(&name);

	let hash = header.hash();
	let sent = global.send(&calls::deliver(id, hash)).await;
	// Left there, the header would open the dataset without a grant.
	let (_, report) = undo_if_refused(sent, &path, || stored.objects().delete(&name))?;
	Ok(Report::new()
		.field("commitment", Hex(dataset.commitment.0))?
		.field("header", path.display().to_string())?
		.field("header_hash", Hex(hash))?
		.and(report))
}
