use super::{delivered, granted, offer, terms, PERIOD};
use crate::mock::*;
use frame_support::assert_ok;
use ownome_primitives::{Access, Denial, EndCause, Ended, Terms};

fn check(at: u64) -> Access {
	Consent::check(DATASET, &REQUESTER, Some(at))
}

#[test]
fn denies_without_a_grant() {
	new_test(|| {
		assert_eq!(check(NOW), Access::Denied(Denial::NoGrant));
		granted();
		for (dataset, who) in [(DATASET, OTHER_REQUESTER), (UNKNOWN_DATASET, REQUESTER)] {
			assert_eq!(Consent::check(dataset, &who, None), Access::Denied(Denial::NoGrant));
		}
	});
}

#[test]
fn an_offer_is_not_a_grant() {
	new_test(|| {
		super::offered();
		assert_eq!(check(NOW), Access::Denied(Denial::NoGrant));
	});
}

#[test]
fn the_past_stays_what_it_was() {
	new_test(|| {
		delivered();
		let revoked = NOW + 400;
		set_now(revoked);
		assert_ok!(Consent::revoke(RuntimeOrigin::signed(OWNER), 0));
		// A new grant, long after.
		let again = NOW + 5_000;
		set_now(again);
		assert_ok!(offer(REQUESTER, terms()));
		assert_ok!(Consent::approve(RuntimeOrigin::signed(OWNER), 1));

		let ended = Ended { at: revoked, cause: EndCause::Revoked };
		assert_eq!(check(NOW - 1), Access::Denied(Denial::NotYetGranted { grant: 0, from: NOW }));
		assert_eq!(check(NOW), Access::Permitted { grant: 0, until: revoked });
		assert_eq!(check(revoked - 1), Access::Permitted { grant: 0, until: revoked });
		assert_eq!(check(revoked), Access::Denied(Denial::Ended { grant: 0, ended }));
		assert_eq!(check(again - 1), Access::Denied(Denial::Ended { grant: 0, ended }));
		assert_eq!(check(again), Access::Permitted { grant: 1, until: again + PERIOD });
		assert_eq!(
			check(again + PERIOD),
			Access::Denied(Denial::Expired { grant: 1, at: again + PERIOD })
		);
	});
}

#[test]
fn of_several_grants_the_longest_counts() {
	new_test(|| {
		granted();
		assert_ok!(offer(REQUESTER, Terms { period: 3 * PERIOD, ..terms() }));
		assert_ok!(Consent::approve(RuntimeOrigin::signed(OWNER), 1));
		assert_ok!(offer(REQUESTER, Terms { period: 2 * PERIOD, ..terms() }));
		assert_ok!(Consent::approve(RuntimeOrigin::signed(OWNER), 2));
		assert_eq!(check(NOW), Access::Permitted { grant: 1, until: NOW + 3 * PERIOD });

		// Revoking one leaves the others.
		assert_ok!(Consent::revoke(RuntimeOrigin::signed(OWNER), 1));
		assert_eq!(check(NOW), Access::Permitted { grant: 2, until: NOW + 2 * PERIOD });
	});
}

#[test]
fn an_undelivered_grant_ends_when_it_is_settled_and_not_before() {
	new_test(|| {
		granted();
		let late = NOW + DELIVERY_PERIOD + 10;
		set_now(late);
		assert_ok!(Consent::settle(RuntimeOrigin::signed(STRANGER), 0));
		assert_eq!(check(late - 1), Access::Permitted { grant: 0, until: late });
		let ended = Ended { at: late, cause: EndCause::Undelivered };
		assert_eq!(check(late), Access::Denied(Denial::Ended { grant: 0, ended }));
	});
}

#[test]
fn erasure_ends_access_at_once_and_leaves_the_past() {
	new_test(|| {
		delivered();
		let erased_at = NOW + 400;
		set_now(erased_at);
		erase();
		let ended = Ended { at: erased_at, cause: EndCause::Erased };
		let expected = |at| match at {
			at if at < erased_at => Access::Permitted { grant: 0, until: erased_at },
			_ => Access::Denied(Denial::Ended { grant: 0, ended }),
		};
		let at = [NOW, erased_at - 1, erased_at, erased_at + 1, NOW + PERIOD];
		assert_eq!(at.map(check), at.map(expected));
		assert_eq!(Consent::grant(0).unwrap().ended, Some(ended));
		// Settling writes down what was true already.
		set_now(NOW + 600);
		assert_ok!(Consent::settle(RuntimeOrigin::signed(STRANGER), 0));
		assert_eq!(at.map(check), at.map(expected));
	});
}

#[test]
fn erasure_changes_nothing_of_a_grant_that_had_ended_before() {
	new_test(|| {
		delivered();
		set_now(NOW + PERIOD);
		erase();
		assert_eq!(
			check(NOW + PERIOD),
			Access::Denied(Denial::Expired { grant: 0, at: NOW + PERIOD })
		);
	});
}

#[test]
fn a_sealed_dataset_is_still_open_to_its_grantees() {
	new_test(|| {
		delivered();
		change_title(|title| title.is_sealed = true);
		assert_eq!(check(NOW), Access::Permitted { grant: 0, until: NOW + PERIOD });
	});
}
