//! `ownome receipt`: proofs of access.

use super::undo_if_refused;
use crate::{
	chain::calls,
	cli::{Global, Receipt},
	output::{Hex, Report},
	random,
	time::Time,
};
use anyhow::Context;
use ownome_primitives::{DatasetId, GrantId};
use ownome_vault::{
	files::{self, Access},
	store::Store,
};
use serde::Serialize;
use sp_crypto_hashing::blake2_256;
use std::{fs, io::Write};

/// Bytes of salt in a record: enough that nobody can guess the rest of it from its hash.
const SALT_BYTES: usize = 16;

/// What the custodian keeps of an access. Its hash goes to the chain, so that it cannot be changed later.
#[derive(Serialize)]
struct Record {
	grant: GrantId,
	dataset: DatasetId,
	at: Time,
	salt: String,
}

/// Records an access.
pub async fn run(global: &Global, command: Receipt) -> anyhow::Result<Report> {
	let Receipt::Record { grant: id, store } = command;
	let chain = global.chain().await?;
	let state = chain.state().await?;
	let dataset = state.grant(id).await?.dataset;
	let commitment = state.dataset(dataset).await?.commitment;
	let folder = Store::new(store).dataset(&commitment)?.path().join("receipts");
	fs::create_dir_all(&folder)
		.with_context(|| format!("The folder {} cannot be made.", folder.display()))?;

	let mut salt = [0; SALT_BYTES];
	random::fill(&mut salt)?;
	let record = Record { grant: id, dataset, at: Time::now(), salt: hex::encode(salt) };
	let bytes = serde_json::to_vec(&record).context("This record cannot be written as JSON.")?;
	let hash = blake2_256(&bytes);
	let path = folder.join(format!("{}.json", hex::encode(hash)));
	files::create(&path, Access::Private, |file| {
		file.write_all(&bytes).map_err(ownome_vault::Error::Write)
	})?;

	let sent = global.send(&calls::record_access(id, hash)).await;
	let (_, report) = undo_if_refused(sent, &path, |path| fs::remove_file(path))?;
	Ok(Report::new()
		.field("receipt", Hex(hash))?
		.field("file", path.display().to_string())?
		.and(report))
}
