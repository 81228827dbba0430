use super::*;
use crate::{Error, Event};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{Access, MAX_NARROWINGS};

fn narrow(who: u64, scope: Scope, expires_at: Moment) -> DispatchResult {
	Consent::narrow(signed(who), 0, scope, expires_at)
}

fn is_free_to(who: u64, scope: Scope, expires_at: Moment) -> bool {
	is_free(who, Call::narrow { grant_id: 0, scope, expires_at })
}

fn open(at: Moment, what: &Scope) -> bool {
	matches!(Consent::check(DATASET, &REQUESTER, Some(at), what), Access::Permitted { .. })
}

#[test]
fn leaves_open_less_from_then_on_and_not_before() {
	new_test(|| {
		confirmed();
		set_now(NOW + 100);
		assert!(is_free_to(OWNER, genes(&[1]), NOW + PERIOD));
		assert_ok!(narrow(OWNER, genes(&[1]), NOW + PERIOD));
		set_now(NOW + 200);
		assert!(open(NOW + 99, &Scope::Whole) && !open(NOW + 100, &Scope::Whole));
		assert!(open(NOW + 100, &genes(&[1])) && !open(NOW + 100, &genes(&[2])));
	});
}

#[test]
fn a_shorter_time_gives_money_back() {
	new_test(|| {
		confirmed();
		set_now(NOW + 100);
		assert_ok!(narrow(OWNER, Scope::Whole, NOW + 500));
		assert_eq!(grant(0).refunded, 400);
		assert_eq!((earned(), escrow(REQUESTER)), (280, 320));
		assert!(take_events().contains(&Event::Narrowed {
			grant_id: 0,
			scope: Scope::Whole,
			expires_at: NOW + 500
		}));
		set_now(NOW + 500);
		assert!(!open(NOW + 500, &Scope::Whole));
		assert_ok!(Consent::settle(signed(STRANGER), 0));
		assert_eq!((earned(), escrow(REQUESTER)), (600, 0));
	});
}

#[test]
fn less_of_the_data_gives_all_of_the_rest_back() {
	new_test(|| {
		confirmed();
		set_now(NOW + 100);
		assert_ok!(narrow(OWNER, genes(&[1]), NOW + PERIOD));
		assert_eq!((earned(), purse()), (280, (ENDOWMENT - 280, 0)));
		set_now(NOW + PERIOD);
		assert_noop!(Consent::settle(signed(STRANGER), 0), Error::<Test>::NothingDue);
	});
}

#[test]
fn anything_less_before_the_delivery_was_answered_earns_nothing() {
	new_test(|| {
		delivered();
		assert_ok!(narrow(OWNER, Scope::Whole, NOW + PERIOD - 1));
		assert_eq!((earned(), purse()), (0, (ENDOWMENT, 0)));
		assert_noop!(Consent::confirm(signed(REQUESTER), 0), Error::<Test>::NothingAtStake);
		assert_noop!(
			Consent::dispute(signed(REQUESTER), 0, [9; 32]),
			Error::<Test>::NothingAtStake
		);
	});
}

#[test]
fn refuses_more_than_is_open_and_no_less_than_that() {
	new_test(|| {
		confirmed();
		let end = NOW + PERIOD;
		for (scope, expires_at) in [
			(Scope::Whole, end),
			(Scope::Whole, end + 1),
			(genes(&[1]), end + 1),
			(Scope::Whole, NOW),
		] {
			assert!(!is_free_to(OWNER, scope.clone(), expires_at));
			assert_noop!(narrow(OWNER, scope, expires_at), Error::<Test>::NotNarrower);
		}
		assert_ok!(narrow(OWNER, genes(&[1, 2]), end));
		for scope in [Scope::Whole, genes(&[1, 3]), Scope::Aggregate] {
			assert_noop!(narrow(OWNER, scope, end), Error::<Test>::NotNarrower);
		}
		assert_noop!(narrow(OWNER, genes(&[2, 1]), end), Error::<Test>::MalformedScope);
	});
}

#[test]
fn refuses_more_often_than_there_is_room() {
	new_test(|| {
		confirmed();
		let times = MAX_NARROWINGS as Moment;
		for time in 1..=times {
			assert_ok!(narrow(OWNER, Scope::Whole, NOW + PERIOD - time));
		}
		assert!(!is_free_to(OWNER, Scope::Whole, NOW + 1));
		assert_noop!(narrow(OWNER, Scope::Whole, NOW + 1), Error::<Test>::TooManyNarrowings);
	});
}

#[test]
fn refuses_everybody_else_and_what_ended() {
	new_test(|| {
		assert_noop!(narrow(OWNER, Scope::Aggregate, NOW + 1), Error::<Test>::UnknownGrant);
		confirmed();
		for who in [REQUESTER, STRANGER, CUSTODIAN] {
			assert!(!is_free_to(who, Scope::Aggregate, NOW + 1));
			assert_noop!(narrow(who, Scope::Aggregate, NOW + 1), Error::<Test>::NotOwner);
		}
		assert_ok!(Consent::revoke(signed(OWNER), 0));
		assert_noop!(narrow(OWNER, Scope::Aggregate, NOW + 1), Error::<Test>::GrantEnded);
		erase();
		assert_noop!(narrow(OWNER, Scope::Aggregate, NOW + 1), Error::<Test>::DatasetErased);
	});
}
