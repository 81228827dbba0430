//! The story of one dataset on a real node, told through the command line: registered, vouched for, offered for, granted, delivered,
//! read, paid for, revoked.

// Helpers of tests are tests too, which Clippy cannot see.
#![allow(clippy::unwrap_used)]

mod support {
	pub mod cli;
	pub mod node;
}

use serde_json::{json, Value};
use sp_crypto_hashing::blake2_256;
use std::{fs, path::PathBuf, process::Stdio};
use support::{
	cli::Cli,
	node::{event, units, Node},
};

const PRICE: u128 = 100 * 10u128.pow(18);

/// The cast: the owner has an account of its own, the others are development accounts.
struct Story {
	// Goes last, so that the node outlives the commands.
	cli: Cli,
	_node: Node,
	owner: String,
}

impl Story {
	/// Charlie is a laboratory that attests and stores, Bob does research, the owner has some coins and a dataset.
	fn begin(genome: &[u8]) -> Self {
		let node = Node::start();
		let cli = Cli::new(&node.url);
		for name in ["owner", "lab", "requester"] {
			cli.ok(&format!("keys generate --no-passphrase --out {name}"));
		}
		fs::write(cli.path("accreditation.pdf"), "accredited").unwrap();
		fs::write(cli.path("report.pdf"), "sequenced").unwrap();
		fs::write(cli.path("genome.vcf"), genome).unwrap();

		let owner = cli.ok("keys account --out me.account")["account"].as_str().unwrap().to_owned();
		cli.ok(&format!("coin transfer {owner} 1000 --signer alice"));
		for (who, roles, key) in
			[("charlie", "attester,custodian", "lab"), ("bob", "requester", "requester")]
		{
			cli.ok(&format!("member apply --roles {roles} --key {key}.pub --credential accreditation.pdf --institution {key}-1 --country GB --not-for-profit --signer {who}"));
			let admitted = cli.ok(&format!("member admit {who} --signer alice"));
			assert_eq!(
				event(&admitted, "Admitted")["roles"].as_array().unwrap().len(),
				roles.split(',').count()
			);
		}
		let registered = cli.ok("dataset register genome.vcf --recipient owner.pub --format vcf --custodian charlie --attester charlie --store store --signer me.account");
		assert_eq!(registered["dataset_id"], 0);
		cli.ok("statement create 0 --origin saliva --instrument NovaSeq --pipeline sarek --report report.pdf --out statement.json --signer charlie");
		cli.ok("dataset attest 0 --statement statement.json --signer charlie");
		Self { cli, _node: node, owner }
	}

	/// What an account has of the data token: free and held.
	fn data(&self, account: &str) -> (u128, u128) {
		let balance = self.cli.ok(&format!("token balance {account}"));
		(units(&balance["free"], 18), units(&balance["held"], 18))
	}

	/// The folder of a dataset in the store.
	fn stored(&self, commitment: &str) -> PathBuf {
		self.cli.path("store").join(commitment.trim_start_matches("0x"))
	}

	fn grant(&self) -> Value {
		self.cli.ok("grant show 0")
	}

	fn fetch_fails(&self, key: &str, signer: &str) -> String {
		let error = self
			.cli
			.fails(&format!("fetch 0 --key {key} --store store out.vcf --signer {signer}"));
		assert!(!self.cli.path("out.vcf").exists(), "{error}");
		error
	}
}

/// Text of several encrypted blocks, the last of them not full.
fn genome() -> Vec<u8> {
	let lines = (0..20_000u32).map(|position| format!("20\t{position}\t.\tA\tG\t50\tPASS\t.\n"));
	let genome = lines.collect::<String>().into_bytes();
	assert!(genome.len() > 4 * 65_536);
	genome
}

