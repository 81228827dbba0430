//! The registry on a real node, through the command line: titles, versions, tags, statements, transfers, batches, erasure.

// Helpers of tests are tests too, which Clippy cannot see.
#![allow(clippy::unwrap_used)]

mod support {
	pub mod cli;
	pub mod node;
}

use ownome_primitives::{Commitment, Seal};
use ownome_vault::manifest::Manifest;
use serde_json::{json, Value};
use std::{
	fmt::Write,
	fs,
	path::{Path, PathBuf},
};
use subxt::utils::AccountId32;
use support::{
	cli::Cli,
	node::{event, units, Node},
};

/// A block of a Crypt4GH file.
const BLOCK: usize = 65_536 + 28;

/// A chain on which Charlie is a laboratory and a custodian, and Ferdie has keys and data.
struct Case {
	// Goes last, so that the node outlives the commands.
	cli: Cli,
	_node: Node,
}

impl Case {
	fn new() -> Self {
		let node = Node::start();
		let cli = Cli::new(&node.url);
		for name in ["owner", "lab"] {
			cli.ok(&format!("keys generate --no-passphrase --out {name}"));
		}
		fs::write(cli.path("accreditation.pdf"), "accredited").unwrap();
		for (name, byte) in [("one.vcf", 1), ("two.vcf", 2), ("three.vcf", 3)] {
			fs::write(cli.path(name), vec![byte; 4 * 65_536 + 99]).unwrap();
		}
		cli.ok("member apply --roles attester,custodian --key lab.pub --credential accreditation.pdf --institution lab-1 --country GB --signer charlie");
		cli.ok("member admit charlie --signer alice");
		Self { cli, _node: node }
	}

	/// Runs a command that packs data.
	fn pack(&self, command: &str) -> Value {
		self.cli.ok(&format!("{command} {PACKING}"))
	}

	/// The address of a development account.
	fn address(&self, name: &str) -> String {
		let account = &self.cli.ok(&format!("token balance {name}"))["account"];
		account.as_str().unwrap().to_owned()
	}
}

const PACKING: &str = "--recipient owner.pub --format vcf --store store";

fn folder(report: &Value) -> PathBuf {
	report["folder"].as_str().unwrap().into()
}

#[test]
fn a_dataset_is_encrypted_anew_for_another_key() {
	let case = Case::new();
	let cli = &case.cli;
	let one = case.pack("dataset register one.vcf --custodian charlie --signer ferdie");
	cli.ok("keys generate --no-passphrase --out next");
	let rekey = "dataset rekey 0 --key owner.sec --recipient next.pub --format vcf --store store --custodian charlie --signer ferdie";
	let error = cli.fails(&rekey.replace("owner.sec", "lab.sec"));
	assert!(error.contains("not made for this private key"), "{error}");

	let two = cli.ok(rekey);
	assert_eq!(
		(&two["dataset_id"], &event(&two, "VersionAdded")["version"]),
		(&json!(1), &json!(2))
	);
	let file = |report: &Value, name: &str| {
		let folder = cli.path(folder(report));
		let header = fs::read(folder.join("headers/owner.c4gh-header")).unwrap();
		let body = fs::read(folder.join("body.c4gh")).unwrap();
		fs::write(cli.path(name), [header, body.clone()].concat()).unwrap();
		body
	};
	let (old, new) = (file(&one, "old.c4gh"), file(&two, "new.c4gh"));
	// Not a header for another reader, but other data: whoever kept the old data key cannot read them.
	assert!(old.len() == new.len() && old != new);
	cli.ok("decrypt --key next.sec new.c4gh text");
	assert!(fs::read(cli.path("text")).unwrap() == fs::read(cli.path("one.vcf")).unwrap());
	assert!(cli.fails("decrypt --key owner.sec new.c4gh more").contains("not made for"));

	// What is not what was registered is not registered again, and nothing is left of it.
	let body = cli.path(folder(&two)).join("body.c4gh");
	fs::write(&body, &new[..new.len() - BLOCK]).unwrap();
	let error = cli.fails(
		&rekey
			.replace("rekey 0", "rekey 1")
			.replace("owner.sec", "next.sec")
			.replace("next.pub", "owner.pub"),
	);
	assert!(error.contains("are not the data its manifest names"), "{error}");
	assert_eq!(fs::read_dir(cli.path("store")).unwrap().count(), 2);
}

