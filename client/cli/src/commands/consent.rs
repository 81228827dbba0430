//! `ownome consent`: policies, grants and receipts as resources of HL7 FHIR.

use crate::{
	chain::{all, State},
	cli::{Consent, Export, Global},
	output::{self, Report},
	time::Period,
};
use anyhow::{bail, Context};
use ownome_primitives::{DatasetId, GrantId, PolicyTarget};
use ownome_vault::{
	fhir::{
		audit_event,
		consent::{self, PolicyOf},
		Exported, Finding,
	},
	files::{self, Access},
	policy,
};
use serde::{Serialize, Serializer};
use serde_json::{json, Value};
use std::{io::Write, path::Path};
use subxt::utils::AccountId32;

/// Writes or reads a resource.
pub async fn run(global: &Global, command: Consent) -> anyhow::Result<Report> {
	match command {
		Consent::Export(what) => {
			let Exported { resource, findings } = export(global, &what).await?;
			told(global, "resource", resource, &findings, what.out.as_deref())
		},
		Consent::Import { file, longest_period, out } => {
			let longest_period = longest_period.map(|Period(length)| length);
			let found = consent::read(&file, longest_period)?;
			let mut findings = found.findings;
			if let Some(dataset) = found.dataset {
				let only = format!("it is for dataset {dataset} only: set the policy for no other");
				findings.push(Finding { path: "Consent.provision.data".into(), what: only });
			}
			let policy = policy::write_json(&found.policy);
			Ok(told(global, "policy", policy, &findings, out.as_deref())?
				.value("dataset", found.dataset)?)
		},
	}
}

/// With what a resource begins.
const FIRST: [&str; 5] = ["resourceType", "type", "identifier", "status", "category"];

/// The resource that was asked for.
async fn export(global: &Global, what: &Export) -> anyhow::Result<Exported> {
	if let Some(file) = &what.policy {
		let resource = consent::of_policy(&policy::read(file)?, &PolicyOf::default());
		return Ok(Exported { resource, findings: Vec::new() });
	}
	let chain = global.chain().await?;
	let state = chain.state().await?;
	match what {
		Export { dataset: Some(dataset), .. } => of_dataset(&state, *dataset).await,
		Export { owner: Some(owner), .. } => of_owner(&state, owner.0).await,
		Export { grant: Some(id), .. } => {
			let (grant, now) = (state.grant(*id).await?, state.now().await?);
			Ok(consent::of_grant(*id, &grant, now))
		},
		Export { receipts: Some(id), .. } => of_receipts(&state, *id).await,
		_ => bail!("Say what, with --policy, --dataset, --owner, --grant or --receipts."),
	}
}

/// The policy by which the owner of a dataset consents.
async fn of_dataset(state: &State<'_>, id: DatasetId) -> anyhow::Result<Exported> {
	let owner = state.dataset(id).await?.owner;
	let (_, policy) = state.policy_for(id).await?.with_context(|| {
		format!("The owner of dataset {id} has no policy for it: there is nothing to export.")
	})?;
	let refused = state.refusals(owner).await?.offers;
	let of = PolicyOf { dataset: Some(id), owner: Some(owner.to_string()), refused };
	Ok(of_policy(&policy, &of))
}

/// The policy of an owner for all datasets.
async fn of_owner(state: &State<'_>, owner: AccountId32) -> anyhow::Result<Exported> {
	let policy = state.policy(PolicyTarget::AllOf(owner)).await?.with_context(|| {
		format!("{owner} has no policy for all datasets: there is nothing to export.")
	})?;
	let refused = state.refusals(owner).await?.offers;
	let of = PolicyOf { dataset: None, owner: Some(owner.to_string()), refused };
	Ok(of_policy(&policy, &of))
}

fn of_policy(policy: &ownome_primitives::ConsentPolicy, of: &PolicyOf) -> Exported {
	let door = of.refused.then(|| Finding {
		path: "refusals".into(),
		what: "the owner refuses all offers for now, so the Consent is inactive".into(),
	});
	let findings = door.into_iter().collect();
	Exported { resource: consent::of_policy(policy, of), findings }
}

/// The receipts of a grant, all in one bundle.
async fn of_receipts(state: &State<'_>, id: GrantId) -> anyhow::Result<Exported> {
	let grant = state.grant(id).await?;
	let receipts = all(async |part| state.receipts(id, part).await, |(number, _)| *number).await?;
	let entries: Vec<_> = receipts
		.iter()
		.map(
			|(number, receipt)| json!({ "resource": audit_event::of_receipt(*number, receipt, id, &grant) }),
		)
		.collect();
	let mut resource = json!({ "resourceType": "Bundle", "type": "collection" });
	if !entries.is_empty() {
		// Lists of FHIR are never empty.
		resource["entry"] = entries.into();
	}
	Ok(Exported { resource, findings: Vec::new() })
}

/// JSON in which resources begin with what they are, as in the examples of FHIR.
struct Readable<'a>(&'a Value);

impl Serialize for Readable<'_> {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		match self.0 {
			Value::Object(fields) if fields.contains_key("resourceType") => {
				let first = FIRST.iter().filter_map(|name| fields.get_key_value(*name));
				let others = fields.iter().filter(|(name, _)| !FIRST.contains(&name.as_str()));
				serializer.collect_map(first.chain(others).map(|(name, it)| (name, Readable(it))))
			},
			Value::Object(fields) => {
				serializer.collect_map(fields.iter().map(|(name, it)| (name, Readable(it))))
			},
			Value::Array(items) => serializer.collect_seq(items.iter().map(Readable)),
			other => other.serialize(serializer),
		}
	}
}

/// Writes JSON to a file or shows it, and says what was left out.
fn told(
	global: &Global,
	name: &str,
	json: Value,
	findings: &[Finding],
	out: Option<&Path>,
) -> anyhow::Result<Report> {
	let text = serde_json::to_string_pretty(&Readable(&json))
		.context("This resource cannot be written as JSON.")?;
	let report = Report::new().value("findings", findings)?;
	let report = match out {
		Some(path) => {
			files::create(path, Access::Shared, |file| {
				writeln!(file, "{text}").map_err(ownome_vault::Error::Write)
			})?;
			report.field("file", path.display().to_string())?
		},
		None => report.line(text),
	};
	if !global.json {
		// The standard output is for the resource alone.
		output::print_notes(findings);
	}
	report.value(name, json)
}
