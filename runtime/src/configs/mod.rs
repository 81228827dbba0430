//! How each pallet is configured, a file per room, in the order of the pallets' indices.

mod consensus;
pub(crate) mod data;
mod filter;
mod governance;
mod monetary;
pub(crate) mod system;
pub(crate) mod utility;
