//! `ownome grant` and `ownome revoke`.

use super::{keys::read_secret, offer, progress, undo_if_refused};
use crate::{
	amount::{Amount, Data},
	chain::calls,
	cli::{Global, Grant},
	output::{Hex, Report},
	time::Time,
};
use anyhow::bail;
use ownome_primitives::{EndCause, GrantId, Moment};
use ownome_vault::{keys::PublicKey, store::Store};
use std::{fs, path::Path};
use subxt::utils::AccountId32;

type Record = ownome_primitives::Grant<AccountId32>;

/// Delivers keys, settles accounts, looks at grants.
pub async fn run(global: &Global, command: Grant) -> anyhow::Result<Report> {
	match command {
		Grant::Show { grant } => show(global, grant).await,
		Grant::Deliver { grant, key, store } => {
			deliver(global, grant, &key, Store::new(store)).await
		},
		Grant::Confirm { grant } => Ok(global.send(&calls::confirm(grant)).await?.1),
		Grant::Settle { grant } => Ok(global.send(&calls::settle(grant)).await?.1),
	}
}

/// Ends a grant.
pub async fn revoke(global: &Global, id: GrantId) -> anyhow::Result<Report> {
	let signer = global.key()?.public_key().to_account_id();
	let chain = global.chain().await?;
	let state = chain.state().await?;
	let grant = state.grant(id).await?;
	state.expect_may_decide(grant.dataset, signer).await?;
	// A revocation that changes nothing would cost a fee, and fail.
	if !grant.runs(state.now().await?) {
		bail!(
			"Grant {id} is over already, since {}: there is nothing to revoke.",
			Time(grant.end())
		);
	}
	Ok(global.send(&calls::revoke(id)).await?.1)
}

async fn deliver(global: &Global, id: GrantId, key: &Path, store: Store) -> anyhow::Result<Report> {
	let signer = global.key()?.public_key().to_account_id();
	let secret = read_secret(key)?;
	let chain = global.chain().await?;
	let state = chain.state().await?;
	let grant = state.grant(id).await?;
	state.expect_may_decide(grant.dataset, signer).await?;
	if let Some(delivery) = grant.delivery {
		bail!("The key of grant {id} was delivered already, at {}.", Time(delivery.at));
	}
	let grantee = PublicKey::from(state.member(grant.grantee).await?.encryption_key);
	let dataset = state.dataset(grant.dataset).await?;
	let stored = store.dataset(&dataset.commitment)?;
	let registrant = state.registrant(grant.dataset).await?;
	let header = progress::during(global, "Checking", stored.path(), || {
		stored.header_for(&secret, &grantee, &registrant.0)
	})?;
	let path = stored.put_header(&header)?;

	let hash = header.hash();
	let sent = global.send(&calls::deliver(id, hash)).await;
	// Left there, the header would open the dataset without a grant.
	let (_, report) = undo_if_refused(sent, &path, |path| fs::remove_file(path))?;
	Ok(Report::new()
		.field("commitment", Hex(dataset.commitment.0))?
		.field("header", path.display().to_string())?
		.field("header_hash", Hex(hash))?
		.and(report))
}

