//! The hashes of a tree, from the datasets that stand in its file.

use std::{fs::File, os::unix::fs::FileExt, path::Path};

use codec::Decode;
use ownome_primitives::{BatchRoot, Digest};
use rayon::prelude::*;

use super::{
	layout::{Layout, RECORD},
	Leaf,
};
use crate::{
	interrupt,
	merkle::{parents, MIN_SHARE},
	Error, Result,
};

/// The levels that are made of one piece of the list.
const PIECE_DEPTH: u32 = 16;
/// How many datasets are in memory at a time.
pub(super) const PIECE: u64 = 1 << PIECE_DEPTH;

/// What is wrong with a file to which somebody wrote.
pub(super) const CHANGED: &str = "it was changed after it was built";

/// The root over the datasets in a tree file. `visit` hears of all nodes above the leaves, some of a level at a time, and
/// where in the file they belong; `progress` hears how many datasets are done.
pub(super) fn root(
	file: &File,
	path: &Path,
	layout: Layout,
	mut visit: impl FnMut(u64, &[u8]) -> Result<()>,
	mut progress: impl FnMut(u64),
) -> Result<BatchRoot> {
	// One node for each piece: at most 2 MiB.
	let mut tops = Vec::new();
	for start in (0..layout.count()).step_by(PIECE as usize) {
		interrupt::check()?;
		let leaves = leaves(file, path, layout, start)?;
		tops.extend(climb(layout, 1..=PIECE_DEPTH, start, leaves, &mut visit)?);
		progress(layout.count().min(start + PIECE));
	}
	let root = climb(layout, PIECE_DEPTH + 1..=u32::MAX, 0, tops, &mut visit)?;
	Ok(BatchRoot(*root.first().ok_or(Error::EmptyBatch)?))
}

/// The hashes of the leaves of the piece that begins with `start`.
fn leaves(file: &File, path: &Path, layout: Layout, start: u64) -> Result<Vec<Digest>> {
	let count = layout.count();
	let mut records = vec![0; (PIECE.min(count - start) * RECORD) as usize];
	file.read_exact_at(&mut records, layout.record(start))
		.map_err(|source| Error::read(path, source))?;
	records
		.par_chunks(RECORD as usize)
		.with_min_len(MIN_SHARE)
		.enumerate()
		.map(|(place, record)| {
			let leaf = Leaf::decode(&mut &record[..]).ok()?;
			Some(leaf.hash(start + place as u64, count))
		})
		.collect::<Option<_>>()
		.ok_or_else(|| Error::BatchFile { path: path.into(), reason: CHANGED })
}

/// Makes those of the `levels` that the tree has, above the nodes `below` that begin over the leaf number `start`, and
/// gives the nodes of the last one.
fn climb(
	layout: Layout,
	levels: std::ops::RangeInclusive<u32>,
	start: u64,
	mut below: Vec<Digest>,
	visit: &mut impl FnMut(u64, &[u8]) -> Result<()>,
) -> Result<Vec<Digest>> {
	for level in levels.take_while(|level| *level <= layout.shape().depth()) {
		below = parents(&below);
		visit(layout.node(level, start >> level), below.as_flattened())?;
	}
	Ok(below)
}
