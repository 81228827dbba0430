//! A node, a consortium and an owner with data: what the stories about consents begin with.

use super::{
	cli::{text, Cli},
	node::{units, Node},
};
use serde_json::Value;
use std::{fs, thread};

/// What is in each dataset.
pub const RECORD: &str = r#"{"resourceType":"Bundle","type":"collection","entry":[
{"resource":{"resourceType":"Observation","id":"o1","status":"final","subject":{"reference":"Patient/p1"}}},
{"resource":{"resourceType":"Patient","id":"p1","name":[{"family":"Doe"}]}},
{"resource":{"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p1"}}}
]}
"#;

/// The cast: the owner has an account of its own, the others are development accounts.
pub struct Cast {
	// Goes last, so that the node outlives the commands.
	pub cli: Cli,
	_node: Node,
	pub owner: String,
}

impl Cast {
	/// Charlie stores, Bob does research, Dave judges, Eve is a clinician, Ferdie may vouch; the owner has some coins and `datasets` datasets.
	pub fn begin(datasets: usize) -> Self {
		const MEMBERS: [(&str, &str); 5] = [
			("charlie", "custodian"),
			("bob", "requester"),
			("dave", "ethics,auditor"),
			("eve", "clinician"),
			("ferdie", "attester"),
		];
		let node = Node::start();
		let cli = Cli::new(&node.url);
		cli.ok("keys generate --no-passphrase --out owner");
		fs::write(cli.path("accreditation.pdf"), "accredited").unwrap();
		let owner = cli.ok("keys account --out me.account")["account"].as_str().unwrap().to_owned();
		let mut begin = vec![format!("coin transfer {owner} 1000 --signer alice")];
		for (who, roles) in MEMBERS {
			cli.ok(&format!("keys generate --no-passphrase --out {who}"));
			begin.push(apply(who, roles, &format!("{who}-1"), who));
		}
		together(&cli, &begin);
		together(&cli, &MEMBERS.map(|(who, _)| format!("member admit {who} --signer alice")));
		let files: Vec<_> = (0..datasets).map(|number| format!("{number}.json")).collect();
		for file in &files {
			fs::write(cli.path(file), RECORD).unwrap();
		}
		cli.ok(&format!("dataset register-many {} --recipient owner.pub --format fhir-bundle --custodian charlie --attester ferdie --store store --signer me.account", files.join(" ")));
		Self { cli, _node: node, owner }
	}

	/// What an account has of the data token: free and held.
	pub fn data(&self, account: &str) -> (u128, u128) {
		let balance = self.cli.ok(&format!("token balance {account}"));
		(units(&balance["free"], 18), units(&balance["held"], 18))
	}

	/// The owner makes grant `grant` readable.
	pub fn deliver(&self, grant: u64) -> Value {
		self.cli
			.ok(&format!("grant deliver {grant} --key owner.sec --store store --signer me.account"))
	}

	/// Everything that happened to a dataset.
	pub fn audit(&self, dataset: u64) -> Vec<Value> {
		let output = self.cli.command(&format!("audit {dataset} --json")).output().unwrap();
		assert!(output.status.success(), "{}", text(&output.stderr));
		text(&output.stdout)
			.lines()
			.map(|line| serde_json::from_str(line).unwrap())
			.collect()
	}
}

/// The command by which somebody applies for membership.
pub fn apply(key: &str, roles: &str, institution: &str, signer: &str) -> String {
	format!("member apply --roles {roles} --key {key}.pub --credential accreditation.pdf --institution {institution} --country GB --not-for-profit --signer {signer}")
}

/// Commands at the same moment, which all succeed: nobody waits for the block of somebody else.
fn together(cli: &Cli, commands: &[String]) {
	thread::scope(|scope| {
		for command in commands {
			scope.spawn(|| cli.ok(command));
		}
	});
}
