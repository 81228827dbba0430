use super::*;
use crate::{Error, Event, Policies};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::Act;

fn set(who: u64, target: PolicyTarget<u64>, policy: Option<ConsentPolicy>) -> DispatchResult {
	Consent::set_policy(signed(who), target, policy)
}

const ALL: PolicyTarget<u64> = PolicyTarget::AllOf(OWNER);
const ONE: PolicyTarget<u64> = PolicyTarget::Dataset(DATASET);

#[test]
fn sets_replaces_and_takes_off_for_a_deposit() {
	new_test(|| {
		assert_ok!(set(OWNER, ALL, Some(policy(true, false))));
		let held = policy_deposit(OWNER);
		assert_eq!(Consent::policy_of(ALL), Some(policy(true, false)));
		assert_ok!(set(OWNER, ALL, Some(policy(false, true))));
		assert_eq!(Consent::policy_of(ALL), Some(policy(false, true)));
		assert!(held > 0 && policy_deposit(OWNER) == held);

		// A longer one costs more.
		let clause = policy(true, true).clauses[0].clone();
		let twice = ConsentPolicy { clauses: vec![clause.clone(), clause].try_into().unwrap() };
		take_events();
		assert_ok!(set(OWNER, ALL, Some(twice.clone())));
		assert!(policy_deposit(OWNER) > held);
		assert_eq!(take_events(), [Event::PolicySet { target: ALL, policy: twice.hash() }]);

		assert_ok!(set(OWNER, ALL, None));
		assert_eq!(policy_deposit(OWNER), 0);
		assert_eq!(take_events(), [Event::PolicyRemoved { target: ALL }]);
		assert!(!Policies::<Test>::contains_key(ALL));
	});
}

#[test]
fn that_of_a_dataset_stays_in_its_trail_which_is_paid_for() {
	new_test(|| {
		assert_ok!(set(OWNER, ONE, Some(policy(true, false))));
		let held = policy_deposit(OWNER);
		assert_ok!(set(OWNER, ONE, None));
		let for_trail = policy_deposit(OWNER);
		assert!(0 < for_trail && for_trail < held);
		let acts: Vec<_> = Consent::trail(DATASET, None, 9)
			.into_iter()
			.map(|(_, entry)| entry.act)
			.collect();
		assert_eq!(acts, [Act::PolicySet(policy(true, false).hash()), Act::PolicyRemoved]);
		// Again and again is paid again and again.
		assert_ok!(set(OWNER, ONE, Some(policy(true, false))));
		assert_ok!(set(OWNER, ONE, None));
		assert_eq!(policy_deposit(OWNER), 2 * for_trail);
	});
}

#[test]
fn taking_it_off_is_free_for_whoever_may() {
	new_test(|| {
		let is_free_to = |who, target, policy| is_free(who, Call::set_policy { target, policy });
		assert!(!is_free_to(OWNER, ALL, None));
		assert!(!is_free_to(OWNER, ALL, Some(policy(true, false))));
		change_title(|title| title.guardian = Some(GUARDIAN));
		for target in [ALL, ONE] {
			assert_ok!(set(GUARDIAN, target.clone(), Some(policy(true, false))));
			assert!(!is_free_to(OWNER, target.clone(), Some(policy(true, false))));
			for (who, free) in [(OWNER, true), (GUARDIAN, true), (STRANGER, false)] {
				assert_eq!(is_free_to(who, target.clone(), None), free);
			}
		}
	});
}

#[test]
fn whoever_sets_it_pays() {
	new_test(|| {
		change_title(|title| title.guardian = Some(GUARDIAN));
		assert_ok!(set(OWNER, ALL, Some(policy(true, false))));
		assert_ok!(set(GUARDIAN, ALL, Some(policy(true, false))));
		assert!(policy_deposit(OWNER) == 0 && policy_deposit(GUARDIAN) > 0);
		assert_ok!(set(OWNER, ALL, None));
		assert_eq!(policy_deposit(GUARDIAN), 0);
	});
}

#[test]
fn whoever_paid_may_take_it_off_only_when_it_speaks_for_nobody_any_more() {
	new_test(|| {
		change_title(|title| title.guardian = Some(GUARDIAN));
		for target in [ALL, ONE] {
			assert_ok!(set(GUARDIAN, target, Some(policy(true, false))));
		}
		change_title(|title| title.guardian = None);
		// It may refuse what the owner wants refused.
		for target in [ALL, ONE] {
			assert_noop!(set(GUARDIAN, target, None), Error::<Test>::NotOwner);
		}
		change_title(|title| title.parties.owner = STRANGER);
		assert_ok!(set(GUARDIAN, ONE, None));
	});
	new_test(|| {
		assert_ok!(set(OWNER, ONE, Some(policy(true, false))));
		erase();
		assert_noop!(set(OWNER, ONE, Some(policy(true, false))), Error::<Test>::DatasetErased);
		assert_noop!(set(STRANGER, ONE, None), Error::<Test>::DatasetErased);
		assert_ok!(set(OWNER, ONE, None));
	});
}

#[test]
fn refuses_everybody_else() {
	new_test(|| {
		for who in [REQUESTER, STRANGER, GUARDIAN] {
			for target in [ALL, ONE] {
				assert_noop!(set(who, target, Some(policy(true, false))), Error::<Test>::NotOwner);
			}
		}
		assert_ok!(set(OWNER, ALL, Some(policy(true, false))));
		assert_noop!(set(STRANGER, ALL, None), Error::<Test>::NotOwner);
		assert_noop!(
			set(OWNER, PolicyTarget::Dataset(UNKNOWN_DATASET), Some(policy(true, false))),
			Error::<Test>::UnknownDataset
		);
	});
}

#[test]
fn refuses_what_is_no_policy() {
	new_test(|| {
		let empty = ConsentPolicy { clauses: Default::default() };
		assert_noop!(set(OWNER, ALL, Some(empty)), Error::<Test>::MalformedPolicy);
		let mut never = policy(true, false);
		never.clauses[0].longest_period = 0;
		assert_noop!(set(OWNER, ALL, Some(never)), Error::<Test>::MalformedPolicy);
		let nothing = policy_for(Permission::Disease(Default::default()), true, false);
		assert_noop!(set(OWNER, ALL, Some(nothing)), Error::<Test>::MalformedPolicy);
		assert_noop!(set(OWNER, ALL, None), Error::<Test>::NoPolicy);
	});
}
