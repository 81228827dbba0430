//! `ownome_*`: questions about members, datasets, consent and the data token for clients that do not speak SCALE.
//!
//! A thin layer over the runtime APIs of `ownome_primitives::api`, which hold the rules. Every method asks
//! the best block unless it is given the hash of another. An answer from the best block may still be undone
//! by a fork; who must be sure asks a finalized block.
//!
//! Parameters are given by position or by name. All methods fail with [`UNKNOWN_BLOCK`] or [`NO_ANSWER`], and
//! with -32602 when a parameter is wrong; the data of that error say what to write. Pages have at most 100
//! entries, and as many if no limit is given.

mod consent;
mod grants;
mod members;
mod registry;
mod token;

use consent::ConsentRpcServer;
use grants::GrantsRpcServer;
use jsonrpsee::{
	core::{RegisterMethodError, RpcResult},
	types::{ErrorObject, ErrorObjectOwned},
	RpcModule,
};
use members::MembersRpcServer;
use ownome_primitives::api::{ConsentApi, ConsortiumApi, DataRegistryApi, DataTokenApi};
use ownome_runtime::{opaque::Block, AccountId};
use registry::RegistryRpcServer;
use sp_api::{ApiError, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use sp_runtime::traits::Block as BlockT;
use std::sync::Arc;
use token::TokenRpcServer;

type Hash = <Block as BlockT>::Hash;

/// The block that was asked for is not there.
pub const UNKNOWN_BLOCK: i32 = 9001;

/// The runtime gave no answer.
pub const NO_ANSWER: i32 = 9002;

/// The methods, answered by the runtime APIs of `client`.
///
/// # Errors
///
/// When two methods have the same name.
pub fn methods<Client>(client: &Arc<Client>) -> Result<RpcModule<()>, RegisterMethodError>
where
	Client: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
	Client::Api: ConsentApi<Block, AccountId>
		+ ConsortiumApi<Block, AccountId>
		+ DataRegistryApi<Block, AccountId>
		+ DataTokenApi<Block, AccountId>,
{
	let ownome = || Ownome { client: client.clone() };
	let mut module = RpcModule::new(());
	module.merge(MembersRpcServer::into_rpc(ownome()))?;
	module.merge(RegistryRpcServer::into_rpc(ownome()))?;
	module.merge(ConsentRpcServer::into_rpc(ownome()))?;
	module.merge(GrantsRpcServer::into_rpc(ownome()))?;
	module.merge(TokenRpcServer::into_rpc(ownome()))?;
	Ok(module)
}

/// Answers from the runtime APIs of `Client`.
struct Ownome<Client> {
	client: Arc<Client>,
}

impl<Client: ProvideRuntimeApi<Block> + HeaderBackend<Block>> Ownome<Client> {
	/// What the runtime of `block`, the best one if `None`, answers to `question`.
	fn ask<T>(
		&self,
		block: Option<Hash>,
		question: impl FnOnce(&Client::Api, Hash) -> Result<T, ApiError>,
	) -> RpcResult<T> {
		let block = block.unwrap_or_else(|| self.client.info().best_hash);
		question(&self.client.runtime_api(), block).map_err(|error| to_rpc_error(block, error))
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
