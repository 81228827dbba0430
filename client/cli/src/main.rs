//! `ownome`: with this tool people own, share and are paid for genomic data.
//!
//! The library `ownome-vault` does what needs no chain, the module `chain` what needs one, and the commands put the two together.

#![deny(rustdoc::broken_intra_doc_links)]

mod account;
mod chain;
mod cli;
mod commands;
mod config;
mod interrupt;
mod output;
mod passphrase;
mod purpose;
mod random;
mod scope;
mod time;

use config::Wrong;
use ownome_vault::amount;
use std::process::ExitCode;

/// The exit code for a command line that is none, as clap has it.
const WRONG_USAGE: u8 = 2;

#[tokio::main]
async fn main() -> ExitCode {
	let arguments: Vec<_> = std::env::args_os().collect();
	let cli = match config::parse(&arguments) {
		Ok(cli) => cli,
		Err(Wrong::Usage(error)) if error.use_stderr() && config::wants_json(&arguments) => {
			output::print_usage(&error);
			return ExitCode::from(WRONG_USAGE);
		},
		Err(Wrong::Usage(error)) => error.exit(),
		Err(Wrong::Settings(error)) => {
			output::print_error(&error, config::wants_json(&arguments));
			return ExitCode::from(WRONG_USAGE);
		},
	};
	let json = cli.global.json;
	match commands::run(cli).await.and_then(|report| report.print(json)) {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) if output::reader_left(&error) => ExitCode::SUCCESS,
		Err(error) => {
			output::print_error(&error, json);
			interrupt::exit_code().map_or(ExitCode::FAILURE, ExitCode::from)
		},
	}
}
