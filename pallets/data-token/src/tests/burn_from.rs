use super::{approved, free};
use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};

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
