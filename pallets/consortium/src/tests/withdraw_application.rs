use super::apply;
use crate::{mock::*, Applications, Error, Event};
use frame_support::{assert_noop, assert_ok, traits::fungible::Inspect};

#[test]
fn drops_the_application_and_returns_the_deposit() {
	new_test(|| {
		apply(ALICE);
		assert_ok!(Consortium::withdraw_application(RuntimeOrigin::signed(ALICE)));
		assert!(!Applications::<Test>::contains_key(ALICE));
		assert_eq!(Balances::balance(&ALICE), ENDOWMENT);
		assert_eq!(take_events(), [Event::ApplicationWithdrawn { who: ALICE }]);
	});
}

#[test]
fn refuses_an_account_that_did_not_apply() {
	new_test(|| {
		apply(ALICE);
		assert_noop!(
			Consortium::withdraw_application(RuntimeOrigin::signed(BOB)),
			Error::<Test>::NoApplication
		);
	});
}