#[test]
fn a_title_lives_from_registration_to_erasure() {
	let case = Case::new();
	let cli = &case.cli;
	let (ferdie, eve) = (case.address("ferdie"), case.address("eve"));

	// Two versions.
	let one = case
		.pack("dataset register one.vcf --custodian charlie --attester charlie --signer ferdie");
	assert_eq!(one["dataset_id"], 0);
	let two = case.pack("dataset version 0 two.vcf --custodian charlie --signer ferdie");
	assert_eq!(event(&two, "VersionAdded")["version"], 2);
	let error = cli.fails(&format!(
		"dataset version 0 three.vcf --custodian charlie {PACKING} --signer ferdie"
	));
	assert!(error.contains("a newer version already, 1"), "{error}");
	let error = cli
		.fails(&format!("dataset version 1 three.vcf --custodian charlie {PACKING} --signer eve"));
	assert!(error.contains(&format!("belongs to {ferdie}")), "{error}");
	assert_eq!(fs::read_dir(cli.path("store")).unwrap().count(), 2);
	assert_eq!(cli.ok("dataset lineage 1")["versions"], json!([0]));
	assert_eq!(cli.ok("dataset list ferdie")["datasets"], json!([0, 1]));
	assert_eq!(cli.ok("dataset list ferdie --after 0 --limit 1")["datasets"], json!([1]));
	assert_eq!(cli.ok("dataset show 0")["successor"], 1);

	every_change_of_a_file_is_found(&case, &folder(&one));
	an_unknown_number_is_told_in_one_sentence(&case);
	tags_and_locations_come_and_go(&case);
	statements_are_vouched_for_and_retracted(&case);

	// The title changes hands, and what was registered is still provable.
	cli.ok("dataset transfer offer 0 dave --signer ferdie");
	cli.ok("dataset transfer cancel 0 --signer ferdie");
	let error = cli.fails("dataset transfer accept 0 --signer dave");
	assert!(error.contains("NoTransferOffer"), "{error}");
	cli.ok("dataset transfer offer 0 eve --signer ferdie");
	assert_eq!(cli.ok("dataset show 0")["offered_to"], eve);
	let error = cli.fails("dataset transfer accept 0 --signer dave");
	assert!(error.contains("NotRecipient"), "{error}");
	cli.ok("dataset transfer accept 0 --signer eve");
	let shown = cli.ok("dataset show 0");
	assert_eq!((&shown["owner"], &shown["registrant"]), (&json!(eve), &json!(ferdie)));
	let stored = folder(&one);
	cli.ok(&verify(&stored.join("body.c4gh"), &stored.join("manifest.json"), 0));

	// The new owner consents; the former one cannot any more.
	let offer = "offer 0 --purpose DUO:0000042 --period 30d --price 1 --upfront 0 --signer bob";
	cli.ok(
		"member apply --roles requester --key lab.pub --credential accreditation.pdf --institution institute-1 --country GB --signer bob",
	);
	cli.ok("member admit bob --signer alice");
	cli.ok(offer);
	let error = cli.fails("approve 0 --signer ferdie");
	assert!(error.contains("NotOwner"), "{error}");
	cli.ok("approve 0 --signer eve");
	let granted_at = cli.ok("grant show 0")["issued_at"].clone();

	// No new grants.
	cli.ok("dataset seal 0 --yes --signer eve");
	assert_eq!(cli.ok("dataset show 0")["status"], "sealed");
	let error = cli.fails(offer);
	assert!(error.to_lowercase().contains("sealed"), "{error}");

	// Erased, without any OWN and for no fee.
	let error = cli.fails("dataset erase 0 --signer ferdie");
	assert!(error.contains(&format!("belongs to {eve}")), "{error}");
	cli.ok("coin transfer alice all --signer eve");
	assert_eq!(cli.ok("coin balance eve")["free"], "0");
	let error = cli.fails("dataset erase 0 --signer eve");
	assert!(error.contains("--yes"), "{error}");
	let erased = cli.ok("dataset erase 0 --yes --signer eve");
	assert_eq!(erased["fee"], "0");
	assert_eq!(stored, Path::new("store").join(erased["folder_to_delete"].as_str().unwrap()));
	assert!(units(&cli.ok("coin balance eve")["free"], 12) > 0, "the deposit is back");
	let access = cli.ok("access 0 bob");
	assert!(access["reason"].as_str().unwrap().contains("erased"), "{access}");
	let before = cli.ok(&format!("access 0 bob --at {granted_at}"));
	assert_eq!(before["reason"], "the key of grant 0 had not been delivered");
	let settled = cli.ok("grant settle 0 --signer bob");
	assert_eq!(event(&settled, "Settled")["refunded"], "1");
	let shown = cli.ok("dataset show 0");
	assert_eq!((&shown["status"], &shown["owner"]), (&json!("erased"), &Value::Null));
	assert_eq!(shown["commitment"], one["commitment"]);
	assert_eq!(cli.ok("dataset list eve")["datasets"], json!([]));
	assert_eq!(cli.ok("dataset lineage 1")["versions"], json!([0]));
	let error = cli.fails(&verify(&stored.join("body.c4gh"), &stored.join("manifest.json"), 0));
	assert!(error.contains("was erased at"), "{error}");
	let error = cli.fails("dataset erase 0 --signer eve");
	assert!(error.contains("was erased at"), "{error}");
}

