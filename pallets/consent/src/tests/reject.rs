use super::offered;
use crate::{mock::*, Call, Error, Event, Proposals};
use frame_support::{assert_noop, assert_ok, dispatch::CheckIfFeeless};

#[test]
fn drops_the_proposal_and_releases_price_and_deposit() {
	new_test(|| {
		offered();
		assert_ok!(Consent::reject(RuntimeOrigin::signed(OWNER), 0));
		assert!(!Proposals::<Test>::contains_key(0));
		assert_eq!((free(REQUESTER), escrow(REQUESTER)), (ENDOWMENT, 0));
		assert_eq!(record_deposit(REQUESTER), 0);
		assert_eq!(take_events(), [Event::Rejected { proposal_id: 0 }]);
	});
}

#[test]
fn is_free_for_the_owner_of_an_open_proposal_only() {
	new_test(|| {
		offered();
		let call = RuntimeCall::Consent(Call::reject { proposal_id: 0 });
		assert!(call.is_feeless(&RuntimeOrigin::signed(OWNER)));
		assert!(!call.is_feeless(&RuntimeOrigin::signed(REQUESTER)));
		assert!(!call.is_feeless(&RuntimeOrigin::none()));
		assert_ok!(Consent::reject(RuntimeOrigin::signed(OWNER), 0));
		assert!(!call.is_feeless(&RuntimeOrigin::signed(OWNER)));
	});
}

#[test]
fn refuses_whoever_is_not_the_owner() {
	new_test(|| {
		offered();
		assert_noop!(Consent::reject(RuntimeOrigin::signed(REQUESTER), 0), Error::<Test>::NotOwner);
	});
}

#[test]
fn refuses_an_unknown_proposal() {
	new_test(|| {
		assert_noop!(
			Consent::reject(RuntimeOrigin::signed(OWNER), 0),
			Error::<Test>::UnknownProposal
		);
	});
}

#[test]
fn a_guardian_rejects_for_free() {
	new_test(|| {
		offered();
		change_title(|title| title.guardian = Some(GUARDIAN));
		let call = RuntimeCall::Consent(Call::reject { proposal_id: 0 });
		assert!(call.is_feeless(&RuntimeOrigin::signed(GUARDIAN)));
		assert_ok!(Consent::reject(RuntimeOrigin::signed(GUARDIAN), 0));
	});
}

#[test]
fn after_a_transfer_the_new_owner_rejects() {
	new_test(|| {
		offered();
		change_title(|title| title.parties.owner = STRANGER);
		let call = RuntimeCall::Consent(Call::reject { proposal_id: 0 });
		assert!(!call.is_feeless(&RuntimeOrigin::signed(OWNER)));
		assert_noop!(Consent::reject(RuntimeOrigin::signed(OWNER), 0), Error::<Test>::NotOwner);
		assert_ok!(Consent::reject(RuntimeOrigin::signed(STRANGER), 0));
	});
}
