use super::free;
use crate::{mock::*, Error, Event, Schedule};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::Balance;
use sp_runtime::DispatchError;

fn minted() -> Vec<Balance> {
	Schedule::<Test>::get().iter().map(|tranche| tranche.minted).collect()
}

#[test]
fn creates_tokens_that_the_schedule_releases() {
	new_test(|| {
		assert_eq!(DataToken::mintable(&CHARLIE), TRANCHE);
		assert_ok!(DataToken::mint(RuntimeOrigin::root(), CHARLIE, 400));
		assert_eq!(free(CHARLIE), 400);
		assert_eq!(Ledger::total_issuance(), 2 * ENDOWMENT + 400);
		assert_eq!(minted(), [400, 0]);
		assert_eq!(DataToken::mintable(&CHARLIE), TRANCHE - 400);
		assert_eq!(take_events(), [Event::Transfer { from: None, to: Some(CHARLIE), value: 400 }]);
	});
}

#[test]
fn draws_the_tranches_in_their_order() {
	new_test(|| {
		Timestamp::set_timestamp(NOW + VESTING / 2);
		assert_eq!(DataToken::mintable(&CHARLIE), TRANCHE + TRANCHE / 2);
		assert_ok!(DataToken::mint(RuntimeOrigin::root(), CHARLIE, TRANCHE + 1));
		assert_eq!(minted(), [TRANCHE, 1]);
		assert_ok!(DataToken::mint(RuntimeOrigin::root(), CHARLIE, TRANCHE / 2 - 1));
		assert_eq!(minted(), [TRANCHE, TRANCHE / 2]);
	});
}

#[test]
fn all_of_the_schedule_and_not_a_unit_more_can_be_minted() {
	new_test(|| {
		Timestamp::set_timestamp(NOW + VESTING);
		assert_ok!(DataToken::mint(RuntimeOrigin::root(), CHARLIE, 2 * TRANCHE));
		Timestamp::set_timestamp(NOW + 100 * VESTING);
		assert_noop!(
			DataToken::mint(RuntimeOrigin::root(), CHARLIE, 1),
			Error::<Test>::NotReleased
		);
	});
}

#[test]
fn burning_does_not_make_room_in_the_schedule() {
	new_test(|| {
		assert_ok!(DataToken::mint(RuntimeOrigin::root(), CHARLIE, TRANCHE));
		assert_ok!(DataToken::burn(RuntimeOrigin::signed(CHARLIE), TRANCHE));
		assert_noop!(
			DataToken::mint(RuntimeOrigin::root(), CHARLIE, 1),
			Error::<Test>::NotReleased
		);
	});
}

#[test]
fn refuses_what_the_schedule_does_not_release_yet() {
	new_test(|| {
		Timestamp::set_timestamp(NOW + VESTING - 1);
		assert_noop!(
			DataToken::mint(RuntimeOrigin::root(), CHARLIE, 2 * TRANCHE),
			Error::<Test>::NotReleased
		);
	});
}

#[test]
fn refuses_an_account_that_is_no_beneficiary() {
	new_test(|| {
		assert_eq!(DataToken::mintable(&ALICE), 0);
		assert_noop!(DataToken::mint(RuntimeOrigin::root(), ALICE, 1), Error::<Test>::NotReleased);
	});
}

#[test]
fn refuses_to_exceed_the_cap() {
	new_test(|| {
		let room = Cap::get() - Ledger::total_issuance();
		for value in [room + 1, Balance::MAX] {
			assert_noop!(
				DataToken::mint(RuntimeOrigin::root(), CHARLIE, value),
				Error::<Test>::CapExceeded
			);
		}
	});
}

#[test]
fn refuses_to_exceed_a_cap_that_was_lowered_below_the_schedule() {
	new_test_ext().execute_with(|| {
		Cap::set(2 * ENDOWMENT + 10);
		assert_noop!(
			DataToken::mint(RuntimeOrigin::root(), CHARLIE, 11),
			Error::<Test>::CapExceeded
		);
		assert_ok!(DataToken::mint(RuntimeOrigin::root(), CHARLIE, 10));
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
			DataToken::mint(RuntimeOrigin::signed(CHARLIE), CHARLIE, 1),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn zero_is_minted_to_anybody_and_changes_nothing() {
	new_test(|| {
		for to in [ALICE, POOR] {
			assert_ok!(DataToken::mint(RuntimeOrigin::root(), to, 0));
			assert_eq!(take_events(), [Event::Transfer { from: None, to: Some(to), value: 0 }]);
		}
		assert_eq!(Ledger::total_issuance(), 2 * ENDOWMENT);
	});
}
