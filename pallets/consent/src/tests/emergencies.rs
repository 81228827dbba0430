use super::*;
use crate::{Error, Event};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{
	Access, Denial, Emergency, EmergencyReason, EndCause, Ended, InspectMember, Review, Role,
	Standing,
};

const REASON: EmergencyReason = EmergencyReason::PatientUnableToConsent;

fn open(who: u64) -> DispatchResult {
	Consent::open_emergency(signed(who), DATASET, REASON, [5; 32])
}

/// Grant 0, opened by `CLINIC`.
fn opened() {
	assert_ok!(open(CLINIC));
	take_events();
}

fn review(who: u64, justified: bool) -> DispatchResult {
	Consent::review(signed(who), 0, justified)
}

fn report() -> DispatchResult {
	Consent::report(signed(STRANGER), 0)
}

fn check() -> Access {
	Consent::check(DATASET, &CLINIC, None, &Scope::Whole)
}

fn is_suspended() -> bool {
	Members::standing_at(&CLINIC, u64::MAX) == Some(Standing::Suspended)
}

#[test]
fn a_clinician_opens_a_dataset_for_a_day_and_it_is_on_record() {
	new_test(|| {
		assert_ok!(open(CLINIC));
		let grant = grant(0);
		assert_eq!(
			grant.emergency(),
			Some(&Emergency {
				reason: REASON,
				justification: [5; 32],
				review_by: NOW + REVIEW_PERIOD,
				review: Review::Pending,
			})
		);
		assert_eq!((grant.terms.price, grant.expires_at), (0, NOW + EMERGENCY_PERIOD));
		assert!(record_deposit(CLINIC) > 0);
		assert_eq!(check(), Access::Permitted { grant: 0, until: NOW + EMERGENCY_PERIOD });
		assert_eq!(
			take_events()[1],
			Event::EmergencyOpened {
				grant_id: 0,
				dataset_id: DATASET,
				owner: OWNER,
				clinician: CLINIC,
				reason: REASON,
				review_by: NOW + REVIEW_PERIOD,
			}
		);
		// There may be no time to deliver a key, and it is read anyway.
		assert_ok!(Consent::record_access(signed(CUSTODIAN), 0, [3; 32]));
		set_now(NOW + EMERGENCY_PERIOD);
		assert_eq!(
			check(),
			Access::Denied(Denial::Expired { grant: 0, at: NOW + EMERGENCY_PERIOD })
		);
	});
}

#[test]
fn the_owner_may_revoke_it() {
	new_test(|| {
		opened();
		assert!(is_free(OWNER, Call::revoke { grant_id: 0 }));
		assert_ok!(Consent::revoke(signed(OWNER), 0));
		assert!(matches!(check(), Access::Denied(_)));
	});
}

#[test]
fn refuses_whoever_is_no_clinician() {
	new_test(|| {
		for who in [STRANGER, REQUESTER, COMMITTEE] {
			assert_noop!(open(who), Error::<Test>::NotClinician);
		}
		set_standing(CLINIC, Standing::Suspended);
		assert_noop!(open(CLINIC), Error::<Test>::NotClinician);
	});
}

#[test]
fn refuses_after_an_opt_out() {
	new_test(|| {
		assert_ok!(Consent::set_break_glass(signed(OWNER), OWNER, true));
		assert_noop!(open(CLINIC), Error::<Test>::EmergenciesRefused);
		assert_ok!(Consent::set_break_glass(signed(OWNER), OWNER, false));
		assert_ok!(open(CLINIC));
	});
}

#[test]
fn refuses_unknown_erased_sealed_and_own_datasets() {
	new_test(|| {
		assert_noop!(
			Consent::open_emergency(signed(CLINIC), UNKNOWN_DATASET, REASON, [5; 32]),
			Error::<Test>::UnknownDataset
		);
		accredit(OWNER, &[Role::Clinician]);
		assert_noop!(open(OWNER), Error::<Test>::OwnDataset);
		change_title(|title| title.is_sealed = true);
		assert_noop!(open(CLINIC), Error::<Test>::DatasetSealed);
		erase();
		assert_noop!(open(CLINIC), Error::<Test>::DatasetErased);
	});
}

#[test]
fn a_justified_emergency_has_no_consequences() {
	new_test(|| {
		opened();
		set_now(NOW + REVIEW_PERIOD);
		assert_ok!(review(COMMITTEE, true));
		let reviewed = Event::Reviewed { grant_id: 0, by: COMMITTEE, justified: true };
		assert_eq!(take_events(), [reviewed]);
		set_now(NOW + REVIEW_PERIOD + 1);
		assert_noop!(report(), Error::<Test>::NothingToReport);
		assert!(!is_suspended());
	});
}

