//! What `ownome_*` methods read and answer in the same JSON: accounts, purposes, scopes, terms and what a policy is for.
//!
//! What does not fit its form is told in one sentence that says what to write.

mod address;
mod purpose;
mod scope;
mod target;
mod terms;
mod text;

pub use address::Address;
pub use purpose::PurposeForm;
pub use scope::ScopeForm;
pub use target::TargetForm;
pub use terms::TermsForm;
pub use text::Text;
