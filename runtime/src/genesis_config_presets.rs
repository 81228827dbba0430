//! The state in which a development or local chain begins.

use crate::{
	constants::{DATA, DAYS, OWN},
	AccountId, AuraConfig, BalancesConfig, DataTokenConfig, DataTokenLedgerConfig, GrandpaConfig,
	RuntimeGenesisConfig, SudoConfig,
};
use alloc::{vec, vec::Vec};
use frame_support::build_struct_json_patch;
use ownome_primitives::{Moment, Tranche};
use serde_json::Value;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_consensus_grandpa::AuthorityId as GrandpaId;
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};

/// What each well-known account has of the native coin.
const ENDOWMENT_OWN: u128 = 1_000_000 * OWN;

/// What each well-known account has of the data token.
const ENDOWMENT_DATA: u128 = 1_000_000 * DATA;

/// The first moment of 2026 in universal time.
const YEAR_2026: Moment = 1_767_225_600_000;

const YEAR: Moment = 365 * DAYS;

/// What may be minted beyond the endowments: something at once and something bit by bit, so that both can be tried.
fn schedule() -> Vec<Tranche<AccountId>> {
	let tranche = |beneficiary, millions: u128, starts_at, vesting| Tranche {
		beneficiary,
		amount: millions * 1_000_000 * DATA,
		starts_at,
		vesting,
		minted: 0,
	};
	vec![
		tranche(Sr25519Keyring::Alice.to_account_id(), 1, 0, 0),
		tranche(Sr25519Keyring::Bob.to_account_id(), 100, YEAR_2026, 4 * YEAR),
	]
}

fn genesis(authorities: Vec<(AuraId, GrandpaId)>, root: Option<AccountId>) -> Value {
	let accounts: Vec<AccountId> =
		Sr25519Keyring::well_known().map(|key| key.to_account_id()).collect();
	build_struct_json_patch!(RuntimeGenesisConfig {
		balances: BalancesConfig {
			balances: accounts.iter().cloned().map(|who| (who, ENDOWMENT_OWN)).collect::<Vec<_>>(),
		},
		data_token_ledger: DataTokenLedgerConfig {
			balances: accounts.iter().cloned().map(|who| (who, ENDOWMENT_DATA)).collect::<Vec<_>>(),
		},
		data_token: DataTokenConfig { schedule: schedule() },
		aura: AuraConfig {
			authorities: authorities.iter().map(|(aura, _)| aura.clone()).collect::<Vec<_>>(),
		},
		grandpa: GrandpaConfig {
			authorities: authorities
				.iter()
				.map(|(_, grandpa)| (grandpa.clone(), 1))
				.collect::<Vec<_>>(),
		},
		sudo: SudoConfig { key: root },
	})
}

fn authority(aura: Sr25519Keyring, grandpa: Ed25519Keyring) -> (AuraId, GrandpaId) {
	(aura.public().into(), grandpa.public().into())
}

/// One validator, Alice, who also holds the root key.
pub fn development() -> Value {
	genesis(
		vec![authority(Sr25519Keyring::Alice, Ed25519Keyring::Alice)],
		Some(Sr25519Keyring::Alice.to_account_id()),
	)
}

/// Four validators and no root key.
pub fn local_testnet() -> Value {
	genesis(
		vec![
			authority(Sr25519Keyring::Alice, Ed25519Keyring::Alice),
			authority(Sr25519Keyring::Bob, Ed25519Keyring::Bob),
			authority(Sr25519Keyring::Charlie, Ed25519Keyring::Charlie),
			authority(Sr25519Keyring::Dave, Ed25519Keyring::Dave),
		],
		None,
	)
}

/// The preset named `id` as JSON.
pub fn get_preset(id: &PresetId) -> Option<Vec<u8>> {
	let preset = match id.as_ref() {
		DEV_RUNTIME_PRESET => development(),
		LOCAL_TESTNET_RUNTIME_PRESET => local_testnet(),
		_ => return None,
	};
	serde_json::to_vec(&preset).ok()
}

/// The presets that there are.
pub fn preset_names() -> Vec<PresetId> {
	vec![PresetId::from(DEV_RUNTIME_PRESET), PresetId::from(LOCAL_TESTNET_RUNTIME_PRESET)]
}
