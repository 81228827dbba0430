//! `ownome_*`: questions about datasets, consent and the data token for clients that do not speak SCALE.
//!
//! A thin layer over the runtime APIs of `ownome_primitives::api`, which hold the rules. Every method asks
//! the best block unless it is given the hash of another. An answer from the best block may still be undone
//! by a fork; who must be sure asks a finalized block.

use super::answers::{
	member::MemberAnswer,
	registry::{location_names, AttestationAnswer, BatchAnswer, DatasetAnswer, VerificationAnswer},
	AccessAnswer, GrantMoneyAnswer, TokenAnswer, TokenBalanceAnswer, TrancheAnswer,
};
use jsonrpsee::{
	core::RpcResult,
	proc_macros::rpc,
	types::{ErrorObject, ErrorObjectOwned},
};
use ownome_primitives::{
	api::{ConsentApi, ConsortiumApi, DataRegistryApi, DataTokenApi, MAX_PAGE},
	BatchId, Commitment, DatasetId, GrantId, Moment, ProposalId, SearchToken,
};
use ownome_runtime::{opaque::Block, AccountId};
use sp_api::{ApiError, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use sp_core::H256;
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
	/// Whether `grantee` may read the whole of `dataset` at the time `at`, in Unix milliseconds, which may lie in the
	/// past; at the time of the block if there is none.
	#[method(name = "checkAccess", blocking)]
	fn check_access(
		&self,
		dataset: DatasetId,
		grantee: AccountId,
		at: Option<Moment>,
		block: Option<Hash>,
	) -> RpcResult<AccessAnswer>;

	/// A page of the open proposals to `owner`, in the order of the offers: at most `limit` of them, 100 if there is none, after proposal `after`.
	#[method(name = "proposalsOfOwner", blocking)]
	fn proposals_of_owner(
		&self,
		owner: AccountId,
		after: Option<ProposalId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<ProposalId>>;

	/// A page of the open proposals by `requester`, as [`OwnomeApiServer::proposals_of_owner`].
	#[method(name = "proposalsOfRequester", blocking)]
	fn proposals_of_requester(
		&self,
		requester: AccountId,
		after: Option<ProposalId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<ProposalId>>;

	/// A page of the grants in the name of `owner`, in the order of the grants: at most `limit` of them, 100 if there is none, after grant `after`.
	#[method(name = "grantsOfOwner", blocking)]
	fn grants_of_owner(
		&self,
		owner: AccountId,
		after: Option<GrantId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<GrantId>>;

	/// A page of the grants to `grantee`, as [`OwnomeApiServer::grants_of_owner`].
	#[method(name = "grantsOfGrantee", blocking)]
	fn grants_of_grantee(
		&self,
		grantee: AccountId,
		after: Option<GrantId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<GrantId>>;

	/// A page of the grants of `dataset` to `grantee`, as [`OwnomeApiServer::grants_of_owner`].
	#[method(name = "grantsOf", blocking)]
	fn grants_of(
		&self,
		dataset: DatasetId,
		grantee: AccountId,
		after: Option<GrantId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<GrantId>>;

	/// Where the money of grant `id` is, `null` if there is no such grant.
	#[method(name = "grantMoney", blocking)]
	fn grant_money(&self, id: GrantId, block: Option<Hash>) -> RpcResult<Option<GrantMoneyAnswer>>;

	/// The member behind `account`, with what the consortium vouches for about it, `null` if it is not one.
	#[method(name = "member", blocking)]
	fn member(&self, account: AccountId, block: Option<Hash>) -> RpcResult<Option<MemberAnswer>>;

	/// What the registry holds of dataset `id`, `null` if there is no such dataset.
	#[method(name = "dataset", blocking)]
	fn dataset(&self, id: DatasetId, block: Option<Hash>) -> RpcResult<Option<DatasetAnswer>>;

	/// A page of the datasets of `owner`, in the order of registration: at most `limit` of them, 100 if there is none, that were
	/// registered after dataset `after`.
	#[method(name = "datasetsOf", blocking)]
	fn datasets_of(
		&self,
		owner: AccountId,
		after: Option<DatasetId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<DatasetId>>;

	/// A page of the datasets with the tag `token`, in the order of registration: at most `limit` of them, 100 if there is none,
	/// that were registered after dataset `after`.
	#[method(name = "datasetsByTag", blocking)]
	fn datasets_by_tag(
		&self,
		token: H256,
		after: Option<DatasetId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<DatasetId>>;

	/// The versions before dataset `id`, the newest first, erased ones included; at most `limit` of them, 100 if there is none.
	#[method(name = "lineage", blocking)]
	fn lineage(
		&self,
		id: DatasetId,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<DatasetId>>;

	/// Where the ciphertext of dataset `id` lies.
	#[method(name = "locations", blocking)]
	fn locations(&self, id: DatasetId, block: Option<Hash>) -> RpcResult<Vec<String>>;

	/// Who vouched for dataset `id`.
	#[method(name = "attestations", blocking)]
	fn attestations(&self, id: DatasetId, block: Option<Hash>)
		-> RpcResult<Vec<AttestationAnswer>>;

	/// What became of `commitment`.
	#[method(name = "verify", blocking)]
	fn verify(&self, commitment: H256, block: Option<Hash>) -> RpcResult<VerificationAnswer>;

	/// What the registry holds of batch `id`, `null` if there is no such batch.
	#[method(name = "batch", blocking)]
	fn batch(&self, id: BatchId, block: Option<Hash>) -> RpcResult<Option<BatchAnswer>>;

	/// Name, symbol, decimals, cap and total supply of the data token.
	#[method(name = "token", blocking)]
	fn token(&self, block: Option<Hash>) -> RpcResult<TokenAnswer>;

	/// What `account` has of the data token.
	#[method(name = "tokenBalance", blocking)]
	fn token_balance(
		&self,
		account: AccountId,
		block: Option<Hash>,
	) -> RpcResult<TokenBalanceAnswer>;

	/// How much `spender` may spend of the tokens of `owner`, in 10^-18 `DATA`, a decimal string.
	#[method(name = "tokenAllowance", blocking)]
	fn token_allowance(
		&self,
		owner: AccountId,
		spender: AccountId,
		block: Option<Hash>,
	) -> RpcResult<String>;

	/// The nonce that the next permit of `owner` must have.
	#[method(name = "tokenPermitNonce", blocking)]
	fn token_permit_nonce(&self, owner: AccountId, block: Option<Hash>) -> RpcResult<u64>;

	/// The issuance schedule of the data token: all that may ever be minted, and how much of it was.
	#[method(name = "tokenSchedule", blocking)]
	fn token_schedule(&self, block: Option<Hash>) -> RpcResult<Vec<TrancheAnswer>>;

	/// How much of the data token may be minted to `account` now, in 10^-18 `DATA`, a decimal string.
	#[method(name = "tokenMintable", blocking)]
	fn token_mintable(&self, account: AccountId, block: Option<Hash>) -> RpcResult<String>;
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

impl<Client> OwnomeApiServer for Ownome<Client>
where
	Client: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
	Client::Api: ConsentApi<Block, AccountId>
		+ ConsortiumApi<Block, AccountId>
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
		let access = self.ask(block, |api, block| api.check(block, dataset, grantee, at, None))?;
		Ok(access.into())
	}

	fn proposals_of_owner(
		&self,
		owner: AccountId,
		after: Option<ProposalId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<ProposalId>> {
		let limit = limit.unwrap_or(MAX_PAGE);
		self.ask(block, |api, block| api.proposals_of_owner(block, owner, after, limit))
	}

	fn proposals_of_requester(
		&self,
		requester: AccountId,
		after: Option<ProposalId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<ProposalId>> {
		let limit = limit.unwrap_or(MAX_PAGE);
		self.ask(block, |api, block| api.proposals_of_requester(block, requester, after, limit))
	}

	fn grants_of_owner(
		&self,
		owner: AccountId,
		after: Option<GrantId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<GrantId>> {
		let limit = limit.unwrap_or(MAX_PAGE);
		self.ask(block, |api, block| api.grants_of_owner(block, owner, after, limit))
	}

	fn grants_of_grantee(
		&self,
		grantee: AccountId,
		after: Option<GrantId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<GrantId>> {
		let limit = limit.unwrap_or(MAX_PAGE);
		self.ask(block, |api, block| api.grants_of_grantee(block, grantee, after, limit))
	}

	fn grants_of(
		&self,
		dataset: DatasetId,
		grantee: AccountId,
		after: Option<GrantId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<GrantId>> {
		let limit = limit.unwrap_or(MAX_PAGE);
		self.ask(block, |api, block| api.grants_of(block, dataset, grantee, after, limit))
	}

	fn grant_money(&self, id: GrantId, block: Option<Hash>) -> RpcResult<Option<GrantMoneyAnswer>> {
		let money = self.ask(block, |api, block| api.money(block, id))?;
		Ok(money.map(GrantMoneyAnswer::from))
	}

	fn member(&self, account: AccountId, block: Option<Hash>) -> RpcResult<Option<MemberAnswer>> {
		let member = self.ask(block, |api, at| api.member(at, account.clone()))?;
		Ok(member.map(|member| MemberAnswer::new(account, member)))
	}

	fn dataset(&self, id: DatasetId, block: Option<Hash>) -> RpcResult<Option<DatasetAnswer>> {
		let dataset = self.ask(block, |api, block| api.dataset(block, id))?;
		Ok(dataset.map(|dataset| DatasetAnswer::new(id, dataset)))
	}

	fn datasets_of(
		&self,
		owner: AccountId,
		after: Option<DatasetId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<DatasetId>> {
		let limit = limit.unwrap_or(MAX_PAGE);
		self.ask(block, |api, block| api.datasets_of(block, owner, after, limit))
	}

	fn datasets_by_tag(
		&self,
		token: H256,
		after: Option<DatasetId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<DatasetId>> {
		let (token, limit) = (SearchToken(token.0), limit.unwrap_or(MAX_PAGE));
		self.ask(block, |api, block| api.datasets_by_tag(block, token, after, limit))
	}

	fn lineage(
		&self,
		id: DatasetId,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<DatasetId>> {
		self.ask(block, |api, block| api.lineage(block, id, limit.unwrap_or(MAX_PAGE)))
	}

	fn locations(&self, id: DatasetId, block: Option<Hash>) -> RpcResult<Vec<String>> {
		Ok(location_names(self.ask(block, |api, block| api.locations(block, id))?))
	}

	fn attestations(
		&self,
		id: DatasetId,
		block: Option<Hash>,
	) -> RpcResult<Vec<AttestationAnswer>> {
		let attestations = self.ask(block, |api, block| api.attestations(block, id))?;
		Ok(attestations.into_iter().map(AttestationAnswer::from).collect())
	}

	fn verify(&self, commitment: H256, block: Option<Hash>) -> RpcResult<VerificationAnswer> {
		let commitment = Commitment(commitment.0);
		Ok(self.ask(block, |api, block| api.verify(block, commitment))?.into())
	}

	fn batch(&self, id: BatchId, block: Option<Hash>) -> RpcResult<Option<BatchAnswer>> {
		let batch = self.ask(block, |api, block| api.batch(block, id))?;
		Ok(batch.map(|batch| BatchAnswer::new(id, batch)))
	}

	fn token(&self, block: Option<Hash>) -> RpcResult<TokenAnswer> {
		Ok(self.ask(block, |api, block| api.token(block))?.into())
	}

	fn token_balance(
		&self,
		account: AccountId,
		block: Option<Hash>,
	) -> RpcResult<TokenBalanceAnswer> {
		Ok(self.ask(block, |api, block| api.balance(block, account))?.into())
	}

	fn token_allowance(
		&self,
		owner: AccountId,
		spender: AccountId,
		block: Option<Hash>,
	) -> RpcResult<String> {
		let allowance = self.ask(block, |api, block| api.allowance(block, owner, spender))?;
		Ok(allowance.to_string())
	}

	fn token_permit_nonce(&self, owner: AccountId, block: Option<Hash>) -> RpcResult<u64> {
		self.ask(block, |api, block| api.permit_nonce(block, owner))
	}

	fn token_schedule(&self, block: Option<Hash>) -> RpcResult<Vec<TrancheAnswer>> {
		let schedule = self.ask(block, |api, block| api.schedule(block))?;
		Ok(schedule.into_iter().map(TrancheAnswer::from).collect())
	}

	fn token_mintable(&self, account: AccountId, block: Option<Hash>) -> RpcResult<String> {
		Ok(self.ask(block, |api, block| api.mintable(block, account))?.to_string())
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
