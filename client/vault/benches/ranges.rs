//! What it costs to check a part of a body beside what it costs to hash it.
//!
//! `scripts/bench.sh vault` runs this and prints the ratios.

#![allow(clippy::unwrap_used)]

use std::{hint::black_box, io};

use criterion::{criterion_group, criterion_main, Criterion, Throughput};
use ownome_vault::{
	ranges::{Plan, Prover},
	stream::blocks_of,
};

const MIB: u64 = 1 << 20;
const BODY: u64 = 256 * MIB;

fn ranges(criterion: &mut Criterion) {
	let body: Vec<u8> =
		(0..BODY as u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
	let mut proof = Vec::new();
	let mut prover = Prover::new(&mut proof);
	prover.update(&body).unwrap();
	let (_, root) = prover.finish().unwrap();

	let mut group = criterion.benchmark_group("ranges");
	group.throughput(Throughput::Bytes(BODY));
	group.bench_function("hash", |bencher| bencher.iter(|| blake3::hash(black_box(&body))));
	group.bench_function("prove", |bencher| {
		bencher.iter(|| {
			let mut prover = Prover::new(io::sink());
			prover.update(black_box(&body)).unwrap();
			prover.finish().unwrap()
		})
	});

	// From the middle of a data block on.
	let start = 100 * MIB + 777;
	let wanted = blocks_of(&(start..start + MIB), BODY);
	group.throughput(Throughput::Bytes(wanted.end - wanted.start));
	group.bench_function("check 1 MiB", |bencher| {
		bencher.iter(|| {
			let plan = Plan::new(BODY, wanted.clone());
			let at = |place: std::ops::Range<u64>| &body[place.start as usize..place.end as usize];
			let hashes: Vec<u8> = plan
				.proof_ranges()
				.into_iter()
				.flat_map(|place| &proof[place.start as usize..place.end as usize])
				.copied()
				.collect();
			let mut checked = plan.check(&root, &hashes, at(plan.body_range())).unwrap();
			io::copy(&mut checked, &mut io::sink()).unwrap()
		})
	});
	group.finish();
}

criterion_group!(benches, ranges);
criterion_main!(benches);
