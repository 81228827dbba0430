//! What the command line says about datasets and all that stands beside them.

use super::{values::Hash, Format};
use crate::{
	account::Account,
	time::{Date, Period},
};
use clap::{Args, Subcommand};
use ownome_primitives::{api::MAX_PAGE, BatchId, DatasetId};
use ownome_vault::store::Store;
use std::path::PathBuf;

/// Register datasets, look after them, look at them.
#[derive(Debug, Subcommand)]
pub enum Dataset {
	/// Encrypt a file, store it and register it as yours.
	#[command(after_help = "\
Examples:
  ownome dataset register genome.vcf --recipient owner.pub --format vcf --custodian charlie --store store --signer ferdie
  ownome dataset register genome.vcf --recipient owner.pub --format vcf --custodian charlie --attester dave --store store --signer ferdie")]
	Register {
		/// The file with the data.
		input: PathBuf,
		/// How to pack the data.
		#[command(flatten)]
		packing: Packing,
		/// Who has a part in it.
		#[command(flatten)]
		parties: Parties,
	},
	/// Encrypt several files of one format, store them and register all of them, or none, with one signature.
	#[command(
		after_help = "Example:\n  ownome dataset register-many one.vcf two.vcf --recipient owner.pub --format vcf --custodian charlie --store store --signer ferdie"
	)]
	RegisterMany {
		/// The files with the data.
		#[arg(required = true)]
		inputs: Vec<PathBuf>,
		/// How to pack the data.
		#[command(flatten)]
		packing: Packing,
		/// Who has a part in it.
		#[command(flatten)]
		parties: Parties,
	},
	/// Encrypt files, store them and sign their registration, for somebody else to pay for. Works without a node if --genesis is given.
	#[command(
		after_help = "Example:\n  ownome dataset sign-registration genome.vcf --recipient owner.pub --format vcf --custodian charlie --store store --valid 7d --out registration.json --signer ferdie"
	)]
	SignRegistration {
		/// The files with the data.
		#[arg(required = true)]
		inputs: Vec<PathBuf>,
		/// How to pack the data.
		#[command(flatten)]
		packing: Packing,
		/// Who has a part in it.
		#[command(flatten)]
		parties: Parties,
		/// The owner, if you sign as the guardian.
		#[arg(long, value_name = "ACCOUNT")]
		owner: Option<Account>,
		/// For how long the signature holds.
		#[arg(long, value_name = "TIME", default_value = "7d")]
		valid: Period,
		/// The genesis hash of the chain, as `ownome chain info` shows it; that of the node if it is left out.
		#[arg(long, value_name = "HASH")]
		genesis: Option<Hash>,
		/// Where to write the signed registration.
		#[arg(long, value_name = "FILE.json")]
		out: PathBuf,
	},
	/// Pay for a registration that its owner has signed.
	#[command(
		after_help = "Examples:\n  ownome dataset register-for registration.json --store store --signer charlie\n  ownome dataset register-for registration.json --signer charlie"
	)]
	RegisterFor {
		/// The file that the owner signed.
		registration: PathBuf,
		/// Pay only if this store has all the datasets, and their manifests name the owner.
		#[arg(long, env = "OWNOME_STORE", value_name = "FOLDER|URL")]
		store: Option<PathBuf>,
	},
	/// Encrypt a file, store it and register it as the next version of a dataset.
	#[command(
		after_help = "Example:\n  ownome dataset version 0 genome.vcf --recipient owner.pub --format vcf --custodian charlie --store store --signer ferdie"
	)]
	Version {
		/// The number of the newest version so far.
		predecessor: DatasetId,
		/// The file with the data.
		input: PathBuf,
		/// How to pack the data.
		#[command(flatten)]
		packing: Packing,
		/// Who has a part in it.
		#[command(flatten)]
		parties: Parties,
	},
	/// Encrypt a stored dataset anew, for another key, and register it as its next version: when the owner's key may be known to others.
	#[command(after_help = "\
