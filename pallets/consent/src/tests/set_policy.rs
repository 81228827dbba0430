use super::*;
use crate::{Error, Event, Policies};
use frame_support::{assert_noop, assert_ok};

fn set(who: u64, target: PolicyTarget<u64>, policy: Option<ConsentPolicy>) -> DispatchResult {
	Consent::set_policy(signed(who), target, policy)
}

const ALL: PolicyTarget<u64> = PolicyTarget::AllOf(OWNER);
const ONE: PolicyTarget<u64> = PolicyTarget::Dataset(DATASET);

#[test]
fn sets_replaces_and_takes_off_for_a_deposit() {
	new_test(|| {
		for target in [ALL, ONE] {
			assert_ok!(set(OWNER, target.clone(), Some(policy(true, false))));
			let held = policy_deposit(OWNER);
			assert_eq!(Consent::policy_of(target.clone()), Some(policy(true, false)));
			assert_ok!(set(OWNER, target.clone(), Some(policy(false, true))));
			assert_eq!(Consent::policy_of(target.clone()), Some(policy(false, true)));
			assert!(held > 0 && policy_deposit(OWNER) == held);

			// A longer one costs more.
			let clause = policy(true, true).clauses[0].clone();
			let twice = ConsentPolicy { clauses: vec![clause.clone(), clause].try_into().unwrap() };
			assert_ok!(set(OWNER, target.clone(), Some(twice)));
			assert!(policy_deposit(OWNER) > held);

			take_events();
			assert_ok!(set(OWNER, target.clone(), None));
			assert_eq!(policy_deposit(OWNER), 0);
			assert_eq!(take_events(), [Event::PolicyRemoved { target: target.clone() }]);
			assert!(!Policies::<Test>::contains_key(target));
		}
	});
}

#[test]
fn whoever_sets_it_pays() {
	new_test(|| {
		change_title(|title| title.guardian = Some(GUARDIAN));
		for target in [ALL, ONE] {
			assert_ok!(set(OWNER, target.clone(), Some(policy(true, false))));
			assert_ok!(set(GUARDIAN, target.clone(), Some(policy(true, false))));
			assert!(policy_deposit(OWNER) == 0 && policy_deposit(GUARDIAN) > 0);
			assert_ok!(set(OWNER, target, None));
			assert_eq!(policy_deposit(GUARDIAN), 0);
		}
	});
}

#[test]
fn whoever_paid_gets_the_deposit_back_even_for_an_erased_dataset() {
	new_test(|| {
		assert_ok!(set(OWNER, ONE, Some(policy(true, false))));
		erase();
		assert_noop!(set(OWNER, ONE, Some(policy(true, false))), Error::<Test>::DatasetErased);
		assert_noop!(set(STRANGER, ONE, None), Error::<Test>::DatasetErased);
		assert_ok!(set(OWNER, ONE, None));
		assert_eq!(policy_deposit(OWNER), 0);
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
