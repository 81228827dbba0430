//! From the is-a edges to all pairs of descendant and ancestor.

use std::{collections::HashMap, fmt};

use ownome_primitives::{Ancestry, Mondo};
use petgraph::{algo::kosaraju_scc, prelude::DiGraphMap};

/// The greatest number of pairs that are computed: many times those of a release, so that no file takes all memory.
pub const MAX_PAIRS: usize = 1 << 22;
/// How many diseases of a circle are named.
const NAMED: usize = 8;

/// Why edges have no closure.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Flaw {
	/// These diseases, in the order of their numbers, are kinds of each other; or this one is a kind of itself.
	Circle(Vec<Mondo>),
	/// There are more than [`MAX_PAIRS`] pairs.
	TooManyPairs,
}

impl fmt::Display for Flaw {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Circle(diseases) => {
				let names: Vec<_> = diseases.iter().take(NAMED).map(Mondo::to_string).collect();
				f.write_str(&names.join(", "))?;
				match diseases.len() {
					0 | 1 => f.write_str(" is a kind of itself"),
					few if few <= NAMED => f.write_str(" are kinds of each other"),
					many => write!(f, " and {} more are kinds of each other", many - NAMED),
				}
			},
			Self::TooManyPairs => write!(f, "it has more than {MAX_PAIRS} pairs"),
		}
	}
}

/// All pairs of the closure of edges from a narrower to a wider disease, in the order of the leaves.
pub(super) fn pairs(is_a: &DiGraphMap<u32, ()>) -> Result<Vec<Ancestry>, Flaw> {
	let mut above: HashMap<u32, Vec<u32>> = HashMap::with_capacity(is_a.node_count());
	let mut count = 0;
	// Whatever stands above a disease comes before it.
	for mut component in kosaraju_scc(is_a) {
		let disease = match component[..] {
			[disease] if !is_a.contains_edge(disease, disease) => disease,
			_ => {
				component.sort_unstable();
				return Err(Flaw::Circle(component.into_iter().map(Mondo).collect()));
			},
		};
		// No more than the pairs so far and the parents.
		let mut ancestors: Vec<u32> = is_a
			.neighbors(disease)
			.flat_map(|parent| above.get(&parent).into_iter().flatten().copied().chain([parent]))
			.collect();
		ancestors.sort_unstable();
		ancestors.dedup();
		ancestors.shrink_to_fit();
		count += ancestors.len();
		if count > MAX_PAIRS {
			return Err(Flaw::TooManyPairs);
		}
		above.insert(disease, ancestors);
	}
	let mut above: Vec<_> = above.into_iter().collect();
	above.sort_unstable();
	let pair = |descendant, ancestor| Ancestry {
		descendant: Mondo(descendant),
		ancestor: Mondo(ancestor),
	};
	Ok(above
		.into_iter()
		.flat_map(|(disease, ancestors)| {
			ancestors.into_iter().map(move |ancestor| pair(disease, ancestor))
		})
		.collect())
}
