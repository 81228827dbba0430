use super::*;
use crate::{Error, Event, Grants};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{
	Access, Denial, Dispute, DisputeRecord, EndCause, Ended, Standing, Verdict,
};

fn dispute(who: u64) -> DispatchResult {
	Consent::dispute(signed(who), 0, [9; 32])
}

#[test]
fn freezes_money_and_access() {
	new_test(|| {
		delivered();
		assert_ok!(dispute(REQUESTER));
		let decide_by = NOW + RULING_PERIOD;
		assert_eq!(
			grant(0).delivery.unwrap().verdict,
			Verdict::Disputed(Dispute { at: NOW, reason: [9; 32], decide_by })
		);
		assert_eq!(take_events(), [Event::Disputed { grant_id: 0, reason: [9; 32], decide_by }]);
		set_now(decide_by);
		assert_noop!(Consent::settle(signed(OWNER), 0), Error::<Test>::NothingDue);
		assert_eq!(
			Consent::check(DATASET, &REQUESTER, None, &Scope::Whole),
			Access::Denied(Denial::Disputed { grant: 0, since: NOW })
		);
	});
}

#[test]
fn without_a_ruling_everything_goes_back() {
	new_test(|| {
		disputed();
		let late = NOW + RULING_PERIOD + 1;
		set_now(late);
		assert_ok!(Consent::settle(signed(STRANGER), 0));
		assert_eq!(purse(), (ENDOWMENT, 0));
		assert_eq!(grant(0).ended, Some(Ended { at: late, cause: EndCause::Undecided }));
		assert_eq!(
			take_events(),
			[
				Event::Ended { grant_id: 0, at: late, cause: EndCause::Undecided },
				Event::Refunded { grant_id: 0, amount: PRICE },
				Event::Settled { grant_id: 0, paid: 0, refunded: PRICE },
			]
		);
	});
}

#[test]
fn nobody_gets_out_of_a_dispute_by_ending_the_grant() {
	new_test(|| {
		disputed();
		set_now(NOW + 10);
		assert_ok!(Consent::revoke(signed(OWNER), 0));
		assert_eq!(purse(), (ENDOWMENT - 208, 208));
		set_now(NOW + RULING_PERIOD + 1);
		assert_ok!(Consent::settle(signed(STRANGER), 0));
		assert_eq!(purse(), (ENDOWMENT, 0));
	});
}

#[test]
fn refuses_everybody_but_the_grantee() {
	new_test(|| {
		delivered();
		for who in [OWNER, OTHER_REQUESTER, STRANGER, AUDITOR] {
			assert_noop!(dispute(who), Error::<Test>::NotGrantee);
		}
	});
}

#[test]
fn refuses_before_delivery_twice_too_late_and_after_confirmation() {
	new_test(|| {
		assert_noop!(dispute(REQUESTER), Error::<Test>::UnknownGrant);
		granted();
		assert_noop!(dispute(REQUESTER), Error::<Test>::NotDelivered);
		deliver();
		set_now(NOW + CONFIRM_PERIOD + 1);
		assert_noop!(dispute(REQUESTER), Error::<Test>::AnswerOverdue);
		set_now(NOW + CONFIRM_PERIOD);
		assert_ok!(dispute(REQUESTER));
		assert_noop!(dispute(REQUESTER), Error::<Test>::AlreadyAnswered);
	});
	new_test(|| {
		confirmed();
		assert_noop!(dispute(REQUESTER), Error::<Test>::AlreadyAnswered);
	});
}

#[test]
fn one_that_nobody_decides_is_on_record_however_the_grant_ended() {
	let ways: [fn(); 4] = [
		|| (),
		|| {
			assert_ok!(Consent::relinquish(signed(REQUESTER), 0));
		},
		|| set_standing(REQUESTER, Standing::Resigned),
		|| {
			assert_ok!(Consent::revoke(signed(OWNER), 0));
		},
	];
	for end in ways {
		// In the second case the grant is long over when the time to decide has passed.
		for period in [PERIOD, RULING_PERIOD / 2] {
			new_test(|| {
				granted_for(Terms { period, ..terms() });
				deliver();
				assert_ok!(Consent::dispute(signed(REQUESTER), 0, [9; 32]));
				end();
				set_now(NOW + RULING_PERIOD + 1);
				let record = DisputeRecord { raised: 1, dismissed: 0, undecided: 1 };
				assert_ok!(Consent::settle(signed(STRANGER), 0));
				assert_eq!(Consent::disputes(&REQUESTER), record);
				assert_eq!((earned(), purse()), (0, (ENDOWMENT, 0)));
				assert_noop!(Consent::settle(signed(STRANGER), 0), Error::<Test>::NothingDue);
			});
		}
	}
}

#[test]
fn whose_disputes_were_false_or_lapsed_is_for_the_owner_to_look_at() {
	for valid in [Some(true), Some(false), None] {
		new_test(|| {
			set_policy(policy(true, false));
			assert_ok!(offer(REQUESTER, terms()));
			deliver();
			assert_ok!(Consent::dispute(signed(REQUESTER), 0, [9; 32]));
			match valid {
				Some(valid) => {
					assert_ok!(Consent::rule(signed(AUDITOR), 0, valid));
				},
				None => {
					set_now(NOW + RULING_PERIOD + 1);
					assert_ok!(Consent::settle(signed(STRANGER), 0));
				},
			}
			assert_ok!(offer(REQUESTER, terms()));
			// A dispute that was right is held against nobody.
			assert_eq!(Grants::<Test>::contains_key(1), valid == Some(false));
		});
	}
}
