//! Grants for a part on a real node, told through the command line: the grantee gets the part, and nothing else of the data.

// Helpers of tests are tests too, which Clippy cannot see.
#![allow(clippy::unwrap_used)]

mod support {
	pub mod cast;
	pub mod cli;
	pub mod node;
}

use serde_json::Value;
use std::{
	fs,
	path::{Path, PathBuf},
	process::Stdio,
};
use support::{cast::Cast, node::event};

/// Variants at every thousandth position of two chromosomes, and an allele by which each is told.
fn genome() -> String {
	let mut text = "##fileformat=VCFv4.3\n##source=somebody\n##contig=<ID=chr1>\n##contig=<ID=chr2>\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n".to_owned();
	for contig in ["chr1", "chr2"] {
		for number in 1..4000 {
			text += &format!("{contig}\t{}\t{contig}x{number}x\tA\tG\t.\tPASS\t.\n", number * 1000);
		}
	}
	text
}

struct Story(Cast);

impl Story {
	/// Dataset 0 is a record of FHIR, dataset 1 a genome.
	fn begin() -> Self {
		let cast = Cast::begin(1);
		fs::write(cast.cli.path("genome.vcf"), genome()).unwrap();
		cast.cli.ok("dataset register genome.vcf --recipient owner.pub --format vcf --custodian charlie --store store --signer me.account");
		Self(cast)
	}

	/// A grant to Bob, not delivered yet.
	fn grant(&self, dataset: u64, scope: &str) -> u64 {
		let cli = &self.0.cli;
		let offer = format!("offer {dataset} --purpose DUO:0000042 --scope {scope} --period 30d --price 1 --upfront 0 --yes --signer bob");
		let proposal = &cli.ok(&offer)["proposal_id"];
		cli.ok(&format!("approve {proposal} --signer me.account"))["grant_id"]
			.as_u64()
			.unwrap()
	}

	fn deliver(&self, grant: u64, more: &str) -> Value {
		match more {
			"" => self.0.deliver(grant),
			_ => self.0.cli.ok(&deliver(grant, more)),
		}
	}

	fn refuses(&self, grant: u64, more: &str) -> String {
		self.0.cli.fails(&deliver(grant, more))
	}

	/// The files of what was delivered: manifest, header, body.
	fn files(&self, delivered: &Value) -> [PathBuf; 3] {
		let manifest = self.0.cli.path(delivered["extract"].as_str().unwrap());
		let read: Value = serde_json::from_slice(&fs::read(&manifest).unwrap()).unwrap();
		let of = |kind: &str| {
			let header = read["header"].as_str().unwrap();
			manifest.with_file_name(format!("{header}.c4gh-{kind}"))
		};
		[manifest.clone(), of("header"), of("body")]
	}

	fn fetch(&self, grant: u64) -> String {
		let out = self.0.cli.path("out");
		self.0.cli.ok(&fetch(grant));
		let text = fs::read_to_string(&out).unwrap();
		fs::remove_file(out).unwrap();
		text
	}

	fn fetch_fails(&self, grant: u64) -> String {
		let error = self.0.cli.fails(&fetch(grant));
		assert!(!self.0.cli.path("out").exists(), "{error}");
		error
	}
}

fn deliver(grant: u64, more: &str) -> String {
	format!("grant deliver {grant} --key owner.sec --store store {more} --signer me.account")
}

fn fetch(grant: u64) -> String {
	format!("fetch {grant} --key bob.sec --store store out --signer bob")
}

/// The variants of a text.
fn variants(text: &str) -> Vec<&str> {
	let lines = text.lines().filter(|line| !line.starts_with('#'));
	lines.map(|line| line.split('\t').nth(2).unwrap()).collect()
}

fn changed(path: &Path, change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
	let good = fs::read(path).unwrap();
	let mut bytes = good.clone();
	change(&mut bytes);
	fs::write(path, bytes).unwrap();
	good
}

