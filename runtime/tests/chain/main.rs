//! The runtime as a chain in memory, driven by signed transactions as a node would.

mod ledger;
mod permit;
mod registry;
mod rights;
mod sequences;
mod support;
mod token;
