//! What the command line says about grants and what is recorded under them.

use super::{
	registry::{Page, Place},
	values::{ByteRange, Format},
};
use crate::{account::Account, scope::ScopeArg, time::Date};
use clap::{ArgGroup, Args, Subcommand};
use ownome_primitives::{DatasetId, GrantId};
use std::path::PathBuf;

/// Deliver keys, settle accounts, look at grants.
#[derive(Debug, Subcommand)]
pub enum Grant {
	/// Show a grant.
	#[command(after_help = "Example:\n  ownome grant show 0")]
	Show {
		/// The number of the grant.
		grant: GrantId,
	},
	/// List grants, ended ones included: of a dataset, of an owner or of a grantee; with --dataset and --grantee those of both.
	#[command(after_help = "\
The owner of a grant is who owned the dataset when it was made.
Examples:
  ownome grant list --owner ferdie
  ownome grant list --grantee bob --after 99 --limit 50
  ownome grant list --dataset 0 --grantee bob")]
	List {
		/// Whose.
		#[command(flatten)]
		whose: Whose,
		/// Which part of the list.
		#[command(flatten)]
		page: Page,
	},
	/// Show where the money of a grant is.
	#[command(after_help = "Example:\n  ownome grant money 0")]
	Money {
		/// The number of the grant.
		grant: GrantId,
	},
	/// Make the data readable for the grantee, as the owner.
	#[command(after_help = "\
For a grant of a part, the part is cut out of the data and stored beside them, under a data key of its own: the grantee gets it and nothing else.
Examples:
  ownome grant deliver 0 --key owner.sec --store store --signer ferdie
  ownome grant deliver 1 --key owner.sec --store store --gene-regions genes.bed --signer ferdie
  ownome grant deliver 2 --key owner.sec --store store --scope-file scope.json --signer ferdie")]
	Deliver(Delivery),
	/// Say that the key of a grant opens the data. The part of the price for it is paid; who says nothing in time confirms as well.
	#[command(after_help = "Example:\n  ownome grant confirm 2 --signer bob")]
	Confirm {
		/// The number of the grant.
		grant: GrantId,
	},
	/// Say that the key of a grant does not open the data, as the grantee. Nothing is open until an auditor has decided; a false dispute stays on record.
	#[command(after_help = "\
What is wrong is written to a file with random bytes, of which only the hash goes to the chain: give the file to the auditor.
Examples:
  ownome grant dispute 2 --reason garbled --signer bob
  ownome grant dispute 2 --reason - --out dispute.json --signer bob")]
	Dispute {
		/// The number of the grant.
		grant: GrantId,
		/// What is wrong, or - to read it from the standard input.
		#[arg(long, value_name = "TEXT")]
		reason: String,
		/// Where to write the statement; dispute-GRANT.json if it is left out.
		#[arg(long, value_name = "FILE.json")]
		out: Option<PathBuf>,
	},
	/// Decide a dispute, as a member with the role auditor that has no part in it.
	#[command(
		group(ArgGroup::new("ruling").args(["valid", "invalid"]).required(true)),
		after_help = "Examples:\n  ownome grant rule 2 --invalid --signer dave\n  ownome grant rule 2 --valid --statement dispute-2.json --signer dave"
	)]
	Rule {
		/// The number of the grant.
		grant: GrantId,
		/// The key opens the data.
		#[arg(long)]
		valid: bool,
		/// The key does not open the data: the grant ends and everything goes back.
		#[arg(long)]
		invalid: bool,
		/// The statement that the grantee gave you: decide only if it is the one on record.
		#[arg(long, value_name = "FILE.json")]
		statement: Option<PathBuf>,
	},
	/// Leave open less of a dataset, or for a shorter time, as its owner. Costs nothing, even without any OWN. Nobody can widen it again.
	#[command(after_help = "\
Examples:
  ownome grant narrow 0 --until 2026-12-24 --signer ferdie
  ownome grant narrow 0 --scope resources:Observation --signer ferdie
  ownome grant narrow 0 --scope genes:HGNC:1100,HGNC:1101 --yes --signer ferdie")]
	Narrow(Narrow),
	/// Give a grant back, as the grantee. Who has the key keeps it, and so owes what the rest of the period would have earned.
	#[command(
		after_help = "Examples:\n  ownome grant relinquish 0 --signer bob\n  ownome grant relinquish 0 --yes --signer bob"
	)]
	Relinquish {
		/// The number of the grant.
		grant: GrantId,
	},
	/// Pay out what has been earned so far, and give back what cannot be earned any more. Anybody may do it.
	#[command(after_help = "Example:\n  ownome grant settle 0 --signer ferdie")]
	Settle {
		/// The number of the grant.
		grant: GrantId,
	},
}

/// What an owner delivers.
#[derive(Debug, Args)]
pub struct Delivery {
	/// The number of the grant.
	pub grant: GrantId,
	/// Your private key.
	#[arg(long, value_name = "FILE.sec")]
	pub key: PathBuf,
	/// Where the custodian stores datasets.
	#[command(flatten)]
	pub store: Place,
	/// How the part is cut out.
	#[command(flatten)]
	pub cut: Cut,
}

