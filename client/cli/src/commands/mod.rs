//! The commands: each asks, does or sends what its arguments say, and answers with a report.

mod access;
mod audit;
mod batch;
mod chain;
mod coin;
mod confirm;
mod consent;
mod crypt;
mod dataset;
mod dry_run;
mod emergency;
mod ethics;
mod fetch;
mod grant;
mod guardian;
mod keys;
mod manual;
mod member;
mod offer;
mod ontology;
mod part;
mod permit;
mod policy;
mod progress;
mod proposal;
mod receipt;
mod refusals;
mod salted;
mod scope;
mod signed;
mod statement;
mod subject;
mod tag;
mod terms;
mod token;
mod verify;

use crate::{
	amount::{Amount, Own},
	chain::{Chain, ChainError, DryRun, Inclusion, Keypair, SignerSource, State},
	cli::{Cli, Command, Config, Global},
	config, interrupt,
	output::Report,
};
use anyhow::{bail, Context};
use blake2::{digest::consts::U32, Blake2b, Digest};
use serde_json::json;
use std::{
	fs::File,
	io,
	path::{Path, PathBuf},
};
use subxt::transactions::Payload;

/// Does what the command line says, or with `--dry-run` says what it would do.
pub async fn run(cli: Cli) -> anyhow::Result<Report> {
	dry_run::answer(obey(cli).await)
}

async fn obey(cli: Cli) -> anyhow::Result<Report> {
	let global = &cli.global;
	match cli.command {
		Command::Completions { shell } => manual::completions(shell),
		Command::Manual { folder } => manual::manual(&folder),
		Command::Keys(command) => keys::run(command),
		Command::Encrypt { recipients, key, header, input, output } => {
			let (key, header) = (key.as_deref(), header.as_deref());
			crypt::encrypt(global, &recipients, key, header, &input, &output)
		},
		Command::Decrypt { key, sender, header, range, input, output } => {
			let (sender, header) = (sender.as_deref(), header.as_deref());
			crypt::decrypt(global, &key, sender, header, range, &input, &output)
		},
		Command::Rewrap { key, recipients, range, input, header: Some(header), .. } => {
			crypt::rewrap_header(&key, &recipients, range, &input, &header)
		},
		Command::Rewrap { key, recipients, range, input, output, .. } => {
			let output = output.context("Say where to write the copy.")?;
			crypt::rewrap(global, &key, &recipients, range, &input, &output)
		},
		Command::Rekey { key, recipients, range, input, output } => {
			crypt::rekey(global, &key, &recipients, range, &input, &output)
		},
		Command::Extract(extract) => part::extract(global, &extract),
		Command::Member(command) => member::run(global, command).await,
		Command::Dataset(command) => dataset::run(global, command).await,
		Command::Batch(command) => batch::run(global, command).await,
		Command::Guardian(command) => guardian::run(global, command).await,
		Command::Subject(command) => subject::run(global, command).await,
		Command::Tag(command) => tag::run(command),
		Command::Statement(command) => statement::run(global, command).await,
		Command::Verify { file, manifest, dataset } => {
			verify::run(global, &file, &manifest, dataset).await
		},
		Command::Policy(command) => policy::run(global, command).await,
		Command::Door(command) => refusals::door(global, command).await,
		Command::BreakGlass(command) => refusals::break_glass(global, command).await,
		Command::Consent(command) => consent::run(global, command).await,
		Command::Ontology(command) => ontology::run(global, command).await,
		Command::Offer(offer) => offer::run(global, offer).await,
		Command::Proposal(command) => proposal::run(global, command).await,
		Command::Counter(counter) => proposal::counter(global, counter).await,
		Command::Accept(agreed) => proposal::accept(global, agreed).await,
		Command::Withdraw { proposal } => proposal::withdraw(global, proposal).await,
		Command::Reject { proposal } => proposal::reject(global, proposal).await,
		Command::Approve(agreed) => proposal::approve(global, agreed).await,
		Command::Expire { proposal } => proposal::expire(global, proposal).await,
		Command::Grant(command) => grant::run(global, command).await,
		Command::Revoke(which) => grant::revoke(global, which).await,
		Command::Access { dataset, account, at, scope } => {
			access::run(global, dataset, account.0, at, scope.map(|scope| scope.0)).await
		},
		Command::Audit { dataset } => audit::run(global, dataset).await,
		Command::Ethics(command) => ethics::run(global, command).await,
		Command::Emergency(command) => emergency::run(global, command).await,
		Command::Scope(command) => scope::run(command),
		Command::Fetch(fetch) => fetch::run(global, &fetch).await,
		Command::Receipt(command) => receipt::run(global, command).await,
		Command::Token(command) => token::run(global, command).await,
		Command::Coin(command) => coin::run(global, command).await,
		Command::Chain(command) => chain::run(global, command).await,
		Command::Config(Config::Show) => config::show(global),
	}
}

