//! The chains that the node knows by name, and how it loads others.

use ownome_runtime::constants::{DATA_DECIMALS, DATA_SYMBOL, OWN_DECIMALS, OWN_SYMBOL};
use sc_service::{ChainType, GenericChainSpec, Properties};
use serde_json::json;
use sp_genesis_builder::{DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use std::path::PathBuf;

/// Name of the development chain: one validator, Alice, who also holds sudo.
pub const DEV: &str = "dev";

/// Name of the local test network: four validators, Alice to Dave, and no sudo.
pub const LOCAL: &str = "local";

/// What the network protocols of the built-in chains are named after.
const PROTOCOL: &str = "ownome";

/// The specification of a chain, without extensions of our own.
pub type ChainSpec = GenericChainSpec;

/// Whether `id`, as it follows `--chain`, names a chain that is built in. No name at all means [`LOCAL`].
pub fn is_preset(id: &str) -> bool {
	matches!(id, "" | DEV | LOCAL)
}

/// The chain behind `id`, as it follows `--chain`: a built-in one, or the path of a JSON file.
///
/// # Errors
///
/// One sentence for the user, when the node was built without a runtime, or when there is no such file, or
/// it is not a chain specification.
pub fn load(id: &str) -> Result<ChainSpec, String> {
	match id {
		DEV => {
			preset("Ownome Development", "ownome_dev", ChainType::Development, DEV_RUNTIME_PRESET)
		},
		"" | LOCAL => {
			preset("Ownome Local", "ownome_local", ChainType::Local, LOCAL_TESTNET_RUNTIME_PRESET)
		},
		path => from_file(PathBuf::from(path)),
	}
}

fn preset(
	name: &str,
	id: &str,
	chain_type: ChainType,
	genesis_preset: &str,
) -> Result<ChainSpec, String> {
	let runtime = ownome_runtime::WASM_BINARY.ok_or(
		"this node was built without a runtime and knows no chain by name: \
		 build it without SKIP_WASM_BUILD, or name a chain specification file with --chain",
	)?;
	Ok(ChainSpec::builder(runtime, None)
		.with_name(name)
		.with_id(id)
		.with_chain_type(chain_type)
		.with_protocol_id(PROTOCOL)
		.with_genesis_config_preset_name(genesis_preset)
		.with_properties(properties())
		.build())
}

fn from_file(path: PathBuf) -> Result<ChainSpec, String> {
	let shown = path.display().to_string();
	if !path.is_file() {
		return Err(format!(
			"there is no chain `{shown}`: name `{DEV}`, `{LOCAL}` or the path of a chain specification file"
		));
	}
	ChainSpec::from_json_file(path)
		.map_err(|error| format!("`{shown}` is not a chain specification: {error}"))
}

/// What a wallet needs in order to show accounts and amounts: the address format, and symbol and decimals of
/// the native coin and of the data token, in this order.
fn properties() -> Properties {
	Properties::from_iter([
		("ss58Format".to_string(), json!(42)),
		("tokenSymbol".to_string(), json!([OWN_SYMBOL, DATA_SYMBOL])),
		("tokenDecimals".to_string(), json!([OWN_DECIMALS, DATA_DECIMALS])),
	])
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn properties_name_both_coins() {
		assert_eq!(
			json!(properties()),
			json!({
				"ss58Format": 42,
				"tokenSymbol": ["OWN", "DATA"],
				"tokenDecimals": [12, 18],
			})
		);
	}

	#[test]
	fn presets_carry_their_names_and_build_a_genesis() {
		if ownome_runtime::WASM_BINARY.is_none() {
			assert!(load(DEV).err().unwrap().contains("without a runtime"));
			return;
		}
		for (argument, name, id, chain_type) in [
			(DEV, "Ownome Development", "ownome_dev", ChainType::Development),
			(LOCAL, "Ownome Local", "ownome_local", ChainType::Local),
			("", "Ownome Local", "ownome_local", ChainType::Local),
		] {
			let spec = load(argument).unwrap();
			assert_eq!((spec.name(), spec.id()), (name, id));
			assert_eq!(spec.protocol_id(), Some("ownome"));
			assert_eq!(sc_service::ChainSpec::chain_type(&spec), chain_type);
			assert!(spec.as_json(true).unwrap().contains("\"raw\""));
		}
	}

	#[test]
	fn a_chain_that_does_not_exist_is_named_in_one_sentence() {
		assert_eq!(
			load("mainnet").err().unwrap(),
			"there is no chain `mainnet`: name `dev`, `local` or the path of a chain specification file"
		);
	}

	#[test]
	fn a_file_that_is_no_specification_is_named() {
		let dir = tempfile::tempdir().unwrap();
		let path = dir.path().join("spec.json");
		std::fs::write(&path, "{}").unwrap();
		let error = load(&path.display().to_string()).err().unwrap();
		assert!(error.contains("spec.json` is not a chain specification"), "{error}");
	}
}
