//! Millions of datasets under one hash, and the proofs that they are there.
//!
//! [`Builder`] takes the datasets one by one and writes a tree file, in memory that does not grow with their number;
//! [`Tree::prove`] gives the [`Proof`] of one of them with one read for each level, and [`Tree::check`] finds every change of the file. The hashes are those of
//! [`ownome_primitives::BatchLeaf`], which the chain checks.
//!
//! A tree file has these parts, with all numbers little-endian:
//!
//! | Part | Bytes |
//! | --- | --- |
//! | `OWNTREE` and a zero byte | 8 |
//! | version, which is 1 | 4 |
//! | number of datasets, `n` | 8 |
//! | root | 32 |
//! | for each dataset its owner, its seal and the code of its format | 65 `n` |
//! | for each level above the leaves, from below, its nodes from the left | 32 for each node |
//!
//! A level has half as many nodes as the one below, rounded up: a node without a neighbour on its right stands for
//! itself on the next level too.

mod build;
mod layout;
mod levels;
mod proof;
mod tree;

pub use build::Builder;
pub use proof::Proof;
pub use tree::Tree;

/// One dataset of a batch. Its owner is the 32 bytes of an account.
pub type Leaf = ownome_primitives::BatchLeaf<[u8; 32]>;
