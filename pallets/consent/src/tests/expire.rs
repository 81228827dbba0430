use super::*;
use crate::{Error, Event};
use frame_support::{assert_noop, assert_ok};

fn expire() -> DispatchResult {
	Consent::expire(signed(STRANGER), 0)
}

#[test]
fn anybody_closes_what_was_not_answered_in_time() {
	new_test(|| {
		offered();
		set_now(NOW + ANSWER_PERIOD);
		assert_noop!(expire(), Error::<Test>::StillOpen);
		set_now(NOW + ANSWER_PERIOD + 1);
		assert_ok!(expire());
		assert_eq!(purse(), (ENDOWMENT, 0));
		assert_eq!(record_deposit(REQUESTER), 0);
		assert_eq!(take_events(), [Event::Expired { proposal_id: 0 }]);
		assert_noop!(expire(), Error::<Test>::UnknownProposal);
	});
}

#[test]
fn a_counter_offer_gives_time_again() {
	new_test(|| {
		offered();
		set_now(NOW + ANSWER_PERIOD);
		assert_ok!(Consent::counter(signed(OWNER), 0, priced(2_000)));
		set_now(NOW + 2 * ANSWER_PERIOD);
		assert_noop!(expire(), Error::<Test>::StillOpen);
	});
}

#[test]
fn anybody_closes_what_nobody_can_grant_any_more() {
	for change in [
		(|title| title.parties.owner = STRANGER) as fn(&mut Title),
		|title| title.is_sealed = true,
		|title| title.erased_at = Some(NOW),
	] {
		new_test(|| {
			offered();
			change_title(change);
			assert_ok!(expire());
			assert_eq!(purse(), (ENDOWMENT, 0));
		});
	}
}
