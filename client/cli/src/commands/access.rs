//! `ownome access`, and the chain's answers in words.

use crate::{
	cli::Global,
	output::Report,
	scope::{in_words, ScopeArg},
	time::Time,
};
use ownome_primitives::{Access, DatasetId, Denial, EndCause, Moment, Scope};
use subxt::utils::AccountId32;

/// Asks whether somebody may read a dataset, or a part of it.
pub async fn run(
	global: &Global,
	dataset: DatasetId,
	account: AccountId32,
	at: Option<Moment>,
	what: Option<Scope>,
) -> anyhow::Result<Report> {
	let chain = global.chain().await?;
	let state = chain.state().await?;
	// Otherwise a mistyped number would read as a refusal. What was erased keeps its past.
	state.expect_known(dataset).await?;
	let scope = what.clone().unwrap_or(Scope::Whole);
	let report = Report::new().field("dataset", dataset)?.field("account", account)?.pair(
		"scope",
		ScopeArg(scope.clone()).to_string(),
		in_words(&scope),
	)?;
	match state.access(dataset, account, at, what).await? {
		Access::Permitted { grant, until } => report
			.pair("permitted", true, "yes")?
			.field("grant", grant)?
			.field("until", Time(until)),
		Access::Denied(denial) => {
			report.pair("permitted", false, "no")?.field("reason", reason(&denial))
		},
	}
}

/// Why an access is denied.
pub fn reason(denial: &Denial) -> String {
	match denial {
		Denial::NoGrant => "there is no grant for this account".into(),
		Denial::NotYetGranted { grant, from } => format!("grant {grant} began at {}", Time(*from)),
		Denial::Ended { grant, ended } => match ended.cause {
			EndCause::Revoked => format!("grant {grant} was revoked at {}", Time(ended.at)),
			EndCause::Erased => {
				format!("grant {grant} ended at {}, when the dataset was erased", Time(ended.at))
			},
			EndCause::Relinquished => format!("grant {grant} was given back at {}", Time(ended.at)),
			EndCause::Exhausted => {
				format!("all accesses of grant {grant} were used at {}", Time(ended.at))
			},
			EndCause::DeliveryRejected => format!(
				"grant {grant} ended at {}, because its key does not open the data",
				Time(ended.at)
			),
			EndCause::Undecided => format!(
				"grant {grant} ended at {}, because a dispute about its key was not decided in time",
				Time(ended.at)
			),
			EndCause::Unjustified => format!(
				"grant {grant} ended at {}, because the emergency was not justified",
				Time(ended.at)
			),
			EndCause::GranteeLeft => format!(
				"grant {grant} ended at {}, when the grantee left the consortium",
				Time(ended.at)
			),
			EndCause::Undelivered => format!(
				"grant {grant} lapsed at {}, because its key was not delivered in time",
				Time(ended.at)
			),
		},
		Denial::Expired { grant, at } => format!("grant {grant} expired at {}", Time(*at)),
		Denial::Disputed { grant, since } => {
			format!("the key of grant {grant} has been disputed since {}", Time(*since))
		},
		Denial::NotDelivered { grant } => {
			format!("the key of grant {grant} had not been delivered")
		},
		Denial::OutOfScope { grant } => format!("grant {grant} opens less than that"),
		Denial::Standing(_) => "the account was not a member in good standing".into(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use ownome_primitives::Ended;

	const AT: Moment = 1_763_632_800_000;

	#[test]
	fn every_reason_names_the_grant_and_the_time() {
		let ended = |cause| Denial::Ended { grant: 7, ended: Ended { at: AT, cause } };
		let reasons = [
			(ended(EndCause::Revoked), "grant 7 was revoked at 2025-11-20T10:00:00Z"),
			(
				ended(EndCause::Undelivered),
				"grant 7 lapsed at 2025-11-20T10:00:00Z, because its key was not delivered in time",
			),
			(
				ended(EndCause::Erased),
				"grant 7 ended at 2025-11-20T10:00:00Z, when the dataset was erased",
			),
			(Denial::Expired { grant: 7, at: AT }, "grant 7 expired at 2025-11-20T10:00:00Z"),
			(Denial::NotYetGranted { grant: 7, from: AT }, "grant 7 began at 2025-11-20T10:00:00Z"),
			(
				Denial::Disputed { grant: 7, since: AT },
				"the key of grant 7 has been disputed since 2025-11-20T10:00:00Z",
			),
			(Denial::NotDelivered { grant: 7 }, "the key of grant 7 had not been delivered"),
			(
				ended(EndCause::GranteeLeft),
				"grant 7 ended at 2025-11-20T10:00:00Z, when the grantee left the consortium",
			),
			(Denial::OutOfScope { grant: 7 }, "grant 7 opens less than that"),
			(Denial::Standing(None), "the account was not a member in good standing"),
			(Denial::NoGrant, "there is no grant for this account"),
		];
		for (denial, words) in reasons {
			assert_eq!(reason(&denial), words);
		}
	}
}
