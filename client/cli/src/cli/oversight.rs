//! What the command line says about ethics committees, emergencies, sealed scopes and audits.

use super::{offer::Agreed, values::Reason};
use clap::{ArgGroup, Subcommand};
use ownome_primitives::{DatasetId, GrantId};
use std::path::PathBuf;

/// Sign offers and review emergencies, as a member with the role ethics that has no part in them.
#[derive(Debug, Subcommand)]
pub enum Ethics {
	/// Sign an offer for which the owner's policy asks for an ethics committee.
	#[command(after_help = "Example:\n  ownome ethics cosign 3 --signer dave")]
	Cosign(Agreed),
	/// Say whether an emergency was one. If it was not, what is still open ends.
	#[command(
		group(ArgGroup::new("finding").args(["justified", "unjustified"]).required(true)),
		after_help = "Examples:\n  ownome ethics review 7 --justified --signer dave\n  ownome ethics review 7 --unjustified --statement emergency-0.json --signer dave"
	)]
	Review {
		/// The number of the grant.
		grant: GrantId,
		/// It was.
		#[arg(long)]
		justified: bool,
		/// It was not: anybody may then report it, which suspends the clinician.
		#[arg(long)]
		unjustified: bool,
		/// The justification that the clinician gave you: decide only if it is the one on record.
		#[arg(long, value_name = "FILE.json")]
		statement: Option<PathBuf>,
	},
	/// List the offers that wait for the signature of an ethics committee.
	#[command(after_help = "Example:\n  ownome ethics list")]
	List,
}

/// Open a dataset in an emergency, report emergencies that were none.
#[derive(Debug, Subcommand)]
pub enum Emergency {
	/// Open a dataset without asking, for a short time, as a member with the role clinician.
	#[command(after_help = "\
The owner sees it. An ethics committee of another institution reviews it: give it the file with your justification. If it finds no emergency, or nobody
reviews it in time, anybody may have you suspended.
Examples:
  ownome emergency open 0 --reason life-threatening --justification polytrauma --signer dave
  ownome emergency open 0 --reason drug-safety --justification - --out justification.json --signer dave")]
	Open {
		/// The number of the dataset.
		dataset: DatasetId,
		/// Why, for everybody to see.
		#[arg(long, value_enum, value_name = "CODE")]
		reason: Reason,
		/// Why, for the ethics committee, or - to read it from the standard input. It is written to a file with random bytes, of which only the hash goes to the chain.
		#[arg(long, value_name = "TEXT")]
		justification: String,
		/// Where to write the justification; emergency-DATASET.json if it is left out.
		#[arg(long, value_name = "FILE.json")]
		out: Option<PathBuf>,
	},
	/// Have a clinician suspended whose emergency was not justified, or was not reviewed in time. Anybody may do it.
	#[command(after_help = "Example:\n  ownome emergency report 7 --signer ferdie")]
	Report {
		/// The number of the grant.
		grant: GrantId,
	},
}

/// Describe a scope that only the two parties know.
#[derive(Debug, Subcommand)]
pub enum Scope {
	/// Write a description of a scope to a file with random bytes, of which only the hash goes to the chain. Give the file to the other party.
	#[command(
		after_help = "Examples:\n  ownome scope seal genes:HGNC:1100 --out scope.json\n  ownome scope seal - --out scope.json"
	)]
	Seal {
		/// The description, or - to read it from the standard input.
		description: String,
		/// Where to write it.
		#[arg(long, value_name = "FILE.json")]
		out: PathBuf,
	},
	/// Show what a file with a description of a scope says, and the sealed scope that belongs to it.
	#[command(after_help = "Example:\n  ownome scope show scope.json")]
	Show {
		/// The file.
		file: PathBuf,
	},
}
