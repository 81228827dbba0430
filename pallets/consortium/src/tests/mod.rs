//! Tests, one file per call.

mod admit;
mod apply;
mod decline;
mod expel;
mod invariants;
mod left_since;
mod reinstate;
mod resign;
mod suspend;
mod withdraw_application;

use crate::{mock::*, Applications};
use ownome_primitives::{Digest, Profile, Role, Roles};

fn roles(list: &[Role]) -> Roles {
	list.iter()
		.copied()
		.collect::<std::collections::BTreeSet<_>>()
		.try_into()
		.unwrap()
}

/// What every applicant of these tests states, if nothing else is said.
fn profile() -> Profile {
	Profile {
		institution: "https://ror.org/02mhbdp94".parse().unwrap(),
		country: "CO".parse().unwrap(),
		not_for_profit: true,
	}
}

/// The hash of the open application of `who`, or one that no application has.
fn hash_of(who: u64) -> Digest {
	Applications::<Test>::get(who).map_or([0; 32], |application| application.hash())
}

fn apply(who: u64) {
	frame_support::assert_ok!(Consortium::apply(
		RuntimeOrigin::signed(who),
		roles(&[Role::Requester, Role::Auditor]),
		[1; 32],
		[2; 32],
		profile()
	));
	take_events();
}

fn member(who: u64) {
	apply(who);
	frame_support::assert_ok!(Consortium::admit(RuntimeOrigin::root(), who, hash_of(who)));
	take_events();
}

fn deposit(who: u64) -> Balance {
	use frame_support::traits::fungible::InspectHold;
	Balances::balance_on_hold(&MembershipReason::get(), &who)
}

#[cfg(feature = "runtime-benchmarks")]
#[test]
fn benchmarks_give_each_account_an_institution_of_its_own() {
	use ownome_primitives::InspectMember;
	new_test_ext().execute_with(|| {
		for who in [ALICE, BOB] {
			Consortium::set_member(&who, roles(&[Role::Requester]));
			assert!(Consortium::has_role(&who, Role::Requester));
			assert!(Consortium::profile(&who).unwrap().is_well_formed());
		}
		let institution = |who| Consortium::profile(&who).unwrap().institution;
		assert_ne!(institution(ALICE), institution(BOB));
	});
}
