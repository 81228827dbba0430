use super::roles;
use crate::mock::*;
use ownome_primitives::{InspectMember, Role, Standing};
use proptest::prelude::*;

#[derive(Clone, Copy, Debug)]
enum Step {
	Apply,
	Withdraw,
	Admit,
	Decline,
	Suspend,
	Reinstate,
	Expel,
	Resign,
}

fn play(step: Step, who: u64) -> sp_runtime::DispatchResult {
	let (root, signed) = (RuntimeOrigin::root(), RuntimeOrigin::signed(who));
	match step {
		Step::Apply => Consortium::apply(signed, roles(&[Role::Auditor]), [1; 32], [2; 32]),
		Step::Withdraw => Consortium::withdraw_application(signed),
		Step::Admit => Consortium::admit(root, who),
		Step::Decline => Consortium::decline(root, who),
		Step::Suspend => Consortium::suspend(root, who),
		Step::Reinstate => Consortium::reinstate(root, who),
		Step::Expel => Consortium::expel(root, who),
		Step::Resign => Consortium::resign(signed),
	}
}

proptest! {
	#[test]
	fn the_past_stays_true_after_any_sequence_of_calls(
		steps in prop::collection::vec((prop::sample::select(vec![
			Step::Apply, Step::Apply, Step::Admit, Step::Admit, Step::Withdraw, Step::Decline,
			Step::Suspend, Step::Suspend, Step::Reinstate, Step::Reinstate, Step::Expel,
			Step::Resign,
		]), ALICE..=BOB), 0..150)
	) {
		new_test_ext().execute_with(|| {
			let mut seen = Vec::new();
			for (now, (step, who)) in (NOW..).zip(steps) {
				set_now(now);
				// Refusals are part of the game; what counts is what they leave behind.
				let _ = play(step, who);
				Consortium::do_try_state().unwrap();
				for who in [ALICE, BOB] {
					let good = Consortium::has_role(&who, Role::Auditor);
					let standing = Consortium::standing_at(&who, now);
					assert_eq!(good, standing == Some(Standing::Good));
					seen.push((who, now, standing));
				}
			}
			for (who, at, standing) in seen {
				assert_eq!(Consortium::standing_at(&who, at), standing);
			}
		});
	}
}
