//! The conformance tests that frame-support has for every `fungible`, on the ledger as the runtime configures it.

use crate::mock::*;
use frame_support::traits::fungible::conformance_tests::regular;

/// An empty ledger.
fn on_an_empty_ledger(test: impl FnOnce()) {
	sp_io::TestExternalities::default().execute_with(test);
}

macro_rules! conforms {
	($($group:ident: $($test:ident),+;)+) => {$(
		mod $group {
			use super::*;
			$(#[test]
			fn $test() {
				on_an_empty_ledger(regular::$group::$test::<Ledger, u64>);
			})+
		}
	)+};
}

conforms! {
	mutate: mint_into_success, mint_into_overflow, mint_into_below_minimum, burn_from_exact_success,
		burn_from_best_effort_success, burn_from_exact_insufficient_funds, restore_success, restore_overflow,
		restore_below_minimum, shelve_success, shelve_insufficient_funds, transfer_success, transfer_expendable_all,
		transfer_protect_preserve, set_balance_mint_success, set_balance_burn_success, can_deposit_success,
		can_deposit_below_minimum, can_deposit_overflow, can_withdraw_success, can_withdraw_reduced_to_zero,
		can_withdraw_balance_low, reducible_balance_expendable, reducible_balance_protect_preserve;
	unbalanced: write_balance, decrease_balance_expendable, decrease_balance_preserve, increase_balance,
		set_total_issuance, deactivate_and_reactivate;
	balanced: issue_and_resolve_credit, rescind_and_settle_debt, deposit, withdraw, pair;
}

#[test]
fn transfer_expendable_dust() {
	on_an_empty_ledger(|| regular::mutate::transfer_expendable_dust::<Ledger, u64>(None));
}
