use super::free;
use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::Balance;
use sp_runtime::DispatchError;

#[test]
fn creates_tokens_up_to_the_cap() {
	new_test(|| {
		let room = CAP - Ledger::total_issuance();
		assert_ok!(DataToken::mint(RuntimeOrigin::root(), CHARLIE, room));
		assert_eq!(free(CHARLIE), room);
		assert_eq!(Ledger::total_issuance(), CAP);
		assert_eq!(take_events(), [Event::Transfer { from: None, to: Some(CHARLIE), value: room }]);
	});
}

#[test]
fn refuses_to_exceed_the_cap() {
	new_test(|| {
		let room = CAP - Ledger::total_issuance();
		for value in [room + 1, Balance::MAX] {
			assert_noop!(
				DataToken::mint(RuntimeOrigin::root(), CHARLIE, value),
				Error::<Test>::CapExceeded
			);
		}
	});
}

#[test]
fn refuses_the_zero_account() {
	new_test(|| {
		assert_noop!(DataToken::mint(RuntimeOrigin::root(), ZERO, 1), Error::<Test>::ZeroAccount);
	});
}

#[test]
fn refuses_whoever_is_not_the_issuer() {
	new_test(|| {
		assert_noop!(
			DataToken::mint(RuntimeOrigin::signed(ALICE), ALICE, 1),
			DispatchError::BadOrigin
		);
	});
}
