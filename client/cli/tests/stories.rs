//! Four stories of consent on a real node, told through the command line, each with the money to the last unit: a price is negotiated and earned,
//! a policy consents in the owner's place, a consent is taken back and given anew, and data are opened in an emergency that was none.
//!
//! What is due is computed here from the times on the chain, by the rules of the guides, and not by the library that the chain uses.

// Helpers of tests are tests too, which Clippy cannot see.
#![allow(clippy::unwrap_used)]

mod support {
	pub mod cast;
	pub mod cli;
	pub mod node;
}

use serde_json::{json, Value};
use std::{
	fs, thread,
	time::{Duration, Instant},
};
use subxt::utils::AccountId32;
use support::{
	cast::{apply, Cast, RECORD},
	node::{event, units},
};

const DATA: u128 = 10u128.pow(18);

/// The data tokens of owner, attester and treasury, and those of the requester, free and held.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Purses {
	earners: [u128; 3],
	free: u128,
	held: u128,
}

impl Purses {
	fn of(cast: &Cast) -> Self {
		let mut treasury = [0; 32];
		treasury[..12].copy_from_slice(b"modlown/trsy");
		let treasury = AccountId32(treasury).to_string();
		let earners = [&*cast.owner, "ferdie", &*treasury].map(|who| {
			let (free, held) = cast.data(who);
			assert_eq!(held, 0, "{who}");
			free
		});
		let (free, held) = cast.data("bob");
		Self { earners, free, held }
	}

	/// So much more of the requester's is held.
	fn hold(&mut self, amount: u128) {
		self.free -= amount;
		self.held += amount;
	}

	/// So much of what is held goes back to the requester.
	fn release(&mut self, amount: u128) {
		self.held -= amount;
		self.free += amount;
	}

	/// So much of what is held is paid: 5 % to the attester and 2 % to the treasury, rounded down, and the rest to the owner.
	fn pay(&mut self, due: u128) {
		let (attester, treasury) = (due * 5 / 100, due * 2 / 100);
		self.held -= due;
		for (purse, part) in
			self.earners.iter_mut().zip([due - attester - treasury, attester, treasury])
		{
			*purse += part;
		}
	}
}

/// The `OWN` of an account: free and held. What it paid in fees is known to who reads the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Coins {
	free: u128,
	held: u128,
}

impl Coins {
	fn of(cast: &Cast, account: &str) -> Self {
		let balance = cast.cli.ok(&format!("coin balance {account}"));
		Self { free: units(&balance["free"], 12), held: units(&balance["held"], 12) }
	}

	/// After the fees of these transactions, and with so much held.
	fn after(self, transactions: &[&Value], held: u128) -> Self {
		let fees: u128 = transactions.iter().map(|sent| units(&sent["fee"], 12)).sum();
		Self { free: self.free + self.held - fees - held, held }
	}
}

/// A moment or another number of a grant.
fn number(grant: &Value, name: &str) -> u128 {
	u128::from(grant[name].as_u64().unwrap_or_else(|| panic!("no {name} in {grant}")))
}

/// The price of a grant: the part that is earned with the key, and the rest.
fn parts(grant: &Value) -> (u128, u128) {
	let price = units(&grant["price"], 18);
	let upfront = price * number(grant, "upfront") / 100;
	(upfront, price - upfront)
}

/// What time has earned at the moment `at`: of the rest as much as the time with the key is of the whole period.
fn by_time(grant: &Value, at: u128) -> u128 {
	let period = number(grant, "expires_at") - number(grant, "issued_at");
	parts(grant).1 * (at - number(grant, "delivered_at")) / period
}

/// What a grant whose key was confirmed has earned at the moment `at`.
fn earned(grant: &Value, at: u128) -> u128 {
	parts(grant).0 + by_time(grant, at)
}

/// When the requester confirmed the key of a grant.
fn confirmed_at(cast: &Cast, grant: u64) -> u128 {
	let audit = cast.audit(0);
	let of_grant = |entry: &&Value| entry["act"] == "confirmed" && entry["grant"] == grant;
	number(audit.iter().find(of_grant).expect("the key was confirmed"), "at")
}

