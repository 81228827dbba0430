use super::*;
use crate::Error;
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::EndCause;

fn revoke_many(who: u64, ids: &[u64]) -> DispatchResult {
	Consent::revoke_many(signed(who), ids.to_vec().try_into().unwrap())
}

fn is_free_to(who: u64, ids: &[u64]) -> bool {
	is_free(who, Call::revoke_many { grant_ids: ids.to_vec().try_into().unwrap() })
}

/// Grants 0 and 1 for one dataset, 2 for the other.
fn three_grants() {
	for (id, dataset) in [DATASET, DATASET, OTHER_DATASET].into_iter().enumerate() {
		assert_ok!(offer_for(REQUESTER, dataset, terms()));
		assert_ok!(approve(OWNER, id as u64));
	}
	take_events();
}

#[test]
fn ends_all_and_leaves_alone_what_ended() {
	new_test(|| {
		three_grants();
		assert_ok!(Consent::relinquish(signed(REQUESTER), 1));
		// What has no effect is possible, and not free.
		assert!(is_free_to(OWNER, &[0, 2]));
		assert!(!is_free_to(OWNER, &[0, 1, 2]) && !is_free_to(OWNER, &[0, 2, 2]));
		assert_ok!(revoke_many(OWNER, &[0, 1, 2, 2]));
		let causes = [0, 1, 2].map(|id| grant(id).ended.unwrap().cause);
		assert_eq!(causes, [EndCause::Revoked, EndCause::Relinquished, EndCause::Revoked]);
		assert_eq!(purse(), (ENDOWMENT, 0));
	});
}

#[test]
fn refuses_all_if_one_is_anothers() {
	new_test(|| {
		three_grants();
		change_title(|title| title.parties.owner = STRANGER);
		assert!(!is_free_to(OWNER, &[2, 0]) && is_free_to(OWNER, &[2]));
		assert_noop!(revoke_many(OWNER, &[2, 0]), Error::<Test>::NotOwner);
		assert_noop!(revoke_many(OWNER, &[2, 7]), Error::<Test>::UnknownGrant);
		assert!(!is_free_to(OWNER, &[2, 7]));
	});
}

#[test]
fn refuses_when_there_is_nothing_to_revoke() {
	new_test(|| {
		three_grants();
		assert_ok!(revoke_many(OWNER, &[0, 1]));
		for ids in [&[][..], &[0, 1]] {
			assert!(!is_free_to(OWNER, ids));
			assert_noop!(revoke_many(OWNER, ids), Error::<Test>::GrantEnded);
		}
	});
}
