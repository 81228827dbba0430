use super::{hash_of, profile, roles};
use crate::{mock::*, Members};
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
		Step::Apply => {
			Consortium::apply(signed, roles(&[Role::Auditor]), [1; 32], [2; 32], profile())
		},
		Step::Withdraw => Consortium::withdraw_application(signed),
		Step::Admit => Consortium::admit(root, who, hash_of(who)),
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
					assert_eq!(Consortium::profile(&who).is_some(), Members::<Test>::contains_key(who));
					seen.push((who, now, standing));
				}
			}
			for (who, at, standing) in &seen {
				assert_eq!(Consortium::standing_at(who, *at), *standing);
			}
			// What was seen tells as well when each account left for the first time since then: it left where it was not gone before.
			for who in [ALICE, BOB] {
				let mut left = None;
				let of_who: Vec<_> = seen.iter().filter(|(account, ..)| *account == who).collect();
				for (index, (_, at, standing)) in of_who.iter().enumerate().rev() {
					let before = index.checked_sub(1).and_then(|index| of_who[index].2);
					let is_gone = |standing| {
						matches!(standing, Some(Standing::Expelled | Standing::Resigned))
					};
					if is_gone(*standing) && !is_gone(before) {
						left = Some(*at);
					}
					assert_eq!(Consortium::left_since(&who, *at), left);
				}
			}
		});
	}
}
