//! The data token.

use super::{Hash, Ownome};
use crate::rpc::{
	answers::token::{TokenAnswer, TokenBalanceAnswer, TrancheAnswer},
	forms::Address,
};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use ownome_primitives::api::DataTokenApi;
use ownome_runtime::{opaque::Block, AccountId};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;

/// The methods about the data token.
#[rpc(server, namespace = "ownome")]
pub trait TokenRpc {
	/// Name, symbol, decimals, cap and total supply of the data token.
	#[method(name = "token", blocking)]
	fn token(&self, block: Option<Hash>) -> RpcResult<TokenAnswer>;

	/// What `account` has of the data token.
	#[method(name = "tokenBalance", blocking)]
	fn token_balance(&self, account: Address, block: Option<Hash>)
		-> RpcResult<TokenBalanceAnswer>;

	/// How much `spender` may spend of the tokens of `owner`, in 10^-18 `DATA`, a decimal string.
	#[method(name = "tokenAllowance", blocking)]
	fn token_allowance(
		&self,
		owner: Address,
		spender: Address,
		block: Option<Hash>,
	) -> RpcResult<String>;

	/// The nonce that the next permit of `owner` must have.
	#[method(name = "tokenPermitNonce", blocking)]
	fn token_permit_nonce(&self, owner: Address, block: Option<Hash>) -> RpcResult<u64>;

	/// The issuance schedule of the data token: all that may ever be minted, and how much of it was.
	#[method(name = "tokenSchedule", blocking)]
	fn token_schedule(&self, block: Option<Hash>) -> RpcResult<Vec<TrancheAnswer>>;

	/// How much of the data token may be minted to `account` now, in 10^-18 `DATA`, a decimal string.
	#[method(name = "tokenMintable", blocking)]
	fn token_mintable(&self, account: Address, block: Option<Hash>) -> RpcResult<String>;
}

impl<Client> TokenRpcServer for Ownome<Client>
where
	Client: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
	Client::Api: DataTokenApi<Block, AccountId>,
{
	fn token(&self, block: Option<Hash>) -> RpcResult<TokenAnswer> {
		Ok(self.ask(block, |api, block| api.token(block))?.into())
	}

	fn token_balance(
		&self,
		account: Address,
		block: Option<Hash>,
	) -> RpcResult<TokenBalanceAnswer> {
		Ok(self.ask(block, |api, block| api.balance(block, account.0))?.into())
	}

	fn token_allowance(
		&self,
		owner: Address,
		spender: Address,
		block: Option<Hash>,
	) -> RpcResult<String> {
		let allowance = self.ask(block, |api, block| api.allowance(block, owner.0, spender.0))?;
		Ok(allowance.to_string())
	}

	fn token_permit_nonce(&self, owner: Address, block: Option<Hash>) -> RpcResult<u64> {
		self.ask(block, |api, block| api.permit_nonce(block, owner.0))
	}

	fn token_schedule(&self, block: Option<Hash>) -> RpcResult<Vec<TrancheAnswer>> {
		let schedule = self.ask(block, |api, block| api.schedule(block))?;
		Ok(schedule.into_iter().map(TrancheAnswer::from).collect())
	}

	fn token_mintable(&self, account: Address, block: Option<Hash>) -> RpcResult<String> {
		Ok(self.ask(block, |api, block| api.mintable(block, account.0))?.to_string())
	}
}
