//! The connection to a node.

use super::{ChainError, State};
use serde::Serialize;
use std::{fmt, sync::Arc};
use subxt::{
	backend::LegacyBackend,
	config::RpcConfigFor,
	rpcs::{LegacyRpcMethods, RpcClient},
	utils::H256,
	OnlineClient, SubstrateConfig,
};

/// Accounts, addresses, signatures and hashes as in most Substrate chains.
pub type Config = SubstrateConfig;

/// A block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
	/// Its height.
	pub number: u64,
	/// Its hash.
	pub hash: H256,
}

impl fmt::Display for Block {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "#{} {:?}", self.number, self.hash)
	}
}

/// A node and the chain that it follows.
pub struct Chain {
	pub(super) client: OnlineClient<Config>,
	pub(super) rpc: LegacyRpcMethods<RpcConfigFor<Config>>,
	url: String,
}

impl Chain {
	/// Connects to the node at `url`.
	pub async fn connect(url: &str) -> Result<Self, ChainError> {
		let connection = RpcClient::from_url(url)
			.await
			.map_err(|error| ChainError::from_connecting(url, &error))?;
		// The older RPC methods answer about every block, the newest included: who has just sent a transaction wants to see what
		// it did, before it is final.
		let backend = LegacyBackend::builder().build(connection.clone());
		let client = OnlineClient::from_backend(Arc::new(backend))
			.await
			.map_err(|error| ChainError::from_subxt(url, error))?;
		Ok(Self { client, rpc: LegacyRpcMethods::new(connection), url: url.into() })
	}

	/// The chain as it is now, at its best block.
	pub async fn state(&self) -> Result<State<'_>, ChainError> {
		let best = self.block_hash(None).await?;
		let at = self.client.at_block(best).await.map_err(|error| self.error(error))?;
		Ok(State::new(self, at))
	}

	/// The hash of a block of the best chain; of the best block if no number is given.
	pub(super) async fn block_hash(&self, number: Option<u64>) -> Result<H256, ChainError> {
		self.rpc
			.chain_get_block_hash(number.map(Into::into))
			.await
			.map_err(|error| self.error(error))?
			.ok_or_else(|| ChainError::Node {
				url: self.url.clone(),
				reason: "it does not know the hash of a block of its own chain".into(),
			})
	}

	/// The last block that can never go away.
	pub async fn finalized(&self) -> Result<Block, ChainError> {
		let at = self.client.at_current_block().await.map_err(|error| self.error(error))?;
		Ok(Block { number: at.block_number(), hash: at.block_hash() })
	}

	/// The name of the chain, from its specification.
	pub async fn name(&self) -> Result<String, ChainError> {
		self.rpc.system_chain().await.map_err(|error| self.error(error))
	}

	/// The version of the node.
	pub async fn node_version(&self) -> Result<String, ChainError> {
		self.rpc.system_version().await.map_err(|error| self.error(error))
	}

	/// The hash of the first block, which tells this chain from all others.
	pub fn genesis_hash(&self) -> H256 {
		self.client.genesis_hash()
	}

	/// Where the node is.
	pub fn url(&self) -> &str {
		&self.url
	}

	/// What a failure in talking to the node means.
	pub(super) fn error(&self, error: impl Into<subxt::Error>) -> ChainError {
		ChainError::from_subxt(&self.url, error)
	}
}
