//! The command line, as a user has it.

use serde_json::Value;
use std::{
	path::{Path, PathBuf},
	process::{Command, Output, Stdio},
};

/// The command line, in a folder of its own.
pub struct Cli {
	url: String,
	folder: tempfile::TempDir,
}

impl Cli {
	/// A command line that talks to `url`.
	pub fn new(url: &str) -> Self {
		Self { url: url.into(), folder: tempfile::tempdir().unwrap() }
	}

	/// A file in the folder.
	pub fn path(&self, name: impl AsRef<Path>) -> PathBuf {
		self.folder.path().join(name)
	}

	/// A command, with its arguments separated by spaces.
	pub fn command(&self, arguments: &str) -> Command {
		let mut command = Command::new(env!("CARGO_BIN_EXE_ownome"));
		command
			.args(arguments.split_whitespace())
			.current_dir(self.folder.path())
			.env("OWNOME_URL", &self.url)
			.env_remove("OWNOME_SIGNER")
			.env_remove("OWNOME_STORE")
			.env_remove("OWNOME_PASSPHRASE")
			.stdin(Stdio::null());
		command
	}

	/// The answer to a command that succeeds.
	pub fn ok(&self, arguments: &str) -> Value {
		let output = self.command(arguments).arg("--json").output().unwrap();
		assert!(output.status.success(), "ownome {arguments}: {}", text(&output.stderr));
		serde_json::from_slice(&output.stdout)
			.unwrap_or_else(|error| panic!("ownome {arguments}: {error}: {}", text(&output.stdout)))
	}

	/// The error of a command that fails.
	pub fn fails(&self, arguments: &str) -> String {
		let output = self.command(arguments).arg("--json").output().unwrap();
		self.error(arguments, &output)
	}

	/// The error in the output of a command that failed.
	pub fn error(&self, arguments: &str, output: &Output) -> String {
		assert_eq!(output.status.code(), Some(1), "ownome {arguments}: {}", text(&output.stdout));
		assert!(output.stdout.is_empty(), "ownome {arguments}: {}", text(&output.stdout));
		let error: Value = serde_json::from_slice(&output.stderr).unwrap_or_else(|error| {
			panic!("ownome {arguments}: {error}: {}", text(&output.stderr))
		});
		error["error"].as_str().expect("an error is a text").to_owned()
	}
}

/// Bytes as a text.
pub fn text(bytes: &[u8]) -> String {
	String::from_utf8_lossy(bytes).into_owned()
}
