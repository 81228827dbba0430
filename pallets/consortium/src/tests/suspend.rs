use super::{deposit, member, profile};
use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{InspectMember, Role, Standing, SuspendMember};
use sp_runtime::DispatchError;

#[test]
fn takes_every_role_away_from_then_on_and_not_before() {
	new_test(|| {
		member(ALICE);
		let held = deposit(ALICE);
		set_now(NOW + 10);
		assert_ok!(Consortium::suspend(RuntimeOrigin::root(), ALICE));

		assert!(!Consortium::has_role(&ALICE, Role::Requester));
		assert!(!Consortium::has_role(&ALICE, Role::Auditor));
		assert_eq!(Consortium::standing_at(&ALICE, NOW - 1), None);
		assert_eq!(Consortium::standing_at(&ALICE, NOW), Some(Standing::Good));
		assert_eq!(Consortium::standing_at(&ALICE, NOW + 9), Some(Standing::Good));
		assert_eq!(Consortium::standing_at(&ALICE, NOW + 10), Some(Standing::Suspended));
		assert_eq!(Consortium::standing_at(&ALICE, u64::MAX), Some(Standing::Suspended));
		assert_eq!(Consortium::profile(&ALICE), Some(profile()));
		assert_eq!(deposit(ALICE), held);
		assert_eq!(take_events(), [Event::Suspended { member: ALICE }]);
	});
}

#[test]
fn refuses_whoever_is_not_the_council() {
	new_test(|| {
		member(ALICE);
		assert_noop!(
			Consortium::suspend(RuntimeOrigin::signed(BOB), ALICE),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn refuses_whoever_is_not_a_member() {
	new_test(|| {
		super::apply(BOB);
		assert_noop!(Consortium::suspend(RuntimeOrigin::root(), BOB), Error::<Test>::NotMember);
	});
}

#[test]
fn refuses_twice() {
	new_test(|| {
		member(ALICE);
		assert_ok!(Consortium::suspend(RuntimeOrigin::root(), ALICE));
		assert_noop!(
			Consortium::suspend(RuntimeOrigin::root(), ALICE),
			Error::<Test>::AlreadySuspended
		);
	});
}

#[test]
fn another_pallet_suspends_members_and_leaves_others_alone() {
	new_test(|| {
		member(ALICE);
		assert!(!<Consortium as SuspendMember<u64>>::suspend(&BOB));
		assert!(<Consortium as SuspendMember<u64>>::suspend(&ALICE));
		assert!(!<Consortium as SuspendMember<u64>>::suspend(&ALICE));
		assert_eq!(take_events(), [Event::Suspended { member: ALICE }]);
		assert!(!Consortium::has_role(&ALICE, Role::Requester));
	});
}
