use super::*;
use crate::{Error, Event};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::Verdict;

#[test]
fn pays_the_upfront_part() {
	new_test(|| {
		delivered();
		assert_ok!(Consent::confirm(signed(REQUESTER), 0));
		assert_eq!(grant(0).delivery.unwrap().verdict, Verdict::Confirmed { at: NOW });
		assert_eq!((free(OWNER), free(LAB), free(TREASURY)), (ENDOWMENT + 186, ENDOWMENT + 10, 4));
		assert_eq!(purse(), (ENDOWMENT - PRICE, 800));
		assert_eq!(
			take_events(),
			[
				Event::Confirmed { grant_id: 0 },
				Event::Paid { grant_id: 0, to_owner: 186, to_attester: 10, to_treasury: 4 }
			]
		);
	});
}

#[test]
fn silence_confirms_as_well() {
	new_test(|| {
		delivered();
		set_now(NOW + CONFIRM_PERIOD);
		assert_noop!(Consent::settle(signed(STRANGER), 0), Error::<Test>::NothingDue);
		set_now(NOW + CONFIRM_PERIOD + 1);
		assert_ok!(Consent::settle(signed(STRANGER), 0));
		assert_eq!(earned(), 200 + 80);
	});
}

#[test]
fn a_grant_that_was_given_back_may_still_be_confirmed() {
	new_test(|| {
		delivered();
		set_now(NOW + 10);
		assert_ok!(Consent::relinquish(signed(REQUESTER), 0));
		// What the owner may still earn waits.
		assert_eq!(purse(), (ENDOWMENT - PRICE, PRICE));
		assert_ok!(Consent::confirm(signed(REQUESTER), 0));
		assert_eq!((earned(), purse()), (PRICE, (ENDOWMENT - PRICE, 0)));
	});
}

#[test]
fn refuses_everybody_but_the_grantee() {
	new_test(|| {
		delivered();
		for who in [OWNER, OTHER_REQUESTER, STRANGER] {
			assert_noop!(Consent::confirm(signed(who), 0), Error::<Test>::NotGrantee);
		}
	});
}

#[test]
fn refuses_before_delivery_twice_and_too_late() {
	new_test(|| {
		assert_noop!(Consent::confirm(signed(REQUESTER), 0), Error::<Test>::UnknownGrant);
		granted();
		assert_noop!(Consent::confirm(signed(REQUESTER), 0), Error::<Test>::NotDelivered);
		deliver();
		set_now(NOW + CONFIRM_PERIOD + 1);
		assert_noop!(Consent::confirm(signed(REQUESTER), 0), Error::<Test>::AnswerOverdue);
		set_now(NOW + CONFIRM_PERIOD);
		assert_ok!(Consent::confirm(signed(REQUESTER), 0));
		assert_noop!(Consent::confirm(signed(REQUESTER), 0), Error::<Test>::AlreadyAnswered);
	});
}
