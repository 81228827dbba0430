//! Which beginnings of a chain the runtime takes.

use ownome_runtime::{genesis_config_presets::development, Block, Runtime};
use serde_json::{json, Value};
use sp_genesis_builder::runtime_decl_for_genesis_builder::GenesisBuilder;

const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
const BOB: &str = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";
const NOBODY: &str = "5C4hrfjw9DjXZTzV3MwzrrAr9P1MJhSrvWGWqi1eSuyUpnhM";

/// What the runtime says of the development chain with this ledger and no issuance.
fn build(ledger: Value) -> Result<(), String> {
	let mut genesis = sp_io::TestExternalities::default().execute_with(|| {
		let default = <Runtime as GenesisBuilder<Block>>::get_preset(&None).expect("has a default");
		serde_json::from_slice::<Value>(&default).expect("is JSON")
	});
	for (pallet, value) in development().as_object().expect("is a map") {
		for (key, value) in value.as_object().expect("is a map") {
			genesis[pallet][key] = value.clone();
		}
	}
	genesis["dataToken"]["schedule"] = json!([]);
	for (key, value) in ledger.as_object().expect("is a map") {
		genesis["dataTokenLedger"][key] = value.clone();
	}
	let genesis = serde_json::to_vec(&genesis).expect("is JSON");
	sp_io::TestExternalities::default()
		.execute_with(|| <Runtime as GenesisBuilder<Block>>::build_state(genesis))
}

#[test]
fn balances_up_to_the_cap_are_taken() {
	let cap = ownome_runtime::constants::DATA_CAP;
	assert_eq!(build(json!({ "balances": [[ALICE, cap - 1], [BOB, 1]] })), Ok(()));
}

#[test]
fn balances_that_only_seem_to_be_within_the_cap_are_refused() {
	// Their sum is zero in 128 bits.
	let half = 1u128 << 127;
	let refused = build(json!({ "balances": [[ALICE, half], [BOB, half]] })).unwrap_err();
	assert!(refused.contains("exceed the cap"), "{refused}");
}

#[test]
fn balances_that_the_supply_does_not_count_are_refused() {
	let refused = build(json!({ "balances": [], "devAccounts": [2, 5, "//Dev//{}"] })).unwrap_err();
	assert!(refused.contains("do not add up"), "{refused}");
}

#[test]
fn the_all_zero_account_begins_with_nothing() {
	let refused = build(json!({ "balances": [[NOBODY, 1]] })).unwrap_err();
	assert!(refused.contains("all-zero account"), "{refused}");
}