#[test]
fn a_grant_for_regions_opens_them_and_nothing_else() {
	let story = Story::begin();
	let cli = &story.0.cli;
	let grant = story.grant(1, "regions:chr1:2000-4000,chr2:3999000-4000000");
	let delivered = story.deliver(grant, "");
	assert_eq!(cli.ok(&format!("grant show {grant}"))["header_hash"], delivered["header_hash"]);
	let audit = story.0.audit(1);
	assert!(audit.iter().any(|entry| entry.to_string().contains("delivered")), "{audit:?}");
	let text = story.fetch(grant);
	assert_eq!(variants(&text), ["chr1x2x", "chr1x3x", "chr1x4x", "chr2x3999x"]);
	assert!(text.contains("##contig=<ID=chr2>") && !text.contains("somebody"));

	// What Bob has opens nothing of the whole, whatever he takes from the store.
	let [manifest, header, body] = story.files(&delivered);
	let whole = manifest.ancestors().nth(2).unwrap().join("body.c4gh");
	let header_bytes = fs::read(&header).unwrap();
	fs::write(cli.path("tried.c4gh"), [&header_bytes[..], &fs::read(whole).unwrap()].concat())
		.unwrap();
	let error = cli.fails("decrypt --key bob.sec tried.c4gh tried");
	assert!(error.contains("Data block 0 does not decrypt"), "{error}");
	// The part is an ordinary file, for him alone.
	fs::write(cli.path("part.c4gh"), [&header_bytes[..], &fs::read(&body).unwrap()].concat())
		.unwrap();
	cli.ok("decrypt --key bob.sec part.c4gh part.vcf");
	assert_eq!(fs::read_to_string(cli.path("part.vcf")).unwrap(), text);
	let error = cli.fails("decrypt --key eve.sec part.c4gh tried");
	assert!(error.contains("not made for this private key"), "{error}");

	// One byte, one file, one grant off, and nothing is written.
	let other = story.grant(1, "regions:chr1:1000-1000");
	let [other_manifest, other_header, other_body] = story.files(&story.deliver(other, ""));
	assert_eq!(variants(&story.fetch(other)), ["chr1x1x"]);
	for (path, other) in
		[(&manifest, &other_manifest), (&header, &other_header), (&body, &other_body)]
	{
		let changes: [&dyn Fn(&mut Vec<u8>); 4] = [
			&|bytes| bytes[20] ^= 1,
			&|bytes| bytes.truncate(bytes.len() - 1),
			&|bytes| bytes.push(b' '),
			&|bytes| *bytes = fs::read(other).unwrap(),
		];
		for change in changes {
			let good = changed(path, change);
			let error = story.fetch_fails(grant);
			assert!(error.contains("is not the one that its owner delivered"), "{error}");
			fs::write(path, good).unwrap();
		}
	}
	fs::rename(&manifest, cli.path("away.json")).unwrap();
	assert!(story.fetch_fails(grant).contains("There is no "));
	fs::rename(cli.path("away.json"), &manifest).unwrap();
	assert_eq!(story.fetch(grant), text);

	// What is taken back later is not given out again.
	let narrow = |grant: u64, scope: &str| {
		let line = format!("grant narrow {grant} --scope {scope} --yes --signer me.account");
		assert_eq!(event(&cli.ok(&line), "Narrowed")["scope"], scope);
	};
	narrow(grant, "regions:chr1:3000-4000");
	assert_eq!(variants(&story.fetch(grant)), ["chr1x3x", "chr1x4x"]);
	let whole = story.grant(1, "whole");
	assert!(story.deliver(whole, "")["extract"].is_null());
	assert_eq!(story.fetch(whole), genome());
	narrow(whole, "regions:chr2:1-1000");
	assert_eq!(variants(&story.fetch(whole)), ["chr2x1x"]);
}