fn verify(file: &Path, manifest: &Path, id: u64) -> String {
	format!("verify {} --manifest {} --dataset {id}", file.display(), manifest.display())
}

fn an_unknown_number_is_told_in_one_sentence(case: &Case) {
	for command in [
		"dataset show 9",
		"dataset lineage 9",
		"dataset locate 9 store/9 --signer ferdie",
		"dataset untag 9 --signer ferdie",
		"dataset retract 9 --signer charlie",
		"dataset transfer accept 9 --signer eve",
		"dataset seal 9 --signer ferdie",
		"dataset erase 9 --signer ferdie",
		"offer 9 --purpose DUO:0000042 --period 30d --price 1 --upfront 0 --signer bob",
		"access 9 bob",
	] {
		let error = case.cli.fails(command);
		assert!(error.starts_with("There is no dataset 9 on this chain: "), "{command}: {error}");
	}
}

/// Every operation on the blocks of a stored file; the vault tests more of them at random.
fn every_change_of_a_file_is_found(case: &Case, stored: &Path) {
	let cli = &case.cli;
	let manifest = stored.join("manifest.json");
	let body = fs::read(cli.path(stored.join("body.c4gh"))).unwrap();
	let header = fs::read(cli.path(stored.join("headers/owner.c4gh-header"))).unwrap();
	let check = |bytes: &[u8], id| {
		fs::write(cli.path("copy"), bytes).unwrap();
		verify(Path::new("copy"), &manifest, id)
	};
	let verified = cli.ok(&check(&body, 0));
	assert_eq!(verified["bytes"], body.len());
	assert_eq!(verified["verdict"], "data-blocks-registered");
	let error = cli.fails(&verify(Path::new("one.vcf"), &manifest, 0));
	assert!(error.contains("the data before encryption"), "{error}");
	cli.ok(&check(&[&header[..], &body].concat(), 0));

	let blocks: Vec<_> = body.chunks(BLOCK).collect();
	assert_eq!(blocks.len(), 5);
	let mut flipped = body.clone();
	flipped[3 * BLOCK] ^= 1;
	let with =
		|order: &[usize]| order.iter().map(|block| blocks[*block]).collect::<Vec<_>>().concat();
	for (what, changed) in [
		("flipped", flipped),
		("dropped", with(&[0, 1, 3, 4])),
		("cut", with(&[0, 1, 2, 3])),
		("swapped", with(&[0, 2, 1, 3, 4])),
		("added", with(&[0, 1, 2, 2, 3, 4])),
		("replaced", with(&[0, 1, 1, 3, 4])),
		("longer", [&body[..], &[0]].concat()),
	] {
		let error = cli.fails(&check(&changed, 0));
		assert!(error.contains("is not the file of this manifest"), "{what}: {error}");
	}
	// The manifest of another dataset, and a manifest that was written anew.
	let error = cli.fails(&check(&body, 1));
	assert!(error.contains("is not the manifest that was registered as dataset 1"), "{error}");
	let text = fs::read_to_string(cli.path(&manifest)).unwrap();
	fs::write(cli.path("spaced.json"), text.replace(",", ", ")).unwrap();
	let error = cli.fails(&verify(&stored.join("body.c4gh"), Path::new("spaced.json"), 0));
	assert!(error.contains("is not the manifest that was registered"), "{error}");
}

