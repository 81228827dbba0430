//! What becomes of an offer: `ownome proposal`, `counter`, `accept`, `approve`, `reject`, `withdraw` and `expire`.

use super::terms::{self, confirm_scope};
use crate::{
	amount::{Amount, Data},
	chain::{calls, OffersOf, Part, State},
	cli::{Agreed, Changes, Counter, Global, Page, Proposal, Side},
	output::Report,
	time::Time,
};
use anyhow::ensure;
use ownome_primitives::{Ethics, Party, ProposalId, Terms, TermsHash};
use serde_json::json;
use sp_runtime::Percent;
use subxt::utils::AccountId32;

/// An offer on this chain.
type Record = ownome_primitives::Proposal<AccountId32>;

/// Looks at offers.
pub async fn run(global: &Global, command: Proposal) -> anyhow::Result<Report> {
	let chain = global.chain().await?;
	let state = chain.state().await?;
	match command {
		Proposal::Show { proposal } => show(&state, proposal).await,
		Proposal::List { side, page } => list(&state, side, page).await,
	}
}

async fn show(state: &State<'_>, id: ProposalId) -> anyhow::Result<Report> {
	let proposal = state.proposal(id).await?;
	let disputes = state.disputes(proposal.requester).await?;
	let report = Report::new()
		.field("proposal_id", id)?
		.field("dataset", proposal.dataset)?
		.field("owner", proposal.owner)?
		.field("requester", proposal.requester)?
		.field("offered_at", Time(proposal.offered_at))?
		.field("answer_by", Time(proposal.answer_by))?
		.field("turn", party(proposal.turn))?
		.field("round", proposal.round)?;
	let (ethics, words) = ethics(&proposal.ethics);
	let proven = proposal
		.proven
		.iter()
		.map(|pair| format!("{} is a kind of {}", pair.descendant, pair.ancestor));
	let proven: Vec<_> = proven.collect();
	let kinds = if proven.is_empty() { "nothing".into() } else { proven.join(", ") };
	let report = terms::report(report, &proposal.terms)?
		.field("held", Amount::<Data>::from_units(proposal.held))?
		.pair("ethics", ethics, words)?
		.pair("proven", proven, kinds)?;
	report.pair(
		"disputes",
		json!({ "raised": disputes.raised, "dismissed": disputes.dismissed, "undecided": disputes.undecided }),
		format!(
			"the requester raised {}, of which {} were false and {} were not decided",
			disputes.raised, disputes.dismissed, disputes.undecided
		),
	)
}

async fn list(state: &State<'_>, side: Side, page: Page) -> anyhow::Result<Report> {
	let of = match (side.owner, side.requester) {
		(Some(owner), _) => OffersOf::Owner(owner.0),
		(None, Some(requester)) => OffersOf::Requester(requester.0),
		(None, None) => anyhow::bail!("Say whose offers, with --owner or --requester."),
	};
	let part = Part { after: page.after, limit: page.limit };
	let mut found = Vec::new();
	for id in state.proposals(of, part).await? {
		found.push((id, state.proposal(id).await?));
	}
	rows(&found)
}

/// Offers, each on a line.
pub fn rows(found: &[(ProposalId, Record)]) -> anyhow::Result<Report> {
	let mut report = Report::new();
	let mut values = Vec::new();
	for (id, proposal) in found {
		let price = Amount::<Data>::from_units(proposal.terms.price);
		let (ethics, words) = ethics(&proposal.ethics);
		let turn = party(proposal.turn);
		report = report.line(format!(
			"offer {id}: {price} for dataset {} by {}, the {turn} answers until {}, ethics: {words}",
			proposal.dataset,
			proposal.requester,
			Time(proposal.answer_by)
		));
		values.push(json!({
			"proposal_id": id,
			"dataset": proposal.dataset,
			"owner": proposal.owner,
			"requester": proposal.requester,
			"price": price,
			"turn": turn,
			"answer_by": Time(proposal.answer_by),
			"ethics": ethics,
		}));
	}
	report.list("proposals", values)
}

