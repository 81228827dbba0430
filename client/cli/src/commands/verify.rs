//! `ownome verify`: whether a file is the registered one.

use super::progress;
use crate::{
	cli::Global,
	output::{Hex, Report},
};
use anyhow::ensure;
use ownome_primitives::{Commitment, DatasetId, Seal, Verification};
use ownome_vault::manifest::Manifest;
use std::path::Path;

/// Checks a file against its manifest, and the manifest against the chain.
pub async fn run(
	global: &Global,
	file: &Path,
	manifest: &Path,
	id: DatasetId,
) -> anyhow::Result<Report> {
	let (contents, seal) = Manifest::read(manifest)?;
	let chain = global.chain().await?;
	let state = chain.state().await?;
	let dataset = state.dataset(id).await?;
	let registrant = state.registrant(id).await?;
	let commitment = Commitment::new(&registrant, &Seal(seal));
	ensure!(
		state.verify(commitment).await? == Verification::Registered(id),
		"{} is not the manifest that was registered as dataset {id}: get it again from its custodian {}.",
		manifest.display(),
		dataset.custodian
	);
	contents.check_registrant(&registrant.0, &commitment)?;
	progress::during(global, "Checking", file, || contents.check_file(file))?;
	Ok(Report::new()
		.field("dataset_id", id)?
		.field("commitment", Hex(commitment.0))?
		.field("owner", dataset.owner)?
		.field("bytes", contents.body_bytes)?
		// A header differs for each recipient, so the manifest says nothing of it.
		.value("verdict", "data-blocks-registered")?
		.value("header_checked", false)?
		.line(
			"The data blocks are the registered ones, byte for byte; the header was not checked.",
		))
}
