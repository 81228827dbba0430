//! When somebody left, as other pallets ask.

use super::member;
use crate::mock::*;
use frame_support::assert_ok;
use ownome_primitives::InspectMember;

#[test]
fn is_nothing_as_long_as_the_membership_lasts() {
	new_test(|| {
		assert_eq!(Consortium::left_since(&ALICE, 0), None);
		member(ALICE);
		assert_ok!(Consortium::suspend(RuntimeOrigin::root(), ALICE));
		assert_ok!(Consortium::reinstate(RuntimeOrigin::root(), ALICE));
		assert_eq!(Consortium::left_since(&ALICE, 0), None);
	});
}

#[test]
fn is_the_first_end_from_that_moment_on_whatever_came_after() {
	new_test(|| {
		member(ALICE);
		set_now(NOW + 10);
		assert_ok!(Consortium::resign(RuntimeOrigin::signed(ALICE)));
		set_now(NOW + 20);
		member(ALICE);
		set_now(NOW + 30);
		assert_ok!(Consortium::expel(RuntimeOrigin::root(), ALICE));
		set_now(NOW + 40);
		member(ALICE);

		assert_eq!(Consortium::left_since(&ALICE, 0), Some(NOW + 10));
		assert_eq!(Consortium::left_since(&ALICE, NOW + 10), Some(NOW + 10));
		assert_eq!(Consortium::left_since(&ALICE, NOW + 11), Some(NOW + 30));
		assert_eq!(Consortium::left_since(&ALICE, NOW + 30), Some(NOW + 30));
		assert_eq!(Consortium::left_since(&ALICE, NOW + 31), None);
		assert_eq!(Consortium::left_since(&BOB, 0), None);
	});
}
