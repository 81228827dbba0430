//! `ownome offer`: a price for the use of datasets.

use super::{dry_run, ontology::Standing, several, terms::confirm_scope};
use crate::{
	chain::{calls, ChainError, ChainEvent, Inclusion, State},
	cli::{self, Global, Offer},
	output::{sentence, Report},
	time::Time,
};
use anyhow::{bail, ensure};
use ownome_primitives::{AncestryProofs, Answer, DatasetId, Mondo, Purpose, Terms};
use ownome_vault::{
	duo,
	ontology::{diseases_of, proofs_for, Release},
};
use serde_json::json;
use sp_runtime::Percent;
use std::{collections::BTreeSet, path::Path};
use subxt::transactions::Payload;

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
	confirm_scope(global.unasked(), &terms.scope)?;
	let proofs = match (&offer.ontology, terms.purpose.disease) {
		(Some(file), Some(disease)) => {
			let chain = global.chain().await?;
			proofs(&chain.state().await?, file, disease, &datasets).await?
		},
		_ => AncestryProofs::default(),
	};
	if global.dry_run {
		return answers(global, &datasets, &terms, &proofs).await;
	}
	match datasets.as_slice() {
		[dataset] => one(global, *dataset, terms, proofs).await,
		several => many(global, several, &terms, &proofs).await,
	}
}

fn purpose_of(purpose: cli::Purpose) -> anyhow::Result<Purpose> {
	match (purpose.purpose_file, purpose.purpose) {
		(Some(file), _) => Ok(duo::read(&file)?),
		(None, Some(code)) => Ok(code.purpose(purpose.disease, purpose.for_profit)?),
		(None, None) => {
			bail!("Say what the data are wanted for, with --purpose or --purpose-file.")
		},
	}
}

/// The proofs that the disease is a kind of those that the owners' policies name, as far as it is and they need any.
async fn proofs(
	state: &State<'_>,
	file: &Path,
	disease: Mondo,
	datasets: &[DatasetId],
) -> anyhow::Result<AncestryProofs> {
	let mut policies = Vec::new();
	for dataset in datasets {
		policies.extend(state.policy_for(*dataset).await?.map(|(_, policy)| policy));
	}
	if policies.iter().flat_map(diseases_of).all(|list| list.contains(&disease)) {
		return Ok(AncestryProofs::default());
	}
	let release = tokio::task::block_in_place(|| Release::open(file))?;
	match Standing::ask(state, &release).await? {
		Standing::Current { .. } => {},
		Standing::Announced { from } => bail!(
			"The chain checks proofs by {} from {} on: use the release before it until then, or leave --ontology out.",
			file.display(),
			Time(from)
		),
		Standing::Other(_) => bail!(
			"The chain checks proofs by another release than {}: see with `ownome ontology check`, or leave --ontology out.",
			file.display()
		),
	}
	Ok(proofs_for(&release, disease, policies.iter().flat_map(diseases_of)))
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
	let sent = global.send_all(in_turn(datasets, terms, proofs), |sent| {
		let (done, all) = (sent * AT_ONCE, datasets.len());
		format!("Offers were made for {done} of {all} datasets, then came an error.")
	});
	outcomes(&sent.await?)
}

/// The calls that make the same offer for several datasets.
fn in_turn(datasets: &[DatasetId], terms: &Terms, proofs: &AncestryProofs) -> Vec<impl Payload> {
	datasets
		.chunks(AT_ONCE)
		.map(|some| calls::offer_many(some, terms.clone(), proofs.clone()))
		.collect()
}

fn outcomes(sent: &[Inclusion]) -> anyhow::Result<Report> {
	let count = |wanted: fn(&ChainEvent) -> bool| {
		sent.iter()
			.flat_map(|inclusion| &inclusion.events)
			.filter(|event| wanted(event))
			.count()
	};
	let offered = count(|event| matches!(event, ChainEvent::Offered { .. }));
	let granted = count(|event| matches!(event, ChainEvent::Granted { .. }));
	let failed = count(|event| matches!(event, ChainEvent::OfferFailed { .. }));
	let line =
		format!("{offered} wait for an answer, {granted} were granted at once, {failed} failed");
	Ok(several(sent)?
		.value("offered", offered)?
		.value("granted", granted)?
		.value("failed", failed)?
		.line(line))
}

/// What would become of offers. One alone that would fail is an error, as it is when it is sent.
async fn answers(
	global: &Global,
	datasets: &[DatasetId],
	terms: &Terms,
	proofs: &AncestryProofs,
) -> anyhow::Result<Report> {
	let requester = global.key()?.public_key().to_account_id();
	let chain = global.chain().await?;
	let state = chain.state().await?;
	let mut report = Report::new();
	let (mut answers, mut tried) = (Vec::new(), Vec::new());
	for dataset in datasets {
		state.dataset(*dataset).await?;
		let answer = state.answer(*dataset, requester, terms.clone()).await?;
		let (word, words) = answer_in_words(&answer);
		let outcome = global.try_out(&calls::offer(*dataset, terms.clone(), proofs.clone())).await;
		// The owner's policy is one of the reasons for which an offer fails, and not the first.
		let error = match outcome {
			Ok(done) => {
				tried.push(done);
				None
			},
			Err(error) if datasets.len() > 1 && is_outcome(&error) => Some(sentence(&error)),
			Err(error) => return Err(error),
		};
		let told = error.as_ref().map_or(words.clone(), |error| format!("would fail: {error}"));
		report = report.line(format!("dataset {dataset}: {told}"));
		answers.push(json!({ "dataset": dataset, "answer": word, "text": words, "error": error }));
	}
	if datasets.len() > 1 {
		tried.clear();
		for call in in_turn(datasets, terms, proofs) {
			tried.push(global.try_out(&call).await?);
		}
	}
	Ok(report.value("answers", answers)?.and(dry_run::report(&tried)?))
}

/// Whether an offer among several can fail in this way alone.
fn is_outcome(error: &anyhow::Error) -> bool {
	matches!(error.downcast_ref(), Some(ChainError::Failed(_)))
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