The stored data are checked against the chain first. They are in no file in the clear meanwhile.
The old version stays, with its grants: have its data deleted with `ownome dataset erase` when nobody needs them any more.
Example:
  ownome dataset rekey 0 --key owner.sec --recipient owner-1.pub --format vcf --custodian charlie --store store --signer ferdie")]
	Rekey {
		/// The number of the newest version so far.
		predecessor: DatasetId,
		/// The owner's private key so far.
		#[arg(long, value_name = "FILE.sec")]
		key: PathBuf,
		/// How to pack the data.
		#[command(flatten)]
		packing: Packing,
		/// Who has a part in it.
		#[command(flatten)]
		parties: Parties,
	},
	/// Show a dataset, or what is left of it.
	#[command(after_help = "Example:\n  ownome dataset show 0")]
	Show {
		/// The number of the dataset.
		dataset: DatasetId,
	},
	/// List the datasets of an owner.
	#[command(
		after_help = "Examples:\n  ownome dataset list ferdie\n  ownome dataset list ferdie --after 99 --limit 50"
	)]
	List {
		/// The owner.
		owner: Account,
		/// Which part of the list.
		#[command(flatten)]
		page: Page,
	},
	/// Find datasets by a tag, as somebody who has the search key.
	#[command(
		after_help = "Example:\n  ownome dataset find --tag MONDO:0005148 --key search.key --epoch 1"
	)]
	Find {
		/// A term of HPO, MONDO, ICD-10, LOINC or HGNC.
		#[arg(long, value_name = "TERM")]
		tag: String,
		/// The search key.
		#[command(flatten)]
		key: Key,
		/// Which part of the list.
		#[command(flatten)]
		page: Page,
	},
	/// Show the versions before a dataset, the newest first.
	#[command(after_help = "Example:\n  ownome dataset lineage 1")]
	Lineage {
		/// The number of the dataset.
		dataset: DatasetId,
		/// How many versions at most.
		#[arg(long, value_name = "N", default_value_t = MAX_PAGE, value_parser = clap::value_parser!(u32).range(1..=i64::from(MAX_PAGE)))]
		limit: u32,
	},
	/// Say where the ciphertext lies, in place of what was said before.
	#[command(after_help = "\
Locations are public: nothing in them may point to a person.
Example:
  ownome dataset locate 0 drs://custodian.example/7f3a --signer ferdie")]
	Locate {
		/// The number of the dataset.
		dataset: DatasetId,
		/// DRS URIs, or keys of objects in the custodian's store.
		#[arg(required = true, value_name = "LOCATION")]
		locations: Vec<String>,
	},
	/// Take the locations of a dataset off the record.
	#[command(after_help = "Example:\n  ownome dataset unlocate 0 --signer ferdie")]
	Unlocate {
		/// The number of the dataset.
		dataset: DatasetId,
	},
	/// Make a dataset findable for those who have the search key, in place of the tags that it had before.
	#[command(
		after_help = "Example:\n  ownome dataset tag 0 --key search.key --epoch 1 MONDO:0005148 HP:0000118 --signer ferdie"
	)]
	Tag {
		/// The number of the dataset.
		dataset: DatasetId,
		/// What it is about.
		#[command(flatten)]
		terms: Terms,
	},
	/// Take the tags of a dataset off the record.
	#[command(after_help = "Example:\n  ownome dataset untag 0 --signer ferdie")]
	Untag {
		/// The number of the dataset.
		dataset: DatasetId,
	},
	/// Vouch for a dataset, as a member with the role attester.
	#[command(
		after_help = "Example:\n  ownome dataset attest 0 --statement statement.json --signer charlie"
	)]
	Attest {
		/// The number of the dataset.
		dataset: DatasetId,
		/// What you signed with `ownome statement create`. Only its hash goes to the chain.
		#[arg(long, value_name = "FILE.json")]
		statement: PathBuf,
	},
	/// Vouch for a dataset no more, as the attester.
	#[command(after_help = "Example:\n  ownome dataset retract 0 --signer charlie")]
	Retract {
		/// The number of the dataset.
		dataset: DatasetId,
	},
	/// Give the title to a dataset to somebody else.
	#[command(
		subcommand,
		after_help = "Example:\n  ownome dataset transfer offer 0 eve --signer ferdie"
	)]
	Transfer(Transfer),
	/// Close a dataset for new grants, for ever. Those that run go on.
	#[command(
		after_help = "Examples:\n  ownome dataset seal 0 --signer ferdie\n  ownome dataset seal 0 --yes --signer ferdie"
	)]
	Seal {
		/// The number of the dataset.
		dataset: DatasetId,
	},
	/// Make the proof file of a stored dataset, with which parts of it can be fetched, as the custodian. Datasets get one when they are stored; older ones have none.
	#[command(after_help = "Example:\n  ownome dataset prove 0 --store store")]
	Prove {
		/// The number of the dataset.
		dataset: DatasetId,
		/// Where the custodian stores datasets.
		#[command(flatten)]
		store: Place,
	},
	/// Erase a dataset from the chain, for ever, and end its grants. Costs nothing, even without any OWN. The stored ciphertext is for the custodian to delete.
	#[command(
		after_help = "Examples:\n  ownome dataset erase 0 --signer ferdie\n  ownome dataset erase 0 --yes --signer ferdie"
	)]
	Erase {
		/// The number of the dataset.
		dataset: DatasetId,
	},
}

