use super::{delivered, grant, granted, PERIOD, PRICE};
use crate::{mock::*, Error, Event, Grants};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{EndCause, Ended};

#[test]
fn pays_what_time_has_earned() {
	new_test(|| {
		delivered();
		set_now(NOW + PERIOD / 2);
		assert_ok!(Consent::settle(RuntimeOrigin::signed(STRANGER), 0));
		// 200 at delivery, and half of the other 800.
		assert_eq!(grant(0).paid, 600);
		assert_eq!(escrow(REQUESTER), 400);
		assert_eq!(
			take_events(),
			[Event::Paid { grant_id: 0, to_owner: 372, to_attester: 20, to_treasury: 8 }]
		);
	});
}

#[test]
fn pays_the_whole_price_at_expiry_and_closes() {
	new_test(|| {
		delivered();
		set_now(NOW + PERIOD);
		assert_ok!(Consent::settle(RuntimeOrigin::signed(OWNER), 0));
		assert!(grant(0).settled);
		assert_eq!(free(OWNER) + free(LAB) + free(TREASURY), 2 * ENDOWMENT + PRICE);
		assert_eq!((free(REQUESTER), escrow(REQUESTER)), (ENDOWMENT - PRICE, 0));
		assert_eq!(
			take_events().last(),
			Some(&Event::Settled { grant_id: 0, paid: PRICE, refunded: 0 })
		);
	});
}

#[test]
fn refunds_everything_when_the_key_was_not_delivered_in_time() {
	new_test(|| {
		granted();
		let late = NOW + DELIVERY_PERIOD + 1;
		set_now(late);
		assert_ok!(Consent::settle(RuntimeOrigin::signed(STRANGER), 0));
		assert_eq!(grant(0).ended, Some(Ended { at: late, cause: EndCause::Undelivered }));
		assert_eq!((free(REQUESTER), escrow(REQUESTER)), (ENDOWMENT, 0));
		assert_eq!(
			take_events(),
			[
				Event::Lapsed { grant_id: 0, at: late },
				Event::Settled { grant_id: 0, paid: 0, refunded: PRICE }
			]
		);
	});
}

#[test]
fn refunds_everything_when_the_grant_expired_undelivered() {
	new_test(|| {
		granted();
		set_now(NOW + PERIOD);
		assert_ok!(Consent::settle(RuntimeOrigin::signed(STRANGER), 0));
		assert_eq!(grant(0).ended, None);
		assert_eq!((free(REQUESTER), escrow(REQUESTER)), (ENDOWMENT, 0));
	});
}

#[test]
fn rounding_remainders_go_to_the_owner() {
	new_test(|| {
		delivered();
		// 0.8 per millisecond: 12 after 16, of which 5 % is less than one.
		set_now(NOW + 16);
		assert_ok!(Consent::settle(RuntimeOrigin::signed(OWNER), 0));
		assert_eq!(
			take_events(),
			[Event::Paid { grant_id: 0, to_owner: 12, to_attester: 0, to_treasury: 0 }]
		);
	});
}

#[test]
fn refuses_when_nothing_is_due() {
	new_test(|| {
		granted();
		assert_noop!(Consent::settle(RuntimeOrigin::signed(OWNER), 0), Error::<Test>::NothingDue);
	});
}

#[test]
fn refuses_twice() {
	new_test(|| {
		delivered();
		set_now(NOW + PERIOD);
		assert_ok!(Consent::settle(RuntimeOrigin::signed(OWNER), 0));
		assert_noop!(Consent::settle(RuntimeOrigin::signed(OWNER), 0), Error::<Test>::NothingDue);
	});
}

#[test]
fn refuses_an_unknown_grant() {
	new_test(|| {
		assert_noop!(Consent::settle(RuntimeOrigin::signed(OWNER), 0), Error::<Test>::UnknownGrant);
	});
}

#[test]
fn after_erasure_pays_what_was_earned_until_then_and_refunds_the_rest() {
	new_test(|| {
		delivered();
		let erased_at = NOW + PERIOD / 4;
		set_now(erased_at);
		erase();
		set_now(NOW + PERIOD / 2);
		assert_ok!(Consent::settle(RuntimeOrigin::signed(STRANGER), 0));
		let stored = Grants::<Test>::get(0).unwrap();
		assert_eq!(stored.ended, Some(Ended { at: erased_at, cause: EndCause::Erased }));
		assert_eq!((stored.paid, stored.settled), (400, true));
		assert_eq!((free(REQUESTER), escrow(REQUESTER)), (ENDOWMENT - 400, 0));
		assert_noop!(
			Consent::settle(RuntimeOrigin::signed(STRANGER), 0),
			Error::<Test>::NothingDue
		);
	});
}

#[test]
fn after_erasure_refunds_everything_that_was_not_delivered() {
	new_test(|| {
		granted();
		erase();
		// Not for the deadline, which passes later.
		set_now(NOW + DELIVERY_PERIOD + 1);
		assert_ok!(Consent::settle(RuntimeOrigin::signed(STRANGER), 0));
		assert_eq!(grant(0).ended, Some(Ended { at: NOW, cause: EndCause::Erased }));
		assert_eq!((free(REQUESTER), escrow(REQUESTER)), (ENDOWMENT, 0));
		assert_eq!(take_events(), [Event::Settled { grant_id: 0, paid: 0, refunded: PRICE }]);
	});
}
