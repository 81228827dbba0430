use super::{free, hold};
use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};

#[test]
fn moves_tokens() {
	new_test(|| {
		assert_ok!(DataToken::transfer(RuntimeOrigin::signed(ALICE), BOB, 300));
		assert_eq!(free(ALICE), ENDOWMENT - 300);
		assert_eq!(free(BOB), ENDOWMENT + 300);
		assert_eq!(
			take_events(),
			[Event::Transfer { from: Some(ALICE), to: Some(BOB), value: 300 }]
		);
	});
}

#[test]
fn can_empty_an_account_into_a_new_one() {
	new_test(|| {
		assert_ok!(DataToken::transfer(RuntimeOrigin::signed(ALICE), CHARLIE, ENDOWMENT));
		assert_eq!(free(ALICE), 0);
		assert_eq!(free(CHARLIE), ENDOWMENT);
	});
}

#[test]
fn zero_succeeds_with_its_event() {
	new_test(|| {
		assert_ok!(DataToken::transfer(RuntimeOrigin::signed(POOR), BOB, 0));
		assert_eq!(take_events(), [Event::Transfer { from: Some(POOR), to: Some(BOB), value: 0 }]);
	});
}

#[test]
fn to_oneself_keeps_the_balance() {
	new_test(|| {
		assert_ok!(DataToken::transfer(RuntimeOrigin::signed(ALICE), ALICE, ENDOWMENT));
		assert_eq!(free(ALICE), ENDOWMENT);
		assert_eq!(
			take_events(),
			[Event::Transfer { from: Some(ALICE), to: Some(ALICE), value: ENDOWMENT }]
		);
		assert_noop!(
			DataToken::transfer(RuntimeOrigin::signed(ALICE), ALICE, ENDOWMENT + 1),
			Error::<Test>::InsufficientBalance
		);
	});
}

#[test]
fn refuses_more_than_is_free() {
	new_test(|| {
		assert_noop!(
			DataToken::transfer(RuntimeOrigin::signed(ALICE), BOB, ENDOWMENT + 1),
			Error::<Test>::InsufficientBalance
		);
		hold(ALICE, 1_000);
		let supply = Ledger::total_issuance();
		assert_noop!(
			DataToken::transfer(RuntimeOrigin::signed(ALICE), BOB, ENDOWMENT - 999),
			Error::<Test>::InsufficientBalance
		);
		assert_eq!(Ledger::total_issuance(), supply);
	});
}

#[test]
fn refuses_the_zero_account() {
	new_test(|| {
		assert_noop!(
			DataToken::transfer(RuntimeOrigin::signed(ALICE), ZERO, 1),
			Error::<Test>::ZeroAccount
		);
	});
}

#[test]
fn zero_leaves_the_ledger_alone() {
	new_test(|| {
		assert_ok!(DataToken::transfer(RuntimeOrigin::signed(POOR), CHARLIE, 0));
		assert_eq!(System::event_count(), 1);
		assert_eq!(
			take_events(),
			[Event::Transfer { from: Some(POOR), to: Some(CHARLIE), value: 0 }]
		);
	});
}
