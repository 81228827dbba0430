//! A chain of one block that knows one member, one dataset, one proposal, one grant and one policy.

use super::super::Hash;
use ownome_primitives::{
	api::{ConsentApi, ConsortiumApi, DataRegistryApi, DataTokenApi},
	duo::{Clause, Permission},
	Access, Act, Answer, Application, Attestation, Balance, Basis, Batch, BatchId, BatchRoot,
	Commitment, ConsentClause, ConsentPolicy, DataFormat, Dataset, DatasetId, DatasetStatus,
	Denial, DisputeRecord, Ethics, Evidence, Genes, Grant, GrantId, GrantMoney, Guardianship,
	Location, Locations, Member, Moment, Ontology, OntologyRecord, Party, PolicyTarget, Profile,
	Proposal, ProposalId, Receipt, Refusals, Role, Scope, SearchToken, Shares, Standing, SubjectId,
	Tags, Terms, TokenBalance, TokenInfo, Tombstone, TrailEntry, Tranche, Verification,
};
use ownome_runtime::{opaque::Block, AccountId};
use sp_api::{ApiError, ProvideRuntimeApi};
use sp_blockchain::{BlockStatus, HeaderBackend, Info};
use sp_keyring::Sr25519Keyring::{Alice, Bob};
use sp_runtime::{
	traits::{Block as BlockT, NumberFor},
	Percent,
};
use std::collections::BTreeSet;

pub const BEST: Hash = Hash::repeat_byte(1);
pub const OLD: Hash = Hash::repeat_byte(2);
pub const BROKEN: Hash = Hash::repeat_byte(3);

pub const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
pub const BOB: &str = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";

/// A chain of one block.
pub struct Chain;

impl ProvideRuntimeApi<Block> for Chain {
	type Api = Runtime;

	fn runtime_api(&self) -> sp_api::ApiRef<'_, Self::Api> {
		Runtime.into()
	}
}

impl HeaderBackend<Block> for Chain {
	fn header(&self, _: Hash) -> sp_blockchain::Result<Option<<Block as BlockT>::Header>> {
		Ok(None)
	}

	fn info(&self) -> Info<Block> {
		Info {
			best_hash: BEST,
			best_number: 1,
			genesis_hash: Hash::zero(),
			finalized_hash: Hash::zero(),
			finalized_number: 0,
			finalized_state: None,
			number_leaves: 1,
			block_gap: None,
		}
	}

	fn status(&self, _: Hash) -> sp_blockchain::Result<BlockStatus> {
		Ok(BlockStatus::Unknown)
	}

	fn number(&self, _: Hash) -> sp_blockchain::Result<Option<NumberFor<Block>>> {
		Ok(None)
	}

	fn hash(&self, _: NumberFor<Block>) -> sp_blockchain::Result<Option<Hash>> {
		Ok(None)
	}
}

/// What the best block answers; the state of all others is not kept, and one has a broken runtime.
pub struct Runtime;

fn at_best<T>(block: Hash, answer: T) -> Result<T, ApiError> {
	if block == BEST {
		Ok(answer)
	} else if block == BROKEN {
		Err(ApiError::Application("trap".into()))
	} else {
		Err(ApiError::UnknownBlock(format!("no state for {block}")))
	}
}

