//! What is allowed, what owners consent to beforehand, and what is negotiated.

use super::{Hash, Ownome};
use crate::rpc::{
	answers::{
		access::AccessAnswer,
		context::{DisputesAnswer, OntologyAnswer, RefusalsAnswer},
		policy::{OfferAnswer, PolicyAnswer, PolicyForAnswer},
		proposal::ProposalAnswer,
	},
	forms::{Address, ScopeForm, TargetForm, TermsForm},
};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use ownome_primitives::{
	api::{ConsentApi, MAX_PAGE},
	DatasetId, Moment, ProposalId,
};
use ownome_runtime::{opaque::Block, AccountId};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;

/// The methods about policies and offers.
#[rpc(server, namespace = "ownome")]
pub trait ConsentRpc {
	/// Whether `grantee` may read `what` of `dataset`, the whole of it if there is none, at the time `at`, in Unix milliseconds, which may
	/// lie in the past; at the time of the block if there is none.
	#[method(name = "checkAccess", blocking)]
	fn check_access(
		&self,
		dataset: DatasetId,
		grantee: Address,
		at: Option<Moment>,
		what: Option<ScopeForm>,
		block: Option<Hash>,
	) -> RpcResult<AccessAnswer>;

	/// The open proposal `id`, `null` if there is no such proposal.
	#[method(name = "proposal", blocking)]
	fn proposal(&self, id: ProposalId, block: Option<Hash>) -> RpcResult<Option<ProposalAnswer>>;

	/// A page of the open proposals to `owner`, in the order of the offers: at most `limit` of them, after proposal `after`.
	#[method(name = "proposalsOfOwner", blocking)]
	fn proposals_of_owner(
		&self,
		owner: Address,
		after: Option<ProposalId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<ProposalId>>;

	/// A page of the open proposals by `requester`, as [`ConsentRpcServer::proposals_of_owner`].
	#[method(name = "proposalsOfRequester", blocking)]
	fn proposals_of_requester(
		&self,
		requester: Address,
		after: Option<ProposalId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<ProposalId>>;

	/// The policy that a dataset or an owner has of its own, `null` if it has none.
	#[method(name = "policy", blocking)]
	fn policy(&self, target: TargetForm, block: Option<Hash>) -> RpcResult<Option<PolicyAnswer>>;

	/// The policy by which the owner of `dataset` consents to offers for it, and for what it was set; `null` if there is none.
	#[method(name = "policyFor", blocking)]
	fn policy_for(
		&self,
		dataset: DatasetId,
		block: Option<Hash>,
	) -> RpcResult<Option<PolicyForAnswer>>;

	/// What an offer of `terms` by `requester` would come to now, without proofs of ancestry; `null` if there is no such dataset.
	#[method(name = "answer", blocking)]
	fn answer(
		&self,
		dataset: DatasetId,
		requester: Address,
		terms: TermsForm,
		block: Option<Hash>,
	) -> RpcResult<Option<OfferAnswer>>;

	/// What `owner` refuses beforehand.
	#[method(name = "refusals", blocking)]
	fn refusals(&self, owner: Address, block: Option<Hash>) -> RpcResult<RefusalsAnswer>;

	/// How `grantee` has used disputes.
	#[method(name = "disputes", blocking)]
	fn disputes(&self, grantee: Address, block: Option<Hash>) -> RpcResult<DisputesAnswer>;

	/// What is on record of the MONDO disease ontology.
	#[method(name = "ontology", blocking)]
	fn ontology(&self, block: Option<Hash>) -> RpcResult<OntologyAnswer>;
}

impl<Client> ConsentRpcServer for Ownome<Client>
where
	Client: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
	Client::Api: ConsentApi<Block, AccountId>,
{
	fn check_access(
		&self,
		dataset: DatasetId,
		grantee: Address,
		at: Option<Moment>,
		what: Option<ScopeForm>,
		block: Option<Hash>,
	) -> RpcResult<AccessAnswer> {
		let what = what.map(|form| form.0);
		let access =
			self.ask(block, |api, block| api.check(block, dataset, grantee.0, at, what))?;
		Ok(access.into())
	}

	fn proposal(&self, id: ProposalId, block: Option<Hash>) -> RpcResult<Option<ProposalAnswer>> {
		let proposal = self.ask(block, |api, block| api.proposal(block, id))?;
		Ok(proposal.map(|proposal| ProposalAnswer::new(id, proposal)))
	}

	fn proposals_of_owner(
		&self,
		owner: Address,
		after: Option<ProposalId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<ProposalId>> {
		let limit = limit.unwrap_or(MAX_PAGE);
		self.ask(block, |api, block| api.proposals_of_owner(block, owner.0, after, limit))
	}

	fn proposals_of_requester(
		&self,
		requester: Address,
		after: Option<ProposalId>,
		limit: Option<u32>,
		block: Option<Hash>,
	) -> RpcResult<Vec<ProposalId>> {
		let limit = limit.unwrap_or(MAX_PAGE);
		self.ask(block, |api, block| api.proposals_of_requester(block, requester.0, after, limit))
	}

	fn policy(&self, target: TargetForm, block: Option<Hash>) -> RpcResult<Option<PolicyAnswer>> {
		let policy = self.ask(block, |api, block| api.policy(block, target.into()))?;
		Ok(policy.map(PolicyAnswer::from))
	}

	fn policy_for(
		&self,
		dataset: DatasetId,
		block: Option<Hash>,
	) -> RpcResult<Option<PolicyForAnswer>> {
		let policy = self.ask(block, |api, block| api.policy_for(block, dataset))?;
		Ok(policy.map(PolicyForAnswer::from))
	}

	fn answer(
		&self,
		dataset: DatasetId,
		requester: Address,
		terms: TermsForm,
		block: Option<Hash>,
	) -> RpcResult<Option<OfferAnswer>> {
		let terms = terms.into();
		let answer =
			self.ask(block, |api, block| api.answer(block, dataset, requester.0, terms))?;
		Ok(answer.map(OfferAnswer::from))
	}

	fn refusals(&self, owner: Address, block: Option<Hash>) -> RpcResult<RefusalsAnswer> {
		Ok(self.ask(block, |api, block| api.refusals(block, owner.0))?.into())
	}

	fn disputes(&self, grantee: Address, block: Option<Hash>) -> RpcResult<DisputesAnswer> {
		Ok(self.ask(block, |api, block| api.disputes(block, grantee.0))?.into())
	}

	fn ontology(&self, block: Option<Hash>) -> RpcResult<OntologyAnswer> {
		Ok(self.ask(block, |api, block| api.ontology(block))?.into())
	}
}
