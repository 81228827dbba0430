use super::*;
use crate::{Error, Event, OwnerRefusals};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::Refusals;

#[test]
fn an_owner_refuses_offers_and_emergencies_for_one_deposit() {
	new_test(|| {
		assert_ok!(Consent::set_door(signed(OWNER), OWNER, true));
		let held = policy_deposit(OWNER);
		assert_ok!(Consent::set_break_glass(signed(OWNER), OWNER, true));
		assert_eq!(Consent::refusals(&OWNER), Refusals { offers: true, emergencies: true });
		assert!(held > 0 && policy_deposit(OWNER) == held);
		assert_eq!(
			take_events(),
			[
				Event::DoorSet { owner: OWNER, closed: true },
				Event::BreakGlassSet { owner: OWNER, opted_out: true }
			]
		);
		assert_ok!(Consent::set_door(signed(OWNER), OWNER, false));
		assert_eq!(Consent::refusals(&OWNER), Refusals { offers: false, emergencies: true });
		assert_ok!(Consent::set_break_glass(signed(OWNER), OWNER, false));
		assert!(!OwnerRefusals::<Test>::contains_key(OWNER) && policy_deposit(OWNER) == 0);
		// Saying so again changes nothing.
		assert_ok!(Consent::set_door(signed(OWNER), OWNER, false));
	});
}

#[test]
fn only_owner_and_guardian_may() {
	new_test(|| {
		for who in [STRANGER, GUARDIAN, REQUESTER] {
			assert_noop!(Consent::set_door(signed(who), OWNER, true), Error::<Test>::NotOwner);
			assert_noop!(
				Consent::set_break_glass(signed(who), OWNER, true),
				Error::<Test>::NotOwner
			);
		}
		change_title(|title| title.guardian = Some(GUARDIAN));
		assert_ok!(Consent::set_door(signed(GUARDIAN), OWNER, true));
		assert!(policy_deposit(GUARDIAN) > 0);
		assert_ok!(Consent::set_door(signed(OWNER), OWNER, false));
		assert_eq!(policy_deposit(GUARDIAN), 0);
	});
}
