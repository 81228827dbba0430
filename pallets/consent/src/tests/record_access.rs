use super::*;
use crate::{Error, Event, Receipts};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{BatchRoot, EndCause, Evidence, Receipt, Standing};

fn record(who: u64) -> DispatchResult {
	Consent::record_access(signed(who), 0, [3; 32])
}

fn record_batch(count: u32) -> DispatchResult {
	Consent::record_accesses(signed(CUSTODIAN), 0, BatchRoot([4; 32]), count)
}

fn limited(accesses: u32) -> Terms {
	Terms { accesses: Some(accesses), ..terms() }
}

#[test]
fn records_one_access_or_many_for_a_deposit() {
	new_test(|| {
		confirmed();
		assert_ok!(record(CUSTODIAN));
		assert_ok!(record_batch(100));
		assert_ok!(record(CUSTODIAN));
		assert_eq!(grant(0).accesses, 102);
		let receipt = |evidence| Receipt { custodian: CUSTODIAN, at: NOW, evidence };
		let batch = Evidence::Batch { root: BatchRoot([4; 32]), count: 100 };
		assert_eq!(
			Consent::receipts(0, None, 100),
			[
				(0, receipt(Evidence::Record([3; 32]))),
				(1, receipt(batch)),
				(101, receipt(Evidence::Record([3; 32])))
			]
		);
		assert_eq!(Receipts::<Test>::iter().count(), 3);
		assert!(free(CUSTODIAN) == ENDOWMENT && record_deposit(CUSTODIAN) == 0);
		let events = take_events();
		assert_eq!(
			events[1],
			Event::AccessRecorded { grant_id: 0, custodian: CUSTODIAN, index: 1, evidence: batch }
		);
	});
}

#[test]
fn the_last_access_ends_the_grant_and_moves_no_money() {
	new_test(|| {
		confirmed_for(limited(3));
		set_now(NOW + 10);
		assert_ok!(record_batch(2));
		assert_noop!(record_batch(2), Error::<Test>::TooManyAccesses);
		assert_ok!(record(CUSTODIAN));
		assert_eq!(grant(0).ended.unwrap().cause, EndCause::Exhausted);
		assert_eq!((earned(), purse()), (200, (ENDOWMENT - PRICE, 800)));
		assert_noop!(record(CUSTODIAN), Error::<Test>::GrantEnded);
		set_now(NOW + 500);
		assert_ok!(Consent::settle(signed(STRANGER), 0));
		assert_eq!(earned(), 600);
		set_now(NOW + PERIOD);
		assert_ok!(Consent::settle(signed(STRANGER), 0));
		assert_eq!((earned(), purse()), (PRICE, (ENDOWMENT - PRICE, 0)));
	});
}

#[test]
fn using_all_accesses_before_the_confirmation_leaves_room_for_a_dispute() {
	new_test(|| {
		granted_for(limited(1));
		deliver();
		assert_ok!(record(CUSTODIAN));
		assert_ok!(Consent::dispute(signed(REQUESTER), 0, [9; 32]));
		assert_ok!(Consent::rule(signed(AUDITOR), 0, false));
		assert_eq!((earned(), purse()), (0, (ENDOWMENT, 0)));
	});
}

#[test]
fn refuses_everybody_but_the_custodian() {
	new_test(|| {
		assert_noop!(record(CUSTODIAN), Error::<Test>::UnknownGrant);
		confirmed();
		for who in [OWNER, REQUESTER, LAB, STRANGER] {
			assert_noop!(record(who), Error::<Test>::NotCustodian);
		}
	});
}

#[test]
fn refuses_what_was_not_open() {
	new_test(|| {
		granted();
		assert_noop!(record(CUSTODIAN), Error::<Test>::NotDelivered);
		deliver();
		assert_noop!(record_batch(0), Error::<Test>::NoAccesses);
		set_standing(REQUESTER, Standing::Suspended);
		assert_noop!(record(CUSTODIAN), Error::<Test>::GranteeNotInStanding);
		set_standing(REQUESTER, Standing::Good);
		assert_ok!(Consent::dispute(signed(REQUESTER), 0, [9; 32]));
		assert_noop!(record(CUSTODIAN), Error::<Test>::DeliveryDisputed);
		assert_ok!(Consent::revoke(signed(OWNER), 0));
		assert_noop!(record(CUSTODIAN), Error::<Test>::GrantEnded);
		erase();
		assert_noop!(record(CUSTODIAN), Error::<Test>::DatasetErased);
	});
}

#[test]
fn no_number_of_accesses_keeps_later_ones_from_being_recorded() {
	new_test(|| {
		confirmed();
		assert_ok!(record_batch(u32::MAX));
		assert_ok!(record(CUSTODIAN));
		assert_eq!(grant(0).accesses, u64::from(u32::MAX) + 1);
	});
}

#[test]
fn the_word_of_a_custodian_that_is_not_trusted_does_not_count() {
	new_test(|| {
		confirmed();
		set_standing(CUSTODIAN, Standing::Suspended);
		assert_noop!(record(CUSTODIAN), Error::<Test>::CustodianNotInStanding);
		change_title(|title| title.parties.custodian = STRANGER);
		assert_noop!(record(STRANGER), Error::<Test>::CustodianNotInStanding);
	});
}
