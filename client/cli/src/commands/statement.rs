//! `ownome statement`: what a laboratory vouches for, signed with the key of its account.

use super::digest_of;
use crate::{
	chain::{ChainError, State},
	cli::{Global, Statement},
	output::{Hex, Report},
	time::Time,
};
use anyhow::{ensure, Context};
use ownome_primitives::{DatasetId, Role};
use ownome_vault::{
	keys,
	statement::{self, Provenance, SignedStatement},
};
use serde_json::json;
use std::path::Path;
use subxt::utils::AccountId32;

/// Makes statements and checks them.
pub async fn run(global: &Global, command: Statement) -> anyhow::Result<Report> {
	match command {
		Statement::Create { dataset, origin, instrument, pipeline, report, out } => {
			let report = report.as_deref().map(digest_of).transpose()?;
			let provenance = Provenance { origin, instrument, pipeline, report };
			create(global, dataset, provenance, &out).await
		},
		Statement::Verify { dataset, statement } => verify(global, dataset, &statement).await,
	}
}

async fn create(
	global: &Global,
	id: DatasetId,
	provenance: Provenance,
	out: &Path,
) -> anyhow::Result<Report> {
	let key = global.key()?;
	let attester = key.public_key().to_account_id();
	let chain = global.chain().await?;
	let state = chain.state().await?;
	let dataset = state.dataset(id).await?;
	let accredited = match state.member(attester).await {
		Ok(member) => member.roles.contains(&Role::Attester),
		Err(ChainError::NoMember(_)) => false,
		Err(error) => return Err(error.into()),
	};
	let now = Time::now().0;
	let statement =
		statement::Statement::new(id, dataset.commitment.0, attester.0, provenance, now)?;
	let signature = key.sign(&statement.message());
	let signed = statement.signed(signature);
	signed.write(out)?;
	let report = Report::new()
		.field("file", out.display().to_string())?
		.field("statement", Hex(signed.digest()))?;
	let warning = format!(
		"{attester} is not accredited as attester: nobody can attest with this statement before it is."
	);
	Ok(match accredited {
		true => report.value("warnings", json!([]))?,
		false => report.value("warnings", [&warning])?.line(format!("warning: {warning}")),
	})
}

async fn verify(global: &Global, id: DatasetId, path: &Path) -> anyhow::Result<Report> {
	let signed = read(path)?;
	let chain = global.chain().await?;
	let state = chain.state().await?;
	expect_about(&state, id, path, &signed).await?;
	let attester = AccountId32(signed.statement.attester);
	let attestations = state.attestations(id).await?;
	let attestation = attestations
		.iter()
		.find(|found| (found.attester, found.statement) == (attester, signed.digest()))
		.with_context(|| {
			format!("{attester} does not vouch for dataset {id} with this statement on the chain: it was not attested yet with `ownome dataset attest`, or was retracted; ask {attester}.")
		})?;
	let said = signed.statement;
	Report::new()
		.field("dataset_id", id)?
		.field("attester", attester)?
		.field("origin", said.origin)?
		.field("instrument", said.instrument)?
		.field("pipeline", said.pipeline)?
		.optional("report", said.report.map(|report| Hex(report.0)))?
		.field("made_at", Time(said.made_at))?
		.field("attested_at", Time(attestation.at))
}

/// The statement in a file, if it is signed by the attester that it names.
pub fn read(path: &Path) -> anyhow::Result<SignedStatement> {
	let signed = SignedStatement::read(path)?;
	let statement = &signed.statement;
	ensure!(
		keys::verify(&signed.signature, &statement.message(), &statement.attester),
		"{} was not signed by {}, whom it names: ask for the statement again.",
		path.display(),
		AccountId32(statement.attester)
	);
	Ok(signed)
}

/// Refuses a statement that is not about dataset `id`.
pub async fn expect_about(
	state: &State<'_>,
	id: DatasetId,
	path: &Path,
	signed: &SignedStatement,
) -> anyhow::Result<()> {
	let commitment = state.dataset(id).await?.commitment;
	ensure!(
		(signed.statement.dataset, signed.statement.commitment) == (id, commitment.0),
		"{} is about another dataset than {id}: give its number.",
		path.display()
	);
	Ok(())
}