/// What a grantee gets.
#[derive(Debug, Args)]
pub struct Fetch {
	/// The number of the grant.
	pub grant: GrantId,
	/// Private key to the encryption key under which the grantee is a member.
	#[arg(long, value_name = "FILE.sec")]
	pub key: PathBuf,
	/// Where the custodian stores datasets.
	#[command(flatten)]
	pub store: Place,
	/// Get only these bytes of the data, counted from 0; the end is the first one that is left out.
	#[arg(long, value_name = "START-END")]
	pub range: Option<ByteRange>,
	/// How the part is cut out that is left of a grant which was narrowed after the delivery.
	#[command(flatten)]
	pub cut: Cut,
	/// Where to write the data. Nothing is written unless everything is as it was committed to.
	pub output: PathBuf,
}

/// What is needed to cut some parts out of some data.
#[derive(Debug, Args)]
pub struct Cut {
	/// The description of a sealed scope.
	#[arg(long, value_name = "FILE.json")]
	pub scope_file: Option<PathBuf>,
	/// Where genes are, for a scope of genes: BED on the reference of the data, with HGNC:NUMBER as the name.
	#[arg(long, value_name = "FILE.bed")]
	pub gene_regions: Option<PathBuf>,
	/// The reference to which the reads of a CRAM were aligned, in FASTA, with its index FILE.fa.fai beside it.
	#[arg(long, value_name = "FILE.fa")]
	pub reference: Option<PathBuf>,
}

/// A part of a file, for others.
#[derive(Debug, Args)]
pub struct Extract {
	/// Private key of a recipient of the file.
	#[arg(long, value_name = "FILE.sec")]
	pub key: PathBuf,
	/// Public key of a recipient of the part; may be given several times.
	#[arg(long = "recipient", required = true, value_name = "FILE.pub")]
	pub recipients: Vec<PathBuf>,
	/// The format of the data.
	#[arg(long, value_enum)]
	pub format: Format,
	/// The part, as for `ownome offer`.
	#[arg(long, value_name = "SCOPE")]
	pub scope: ScopeArg,
	/// How the part is cut out.
	#[command(flatten)]
	pub cut: Cut,
	/// The encrypted file, or - for the standard input.
	pub input: PathBuf,
	/// Where to write the part, or - for the standard output.
	pub output: PathBuf,
}

/// What to leave open.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("less").args(["scope", "until"]).required(true).multiple(true)))]
pub struct Narrow {
	/// The number of the grant.
	pub grant: GrantId,
	/// Part of what is open now, as for `ownome offer`.
	#[arg(long, value_name = "SCOPE")]
	pub scope: Option<ScopeArg>,
	/// From this date on, 00:00 UTC, or from this moment on, nothing is open.
	#[arg(long, value_name = "DATE")]
	pub until: Option<Date>,
}

/// Whose grants.
#[derive(Debug, Args)]
#[group(required = true, multiple = true)]
pub struct Whose {
	/// Of this dataset.
	#[arg(long, value_name = "N")]
	pub dataset: Option<DatasetId>,
	/// In the name of this owner.
	#[arg(long, value_name = "ACCOUNT", conflicts_with_all = ["dataset", "grantee"])]
	pub owner: Option<Account>,
	/// To this grantee.
	#[arg(long, value_name = "ACCOUNT")]
	pub grantee: Option<Account>,
}

/// Which grants to end.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("which").args(["grants", "grantee"]).required(true)))]
pub struct Revoke {
	/// The numbers of the grants.
	#[arg(value_name = "GRANT")]
	pub grants: Vec<GrantId>,
	/// All grants to this account that run, for any of your datasets.
	#[arg(long, value_name = "ACCOUNT")]
	pub grantee: Option<Account>,
	/// The owner, if you sign as the guardian.
	#[arg(long, value_name = "ACCOUNT", conflicts_with = "grants")]
	pub owner: Option<Account>,
}

/// Record accesses, look at what was recorded.
#[derive(Debug, Subcommand)]
pub enum Receipt {
	/// Write an access record and post its hash, as the custodian.
	#[command(after_help = "Example:\n  ownome receipt record 0 --store store --signer charlie")]
	Record {
		/// The number of the grant under which the data were read.
		grant: GrantId,
		/// Where the custodian stores datasets.
		#[command(flatten)]
		store: Place,
	},
	/// Write the records of many accesses and post the one hash over all of them, as the custodian. Costs one deposit.
	#[command(after_help = "\
The list has a line for each access: when it was, like 2026-11-20T10:00:00Z. Any access record can be proved later from the records.
Example:
  ownome receipt batch 0 accesses.txt --store store --signer charlie")]
	Batch {
		/// The number of the grant under which the data were read.
		grant: GrantId,
		/// The list of accesses.
		list: PathBuf,
		/// Where the custodian stores datasets.
		#[command(flatten)]
		store: Place,
	},
	/// List the receipts of a grant.
	#[command(
		after_help = "Examples:\n  ownome receipt list 0\n  ownome receipt list 0 --after 99 --limit 50"
	)]
	List {
		/// The number of the grant.
		grant: GrantId,
		/// Which part of the list.
		#[command(flatten)]
		page: Page,
	},
	/// Check that access records are those to which a custodian committed on the chain.
	#[command(after_help = "Example:\n  ownome receipt verify 0 record.json")]
	Verify {
		/// The number of the grant.
		grant: GrantId,
		/// What the custodian wrote: one record, or the records of a batch.
		file: PathBuf,
	},
}
