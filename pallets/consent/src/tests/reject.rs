use super::*;
use crate::{Error, Event};
use frame_support::{assert_noop, assert_ok};

fn reject(who: u64) -> DispatchResult {
	Consent::reject(signed(who), 0)
}

fn is_free_to(who: u64) -> bool {
	is_free(who, Call::reject { proposal_id: 0 })
}

#[test]
fn releases_price_and_deposit() {
	new_test(|| {
		offered();
		assert!(is_free_to(OWNER));
		assert_ok!(reject(OWNER));
		assert_eq!(purse(), (ENDOWMENT, 0));
		assert_eq!(record_deposit(REQUESTER), 0);
		assert_eq!(take_events(), [Event::Rejected { proposal_id: 0 }]);
		assert!(!is_free_to(OWNER));
	});
}

#[test]
fn an_owner_rejects_whoevers_turn_it_is_and_however_late() {
	new_test(|| {
		countered(2_000);
		set_now(NOW + 10 * ANSWER_PERIOD);
		assert_ok!(reject(OWNER));
		assert_eq!(purse(), (ENDOWMENT, 0));
	});
}

#[test]
fn guardians_and_new_owners_reject() {
	new_test(|| {
		offered();
		offered();
		change_title(|title| title.guardian = Some(GUARDIAN));
		assert!(is_free_to(GUARDIAN));
		assert_ok!(reject(GUARDIAN));
		change_title(|title| title.parties.owner = STRANGER);
		assert_ok!(Consent::reject(signed(STRANGER), 1));
	});
}

#[test]
fn refuses_everybody_else_and_at_a_fee() {
	new_test(|| {
		offered();
		for who in [REQUESTER, STRANGER, CUSTODIAN, GUARDIAN] {
			assert_noop!(reject(who), Error::<Test>::NotOwner);
			assert!(!is_free_to(who));
		}
		assert_noop!(Consent::reject(signed(OWNER), 7), Error::<Test>::UnknownProposal);
		erase();
		assert_noop!(reject(OWNER), Error::<Test>::DatasetErased);
		assert!(!is_free_to(OWNER));
	});
}
