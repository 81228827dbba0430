//! What ends grants or leaves less of them: `ownome revoke`, `grant narrow` and `grant relinquish`.

use super::Record;
use crate::{
	amount::{Amount, Data},
	chain::{all, calls, GrantsOf, State},
	cli::{Global, Narrow, Revoke},
	commands::{confirm::confirm, several, terms::confirm_scope},
	output::Report,
	scope,
	time::Time,
};
use anyhow::{bail, ensure};
use ownome_primitives::{Balance, EndCause, GrantId, Moment};
use std::collections::BTreeSet;
use subxt::utils::AccountId32;

/// How many grants one call takes.
const AT_ONCE: usize = 50;

/// Ends grants.
pub async fn revoke(global: &Global, which: Revoke) -> anyhow::Result<Report> {
	let Revoke { grants, grantee, owner } = which;
	match grantee {
		Some(grantee) => {
			let signer = global.key()?.public_key().to_account_id();
			all_of(global, owner.map_or(signer, |owner| owner.0), grantee.0).await
		},
		None => {
			let different: Vec<_> = BTreeSet::from_iter(grants).into_iter().collect();
			match different.as_slice() {
				[grant] => one(global, *grant).await,
				several => many(global, several).await,
			}
		},
	}
}

/// Refuses a revocation that changes nothing: it would cost a fee, and fail.
async fn expect_revocable(
	state: &State<'_>,
	id: GrantId,
	signer: AccountId32,
	now: Moment,
) -> anyhow::Result<()> {
	let grant = state.grant(id).await?;
	state.expect_may_decide(grant.dataset, signer).await?;
	ensure!(
		grant.runs(now),
		"Grant {id} is over already, since {}: there is nothing to revoke.",
		Time(grant.end())
	);
	Ok(())
}

async fn one(global: &Global, id: GrantId) -> anyhow::Result<Report> {
	let signer = global.key()?.public_key().to_account_id();
	let chain = global.chain().await?;
	let state = chain.state().await?;
	expect_revocable(&state, id, signer, state.now().await?).await?;
	Ok(global.send(&calls::revoke(id)).await?.1)
}

async fn many(global: &Global, ids: &[GrantId]) -> anyhow::Result<Report> {
	let signer = global.key()?.public_key().to_account_id();
	let chain = global.chain().await?;
	let state = chain.state().await?;
	let now = state.now().await?;
	for id in ids {
		expect_revocable(&state, *id, signer, now).await?;
	}
	send(global, ids).await
}

/// Ends all grants to one account that run, for all datasets of an owner.
async fn all_of(
	global: &Global,
	owner: AccountId32,
	grantee: AccountId32,
) -> anyhow::Result<Report> {
	let signer = global.key()?.public_key().to_account_id();
	let chain = global.chain().await?;
	let state = chain.state().await?;
	state.expect_acts_for(owner, signer).await?;
	let running = running(&state, owner, grantee).await?;
	if running.is_empty() {
		return Report::new()
			.field("revoked", 0)
			.map(|report| report.line(format!("No grant of {owner} to {grantee} runs.")));
	}
	send(global, &running).await
}

/// The grants to one account that run, for all datasets that belong to an owner now, whoever gave them.
async fn running(
	state: &State<'_>,
	owner: AccountId32,
	grantee: AccountId32,
) -> anyhow::Result<Vec<GrantId>> {
	let now = state.now().await?;
	let datasets =
		all(async |part| state.datasets_of(owner, part.after, part.limit).await, |id| *id).await?;
	let mut running = Vec::new();
	for dataset in datasets {
		let of = GrantsOf::DatasetAndGrantee(dataset, grantee);
		for id in all(async |part| state.grants(of, part).await, |id| *id).await? {
			if state.grant(id).await?.runs(now) {
				running.push(id);
			}
		}
	}
	Ok(running)
}

