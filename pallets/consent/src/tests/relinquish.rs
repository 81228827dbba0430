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
		assert_eq!((earned(), purse()), (400, (ENDOWMENT - 400, 0)));
	});
}

#[test]
fn whoever_takes_the_key_and_leaves_owes_what_it_is_worth() {
	new_test(|| {
		delivered();
		assert_ok!(Consent::relinquish(signed(REQUESTER), 0));
		assert_eq!(purse(), (ENDOWMENT - 200, 200));
		set_now(NOW + CONFIRM_PERIOD + 1);
		assert_ok!(Consent::settle(signed(OWNER), 0));
		assert_eq!((earned(), escrow(REQUESTER)), (200, 0));
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
