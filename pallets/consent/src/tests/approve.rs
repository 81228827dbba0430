use super::{grant, granted, offer, offered, terms, PERIOD, PRICE};
use crate::{mock::*, Error, Event, GrantsOf, NextGrantId, Proposals};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{Grant, Shares, Terms};
use sp_runtime::Percent;

#[test]
fn makes_a_grant_and_keeps_price_and_deposit() {
	new_test(|| {
		offered();
		let deposit = record_deposit(REQUESTER);
		assert_ok!(Consent::approve(RuntimeOrigin::signed(OWNER), 0));

		assert_eq!(
			grant(0),
			Grant {
				dataset: DATASET,
				owner: OWNER,
				grantee: REQUESTER,
				terms: terms(),
				shares: Shares {
					attester: Some((LAB, Percent::from_percent(5))),
					treasury: Percent::from_percent(2)
				},
				issued_at: NOW,
				deliver_by: NOW + DELIVERY_PERIOD,
				expires_at: NOW + PERIOD,
				delivery: None,
				ended: None,
				paid: 0,
				settled: false,
				accesses: 0,
			}
		);
		assert!(GrantsOf::<Test>::contains_key((DATASET, REQUESTER, 0)));
		assert!(!Proposals::<Test>::contains_key(0));
		assert_eq!(escrow(REQUESTER), PRICE);
		assert_eq!(record_deposit(REQUESTER), deposit);
		assert_eq!(
			take_events(),
			[Event::Granted {
				grant_id: 0,
				proposal_id: 0,
				dataset_id: DATASET,
				owner: OWNER,
				grantee: REQUESTER,
				expires_at: NOW + PERIOD,
			}]
		);
	});
}

#[test]
fn the_key_is_due_before_the_grant_expires() {
	new_test(|| {
		assert_ok!(offer(REQUESTER, Terms { period: 10, ..terms() }));
		assert_ok!(Consent::approve(RuntimeOrigin::signed(OWNER), 0));
		assert_eq!(grant(0).deliver_by, NOW + 9);
	});
}

#[test]
fn refuses_whoever_is_not_the_owner() {
	new_test(|| {
		offered();
		for who in [REQUESTER, CUSTODIAN, LAB] {
			assert_noop!(Consent::approve(RuntimeOrigin::signed(who), 0), Error::<Test>::NotOwner);
		}
	});
}

#[test]
fn refuses_root() {
	new_test(|| {
		offered();
		assert_noop!(
			Consent::approve(RuntimeOrigin::root(), 0),
			sp_runtime::DispatchError::BadOrigin
		);
	});
}

#[test]
fn refuses_the_same_proposal_twice() {
	new_test(|| {
		granted();
		assert_noop!(
			Consent::approve(RuntimeOrigin::signed(OWNER), 0),
			Error::<Test>::UnknownProposal
		);
	});
}

#[test]
fn refuses_a_requester_that_lost_its_accreditation() {
	new_test(|| {
		offered();
		expel(REQUESTER);
		assert_noop!(
			Consent::approve(RuntimeOrigin::signed(OWNER), 0),
			Error::<Test>::NotRequester
		);
	});
}

#[test]
fn refuses_when_the_ids_are_used_up() {
	new_test(|| {
		offered();
		NextGrantId::<Test>::put(u64::MAX);
		assert_noop!(
			Consent::approve(RuntimeOrigin::signed(OWNER), 0),
			Error::<Test>::IdsExhausted
		);
		NextGrantId::<Test>::put(0);
	});
}

#[test]
fn a_guardian_consents_for_the_owner_who_is_paid() {
	new_test(|| {
		offered();
		change_title(|title| title.guardian = Some(GUARDIAN));
		assert_ok!(Consent::approve(RuntimeOrigin::signed(GUARDIAN), 0));
		assert_eq!(grant(0).owner, OWNER);
	});
}

#[test]
fn after_a_transfer_the_new_owner_consents_and_is_paid() {
	new_test(|| {
		offered();
		change_title(|title| title.parties.owner = STRANGER);
		assert_noop!(Consent::approve(RuntimeOrigin::signed(OWNER), 0), Error::<Test>::NotOwner);
		assert_ok!(Consent::approve(RuntimeOrigin::signed(STRANGER), 0));
		assert_eq!(grant(0).owner, STRANGER);
	});
}

#[test]
fn refuses_a_requester_that_decides_about_the_dataset_by_now() {
	new_test(|| {
		offered();
		change_title(|title| title.guardian = Some(REQUESTER));
		assert_noop!(
			Consent::approve(RuntimeOrigin::signed(REQUESTER), 0),
			Error::<Test>::OwnDataset
		);
		change_title(|title| title.parties.owner = REQUESTER);
		assert_noop!(
			Consent::approve(RuntimeOrigin::signed(REQUESTER), 0),
			Error::<Test>::OwnDataset
		);
	});
}

#[test]
fn refuses_a_dataset_that_is_sealed_or_erased_in_the_meantime() {
	new_test(|| {
		offered();
		let approve = || Consent::approve(RuntimeOrigin::signed(OWNER), 0);
		change_title(|title| title.is_sealed = true);
		assert_noop!(approve(), Error::<Test>::DatasetSealed);
		erase();
		assert_noop!(approve(), Error::<Test>::DatasetErased);
		// The requester still gets price and deposit back.
		assert_ok!(Consent::withdraw(RuntimeOrigin::signed(REQUESTER), 0));
	});
}
