//! Looking at grants.

use super::Record;
use crate::{
	amount::{Amount, Data},
	chain::{GrantsOf, Part},
	cli::{Global, Page, Reason, Whose},
	commands::{proposal, terms},
	output::{Hex, Report},
	scope::{self, ScopeArg},
	time::Time,
};
use anyhow::bail;
use ownome_primitives::{Basis, Delivery, Emergency, EndCause, GrantId, Moment, Review, Verdict};
use serde_json::{json, Value};
use subxt::utils::AccountId32;

/// Shows a grant.
pub async fn one(global: &Global, id: GrantId) -> anyhow::Result<Report> {
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
		.field("grantee", grant.grantee)?
		.field("custodian", grant.custodian)?;
	let (basis, words) = basis(&grant.basis);
	let (ethics, ethics_words) = proposal::ethics(&grant.ethics);
	let report = terms::report(report, &grant.terms)?
		.pair("basis", basis, words)?
		.pair("ethics", ethics, ethics_words)?
		.field("issued_at", Time(grant.issued_at))?
		.field("deliver_by", Time(grant.deliver_by))?
		.field("expires_at", Time(grant.expires_at))?;
	let report = delivery(report, grant.delivery.as_ref())?
		.optional("ended_at", grant.ended.map(|ended| Time(ended.at)))?;
	let report = narrowings(report, &grant)?;
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

/// Lists grants.
pub async fn list(global: &Global, whose: Whose, page: Page) -> anyhow::Result<Report> {
	let of = match (whose.dataset, whose.owner, whose.grantee) {
		(Some(dataset), _, Some(grantee)) => GrantsOf::DatasetAndGrantee(dataset, grantee.0),
		(Some(dataset), _, None) => GrantsOf::Dataset(dataset),
		(None, Some(owner), _) => GrantsOf::Owner(owner.0),
		(None, None, Some(grantee)) => GrantsOf::Grantee(grantee.0),
		(None, None, None) => bail!("Say whose grants, with --dataset, --owner or --grantee."),
	};
	let chain = global.chain().await?;
	let state = chain.state().await?;
	if let Some(dataset) = whose.dataset {
		// Otherwise a mistyped number would read as a dataset without grants.
		state.expect_known(dataset).await?;
	}
	let now = state.now().await?;
	let mut report = Report::new();
	let mut values = Vec::new();
	for id in state.grants(of, Part { after: page.after, limit: page.limit }).await? {
		let grant = state.grant(id).await?;
		let (status, words) = status(&grant, now);
		let scope = grant.scope_at(now);
		report = report.line(format!(
			"grant {id}: {} may read {} of dataset {}, {words}",
			grant.grantee,
			scope::in_words(scope),
			grant.dataset
		));
		values.push(json!({
			"grant_id": id,
			"dataset": grant.dataset,
			"owner": grant.owner,
			"grantee": grant.grantee,
			"scope": ScopeArg(scope.clone()).to_string(),
			"status": status,
			"issued_at": Time(grant.issued_at),
			"end": Time(grant.end()),
		}));
	}
	report.list("grants", values)
}

/// Shows where the money of a grant is.
pub async fn money(global: &Global, id: GrantId) -> anyhow::Result<Report> {
	let data = Amount::<Data>::from_units;
	let money = global.chain().await?.state().await?.money(id).await?;
	Report::new()
		.field("grant_id", id)?
		.field("price", data(money.price))?
		.field("held", data(money.held))?
		.field("paid", data(money.paid))?
		.field("refunded", data(money.refunded))?
		.field("earned", data(money.earned))?
		.field("payable", data(money.payable))?
		.field("refundable", data(money.refundable))
}

/// Adds what became of the key.
fn delivery(report: Report, delivery: Option<&Delivery<AccountId32>>) -> anyhow::Result<Report> {
	let report = report
		.optional("delivered_at", delivery.map(|delivery| Time(delivery.at)))?
		.optional("header_hash", delivery.map(|it| Hex(it.header_hash)))?
		.optional("confirm_by", delivery.map(|it| Time(it.confirm_by)))?;
	let Some(delivery) = delivery else { return report.optional("verdict", None::<String>) };
	let (verdict, words) = match &delivery.verdict {
		Verdict::Pending => ("pending", "not disputed".into()),
		Verdict::Confirmed { at } => ("confirmed", format!("confirmed at {}", Time(*at))),
		Verdict::Disputed(dispute) => (
			"disputed",
			format!(
				"disputed at {}, an auditor decides until {}",
				Time(dispute.at),
				Time(dispute.decide_by)
			),
		),
		Verdict::Undecided(dispute) => (
			"undecided",
			format!(
				"disputed at {}, and no auditor decided by {}",
				Time(dispute.at),
				Time(dispute.decide_by)
			),
		),
		Verdict::Upheld { by, at, .. } => {
			("upheld", format!("{by} found at {} that it opens the data", Time(*at)))
		},
		Verdict::Rejected { by, at, .. } => {
			("rejected", format!("{by} found at {} that it does not open the data", Time(*at)))
		},
	};
	let report = report.pair("verdict", verdict, words)?;
	match &delivery.verdict {
		Verdict::Pending | Verdict::Confirmed { .. } => Ok(report),
		Verdict::Disputed(dispute)
		| Verdict::Undecided(dispute)
		| Verdict::Upheld { dispute, .. }
		| Verdict::Rejected { dispute, .. } => report
			.field("disputed_at", Time(dispute.at))?
			.field("statement", Hex(dispute.reason))?
			.field("decide_by", Time(dispute.decide_by)),
	}
}

/// Adds what the owner took back.
fn narrowings(report: Report, grant: &Record) -> anyhow::Result<Report> {
	let values: Vec<_> = grant
		.narrowings
		.iter()
		.map(|less| {
			let scope = ScopeArg(less.scope.clone()).to_string();
			json!({ "at": Time(less.at), "scope": scope, "expires_at": Time(less.expires_at) })
		})
		.collect();
	let report = report.value("narrowings", values)?;
	Ok(grant.narrowings.iter().fold(report, |report, less| {
		report.line(format!(
			"{:<14} {} until {}, since {}",
			"narrowed to",
			scope::in_words(&less.scope),
			Time(less.expires_at),
			Time(less.at)
		))
	}))
}

/// The act behind a grant for programs, and in words.
fn basis(basis: &Basis<AccountId32>) -> (Value, String) {
	match basis {
		Basis::Owner(by) => (json!({ "kind": "owner", "by": by }), format!("{by} consented")),
		Basis::Policy(matched) => {
			let policy = Hex(matched.policy);
			(
				json!({ "kind": "policy", "clause": matched.clause, "policy": policy }),
				format!("clause {} of the policy {policy} consented", matched.clause),
			)
		},
		Basis::Emergency(emergency) => emergency_basis(emergency),
	}
}

fn emergency_basis(emergency: &Emergency<AccountId32>) -> (Value, String) {
	let reason = Reason::from(emergency.reason).name();
	let (review, words) = match &emergency.review {
		Review::Pending => {
			("pending", format!("to be reviewed until {}", Time(emergency.review_by)))
		},
		Review::Justified { by, .. } => ("justified", format!("justified, as {by} found")),
		Review::Unjustified { by, reported, .. } => {
			let reported = if *reported { ", and reported" } else { ", not reported" };
			("unjustified", format!("not justified, as {by} found{reported}"))
		},
		Review::Missed { .. } => ("missed", "not reviewed in time, and reported".into()),
	};
	let value = json!({
		"kind": "emergency",
		"reason": reason,
		"justification": Hex(emergency.justification),
		"review": review,
		"review_by": Time(emergency.review_by),
	});
	(value, format!("an emergency ({reason}), {words}"))
}

/// How a grant stands at the moment `now`: as a word, and in words.
fn status(grant: &Record, now: Moment) -> (&'static str, String) {
	let end = Time(grant.end());
	let disputed = grant.delivery.as_ref().is_some_and(|it| it.disputed_since(now).is_some());
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
			EndCause::GranteeLeft => {
				("grantee-left", format!("ended at {end}, when the grantee left the consortium"))
			},
		},
		_ if grant.runs(now) && !grant.is_delivered(now) => {
			("undelivered", format!("waits for the key until {}", Time(grant.deliver_by)))
		},
		_ if grant.runs(now) && disputed => {
			("disputed", "closed until an auditor has decided about its key".into())
		},
		_ if grant.runs(now) => ("running", format!("runs until {end}")),
		_ => ("expired", format!("expired at {end}")),
	}
}

