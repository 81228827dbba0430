//! The tree of RFC 9162, section 2.1, over hashes that are there: its shape and its nodes.
//!
//! A level has half as many nodes as the one below, rounded up: a node without a neighbour on its right stands for
//! itself on the next level too.

use ownome_primitives::{node_hash, BatchProof, BatchRoot, Digest, MAX_BATCH_LEAVES};
use rayon::prelude::*;

/// How many hashes are worth the attention of another thread.
pub(crate) const MIN_SHARE: usize = 512;

/// The shape of a tree with a number of leaves that is neither zero nor too great.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shape {
	count: u64,
}

impl Shape {
	pub(crate) fn new(count: u64) -> Option<Self> {
		(1..=MAX_BATCH_LEAVES).contains(&count).then_some(Self { count })
	}

	pub(crate) fn count(self) -> u64 {
		self.count
	}

	/// How many levels there are above the leaves.
	pub(crate) fn depth(self) -> u32 {
		u64::BITS - (self.count - 1).leading_zeros()
	}

	/// How many nodes a level has; the leaves are level 0.
	pub(crate) fn width(self, level: u32) -> u64 {
		((self.count - 1) >> level) + 1
	}

	/// The level and the place of each node beside the way from a leaf to the root, from below.
	pub(crate) fn beside(self, index: u64) -> impl Iterator<Item = (u32, u64)> {
		(0..self.depth())
			.map(move |level| (level, (index >> level) ^ 1))
			.filter(move |(level, place)| *place < self.width(*level))
	}
}

/// The nodes over those `below`, which begin with a node that has its neighbour on its right.
pub(crate) fn parents(below: &[Digest]) -> Vec<Digest> {
	below.par_chunks(2).with_min_len(MIN_SHARE).map(parent).collect()
}

/// The node over one or two others.
fn parent(children: &[Digest]) -> Digest {
	match children {
		[left, right] => node_hash(left, right),
		other => other.first().copied().unwrap_or_default(),
	}
}

/// All nodes of a tree, in memory.
#[derive(Debug)]
pub(crate) struct Nodes {
	shape: Shape,
	/// The leaves come first.
	levels: Vec<Vec<Digest>>,
}

impl Nodes {
	/// The tree over these leaves, of which there is a number that a tree can have.
	pub(crate) fn over(leaves: Vec<Digest>) -> Option<Self> {
		let shape = Shape::new(leaves.len() as u64)?;
		let levels =
			std::iter::successors(Some(leaves), |below| (below.len() > 1).then(|| parents(below)));
		Some(Self { shape, levels: levels.collect() })
	}

	pub(crate) fn root(&self) -> BatchRoot {
		let top = self.levels.last().and_then(|level| level.first());
		BatchRoot(top.copied().unwrap_or_default())
	}

	/// The hashes beside the way from a leaf to the root. Nothing for a leaf that is not there.
	pub(crate) fn prove(&self, index: u64) -> Option<BatchProof> {
		if index >= self.shape.count() {
			return None;
		}
		let node = |(level, place)| self.levels.get(level as usize)?.get(place as usize).copied();
		let hashes: Vec<_> = self.shape.beside(index).map(node).collect::<Option<_>>()?;
		hashes.try_into().ok()
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use ownome_primitives::verify_inclusion;

	#[test]
	fn every_leaf_is_proved_in_trees_of_all_shapes() {
		for count in 1..70u64 {
			let leaves: Vec<Digest> = (0..count).map(|leaf| [leaf as u8; 32]).collect();
			let nodes = Nodes::over(leaves.clone()).unwrap();
			for (index, leaf) in (0..).zip(leaves) {
				let proof = nodes.prove(index).unwrap();
				assert!(
					verify_inclusion(&nodes.root(), index, count, leaf, &proof),
					"{index}/{count}"
				);
			}
			assert_eq!(nodes.prove(count), None);
		}
		assert!(Nodes::over(Vec::new()).is_none());
	}
}
