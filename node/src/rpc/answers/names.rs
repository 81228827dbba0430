//! How answers name what has nothing else to it.

use ownome_primitives::{EmergencyReason, EndCause, Party, Role, Standing};

/// What a member is accredited for.
pub fn role(role: Role) -> &'static str {
	match role {
		Role::Requester => "requester",
		Role::Attester => "attester",
		Role::Custodian => "custodian",
		Role::Ethics => "ethics",
		Role::Clinician => "clinician",
		Role::Validator => "validator",
		Role::Auditor => "auditor",
	}
}

/// Whether an institution is trusted.
pub fn standing(standing: Standing) -> &'static str {
	match standing {
		Standing::Good => "good",
		Standing::Suspended => "suspended",
		Standing::Expelled => "expelled",
		Standing::Resigned => "resigned",
	}
}

/// Why a grant ended before its time.
pub fn end_cause(cause: EndCause) -> &'static str {
	match cause {
		EndCause::Revoked => "revoked",
		EndCause::Relinquished => "relinquished",
		EndCause::Undelivered => "undelivered",
		EndCause::Erased => "erased",
		EndCause::Exhausted => "exhausted",
		EndCause::DeliveryRejected => "deliveryRejected",
		EndCause::Undecided => "undecided",
		EndCause::Unjustified => "unjustified",
		EndCause::GranteeLeft => "granteeLeft",
	}
}

/// A side of a negotiation.
pub fn party(party: Party) -> &'static str {
	match party {
		Party::Owner => "owner",
		Party::Requester => "requester",
	}
}

/// Why a clinician opens a dataset without asking.
pub fn emergency_reason(reason: EmergencyReason) -> &'static str {
	match reason {
		EmergencyReason::PatientUnableToConsent => "patientUnableToConsent",
		EmergencyReason::LifeThreatening => "lifeThreatening",
		EmergencyReason::DrugSafety => "drugSafety",
		EmergencyReason::PublicHealth => "publicHealth",
	}
}
