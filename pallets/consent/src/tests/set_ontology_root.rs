use super::*;
use crate::{Error, Event, Grants};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{
	ancestry_leaf, node_hash, Ancestry, AncestryProof, BatchRoot, Ontology, OntologyRecord,
};
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
	let from = NOW + ONTOLOGY_DELAY;
	assert_eq!(take_events(), [Event::OntologyAnnounced { root, count: 2, from }]);
}

/// The ontology of [`pairs`] counts.
fn ontology() {
	set_ontology();
	set_now(NOW + ONTOLOGY_DELAY);
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
		ontology();
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
		ontology();
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
fn counts_only_after_it_was_announced_for_long_enough() {
	new_test(|| {
		let offer = || Consent::offer(signed(REQUESTER), DATASET, terms(), proofs(pairs()[0]));
		set_ontology();
		set_now(NOW + ONTOLOGY_DELAY - 1);
		assert_noop!(offer(), Error::<Test>::NoOntology);
		set_now(NOW + ONTOLOGY_DELAY);
		assert_ok!(offer());
		// The one that counts goes on counting until the next one does.
		let next = Ontology { root: BatchRoot([1; 32]), count: 9 };
		assert_ok!(Consent::set_ontology_root(RuntimeOrigin::root(), next.root, next.count));
		assert_ok!(offer());
		set_now(NOW + 2 * ONTOLOGY_DELAY);
		assert_noop!(offer(), Error::<Test>::BadAncestryProof);
		assert_eq!(Consent::ontology().at(NOW + 2 * ONTOLOGY_DELAY), Some(next));
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
		assert_eq!(take_events(), [Event::OntologyRemoved]);
		assert_eq!(Consent::ontology(), OntologyRecord::default());
	});
}
