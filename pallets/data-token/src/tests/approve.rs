use super::approved;
use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};
use sp_runtime::TokenError;

fn deposit(who: u64) -> ownome_primitives::Balance {
	Balances::balance_on_hold(&AllowanceReason::get(), &who)
}

#[test]
fn sets_the_allowance_and_holds_the_deposit() {
	new_test(|| {
		assert_ok!(DataToken::approve(RuntimeOrigin::signed(ALICE), BOB, 500));
		assert_eq!(DataToken::allowance(&ALICE, &BOB), 500);
		assert_eq!(DataToken::allowance(&BOB, &ALICE), 0);
		assert!(deposit(ALICE) > 0);
		assert_eq!(take_events(), [Event::Approval { owner: ALICE, spender: BOB, value: 500 }]);
	});
}

#[test]
fn replaces_and_never_adds() {
	new_test(|| {
		approved(500);
		let held = deposit(ALICE);
		assert_ok!(DataToken::approve(RuntimeOrigin::signed(ALICE), BOB, 200));
		assert_eq!(DataToken::allowance(&ALICE, &BOB), 200);
		assert_eq!(deposit(ALICE), held);
	});
}

#[test]
fn zero_removes_it_and_returns_the_deposit() {
	new_test(|| {
		approved(500);
		assert_ok!(DataToken::approve(RuntimeOrigin::signed(ALICE), BOB, 0));
		assert_eq!(DataToken::allowance(&ALICE, &BOB), 0);
		assert_eq!(deposit(ALICE), 0);
		assert_eq!(take_events(), [Event::Approval { owner: ALICE, spender: BOB, value: 0 }]);
	});
}

#[test]
fn refuses_the_zero_account() {
	new_test(|| {
		assert_noop!(
			DataToken::approve(RuntimeOrigin::signed(ALICE), ZERO, 1),
			Error::<Test>::ZeroAccount
		);
	});
}

#[test]
fn refuses_an_owner_that_cannot_pay_the_deposit() {
	new_test(|| {
		assert_noop!(
			DataToken::approve(RuntimeOrigin::signed(POOR), BOB, 1),
			TokenError::FundsUnavailable
		);
	});
}
