//! `ownome offer`, and what becomes of an offer.

use crate::{
	amount::{Amount, Data},
	chain::{calls, ChainEvent},
	cli::{Global, Offer, Proposal},
	output::Report,
	purpose::describe,
	time::{Period, Time},
};
use ownome_primitives::{ProposalId, Scope, Terms};
use sp_runtime::Percent;

/// Offers a price for the use of a dataset.
pub async fn run(global: &Global, offer: Offer) -> anyhow::Result<Report> {
	let terms = Terms {
		purpose: offer.purpose.purpose(offer.disease, offer.for_profit)?,
		scope: Scope::Whole,
		period: offer.period.0,
		price: offer.price.units(),
		upfront: Percent::from_percent(offer.upfront),
		accesses: None,
	};
	// Who signs comes first, which needs no node.
	global.key()?;
	global.chain().await?.state().await?.dataset(offer.dataset).await?;
	let (inclusion, report) = global.send(&calls::offer(offer.dataset, terms)).await?;
	let proposal_id = inclusion.events.iter().find_map(|event| match event {
		ChainEvent::Offered { proposal_id, .. } => Some(*proposal_id),
		_ => None,
	});
	// A policy of the owner may have consented at once.
	let grant_id = inclusion.events.iter().find_map(|event| match event {
		ChainEvent::Granted { grant_id, .. } => Some(*grant_id),
		_ => None,
	});
	Ok(Report::new()
		.optional("proposal_id", proposal_id)?
		.optional("grant_id", grant_id)?
		.and(report))
}

/// Looks at offers.
pub async fn proposal(global: &Global, command: Proposal) -> anyhow::Result<Report> {
	let Proposal::Show { proposal: id } = command;
	let proposal = global.chain().await?.state().await?.proposal(id).await?;
	let report = Report::new()
		.field("proposal_id", id)?
		.field("dataset", proposal.dataset)?
		.field("requester", proposal.requester)?
		.field("offered_at", Time(proposal.offered_at))?;
	terms(report, &proposal.terms)
}

/// Takes an offer back.
pub async fn withdraw(global: &Global, id: ProposalId) -> anyhow::Result<Report> {
	Ok(global.send(&calls::withdraw(id)).await?.1)
}

/// Turns an offer down.
pub async fn reject(global: &Global, id: ProposalId) -> anyhow::Result<Report> {
	let signer = global.key()?.public_key().to_account_id();
	let chain = global.chain().await?;
	let state = chain.state().await?;
	// A rejection that changes nothing would cost a fee, and fail.
	let dataset = state.proposal(id).await?.dataset;
	state.expect_may_decide(dataset, signer).await?;
	Ok(global.send(&calls::reject(id)).await?.1)
}

/// Accepts an offer.
pub async fn approve(global: &Global, id: ProposalId) -> anyhow::Result<Report> {
	// The hash says which terms were read, so that nobody consents to others.
	let terms = global.chain().await?.state().await?.proposal(id).await?.terms;
	let (inclusion, report) = global.send(&calls::approve(id, terms.hash())).await?;
	let grant_id = inclusion.events.iter().find_map(|event| match event {
		ChainEvent::Granted { grant_id, .. } => Some(*grant_id),
		_ => None,
	});
	Ok(Report::new().optional("grant_id", grant_id)?.and(report))
}

/// Adds what was asked and offered to a report.
pub fn terms(report: Report, terms: &Terms) -> anyhow::Result<Report> {
	let report = match terms.purpose.disease {
		Some(disease) => report.value("disease", disease.to_string())?,
		None => report,
	};
	let upfront = terms.upfront.deconstruct();
	let (purpose, words) = describe(&terms.purpose);
	let (profit, profit_words) = match terms.purpose.for_profit {
		Some(true) => (Some(true), "yes"),
		Some(false) => (Some(false), "no"),
		None => (None, "not said"),
	};
	let (scope, scope_words) = scope(&terms.scope);
	report
		.pair("purpose", purpose, words)?
		.pair("for_profit", profit, profit_words)?
		.pair("scope", scope, scope_words)?
		.field("period", Period(terms.period))?
		.field("price", Amount::<Data>::from_units(terms.price))?
		.pair("upfront", upfront, format!("{upfront} %"))?
		.optional("accesses_granted", terms.accesses)
}

/// A scope as a word, and in words.
fn scope(scope: &Scope) -> (&'static str, String) {
	match scope {
		Scope::Whole => ("whole", "the whole dataset".into()),
		Scope::Regions(regions) => ("regions", format!("{} regions of the genome", regions.len())),
		Scope::Genes(genes) => ("genes", format!("{} genes", genes.len())),
		Scope::Resources(types) => {
			("resources", format!("{} types of FHIR resources", types.len()))
		},
		Scope::Aggregate => ("aggregate", "nothing but numbers over many people".into()),
		Scope::Sealed(_) => ("sealed", "what only the two parties know".into()),
	}
}
