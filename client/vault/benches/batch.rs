//! How long it takes to build the tree over 1,000,000 datasets, and to prove one of them.

#![allow(clippy::unwrap_used)]

use std::{path::Path, time::Duration};

use criterion::{criterion_group, criterion_main, BatchSize, Criterion, Throughput};
use ownome_primitives::{DataFormat, Seal};
use ownome_vault::batch::{Builder, Leaf, Tree};
use tempfile::tempdir;

const COUNT: u64 = 1_000_000;

fn build(path: &Path) -> Tree {
	let mut builder = Builder::new(path).unwrap();
	for index in 0..COUNT {
		let mut owner = [0; 32];
		owner[..8].copy_from_slice(&index.to_le_bytes());
		builder
			.push(&Leaf { owner, seal: Seal(owner), format: DataFormat::Vcf })
			.unwrap();
	}
	builder.finish(|_| ()).unwrap()
}

fn batch(criterion: &mut Criterion) {
	let mut group = criterion.benchmark_group("batch of 1,000,000 datasets");
	group.sample_size(10).measurement_time(Duration::from_secs(20));
	group
		.throughput(Throughput::Elements(COUNT))
		.bench_function("build", |bencher| {
			bencher.iter_batched_ref(
				|| tempdir().unwrap(),
				|folder| build(&folder.path().join("tree")),
				BatchSize::PerIteration,
			)
		});
	let folder = tempdir().unwrap();
	let tree = build(&folder.path().join("tree"));
	group
		.throughput(Throughput::Elements(1))
		.bench_function("prove", |bencher| bencher.iter(|| tree.prove(COUNT - 2).unwrap()));
	group.finish();
}

criterion_group!(benches, batch);
criterion_main!(benches);
