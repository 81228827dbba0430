//! The proofs that an offer needs.

use std::{cmp::Reverse, collections::BTreeMap};

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

/// The proofs that the `disease` of an offer is a kind of what policies name: for each of the `lists`, of which [`diseases_of`] gives those of a policy, one
/// disease above it, as far as there is one. A list with the disease itself needs no proof, and one proof serves all lists that name its ancestor.
///
/// There is room for what one policy needs. For many policies, the ancestors come first that serve most lists.
pub fn proofs_for<'a>(
	release: &Release,
	disease: Mondo,
	lists: impl IntoIterator<Item = &'a Diseases>,
) -> AncestryProofs {
	let mut open: Vec<_> = lists.into_iter().filter(|list| !list.contains(&disease)).collect();
	let mut proofs = AncestryProofs::new();
	loop {
		let mut serves = BTreeMap::<Mondo, usize>::new();
		for named in open.iter().flat_map(|list| list.iter()) {
			*serves.entry(*named).or_default() += 1;
		}
		let best = serves
			.into_iter()
			.filter_map(|(named, lists)| Some((lists, Reverse(release.find(disease, named)?))))
			.max();
		let proof = best.and_then(|(_, Reverse(index))| release.proof(index));
		let Some(proof) = proof else { break };
		open.retain(|list| !list.contains(&proof.pair.ancestor));
		if proofs.try_push(proof).is_err() {
			break;
		}
	}
	proofs
}