/// Answers an offer with other terms.
pub async fn counter(global: &Global, counter: Counter) -> anyhow::Result<Report> {
	let Counter { proposal: id, changes } = counter;
	// Who signs comes first, which needs no node.
	global.key()?;
	let present = global.chain().await?.state().await?.proposal(id).await?.terms;
	let terms = changed(&present, changes);
	ensure!(
		terms != present,
		"These are the terms of offer {id} as they are: agree to them, or name others."
	);
	if terms.scope != present.scope {
		confirm_scope(global.unasked(), &terms.scope)?;
	}
	Ok(global.send(&calls::counter(id, terms)).await?.1)
}

fn changed(present: &Terms, changes: Changes) -> Terms {
	let Changes { scope, period, price, upfront, accesses } = changes;
	Terms {
		purpose: present.purpose.clone(),
		scope: scope.map_or_else(|| present.scope.clone(), |scope| scope.0),
		period: period.map_or(present.period, |period| period.0),
		price: price.map_or(present.price, Amount::units),
		upfront: upfront.map_or(present.upfront, Percent::from_percent),
		accesses: accesses.map_or(present.accesses, |accesses| accesses.0),
	}
}

/// Agrees to a counter-offer of the owner.
pub async fn accept(global: &Global, agreed: Agreed) -> anyhow::Result<Report> {
	let hash = agree(global, &agreed).await?;
	made(global, &calls::accept(agreed.proposal, hash)).await
}

/// Accepts an offer.
pub async fn approve(global: &Global, agreed: Agreed) -> anyhow::Result<Report> {
	let hash = agree(global, &agreed).await?;
	made(global, &calls::approve(agreed.proposal, hash)).await
}

/// Signs an offer for an ethics committee.
pub async fn cosign(global: &Global, agreed: Agreed) -> anyhow::Result<Report> {
	let hash = agree(global, &agreed).await?;
	made(global, &calls::cosign(agreed.proposal, hash)).await
}

/// The hash of the terms of an offer, which says which terms were read, so that nobody agrees to others.
async fn agree(global: &Global, agreed: &Agreed) -> anyhow::Result<TermsHash> {
	// Who signs comes first, which needs no node.
	global.key()?;
	let proposal = global.chain().await?.state().await?.proposal(agreed.proposal).await?;
	terms::expect(&proposal.terms, agreed.terms.map(|hash| TermsHash(hash.0)))
}

/// Sends a call that may make a grant.
async fn made(global: &Global, call: &impl subxt::transactions::Payload) -> anyhow::Result<Report> {
	let (inclusion, report) = global.send(call).await?;
	Ok(Report::new().optional("grant_id", inclusion.grant())?.and(report))
}

/// Takes an offer back.
pub async fn withdraw(global: &Global, id: ProposalId) -> anyhow::Result<Report> {
	Ok(global.send(&calls::withdraw(id)).await?.1)
}

/// Closes an offer to which nobody can agree any more.
pub async fn expire(global: &Global, id: ProposalId) -> anyhow::Result<Report> {
	Ok(global.send(&calls::expire(id)).await?.1)
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

/// A side as a word.
fn party(party: Party) -> &'static str {
	match party {
		Party::Owner => "owner",
		Party::Requester => "requester",
	}
}

/// Whether an ethics committee has to sign, as a word, and in words.
pub fn ethics(ethics: &Ethics<AccountId32>) -> (&'static str, String) {
	match ethics {
		Ethics::NotNeeded => ("not-needed", "not needed".into()),
		Ethics::Needed => ("needed", "a signature is needed".into()),
		Ethics::Signed(by) => ("signed", format!("signed by {by}")),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::cli::Accesses;
	use ownome_primitives::Scope;

	#[test]
	fn what_is_not_named_stays() {
		let present = Terms {
			purpose: Default::default(),
			scope: Scope::Aggregate,
			period: 1_000,
			price: 5,
			upfront: Percent::from_percent(20),
			accesses: Some(3),
		};
		let nothing =
			|| Changes { scope: None, period: None, price: None, upfront: None, accesses: None };
		assert_eq!(changed(&present, nothing()), present);
		let other = changed(
			&present,
			Changes {
				scope: Some("whole".parse().unwrap()),
				period: Some("2s".parse().unwrap()),
				price: Some(Amount::from_units(6)),
				upfront: Some(50),
				accesses: Some(Accesses(None)),
			},
		);
		let expected = Terms {
			purpose: Default::default(),
			scope: Scope::Whole,
			period: 2_000,
			price: 6,
			upfront: Percent::from_percent(50),
			accesses: None,
		};
		assert_eq!(other, expected);
	}
}
