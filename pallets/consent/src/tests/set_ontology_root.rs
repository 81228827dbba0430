use super::*;
use crate::{Error, Event, Grants, OntologyRoot};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{ancestry_leaf, node_hash, Ancestry, AncestryProof, BatchRoot};
use sp_runtime::DispatchError;

/// Type 2 diabetes is a kind of diabetes, which is a metabolic disease.
fn pairs() -> [Ancestry; 2] {
	[(5_148, 5_015), (5_015, 5_066)].map(|(descendant, ancestor)| Ancestry {
		descendant: Mondo(descendant),
		ancestor: Mondo(ancestor),
	})
}

fn leaves() -> [[u8; 32]; 2] {
	[ancestry_leaf(0, 2, &pairs()[0]), ancestry_leaf(1, 2, &pairs()[1])]
}

fn set_ontology() {
	let [one, other] = leaves();
	let root = BatchRoot(node_hash(&one, &other));
	assert_ok!(Consent::set_ontology_root(RuntimeOrigin::root(), root, 2));
	assert_eq!(take_events(), [Event::OntologySet { root, count: 2 }]);
}

fn proofs(pair: Ancestry) -> AncestryProofs {
	let proof = vec![leaves()[1]].try_into().unwrap();
	vec![AncestryProof { pair, index: 0, proof }].try_into().unwrap()
}

fn for_diabetes() -> ConsentPolicy {
	let diseases = std::collections::BTreeSet::from([Mondo(5_015)]);
	policy_for(Permission::Disease(diseases.try_into().unwrap()), true, false)
}

#[test]
fn an_offer_proves_that_its_disease_is_a_kind_of_the_one_allowed() {
	new_test(|| {
		set_ontology();
		set_policy(for_diabetes());
		// Without a proof the owner is asked.
		assert_ok!(offer(REQUESTER, terms()));
		assert!(!Grants::<Test>::contains_key(0));
		assert_ok!(Consent::offer(signed(REQUESTER), DATASET, terms(), proofs(pairs()[0])));
		assert!(Grants::<Test>::contains_key(0));
	});
}

#[test]
fn refuses_proofs_that_do_not_fit() {
	new_test(|| {
		let offer = |proofs| Consent::offer(signed(REQUESTER), DATASET, terms(), proofs);
		assert_noop!(offer(proofs(pairs()[0])), Error::<Test>::NoOntology);
		set_ontology();
		let made_up = Ancestry { ancestor: Mondo(1), ..pairs()[0] };
		assert_noop!(offer(proofs(made_up)), Error::<Test>::BadAncestryProof);
		assert_noop!(
			Consent::offer_many(
				signed(REQUESTER),
				vec![DATASET].try_into().unwrap(),
				terms(),
				proofs(made_up)
			),
			Error::<Test>::BadAncestryProof
		);
	});
}

#[test]
fn only_governance_sets_it_and_takes_it_off() {
	new_test(|| {
		assert_noop!(
			Consent::set_ontology_root(signed(OWNER), BatchRoot([1; 32]), 1),
			DispatchError::BadOrigin
		);
		set_ontology();
		assert_ok!(Consent::set_ontology_root(RuntimeOrigin::root(), BatchRoot([0; 32]), 0));
		assert_eq!(OntologyRoot::<Test>::get(), None);
	});
}
