//! What the fuzzer has found worth keeping, once more: each input of `fuzz/corpus` through its target.
#![allow(clippy::unwrap_used)]

#[path = "../../../fuzz/src/lib.rs"]
mod targets;

use std::{fs, path::Path};

#[test]
fn the_inputs_that_are_kept_are_dealt_with_as_they_should_be() {
	let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
	let folders = fs::read_dir(&corpus).unwrap().count();
	assert_eq!(folders, targets::TARGETS.len(), "each folder has its target");
	for (name, target) in targets::TARGETS {
		let mut count = 0;
		for input in fs::read_dir(corpus.join(name)).unwrap() {
			let path = input.unwrap().path();
			// Shown where the test fails.
			println!("{}", path.display());
			target(&fs::read(path).unwrap());
			count += 1;
		}
		assert!(count > 0, "{name}");
	}
}
