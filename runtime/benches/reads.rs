//! How long reads of the registry take among 1,000 and among 1,000,000 datasets of one owner and with one tag.

#![allow(clippy::unwrap_used)]

use std::hint::black_box;

use codec::Encode;
use criterion::{criterion_group, criterion_main, Criterion};
use frame_support::storage::unhashed;
use ownome_primitives::{
	Commitment, DataFormat, Dataset, DatasetStatus, Seal, SearchToken, Verification,
};
use ownome_runtime::{AccountId, DataRegistry, Runtime};
use pallet_data_registry::{
	DatasetByCommitment, Datasets, DatasetsByTag, DatasetsOf, NextDatasetId,
};
use sp_io::TestExternalities;

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

fn reads(criterion: &mut Criterion) {
	for count in COUNTS {
		let mut chain = chain(count);
		// A different place each time, in no order that a cache could learn.
		let mut place = 0;
		let mut next = move || {
			place = (place + 7_919) % (count - u64::from(PAGE));
			place
		};
		let mut measure = |name: &str, read: &dyn Fn(u64) -> usize| {
			criterion.bench_function(&format!("{name} among {count}"), |bencher| {
				chain.execute_with(|| bencher.iter(|| assert!(black_box(read(next())) > 0)))
			});
		};
		measure("dataset", &|id| DataRegistry::dataset(id).into_iter().count());
		measure("page by owner", &|id| DataRegistry::datasets_of(&OWNER, Some(id), PAGE).len());
		measure("page by tag", &|id| DataRegistry::datasets_by_tag(&TOKEN, Some(id), PAGE).len());
		measure("verify", &|id| {
			usize::from(DataRegistry::verify(&commitment(id)) == Verification::Registered(id))
		});
	}
}

criterion_group!(benches, reads);
criterion_main!(benches);
