use super::{delivered, grant, granted, PERIOD, PRICE};
use crate::{mock::*, Call, Error, Event};
use frame_support::{assert_noop, assert_ok, dispatch::CheckIfFeeless};
use ownome_primitives::{Access, Denial, EndCause, Ended};

#[test]
fn ends_access_at_once_pays_what_was_earned_and_refunds_the_rest() {
	new_test(|| {
		delivered();
		let at = NOW + PERIOD / 4;
		set_now(at);
		assert_ok!(Consent::revoke(RuntimeOrigin::signed(OWNER), 0));

		let ended = Ended { at, cause: EndCause::Revoked };
		assert_eq!(grant(0).ended, Some(ended));
		assert_eq!(
			Consent::check(DATASET, &REQUESTER, None),
			Access::Denied(Denial::Ended { grant: 0, ended })
		);
		// 200 at delivery, a quarter of the other 800, the rest back.
		assert_eq!(grant(0).paid, 400);
		assert_eq!((free(REQUESTER), escrow(REQUESTER)), (ENDOWMENT - 400, 0));
		assert_eq!(
			take_events(),
			[
				Event::Revoked { grant_id: 0, at },
				Event::Paid { grant_id: 0, to_owner: 186, to_attester: 10, to_treasury: 4 },
				Event::Settled { grant_id: 0, paid: 400, refunded: 600 },
			]
		);
	});
}

#[test]
fn before_delivery_refunds_everything() {
	new_test(|| {
		granted();
		assert_ok!(Consent::revoke(RuntimeOrigin::signed(OWNER), 0));
		assert_eq!((free(REQUESTER), escrow(REQUESTER)), (ENDOWMENT, 0));
		assert_eq!(
			take_events().last(),
			Some(&Event::Settled { grant_id: 0, paid: 0, refunded: PRICE })
		);
	});
}

#[test]
fn is_free_for_the_owner_of_a_running_grant_only() {
	new_test(|| {
		delivered();
		let call = RuntimeCall::Consent(Call::revoke { grant_id: 0 });
		assert!(call.is_feeless(&RuntimeOrigin::signed(OWNER)));
		assert!(!call.is_feeless(&RuntimeOrigin::signed(STRANGER)));
		assert!(!call.is_feeless(&RuntimeOrigin::root()));
		assert_ok!(Consent::revoke(RuntimeOrigin::signed(OWNER), 0));
		assert!(!call.is_feeless(&RuntimeOrigin::signed(OWNER)));
		let unknown = RuntimeCall::Consent(Call::revoke { grant_id: 1 });
		assert!(!unknown.is_feeless(&RuntimeOrigin::signed(OWNER)));
	});
}

#[test]
fn refuses_whoever_is_not_the_owner() {
	new_test(|| {
		delivered();
		for who in [REQUESTER, CUSTODIAN, STRANGER] {
			assert_noop!(Consent::revoke(RuntimeOrigin::signed(who), 0), Error::<Test>::NotOwner);
		}
	});
}

#[test]
fn refuses_a_grant_that_has_ended() {
	new_test(|| {
		delivered();
		assert_ok!(Consent::revoke(RuntimeOrigin::signed(OWNER), 0));
		assert_noop!(Consent::revoke(RuntimeOrigin::signed(OWNER), 0), Error::<Test>::GrantEnded);
	});
	new_test(|| {
		delivered();
		set_now(NOW + PERIOD);
		assert_noop!(Consent::revoke(RuntimeOrigin::signed(OWNER), 0), Error::<Test>::GrantEnded);
	});
}

#[test]
fn refuses_an_unknown_grant() {
	new_test(|| {
		assert_noop!(Consent::revoke(RuntimeOrigin::signed(OWNER), 0), Error::<Test>::UnknownGrant);
	});
}

#[test]
fn a_guardian_revokes_for_free() {
	new_test(|| {
		delivered();
		change_title(|title| title.guardian = Some(GUARDIAN));
		let call = RuntimeCall::Consent(Call::revoke { grant_id: 0 });
		assert!(call.is_feeless(&RuntimeOrigin::signed(GUARDIAN)));
		assert_ok!(Consent::revoke(RuntimeOrigin::signed(GUARDIAN), 0));
	});
}

#[test]
fn after_a_transfer_the_new_owner_revokes_and_whoever_consented_is_paid() {
	new_test(|| {
		delivered();
		change_title(|title| title.parties.owner = STRANGER);
		set_now(NOW + PERIOD / 4);
		let call = RuntimeCall::Consent(Call::revoke { grant_id: 0 });
		assert!(!call.is_feeless(&RuntimeOrigin::signed(OWNER)));
		assert_noop!(Consent::revoke(RuntimeOrigin::signed(OWNER), 0), Error::<Test>::NotOwner);
		assert!(call.is_feeless(&RuntimeOrigin::signed(STRANGER)));
		assert_ok!(Consent::revoke(RuntimeOrigin::signed(STRANGER), 0));
		assert_eq!((free(OWNER), free(STRANGER)), (ENDOWMENT + 2 * 186, ENDOWMENT));
	});
}

#[test]
fn refuses_after_erasure_and_is_not_free_then() {
	new_test(|| {
		delivered();
		set_now(NOW + 1);
		erase();
		let call = RuntimeCall::Consent(Call::revoke { grant_id: 0 });
		assert!(!call.is_feeless(&RuntimeOrigin::signed(OWNER)));
		assert_noop!(Consent::revoke(RuntimeOrigin::signed(OWNER), 0), Error::<Test>::GrantEnded);
	});
}
