use super::{free, hold};
use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};

#[test]
fn destroys_tokens() {
	new_test(|| {
		let supply = Ledger::total_issuance();
		assert_ok!(DataToken::burn(RuntimeOrigin::signed(ALICE), 300));
		assert_eq!(free(ALICE), ENDOWMENT - 300);
		assert_eq!(Ledger::total_issuance(), supply - 300);
		assert_eq!(take_events(), [Event::Transfer { from: Some(ALICE), to: None, value: 300 }]);
	});
}

#[test]
fn refuses_more_than_is_free() {
	new_test(|| {
		hold(ALICE, 1_000);
		assert_noop!(
			DataToken::burn(RuntimeOrigin::signed(ALICE), ENDOWMENT - 999),
			Error::<Test>::InsufficientBalance
		);
	});
}
