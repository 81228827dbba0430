//! Tests, one file per call.

mod approve;
mod check;
mod deliver;
mod invariants;
mod offer;
mod record_access;
mod reject;
mod revoke;
mod settle;
mod withdraw;

use crate::{mock::*, types::GrantOf, Grants};
use frame_support::{assert_ok, dispatch::DispatchResult};
use ownome_primitives::{Balance, Moment, Mondo, Purpose, Research, Scope, Terms};
use sp_runtime::Percent;

const PRICE: Balance = 1_000;
const PERIOD: Moment = 1_000;

/// A fifth of the price at delivery, the rest over the period.
fn terms() -> Terms {
	Terms {
		purpose: Purpose { research: Research::Disease(Mondo(5148)), for_profit: false },
		scope: Scope::Whole,
		period: PERIOD,
		price: PRICE,
		upfront: Percent::from_percent(20),
	}
}

fn offer(requester: u64, terms: Terms) -> DispatchResult {
	Consent::offer(RuntimeOrigin::signed(requester), DATASET, terms)
}

/// Proposal 0 by `REQUESTER`.
fn offered() {
	assert_ok!(offer(REQUESTER, terms()));
	take_events();
}

/// Grant 0 for `REQUESTER`.
fn granted() {
	offered();
	assert_ok!(Consent::approve(RuntimeOrigin::signed(OWNER), 0));
	take_events();
}

/// Grant 0 for `REQUESTER`, its key delivered at once.
fn delivered() {
	granted();
	assert_ok!(Consent::deliver(RuntimeOrigin::signed(OWNER), 0, [8; 32]));
	take_events();
}

fn grant(id: u64) -> GrantOf<Test> {
	Grants::<Test>::get(id).unwrap()
}
