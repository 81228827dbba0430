use super::{delivered, grant, granted, PERIOD};
use crate::{mock::*, Error, Event, Receipts};
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};

#[test]
fn records_each_access_and_holds_the_deposit() {
	new_test(|| {
		delivered();
		for (index, receipt) in [(0, [5; 32]), (1, [6; 32])] {
			set_now(NOW + u64::from(index));
			assert_ok!(Consent::record_access(RuntimeOrigin::signed(CUSTODIAN), 0, receipt));

			let record = Receipts::<Test>::get(0, index).unwrap();
			assert_eq!(
				(record.custodian, record.at, record.digest),
				(CUSTODIAN, NOW + u64::from(index), receipt)
			);
			assert_eq!(
				take_events(),
				[Event::AccessRecorded { grant_id: 0, custodian: CUSTODIAN, index, receipt }]
			);
		}
		assert_eq!(grant(0).accesses, 2);
		assert!(Balances::balance_on_hold(&ReceiptReason::get(), &CUSTODIAN) > 0);
	});
}

#[test]
fn refuses_whoever_is_not_the_custodian() {
	new_test(|| {
		delivered();
		for who in [OWNER, REQUESTER, LAB] {
			assert_noop!(
				Consent::record_access(RuntimeOrigin::signed(who), 0, [5; 32]),
				Error::<Test>::NotCustodian
			);
		}
	});
}

#[test]
fn refuses_before_delivery() {
	new_test(|| {
		granted();
		assert_noop!(
			Consent::record_access(RuntimeOrigin::signed(CUSTODIAN), 0, [5; 32]),
			Error::<Test>::NotDelivered
		);
	});
}

#[test]
fn refuses_after_the_grant_has_ended() {
	new_test(|| {
		delivered();
		set_now(NOW + PERIOD);
		assert_noop!(
			Consent::record_access(RuntimeOrigin::signed(CUSTODIAN), 0, [5; 32]),
			Error::<Test>::GrantEnded
		);
		set_now(NOW + 1);
		assert_ok!(Consent::revoke(RuntimeOrigin::signed(OWNER), 0));
		assert_noop!(
			Consent::record_access(RuntimeOrigin::signed(CUSTODIAN), 0, [5; 32]),
			Error::<Test>::GrantEnded
		);
	});
}

#[test]
fn refuses_an_unknown_grant() {
	new_test(|| {
		assert_noop!(
			Consent::record_access(RuntimeOrigin::signed(CUSTODIAN), 0, [5; 32]),
			Error::<Test>::UnknownGrant
		);
	});
}

#[test]
fn refuses_after_erasure() {
	new_test(|| {
		delivered();
		set_now(NOW + 1);
		erase();
		assert_noop!(
			Consent::record_access(RuntimeOrigin::signed(CUSTODIAN), 0, [5; 32]),
			Error::<Test>::GrantEnded
		);
	});
}
