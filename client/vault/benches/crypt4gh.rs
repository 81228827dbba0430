//! Encryption and decryption beside the cipher that they use and the reference implementation, all in one run.
//!
//! `scripts/bench.sh vault` runs this and prints the ratios.

#![allow(clippy::unwrap_used)]

use std::{
	env,
	fs::{self, File},
	hint::black_box,
	io::{Read, Write},
	num::NonZero,
	path::Path,
	process::{Command, Stdio},
	thread,
	time::{Duration, Instant},
};

use criterion::{
	criterion_group, criterion_main, measurement::WallTime, BenchmarkGroup, Criterion,
	SamplingMode, Throughput,
};
use ownome_vault::{
	files,
	header::Header,
	keys::{write_pair, SecretKey},
	memory, stream,
};
use rayon::ThreadPoolBuilder;
use ring::aead::{Aad, LessSafeKey, Nonce, UnboundKey, CHACHA20_POLY1305};
use tempfile::tempdir;

const TEXT: usize = 256 << 20;
const BLOCK: usize = 65536;

fn group<'a>(criterion: &'a mut Criterion, name: &str) -> BenchmarkGroup<'a, WallTime> {
	let mut group = criterion.benchmark_group(name);
	group
		.sample_size(20)
		.sampling_mode(SamplingMode::Flat)
		.measurement_time(Duration::from_secs(5))
		.throughput(Throughput::Bytes(TEXT as u64));
	group
}

