//! An upload that is interrupted leaves nothing behind, on either side. The request is for the whole process, so this test has one
//! of its own.
#![allow(clippy::unwrap_used)]

use std::{env, fs, thread, time::Duration};

use ownome_vault::{interrupt, keys::SecretKey, store::Store, Error};
use support::{Moto, VARIABLES};
use tempfile::tempdir;

// Each test has its part of it.
#[allow(dead_code)]
#[path = "support/moto.rs"]
mod support;

#[test]
fn an_upload_that_is_interrupted_is_taken_back() {
	let moto = Moto::start();
	let wire = moto.wire();
	let folder = tempdir().unwrap();
	for (name, value) in VARIABLES {
		env::set_var(name, value);
	}
	env::set_var("AWS_ENDPOINT_URL", wire.url());
	fs::create_dir(folder.path().join("tmp")).unwrap();
	env::set_var("TMPDIR", folder.path().join("tmp"));
	fs::write(folder.path().join("genome.vcf"), vec![1; 40 << 20]).unwrap();
	let pending = Store::new("s3://ownome")
		.unwrap()
		.add(
			&folder.path().join("genome.vcf"),
			"vcf",
			[7; 32],
			&SecretKey::generate().unwrap().public(),
		)
		.unwrap();

	// Some seconds for all of it.
	wire.slow_down(Duration::from_millis(20));
	let mut unfinished = 0;
	let finished = thread::scope(|scope| {
		let finishing = scope.spawn(|| pending.finish());
		while wire.sent() < 7 << 20 {
			thread::sleep(Duration::from_millis(5));
		}
		unfinished = moto.unfinished();
		interrupt::request();
		finishing.join().unwrap()
	});
	assert!(matches!(finished, Err(Error::Interrupted)), "{finished:?}");
	assert_eq!(unfinished, 1);
	assert_eq!(moto.unfinished(), 0);
	assert_eq!(moto.keys(), [""; 0]);
	assert_eq!(fs::read_dir(folder.path().join("tmp")).unwrap().count(), 0);
}
