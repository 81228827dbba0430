//! What `ownome_*` methods answer, in JSON.
//!
//! Keys are camelCase. Amounts are decimal strings in the smallest unit, because they do not fit into the
//! numbers of JavaScript; ids, lengths and times (Unix milliseconds) are numbers. Accounts are SS58
//! addresses, hashes are `0x` and hexadecimal. Policies and purposes are in the form of
//! `docs/guide/policies.md`.

pub mod access;
pub mod context;
mod delivery;
pub mod grant;
pub mod member;
pub mod money;
mod names;
pub mod policy;
pub mod proposal;
pub mod record;
pub mod registry;
pub mod token;
