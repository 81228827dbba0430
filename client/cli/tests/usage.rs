//! What the command line says when it cannot do what it is told, without any node.

// Helpers of tests are tests too, which Clippy cannot see.
#![allow(clippy::unwrap_used)]

mod support {
	pub mod cli;
}

use serde_json::Value;
use std::{
	fs::{self, File},
	io::Write,
	net::TcpListener,
	os::unix::{fs::PermissionsExt, process::ExitStatusExt},
	process::{Command, Output, Stdio},
	thread,
	time::{Duration, Instant},
};
use support::cli::{text, Cli};

/// An address at which nothing listens any more.
fn nowhere() -> String {
	let listener = TcpListener::bind("127.0.0.1:0").unwrap();
	format!("ws://{}", listener.local_addr().unwrap())
}

#[test]
fn a_silent_address_is_named_with_what_to_do() {
	let url = nowhere();
	let error = Cli::new(&url).fails("chain info");
	assert_eq!(
		error,
		format!("No node answers at {url}: start one with ./scripts/run.sh or give --url.")
	);
}

#[test]
fn errors_go_to_the_standard_error_as_text_or_as_json() {
	let cli = Cli::new(&nowhere());
	let output = cli.command("chain info").output().unwrap();
	assert_eq!(output.status.code(), Some(1));
	assert!(output.stdout.is_empty());
	assert!(text(&output.stderr).starts_with("error: No node answers at "));
}

#[test]
fn shells_and_man_learn_every_command() {
	let cli = Cli::new(&nowhere());
	for shell in ["bash", "zsh", "fish"] {
		let script = text(&cli.command(&format!("completions {shell}")).output().unwrap().stdout);
		for word in ["register", "break-glass", "purpose"] {
			assert!(script.contains(word), "{shell} does not learn {word}");
		}
	}
	let written = cli.ok("manual pages");
	assert!(written["pages"].as_u64().unwrap() > 50, "{written}");
	let page = fs::read_to_string(cli.path("pages/ownome-grant-narrow.1")).unwrap();
	assert!(page.contains(".TH"), "{page}");
	assert!(cli.fails("manual pages").contains("does not exist yet"));
}

#[test]
fn wrong_usage_has_an_exit_code_of_its_own() {
	let cli = Cli::new(&nowhere());
	for (arguments, hint) in [
		("token balance mallory", "nor one of alice, bob, charlie"),
		("token transfer bob 0.0000000000000000001 --signer alice", "has 18 decimals"),
		("coin transfer bob twelve --signer alice", "write digits"),
		("token approve bob twelve --signer alice", "or unlimited"),
		("completions tcsh", "fish"),
		("offer 0 --purpose DUO:0000018 --period 30d --price 1 --upfront 0", "DUO:0000042"),
		("offer 0 --purpose DUO:0000042 --period 1y --price 1 --upfront 0", "30d"),
		("offer 0 --purpose DUO:0000042 --period 30d --price 1 --upfront 101", "100"),
		("decrypt --key a.sec --range 5 in out", "START-END"),
		("rewrap --key a.sec --recipient a.pub --range 5-5 in out", "greater than the start"),
		(
			"member apply --roles auditor --key a --credential a --institution a --country gb",
			"capital",
		),
		("member apply --roles auditor --key a --credential a --institution é --country GB", "48"),
		("encrypt in out", "--recipient"),
		("rekey --recipient a.pub in out", "--key"),
		("nonsense", "unrecognized subcommand"),
	] {
		let output = cli.command(arguments).output().unwrap();
		assert_eq!(output.status.code(), Some(2), "{arguments}");
		assert!(text(&output.stderr).contains(hint), "{arguments}: {}", text(&output.stderr));

		let output = cli.command(arguments).arg("--json").output().unwrap();
		assert_eq!(output.status.code(), Some(2), "{arguments}");
		let error = text(&output.stderr);
		assert_eq!(error.lines().count(), 1, "{error}");
		let error: Value = serde_json::from_str(&error).unwrap();
		assert!(error["error"].as_str().unwrap().contains(hint), "{arguments}: {error}");
	}
}

