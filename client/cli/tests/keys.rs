//! Keys from words, accounts as files of polkadot.js and other passphrases, through the command line and without any node.

// Helpers of tests are tests too, which Clippy cannot see.
#![allow(clippy::unwrap_used)]

mod support {
	pub mod cli;
}

use serde_json::Value;
use std::{
	fs::{self, File},
	os::unix::fs::PermissionsExt,
	process::Output,
};
use support::cli::{text, Cli};

const WORDS: &str = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";
/// The account that polkadot.js makes of the words.
const ACCOUNT: &str = "5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV";
/// The file key of the words with the index 0, as other tools compute it.
const FILE_KEY: &str = "0x24233dd7cfdfca00c7a9eb5a6e7cbf9c7dc786afc923526e8bd457a320e8e62e";

/// Runs a command with passphrases: the present one and the new one.
fn with(cli: &Cli, passphrases: (&str, &str), arguments: &str) -> Output {
	let mut command = cli.command(arguments);
	command.arg("--json").env_remove("OWNOME_NEW_PASSPHRASE");
	for (name, passphrase) in
		[("OWNOME_PASSPHRASE", passphrases.0), ("OWNOME_NEW_PASSPHRASE", passphrases.1)]
	{
		if !passphrase.is_empty() {
			command.env(name, passphrase);
		}
	}
	command.output().unwrap()
}

fn ok(cli: &Cli, passphrases: (&str, &str), arguments: &str) -> Value {
	let output = with(cli, passphrases, arguments);
	assert!(output.status.success(), "{arguments}: {}", text(&output.stderr));
	serde_json::from_slice(&output.stdout).unwrap()
}

fn fails(cli: &Cli, passphrases: (&str, &str), arguments: &str) -> String {
	let error = cli.error(arguments, &with(cli, passphrases, arguments));
	assert!(error.ends_with('.') && !error.contains(".:"), "{arguments}: {error}");
	for secret in [passphrases.0, passphrases.1, "curtain"] {
		assert!(secret.is_empty() || !error.contains(secret), "{arguments}: {error}");
	}
	error
}

/// A command line with the words of the account in `me.account`.
fn begin() -> Cli {
	let cli = Cli::new("ws://127.0.0.1:1");
	fs::write(cli.path("paper"), format!("{}\n", WORDS.to_uppercase())).unwrap();
	fs::set_permissions(cli.path("paper"), fs::Permissions::from_mode(0o600)).unwrap();
	let recovered = cli.ok("keys recover --words paper --out me.account");
	assert_eq!(recovered["account"], ACCOUNT);
	cli
}

#[test]
fn words_from_a_file_or_the_standard_input_make_the_account_again() {
	let cli = begin();
	assert_eq!(fs::read_to_string(cli.path("me.account")).unwrap(), format!("{WORDS}\n"));
	let mode = fs::metadata(cli.path("me.account")).unwrap().permissions().mode();
	assert_eq!(mode & 0o777, 0o600);
	let output = cli
		.command("keys recover --words - --out again --json")
		.stdin(File::open(cli.path("paper")).unwrap())
		.output()
		.unwrap();
	assert!(output.status.success(), "{}", text(&output.stderr));
	// The answer says who it is, and not how.
	assert!(text(&output.stdout).contains(ACCOUNT) && !text(&output.stdout).contains("curtain"));
	assert_eq!(fs::read(cli.path("again")).unwrap(), fs::read(cli.path("me.account")).unwrap());

	let error = fails(&cli, ("", ""), "keys recover --words paper --out me.account");
	assert!(error.starts_with("me.account exists already"), "{error}");
	let error = fails(&cli, ("", ""), "keys recover --words - --out other");
	assert!(error.contains("it has 0 words"), "{error}");
	fs::write(cli.path("paper"), WORDS.replace("curtain", "curtains")).unwrap();
	let error = fails(&cli, ("", ""), "keys recover --words paper --out other");
	assert!(error.contains("word 5 is not on the list"), "{error}");
	assert!(!cli.path("other").exists());
}

#[test]
fn words_make_the_same_key_for_files_each_time_and_another_for_each_index() {
	let cli = begin();
	let made = cli.ok("keys derive me.account --out me --no-passphrase");
	assert_eq!(made["public_key"], FILE_KEY);
	assert_eq!(cli.ok("keys show me.account")["file_key"], FILE_KEY);
	fs::write(cli.path("data"), "data").unwrap();
	cli.ok("encrypt --recipient me.pub data data.c4gh");

	// The machine is lost, and a new passphrase will do.
	let again = ok(&cli, ("open sesame", ""), "keys derive me.account --out again");
	assert_eq!(again["public_key"], FILE_KEY);
	ok(&cli, ("open sesame", ""), "decrypt --key again.sec data.c4gh out");
	assert_eq!(fs::read(cli.path("out")).unwrap(), b"data");

	let next = cli.ok("keys derive me.account --index 1 --out next --no-passphrase");
	assert_ne!(next["public_key"], FILE_KEY);
	assert!(cli.fails("decrypt --key next.sec data.c4gh more").contains("not made for"));
	let error = fails(&cli, ("", ""), "keys derive me.sec --out more --no-passphrase");
	assert!(error.contains("is not an account file"), "{error}");
}

