use super::*;
use crate::{Error, Event};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{Basis, Standing};

fn accept(who: u64) -> DispatchResult {
	Consent::accept(signed(who), 0, hash_of(0))
}

#[test]
fn makes_a_grant_of_the_owners_terms_and_holds_the_whole_price() {
	new_test(|| {
		countered(2_000);
		assert_ok!(accept(REQUESTER));
		assert_eq!(grant(0).terms, priced(2_000));
		assert_eq!(grant(0).basis, Basis::Owner(OWNER));
		assert_eq!(purse(), (ENDOWMENT - 2_000, 2_000));
		assert!(matches!(
			take_events()[..],
			[Event::Granted { grant_id: 0, proposal_id: Some(0), .. }]
		));
	});
}

#[test]
fn the_consent_is_that_of_whoever_made_the_counter_offer() {
	new_test(|| {
		offered();
		change_title(|title| title.guardian = Some(GUARDIAN));
		assert_ok!(Consent::counter(signed(GUARDIAN), 0, priced(500)));
		assert_ok!(accept(REQUESTER));
		assert_eq!(grant(0).basis, Basis::Owner(GUARDIAN));
		assert_eq!(purse(), (ENDOWMENT - 500, 500));
	});
}

#[test]
fn refuses_the_counter_offer_of_a_guardian_that_left_office() {
	new_test(|| {
		offered();
		change_title(|title| title.guardian = Some(GUARDIAN));
		assert_ok!(Consent::counter(signed(GUARDIAN), 0, priced(500)));
		change_title(|title| title.guardian = None);
		assert_noop!(accept(REQUESTER), Error::<Test>::CounterOfferLapsed);
	});
}

#[test]
fn refuses_everybody_but_the_requester() {
	new_test(|| {
		countered(2_000);
		for who in [OWNER, STRANGER, OTHER_REQUESTER] {
			assert_noop!(accept(who), Error::<Test>::NotProposer);
		}
	});
}

#[test]
fn refuses_ones_own_offer() {
	new_test(|| {
		offered();
		assert_noop!(accept(REQUESTER), Error::<Test>::NotYourTurn);
		assert_ok!(Consent::counter(signed(OWNER), 0, priced(2_000)));
		assert_ok!(Consent::counter(signed(REQUESTER), 0, priced(500)));
		assert_noop!(accept(REQUESTER), Error::<Test>::NotYourTurn);
	});
}

#[test]
fn refuses_terms_that_were_not_read() {
	new_test(|| {
		countered(2_000);
		assert_noop!(
			Consent::accept(signed(REQUESTER), 0, terms().hash()),
			Error::<Test>::TermsChanged
		);
	});
}

#[test]
fn refuses_what_the_requester_cannot_pay() {
	new_test(|| {
		countered(ENDOWMENT + 1);
		assert_noop!(accept(REQUESTER), Error::<Test>::CannotPayPrice);
	});
}

#[test]
fn refuses_without_standing_ethics_time_or_title() {
	new_test(|| {
		set_policy(policy(false, true));
		countered(2_000);
		assert_noop!(accept(REQUESTER), Error::<Test>::EthicsMissing);
		assert_ok!(Consent::cosign(signed(COMMITTEE), 0, hash_of(0)));
		set_now(NOW + ANSWER_PERIOD + 1);
		assert_noop!(accept(REQUESTER), Error::<Test>::ProposalExpired);
		set_now(NOW);
		change_title(|title| title.parties.owner = STRANGER);
		assert_noop!(accept(REQUESTER), Error::<Test>::TitleMoved);
		change_title(|title| title.parties.owner = OWNER);
		set_standing(REQUESTER, Standing::Expelled);
		assert_noop!(accept(REQUESTER), Error::<Test>::NotRequester);
	});
}

#[test]
fn refuses_twice() {
	new_test(|| {
		countered(500);
		let hash = hash_of(0);
		assert_ok!(accept(REQUESTER));
		assert_noop!(Consent::accept(signed(REQUESTER), 0, hash), Error::<Test>::UnknownProposal);
	});
}