async fn show(global: &Global, id: GrantId) -> anyhow::Result<Report> {
	let chain = global.chain().await?;
	let state = chain.state().await?;
	let (grant, now) = (state.grant(id).await?, state.now().await?);
	let data = Amount::<Data>::from_units;
	let (status, words) = status(&grant, now);
	let report = Report::new()
		.field("grant_id", id)?
		.pair("status", status, words)?
		.field("dataset", grant.dataset)?
		.field("owner", grant.owner)?
		.field("grantee", grant.grantee)?;
	let report = offer::terms(report, &grant.terms)?
		.field("issued_at", Time(grant.issued_at))?
		.field("deliver_by", Time(grant.deliver_by))?
		.field("expires_at", Time(grant.expires_at))?
		.optional("delivered_at", grant.delivery.as_ref().map(|delivery| Time(delivery.at)))?
		.optional("header_hash", grant.delivery.as_ref().map(|it| Hex(it.header_hash)))?
		.optional("confirm_by", grant.delivery.as_ref().map(|it| Time(it.confirm_by)))?
		.optional("ended_at", grant.ended.map(|ended| Time(ended.at)))?;
	let settled = grant.held() == 0;
	let treasury = grant.shares.treasury.deconstruct();
	let attester = grant.shares.attester.as_ref();
	let report = match attester.map(|(account, share)| (account, share.deconstruct())) {
		Some((account, share)) => report
			.pair("attester", account, format!("{account} gets {share} %"))?
			.value("attester_share", share)?,
		None => report.optional("attester", None::<String>)?,
	};
	report
		.pair("treasury_share", treasury, format!("{treasury} %"))?
		.field("earned", data(grant.earned(now)))?
		.field("paid", data(grant.paid))?
		.field("refunded", data(grant.refunded))?
		.pair("settled", settled, if settled { "yes" } else { "no" })?
		.field("accesses", grant.accesses)
}

/// How a grant stands at the moment `now`: as a word, and in words.
fn status(grant: &Record, now: Moment) -> (&'static str, String) {
	let end = Time(grant.end());
	match grant.ended {
		Some(ended) if ended.at <= grant.expiry() => match ended.cause {
			EndCause::Revoked => ("revoked", format!("revoked at {end}")),
			EndCause::Erased => ("erased", format!("ended at {end}, when the dataset was erased")),
			EndCause::Undelivered => {
				("lapsed", format!("lapsed at {end}, its key was not delivered in time"))
			},
			EndCause::Relinquished => ("relinquished", format!("given back at {end}")),
			EndCause::Exhausted => ("exhausted", format!("ended at {end} with the last access")),
			EndCause::DeliveryRejected => {
				("rejected", format!("ended at {end}, its key does not open the data"))
			},
			EndCause::Undecided => {
				("undecided", format!("ended at {end}, a dispute was not decided in time"))
			},
			EndCause::Unjustified => {
				("unjustified", format!("ended at {end}, the emergency was not justified"))
			},
		},
		_ if grant.runs(now) && grant.delivery.is_none() => {
			("undelivered", format!("waits for the key until {}", Time(grant.deliver_by)))
		},
		_ if grant.runs(now) => ("running", format!("runs until {end}")),
		_ => ("expired", format!("expired at {end}")),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use ownome_primitives::{
		Basis, Delivery, Ended, Ethics, Purpose, Scope, Shares, Terms, Verdict,
	};
	use sp_runtime::Percent;

	fn grant() -> Record {
		Record {
			dataset: 0,
			owner: AccountId32([1; 32]),
			grantee: AccountId32([2; 32]),
			terms: Terms {
				purpose: Purpose::default(),
				scope: Scope::Whole,
				period: 1_000,
				price: 0,
				upfront: Percent::zero(),
				accesses: None,
			},
			basis: Basis::Owner(AccountId32([1; 32])),
			ethics: Ethics::NotNeeded,
			shares: Shares { attester: None, treasury: Percent::zero() },
			issued_at: 100,
			deliver_by: 600,
			expires_at: 1_100,
			delivery: None,
			ended: None,
			narrowings: Default::default(),
			paid: 0,
			refunded: 0,
			accesses: 0,
		}
	}

	#[test]
	fn the_status_follows_the_life_of_a_grant() {
		let mut grant = grant();
		assert_eq!(status(&grant, 200).0, "undelivered");
		grant.delivery = Some(Delivery {
			at: 300,
			header_hash: [0; 32],
			confirm_by: 400,
			verdict: Verdict::Pending,
		});
		assert_eq!(status(&grant, 300).0, "running");
		assert_eq!(status(&grant, 1_100).0, "expired");
		grant.ended = Some(Ended { at: 700, cause: EndCause::Revoked });
		assert_eq!(status(&grant, 2_000), ("revoked", "revoked at 1970-01-01T00:00:00.7Z".into()));
		grant.ended = Some(Ended { at: 600, cause: EndCause::Undelivered });
		assert_eq!(status(&grant, 2_000).0, "lapsed");
	}
}
