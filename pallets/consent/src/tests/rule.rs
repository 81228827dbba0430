use super::*;
use crate::{Error, Event};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{Access, DisputeRecord, EndCause, Ended, Role, Standing};

fn rule(who: u64, valid: bool) -> DispatchResult {
	Consent::rule(signed(who), 0, valid)
}

#[test]
fn a_packet_that_opens_earns_and_the_false_dispute_is_on_record() {
	new_test(|| {
		disputed();
		set_now(NOW + 50);
		assert_ok!(rule(AUDITOR, true));
		assert_eq!((earned(), escrow(REQUESTER)), (200 + 40, 760));
		let record = DisputeRecord { raised: 1, dismissed: 1, undecided: 0 };
		assert_eq!(Consent::disputes(&REQUESTER), record);
		assert_eq!(take_events()[0], Event::Ruled { grant_id: 0, by: AUDITOR, valid: true });
		assert!(matches!(
			Consent::check(DATASET, &REQUESTER, None, &Scope::Whole),
			Access::Permitted { .. }
		));
	});
}

#[test]
fn a_packet_that_does_not_open_earns_nothing_and_ends_the_grant() {
	new_test(|| {
		disputed();
		set_now(NOW + 50);
		assert_ok!(rule(AUDITOR, false));
		assert_eq!((earned(), purse()), (0, (ENDOWMENT, 0)));
		let cause = EndCause::DeliveryRejected;
		assert_eq!(grant(0).ended, Some(Ended { at: NOW + 50, cause }));
		let record = DisputeRecord { raised: 1, ..Default::default() };
		assert_eq!(Consent::disputes(&REQUESTER), record);
		assert_eq!(
			take_events(),
			[
				Event::Ruled { grant_id: 0, by: AUDITOR, valid: false },
				Event::Refunded { grant_id: 0, amount: PRICE },
				Event::Settled { grant_id: 0, paid: 0, refunded: PRICE },
				Event::Ended { grant_id: 0, at: NOW + 50, cause },
			]
		);
	});
}

#[test]
fn refuses_whoever_has_a_part_in_it() {
	new_test(|| {
		disputed();
		for who in [STRANGER, COMMITTEE] {
			assert_noop!(rule(who, true), Error::<Test>::NotAuditor);
		}
		for who in [OWNER, REQUESTER, GUARDIAN, STRANGER] {
			accredit(who, &[Role::Requester, Role::Auditor]);
		}
		change_title(|title| title.guardian = Some(GUARDIAN));
		for who in [OWNER, REQUESTER, GUARDIAN, CUSTODIAN, LAB] {
			assert_noop!(rule(who, true), Error::<Test>::InvolvedParty);
		}
		// Who sold the dataset, and who bought it.
		change_title(|title| title.parties.owner = STRANGER);
		for who in [OWNER, STRANGER] {
			assert_noop!(rule(who, true), Error::<Test>::InvolvedParty);
		}
		set_standing(AUDITOR, Standing::Suspended);
		assert_noop!(rule(AUDITOR, true), Error::<Test>::NotAuditor);
	});
}

#[test]
fn refuses_whoever_had_a_part_in_it_whatever_became_of_the_dataset() {
	new_test(|| {
		set_policy(policy(false, true));
		change_title(|title| title.guardian = Some(GUARDIAN));
		offered();
		assert_ok!(Consent::cosign(signed(COMMITTEE), 0, hash_of(0)));
		assert_ok!(approve(GUARDIAN, 0));
		deliver();
		assert_ok!(Consent::dispute(signed(REQUESTER), 0, [9; 32]));
		for who in [GUARDIAN, COMMITTEE] {
			accredit(who, &[Role::Auditor]);
		}
		// The guardian consented, and is not one any more.
		change_title(|title| title.guardian = None);
		erase();
		for who in [GUARDIAN, COMMITTEE, CUSTODIAN, LAB] {
			assert_noop!(rule(who, true), Error::<Test>::InvolvedParty);
		}
	});
}

#[test]
fn refuses_another_account_of_an_institution_that_has_a_part_in_it() {
	new_test(|| {
		disputed();
		for party in [REQUESTER, CUSTODIAN, LAB] {
			set_profile(party, profile("institution-11"));
			assert_noop!(rule(AUDITOR, true), Error::<Test>::InvolvedParty);
			set_profile(party, profile("another"));
		}
		assert_ok!(rule(AUDITOR, true));
	});
}

#[test]
fn a_dispute_that_nobody_decides_in_time_gives_all_back_and_is_on_record() {
	new_test(|| {
		disputed();
		set_now(NOW + RULING_PERIOD + 1);
		assert_ok!(Consent::settle(signed(STRANGER), 0));
		assert_eq!(purse(), (ENDOWMENT, 0));
		let record = DisputeRecord { raised: 1, dismissed: 0, undecided: 1 };
		assert_eq!(Consent::disputes(&REQUESTER), record);
	});
}

#[test]
fn refuses_where_nothing_is_in_dispute_and_after_the_deadline() {
	new_test(|| {
		assert_noop!(rule(AUDITOR, true), Error::<Test>::UnknownGrant);
		granted();
		assert_noop!(rule(AUDITOR, true), Error::<Test>::NotDelivered);
		deliver();
		assert_noop!(rule(AUDITOR, true), Error::<Test>::NoDispute);
		assert_ok!(Consent::dispute(signed(REQUESTER), 0, [9; 32]));
		set_now(NOW + RULING_PERIOD + 1);
		assert_noop!(rule(AUDITOR, true), Error::<Test>::RulingOverdue);
		set_now(NOW + RULING_PERIOD);
		assert_ok!(rule(AUDITOR, true));
		assert_noop!(rule(AUDITOR, false), Error::<Test>::NoDispute);
	});
}
