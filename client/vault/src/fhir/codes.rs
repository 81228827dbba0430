//! The systems of codes and identifiers.

use ownome_primitives::{
	duo::{purpose::Kind, Permission, Term},
	DatasetId, EmergencyReason, GrantId,
};
use serde_json::{json, Value};

/// What all URLs of this project begin with.
pub const OWNOME: &str = "https://ownome.org/fhir/";

/// The Data Use Ontology, with codes like `DUO:0000042`.
pub const DUO: &str = "http://purl.obolibrary.org/obo/duo.owl";
/// What other writers use for the Data Use Ontology, with codes like `DUO_0000042`.
pub const OBO: &str = "http://purl.obolibrary.org/obo/";
/// The MONDO disease ontology, with codes like `MONDO:0005148`.
pub const MONDO: &str = "http://purl.obolibrary.org/obo/mondo.owl";
/// Countries by their two letters.
pub const ISO_3166: &str = "urn:iso:std:iso:3166";
/// Units of measure.
pub const UCUM: &str = "http://unitsofmeasure.org";
/// Genes, with codes like `HGNC:1100`.
pub const HGNC: &str = "http://www.genenames.org";
/// Types of FHIR.
pub const FHIR_TYPES: &str = "http://hl7.org/fhir/fhir-types";
/// Purposes of use.
pub const ACT_REASON: &str = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
/// Kinds of consent.
pub const ACT_CODE: &str = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
/// How somebody takes part.
pub const PARTICIPATION: &str = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
/// What may be done with data.
pub const CONSENT_ACTION: &str = "http://terminology.hl7.org/CodeSystem/consentaction";
/// Documents.
pub const LOINC: &str = "http://loinc.org";
/// Events and roles of audits.
pub const DICOM: &str = "http://dicom.nema.org/resources/ontology/DCM";
/// What happens to a record.
pub const LIFECYCLE: &str = "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle";
/// How an event ended.
pub const OUTCOME: &str = "http://terminology.hl7.org/CodeSystem/audit-event-outcome";
/// What an object is in an event.
pub const OBJECT_ROLE: &str = "http://terminology.hl7.org/CodeSystem/object-role";

/// Extension: a term of the Data Use Ontology (`term`) with its parameters (`value`).
pub const DATA_USE_TERM: &str = "https://ownome.org/fhir/StructureDefinition/data-use-term";
/// Extension: for how long at most a clause allows use, a Duration in `d` or `ms`.
pub const LONGEST_PERIOD: &str = "https://ownome.org/fhir/StructureDefinition/longest-period";
/// Extension: the price from which on a match is consent, a text like `12.5`, in `DATA`.
pub const ASK: &str = "https://ownome.org/fhir/StructureDefinition/ask";
/// Extension: whether a match alone is consent.
pub const STANDING: &str = "https://ownome.org/fhir/StructureDefinition/standing";
/// Extension: whether an ethics committee has to sign.
pub const ETHICS: &str = "https://ownome.org/fhir/StructureDefinition/ethics";
/// Extension: how much of a dataset is open.
pub const SCOPE: &str = "https://ownome.org/fhir/StructureDefinition/scope";
/// Extension: the purpose that the requester stated.
pub const PURPOSE: &str = "https://ownome.org/fhir/StructureDefinition/purpose";
/// Extension: after how many accesses a grant ends.
pub const ACCESSES: &str = "https://ownome.org/fhir/StructureDefinition/accesses";
/// Extension: the whole price, a text like `12.5`, in `DATA`.
pub const PRICE: &str = "https://ownome.org/fhir/StructureDefinition/price";

/// Extension: the identifier of a receipt, for which an `AuditEvent` has no element.
pub const RECEIPT_EXTENSION: &str = "https://ownome.org/fhir/StructureDefinition/receipt";

/// Identifiers of accounts.
pub const ACCOUNT: &str = "https://ownome.org/fhir/NamingSystem/account";
/// Identifiers of datasets.
pub const DATASET: &str = "https://ownome.org/fhir/NamingSystem/dataset";
/// Identifiers of grants.
pub const GRANT: &str = "https://ownome.org/fhir/NamingSystem/grant";
/// Identifiers of receipts: the number of the grant and that of the receipt.
pub const RECEIPT: &str = "https://ownome.org/fhir/NamingSystem/receipt";
/// Identifiers of policies: their hashes.
pub const POLICY: &str = "https://ownome.org/fhir/NamingSystem/policy";
/// Codes of evidence: `record` or `batch`, and `count`.
pub const EVIDENCE: &str = "https://ownome.org/fhir/CodeSystem/evidence";

/// The purpose of use that stands for a permission. It is never wider than the permission.
pub fn purpose_of_permission(permission: &Permission) -> &'static str {
	purpose_of_term(permission.term())
}

pub(super) fn purpose_of_term(permission: Term) -> &'static str {
	match permission {
		Term::Disease => "DSRCH",
		Term::Ancestry => "POARCH",
		_ => "HRESCH",
	}
}

/// The purpose of use that stands for a kind of use.
pub(super) fn purpose_of_kind(kind: Kind) -> &'static str {
	match kind {
		Kind::Disease => "DSRCH",
		Kind::Ancestry => "POARCH",
		Kind::ClinicalCare => "TREAT",
		Kind::General | Kind::Biomedical | Kind::Methods | Kind::Controls => "HRESCH",
	}
}

/// The purpose of use that stands for an emergency, besides `BTG`.
pub(super) fn purpose_of_emergency(reason: EmergencyReason) -> &'static str {
	match reason {
		EmergencyReason::PublicHealth => "PUBHLTH",
		EmergencyReason::PatientUnableToConsent
		| EmergencyReason::LifeThreatening
		| EmergencyReason::DrugSafety => "ETREAT",
	}
}

/// What a purpose of use is called.
fn display(purpose: &str) -> &'static str {
	match purpose {
		"DSRCH" => "disease specific healthcare research",
		"POARCH" => "population origins or ancestry healthcare research",
		"TREAT" => "treatment",
		"ETREAT" => "Emergency Treatment",
		"PUBHLTH" => "public health",
		"BTG" => "break the glass",
		_ => "healthcare research",
	}
}

/// A code for a purpose of use.
pub(super) fn purpose(code: &str) -> Value {
	coding(ACT_REASON, code, display(code))
}

pub(super) fn coding(system: &str, code: &str, display: &str) -> Value {
	json!({ "system": system, "code": code, "display": display })
}

pub(super) fn concept(coding: Value) -> Value {
	json!({ "coding": [coding] })
}

/// A reference to an account, which is known by its address alone.
pub(super) fn account(address: &impl ToString) -> Value {
	json!({ "identifier": { "system": ACCOUNT, "value": address.to_string() } })
}

/// A reference to a dataset, which is known by its number alone.
pub(super) fn dataset(id: DatasetId) -> Value {
	json!({ "identifier": { "system": DATASET, "value": id.to_string() } })
}

/// A reference to the consent that is a grant.
pub(super) fn grant(id: GrantId) -> Value {
	json!({ "type": "Consent", "identifier": { "system": GRANT, "value": id.to_string() } })
}

/// A hash as a text.
pub(super) fn hash(digest: &[u8]) -> String {
	format!("0x{}", hex::encode(digest))
}
