use super::{apply, member};
use crate::{mock::*, Applications, Error, Event};
use frame_support::{assert_noop, assert_ok, traits::fungible::Inspect};
use sp_runtime::DispatchError;

#[test]
fn drops_the_application_and_returns_the_deposit() {
	new_test(|| {
		apply(ALICE);
		assert!(Balances::balance(&ALICE) < ENDOWMENT);
		assert_ok!(Consortium::decline(RuntimeOrigin::root(), ALICE));
		assert!(!Applications::<Test>::contains_key(ALICE));
		assert_eq!(Balances::balance(&ALICE), ENDOWMENT);
		assert_eq!(take_events(), [Event::Declined { who: ALICE }]);
	});
}

#[test]
fn refuses_whoever_is_not_the_council() {
	new_test(|| {
		apply(ALICE);
		assert_noop!(
			Consortium::decline(RuntimeOrigin::signed(BOB), ALICE),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn refuses_a_member() {
	new_test(|| {
		member(ALICE);
		assert_noop!(
			Consortium::decline(RuntimeOrigin::root(), ALICE),
			Error::<Test>::NoApplication
		);
	});
}