impl Global {
	/// A connection to the node.
	async fn chain(&self) -> Result<Chain, ChainError> {
		Chain::connect(&self.url).await
	}

	/// The key of whoever gives the command. A passphrase is asked for once.
	fn key(&self) -> anyhow::Result<Keypair> {
		if let Some(key) = self.key.get() {
			return Ok(key.clone());
		}
		let key = self
			.signer
			.as_ref()
			// An empty OWNOME_SIGNER names nobody.
			.filter(|signer| **signer != SignerSource::File(PathBuf::new()))
			.context("Who gives this command? Say it with --signer: a development account like alice, or an account file made by `ownome keys account`.")?
			.key()?;
		Ok(self.key.get_or_init(|| key).clone())
	}

	/// Refuses a signer without the sudo key, which alone does a `deed` on a development chain.
	async fn expect_sudo(&self, state: &State<'_>, deed: &str) -> anyhow::Result<()> {
		let signer = self.key()?.public_key().to_account_id();
		match state.sudo_key().await? {
			Some(sudo) if sudo == signer => Ok(()),
			Some(sudo) => bail!("Only {sudo} {deed} on this chain: give its key with --signer."),
			None => bail!(
				"No single account {deed} on this chain: that is for the root origin to decide."
			),
		}
	}

	/// Signs and sends a call, and answers with what it did. In a dry run it ends the command instead.
	async fn send(&self, call: &impl Payload) -> anyhow::Result<(Inclusion, Report)> {
		if self.dry_run {
			return Err(dry_run::End(vec![self.try_out(call).await?]).into());
		}
		let inclusion = self.submit(call).await?;
		let report = report(&inclusion)?;
		Ok((inclusion, report))
	}

	/// Signs and sends calls one after the other. `partly` says how far it came, after so many of them.
	async fn send_all<P: Payload>(
		&self,
		calls: impl IntoIterator<Item = P>,
		partly: impl Fn(usize) -> String,
	) -> anyhow::Result<Vec<Inclusion>> {
		let (mut sent, mut tried) = (Vec::new(), Vec::new());
		for call in calls {
			match self.dry_run {
				true => tried.push(self.try_out(&call).await?),
				false => sent.push(self.submit(&call).await.with_context(|| partly(sent.len()))?),
			}
		}
		match self.dry_run {
			true => Err(dry_run::End(tried).into()),
			false => Ok(sent),
		}
	}

	/// Signs and sends a call.
	async fn submit(&self, call: &impl Payload) -> anyhow::Result<Inclusion> {
		let key = self.key()?;
		self.talk(async |chain| chain.submit(call, &key, self.wait).await).await
	}

	/// What a call would do.
	async fn try_out(&self, call: &impl Payload) -> anyhow::Result<DryRun> {
		let key = self.key()?;
		self.talk(async |chain| chain.dry_run(call, &key).await).await
	}

