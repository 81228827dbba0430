use super::*;
use crate::{Error, Event};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{EndCause, Ended};

fn settle() -> DispatchResult {
	Consent::settle(signed(STRANGER), 0)
}

#[test]
fn pays_what_time_has_earned() {
	new_test(|| {
		confirmed();
		set_now(NOW + PERIOD / 2);
		assert_ok!(settle());
		// Half of the 800 that time earns.
		assert_eq!((grant(0).paid, escrow(REQUESTER)), (600, 400));
		assert_eq!(
			take_events(),
			[Event::Paid { grant_id: 0, to_owner: 372, to_attester: 20, to_treasury: 8 }]
		);
	});
}

#[test]
fn pays_the_whole_price_at_expiry_and_closes() {
	new_test(|| {
		confirmed();
		set_now(NOW + PERIOD);
		assert_ok!(settle());
		assert_eq!((earned(), purse()), (PRICE, (ENDOWMENT - PRICE, 0)));
		assert_eq!(
			take_events().last(),
			Some(&Event::Settled { grant_id: 0, paid: PRICE, refunded: 0 })
		);
		assert_noop!(settle(), Error::<Test>::NothingDue);
	});
}

#[test]
fn refunds_everything_when_the_key_was_not_delivered_in_time() {
	new_test(|| {
		granted();
		let late = NOW + DELIVERY_PERIOD + 1;
		set_now(late + 50);
		assert_ok!(settle());
		assert_eq!(grant(0).ended, Some(Ended { at: late, cause: EndCause::Undelivered }));
		assert_eq!(purse(), (ENDOWMENT, 0));
		assert_eq!(
			take_events(),
			[
				Event::Ended { grant_id: 0, at: late, cause: EndCause::Undelivered },
				Event::Refunded { grant_id: 0, amount: PRICE },
				Event::Settled { grant_id: 0, paid: 0, refunded: PRICE }
			]
		);
		assert_noop!(settle(), Error::<Test>::NothingDue);
	});
}

#[test]
fn an_erased_dataset_earns_until_it_was_erased_however_late_that_is_settled() {
	new_test(|| {
		confirmed();
		set_now(NOW + 500);
		erase();
		set_now(NOW + 900);
		assert_ok!(settle());
		assert_eq!((earned(), purse()), (600, (ENDOWMENT - 600, 0)));
		assert_eq!(grant(0).ended, Some(Ended { at: NOW + 500, cause: EndCause::Erased }));
	});
}

#[test]
fn rounding_remainders_go_to_the_owner() {
	new_test(|| {
		confirmed();
		// 0.8 per millisecond: 12 after 16, of which 5 % is less than one.
		set_now(NOW + 16);
		assert_ok!(settle());
		assert_eq!(
			take_events(),
			[Event::Paid { grant_id: 0, to_owner: 12, to_attester: 0, to_treasury: 0 }]
		);
	});
}

#[test]
fn refuses_when_nothing_is_due() {
	new_test(|| {
		assert_noop!(settle(), Error::<Test>::UnknownGrant);
		granted();
		assert_noop!(settle(), Error::<Test>::NothingDue);
	});
	new_test(|| {
		confirmed_for(priced(0));
		set_now(NOW + PERIOD);
		assert_noop!(settle(), Error::<Test>::NothingDue);
	});
}
