//! The ways in which a dataset gets its title.

use super::{
	super::keys::read_secret,
	packing::{expect_accredited, expect_role, expect_stored, undo_all, Packed, Source},
	registration::SignedRegistration,
};
use crate::{
	chain::{calls, ChainEvent, Inclusion},
	cli::{Global, Hash, Packing, Parties},
	output::{Hex, Report},
	time::{Period, Time},
};
use anyhow::{ensure, Context};
use ownome_primitives::{DatasetId, Registration, Registrations, Role, MAX_REGISTRATIONS};
use ownome_vault::store::Store;
use std::{
	path::{Path, PathBuf},
	slice,
};
use subxt::utils::AccountId32;

/// Registers a file.
pub async fn one(
	global: &Global,
	input: &Path,
	packing: Packing,
	parties: Parties,
) -> anyhow::Result<Report> {
	let owner = global.key()?.public_key().to_account_id();
	expect_accredited(&global.chain().await?.state().await?, &parties).await?;
	let packed = Packed::new(global, &Source::File(input), &owner, &packing)?;
	let call = calls::register(packed.registration(&packing, &parties));
	let sent = undo_all(global.send(&call).await, slice::from_ref(&packed));
	report_one(packed, sent?)
}

/// Registers several files at once.
pub async fn many(
	global: &Global,
	inputs: &[PathBuf],
	packing: Packing,
	parties: Parties,
) -> anyhow::Result<Report> {
	let owner = global.key()?.public_key().to_account_id();
	expect_room(inputs)?;
	expect_accredited(&global.chain().await?.state().await?, &parties).await?;
	let packed = Packed::all(global, inputs, &owner, &packing)?;
	let registrations = undo_all(registrations(&packed, &packing, &parties), &packed)?;
	let sent = global.send(&calls::register_many(registrations)).await;
	let (inclusion, report) = undo_all(sent, &packed)?;
	report_many(&inclusion, report)
}

/// Registers the next version of a dataset.
pub async fn version(
	global: &Global,
	predecessor: DatasetId,
	source: Source<'_>,
	packing: Packing,
	parties: Parties,
) -> anyhow::Result<Report> {
	let signer = global.key()?.public_key().to_account_id();
	let chain = global.chain().await?;
	let state = chain.state().await?;
	state.expect_may_decide(predecessor, signer).await?;
	let before = state.dataset(predecessor).await?;
	if let Some(successor) = before.successor {
		anyhow::bail!(
			"Dataset {predecessor} has a newer version already, {successor}: name the newest one."
		);
	}
	expect_accredited(&state, &parties).await?;
	let packed = Packed::new(global, &source, &before.owner, &packing)?;
	let call = calls::new_version(predecessor, packed.registration(&packing, &parties));
	let sent = undo_all(global.send(&call).await, slice::from_ref(&packed));
	report_one(packed, sent?)
}

/// Registers what is stored of a dataset as its next version, encrypted anew.
pub async fn rekey(
	global: &Global,
	predecessor: DatasetId,
	key: &Path,
	packing: Packing,
	parties: Parties,
) -> anyhow::Result<Report> {
	// First of all, because the chain's answer must not wait for somebody to type.
	global.key()?;
	let secret = read_secret(key)?;
	let chain = global.chain().await?;
	let state = chain.state().await?;
	let commitment = state.dataset(predecessor).await?.commitment;
	let registrant = state.registrant(predecessor).await?;
	let stored = packing.store.store()?.dataset(&commitment)?;
	let format = stored.manifest_of(&registrant.0)?.format;
	ensure!(
		packing.format.name() == format,
		"Dataset {predecessor} is stored as {format}: give --format {format}."
	);
	let source = Source::Stored { stored, secret, registrant: registrant.0 };
	version(global, predecessor, source, packing, parties).await
}

/// What an owner says beside the registration that it signs.
pub struct Terms {
	/// The owner; who signs if there is none.
	pub owner: Option<AccountId32>,
	/// For how long the signature holds.
	pub valid: Period,
	/// The chain; that of the node if there is none.
	pub genesis: Option<Hash>,
}