fn tags_and_locations_come_and_go(case: &Case) {
	let cli = &case.cli;
	cli.ok("tag keygen --out search.key");
	let find = |tag: &str, epoch: u32| {
		cli.ok(&format!("dataset find --tag {tag} --key search.key --epoch {epoch}"))["datasets"]
			.clone()
	};
	cli.ok("dataset tag 0 --key search.key --epoch 1 MONDO:0005148 HP:0000118 mondo:0005148 --signer ferdie");
	cli.ok("dataset tag 1 --key search.key --epoch 1 MONDO:0005148 --signer ferdie");
	assert_eq!(find("mondo:0005148", 1), json!([0, 1]));
	assert_eq!(find("HP:0000118", 1), json!([0]));
	assert_eq!(find("HP:0000118", 2), json!([]));
	let derived =
		cli.ok("tag derive --key search.key --epoch 1 MONDO:0005148 HP:0000118 mondo:0005148");
	let [diabetes, phenotype] = &derived["tokens"].as_array().unwrap()[..] else {
		panic!("{derived}");
	};
	assert_eq!(
		(&diabetes["term"], &phenotype["term"]),
		(&json!("MONDO:0005148"), &json!("HP:0000118"))
	);
	let mut tokens = [diabetes["token"].as_str().unwrap(), phenotype["token"].as_str().unwrap()];
	tokens.sort_unstable();
	assert_eq!(cli.ok("dataset show 0")["tags"], json!({ "epoch": 1, "tokens": tokens }));
	cli.ok("dataset untag 1 --signer ferdie");
	assert_eq!(find("MONDO:0005148", 1), json!([0]));
	let error = cli.fails("dataset tag 0 --key search.key --epoch 1 MONDO:5148 --signer ferdie");
	assert!(error.contains("MONDO:0005148"), "{error}");
	let error = cli.fails("dataset tag 0 --key search.key --epoch 1 HP:0000118 --signer eve");
	assert!(error.contains("NotOwner"), "{error}");

	let location = "drs://custodian.example/7f3a";
	cli.ok(&format!("dataset locate 0 {location} store/7f3a --signer ferdie"));
	assert_eq!(cli.ok("dataset show 0")["locations"], json!([location, "store/7f3a"]));
	let error = cli.fails("dataset locate 0 caf\u{e9} --signer ferdie");
	assert!(error.contains("printable ASCII"), "{error}");
	cli.ok("dataset unlocate 0 --signer ferdie");
	assert_eq!(cli.ok("dataset show 0")["locations"], json!([]));
}

