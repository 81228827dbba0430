//! Consents on a real node, told through the command line: negotiated, given by policy, signed by ethics committees, disputed, narrowed,
//! taken back, and audited.

// Helpers of tests are tests too, which Clippy cannot see.
#![allow(clippy::unwrap_used)]

mod support {
	pub mod cast;
	pub mod cli;
	pub mod node;
}

use serde_json::{json, Value};
use std::fs;
use support::{
	cast::Cast,
	cli::text,
	node::{event, units},
};

const DATA: u128 = 10u128.pow(18);
/// Everything for research, by match alone, for a tenth of a coin.
const STANDING: &str = r#"{"clauses":[{"permission":"DUO:0000042","longest_period_days":365,"ask":"0.1","standing":true}]}"#;

/// The cast, with the policy in a file.
fn begin(datasets: usize) -> Cast {
	let cast = Cast::begin(datasets);
	fs::write(cast.cli.path("standing.json"), STANDING).unwrap();
	cast
}

/// Whether Bob may read dataset 0, or so much of it.
fn may_read(cast: &Cast, scope: &str) -> bool {
	let answer = cast.cli.ok(&format!("access 0 bob --scope {scope}"));
	answer["permitted"].as_bool().unwrap()
}

/// Bob has a grant for dataset 0, number `grant`, and the key.
fn granted(cast: &Cast, grant: u64) {
	let offered = cast
		.cli
		.ok("offer 0 --purpose DUO:0000042 --period 30d --price 10 --upfront 50 --signer bob");
	cast.cli.ok(&format!("approve {} --signer me.account", offered["proposal_id"]));
	cast.deliver(grant);
}

#[test]
fn terms_go_to_and_fro_until_both_agree_to_the_same() {
	let cast = begin(1);
	let cli = &cast.cli;
	let before = cast.data("bob");
	let offered = cli.ok("offer 0 --purpose DUO:0000042 --scope resources:Observation,Condition --period 30d --price 10 --upfront 50 --accesses 5 --signer bob");
	assert_eq!((&offered["proposal_id"], &offered["grant_id"]), (&0.into(), &Value::Null));
	let first = cli.ok("proposal show 0");
	assert_eq!(first["scope"], "resources:Condition,Observation");
	assert_eq!(
		(&first["turn"], &first["held"], &first["ethics"]),
		(&"owner".into(), &"10".into(), &"not-needed".into())
	);

	// The owner asks for more, and what is held stays until the requester agrees.
	let error = cli.fails("counter 0 --price 10 --signer me.account");
	assert!(error.contains("These are the terms of offer 0 as they are"), "{error}");
	let error = cli.fails("counter 0 --scope genes:HGNC:1100 --signer me.account");
	assert!(error.contains("give --yes if you mean it"), "{error}");
	let countered = cli.ok("counter 0 --price 20 --period 14d --accesses any --signer me.account");
	assert_eq!(event(&countered, "Countered")["by"], "owner");
	let second = cli.ok("proposal show 0");
	assert_eq!(
		(&second["turn"], &second["round"], &second["held"]),
		(&"requester".into(), &1.into(), &"10".into())
	);
	assert_eq!((&second["price"], &second["accesses_granted"]), (&"20".into(), &Value::Null));
	assert_eq!(second["scope"], first["scope"]);
	assert_ne!(second["terms_hash"], first["terms_hash"]);
	for listed in ["--owner", "--requester"] {
		let who = if listed == "--owner" { &cast.owner } else { "bob" };
		let list = cli.ok(&format!("proposal list {listed} {who}"));
		assert_eq!(list["proposals"].as_array().unwrap().len(), 1);
		assert_eq!(list["proposals"][0]["turn"], "requester");
	}

	// Nobody agrees to terms that are others than those that were read, or out of turn.
	let error = cli
		.fails(&format!("accept 0 --terms {} --signer bob", first["terms_hash"].as_str().unwrap()));
	assert!(error.contains("The terms are others now"), "{error}");
	let error = cli.fails("approve 0 --signer me.account");
	assert!(error.contains("NotYourTurn"), "{error}");
	let error = cli.fails("expire 0 --signer eve");
	assert!(error.contains("StillOpen"), "{error}");
	let error = cli.fails("ethics cosign 0 --signer dave");
	assert!(error.contains("NoEthicsNeeded"), "{error}");
	let agreed = cli
		.ok(&format!("accept 0 --terms {} --signer bob", second["terms_hash"].as_str().unwrap()));
	assert_eq!(agreed["grant_id"], 0);
	assert_eq!(cast.data("bob"), (before.0 - 20 * DATA, 20 * DATA));
	let grant = cli.ok("grant show 0");
	assert_eq!(
		(&grant["basis"]["kind"], &grant["basis"]["by"]),
		(&"owner".into(), &cast.owner.as_str().into())
	);
	assert_eq!(grant["terms_hash"], second["terms_hash"]);
	let money = cli.ok("grant money 0");
	assert_eq!((&money["held"], &money["payable"]), (&"20".into(), &"0".into()));

	// Everything is open that was agreed, and nothing else.
	assert!(!may_read(&cast, "resources:Observation"));
	cast.deliver(0);
	assert!(may_read(&cast, "resources:Observation"));
	for more in ["whole", "resources:Patient", "genes:HGNC:1100"] {
		assert!(!may_read(&cast, more), "{more}");
	}
}

