//! The calls, events, storage and runtime APIs of the chain, generated from the metadata of its runtime, so that
//! a call that the chain does not know does not compile.
//!
//! `artifacts/ownome.scale` is written by `cargo run --release --workspace --example metadata`. Types that are defined in
//! `ownome-primitives` are not generated a second time.

#[subxt::subxt(
	runtime_metadata_path = "artifacts/ownome.scale",
	substitute_type(
		path = "ownome_primitives::batch::BatchRoot",
		with = "::subxt::utils::Static<::ownome_primitives::BatchRoot>"
	),
	substitute_type(
		path = "ownome_primitives::commitment::Commitment",
		with = "::subxt::utils::Static<::ownome_primitives::Commitment>"
	),
	substitute_type(
		path = "ownome_primitives::commitment::Seal",
		with = "::subxt::utils::Static<::ownome_primitives::Seal>"
	),
	substitute_type(
		path = "ownome_primitives::consent::access::Access",
		with = "::subxt::utils::Static<::ownome_primitives::Access>"
	),
	substitute_type(
		path = "ownome_primitives::consent::delivery::DisputeRecord",
		with = "::subxt::utils::Static<::ownome_primitives::DisputeRecord>"
	),
	substitute_type(
		path = "ownome_primitives::consent::grant::EmergencyReason",
		with = "::subxt::utils::Static<::ownome_primitives::EmergencyReason>"
	),
	substitute_type(
		path = "ownome_primitives::consent::grant::EndCause",
		with = "::subxt::utils::Static<::ownome_primitives::EndCause>"
	),
	substitute_type(
		path = "ownome_primitives::consent::grant::Grant<A>",
		with = "::subxt::utils::Static<::ownome_primitives::Grant<A>>"
	),
	substitute_type(
		path = "ownome_primitives::consent::money::GrantMoney",
		with = "::subxt::utils::Static<::ownome_primitives::GrantMoney>"
	),
	substitute_type(
		path = "ownome_primitives::consent::ontology::AncestryProof",
		with = "::subxt::utils::Static<::ownome_primitives::AncestryProof>"
	),
	substitute_type(
		path = "ownome_primitives::consent::ontology::OntologyRecord",
		with = "::subxt::utils::Static<::ownome_primitives::OntologyRecord>"
	),
	substitute_type(
		path = "ownome_primitives::consent::policy::Answer",
		with = "::subxt::utils::Static<::ownome_primitives::Answer>"
	),
	substitute_type(
		path = "ownome_primitives::consent::policy::ConsentPolicy",
		with = "::subxt::utils::Static<::ownome_primitives::ConsentPolicy>"
	),
	substitute_type(
		path = "ownome_primitives::consent::proposal::Party",
		with = "::subxt::utils::Static<::ownome_primitives::Party>"
	),
	substitute_type(
		path = "ownome_primitives::consent::policy::PolicyTarget<A>",
		with = "::subxt::utils::Static<::ownome_primitives::PolicyTarget<A>>"
	),
	substitute_type(
		path = "ownome_primitives::consent::policy::Refusals",
		with = "::subxt::utils::Static<::ownome_primitives::Refusals>"
	),
	substitute_type(
		path = "ownome_primitives::consent::proposal::Proposal<A>",
		with = "::subxt::utils::Static<::ownome_primitives::Proposal<A>>"
	),
	substitute_type(
		path = "ownome_primitives::consent::receipt::Evidence",
		with = "::subxt::utils::Static<::ownome_primitives::Evidence>"
	),
	substitute_type(
		path = "ownome_primitives::consent::receipt::Receipt<A>",
		with = "::subxt::utils::Static<::ownome_primitives::Receipt<A>>"
	),
	substitute_type(
		path = "ownome_primitives::consent::scope::Scope",
		with = "::subxt::utils::Static<::ownome_primitives::Scope>"
	),
	substitute_type(
		path = "ownome_primitives::consent::terms::Terms",
		with = "::subxt::utils::Static<::ownome_primitives::Terms>"
	),
	substitute_type(
		path = "ownome_primitives::consent::terms::TermsHash",
		with = "::subxt::utils::Static<::ownome_primitives::TermsHash>"
	),
	substitute_type(
		path = "ownome_primitives::consent::trail::TrailEntry<A>",
		with = "::subxt::utils::Static<::ownome_primitives::TrailEntry<A>>"
	),
	substitute_type(
		path = "ownome_primitives::dataset::DataFormat",
		with = "::subxt::utils::Static<::ownome_primitives::DataFormat>"
	),
	substitute_type(
		path = "ownome_primitives::dataset::Dataset<A>",
		with = "::subxt::utils::Static<::ownome_primitives::Dataset<A>>"
	),
	substitute_type(
		path = "ownome_primitives::dataset::Tombstone",
		with = "::subxt::utils::Static<::ownome_primitives::Tombstone>"
	),
	substitute_type(
		path = "ownome_primitives::dataset::Verification",
		with = "::subxt::utils::Static<::ownome_primitives::Verification>"
	),
	substitute_type(
		path = "ownome_primitives::member::Application",
		with = "::subxt::utils::Static<::ownome_primitives::Application>"
	),
	substitute_type(
		path = "ownome_primitives::member::Member",
		with = "::subxt::utils::Static<::ownome_primitives::Member>"
	),
	substitute_type(
		path = "ownome_primitives::member::Profile",
		with = "::subxt::utils::Static<::ownome_primitives::Profile>"
	),
	substitute_type(
		path = "ownome_primitives::member::Role",
		with = "::subxt::utils::Static<::ownome_primitives::Role>"
	),
	substitute_type(
		path = "ownome_primitives::registration::Registration<A>",
		with = "::subxt::utils::Static<::ownome_primitives::Registration<A>>"
	),
	substitute_type(
		path = "ownome_primitives::tag::SearchToken",
		with = "::subxt::utils::Static<::ownome_primitives::SearchToken>"
	),
	substitute_type(
		path = "ownome_primitives::tag::Tags",
		with = "::subxt::utils::Static<::ownome_primitives::Tags>"
	),
	substitute_type(
		path = "ownome_primitives::title::Attestation<A>",
		with = "::subxt::utils::Static<::ownome_primitives::Attestation<A>>"
	),
	substitute_type(
		path = "ownome_primitives::title::Batch<A>",
		with = "::subxt::utils::Static<::ownome_primitives::Batch<A>>"
	),
	substitute_type(
		path = "ownome_primitives::title::Guardianship<A>",
		with = "::subxt::utils::Static<::ownome_primitives::Guardianship<A>>"
	),
	substitute_type(
		path = "ownome_primitives::title::SubjectId",
		with = "::subxt::utils::Static<::ownome_primitives::SubjectId>"
	),
	substitute_type(
		path = "ownome_primitives::token::TokenInfo",
		with = "::subxt::utils::Static<::ownome_primitives::TokenInfo>"
	),
	substitute_type(
		path = "ownome_primitives::token::TokenBalance",
		with = "::subxt::utils::Static<::ownome_primitives::TokenBalance>"
	)
)]
pub mod runtime {}