/// Give the title to a dataset to somebody else.
#[derive(Debug, Subcommand)]
pub enum Transfer {
	/// Offer the title, as its owner, in place of an offer that was made before.
	#[command(after_help = "Example:\n  ownome dataset transfer offer 0 eve --signer ferdie")]
	Offer {
		/// The number of the dataset.
		dataset: DatasetId,
		/// To whom.
		to: Account,
	},
	/// Accept a title that was offered to you.
	#[command(after_help = "Example:\n  ownome dataset transfer accept 0 --signer eve")]
	Accept {
		/// The number of the dataset.
		dataset: DatasetId,
	},
	/// Take the offer of a title back.
	#[command(after_help = "Example:\n  ownome dataset transfer cancel 0 --signer ferdie")]
	Cancel {
		/// The number of the dataset.
		dataset: DatasetId,
	},
}

/// Let somebody act for you until a date, a parent for a child for example.
#[derive(Debug, Subcommand)]
pub enum Guardian {
	/// Let somebody decide about all of your datasets until a date, but not give them away.
	#[command(
		after_help = "Example:\n  ownome guardian set eve --until 2040-05-17 --signer ferdie"
	)]
	Set {
		/// Who acts for you.
		guardian: Account,
		/// From this date on, 00:00 UTC, or from this moment on, the guardian may not any more.
		#[arg(long, value_name = "DATE")]
		until: Date,
	},
	/// Give everything back to an owner, as the guardian, or as anybody once the guardian's time is over.
	#[command(after_help = "Example:\n  ownome guardian hand-over ferdie --signer eve")]
	HandOver {
		/// For whom the guardian acts.
		owner: Account,
	},
	/// Show who acts for an owner now.
	#[command(after_help = "Example:\n  ownome guardian show ferdie")]
	Show {
		/// The owner.
		owner: Account,
	},
}

/// Link your accounts, so that only you can see that they are one person's.
#[derive(Debug, Subcommand)]
pub enum Subject {
	/// Make your subject key: a file that only you may read.
	#[command(after_help = "Example:\n  ownome subject keygen --out subject.key")]
	Keygen {
		/// The file.
		#[arg(long, value_name = "FILE")]
		out: PathBuf,
	},
	/// Put the id that belongs to your key and your account on record.
	#[command(after_help = "Example:\n  ownome subject set --key subject.key --signer ferdie")]
	Set {
		/// Your subject key.
		#[arg(long, value_name = "FILE")]
		key: PathBuf,
	},
	/// Take your subject id off the record.
	#[command(after_help = "Example:\n  ownome subject clear --signer ferdie")]
	Clear,
	/// Show the subject id of an account and, with a key, whether it was made with it.
	#[command(after_help = "Example:\n  ownome subject show ferdie --key subject.key")]
	Show {
		/// The account.
		account: Account,
		/// Your subject key.
		#[arg(long, value_name = "FILE")]
		key: Option<PathBuf>,
	},
}

