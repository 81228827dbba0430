//! What commands would do, told by a real node, and what they leave behind: nothing.

// Helpers of tests are tests too, which Clippy cannot see.
#![allow(clippy::unwrap_used)]

mod support {
	pub mod cast;
	pub mod cli;
	pub mod node;
}

use serde_json::{json, Value};
use std::{fs, path::Path};
use support::{
	cast::Cast,
	cli::text,
	node::{event, units},
};

const OFFER: &str =
	"offer 0 --purpose DUO:0000042 --period 30d --price 10 --upfront 20 --signer bob";

/// The answer to a command that would succeed.
fn would(cast: &Cast, command: &str) -> Value {
	let answer = cast.cli.ok(&format!("{command} --dry-run"));
	assert_eq!(answer["dry_run"], true, "{answer}");
	assert!(answer["events"].is_null(), "{answer}");
	answer
}

/// A command that would succeed, and leaves no file.
fn leaves_nothing(cast: &Cast, command: &str) {
	let folder = cast.cli.path("");
	let before = files(&folder);
	would(cast, command);
	assert_eq!(files(&folder), before, "{command}");
}

/// All files and folders below a folder.
fn files(folder: &Path) -> Vec<String> {
	let mut found = Vec::new();
	for entry in fs::read_dir(folder).unwrap() {
		let path = entry.unwrap().path();
		if path.is_dir() {
			found.extend(files(&path));
		}
		found.push(path.display().to_string());
	}
	found.sort();
	found
}

#[test]
fn a_dry_run_tells_what_would_happen_and_leaves_nothing() {
	let cast = Cast::begin(1);
	let cli = &cast.cli;

	// An offer: what would be sent, what it costs, and what the owner's policy says to it.
	let answer = would(&cast, OFFER);
	assert_eq!(answer["answers"][0]["answer"], "ask");
	let transaction = &answer["transactions"][0];
	assert_eq!(transaction["call"], "Consent.offer");
	assert_eq!(transaction["arguments"]["dataset_id"], 0);
	assert!(transaction["effect"].as_str().unwrap().ends_with('.'), "{transaction}");
	assert_eq!(cli.ok("proposal list --requester bob")["proposals"], json!([]));
	let lines = cli.command(&format!("{OFFER} --dry-run")).output().unwrap();
	assert!(text(&lines.stdout).contains("; nothing was sent\n"), "{}", text(&lines.stdout));
	let before = (cast.data("bob"), cli.ok("coin balance bob"));
	let offered = cli.ok(OFFER);
	assert_eq!(event(&offered, "Offered")["proposal_id"], 0);
	let near = |fee: &Value| units(fee, 12).abs_diff(units(&offered["fee"], 12));
	assert!(near(&answer["fee"]) * 100 < units(&offered["fee"], 12), "{answer} {offered}");
	assert_ne!((cast.data("bob"), cli.ok("coin balance bob")), before);

	// Files that a command writes before it sends are not there afterwards.
	let register = "dataset register bob.pub --recipient owner.pub --format other --custodian charlie --store store --signer me.account";
	leaves_nothing(&cast, register);
	assert_eq!(cli.ok("approve 0 --signer me.account")["grant_id"], 0);
	leaves_nothing(&cast, "grant deliver 0 --key owner.sec --store store --signer me.account");
	cast.deliver(0);
	leaves_nothing(&cast, "receipt record 0 --store store --signer charlie");
	leaves_nothing(&cast, "grant dispute 0 --reason garbled --signer bob");
	let emergency = "emergency open 0 --reason drug-safety --justification allergy --signer eve";
	leaves_nothing(&cast, emergency);

	// What is free is said to be, and what cannot be undone is not even asked for.
	let revoked = would(&cast, "revoke 0 --signer me.account");
	assert_eq!(revoked["fee"], "0");
	assert_eq!(cli.ok("grant show 0")["status"], "running");
	assert_eq!(would(&cast, "dataset erase 0 --signer me.account")["fee"], "0");
	let resigned = would(&cast, "member resign --signer bob");
	assert_eq!(resigned["transactions"][0]["arguments"], Value::Null);
	let suspended = would(&cast, "member suspend bob --signer alice");
	assert_eq!(suspended["transactions"][0]["call"], "Consortium.suspend");
	assert!(suspended["warnings"][0].as_str().unwrap().contains("not told beforehand"));
	assert_eq!(cli.ok("member show bob")["standing"], "good");

	// Who got a grant, and that nobody was asked, is in the audit.
	cli.ok(emergency);
	let audit = cast.audit(0);
	let granted: Vec<_> = audit.iter().filter(|entry| entry["act"] == "granted").collect();
	let address = |name: &str| cli.ok(&format!("coin balance {name}"))["account"].clone();
	assert_eq!((&granted[0]["grantee"], &granted[0]["emergency"]), (&address("bob"), &Value::Null));
	assert_eq!(
		(&granted[1]["grantee"], &granted[1]["emergency"]),
		(&address("eve"), &"drug-safety".into())
	);
	let lines = text(&cli.command("audit 0").output().unwrap().stdout);
	assert!(lines.contains("with grant 1 in an emergency, without asking: drug-safety"), "{lines}");
}

#[test]
fn what_would_fail_is_the_same_error() {
	let cast = Cast::begin(2);
	let cli = &cast.cli;
	let fails = |command: &str, told: &str| {
		let error = cli.fails(command);
		assert!(error.contains(told), "{command}: {error}");
		assert_eq!(cli.fails(&format!("{command} --dry-run")), error);
	};
	fails("grant settle 7 --signer bob", "UnknownGrant");
	fails("coin transfer bob 100000000000 --signer alice", "has too little");
	fails(&OFFER.replace("--price 10", "--price 100000000000"), "CannotPayPrice");
	cli.ok("keys account --out poor.account");
	fails("coin transfer bob 1 --signer poor.account", "cannot pay the fee");
	// An account file names its account, too.
	assert_eq!(cli.ok("coin balance me.account")["account"], cast.owner);

	cli.ok("dataset seal 1 --yes --signer me.account");
	fails(&OFFER.replace("offer 0", "offer 1"), "DatasetSealed");
	// One of several has an outcome of its own.
	let several = would(&cast, &OFFER.replace("offer 0", "offer 0 1"));
	assert_eq!(several["answers"][0]["error"], Value::Null);
	assert!(several["answers"][1]["error"].as_str().unwrap().contains("DatasetSealed"));
	assert_eq!(several["transactions"].as_array().unwrap().len(), 1);
	cli.ok("door close --signer me.account");
	fails(OFFER, "Consent.");

	// Who may not open a dataset need not say why it wants to.
	fails(
		"emergency open 0 --reason drug-safety --justification - --signer bob",
		"is not accredited as clinician",
	);
	cli.ok("member suspend bob --signer alice");
	fails(OFFER, "is suspended: the council has to reinstate it");
	cli.ok("member suspend eve --signer alice");
	fails(
		"emergency open 0 --reason drug-safety --justification - --signer eve",
		"is suspended: the council has to reinstate it",
	);
}
