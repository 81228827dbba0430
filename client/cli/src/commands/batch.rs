//! `ownome batch`: many datasets under one hash.

mod list;

use super::progress;
use crate::{
	cli::{Batch, Global, Packing},
	interrupt,
	output::{Hex, Report},
};
use list::List;
use ownome_primitives::{Commitment, Seal};
use ownome_vault::{
	batch::{Builder, Leaf, Tree},
	keys::PublicKey,
	store::Store,
};
use std::{
	fs,
	path::{Path, PathBuf},
};
use subxt::utils::AccountId32;

/// Makes batches and what owners need to claim from them.
pub async fn run(global: &Global, command: Batch) -> anyhow::Result<Report> {
	match command {
		Batch::Add { list, input, owner, packing } => add(global, &list, &input, owner.0, packing),
		Batch::Build { list, tree } => build(global, &list, &tree),
		Batch::Prove { tree, index, out } => prove(&tree, index, out),
	}
}

fn add(
	global: &Global,
	list: &Path,
	input: &Path,
	owner: AccountId32,
	packing: Packing,
) -> anyhow::Result<Report> {
	let reader = PublicKey::read(&packing.recipient)?;
	let pending = progress::during(global, "Encrypting", input, || {
		Store::new(packing.store).add(input, &packing.format.name(), &reader)
	})?;
	let seal = Seal(pending.seal());
	let commitment = Commitment::new(&owner, &seal);
	let stored = pending.finish(&commitment.0)?;
	let leaf = Leaf { owner: owner.0, seal, format: packing.format.into() };
	list::append(list, &leaf).inspect_err(|_| {
		// Best effort: the first error is the one to report.
		let _ = fs::remove_dir_all(stored.path());
	})?;
	Report::new()
		.field("list", list.display().to_string())?
		.field("seal", Hex(seal.0))?
		.field("commitment", Hex(commitment.0))?
		.field("folder", stored.path().display().to_string())
}

fn build(global: &Global, list: &Path, path: &Path) -> anyhow::Result<Report> {
	interrupt::listen();
	let tree = tokio::task::block_in_place(|| {
		let mut builder = Builder::new(path)?;
		let mut count = 0;
		let reading = progress::bar(global, "Reading", list);
		for leaf in List::open(list, &reading)? {
			builder.push(&leaf?)?;
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
