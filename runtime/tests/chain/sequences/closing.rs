//! How a sequence ends: whatever came before, the escrow empties, and all that can be removed gives its deposit back.

use super::{
	calls::{by, id, now, origin, Made},
	cast::{ACCOUNTS, PAUPER},
	deposits::{held, in_escrow},
};
use frame_support::ensure;
use ownome_primitives::{DatasetId, Moment, PolicyTarget};
use ownome_runtime::{constants::DAYS, AccountId, DataRegistry, Runtime, System};
use pallet_consent as consent;
use pallet_data_registry as registry;
use sp_runtime::traits::Dispatchable;

type Outcome = Result<(), String>;

/// So late that all periods are over.
const LATE: Moment = 30 * 365 * DAYS;

fn does((who, call): Made) -> Outcome {
	let outcome = call.clone().dispatch(origin(&who));
	outcome
		.map(drop)
		.map_err(|refused| format!("{who:?}: {call:?}: {:?}", refused.error))
}

/// Anybody gets everything out of escrow once all deadlines have passed.
pub fn empty_escrow() -> Outcome {
	let stranger = PAUPER.to_account_id();
	for proposal_id in consent::Proposals::<Runtime>::iter_keys().collect::<Vec<_>>() {
		does(by(stranger.clone(), consent::Call::<Runtime>::expire { proposal_id }))?;
	}
	for (grant_id, (grant, _)) in consent::Grants::<Runtime>::iter().collect::<Vec<_>>() {
		if grant.held() > 0 {
			does(by(stranger.clone(), consent::Call::<Runtime>::settle { grant_id }))?;
		}
	}
	let left = in_escrow();
	ensure!(left == Default::default(), format!("the escrow still holds {left:?}"));
	for (grant, _) in consent::Grants::<Runtime>::iter_values() {
		ensure!(grant.paid + grant.refunded == grant.terms.price, "a price found no place");
	}
	Ok(())
}

/// Remove all that can be removed, each by who may: then nothing is held but for what stays.
pub fn give_everything_back() -> Outcome {
	remove_policies()?;
	remove_titles()?;
	leave_consortium()?;
	for (owner, spender) in
		pallet_data_token::Allowances::<Runtime>::iter_keys().collect::<Vec<_>>()
	{
		let call = pallet_data_token::Call::<Runtime>::approve { spender: id(spender), value: 0 };
		does(by(owner, call))?;
	}

	let held = held();
	for (why, amount) in [
		("allowances", held.of(pallet_data_token::HoldReason::Allowance)),
		("datasets", held.of(registry::HoldReason::Dataset)),
		("attestations", held.of(registry::HoldReason::Attestation)),
		("guardians and pseudonyms", held.of(registry::HoldReason::Account)),
	] {
		ensure!(amount == 0, format!("{amount} is held for {why}, of which there are none"));
	}
	let histories = pallet_consortium::StandingHistory::<Runtime>::iter().count();
	let deposits = pallet_consortium::Deposits::<Runtime>::iter().count();
	ensure!(histories == deposits, "a deposit for a membership was not given back");
	let records = consent::Grants::<Runtime>::iter().count() as u128;
	let price = held.of(consent::HoldReason::Record);
	ensure!(records > 0 || price == 0, "a deposit for a proposal was not given back");
	for who in ACCOUNTS.iter() {
		ensure!(System::sufficients(who) == 0, "an account is kept alive for nothing");
	}
	Ok(())
}

fn remove_policies() -> Outcome {
	for (target, paid) in consent::Policies::<Runtime>::iter().collect::<Vec<_>>() {
		let speaks = match &target {
			PolicyTarget::Dataset(dataset) => owner(*dataset) == Some(paid.value.owner.clone()),
			PolicyTarget::AllOf(_) => true,
		};
		let who = if speaks { paid.value.owner } else { paid.payer };
		does(by(who, consent::Call::<Runtime>::set_policy { target, policy: None }))?;
	}
	for owner in consent::OwnerRefusals::<Runtime>::iter_keys().collect::<Vec<_>>() {
		let (who, to) = (owner.clone(), id(owner));
		let open = consent::Call::<Runtime>::set_door { owner: to.clone(), closed: false };
		does(by(who.clone(), open))?;
		let allow = consent::Call::<Runtime>::set_break_glass { owner: to, opted_out: false };
		does(by(who, allow))?;
	}
	ensure!(consent::OwnerRefusals::<Runtime>::iter().count() == 0, "nothing is refused for good");
	Ok(())
}

fn owner(dataset: DatasetId) -> Option<AccountId> {
	DataRegistry::dataset(dataset).map(|it| it.owner)
}

fn remove_titles() -> Outcome {
	for (dataset_id, record) in registry::Datasets::<Runtime>::iter().collect::<Vec<_>>() {
		does(by(record.value.owner, registry::Call::<Runtime>::erase { dataset_id }))?;
	}
	for owner in registry::Guardianships::<Runtime>::iter_keys().collect::<Vec<_>>() {
		let call = registry::Call::<Runtime>::hand_over { owner: id(owner) };
		does(by(PAUPER.to_account_id(), call))?;
	}
	for owner in registry::Subjects::<Runtime>::iter_keys().collect::<Vec<_>>() {
		does(by(owner, registry::Call::<Runtime>::set_subject { subject: None }))?;
	}
	Ok(())
}

fn leave_consortium() -> Outcome {
	for who in pallet_consortium::Applications::<Runtime>::iter_keys().collect::<Vec<_>>() {
		does(by(who, pallet_consortium::Call::<Runtime>::withdraw_application {}))?;
	}
	for who in pallet_consortium::Members::<Runtime>::iter_keys().collect::<Vec<_>>() {
		does(by(who, pallet_consortium::Call::<Runtime>::resign {}))?;
	}
	Ok(())
}

/// Let all periods pass.
pub fn let_time_pass() {
	pallet_timestamp::Now::<Runtime>::put(now() + LATE);
}
