//! The tree by the recursive definitions of RFC 9162, against the loop that checks proofs.

use super::*;
use proptest::prelude::*;
use sp_runtime::AccountId32;

/// More leaves than the first five full trees and all between them.
const COUNTS: core::ops::RangeInclusive<u64> = 1..=40;

/// The greatest power of two below `length`.
fn split(length: usize) -> usize {
	length.next_power_of_two() / 2
}

/// MTH of RFC 9162, section 2.1.1, over leaves that are hashed already.
fn tree_hash(leaves: &[Digest]) -> Digest {
	match leaves {
		[] => panic!("a batch has leaves"),
		[leaf] => *leaf,
		_ => {
			let (left, right) = leaves.split_at(split(leaves.len()));
			let mut preimage = vec![1];
			preimage.extend(tree_hash(left));
			preimage.extend(tree_hash(right));
			blake2_256(&preimage)
		},
	}
}

/// PATH of RFC 9162, section 2.1.3.1.
fn path(index: usize, leaves: &[Digest]) -> Vec<Digest> {
	if leaves.len() == 1 {
		return Vec::new();
	}
	let (left, right) = leaves.split_at(split(leaves.len()));
	let (mut path, beside) = if index < left.len() {
		(path(index, left), tree_hash(right))
	} else {
		(path(index - left.len(), right), tree_hash(left))
	};
	path.push(beside);
	path
}

fn leaf(number: u64) -> BatchLeaf<AccountId32> {
	let byte = number as u8;
	BatchLeaf {
		owner: AccountId32::new([byte; 32]),
		seal: Seal([!byte; 32]),
		format: DataFormat::Vcf,
	}
}

fn leaves(count: u64) -> Vec<Digest> {
	(0..count).map(|index| leaf(index).hash(index, count)).collect()
}

/// A tree with the proof of one of its leaves.
struct Case {
	root: BatchRoot,
	leaves: Vec<Digest>,
	index: u64,
	proof: Vec<Digest>,
}

impl Case {
	fn new(index: u64, count: u64) -> Self {
		let leaves = leaves(count);
		let proof = path(index as usize, &leaves);
		Self { root: BatchRoot(tree_hash(&leaves)), leaves, index, proof }
	}

	fn count(&self) -> u64 {
		self.leaves.len() as u64
	}

	fn leaf(&self) -> Digest {
		self.leaves[self.index as usize]
	}

	fn accepts(&self, proof: &[Digest]) -> bool {
		verify_inclusion(&self.root, self.index, self.count(), self.leaf(), proof)
	}
}

fn cases() -> impl Iterator<Item = Case> {
	COUNTS.flat_map(|count| (0..count).map(move |index| Case::new(index, count)))
}

/// Any leaf of any tree of up to 300 leaves.
fn case() -> impl Strategy<Value = Case> {
	(1..=300u64)
		.prop_flat_map(|count| (0..count, Just(count)))
		.prop_map(|(index, count)| Case::new(index, count))
}

impl core::fmt::Debug for Case {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		write!(f, "leaf {} of {}", self.index, self.count())
	}
}

#[test]
fn the_leaf_is_the_documented_hash() {
	let mut preimage = b"\0ownome/leaf/1".to_vec();
	preimage.extend(5u64.to_le_bytes());
	preimage.extend(9u64.to_le_bytes());
	preimage.extend([3; 32]);
	preimage.extend([0xfc; 32]);
	preimage.push(0);
	assert_eq!(leaf(3).hash(5, 9), blake2_256(&preimage));
}

#[test]
fn the_leaf_binds_all_that_it_says() {
	let hash = leaf(3).hash(5, 9);
	assert_ne!(leaf(3).hash(6, 9), hash);
	assert_ne!(leaf(3).hash(5, 10), hash);
	assert_ne!(BatchLeaf { owner: AccountId32::new([4; 32]), ..leaf(3) }.hash(5, 9), hash);
	assert_ne!(BatchLeaf { seal: Seal([4; 32]), ..leaf(3) }.hash(5, 9), hash);
	assert_ne!(BatchLeaf { format: DataFormat::Bcf, ..leaf(3) }.hash(5, 9), hash);
}

#[test]
fn every_leaf_of_every_tree_has_a_proof() {
	for case in cases() {
		assert!(case.accepts(&case.proof), "{case:?}");
	}
}

#[test]
fn the_greatest_tree_has_proofs_of_the_greatest_depth() {
	let hash = leaf(0).hash(MAX_BATCH_LEAVES - 1, MAX_BATCH_LEAVES);
	let proof = [[7; 32]; MAX_BATCH_DEPTH as usize];
	let root = BatchRoot(proof.iter().fold(hash, |hash, beside| node_hash(beside, &hash)));
	let last = MAX_BATCH_LEAVES - 1;
	assert!(verify_inclusion(&root, last, MAX_BATCH_LEAVES, hash, &proof));
	assert!(!verify_inclusion(&root, last, MAX_BATCH_LEAVES + 1, hash, &proof));
	assert!(!verify_inclusion(&root, last, MAX_BATCH_LEAVES, hash, &proof[1..]));
}

