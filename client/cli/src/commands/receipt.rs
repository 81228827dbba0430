//! `ownome receipt`: proofs of access.

use super::{salted, undo_if_refused};
use crate::{
	chain::{all, calls, Part, State},
	cli::{Global, Page, Receipt},
	output::{Hex, Report},
	time::{Date, Time},
};
use anyhow::{bail, Context};
use ownome_primitives::{BatchRoot, DatasetId, Evidence, GrantId};
use ownome_vault::{
	files::Access,
	receipts::Records,
	store::{Store, StoredDataset},
};
use serde::Serialize;
use serde_json::json;
use sp_crypto_hashing::blake2_256;
use std::{
	fs,
	path::{Path, PathBuf},
};

/// Where among the objects of a dataset the records of accesses are.
const RECEIPTS: &str = "receipts";

/// What the custodian keeps of an access, with its time and random bytes. Its hash goes to the chain, so that it cannot be changed later.
#[derive(Serialize)]
struct Record {
	grant: GrantId,
	dataset: DatasetId,
}

/// Records accesses, looks at what was recorded.
pub async fn run(global: &Global, command: Receipt) -> anyhow::Result<Report> {
	match command {
		Receipt::Record { grant, store } => record(global, grant, &store.store()?).await,
		Receipt::Batch { grant, list, store } => batch(global, grant, &list, &store.store()?).await,
		Receipt::List { grant, page } => list(global, grant, page).await,
		Receipt::Verify { grant, file } => verify(global, grant, &file).await,
	}
}

async fn record(global: &Global, id: GrantId, store: &Store) -> anyhow::Result<Report> {
	let (dataset, stored) = stored(global, id, store).await?;
	let (bytes, hash) = salted::record(Record { grant: id, dataset }, Time::now())?;
	let name = format!("{RECEIPTS}/{}.json", hex::encode(hash));
	let path = keep(&stored, &name, &bytes)?;
	let sent = global.send(&calls::record_access(id, hash)).await;
	let (_, report) = undo_if_refused(sent, &path, || stored.objects().delete(&name))?;
	Ok(Report::new()
		.field("receipt", Hex(hash))?
		.field("file", path.display().to_string())?
		.and(report))
}

async fn batch(global: &Global, id: GrantId, list: &Path, store: &Store) -> anyhow::Result<Report> {
	let times = read_times(list)?;
	let (dataset, stored) = stored(global, id, store).await?;
	let records = times
		.into_iter()
		.map(|at| Ok(salted::record(Record { grant: id, dataset }, at)?.0))
		.collect::<anyhow::Result<Vec<_>>>()?;
	let root = root_of(&records, list)?;
	let count = u32::try_from(records.len()).ok().with_context(|| {
		format!("{} has more accesses than one receipt can be of: split it.", list.display())
	})?;
	let name = format!("{RECEIPTS}/{}.jsonl", hex::encode(root.0));
	let path = keep(&stored, &name, &records.join(&b'\n'))?;
	let sent = global.send(&calls::record_accesses(id, root, count)).await;
	let (_, report) = undo_if_refused(sent, &path, || stored.objects().delete(&name))?;
	Ok(Report::new()
		.field("receipt", Hex(root.0))?
		.field("count", count)?
		.field("file", path.display().to_string())?
		.and(report))
}

/// The dataset of a grant, with which the custodian keeps the records of accesses.
async fn stored(
	global: &Global,
	id: GrantId,
	store: &Store,
) -> anyhow::Result<(DatasetId, StoredDataset)> {
	// Who signs comes first, which needs no node.
	global.key()?;
	let chain = global.chain().await?;
	let state = chain.state().await?;
	let dataset = state.grant(id).await?.dataset;
	let commitment = state.dataset(dataset).await?.commitment;
	Ok((dataset, store.dataset(&commitment)?))
}

/// Keeps a record, and says where.
fn keep(stored: &StoredDataset, name: &str, bytes: &[u8]) -> ownome_vault::Result<PathBuf> {
	stored.objects().create(name, bytes, Access::Private)?;
	Ok(stored.objects().path_of(name))
}

/// The times in a list of accesses, one on each line.
fn read_times(path: &Path) -> anyhow::Result<Vec<Time>> {
	let text = fs::read_to_string(path)
		.map_err(|source| ownome_vault::Error::ReadPath { path: path.into(), source })?;
	let times = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
	times
		.map(|(number, line)| match line.trim().parse::<Date>() {
			Ok(Date(at)) => Ok(Time(at)),
			Err(error) => bail!("{}, line {}: {error}.", path.display(), number + 1),
		})
		.collect()
}

