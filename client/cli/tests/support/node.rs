//! A real node, and what its answers mean.

use serde_json::Value;
use std::{
	env,
	io::{BufRead, BufReader},
	path::{Path, PathBuf},
	process::{Child, Command, Stdio},
	thread,
};

/// A development node of its own, which goes with the value.
pub struct Node {
	process: Child,
	pub url: String,
}

impl Node {
	/// Starts a node on a free port and waits until it answers.
	pub fn start() -> Self {
		let binary = env::var_os("OWNOME_NODE").map(PathBuf::from).unwrap_or_else(|| {
			Path::new(env!("CARGO_BIN_EXE_ownome")).with_file_name("ownome-node")
		});
		assert!(
			binary.is_file(),
			"{} is missing: build it with `cargo build --release --workspace`, or name another one with OWNOME_NODE",
			binary.display()
		);
		let mut process = Command::new(binary)
			.args(["--dev", "--tmp", "--rpc-port", "0", "--port", "0"])
			.args(["--no-prometheus", "--no-telemetry", "--no-mdns"])
			.stdout(Stdio::null())
			.stderr(Stdio::piped())
			.spawn()
			.expect("the node starts");
		let log = process.stderr.take().expect("the log is piped");
		let mut lines = BufReader::new(log).lines().map_while(Result::ok);
		let mut seen = Vec::new();
		let address = loop {
			let Some(line) = lines.next() else {
				let _ = process.kill();
				panic!("the node stopped before it answered:\n{}", seen.join("\n"));
			};
			if let Some((_, addresses)) = line.split_once("Running JSON-RPC server: addr=") {
				let first = addresses.split(',').next().expect("a split has a first part");
				break first.trim().to_owned();
			}
			seen.push(line);
		};
		// A pipe that nobody reads would stop the node.
		thread::spawn(move || lines.for_each(drop));
		Self { process, url: format!("ws://{address}") }
	}
}

impl Drop for Node {
	fn drop(&mut self) {
		let _ = self.process.kill();
		let _ = self.process.wait();
	}
}

/// An amount in JSON in smallest units.
// Not every test counts money.
#[allow(dead_code)]
pub fn units(amount: &Value, decimals: usize) -> u128 {
	let amount = amount.as_str().expect("an amount is a text");
	let (whole, part) = amount.split_once('.').unwrap_or((amount, ""));
	format!("{whole}{part:0<decimals$}").parse().expect("an amount is a number")
}

/// The one event with this name.
pub fn event<'a>(report: &'a Value, name: &str) -> &'a Value {
	let events = report["events"].as_array().expect("a transaction has events");
	let mut found = events.iter().filter(|event| event["event"] == name);
	let event = found.next().unwrap_or_else(|| panic!("no {name} in {report}"));
	assert!(found.next().is_none(), "more than one {name} in {report}");
	event
}