/// Who has a part in a dataset.
#[derive(Debug, Args)]
pub struct Parties {
	/// The member that stores the data.
	#[arg(long, value_name = "ACCOUNT")]
	pub custodian: Account,
	/// The member that is to vouch for the data, and to have a part in what they earn.
	#[arg(long, value_name = "ACCOUNT")]
	pub attester: Option<Account>,
}

/// A part of a list.
#[derive(Debug, Args)]
pub struct Page {
	/// The last number of the part before.
	#[arg(long, value_name = "N")]
	pub after: Option<DatasetId>,
	/// How many at most.
	#[arg(long, value_name = "N", default_value_t = MAX_PAGE, value_parser = clap::value_parser!(u32).range(1..=i64::from(MAX_PAGE)))]
	pub limit: u32,
}

/// Where datasets are stored.
#[derive(Debug, Args)]
pub struct Place {
	/// Where the custodian stores datasets: a folder, s3://bucket/prefix with the AWS_ environment variables, or https://host/path to read only.
	#[arg(id = "store", long, env = "OWNOME_STORE", value_name = "FOLDER|URL")]
	name: PathBuf,
}

impl Place {
	/// The store that is there.
	pub fn store(&self) -> ownome_vault::Result<Store> {
		Store::new(&self.name)
	}
}

/// How a file becomes a stored dataset.
#[derive(Debug, Args)]
pub struct Packing {
	/// The owner's public key.
	#[arg(long, value_name = "FILE.pub")]
	pub recipient: PathBuf,
	/// The format of the data.
	#[arg(long, value_enum)]
	pub format: Format,
	/// Where the custodian stores datasets.
	#[command(flatten)]
	pub store: Place,
}

/// Put many datasets on the chain under one hash, for their owners to claim.
#[derive(Debug, Subcommand)]
pub enum Batch {
	/// Encrypt a file for its owner, store it and add it to a list.
	#[command(
		after_help = "Example:\n  ownome batch add list.csv genome.vcf --owner ferdie --recipient owner.pub --format vcf --store store"
	)]
	Add {
		/// The list, a CSV file with the columns owner, seal and format. It is made if it is not there.
		list: PathBuf,
		/// The file with the data.
		input: PathBuf,
		/// The owner, who alone will be able to claim the dataset.
		#[arg(long, value_name = "ACCOUNT")]
		owner: Account,
		/// How to pack the data.
		#[command(flatten)]
		packing: Packing,
	},
	/// Make a tree over a list of datasets.
	#[command(after_help = "\
The list is a CSV file with the header owner,seal,format and a line for each dataset: the address of the owner or 0x and 64 hex digits, 64 hex digits, and
the name of a format. Keep the tree: the proofs of the owners come from it.
Examples:
  ownome batch build list.csv batch.tree
  ownome batch build list.csv batch.tree --store store")]
	Build {
		/// The list.
		list: PathBuf,
		/// Where to write the tree.
		tree: PathBuf,
		/// Make it only if this store has all the datasets, and their manifests name the owners in the list.
		#[arg(long, env = "OWNOME_STORE", value_name = "FOLDER|URL")]
		store: Option<PathBuf>,
	},
	/// Write the proof that a dataset is in a batch, for its owner.
	#[command(after_help = "Example:\n  ownome batch prove batch.tree --index 0 --out proof.json")]
	Prove {
		/// The tree.
		tree: PathBuf,
		/// The place of the dataset in the list, counted from 0.
		#[arg(long, value_name = "N")]
		index: u64,
		/// Where to write the proof; proof-N.json if it is left out.
		#[arg(long, value_name = "FILE.json")]
		out: Option<PathBuf>,
	},
	/// Put the root of a tree on the chain, as a member with the role attester or custodian. It stays for ever.
	#[command(
		after_help = "Example:\n  ownome batch anchor batch.tree --custodian charlie --location drs://custodian.example/batch-1 --signer charlie"
	)]
	Anchor {
		/// The tree.
		tree: PathBuf,
		/// The member that stores the data of all datasets.
		#[arg(long, value_name = "ACCOUNT")]
		custodian: Account,
		/// Where the ciphertext lies, as for `ownome dataset locate`; may be given several times.
		#[arg(long = "location", value_name = "LOCATION")]
		locations: Vec<String>,
	},
	/// Turn your part of a batch into a dataset of yours.
	#[command(
		after_help = "Examples:\n  ownome batch claim 0 proof.json --manifest manifest.json --signer ferdie\n  ownome batch claim 0 proof.json --signer ferdie"
	)]
	Claim {
		/// The number of the batch.
		batch: BatchId,
		/// The proof that the institution gave you.
		proof: PathBuf,
		/// The manifest that the institution gave you: claim only if it is the one in the batch, and names you.
		#[arg(long, value_name = "FILE")]
		manifest: Option<PathBuf>,
		/// The member that is to vouch for the data, and to have a part in what they earn.
		#[arg(long, value_name = "ACCOUNT")]
		attester: Option<Account>,
	},
	/// Show a batch.
	#[command(after_help = "Example:\n  ownome batch show 0")]
	Show {
		/// The number of the batch.
		batch: BatchId,
	},
}