/// The attester vouches for dataset 0, and has its part from now on.
fn vouch(cast: &Cast) {
	let cli = &cast.cli;
	fs::write(cli.path("report.pdf"), "sequenced").unwrap();
	cli.ok("statement create 0 --origin saliva --instrument NovaSeq --pipeline sarek --report report.pdf --out statement.json --signer ferdie");
	cli.ok("dataset attest 0 --statement statement.json --signer ferdie");
}

/// Bob gets the data of a grant, as the owner had them.
fn read_by_bob(cast: &Cast, grant: u64) -> String {
	let cli = &cast.cli;
	cli.ok(&format!("fetch {grant} --key bob.sec --store store out.json --signer bob"));
	let read = fs::read_to_string(cli.path("out.json")).unwrap();
	fs::remove_file(cli.path("out.json")).unwrap();
	read
}

/// Who is named by an element of FHIR.
fn account(reference: &Value) -> &str {
	reference["identifier"]["value"].as_str().unwrap()
}

#[test]
fn counter_offers_lead_to_a_price_that_is_held_earned_by_time_and_paid() {
	const FIRST: u128 = 10 * DATA;
	const AGREED: u128 = 14 * DATA + 3;
	let cast = Cast::begin(1);
	vouch(&cast);
	let cli = &cast.cli;
	let mut purses = Purses::of(&cast);
	let coins = Coins::of(&cast, "bob");

	// What is held follows what the requester offers, and what the owner asks for only where that is less.
	let offered = cli.ok("offer 0 --purpose DUO:0000042 --scope resources:Observation,Condition --period 30d --price 10 --upfront 50 --signer bob");
	assert_eq!((&offered["proposal_id"], &offered["grant_id"]), (&0.into(), &Value::Null));
	purses.hold(FIRST);
	assert_eq!(Purses::of(&cast), purses);
	let deposit = Coins::of(&cast, "bob").held - coins.held;
	assert!(deposit > 0);
	cli.ok("counter 0 --price 20.000000000000000007 --period 40s --signer me.account");
	assert_eq!(Purses::of(&cast), purses);
	let higher = cli.ok("counter 0 --price 15.000000000000000005 --signer bob");
	purses.hold(5 * DATA + 5);
	assert_eq!(Purses::of(&cast), purses);
	cli.ok("counter 0 --price 13 --upfront 25 --signer me.account");
	purses.release(2 * DATA + 5);
	assert_eq!(Purses::of(&cast), purses);
	let last = cli.ok("counter 0 --price 14.000000000000000003 --upfront 20 --signer bob");
	purses.hold(DATA + 3);
	assert_eq!((Purses::of(&cast), purses.held), (purses.clone(), AGREED));
	let coins = coins.after(&[&offered, &higher, &last], coins.held + deposit);
	assert_eq!(Coins::of(&cast, "bob"), coins);

	// The owner agrees to what was read last. The grant is on record for good, and so is its deposit.
	let terms = cli.ok("proposal show 0")["terms_hash"].as_str().unwrap().to_owned();
	let approved = cli.ok(&format!("approve 0 --terms {terms} --signer me.account"));
	assert_eq!(approved["grant_id"], 0);
	assert_eq!((Purses::of(&cast), Coins::of(&cast, "bob")), (purses.clone(), coins));

	// The time before the key came earns nothing, which goes back at once.
	cast.deliver(0);
	let grant = cli.ok("grant show 0");
	assert_eq!((units(&grant["price"], 18), number(&grant, "upfront")), (AGREED, 20));
	assert_eq!(number(&grant, "expires_at") - number(&grant, "issued_at"), 40_000);
	let expires_at = number(&grant, "expires_at");
	let earnable = earned(&grant, expires_at);
	assert!(earnable < AGREED);
	purses.release(AGREED - earnable);
	assert_eq!(Purses::of(&cast), purses);

	// From the confirmation on the owner is paid.
	let confirmed = cli.ok("grant confirm 0 --signer bob");
	let confirmed_at = confirmed_at(&cast, 0);
	let first = earned(&grant, confirmed_at);
	purses.pay(first);
	assert_eq!(Purses::of(&cast), purses);
	let read = read_by_bob(&cast, 0);
	assert!(read.contains("o1") && read.contains("c1") && !read.contains("Doe"), "{read}");
	let receipt = cli.ok("receipt record 0 --store store --signer charlie");
	cli.ok("grant settle 0 --signer dave");
	let paid = units(&cli.ok("grant show 0")["paid"], 18);
	// When that was is told by what was paid: a millisecond earns more than a unit.
	let (upfront, rest) = parts(&grant);
	let settled_at = number(&grant, "delivered_at") + ((paid - upfront) * 40_000).div_ceil(rest);
	assert!(confirmed_at < settled_at && settled_at < expires_at, "{settled_at}");
	assert_eq!(paid, earned(&grant, settled_at));
	purses.pay(paid - first);
	assert_eq!(Purses::of(&cast), purses);

	exports_a_grant_and_its_receipts(&cast, &grant, &receipt);

	// Two offers that come to nothing, while the grant runs: everything comes back, the deposits too.
	let offer = "offer 0 --purpose DUO:0000042 --period 30d --price 5 --upfront 0 --signer bob";
	let (second, third) = (cli.ok(offer), cli.ok(offer));
	purses.hold(10 * DATA);
	assert_eq!(Purses::of(&cast), purses);
	cli.ok("counter 1 --price 4 --signer me.account");
	purses.release(DATA);
	assert_eq!(Purses::of(&cast), purses);
	let withdrawn = cli.ok("withdraw 1 --signer bob");
	assert_eq!(cli.ok("reject 2 --signer me.account")["fee"], "0");
	purses.release(9 * DATA);
	assert_eq!(Purses::of(&cast), purses);
	let coins = coins.after(&[&confirmed, &second, &third, &withdrawn], coins.held);
	assert_eq!(Coins::of(&cast, "bob"), coins);

	// Time goes by, and the rest is earned.
	let start = Instant::now();
	while cli.ok("grant show 0")["status"] != "expired" {
		assert!(start.elapsed() < Duration::from_secs(120), "the grant does not expire");
		thread::sleep(Duration::from_millis(500));
	}
	cli.ok("grant settle 0 --signer dave");
	purses.pay(earnable - paid);
	assert_eq!(purses.held, 0);
	assert_eq!((Purses::of(&cast), Coins::of(&cast, "bob")), (purses, coins));
	let grant = cli.ok("grant show 0");
	assert_eq!((units(&grant["paid"], 18), &grant["settled"]), (earnable, &true.into()));
	assert_eq!(units(&grant["refunded"], 18), AGREED - earnable);
	assert!(cli.fails("grant settle 0 --signer dave").contains("Nothing is due"));
	let access = |at: u128| {
		cli.ok(&format!("access 0 bob --scope resources:Observation --at {at}"))["permitted"]
			.clone()
	};
	assert_eq!((access(expires_at - 1), access(expires_at)), (true.into(), false.into()));
	assert_eq!(cli.ok("consent export --grant 0")["resource"]["status"], "inactive");
}

