//! Questions about offers, grants and policies.

use super::{runtime::runtime, ChainError, State};
use ownome_primitives::{
	api::MAX_PAGE, Access, Answer, ConsentPolicy, DatasetId, DisputeRecord, Grant, GrantId,
	GrantMoney, Moment, PolicyTarget, Proposal, ProposalId, Receipt, Refusals, Scope, Terms,
	TrailEntry,
};
use subxt::utils::{AccountId32, Static};

/// A part of a list, in the order in which things were made.
#[derive(Clone, Copy, Debug)]
pub struct Part {
	/// The last number of the part before.
	pub after: Option<u64>,
	/// How many at most.
	pub limit: u32,
}

/// Of whom or what there are grants.
#[derive(Clone, Copy, Debug)]
pub enum GrantsOf {
	/// A dataset.
	Dataset(DatasetId),
	/// A dataset and a grantee.
	DatasetAndGrantee(DatasetId, AccountId32),
	/// Who owned the dataset when the grant was made.
	Owner(AccountId32),
	/// A grantee.
	Grantee(AccountId32),
}

/// A side of offers.
#[derive(Clone, Copy, Debug)]
pub enum OffersOf {
	/// Who is asked.
	Owner(AccountId32),
	/// Who asks.
	Requester(AccountId32),
}

/// All parts of a list one after the other. `key` is the number of an item, by which the next part is asked for.
pub async fn all<T>(
	mut part: impl AsyncFnMut(Part) -> Result<Vec<T>, ChainError>,
	key: impl Fn(&T) -> u64,
) -> Result<Vec<T>, ChainError> {
	let mut all = Vec::new();
	loop {
		let after = all.last().map(&key);
		let next = part(Part { after, limit: MAX_PAGE }).await?;
		let last = next.len() < MAX_PAGE as usize;
		all.extend(next);
		if last {
			return Ok(all);
		}
	}
}

