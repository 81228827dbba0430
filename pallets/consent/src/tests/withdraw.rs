use super::offered;
use crate::{mock::*, Error, Event, Proposals};
use frame_support::{assert_noop, assert_ok};

#[test]
fn drops_the_proposal_and_releases_price_and_deposit() {
	new_test(|| {
		offered();
		assert_ok!(Consent::withdraw(RuntimeOrigin::signed(REQUESTER), 0));
		assert!(!Proposals::<Test>::contains_key(0));
		assert_eq!((free(REQUESTER), escrow(REQUESTER)), (ENDOWMENT, 0));
		assert_eq!(record_deposit(REQUESTER), 0);
		assert_eq!(take_events(), [Event::Withdrawn { proposal_id: 0 }]);
	});
}

#[test]
fn works_after_the_requester_lost_its_accreditation() {
	new_test(|| {
		offered();
		expel(REQUESTER);
		assert_ok!(Consent::withdraw(RuntimeOrigin::signed(REQUESTER), 0));
	});
}

#[test]
fn refuses_anyone_else() {
	new_test(|| {
		offered();
		for who in [OWNER, OTHER_REQUESTER] {
			assert_noop!(
				Consent::withdraw(RuntimeOrigin::signed(who), 0),
				Error::<Test>::NotProposer
			);
		}
	});
}

#[test]
fn refuses_twice() {
	new_test(|| {
		offered();
		assert_ok!(Consent::withdraw(RuntimeOrigin::signed(REQUESTER), 0));
		assert_noop!(
			Consent::withdraw(RuntimeOrigin::signed(REQUESTER), 0),
			Error::<Test>::UnknownProposal
		);
	});
}
