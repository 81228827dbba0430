use super::{apply, hash_of, profile, roles};
use crate::{mock::*, Applications, Error, Event, Members};
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};
use ownome_primitives::{InspectMember, Member, Profile, Role, Standing};
use sp_runtime::DispatchError;

#[test]
fn makes_the_applicant_a_member_and_keeps_the_deposit() {
	new_test(|| {
		apply(ALICE);
		let held = Balances::balance_on_hold(&MembershipReason::get(), &ALICE);
		assert_ok!(Consortium::admit(RuntimeOrigin::root(), ALICE, hash_of(ALICE)));

		let granted = roles(&[Role::Requester, Role::Auditor]);
		assert_eq!(
			Members::<Test>::get(ALICE),
			Some(Member {
				roles: granted.clone(),
				profile: profile(),
				encryption_key: [1; 32],
				credential: [2; 32],
				admitted_at: NOW,
				standing: Standing::Good
			})
		);
		assert!(!Applications::<Test>::contains_key(ALICE));
		assert_eq!(Balances::balance_on_hold(&MembershipReason::get(), &ALICE), held);
		assert!(Consortium::has_role(&ALICE, Role::Requester));
		assert!(Consortium::has_role(&ALICE, Role::Auditor));
		assert!(!Consortium::has_role(&ALICE, Role::Custodian));
		assert!(!Consortium::has_role(&BOB, Role::Requester));
		assert_eq!(Consortium::profile(&ALICE), Some(profile()));
		assert_eq!(take_events(), [Event::Admitted { member: ALICE, roles: granted }]);
	});
}

#[test]
fn refuses_whoever_is_not_the_council() {
	new_test(|| {
		apply(ALICE);
		assert_noop!(
			Consortium::admit(RuntimeOrigin::signed(ALICE), ALICE, hash_of(ALICE)),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn refuses_an_account_that_did_not_apply() {
	new_test(|| {
		apply(ALICE);
		assert_noop!(
			Consortium::admit(RuntimeOrigin::root(), BOB, hash_of(ALICE)),
			Error::<Test>::NoApplication
		);
	});
}

#[test]
fn refuses_an_application_that_took_the_place_of_the_one_that_was_read() {
	new_test(|| {
		apply(ALICE);
		let read = hash_of(ALICE);
		assert_ok!(Consortium::withdraw_application(RuntimeOrigin::signed(ALICE)));
		assert_ok!(Consortium::apply(
			RuntimeOrigin::signed(ALICE),
			roles(&[Role::Requester, Role::Auditor]),
			[1; 32],
			[2; 32],
			Profile { country: "GB".parse().unwrap(), ..profile() }
		));
		assert_noop!(
			Consortium::admit(RuntimeOrigin::root(), ALICE, read),
			Error::<Test>::ApplicationChanged
		);
		assert_ok!(Consortium::admit(RuntimeOrigin::root(), ALICE, hash_of(ALICE)));
	});
}
