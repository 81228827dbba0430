//! The proofs that an offer needs.

use ownome_primitives::{
	duo::{policy::Diseases, Permission},
	AncestryProofs, ConsentPolicy, Mondo,
};

use super::Release;

/// The diseases that the clauses of a policy name, clause by clause.
pub fn diseases_of(policy: &ConsentPolicy) -> impl Iterator<Item = &Diseases> {
	policy.clauses.iter().filter_map(|clause| match &clause.duo.permission {
		Permission::Disease(diseases) => Some(diseases),
		_ => None,
	})
}

/// The proofs that the `disease` of an offer is a kind of what a policy names: for each of the `lists`, of which [`diseases_of`] gives those of a policy, one
/// disease above it, as far as there is one. A list with the disease itself needs no proof, and one proof serves all lists that name its ancestor.
///
/// A policy has at most as many clauses as an offer has room for proofs.
pub fn proofs_for<'a>(
	release: &Release,
	disease: Mondo,
	lists: impl IntoIterator<Item = &'a Diseases>,
) -> AncestryProofs {
	let mut proofs = AncestryProofs::new();
	for list in lists {
		let proven = proofs.iter().any(|proof| list.contains(&proof.pair.ancestor));
		if proven || list.contains(&disease) {
			continue;
		}
		let proof = list.iter().find_map(|named| release.find(disease, *named));
		if proof.is_some_and(|proof| proofs.try_push(proof).is_err()) {
			break;
		}
	}
	proofs
}
