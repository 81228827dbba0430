use crate::{mock::*, GenesisConfig, Schedule};
use frame_support::traits::BuildGenesisConfig;
use ownome_primitives::{Balance, Tranche};

fn tranche(amount: Balance) -> Tranche<u64> {
	Tranche { beneficiary: CHARLIE, amount, starts_at: 0, vesting: 0, minted: 0 }
}

fn begin_with(schedule: Vec<Tranche<u64>>) {
	new_test_ext().execute_with(|| GenesisConfig::<Test> { schedule }.build());
}

#[test]
fn the_schedule_is_published() {
	new_test(|| assert_eq!(Schedule::<Test>::get().into_inner(), schedule()));
}

#[test]
fn the_schedule_may_reach_the_cap() {
	begin_with(vec![tranche(Cap::get() - 2 * ENDOWMENT - 1), tranche(1)]);
}

#[test]
#[should_panic(expected = "the issuance schedule and the balances at genesis exceed the cap")]
fn refuses_a_schedule_beyond_the_cap() {
	begin_with(vec![tranche(Cap::get() - 2 * ENDOWMENT), tranche(1)]);
}

#[test]
#[should_panic(expected = "the issuance schedule and the balances at genesis exceed the cap")]
fn refuses_a_schedule_beyond_what_a_balance_holds() {
	begin_with(vec![tranche(Balance::MAX), tranche(1)]);
}

#[test]
#[should_panic(expected = "minted before the chain begins")]
fn refuses_a_tranche_that_is_minted() {
	begin_with(vec![Tranche { minted: 1, ..tranche(2) }]);
}

#[test]
#[should_panic(expected = "for the all-zero account")]
fn refuses_a_tranche_for_nobody() {
	begin_with(vec![Tranche { beneficiary: ZERO, ..tranche(1) }]);
}

#[test]
#[should_panic(expected = "more than 8 tranches")]
fn refuses_too_many_tranches() {
	begin_with(vec![tranche(1); 9]);
}
