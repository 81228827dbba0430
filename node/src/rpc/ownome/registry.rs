//! Datasets, what stands beside them, and batches.

use super::{Hash, Ownome};
use crate::rpc::{
	answers::registry::{
		location_names, AttestationAnswer, BatchAnswer, DatasetAnswer, VerificationAnswer,
	},
	forms::Address,
};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use ownome_primitives::{
	api::{DataRegistryApi, MAX_PAGE},
	BatchId, Commitment, DatasetId, SearchToken,
};
use ownome_runtime::{opaque::Block, AccountId};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_core::H256;

/// The methods about the registry.
#[rpc(server, namespace = "ownome")]
pub trait RegistryRpc {
	/// What the registry holds of dataset `id`, `null` if there is no such dataset.
	#[method(name = "dataset", blocking)]
	fn dataset(&self, id: DatasetId, block: Option<Hash>) -> RpcResult<Option<DatasetAnswer>>;

	/// A page of the datasets of `owner`, in the order of registration: at most `limit` of them, that were
	/// registered after dataset `after`.
	#[method(name = "datasetsOf", blocking)]
	fn datasets_of(
		&self,
		owner: Address,
		after: Option<DatasetId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<DatasetId>>;

	/// A page of the datasets with the tag `token`, in the order of registration: at most `limit` of them,
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
}

impl<Client> RegistryRpcServer for Ownome<Client>
where
	Client: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
	Client::Api: DataRegistryApi<Block, AccountId>,
{
	fn dataset(&self, id: DatasetId, block: Option<Hash>) -> RpcResult<Option<DatasetAnswer>> {
		let dataset = self.ask(block, |api, block| api.dataset(block, id))?;
		Ok(dataset.map(|dataset| DatasetAnswer::new(id, dataset)))
	}

	fn datasets_of(
		&self,
		owner: Address,
		after: Option<DatasetId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<DatasetId>> {
		let limit = limit.unwrap_or(MAX_PAGE);
		self.ask(block, |api, block| api.datasets_of(block, owner.0, after, limit))
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
}
