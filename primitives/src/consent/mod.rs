//! What owners consent to, what is negotiated, and what was granted: types and rules without any chain.
//!
//! - [`Scope`]: how much of a dataset.
//! - [`Terms`]: purpose, scope, period and price.
//! - [`ConsentPolicy`]: what an owner says once about all requests; [`ConsentPolicy::answer`] decides on terms.
//! - [`Proposal`]: an offer that is negotiated.
//! - [`Grant`]: a consent that was given. Its money and what it allows at any moment follow from what stands in it.

mod access;
mod delivery;
mod grant;
mod money;
mod ontology;
mod policy;
mod proposal;
mod receipt;
mod scope;
mod terms;
#[cfg(test)]
mod tests;
mod trail;

pub use access::{Access, Denial};
pub use delivery::{Delivery, DeliveryState, Dispute, DisputeRecord, Verdict};
pub use grant::{
	Basis, Emergency, EmergencyReason, EndCause, Ended, Grant, Narrowing, Review, Shares,
	MAX_NARROWINGS,
};
pub use money::GrantMoney;
pub use ontology::{
	ancestry_leaf, Ancestry, AncestryProof, AncestryProofs, Ontology, OntologyRecord,
	ProvenAncestries, MAX_ANCESTRY_PROOFS,
};
pub use policy::{
	Answer, ConsentClause, ConsentPolicy, PolicyFlaw, PolicyTarget, Refusals, MAX_POLICY_CLAUSES,
	MONTH,
};
pub use proposal::{Ethics, Match, Party, Proposal};
pub use receipt::{Evidence, Receipt};
pub use scope::{
	Contig, Genes, Region, Regions, ResourceType, Resources, Scope, MAX_GENES, MAX_REGIONS,
	MAX_RESOURCES,
};
pub use terms::{Terms, TermsHash};
pub use trail::{Act, TrailEntry, MAX_ACTS_OF_GRANT};
