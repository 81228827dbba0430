use super::{member, profile};
use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{InspectMember, Profile};
use sp_runtime::DispatchError;

/// Another institution than that of [`profile`].
fn other() -> Profile {
	Profile { institution: "another".parse().unwrap(), not_for_profit: false, ..profile() }
}

#[test]
fn vouches_for_something_else_from_now_on() {
	new_test(|| {
		member(ALICE);
		assert_ok!(Consortium::amend_profile(RuntimeOrigin::root(), ALICE, other()));
		assert_eq!(Consortium::profile(&ALICE), Some(other()));
		assert_eq!(Consortium::institution(&ALICE), Some(other().institution));
		assert_eq!(take_events(), [Event::ProfileAmended { member: ALICE, profile: other() }]);
	});
}

#[test]
fn who_left_is_still_known_to_have_been_of_its_institution() {
	new_test(|| {
		assert_eq!(Consortium::institution(&ALICE), None);
		member(ALICE);
		assert_ok!(Consortium::resign(RuntimeOrigin::signed(ALICE)));
		assert_eq!(Consortium::profile(&ALICE), None);
		assert_eq!(Consortium::institution(&ALICE), Some(profile().institution));
	});
}

#[test]
fn refuses_everybody_but_the_council_strangers_and_malformed_profiles() {
	new_test(|| {
		let amend = |origin, who, profile| Consortium::amend_profile(origin, who, profile);
		member(ALICE);
		for origin in [RuntimeOrigin::signed(ALICE), RuntimeOrigin::signed(BOB)] {
			assert_noop!(amend(origin, ALICE, other()), DispatchError::BadOrigin);
		}
		assert_noop!(amend(RuntimeOrigin::root(), BOB, other()), Error::<Test>::NotMember);
		let nowhere = codec::Decode::decode(&mut &b"gb"[..]).unwrap();
		let malformed = Profile { country: nowhere, ..profile() };
		assert_noop!(
			amend(RuntimeOrigin::root(), ALICE, malformed),
			Error::<Test>::MalformedProfile
		);
	});
}
