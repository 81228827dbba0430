//! Tests, one file per call.

mod admit;
mod apply;
mod decline;
mod expel;
mod invariants;
mod reinstate;
mod resign;
mod suspend;
mod withdraw_application;

use crate::mock::*;
use ownome_primitives::{Role, Roles};

fn roles(list: &[Role]) -> Roles {
	list.iter()
		.copied()
		.collect::<std::collections::BTreeSet<_>>()
		.try_into()
		.unwrap()
}

fn apply(who: u64) {
	frame_support::assert_ok!(Consortium::apply(
		RuntimeOrigin::signed(who),
		roles(&[Role::Requester, Role::Auditor]),
		[1; 32],
		[2; 32]
	));
	take_events();
}

fn member(who: u64) {
	apply(who);
	frame_support::assert_ok!(Consortium::admit(RuntimeOrigin::root(), who));
	take_events();
}

fn deposit(who: u64) -> Balance {
	use frame_support::traits::fungible::InspectHold;
	Balances::balance_on_hold(&MembershipReason::get(), &who)
}