/// What the exports say of a grant that runs is what is on the chain.
fn exports_a_grant_and_its_receipts(cast: &Cast, grant: &Value, receipt: &Value) {
	let cli = &cast.cli;
	let exported = cli.ok("consent export --grant 0");
	let consent = &exported["resource"];
	assert_eq!(
		(&consent["resourceType"], &consent["status"]),
		(&"Consent".into(), &"active".into())
	);
	assert_eq!(account(&consent["grantor"][0]), cast.owner);
	assert_eq!(account(&consent["grantee"][0]), grant["grantee"]);
	assert_eq!(account(&consent["controller"][0]), grant["custodian"]);
	assert_eq!(consent["extension"][0]["valueString"], grant["price"]);
	let provision = &consent["provision"][0];
	let types: Vec<_> = provision["resourceType"].as_array().unwrap().iter().collect();
	let types: Vec<_> = types.iter().map(|it| &it["code"]).collect();
	assert_eq!(types, ["Condition", "Observation"]);
	let left_out: Vec<_> =
		exported["findings"].as_array().unwrap().iter().map(|it| &it["path"]).collect();
	assert_eq!(left_out, ["shares"]);

	cli.ok("consent export --receipts 0 --out audit.json");
	let bundle: Value = serde_json::from_slice(&fs::read(cli.path("audit.json")).unwrap()).unwrap();
	assert_eq!(
		(&bundle["resourceType"], &bundle["type"]),
		(&"Bundle".into(), &"collection".into())
	);
	let entries = bundle["entry"].as_array().unwrap();
	assert_eq!(entries.len(), 1);
	let read = &entries[0]["resource"];
	assert_eq!((&read["resourceType"], &read["action"]), (&"AuditEvent".into(), &"R".into()));
	assert_eq!(account(&read["agent"][0]["who"]), grant["custodian"]);
	assert_eq!(account(&read["agent"][1]["who"]), grant["grantee"]);
	let detail = &read["entity"][0]["detail"];
	assert_eq!(detail[0]["valueString"], receipt["receipt"]);
	assert_eq!(detail[1]["valueQuantity"]["value"], 1);
}

