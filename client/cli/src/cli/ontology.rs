//! What the command line says about the ontology of diseases.

use crate::purpose::Disease;
use clap::Subcommand;
use std::path::PathBuf;

/// Prove which diseases are kinds of others, with `mondo.json` of a release of MONDO.
#[derive(Debug, Subcommand)]
pub enum Ontology {
	/// Show the root over all pairs of a release, of which the first disease is a kind of the second. Needs no node.
	#[command(after_help = "Example:\n  ownome ontology root mondo.json")]
	Root {
		/// The release.
		file: PathBuf,
	},
	/// Prove that one disease is a kind of another. Needs no node.
	#[command(
		after_help = "Example:\n  ownome ontology prove mondo.json MONDO:0005148 MONDO:0005015"
	)]
	Prove {
		/// The release.
		file: PathBuf,
		/// The narrower disease.
		descendant: Disease,
		/// The wider disease.
		ancestor: Disease,
	},
	/// Say whether a release is the one by which the chain checks proofs, now or from an announced moment on. It is a failure if it is neither.
	#[command(after_help = "Example:\n  ownome ontology check mondo.json")]
	Check {
		/// The release.
		file: PathBuf,
	},
	/// Announce a release, as the sudo key of a development chain. It counts after the delay that the chain sets.
	#[command(after_help = "Example:\n  ownome ontology set mondo.json --signer alice")]
	Set {
		/// The release.
		file: PathBuf,
	},
}
