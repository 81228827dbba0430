//! The command as it is called.
#![allow(clippy::unwrap_used)]

use std::{
	fs,
	process::{Command, Output, Stdio},
};

fn run(arguments: &[&str]) -> Output {
	Command::new(env!("CARGO_BIN_EXE_ownome-example-genome"))
		.args(arguments)
		.output()
		.unwrap()
}

#[test]
fn a_file_is_what_the_standard_output_is() {
	let folder = tempfile::tempdir().unwrap();
	let out = folder.path().join("genome.vcf");
	fs::write(&out, "older").unwrap();
	let done = run(&["--records", "100", "--seed", "9", out.to_str().unwrap()]);
	assert!(done.status.success());
	assert!(done.stdout.is_empty());
	let piped = run(&["--records", "100", "--seed", "9", "-"]);
	assert_eq!(fs::read(&out).unwrap(), piped.stdout);
	assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
}

#[test]
fn twenty_thousand_records_are_the_default() {
	let text = String::from_utf8(run(&[]).stdout).unwrap();
	assert_eq!(text.lines().filter(|line| !line.starts_with('#')).count(), 20_000);
}

#[test]
fn what_cannot_be_done_is_said() {
	let folder = tempfile::tempdir().unwrap();
	let missing = folder.path().join("no/genome.vcf");
	for (arguments, said) in [
		(vec!["--records", "0"], "0 is not in"),
		(vec!["--records", "10000001"], "10000001 is not in"),
		(vec![missing.to_str().unwrap()], "no/genome.vcf"),
		(vec![folder.path().to_str().unwrap()], "is not a regular file"),
	] {
		let done = run(&arguments);
		assert!(!done.status.success());
		let error = String::from_utf8(done.stderr).unwrap();
		assert!(error.contains(said), "{error}");
		assert!(!error.contains(".ownome-") && !error.contains(".:"), "{error}");
	}
	let error = run(&[missing.to_str().unwrap()]).stderr;
	assert_eq!(error.iter().filter(|byte| **byte == b'\n').count(), 1, "one line");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
	let mut process = Command::new(env!("CARGO_BIN_EXE_ownome-example-genome"))
		.stdout(Stdio::piped())
		.stderr(Stdio::piped())
		.spawn()
		.unwrap();
	drop(process.stdout.take());
	let done = process.wait_with_output().unwrap();
	assert!(done.status.success());
	assert!(done.stderr.is_empty(), "{}", String::from_utf8_lossy(&done.stderr));
}