fn statements_are_vouched_for_and_retracted(case: &Case) {
	let cli = &case.cli;
	let create = "statement create 0 --origin saliva --instrument NovaSeq --pipeline sarek";
	let created = cli.ok(&format!("{create} --out statement.json --signer charlie"));
	assert_eq!(created["warnings"], json!([]));
	let stranger = cli.ok(&format!("{create} --out stranger.json --signer dave"));
	assert!(stranger["warnings"][0].as_str().unwrap().contains("not accredited as attester"));
	let error = cli.fails("statement verify 0 statement.json");
	assert!(error.contains("does not vouch"), "{error}");
	for (attest, words) in [
		("dataset attest 0 --statement statement.json --signer dave", "was signed by"),
		("dataset attest 1 --statement statement.json --signer charlie", "about another dataset"),
		(
			"dataset attest 0 --statement accreditation.pdf --signer charlie",
			"not a signed statement",
		),
	] {
		let error = cli.fails(attest);
		assert!(error.contains(words), "{error}");
	}
	let text = fs::read_to_string(cli.path("statement.json")).unwrap();
	fs::write(cli.path("forged.json"), text.replace("saliva", "plasma")).unwrap();
	let error = cli.fails("dataset attest 0 --statement forged.json --signer charlie");
	assert!(error.contains("was not signed by"), "{error}");

	let attested = cli.ok("dataset attest 0 --statement statement.json --signer charlie");
	assert_eq!(event(&attested, "Attested")["statement"], created["statement"]);
	assert_eq!(cli.ok("statement verify 0 statement.json")["instrument"], "NovaSeq");
	assert_eq!(cli.ok("dataset show 0")["attested_by"][0]["statement"], created["statement"]);
	cli.ok("dataset retract 0 --signer charlie");
	let error = cli.fails("statement verify 0 statement.json");
	assert!(error.contains("does not vouch"), "{error}");
}

#[test]
fn a_batch_of_100_000_is_anchored_at_once_and_claimed_by_its_owners() {
	const COUNT: usize = 100_000;
	let case = Case::new();
	let cli = &case.cli;
	let owners = ["ferdie", "eve", "dave", "bob", "alice"];
	let mut folders = Vec::new();
	for owner in owners.iter().chain(&owners) {
		let added = case.pack(&format!("batch add list.csv one.vcf --owner {owner}"));
		folders.push(folder(&added));
	}
	assert_eq!(cli.ok("batch build list.csv own.tree --store store")["datasets"], 10);
	let mut list = fs::read_to_string(cli.path("list.csv")).unwrap();
	for index in 10..COUNT {
		writeln!(list, "0x{index:064x},{index:064x},bam").unwrap();
	}
	fs::write(cli.path("list.csv"), list).unwrap();
	let error = cli.fails("batch build list.csv batch.tree --store store");
	assert!(error.contains("The store store holds no dataset"), "{error}");
	assert!(!cli.path("batch.tree").exists());
	let built = cli.ok("batch build list.csv batch.tree");
	assert_eq!(built["datasets"], COUNT);

	let anchor = "batch anchor batch.tree --custodian charlie --location drs://custodian.example/1";
	let error = cli.fails(&format!("{anchor} --signer ferdie"));
	assert!(error.contains("MayNotAnchor"), "{error}");
	let anchored = cli.ok(&format!("{anchor} --signer charlie"));
	assert_eq!(anchored["batch_id"], 0);
	assert_eq!(event(&anchored, "BatchAnchored")["leaves"], COUNT);
	assert_eq!(cli.ok("batch show 0")["root"], built["root"]);
	let mut tree = fs::read(cli.path("batch.tree")).unwrap();
	tree[52] ^= 1;
	fs::write(cli.path("damaged.tree"), tree).unwrap();
	let error = cli.fails("batch anchor damaged.tree --custodian charlie --signer charlie");
	assert!(error.contains("changed after it was built"), "{error}");

	for (index, owner) in owners.iter().chain(&owners).enumerate() {
		let proof = format!("proof-{index}.json");
		cli.ok(&format!("batch prove batch.tree --index {index}"));
		let error = cli.fails(&format!("batch claim 0 {proof} --signer charlie"));
		assert!(error.contains("not for"), "{error}");
		let stored = &folders[index];
		let manifest = |stored: &Path| stored.join("manifest.json").display().to_string();
		let other = manifest(&folders[(index + 1) % 10]);
		let claim = format!("batch claim 0 {proof} --signer {owner} --manifest");
		let error = cli.fails(&format!("{claim} {other}"));
		assert!(error.contains("is not the manifest that"), "{error}");
		let claimed = cli.ok(&format!("{claim} {}", manifest(stored)));
		assert_eq!(claimed["dataset_id"], index);
		assert_eq!(event(&claimed, "Claimed")["index"], index);
		let error = cli.fails(&format!("batch claim 0 {proof} --signer {owner}"));
		assert!(error.contains(&format!("registered already, as dataset {index}")), "{error}");
		cli.ok(&verify(&stored.join("body.c4gh"), &stored.join("manifest.json"), index as u64));
	}
	let shown = cli.ok("dataset show 9");
	assert_eq!(
		(&shown["batch"], &shown["custodian"]),
		(&json!(0), &json!(case.address("charlie")))
	);
	assert_eq!(shown["locations"], json!(["drs://custodian.example/1"]));
	assert_eq!(cli.ok("dataset list ferdie")["datasets"], json!([0, 5]));

	// The proof of a smaller batch, which is true, and not about this one.
	fs::write(
		cli.path("other.csv"),
		fs::read_to_string(cli.path("list.csv"))
			.unwrap()
			.lines()
			.take(3)
			.map(|line| format!("{line}\n"))
			.collect::<String>(),
	)
	.unwrap();
	cli.ok("batch build other.csv other.tree");
	cli.ok("batch prove other.tree --index 0 --out other.json");
	let error = cli.fails("batch claim 0 other.json --signer ferdie");
	assert!(error.contains("another batch"), "{error}");
	let error = cli.fails("batch prove batch.tree --index 100000");
	assert!(error.contains("has 100000 datasets"), "{error}");
	let error = cli.fails("batch show 1");
	assert!(error.contains("There is no batch 1"), "{error}");
}

