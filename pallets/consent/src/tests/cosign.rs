use super::*;
use crate::{Error, Event, Grants};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{Basis, Ethics, Match, Role, Standing};

fn cosign(who: u64) -> DispatchResult {
	Consent::cosign(signed(who), 0, hash_of(0))
}

#[test]
fn is_all_that_a_standing_policy_waits_for() {
	new_test(|| {
		set_policy(policy(true, true));
		offered();
		assert_ok!(cosign(COMMITTEE));
		let policy = policy(true, true).hash();
		assert_eq!(grant(0).basis, Basis::Policy(Match { clause: 0, policy }));
		assert_eq!(grant(0).ethics, Ethics::Signed(COMMITTEE));
		let events = take_events();
		assert_eq!(
			events[0],
			Event::CoSigned { proposal_id: 0, by: COMMITTEE, terms_hash: terms().hash() }
		);
		assert!(matches!(events[1], Event::Granted { proposal_id: Some(0), .. }));
	});
}

#[test]
fn leaves_the_rest_to_the_owner_whose_policy_is_not_the_same_any_more() {
	new_test(|| {
		set_policy(policy(true, true));
		offered();
		let mut dearer = policy(true, true);
		dearer.clauses[0].ask += 1;
		set_policy(dearer);
		assert_ok!(cosign(COMMITTEE));
		assert!(!Grants::<Test>::contains_key(0));
		assert_ok!(approve(OWNER, 0));
	});
}

#[test]
fn leaves_the_rest_to_an_owner_who_has_closed_the_door_or_taken_a_consent_back() {
	for close in [true, false] {
		new_test(|| {
			granted();
			set_policy(policy(true, true));
			assert_ok!(offer(REQUESTER, terms()));
			if close {
				assert_ok!(Consent::set_door(signed(OWNER), OWNER, true));
			} else {
				assert_ok!(Consent::revoke(signed(OWNER), 0));
			}
			assert_ok!(Consent::cosign(signed(COMMITTEE), 1, hash_of(1)));
			assert!(!Grants::<Test>::contains_key(1));
			assert_ok!(approve(OWNER, 1));
		});
	}
}

#[test]
fn refuses_parties_and_others() {
	new_test(|| {
		set_policy(policy(true, true));
		offered();
		for who in [STRANGER, LAB, REQUESTER] {
			assert_noop!(cosign(who), Error::<Test>::NotEthics);
		}
		// The custodian and the laboratory have an ethics committee, but not for this.
		accredit(LAB, &[Role::Attester, Role::Ethics]);
		for who in [CUSTODIAN, LAB] {
			assert_noop!(cosign(who), Error::<Test>::InvolvedParty);
		}
		set_profile(COMMITTEE, profile("institution-2"));
		assert_noop!(cosign(COMMITTEE), Error::<Test>::InvolvedParty);
		set_profile(COMMITTEE, profile("another"));
		accredit(REQUESTER, &[Role::Requester, Role::Ethics]);
		assert_noop!(cosign(REQUESTER), Error::<Test>::InvolvedParty);
		accredit(OWNER, &[Role::Ethics]);
		assert_noop!(cosign(OWNER), Error::<Test>::InvolvedParty);
		change_title(|title| title.guardian = Some(COMMITTEE));
		assert_noop!(cosign(COMMITTEE), Error::<Test>::InvolvedParty);
		change_title(|title| title.guardian = None);
		set_standing(COMMITTEE, Standing::Suspended);
		assert_noop!(cosign(COMMITTEE), Error::<Test>::NotEthics);
	});
}

#[test]
fn refuses_what_needs_no_signature() {
	new_test(|| {
		offered();
		assert_noop!(cosign(COMMITTEE), Error::<Test>::NoEthicsNeeded);
	});
}

#[test]
fn refuses_twice() {
	new_test(|| {
		set_policy(policy(false, true));
		offered();
		assert_ok!(cosign(COMMITTEE));
		assert_noop!(cosign(CLINIC), Error::<Test>::NoEthicsNeeded);
	});
}

#[test]
fn refuses_terms_that_were_not_read_and_what_expired() {
	new_test(|| {
		set_policy(policy(true, true));
		offered();
		assert_noop!(
			Consent::cosign(signed(COMMITTEE), 0, priced(1).hash()),
			Error::<Test>::TermsChanged
		);
		set_now(NOW + ANSWER_PERIOD + 1);
		assert_noop!(cosign(COMMITTEE), Error::<Test>::ProposalExpired);
	});
}
