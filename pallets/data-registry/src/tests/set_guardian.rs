use super::*;
use crate::{Error, Event};
use frame_support::assert_noop;
use ownome_primitives::{Guardianship, InspectDataset};
use sp_runtime::TokenError;

fn set_guardian(who: u64, guardian: u64, until: Moment) -> DispatchResult {
	DataRegistry::set_guardian(RuntimeOrigin::signed(who), guardian, until)
}

#[test]
fn records_the_office_and_holds_the_deposit() {
	new_test(|| {
		assert_ok!(set_guardian(OWNER, GUARDIAN, NOW + 5));
		let office = Guardianship { guardian: GUARDIAN, until: NOW + 5 };
		assert_eq!(DataRegistry::guardian(&OWNER), Some(office));
		assert!(Balances::balance_on_hold(&AccountReason::get(), &OWNER) > 0);
		assert_eq!(
			take_events(),
			[Event::GuardianSet { owner: OWNER, guardian: GUARDIAN, until: NOW + 5 }]
		);
	});
}

#[test]
fn keeps_the_guardians_account_alive() {
	new_test(|| {
		assert_ok!(set_guardian(OWNER, POOR, NOW + 5));
		assert!(System::account_exists(&POOR));
	});
}

#[test]
fn the_guardian_decides_until_the_term_is_over_and_not_a_moment_longer() {
	new_test(|| {
		registered();
		assert!(!DataRegistry::may_decide(0, &GUARDIAN));
		assert_ok!(set_guardian(OWNER, GUARDIAN, NOW + 5));
		set_now(NOW + 4);
		assert!(DataRegistry::may_decide(0, &GUARDIAN));
		assert!(DataRegistry::may_decide(0, &OWNER));
		// Nobody has handed over yet.
		set_now(NOW + 5);
		assert!(!DataRegistry::may_decide(0, &GUARDIAN));
		assert_eq!(DataRegistry::guardian(&OWNER), None);
		assert!(DataRegistry::may_decide(0, &OWNER));
	});
}

#[test]
fn the_guardian_of_one_owner_decides_for_no_other() {
	new_test(|| {
		assert_ok!(register_as(BUYER, SEAL));
		assert_ok!(set_guardian(OWNER, GUARDIAN, NOW + 5));
		assert!(!DataRegistry::may_decide(0, &GUARDIAN));
	});
}

#[test]
fn a_guardian_of_a_guardian_decides_nothing() {
	new_test(|| {
		registered();
		assert_ok!(set_guardian(OWNER, GUARDIAN, NOW + 5));
		assert_ok!(set_guardian(GUARDIAN, THIEF, NOW + 5));
		assert!(!DataRegistry::may_decide(0, &THIEF));
	});
}

#[test]
fn refuses_another_while_one_is_in_office() {
	new_test(|| {
		assert_ok!(set_guardian(OWNER, GUARDIAN, NOW + 5));
		set_now(NOW + 4);
		for guardian in [GUARDIAN, BUYER] {
			assert_noop!(set_guardian(OWNER, guardian, NOW + 9), Error::<Test>::GuardianInOffice);
		}
	});
}

#[test]
fn a_new_one_takes_the_place_of_one_whose_term_is_over() {
	new_test(|| {
		assert_ok!(set_guardian(OWNER, GUARDIAN, NOW + 5));
		let deposit = all_deposits(OWNER);
		take_events();
		set_now(NOW + 5);
		assert_ok!(set_guardian(OWNER, BUYER, NOW + 9));
		assert_eq!(all_deposits(OWNER), deposit);
		assert_eq!((System::sufficients(&GUARDIAN), System::sufficients(&BUYER)), (0, 1));
		assert_eq!(
			take_events(),
			[
				Event::HandedOver { owner: OWNER, guardian: GUARDIAN },
				Event::GuardianSet { owner: OWNER, guardian: BUYER, until: NOW + 9 }
			]
		);
	});
}

#[test]
fn the_same_one_again_keeps_its_account_and_its_nonce() {
	new_test(|| {
		assert_ok!(set_guardian(OWNER, POOR, NOW + 5));
		System::inc_account_nonce(POOR);
		set_now(NOW + 5);
		assert_ok!(set_guardian(OWNER, POOR, NOW + 9));
		// Had the account ended in between, what it signed before could be sent again.
		assert_eq!(System::account_nonce(POOR), 1);
		assert_eq!(System::sufficients(&POOR), 1);
	});
}

#[test]
fn refuses_a_term_that_is_over_or_too_long() {
	new_test(|| {
		for until in [0, NOW, NOW + MAX_GUARDIANSHIP + 1, Moment::MAX] {
			assert_noop!(set_guardian(OWNER, GUARDIAN, until), Error::<Test>::TermOutOfBounds);
		}
		assert_ok!(set_guardian(OWNER, GUARDIAN, NOW + MAX_GUARDIANSHIP));
	});
}

#[test]
fn refuses_oneself() {
	new_test(|| {
		assert_noop!(set_guardian(OWNER, OWNER, NOW + 5), Error::<Test>::OwnGuardian);
	});
}

#[test]
fn refuses_an_owner_that_cannot_pay() {
	new_test(|| {
		assert_noop!(set_guardian(POOR, GUARDIAN, NOW + 5), TokenError::FundsUnavailable);
	});
}
