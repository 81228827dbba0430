use super::member;
use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{InspectMember, Role, Standing, MAX_STANDINGS};
use sp_runtime::DispatchError;

#[test]
fn gives_the_roles_back_and_keeps_the_gap() {
	new_test(|| {
		member(ALICE);
		set_now(NOW + 10);
		assert_ok!(Consortium::suspend(RuntimeOrigin::root(), ALICE));
		set_now(NOW + 20);
		take_events();
		assert_ok!(Consortium::reinstate(RuntimeOrigin::root(), ALICE));

		assert!(Consortium::has_role(&ALICE, Role::Requester));
		assert_eq!(Consortium::standing_at(&ALICE, NOW + 19), Some(Standing::Suspended));
		assert_eq!(Consortium::standing_at(&ALICE, NOW + 20), Some(Standing::Good));
		assert_eq!(take_events(), [Event::Reinstated { member: ALICE }]);
	});
}

#[test]
fn refuses_whoever_is_not_the_council() {
	new_test(|| {
		member(ALICE);
		assert_ok!(Consortium::suspend(RuntimeOrigin::root(), ALICE));
		assert_noop!(
			Consortium::reinstate(RuntimeOrigin::signed(ALICE), ALICE),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn refuses_members_in_good_standing_and_others() {
	new_test(|| {
		member(ALICE);
		assert_noop!(
			Consortium::reinstate(RuntimeOrigin::root(), ALICE),
			Error::<Test>::NotSuspended
		);
		assert_noop!(Consortium::reinstate(RuntimeOrigin::root(), BOB), Error::<Test>::NotMember);
	});
}

#[test]
fn is_refused_before_a_suspension_or_an_end_would_have_to_be() {
	new_test(|| {
		member(ALICE);
		let mut changes = 1;
		loop {
			assert_ok!(Consortium::suspend(RuntimeOrigin::root(), ALICE));
			changes += 1;
			if Consortium::reinstate(RuntimeOrigin::root(), ALICE).is_err() {
				break;
			}
			changes += 1;
		}
		assert_noop!(
			Consortium::reinstate(RuntimeOrigin::root(), ALICE),
			Error::<Test>::TooManyChanges
		);
		assert_eq!(changes, MAX_STANDINGS - 2);
		assert_ok!(Consortium::expel(RuntimeOrigin::root(), ALICE));

		// Nor is a new start an endless supply of changes.
		super::apply(ALICE);
		assert_noop!(
			Consortium::admit(RuntimeOrigin::root(), ALICE, super::hash_of(ALICE)),
			Error::<Test>::TooManyChanges
		);
	});
}
