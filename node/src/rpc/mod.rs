//! The JSON-RPC that the node adds to what `sc-service` brings (`system`, `author`, `chain`, `state`,
//! `childstate`, `offchain`, `rpc_methods`, `chainHead_v1`, `chainSpec_v1`, `transaction_v1`,
//! `transactionWatch_v1`, and on archive nodes `archive_v1`).

mod answers;
mod forms;
mod ownome;

use crate::service::{FullBackend, FullClient, FullPool};
use jsonrpsee::{core::RegisterMethodError, RpcModule};
use ownome_runtime::opaque::Block;
use pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer};
use sc_consensus_grandpa::{
	FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
use sc_rpc::SubscriptionTaskExecutor;
use sp_runtime::traits::{Block as BlockT, NumberFor};
use std::sync::Arc;
use substrate_frame_rpc_system::{System, SystemApiServer};

/// What the methods need of the node.
pub struct FullDeps {
	/// Access to the chain.
	pub client: Arc<FullClient>,
	/// Transactions that are not in a block yet.
	pub pool: Arc<FullPool>,
	/// The validators that finalize.
	pub authority_set: SharedAuthoritySet<<Block as BlockT>::Hash, NumberFor<Block>>,
	/// How the votes stand.
	pub voter_state: SharedVoterState,
	/// Proofs that blocks are final, as they come in.
	pub justifications: GrandpaJustificationStream<Block>,
	/// Proofs that earlier blocks are final.
	pub finality_proofs: Arc<FinalityProofProvider<FullBackend, Block>>,
}

/// Registers the methods: `system_accountNextIndex` and `system_dryRun`, `payment_*`, `grandpa_*` and
/// `ownome_*`.
///
/// # Errors
///
/// When two methods have the same name.
pub fn create_full(
	deps: &FullDeps,
	executor: SubscriptionTaskExecutor,
) -> Result<RpcModule<()>, RegisterMethodError> {
	let mut module = RpcModule::new(());
	module.merge(System::new(deps.client.clone(), deps.pool.clone()).into_rpc())?;
	module.merge(TransactionPayment::new(deps.client.clone()).into_rpc())?;
	module.merge(
		Grandpa::new(
			executor,
			deps.authority_set.clone(),
			deps.voter_state.clone(),
			deps.justifications.clone(),
			deps.finality_proofs.clone(),
		)
		.into_rpc(),
	)?;
	module.merge(ownome::methods(&deps.client)?)?;
	Ok(module)
}
