use super::*;
use crate::{Error, Event};
use frame_support::assert_noop;
use ownome_primitives::Role;
use sp_runtime::TokenError;

#[test]
fn makes_a_dataset_of_each_leaf() {
	new_test(|| {
		let tree = anchored();
		for (id, owner, index) in [(0, OWNER, 0), (1, BUYER, 1), (2, OWNER, 2)] {
			assert_ok!(claim(owner, &tree, index, tree.proof(index)));
			let leaf = &tree.leaves[index as usize];
			let commitment = Commitment::new(&owner, &leaf.seal);
			assert_eq!(
				dataset(id),
				Dataset {
					attester: None,
					format: DataFormat::Bam,
					batch: Some(0),
					..first_version(owner, leaf.seal)
				}
			);
			assert_eq!(
				take_events(),
				[
					Event::Registered {
						dataset_id: id,
						owner,
						payer: owner,
						custodian: CUSTODIAN,
						commitment
					},
					Event::Claimed { dataset_id: id, batch_id: 0, index },
				]
			);
			assert!(dataset_deposit(owner) > 0);
		}
	});
}

#[test]
fn locations_are_those_of_the_batch_until_the_owner_names_others() {
	new_test(|| {
		let tree = anchored();
		assert_ok!(claim(OWNER, &tree, 0, tree.proof(0)));
		assert!(!DatasetLocations::<Test>::contains_key(0));
		assert_eq!(DataRegistry::locations(0), locations(&["drs://custodian.example/batch"]));
		assert_ok!(set_locations(OWNER, &["drs://elsewhere/1"]));
		assert_eq!(DataRegistry::locations(0), locations(&["drs://elsewhere/1"]));
		assert_ok!(erase_as(OWNER, 0));
		assert_eq!(DataRegistry::locations(0), locations(&[]));
	});
}

#[test]
fn works_when_the_custodian_is_no_longer_accredited() {
	new_test(|| {
		let tree = anchored();
		expel(CUSTODIAN, Role::Custodian);
		assert_ok!(claim(OWNER, &tree, 0, tree.proof(0)));
	});
}

#[test]
fn refuses_a_second_claim_even_after_erasure() {
	new_test(|| {
		let tree = anchored();
		assert_ok!(claim(OWNER, &tree, 0, tree.proof(0)));
		assert_noop!(claim(OWNER, &tree, 0, tree.proof(0)), Error::<Test>::AlreadyRegistered);
		assert_ok!(erase_as(OWNER, 0));
		assert_noop!(claim(OWNER, &tree, 0, tree.proof(0)), Error::<Test>::Erased);
	});
}

#[test]
fn refuses_whoever_the_leaf_does_not_bind() {
	new_test(|| {
		let tree = anchored();
		for who in [THIEF, BUYER, LAB, CUSTODIAN] {
			assert_noop!(claim(who, &tree, 0, tree.proof(0)), Error::<Test>::InvalidProof);
		}
	});
}

#[test]
fn refuses_proofs_that_are_changed_reordered_duplicated_truncated_or_extended() {
	new_test(|| {
		let tree = anchored();
		let [sibling, uncle] = tree.proof(0)[..] else { panic!("the tree has another form") };
		for proof in [
			vec![[0; 32], uncle],
			vec![sibling, [0; 32]],
			vec![uncle, sibling],
			vec![sibling, sibling, uncle],
			vec![sibling, uncle, uncle],
			vec![sibling],
			vec![uncle],
			vec![],
			vec![sibling, uncle, [0; 32]],
			tree.proof(1).into_inner(),
		] {
			let proof = proof.try_into().unwrap();
			assert_noop!(claim(OWNER, &tree, 0, proof), Error::<Test>::InvalidProof);
		}
	});
}

#[test]
fn refuses_another_index_or_another_leaf() {
	new_test(|| {
		let tree = anchored();
		let leaf = &tree.leaves[0];
		let claim = |index, seal, format| {
			let origin = RuntimeOrigin::signed(OWNER);
			let proof = tree.proof(0);
			DataRegistry::claim_from_batch(origin, 0, index, seal, format, None, proof)
		};
		for index in [1, 2, 3, u64::MAX] {
			assert_noop!(claim(index, leaf.seal, leaf.format), Error::<Test>::InvalidProof);
		}
		assert_noop!(claim(0, seal(9), leaf.format), Error::<Test>::InvalidProof);
		assert_noop!(claim(0, leaf.seal, DataFormat::Vcf), Error::<Test>::InvalidProof);
		assert_ok!(claim(0, leaf.seal, leaf.format));
	});
}

#[test]
fn refuses_a_batch_with_the_same_root_and_another_number_of_leaves() {
	new_test(|| {
		let tree = Tree::new();
		for leaves in [2, 4] {
			assert_ok!(DataRegistry::anchor_batch(
				RuntimeOrigin::signed(LAB),
				tree.root(),
				leaves,
				CUSTODIAN,
				locations(&[]),
			));
		}
		for batch in [0, 1] {
			for index in [0, 2] {
				let leaf = &tree.leaves[index as usize];
				let origin = RuntimeOrigin::signed(OWNER);
				assert_noop!(
					DataRegistry::claim_from_batch(
						origin,
						batch,
						index,
						leaf.seal,
						leaf.format,
						None,
						tree.proof(index)
					),
					Error::<Test>::InvalidProof
				);
			}
		}
	});
}

#[test]
fn refuses_a_node_in_place_of_a_leaf() {
	new_test(|| {
		// A batch whose root is the hash of a leaf of a thief, written so that it would pass for the owner's node.
		let tree = Tree::new();
		let node = node_hash(&tree.hashes[0], &tree.hashes[1]);
		assert_ok!(DataRegistry::anchor_batch(
			RuntimeOrigin::signed(LAB),
			BatchRoot(node_hash(&node, &tree.hashes[2])),
			2,
			CUSTODIAN,
			locations(&[]),
		));
		// The tree is read as one of two leaves, the first of which is the node.
		for seal in [Seal(node), tree.leaves[0].seal] {
			let origin = RuntimeOrigin::signed(OWNER);
			let proof = vec![tree.hashes[2]].try_into().unwrap();
			assert_noop!(
				DataRegistry::claim_from_batch(origin, 0, 0, seal, DataFormat::Bam, None, proof),
				Error::<Test>::InvalidProof
			);
		}
	});
}

#[test]
fn refuses_an_unknown_batch() {
	new_test(|| {
		let tree = Tree::new();
		assert_noop!(claim(OWNER, &tree, 0, tree.proof(0)), Error::<Test>::UnknownBatch);
	});
}

#[test]
fn refuses_an_attester_without_the_role() {
	new_test(|| {
		let tree = anchored();
		let leaf = &tree.leaves[0];
		let claim = |attester| {
			let origin = RuntimeOrigin::signed(OWNER);
			let proof = tree.proof(0);
			DataRegistry::claim_from_batch(origin, 0, 0, leaf.seal, leaf.format, attester, proof)
		};
		assert_noop!(claim(Some(THIEF)), Error::<Test>::NotAttester);
		assert_ok!(claim(Some(LAB)));
		assert_eq!(dataset(0).attester, Some(LAB));
	});
}

#[test]
fn refuses_an_owner_that_cannot_pay() {
	new_test(|| {
		let tree = anchored();
		impoverish(OWNER);
		assert_noop!(claim(OWNER, &tree, 0, tree.proof(0)), TokenError::FundsUnavailable);
	});
}