#[cfg(test)]
pub mod tests {
	use super::*;
	use ownome_primitives::{Dispute, Ended, Ethics, Match, Purpose, Scope, Shares, Terms};
	use sp_runtime::Percent;

	/// A grant for a second, from 100 ms on.
	pub fn grant() -> Record {
		Record {
			dataset: 0,
			owner: AccountId32([1; 32]),
			grantee: AccountId32([2; 32]),
			custodian: AccountId32([3; 32]),
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
		let dispute = Dispute { at: 350, reason: [0; 32], decide_by: 500 };
		let mut disputed = grant.clone();
		disputed.delivery.as_mut().unwrap().verdict = Verdict::Disputed(dispute);
		assert_eq!(status(&disputed, 400).0, "disputed");
		assert_eq!(status(&grant, 1_100).0, "expired");
		grant.ended = Some(Ended { at: 700, cause: EndCause::Revoked });
		assert_eq!(status(&grant, 2_000), ("revoked", "revoked at 1970-01-01T00:00:00.7Z".into()));
		grant.ended = Some(Ended { at: 600, cause: EndCause::Undelivered });
		assert_eq!(status(&grant, 2_000).0, "lapsed");
	}

	#[test]
	fn an_emergency_needs_no_key() {
		let mut grant = grant();
		grant.basis = Basis::Emergency(Emergency {
			reason: ownome_primitives::EmergencyReason::LifeThreatening,
			justification: [0; 32],
			review_by: 900,
			review: Review::Pending,
		});
		assert_eq!(status(&grant, 200).0, "running");
		let (value, words) = basis(&grant.basis);
		assert_eq!(
			(&value["reason"], &value["review"]),
			(&"life-threatening".into(), &"pending".into())
		);
		assert!(words.contains("to be reviewed until"), "{words}");
	}

	#[test]
	fn a_grant_by_policy_names_policy_and_clause() {
		let (value, words) = basis(&Basis::Policy(Match { clause: 2, policy: [0xab; 32] }));
		assert_eq!(value["clause"], 2);
		assert!(words.contains("clause 2") && words.contains("0xabab"), "{words}");
	}
}
