//! `ownome grant deliver`: the key for the grantee, and the part of the data if the grant is for a part.

use crate::{
	chain::{calls, Inclusion},
	cli::{Cut, Delivery, Global},
	commands::{keys::read_secret, part, progress, undo_if_refused},
	output::{Hex, Report},
	scope::ScopeArg,
	time::Time,
};
use anyhow::{bail, ensure};
use ownome_primitives::{Digest, Scope};
use ownome_vault::{
	extract::Part,
	keys::{PublicKey, SecretKey},
	store::{ExtractOf, Extracting, StoredDataset},
};

/// Stores what lets the grantee in and puts its hash on record.
pub async fn run(global: &Global, delivery: &Delivery) -> anyhow::Result<Report> {
	let Delivery { grant: id, key, store, cut } = delivery;
	let signer = global.key()?.public_key().to_account_id();
	let secret = read_secret(key)?;
	let chain = global.chain().await?;
	let state = chain.state().await?;
	let grant = state.grant(*id).await?;
	state.expect_may_decide(grant.dataset, signer).await?;
	if let Some(delivery) = grant.delivery {
		bail!("The key of grant {id} was delivered already, at {}.", Time(delivery.at));
	}
	let scope = grant.scope_at(state.now().await?);
	let part = part::of(scope, cut)?;
	let grantee = PublicKey::from(state.member(grant.grantee).await?.encryption_key);
	let dataset = state.dataset(grant.dataset).await?;
	let stored = store.store()?.dataset(&dataset.commitment)?;
	let registrant = state.registrant(grant.dataset).await?;
	let making = Making { global, stored, secret, grantee, registrant: registrant.0, scope };
	let report = Report::new().field("commitment", Hex(dataset.commitment.0))?;
	match scope {
		Scope::Whole => making.header(*id, report).await,
		_ => {
			let scope = ScopeArg(scope.clone()).to_string();
			making
				.extract(ExtractOf { grant: *id, scope: &scope }, &part, cut, report)
				.await
		},
	}
}

/// What either way of delivering needs.
struct Making<'a> {
	global: &'a Global,
	stored: StoredDataset,
	secret: SecretKey,
	grantee: PublicKey,
	registrant: [u8; 32],
	scope: &'a Scope,
}

impl Making<'_> {
	/// Lets the grantee into all of the data.
	async fn header(self, id: u64, report: Report) -> anyhow::Result<Report> {
		let Self { global, stored, .. } = &self;
		let header =
			progress::during_bytes(global, "Checking", stored.path(), bytes_of(stored), || {
				stored.header_for(&self.secret, &self.grantee, &self.registrant)
			})?;
		let name = stored.put_header(&header)?;
		let path = stored.objects().path_of(&name);
		let hash = header.hash();
		let sent = self.send(id, hash).await;
		// Left there, the header would open the dataset without a grant.
		let (_, sent) = undo_if_refused(sent, &path, || stored.objects().delete(&name))?;
		Ok(report
			.field("header", path.display().to_string())?
			.field("header_hash", Hex(hash))?
			.and(sent))
	}

	/// Gives the grantee a part of the data, and nothing else of them.
	async fn extract(
		self,
		of: ExtractOf<'_>,
		part: &Part,
		cut: &Cut,
		report: Report,
	) -> anyhow::Result<Report> {
		let Self { global, stored, .. } = &self;
		let making = Extracting {
			secret: &self.secret,
			registrant: &self.registrant,
			part,
			reference: cut.reference.as_deref(),
		};
		let made = progress::during_bytes(
			global,
			"Extracting from",
			stored.path(),
			bytes_of(stored),
			|| stored.add_extract(of, &self.grantee, &making),
		)?;
		let hash = made.delivered;
		let path = stored.extract_path(&hash);
		let sent = self.send(of.grant, hash).await;
		let (_, sent) = undo_if_refused(sent, &path, || stored.remove_extract(&made))?;
		Ok(report
			.field("extract", path.display().to_string())?
			.field("header_hash", Hex(hash))?
			.and(sent))
	}

	/// Sends it if the grant is for as much as when the work began, which may be long ago.
	async fn send(&self, id: u64, hash: Digest) -> anyhow::Result<(Inclusion, Report)> {
		let chain = self.global.chain().await?;
		let state = chain.state().await?;
		ensure!(
			state.grant(id).await?.scope_at(state.now().await?) == self.scope,
			"Grant {id} was narrowed while its key was being made: run the command again."
		);
		self.global.send(&calls::deliver(id, hash)).await
	}
}

/// How much there is to read. Whether the manifest is genuine is seen to while that is done.
fn bytes_of(stored: &StoredDataset) -> Option<u64> {
	stored.manifest().ok().map(|(manifest, _)| manifest.body_bytes)
}
