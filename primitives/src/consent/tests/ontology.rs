use super::*;
use crate::{node_hash, BatchRoot, Mondo};

#[test]
fn a_proof_shows_its_own_pair_at_its_own_place_only() {
	let pairs = [(5_148, 5_015), (5_015, 1)].map(|(descendant, ancestor)| Ancestry {
		descendant: Mondo(descendant),
		ancestor: Mondo(ancestor),
	});
	let leaves = [ancestry_leaf(0, 2, &pairs[0]), ancestry_leaf(1, 2, &pairs[1])];
	let ontology = Ontology { root: BatchRoot(node_hash(&leaves[0], &leaves[1])), count: 2 };
	let proof = |pair, index, beside: &[_]| AncestryProof {
		pair,
		index,
		proof: beside.to_vec().try_into().unwrap(),
	};
	assert!(ontology.proves(&proof(pairs[0], 0, &[leaves[1]])));
	assert!(ontology.proves(&proof(pairs[1], 1, &[leaves[0]])));

	let reversed = Ancestry { descendant: pairs[0].ancestor, ancestor: pairs[0].descendant };
	for wrong in [
		proof(reversed, 0, &[leaves[1]]),
		proof(pairs[1], 0, &[leaves[1]]),
		proof(pairs[0], 1, &[leaves[1]]),
		proof(pairs[0], 2, &[leaves[1]]),
		proof(pairs[0], 0, &[leaves[0]]),
		proof(pairs[0], 0, &[]),
		proof(pairs[0], 0, &[leaves[1], leaves[1]]),
	] {
		assert!(!ontology.proves(&wrong), "{wrong:?}");
	}
	let other = Ontology { count: 3, ..ontology };
	assert!(!other.proves(&proof(pairs[0], 0, &[leaves[1]])));
}

#[test]
fn a_change_counts_from_its_moment_on() {
	let ontology = |count| Ontology { root: BatchRoot([1; 32]), count };
	let record = OntologyRecord { current: Some(ontology(1)), next: Some((100, ontology(2))) };
	assert_eq!(record.at(99), Some(ontology(1)));
	assert_eq!(record.at(100), Some(ontology(2)));
	assert_eq!(OntologyRecord { next: None, ..record }.at(100), Some(ontology(1)));
}
