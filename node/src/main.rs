//! The Ownome node: Aura and GRANDPA service, network and JSON-RPC.

#![warn(missing_docs)]
#![allow(clippy::result_large_err, reason = "the errors are those of sc-cli and sc-service")]

mod chain_spec;
mod cli;
mod command;
mod ports;
mod rpc;
mod service;

use std::{process::ExitCode, thread::sleep, time::Duration};

/// Longer than the log is kept back before another thread writes it.
const LOG_DELAY: Duration = Duration::from_millis(100);

fn main() -> ExitCode {
	match command::run() {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			// What went wrong is the last thing that the user reads.
			sleep(LOG_DELAY);
			eprintln!("Error: {error}");
			ExitCode::FAILURE
		},
	}
}
