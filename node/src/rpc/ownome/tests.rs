//! The methods as a client calls them, over a chain of one block that knows one dataset.

use super::*;
use jsonrpsee::RpcModule;
use ownome_primitives::{
	Access, Application, Attestation, Balance, Batch, BatchRoot, Commitment, ConsentPolicy,
	DataFormat, Dataset, DatasetStatus, Denial, Grant, GrantMoney, Guardianship, Location,
	Locations, Member, PolicyTarget, Profile, Proposal, Receipt, Role, Scope, Standing, SubjectId,
	Tags, TokenBalance, TokenInfo, Tombstone, Tranche, Verification,
};
use serde_json::{json, Value};
use sp_blockchain::{BlockStatus, Info};
use sp_keyring::Sr25519Keyring::{Alice, Bob};
use sp_runtime::traits::NumberFor;
use std::collections::BTreeSet;

const BEST: Hash = Hash::repeat_byte(1);
const OLD: Hash = Hash::repeat_byte(2);
const BROKEN: Hash = Hash::repeat_byte(3);

const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
const BOB: &str = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";

struct Chain;

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
struct Runtime;

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
			_what: Option<Scope>,
		) -> Result<Access, ApiError> {
			let permitted = dataset == 7 && grantee == Bob.to_account_id() && time.unwrap_or(50) < 100;
			at_best(at, if permitted {
				Access::Permitted { grant: 3, until: 100 }
			} else {
				Access::Denied(Denial::NoGrant)
			})
		}

		fn proposal(_: ProposalId) -> Option<Proposal<AccountId>> {
			None
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

		fn grant(_: GrantId) -> Option<Grant<AccountId>> {
			None
		}

		fn grants_of(
			dataset: DatasetId,
			grantee: AccountId,
			after: Option<GrantId>,
			limit: u32,
		) -> Vec<GrantId> {
			page(dataset == 7 && grantee == Bob.to_account_id(), after, limit)
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

		fn receipts(_: GrantId, _: Option<u32>, _: u32) -> Vec<(u32, Receipt<AccountId>)> {
			Vec::new()
		}

		fn policy(_: PolicyTarget<AccountId>) -> Option<ConsentPolicy> {
			None
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

async fn call(method: &str, params: Value) -> Value {
	let module: RpcModule<Ownome<Chain>> = Ownome::new(Arc::new(Chain)).into_rpc();
	let request = json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": params });
	let (response, _) = module.raw_json_request(&request.to_string(), 1).await.unwrap();
	serde_json::from_str(&response).unwrap()
}

#[tokio::test]
async fn the_best_block_is_asked_unless_another_is_named() {
	let balance = json!({ "free": "12500000000000000000", "held": "1" });
	assert_eq!(call("ownome_tokenBalance", json!([ALICE])).await["result"], balance);
	assert_eq!(call("ownome_tokenBalance", json!([ALICE, BEST])).await["result"], balance);
	assert_eq!(
		call("ownome_tokenBalance", json!([ALICE, OLD])).await["error"],
		json!({
			"code": 9001,
			"message": format!(
				"block 0x{} is unknown to this node, or its state is no longer kept: \
				 ask for a later block, or ask an archive node",
				"02".repeat(32)
			),
		})
	);
}

#[tokio::test]
async fn access_depends_on_dataset_grantee_and_time() {
	let granted = json!({ "permitted": true, "grant": 3, "until": 100 });
	let denied = json!({ "permitted": false, "reason": "noGrant" });
	for (params, expected) in [
		(json!([7, BOB]), &granted),
		(json!([7, BOB, 99]), &granted),
		(json!([7, BOB, null, BEST]), &granted),
		(json!({ "dataset": 7, "grantee": BOB, "at": 99 }), &granted),
		(json!([7, BOB, 100]), &denied),
		(json!([7, ALICE]), &denied),
		(json!([8, BOB]), &denied),
	] {
		assert_eq!(
			&call("ownome_checkAccess", params.clone()).await["result"],
			expected,
			"{params}"
		);
	}
}

#[tokio::test]
async fn a_member_is_told_with_what_is_vouched_for() {
	let member = json!({
		"account": BOB,
		"institution": "https://ror.org/013meh722",
		"country": "GB",
		"notForProfit": true,
		"roles": ["ethics", "auditor"],
		"encryptionKey": format!("0x{}", "ab".repeat(32)),
		"credential": format!("0x{}", "cd".repeat(32)),
		"standing": "suspended",
		"admittedAt": 5,
	});
	assert_eq!(call("ownome_member", json!([BOB])).await["result"], member);
	let stranger = call("ownome_member", json!([ALICE])).await;
	assert_eq!(stranger.get("result"), Some(&Value::Null));
	assert_eq!(stranger.get("error"), None);
}

#[tokio::test]
async fn an_unknown_dataset_is_null() {
	assert_eq!(call("ownome_dataset", json!([7])).await["result"]["owner"], ALICE);
	let unknown = call("ownome_dataset", json!([8])).await;
	assert_eq!(unknown.get("result"), Some(&Value::Null));
	assert_eq!(unknown.get("error"), None);
}

#[tokio::test]
async fn token_methods_ask_for_the_accounts_that_are_named() {
	for (method, params, expected) in [
		("ownome_tokenAllowance", json!([ALICE, BOB]), json!("5")),
		("ownome_tokenAllowance", json!([BOB, ALICE]), json!("0")),
		("ownome_tokenAllowance", json!({ "owner": ALICE, "spender": BOB }), json!("5")),
		("ownome_tokenPermitNonce", json!([ALICE]), json!(2)),
		("ownome_tokenPermitNonce", json!([BOB]), json!(0)),
		("ownome_tokenMintable", json!([BOB]), json!("37")),
		("ownome_tokenMintable", json!([ALICE]), json!("0")),
	] {
		assert_eq!(call(method, params.clone()).await["result"], expected, "{method} {params}");
	}
	assert_eq!(call("ownome_token", json!([])).await["result"]["totalSupply"], "60");
	let schedule = call("ownome_tokenSchedule", json!([])).await;
	assert_eq!(schedule["result"][0]["beneficiary"], BOB);
}

#[tokio::test]
async fn datasets_come_in_pages_of_a_hundred_unless_fewer_are_asked_for() {
	let hash = |byte: &str| format!("0x{}", byte.repeat(32));
	for (method, of) in
		[("ownome_datasetsOf", json!(ALICE)), ("ownome_datasetsByTag", json!(hash("cd")))]
	{
		let page = |params| async move { call(method, params).await["result"].clone() };
		assert_eq!(page(json!([of])).await.as_array().map(Vec::len), Some(100));
		assert_eq!(page(json!([of, 250, 2])).await, json!([251, 252]));
		assert_eq!(page(json!([of, null, 1, BEST])).await, json!([0]));
		assert_eq!(page(json!([of, 299])).await, json!([]));
	}
	assert_eq!(call("ownome_datasetsOf", json!([BOB])).await["result"], json!([]));
	assert_eq!(call("ownome_datasetsByTag", json!([hash("00")])).await["result"], json!([]));
}

#[tokio::test]
async fn what_stands_beside_a_title_is_read_by_its_id() {
	let bytes = |byte: &str| format!("0x{}", byte.repeat(32));
	for (method, params, expected) in [
		("ownome_lineage", json!([3]), json!([2, 1, 0])),
		("ownome_lineage", json!([3, 1]), json!([2])),
		("ownome_locations", json!([7]), json!(["drs://a/b"])),
		("ownome_locations", json!([8]), json!([])),
		(
			"ownome_attestations",
			json!([7]),
			json!([{ "attester": BOB, "statement": bytes("01"), "at": 5 }]),
		),
		("ownome_attestations", json!([8]), json!([])),
		("ownome_verify", json!([bytes("ab")]), json!({ "status": "registered", "id": 7 })),
		("ownome_verify", json!([bytes("00")]), json!({ "status": "unknown" })),
		("ownome_batch", json!([2]), Value::Null),
	] {
		assert_eq!(call(method, params.clone()).await["result"], expected, "{method} {params}");
	}
	assert_eq!(call("ownome_batch", json!([1])).await["result"]["leaves"], 3);
}

#[tokio::test]
async fn errors_have_stable_codes() {
	let error = |response: Value| response["error"]["code"].clone();
	assert_eq!(error(call("ownome_dataset", json!([7, OLD])).await), UNKNOWN_BLOCK);
	assert_eq!(error(call("ownome_dataset", json!([7, BROKEN])).await), NO_ANSWER);
	assert_eq!(error(call("ownome_tokenBalance", json!(["not an account"])).await), -32602);
	assert_eq!(error(call("ownome_dataset", json!([-1])).await), -32602);
}

#[tokio::test]
async fn proposals_and_grants_come_in_pages_of_a_hundred_unless_fewer_are_asked_for() {
	for (method, party, other) in [
		("ownome_proposalsOfOwner", vec![json!(ALICE)], vec![json!(BOB)]),
		("ownome_proposalsOfRequester", vec![json!(BOB)], vec![json!(ALICE)]),
		("ownome_grantsOfOwner", vec![json!(ALICE)], vec![json!(BOB)]),
		("ownome_grantsOfGrantee", vec![json!(BOB)], vec![json!(ALICE)]),
		("ownome_grantsOf", vec![json!(7), json!(BOB)], vec![json!(8), json!(BOB)]),
	] {
		let page = |key: &[Value], rest: &[Value]| {
			let params = json!([key, rest].concat());
			async move { call(method, params).await["result"].clone() }
		};
		assert_eq!(page(&party, &[]).await.as_array().map(Vec::len), Some(100));
		assert_eq!(page(&party, &[json!(250), json!(2)]).await, json!([251, 252]));
		assert_eq!(page(&party, &[json!(299)]).await, json!([]));
		assert_eq!(page(&other, &[]).await, json!([]));
	}
}

#[tokio::test]
async fn the_money_of_a_grant_is_in_exact_decimal_strings() {
	assert_eq!(
		call("ownome_grantMoney", json!([3])).await["result"],
		json!({
			"price": "340282366920938463463374607431768211455",
			"held": "1",
			"paid": "2",
			"refunded": "3",
			"earned": "4",
			"payable": "5",
			"refundable": "6",
		})
	);
	assert_eq!(call("ownome_grantMoney", json!([4])).await.get("result"), Some(&Value::Null));
}
