//! What the command line says about consents in the form of HL7 FHIR.

use crate::{account::Account, time::Period};
use clap::{ArgGroup, Args, Subcommand};
use ownome_primitives::{DatasetId, GrantId};
use std::path::PathBuf;

/// Write policies, grants and receipts as resources of HL7 FHIR R5, read policies from them.
#[derive(Debug, Subcommand)]
pub enum Consent {
	/// Write a policy or a grant as a Consent of FHIR R5, or the receipts of a grant as a Bundle of AuditEvents.
	#[command(after_help = "\
What FHIR has no element for and restricts stands in modifier extensions under https://ownome.org/fhir/, which are ours and no part of FHIR.
What is left out is told on the standard error, with --json in \"findings\". Names and other data about persons are never written.
Examples:
  ownome consent export --policy policy.json
  ownome consent export --dataset 0 --out consent.json
  ownome consent export --owner ferdie --json
  ownome consent export --grant 0 --out grant.json
  ownome consent export --receipts 0 --out audit.json")]
	Export(Export),
	/// Read a policy from a Consent of FHIR R5. Needs no node.
	#[command(after_help = "\
What changes nothing, texts and metadata, is told on the standard error, with --json in \"findings\". What a policy cannot say and without which it would allow more
than the Consent is an error: then there is no policy. A Consent of others may do without our extensions: then the owner is asked about each offer.
Examples:
  ownome consent import consent.json --out policy.json
  ownome consent import from-the-hospital.json --longest-period 365d --json")]
	Import {
		/// The file with the Consent, in JSON.
		file: PathBuf,
		/// For how long at most data may be used by a clause that does not say it.
		#[arg(long, value_name = "PERIOD")]
		longest_period: Option<Period>,
		/// Where to write the policy; to the standard output if it is left out.
		#[arg(long, value_name = "FILE.json")]
		out: Option<PathBuf>,
	},
}

/// What is written as a resource.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("what").args(["policy", "dataset", "owner", "grant", "receipts"]).required(true)))]
pub struct Export {
	/// The policy in a file. Needs no node.
	#[arg(long, value_name = "FILE")]
	pub policy: Option<PathBuf>,
	/// The policy by which the owner of a dataset consents.
	#[arg(long, value_name = "N")]
	pub dataset: Option<DatasetId>,
	/// The policy of an owner for all datasets.
	#[arg(long, value_name = "ACCOUNT")]
	pub owner: Option<Account>,
	/// A grant, as it stands now.
	#[arg(long, value_name = "N")]
	pub grant: Option<GrantId>,
	/// The receipts of a grant.
	#[arg(long, value_name = "GRANT")]
	pub receipts: Option<GrantId>,
	/// Where to write the resource; to the standard output if it is left out.
	#[arg(long, value_name = "FILE.json")]
	pub out: Option<PathBuf>,
}
