use super::register_as;
use crate::mock::*;
use ownome_primitives::Seal;
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
	Register { who: u64, seal: u8 },
	Attest { who: u64, dataset: u64 },
}

fn step() -> impl Strategy<Value = Step> {
	prop_oneof![
		(1u64..10, 0u8..4).prop_map(|(who, seal)| Step::Register { who, seal }),
		(1u64..10, 0u64..8).prop_map(|(who, dataset)| Step::Attest { who, dataset }),
	]
}

proptest! {
	#[test]
	fn hold_after_any_sequence_of_calls(steps in prop::collection::vec(step(), 1..40)) {
		new_test_ext().execute_with(|| {
			for step in steps {
				// Refusals are part of the game; what counts is what they leave behind.
				let _ = match step {
					Step::Register { who, seal } => register_as(who, Seal([seal; 32])),
					Step::Attest { who, dataset } => {
						DataRegistry::attest(RuntimeOrigin::signed(who), dataset, [0; 32])
					},
				};
				DataRegistry::do_try_state().unwrap();
			}
		});
	}
}
