//! What the runtime is made of, as wallets and auditors see it.

use frame_support::traits::PalletInfoAccess;
use ownome_runtime::{constants::*, *};

#[test]
fn pallets_have_the_indices_that_clients_know() {
	fn index<P: PalletInfoAccess>() -> (usize, &'static str) {
		(P::index(), P::name())
	}
	assert_eq!(
		[
			index::<System>(),
			index::<Timestamp>(),
			index::<Aura>(),
			index::<Grandpa>(),
			index::<Balances>(),
			index::<TransactionPayment>(),
			index::<SkipFeelessPayment>(),
			index::<DataTokenLedger>(),
			index::<DataToken>(),
			index::<Consortium>(),
			index::<Sudo>(),
			index::<DataRegistry>(),
			index::<Consent>(),
			index::<Utility>(),
			index::<Multisig>(),
			index::<Proxy>(),
		],
		[
			(0, "System"),
			(1, "Timestamp"),
			(10, "Aura"),
			(11, "Grandpa"),
			(20, "Balances"),
			(21, "TransactionPayment"),
			(22, "SkipFeelessPayment"),
			(23, "DataTokenLedger"),
			(24, "DataToken"),
			(30, "Consortium"),
			(39, "Sudo"),
			(40, "DataRegistry"),
			(41, "Consent"),
			(50, "Utility"),
			(51, "Multisig"),
			(52, "Proxy"),
		]
	);
}

#[test]
fn the_ledger_of_the_data_token_has_no_calls() {
	use frame_support::traits::{GetCallMetadata, GetCallName};
	assert!(!RuntimeCall::get_module_names().contains(&"DataTokenLedger"));
	assert!(!pallet_data_token::Call::<Runtime>::get_call_names().is_empty());
}

#[test]
fn the_calls_of_the_data_token_have_the_order_that_clients_know() {
	use frame_support::traits::GetCallName;
	assert_eq!(
		pallet_data_token::Call::<Runtime>::get_call_names(),
		["transfer", "approve", "transfer_from", "burn", "burn_from", "mint", "permit"]
	);
}

#[test]
fn all_that_a_preset_issues_and_schedules_is_within_the_cap() {
	for preset in [genesis_config_presets::development(), genesis_config_presets::local_testnet()] {
		let balances = preset["dataTokenLedger"]["balances"].as_array().unwrap();
		assert!(!balances.is_empty());
		let schedule = preset["dataToken"]["schedule"].as_array().unwrap();
		assert!(!schedule.is_empty());
		let amounts = balances.iter().map(|entry| &entry[1]);
		let amounts = amounts.chain(schedule.iter().map(|tranche| &tranche["amount"]));
		let sum: u128 = amounts.map(|amount| amount.to_string().parse::<u128>().unwrap()).sum();
		assert!(sum <= DATA_CAP);
	}
}

#[test]
fn only_the_development_preset_has_a_root_key() {
	assert!(genesis_config_presets::development()["sudo"]["key"].is_string());
	assert!(genesis_config_presets::local_testnet()["sudo"]["key"].is_null());
	assert_eq!(
		genesis_config_presets::local_testnet()["aura"]["authorities"]
			.as_array()
			.unwrap()
			.len(),
		4
	);
}

#[test]
fn every_call_of_ours_fits_many_times_into_a_block() {
	use frame_support::dispatch::DispatchClass;
	use ownome_primitives::{
		MAX_ANCESTRY_PROOFS, MAX_ATTESTATIONS, MAX_BATCH_DEPTH, MAX_LOCATIONS, MAX_REGISTRATIONS,
		MAX_TAGS,
	};
	use pallet_consent::WeightInfo as _;
	use pallet_consortium::WeightInfo as _;
	use pallet_data_registry::WeightInfo as _;
	use pallet_data_token::WeightInfo as _;

	type Limits = <Runtime as frame_system::Config>::BlockWeights;
	type Consents = <Runtime as pallet_consent::Config>::WeightInfo;
	type Registry = <Runtime as pallet_data_registry::Config>::WeightInfo;
	type Members = <Runtime as pallet_consortium::Config>::WeightInfo;
	type Token = <Runtime as pallet_data_token::Config>::WeightInfo;

	let room = Limits::get().get(DispatchClass::Normal).max_total.unwrap();
	for weight in [
		Consents::offer(MAX_ANCESTRY_PROOFS),
		Consents::counter(),
		Consents::accept(),
		Consents::expire(),
		Consents::cosign(),
		Consents::confirm(),
		Consents::dispute(),
		Consents::rule(),
		Consents::narrow(),
		Consents::relinquish(),
		Consents::record_accesses(),
		Consents::set_policy(),
		Consents::set_door(),
		Consents::set_break_glass(),
		Consents::open_emergency(),
		Consents::review(),
		Consents::report(),
		Consents::set_ontology_root(),
		Consents::withdraw(),
		Consents::reject(),
		Consents::approve(),
		Consents::deliver(),
		Consents::record_access(),
		Consents::settle(),
		Consents::revoke(),
		Registry::register(),
		Registry::new_version(),
		Registry::set_locations(MAX_LOCATIONS),
		Registry::set_tags(MAX_TAGS, MAX_TAGS),
		Registry::attest(),
		Registry::retract_attestation(),
		Registry::offer_transfer(),
		Registry::cancel_transfer(),
		Registry::accept_transfer(),
		Registry::set_guardian(),
		Registry::hand_over(),
		Registry::seal(),
		Registry::erase(MAX_TAGS, MAX_ATTESTATIONS),
		Registry::anchor_batch(MAX_LOCATIONS),
		Registry::claim_from_batch(MAX_BATCH_DEPTH),
		Registry::set_subject(),
		Members::apply(),
		Members::withdraw_application(),
		Members::admit(),
		Members::decline(),
		Token::transfer(),
		Token::approve(),
		Token::transfer_from(),
		Token::burn(),
		Token::burn_from(),
		Token::mint(),
		Token::permit(),
	] {
		assert!(weight.ref_time() > 0, "a call has no measured weight");
		assert!(weight.saturating_mul(100).all_lte(room), "fewer than 100 calls fit into a block");
	}
	for many in [Registry::register_many, Registry::register_for] {
		assert!(many(MAX_REGISTRATIONS).saturating_mul(4).all_lte(room), "a call fills a block");
		let (one, all) = (many(1).ref_time(), many(MAX_REGISTRATIONS).ref_time());
		assert!(one < all, "a longer list does not weigh more");
	}
	let growing = [
		(Registry::claim_from_batch(0), Registry::claim_from_batch(MAX_BATCH_DEPTH)),
		(Registry::set_tags(0, 0), Registry::set_tags(MAX_TAGS, MAX_TAGS)),
		(Registry::erase(0, 0), Registry::erase(MAX_TAGS, MAX_ATTESTATIONS)),
	];
	for (least, most) in growing {
		assert!(least.ref_time() < most.ref_time(), "longer input does not weigh more");
	}
}

#[test]
fn ten_thousand_records_cost_next_to_nothing_under_one_root() {
	use pallet_data_registry::WeightInfo as _;
	type Registry = <Runtime as pallet_data_registry::Config>::WeightInfo;

	let singly = Registry::register().saturating_mul(10_000).ref_time();
	let as_batch = Registry::anchor_batch(1).ref_time();
	assert!(singly / as_batch >= 5_000, "only {} times cheaper", singly / as_batch);
}