sp_api::mock_impl_runtime_apis! {
	impl ConsortiumApi<Block, AccountId> for Runtime {
		fn member(who: AccountId) -> Option<Member> {
			(who == Bob.to_account_id()).then(|| Member {
				roles: BTreeSet::from([Role::Auditor, Role::Ethics]).try_into().unwrap(),
				profile: Profile {
					institution: "https://ror.org/013meh722".parse().unwrap(),
					country: "GB".parse().unwrap(),
					not_for_profit: true,
				},
				encryption_key: [0xab; 32],
				credential: [0xcd; 32],
				admitted_at: 5,
				standing: Standing::Suspended,
			})
		}

		fn application(_: AccountId) -> Option<Application> {
			None
		}
	}

	impl DataRegistryApi<Block, AccountId> for Runtime {
		#[advanced]
		fn dataset(at: Hash, id: DatasetId) -> Result<Option<Dataset<AccountId>>, ApiError> {
			at_best(at, (id == 7).then(|| Dataset {
				owner: Alice.to_account_id(),
				custodian: Bob.to_account_id(),
				attester: None,
				commitment: Commitment([0xab; 32]),
				format: DataFormat::Vcf,
				version: 1,
				predecessor: None,
				successor: None,
				batch: None,
				status: DatasetStatus::Active,
				registered_at: 5,
			}))
		}

		fn registrant(_: DatasetId) -> Option<AccountId> {
			None
		}

		fn tombstone(_: DatasetId) -> Option<Tombstone> {
			None
		}

		fn datasets_of(owner: AccountId, after: Option<DatasetId>, limit: u32) -> Vec<DatasetId> {
			let owned = if owner == Alice.to_account_id() { 300 } else { 0 };
			(after.map_or(0, |after| after + 1)..owned).take(limit as usize).collect()
		}

		fn datasets_by_tag(
			token: SearchToken,
			after: Option<DatasetId>,
			limit: u32,
		) -> Vec<DatasetId> {
			let tagged = if token == SearchToken([0xcd; 32]) { 300 } else { 0 };
			(after.map_or(0, |after| after + 1)..tagged).take(limit as usize).collect()
		}

		fn lineage(id: DatasetId, limit: u32) -> Vec<DatasetId> {
			(0..id).rev().take(limit as usize).collect()
		}

		fn locations(id: DatasetId) -> Locations {
			let location = Location::truncate_from(b"drs://a/b".to_vec());
			Locations::truncate_from(if id == 7 { vec![location] } else { vec![] })
		}

		fn tags(_: DatasetId) -> Option<Tags> {
			None
		}

		fn attestations(id: DatasetId) -> Vec<Attestation<AccountId>> {
			let attester = Bob.to_account_id();
			(id == 7).then_some(Attestation { attester, statement: [1; 32], at: 5 }).into_iter().collect()
		}

		fn guardian(_: AccountId) -> Option<Guardianship<AccountId>> {
			None
		}

		fn subject(_: AccountId) -> Option<SubjectId> {
			None
		}

		fn transfer_offer(_: DatasetId) -> Option<AccountId> {
			None
		}

		fn verify(commitment: Commitment) -> Verification {
			match commitment.0[0] {
				0xab => Verification::Registered(7),
				_ => Verification::Unknown,
			}
		}

		fn batch(id: BatchId) -> Option<Batch<AccountId>> {
			(id == 1).then(|| Batch {
				root: BatchRoot([0xee; 32]),
				leaves: 3,
				custodian: Bob.to_account_id(),
				anchored_by: Bob.to_account_id(),
				anchored_at: 5,
				locations: Default::default(),
			})
		}
	}

	impl ConsentApi<Block, AccountId> for Runtime {
		#[advanced]
		fn check(
			at: Hash,
			dataset: DatasetId,
			grantee: AccountId,
			time: Option<Moment>,
			what: Option<Scope>,
		) -> Result<Access, ApiError> {
			let granted = dataset == 7 && grantee == Bob.to_account_id() && time.unwrap_or(50) < 100;
			at_best(at, if !granted {
				Access::Denied(Denial::NoGrant)
			} else if what.is_none_or(|what| what == grant().terms.scope) {
				Access::Permitted { grant: 3, until: 100 }
			} else {
				Access::Denied(Denial::OutOfScope { grant: 3 })
			})
		}

		fn proposal(id: ProposalId) -> Option<Proposal<AccountId>> {
			(id == 3).then(proposal)
		}

		fn proposals_of_owner(
			owner: AccountId,
			after: Option<ProposalId>,
			limit: u32,
		) -> Vec<ProposalId> {
			page(owner == Alice.to_account_id(), after, limit)
		}

		fn proposals_of_requester(
			requester: AccountId,
			after: Option<ProposalId>,
			limit: u32,
		) -> Vec<ProposalId> {
			page(requester == Bob.to_account_id(), after, limit)
		}

		fn grant(id: GrantId) -> Option<Grant<AccountId>> {
			(id == 3).then(grant)
		}

		fn grants_of(
			dataset: DatasetId,
			grantee: AccountId,
			after: Option<GrantId>,
			limit: u32,
		) -> Vec<GrantId> {
			page(dataset == 7 && grantee == Bob.to_account_id(), after, limit)
		}

		fn grants_of_dataset(
			dataset: DatasetId,
			after: Option<GrantId>,
			limit: u32,
		) -> Vec<GrantId> {
			page(dataset == 7, after, limit)
		}

		fn grants_of_owner(owner: AccountId, after: Option<GrantId>, limit: u32) -> Vec<GrantId> {
			page(owner == Alice.to_account_id(), after, limit)
		}

		fn grants_of_grantee(
			grantee: AccountId,
			after: Option<GrantId>,
			limit: u32,
		) -> Vec<GrantId> {
			page(grantee == Bob.to_account_id(), after, limit)
		}

		fn money(id: GrantId) -> Option<GrantMoney> {
			(id == 3).then_some(GrantMoney {
				price: Balance::MAX,
				held: 1,
				paid: 2,
				refunded: 3,
				earned: 4,
				payable: 5,
				refundable: 6,
			})
		}

		fn receipts(
			id: GrantId,
			after: Option<u64>,
			limit: u32,
		) -> Vec<(u64, Receipt<AccountId>)> {
			let evidence = Evidence::Record([0xab; 32]);
			let receipt = Receipt { custodian: Bob.to_account_id(), at: 5, evidence };
			let numbers = page(id == 3, after, limit);
			numbers.into_iter().map(|number| (number, receipt.clone())).collect()
		}

		fn trail(
			dataset: DatasetId,
			after: Option<u64>,
			limit: u32,
		) -> Vec<(u64, TrailEntry<AccountId>)> {
			let entry = TrailEntry { at: 5, by: Alice.to_account_id(), act: Act::Granted(3) };
			let numbers = page(dataset == 7, after, limit);
			numbers.into_iter().map(|number| (number, entry.clone())).collect()
		}

		fn policy(target: PolicyTarget<AccountId>) -> Option<ConsentPolicy> {
			(target == PolicyTarget::AllOf(Alice.to_account_id())).then(policy)
		}

		fn policy_for(
			dataset: DatasetId,
		) -> Option<(PolicyTarget<AccountId>, ConsentPolicy)> {
			(dataset == 7).then(|| (PolicyTarget::AllOf(Alice.to_account_id()), policy()))
		}

		fn answer(dataset: DatasetId, requester: AccountId, terms: Terms) -> Option<Answer> {
			let granted = requester == Bob.to_account_id() && terms == grant().terms;
			(dataset == 7)
				.then_some(if granted { Answer::Consent { clause: 0 } } else { Answer::Deny })
		}

		fn refusals(owner: AccountId) -> Refusals {
			Refusals { offers: owner == Alice.to_account_id(), emergencies: false }
		}

		fn disputes(grantee: AccountId) -> DisputeRecord {
			let raised = if grantee == Bob.to_account_id() { 2 } else { 0 };
			DisputeRecord { raised, ..Default::default() }
		}

		fn ontology() -> OntologyRecord {
			let ontology = Ontology { root: BatchRoot([0xee; 32]), count: 5 };
			OntologyRecord { current: Some(ontology), next: None }
		}
	}

	impl DataTokenApi<Block, AccountId> for Runtime {
		#[advanced]
		fn balance(at: Hash, who: AccountId) -> Result<TokenBalance, ApiError> {
			let free = if who == Alice.to_account_id() { 12_500_000_000_000_000_000 } else { 0 };
			at_best(at, TokenBalance { free, held: 1 })
		}

		fn token() -> TokenInfo {
			TokenInfo {
				name: "Ownome Data Token".into(),
				symbol: "DATA".into(),
				decimals: 18,
				cap: 100,
				total_supply: 60,
			}
		}

		fn allowance(owner: AccountId, spender: AccountId) -> Balance {
			if owner == Alice.to_account_id() && spender == Bob.to_account_id() { 5 } else { 0 }
		}

		fn permit_nonce(owner: AccountId) -> u64 {
			if owner == Alice.to_account_id() { 2 } else { 0 }
		}

		fn schedule() -> Vec<Tranche<AccountId>> {
			vec![Tranche {
				beneficiary: Bob.to_account_id(),
				amount: 40,
				starts_at: 1,
				vesting: 2,
				minted: 3,
			}]
		}

		fn mintable(who: AccountId) -> Balance {
			if who == Bob.to_account_id() { 37 } else { 0 }
		}
	}
}

