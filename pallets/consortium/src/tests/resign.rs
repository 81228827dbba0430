use super::{deposit, member};
use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{InspectMember, Role, Standing};
use sp_runtime::DispatchError;

#[test]
fn ends_the_membership_and_returns_what_the_history_does_not_cost() {
	new_test(|| {
		member(ALICE);
		let held = deposit(ALICE);
		assert_ok!(Consortium::resign(RuntimeOrigin::signed(ALICE)));
		assert!(!Consortium::has_role(&ALICE, Role::Requester));
		assert_eq!(Consortium::standing_at(&ALICE, NOW), Some(Standing::Resigned));
		assert!(0 < deposit(ALICE) && deposit(ALICE) < held);
		assert_eq!(take_events(), [Event::Resigned { who: ALICE }]);
	});
}

#[test]
fn refuses_whoever_is_not_a_member_and_whoever_did_not_sign() {
	new_test(|| {
		assert_noop!(Consortium::resign(RuntimeOrigin::signed(BOB)), Error::<Test>::NotMember);
		assert_noop!(Consortium::resign(RuntimeOrigin::root()), DispatchError::BadOrigin);
	});
}
