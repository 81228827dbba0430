//! Any policy that an owner can set.

#[allow(dead_code)]
#[path = "../../../../primitives/tests/duo/any.rs"]
pub mod duo;

use ownome_primitives::{ConsentClause, ConsentPolicy};
use proptest::{collection, prelude::*};

const DAY: u64 = 86_400_000;

fn clause() -> impl Strategy<Value = ConsentClause> {
	let period = prop_oneof![(1u64..4000).prop_map(|days| days * DAY), 1u64.., Just(u64::MAX)];
	let ask =
		prop_oneof![Just(0), (1u128..100).prop_map(|ask| ask * 10u128.pow(17)), any::<u128>()];
	(duo::clause(), period, ask, any::<bool>(), any::<bool>()).prop_map(
		|(duo, longest_period, ask, standing, ethics)| ConsentClause {
			duo,
			longest_period,
			ask,
			standing,
			ethics,
		},
	)
}

pub fn consent_policy() -> impl Strategy<Value = ConsentPolicy> {
	prop_oneof![4 => collection::vec(clause(), 1..=2), 1 => collection::vec(clause(), 3..=8)]
		.prop_map(|clauses| ConsentPolicy { clauses: clauses.try_into().unwrap() })
}
