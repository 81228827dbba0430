//! What a node and its clients may ask of the runtime.

use crate::{
	constants::{DATA_CAP, DATA_DECIMALS, DATA_NAME, DATA_SYMBOL},
	genesis_config_presets, AccountId, Aura, Balance, Block, Consent, DataRegistry, DataToken,
	Executive, Grandpa, InherentDataExt, Nonce, Runtime, RuntimeCall, RuntimeGenesisConfig,
	SessionKeys, System, TransactionPayment, VERSION,
};
use alloc::vec::Vec;
use frame_support::{
	genesis_builder_helper::{build_state, get_preset},
	traits::fungible::Inspect,
	view_functions::{ViewFunctionDispatchError, ViewFunctionId},
	weights::Weight,
};
use ownome_primitives::{
	Access, Answer, Application, Attestation, Batch, BatchId, Commitment, ConsentPolicy, Dataset,
	DatasetId, DisputeRecord, Grant, GrantId, GrantMoney, Guardianship, Locations, Member, Moment,
	OntologyRecord, PolicyTarget, Proposal, ProposalId, Receipt, Refusals, Scope, SearchToken,
	SubjectId, Tags, Terms, TokenBalance, TokenInfo, Tombstone, TrailEntry, Tranche, Verification,
};
use sp_api::impl_runtime_apis;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_core::{crypto::KeyTypeId, OpaqueMetadata};
use sp_runtime::{
	traits::{Block as BlockT, NumberFor},
	transaction_validity::{TransactionSource, TransactionValidity},
	ApplyExtrinsicResult, ExtrinsicInclusionMode,
};
use sp_session::OpaqueGeneratedSessionKeys;
use sp_version::RuntimeVersion;

