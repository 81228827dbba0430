//! The sequence in `ownome --help` runs on a fresh development node.

// Helpers of tests are tests too, which Clippy cannot see.
#![allow(clippy::unwrap_used)]

mod support {
	pub mod cli;
	pub mod node;
}

use std::fs;
use support::{
	cli::{text, Cli},
	node::{event, units, Node},
};

#[test]
fn the_sequence_in_the_help_runs_as_it_stands() {
	let node = Node::start();
	let cli = Cli::new(&node.url);
	fs::write(cli.path("genome.vcf"), "variants").unwrap();
	let help = text(&cli.command("--help").output().unwrap().stdout);
	let commands: Vec<_> = help.lines().filter_map(|line| line.strip_prefix("  ownome ")).collect();
	assert!(commands.len() > 10, "{help}");
	let before = units(&cli.ok("token balance ferdie")["free"], 18);
	for arguments in &commands {
		let output =
			cli.command(arguments).env("OWNOME_PASSPHRASE", "open sesame").output().unwrap();
		assert!(output.status.success(), "ownome {arguments}: {}", text(&output.stderr));
	}
	assert_eq!(fs::read(cli.path("fetched.vcf")).unwrap(), b"variants");
	assert!(units(&cli.ok("token balance ferdie")["free"], 18) > before);

	assert_eq!(cli.ok("access 0 bob")["permitted"], false);
	let sent = cli.ok("token transfer bob 1 --signer ferdie");
	assert_eq!(units(&event(&sent, "TokenTransfer")["value"], 18), 10u128.pow(18));

	// What others may spend, and what is destroyed.
	let supply = || units(&cli.ok("token info")["supply"], 18);
	let before = supply();
	cli.ok("token approve charlie 2.5 --signer ferdie");
	assert_eq!(cli.ok("token allowance ferdie charlie")["allowance"], "2.5");
	cli.ok("token transfer-from ferdie dave 1 --signer charlie");
	assert!(cli.fails("token burn 0.5 --from ferdie --signer charlie").contains("--yes"));
	cli.ok("token burn 0.5 --from ferdie --yes --signer charlie");
	assert_eq!(cli.ok("token allowance ferdie charlie")["allowance"], "1");
	cli.ok("token burn 1 --yes --signer dave");
	assert_eq!(supply(), before - 10u128.pow(18) * 3 / 2);
	cli.ok("token approve charlie unlimited --signer ferdie");
	assert_eq!(cli.ok("token allowance ferdie charlie")["allowance"], "unlimited");

	// What the chain refuses is told in words, not in names of its code.
	let error = cli.fails("coin transfer bob 1000000000 --signer ferdie");
	assert!(error.contains("has too little for this"), "{error}");
}
