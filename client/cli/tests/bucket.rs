//! The story of a dataset in a bucket, on a real node: registered, offered for, granted, delivered, fetched from the bucket and from the
//! web, in whole and in part, and verified; and what is left when something is refused, or the server goes.

// Helpers of tests are tests too, which Clippy cannot see.
#![allow(clippy::unwrap_used)]

// Each test has its part of them.
#[allow(dead_code)]
mod support {
	pub mod cast;
	pub mod cli;
	pub mod node;
}
#[allow(dead_code)]
#[path = "../../vault/tests/support/moto.rs"]
mod moto;

use moto::{Moto, VARIABLES};
use std::{env, fs};
use support::{cast::Cast, cli::text};

const BUCKET: &str = "s3://ownome/lab";

#[test]
fn a_dataset_lives_in_a_bucket() {
	let moto = Moto::start();
	let wire = moto.wire();
	for (name, value) in VARIABLES {
		env::set_var(name, value);
	}
	env::set_var("AWS_ENDPOINT_URL", wire.url());
	let cast = Cast::begin(1);
	let cli = &cast.cli;
	let genome: Vec<u8> = (0..9 << 20).map(|i: u32| (i * 7 / 3) as u8).collect();
	fs::write(cli.path("genome.vcf"), &genome).unwrap();
	let register = |store: &str, signer: &str| {
		format!("dataset register genome.vcf --recipient owner.pub --format vcf --custodian charlie --store {store} --signer {signer}")
	};

	let registered = cli.ok(&register(BUCKET, "me.account"));
	assert_eq!(registered["dataset_id"], 1);
	let name = registered["commitment"].as_str().unwrap().trim_start_matches("0x").to_owned();
	assert_eq!(registered["folder"], format!("{BUCKET}/{name}"));
	let stored = |object: &str| format!("lab/{name}/{object}");
	let first = ["body.c4gh", "body.proof", "headers/owner.c4gh-header", "manifest.json"];
	assert_eq!(moto.keys(), first.map(stored));

	// What the chain refuses is taken back.
	cli.ok("keys account --out poor.account");
	cli.fails(&register(BUCKET, "poor.account"));
	assert_eq!(moto.keys(), first.map(stored));

	cli.ok("offer 1 --purpose DUO:0000042 --period 30d --price 10 --upfront 20 --signer bob");
	cli.ok("approve 0 --signer me.account");
	let deliver = "grant deliver 0 --key owner.sec --signer me.account --json";
	let output = cli.command(deliver).env("OWNOME_STORE", BUCKET).output().unwrap();
	assert!(output.status.success(), "{}", text(&output.stderr));
	assert_eq!(moto.keys().len(), 5);
	let receipt = cli.ok(&format!("receipt record 0 --store {BUCKET} --signer charlie"));
	let file = receipt["file"].as_str().unwrap().strip_prefix("s3://ownome/").unwrap();
	fs::write(cli.path("receipt.json"), moto.get(file)).unwrap();
	cli.ok("receipt verify 0 receipt.json");

	let web = format!("{}/ownome/lab", wire.url());
	let fetch = |store: &str, more: &str| {
		format!("fetch 0 --key bob.sec --store {store} {more} out.vcf --signer bob")
	};
	for store in [BUCKET, &web] {
		for (more, range) in [("", 0..genome.len()), ("--range 70000-2000000", 70_000..2_000_000)] {
			let before = wire.received();
			cli.ok(&fetch(store, more));
			assert!(fs::read(cli.path("out.vcf")).unwrap() == genome[range.clone()]);
			fs::remove_file(cli.path("out.vcf")).unwrap();
			assert!(wire.received() - before < range.len() as u64 + 300_000);
		}
	}
	let error = cli.fails(&register(&web, "me.account"));
	assert!(error.contains("can only be read"), "{error}");
	for object in ["body.c4gh", "manifest.json"] {
		fs::write(cli.path(object), moto.get(&stored(object))).unwrap();
	}
	cli.ok("verify body.c4gh --manifest manifest.json --dataset 1");

	// An older dataset gets its proof file later.
	let older = cli.ok("dataset show 0")["commitment"]
		.as_str()
		.unwrap()
		.replacen("0x", "store/", 1);
	let proof = cli.path(format!("{older}/body.proof"));
	let genuine = fs::read(&proof).unwrap();
	fs::remove_file(&proof).unwrap();
	let proved = cli.ok("dataset prove 0 --store store");
	assert_eq!(proved["file"], format!("{older}/body.proof"));
	assert_eq!(fs::read(&proof).unwrap(), genuine);

	let error = cli
		.fails("fetch 0 --key bob.sec --store https://me:hush@lab.example/ out.vcf --signer bob");
	assert!(!error.contains("hush"), "{error}");
	assert!(error.contains("credentials"), "{error}");

	// The server goes: there is no file, and no dataset.
	for failing in
		[fetch(BUCKET, ""), fetch(&web, "--range 0-9000000"), register(BUCKET, "me.account")]
	{
		let keys = moto.keys();
		wire.cut_after(3 << 20);
		let error = cli.fails(&failing);
		assert!(error.contains("There is no usable answer about "), "{error}");
		assert!(!cli.path("out.vcf").exists());
		assert_eq!(moto.keys(), keys);
	}
	assert_eq!(
		cli.ok(&format!("dataset list {}", cast.owner))["datasets"]
			.as_array()
			.unwrap()
			.len(),
		2
	);
}
