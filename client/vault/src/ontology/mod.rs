//! Which diseases of MONDO are kinds of others, and the proofs of it that go with an offer.
//!
//! [`Release`] reads a release and makes the tree whose root the chain has on record; [`Release::prove`] gives the proof of one pair, and
//! [`proofs_for`] those that an offer needs.
//!
//! - A pair is two diseases of which the first is below the second by one or more is-a edges. A disease is no pair with itself.
//! - Only edges between classes of MONDO count that the release has and that are not obsolete.
//! - The pairs are in the order of their descendants, and those of one descendant in the order of their ancestors, both as numbers. So everybody who
//!   has the release gets the same root.
//! - Leaves are hashed by [`ancestry_leaf`], in a tree as that of [`batch`](crate::batch).

mod closure;
mod graphs;
mod offer;
#[cfg(test)]
mod tests;

use std::{collections::BTreeSet, io::Read, path::Path};

use ownome_primitives::{ancestry_leaf, Ancestry, AncestryProof, Mondo, Ontology};
use rayon::prelude::*;

use crate::{files, merkle::Nodes, Error, Result};

pub use closure::MAX_PAIRS;
pub use graphs::MAX_RELEASE_BYTES;
pub use offer::{diseases_of, proofs_for};

/// A release of MONDO, and the tree over its pairs.
#[derive(Debug)]
pub struct Release {
	version: String,
	classes: BTreeSet<Mondo>,
	pairs: Vec<Ancestry>,
	nodes: Nodes,
}

impl Release {
	/// Reads `mondo.json` of a release.
	///
	/// # Errors
	/// [`Error::ReadPath`], and [`Error::OntologyFile`] also for a release in which diseases are kinds of each other.
	pub fn open(path: &Path) -> Result<Self> {
		Self::read(path, files::open(path)?)
	}

	/// Reads a release. The `path` is for errors.
	fn read(path: &Path, json: impl Read) -> Result<Self> {
		let malformed = |reason| Error::OntologyFile { path: path.into(), reason };
		let graph = graphs::read(path, json)?;
		let pairs = closure::pairs(&graph.is_a).map_err(|flaw| malformed(flaw.to_string()))?;
		let count = pairs.len() as u64;
		let leaves = pairs.par_iter().enumerate();
		let leaves = leaves.map(|(index, pair)| ancestry_leaf(index as u64, count, pair)).collect();
		let nodes =
			Nodes::over(leaves).ok_or_else(|| malformed("no class is a kind of another".into()))?;
		let classes = graph.is_a.nodes().map(Mondo).collect();
		Ok(Self { version: graph.version, classes, pairs, nodes })
	}

	/// The IRI of the release.
	pub fn version(&self) -> &str {
		&self.version
	}

	/// What goes to the chain.
	pub fn ontology(&self) -> Ontology {
		Ontology { root: self.nodes.root(), count: self.pairs.len() as u64 }
	}

	/// All diseases that are not obsolete.
	pub fn classes(&self) -> &BTreeSet<Mondo> {
		&self.classes
	}

	/// All pairs, in the order of the leaves.
	pub fn pairs(&self) -> &[Ancestry] {
		&self.pairs
	}

	/// The proof that `descendant` is a kind of `ancestor`.
	///
	/// # Errors
	/// [`Error::NoDisease`] and [`Error::NotAKindOf`].
	pub fn prove(&self, descendant: Mondo, ancestor: Mondo) -> Result<AncestryProof> {
		for disease in [descendant, ancestor] {
			if !self.classes.contains(&disease) {
				return Err(Error::NoDisease { disease, version: self.version.clone() });
			}
		}
		let proof = self.find(descendant, ancestor).and_then(|index| self.proof(index));
		proof.ok_or_else(|| Error::NotAKindOf {
			descendant,
			ancestor,
			version: self.version.clone(),
		})
	}

	/// The place of a pair, if it is one.
	fn find(&self, descendant: Mondo, ancestor: Mondo) -> Option<usize> {
		let key = |pair: &Ancestry| (pair.descendant, pair.ancestor);
		self.pairs.binary_search_by_key(&(descendant, ancestor), key).ok()
	}

	/// The proof of the pair at a place.
	fn proof(&self, index: usize) -> Option<AncestryProof> {
		let pair = *self.pairs.get(index)?;
		let index = index as u64;
		Some(AncestryProof { pair, index, proof: self.nodes.prove(index)? })
	}
}
