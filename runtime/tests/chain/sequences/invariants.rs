//! What holds after each call.

use super::{
	calls::consent::genes,
	deposits::{at_stake, held, in_escrow, owed},
	model::{is_permitted, Model},
};
use frame_support::ensure;
use ownome_primitives::Scope;
use ownome_runtime::{
	supply, Balance, Consent, Consortium, DataRegistry, DataToken, Runtime, System,
};
use pallet_balances::{Instance1, TotalIssuance};
use std::collections::BTreeSet;

type Outcome = Result<(), String>;

/// What grantees ask to read.
pub fn scopes() -> [Scope; 2] {
	[Scope::Whole, genes(&[1])]
}

/// All of it.
pub fn check(model: &Model) -> Outcome {
	check_access(model)?;
	let titles = pallet_data_registry::Datasets::<Runtime>::iter();
	ensure!(
		model.owns(titles.map(|(id, record)| (id, record.value.owner))),
		"a title is with somebody else than it should be"
	);
	check_state()
}

/// What can be told from the state alone.
pub fn check_state() -> Outcome {
	check_records()?;
	check_money()
}

/// Those may read who have a consent that runs, and nobody else.
pub fn check_access(model: &Model) -> Outcome {
	for (dataset, grantee) in model.pairs() {
		for what in scopes() {
			ensure!(
				is_permitted(dataset, &grantee, None, &what)
					== model.permits(dataset, &grantee, &what),
				format!("whether {grantee} may read {what:?} of dataset {dataset} is told wrong")
			);
		}
	}
	Ok(())
}

/// What each pallet says of its own records, and what several of them say of one another.
fn check_records() -> Outcome {
	for (pallet, state) in [
		("consortium", Consortium::do_try_state()),
		("registry", DataRegistry::do_try_state()),
		("token", DataToken::do_try_state()),
		("consent", Consent::do_try_state()),
	] {
		state.map_err(|error| format!("{pallet}: {error:?}"))?;
	}
	let grants = || pallet_consent::Grants::<Runtime>::iter_values().map(|(grant, _)| grant);
	let grantees: BTreeSet<_> = grants().map(|grant| grant.grantee).collect();
	let mut disputes = pallet_consent::Disputes::<Runtime>::iter();
	ensure!(
		disputes.all(|(who, record)| {
			grantees.contains(&who) && record.dismissed + record.undecided <= record.raised
		}),
		"disputes are counted of no grant"
	);
	Ok(())
}

/// The balances add up, and all that is held is owed, and the other way round.
fn check_money() -> Outcome {
	supply::audit()?;
	let (held, owed, escrow, stake) = (held(), owed(), in_escrow(), at_stake());
	ensure!(held == owed, format!("the deposits are {held:?}, the receipts say {owed:?}"));
	ensure!(escrow == stake, format!("the escrow is {escrow:?}, at stake are {stake:?}"));
	let mut coin: Balance = 0;
	for (who, account) in frame_system::Account::<Runtime>::iter() {
		coin += account.data.free + account.data.reserved;
		let (_, proxies) = pallet_proxy::Proxies::<Runtime>::get(&who);
		ensure!(
			account.data.reserved == held.held_by(&who) + proxies,
			"coin is reserved for nothing"
		);
		ensure!(account.data.frozen == 0, "coin is frozen");
	}
	ensure!(coin == TotalIssuance::<Runtime>::get(), "the coin does not add up");
	for (who, account) in pallet_balances::Account::<Runtime, Instance1>::iter() {
		ensure!(account.reserved == escrow.held_by(&who), "tokens are reserved for nothing");
		ensure!(account.frozen == 0, "tokens are frozen");
		ensure!(
			System::account_exists(&who) || account.reserved == 0,
			"escrow outlives its account"
		);
	}
	Ok(())
}