#[test]
fn a_dataset_is_shared_paid_for_and_closed_again() {
	let genome = genome();
	let story = Story::begin(&genome);
	let cli = &story.cli;
	let commitment = cli.ok("dataset show 0")["commitment"].as_str().unwrap().to_owned();
	let (bob, charlie, owner) =
		(story.data("bob"), story.data("charlie"), story.data(&story.owner));

	// The offer holds the price in the account of the requester, and nothing else moves.
	let offered = cli.ok("offer 0 --purpose DUO:0000007 --disease MONDO:0005148 --period 30d --price 100 --upfront 20 --signer bob");
	assert_eq!(offered["proposal_id"], 0);
	assert_eq!(story.data("bob"), (bob.0 - PRICE, PRICE));
	let proposal = cli.ok("proposal show 0");
	assert_eq!(proposal["purpose"], "DUO:0000007");
	assert_eq!(proposal["disease"], "MONDO:0005148");
	assert_eq!(cli.ok("access 0 bob")["permitted"], false);

	let approved = cli.ok("approve 0 --signer me.account");
	assert_eq!(approved["grant_id"], 0);
	assert_eq!(story.data("bob"), (bob.0 - PRICE, PRICE));
	let access = cli.ok("access 0 bob");
	assert_eq!(access["reason"], "the key of grant 0 had not been delivered", "{access}");
	assert_eq!(story.grant()["status"], "undelivered");
	let error = story.fetch_fails("requester.sec", "bob");
	assert!(error.contains("has not delivered the key"), "{error}");

	refuses_to_deliver_from_changed_copies(&story, &commitment);
	let delivered = delivers_once_when_asked_twice(&story, &commitment);
	assert_eq!(event(&delivered, "Delivered")["header_hash"], delivered["header_hash"]);
	let error = cli.fails("grant deliver 0 --key owner.sec --store store --signer me.account");
	assert!(error.contains("was delivered already"), "{error}");

	assert_eq!(cli.ok("access 0 bob")["permitted"], true);

	// The grantee reads exactly what the owner had, and the custodian reports it.
	let fetched = cli.ok("fetch 0 --key requester.sec --store store out.vcf --signer bob");
	assert_eq!(fetched["commitment"], commitment);
	assert_eq!(fs::read(cli.path("out.vcf")).unwrap(), genome);
	fs::remove_file(cli.path("out.vcf")).unwrap();
	let receipt = cli.ok("receipt record 0 --store store --signer charlie");
	assert_eq!(event(&receipt, "AccessRecorded")["receipt"], receipt["receipt"]);
	assert!(cli.path(receipt["file"].as_str().unwrap()).is_file());
	assert_eq!(story.grant()["accesses"], 1);

	// Nobody else reads it, and nobody reads anything else.
	let error = story.fetch_fails("requester.sec", "dave");
	assert!(error.contains("was given to"), "{error}");
	let error = story.fetch_fails("lab.sec", "bob");
	assert!(error.contains("not made for this private key"), "{error}");
	refuses_changed_copies(&story, &commitment);

	// Nothing is earned before the grantee has said that the key opens the data.
	assert_eq!(units(&story.grant()["paid"], 18), 0);
	let confirmed = cli.ok("grant confirm 0 --signer bob");

	// Whoever settles, the owner, the attester and the treasury get their parts.
	let settled = cli.ok("grant settle 0 --signer dave");
	let grant = story.grant();
	let (paid, back) = (units(&grant["paid"], 18), units(&grant["refunded"], 18));
	assert!(paid > PRICE / 5 && paid < PRICE / 4, "{paid}");
	// The time before delivery earns nothing, and what it could have earned went back with the delivery.
	assert!(back > 0 && back < PRICE / 100, "{back}");
	assert_eq!(story.data("bob"), (bob.0 - PRICE + back, PRICE - paid - back));

	// The owner sends all coins away, and can still revoke at no cost.
	cli.ok("coin transfer alice all --signer me.account");
	let error = cli.fails("token transfer bob 0.5 --signer me.account");
	assert!(error.contains("cannot pay the fee") && error.contains(&story.owner), "{error}");
	let coins = cli.ok(&format!("coin balance {}", story.owner));
	let revoked = cli.ok("revoke 0 --signer me.account");
	assert_eq!(revoked["fee"], "0");
	assert_eq!(cli.ok(&format!("coin balance {}", story.owner)), coins);
	let revoked_at = event(&revoked, "Ended")["at"].as_u64().unwrap();
	let error = cli.fails("revoke 0 --signer me.account");
	assert!(error.contains("is over already"), "{error}");
	let error = cli.fails("grant settle 0 --signer dave");
	assert!(error.contains("Nothing is due"), "{error}");

	// To the last unit: what was earned until that moment is paid, the rest is back.
	let grant = story.grant();
	assert_eq!((&grant["status"], &grant["settled"]), (&"revoked".into(), &true.into()));
	let at = |name: &str| u128::from(grant[name].as_u64().unwrap());
	assert_eq!(at("ended_at"), u128::from(revoked_at));
	let elapsed = at("ended_at") - at("delivered_at");
	let upfront = PRICE / 5;
	let earned = upfront + (PRICE - upfront) * elapsed / (at("expires_at") - at("issued_at"));
	assert_eq!(units(&grant["paid"], 18), earned);
	assert_eq!(units(&event(&revoked, "Settled")["refunded"], 18), PRICE - earned);
	assert_eq!(story.data("bob"), (bob.0 - earned, 0));

	// And those who earned it have it, each its part, rounding in favour of the owner.
	let (mut to_owner, mut to_attester, mut to_treasury) = (0, 0, 0);
	for payment in [&confirmed, &settled, &revoked] {
		let part = |name: &str| units(&event(payment, "Paid")[name], 18);
		let due = part("to_owner") + part("to_attester") + part("to_treasury");
		assert_eq!(part("to_attester"), due * at("attester_share") / 100);
		assert_eq!(part("to_treasury"), due * at("treasury_share") / 100);
		to_owner += part("to_owner");
		to_attester += part("to_attester");
		to_treasury += part("to_treasury");
	}
	assert!(to_attester > 0 && to_treasury > 0);
	assert_eq!(to_owner + to_attester + to_treasury, earned);
	assert_eq!(story.data(&story.owner), (owner.0 + to_owner, 0));
	assert_eq!(story.data("charlie"), (charlie.0 + to_attester, 0));

	// From now on the answer is no, and for the time before it stays what it was.
	let error = story.fetch_fails("requester.sec", "bob");
	assert!(error.contains("grant 0 was revoked at"), "{error}");
	assert_eq!(cli.ok("access 0 bob")["permitted"], false);
	assert_eq!(cli.ok(&format!("access 0 bob --at {revoked_at}"))["permitted"], false);
	assert_eq!(cli.ok(&format!("access 0 bob --at {}", revoked_at - 1))["permitted"], true);
}

