//! How long reads of the registry take among 1,000 and among 1,000,000 datasets of one owner and with one tag: by the runtime API, in
//! wasm, as a node answers them.

#![allow(clippy::unwrap_used)]

use codec::{Decode, Encode};
use criterion::{criterion_group, criterion_main, Criterion};
use frame_support::storage::unhashed;
use ownome_primitives::{
	Commitment, DataFormat, Dataset, DatasetId, DatasetStatus, Seal, SearchToken, Verification,
};
use ownome_runtime::{AccountId, Runtime, WASM_BINARY};
use pallet_data_registry::{
	DatasetByCommitment, Datasets, DatasetsByTag, DatasetsOf, NextDatasetId,
};
use sc_executor::WasmExecutor;
use sp_core::traits::{CallContext, CodeExecutor, RuntimeCode, WrappedRuntimeCode};
use sp_io::{SubstrateHostFunctions, TestExternalities};

const COUNTS: [u64; 2] = [1_000, 1_000_000];
const PAGE: u32 = 100;
const OWNER: AccountId = AccountId::new([1; 32]);
const TOKEN: SearchToken = SearchToken([2; 32]);

fn commitment(id: u64) -> Commitment {
	let mut seal = [0; 32];
	seal[..8].copy_from_slice(&id.to_le_bytes());
	Commitment::new(&OWNER, &Seal(seal))
}

/// A chain of `count` datasets, whose state is a tree in memory.
fn chain(count: u64) -> TestExternalities {
	let mut chain = TestExternalities::new_empty();
	for ids in (0..count).collect::<Vec<_>>().chunks(100_000) {
		chain.execute_with(|| {
			for id in ids {
				let dataset = Dataset {
					owner: OWNER,
					custodian: OWNER,
					attester: None,
					commitment: commitment(*id),
					format: DataFormat::Vcf,
					version: 1,
					predecessor: None,
					successor: None,
					batch: None,
					status: DatasetStatus::Active,
					registered_at: 0,
				};
				// The record as it is stored: paid for by the owner, with a deposit of nothing.
				let record = (dataset, None::<AccountId>, 0u128).encode();
				unhashed::put_raw(&Datasets::<Runtime>::hashed_key_for(id), &record);
				DatasetByCommitment::<Runtime>::insert(commitment(*id), id);
				DatasetsOf::<Runtime>::insert(OWNER, id.to_be_bytes(), ());
				DatasetsByTag::<Runtime>::insert(TOKEN, id.to_be_bytes(), ());
			}
			NextDatasetId::<Runtime>::put(count);
		});
		chain.commit_all().unwrap();
	}
	chain
}

/// Asks the runtime as a node does.
struct Node {
	executor: WasmExecutor<SubstrateHostFunctions>,
	chain: TestExternalities,
}

impl Node {
	fn ask(&mut self, method: &str, question: &impl Encode) -> Vec<u8> {
		let wasm = WrappedRuntimeCode(WASM_BINARY.unwrap().into());
		let code = RuntimeCode { code_fetcher: &wasm, heap_pages: None, hash: vec![1] };
		let data = question.encode();
		let mut state = self.chain.ext();
		let (answer, _) =
			self.executor.call(&mut state, &code, method, &data, CallContext::Offchain);
		answer.unwrap()
	}
}

fn reads(criterion: &mut Criterion) {
	for count in COUNTS {
		let executor = WasmExecutor::builder().build();
		let mut node = Node { executor, chain: chain(count) };
		// A different place each time, in no order that a cache could learn.
		let mut place = 0;
		let mut next = move || {
			place = (place + 7_919) % (count - u64::from(PAGE));
			place
		};
		let page = |from: DatasetId| (from + 1..=from + u64::from(PAGE)).collect::<Vec<_>>();

		criterion.bench_function(&format!("dataset among {count}"), |bencher| {
			bencher.iter(|| {
				let id = next();
				let answer = node.ask("DataRegistryApi_dataset", &id);
				let dataset = <Option<Dataset<AccountId>>>::decode(&mut &answer[..]).unwrap();
				assert_eq!(dataset.unwrap().commitment, commitment(id));
			})
		});
		criterion.bench_function(&format!("page by owner among {count}"), |bencher| {
			bencher.iter(|| {
				let after = next();
				let question = (OWNER, Some(after), PAGE);
				let answer = node.ask("DataRegistryApi_datasets_of", &question);
				assert_eq!(answer, page(after).encode());
			})
		});
		criterion.bench_function(&format!("page by tag among {count}"), |bencher| {
			bencher.iter(|| {
				let after = next();
				let question = (TOKEN, Some(after), PAGE);
				let answer = node.ask("DataRegistryApi_datasets_by_tag", &question);
				assert_eq!(answer, page(after).encode());
			})
		});
		criterion.bench_function(&format!("verify among {count}"), |bencher| {
			bencher.iter(|| {
				let id = next();
				let answer = node.ask("DataRegistryApi_verify", &commitment(id));
				assert_eq!(answer, Verification::Registered(id).encode());
			})
		});
	}
}

criterion_group!(benches, reads);
criterion_main!(benches);
