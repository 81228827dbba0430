//! Work that is interrupted leaves nothing behind. The request is for the whole process, so this test has one
//! of its own.
#![allow(clippy::unwrap_used)]

use std::fs;

use ownome_vault::{
	extract::Part,
	files::{decrypt, encrypt, rekey, rewrap},
	interrupt,
	keys::SecretKey,
	store::{ExtractOf, Extracting, Store},
	Error,
};
use tempfile::tempdir;

#[test]
fn what_is_interrupted_leaves_nothing_behind() {
	let folder = tempdir().unwrap();
	let at = |name: &str| folder.path().join(name);
	let key = SecretKey::generate().unwrap();
	fs::write(at("text"), vec![1; 200_000]).unwrap();
	encrypt(&at("text"), &at("file"), &[key.public()]).unwrap();
	fs::create_dir(at("store")).unwrap();
	fs::write(
		at("genome.vcf"),
		"##fileformat=VCFv4.3\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n",
	)
	.unwrap();
	let kept = Store::new(at("kept")).unwrap();
	let pending = kept.add(&at("genome.vcf"), "vcf", [7; 32], &key.public()).unwrap();
	let dataset = pending.finish().unwrap();
	let making = Extracting {
		secret: &key,
		registrant: &[7; 32],
		part: &Part::Regions(Vec::new()),
		reference: None,
	};
	let of = ExtractOf { grant: 0, scope: "regions:" };
	let extract = dataset.add_extract(of, &key.public(), &making).unwrap();

	interrupt::request();
	for interrupted in [
		encrypt(&at("text"), &at("out"), &[key.public()]),
		decrypt(&at("file"), &at("out"), &key),
		rewrap(&at("file"), &at("out"), &key, &[key.public()]),
		rekey(&at("file"), &at("out"), &key, &[key.public()]),
		Store::new(at("store"))
			.unwrap()
			.add(&at("text"), "vcf", [7; 32], &key.public())
			.map(drop),
	] {
		assert!(matches!(interrupted, Err(Error::Interrupted)), "{interrupted:?}");
	}
	assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 5);
	assert_eq!(fs::read_dir(at("store")).unwrap().count(), 0);

	// What was made for a transaction that is not sent any more goes all the same.
	dataset.remove_extract(&extract).unwrap();
	assert!(!dataset.path().join("extracts").exists());
}