/// Where the custodian changed the data or put the header of another dataset of the owner, no key leaves the owner.
fn refuses_to_deliver_from_changed_copies(story: &Story, commitment: &str) {
	let cli = &story.cli;
	let folder = story.stored(commitment);
	cli.ok("encrypt --recipient owner.pub genome.vcf other.c4gh");
	let other = fs::read(cli.path("other.c4gh")).unwrap();
	let header = folder.join("headers/owner.c4gh-header");
	let foreign = other[..fs::read(&header).unwrap().len()].to_vec();
	let mut changed = fs::read(folder.join("body.c4gh")).unwrap();
	*changed.last_mut().unwrap() ^= 1;
	for (path, bytes) in [(header, foreign), (folder.join("body.c4gh"), changed)] {
		let intact = fs::read(&path).unwrap();
		fs::write(&path, bytes).unwrap();
		let error = cli.fails("grant deliver 0 --key owner.sec --store store --signer me.account");
		assert!(error.contains(commitment.trim_start_matches("0x")), "{error}");
		assert_eq!(fs::read_dir(folder.join("headers")).unwrap().count(), 1);
		fs::write(&path, intact).unwrap();
	}
	assert_eq!(story.grant()["status"], "undelivered");
}

/// Of two deliveries at the same moment one is refused, and takes away nothing but its own header.
fn delivers_once_when_asked_twice(story: &Story, commitment: &str) -> Value {
	let deliveries = [(), ()].map(|()| {
		let deliver = "grant deliver 0 --key owner.sec --store store --signer me.account --json";
		let mut command = story.cli.command(deliver);
		command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
	});
	let outputs = deliveries.map(|delivery| delivery.wait_with_output().unwrap());
	let [done, refused] = match outputs {
		[first, second] if first.status.success() => [first, second],
		[first, second] => [second, first],
	};
	let error = story.cli.error("grant deliver 0", &refused);
	assert!(error.contains("delivered already"), "{error}");
	let delivered: Value = serde_json::from_slice(&done.stdout).unwrap();
	let header = story.cli.path(delivered["header"].as_str().unwrap());
	let hash = blake2_256(&fs::read(&header).unwrap());
	assert_eq!(story.grant()["header_hash"], format!("0x{}", hex::encode(hash)));
	let headers = fs::read_dir(story.stored(commitment).join("headers")).unwrap();
	assert_eq!(headers.count(), 2);
	delivered
}