fn root_of<R: AsRef<[u8]> + Sync>(records: &[R], path: &Path) -> anyhow::Result<BatchRoot> {
	let records = Records::over(records)
		.with_context(|| format!("{} has no accesses: write a line for each.", path.display()))?;
	Ok(records.root())
}

async fn list(global: &Global, id: GrantId, page: Page) -> anyhow::Result<Report> {
	let chain = global.chain().await?;
	let state = chain.state().await?;
	// Otherwise a mistyped number would read as a grant without accesses.
	state.grant(id).await?;
	let mut report = Report::new();
	let mut values = Vec::new();
	for (index, receipt) in
		state.receipts(id, Part { after: page.after, limit: page.limit }).await?
	{
		let (count, hash) = (receipt.evidence.count(), hash_of(&receipt.evidence));
		report = report.line(format!(
			"access {index}: {count} recorded by {} at {} with {hash}",
			receipt.custodian,
			Time(receipt.at)
		));
		values.push(json!({
			"index": index,
			"count": count,
			"custodian": receipt.custodian,
			"at": Time(receipt.at),
			"receipt": hash,
		}));
	}
	report.list("receipts", values)
}

fn hash_of(evidence: &Evidence) -> Hex {
	Hex(match evidence {
		Evidence::Record(hash) => *hash,
		Evidence::Batch { root, .. } => root.0,
	})
}

async fn verify(global: &Global, id: GrantId, path: &Path) -> anyhow::Result<Report> {
	let bytes = fs::read(path)
		.map_err(|source| ownome_vault::Error::ReadPath { path: path.into(), source })?;
	let chain = global.chain().await?;
	let state = chain.state().await?;
	state.grant(id).await?;
	let (index, receipt) = find(&state, id, &evidence(&bytes)).await?.with_context(|| {
		format!("No custodian put {} on record under grant {id}: it was changed, or is of another grant.", path.display())
	})?;
	Report::new()
		.field("grant_id", id)?
		.field("index", index)?
		.field("count", receipt.evidence.count())?
		.field("custodian", receipt.custodian)?
		.field("recorded_at", Time(receipt.at))
}

/// What could stand on the chain for these records.
fn evidence(bytes: &[u8]) -> Vec<Evidence> {
	let lines: Vec<_> = bytes.split(|byte| *byte == b'\n').collect();
	let root = Records::over(&lines).map(|records| records.root());
	let batch = root
		.zip(u32::try_from(lines.len()).ok())
		.map(|(root, count)| Evidence::Batch { root, count });
	[Evidence::Record(blake2_256(bytes))].into_iter().chain(batch).collect()
}

async fn find(
	state: &State<'_>,
	id: GrantId,
	wanted: &[Evidence],
) -> anyhow::Result<Option<(u64, ownome_primitives::Receipt<subxt::utils::AccountId32>)>> {
	let receipts = all(async |part| state.receipts(id, part).await, |(index, _)| *index).await?;
	Ok(receipts.into_iter().find(|(_, receipt)| wanted.contains(&receipt.evidence)))
}

#[cfg(test)]
mod tests {
	use super::*;

	fn times(text: &str) -> anyhow::Result<Vec<Time>> {
		let file = tempfile::NamedTempFile::new().unwrap();
		fs::write(file.path(), text).unwrap();
		read_times(file.path())
	}

	#[test]
	fn each_line_is_a_time() {
		let read = times("2025-11-20T10:00:00Z\n\n 2025-11-20 \n").unwrap();
		assert_eq!(read, [Time(1_763_632_800_000), Time(1_763_596_800_000)]);
		let error = times("2025-11-20T10:00:00Z\nyesterday\n").unwrap_err().to_string();
		assert!(error.contains("line 2: write a date"), "{error}");
		assert_eq!(times("").unwrap(), []);
	}

	#[test]
	fn one_record_and_many_are_found_by_what_they_are_on_record_as() {
		let record = || salted::record(Record { grant: 1, dataset: 0 }, Time(5)).unwrap();
		let (one, hash) = record();
		assert!(evidence(&one).contains(&Evidence::Record(hash)));
		let records = [one, record().0, record().0];
		let root = root_of(&records, Path::new("list")).unwrap();
		assert!(evidence(&records.join(&b'\n')).contains(&Evidence::Batch { root, count: 3 }));
		let error = root_of::<Vec<u8>>(&[], Path::new("list")).unwrap_err().to_string();
		assert!(error.contains("has no accesses"), "{error}");
	}
}
