use super::*;
use crate::Error;
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{EndCause, Ended, Standing};

#[test]
fn ends_the_grant_and_settles() {
	new_test(|| {
		confirmed();
		set_now(NOW + 250);
		set_standing(REQUESTER, Standing::Suspended);
		assert_ok!(Consent::relinquish(signed(REQUESTER), 0));
		assert_eq!(grant(0).ended, Some(Ended { at: NOW + 250, cause: EndCause::Relinquished }));
		assert_eq!((earned(), purse()), (PRICE, (ENDOWMENT - PRICE, 0)));
	});
}

#[test]
fn whoever_takes_the_key_and_leaves_owes_what_it_is_worth() {
	new_test(|| {
		delivered();
		assert_ok!(Consent::relinquish(signed(REQUESTER), 0));
		assert_eq!(purse(), (ENDOWMENT - PRICE, PRICE));
		set_now(NOW + CONFIRM_PERIOD + 1);
		assert_ok!(Consent::settle(signed(OWNER), 0));
		assert_eq!((earned(), escrow(REQUESTER)), (PRICE, 0));
	});
}

#[test]
fn no_way_of_leaving_gives_back_what_a_policy_was_paid_for() {
	for leave in [
		|| Consent::relinquish(signed(REQUESTER), 0),
		|| {
			set_standing(REQUESTER, Standing::Resigned);
			Consent::settle(signed(STRANGER), 0)
		},
	] {
		new_test(|| {
			set_policy(policy(true, false));
			// Nothing in advance, for as long as possible.
			assert_ok!(offer(REQUESTER, Terms { upfront: Percent::zero(), ..terms() }));
			deliver();
			assert_ok!(Consent::confirm(signed(REQUESTER), 0));
			set_now(NOW + 1);
			assert_ok!(leave());
			assert_eq!((earned(), purse()), (PRICE, (ENDOWMENT - PRICE, 0)));
		});
	}
}

#[test]
fn without_the_key_everything_goes_back() {
	new_test(|| {
		granted();
		assert_ok!(Consent::relinquish(signed(REQUESTER), 0));
		assert_eq!(purse(), (ENDOWMENT, 0));
	});
}

#[test]
fn refuses_everybody_else_and_twice() {
	new_test(|| {
		assert_noop!(Consent::relinquish(signed(REQUESTER), 0), Error::<Test>::UnknownGrant);
		granted();
		for who in [OWNER, OTHER_REQUESTER] {
			assert_noop!(Consent::relinquish(signed(who), 0), Error::<Test>::NotGrantee);
		}
		assert_ok!(Consent::relinquish(signed(REQUESTER), 0));
		assert_noop!(Consent::relinquish(signed(REQUESTER), 0), Error::<Test>::GrantEnded);
	});
}