impl_runtime_apis! {
	impl sp_api::Core<Block> for Runtime {
		fn version() -> RuntimeVersion {
			VERSION
		}

		fn execute_block(block: <Block as BlockT>::LazyBlock) {
			Executive::execute_block(block);
		}

		fn initialize_block(header: &<Block as BlockT>::Header) -> ExtrinsicInclusionMode {
			Executive::initialize_block(header)
		}
	}

	impl sp_api::Metadata<Block> for Runtime {
		fn metadata() -> OpaqueMetadata {
			OpaqueMetadata::new(Runtime::metadata().into())
		}

		fn metadata_at_version(version: u32) -> Option<OpaqueMetadata> {
			Runtime::metadata_at_version(version)
		}

		fn metadata_versions() -> Vec<u32> {
			Runtime::metadata_versions()
		}
	}

	impl frame_support::view_functions::runtime_api::RuntimeViewFunction<Block> for Runtime {
		fn execute_view_function(
			id: ViewFunctionId,
			input: Vec<u8>,
		) -> Result<Vec<u8>, ViewFunctionDispatchError> {
			Runtime::execute_view_function(id, input)
		}
	}

	impl sp_block_builder::BlockBuilder<Block> for Runtime {
		fn apply_extrinsic(extrinsic: <Block as BlockT>::Extrinsic) -> ApplyExtrinsicResult {
			Executive::apply_extrinsic(extrinsic)
		}

		fn finalize_block() -> <Block as BlockT>::Header {
			Executive::finalize_block()
		}

		fn inherent_extrinsics(
			data: sp_inherents::InherentData,
		) -> Vec<<Block as BlockT>::Extrinsic> {
			data.create_extrinsics()
		}

		fn check_inherents(
			block: <Block as BlockT>::LazyBlock,
			data: sp_inherents::InherentData,
		) -> sp_inherents::CheckInherentsResult {
			data.check_extrinsics(&block)
		}
	}

	impl sp_transaction_pool::runtime_api::TaggedTransactionQueue<Block> for Runtime {
		fn validate_transaction(
			source: TransactionSource,
			tx: <Block as BlockT>::Extrinsic,
			block_hash: <Block as BlockT>::Hash,
		) -> TransactionValidity {
			Executive::validate_transaction(source, tx, block_hash)
		}
	}

	impl sp_offchain::OffchainWorkerApi<Block> for Runtime {
		fn offchain_worker(header: &<Block as BlockT>::Header) {
			Executive::offchain_worker(header)
		}
	}

	impl sp_consensus_aura::AuraApi<Block, AuraId> for Runtime {
		fn slot_duration() -> sp_consensus_aura::SlotDuration {
			sp_consensus_aura::SlotDuration::from_millis(Aura::slot_duration())
		}

		fn authorities() -> Vec<AuraId> {
			pallet_aura::Authorities::<Runtime>::get().into_inner()
		}
	}

	impl sp_session::SessionKeys<Block> for Runtime {
		fn generate_session_keys(
			owner: Vec<u8>,
			seed: Option<Vec<u8>>,
		) -> OpaqueGeneratedSessionKeys {
			SessionKeys::generate(&owner, seed).into()
		}

		fn decode_session_keys(encoded: Vec<u8>) -> Option<Vec<(Vec<u8>, KeyTypeId)>> {
			SessionKeys::decode_into_raw_public_keys(&encoded)
		}
	}

	impl sp_consensus_grandpa::GrandpaApi<Block> for Runtime {
		fn grandpa_authorities() -> sp_consensus_grandpa::AuthorityList {
			Grandpa::grandpa_authorities()
		}

		fn current_set_id() -> sp_consensus_grandpa::SetId {
			pallet_grandpa::CurrentSetId::<Runtime>::get()
		}

		fn submit_report_equivocation_unsigned_extrinsic(
			_equivocation_proof: sp_consensus_grandpa::EquivocationProof<
				<Block as BlockT>::Hash,
				NumberFor<Block>,
			>,
			_key_owner_proof: sp_consensus_grandpa::OpaqueKeyOwnershipProof,
		) -> Option<()> {
			None
		}

		fn generate_key_ownership_proof(
			_set_id: sp_consensus_grandpa::SetId,
			_authority_id: sp_consensus_grandpa::AuthorityId,
		) -> Option<sp_consensus_grandpa::OpaqueKeyOwnershipProof> {
			None
		}
	}

	impl frame_system_rpc_runtime_api::AccountNonceApi<Block, AccountId, Nonce> for Runtime {
		fn account_nonce(account: AccountId) -> Nonce {
			System::account_nonce(account)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentApi<Block, Balance>
		for Runtime
	{
		fn query_info(
			uxt: <Block as BlockT>::Extrinsic,
			len: u32,
		) -> pallet_transaction_payment_rpc_runtime_api::RuntimeDispatchInfo<Balance> {
			TransactionPayment::query_info(uxt, len)
		}

		fn query_fee_details(
			uxt: <Block as BlockT>::Extrinsic,
			len: u32,
		) -> pallet_transaction_payment::FeeDetails<Balance> {
			TransactionPayment::query_fee_details(uxt, len)
		}

		fn query_weight_to_fee(weight: Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			TransactionPayment::length_to_fee(length)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentCallApi<
		Block,
		Balance,
		RuntimeCall,
	> for Runtime {
		fn query_call_info(
			call: RuntimeCall,
			len: u32,
		) -> pallet_transaction_payment::RuntimeDispatchInfo<Balance> {
			TransactionPayment::query_call_info(call, len)
		}

		fn query_call_fee_details(
			call: RuntimeCall,
			len: u32,
		) -> pallet_transaction_payment::FeeDetails<Balance> {
			TransactionPayment::query_call_fee_details(call, len)
		}

		fn query_weight_to_fee(weight: Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			TransactionPayment::length_to_fee(length)
		}
	}

	impl ownome_primitives::api::ConsortiumApi<Block, AccountId> for Runtime {
		fn member(who: AccountId) -> Option<Member> {
			pallet_consortium::Members::<Runtime>::get(who)
		}

		fn application(who: AccountId) -> Option<Application> {
			pallet_consortium::Applications::<Runtime>::get(who)
		}
	}

	impl ownome_primitives::api::DataRegistryApi<Block, AccountId> for Runtime {
		fn dataset(id: DatasetId) -> Option<Dataset<AccountId>> {
			DataRegistry::dataset(id)
		}

		fn registrant(id: DatasetId) -> Option<AccountId> {
			DataRegistry::registrant(id)
		}

		fn tombstone(id: DatasetId) -> Option<Tombstone> {
			DataRegistry::tombstone(id)
		}

		fn datasets_of(owner: AccountId, after: Option<DatasetId>, limit: u32) -> Vec<DatasetId> {
			DataRegistry::datasets_of(&owner, after, limit)
		}

		fn datasets_by_tag(
			token: SearchToken,
			after: Option<DatasetId>,
			limit: u32,
		) -> Vec<DatasetId> {
			DataRegistry::datasets_by_tag(&token, after, limit)
		}

		fn lineage(id: DatasetId, limit: u32) -> Vec<DatasetId> {
			DataRegistry::lineage(id, limit)
		}

		fn locations(id: DatasetId) -> Locations {
			DataRegistry::locations(id)
		}

		fn tags(id: DatasetId) -> Option<Tags> {
			DataRegistry::tags(id)
		}

		fn attestations(id: DatasetId) -> Vec<Attestation<AccountId>> {
			DataRegistry::attestations(id)
		}

		fn guardian(owner: AccountId) -> Option<Guardianship<AccountId>> {
			DataRegistry::guardian(&owner)
		}

		fn subject(owner: AccountId) -> Option<SubjectId> {
			DataRegistry::subject(&owner)
		}

		fn transfer_offer(id: DatasetId) -> Option<AccountId> {
			DataRegistry::transfer_offer(id)
		}

		fn verify(commitment: Commitment) -> Verification {
			DataRegistry::verify(&commitment)
		}

		fn batch(id: BatchId) -> Option<Batch<AccountId>> {
			DataRegistry::batch(id)
		}
	}

	impl ownome_primitives::api::ConsentApi<Block, AccountId> for Runtime {
		fn check(
			dataset: DatasetId,
			grantee: AccountId,
			at: Option<Moment>,
			what: Option<Scope>,
		) -> Access {
			Consent::check(dataset, &grantee, at, &what.unwrap_or(Scope::Whole))
		}

		fn proposal(id: ProposalId) -> Option<Proposal<AccountId>> {
			Consent::proposal(id)
		}

		fn proposals_of_owner(
			owner: AccountId,
			after: Option<ProposalId>,
			limit: u32,
		) -> Vec<ProposalId> {
			Consent::proposals_of_owner(&owner, after, limit)
		}

		fn proposals_of_requester(
			requester: AccountId,
			after: Option<ProposalId>,
			limit: u32,
		) -> Vec<ProposalId> {
			Consent::proposals_of_requester(&requester, after, limit)
		}

		fn grant(id: GrantId) -> Option<Grant<AccountId>> {
			Consent::grant(id)
		}

		fn grants_of(
			dataset: DatasetId,
			grantee: AccountId,
			after: Option<GrantId>,
			limit: u32,
		) -> Vec<GrantId> {
			Consent::grants_of(dataset, &grantee, after, limit)
		}

		fn grants_of_dataset(
			dataset: DatasetId,
			after: Option<GrantId>,
			limit: u32,
		) -> Vec<GrantId> {
			Consent::grants_of_dataset(dataset, after, limit)
		}

		fn grants_of_owner(
			owner: AccountId,
			after: Option<GrantId>,
			limit: u32,
		) -> Vec<GrantId> {
			Consent::grants_of_owner(&owner, after, limit)
		}

		fn grants_of_grantee(
			grantee: AccountId,
			after: Option<GrantId>,
			limit: u32,
		) -> Vec<GrantId> {
			Consent::grants_of_grantee(&grantee, after, limit)
		}

		fn money(id: GrantId) -> Option<GrantMoney> {
			Consent::money(id)
		}

		fn receipts(
			id: GrantId,
			after: Option<u64>,
			limit: u32,
		) -> Vec<(u64, Receipt<AccountId>)> {
			Consent::receipts(id, after, limit)
		}

		fn trail(
			dataset: DatasetId,
			after: Option<u64>,
			limit: u32,
		) -> Vec<(u64, TrailEntry<AccountId>)> {
			Consent::trail(dataset, after, limit)
		}

		fn policy(target: PolicyTarget<AccountId>) -> Option<ConsentPolicy> {
			Consent::policy_of(target)
		}

		fn policy_for(dataset: DatasetId) -> Option<(PolicyTarget<AccountId>, ConsentPolicy)> {
			Consent::policy_for(dataset)
		}

		fn answer(dataset: DatasetId, requester: AccountId, terms: Terms) -> Option<Answer> {
			Consent::answer_now(dataset, &requester, &terms)
		}

		fn refusals(owner: AccountId) -> Refusals {
			Consent::refusals(&owner)
		}

		fn disputes(grantee: AccountId) -> DisputeRecord {
			Consent::disputes(&grantee)
		}

		fn ontology() -> OntologyRecord {
			Consent::ontology()
		}
	}

	impl ownome_primitives::api::DataTokenApi<Block, AccountId> for Runtime {
		fn token() -> TokenInfo {
			TokenInfo {
				name: DATA_NAME.into(),
				symbol: DATA_SYMBOL.into(),
				decimals: DATA_DECIMALS,
				cap: DATA_CAP,
				total_supply: DataToken::total_issuance(),
			}
		}

		fn balance(who: AccountId) -> TokenBalance {
			DataToken::token_balance(&who)
		}

		fn allowance(owner: AccountId, spender: AccountId) -> Balance {
			DataToken::allowance(&owner, &spender)
		}

		fn permit_nonce(owner: AccountId) -> u64 {
			DataToken::permit_nonce(&owner)
		}

		fn schedule() -> Vec<Tranche<AccountId>> {
			pallet_data_token::Schedule::<Runtime>::get().into_inner()
		}

		fn mintable(who: AccountId) -> Balance {
			DataToken::mintable(&who)
		}
	}

	impl sp_genesis_builder::GenesisBuilder<Block> for Runtime {
		fn build_state(config: Vec<u8>) -> sp_genesis_builder::Result {
			build_state::<RuntimeGenesisConfig>(config)?;
			crate::supply::audit()
		}

		fn get_preset(id: &Option<sp_genesis_builder::PresetId>) -> Option<Vec<u8>> {
			get_preset::<RuntimeGenesisConfig>(id, genesis_config_presets::get_preset)
		}

		fn preset_names() -> Vec<sp_genesis_builder::PresetId> {
			genesis_config_presets::preset_names()
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	impl frame_benchmarking::Benchmark<Block> for Runtime {
		fn benchmark_metadata(
			extra: bool,
		) -> (Vec<frame_benchmarking::BenchmarkList>, Vec<frame_support::traits::StorageInfo>) {
			use crate::*;
			use frame_benchmarking::BenchmarkList;
			use frame_support::traits::StorageInfoTrait;

			let mut list = Vec::<BenchmarkList>::new();
			list_benchmarks!(list, extra);
			(list, crate::AllPalletsWithSystem::storage_info())
		}

		fn dispatch_benchmark(
			config: frame_benchmarking::BenchmarkConfig,
		) -> Result<Vec<frame_benchmarking::BenchmarkBatch>, alloc::string::String> {
			use crate::*;
			use frame_benchmarking::BenchmarkBatch;
			use frame_support::traits::WhitelistedStorageKeys;

			let whitelist = crate::AllPalletsWithSystem::whitelisted_storage_keys();
			let mut batches = Vec::<BenchmarkBatch>::new();
			let params = (&config, &whitelist);
			add_benchmarks!(params, batches);
			Ok(batches)
		}
	}

	#[cfg(feature = "try-runtime")]
	impl frame_try_runtime::TryRuntime<Block> for Runtime {
		fn on_runtime_upgrade(
			checks: frame_try_runtime::UpgradeCheckSelect,
		) -> (Weight, Weight) {
			let weight = Executive::try_runtime_upgrade(checks)
				.expect("a migration that fails its own checks must not be released");
			(weight, crate::configs::system::RuntimeBlockWeights::get().max_block)
		}

		fn execute_block(
			block: <Block as BlockT>::LazyBlock,
			state_root_check: bool,
			signature_check: bool,
			select: frame_try_runtime::TryStateSelect,
		) -> Weight {
			Executive::try_execute_block(block, state_root_check, signature_check, select)
				.expect("a block that was accepted executes again")
		}
	}
}
