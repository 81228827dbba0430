//! What was granted, and what became of it.

use super::{Hash, Ownome};
use crate::rpc::{
	answers::{
		grant::GrantAnswer,
		money::GrantMoneyAnswer,
		record::{ReceiptAnswer, TrailAnswer},
	},
	forms::Address,
};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use ownome_primitives::{
	api::{ConsentApi, MAX_PAGE},
	DatasetId, GrantId,
};
use ownome_runtime::{opaque::Block, AccountId};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;

/// The methods about grants.
#[rpc(server, namespace = "ownome")]
pub trait GrantsRpc {
	/// The grant `id`, whether it still runs or not, `null` if there is no such grant.
	#[method(name = "grant", blocking)]
	fn grant(&self, id: GrantId, block: Option<Hash>) -> RpcResult<Option<GrantAnswer>>;

	/// A page of the grants of `dataset` to `grantee`, in the order of the grants: at most `limit` of them, after grant `after`.
	#[method(name = "grantsOf", blocking)]
	fn grants_of(
		&self,
		dataset: DatasetId,
		grantee: Address,
		after: Option<GrantId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<GrantId>>;

	/// A page of all grants of `dataset`, those to one grantee together, as [`GrantsRpcServer::grants_of`].
	#[method(name = "grantsOfDataset", blocking)]
	fn grants_of_dataset(
		&self,
		dataset: DatasetId,
		after: Option<GrantId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<GrantId>>;

	/// A page of the grants in the name of `owner`, as [`GrantsRpcServer::grants_of`].
	#[method(name = "grantsOfOwner", blocking)]
	fn grants_of_owner(
		&self,
		owner: Address,
		after: Option<GrantId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<GrantId>>;

	/// A page of the grants to `grantee`, as [`GrantsRpcServer::grants_of`].
	#[method(name = "grantsOfGrantee", blocking)]
	fn grants_of_grantee(
		&self,
		grantee: Address,
		after: Option<GrantId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<GrantId>>;

	/// Where the money of grant `id` is, `null` if there is no such grant.
	#[method(name = "grantMoney", blocking)]
	fn grant_money(&self, id: GrantId, block: Option<Hash>) -> RpcResult<Option<GrantMoneyAnswer>>;

	/// A page of the receipts of grant `id`, in the order of the accesses: at most `limit` of them, after receipt `after`.
	#[method(name = "receipts", blocking)]
	fn receipts(
		&self,
		id: GrantId,
		after: Option<u64>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<ReceiptAnswer>>;

	/// A page of the audit trail of `dataset`, in the order in which it was written: at most `limit` entries, after entry `after`.
	#[method(name = "auditTrail", blocking)]
	fn audit_trail(
		&self,
		dataset: DatasetId,
		after: Option<u64>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<TrailAnswer>>;
}

impl<Client> GrantsRpcServer for Ownome<Client>
where
	Client: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
	Client::Api: ConsentApi<Block, AccountId>,
{
	fn grant(&self, id: GrantId, block: Option<Hash>) -> RpcResult<Option<GrantAnswer>> {
		let grant = self.ask(block, |api, block| api.grant(block, id))?;
		Ok(grant.map(|grant| GrantAnswer::new(id, grant)))
	}

	fn grants_of(
		&self,
		dataset: DatasetId,
		grantee: Address,
		after: Option<GrantId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<GrantId>> {
		let limit = limit.unwrap_or(MAX_PAGE);
		self.ask(block, |api, block| api.grants_of(block, dataset, grantee.0, after, limit))
	}

	fn grants_of_dataset(
		&self,
		dataset: DatasetId,
		after: Option<GrantId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<GrantId>> {
		let limit = limit.unwrap_or(MAX_PAGE);
		self.ask(block, |api, block| api.grants_of_dataset(block, dataset, after, limit))
	}

	fn grants_of_owner(
		&self,
		owner: Address,
		after: Option<GrantId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<GrantId>> {
		let limit = limit.unwrap_or(MAX_PAGE);
		self.ask(block, |api, block| api.grants_of_owner(block, owner.0, after, limit))
	}

	fn grants_of_grantee(
		&self,
		grantee: Address,
		after: Option<GrantId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<GrantId>> {
		let limit = limit.unwrap_or(MAX_PAGE);
		self.ask(block, |api, block| api.grants_of_grantee(block, grantee.0, after, limit))
	}

	fn grant_money(&self, id: GrantId, block: Option<Hash>) -> RpcResult<Option<GrantMoneyAnswer>> {
		let money = self.ask(block, |api, block| api.money(block, id))?;
		Ok(money.map(GrantMoneyAnswer::from))
	}

	fn receipts(
		&self,
		id: GrantId,
		after: Option<u64>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<ReceiptAnswer>> {
		let limit = limit.unwrap_or(MAX_PAGE);
		let receipts = self.ask(block, |api, block| api.receipts(block, id, after, limit))?;
		Ok(receipts.into_iter().map(ReceiptAnswer::from).collect())
	}

	fn audit_trail(
		&self,
		dataset: DatasetId,
		after: Option<u64>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<TrailAnswer>> {
		let limit = limit.unwrap_or(MAX_PAGE);
		let trail = self.ask(block, |api, block| api.trail(block, dataset, after, limit))?;
		Ok(trail.into_iter().map(TrailAnswer::from).collect())
	}
}
