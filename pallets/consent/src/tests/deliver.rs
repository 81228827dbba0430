use super::{delivered, grant, granted, PERIOD, PRICE};
use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::Delivery;

#[test]
fn records_the_header_hash_and_pays_the_upfront_part() {
	new_test(|| {
		granted();
		set_now(NOW + 100);
		assert_ok!(Consent::deliver(RuntimeOrigin::signed(OWNER), 0, [8; 32]));

		assert_eq!(grant(0).delivery, Some(Delivery { at: NOW + 100, header_hash: [8; 32] }));
		// A fifth of 1,000; of that 5 % to the laboratory and 2 % to the treasury.
		assert_eq!(free(LAB), ENDOWMENT + 10);
		assert_eq!(free(TREASURY), 4);
		assert_eq!(free(OWNER), ENDOWMENT + 186);
		assert_eq!(escrow(REQUESTER), PRICE - 200);
		assert_eq!(
			take_events(),
			[
				Event::Delivered { grant_id: 0, header_hash: [8; 32] },
				Event::Paid { grant_id: 0, to_owner: 186, to_attester: 10, to_treasury: 4 },
			]
		);
	});
}

#[test]
fn works_until_the_deadline_and_not_after() {
	new_test(|| {
		granted();
		set_now(NOW + DELIVERY_PERIOD + 1);
		assert_noop!(
			Consent::deliver(RuntimeOrigin::signed(OWNER), 0, [8; 32]),
			Error::<Test>::DeliveryOverdue
		);
		set_now(NOW + DELIVERY_PERIOD);
		assert_ok!(Consent::deliver(RuntimeOrigin::signed(OWNER), 0, [8; 32]));
	});
}

#[test]
fn refuses_whoever_is_not_the_owner() {
	new_test(|| {
		granted();
		assert_noop!(
			Consent::deliver(RuntimeOrigin::signed(REQUESTER), 0, [8; 32]),
			Error::<Test>::NotOwner
		);
	});
}

#[test]
fn refuses_twice() {
	new_test(|| {
		delivered();
		assert_noop!(
			Consent::deliver(RuntimeOrigin::signed(OWNER), 0, [9; 32]),
			Error::<Test>::AlreadyDelivered
		);
	});
}

#[test]
fn refuses_an_ended_or_unknown_grant() {
	new_test(|| {
		assert_noop!(
			Consent::deliver(RuntimeOrigin::signed(OWNER), 0, [8; 32]),
			Error::<Test>::UnknownGrant
		);
		granted();
		set_now(NOW + PERIOD);
		assert_noop!(
			Consent::deliver(RuntimeOrigin::signed(OWNER), 0, [8; 32]),
			Error::<Test>::GrantEnded
		);
		set_now(NOW + 1);
		assert_ok!(Consent::revoke(RuntimeOrigin::signed(OWNER), 0));
		assert_noop!(
			Consent::deliver(RuntimeOrigin::signed(OWNER), 0, [8; 32]),
			Error::<Test>::GrantEnded
		);
	});
}

#[test]
fn a_guardian_delivers_and_the_owner_is_paid() {
	new_test(|| {
		granted();
		change_title(|title| title.guardian = Some(GUARDIAN));
		assert_ok!(Consent::deliver(RuntimeOrigin::signed(GUARDIAN), 0, [8; 32]));
		assert_eq!((free(OWNER), free(GUARDIAN)), (ENDOWMENT + 186, 0));
	});
}

#[test]
fn after_a_transfer_the_new_owner_delivers_and_whoever_consented_is_paid() {
	new_test(|| {
		granted();
		change_title(|title| title.parties.owner = STRANGER);
		assert_noop!(
			Consent::deliver(RuntimeOrigin::signed(OWNER), 0, [8; 32]),
			Error::<Test>::NotOwner
		);
		assert_ok!(Consent::deliver(RuntimeOrigin::signed(STRANGER), 0, [8; 32]));
		assert_eq!((free(OWNER), free(STRANGER)), (ENDOWMENT + 186, ENDOWMENT));
	});
}

#[test]
fn a_sealed_dataset_is_still_delivered() {
	new_test(|| {
		granted();
		change_title(|title| title.is_sealed = true);
		assert_ok!(Consent::deliver(RuntimeOrigin::signed(OWNER), 0, [8; 32]));
	});
}

#[test]
fn refuses_after_erasure() {
	new_test(|| {
		granted();
		erase();
		assert_noop!(
			Consent::deliver(RuntimeOrigin::signed(OWNER), 0, [8; 32]),
			Error::<Test>::GrantEnded
		);
	});
}
