use super::*;
use frame_support::assert_ok;
use ownome_primitives::{Access, Denial, EndCause, Ended, Standing};

fn check(at: u64) -> Access {
	Consent::check(DATASET, &REQUESTER, Some(at), &Scope::Whole)
}

#[test]
fn denies_without_a_grant() {
	new_test(|| {
		assert_eq!(check(NOW), Access::Denied(Denial::NoGrant));
		offered();
		assert_eq!(check(NOW), Access::Denied(Denial::NoGrant));
		assert_ok!(approve(OWNER, 0));
		assert_eq!(check(NOW), Access::Denied(Denial::NotDelivered { grant: 0 }));
		for (dataset, who) in [(DATASET, OTHER_REQUESTER), (OTHER_DATASET, REQUESTER)] {
			let answer = Consent::check(dataset, &who, None, &Scope::Whole);
			assert_eq!(answer, Access::Denied(Denial::NoGrant));
		}
	});
}

#[test]
fn the_past_stays_what_it_was_and_a_new_grant_revives_nothing() {
	new_test(|| {
		delivered();
		let revoked = NOW + 400;
		set_now(revoked);
		assert_ok!(Consent::revoke(signed(OWNER), 0));
		// A new grant, long after.
		let again = NOW + 5_000;
		set_now(again);
		assert_ok!(offer(REQUESTER, terms()));
		assert_ok!(approve(OWNER, 1));
		assert_ok!(Consent::deliver(signed(OWNER), 1, [8; 32]));
		set_now(again + 2 * PERIOD);

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
fn of_several_grants_the_longest_counts_and_each_stands_for_itself() {
	new_test(|| {
		delivered();
		for (id, periods) in [(1, 3), (2, 2)] {
			assert_ok!(offer(REQUESTER, Terms { period: periods * PERIOD, ..terms() }));
			assert_ok!(approve(OWNER, id));
			assert_ok!(Consent::deliver(signed(OWNER), id, [8; 32]));
		}
		assert_eq!(check(NOW), Access::Permitted { grant: 1, until: NOW + 3 * PERIOD });
		assert_ok!(Consent::revoke(signed(OWNER), 1));
		assert_eq!(check(NOW), Access::Permitted { grant: 2, until: NOW + 2 * PERIOD });
	});
}

#[test]
fn asks_for_the_scope_that_is_open() {
	new_test(|| {
		granted_for(Terms { scope: genes(&[1, 2]), ..terms() });
		deliver();
		let check = |what: &Scope| Consent::check(DATASET, &REQUESTER, None, what);
		assert!(matches!(check(&genes(&[2])), Access::Permitted { grant: 0, .. }));
		for what in [Scope::Whole, genes(&[2, 3]), Scope::Aggregate] {
			assert_eq!(check(&what), Access::Denied(Denial::OutOfScope { grant: 0 }));
		}
	});
}

#[test]
fn only_members_in_good_standing_at_that_moment_may_read() {
	new_test(|| {
		confirmed();
		set_now(NOW + 100);
		set_standing(REQUESTER, Standing::Suspended);
		set_now(NOW + 200);
		set_standing(REQUESTER, Standing::Good);
		let open = Access::Permitted { grant: 0, until: NOW + PERIOD };
		let not = |standing| Access::Denied(Denial::Standing(Some(standing)));
		assert_eq!(check(NOW + 99), open);
		assert_eq!(check(NOW + 100), not(Standing::Suspended));
		assert_eq!(check(NOW + 199), not(Standing::Suspended));
		assert_eq!(check(NOW + 200), open);
	});
}

#[test]
fn who_leaves_the_consortium_gets_nothing_back_by_coming_again() {
	for standing in [Standing::Expelled, Standing::Resigned] {
		new_test(|| {
			confirmed();
			set_now(NOW + 300);
			set_standing(REQUESTER, standing);
			set_now(NOW + 400);
			set_standing(REQUESTER, Standing::Good);
			let ended = Ended { at: NOW + 300, cause: EndCause::GranteeLeft };
			for _ in 0..2 {
				assert_eq!(check(NOW + 299), Access::Permitted { grant: 0, until: NOW + 300 });
				for at in [300, 400] {
					let gone = Access::Denied(Denial::Ended { grant: 0, ended });
					assert_eq!(check(NOW + at), gone);
				}
				let _ = Consent::settle(signed(STRANGER), 0);
			}
			// It kept the key.
			assert_eq!((earned(), purse()), (PRICE, (ENDOWMENT - PRICE, 0)));
		});
	}
}

#[test]
fn an_undelivered_grant_ends_at_its_deadline_whether_anybody_writes_it_down_or_not() {
	new_test(|| {
		granted();
		let late = NOW + DELIVERY_PERIOD + 1;
		set_now(late + 10);
		let ended = Ended { at: late, cause: EndCause::Undelivered };
		for _ in 0..2 {
			let before = Access::Denied(Denial::NotDelivered { grant: 0 });
			assert_eq!(check(late - 1), before);
			assert_eq!(check(late), Access::Denied(Denial::Ended { grant: 0, ended }));
			let _ = Consent::settle(signed(STRANGER), 0);
		}
	});
}

#[test]
fn erasure_ends_all_grants_at_once_and_a_transfer_none() {
	new_test(|| {
		confirmed();
		change_title(|title| title.parties.owner = STRANGER);
		assert_eq!(check(NOW), Access::Permitted { grant: 0, until: NOW + PERIOD });
		set_now(NOW + 300);
		erase();
		let ended = Ended { at: NOW + 300, cause: EndCause::Erased };
		assert_eq!(check(NOW + 299), Access::Permitted { grant: 0, until: NOW + 300 });
		assert_eq!(check(NOW + 300), Access::Denied(Denial::Ended { grant: 0, ended }));
	});
}
