//! `ownome offer`: a price for the use of datasets.

use super::terms::confirm_scope;
use crate::{
	chain::{calls, ChainEvent, Inclusion},
	cli::{self, Global, Offer},
	output::Report,
};
use anyhow::{ensure, Context};
use ownome_primitives::{Answer, AncestryProofs, DatasetId, Purpose, Terms};
use ownome_vault::duo;
use serde_json::json;
use sp_runtime::Percent;
use std::collections::BTreeSet;

/// How many datasets one call takes.
const AT_ONCE: usize = 50;

/// Offers a price for the use of datasets.
pub async fn run(global: &Global, offer: Offer) -> anyhow::Result<Report> {
	let Offer { datasets, purpose, scope, period, price, upfront, accesses, .. } = offer;
	let terms = Terms {
		purpose: purpose_of(purpose)?,
		scope: scope.0,
		period: period.0,
		price: price.units(),
		upfront: Percent::from_percent(upfront),
		accesses,
	};
	let different: BTreeSet<_> = datasets.iter().collect();
	ensure!(
		different.len() == datasets.len(),
		"A dataset is named twice: name each one once, or make a second offer for it."
	);
	// Who signs comes first, which needs no node.
	global.key()?;
	if offer.dry_run {
		return answers(global, &datasets, &terms).await;
	}
	confirm_scope(offer.yes, &terms.scope)?;
	let proofs = AncestryProofs::default();
	match datasets.as_slice() {
		[dataset] => one(global, *dataset, terms, proofs).await,
		several => many(global, several, &terms, &proofs).await,
	}
}

fn purpose_of(purpose: cli::Purpose) -> anyhow::Result<Purpose> {
	match (purpose.purpose_file, purpose.purpose) {
		(Some(file), _) => Ok(duo::read(&file)?),
		(None, Some(code)) => Ok(code.purpose(purpose.disease, purpose.for_profit)?),
		(None, None) => anyhow::bail!("Say what the data are wanted for, with --purpose or --purpose-file."),
	}
}

async fn one(
	global: &Global,
	dataset: DatasetId,
	terms: Terms,
	proofs: AncestryProofs,
) -> anyhow::Result<Report> {
	global.chain().await?.state().await?.dataset(dataset).await?;
	let (inclusion, report) = global.send(&calls::offer(dataset, terms, proofs)).await?;
	let proposal_id = inclusion.events.iter().find_map(|event| match event {
		ChainEvent::Offered { proposal_id, .. } => Some(*proposal_id),
		_ => None,
	});
	// A policy of the owner may have consented at once.
	Ok(Report::new()
		.optional("proposal_id", proposal_id)?
		.optional("grant_id", inclusion.grant())?
		.and(report))
}

/// Makes the same offer for several datasets, as many with one signature as one call takes.
async fn many(
	global: &Global,
	datasets: &[DatasetId],
	terms: &Terms,
	proofs: &AncestryProofs,
) -> anyhow::Result<Report> {
	let mut sent = Vec::new();
	for some in datasets.chunks(AT_ONCE) {
		let call = calls::offer_many(some, terms.clone(), proofs.clone());
		let (inclusion, _) = global.send(&call).await.with_context(|| {
			let done = sent.len() * AT_ONCE;
			format!("Offers were made for {done} of {} datasets, then came an error.", datasets.len())
		})?;
		sent.push(inclusion);
	}
	outcomes(&sent)
}

fn outcomes(sent: &[Inclusion]) -> anyhow::Result<Report> {
	let events = || sent.iter().flat_map(|inclusion| &inclusion.events);
	let count = |wanted: fn(&ChainEvent) -> bool| events().filter(|event| wanted(event)).count();
	let offered = count(|event| matches!(event, ChainEvent::Offered { .. }));
	let granted = count(|event| matches!(event, ChainEvent::Granted { .. }));
	let failed = count(|event| matches!(event, ChainEvent::OfferFailed { .. }));
	let report = sent.iter().try_fold(Report::new(), |report, inclusion| {
		anyhow::Ok(report.and(super::report(inclusion)?))
	})?;
	let blocks: Vec<_> = sent.iter().map(|inclusion| inclusion.block).collect();
	let transactions: Vec<_> = sent.iter().map(|inclusion| inclusion.transaction).collect();
	let line = format!("{offered} offers wait for an answer, {granted} were granted at once, {failed} failed");
	report
		.value("events", events().collect::<Vec<_>>())?
		.value("block", blocks)?
		.value("transaction", transactions)?
		.value("fee", sent.iter().map(|inclusion| inclusion.fee).collect::<Vec<_>>())?
		.value("offered", offered)?
		.value("granted", granted)?
		.value("failed", failed)
		.map(|report| report.line(line))
}

/// What would become of offers.
async fn answers(
	global: &Global,
	datasets: &[DatasetId],
	terms: &Terms,
) -> anyhow::Result<Report> {
	let requester = global.key()?.public_key().to_account_id();
	let chain = global.chain().await?;
	let state = chain.state().await?;
	let mut report = Report::new();
	let mut answers = Vec::new();
	for dataset in datasets {
		state.dataset(*dataset).await?;
		let answer = state.answer(*dataset, requester, terms.clone()).await?;
		let (word, words) = answer_in_words(&answer);
		report = report.line(format!("dataset {dataset}: {words}"));
		answers.push(json!({ "dataset": dataset, "answer": word, "text": words }));
	}
	report.value("answers", answers)
}

/// An answer as a word, and in words.
fn answer_in_words(answer: &Answer) -> (&'static str, String) {
	match answer {
		Answer::Consent { clause } => {
			("consent", format!("clause {clause} of the owner's policy consents at once"))
		},
		Answer::ConsentAfterEthics { clause } => (
			"consent-after-ethics",
			format!("clause {clause} of the owner's policy consents as soon as an ethics committee has signed"),
		),
		Answer::Ask { ethics: false } => ("ask", "the owner is asked".into()),
		Answer::Ask { ethics: true } => {
			("ask-after-ethics", "an ethics committee has to sign, and the owner is asked".into())
		},
		Answer::TooLong => {
			("too-long", "the owner's policy allows this for shorter periods only".into())
		},
		Answer::Deny => ("deny", "the owner's policy does not allow this purpose".into()),
	}
}
