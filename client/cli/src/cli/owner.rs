//! What the command line says about what owners consent to and refuse beforehand.

use crate::account::Account;
use clap::{ArgGroup, Args, Subcommand};
use ownome_primitives::{DatasetId, Moment};
use std::path::PathBuf;

/// Say once what your data may be used for, look at policies and purposes, decide with them as the chain does.
#[derive(Debug, Subcommand)]
pub enum Policy {
	/// Say whether a policy permits a purpose, denies it or refers it to the owner, and why. Needs no node. The decision is no failure: the exit code is 0.
	#[command(after_help = "\
Both files hold either the JSON form or the text form.
Examples:
  ownome policy evaluate --policy policy.json --purpose purpose.json
  ownome policy evaluate --policy policy.json --purpose purpose.json --at 1795132800000 --json")]
	Evaluate {
		/// What the owner consents to.
		#[arg(long, value_name = "FILE")]
		policy: PathBuf,
		/// What the requester states.
		#[arg(long, value_name = "FILE")]
		purpose: PathBuf,
		/// When, in Unix milliseconds, which a publication moratorium turns on; now if it is left out.
		#[arg(long, value_name = "MS")]
		at: Option<Moment>,
	},
	/// Check a policy and show its text and JSON forms, or show the policy that is on the chain.
	#[command(
		group(ArgGroup::new("shown").args(["file", "dataset", "owner"]).required(true)),
		after_help = "\
For a dataset: the policy by which its owner consents, its own or that for all. For an owner: the policy for all, and what the owner refuses.
Examples:
  ownome policy show policy.json
  ownome policy show --dataset 0
  ownome policy show --owner ferdie"
	)]
	Show {
		/// The file with the policy, in either form.
		file: Option<PathBuf>,
		/// The number of the dataset.
		#[arg(long, value_name = "N")]
		dataset: Option<DatasetId>,
		/// The owner.
		#[arg(long, value_name = "ACCOUNT")]
		owner: Option<Account>,
	},
	/// Check a purpose and show its text and JSON forms.
	#[command(after_help = "Example:\n  ownome policy purpose purpose.json")]
	Purpose {
		/// The file with the purpose, in either form.
		file: PathBuf,
	},
	/// Say what a dataset, or all that have no policy of their own, may be used for, in place of what was said before.
	#[command(after_help = "\
The file is the JSON form with the terms of each clause: \"longest_period_days\", \"ask\" (in DATA), \"standing\" (the match alone is consent) and \"ethics\".
A policy is public, for ever: the tool asks before it publishes a clause from which a diagnosis could be guessed. A deposit is held as long as it stands.
Examples:
  ownome policy set policy.json --dataset 0 --signer ferdie
  ownome policy set policy.json --all --signer ferdie
  ownome policy set policy.json --all --owner ferdie --yes --signer eve")]
	Set {
		/// The file with the policy.
		file: PathBuf,
		/// For what.
		#[command(flatten)]
		target: Target,
	},
	/// Take a policy off. From then on the owner is asked, or the policy for all datasets answers.
	#[command(
		after_help = "Examples:\n  ownome policy remove --dataset 0 --signer ferdie\n  ownome policy remove --all --signer ferdie"
	)]
	Remove {
		/// For what it was set.
		#[command(flatten)]
		target: Target,
	},
}

/// For what a policy holds.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("target").args(["dataset", "all"]).required(true)))]
pub struct Target {
	/// For this dataset.
	#[arg(long, value_name = "N")]
	pub dataset: Option<DatasetId>,
	/// For all datasets that have no policy of their own.
	#[arg(long)]
	pub all: bool,
	/// The owner, if you sign as the guardian.
	#[arg(long, value_name = "ACCOUNT", conflicts_with = "dataset")]
	pub owner: Option<Account>,
}

/// Refuse all offers beforehand, or take them again.
#[derive(Debug, Subcommand)]
pub enum Door {
	/// Take offers again.
	#[command(after_help = "Example:\n  ownome door open --signer ferdie")]
	Open(Behalf),
	/// Refuse all offers from now on. Those that wait for an answer stay. A deposit is held as long as anything is refused.
	#[command(
		after_help = "Examples:\n  ownome door close --signer ferdie\n  ownome door close --owner ferdie --signer eve"
	)]
	Close(Behalf),
}

/// Refuse emergency access beforehand, or allow it again.
#[derive(Debug, Subcommand)]
pub enum BreakGlass {
	/// Refuse that clinicians open your data in an emergency. A deposit is held as long as anything is refused.
	#[command(after_help = "Example:\n  ownome break-glass refuse --signer ferdie")]
	Refuse(Behalf),
	/// Allow that clinicians open your data in an emergency, as it is when nothing is said.
	#[command(after_help = "Example:\n  ownome break-glass allow --owner ferdie --signer eve")]
	Allow(Behalf),
}

/// For whom.
#[derive(Debug, Args)]
pub struct Behalf {
	/// The owner, if you sign as the guardian.
	#[arg(long, value_name = "ACCOUNT")]
	pub owner: Option<Account>,
}
