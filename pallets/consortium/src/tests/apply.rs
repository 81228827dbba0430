use super::{apply, roles};
use crate::{mock::*, Application, Applications, Error, Event};
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};
use ownome_primitives::{InspectMember, Role};
use sp_runtime::{DispatchError, TokenError};

#[test]
fn records_the_application_and_holds_the_deposit() {
	new_test(|| {
		let asked = roles(&[Role::Requester]);
		assert_ok!(Consortium::apply(
			RuntimeOrigin::signed(ALICE),
			asked.clone(),
			[1; 32],
			[2; 32]
		));

		assert_eq!(
			Applications::<Test>::get(ALICE),
			Some(Application {
				roles: asked.clone(),
				encryption_key: [1; 32],
				credential: [2; 32]
			})
		);
		assert!(Balances::balance_on_hold(&MembershipReason::get(), &ALICE) > 0);
		assert!(!Consortium::has_role(&ALICE, Role::Requester));
		assert_eq!(take_events(), [Event::Applied { who: ALICE, roles: asked }]);
	});
}

#[test]
fn refuses_an_application_without_roles() {
	new_test(|| {
		assert_noop!(
			Consortium::apply(RuntimeOrigin::signed(ALICE), roles(&[]), [1; 32], [2; 32]),
			Error::<Test>::NoRoles
		);
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
				[2; 32]
			),
			Error::<Test>::AlreadyApplied
		);
	});
}

#[test]
fn refuses_a_member() {
	new_test(|| {
		apply(ALICE);
		assert_ok!(Consortium::admit(RuntimeOrigin::root(), ALICE));
		assert_noop!(
			Consortium::apply(
				RuntimeOrigin::signed(ALICE),
				roles(&[Role::Ethics]),
				[1; 32],
				[2; 32]
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
				[2; 32]
			),
			TokenError::FundsUnavailable
		);
	});
}

#[test]
fn refuses_an_unsigned_origin() {
	new_test(|| {
		assert_noop!(
			Consortium::apply(RuntimeOrigin::none(), roles(&[Role::Ethics]), [1; 32], [2; 32]),
			DispatchError::BadOrigin
		);
	});
}
