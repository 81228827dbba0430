//! Permits on a real node, through the command line: signed by one, brought by another, spent by a third.

// Helpers of tests are tests too, which Clippy cannot see.
#![allow(clippy::unwrap_used)]

mod support {
	pub mod cli;
	pub mod node;
}

use support::{
	cli::Cli,
	node::{event, Node},
};

#[test]
fn an_owner_signs_and_anybody_brings_it() {
	let node = Node::start();
	let cli = Cli::new(&node.url);
	let genesis = cli.ok("chain info")["genesis"].as_str().unwrap().to_owned();

	// Without a node, as on a machine that is never on a network.
	let offline = cli
		.command(&format!("token permit sign --spender charlie --amount 2.5 --deadline 2100-01-01 --nonce 0 --genesis {genesis} --out permit.json --signer bob --json --url ws://127.0.0.1:1"))
		.output()
		.unwrap();
	assert!(offline.status.success(), "{}", String::from_utf8_lossy(&offline.stderr));
	let sent = cli.ok("token permit send permit.json --signer dave");
	assert_eq!(event(&sent, "TokenApproval")["value"], "2.5");
	assert_eq!(cli.ok("token allowance bob charlie")["allowance"], "2.5");
	cli.ok("token transfer-from bob ferdie 1 --signer charlie");

	// Once, and no more.
	let error = cli.fails("token permit send permit.json --signer dave");
	assert!(error.contains("it was used already"), "{error}");
	// The node knows the rest.
	let sign = "token permit sign --spender charlie --amount unlimited --deadline 2100-01-01";
	let signed = cli.ok(&format!("{sign} --out next.json --signer bob"));
	assert_eq!((&signed["nonce"], &signed["amount"]), (&1.into(), &"unlimited".into()));
	cli.ok("token permit send next.json --signer dave");
	assert_eq!(cli.ok("token allowance bob charlie")["allowance"], "unlimited");

	for (arguments, told) in [
		("--nonce 5 --out a.json", "has the nonce 5"),
		("--deadline 2020-01-01 --out b.json", "was good until 2020-01-01"),
		(&format!("--genesis 0x{} --out c.json", "00".repeat(32)), "signed for another chain"),
	] {
		let sign = match arguments.contains("--deadline") {
			true => sign.replace(" --deadline 2100-01-01", ""),
			false => sign.to_owned(),
		};
		let file = arguments.split(' ').next_back().unwrap();
		cli.ok(&format!("{sign} {arguments} --signer bob"));
		let error = cli.fails(&format!("token permit send {file} --signer dave"));
		assert!(error.contains(told), "{arguments}: {error}");
	}
	let text = std::fs::read_to_string(cli.path("next.json")).unwrap();
	std::fs::write(cli.path("more.json"), text.replace("unlimited", "3")).unwrap();
	let error = cli.fails("token permit send more.json --signer dave");
	assert!(error.contains("was changed since"), "{error}");
}