/// What the commands about consents say to a command line that is none, and what has to be in it.
const WRONG_CONSENTS: [(&str, &str); 34] = [
	("offer --purpose DUO:0000042 --period 30d --price 1 --upfront 0", "<DATASET>"),
	("offer 0 --period 30d --price 1 --upfront 0", "--purpose"),
	(
		"offer 0 --purpose DUO:0000042 --purpose-file p.json --period 30d --price 1 --upfront 0",
		"cannot be used with",
	),
	(
		"offer 0 --purpose-file p.json --for-profit --period 30d --price 1 --upfront 0",
		"cannot be used with",
	),
	(
		"offer 0 --purpose DUO:0000042 --scope chr1:1-2 --period 30d --price 1 --upfront 0",
		"regions:chr1:1000-2000",
	),
	(
		"offer 0 --purpose DUO:0000042 --scope regions:chr1:5-1 --period 30d --price 1 --upfront 0",
		"counted from 1",
	),
	(
		"offer 0 --purpose DUO:0000042 --scope regions:chr1:0-5 --period 30d --price 1 --upfront 0",
		"counted from 1",
	),
	(
		"offer 0 --purpose DUO:0000042 --scope genes:BRCA1 --period 30d --price 1 --upfront 0",
		"HGNC:1100",
	),
	(
		"offer 0 --purpose DUO:0000042 --scope sealed:x --period 30d --price 1 --upfront 0",
		"ownome scope seal",
	),
	("offer 0 --purpose DUO:0000042 --period 30d --price 1 --upfront 0 --accesses 0", "--accesses"),
	("counter 3 --signer alice", "--price"),
	("counter 3 --accesses 0 --signer alice", "`any`"),
	("counter 3 --purpose DUO:0000042 --signer alice", "unexpected argument"),
	("approve 3 --terms 0x12 --signer alice", "64 hex digits"),
	("accept three --signer alice", "invalid"),
	("proposal list", "--requester"),
	("proposal list --owner alice --requester bob", "cannot be used with"),
	("grant list", "--grantee"),
	("grant list --owner alice --grantee bob", "cannot be used with"),
	("grant narrow 0 --signer alice", "--until"),
	("grant narrow 0 --until tomorrow --signer alice", "2040-05-17"),
	("grant rule 0 --signer alice", "--invalid"),
	("grant rule 0 --valid --invalid --signer alice", "cannot be used with"),
	("grant dispute 0 --signer alice", "--reason"),
	("revoke --signer alice", "--grantee"),
	("revoke 0 --grantee bob --signer alice", "cannot be used with"),
	("revoke 0 --owner bob --signer alice", "cannot be used with"),
	("policy show", "--dataset"),
	("policy set p.json --signer alice", "--all"),
	("policy set p.json --dataset 0 --owner bob --signer alice", "cannot be used with"),
	("policy remove --dataset 0 --all --signer alice", "cannot be used with"),
	("door ajar --signer alice", "unrecognized subcommand"),
	("ethics review 0 --signer alice", "--unjustified"),
	("emergency open 0 --reason hurry --justification x --signer alice", "life-threatening"),
];

#[test]
fn wrong_usage_of_consents_says_what_is_missing() {
	let cli = Cli::new(&nowhere());
	for (arguments, hint) in WRONG_CONSENTS {
		let output = cli.command(arguments).arg("--json").output().unwrap();
		assert_eq!(output.status.code(), Some(2), "{arguments}");
		let error: Value = serde_json::from_slice(&output.stderr).unwrap();
		assert!(error["error"].as_str().unwrap().contains(hint), "{arguments}: {error}");
	}
}

