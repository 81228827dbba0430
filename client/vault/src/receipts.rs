//! The records of many accesses under one hash.
//!
//! A custodian that opens a dataset often puts one root on the chain for many accesses. The tree is that of [`batch`](crate::batch), with other leaves:
//! `BLAKE2b-256(0x00 ++ "ownome/access/1" ++ SCALE(index, count, hash))`, where `hash` is the BLAKE2b-256 of the record and the numbers are `u64`. So
//! any one of the records can be shown, with a proof, without the others.

use blake2::{digest::consts::U32, Blake2b, Digest as _};
use codec::Encode;
use ownome_primitives::{BatchProof, BatchRoot, Digest};
use rayon::prelude::*;

use crate::merkle::Nodes;

/// Separates the leaves of access records from every other use of BLAKE2b-256.
const LEAF_DOMAIN: [u8; 15] = *b"ownome/access/1";
/// What stands before a leaf.
const LEAF: u8 = 0;

/// The hash of the leaf for the record with the hash `record`, number `index` of `count`.
pub fn leaf(index: u64, count: u64, record: &Digest) -> Digest {
	(LEAF, LEAF_DOMAIN, index, count, record).using_encoded(blake2_256)
}

fn blake2_256(bytes: &[u8]) -> Digest {
	Blake2b::<U32>::digest(bytes).into()
}

/// The records of a batch.
#[derive(Debug)]
pub struct Records {
	nodes: Nodes,
}

impl Records {
	/// The tree over records in their order, `None` if there are none.
	pub fn over<R: AsRef<[u8]> + Sync>(records: &[R]) -> Option<Self> {
		let count = records.len() as u64;
		let leaves = records
			.par_iter()
			.enumerate()
			.map(|(index, record)| leaf(index as u64, count, &blake2_256(record.as_ref())));
		Some(Self { nodes: Nodes::over(leaves.collect())? })
	}

	/// What goes to the chain.
	pub fn root(&self) -> BatchRoot {
		self.nodes.root()
	}

	/// The hashes beside the way from a record to the root, `None` for one that is not there.
	pub fn prove(&self, index: u64) -> Option<BatchProof> {
		self.nodes.prove(index)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use ownome_primitives::verify_inclusion;

	#[test]
	fn each_record_is_proved_at_its_place_and_nowhere_else() {
		let records = ["one", "two", "three", "four", "five"];
		let tree = Records::over(&records).unwrap();
		let count = records.len() as u64;
		for (index, record) in (0..).zip(records) {
			let proof = tree.prove(index).unwrap();
			let proven = |index, record: &str| {
				let leaf = leaf(index, count, &blake2_256(record.as_bytes()));
				verify_inclusion(&tree.root(), index, count, leaf, &proof)
			};
			assert!(proven(index, record));
			assert!(!proven(index, "other"));
			assert!(!proven((index + 1) % count, record));
		}
		assert_eq!(tree.prove(count), None);
	}

	#[test]
	fn the_order_and_the_number_of_records_matter() {
		let root = |records: &[&str]| Records::over(records).map(|tree| tree.root());
		assert_ne!(root(&["one", "two"]), root(&["two", "one"]));
		assert_ne!(root(&["one"]), root(&["one", "one"]));
		assert_eq!(root(&[]), None);
	}
}
