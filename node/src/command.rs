//! Does what the command line asks for.

use crate::{
	chain_spec,
	cli::{complete_for_preset, Cli, Subcommand},
	ports, service,
};
use ownome_runtime::opaque::Block;
use sc_cli::{Error, Result, RunCmd, SubstrateCli};
use sc_network::{config::NetworkBackendType, Litep2pNetworkBackend, NetworkWorker};
use sc_service::{Error as ServiceError, PartialComponents};
use sp_blockchain::Error as BlockchainError;
use sp_runtime::traits::Block as BlockT;
use std::path::Path;

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"Ownome Node".into()
	}

	fn impl_version() -> String {
		env!("SUBSTRATE_CLI_IMPL_VERSION").into()
	}

	fn description() -> String {
		env!("CARGO_PKG_DESCRIPTION").into()
	}

	fn author() -> String {
		env!("CARGO_PKG_AUTHORS").into()
	}

	fn support_url() -> String {
		concat!(env!("CARGO_PKG_REPOSITORY"), "/issues").into()
	}

	fn copyright_start_year() -> i32 {
		2026
	}

	fn load_spec(&self, id: &str) -> std::result::Result<Box<dyn sc_service::ChainSpec>, String> {
		Ok(Box::new(chain_spec::load(id)?))
	}
}

/// Parses the command line and does what it asks for.
///
/// # Errors
///
/// Whatever keeps the node from running or a subcommand from finishing, as one sentence for the user.
pub fn run() -> Result<()> {
	let mut cli = Cli::from_args();
	complete_for_preset(&mut cli.run);

	match &cli.subcommand {
		Some(Subcommand::Key(cmd)) => cmd.run(&cli),
		Some(Subcommand::ExportChainSpec(cmd)) => cmd.run(cli.load_spec(&cmd.chain)?),
		Some(Subcommand::CheckBlock(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.async_run(|config| {
				let PartialComponents { client, task_manager, import_queue, .. } =
					service::new_partial(&config)?;
				Ok((cmd.run(client, import_queue), task_manager))
			})
		},
		Some(Subcommand::ExportBlocks(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.async_run(|config| {
				let PartialComponents { client, task_manager, .. } = service::new_partial(&config)?;
				Ok((cmd.run(client, config.database), task_manager))
			})
		},
		Some(Subcommand::ImportBlocks(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.async_run(|config| {
				let PartialComponents { client, task_manager, import_queue, .. } =
					service::new_partial(&config)?;
				Ok((cmd.run(client, import_queue), task_manager))
			})
		},
		Some(Subcommand::ExportState(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.async_run(|config| {
				let PartialComponents { client, task_manager, .. } = service::new_partial(&config)?;
				Ok((cmd.run(client, config.chain_spec), task_manager))
			})
		},
		Some(Subcommand::Revert(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.async_run(|config| {
				let PartialComponents { client, task_manager, backend, .. } =
					service::new_partial(&config)?;
				let revert_finality = Box::new(|client, _, blocks| {
					sc_consensus_grandpa::revert(client, blocks)?;
					Ok(())
				});
				Ok((cmd.run(client, backend, Some(revert_finality)), task_manager))
			})
		},
		Some(Subcommand::PurgeChain(cmd)) => {
			cli.create_runner(cmd)?.sync_run(|config| cmd.run(config.database))
		},
		Some(Subcommand::ChainInfo(cmd)) => {
			cli.create_runner(cmd)?.sync_run(|config| cmd.run::<Block>(&config))
		},
		None => run_node(&cli),
	}
}

/// Runs the node until it is told to stop.
fn run_node(cli: &Cli) -> Result<()> {
	let runner = cli.create_runner(&cli.run).map_err(|error| explain(error, &cli.run))?;
	ports::ensure_free(runner.config()).map_err(|message| Error::Application(message.into()))?;
	let folder = runner.config().base_path.path().to_owned();
	let ended = runner.run_node_until_exit(|config| async move {
		match config.network.network_backend {
			NetworkBackendType::Litep2p => service::new_full::<Litep2pNetworkBackend>(config),
			NetworkBackendType::Libp2p => {
				service::new_full::<NetworkWorker<Block, <Block as BlockT>::Hash>>(config)
			},
		}
		.map_err(Error::Service)
	});
	ended.map_err(|error| explain_end(error, &folder))
}

/// Says in one sentence what to do when the node cannot start on its database, or stops by itself.
fn explain_end(error: Error, folder: &Path) -> Error {
	let message = match &error {
		Error::Service(ServiceError::Client(BlockchainError::Backend(reason))) => format!(
			"the database in {} cannot be opened: stop the other node that runs on it, make room on the disk, or choose a \
			 folder that you may write to with --base-path ({reason})",
			folder.display()
		),
		Error::Service(ServiceError::Other(reason)) if reason.contains(TASK_FAILED) => format!(
			"a part of the node that it cannot do without has stopped: see the log above for the reason, and whether there is \
			 room on the disk of {}, then start the node again",
			folder.display()
		),
		_ => return error,
	};
	Error::Application(message.into())
}

/// How sc-service reports that one of the tasks ended that the node was told not to go on without.
const TASK_FAILED: &str = "Essential task failed";

/// Says in one sentence what to do about a missing network key; the SDK says it in many, for any node.
fn explain(error: Error, run: &RunCmd) -> Error {
	let Error::NetworkKeyNotFound(path) = error else { return error };
	let chain = run.shared_params.chain_id(run.shared_params.is_dev());
	let place =
		match (&run.network_params.node_key_params.node_key_file, &run.shared_params.base_path) {
			(Some(file), _) => format!("--file {}", file.display()),
			(None, Some(base)) => format!("--chain {chain} --base-path {}", base.display()),
			(None, None) => format!("--chain {chain} --default-base-path"),
		};
	let message = format!(
		"a validator needs a lasting network key, and there is none in {}: \
		 make it once with `{} key generate-node-key {place}`",
		path.display(),
		Cli::executable_name(),
	);
	Error::Application(message.into())
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::Parser;

	#[test]
	fn a_missing_network_key_is_explained_in_one_sentence() {
		let explained = |args: &[&str]| {
			let cli = Cli::try_parse_from([&["ownome-node"], args].concat()).unwrap();
			explain(Error::NetworkKeyNotFound("/keys/secret".into()), &cli.run).to_string()
		};
		let message = explained(&["--chain", "spec.json", "--validator", "--base-path", "/data"]);
		assert!(message.starts_with("a validator needs a lasting network key"), "{message}");
		assert!(message.contains("/keys/secret"), "{message}");
		assert!(message.ends_with("--chain spec.json --base-path /data`"), "{message}");

		assert!(explained(&["--chain", "spec.json", "--validator"])
			.ends_with("--chain spec.json --default-base-path`"));
		assert!(explained(&["--validator", "--node-key-file", "/keys/secret"])
			.ends_with("--file /keys/secret`"));
	}

	#[test]
	fn a_database_that_cannot_be_opened_is_explained_in_one_sentence() {
		let error = BlockchainError::Backend("Database file is in use.".into());
		let error = Error::Service(ServiceError::Client(error));
		let message = explain_end(error, Path::new("/data")).to_string();
		assert!(message.starts_with("the database in /data cannot be opened"), "{message}");
		assert!(message.contains("--base-path"), "{message}");
	}

	#[test]
	fn a_node_that_stops_by_itself_says_where_to_look() {
		let error = Error::Service(ServiceError::Other("Essential task failed.".into()));
		let message = explain_end(error, Path::new("/data")).to_string();
		assert!(message.contains("room on the disk of /data"), "{message}");
	}
}