#[test]
fn an_unjustified_one_ends_and_suspends_once() {
	new_test(|| {
		opened();
		set_now(NOW + 10);
		assert_noop!(report(), Error::<Test>::NothingToReport);
		assert_ok!(review(COMMITTEE, false));
		assert_eq!(grant(0).ended, Some(Ended { at: NOW + 10, cause: EndCause::Unjustified }));
		take_events();
		assert_ok!(report());
		assert!(is_suspended());
		assert_eq!(take_events(), [Event::Reported { grant_id: 0, clinician: CLINIC }]);
		set_standing(CLINIC, Standing::Good);
		assert_noop!(report(), Error::<Test>::NothingToReport);
	});
}

#[test]
fn one_that_was_not_reviewed_in_time_suspends_once() {
	new_test(|| {
		opened();
		set_now(NOW + REVIEW_PERIOD);
		assert_noop!(report(), Error::<Test>::NothingToReport);
		set_now(NOW + REVIEW_PERIOD + 1);
		assert_noop!(review(COMMITTEE, true), Error::<Test>::ReviewOverdue);
		assert_ok!(report());
		assert!(is_suspended());
		assert_noop!(report(), Error::<Test>::NothingToReport);
		assert_noop!(review(COMMITTEE, true), Error::<Test>::AlreadyReviewed);
	});
}

#[test]
fn refuses_more_before_the_review() {
	new_test(|| {
		let open = |dataset| Consent::open_emergency(signed(CLINIC), dataset, REASON, [5; 32]);
		opened();
		set_now(NOW + EMERGENCY_PERIOD);
		assert_noop!(open(DATASET), Error::<Test>::EmergencyUnreviewed);
		assert_ok!(open(OTHER_DATASET));
		assert_noop!(open(THIRD_DATASET), Error::<Test>::TooManyUnreviewed);
		assert_ok!(review(COMMITTEE, true));
		assert_ok!(open(THIRD_DATASET));
		// The second one is not reviewed in time.
		set_now(NOW + EMERGENCY_PERIOD + REVIEW_PERIOD + 1);
		assert_noop!(open(DATASET), Error::<Test>::TooManyUnreviewed);
		assert_ok!(Consent::report(signed(STRANGER), 1));
		set_standing(CLINIC, Standing::Good);
		assert_ok!(open(DATASET));
	});
}

#[test]
fn a_report_waits_for_a_clinician_that_left() {
	new_test(|| {
		opened();
		set_standing(CLINIC, Standing::Resigned);
		set_now(NOW + REVIEW_PERIOD + 1);
		assert_noop!(report(), Error::<Test>::ClinicianNotInStanding);
		set_standing(CLINIC, Standing::Good);
		assert_ok!(report());
		assert!(is_suspended());
	});
}

#[test]
fn refuses_reviews_by_parties_and_others() {
	new_test(|| {
		opened();
		for who in [STRANGER, LAB] {
			assert_noop!(review(who, true), Error::<Test>::NotEthics);
		}
		// The clinic has an ethics committee, but not for itself.
		accredit(LAB, &[Role::Attester, Role::Ethics]);
		for who in [CLINIC, CUSTODIAN, LAB] {
			assert_noop!(review(who, true), Error::<Test>::InvolvedParty);
		}
		set_profile(COMMITTEE, profile("institution-12"));
		assert_noop!(review(COMMITTEE, true), Error::<Test>::InvolvedParty);
		set_profile(COMMITTEE, profile("another"));
		accredit(OWNER, &[Role::Ethics]);
		assert_noop!(review(OWNER, false), Error::<Test>::InvolvedParty);
		change_title(|title| title.guardian = Some(COMMITTEE));
		assert_noop!(review(COMMITTEE, true), Error::<Test>::InvolvedParty);
	});
}

#[test]
fn refuses_reviews_twice_and_of_what_was_no_emergency() {
	new_test(|| {
		assert_noop!(review(COMMITTEE, true), Error::<Test>::UnknownGrant);
		granted();
		assert_noop!(review(COMMITTEE, true), Error::<Test>::NoEmergency);
		assert_noop!(report(), Error::<Test>::NoEmergency);
		assert_ok!(open(CLINIC));
		assert_ok!(Consent::review(signed(COMMITTEE), 1, true));
		assert_noop!(Consent::review(signed(COMMITTEE), 1, false), Error::<Test>::AlreadyReviewed);
	});
}
