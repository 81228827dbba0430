//! Files: whole or not at all.
#![allow(clippy::unwrap_used)]

use std::{
	fs,
	io::{self, Write},
	os::unix::fs::PermissionsExt,
	path::Path,
};

use ownome_vault::{
	files::{create, decrypt, encrypt, rewrap, Access},
	keys::SecretKey,
	Error,
};
use tempfile::tempdir;

fn count(folder: &Path) -> usize {
	fs::read_dir(folder).unwrap().count()
}

#[test]
fn there_and_back_from_path_to_path() {
	let folder = tempdir().unwrap();
	let at = |name: &str| folder.path().join(name);
	let (alice, bob) = (SecretKey::generate().unwrap(), SecretKey::generate().unwrap());
	fs::write(at("text"), "variants").unwrap();
	encrypt(&at("text"), &at("alice.c4gh"), &[alice.public()]).unwrap();
	rewrap(&at("alice.c4gh"), &at("bob.c4gh"), &alice, &[bob.public()]).unwrap();
	decrypt(&at("bob.c4gh"), &at("back"), &bob).unwrap();
	assert_eq!(fs::read(at("back")).unwrap(), b"variants");
	assert_eq!(fs::metadata(at("back")).unwrap().permissions().mode() & 0o777, 0o600);
	assert_eq!(count(folder.path()), 4, "no temporary file is left");
}

#[test]
fn an_output_that_exists_is_refused_also_if_it_is_the_input() {
	let folder = tempdir().unwrap();
	let at = |name: &str| folder.path().join(name);
	let key = SecretKey::generate().unwrap();
	let recipients = [key.public()];
	fs::write(at("text"), "variants").unwrap();
	encrypt(&at("text"), &at("file"), &recipients).unwrap();
	let file = fs::read(at("file")).unwrap();
	for (input, output) in [("text", "text"), ("text", "file"), ("file", "file"), ("file", "text")]
	{
		let (input, output) = (at(input), at(output));
		for refused in [
			encrypt(&input, &output, &recipients),
			rewrap(&input, &output, &key, &recipients),
			decrypt(&input, &output, &key),
		] {
			assert!(matches!(refused, Err(Error::Exists { path }) if path == output));
		}
	}
	assert_eq!(fs::read(at("text")).unwrap(), b"variants");
	assert_eq!(fs::read(at("file")).unwrap(), file);
	assert_eq!(count(folder.path()), 2);
}

#[test]
fn an_error_leaves_nothing_behind() {
	let folder = tempdir().unwrap();
	let at = |name: &str| folder.path().join(name);
	let key = SecretKey::generate().unwrap();
	fs::write(at("text"), vec![1; 100_000]).unwrap();
	encrypt(&at("text"), &at("file"), &[key.public()]).unwrap();
	let mut bytes = fs::read(at("file")).unwrap();
	*bytes.last_mut().unwrap() ^= 1;
	fs::write(at("file"), bytes).unwrap();
	assert!(matches!(decrypt(&at("file"), &at("out"), &key), Err(Error::Block { index: 1 })));
	assert!(matches!(decrypt(&at("none"), &at("out"), &key), Err(Error::ReadPath { .. })));
	assert_eq!(count(folder.path()), 2);
}

#[test]
fn create_does_not_replace() {
	let folder = tempdir().unwrap();
	let path = folder.path().join("file");
	let write = |text: &'static [u8]| {
		create(&path, Access::Private, |file| file.write_all(text).map_err(Error::Write))
	};
	write(b"first").unwrap();
	assert!(matches!(write(b"second"), Err(Error::Exists { path: named }) if named == path));
	assert_eq!(fs::read(&path).unwrap(), b"first");
	assert_eq!(count(folder.path()), 1);
}

#[test]
fn a_full_disk_is_a_sentence_with_the_path() {
	let folder = tempdir().unwrap();
	let path = folder.path().join("file");
	let full = |_: &mut ownome_vault::Output<'_>| -> Result<(), Error> {
		Err(Error::Write(io::ErrorKind::StorageFull.into()))
	};
	let error = create(&path, Access::Shared, full).unwrap_err();
	assert!(matches!(error, Error::DiskFull { .. }));
	assert_eq!(
		error.to_string(),
		format!(
			"The disk is full: free some space for {} and run the command again.",
			path.display()
		)
	);
	assert_eq!(count(folder.path()), 0);
}

#[test]
fn a_folder_that_is_missing_is_told_with_the_name_of_the_output() {
	let folder = tempdir().unwrap();
	let path = folder.path().join("no/where");
	let error = create(&path, Access::Shared, |_| Ok(())).unwrap_err().to_string();
	assert!(error.contains("no/where to another") && !error.contains(".ownome-"), "{error}");
}

#[test]
fn links_are_not_followed_and_not_replaced() {
	let folder = tempdir().unwrap();
	let (target, link) = (folder.path().join("target"), folder.path().join("link"));
	fs::write(&target, "target").unwrap();
	std::os::unix::fs::symlink(&target, &link).unwrap();
	let created = create(&link, Access::Private, |_| Ok(()));
	assert!(matches!(created, Err(Error::Exists { .. })));
	assert_eq!(fs::read(&link).unwrap(), b"target");
}