fn text() -> Vec<u8> {
	(0..TEXT as u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect()
}

/// The time that the cipher alone takes for so much text, always in the same block.
fn cipher(open: bool, bytes: usize) -> Duration {
	let key = LessSafeKey::new(UnboundKey::new(&CHACHA20_POLY1305, &[7; 32]).unwrap());
	let nonce = || Nonce::assume_unique_for_key([0; 12]);
	let mut genuine = vec![1; BLOCK];
	key.seal_in_place_append_tag(nonce(), Aad::empty(), &mut genuine).unwrap();
	let mut block = genuine.clone();
	let mut took = Duration::ZERO;
	for _ in 0..bytes / BLOCK {
		block.copy_from_slice(&genuine);
		let start = Instant::now();
		if open {
			key.open_in_place(nonce(), Aad::empty(), &mut block).unwrap();
		} else {
			let body = &mut block[..BLOCK];
			let _ = black_box(key.seal_in_place_separate_tag(nonce(), Aad::empty(), body).unwrap());
		}
		took += start.elapsed();
		black_box(&block);
	}
	took
}

/// The time for as much text as the others have if each core does a part of it: what this machine can do at most.
fn ciphers(open: bool) -> Duration {
	let cores = thread::available_parallelism().map_or(1, NonZero::get);
	thread::scope(|scope| {
		let part = || cipher(open, TEXT / cores);
		let parts: Vec<_> = (0..cores).map(|_| scope.spawn(part)).collect();
		parts.into_iter().map(|part| part.join().unwrap()).max().unwrap()
	})
}

/// The command of the reference implementation, with its output in a file.
fn reference(arguments: &[&str], [key, input, output]: [&Path; 3]) {
	let tool = env::var_os("OWNOME_CRYPT4GH").expect("scripts/bench.sh sets OWNOME_CRYPT4GH; qed");
	let done = Command::new(tool)
		.args(arguments)
		.arg(key)
		.stdin(File::open(input).unwrap())
		.stdout(File::create(output).unwrap())
		.stderr(Stdio::null())
		.status()
		.unwrap();
	assert!(done.success());
}

/// A copy of a file that lasts, as the files of the vault do: no file can be made faster.
fn copy(from: &Path, to: &Path) {
	let (mut from, mut to) = (File::open(from).unwrap(), File::create_new(to).unwrap());
	let mut buffer = vec![0; 16 * BLOCK];
	loop {
		let count = from.read(&mut buffer).unwrap();
		if count == 0 {
			break to.sync_all().unwrap();
		}
		to.write_all(&buffer[..count]).unwrap();
	}
}

/// The time that it takes to make the file `to`, without that of removing it.
fn make(times: u64, to: &Path, make: impl Fn(&Path)) -> Duration {
	let mut took = Duration::ZERO;
	for _ in 0..times {
		let start = Instant::now();
		make(to);
		took += start.elapsed();
		fs::remove_file(to).unwrap();
	}
	took
}

fn both_ways(criterion: &mut Criterion) {
	let key = SecretKey::generate().unwrap();
	let recipients = [key.public()];
	let text = text();
	let mut sealed = Vec::new();
	stream::encrypt(&text[..], &mut sealed, &recipients).unwrap();
	let mut out = Vec::with_capacity(sealed.len());

	let folder = tempdir().unwrap();
	let at = |name: &str| folder.path().join(name);
	let pair = write_pair(&at("me"), &key, None).unwrap();
	fs::write(at("text"), &text).unwrap();
	fs::write(at("file"), &sealed).unwrap();
	let (from_text, from_file, to) = (at("text"), at("file"), at("out"));

	for (name, open) in [("encrypt", false), ("decrypt", true)] {
		let mut group = group(criterion, name);
		let in_memory = |out: &mut Vec<u8>| match open {
			true => memory::decrypt(&sealed, out, &key).unwrap(),
			false => memory::encrypt(&text, out, &recipients).unwrap(),
		};
		group.bench_function("cipher alone", |bencher| {
			bencher.iter_custom(|times| (0..times).map(|_| cipher(open, TEXT)).sum())
		});
		group.bench_function("cipher alone, all cores", |bencher| {
			bencher.iter_custom(|times| (0..times).map(|_| ciphers(open)).sum())
		});
		for (name, threads) in [("one core", 1), ("all cores", 0)] {
			let pool = ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
			group.bench_function(name, |bencher| {
				pool.install(|| bencher.iter(|| in_memory(&mut out)))
			});
		}
		group.bench_function("stream", |bencher| {
			bencher.iter(|| {
				out.clear();
				match open {
					true => stream::decrypt(&sealed[..], &mut out, &key).unwrap(),
					false => stream::encrypt(&text[..], &mut out, &recipients).unwrap(),
				}
			})
		});
		group.sample_size(10);
		group.bench_function("plain copy", |bencher| {
			bencher.iter_custom(|times| make(times, &to, |to| copy(&from_text, to)))
		});
		group.bench_function("file to file", |bencher| {
			bencher.iter_custom(|times| {
				make(times, &to, |to| match open {
					true => files::decrypt(&from_file, to, &key).unwrap(),
					false => files::encrypt(&from_text, to, &recipients).unwrap(),
				})
			})
		});
		group.bench_function("reference implementation", |bencher| {
			bencher.iter_custom(|times| {
				make(times, &to, |to| match open {
					true => reference(&["decrypt", "--sk"], [&pair.secret, &from_file, to]),
					false => {
						reference(&["encrypt", "--recipient_pk"], [&pair.public, &from_text, to])
					},
				})
			})
		});
		group.finish();
	}
}

/// What a delivery needs: how long the body is does not matter.
fn header(criterion: &mut Criterion) {
	let (alice, bob) = (SecretKey::generate().unwrap(), SecretKey::generate().unwrap());
	let folder = tempdir().unwrap();
	let path = folder.path().join("file");
	let mut file = File::create(&path).unwrap();
	stream::encrypt(&b"text"[..], &mut file, &[alice.public()]).unwrap();
	file.set_len(10 << 30).unwrap();
	criterion.bench_function("header of 10 GiB", |bencher| {
		bencher.iter(|| {
			let header = Header::read(File::open(&path).unwrap()).unwrap();
			header.rewrap(&alice, &[bob.public()]).unwrap()
		})
	});
}

criterion_group!(benches, both_ways, header);
criterion_main!(benches);
