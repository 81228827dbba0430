use super::{apply, member, profile, roles};
use crate::{mock::*, Applications, Error, Event};
use codec::Decode;
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};
use ownome_primitives::{
	duo::{Country, Id},
	Application, InspectMember, Profile, Role,
};
use sp_runtime::{DispatchError, TokenError};

#[test]
fn records_the_application_and_holds_the_deposit() {
	new_test(|| {
		let asked = roles(&[Role::Requester]);
		assert_ok!(Consortium::apply(
			RuntimeOrigin::signed(ALICE),
			asked.clone(),
			[1; 32],
			[2; 32],
			profile()
		));

		assert_eq!(
			Applications::<Test>::get(ALICE),
			Some(Application {
				roles: asked.clone(),
				profile: profile(),
				encryption_key: [1; 32],
				credential: [2; 32]
			})
		);
		assert!(Balances::balance_on_hold(&MembershipReason::get(), &ALICE) > 0);
		assert!(!Consortium::has_role(&ALICE, Role::Requester));
		assert_eq!(Consortium::profile(&ALICE), None);
		assert_eq!(take_events(), [Event::Applied { who: ALICE, roles: asked }]);
	});
}

#[test]
fn refuses_an_application_without_roles() {
	new_test(|| {
		assert_noop!(
			Consortium::apply(
				RuntimeOrigin::signed(ALICE),
				roles(&[]),
				[1; 32],
				[2; 32],
				profile()
			),
			Error::<Test>::NoRoles
		);
	});
}

#[test]
fn refuses_a_malformed_institution_and_a_malformed_country() {
	new_test(|| {
		// As they may come in a transaction: what is read from a text is always of its form.
		let no_institution = Id::decode(&mut &[0][..]).unwrap();
		let no_country = Country::decode(&mut &b"co"[..]).unwrap();
		for malformed in [
			Profile { institution: no_institution, ..profile() },
			Profile { country: no_country, ..profile() },
		] {
			assert_noop!(
				Consortium::apply(
					RuntimeOrigin::signed(ALICE),
					roles(&[Role::Requester]),
					[1; 32],
					[2; 32],
					malformed
				),
				Error::<Test>::MalformedProfile
			);
		}
	});
}

#[test]
fn refuses_a_second_application() {
	new_test(|| {
		apply(ALICE);
		assert_noop!(
			Consortium::apply(
				RuntimeOrigin::signed(ALICE),
				roles(&[Role::Ethics]),
				[1; 32],
				[2; 32],
				profile()
			),
			Error::<Test>::AlreadyApplied
		);
	});
}

#[test]
fn refuses_a_member() {
	new_test(|| {
		member(ALICE);
		assert_noop!(
			Consortium::apply(
				RuntimeOrigin::signed(ALICE),
				roles(&[Role::Ethics]),
				[1; 32],
				[2; 32],
				profile()
			),
			Error::<Test>::AlreadyMember
		);
	});
}

#[test]
fn refuses_an_applicant_that_cannot_pay_the_deposit() {
	new_test(|| {
		assert_noop!(
			Consortium::apply(
				RuntimeOrigin::signed(POOR),
				roles(&[Role::Ethics]),
				[1; 32],
				[2; 32],
				profile()
			),
			TokenError::FundsUnavailable
		);
	});
}

#[test]
fn refuses_an_unsigned_origin() {
	new_test(|| {
		assert_noop!(
			Consortium::apply(
				RuntimeOrigin::none(),
				roles(&[Role::Ethics]),
				[1; 32],
				[2; 32],
				profile()
			),
			DispatchError::BadOrigin
		);
	});
}
