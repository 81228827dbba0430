//! Members of the consortium.

use super::{Hash, Ownome};
use crate::rpc::{answers::member::MemberAnswer, forms::Address};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use ownome_primitives::api::ConsortiumApi;
use ownome_runtime::{opaque::Block, AccountId};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;

/// The methods about the consortium.
#[rpc(server, namespace = "ownome")]
pub trait MembersRpc {
	/// The member behind `account`, with what the consortium vouches for about it, `null` if it is not one.
	#[method(name = "member", blocking)]
	fn member(&self, account: Address, block: Option<Hash>) -> RpcResult<Option<MemberAnswer>>;
}

impl<Client> MembersRpcServer for Ownome<Client>
where
	Client: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
	Client::Api: ConsortiumApi<Block, AccountId>,
{
	fn member(
		&self,
		Address(account): Address,
		block: Option<Hash>,
	) -> RpcResult<Option<MemberAnswer>> {
		let member = self.ask(block, |api, block| api.member(block, account.clone()))?;
		Ok(member.map(|member| MemberAnswer::new(account, member)))
	}
}
