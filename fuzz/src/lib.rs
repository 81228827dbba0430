//! What the fuzz targets do with their input. The tests of the vault do the same with the corpus that is kept.
//!
//! A target ends in silence, whatever its input; it panics where the vault does something else than it should.

#![forbid(unsafe_code)]

mod forms;
mod headers;
mod keys;
mod model;
mod sealed;
mod streams;

pub use forms::{duo, manifest, policy};
pub use headers::{edits, header, packets};
pub use keys::keys;
pub use streams::streams;

/// A target.
pub type Target = fn(&[u8]);

/// All targets by their names, which are those of their folders in the corpus too.
pub const TARGETS: [(&str, Target); 8] = [
	("header", header),
	("packets", packets),
	("edits", edits),
	("keys", keys),
	("manifest", manifest),
	("duo", duo),
	("policy", policy),
	("streams", streams),
];