#[test]
fn each_scope_is_delivered_as_what_it_is_or_not_at_all() {
	let story = Story::begin();
	let cli = &story.0.cli;
	let extracts = |delivered: &Value| {
		let folder = cli.path(delivered["extract"].as_str().unwrap());
		fs::read_dir(folder.parent().unwrap()).unwrap().count()
	};

	let resources = story.grant(0, "resources:Observation");
	let delivered = story.deliver(resources, "");
	let text = story.fetch(resources);
	assert!(text.contains("o1") && !text.contains("Doe") && !text.contains("c1"), "{text}");
	assert_eq!(extracts(&delivered), 3);
	// Of two deliveries at the same moment one is refused, and takes away nothing but its own.
	let twice = story.grant(0, "resources:Patient");
	let both = [(), ()].map(|()| {
		let mut command = cli.command(&deliver(twice, "--json"));
		command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
	});
	let done = both.map(|mut one| one.wait().unwrap().success());
	assert_eq!(done.iter().filter(|done| **done).count(), 1);
	assert_eq!(extracts(&delivered), 6);
	assert!(story.fetch(twice).contains("Doe"));

	let wrong = story.grant(0, "regions:chr1:1-10");
	assert!(story.refuses(wrong, "").contains("cannot be cut into regions"));
	let unknown = story.grant(1, "regions:1:1-10");
	assert!(story.refuses(unknown, "").contains("know no reference sequence '1'"));
	let held = story.0.data("bob").1;
	let no_key = format!("grant deliver {wrong} --key bob.sec --store store --signer me.account");
	assert!(cli.fails(&no_key).contains("cannot be cut into regions"));
	assert_eq!(extracts(&delivered), 6, "nothing is left of what failed");
	assert_eq!(story.0.data("bob").1, held, "and nothing is paid for it");
	let grants = cli.ok(&format!("grant list --owner {}", story.0.owner)).to_string();
	assert!(grants.contains("undelivered"), "{grants}");

	let genes = story.grant(1, "genes:HGNC:1100");
	assert!(story.refuses(genes, "").contains("--gene-regions"));
	fs::write(cli.path("genes.bed"), "chr2\t5999\t6000\tHGNC:1100\nchr2\t0\t1000\tHGNC:1\n")
		.unwrap();
	story.deliver(genes, "--gene-regions genes.bed");
	assert_eq!(variants(&story.fetch(genes)), ["chr2x6x"]);

	let aggregate = story.grant(1, "aggregate");
	assert!(story.refuses(aggregate, "").contains("opens no data"));

	let sealed = cli.ok("scope seal regions:chr2:7000-8000 --out scope.json");
	let sealed = story.grant(1, sealed["scope"].as_str().unwrap());
	assert!(story.refuses(sealed, "").contains("--scope-file"));
	let delivered = story.deliver(sealed, "--scope-file scope.json");
	let [manifest, ..] = story.files(&delivered);
	assert!(!fs::read_to_string(manifest).unwrap().contains("chr2"), "the custodian sees it");
	assert_eq!(variants(&story.fetch(sealed)), ["chr2x7x", "chr2x8x"]);
}

#[test]
fn a_part_of_a_file_needs_no_chain() {
	let cli = support::cli::Cli::new("ws://127.0.0.1:1");
	for name in ["alice", "bob"] {
		cli.ok(&format!("keys generate --no-passphrase --out {name}"));
	}
	fs::write(cli.path("genome.vcf"), genome()).unwrap();
	cli.ok("encrypt --recipient alice.pub genome.vcf genome.c4gh");
	let made = cli.ok("extract --key alice.sec --recipient bob.pub --format vcf --scope regions:chr1:2000-3000 genome.c4gh part.c4gh");
	assert_eq!((&made["file"], &made["format"]), (&"part.c4gh".into(), &"vcf".into()));
	cli.ok("decrypt --key bob.sec part.c4gh part.vcf");
	let part = fs::read_to_string(cli.path("part.vcf")).unwrap();
	assert_eq!(variants(&part), ["chr1x2x", "chr1x3x"]);
	assert!(cli.fails("decrypt --key alice.sec part.c4gh x").contains("not made for this"));

	for (options, why) in [
		("--format vcf --scope regions:chr9:1-2", "know no reference sequence 'chr9'"),
		("--format vcf --scope resources:Patient", "cannot be cut into types of resources"),
		("--format bcf --scope regions:chr1:1-2", "not of the format 'bcf'"),
		("--format bam --scope regions:chr1:1-2", "not of the format 'bam'"),
		("--format cram --scope regions:chr1:1-2", "not of the format 'cram'"),
		("--format fhir-bundle --scope resources:Patient", "not of the format 'fhir-bundle'"),
		("--format vcf --scope genes:HGNC:1100", "--gene-regions"),
		("--format vcf --scope aggregate", "opens no data"),
	] {
		let error = cli.fails(&format!(
			"extract --key alice.sec --recipient bob.pub {options} genome.c4gh none.c4gh"
		));
		assert!(error.contains(why), "{options}: {error}");
		assert!(!cli.path("none.c4gh").exists());
	}
	let error = cli.fails("extract --key bob.sec --recipient bob.pub --format vcf --scope regions:chr1:1-2 genome.c4gh none.c4gh");
	assert!(error.contains("not made for this private key"), "{error}");
}
