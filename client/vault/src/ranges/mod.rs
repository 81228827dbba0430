//! Byte ranges of a body, checked against the hash of the whole body.
//!
//! BLAKE3 is a tree: chunks of 1024 bytes are its leaves, and each node is made of the hashes of the two below it. Whoever has some of these
//! hashes can check a part of a body against the hash at the top, without the rest. A *proof file* holds these pairs of hashes:
//!
//! - one for each node over more than [`GROUP_BYTES`], 64 bytes each: the left hash, then the right one;
//! - in post-order: those of the left subtree, those of the right one, the node itself. So it can be written while the body is.
//!
//! This is the format that Bao calls a post-order outboard, here with groups of two chunks (the crate `bao-tree` writes the same). It has
//! 1/32 of the length of the body. Nobody needs to trust it: a changed proof file checks nothing.
//!
//! [`Prover`] writes a proof file, [`Plan`] says what has to be read for a range, and [`Verified`] is this range, checked before it is given out.

mod plan;
mod prover;

pub use plan::{Plan, Verified};
pub use prover::Prover;

/// How much of a body is checked at once, in bytes. So a range costs less than this more on either side.
pub const GROUP_BYTES: u64 = 2048;
/// The hashes of the two halves of a subtree.
const PAIR_BYTES: usize = 64;

/// How long the proof file of a body is, in bytes.
pub fn proof_bytes(body_bytes: u64) -> u64 {
	body_bytes.div_ceil(GROUP_BYTES).saturating_sub(1) * PAIR_BYTES as u64
}

#[cfg(test)]
mod tests;
