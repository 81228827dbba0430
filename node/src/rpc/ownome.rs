//! `ownome_*`: questions about datasets, consent and the data token for clients that do not speak SCALE.
//!
//! A thin layer over the runtime APIs of `ownome_primitives::api`, which hold the rules. Every method asks
//! the best block unless it is given the hash of another. An answer from the best block may still be undone
//! by a fork; who must be sure asks a finalized block.

use super::answers::{AccessAnswer, DatasetAnswer, TokenBalanceAnswer};
use jsonrpsee::{
	core::RpcResult,
	proc_macros::rpc,
	types::{ErrorObject, ErrorObjectOwned},
};
use ownome_primitives::{
	api::{ConsentApi, DataRegistryApi, DataTokenApi},
	DatasetId, Moment,
};
use ownome_runtime::{opaque::Block, AccountId};
use sp_api::{ApiError, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use sp_runtime::traits::Block as BlockT;
use std::sync::Arc;

type Hash = <Block as BlockT>::Hash;

/// The block that was asked for is not there.
pub const UNKNOWN_BLOCK: i32 = 9001;

/// The runtime gave no answer.
pub const NO_ANSWER: i32 = 9002;

/// The methods. Parameters are given by position or by name.
///
/// All of them fail with [`UNKNOWN_BLOCK`] or [`NO_ANSWER`], and with -32602 when a parameter is wrong.
#[rpc(server, namespace = "ownome")]
pub trait OwnomeApi {
	/// Whether `grantee` may read `dataset` at the time `at`, in Unix milliseconds, which may lie in the
	/// past; at the time of the block if there is none.
	#[method(name = "checkAccess", blocking)]
	fn check_access(
		&self,
		dataset: DatasetId,
		grantee: AccountId,
		at: Option<Moment>,
		block: Option<Hash>,
	) -> RpcResult<AccessAnswer>;

	/// What the registry holds of dataset `id`, `null` if there is no such dataset.
	#[method(name = "dataset", blocking)]
	fn dataset(&self, id: DatasetId, block: Option<Hash>) -> RpcResult<Option<DatasetAnswer>>;

	/// What `account` has of the data token.
	#[method(name = "tokenBalance", blocking)]
	fn token_balance(
		&self,
		account: AccountId,
		block: Option<Hash>,
	) -> RpcResult<TokenBalanceAnswer>;
}

/// Answers from the runtime APIs of `Client`.
pub struct Ownome<Client> {
	client: Arc<Client>,
}

impl<Client> Ownome<Client> {
	/// Answers from the runtime APIs of `client`.
	pub fn new(client: Arc<Client>) -> Self {
		Self { client }
	}
}

impl<Client: HeaderBackend<Block>> Ownome<Client> {
	fn block_or_best(&self, block: Option<Hash>) -> Hash {
		block.unwrap_or_else(|| self.client.info().best_hash)
	}
}

impl<Client> OwnomeApiServer for Ownome<Client>
where
	Client: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
	Client::Api: ConsentApi<Block, AccountId>
		+ DataRegistryApi<Block, AccountId>
		+ DataTokenApi<Block, AccountId>,
{
	fn check_access(
		&self,
		dataset: DatasetId,
		grantee: AccountId,
		at: Option<Moment>,
		block: Option<Hash>,
	) -> RpcResult<AccessAnswer> {
		let block = self.block_or_best(block);
		let access = self.client.runtime_api().check(block, dataset, grantee, at);
		Ok(access.map_err(|error| to_rpc_error(block, error))?.into())
	}

	fn dataset(&self, id: DatasetId, block: Option<Hash>) -> RpcResult<Option<DatasetAnswer>> {
		let block = self.block_or_best(block);
		let dataset = self.client.runtime_api().dataset(block, id);
		Ok(dataset
			.map_err(|error| to_rpc_error(block, error))?
			.map(|dataset| DatasetAnswer::new(id, dataset)))
	}

	fn token_balance(
		&self,
		account: AccountId,
		block: Option<Hash>,
	) -> RpcResult<TokenBalanceAnswer> {
		let block = self.block_or_best(block);
		let balance = self.client.runtime_api().balance(block, account);
		Ok(balance.map_err(|error| to_rpc_error(block, error))?.into())
	}
}

/// One sentence that says what to do, and a code that stays.
fn to_rpc_error(block: Hash, error: ApiError) -> ErrorObjectOwned {
	let (code, message) = match error {
		ApiError::UnknownBlock(_) => (
			UNKNOWN_BLOCK,
			format!(
				"block {block:?} is unknown to this node, or its state is no longer kept: \
				 ask for a later block, or ask an archive node"
			),
		),
		other => (NO_ANSWER, format!("the runtime of block {block:?} gave no answer: {other}")),
	};
	ErrorObject::owned(code, message, None::<()>)
}

#[cfg(test)]
mod tests;
