//! Questions to the chain, all answered as of one block.

use super::{connection::Config, runtime::runtime, Block, Chain, ChainError};
use ownome_primitives::{
	Access, Balance, Dataset, DatasetId, Grant, GrantId, Member, Moment, Proposal, ProposalId,
	TokenBalance,
};
use subxt::{runtime_apis::Payload, storage::Address, utils::AccountId32, OnlineClientAtBlock};

/// The chain at one block.
pub struct State<'a> {
	chain: &'a Chain,
	pub(super) at: OnlineClientAtBlock<Config>,
}

/// What an account has of the native coin, in 10^-12 `OWN`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoinBalance {
	/// What it may spend.
	pub free: Balance,
	/// What is held, as deposits.
	pub held: Balance,
}

impl<'a> State<'a> {
	pub(super) fn new(chain: &'a Chain, at: OnlineClientAtBlock<Config>) -> Self {
		Self { chain, at }
	}

	/// The block.
	pub fn block(&self) -> Block {
		Block { number: self.at.block_number(), hash: self.at.block_hash() }
	}

	/// The version of the runtime.
	pub fn spec_version(&self) -> u32 {
		self.at.spec_version()
	}

	/// Legal time.
	pub async fn now(&self) -> Result<Moment, ChainError> {
		let now = self.read(runtime::storage().timestamp().now(), ()).await?;
		Ok(now.unwrap_or_default())
	}

	/// The record of a dataset.
	pub async fn dataset(&self, id: DatasetId) -> Result<Dataset<AccountId32>, ChainError> {
		let question = runtime::runtime_apis().data_registry_api().dataset(id);
		self.ask(question).await?.map(|found| found.0).ok_or(ChainError::NoDataset(id))
	}

	/// An offer that waits for an answer.
	pub async fn proposal(&self, id: ProposalId) -> Result<Proposal<AccountId32>, ChainError> {
		let question = runtime::runtime_apis().consent_api().proposal(id);
		self.ask(question).await?.map(|found| found.0).ok_or(ChainError::NoProposal(id))
	}

	/// A grant, whether it still runs or not.
	pub async fn grant(&self, id: GrantId) -> Result<Grant<AccountId32>, ChainError> {
		let question = runtime::runtime_apis().consent_api().grant(id);
		self.ask(question).await?.map(|found| found.0).ok_or(ChainError::NoGrant(id))
	}

	/// Whether `grantee` may read `dataset` at the moment `at`; now if there is none.
	pub async fn access(
		&self,
		dataset: DatasetId,
		grantee: AccountId32,
		at: Option<Moment>,
	) -> Result<Access, ChainError> {
		let question = runtime::runtime_apis().consent_api().check(dataset, grantee, at);
		Ok(self.ask(question).await?.0)
	}

	/// A member of the consortium.
	pub async fn member(&self, account: AccountId32) -> Result<Member, ChainError> {
		let question = runtime::runtime_apis().consortium_api().member(account);
		self.ask(question)
			.await?
			.map(|found| found.0)
			.ok_or(ChainError::NoMember(account))
	}

	/// What an account has of the data token.
	pub async fn token_balance(&self, account: AccountId32) -> Result<TokenBalance, ChainError> {
		Ok(self.ask(runtime::runtime_apis().data_token_api().balance(account)).await?.0)
	}

	/// What an account has of the native coin.
	pub async fn coin_balance(&self, account: AccountId32) -> Result<CoinBalance, ChainError> {
		let found = self.read(runtime::storage().system().account(), (account,)).await?;
		let (free, held) =
			found.map(|info| (info.data.free, info.data.reserved)).unwrap_or_default();
		Ok(CoinBalance { free, held })
	}

	/// The account that may do everything, which only development chains have.
	pub async fn sudo_key(&self) -> Result<Option<AccountId32>, ChainError> {
		self.read(runtime::storage().sudo().key(), ()).await
	}

	async fn ask<P: Payload>(&self, question: P) -> Result<P::ReturnType, ChainError> {
		self.at
			.runtime_apis()
			.call(question)
			.await
			.map_err(|error| self.chain.error(error))
	}

	async fn read<A: Address>(
		&self,
		entry: A,
		key: A::KeyParts,
	) -> Result<Option<A::Value>, ChainError> {
		let found = self.at.storage().try_fetch(entry, key).await;
		match found.map_err(|error| self.chain.error(error))? {
			Some(value) => value.decode().map(Some).map_err(|error| self.chain.error(error)),
			None => Ok(None),
		}
	}
}
