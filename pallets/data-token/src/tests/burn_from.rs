use super::{approved, free, hold};
use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};
use ownome_primitives::Balance;

#[test]
fn destroys_tokens_and_reduces_the_allowance() {
	new_test(|| {
		approved(500);
		assert_ok!(DataToken::burn_from(RuntimeOrigin::signed(BOB), ALICE, 200));
		assert_eq!(free(ALICE), ENDOWMENT - 200);
		assert_eq!(DataToken::allowance(&ALICE, &BOB), 300);
		assert_eq!(take_events(), [Event::Transfer { from: Some(ALICE), to: None, value: 200 }]);
	});
}

#[test]
fn refuses_more_than_is_allowed_or_free() {
	new_test(|| {
		assert_noop!(
			DataToken::burn_from(RuntimeOrigin::signed(BOB), ALICE, 1),
			Error::<Test>::InsufficientAllowance
		);
		approved(ENDOWMENT + 1);
		assert_noop!(
			DataToken::burn_from(RuntimeOrigin::signed(BOB), ALICE, ENDOWMENT + 1),
			Error::<Test>::InsufficientBalance
		);
	});
}

#[test]
fn refuses_the_zero_account() {
	new_test(|| {
		assert_noop!(
			DataToken::burn_from(RuntimeOrigin::signed(BOB), ZERO, 0),
			Error::<Test>::ZeroAccount
		);
	});
}

#[test]
fn an_allowance_without_end_stays_and_a_spent_one_returns_its_deposit() {
	new_test(|| {
		approved(Balance::MAX);
		assert_ok!(DataToken::burn_from(RuntimeOrigin::signed(BOB), ALICE, 400));
		assert_eq!(DataToken::allowance(&ALICE, &BOB), Balance::MAX);
		approved(100);
		assert_ok!(DataToken::burn_from(RuntimeOrigin::signed(BOB), ALICE, 100));
		assert_eq!(Balances::total_balance_on_hold(&ALICE), 0);
	});
}

#[test]
fn refuses_what_is_held() {
	new_test(|| {
		hold(ALICE, ENDOWMENT - 10);
		approved(Balance::MAX);
		assert_noop!(
			DataToken::burn_from(RuntimeOrigin::signed(BOB), ALICE, 11),
			Error::<Test>::InsufficientBalance
		);
		assert_noop!(
			DataToken::transfer_from(RuntimeOrigin::signed(BOB), ALICE, BOB, 11),
			Error::<Test>::InsufficientBalance
		);
	});
}
