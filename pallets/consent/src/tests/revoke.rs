use super::*;
use crate::{Error, Event};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{EndCause, Ended};

fn revoke(who: u64) -> DispatchResult {
	Consent::revoke(signed(who), 0)
}

fn is_free_to(who: u64) -> bool {
	is_free(who, Call::revoke { grant_id: 0 })
}

#[test]
fn ends_the_grant_pays_what_is_earned_and_refunds_the_rest() {
	new_test(|| {
		confirmed();
		set_now(NOW + 250);
		assert!(is_free_to(OWNER));
		assert_ok!(revoke(OWNER));
		assert_eq!(grant(0).ended, Some(Ended { at: NOW + 250, cause: EndCause::Revoked }));
		assert_eq!((earned(), purse()), (400, (ENDOWMENT - 400, 0)));
		assert!(!is_free_to(OWNER));
		assert_eq!(
			take_events(),
			[
				Event::Paid { grant_id: 0, to_owner: 186, to_attester: 10, to_treasury: 4 },
				Event::Refunded { grant_id: 0, amount: 600 },
				Event::Settled { grant_id: 0, paid: 400, refunded: 600 },
				Event::Ended { grant_id: 0, at: NOW + 250, cause: EndCause::Revoked },
			]
		);
	});
}

#[test]
fn earns_nothing_before_the_delivery_was_answered() {
	new_test(|| {
		granted_for(Terms { upfront: Percent::from_percent(100), ..terms() });
		deliver();
		assert_ok!(revoke(OWNER));
		assert_eq!((earned(), purse()), (0, (ENDOWMENT, 0)));
		assert_noop!(Consent::confirm(signed(REQUESTER), 0), Error::<Test>::NothingAtStake);
		set_now(NOW + CONFIRM_PERIOD + 1);
		assert_noop!(Consent::settle(signed(OWNER), 0), Error::<Test>::NothingDue);
	});
}

#[test]
fn refunds_everything_before_delivery() {
	new_test(|| {
		granted();
		assert_ok!(revoke(OWNER));
		assert_eq!((earned(), purse()), (0, (ENDOWMENT, 0)));
	});
}

#[test]
fn guardians_and_new_owners_revoke() {
	new_test(|| {
		granted();
		change_title(|title| title.guardian = Some(GUARDIAN));
		assert!(is_free_to(GUARDIAN));
		assert_ok!(revoke(GUARDIAN));
	});
	new_test(|| {
		granted();
		change_title(|title| title.parties.owner = STRANGER);
		assert!(!is_free_to(OWNER) && is_free_to(STRANGER));
		assert_noop!(revoke(OWNER), Error::<Test>::NotOwner);
		assert_ok!(revoke(STRANGER));
	});
}

#[test]
fn refuses_everybody_else_and_at_a_fee() {
	new_test(|| {
		granted();
		for who in [REQUESTER, STRANGER, CUSTODIAN, LAB, GUARDIAN] {
			assert_noop!(revoke(who), Error::<Test>::NotOwner);
			assert!(!is_free_to(who));
		}
		assert_noop!(Consent::revoke(signed(OWNER), 7), Error::<Test>::UnknownGrant);
	});
}

#[test]
fn refuses_what_ended() {
	new_test(|| {
		granted();
		set_now(NOW + DELIVERY_PERIOD + 1);
		assert!(!is_free_to(OWNER));
		assert_noop!(revoke(OWNER), Error::<Test>::GrantEnded);
	});
	new_test(|| {
		confirmed();
		set_now(NOW + PERIOD);
		assert_noop!(revoke(OWNER), Error::<Test>::GrantEnded);
		erase();
		assert_noop!(revoke(OWNER), Error::<Test>::DatasetErased);
		assert!(!is_free_to(OWNER));
	});
}
