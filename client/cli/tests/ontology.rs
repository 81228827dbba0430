//! Releases of MONDO on the command line, without a node and with one.

// Helpers of tests are tests too, which Clippy cannot see.
#![allow(clippy::unwrap_used)]

mod support {
	pub mod cli;
	pub mod node;
}

use codec::Decode;
use ownome_primitives::{Ancestry, AncestryProof, BatchRoot, Mondo, Ontology};
use serde_json::{json, Value};
use std::fs;
use support::{
	cli::{text, Cli},
	node::{event, Node},
};

const VERSION: &str = "http://purl.obolibrary.org/obo/mondo/releases/2026-01-06/mondo.owl";

/// A command line in a folder with a release in which MONDO:0000003 is below 2, and 2 below 1, and 4 below nothing.
fn with_release(url: &str) -> Cli {
	let cli = Cli::new(url);
	fs::write(cli.path("mondo.json"), release(&[(3, 2), (2, 1)]).to_string()).unwrap();
	cli
}

fn release(edges: &[(u32, u32)]) -> Value {
	let iri = |class: u32| format!("http://purl.obolibrary.org/obo/MONDO_{class:07}");
	let nodes: Vec<_> = (1..5).map(|class| json!({ "id": iri(class), "type": "CLASS" })).collect();
	let edges: Vec<_> = edges
		.iter()
		.map(|(low, high)| json!({ "sub": iri(*low), "pred": "is_a", "obj": iri(*high) }))
		.collect();
	json!({ "graphs": [{ "meta": { "version": VERSION }, "nodes": nodes, "edges": edges }] })
}

fn bytes(hex: &Value) -> Vec<u8> {
	hex::decode(hex.as_str().unwrap().strip_prefix("0x").unwrap()).unwrap()
}

#[test]
fn a_proof_is_one_that_the_chain_accepts_in_both_forms() {
	let cli = with_release("ws://127.0.0.1:1");
	let root = cli.ok("ontology root mondo.json");
	assert_eq!(
		(&root["version"], &root["classes"], &root["count"]),
		(&json!(VERSION), &json!(4), &json!(3))
	);
	let ontology = Ontology { root: BatchRoot(bytes(&root["root"]).try_into().unwrap()), count: 3 };

	let answer = cli.ok("ontology prove mondo.json MONDO:0000003 MONDO:0000001");
	let proof = AncestryProof::decode(&mut &bytes(&answer["scale"])[..]).unwrap();
	assert_eq!(proof.pair, Ancestry { descendant: Mondo(3), ancestor: Mondo(1) });
	assert!(ontology.proves(&proof));
	assert_eq!(answer["root"], root["root"]);
	assert_eq!(answer["proof"]["pair"], json!({ "descendant": 3, "ancestor": 1 }));
	assert_eq!(answer["proof"]["index"], json!(proof.index));
	let hashes: Vec<_> = answer["proof"]["proof"].as_array().unwrap().iter().map(bytes).collect();
	assert_eq!(hashes, proof.proof.iter().map(|hash| hash.to_vec()).collect::<Vec<_>>());

	let output = cli.command("ontology root mondo.json").output().unwrap();
	let lines = text(&output.stdout);
	assert!(
		lines.contains(&format!("version        {VERSION}\nclasses        4\ncount          3\n"))
	);
}

#[test]
fn what_cannot_be_proved_is_said_in_one_sentence() {
	let cli = with_release("ws://127.0.0.1:1");
	fs::write(cli.path("circle.json"), release(&[(1, 2), (2, 1)]).to_string()).unwrap();
	fs::write(cli.path("mondo.obo"), "format-version: 1.2\n").unwrap();
	for (arguments, error) in [
		(
			"prove mondo.json MONDO:0000001 MONDO:0000003",
			"MONDO:0000001 is not a kind of MONDO:0000003: ",
		),
		("prove mondo.json MONDO:0000009 MONDO:0000001", "has no class MONDO:0000009 "),
		("root circle.json", "(MONDO:0000001, MONDO:0000002 are kinds of each other)"),
		("root mondo.obo", "mondo.obo is not a release of MONDO as OBO Graphs ("),
		("root none.json", "Could not read none.json, "),
	] {
		let said = cli.fails(&format!("ontology {arguments}"));
		assert!(said.contains(error), "{said}");
	}
	let output = cli.command("ontology prove mondo.json MONDO:1 MONDO:0000001").output().unwrap();
	assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_release_is_announced_by_the_sudo_key_alone() {
	let node = Node::start();
	let cli = with_release(&node.url);
	let error = cli.fails("ontology check mondo.json");
	assert!(error.starts_with("This chain has no ontology yet: "), "{error}");
	let error = cli.fails("ontology set mondo.json --signer bob");
	assert!(error.contains(" announces an ontology on this chain: "), "{error}");

	let set = cli.ok("ontology set mondo.json --signer alice");
	let announced = event(&set, "OntologyAnnounced");
	assert_eq!((&announced["root"], &announced["count"]), (&set["root"], &json!(3)));
	let checked = cli.ok("ontology check mondo.json");
	assert_eq!(checked["standing"], "announced");
	assert_eq!(checked["from"], announced["from"]);
	let error = cli.fails("ontology set mondo.json --signer alice");
	assert!(error.contains(" is announced already: "), "{error}");

	// One that nobody announced.
	fs::write(cli.path("mondo.json"), release(&[(3, 2)]).to_string()).unwrap();
	assert!(cli
		.fails("ontology check mondo.json")
		.starts_with("This chain has no ontology yet: "));
}