/// One flipped byte anywhere in the data, the manifest or the header is refused.
fn refuses_changed_copies(story: &Story, commitment: &str) {
	let folder = story.stored(commitment);
	let hash = story.grant()["header_hash"].as_str().unwrap()[2..].to_owned();
	let header = format!("headers/{hash}.c4gh-header");
	for (file, place) in [
		("body.c4gh", 100_000),
		("body.c4gh", 7),
		("manifest.json", 40),
		("manifest.json", 120),
		(&header, 3),
		(&header, 60),
	] {
		let path = folder.join(file);
		let intact = fs::read(&path).unwrap();
		let mut changed = intact.clone();
		changed[place] ^= 1;
		fs::write(&path, &changed).unwrap();
		let error = story.fetch_fails("requester.sec", "bob");
		assert!(error.contains(commitment), "{file}: {error}");
		fs::write(&path, &intact).unwrap();
	}
	let body = folder.join("body.c4gh");
	let intact = fs::read(&body).unwrap();
	fs::write(&body, &intact[..2 * 65_564]).unwrap();
	let error = story.fetch_fails("requester.sec", "bob");
	assert!(error.contains(&format!("do not match commitment {commitment}")), "{error}");
	fs::write(&body, &intact).unwrap();
}

#[test]
fn offers_are_withdrawn_rejected_and_refused_without_loss() {
	let story = Story::begin(&genome());
	let cli = &story.cli;
	let before = story.data("bob");

	let error = cli.fails("offer 0 --purpose DUO:0000042 --period 30d --price 300000000000000000000 --upfront 20 --signer bob");
	assert!(error.contains("price"), "{error}");
	let error =
		cli.fails("offer 7 --purpose DUO:0000042 --period 30d --price 1 --upfront 20 --signer bob");
	assert!(error.contains("There is no dataset 7"), "{error}");
	let error = cli
		.fails("offer 0 --purpose DUO:0000042 --period 30d --price 1 --upfront 20 --signer dave");
	assert!(error.contains("Requester"), "{error}");
	let error = cli.fails("offer 0 --purpose DUO:0000042 --disease MONDO:0005148 --period 30d --price 1 --upfront 20 --signer bob");
	assert!(error.contains("--disease"), "{error}");
	assert_eq!(story.data("bob"), before);

	cli.ok("offer 0 --purpose DUO:0000042 --period 12h --price 0.000000000000000001 --upfront 0 --signer bob");
	assert_eq!(story.data("bob"), (before.0 - 1, 1));
	cli.ok("withdraw 0 --signer bob");
	assert_eq!(story.data("bob"), before);

	// An owner without coins still says no, at no cost.
	cli.ok("offer 0 --purpose DUO:0000006 --for-profit --period 12h --price 5 --upfront 100 --signer bob");
	cli.ok("coin transfer alice all --signer me.account");
	assert_eq!(cli.ok("reject 1 --signer me.account")["fee"], "0");
	assert_eq!(story.data("bob"), before);
	let error = cli.fails("proposal show 1");
	assert!(error.contains("There is no open offer 1"), "{error}");
	let error = cli.fails("approve 1 --signer me.account");
	assert!(error.contains("There is no open offer 1"), "{error}");
}

