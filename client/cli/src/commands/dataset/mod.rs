//! `ownome dataset`.

pub mod packing;
mod register;
mod registration;
pub mod show;

pub use register::registered;

use self::packing::Source;
use super::{confirm::confirm, progress, statement, tag};
use crate::{
	chain::calls,
	cli::{Dataset, Global, Transfer},
	output::Report,
};
use anyhow::{ensure, Context};
use ownome_primitives::{
	is_location, DatasetId, Location, Locations, SearchTokens, MAX_LOCATIONS, MAX_LOCATION_LEN,
};
use ownome_vault::store::Store;
use std::path::Path;
use subxt::{transactions::Payload, utils::AccountId32};

/// Registers datasets, looks after them, looks at them.
pub async fn run(global: &Global, command: Dataset) -> anyhow::Result<Report> {
	match command {
		Dataset::Register { input, packing, parties } => {
			register::one(global, &input, packing, parties).await
		},
		Dataset::RegisterMany { inputs, packing, parties } => {
			register::many(global, &inputs, packing, parties).await
		},
		Dataset::SignRegistration { inputs, packing, parties, owner, valid, genesis, out } => {
			let terms = register::Terms { owner: owner.map(|owner| owner.0), valid, genesis };
			register::sign(global, &inputs, packing, parties, terms, &out).await
		},
		Dataset::RegisterFor { registration, store } => {
			register::paid(global, &registration, store.as_deref()).await
		},
		Dataset::Version { predecessor, input, packing, parties } => {
			register::version(global, predecessor, Source::File(&input), packing, parties).await
		},
		Dataset::Rekey { predecessor, key, packing, parties } => {
			register::rekey(global, predecessor, &key, packing, parties).await
		},
		Dataset::Show { dataset } => show::one(global, dataset).await,
		Dataset::List { owner, page } => show::list(global, owner.0, page).await,
		Dataset::Find { tag, key, page } => {
			show::tagged(global, tag::token(&key, &tag)?, page).await
		},
		Dataset::Lineage { dataset, limit } => show::lineage(global, dataset, limit).await,
		Dataset::Locate { dataset, locations } => {
			send(global, dataset, &calls::set_locations(dataset, locations_of(locations)?)).await
		},
		Dataset::Unlocate { dataset } => {
			send(global, dataset, &calls::set_locations(dataset, Locations::default())).await
		},
		Dataset::Tag { dataset, terms } => {
			send(global, dataset, &calls::set_tags(dataset, terms.key.epoch, tag::tokens(&terms)?))
				.await
		},
		Dataset::Untag { dataset } => {
			send(global, dataset, &calls::set_tags(dataset, 0, SearchTokens::default())).await
		},
		Dataset::Attest { dataset, statement } => attest(global, dataset, &statement).await,
		Dataset::Retract { dataset } => {
			send(global, dataset, &calls::retract_attestation(dataset)).await
		},
		Dataset::Transfer(Transfer::Offer { dataset, to }) => {
			send(global, dataset, &calls::offer_transfer(dataset, to.0)).await
		},
		Dataset::Transfer(Transfer::Accept { dataset }) => {
			send(global, dataset, &calls::accept_transfer(dataset)).await
		},
		Dataset::Transfer(Transfer::Cancel { dataset }) => {
			send(global, dataset, &calls::cancel_transfer(dataset)).await
		},
		Dataset::Prove { dataset, store } => prove(global, dataset, &store.store()?).await,
		Dataset::Seal { dataset } => seal(global, dataset).await,
		Dataset::Erase { dataset } => erase(global, dataset).await,
	}
}

/// Sends a call about a dataset that stands.
async fn send(global: &Global, id: DatasetId, call: &impl Payload) -> anyhow::Result<Report> {
	// Who signs comes first, which needs no node.
	global.key()?;
	global.chain().await?.state().await?.dataset(id).await?;
	Ok(global.send(call).await?.1)
}

/// Locations as the chain takes them.
pub fn locations_of(texts: Vec<String>) -> anyhow::Result<Locations> {
	let one = |text: String| {
		Location::try_from(text.into_bytes())
			.ok()
			.filter(|location| is_location(location))
			.with_context(|| format!("A location is 1 to {MAX_LOCATION_LEN} printable ASCII characters without spaces: escape the others."))
	};
	let all = texts.into_iter().map(one).collect::<anyhow::Result<Vec<_>>>()?;
	Locations::try_from(all)
		.ok()
		.with_context(|| format!("There is room for {MAX_LOCATIONS} locations: give fewer."))
}

async fn attest(global: &Global, id: DatasetId, path: &Path) -> anyhow::Result<Report> {
	let signer = global.key()?.public_key().to_account_id();
	let signed = statement::read(path)?;
	let attester = AccountId32(signed.statement.attester);
	ensure!(
		attester == signer,
		"{} was signed by {attester}, not by {signer}: give the key of the same account with --signer.",
		path.display()
	);
	statement::expect_about(&global.chain().await?.state().await?, id, path, &signed).await?;
	send(global, id, &calls::attest(id, signed.digest())).await
}

async fn prove(global: &Global, id: DatasetId, store: &Store) -> anyhow::Result<Report> {
	let chain = global.chain().await?;
	let state = chain.state().await?;
	let stored = store.dataset(&state.dataset(id).await?.commitment)?;
	let registrant = state.registrant(id).await?;
	let name = progress::during(global, "Hashing", stored.path(), || stored.prove(&registrant.0))?;
	Report::new()
		.field("dataset_id", id)?
		.field("file", stored.objects().path_of(name).display().to_string())
}

async fn seal(global: &Global, id: DatasetId) -> anyhow::Result<Report> {
	let signer = global.key()?.public_key().to_account_id();
	let chain = global.chain().await?;
	chain.state().await?.expect_may_decide(id, signer).await?;
	confirm(global.unasked(), &format!("close dataset {id} for new grants"))?;
	Ok(global.send(&calls::seal(id)).await?.1)
}

async fn erase(global: &Global, id: DatasetId) -> anyhow::Result<Report> {
	let signer = global.key()?.public_key().to_account_id();
	let chain = global.chain().await?;
	let state = chain.state().await?;
	// An erasure that changes nothing would cost a fee, and fail.
	state.expect_may_decide(id, signer).await?;
	let dataset = state.dataset(id).await?;
	confirm(
		global.unasked(),
		&format!("erase dataset {id} from the chain and end all of its grants"),
	)?;
	let report = global.send(&calls::erase(id)).await?.1;
	let folder = hex::encode(dataset.commitment.0);
	let left = format!(
		"Left to delete: the folder {folder} in the store of the custodian {}.",
		dataset.custodian
	);
	Ok(report
		.value("custodian", dataset.custodian)?
		.value("folder_to_delete", folder)?
		.line(left))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn what_the_chain_refuses_as_a_location_is_refused_before_it_is_sent() {
		let long = "x".repeat(MAX_LOCATION_LEN as usize + 1);
		for wrong in ["", "two words", "line\n", "caf\u{e9}", &long] {
			let error = locations_of(vec![wrong.into()]).unwrap_err().to_string();
			assert!(error.contains("without spaces"), "{wrong:?}: {error}");
		}
		let many = vec!["store/1".to_owned(); MAX_LOCATIONS as usize + 1];
		assert!(locations_of(many).unwrap_err().to_string().contains("There is room for"));
		assert_eq!(locations_of(vec!["store/1".into()]).unwrap().len(), 1);
	}
}
