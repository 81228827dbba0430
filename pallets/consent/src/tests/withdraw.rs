use super::*;
use crate::{Error, Event};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::Standing;

#[test]
fn releases_price_and_deposit_whoevers_turn_it_is() {
	new_test(|| {
		countered(2_000);
		set_standing(REQUESTER, Standing::Expelled);
		assert_ok!(Consent::withdraw(signed(REQUESTER), 0));
		assert_eq!(purse(), (ENDOWMENT, 0));
		assert_eq!(record_deposit(REQUESTER), 0);
		assert_eq!(take_events(), [Event::Withdrawn { proposal_id: 0 }]);
	});
}

#[test]
fn refuses_everybody_but_the_requester_and_twice() {
	new_test(|| {
		offered();
		for who in [OWNER, OTHER_REQUESTER, STRANGER] {
			assert_noop!(Consent::withdraw(signed(who), 0), Error::<Test>::NotProposer);
		}
		assert_ok!(Consent::withdraw(signed(REQUESTER), 0));
		assert_noop!(Consent::withdraw(signed(REQUESTER), 0), Error::<Test>::UnknownProposal);
	});
}

#[test]
fn refuses_what_became_a_grant() {
	new_test(|| {
		granted();
		assert_noop!(Consent::withdraw(signed(REQUESTER), 0), Error::<Test>::UnknownProposal);
	});
}
