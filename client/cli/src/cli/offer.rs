//! What the command line says about offers.

use super::{
	registry::Page,
	values::{Accesses, Hash},
};
use crate::{
	account::Account,
	amount::{Amount, Data},
	purpose::{Disease, DuoCode},
	scope::ScopeArg,
	time::Period,
};
use clap::{Args, Subcommand};
use ownome_primitives::{DatasetId, ProposalId};
use std::path::PathBuf;

/// What to offer.
#[derive(Debug, Args)]
pub struct Offer {
	/// The numbers of the datasets. Several get the same offer, 50 with one signature, and each has its own outcome.
	#[arg(required = true, value_name = "DATASET")]
	pub datasets: Vec<DatasetId>,
	/// What the data are wanted for.
	#[command(flatten)]
	pub purpose: Purpose,
	/// How much of the dataset: whole, aggregate, regions:chr1:1000-2000, genes:HGNC:1100, resources:Observation or sealed:0x...; several regions, genes or resource types are separated by commas.
	#[arg(long, value_name = "SCOPE", default_value = "whole")]
	pub scope: ScopeArg,
	/// For how long from the approval on, for example 30d, 12h or 90m.
	#[arg(long, value_name = "TIME")]
	pub period: Period,
	/// The whole price in DATA.
	#[arg(long, value_name = "DATA")]
	pub price: Amount<Data>,
	/// The part of the price that is earned when the key is delivered, in percent; the rest is spread evenly over the period and earned for the time with the key.
	#[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(0..=100))]
	pub upfront: u8,
	/// How many accesses you want; any number if it is left out. With the last one the grant ends.
	#[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
	pub accesses: Option<u32>,
	/// The release of MONDO that is on record, to prove that your disease is a kind of one that a policy names.
	#[arg(long, value_name = "FILE")]
	pub ontology: Option<PathBuf>,
}

/// What the data are wanted for.
#[derive(Debug, Args)]
pub struct Purpose {
	/// What the data are wanted for, as a code of the Data Use Ontology.
	#[arg(long, value_name = "DUO", required_unless_present = "purpose_file")]
	pub purpose: Option<DuoCode>,
	/// All that you say of the use, in a file as `ownome policy purpose` checks it. What you leave out is unknown, and may keep a policy from consenting at once.
	#[arg(long, value_name = "FILE", conflicts_with_all = ["purpose", "disease", "for_profit"])]
	pub purpose_file: Option<PathBuf>,
	/// The disease, for DUO:0000007.
	#[arg(long, value_name = "MONDO")]
	pub disease: Option<Disease>,
	/// The use is for profit.
	#[arg(long)]
	pub for_profit: bool,
}

/// Other terms for an offer.
#[derive(Debug, Args)]
pub struct Counter {
	/// The number of the offer.
	pub proposal: ProposalId,
	/// What is to be otherwise.
	#[command(flatten)]
	pub changes: Changes,
}

/// What is to be otherwise; all else stays.
#[derive(Debug, Args)]
#[group(required = true, multiple = true)]
pub struct Changes {
	/// How much of the dataset, as for `ownome offer`.
	#[arg(long, value_name = "SCOPE")]
	pub scope: Option<ScopeArg>,
	/// For how long, for example 30d.
	#[arg(long, value_name = "TIME")]
	pub period: Option<Period>,
	/// The whole price in DATA.
	#[arg(long, value_name = "DATA")]
	pub price: Option<Amount<Data>>,
	/// The part of the price that is earned when the key is delivered, in percent.
	#[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(0..=100))]
	pub upfront: Option<u8>,
	/// How many accesses, or `any`.
	#[arg(long, value_name = "N")]
	pub accesses: Option<Accesses>,
}

/// An offer, and the terms of it that were read.
#[derive(Debug, Args)]
pub struct Agreed {
	/// The number of the offer.
	pub proposal: ProposalId,
	/// The hash of the terms that you read, from `ownome proposal show`; those that stand now if it is left out.
	#[arg(long, value_name = "HASH")]
	pub terms: Option<Hash>,
}

/// Look at offers.
#[derive(Debug, Subcommand)]
pub enum Proposal {
	/// Show an offer that waits for an answer, and how its requester used disputes before.
	#[command(after_help = "Example:\n  ownome proposal show 3")]
	Show {
		/// The number of the offer.
		proposal: ProposalId,
	},
	/// List the offers that wait for an answer, to an owner or by a requester.
	#[command(
		after_help = "Examples:\n  ownome proposal list --owner ferdie\n  ownome proposal list --requester bob --after 99 --limit 50"
	)]
	List {
		/// To whom or by whom.
		#[command(flatten)]
		side: Side,
		/// Which part of the list.
		#[command(flatten)]
		page: Page,
	},
}

/// A side of offers.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Side {
	/// To this owner.
	#[arg(long, value_name = "ACCOUNT")]
	pub owner: Option<Account>,
	/// By this requester.
	#[arg(long, value_name = "ACCOUNT")]
	pub requester: Option<Account>,
}
