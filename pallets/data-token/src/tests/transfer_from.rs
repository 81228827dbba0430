use super::{approved, free};
use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};
use ownome_primitives::Balance;

#[test]
fn moves_tokens_and_reduces_the_allowance_without_an_approval_event() {
	new_test(|| {
		approved(500);
		assert_ok!(DataToken::transfer_from(RuntimeOrigin::signed(BOB), ALICE, CHARLIE, 200));
		assert_eq!(DataToken::allowance(&ALICE, &BOB), 300);
		assert_eq!(free(ALICE), ENDOWMENT - 200);
		assert_eq!(free(CHARLIE), 200);
		assert_eq!(
			take_events(),
			[Event::Transfer { from: Some(ALICE), to: Some(CHARLIE), value: 200 }]
		);
	});
}

#[test]
fn the_deposit_returns_when_the_allowance_is_spent() {
	new_test(|| {
		approved(500);
		assert_ok!(DataToken::transfer_from(RuntimeOrigin::signed(BOB), ALICE, CHARLIE, 500));
		assert_eq!(Balances::balance_on_hold(&AllowanceReason::get(), &ALICE), 0);
	});
}

#[test]
fn an_allowance_without_end_is_not_reduced() {
	new_test(|| {
		approved(Balance::MAX);
		assert_ok!(DataToken::transfer_from(RuntimeOrigin::signed(BOB), ALICE, CHARLIE, 200));
		assert_eq!(DataToken::allowance(&ALICE, &BOB), Balance::MAX);
	});
}

#[test]
fn zero_succeeds_without_an_allowance() {
	new_test(|| {
		assert_ok!(DataToken::transfer_from(RuntimeOrigin::signed(BOB), ALICE, CHARLIE, 0));
	});
}

#[test]
fn refuses_more_than_is_allowed() {
	new_test(|| {
		approved(500);
		assert_noop!(
			DataToken::transfer_from(RuntimeOrigin::signed(BOB), ALICE, CHARLIE, 501),
			Error::<Test>::InsufficientAllowance
		);
		assert_noop!(
			DataToken::transfer_from(RuntimeOrigin::signed(CHARLIE), ALICE, CHARLIE, 1),
			Error::<Test>::InsufficientAllowance
		);
	});
}

#[test]
fn refuses_more_than_is_free_and_keeps_the_allowance() {
	new_test(|| {
		approved(ENDOWMENT + 1);
		assert_noop!(
			DataToken::transfer_from(RuntimeOrigin::signed(BOB), ALICE, CHARLIE, ENDOWMENT + 1),
			Error::<Test>::InsufficientBalance
		);
	});
}

#[test]
fn refuses_the_zero_account() {
	new_test(|| {
		approved(500);
		assert_noop!(
			DataToken::transfer_from(RuntimeOrigin::signed(BOB), ALICE, ZERO, 1),
			Error::<Test>::ZeroAccount
		);
		assert_noop!(
			DataToken::transfer_from(RuntimeOrigin::signed(BOB), ZERO, ALICE, 0),
			Error::<Test>::ZeroAccount
		);
	});
}