#[test]
fn an_index_outside_the_batch_is_refused() {
	let one = leaf(0).hash(0, 1);
	assert!(verify_inclusion(&BatchRoot(one), 0, 1, one, &[]));
	assert!(!verify_inclusion(&BatchRoot(one), 1, 1, one, &[]));
	assert!(!verify_inclusion(&BatchRoot(one), 0, 0, one, &[]));
	assert!(!verify_inclusion(&BatchRoot(one), u64::MAX, u64::MAX, one, &[]));
}

#[test]
fn no_other_place_and_no_other_count_is_proved() {
	for case in cases() {
		let ok =
			|index, count| verify_inclusion(&case.root, index, count, case.leaf(), &case.proof);
		for index in (0..=COUNTS.end() + 1).filter(|index| *index != case.index) {
			assert!(!ok(index, case.count()), "{case:?} as number {index}");
		}
		// The position alone does not tell the count apart everywhere: the hash of the leaf does.
		for count in (0..=COUNTS.end() + 1).filter(|count| *count != case.count()) {
			let hash = leaf(case.index).hash(case.index, count);
			assert!(
				!verify_inclusion(&case.root, case.index, count, hash, &case.proof),
				"{case:?} as one of {count}"
			);
		}
	}
}

#[test]
fn truncated_and_extended_proofs_are_refused() {
	for case in cases() {
		for length in 0..case.proof.len() {
			assert!(!case.accepts(&case.proof[..length]), "{case:?}");
			assert!(!case.accepts(&case.proof[length + 1..]), "{case:?}");
		}
		for more in [[0; 32], case.root.0, case.leaf()] {
			for place in 0..=case.proof.len() {
				let mut proof = case.proof.clone();
				proof.insert(place, more);
				assert!(!case.accepts(&proof), "{case:?}");
			}
		}
	}
}

#[test]
fn reordered_and_duplicated_proofs_are_refused() {
	for case in cases() {
		for one in 0..case.proof.len() {
			for two in 0..one {
				let mut proof = case.proof.clone();
				proof.swap(one, two);
				assert!(!case.accepts(&proof), "{case:?}");
				proof.clone_from(&case.proof);
				proof[one] = proof[two];
				assert!(!case.accepts(&proof), "{case:?}");
			}
			let mut proof = case.proof.clone();
			proof.insert(one, proof[one]);
			assert!(!case.accepts(&proof), "{case:?}");
		}
	}
}

#[test]
fn a_node_is_no_leaf_and_a_leaf_is_no_node() {
	// A node in the place of a leaf, in the tree that lacks the level of the leaves.
	let case = Case::new(0, 8);
	let node = node_hash(&case.leaves[0], &case.leaves[1]);
	assert!(!verify_inclusion(&case.root, 0, 8, node, &case.proof[1..]));
	// Of a tree that has the shape for it, only the bytes before leaf and node tell the two apart: a leaf whose data are
	// two hashes is not the node over them.
	let data = [case.leaves[0], case.leaves[1]].concat();
	assert_ne!(blake2_256(&[&[LEAF][..], &data].concat()), node);
	assert_eq!(blake2_256(&[&[NODE][..], &data].concat()), node);
	// What is hashed of a leaf has another length than what is hashed of a node, too.
	assert_ne!((LEAF, LEAF_DOMAIN, 0u64, 8u64, leaf(0)).encoded_size(), 65);
}

proptest! {
	#[test]
	fn any_leaf_is_proved_and_no_flipped_bit_passes(
		case in case(),
		at in any::<prop::sample::Index>(),
		bit in 0..256usize,
	) {
		prop_assert!(case.accepts(&case.proof));
		let flip = |hash: &mut Digest| hash[bit / 8] ^= 1 << (bit % 8);
		let mut leaf = case.leaf();
		flip(&mut leaf);
		prop_assert!(!verify_inclusion(&case.root, case.index, case.count(), leaf, &case.proof));
		let mut root = case.root;
		flip(&mut root.0);
		prop_assert!(!verify_inclusion(&root, case.index, case.count(), case.leaf(), &case.proof));
		if !case.proof.is_empty() {
			let mut proof = case.proof.clone();
			flip(at.get_mut(&mut proof));
			prop_assert!(!case.accepts(&proof));
		}
	}

	#[test]
	fn a_proof_is_for_its_own_leaf_only(case in case(), other in any::<prop::sample::Index>()) {
		let other = other.index(case.leaves.len());
		prop_assume!(other as u64 != case.index);
		let proof = path(other, &case.leaves);
		prop_assert!(!case.accepts(&proof));
		let leaf = case.leaves[other];
		prop_assert!(!verify_inclusion(&case.root, case.index, case.count(), leaf, &case.proof));
	}

	#[test]
	fn anything_at_all_is_answered(
		index: u64,
		count: u64,
		leaf: [u8; 32],
		root: [u8; 32],
		proof in prop::collection::vec(any::<[u8; 32]>(), 0..70),
	) {
		prop_assert!(!verify_inclusion(&BatchRoot(root), index, count, leaf, &proof));
	}
}