#[test]
fn a_standing_policy_consents_where_it_may_and_asks_where_it_may_not() {
	const ASK: u128 = 12 * DATA + DATA / 2;
	let cast = Cast::begin(1);
	vouch(&cast);
	let cli = &cast.cli;
	let mut purses = Purses::of(&cast);
	let owners = Coins::of(&cast, &cast.owner);
	fs::write(
		cli.path("policy.json"),
		r#"{"clauses":[
			{"permission":"DUO:0000006","modifiers":[{"code":"DUO:0000022","value":["GB","SE"]},{"code":"DUO:0000045"}],
			 "longest_period_days":90,"ask":"12.5","standing":true},
			{"permission":"DUO:0000042","modifiers":[{"code":"DUO:0000021"}],"longest_period_days":365,"ask":"50","standing":true}]}"#,
	)
	.unwrap();
	let about = "ethics_approval=false; for_profit=false; not_for_profit_organisation=true";
	for (file, purpose) in [
		("british.txt", format!("kind=biomedical; country=GB; {about}")),
		("swedish.txt", format!("kind=biomedical; country=SE; {about}")),
		("approved.txt", "kind=general; ethics_approval=true".to_owned()),
		("ancestry.txt", format!("kind=ancestry; country=GB; {about}")),
	] {
		fs::write(cli.path(file), purpose).unwrap();
	}
	let offer =
		|file: &str, price: &str| {
			format!("offer 0 --purpose-file {file} --period 30d --price {price} --upfront 10 --signer bob")
		};
	let answer = |file: &str, price: &str| {
		cli.ok(&format!("{} --dry-run", offer(file, price)))["answers"][0]["answer"].clone()
	};

	let set = cli.ok("policy set policy.json --all --signer me.account");
	let deposit = Coins::of(&cast, &cast.owner).held - owners.held;
	assert!(deposit > 0);
	exports_a_policy_that_is_read_back(&cast, &set);
	assert_eq!(answer("british.txt", "12.499999999999999999"), "ask");
	let error = cli.fails(&offer("ancestry.txt", "100"));
	assert!(error.contains("policy does not allow this purpose"), "{error}");
	assert_eq!(cli.fails(&format!("{} --dry-run", offer("ancestry.txt", "100"))), error);
	assert_eq!(Purses::of(&cast), purses);

	// What the consortium vouches for is a grant at once.
	let coins = Coins::of(&cast, "bob");
	assert_eq!(answer("british.txt", "12.5"), "consent");
	let first = cli.ok(&offer("british.txt", "12.5"));
	assert_eq!((&first["proposal_id"], &first["grant_id"]), (&Value::Null, &0.into()));
	let basis = cli.ok("grant show 0")["basis"].clone();
	assert_eq!(basis, json!({ "kind": "policy", "clause": 0, "policy": set["hash"] }));
	purses.hold(ASK);
	assert_eq!(Purses::of(&cast), purses);
	let record = Coins::of(&cast, "bob").held - coins.held;

	// Nobody vouches for Sweden, until the council does.
	assert_eq!(answer("swedish.txt", "12.5"), "ask");
	let asked = cli.ok(&offer("swedish.txt", "12.5"));
	assert_eq!((&asked["proposal_id"], &asked["grant_id"]), (&0.into(), &Value::Null));
	purses.hold(ASK);
	assert_eq!(Purses::of(&cast), purses);
	assert_eq!(cli.ok("reject 0 --signer me.account")["fee"], "0");
	purses.release(ASK);
	assert_eq!(Purses::of(&cast), purses);
	cli.ok("member amend bob --institution bob-1 --country SE --not-for-profit --signer alice");
	assert_eq!(answer("british.txt", "12.5"), "ask");
	let second = cli.ok(&offer("swedish.txt", "12.5"));
	assert_eq!(second["grant_id"], 1);
	purses.hold(ASK);

	// What says that it was approved is approved by a committee of the consortium.
	assert_eq!(answer("approved.txt", "50"), "consent-after-ethics");
	let third = cli.ok(&offer("approved.txt", "50"));
	assert_eq!((&third["proposal_id"], &third["grant_id"]), (&1.into(), &Value::Null));
	purses.hold(50 * DATA);
	assert_eq!(cli.ok("proposal show 1")["ethics"], "needed");
	assert_eq!(cli.ok("ethics cosign 1 --signer dave")["grant_id"], 2);
	let grant = cli.ok("grant show 2");
	assert_eq!((&grant["basis"]["clause"], &grant["ethics"]), (&1.into(), &"signed".into()));
	assert_eq!(Purses::of(&cast), purses);

	// Of three grants one is delivered and confirmed, and then all are taken back: that one has earned, the others have not.
	let delivered = cast.deliver(0);
	let confirmed = cli.ok("grant confirm 0 --signer bob");
	let paid = earned(&cli.ok("grant show 0"), confirmed_at(&cast, 0));
	purses.pay(paid);
	let revoked = cli.ok("revoke --grantee bob --signer me.account");
	assert_eq!((&revoked["revoked"], &revoked["fee"]), (&3.into(), &"0".into()));
	let grant = cli.ok("grant show 0");
	let due = earned(&grant, number(&grant, "ended_at")) - paid;
	assert!(due > 0);
	purses.pay(due);
	purses.release(purses.held);
	assert_eq!(Purses::of(&cast), purses);
	for grant in [1, 2] {
		let grant = cli.ok(&format!("grant show {grant}"));
		assert_eq!((&grant["paid"], &grant["refunded"]), (&"0".into(), &grant["price"]));
	}

	// The grants stay on record with their deposits. That of the policy comes back with it.
	let sent = [&first, &asked, &second, &third, &confirmed];
	assert_eq!(Coins::of(&cast, "bob"), coins.after(&sent, coins.held + 3 * record));
	let present = owners.after(&[&set, &delivered], owners.held + deposit);
	assert_eq!(Coins::of(&cast, &cast.owner), present);
	assert_eq!(cli.ok("policy remove --all --signer me.account")["fee"], "0");
	assert_eq!(Coins::of(&cast, &cast.owner), owners.after(&[&set, &delivered], owners.held));
	assert_eq!(answer("ancestry.txt", "100"), "ask");
}