const COPIED: &str = "names another owner than the account in whose name it is registered";

#[test]
fn a_copied_seal_verifies_under_no_other_name() {
	let case = Case::new();
	let cli = &case.cli;
	let one = case.pack("dataset register one.vcf --custodian charlie --signer ferdie");
	let stored = folder(&one);
	let manifest = stored.join("manifest.json");
	let (contents, seal) = Manifest::read(&cli.path(&manifest)).unwrap();
	assert_eq!(AccountId32(contents.owner).to_string(), case.address("ferdie"));
	let verify = |id| verify(&stored.join("body.c4gh"), &manifest, id);
	// What becomes of the seal in a batch, where nobody asks for the manifest.
	let batch = |batch: u64, owner: &str| {
		let line = format!("owner,seal,format\n{owner},{},vcf\n", hex::encode(seal));
		fs::write(cli.path(format!("{batch}.csv")), line).unwrap();
		cli.ok(&format!("batch build {batch}.csv {batch}.tree"));
		cli.ok(&format!("batch anchor {batch}.tree --custodian charlie --signer charlie"));
		cli.ok(&format!("batch prove {batch}.tree --index 0 --out {batch}.json"));
		format!("batch claim {batch} {batch}.json --signer {owner}")
	};

	let claim = batch(0, "eve");
	let error = cli.fails("batch build 0.csv other.tree --store store");
	assert!(error.contains("The store store holds no dataset"), "{error}");
	let error = cli.fails(&format!("{claim} --manifest {}", manifest.display()));
	assert!(error.contains(COPIED), "{error}");
	assert_eq!(cli.ok(&claim)["dataset_id"], 1);
	let error = cli.fails(&verify(1));
	assert!(error.contains(COPIED), "{error}");
	cli.ok(&verify(0));

	// Not with a copy of the whole folder either: no key leaves it.
	let commitment = cli.ok("dataset show 1")["commitment"].as_str().unwrap()[2..].to_owned();
	copy_folder(&cli.path(&stored), &cli.path("store").join(commitment));
	let error = cli.fails("batch build 0.csv other.tree --store store");
	assert!(error.contains(COPIED), "{error}");
	cli.ok(
		"member apply --roles requester --key lab.pub --credential accreditation.pdf --institution institute-1 --country GB --signer bob",
	);
	cli.ok("member admit bob --signer alice");
	cli.ok("offer 1 --purpose DUO:0000042 --period 30d --price 1 --upfront 0 --signer bob");
	cli.ok("approve 0 --signer eve");
	let error = cli.fails("grant deliver 0 --key owner.sec --store store --signer eve");
	assert!(error.contains(COPIED), "{error}");

	// What was erased stays erased, in whatever name its seal comes back.
	cli.ok("dataset erase 0 --yes --signer ferdie");
	assert_eq!(cli.ok(&batch(1, "dave"))["dataset_id"], 2);
	let error = cli.fails(&verify(2));
	assert!(error.contains(COPIED), "{error}");
	let error = cli.fails(&batch(2, "ferdie"));
	assert!(error.to_lowercase().contains("erased"), "{error}");
	let error = cli.fails(&verify(0));
	assert!(error.contains("was erased at"), "{error}");
}

