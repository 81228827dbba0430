//! Many datasets under one hash, each with a short proof that it is among them.
//!
//! The tree is the Merkle tree of RFC 9162, section 2.1 (Certificate Transparency 2.0), with BLAKE2b-256 because the
//! runtime has it as a host function. A leaf is hashed after the byte 0 and a node after the byte 1, so that neither
//! passes for the other, and each leaf binds its index and the number of leaves, so that it counts at one place of one
//! batch only.

use crate::{DataFormat, Digest, Seal};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::ConstU32;
use sp_crypto_hashing::blake2_256;
use sp_runtime::BoundedVec;

/// Separates the leaves of batches from every other use of BLAKE2b-256.
const LEAF_DOMAIN: [u8; 13] = *b"ownome/leaf/1";
/// What stands before a leaf.
const LEAF: u8 = 0;
/// What stands before a node.
const NODE: u8 = 1;

/// The greatest depth of a tree, which is also the greatest number of hashes in a proof.
pub const MAX_BATCH_DEPTH: u32 = 32;
/// The greatest number of leaves of a tree.
pub const MAX_BATCH_LEAVES: u64 = 1 << MAX_BATCH_DEPTH;

/// The hash over all leaves of a batch.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct BatchRoot(pub Digest);

/// The hashes beside the way from a leaf to the root, from the leaf upwards.
pub type BatchProof = BoundedVec<Digest, ConstU32<MAX_BATCH_DEPTH>>;

/// One dataset of a batch.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct BatchLeaf<AccountId> {
	/// Who alone may claim the dataset.
	pub owner: AccountId,
	/// What the owner's manifest opens.
	pub seal: Seal,
	/// Format of the data before encryption.
	pub format: DataFormat,
}

impl<AccountId: Encode> BatchLeaf<AccountId> {
	/// The hash of the leaf number `index` of `count`:
	/// `BLAKE2b-256(0x00 ++ "ownome/leaf/1" ++ SCALE(index, count, owner, seal, format))`, the numbers as `u64`.
	pub fn hash(&self, index: u64, count: u64) -> Digest {
		(LEAF, LEAF_DOMAIN, index, count, self).using_encoded(blake2_256)
	}
}

/// The hash of a node from those of its children: `BLAKE2b-256(0x01 ++ left ++ right)`.
pub fn node_hash(left: &Digest, right: &Digest) -> Digest {
	(NODE, left, right).using_encoded(blake2_256)
}

/// Whether `leaf` is the hash of the leaf number `index` of the `count` leaves under `root`, by RFC 9162, section 2.1.3.2.
///
/// Each leaf has exactly one proof: none with a hash more, less or elsewhere passes. The work is one hash for each hash
/// in the proof.
pub fn verify_inclusion(
	root: &BatchRoot,
	index: u64,
	count: u64,
	leaf: Digest,
	proof: &[Digest],
) -> bool {
	let Some(mut last) = count.checked_sub(1) else { return false };
	if index > last {
		return false;
	}
	let mut place = index;
	let mut hash = leaf;
	for beside in proof {
		if last == 0 {
			return false;
		}
		if place & 1 == 1 || place == last {
			hash = node_hash(beside, &hash);
			// A node without a neighbour on its right stands for itself on the levels above.
			while place & 1 == 0 && place != 0 {
				place >>= 1;
				last >>= 1;
			}
		} else {
			hash = node_hash(&hash, beside);
		}
		place >>= 1;
		last >>= 1;
	}
	last == 0 && hash == root.0
}

#[cfg(test)]
mod tests;