/// The policy on the chain as a `Consent`, and the policy that this is.
fn exports_a_policy_that_is_read_back(cast: &Cast, set: &Value) {
	let cli = &cast.cli;
	let whose = format!("--owner {}", cast.owner);
	for (what, file, dataset) in
		[(&*whose, "owner.json", Value::Null), ("--dataset 0", "dataset.json", 0.into())]
	{
		let consent = cli.ok(&format!("consent export {what} --out {file}"))["resource"].clone();
		assert_eq!((&consent["status"], &consent["decision"]), (&"active".into(), &"deny".into()));
		assert_eq!(account(&consent["grantor"][0]), cast.owner);
		assert_eq!(consent["identifier"][0]["value"], set["hash"]);
		assert_eq!(consent["provision"].as_array().unwrap().len(), 2);
		let imported = cli.ok(&format!("consent import {file} --out imported-{file}"));
		assert_eq!(imported["dataset"], dataset);
		assert_eq!(cli.ok(&format!("policy show imported-{file}"))["hash"], set["hash"]);
	}
}

#[test]
fn what_is_revoked_is_granted_again_by_nobody_but_the_owner() {
	let cast = Cast::begin(1);
	vouch(&cast);
	let cli = &cast.cli;
	let mut purses = Purses::of(&cast);
	let clause = r#"{"clauses":[{"permission":"DUO:0000042","longest_period_days":30,"ask":"7","standing":true}]}"#;
	fs::write(cli.path("standing.json"), clause).unwrap();
	cli.ok("policy set standing.json --dataset 0 --signer me.account");
	let offer =
		"offer 0 --purpose DUO:0000042 --period 30d --price 7.000000000000000009 --upfront 30 --signer bob";
	let price = 7 * DATA + 9;
	let answer = || cli.ok(&format!("{offer} --dry-run"))["answers"][0]["answer"].clone();
	let permitted =
		|at: u128| cli.ok(&format!("access 0 bob --at {at}"))["permitted"].as_bool().unwrap();

	// The policy consents, the key comes, and Bob keeps what he gets.
	assert_eq!(cli.ok(offer)["grant_id"], 0);
	let header = cast.deliver(0)["header"].as_str().unwrap().to_owned();
	cli.ok("grant confirm 0 --signer bob");
	assert_eq!(read_by_bob(&cast, 0), RECORD);
	let stored = |name: &str| fs::read(cli.path(&header).with_file_name(name)).unwrap();
	let body = fs::read(cli.path(&header).ancestors().nth(2).unwrap().join("body.c4gh")).unwrap();
	let packet = fs::read(cli.path(&header)).unwrap();
	fs::write(cli.path("kept.c4gh"), [&packet[..], &body].concat()).unwrap();

	// Taken back: what was earned is paid, the rest is free again, and nothing opens.
	let revoked = cli.ok("revoke 0 --signer me.account");
	assert_eq!(revoked["fee"], "0");
	let past = cli.ok("grant show 0");
	let revoked_at = number(&past, "ended_at");
	let (first, last) = (earned(&past, confirmed_at(&cast, 0)), earned(&past, revoked_at));
	purses.hold(price);
	purses.release(price - last);
	purses.pay(first);
	purses.pay(last - first);
	assert_eq!((Purses::of(&cast), purses.held), (purses.clone(), 0));
	assert_eq!((&past["status"], &past["settled"]), (&"revoked".into(), &true.into()));
	assert!(permitted(revoked_at - 1) && !permitted(revoked_at));
	assert_eq!(cli.ok("access 0 bob")["permitted"], false);
	let error = cli.fails("fetch 0 --key bob.sec --store store out.json --signer bob");
	assert!(error.contains("grant 0 was revoked at"), "{error}");

	// Nothing makes Bob forget, but what he kept opens nothing that has a new data key.
	cli.ok("decrypt --key bob.sec kept.c4gh kept.json");
	fs::write(cli.path("own.c4gh"), [&stored("owner.c4gh-header")[..], &body].concat()).unwrap();
	cli.ok("rekey --key owner.sec --recipient owner.pub own.c4gh new.c4gh");
	let new = fs::read(cli.path("new.c4gh")).unwrap();
	let blocks = &new[new.len() - body.len()..];
	fs::write(cli.path("tried.c4gh"), [&packet[..], blocks].concat()).unwrap();
	let error = cli.fails("decrypt --key bob.sec tried.c4gh tried.json");
	assert!(error.contains("Data block 0 does not decrypt"), "{error}");
	cli.ok("decrypt --key owner.sec new.c4gh owned.json");
	assert_eq!(fs::read_to_string(cli.path("owned.json")).unwrap(), RECORD);

	// The clause still stands, but not for Bob: the owner is asked, and consents anew.
	assert_eq!(answer(), "ask");
	let asked = cli.ok(offer);
	assert_eq!((&asked["proposal_id"], &asked["grant_id"]), (&0.into(), &Value::Null));
	assert_eq!(cli.ok("approve 0 --signer me.account")["grant_id"], 1);
	assert_eq!(answer(), "consent");
	let delivered = cast.deliver(1);
	assert_ne!(delivered["header_hash"], past["header_hash"]);
	assert_eq!(read_by_bob(&cast, 1), RECORD);
	let error = cli.fails("fetch 0 --key bob.sec --store store out.json --signer bob");
	assert!(error.contains("Grant 0 is over, but grant 1 opens the same dataset"), "{error}");

	// The past is what it was, the time between the grants included.
	let present = cli.ok("grant show 1");
	assert_eq!(present["basis"], json!({ "kind": "owner", "by": cast.owner }));
	assert_eq!(cli.ok("grant show 0"), past);
	let delivered_at = number(&present, "delivered_at");
	assert!(permitted(revoked_at - 1) && !permitted(revoked_at));
	assert!(!permitted(delivered_at - 1) && permitted(delivered_at));

	// Before Bob has answered the delivery, revoking leaves the part for the key unearned; the time with it is owed once he confirms.
	cli.ok("revoke 1 --signer me.account");
	let present = cli.ok("grant show 1");
	let owed = by_time(&present, number(&present, "ended_at"));
	assert!(owed > 0);
	purses.hold(owed);
	assert_eq!(Purses::of(&cast), purses);
	cli.ok("grant confirm 1 --signer bob");
	purses.pay(owed);
	assert_eq!((Purses::of(&cast), purses.held), (purses, 0));
	assert_eq!(answer(), "ask");
}