#[test]
fn a_policy_consents_at_once_and_is_taken_back_for_all_at_once() {
	const DATASETS: usize = 51;
	let cast = begin(DATASETS);
	let cli = &cast.cli;
	let all: Vec<_> = (0..DATASETS).map(|number| number.to_string()).collect();
	let all = all.join(" ");
	let offer = "--purpose DUO:0000042 --period 30d --price 0.1 --upfront 0 --signer bob";

	assert_eq!(cli.ok(&format!("offer 0 --dry-run {offer}"))["answers"][0]["answer"], "ask");
	let error = cli.fails("policy set standing.json --all --signer dave --owner ferdie");
	assert!(error.contains("does not act for"), "{error}");
	let error = cli.fails("policy set standing.json --dataset 0 --signer dave");
	assert!(error.contains("belongs to"), "{error}");
	let set = cli.ok("policy set standing.json --all --signer me.account");
	assert_eq!(event(&set, "PolicySet")["policy"], set["hash"]);
	let shown = cli.ok("policy show --dataset 3");
	assert_eq!(
		(&shown["hash"], &shown["set_for"]["owner"]),
		(&set["hash"], &cast.owner.as_str().into())
	);
	assert_eq!(shown["policy"]["clauses"][0]["standing"], true);
	assert_eq!(cli.ok(&format!("policy show --owner {}", cast.owner))["hash"], set["hash"]);

	// A clause that names a disease is public for ever.
	fs::write(cli.path("disease.json"), r#"{"clauses":[{"permission":"DUO:0000007","disease":["MONDO:0005148"],"longest_period_days":30,"ask":"1"}]}"#).unwrap();
	let error = cli.fails("policy set disease.json --dataset 50 --signer me.account");
	assert!(error.contains("clause 0 names a disease") && error.contains("--yes"), "{error}");
	cli.ok("policy set disease.json --dataset 50 --yes --signer me.account");

	// One offer for all: what the policies say to it, and what came of each.
	let answers = cli.ok(&format!("offer 49 50 --dry-run {offer}"));
	assert_eq!(
		(&answers["answers"][0]["answer"], &answers["answers"][1]["answer"]),
		(&"consent".into(), &"deny".into())
	);
	let offered = cli.ok(&format!("offer {all} {offer}"));
	assert_eq!(
		(&offered["offered"], &offered["granted"], &offered["failed"]),
		(&0.into(), &50.into(), &1.into())
	);
	assert_eq!(offered["transactions"].as_array().unwrap().len(), 2);
	let failed = event(&offered, "OfferFailed");
	assert_eq!(failed["dataset_id"], 50);
	assert!(
		failed["error"].as_str().unwrap().contains("policy does not allow this purpose"),
		"{failed}"
	);
	assert_eq!(cli.ok("grant show 0")["basis"]["policy"], set["hash"]);
	assert_eq!(cli.ok("policy remove --dataset 50 --signer me.account")["fee"], "0");
	let error = cli.fails("policy remove --dataset 50 --signer me.account");
	assert!(error.contains("nothing to take off"), "{error}");
	assert_eq!(cli.ok(&format!("offer 50 {offer}"))["grant_id"], 50);

	// Lists come in parts.
	let page =
		|after: &str| cli.ok(&format!("grant list --owner {} --limit 50 {after}", cast.owner));
	assert_eq!(page("")["grants"].as_array().unwrap().len(), 50);
	let rest = page("--after 49");
	assert_eq!(rest["grants"].as_array().unwrap().len(), 1);
	assert_eq!(
		(&rest["grants"][0]["grant_id"], &rest["grants"][0]["status"]),
		(&50.into(), &"undelivered".into())
	);
	assert_eq!(cli.ok("grant list --grantee bob --after 50")["grants"], json!([]));
	assert_eq!(cli.ok("grant list --dataset 7 --grantee bob")["grants"][0]["dataset"], 7);

	// All at once and free, by who has no coins left; a second time there is nothing to do.
	assert!(cli.fails("revoke 0 1 --signer bob").contains("belongs to"));
	assert_eq!(cli.ok("revoke 0 --signer me.account")["fee"], "0");
	cli.ok("coin transfer alice all --signer me.account");
	let revoked = cli.ok("revoke --grantee bob --signer me.account");
	assert_eq!((&revoked["revoked"], &revoked["fee"]), (&50.into(), &"0".into()));
	assert_eq!(revoked["transactions"].as_array().unwrap().len(), 1);
	assert_eq!(cli.ok("revoke --grantee bob --signer me.account")["revoked"], 0);
	assert_eq!(cast.data("bob").1, 0);
	// And the policy does not consent to Bob again.
	assert_eq!(cli.ok(&format!("offer 0 --dry-run {offer}"))["answers"][0]["answer"], "ask");
}

#[test]
fn an_ethics_committee_signs_before_a_policy_consents() {
	let cast = begin(1);
	let cli = &cast.cli;
	fs::write(
		cli.path("ethics.json"),
		STANDING.replace("\"standing\"", "\"ethics\":true,\"standing\""),
	)
	.unwrap();
	cli.ok("policy set ethics.json --dataset 0 --signer me.account");
	let offer = "offer 0 --purpose DUO:0000042 --period 30d --price 1 --upfront 0 --signer bob";
	let answer = cli.ok(&format!("{offer} --dry-run"));
	assert_eq!(answer["answers"][0]["answer"], "consent-after-ethics");
	assert_eq!(cli.ok(offer)["proposal_id"], 0);
	let waiting = cli.ok("ethics list");
	assert_eq!(
		(&waiting["proposals"][0]["proposal_id"], &waiting["proposals"][0]["ethics"]),
		(&0.into(), &"needed".into())
	);
	assert!(cli.fails("ethics cosign 0 --signer bob").contains("NotEthics"));
	assert!(cli.fails("approve 0 --signer me.account").contains("EthicsMissing"));
	let signed = cli.ok("ethics cosign 0 --signer dave");
	assert_eq!(
		(&event(&signed, "CoSigned")["proposal_id"], &signed["grant_id"]),
		(&0.into(), &0.into())
	);
	assert_eq!(cli.ok("ethics list")["proposals"], json!([]));
	let grant = cli.ok("grant show 0");
	assert_eq!((&grant["ethics"], &grant["basis"]["kind"]), (&"signed".into(), &"policy".into()));

	// Who wants to be left alone is.
	cli.ok("door close --signer me.account");
	assert!(cli.fails(offer).contains("DoorClosed"));
	assert_eq!(cli.ok(&format!("policy show --owner {}", cast.owner))["refuses_offers"], true);
	assert!(cli
		.fails(&format!("door open --owner {} --signer bob", cast.owner))
		.contains("does not act for"));
	cli.ok("door open --signer me.account");
	assert_eq!(cli.ok(offer)["proposal_id"], 1);
}

#[test]
fn a_dispute_is_decided_by_who_reads_the_statement_on_record() {
	let cast = begin(1);
	let cli = &cast.cli;
	let before = cast.data("bob");
	granted(&cast, 0);
	assert!(cli.fails("grant rule 0 --valid --signer dave").contains("is not in dispute"));
	assert!(cli
		.fails("grant dispute 0 --reason garbled --signer eve")
		.contains("was given to"));
	let disputed = cli.ok("grant dispute 0 --reason garbled --signer bob");
	assert_eq!(event(&disputed, "Disputed")["reason"], disputed["statement"]);
	let statement: Value =
		serde_json::from_slice(&fs::read(cli.path("dispute-0.json")).unwrap()).unwrap();
	assert_eq!((&statement["grant"], &statement["reason"]), (&0.into(), &"garbled".into()));
	assert_eq!(cli.ok("grant show 0")["status"], "disputed");
	assert!(!may_read(&cast, "whole"));
	assert!(cli.fails("grant dispute 0 --reason again --signer bob").contains("that stands"));
	assert!(!cli.path("dispute-1.json").exists());

	fs::write(cli.path("other.json"), "{}").unwrap();
	let error = cli.fails("grant rule 0 --invalid --statement other.json --signer dave");
	assert!(error.contains("is not what was put on record"), "{error}");
	assert!(cli.fails("grant rule 0 --invalid --signer eve").contains("NotAuditor"));
	let ruled = cli.ok("grant rule 0 --invalid --statement dispute-0.json --signer dave");
	assert_eq!(event(&ruled, "Ruled")["valid"], false);
	assert_eq!(cli.ok("grant show 0")["status"], "rejected");
	assert_eq!(cast.data("bob"), before);

	// A false one stays on record, for the next owner to see.
	granted(&cast, 1);
	cli.ok("grant dispute 1 --reason garbled --out false.json --signer bob");
	cli.ok("grant rule 1 --valid --signer dave");
	assert_eq!(cli.ok("grant show 1")["verdict"], "upheld");
	assert!(may_read(&cast, "whole"));
	cli.ok("offer 0 --purpose DUO:0000042 --period 30d --price 1 --upfront 0 --signer bob");
	let disputes = &cli.ok("proposal show 2")["disputes"];
	assert_eq!((&disputes["raised"], &disputes["dismissed"]), (&2.into(), &1.into()));
}

#[test]
fn less_is_left_open_and_given_back() {
	let cast = begin(1);
	let cli = &cast.cli;
	granted(&cast, 0);
	assert!(cli
		.fails("grant narrow 0 --until 2020-01-01 --signer me.account")
		.contains("ownome revoke 0"));
	assert!(cli
		.fails("grant narrow 0 --until 2999-01-01 --signer me.account")
		.contains("name less"));
	assert!(cli
		.fails("grant narrow 0 --scope whole --signer me.account")
		.contains("name less"));
	assert!(cli
		.fails("grant narrow 0 --scope aggregate --signer bob")
		.contains("belongs to"));
	let narrowed =
		cli.ok("grant narrow 0 --scope regions:chr2:5-9,chr1:1000-2000 --yes --signer me.account");
	assert_eq!(narrowed["fee"], "0");
	assert_eq!(event(&narrowed, "Narrowed")["scope"], "regions:chr1:1000-2000,chr2:5-9");
	assert!(may_read(&cast, "regions:chr1:1000-1000"));
	assert!(!may_read(&cast, "regions:chr1:999-1000"));
	assert!(!may_read(&cast, "whole"));
	assert_eq!(cli.ok("grant show 0")["narrowings"][0]["scope"], "regions:chr1:1000-2000,chr2:5-9");
	assert!(cli
		.fails("grant narrow 0 --scope regions:chr1:1-2000 --yes --signer me.account")
		.contains("name less"));

	// Who gives back a key that it has owes the rest.
	granted(&cast, 1);
	let error = cli.fails("grant relinquish 1 --signer bob");
	assert!(error.contains("you owe") && error.contains("--yes"), "{error}");
	assert!(cli.fails("grant relinquish 1 --yes --signer eve").contains("was given to"));
	cli.ok("grant confirm 1 --signer bob");
	let back = cli.ok("grant relinquish 1 --yes --signer bob");
	let owed = units(&back["owed"], 18);
	assert!(owed > 4 * DATA && owed <= 5 * DATA, "{owed}");
	let paid = event(&back, "Paid");
	// It is earned by time as before.
	let paid = units(&paid["to_owner"], 18) + units(&paid["to_treasury"], 18);
	assert_eq!(units(&cli.ok("grant money 1")["held"], 18), owed - paid);
	assert_eq!(cli.ok("grant show 1")["settled"], false);
	assert!(cli.fails("grant relinquish 1 --yes --signer bob").contains("is over already"));
}

#[test]
fn accesses_are_recorded_one_by_one_and_in_batches_and_audited() {
	let cast = begin(1);
	let cli = &cast.cli;
	granted(&cast, 0);
	let one = cli.ok("receipt record 0 --store store --signer charlie");
	fs::write(
		cli.path("list"),
		"2026-11-20T10:00:00Z\n2026-11-20T10:00:00Z\n2026-11-20T11:00:00Z\n",
	)
	.unwrap();
	let many = cli.ok("receipt batch 0 list --store store --signer charlie");
	assert_eq!((&many["count"], &event(&many, "AccessRecorded")["index"]), (&3.into(), &1.into()));
	let error = cli.fails("receipt batch 0 list --store store --signer dave");
	assert!(error.contains("NotCustodian"), "{error}");
	let listed = cli.ok("receipt list 0");
	let receipts = listed["receipts"].as_array().unwrap();
	assert_eq!(receipts.len(), 2);
	assert_eq!((&receipts[1]["index"], &receipts[1]["receipt"]), (&1.into(), &many["receipt"]));
	assert_eq!(cli.ok("receipt list 0 --after 1")["receipts"], json!([]));
	assert_eq!(cli.ok("grant show 0")["accesses"], 4);

	// What the custodian has in its folder is what is on record, and nothing else is.
	let file = |answer: &Value| answer["file"].as_str().unwrap().to_owned();
	assert_eq!(cli.ok(&format!("receipt verify 0 {}", file(&one)))["index"], 0);
	assert_eq!(cli.ok(&format!("receipt verify 0 {}", file(&many)))["count"], 3);
	let mut changed = fs::read_to_string(cli.path(file(&many))).unwrap();
	changed = changed.replacen("\"salt\":\"", "\"salt\":\"0", 1);
	fs::write(cli.path("changed.jsonl"), changed).unwrap();
	assert!(cli.fails("receipt verify 0 changed.jsonl").contains("it was changed"));

	cli.ok("grant confirm 0 --signer bob");
	cli.ok("revoke 0 --signer me.account");
	let entries = cast.audit(0);
	let names: Vec<_> = entries.iter().map(|entry| entry["act"].clone()).collect();
	assert_eq!(
		names,
		["registered", "granted", "delivered", "accessed", "accessed", "confirmed", "ended"]
	);
	assert!(entries.is_sorted_by_key(|entry| entry["at"].as_u64()));
	assert_eq!((&entries[4]["index"], &entries[4]["count"]), (&1.into(), &3.into()));
	assert_eq!(
		(&entries[6]["by"], &entries[6]["cause"]),
		(&cast.owner.as_str().into(), &"revoked".into())
	);
	let told = text(&cli.command("audit 0").output().unwrap().stdout);
	assert_eq!(told.lines().count(), entries.len());
	assert!(told.contains(&format!("{} delivered the key of grant 0", cast.owner)), "{told}");
	assert!(cli.fails("audit 7").contains("There is no dataset 7"));

	// An erasure leaves the trail.
	cli.ok("dataset erase 0 --yes --signer me.account");
	let left = cast.audit(0);
	assert_eq!((&left.last().unwrap()["act"], left.len()), (&"erased".into(), entries.len()));
}