/// The search key in one of its epochs.
#[derive(Debug, Args)]
pub struct Key {
	/// The search key of the consortium.
	#[arg(long, value_name = "FILE")]
	pub key: PathBuf,
	/// The epoch of the search key.
	#[arg(long, value_name = "N")]
	pub epoch: u32,
}

/// Turn terms of ontologies into tags that tell nothing without the consortium's search key.
#[derive(Debug, Subcommand)]
pub enum Tag {
	/// Make a new search key, as the consortium: a file that only you may read.
	#[command(after_help = "Example:\n  ownome tag keygen --out search.key")]
	Keygen {
		/// The file.
		#[arg(long, value_name = "FILE")]
		out: PathBuf,
	},
	/// Show the tokens of terms.
	#[command(
		after_help = "Example:\n  ownome tag derive --key search.key --epoch 1 HP:0000118 MONDO:0005148 ICD10:E11.9 LOINC:4548-4 HGNC:1100"
	)]
	Derive {
		/// What to derive.
		#[command(flatten)]
		terms: Terms,
	},
}

/// Terms and the search key.
#[derive(Debug, Args)]
pub struct Terms {
	/// The search key.
	#[command(flatten)]
	pub key: Key,
	/// Terms of HPO, MONDO, ICD-10, LOINC or HGNC, for example HP:0000118.
	#[arg(required = true, value_name = "TERM")]
	pub terms: Vec<String>,
}

/// Say in a signed file what you vouch for, as a laboratory.
#[derive(Debug, Subcommand)]
pub enum Statement {
	/// Write and sign a statement about a dataset.
	#[command(
		after_help = "Example:\n  ownome statement create 0 --origin saliva --instrument NovaSeq-X --pipeline sarek-3.4 --out statement.json --signer charlie"
	)]
	Create {
		/// The number of the dataset.
		dataset: DatasetId,
		/// Where the sample comes from.
		#[arg(long, value_name = "TEXT")]
		origin: String,
		/// With what it was measured.
		#[arg(long, value_name = "TEXT")]
		instrument: String,
		/// How the data were made from the measurement.
		#[arg(long, value_name = "TEXT")]
		pipeline: String,
		/// A report that belongs to the statement, which keeps its hash.
		#[arg(long, value_name = "FILE")]
		report: Option<PathBuf>,
		/// Where to write the statement.
		#[arg(long, value_name = "FILE.json")]
		out: PathBuf,
	},
	/// Check the signature of a statement, that it is about the dataset, and that its attester vouches for it on the chain.
	#[command(after_help = "Example:\n  ownome statement verify 0 statement.json")]
	Verify {
		/// The number of the dataset.
		dataset: DatasetId,
		/// The statement.
		statement: PathBuf,
	},
}