#[test]
fn what_can_be_told_without_a_node_is_told_before_one_is_asked() {
	let cli = Cli::new(&nowhere());
	fs::write(cli.path("purpose.json"), r#"{"kind": "genral"}"#).unwrap();
	fs::write(cli.path("policy.json"), r#"{"clauses": [{"permission": "DUO:0000042"}]}"#).unwrap();
	let offer = "offer 0 --period 30d --price 1 --upfront 0 --signer alice";
	for (arguments, told) in [
		(&*format!("{offer} --purpose-file purpose.json"), "kind: use general, "),
		(
			&format!("{offer} --purpose DUO:0000042 --scope genes:HGNC:1100"),
			"give --yes if you mean it",
		),
		(&format!("{offer} 1 2 1 --purpose DUO:0000042"), "A dataset is named twice"),
		("policy set policy.json --all --signer alice", "policy.json is not a consent policy"),
		("grant dispute 0 --reason - --signer alice", "There is no text"),
		(
			"receipt batch 0 purpose.json --store store --signer alice",
			"purpose.json, line 1: write a date",
		),
		("approve 0", "--signer"),
		("counter 0 --price 1", "--signer"),
		("revoke --grantee bob", "--signer"),
		("door close", "--signer"),
		("ethics review 0 --justified", "--signer"),
	] {
		let error = cli.fails(arguments);
		assert!(error.contains(told), "{arguments}: {error}");
	}
}

#[test]
fn a_sealed_scope_is_read_by_those_who_have_its_file() {
	let cli = Cli::new(&nowhere());
	let sealed = cli.ok("scope seal genes:HGNC:1100 --out scope.json");
	assert!(sealed["scope"].as_str().unwrap().starts_with("sealed:0x"));
	let shown = cli.ok("scope show scope.json");
	assert_eq!(
		(&shown["scope"], &shown["description"]),
		(&sealed["scope"], &"genes:HGNC:1100".into())
	);
	// Nobody can guess what is in it from its hash.
	let again = cli.ok("scope seal genes:HGNC:1100 --out again.json");
	assert_ne!(again["scope"], sealed["scope"]);
	assert!(cli
		.fails("scope seal whole --out scope.json")
		.starts_with("scope.json exists already"));
	fs::write(cli.path("other.json"), "{}").unwrap();
	assert!(cli.fails("scope show other.json").contains("is no description of a scope"));
}

#[test]
fn help_is_help_also_with_json() {
	let cli = Cli::new(&nowhere());
	let output = cli.command("keys generate --json --help").output().unwrap();
	assert!(output.status.success());
	assert!(text(&output.stdout).contains("Usage:"));
	for arguments in ["keys --json", "--json keys"] {
		let output = cli.command(arguments).output().unwrap();
		assert_eq!(output.status.code(), Some(2));
		let error: Value = serde_json::from_slice(&output.stderr).unwrap();
		assert!(error["error"].as_str().unwrap().ends_with("see `ownome --help`."), "{error}");
	}
}

#[test]
fn messages_are_one_sentence_with_each_cause_once() {
	let cli = Cli::new(&nowhere());
	cli.ok("keys generate --no-passphrase --out alice");
	fs::write(cli.path("data"), "data").unwrap();
	fs::create_dir(cli.path("folder")).unwrap();
	for arguments in [
		"encrypt --recipient alice.pub none out",
		"encrypt --recipient alice.pub folder out",
		"encrypt --recipient alice.pub data no/where",
		"encrypt --recipient none.pub data out",
		"encrypt --recipient data data out",
		"decrypt --key none.sec data out",
		"decrypt --key alice.sec data out",
		"decrypt --key alice.sec data folder",
		"keys generate --out no/where --no-passphrase",
		"keys account --out no/where",
		"dataset attest 0 --statement none --signer alice",
		"chain info",
		"offer 0 --purpose-file none --period 1d --price 1 --upfront 0 --signer alice",
		"policy set none --all --signer alice",
		"policy show none",
		"scope show none",
		"receipt batch 0 none --store store --signer alice",
		"receipt verify 0 none",
		"grant show 0",
	] {
		let error = cli.fails(arguments);
		assert!(!error.contains(".:") && !error.contains(".ownome-"), "{arguments}: {error}");
		assert!(error.matches("os error").count() <= 1, "{arguments}: {error}");
		assert!(error.ends_with('.') && !error.ends_with(".."), "{arguments}: {error}");
	}
	assert!(!cli.path("out").exists());
}

#[test]
fn tokens_come_with_their_terms_in_the_order_given() {
	let cli = Cli::new(&nowhere());
	cli.ok("tag keygen --out search.key");
	let derive = "tag derive --key search.key --epoch 1 MONDO:0005148 HP:0000118 mondo:0005148";
	let derived = cli.ok(derive);
	let tokens = derived["tokens"].as_array().unwrap();
	let terms: Vec<_> = tokens.iter().map(|found| found["term"].as_str().unwrap()).collect();
	assert_eq!(terms, ["MONDO:0005148", "HP:0000118"]);
	let lines = text(&cli.command(derive).output().unwrap().stdout);
	let expected: String = tokens
		.iter()
		.map(|found| {
			format!("{} {}\n", found["term"].as_str().unwrap(), found["token"].as_str().unwrap())
		})
		.collect();
	assert_eq!(lines, expected);
}

#[test]
fn lists_of_versions_are_bounded_by_the_command_line() {
	let cli = Cli::new(&nowhere());
	for limit in ["0", "101"] {
		let output = cli.command(&format!("dataset lineage 0 --limit {limit}")).output().unwrap();
		assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
	}
}

#[test]
fn no_file_is_overwritten() {
	let cli = Cli::new(&nowhere());
	cli.ok("keys generate --no-passphrase --out alice");
	fs::write(cli.path("data"), "data").unwrap();
	cli.ok("encrypt --recipient alice.pub data data.c4gh");
	let file = fs::read(cli.path("data.c4gh")).unwrap();
	for (arguments, output) in [
		("encrypt --recipient alice.pub data data", "data"),
		("encrypt --recipient alice.pub data data.c4gh", "data.c4gh"),
		("decrypt --key alice.sec data.c4gh data", "data"),
		("decrypt --key alice.sec data.c4gh data.c4gh", "data.c4gh"),
		("rewrap --key alice.sec --recipient alice.pub data.c4gh data.c4gh", "data.c4gh"),
		("rekey --key alice.sec --recipient alice.pub data.c4gh data.c4gh", "data.c4gh"),
		// This comes before the passphrase is asked for.
		("keys generate --out alice", "alice.sec"),
	] {
		let error = cli.fails(arguments);
		assert!(error.starts_with(&format!("{output} exists already: ")), "{arguments}: {error}");
	}
	assert_eq!(fs::read(cli.path("data")).unwrap(), b"data");
	assert_eq!(fs::read(cli.path("data.c4gh")).unwrap(), file);
}

/// Starts a command that works on a large file, sends it a signal in the middle, and expects that nothing is left behind.
fn interrupt(cli: &Cli, arguments: &str, signal: &str, code: i32) {
	let names = || -> Vec<_> {
		let entries = fs::read_dir(cli.path("")).unwrap();
		entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
	};
	let before = names().len();
	let mut process = cli.command(arguments).stderr(Stdio::piped()).spawn().unwrap();
	let start = Instant::now();
	while !names().iter().any(|name| name.starts_with(".ownome-")) {
		assert!(
			process.try_wait().unwrap().is_none(),
			"{arguments}: over before it was interrupted"
		);
		assert!(start.elapsed() < Duration::from_secs(60), "{arguments}: it does not begin");
		thread::sleep(Duration::from_millis(1));
	}
	let sent = Command::new("sh")
		.args(["-c", &format!("kill -{signal} {}", process.id())])
		.status()
		.unwrap();
	assert!(sent.success());
	let output = process.wait_with_output().unwrap();
	let error = text(&output.stderr);
	assert_eq!(output.status.signal(), None, "{arguments}: {error}");
	assert_eq!(output.status.code(), Some(code), "{arguments}: {error}");
	assert_eq!(
		error,
		"error: The work was interrupted: nothing was left behind, run the command again.\n"
	);
	assert_eq!(names().len(), before, "{arguments}: {:?}", names());
}

#[test]
fn a_signal_leaves_nothing_behind() {
	const BYTES: u64 = 256 << 20;
	let cli = Cli::new(&nowhere());
	cli.ok("keys generate --no-passphrase --out alice");
	File::create(cli.path("data")).unwrap().set_len(BYTES).unwrap();
	interrupt(&cli, "encrypt --recipient alice.pub data out", "INT", 130);
	interrupt(&cli, "encrypt --recipient alice.pub data out", "TERM", 143);
	cli.ok("encrypt --recipient alice.pub data data.c4gh");
	interrupt(&cli, "decrypt --key alice.sec data.c4gh out", "INT", 130);
	interrupt(&cli, "decrypt --key alice.sec data.c4gh out", "TERM", 143);
	interrupt(&cli, "rewrap --key alice.sec --recipient alice.pub data.c4gh out", "INT", 130);
	interrupt(&cli, "rekey --key alice.sec --recipient alice.pub data.c4gh out", "INT", 130);
}

#[test]
fn signers_are_asked_for_and_their_files_must_be_private() {
	let cli = Cli::new(&nowhere());
	let error = cli.fails("token transfer bob 1");
	assert!(error.contains("--signer"), "{error}");
	let empty = cli
		.command("token transfer bob 1 --json")
		.env("OWNOME_SIGNER", "")
		.output()
		.unwrap();
	assert_eq!(cli.error("token transfer", &empty), error);
	let error = cli.fails("token transfer bob 1 --signer me.account");
	assert!(error.contains("There is no account file me.account"), "{error}");
	let account = cli.ok("keys account --out me.account")["account"].clone();
	let error = cli.fails(&format!("token transfer bob 1 --signer {}", account.as_str().unwrap()));
	assert!(error.contains("is an address"), "{error}");
	let error = cli.fails("token transfer bob 1 --signer .");
	assert!(error.contains(". is not a file"), "{error}");
	let error = cli.fails("tag derive --key . --epoch 1 HP:0000118");
	assert!(error.contains(". is not a file"), "{error}");
	fs::set_permissions(cli.path("me.account"), fs::Permissions::from_mode(0o644)).unwrap();
	let error = cli.fails("token transfer bob 1 --signer me.account");
	assert!(error.contains("chmod 600 me.account"), "{error}");
}

#[test]
fn files_are_encrypted_decrypted_and_passed_on_without_a_chain() {
	let cli = Cli::new(&nowhere());
	for name in ["alice", "carol"] {
		cli.ok(&format!("keys generate --no-passphrase --out {name}"));
	}
	let data: Vec<u8> = (0..200_000u32).flat_map(u32::to_le_bytes).collect();
	fs::write(cli.path("data"), &data).unwrap();
	cli.ok("encrypt --recipient alice.pub data data.c4gh");
	let error = cli.fails("decrypt --key carol.sec data.c4gh out");
	assert!(error.contains("not made for this private key"), "{error}");
	assert!(!cli.path("out").exists());
	cli.ok("rewrap --key alice.sec --recipient carol.pub data.c4gh for-carol.c4gh");
	cli.ok("decrypt --key carol.sec for-carol.c4gh out");
	fs::set_permissions(cli.path("carol.sec"), fs::Permissions::from_mode(0o644)).unwrap();
	let error = cli.fails("decrypt --key carol.sec for-carol.c4gh again");
	assert_eq!(
		error,
		"The private key carol.sec can be read by others: run `chmod 600 carol.sec`."
	);
	assert_eq!(fs::read(cli.path("out")).unwrap(), data);
}

#[test]
fn parts_senders_and_new_data_keys() {
	let cli = Cli::new(&nowhere());
	for name in ["alice", "bob", "carol"] {
		cli.ok(&format!("keys generate --no-passphrase --out {name}"));
	}
	let data: Vec<u8> = (0..200_000u32).flat_map(u32::to_le_bytes).collect();
	fs::write(cli.path("data"), &data).unwrap();
	cli.ok("encrypt --recipient alice.pub --recipient bob.pub --key carol.sec data data.c4gh");
	cli.ok("decrypt --key alice.sec --sender carol.pub data.c4gh whole");
	assert!(fs::read(cli.path("whole")).unwrap() == data);
	let error = cli.fails("decrypt --key alice.sec --sender bob.pub data.c4gh out");
	assert!(error.contains("not written by the given sender"), "{error}");

	cli.ok("decrypt --key bob.sec --range 65530-700001 data.c4gh part");
	assert!(fs::read(cli.path("part")).unwrap() == data[65530..700_001]);
	cli.ok(
		"rewrap --key alice.sec --recipient carol.pub --range 65530-700001 data.c4gh edited.c4gh",
	);
	cli.ok("decrypt --key carol.sec edited.c4gh edited");
	assert!(fs::read(cli.path("edited")).unwrap() == data[65530..700_001]);
	cli.ok("decrypt --key carol.sec --range 10- edited.c4gh tail");
	assert!(fs::read(cli.path("tail")).unwrap() == data[65540..700_001]);

	cli.ok("rewrap --key alice.sec --recipient alice.pub data.c4gh alone.c4gh");
	for opened in ["alone.c4gh", "edited.c4gh"] {
		let error = cli.fails(&format!("decrypt --key bob.sec {opened} out"));
		assert!(error.contains("not made for this private key"), "{opened}: {error}");
	}
	cli.ok("rekey --key carol.sec --recipient bob.pub edited.c4gh anew.c4gh");
	cli.ok("decrypt --key bob.sec anew.c4gh anew");
	assert!(fs::read(cli.path("anew")).unwrap() == data[65530..700_001]);
	assert!(cli.fails("decrypt --key carol.sec anew.c4gh out").contains("not made for"));
	assert!(!cli.path("out").exists());
}

/// Runs a command with a file as its standard input, and gives its output.
fn piped(cli: &Cli, arguments: &str, input: &str) -> Output {
	cli.command(arguments)
		.stdin(File::open(cli.path(input)).unwrap())
		.output()
		.unwrap()
}

#[test]
fn a_dash_is_the_standard_input_or_output() {
	let cli = Cli::new(&nowhere());
	cli.ok("keys generate --no-passphrase --out alice");
	let data: Vec<u8> = (0..200_000u32).flat_map(u32::to_le_bytes).collect();
	fs::write(cli.path("data"), &data).unwrap();
	let mut input = "data".to_owned();
	for (index, command) in [
		"encrypt --recipient alice.pub - -",
		"rewrap --key alice.sec --recipient alice.pub - -",
		"rekey --key alice.sec --recipient alice.pub - -",
		"rewrap --key alice.sec --recipient alice.pub --range 70000- - - --json",
		"decrypt --key alice.sec --range 5-300000 - -",
	]
	.into_iter()
	.enumerate()
	{
		let output = piped(&cli, command, &input);
		assert!(output.status.success(), "{command}: {}", text(&output.stderr));
		assert!(output.stderr.is_empty(), "{command}: {}", text(&output.stderr));
		input = format!("step-{index}");
		fs::write(cli.path(&input), output.stdout).unwrap();
	}
	// Nothing but the data is on the standard output.
	assert!(fs::read(cli.path(&input)).unwrap() == data[70_005..370_000]);

	// A pipe, in which nothing can be passed over without reading it.
	let mut process = cli
		.command("decrypt --key alice.sec --range 700000- - -")
		.stdin(Stdio::piped())
		.stdout(Stdio::piped())
		.spawn()
		.unwrap();
	let file = fs::read(cli.path("step-0")).unwrap();
	let mut pipe = process.stdin.take().unwrap();
	let writing = thread::spawn(move || pipe.write_all(&file));
	let output = process.wait_with_output().unwrap();
	writing.join().unwrap().unwrap();
	assert!(output.stdout == data[700_000..]);

	let output = piped(&cli, "decrypt --key alice.sec - -", "data");
	assert_eq!(output.status.code(), Some(1));
	assert!(output.stdout.is_empty());
	assert!(text(&output.stderr).starts_with("error: This is not a Crypt4GH file of version 1"));
}

#[test]
fn headers_may_be_kept_apart() {
	let cli = Cli::new(&nowhere());
	for name in ["alice", "carol"] {
		cli.ok(&format!("keys generate --no-passphrase --out {name}"));
	}
	let data: Vec<u8> = (0..100_000u32).flat_map(u32::to_le_bytes).collect();
	fs::write(cli.path("data"), &data).unwrap();
	let read = |name: &str| fs::read(cli.path(name)).unwrap();
	let made = cli.ok("encrypt --recipient alice.pub --header header data body");
	assert_eq!((&made["file"], &made["header"]), (&"body".into(), &"header".into()));
	cli.ok("decrypt --key alice.sec --header header body apart");
	assert!(read("apart") == data);
	fs::write(cli.path("whole"), [read("header"), read("body")].concat()).unwrap();
	cli.ok("decrypt --key alice.sec whole together");
	assert!(read("together") == data);

	// A new header fits the same blocks, whether it is made from the whole file or from the old header alone.
	cli.ok("rewrap --key alice.sec --recipient carol.pub --header of-whole whole");
	cli.ok(
		"rewrap --key alice.sec --recipient carol.pub --range 70000-200000 --header part header",
	);
	cli.ok("decrypt --key carol.sec --header of-whole body by-carol");
	assert!(read("by-carol") == data);
	cli.ok("decrypt --key carol.sec --header part body part-of-it");
	assert!(read("part-of-it") == data[70_000..200_000]);
	assert!(cli
		.fails("decrypt --key carol.sec --header header body out")
		.contains("not made for"));
	assert!(cli
		.fails("decrypt --key alice.sec --header whole body out")
		.contains("stand alone"));

	// Both, or neither.
	for (arguments, taken) in [
		("encrypt --recipient alice.pub --header header data new", "header"),
		("encrypt --recipient alice.pub --header new data body", "body"),
		("encrypt --recipient alice.pub --header new data new", "new"),
		("rewrap --key alice.sec --recipient carol.pub --header part whole", "part"),
	] {
		let error = cli.fails(arguments);
		assert!(error.starts_with(&format!("{taken} exists already")), "{arguments}: {error}");
		assert!(!cli.path("new").exists(), "{arguments}");
	}
	for arguments in ["whole", "--header new whole copy"] {
		let arguments = format!("rewrap --key alice.sec --recipient carol.pub {arguments}");
		assert_eq!(cli.command(&arguments).output().unwrap().status.code(), Some(2), "{arguments}");
	}
	let output = piped(&cli, "encrypt --recipient alice.pub --header - - -", "data");
	fs::write(cli.path("streamed"), output.stdout).unwrap();
	cli.ok("decrypt --key alice.sec streamed from-stream");
	assert!(read("from-stream") == data);
}

#[test]
fn what_is_killed_can_be_run_again() {
	let cli = Cli::new(&nowhere());
	cli.ok("keys generate --no-passphrase --out alice");
	File::create(cli.path("data")).unwrap().set_len(256 << 20).unwrap();
	let arguments = "encrypt --recipient alice.pub data data.c4gh";
	let hidden = || {
		let names = fs::read_dir(cli.path("")).unwrap().map(|entry| entry.unwrap().file_name());
		names.filter(|name| name.to_string_lossy().starts_with(".ownome-")).count()
	};
	let mut process = cli.command(arguments).spawn().unwrap();
	while hidden() == 0 {
		assert!(process.try_wait().unwrap().is_none(), "over before it was killed");
		thread::sleep(Duration::from_millis(1));
	}
	process.kill().unwrap();
	process.wait().unwrap();
	// What is there by its name is whole.
	assert!(hidden() == 1 && !cli.path("data.c4gh").exists());
	cli.ok(arguments);
	cli.ok("decrypt --key alice.sec --range 268435000- data.c4gh end");
	assert_eq!(fs::read(cli.path("end")).unwrap(), [0; 456]);
}

#[test]
fn a_terminal_shows_how_far_the_work_is_and_a_pipe_nothing() {
	let cli = Cli::new(&nowhere());
	cli.ok("keys generate --no-passphrase --out alice");
	File::create(cli.path("data")).unwrap().set_len(1 << 30).unwrap();
	let arguments = "encrypt --recipient alice.pub data";
	let on_terminal = |more: &str| {
		let inner = cli.command("");
		let command = format!("{} {arguments} {more}", inner.get_program().to_str().unwrap());
		let output = Command::new("script")
			.args(["-qec", &command, "/dev/null"])
			.current_dir(cli.path(""))
			.env("TERM", "xterm")
			.stdin(Stdio::null())
			.output()
			.unwrap();
		assert!(output.status.success(), "{}", text(&output.stdout));
		text(&output.stdout)
	};
	let shown = on_terminal("one");
	assert!(shown.contains("Encrypting data") && shown.contains("iB/s"), "{shown}");
	assert!(shown.contains(" %, ") && shown.contains(" left"), "{shown}");
	assert!(!on_terminal("two --json").contains("Encrypting"));
	let output = cli.command(&format!("{arguments} three")).output().unwrap();
	assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
}

#[test]
fn colours_are_for_terminals_and_for_who_wants_them() {
	let cli = Cli::new(&nowhere());
	let error = |variables: &[(&str, &str)]| {
		let mut command = cli.command("decrypt --key none.sec in out");
		text(&command.envs(variables.iter().copied()).output().unwrap().stderr)
	};
	assert!(error(&[]).starts_with("error: "));
	assert!(error(&[("CLICOLOR_FORCE", "1")]).starts_with("\u{1b}["));
	assert!(error(&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]).starts_with("error: "));
}

#[test]
fn settings_come_from_flags_then_the_environment_then_the_file() {
	let cli = Cli::new(&nowhere());
	let ask = |arguments: &str, variables: &[(&str, &str)]| -> Value {
		let mut command = cli.command(arguments);
		let command = command.arg("--json").env_remove("OWNOME_URL");
		let output = command.envs(variables.iter().copied()).output().unwrap();
		assert!(output.status.success(), "{}", text(&output.stderr));
		serde_json::from_slice(&output.stdout).unwrap()
	};
	let shown = ask("config show", &[]);
	assert_eq!(shown["file"], Value::Null);
	assert_eq!(shown["url"]["from"], "default");
	assert_eq!((&shown["json"]["value"], &shown["json"]["from"]), (&"true".into(), &"flag".into()));

	fs::create_dir_all(cli.path("config/ownome")).unwrap();
	let file = cli.path("config/ownome/config.toml");
	fs::write(
		&file,
		"url = \"ws://file\"\nsigner = \"bob\"\nwait = \"finalized\"\nkey = \"me.sec\"\n",
	)
	.unwrap();
	let shown = ask("config show", &[]);
	assert_eq!(shown["file"], file.to_str().unwrap());
	for (name, value) in [("url", "ws://file"), ("signer", "bob"), ("wait", "finalized")] {
		assert_eq!(shown[name], serde_json::json!({ "value": value, "from": "file" }));
	}
	let key = cli.path("config/ownome/me.sec");
	assert_eq!(shown["key"]["value"], key.to_str().unwrap());
	let environment =
		[("OWNOME_URL", "ws://environment"), ("OWNOME_WAIT", "best"), ("OWNOME_STORE", "there")];
	let shown = ask("config show --signer dave", &environment);
	for (name, value, from) in [
		("url", "ws://environment", "environment"),
		("wait", "best", "environment"),
		("store", "there", "environment"),
		("signer", "dave", "flag"),
	] {
		assert_eq!(shown[name], serde_json::json!({ "value": value, "from": from }));
	}
	assert_eq!(ask("config show --url ws://flag", &environment)["url"]["value"], "ws://flag");

	// The settings count, and so does another file.
	let failed = cli.command("chain info").env_remove("OWNOME_URL").output().unwrap();
	assert!(text(&failed.stderr).contains("ws://file"), "{}", text(&failed.stderr));
	cli.ok("keys generate --no-passphrase --out me");
	fs::rename(cli.path("me.sec"), &key).unwrap();
	fs::write(cli.path("data"), "data").unwrap();
	cli.ok("encrypt --recipient me.pub data data.c4gh");
	cli.ok("decrypt data.c4gh out");
	fs::write(cli.path("other.toml"), "json = true\n").unwrap();
	let output = cli.command("config show --config other.toml").output().unwrap();
	let shown: Value = serde_json::from_slice(&output.stdout).unwrap();
	assert_eq!(
		(&shown["signer"]["from"], &shown["json"]["from"]),
		(&"default".into(), &"file".into())
	);
}

#[test]
fn settings_that_are_wrong_are_told_with_file_and_line() {
	let cli = Cli::new(&nowhere());
	for (settings, told) in [
		("url = \"ws://a\"\ncolour = \"red\"", "mine.toml, line 2: unknown field `colour`"),
		("\n\nwait = \"never\"", "mine.toml, line 3: wait is \"best\" or \"finalized\""),
		("json = \"yes\"", "mine.toml, line 1: invalid type"),
		("url = ", "mine.toml, line 1: "),
	] {
		fs::write(cli.path("mine.toml"), settings).unwrap();
		let output = cli.command("chain info --config mine.toml").output().unwrap();
		let error = text(&output.stderr);
		assert_eq!(output.status.code(), Some(2), "{error}");
		assert!(error.contains(told) && error.lines().count() == 1, "{error}");
	}
	let output = cli.command("chain info").env("OWNOME_CONFIG", "none.toml").output().unwrap();
	assert!(text(&output.stderr).contains("none.toml cannot be read"));
}

#[test]
fn only_what_sends_can_be_tried() {
	let cli = Cli::new(&nowhere());
	for arguments in
		["keys generate --no-passphrase --out a", "chain info", "fetch 0 --key a --store b c"]
	{
		let output = cli.command(&format!("{arguments} --dry-run")).output().unwrap();
		assert_eq!(output.status.code(), Some(2), "{arguments}");
		assert!(text(&output.stderr).contains("sends no transaction"), "{arguments}");
	}
	assert!(!cli.path("a.sec").exists());
	// Set for a whole session, it leaves alone what sends nothing.
	let made = cli
		.command("keys generate --no-passphrase --out a")
		.env("OWNOME_DRY_RUN", "1")
		.output();
	assert!(made.unwrap().status.success());
	let error = cli.fails("coin transfer bob 1 --dry-run --signer alice");
	assert!(error.starts_with("No node answers at "), "{error}");
}

#[test]
fn files_that_are_damaged_are_told_by_what_is_wrong() {
	let cli = Cli::new(&nowhere());
	cli.ok("keys generate --no-passphrase --out alice");
	fs::write(cli.path("data"), vec![1; 100_000]).unwrap();
	cli.ok("encrypt --recipient alice.pub data data.c4gh");
	let file = fs::read(cli.path("data.c4gh")).unwrap();
	for (name, bytes, told) in [
		("cut", &file[..file.len() - 1], "Data block 1 does not decrypt"),
		("short", &file[..100], "it ends within the header"),
		("other", &b"##fileformat=VCFv4.3"[..], "it does not begin with 'crypt4gh'"),
	] {
		fs::write(cli.path(name), bytes).unwrap();
		for command in ["decrypt --key alice.sec", "rekey --key alice.sec --recipient alice.pub"] {
			let error = cli.fails(&format!("{command} {name} out"));
			assert!(error.contains(told), "{command} {name}: {error}");
			assert!(!cli.path("out").exists());
		}
	}
	let error = cli.fails("decrypt --key alice.pub data.c4gh out");
	assert!(error.contains("alice.pub"), "{error}");
}

#[test]
fn a_locked_key_opens_with_its_passphrase_and_with_no_other() {
	let cli = Cli::new(&nowhere());
	let with = |passphrase: &str, arguments: &str| {
		cli.command(arguments)
			.arg("--json")
			.env("OWNOME_PASSPHRASE", passphrase)
			.output()
			.unwrap()
	};
	assert!(with("open sesame", "keys generate --out alice").status.success());
	fs::write(cli.path("data"), "data").unwrap();
	cli.ok("encrypt --recipient alice.pub data data.c4gh");
	let wrong = with("open barley", "decrypt --key alice.sec data.c4gh out");
	let error = cli.error("decrypt", &wrong);
	assert!(error.contains("passphrase does not open") && !error.contains("barley"), "{error}");
	let silent = with("", "decrypt --key alice.sec data.c4gh out");
	assert!(cli.error("decrypt", &silent).contains("passphrase does not open"));
	assert!(with("open sesame", "decrypt --key alice.sec data.c4gh out").status.success());
	assert_eq!(fs::read(cli.path("out")).unwrap(), b"data");
}
