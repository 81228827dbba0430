//! `ownome batch`: many datasets under one hash.

mod list;

use super::{
	dataset::{
		locations_of,
		packing::{expect_stored, undo_all, Packed, Source},
		registered,
		show::locations,
	},
	progress,
};
use crate::{
	chain::{calls, ChainEvent},
	cli::{Batch, Global, Packing},
	interrupt,
	output::{Hex, Report},
	time::Time,
};
use anyhow::ensure;
use list::List;
use ownome_primitives::{BatchId, BatchProof, Commitment};
use ownome_vault::{
	batch::{Builder, Leaf, Proof, Tree},
	manifest::Manifest,
	store::Store,
};
use std::{
	path::{Path, PathBuf},
	slice,
};
use subxt::utils::AccountId32;

/// Makes batches and what owners need to claim from them.
pub async fn run(global: &Global, command: Batch) -> anyhow::Result<Report> {
	match command {
		Batch::Add { list, input, owner, packing } => add(global, &list, &input, owner.0, packing),
		Batch::Build { list, tree, store } => build(global, &list, &tree, store.as_deref()),
		Batch::Prove { tree, index, out } => prove(&tree, index, out),
		Batch::Anchor { tree, custodian, locations } => {
			anchor(global, &tree, custodian.0, locations).await
		},
		Batch::Claim { batch, proof, manifest, attester } => {
			let attester = attester.map(|attester| attester.0);
			claim(global, batch, &proof, manifest.as_deref(), attester).await
		},
		Batch::Show { batch } => show(global, batch).await,
	}
}

fn add(
	global: &Global,
	list: &Path,
	input: &Path,
	owner: AccountId32,
	packing: Packing,
) -> anyhow::Result<Report> {
	// Before the data are encrypted.
	list::expect_list(list)?;
	let packed = Packed::new(global, &Source::File(input), &owner, &packing)?;
	let leaf = Leaf { owner: owner.0, seal: packed.seal, format: packing.format.into() };
	undo_all(list::append(list, &leaf), slice::from_ref(&packed))?;
	Report::new()
		.field("list", list.display().to_string())?
		.field("seal", Hex(packed.seal.0))?
		.field("commitment", Hex(packed.commitment.0))?
		.field("folder", packed.place())
}

fn build(
	global: &Global,
	list: &Path,
	path: &Path,
	store: Option<&Path>,
) -> anyhow::Result<Report> {
	let store = store.map(Store::new).transpose()?;
	interrupt::listen();
	let tree = tokio::task::block_in_place(|| {
		let mut builder = Builder::new(path)?;
		let mut count = 0;
		let reading = progress::bar(global, "Reading", list);
		for leaf in List::open(list, &reading)? {
			let leaf = leaf?;
			if let Some(store) = &store {
				expect_stored(store, &AccountId32(leaf.owner), &leaf.seal)?;
			}
			builder.push(&leaf)?;
			count += 1;
		}
		reading.finish_and_clear();
		let hashing = progress::bar(global, "Hashing", list);
		hashing.set_length(count);
		let tree = builder.finish(|done| hashing.set_position(done))?;
		hashing.finish_and_clear();
		anyhow::Ok(tree)
	})?;
	Report::new()
		.field("file", path.display().to_string())?
		.field("root", Hex(tree.root().0))?
		.field("datasets", tree.count())
}

fn prove(tree: &Path, index: u64, out: Option<PathBuf>) -> anyhow::Result<Report> {
	let proof = Tree::open(tree)?.prove(index)?;
	let out = out.unwrap_or_else(|| format!("proof-{index}.json").into());
	proof.write(&out)?;
	Report::new()
		.field("file", out.display().to_string())?
		.field("owner", AccountId32(proof.leaf.owner))?
		.field("root", Hex(proof.root.0))
}

async fn anchor(
	global: &Global,
	path: &Path,
	custodian: AccountId32,
	locations: Vec<String>,
) -> anyhow::Result<Report> {
	let locations = locations_of(locations)?;
	let tree = Tree::open(path)?;
	// What is anchored stays for ever: a root to which no proof leads would be worth nothing.
	interrupt::listen();
	let checking = progress::bar(global, "Checking", path);
	checking.set_length(tree.count());
	tokio::task::block_in_place(|| tree.check(|done| checking.set_position(done)))?;
	checking.finish_and_clear();
	let call = calls::anchor_batch(tree.root(), tree.count(), custodian, locations);
	let (inclusion, report) = global.send(&call).await?;
	let batch_id = inclusion.events.iter().find_map(|event| match event {
		ChainEvent::BatchAnchored { batch_id, .. } => Some(*batch_id),
		_ => None,
	});
	Ok(Report::new().optional("batch_id", batch_id)?.and(report))
}

async fn claim(
	global: &Global,
	id: BatchId,
	path: &Path,
	manifest: Option<&Path>,
	attester: Option<AccountId32>,
) -> anyhow::Result<Report> {
	let signer = global.key()?.public_key().to_account_id();
	let proof = Proof::read(path)?;
	let owner = AccountId32(proof.leaf.owner);
	ensure!(
		owner == signer,
		"{} is for {owner}, not for {signer}: give the owner's key with --signer.",
		path.display()
	);
	if let Some(manifest) = manifest {
		let (contents, seal) = Manifest::read(manifest)?;
		ensure!(
			seal == proof.leaf.seal.0,
			"{} is not the manifest that {} is about: ask whoever gave you the two for yours.",
			manifest.display(),
			path.display()
		);
		contents.check_registrant(&owner.0, &Commitment::new(&owner, &proof.leaf.seal))?;
	}
	let chain = global.chain().await?;
	let state = chain.state().await?;
	let batch = state.batch(id).await?;
	ensure!(
		(batch.root, batch.leaves) == (proof.root, proof.count),
		"{} is for another batch than {id}: ask {} for the number of yours.",
		path.display(),
		batch.anchored_by
	);
	state.expect_new(owner, &proof.leaf.seal).await?;
	let hashes = BatchProof::truncate_from(proof.path);
	let call = calls::claim_from_batch(id, proof.index, &proof.leaf, attester, hashes);
	let (inclusion, report) = global.send(&call).await?;
	let dataset_id = registered(&inclusion).next();
	Ok(Report::new().optional("dataset_id", dataset_id)?.and(report))
}

async fn show(global: &Global, id: BatchId) -> anyhow::Result<Report> {
	let chain = global.chain().await?;
	let batch = chain.state().await?.batch(id).await?;
	let report = Report::new()
		.field("batch_id", id)?
		.field("root", Hex(batch.root.0))?
		.field("datasets", batch.leaves)?
		.field("custodian", batch.custodian)?
		.field("anchored_by", batch.anchored_by)?
		.field("anchored_at", Time(batch.anchored_at))?;
	let texts = batch.locations.iter().map(|text| String::from_utf8_lossy(text).into());
	locations(report, texts.collect())
}
