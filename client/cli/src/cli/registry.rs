//! What the command line says about datasets and all that stands beside them.

use super::Format;
use crate::account::Account;
use clap::{Args, Subcommand};
use ownome_primitives::DatasetId;
use std::path::PathBuf;

/// How a file becomes a stored dataset.
#[derive(Debug, Args)]
pub struct Packing {
	/// The owner's public key.
	#[arg(long, value_name = "FILE.pub")]
	pub recipient: PathBuf,
	/// The format of the data.
	#[arg(long, value_enum)]
	pub format: Format,
	/// The folder in which the custodian stores datasets.
	#[arg(long, value_name = "FOLDER")]
	pub store: PathBuf,
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
Example:
  ownome batch build list.csv batch.tree")]
	Build {
		/// The list.
		list: PathBuf,
		/// Where to write the tree.
		tree: PathBuf,
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
	/// The search key of the consortium.
	#[arg(long, value_name = "FILE")]
	pub key: PathBuf,
	/// The epoch of the search key.
	#[arg(long, value_name = "N")]
	pub epoch: u32,
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