	/// Tells the chain something in the name of whoever signs, until a signal comes.
	async fn talk<T>(
		&self,
		say: impl AsyncFnOnce(&Chain) -> Result<T, ChainError>,
	) -> anyhow::Result<T> {
		interrupt::listen();
		let talking = async {
			let chain = self.chain().await?;
			match say(&chain).await {
				// The chain tells a member that is suspended from a stranger, but its words do not.
				Err(ChainError::NotAccredited(reason)) => {
					let signer = self.key()?.public_key().to_account_id();
					chain.state().await?.expect_not_suspended(signer).await?;
					Err(ChainError::NotAccredited(reason).into())
				},
				other => Ok(other?),
			}
		};
		interrupt::or(talking, || Err(ownome_vault::Error::Interrupted.into())).await
	}
}

/// What several transactions did, and where they stand.
fn several(sent: &[Inclusion]) -> anyhow::Result<Report> {
	let report = sent.iter().try_fold(Report::new(), |report, inclusion| {
		anyhow::Ok(report.and(self::report(inclusion)?))
	})?;
	let events: Vec<_> = sent.iter().flat_map(|inclusion| &inclusion.events).collect();
	let places: Vec<_> = sent
		.iter()
		.map(|it| json!({ "block": it.block, "transaction": it.transaction, "fee": it.fee }))
		.collect();
	let fee = sent.iter().map(|inclusion| inclusion.fee.units()).sum();
	report
		.value("events", events)?
		.value("transactions", places)?
		.value("fee", Amount::<Own>::from_units(fee))
}

/// What a transaction did, and where it stands.
fn report(inclusion: &Inclusion) -> anyhow::Result<Report> {
	let mut report = Report::new()
		.value("events", &inclusion.events)?
		.value("block", inclusion.block)?
		.value("transaction", inclusion.transaction)?
		.value("fee", inclusion.fee)?;
	for event in &inclusion.events {
		report = report.line(event.to_string());
	}
	let fee = dry_run::fee_in_words(inclusion.fee.units());
	Ok(report.line(format!("block {}, {fee}", inclusion.block)))
}

/// Runs `undo` on what was stored for a transaction that the chain refused. Where nobody knows what became of it, all stays.
fn undo_if_refused<T, E>(
	sent: anyhow::Result<T>,
	stored: &Path,
	undo: impl FnOnce() -> Result<(), E>,
) -> anyhow::Result<T> {
	sent.map_err(|error| match error.downcast_ref::<ChainError>() {
		Some(unknown) if !unknown.is_refusal() => {
			error.context(format!("{} was left where it is", stored.display()))
		},
		_ => match undo() {
			Ok(()) => error,
			Err(_) => error.context(format!("{} has to be removed by hand", stored.display())),
		},
	})
}

/// BLAKE2b-256 of a file.
fn digest_of(path: &Path) -> anyhow::Result<[u8; 32]> {
	let mut hash = Blake2b::<U32>::new();
	File::open(path)
		.and_then(|mut file| io::copy(&mut file, &mut hash))
		.map_err(|source| ownome_vault::Error::ReadPath { path: path.into(), source })?;
	Ok(hash.finalize().into())
}

#[cfg(test)]
mod tests {
	use super::*;

	fn after(error: ChainError) -> (bool, String) {
		let mut undone = false;
		let sent =
			undo_if_refused::<(), io::Error>(Err(error.into()), Path::new("store/x"), || {
				undone = true;
				Ok(())
			});
		(undone, format!("{:#}", sent.unwrap_err()))
	}

	#[test]
	fn what_was_stored_goes_when_the_chain_refused() {
		let (undone, message) = after(ChainError::Failed("No.".into()));
		assert!(undone);
		assert_eq!(message, "No.");
	}

	#[test]
	fn what_was_stored_stays_when_the_transaction_may_still_come_through() {
		let (undone, message) = after(ChainError::Unknown { reason: "gone".into() });
		assert!(!undone);
		assert!(message.starts_with("store/x was left where it is: "), "{message}");
	}
}
