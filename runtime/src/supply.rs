//! The supply of the data token, counted.

use crate::{constants::DATA_CAP, AccountId, Balance, DataToken, Runtime};
use alloc::string::String;
use frame_support::ensure;
use pallet_balances::{Account, Instance1, TotalIssuance};
use pallet_data_token::Schedule;

/// That the balances add up to the supply, that supply and schedule are within the cap, and that the all-zero account has nothing.
///
/// Reads every balance: for the genesis, where any balances can be written down, and for tests.
///
/// # Errors
///
/// One sentence for whoever writes the chain specification.
pub fn audit() -> Result<(), String> {
	let exceeded = "the balances and the schedule of the data token exceed the cap: lower them";
	let mut supply: Balance = 0;
	for (who, account) in Account::<Runtime, Instance1>::iter() {
		ensure!(
			who != AccountId::new([0; 32]),
			"the all-zero account cannot have any of the data token: name a real account"
		);
		let balance = account.free.checked_add(account.reserved);
		supply = balance.and_then(|balance| supply.checked_add(balance)).ok_or(exceeded)?;
	}
	ensure!(
		supply == TotalIssuance::<Runtime, Instance1>::get(),
		"the balances of the data token do not add up to its supply: list each account once, under `balances`"
	);
	let outstanding = DataToken::outstanding(&Schedule::<Runtime>::get());
	let all = outstanding.and_then(|outstanding| supply.checked_add(outstanding));
	ensure!(all.is_some_and(|all| all <= DATA_CAP), exceeded);
	Ok(())
}