/// A page of 300 ids, or of none.
fn page(any: bool, after: Option<u64>, limit: u32) -> Vec<u64> {
	let end = if any { 300 } else { 0 };
	(after.map_or(0, |after| after + 1)..end).take(limit as usize).collect()
}

/// Grant 3.
fn grant() -> Grant<AccountId> {
	Grant {
		dataset: 7,
		owner: Alice.to_account_id(),
		grantee: Bob.to_account_id(),
		custodian: Bob.to_account_id(),
		terms: Terms {
			purpose: Default::default(),
			scope: Scope::Genes(Genes::truncate_from(vec![1100])),
			period: 100,
			price: 5,
			upfront: Percent::from_percent(10),
			accesses: None,
		},
		basis: Basis::Owner(Alice.to_account_id()),
		ethics: Ethics::NotNeeded,
		shares: Shares { attester: None, treasury: Percent::zero() },
		issued_at: 0,
		deliver_by: 50,
		expires_at: 100,
		delivery: None,
		ended: None,
		narrowings: Default::default(),
		paid: 0,
		refunded: 0,
		accesses: 0,
	}
}

/// Proposal 3, of which the grant came.
fn proposal() -> Proposal<AccountId> {
	let Grant { dataset, owner, grantee, terms, .. } = grant();
	Proposal {
		dataset,
		owner,
		requester: grantee,
		held: terms.price,
		terms,
		turn: Party::Owner,
		round: 0,
		offered_at: 0,
		answer_by: 50,
		ethics: Ethics::Needed,
		proven: Default::default(),
		countered_by: None,
	}
}

/// The policy of Alice for all that is hers.
fn policy() -> ConsentPolicy {
	let clause = ConsentClause {
		duo: Clause { permission: Permission::General, modifiers: Default::default() },
		longest_period: 100,
		ask: 5,
		standing: true,
		ethics: false,
	};
	ConsentPolicy { clauses: vec![clause].try_into().unwrap() }
}