impl State<'_> {
	/// An offer that waits for an answer.
	pub async fn proposal(&self, id: ProposalId) -> Result<Proposal<AccountId32>, ChainError> {
		let question = runtime::runtime_apis().consent_api().proposal(id);
		self.ask(question).await?.map(|found| found.0).ok_or(ChainError::NoProposal(id))
	}

	/// A part of the offers that wait for an answer.
	pub async fn proposals(
		&self,
		of: OffersOf,
		Part { after, limit }: Part,
	) -> Result<Vec<ProposalId>, ChainError> {
		let api = runtime::runtime_apis().consent_api();
		match of {
			OffersOf::Owner(owner) => self.ask(api.proposals_of_owner(owner, after, limit)).await,
			OffersOf::Requester(requester) => {
				self.ask(api.proposals_of_requester(requester, after, limit)).await
			},
		}
	}

	/// All offers of the chain that wait for an answer.
	pub async fn open_proposals(
		&self,
	) -> Result<Vec<(ProposalId, Proposal<AccountId32>)>, ChainError> {
		let entry = runtime::storage().consent().proposals();
		let entries = self.at.storage().iter(entry, ()).await;
		let mut entries = entries.map_err(|error| self.chain.error(error))?;
		let mut found = Vec::new();
		while let Some(entry) = entries.next().await {
			let entry = entry.map_err(|error| self.chain.error(error))?;
			let key = entry.key().and_then(|key| key.decode());
			let (id,) = key.map_err(|error| self.chain.error(error))?;
			let value = entry.value().decode();
			let (proposal, _) = value.map_err(|error| self.chain.error(error))?;
			found.push((id, proposal.0));
		}
		found.sort_by_key(|(id, _)| *id);
		Ok(found)
	}

	/// What an offer would come to now, without proofs of ancestry.
	pub async fn answer(
		&self,
		dataset: DatasetId,
		requester: AccountId32,
		terms: Terms,
	) -> Result<Answer, ChainError> {
		let question =
			runtime::runtime_apis().consent_api().answer(dataset, requester, Static(terms));
		self.ask(question)
			.await?
			.map(|found| found.0)
			.ok_or(ChainError::NoDataset(dataset))
	}

	/// A grant, whether it still runs or not.
	pub async fn grant(&self, id: GrantId) -> Result<Grant<AccountId32>, ChainError> {
		let question = runtime::runtime_apis().consent_api().grant(id);
		self.ask(question).await?.map(|found| found.0).ok_or(ChainError::NoGrant(id))
	}

	/// A part of the grants of somebody or something.
	pub async fn grants(
		&self,
		of: GrantsOf,
		Part { after, limit }: Part,
	) -> Result<Vec<GrantId>, ChainError> {
		let api = runtime::runtime_apis().consent_api();
		match of {
			GrantsOf::Dataset(dataset) => {
				self.ask(api.grants_of_dataset(dataset, after, limit)).await
			},
			GrantsOf::DatasetAndGrantee(dataset, grantee) => {
				self.ask(api.grants_of(dataset, grantee, after, limit)).await
			},
			GrantsOf::Owner(owner) => self.ask(api.grants_of_owner(owner, after, limit)).await,
			GrantsOf::Grantee(grantee) => {
				self.ask(api.grants_of_grantee(grantee, after, limit)).await
			},
		}
	}

	/// Where the money of a grant is now.
	pub async fn money(&self, id: GrantId) -> Result<GrantMoney, ChainError> {
		let question = runtime::runtime_apis().consent_api().money(id);
		self.ask(question).await?.map(|found| found.0).ok_or(ChainError::NoGrant(id))
	}

	/// A part of the receipts of a grant, each with the number of its first access.
	pub async fn receipts(
		&self,
		id: GrantId,
		Part { after, limit }: Part,
	) -> Result<Vec<(u64, Receipt<AccountId32>)>, ChainError> {
		let question = runtime::runtime_apis().consent_api().receipts(id, after, limit);
		let found = self.ask(question).await?;
		Ok(found.into_iter().map(|(number, receipt)| (number, receipt.0)).collect())
	}

	/// A part of the audit trail of a dataset, each entry with its number.
	pub async fn trail(
		&self,
		id: DatasetId,
		Part { after, limit }: Part,
	) -> Result<Vec<(u64, TrailEntry<AccountId32>)>, ChainError> {
		let question = runtime::runtime_apis().consent_api().trail(id, after, limit);
		let found = self.ask(question).await?;
		Ok(found.into_iter().map(|(number, entry)| (number, entry.0)).collect())
	}

	/// Whether `grantee` may read `what` of `dataset`, the whole of it if there is nothing, at the moment `at`; now if there is none.
	pub async fn access(
		&self,
		dataset: DatasetId,
		grantee: AccountId32,
		at: Option<Moment>,
		what: Option<Scope>,
	) -> Result<Access, ChainError> {
		let question = runtime::runtime_apis().consent_api();
		Ok(self.ask(question.check(dataset, grantee, at, what.map(Static))).await?.0)
	}

	/// The policy that a dataset or an owner has of its own.
	pub async fn policy(
		&self,
		target: PolicyTarget<AccountId32>,
	) -> Result<Option<ConsentPolicy>, ChainError> {
		let question = runtime::runtime_apis().consent_api().policy(Static(target));
		Ok(self.ask(question).await?.map(|found| found.0))
	}

	/// The policy by which the owner of a dataset consents to offers for it, and for what it was set.
	pub async fn policy_for(
		&self,
		dataset: DatasetId,
	) -> Result<Option<(PolicyTarget<AccountId32>, ConsentPolicy)>, ChainError> {
		let question = runtime::runtime_apis().consent_api().policy_for(dataset);
		Ok(self.ask(question).await?.map(|(target, policy)| (target.0, policy.0)))
	}

	/// What an owner refuses beforehand.
	pub async fn refusals(&self, owner: AccountId32) -> Result<Refusals, ChainError> {
		Ok(self.ask(runtime::runtime_apis().consent_api().refusals(owner)).await?.0)
	}

	/// How a grantee has used disputes.
	pub async fn disputes(&self, grantee: AccountId32) -> Result<DisputeRecord, ChainError> {
		Ok(self.ask(runtime::runtime_apis().consent_api().disputes(grantee)).await?.0)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	/// All numbers below `count`, as a list in parts.
	async fn numbers(count: u64) -> (Vec<u64>, usize) {
		let mut asked = 0;
		let part = async |Part { after, limit }: Part| {
			asked += 1;
			let first = after.map_or(0, |last| last + 1);
			Ok((first..count).take(limit as usize).collect())
		};
		(all(part, |number| *number).await.unwrap(), asked)
	}

	#[tokio::test]
	async fn a_list_ends_with_its_first_part_that_is_not_full() {
		for (count, parts) in [(0, 1), (1, 1), (99, 1), (100, 2), (101, 2), (250, 3)] {
			let (found, asked) = numbers(count).await;
			assert_eq!((found, asked), ((0..count).collect(), parts), "{count}");
		}
	}
}
