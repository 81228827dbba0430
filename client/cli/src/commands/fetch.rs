//! `ownome fetch`: the data of a grant, if the chain allows it and everything is as it was committed to.

use super::{access::reason, keys::read_secret, part, progress};
use crate::{
	cli::{ByteRange, Fetch, Global},
	output::{Hex, Report},
	scope::ScopeArg,
	time::Time,
};
use anyhow::{bail, ensure, Context};
use ownome_primitives::{Access, Denial, Scope};
use ownome_vault::{
	extract::Part,
	store::{ExtractOf, Wanted},
	Error,
};

/// Gets the data of a grant.
pub async fn run(global: &Global, fetch: &Fetch) -> anyhow::Result<Report> {
	let Fetch { grant: id, key, store, cut, range, output } = fetch;
	let id = *id;
	let grantee = global.key()?.public_key().to_account_id();
	// First of all, because the chain's answer must not wait for somebody to type.
	let secret = read_secret(key)?;
	let chain = global.chain().await?;
	let state = chain.state().await?;
	let grant = state.grant(id).await?;
	ensure!(
		grant.grantee == grantee,
		"Grant {id} was given to {}, not to {grantee}: give the grantee's key with --signer.",
		grant.grantee
	);
	let now = state.now().await?;
	// What is sealed only the parties and the custodian can compare.
	let open = grant.scope_at(now);
	match state.access(grant.dataset, grantee, None, Some(open.clone())).await? {
		Access::Permitted { .. } if grant.runs(now) => {},
		Access::Permitted { grant: other, .. } => {
			bail!("Grant {id} is over, but grant {other} opens the same dataset: fetch that one.")
		},
		// Who can do nothing but wait is told so below.
		Access::Denied(Denial::NotDelivered { grant: denied }) if denied == id => {},
		Access::Denied(Denial::OutOfScope { grant: other }) if other != id => bail!(
			"Grant {id} is over, and grant {other} opens less than that: fetch that one, or ask its owner with a new `ownome offer`."
		),
		Access::Denied(denial) => bail!(
			"The chain denies you dataset {}: {}; {}.",
			grant.dataset,
			reason(&denial),
			advice(&denial)
		),
	}
	let delivery = grant.delivery.as_ref().with_context(|| {
		format!(
			"The owner has not delivered the key of grant {id} yet: wait for it; the grant lapses and you get your price back if it does not \
			 come by {}.",
			Time(grant.deliver_by)
		)
	})?;
	let dataset = state.dataset(grant.dataset).await?;
	let commitment = Hex(dataset.commitment.0);

	let stored = store.store()?.dataset(&dataset.commitment)?;
	let delivered = grant.scope_at(delivery.at);
	// What was delivered says how much it is, and of that is written what is still open.
	let part = if open == delivered { Part::Everything } else { part::of(open, cut)? };
	ensure!(
		range.is_none() || *open == Scope::Whole,
		"Grant {id} is for a part of the data, and that is fetched as a whole: leave out --range."
	);
	let wanted =
		Wanted { secret: &secret, part: &part, reference: cut.reference.as_deref(), text: output };
	let registrant = state.registrant(grant.dataset).await?;
	let hash = delivery.header_hash;
	let fetched = match delivered {
		Scope::Whole => {
			let header = match stored.header(&hash) {
				Ok(header) if header.hash() == hash => header,
				Ok(_) | Err(Error::Header { .. }) => bail!(
					"The header stored for grant {id} is not the one that the owner delivered for commitment {commitment}: ask the custodian {} for \
					 that one.",
					dataset.custodian
				),
				Err(error) => return Err(error.into()),
			};
			// What the manifest says is checked below; here it only tells how far it is.
			let bytes = match range {
				None => stored.manifest().ok().map(|(manifest, _)| manifest.body_bytes),
				Some(_) => None,
			};
			progress::during_bytes(global, "Fetching", output, bytes, || match range {
				None => stored.fetch_part(&header, &registrant.0, &wanted),
				Some(ByteRange(range)) => stored
					.fetch_range(&header, &secret, &registrant.0, range.clone(), output)
					.map(|manifest| manifest.format),
			})
		},
		_ => {
			let scope = ScopeArg(delivered.clone()).to_string();
			progress::during(global, "Fetching", output, || {
				stored.fetch_extract(&hash, ExtractOf { grant: id, scope: &scope }, &wanted)
			})
		},
	};
	let format = match fetched {
		Err(
			Error::WrongManifest { .. }
			| Error::Manifest { .. }
			| Error::WrongBody { .. }
			| Error::Proof,
		) => {
			bail!(
			"The stored data do not match commitment {commitment}: ask the custodian {} for an intact copy.",
			dataset.custodian
		)
		},
		other => other?,
	};
	Report::new()
		.field("file", output.display().to_string())?
		.field("grant_id", id)?
		.field("dataset_id", grant.dataset)?
		.field("commitment", commitment)?
		.field("format", format)
}

/// What a grantee can do about it.
fn advice(denial: &Denial) -> &'static str {
	match denial {
		Denial::Disputed { .. } => "wait for the auditor, who decides with `ownome grant rule`",
		Denial::Standing(_) => "ask the council, which admits and reinstates members",
		_ => "ask its owner with a new `ownome offer`",
	}
}