#[test]
fn glass_is_broken_without_asking_and_whoever_had_no_reason_is_suspended() {
	let cast = Cast::begin(2);
	vouch(&cast);
	let cli = &cast.cli;
	let purses = Purses::of(&cast);
	let clinicians = cast.data("eve");
	let (owners, coins) = (Coins::of(&cast, &cast.owner), Coins::of(&cast, "eve"));
	let open = |dataset: u64, signer: &str| {
		format!("emergency open {dataset} --reason drug-safety --justification warfarin --signer {signer}")
	};

	// Who refuses it beforehand is left alone, and can change its mind.
	let refused = cli.ok("break-glass refuse --signer me.account");
	assert!(Coins::of(&cast, &cast.owner).held > owners.held);
	assert!(cli.fails(&open(0, "eve")).contains("EmergenciesRefused"));
	assert_eq!(cli.ok("access 0 eve")["permitted"], false);
	let allowed = cli.ok("break-glass allow --signer me.account");
	assert_eq!(Coins::of(&cast, &cast.owner), owners.after(&[&refused, &allowed], owners.held));
	assert!(cli.fails(&open(0, "bob")).contains("is not accredited as clinician"));
	assert!(!cli.path("emergency-0.json").exists());
	assert_eq!(Coins::of(&cast, "eve").held, coins.held);
	// What was refused cost its fee.
	let coins = Coins::of(&cast, "eve");

	// One at a time, for which the clinician pays a deposit and the owner nothing.
	let opened = cli.ok(&open(0, "eve"));
	assert_eq!(opened["grant_id"], 0);
	assert_eq!(event(&opened, "EmergencyOpened")["reason"], "drug-safety");
	let access = cli.ok("access 0 eve");
	assert_eq!((&access["permitted"], &access["scope"]), (&true.into(), &"whole".into()));
	let grant = cli.ok("grant show 0");
	assert_eq!(number(&grant, "expires_at") - number(&grant, "issued_at"), 24 * 3_600_000);
	assert_eq!(
		(&grant["basis"]["review"], &grant["basis"]["justification"]),
		(&"pending".into(), &opened["justification"])
	);
	let present = Coins::of(&cast, "eve");
	assert!(present.held > coins.held);
	assert_eq!(present, coins.after(&[&opened], present.held));
	let again = format!("{} --out again.json", open(0, "eve"));
	assert!(cli.fails(&again).contains("EmergencyUnreviewed"));
	assert!(!cli.path("again.json").exists());

	// The custodian opens the data, and says so.
	let receipt = cli.ok("receipt record 0 --store store --signer charlie");
	assert_eq!(cli.ok("receipt list 0")["receipts"][0]["receipt"], receipt["receipt"]);
	let consent = cli.ok("consent export --grant 0")["resource"].clone();
	assert_eq!((&consent["status"], &consent["grantor"]), (&"active".into(), &Value::Null));
	let read = cli.ok("consent export --receipts 0")["resource"]["entry"][0]["resource"].clone();
	for purposes in [&consent["provision"][0]["purpose"], &read["authorization"]] {
		assert!(purposes.to_string().contains("\"BTG\""), "{purposes}");
	}

	// The committee of the clinician's own hospital does not review it, nor does anybody who reads another justification.
	cli.ok("keys generate --no-passphrase --out board");
	let board = cli.ok("keys account --out board.account")["account"]
		.as_str()
		.unwrap()
		.to_owned();
	cli.ok(&format!("coin transfer {board} 100 --signer alice"));
	cli.ok(&apply("board", "ethics", "eve-1", "board.account"));
	cli.ok(&format!("member admit {board} --signer alice"));
	let review = "ethics review 0 --unjustified --statement";
	let error = cli.fails(&format!("{review} emergency-0.json --signer board.account"));
	assert!(error.contains("InvolvedParty"), "{error}");
	fs::write(cli.path("other.json"), "{}").unwrap();
	let error = cli.fails(&format!("{review} other.json --signer dave"));
	assert!(error.contains("is not what was put on record"), "{error}");
	assert!(cli.fails("emergency report 0 --signer bob").contains("NothingToReport"));
	assert_eq!(cli.ok("access 0 eve")["permitted"], true);

	// It was none: what is open ends, and anybody has the clinician suspended, once.
	let reviewed = cli.ok(&format!("{review} emergency-0.json --signer dave"));
	assert_eq!(event(&reviewed, "Reviewed")["justified"], false);
	assert_eq!(cli.ok("access 0 eve")["permitted"], false);
	let ended_at = number(&cli.ok("grant show 0"), "ended_at");
	assert_eq!(cli.ok(&format!("access 0 eve --at {}", ended_at - 1))["permitted"], true);
	assert_eq!(cli.ok("member show eve")["standing"], "good");
	event(&cli.ok("emergency report 0 --signer bob"), "Reported");
	assert_eq!(cli.ok("member show eve")["standing"], "suspended");
	assert!(cli.fails("emergency report 0 --signer bob").contains("NothingToReport"));
	assert!(cli.fails(&open(1, "eve")).contains("is suspended"));

	// The owner sees who did what, and nobody has lost or won a unit.
	let audit = cast.audit(0);
	let who: Vec<_> = audit
		.iter()
		.map(|entry| (entry["act"].as_str().unwrap(), entry["by"].as_str().unwrap()))
		.collect();
	let of = |name: &str| {
		cli.ok(&format!("coin balance {name}"))["account"].as_str().unwrap().to_owned()
	};
	let [eve, charlie, dave, bob, ferdie] = ["eve", "charlie", "dave", "bob", "ferdie"].map(of);
	let expected = [
		("registered", &cast.owner),
		("attested", &ferdie),
		("granted", &eve),
		("accessed", &charlie),
		("reviewed", &dave),
		("ended", &dave),
		("reported", &bob),
	];
	assert_eq!(who, expected.map(|(act, by)| (act, by.as_str())));
	assert_eq!((Purses::of(&cast), cast.data("eve")), (purses, clinicians));
	assert_eq!(Coins::of(&cast, &cast.owner), owners.after(&[&refused, &allowed], owners.held));
	// What is on record stays there, and so does its deposit.
	assert_eq!(Coins::of(&cast, "eve").held, present.held);
}
