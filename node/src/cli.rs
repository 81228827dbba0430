//! The command line of the node.

use sc_cli::{
	ChainInfoCmd, CheckBlockCmd, DatabasePruningMode, ExportBlocksCmd, ExportChainSpecCmd,
	ExportStateCmd, ImportBlocksCmd, KeySubcommand, PurgeChainCmd, RevertCmd, RunCmd,
};

use crate::chain_spec;

/// What the user asks of the node: to run, or one of the subcommands.
#[derive(Debug, clap::Parser)]
pub struct Cli {
	/// The subcommand, if there is one.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	/// How to run the node when there is no subcommand.
	#[clap(flatten)]
	pub run: RunCmd,
}

/// Everything that the node can do besides running.
#[derive(Debug, clap::Subcommand)]
pub enum Subcommand {
	/// Make, inspect and insert keys.
	#[command(subcommand)]
	Key(KeySubcommand),

	/// Write the specification of a chain as JSON.
	ExportChainSpec(ExportChainSpecCmd),

	/// Execute one block again and verify it.
	CheckBlock(CheckBlockCmd),

	/// Write blocks to a file.
	ExportBlocks(ExportBlocksCmd),

	/// Read blocks from a file.
	ImportBlocks(ImportBlocksCmd),

	/// Write the state at one block into a chain specification.
	ExportState(ExportStateCmd),

	/// Take back the last blocks that are not final.
	Revert(RevertCmd),

	/// Delete the database of a chain.
	PurgeChain(PurgeChainCmd),

	/// Show what the database of a chain holds.
	ChainInfo(ChainInfoCmd),
}

/// Fills in what the built-in chains need not ask for:
///
/// - The network key of a validator is made at the first start. Elsewhere a validator refuses to start
///   without one, because the others rely on its identity; the validators of the built-in chains sign with
///   keys that everybody knows, so nothing is lost. The key stays in the base path from then on.
/// - The `dev` chain keeps every state, so that `archive_v1_*` answers, unless `--state-pruning` says
///   otherwise.
pub fn complete_for_preset(run: &mut RunCmd) {
	let chain = run.shared_params.chain_id(run.shared_params.is_dev());
	if chain_spec::is_preset(&chain) {
		run.network_params.node_key_params.unsafe_force_node_key_generation = true;
	}
	if chain == chain_spec::DEV {
		run.import_params
			.pruning_params
			.state_pruning
			.get_or_insert(DatabasePruningMode::Archive);
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::Parser;
	use sc_cli::{CliConfiguration, Error, SubstrateCli};
	use sc_service::{Configuration, DatabaseSource, PruningMode};
	use std::path::{Path, PathBuf};

	const SPEC: &str = r#"{
		"name": "Test", "id": "test", "chainType": "Live", "bootNodes": [],
		"telemetryEndpoints": null, "protocolId": null, "properties": null,
		"genesis": { "raw": { "top": {}, "childrenDefault": {} } }
	}"#;

	fn parse(args: &[&str]) -> Cli {
		let mut cli = Cli::try_parse_from([&["ownome-node"], args].concat()).unwrap();
		complete_for_preset(&mut cli.run);
		cli
	}

	fn write_spec(dir: &Path) -> String {
		let path = dir.join("test.json");
		std::fs::write(&path, SPEC).unwrap();
		path.display().to_string()
	}

	fn database_of<C: CliConfiguration>(cli: &Cli, command: &C) -> DatabaseSource {
		let runtime = sc_cli::build_runtime().unwrap();
		let config: Configuration =
			cli.create_configuration(command, runtime.handle().clone()).unwrap();
		config.database
	}

	#[test]
	fn validators_of_the_presets_need_no_network_key() {
		let empty = PathBuf::from("/nonexistent");
		for args in [
			&["--dev"][..],
			&["--chain", "dev", "--alice"],
			&["--chain", "local", "--bob"],
			&["--alice"],
		] {
			assert!(parse(args).run.node_key(&empty).is_ok(), "{args:?}");
		}
	}

	#[test]
	fn validators_of_other_chains_need_a_network_key() {
		let cli = parse(&["--chain", "consortium.json", "--validator"]);
		assert!(matches!(
			cli.run.node_key(&PathBuf::from("/nonexistent")),
			Err(Error::NetworkKeyNotFound(_))
		));
	}

	#[test]
	fn only_the_dev_chain_is_an_archive_by_default() {
		let pruning = |args: &[&str]| parse(args).run.state_pruning().unwrap();
		assert_eq!(pruning(&["--dev"]), Some(PruningMode::ArchiveAll));
		assert_eq!(pruning(&["--chain", "dev"]), Some(PruningMode::ArchiveAll));
		assert_eq!(
			pruning(&["--dev", "--state-pruning", "8"]),
			Some(PruningMode::blocks_pruning(8))
		);
		assert_eq!(pruning(&["--chain", "local"]), None);
	}

	#[test]
	fn the_database_is_paritydb_for_running_and_for_purging() {
		let dir = tempfile::tempdir().unwrap();
		let (spec, base) = (write_spec(dir.path()), dir.path().display().to_string());
		let expected = dir.path().join("chains/test/paritydb/full");

		let cli = parse(&["--chain", &spec, "--base-path", &base]);
		let DatabaseSource::ParityDb { path } = database_of(&cli, &cli.run) else {
			panic!("not ParityDB")
		};
		assert_eq!(path, expected);

		let cli = parse(&["purge-chain", "-y", "--chain", &spec, "--base-path", &base]);
		let Some(Subcommand::PurgeChain(command)) = &cli.subcommand else {
			panic!("not purge-chain")
		};
		let database = database_of(&cli, command);
		assert_eq!(database.path(), Some(expected.as_path()));

		std::fs::create_dir_all(&expected).unwrap();
		command.run(database).unwrap();
		assert!(!expected.exists());
	}
}
