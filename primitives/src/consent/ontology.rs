//! Which diseases are kinds of others, and how that is proved.

use crate::{verify_inclusion, BatchProof, BatchRoot, Digest, Moment, Mondo};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::ConstU32;
use sp_crypto_hashing::blake2_256;
use sp_runtime::BoundedVec;

/// The greatest number of proofs of ancestry with one offer.
pub const MAX_ANCESTRY_PROOFS: u32 = 8;

/// One disease is a kind of another: `descendant` is below `ancestor` in the is-a closure of MONDO.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Ancestry {
	/// The narrower disease.
	pub descendant: Mondo,
	/// The wider disease.
	pub ancestor: Mondo,
}

/// What the consortium has put on record of MONDO: the root over all pairs of its is-a closure.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Ontology {
	/// The root over the leaves, by [`ancestry_leaf`], in a tree as that of batches.
	pub root: BatchRoot,
	/// How many pairs there are.
	pub count: u64,
}

/// What is on record of an ontology. A change is announced before it counts, so that owners can look at what their policies will mean.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct OntologyRecord {
	/// The one that counted until [`OntologyRecord::next`] does.
	pub current: Option<Ontology>,
	/// The one announced last, and from which moment on it counts.
	pub next: Option<(Moment, Ontology)>,
}

impl OntologyRecord {
	/// The ontology that counts at the moment `now`, which is not before the last change.
	pub fn at(&self, now: Moment) -> Option<Ontology> {
		match self.next {
			Some((from, ontology)) if from <= now => Some(ontology),
			_ => self.current,
		}
	}
}

/// That a pair is in the ontology.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AncestryProof {
	/// The pair.
	pub pair: Ancestry,
	/// Its place among all pairs, from 0.
	pub index: u64,
	/// The hashes beside its way to the root.
	pub proof: BatchProof,
}

/// What the proofs show that come with an offer.
pub type ProvenAncestries = BoundedVec<Ancestry, ConstU32<MAX_ANCESTRY_PROOFS>>;

/// Proofs that come with an offer.
pub type AncestryProofs = BoundedVec<AncestryProof, ConstU32<MAX_ANCESTRY_PROOFS>>;

/// Separates the leaves of the ontology from every other use of BLAKE2b-256.
const LEAF_DOMAIN: [u8; 14] = *b"ownome/mondo/1";
/// What stands before a leaf.
const LEAF: u8 = 0;

/// The hash of pair number `index` of `count`: `BLAKE2b-256(0x00 ++ "ownome/mondo/1" ++ SCALE(index, count, descendant, ancestor))`, the first two as
/// `u64` and the others as `u32`.
pub fn ancestry_leaf(index: u64, count: u64, pair: &Ancestry) -> Digest {
	(LEAF, LEAF_DOMAIN, index, count, pair).using_encoded(blake2_256)
}

impl Ontology {
	/// Whether the proof shows that its pair is in this ontology.
	pub fn proves(&self, proof: &AncestryProof) -> bool {
		let leaf = ancestry_leaf(proof.index, self.count, &proof.pair);
		verify_inclusion(&self.root, proof.index, self.count, leaf, &proof.proof)
	}
}