fn copy_folder(from: &Path, to: &Path) {
	fs::create_dir(to).unwrap();
	for entry in fs::read_dir(from).unwrap() {
		let entry = entry.unwrap();
		match entry.path().is_dir() {
			true => copy_folder(&entry.path(), &to.join(entry.file_name())),
			false => drop(fs::copy(entry.path(), to.join(entry.file_name())).unwrap()),
		}
	}
}

#[test]
fn an_institution_pays_only_for_what_is_in_its_store() {
	let case = Case::new();
	let cli = &case.cli;
	let one = case.pack("dataset register one.vcf --custodian charlie --signer ferdie");
	let two = case.pack(
		"dataset sign-registration two.vcf --custodian charlie --out signed.json --signer eve",
	);
	let pay = |file: &str| format!("dataset register-for {file} --store store --signer charlie");
	let store = cli.path("store");
	let own = store.join(&two["commitments"][0].as_str().unwrap()[2..]);

	// With the seal of another's manifest in place of the own one.
	let read = |folder: &Path| Manifest::read(&folder.join("manifest.json")).unwrap();
	let ((contents, before), (_, copied)) = (read(&own), read(&cli.path(folder(&one))));
	let text = fs::read_to_string(cli.path("signed.json")).unwrap();
	let text = text.replace(&hex::encode(before), &hex::encode(copied));
	fs::write(cli.path("copied.json"), text).unwrap();
	let error = cli.fails(&pay("copied.json"));
	assert!(error.contains("The store store holds no dataset"), "{error}");
	let commitment = Commitment::new(&contents.owner, &Seal(copied));
	copy_folder(&cli.path(folder(&one)), &store.join(hex::encode(commitment.0)));
	let error = cli.fails(&pay("copied.json"));
	assert!(error.contains(COPIED), "{error}");

	assert_eq!(cli.ok(&pay("signed.json"))["dataset_ids"], json!([1]));
}

