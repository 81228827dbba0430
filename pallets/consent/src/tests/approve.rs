use super::*;
use crate::{
	Error, Event, GrantsOf, GrantsOfGrantee, GrantsOfOwner, OpenProposals, ProposalsOfOwner,
};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{Basis, Ethics, Grant, Shares, Standing};

#[test]
fn makes_a_grant_and_keeps_price_and_deposit_held() {
	new_test(|| {
		offered();
		let deposit = record_deposit(REQUESTER);
		set_now(NOW + 10);
		assert_ok!(approve(OWNER, 0));

		assert_eq!(
			grant(0),
			Grant {
				dataset: DATASET,
				owner: OWNER,
				grantee: REQUESTER,
				custodian: CUSTODIAN,
				terms: terms(),
				basis: Basis::Owner(OWNER),
				ethics: Ethics::NotNeeded,
				shares: Shares {
					attester: Some((LAB, Percent::from_percent(5))),
					treasury: Percent::from_percent(2)
				},
				issued_at: NOW + 10,
				deliver_by: NOW + 10 + DELIVERY_PERIOD,
				expires_at: NOW + 10 + PERIOD,
				delivery: None,
				ended: None,
				narrowings: Default::default(),
				paid: 0,
				refunded: 0,
				accesses: 0,
			}
		);
		assert!(!Proposals::<Test>::contains_key(0));
		assert_eq!(OpenProposals::<Test>::iter().count(), 0);
		assert_eq!(ProposalsOfOwner::<Test>::iter().count(), 0);
		assert!(GrantsOf::<Test>::contains_key((DATASET, REQUESTER, [0; 8])));
		assert!(GrantsOfOwner::<Test>::contains_key(OWNER, [0; 8]));
		assert!(GrantsOfGrantee::<Test>::contains_key(REQUESTER, [0; 8]));
		assert_eq!(record_deposit(REQUESTER), deposit);
		assert_eq!(purse(), (ENDOWMENT - PRICE, PRICE));
		assert_eq!(
			take_events(),
			[Event::Granted {
				grant_id: 0,
				proposal_id: Some(0),
				dataset_id: DATASET,
				owner: OWNER,
				grantee: REQUESTER,
				expires_at: NOW + 10 + PERIOD,
			}]
		);
	});
}

#[test]
fn the_deadline_of_delivery_leaves_three_quarters_of_the_period() {
	new_test(|| {
		granted_for(Terms { period: 10, ..terms() });
		assert_eq!(grant(0).deliver_by, NOW + 2);
	});
}

#[test]
fn a_guardian_approves_and_the_record_says_so() {
	new_test(|| {
		offered();
		change_title(|title| title.guardian = Some(GUARDIAN));
		assert_ok!(approve(GUARDIAN, 0));
		assert_eq!((grant(0).basis, grant(0).owner), (Basis::Owner(GUARDIAN), OWNER));
	});
}

#[test]
fn refuses_terms_that_were_not_read() {
	new_test(|| {
		offered();
		let read = hash_of(0);
		// In the same block the requester sends other terms.
		assert_ok!(Consent::counter(signed(OWNER), 0, priced(2_000)));
		assert_ok!(Consent::counter(signed(REQUESTER), 0, priced(1)));
		assert_noop!(Consent::approve(signed(OWNER), 0, read), Error::<Test>::TermsChanged);
	});
}

#[test]
fn refuses_everybody_but_owner_and_guardian() {
	new_test(|| {
		offered();
		for who in [REQUESTER, STRANGER, CUSTODIAN, LAB, GUARDIAN] {
			assert_noop!(approve(who, 0), Error::<Test>::NotOwner);
		}
	});
}

#[test]
fn refuses_a_requester_that_became_the_guardian() {
	new_test(|| {
		offered();
		change_title(|title| title.guardian = Some(REQUESTER));
		assert_noop!(approve(REQUESTER, 0), Error::<Test>::OwnDataset);
	});
}

#[test]
fn refuses_twice_and_unknown_proposals() {
	new_test(|| {
		granted();
		assert_noop!(approve(OWNER, 0), Error::<Test>::UnknownProposal);
	});
}

#[test]
fn refuses_out_of_turn() {
	new_test(|| {
		countered(2_000);
		assert_noop!(approve(OWNER, 0), Error::<Test>::NotYourTurn);
	});
}

#[test]
fn refuses_without_the_ethics_committee_that_is_asked_for() {
	new_test(|| {
		set_policy(policy(false, true));
		offered();
		assert_noop!(approve(OWNER, 0), Error::<Test>::EthicsMissing);
		assert_ok!(Consent::cosign(signed(COMMITTEE), 0, hash_of(0)));
		assert_ok!(approve(OWNER, 0));
		assert_eq!(grant(0).ethics, Ethics::Signed(COMMITTEE));
	});
}

#[test]
fn refuses_what_nobody_can_answer_any_more() {
	new_test(|| {
		offered();
		set_now(NOW + ANSWER_PERIOD + 1);
		assert_noop!(approve(OWNER, 0), Error::<Test>::ProposalExpired);
		set_now(NOW + ANSWER_PERIOD);
		change_title(|title| title.parties.owner = STRANGER);
		assert_noop!(approve(OWNER, 0), Error::<Test>::NotOwner);
		assert_noop!(approve(STRANGER, 0), Error::<Test>::TitleMoved);
		change_title(|title| {
			title.parties.owner = OWNER;
			title.is_sealed = true;
		});
		assert_noop!(approve(OWNER, 0), Error::<Test>::DatasetSealed);
		erase();
		assert_noop!(approve(OWNER, 0), Error::<Test>::DatasetErased);
	});
}

#[test]
fn refuses_a_requester_without_standing() {
	new_test(|| {
		offered();
		set_standing(REQUESTER, Standing::Suspended);
		assert_noop!(approve(OWNER, 0), Error::<Test>::NotRequester);
	});
}