#[test]
fn an_account_goes_to_a_wallet_and_back() {
	let cli = begin();
	let exported = ok(&cli, ("open sesame", ""), "keys export me.account --name Me --out me.json");
	assert_eq!(exported["account"], ACCOUNT);
	let file: Value = serde_json::from_slice(&fs::read(cli.path("me.json")).unwrap()).unwrap();
	assert_eq!((&file["address"], &file["meta"]["name"]), (&ACCOUNT.into(), &"Me".into()));
	// What is public needs no passphrase.
	let shown = cli.ok("keys show me.json");
	assert_eq!((&shown["account"], &shown["name"]), (&ACCOUNT.into(), &"Me".into()));

	let import = "keys import me.json --out mine.json";
	let error = fails(&cli, ("open barley", "new"), import);
	assert!(error.contains("The passphrase does not open me.json"), "{error}");
	ok(&cli, ("open sesame", "new"), import);
	let change = "keys passphrase mine.json --out mine-2.json";
	assert!(fails(&cli, ("open sesame", "newer"), change).contains("does not open mine.json"));
	assert_eq!(ok(&cli, ("new", "newer"), change)["account"], ACCOUNT);
	let again = ok(&cli, ("newer", ""), "keys export mine-2.json --out last.json");
	assert_eq!(again["account"], ACCOUNT);
	for (arguments, told) in [
		("keys derive me.json --out me", "its words are not in it"),
		("keys import me.json --out me --no-passphrase", "is always locked"),
		("keys import me.account --out me", "use it as it is"),
		("keys export me.account --out me.json", "me.json exists already"),
		("keys passphrase me.json --out mine.json", "mine.json exists already"),
	] {
		let error = fails(&cli, ("open sesame", "new"), arguments);
		assert!(error.contains(told), "{arguments}: {error}");
	}
}

#[test]
fn a_passphrase_is_not_changed_to_itself_unasked() {
	let cli = begin();
	ok(&cli, ("open sesame", ""), "keys derive me.account --out me");
	let error = fails(&cli, ("open sesame", ""), "keys passphrase me.sec --out new");
	assert!(error.contains("set OWNOME_NEW_PASSPHRASE"), "{error}");
	assert!(!cli.path("new.sec").exists());
}

#[test]
fn keys_for_files_get_another_lock() {
	let cli = begin();
	ok(&cli, ("open sesame", ""), "keys derive me.account --out me");
	let error = fails(&cli, ("open barley", "new"), "keys passphrase me.sec --out new");
	assert!(error.contains("The passphrase does not open me.sec"), "{error}");
	assert_eq!(
		ok(&cli, ("open sesame", "new"), "keys passphrase me.sec --out new")["public_key"],
		FILE_KEY
	);
	assert_eq!(ok(&cli, ("new", ""), "keys show new.sec")["public_key"], FILE_KEY);
	assert!(fails(&cli, ("open sesame", ""), "keys show new.sec").contains("does not open"));
	ok(&cli, ("new", ""), "keys import new.sec --out open --no-passphrase");
	assert_eq!(cli.ok("keys show open.sec")["public_key"], FILE_KEY);
	assert_eq!(cli.ok("keys show open.pub")["public_key"], FILE_KEY);
	assert_eq!(fs::read(cli.path("open.pub")).unwrap(), fs::read(cli.path("me.pub")).unwrap());
	let error = fails(&cli, ("new", ""), "keys import me.pub --out other");
	assert!(error.contains("is a public key"), "{error}");
}

#[test]
fn who_signs_with_the_file_of_a_wallet_needs_its_passphrase() {
	let cli = begin();
	ok(&cli, ("open sesame", ""), "keys export me.account --out me.json");
	let send = "token transfer bob 1 --signer me.json";
	assert!(fails(&cli, ("open barley", ""), send).contains("does not open me.json"));
	// Only then is a node asked for.
	assert!(fails(&cli, ("open sesame", ""), send).contains("No node answers"));
	fs::set_permissions(cli.path("me.json"), fs::Permissions::from_mode(0o644)).unwrap();
	assert!(fails(&cli, ("open sesame", ""), send).contains("chmod 600 me.json"));
	cli.ok("keys generate --out key --no-passphrase");
	let error = fails(&cli, ("", ""), "token transfer bob 1 --signer key.sec");
	assert!(error.contains("is a key for files"), "{error}");
}
