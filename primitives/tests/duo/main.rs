//! Decisions on purposes: the whole table of the ontology, and what holds for all policies and purposes.
#![allow(clippy::unwrap_used)]

mod any;
mod properties;
mod table;
mod whole_table;