#[test]
fn many_are_registered_at_once_and_an_institution_pays_for_an_owner() {
	let case = Case::new();
	let cli = &case.cli;
	let many = case.pack(
		"dataset register-many one.vcf two.vcf three.vcf --custodian charlie --signer ferdie",
	);
	assert_eq!(many["dataset_ids"], json!([0, 1, 2]));

	// All or none: nothing is left of the files before the one that is missing.
	let error = cli.fails(&format!(
		"dataset register-many one.vcf none.vcf --custodian charlie {PACKING} --signer ferdie"
	));
	assert!(error.contains("none.vcf"), "{error}");
	assert_eq!(fs::read_dir(cli.path("store")).unwrap().count(), 3);

	// An owner that never had any OWN.
	let poor = cli.ok("keys account --out poor.account")["account"].clone();
	let sign = "dataset sign-registration one.vcf two.vcf --custodian charlie --attester charlie";
	case.pack(&format!("{sign} --out signed.json --signer poor.account"));
	let error = cli.fails(&format!(
		"dataset register one.vcf --custodian charlie {PACKING} --signer poor.account"
	));
	assert!(error.contains("cannot pay the fee"), "{error}");
	let text = fs::read_to_string(cli.path("signed.json")).unwrap();
	fs::write(cli.path("forged.json"), text.replacen("\"vcf\"", "\"bam\"", 1)).unwrap();
	let error = cli.fails("dataset register-for forged.json --signer charlie");
	assert!(error.contains("was not signed by") && error.contains("changed"), "{error}");
	let paid = cli.ok("dataset register-for signed.json --store store --signer charlie");
	assert_eq!(paid["dataset_ids"], json!([3, 4]));
	let shown = cli.ok("dataset show 4");
	assert_eq!((&shown["owner"], &shown["registrant"]), (&poor, &poor));
	let error = cli.fails("dataset register-for signed.json --signer charlie");
	assert!(error.contains("registered already, as dataset 3"), "{error}");
	let error = cli.fails(&format!(
		"{sign} {PACKING} --owner ferdie --out stranger.json --signer poor.account"
	));
	assert!(error.contains("is not the guardian of"), "{error}");
	// The owner has the right to be forgotten all the same, and the institution its deposit.
	let before = units(&cli.ok("coin balance charlie")["held"], 12);
	assert_eq!(cli.ok("dataset erase 3 --yes --signer poor.account")["fee"], "0");
	assert!(units(&cli.ok("coin balance charlie")["held"], 12) < before);

	// Signed for another chain, and too late.
	let genesis = format!("0x{}", "11".repeat(32));
	case.pack(&format!("{sign} --genesis {genesis} --out other.json --signer poor.account"));
	let error = cli.fails("dataset register-for other.json --signer charlie");
	assert!(error.contains("another chain"), "{error}");
	case.pack(&format!("{sign} --valid 1s --out late.json --signer poor.account"));
	std::thread::sleep(std::time::Duration::from_secs(6));
	let error = cli.fails("dataset register-for late.json --signer charlie");
	assert!(error.contains("for the time until"), "{error}");
}

#[test]
fn a_guardian_acts_for_an_owner_but_gives_nothing_away() {
	let case = Case::new();
	let cli = &case.cli;
	case.pack("dataset register one.vcf --custodian charlie --signer ferdie");
	assert_eq!(cli.ok("guardian show ferdie")["guardian"], Value::Null);
	let error = cli.fails("guardian set eve --until 2020-05-17 --signer ferdie");
	assert!(error.contains("is over already"), "{error}");
	let error = cli.fails("guardian set eve --until 2090-05-17 --signer ferdie");
	assert!(error.contains("9125 days at most"), "{error}");
	cli.ok("guardian set eve --until 2040-05-17 --signer ferdie");
	let shown = cli.ok("guardian show ferdie");
	assert_eq!(shown["guardian"], json!(case.address("eve")));
	assert_eq!(shown["until"], 2_220_825_600_000u64);

	cli.ok("dataset locate 0 store/1 --signer eve");
	case.pack("dataset version 0 two.vcf --custodian charlie --signer eve");
	assert_eq!(cli.ok("dataset show 1")["owner"], json!(case.address("ferdie")));
	let error = cli.fails("dataset transfer offer 0 eve --signer eve");
	assert!(error.contains("NotOwner"), "{error}");
	cli.ok("dataset erase 0 --yes --signer eve");
	let error = cli.fails("guardian hand-over ferdie --signer dave");
	assert!(error.contains("GuardianInOffice"), "{error}");
	cli.ok("guardian hand-over ferdie --signer eve");
	let error = cli.fails("dataset erase 1 --signer eve");
	assert!(error.contains("belongs to"), "{error}");
	let error = cli.fails("guardian hand-over ferdie --signer eve");
	assert!(error.contains("NoGuardian"), "{error}");

	// Accounts of one person.
	cli.ok("subject keygen --out subject.key");
	cli.ok("subject keygen --out other.key");
	for account in ["ferdie", "dave"] {
		cli.ok(&format!("subject set --key subject.key --signer {account}"));
		assert_eq!(cli.ok(&format!("subject show {account} --key subject.key"))["yours"], true);
		assert_eq!(cli.ok(&format!("subject show {account} --key other.key"))["yours"], false);
	}
	assert_ne!(cli.ok("subject show ferdie")["subject"], cli.ok("subject show dave")["subject"]);
	cli.ok("subject clear --signer ferdie");
	assert_eq!(cli.ok("subject show ferdie --key subject.key")["subject"], Value::Null);
}
