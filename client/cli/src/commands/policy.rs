//! `ownome policy`: what owners consent to, in files and on the chain.

use super::confirm::confirm;
use crate::{
	account::Account,
	chain::{calls, State},
	cli::{Global, Policy as Command, Target},
	output::{Hex, Report},
	time::Time,
};
use anyhow::{bail, ensure, Context};
use ownome_primitives::{
	duo::{
		evaluate,
		purpose::{Field, Purpose},
		Policy, Reason,
	},
	ConsentPolicy, DatasetId, PolicyTarget,
};
use ownome_vault::{
	duo::{exposure, read, Form},
	policy,
};
use serde_json::{json, Value};
use std::path::Path;
use subxt::utils::AccountId32;

/// Runs one of the commands.
pub async fn run(global: &Global, command: Command) -> anyhow::Result<Report> {
	match command {
		Command::Evaluate { policy, purpose, at } => {
			let (policy, purpose) = (duo_of(&policy)?, read::<Purpose>(&purpose)?);
			let now = at.unwrap_or_else(|| Time::now().0);
			// Which diseases are kinds of others is proven on chain.
			let decision = evaluate(&policy, &purpose, now, |_, _| false);
			let reasons: Vec<_> = decision.reasons().iter().map(reason).collect();
			let report =
				Report::new().field("decision", decision.code())?.value("reasons", reasons)?;
			Ok(decision
				.reasons()
				.iter()
				.fold(report, |report, reason| report.line(reason.to_string())))
		},
		Command::Show { file: Some(file), .. } => show_file(&file),
		Command::Show { dataset: Some(dataset), .. } => {
			show_for(&global.chain().await?.state().await?, dataset).await
		},
		Command::Show { owner: Some(owner), .. } => {
			show_of(&global.chain().await?.state().await?, owner.0).await
		},
		Command::Show { .. } => bail!("Say which policy: a file, --dataset or --owner."),
		Command::Purpose { file } => show(&read::<Purpose>(&file)?),
		Command::Set { file, target } => set(global, &file, target).await,
		Command::Remove { target } => remove(global, target).await,
	}
}

/// What a file says in the terms of the ontology, whether it says more or not.
fn duo_of(path: &Path) -> anyhow::Result<Policy> {
	match read::<Policy>(path) {
		Ok(policy) => Ok(policy),
		// The error of the reader for the plainer form is the better one where neither reads it.
		Err(error) => Ok(policy::read(path).map(|policy| policy::duo(&policy)).or(Err(error))?),
	}
}

fn show_file(path: &Path) -> anyhow::Result<Report> {
	let report = match policy::read(path) {
		Ok(policy) => consent(&policy)?,
		Err(_) => show(&read::<Policy>(path)?)?,
	};
	report.warnings(&exposure(&duo_of(path)?))
}

/// Both forms.
fn show<T: Form>(form: &T) -> anyhow::Result<Report> {
	Report::new().field("text", form.to_text())?.field(T::NAME, form.to_json())
}

/// A policy that says how each clause consents.
fn consent(found: &ConsentPolicy) -> anyhow::Result<Report> {
	Report::new()
		.field("text", policy::duo(found).to_text())?
		.field("policy", policy::write_json(found))?
		.field("hash", Hex(found.hash()))
}

/// Shows the policy by which the owner of a dataset consents.
async fn show_for(state: &State<'_>, dataset: DatasetId) -> anyhow::Result<Report> {
	state.dataset(dataset).await?;
	let report = Report::new().field("dataset", dataset)?;
	match state.policy_for(dataset).await? {
		Some((target, found)) => {
			let (target, words) = target_in_words(&target);
			Ok(report.pair("set_for", target, words)?.and(consent(&found)?))
		},
		None => report.optional("policy", None::<String>),
	}
}

/// Shows the policy of an owner for all datasets, and what the owner refuses.
async fn show_of(state: &State<'_>, owner: AccountId32) -> anyhow::Result<Report> {
	let report = Report::new().field("owner", owner)?;
	let report = match state.policy(PolicyTarget::AllOf(owner)).await? {
		Some(found) => report.and(consent(&found)?),
		None => report.optional("policy", None::<String>)?,
	};
	let refusals = state.refusals(owner).await?;
	let words = |refused| if refused { "yes" } else { "no" };
	report.pair("refuses_offers", refusals.offers, words(refusals.offers))?.pair(
		"refuses_emergencies",
		refusals.emergencies,
		words(refusals.emergencies),
	)
}

async fn set(global: &Global, path: &Path, target: Target) -> anyhow::Result<Report> {
	let policy = policy::read(path)?;
	let signer = global.key()?.public_key().to_account_id();
	let target = target_of(target, signer)?;
	let chain = global.chain().await?;
	expect_may_set(&chain.state().await?, &target, signer).await?;
	let warnings = exposure(&policy::duo(&policy));
	if !warnings.is_empty() {
		let warnings = warnings.join("; ");
		let what = format!("put something on the chain that could tell about a person: {warnings}");
		confirm(global.unasked(), &what)?;
	}
	let hash = Hex(policy.hash());
	let report = global.send(&calls::set_policy(target, Some(policy))).await?.1;
	Ok(Report::new().field("hash", hash)?.and(report))
}

async fn remove(global: &Global, target: Target) -> anyhow::Result<Report> {
	let signer = global.key()?.public_key().to_account_id();
	let target = target_of(target, signer)?;
	let chain = global.chain().await?;
	let (_, words) = target_in_words(&target);
	// A removal that changes nothing would cost a fee, and fail.
	ensure!(
		chain.state().await?.policy(target.clone()).await?.is_some(),
		"There is no policy for {words}: there is nothing to take off."
	);
	Ok(global.send(&calls::set_policy(target, None)).await?.1)
}

fn target_of(target: Target, signer: AccountId32) -> anyhow::Result<PolicyTarget<AccountId32>> {
	match target {
		Target { all: true, owner, .. } => {
			Ok(PolicyTarget::AllOf(owner.map_or(signer, |Account(owner)| owner)))
		},
		Target { dataset, .. } => dataset
			.map(PolicyTarget::Dataset)
			.context("Say for what, with --dataset or --all."),
	}
}

async fn expect_may_set(
	state: &State<'_>,
	target: &PolicyTarget<AccountId32>,
	signer: AccountId32,
) -> anyhow::Result<()> {
	match target {
		PolicyTarget::Dataset(dataset) => state.expect_may_decide(*dataset, signer).await?,
		PolicyTarget::AllOf(owner) => state.expect_acts_for(*owner, signer).await?,
	}
	Ok(())
}

/// For what a policy holds, for programs and in words.
fn target_in_words(target: &PolicyTarget<AccountId32>) -> (Value, String) {
	match target {
		PolicyTarget::Dataset(id) => (json!({ "dataset": id }), format!("dataset {id}")),
		PolicyTarget::AllOf(owner) => {
			(json!({ "owner": owner }), format!("all datasets of {owner}"))
		},
	}
}

/// A reason for programs.
fn reason(reason: &Reason) -> Value {
	json!({
		"clause": reason.clause,
		"term": reason.term.map(|term| term.to_string()),
		"code": reason.cause.code(),
		"field": reason.cause.field().map(Field::name),
		"text": reason.to_string(),
	})
}
