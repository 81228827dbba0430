//! Questions to the chain, all answered as of one block.

use super::{connection::Config, runtime::runtime, Block, Chain, ChainError};
use crate::cli::RoleName;
use ownome_primitives::{
	Application, Attestation, Balance, Batch, BatchId, Commitment, Dataset, DatasetId,
	Guardianship, Member, Moment, OntologyRecord, Role, Seal, SearchToken, Standing, SubjectId,
	Tags, TokenBalance, TokenInfo, Tombstone, Verification,
};
use subxt::{
	runtime_apis::Payload,
	storage::Address,
	utils::{AccountId32, Static},
	OnlineClientAtBlock,
};

/// The chain at one block.
pub struct State<'a> {
	pub(super) chain: &'a Chain,
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

	/// The record of a dataset that stands.
	pub async fn dataset(&self, id: DatasetId) -> Result<Dataset<AccountId32>, ChainError> {
		let question = runtime::runtime_apis().data_registry_api().dataset(id);
		match self.ask(question).await? {
			Some(found) => Ok(found.0),
			None => Err(ChainError::Erased { id, at: self.tombstone(id).await?.erased_at }),
		}
	}

	/// Refuses a number that no dataset has or had.
	pub async fn expect_known(&self, id: DatasetId) -> Result<(), ChainError> {
		match self.dataset(id).await {
			Ok(_) | Err(ChainError::Erased { .. }) => Ok(()),
			Err(error) => Err(error),
		}
	}

	/// What is left of a dataset that was erased.
	pub async fn tombstone(&self, id: DatasetId) -> Result<Tombstone, ChainError> {
		let question = runtime::runtime_apis().data_registry_api().tombstone(id);
		self.ask(question).await?.map(|found| found.0).ok_or(ChainError::NoDataset(id))
	}

	/// The account that the commitment of a dataset is bound to.
	pub async fn registrant(&self, id: DatasetId) -> Result<AccountId32, ChainError> {
		let question = runtime::runtime_apis().data_registry_api().registrant(id);
		self.ask(question).await?.ok_or(ChainError::NoDataset(id))
	}

	/// Refuses to register for `owner` what was registered before.
	pub async fn expect_new(&self, owner: AccountId32, seal: &Seal) -> Result<(), ChainError> {
		match self.verify(Commitment::new(&owner, seal)).await? {
			Verification::Unknown => Ok(()),
			Verification::Registered(id) => Err(ChainError::RegisteredAlready { id, owner }),
			Verification::Erased { id, at } => Err(ChainError::Erased { id, at }),
		}
	}

	/// A page of the datasets of an owner.
	pub async fn datasets_of(
		&self,
		owner: AccountId32,
		after: Option<DatasetId>,
		limit: u32,
	) -> Result<Vec<DatasetId>, ChainError> {
		self.ask(runtime::runtime_apis().data_registry_api().datasets_of(owner, after, limit))
			.await
	}

	/// A page of the datasets with a tag.
	pub async fn datasets_by_tag(
		&self,
		token: SearchToken,
		after: Option<DatasetId>,
		limit: u32,
	) -> Result<Vec<DatasetId>, ChainError> {
		let token = Static(token);
		self.ask(runtime::runtime_apis().data_registry_api().datasets_by_tag(token, after, limit))
			.await
	}

	/// The versions before a dataset, the newest first.
	pub async fn lineage(&self, id: DatasetId, limit: u32) -> Result<Vec<DatasetId>, ChainError> {
		self.ask(runtime::runtime_apis().data_registry_api().lineage(id, limit)).await
	}

	/// Where the ciphertext of a dataset lies.
	pub async fn locations(&self, id: DatasetId) -> Result<Vec<String>, ChainError> {
		let found = self.ask(runtime::runtime_apis().data_registry_api().locations(id)).await?;
		Ok(found
			.0
			.iter()
			.map(|location| String::from_utf8_lossy(&location.0).into())
			.collect())
	}

	/// The tags of a dataset.
	pub async fn tags(&self, id: DatasetId) -> Result<Option<Tags>, ChainError> {
		let question = runtime::runtime_apis().data_registry_api().tags(id);
		Ok(self.ask(question).await?.map(|found| found.0))
	}

	/// Who vouches for a dataset.
	pub async fn attestations(
		&self,
		id: DatasetId,
	) -> Result<Vec<Attestation<AccountId32>>, ChainError> {
		let found = self.ask(runtime::runtime_apis().data_registry_api().attestations(id)).await?;
		Ok(found.into_iter().map(|found| found.0).collect())
	}

	/// Who acts for an owner now.
	pub async fn guardian(
		&self,
		owner: AccountId32,
	) -> Result<Option<Guardianship<AccountId32>>, ChainError> {
		let question = runtime::runtime_apis().data_registry_api().guardian(owner);
		Ok(self.ask(question).await?.map(|found| found.0))
	}

	/// For how long a guardian may act at most, in milliseconds.
	pub fn longest_guardianship(&self) -> Result<Moment, ChainError> {
		self.at
			.constants()
			.entry(runtime::constants().data_registry().max_guardianship())
			.map_err(|error| self.chain.error(error))
	}

	/// The subject id of an owner.
	pub async fn subject(&self, owner: AccountId32) -> Result<Option<SubjectId>, ChainError> {
		let question = runtime::runtime_apis().data_registry_api().subject(owner);
		Ok(self.ask(question).await?.map(|found| found.0))
	}

	/// To whom the title to a dataset is offered.
	pub async fn transfer_offer(&self, id: DatasetId) -> Result<Option<AccountId32>, ChainError> {
		self.ask(runtime::runtime_apis().data_registry_api().transfer_offer(id)).await
	}

	/// What became of a commitment.
	pub async fn verify(&self, commitment: Commitment) -> Result<Verification, ChainError> {
		let question = runtime::runtime_apis().data_registry_api().verify(Static(commitment));
		Ok(self.ask(question).await?.0)
	}

	/// The record of a batch.
	pub async fn batch(&self, id: BatchId) -> Result<Batch<AccountId32>, ChainError> {
		let question = runtime::runtime_apis().data_registry_api().batch(id);
		self.ask(question).await?.map(|found| found.0).ok_or(ChainError::NoBatch(id))
	}

	/// Whether an account may decide for an owner now, as that owner or as the guardian.
	pub async fn acts_for(
		&self,
		owner: AccountId32,
		account: AccountId32,
	) -> Result<bool, ChainError> {
		let guardian = self.guardian(owner).await?.map(|found| found.guardian);
		Ok(owner == account || guardian == Some(account))
	}

	/// Refuses an account that may not decide about a dataset now, as its owner or as the owner's guardian.
	pub async fn expect_may_decide(
		&self,
		id: DatasetId,
		account: AccountId32,
	) -> Result<(), ChainError> {
		let owner = self.dataset(id).await?.owner;
		match self.acts_for(owner, account).await? {
			true => Ok(()),
			false => Err(ChainError::NotOwner { id, owner, account }),
		}
	}

	/// Refuses an account that may not decide for an owner now, as that owner or as the guardian.
	pub async fn expect_acts_for(
		&self,
		owner: AccountId32,
		account: AccountId32,
	) -> Result<(), ChainError> {
		match self.acts_for(owner, account).await? {
			true => Ok(()),
			false => Err(ChainError::NotGuardian { owner, account }),
		}
	}

	/// By which ontology proofs of ancestry are checked.
	pub async fn ontology(&self) -> Result<OntologyRecord, ChainError> {
		Ok(self.ask(runtime::runtime_apis().consent_api().ontology()).await?.0)
	}

	/// A member of the consortium.
	pub async fn member(&self, account: AccountId32) -> Result<Member, ChainError> {
		let question = runtime::runtime_apis().consortium_api().member(account);
		self.ask(question)
			.await?
			.map(|found| found.0)
			.ok_or(ChainError::NoMember(account))
	}

	/// Refuses an account that may not do what a role says.
	pub async fn expect_role(&self, account: AccountId32, role: Role) -> Result<(), ChainError> {
		self.expect_not_suspended(account).await?;
		match self.member(account).await? {
			Member { roles, standing: Standing::Good, .. } if roles.contains(&role) => Ok(()),
			_ => Err(ChainError::LacksRole { account, role: RoleName::from(role).name() }),
		}
	}

	/// Refuses an account whose membership rests.
	pub async fn expect_not_suspended(&self, account: AccountId32) -> Result<(), ChainError> {
		match self.member(account).await {
			Ok(Member { standing: Standing::Suspended, .. }) => Err(ChainError::Suspended(account)),
			Ok(_) | Err(ChainError::NoMember(_)) => Ok(()),
			Err(error) => Err(error),
		}
	}

	/// An application that waits for a decision.
	pub async fn application(&self, account: AccountId32) -> Result<Application, ChainError> {
		let question = runtime::runtime_apis().consortium_api().application(account);
		self.ask(question)
			.await?
			.map(|found| found.0)
			.ok_or(ChainError::NoApplication(account))
	}

	/// What an account has of the data token.
	pub async fn token_balance(&self, account: AccountId32) -> Result<TokenBalance, ChainError> {
		Ok(self.ask(runtime::runtime_apis().data_token_api().balance(account)).await?.0)
	}

	/// How much of the data token of `owner` the `spender` may spend, in 10^-18 `DATA`.
	pub async fn allowance(
		&self,
		owner: AccountId32,
		spender: AccountId32,
	) -> Result<Balance, ChainError> {
		self.ask(runtime::runtime_apis().data_token_api().allowance(owner, spender))
			.await
	}

	/// How many permits of an owner were used, which is the nonce of the next one.
	pub async fn permit_nonce(&self, owner: AccountId32) -> Result<u64, ChainError> {
		self.ask(runtime::runtime_apis().data_token_api().permit_nonce(owner)).await
	}

	/// Name, symbol, decimals, cap and supply of the data token.
	pub async fn token(&self) -> Result<TokenInfo, ChainError> {
		Ok(self.ask(runtime::runtime_apis().data_token_api().token()).await?.0)
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

	pub(super) async fn ask<P: Payload>(&self, question: P) -> Result<P::ReturnType, ChainError> {
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