/// Revokes grants, as many with one signature as one call takes.
async fn send(global: &Global, ids: &[GrantId]) -> anyhow::Result<Report> {
	let calls = ids.chunks(AT_ONCE).map(calls::revoke_many);
	let sent = global.send_all(calls, |sent| {
		format!(
			"{} of {} grants were revoked, then came an error; run the command again for the rest.",
			sent * AT_ONCE,
			ids.len()
		)
	});
	several(&sent.await?)?.field("revoked", ids.len())
}

/// Leaves open less.
pub async fn narrow(global: &Global, narrow: Narrow) -> anyhow::Result<Report> {
	let Narrow { grant: id, scope, until } = narrow;
	let signer = global.key()?.public_key().to_account_id();
	let chain = global.chain().await?;
	let state = chain.state().await?;
	let (grant, now) = (state.grant(id).await?, state.now().await?);
	state.expect_may_decide(grant.dataset, signer).await?;
	let present = grant.scope_at(now);
	let scope = scope.map_or_else(|| present.clone(), |scope| scope.0);
	let expires_at = until.map_or(grant.end(), |until| until.0);
	// A change that is none would cost a fee, and fail.
	ensure!(
		grant.runs(now),
		"Grant {id} is over already, since {}: there is nothing to narrow.",
		Time(grant.end())
	);
	ensure!(
		now < expires_at,
		"{} is not in the future: to end the grant now, run `ownome revoke {id}`.",
		Time(expires_at)
	);
	ensure!(
		grant.is_narrower(now, &scope, expires_at),
		"That is not within what grant {id} leaves open, {} until {}: name less.",
		scope::in_words(present),
		Time(grant.end())
	);
	if scope != *present {
		confirm_scope(global.unasked(), &scope)?;
	}
	Ok(global.send(&calls::narrow(id, scope, expires_at)).await?.1)
}

/// Gives a grant back.
pub async fn relinquish(global: &Global, id: GrantId) -> anyhow::Result<Report> {
	let signer = global.key()?.public_key().to_account_id();
	let chain = global.chain().await?;
	let state = chain.state().await?;
	let (grant, now) = (state.grant(id).await?, state.now().await?);
	if grant.grantee != signer {
		bail!(
			"Grant {id} was given to {}, not to {signer}: give the grantee's key with --signer.",
			grant.grantee
		);
	}
	ensure!(
		grant.runs(now),
		"Grant {id} is over already, since {}: there is nothing to give back.",
		Time(grant.end())
	);
	let owed = Amount::<Data>::from_units(owed(&grant, now));
	let what = match owed.units() {
		0 => format!("give grant {id} back"),
		_ => format!("give grant {id} back, whose key you have: you owe {owed} of its price, for the rest of the period too"),
	};
	confirm(global.unasked(), &what)?;
	let report = global.send(&calls::relinquish(id)).await?.1;
	Ok(Report::new().field("owed", owed)?.and(report))
}

/// What a grantee that gives a grant back at the moment `now` will have to pay at most, beyond what it has paid.
fn owed(grant: &Record, now: Moment) -> Balance {
	let mut over = grant.clone();
	over.end_at(now, EndCause::Relinquished);
	over.earnable(now).saturating_sub(over.paid)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::commands::grant::show::tests::grant;
	use ownome_primitives::{Delivery, Verdict};

	#[test]
	fn who_has_the_key_owes_the_rest_of_the_period() {
		let mut grant = grant();
		grant.terms.price = 1_000;
		assert_eq!(owed(&grant, 200), 0);
		grant.delivery = Some(Delivery {
			at: 300,
			header_hash: [0; 32],
			confirm_by: 400,
			verdict: Verdict::Confirmed { at: 350 },
		});
		// From the delivery to the end, of which nothing is paid, and then half.
		assert_eq!(owed(&grant, 500), 800);
		grant.paid = 400;
		assert_eq!(owed(&grant, 500), 400);
	}
}
