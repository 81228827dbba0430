//! `ownome offer`, and what becomes of an offer.

use crate::{
	amount::{Amount, Data},
	chain::{calls, ChainEvent},
	cli::{Global, Offer, Proposal},
	output::Report,
	purpose::describe,
	time::{Period, Time},
};
use ownome_primitives::{Mondo, ProposalId, Purpose, Research, Scope, Terms};
use sp_runtime::Percent;

/// Offers a price for the use of a dataset.
pub async fn run(global: &Global, offer: Offer) -> anyhow::Result<Report> {
	let terms = Terms {
		purpose: Purpose {
			research: offer.purpose.research(offer.disease)?,
			for_profit: offer.for_profit,
		},
		scope: Scope::Whole,
		period: offer.period.0,
		price: offer.price.units(),
		upfront: Percent::from_percent(offer.upfront),
	};
	// Who signs comes first, which needs no node.
	global.key()?;
	global.chain().await?.state().await?.dataset(offer.dataset).await?;
	let (inclusion, report) = global.send(&calls::offer(offer.dataset, terms)).await?;
	let proposal_id = inclusion.events.iter().find_map(|event| match event {
		ChainEvent::Offered { proposal_id, .. } => Some(*proposal_id),
		_ => None,
	});
	Ok(Report::new().optional("proposal_id", proposal_id)?.and(report))
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
	let (inclusion, report) = global.send(&calls::approve(id)).await?;
	let grant_id = inclusion.events.iter().find_map(|event| match event {
		ChainEvent::Granted { grant_id, .. } => Some(*grant_id),
		_ => None,
	});
	Ok(Report::new().optional("grant_id", grant_id)?.and(report))
}

/// Adds what was asked and offered to a report.
pub fn terms(report: Report, terms: &Terms) -> anyhow::Result<Report> {
	let Scope::Whole = terms.scope;
	let research = &terms.purpose.research;
	let report = match research {
		Research::Disease(Mondo(number)) => {
			report.value("disease", format!("MONDO:{number:07}"))?
		},
		_ => report,
	};
	let upfront = terms.upfront.deconstruct();
	report
		.pair("purpose", research.duo_code(), describe(research))?
		.pair(
			"for_profit",
			terms.purpose.for_profit,
			if terms.purpose.for_profit { "yes" } else { "no" },
		)?
		.pair("scope", "whole", "the whole dataset")?
		.field("period", Period(terms.period))?
		.field("price", Amount::<Data>::from_units(terms.price))?
		.pair("upfront", upfront, format!("{upfront} %"))
}
