use super::*;
use crate::{Error, Event};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{Delivery, Standing, Verdict};

fn deliver_by(who: u64) -> DispatchResult {
	Consent::deliver(signed(who), 0, [8; 32])
}

#[test]
fn puts_the_hash_on_record_and_pays_nothing_yet() {
	new_test(|| {
		granted();
		assert_ok!(deliver_by(OWNER));
		assert_eq!(
			grant(0).delivery,
			Some(Delivery {
				at: NOW,
				header_hash: [8; 32],
				confirm_by: NOW + CONFIRM_PERIOD,
				verdict: Verdict::Pending,
			})
		);
		assert_eq!(purse(), (ENDOWMENT - PRICE, PRICE));
		let confirm_by = NOW + CONFIRM_PERIOD;
		assert_eq!(
			take_events(),
			[Event::Delivered { grant_id: 0, header_hash: [8; 32], confirm_by }]
		);
	});
}

#[test]
fn what_lateness_cannot_earn_goes_back_at_once() {
	new_test(|| {
		granted();
		set_now(NOW + DELIVERY_PERIOD);
		assert_ok!(deliver_by(OWNER));
		// A quarter of the 800 that time earns.
		assert_eq!(purse(), (ENDOWMENT - 800, 800));
		assert_eq!(grant(0).refunded, 200);
	});
}

#[test]
fn guardians_and_new_owners_deliver() {
	new_test(|| {
		granted();
		change_title(|title| title.guardian = Some(GUARDIAN));
		assert_ok!(deliver_by(GUARDIAN));
	});
	new_test(|| {
		granted();
		change_title(|title| title.parties.owner = STRANGER);
		assert_noop!(deliver_by(OWNER), Error::<Test>::NotOwner);
		assert_ok!(deliver_by(STRANGER));
		assert_ok!(Consent::confirm(signed(REQUESTER), 0));
		// Money goes to whoever owned the dataset when consent was given.
		assert_eq!((free(OWNER) > ENDOWMENT, free(STRANGER)), (true, ENDOWMENT));
	});
}

#[test]
fn refuses_everybody_else_twice_and_unknown_grants() {
	new_test(|| {
		assert_noop!(deliver_by(OWNER), Error::<Test>::UnknownGrant);
		granted();
		for who in [REQUESTER, STRANGER, CUSTODIAN] {
			assert_noop!(deliver_by(who), Error::<Test>::NotOwner);
		}
		assert_ok!(deliver_by(OWNER));
		assert_noop!(deliver_by(OWNER), Error::<Test>::AlreadyDelivered);
	});
}

#[test]
fn refuses_after_the_deadline() {
	new_test(|| {
		granted();
		set_now(NOW + DELIVERY_PERIOD + 1);
		assert_noop!(deliver_by(OWNER), Error::<Test>::DeliveryOverdue);
	});
}

#[test]
fn refuses_for_a_grant_that_ended() {
	new_test(|| {
		granted();
		assert_ok!(Consent::revoke(signed(OWNER), 0));
		assert_noop!(deliver_by(OWNER), Error::<Test>::GrantEnded);
		erase();
		assert_noop!(deliver_by(OWNER), Error::<Test>::DatasetErased);
	});
}

#[test]
fn refuses_for_a_grantee_without_standing() {
	new_test(|| {
		granted();
		set_standing(REQUESTER, Standing::Suspended);
		assert_noop!(deliver_by(OWNER), Error::<Test>::GranteeNotInStanding);
		// The requester's money is not lost with that.
		set_now(NOW + DELIVERY_PERIOD + 1);
		assert_ok!(Consent::settle(signed(STRANGER), 0));
		assert_eq!(purse(), (ENDOWMENT, 0));
	});
	new_test(|| {
		granted();
		set_standing(REQUESTER, Standing::Expelled);
		assert_noop!(deliver_by(OWNER), Error::<Test>::GrantEnded);
		assert_ok!(Consent::settle(signed(STRANGER), 0));
		assert_eq!(purse(), (ENDOWMENT, 0));
	});
}