/// Signs a registration for somebody else to pay for.
pub async fn sign(
	global: &Global,
	inputs: &[PathBuf],
	packing: Packing,
	parties: Parties,
	terms: Terms,
	out: &Path,
) -> anyhow::Result<Report> {
	let key = global.key()?;
	let signer = key.public_key().to_account_id();
	let owner = terms.owner.unwrap_or(signer);
	expect_room(inputs)?;
	let genesis = match terms.genesis {
		Some(genesis) => genesis.0,
		None => {
			let chain = global.chain().await?;
			ensure!(
				chain.state().await?.acts_for(owner, signer).await?,
				"{signer} is not the guardian of {owner} now: sign as the owner or as the guardian, or leave --owner out."
			);
			chain.genesis_hash().0
		},
	};
	let deadline = Time::now().0.saturating_add(terms.valid.0);
	let packed = Packed::all(global, inputs, &owner, &packing)?;
	let signed = registrations(&packed, &packing, &parties).and_then(|registrations| {
		SignedRegistration::new(genesis, owner, &registrations, deadline, &key).write(out)
	});
	undo_all(signed, &packed)?;
	let commitments: Vec<_> = packed.iter().map(|one| Hex(one.commitment.0)).collect();
	let folders = packed.iter().map(Packed::place);
	Ok(Report::new()
		.field("file", out.display().to_string())?
		.field("owner", owner)?
		.field("deadline", Time(deadline))?
		.value("commitments", commitments)?
		.line(folders.collect::<Vec<_>>().join("\n")))
}

/// Pays for a registration that somebody else has signed, of datasets that are in the store if one is given.
pub async fn paid(global: &Global, path: &Path, store: Option<&Path>) -> anyhow::Result<Report> {
	let signed = SignedRegistration::read(path)?;
	let registrations = signed.registrations()?;
	if let Some(store) = store {
		let store = Store::new(store)?;
		for Registration { seal, .. } in &registrations {
			expect_stored(&store, &signed.owner(), seal)?;
		}
	}
	let chain = global.chain().await?;
	ensure!(
		signed.genesis == chain.genesis_hash().0,
		"{} was signed for another chain: give --url of a node of that one.",
		path.display()
	);
	let state = chain.state().await?;
	ensure!(
		state.now().await? <= signed.deadline,
		"{} was signed for the time until {}: ask {} to sign again.",
		path.display(),
		Time(signed.deadline),
		signed.owner()
	);
	let by_guardian = match state.guardian(signed.owner()).await? {
		Some(found) => signed.is_by(found.guardian)?,
		None => false,
	};
	ensure!(
		by_guardian || signed.is_by(signed.owner())?,
		"{} was not signed by {}, or was changed since: ask for the registration again.",
		path.display(),
		signed.owner()
	);
	for Registration { seal, custodian, attester, .. } in &registrations {
		state.expect_new(signed.owner(), seal).await?;
		expect_role(&state, *custodian, Role::Custodian).await?;
		if let Some(attester) = attester {
			expect_role(&state, *attester, Role::Attester).await?;
		}
	}
	let call =
		calls::register_for(signed.owner(), registrations, signed.deadline, signed.signature());
	let (inclusion, report) = global.send(&call).await?;
	report_many(&inclusion, report)
}

fn registrations(
	packed: &[Packed],
	packing: &Packing,
	parties: &Parties,
) -> anyhow::Result<Registrations<AccountId32>> {
	let all: Vec<_> = packed.iter().map(|one| one.registration(packing, parties)).collect();
	Registrations::try_from(all).ok().with_context(too_many)
}

/// Refuses more files than fit, before they are encrypted.
fn expect_room(inputs: &[PathBuf]) -> anyhow::Result<()> {
	ensure!(inputs.len() <= MAX_REGISTRATIONS as usize, too_many());
	Ok(())
}

fn too_many() -> String {
	format!("At most {MAX_REGISTRATIONS} files can be registered at once: do it in several steps.")
}

fn report_one(packed: Packed, (inclusion, report): (Inclusion, Report)) -> anyhow::Result<Report> {
	let dataset_id = registered(&inclusion).next();
	Ok(Report::new()
		.optional("dataset_id", dataset_id)?
		.field("commitment", Hex(packed.commitment.0))?
		.field("bytes", packed.bytes)?
		.field("folder", packed.place())?
		.and(report))
}

fn report_many(inclusion: &Inclusion, report: Report) -> anyhow::Result<Report> {
	Ok(Report::new()
		.value("dataset_ids", registered(inclusion).collect::<Vec<_>>())?
		.and(report))
}

/// The numbers of the datasets that a transaction registered.
pub fn registered(inclusion: &Inclusion) -> impl Iterator<Item = DatasetId> + '_ {
	inclusion.events.iter().filter_map(|event| match event {
		ChainEvent::Registered { dataset_id, .. } => Some(*dataset_id),
		_ => None,
	})
}
