use super::*;
use crate::Event;
use frame_support::assert_noop;
use ownome_primitives::SubjectId;
use sp_runtime::TokenError;

fn set(who: u64, subject: Option<SubjectId>) -> DispatchResult {
	DataRegistry::set_subject(RuntimeOrigin::signed(who), subject)
}

#[test]
fn records_replaces_and_removes() {
	new_test(|| {
		for subject in [Some(SubjectId([1; 32])), Some(SubjectId([2; 32])), None, None] {
			assert_ok!(set(OWNER, subject));
			assert_eq!(DataRegistry::subject(&OWNER), subject);
			assert_eq!(all_deposits(OWNER) > 0, subject.is_some());
			assert_eq!(take_events(), [Event::SubjectSet { owner: OWNER, subject }]);
		}
	});
}

#[test]
fn replacing_costs_no_further_deposit() {
	new_test(|| {
		assert_ok!(set(OWNER, Some(SubjectId([1; 32]))));
		let deposit = all_deposits(OWNER);
		assert_ok!(set(OWNER, Some(SubjectId([2; 32]))));
		assert_eq!(all_deposits(OWNER), deposit);
	});
}

#[test]
fn is_of_the_signer_alone() {
	new_test(|| {
		guarded(NOW + 1);
		assert_ok!(set(GUARDIAN, Some(SubjectId([1; 32]))));
		assert_eq!(DataRegistry::subject(&OWNER), None);
	});
}

#[test]
fn refuses_an_owner_that_cannot_pay() {
	new_test(|| {
		assert_noop!(set(POOR, Some(SubjectId([1; 32]))), TokenError::FundsUnavailable);
	});
}
