//! `ownome dataset`.

use super::{digest_of, progress, undo_if_refused};
use crate::{
	chain::{calls, ChainEvent, State},
	cli::{Dataset, Format, Global, RoleName},
	output::{Hex, Report},
	time::Time,
};
use anyhow::ensure;
use ownome_primitives::{Commitment, DatasetId, Role, Seal};
use ownome_vault::{keys::PublicKey, store::Store};
use std::{fs, path::Path};
use subxt::utils::AccountId32;

/// Registers datasets, vouches for them, looks at them.
pub async fn run(global: &Global, command: Dataset) -> anyhow::Result<Report> {
	match command {
		Dataset::Register { input, recipient, format, custodian, attester, store } => {
			let parties =
				Parties { custodian: custodian.0, attester: attester.map(|found| found.0) };
			register(global, &input, &recipient, format, parties, Store::new(store)).await
		},
		Dataset::Show { dataset } => show(global, dataset).await,
		Dataset::Attest { dataset, statement } => {
			Ok(global.send(&calls::attest(dataset, digest_of(&statement)?)).await?.1)
		},
	}
}

/// The members that have a part in a dataset.
struct Parties {
	custodian: AccountId32,
	attester: Option<AccountId32>,
}

async fn register(
	global: &Global,
	input: &Path,
	recipient: &Path,
	format: Format,
	parties: Parties,
	store: Store,
) -> anyhow::Result<Report> {
	let reader = PublicKey::read(recipient)?;
	let owner = global.key()?.public_key().to_account_id();
	// The chain would say the same, but only after the whole file was encrypted.
	let chain = global.chain().await?;
	let state = chain.state().await?;
	expect_role(&state, parties.custodian, Role::Custodian).await?;
	if let Some(attester) = parties.attester {
		expect_role(&state, attester, Role::Attester).await?;
	}

	let pending = progress::during(global, "Encrypting", input, || {
		store.add(input, &format.name(), &reader)
	})?;
	let seal = Seal(pending.seal());
	let bytes = pending.manifest().body_bytes;
	let commitment = Commitment::new(&owner, &seal);
	let stored = pending.finish(&commitment.0)?;

	let call = calls::register(seal, format.into(), parties.custodian, parties.attester);
	let sent = global.send(&call).await;
	let (inclusion, report) =
		undo_if_refused(sent, stored.path(), |folder| fs::remove_dir_all(folder))?;
	let dataset_id = inclusion.events.iter().find_map(|event| match event {
		ChainEvent::Registered { dataset_id, .. } => Some(*dataset_id),
		_ => None,
	});
	Ok(Report::new()
		.optional("dataset_id", dataset_id)?
		.field("commitment", Hex(commitment.0))?
		.field("bytes", bytes)?
		.field("folder", stored.path().display().to_string())?
		.and(report))
}

async fn expect_role(state: &State<'_>, account: AccountId32, role: Role) -> anyhow::Result<()> {
	let member = state.member(account).await?;
	ensure!(
		member.roles.contains(&role),
		"Account {account} is not accredited as {}: name a member that is.",
		RoleName::from(role).name()
	);
	Ok(())
}

async fn show(global: &Global, id: DatasetId) -> anyhow::Result<Report> {
	let dataset = global.chain().await?.state().await?.dataset(id).await?;
	Report::new()
		.field("dataset_id", id)?
		.field("owner", dataset.owner)?
		.field("custodian", dataset.custodian)?
		.optional("attester", dataset.attester)?
		.field("commitment", Hex(dataset.commitment.0))?
		.field("format", Format::from(dataset.format).name())?
		.field("registered_at", Time(dataset.registered_at))
}