#[test]
fn what_the_chain_refuses_leaves_nothing_behind() {
	let story = Story::begin(&genome());
	let cli = &story.cli;
	let datasets = || fs::read_dir(cli.path("store")).unwrap().count();
	assert_eq!(datasets(), 1);

	// Told before the file is encrypted.
	let register = "dataset register genome.vcf --recipient owner.pub --format vcf --store store";
	let error = cli.fails(&format!("{register} --custodian dave --signer me.account"));
	assert!(error.contains("is not a member"), "{error}");
	let error = cli.fails(&format!("{register} --custodian bob --signer me.account"));
	assert!(error.contains("is not accredited as custodian"), "{error}");
	// Told by the chain, after it was stored.
	cli.ok("keys account --out poor.account");
	let error = cli.fails(&format!("{register} --custodian charlie --signer poor.account"));
	assert!(error.contains("cannot pay the fee"), "{error}");
	assert_eq!(datasets(), 1);

	let error = cli.fails("member application dave");
	assert!(error.contains("no open application"), "{error}");
	let error = cli.fails("member admit dave --signer bob");
	assert!(error.contains("Only"), "{error}");
	let error = cli.fails("member admit dave --signer alice");
	assert!(error.contains("no open application"), "{error}");
	for (question, answer) in [
		("dataset show 7", "There is no dataset 7"),
		("access 7 bob", "There is no dataset 7"),
		("grant show 7", "There is no grant 7"),
		("proposal show 7", "There is no open offer 7"),
		("member show dave", "is not a member"),
		("fetch 7 --key requester.sec --store store out.vcf --signer bob", "There is no grant 7"),
	] {
		let error = cli.fails(question);
		assert!(error.contains(answer), "{question}: {error}");
	}
}

#[test]
fn the_council_admits_the_application_that_it_read_and_vouches_for_what_it_states() {
	let node = Node::start();
	let cli = Cli::new(&node.url);
	cli.ok("keys generate --no-passphrase --out dave");
	cli.ok("member apply --roles auditor,ethics --key dave.pub --credential dave.pub --institution https://ror.org/013meh722 --country GB --not-for-profit --signer dave");
	let read = cli.ok("member application dave");

	let other = format!("0x{}", "00".repeat(32));
	let error = cli.fails(&format!("member admit dave --application {other} --signer alice"));
	assert!(error.contains("read it again"), "{error}");
	let error = cli.fails("member show dave");
	assert!(error.contains("is not a member"), "{error}");

	let hash = read["application"].as_str().unwrap();
	let admitted = cli.ok(&format!("member admit dave --application {hash} --signer alice"));
	let member = cli.ok("member show dave");
	let stated = [
		("institution", json!("https://ror.org/013meh722")),
		("country", json!("GB")),
		("not_for_profit", json!(true)),
		("roles", json!(["ethics", "auditor"])),
	];
	for (field, value) in stated {
		for answer in [&read, &admitted, &member] {
			assert_eq!(answer[field], value, "{field}");
		}
	}
	let error = cli.fails("member application dave");
	assert!(error.contains("no open application"), "{error}");
}

#[test]
fn commands_of_one_account_at_the_same_moment_all_come_through() {
	let node = Node::start();
	let cli = Cli::new(&node.url);
	let before = units(&cli.ok("token balance eve")["free"], 18);
	let transfers: Vec<_> = (0..4)
		.map(|_| {
			let mut transfer = cli.command("token transfer eve 1 --signer bob --json");
			transfer.stdout(std::process::Stdio::null()).spawn().unwrap()
		})
		.collect();
	for mut transfer in transfers {
		assert!(transfer.wait().unwrap().success());
	}
	let after = units(&cli.ok("token balance eve")["free"], 18);
	assert_eq!(after - before, 4 * 10u128.pow(18));
}

#[test]
fn who_waits_for_finality_gets_it() {
	let node = Node::start();
	let cli = Cli::new(&node.url);
	let sent = cli.ok("coin transfer eve 0.000000000001 --signer bob --wait finalized");
	assert!(units(&sent["fee"], 12) > 0);
	let info = cli.ok("chain info");
	assert!(info["finalized"]["number"].as_u64() >= sent["block"]["number"].as_u64(), "{info}");
}
