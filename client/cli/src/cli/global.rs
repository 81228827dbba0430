//! The options that hold for every command.

use crate::{
	chain::{Keypair, SignerSource, Wait},
	config::Origins,
};
use clap::{builder::FalseyValueParser, Args};
use std::{path::PathBuf, sync::OnceLock};

/// The heading over what holds for every command.
const HEADING: &str = "Global options";

/// What holds for every command.
#[derive(Debug, Args)]
#[command(next_help_heading = HEADING)]
pub struct Global {
	/// The node to talk to.
	#[arg(
		long,
		global = true,
		env = "OWNOME_URL",
		default_value = "ws://127.0.0.1:9944",
		value_name = "URL"
	)]
	pub url: String,
	/// Who signs: a development account, an account file made by `ownome keys account`, or an account in the JSON of polkadot.js.
	#[arg(long, global = true, env = "OWNOME_SIGNER", value_name = "NAME|FILE")]
	pub signer: Option<SignerSource>,
	/// The key of the signer, once it was read.
	#[arg(skip)]
	pub key: OnceLock<Keypair>,
	/// How sure to be that a transaction stays: in a block, or in a block that can never go away.
	#[arg(long, global = true, env = "OWNOME_WAIT", value_enum, default_value_t = Wait::Best)]
	pub wait: Wait,
	/// Say what a command would do and what it would cost, and send nothing. Files that it would leave are not left either.
	#[arg(long, global = true, env = "OWNOME_DRY_RUN", value_parser = FalseyValueParser::new())]
	pub dry_run: bool,
	/// Do not ask before something is done that cannot be undone, as is needed where nobody sits at a terminal.
	#[arg(long, global = true, env = "OWNOME_YES", value_parser = FalseyValueParser::new())]
	pub yes: bool,
	/// Answer with one JSON object.
	#[arg(long, global = true, env = "OWNOME_JSON", value_parser = FalseyValueParser::new())]
	pub json: bool,
	/// The file with your settings; ~/.config/ownome/config.toml if it is left out.
	#[arg(long, global = true, env = "OWNOME_CONFIG", value_name = "FILE")]
	pub config: Option<PathBuf>,
	/// Where each of these was said.
	#[arg(skip)]
	pub origins: Origins,
}

impl Global {
	/// Whether nobody is to be asked before something is done that cannot be undone: nothing is done, or somebody has agreed beforehand.
	pub fn unasked(&self) -> bool {
		self.yes || self.dry_run
	}
}
