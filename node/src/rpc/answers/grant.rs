//! Consents that were given.

use super::{
	delivery::DeliveryAnswer,
	names,
	proposal::{EthicsAnswer, MatchAnswer},
};
use crate::rpc::forms::{ScopeForm, TermsForm};
use ownome_primitives::{
	Basis, DatasetId, Emergency, Ended, Grant, GrantId, Moment, Narrowing, Review, Shares,
};
use ownome_runtime::AccountId;
use serde::Serialize;
use sp_core::H256;

/// A consent that was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GrantAnswer {
	/// The grant that was asked for.
	id: GrantId,
	/// The dataset.
	dataset: DatasetId,
	/// Who owned the dataset when consent was given.
	owner: AccountId,
	/// Who may read.
	grantee: AccountId,
	/// Who stored the dataset when consent was given.
	custodian: AccountId,
	/// Under which terms.
	terms: TermsForm,
	/// The act that stands behind it.
	basis: BasisAnswer,
	/// The ethics committee that signed, where one had to.
	ethics: EthicsAnswer,
	/// Who else is paid.
	shares: SharesAnswer,
	/// From when on it allows access.
	issued_at: Moment,
	/// The owner must have delivered the key by then, inclusive.
	deliver_by: Moment,
	/// From this moment on it allows nothing, unless it was narrowed.
	expires_at: Moment,
	/// The key delivery, once it took place.
	delivery: Option<DeliveryAnswer>,
	/// The early end, if there was one.
	ended: Option<EndedAnswer>,
	/// What the owner took back, the oldest first.
	narrowings: Vec<NarrowingAnswer>,
	/// How much of the price was paid out, in 10^-18 `DATA`.
	paid: String,
	/// How much of the price went back to the grantee, in 10^-18 `DATA`.
	refunded: String,
	/// How many accesses the custodian recorded.
	accesses: u64,
}

impl GrantAnswer {
	/// The answer to a question for grant `id`.
	pub fn new(id: GrantId, grant: Grant<AccountId>) -> Self {
		Self {
			id,
			dataset: grant.dataset,
			owner: grant.owner,
			grantee: grant.grantee,
			custodian: grant.custodian,
			terms: grant.terms.into(),
			basis: grant.basis.into(),
			ethics: grant.ethics.into(),
			shares: grant.shares.into(),
			issued_at: grant.issued_at,
			deliver_by: grant.deliver_by,
			expires_at: grant.expires_at,
			delivery: grant.delivery.map(DeliveryAnswer::from),
			ended: grant.ended.map(EndedAnswer::from),
			narrowings: grant.narrowings.into_iter().map(NarrowingAnswer::from).collect(),
			paid: grant.paid.to_string(),
			refunded: grant.refunded.to_string(),
			accesses: grant.accesses,
		}
	}
}

/// The act that stands behind a grant: `kind`, and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
enum BasisAnswer {
	/// Somebody consented.
	Owner {
		/// The owner, or who acted for the owner.
		by: AccountId,
	},
	/// A clause of the owner's policy consented.
	Policy(MatchAnswer),
	/// A clinician opened the dataset in an emergency.
	Emergency(EmergencyAnswer),
}

impl From<Basis<AccountId>> for BasisAnswer {
	fn from(basis: Basis<AccountId>) -> Self {
		match basis {
			Basis::Owner(by) => Self::Owner { by },
			Basis::Policy(matched) => Self::Policy(matched.into()),
			Basis::Emergency(emergency) => Self::Emergency(emergency.into()),
		}
	}
}

/// A dataset was opened in an emergency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct EmergencyAnswer {
	/// `patientUnableToConsent`, `lifeThreatening`, `drugSafety` or `publicHealth`.
	reason: &'static str,
	/// Hash of the salted justification.
	justification: H256,
	/// Until when an ethics committee may review it, inclusive.
	review_by: Moment,
	/// What it says.
	review: ReviewAnswer,
}

impl From<Emergency<AccountId>> for EmergencyAnswer {
	fn from(emergency: Emergency<AccountId>) -> Self {
		Self {
			reason: names::emergency_reason(emergency.reason),
			justification: emergency.justification.into(),
			review_by: emergency.review_by,
			review: emergency.review.into(),
		}
	}
}

/// What an ethics committee says of an emergency: `status`, and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "status", rename_all = "camelCase")]
enum ReviewAnswer {
	/// Nothing so far.
	Pending,
	/// It was justified.
	Justified {
		/// Who says so.
		by: AccountId,
		/// When.
		at: Moment,
	},
	/// It was not justified.
	Unjustified {
		/// Who says so.
		by: AccountId,
		/// When.
		at: Moment,
		/// Whether the clinician was suspended for it.
		reported: bool,
	},
	/// Nobody reviewed it in time, and the clinician was suspended for it.
	Missed {
		/// When that was reported.
		at: Moment,
	},
}

impl From<Review<AccountId>> for ReviewAnswer {
	fn from(review: Review<AccountId>) -> Self {
		match review {
			Review::Pending => Self::Pending,
			Review::Justified { by, at } => Self::Justified { by, at },
			Review::Unjustified { by, at, reported } => Self::Unjustified { by, at, reported },
			Review::Missed { at } => Self::Missed { at },
		}
	}
}

/// Who else has a part in what a grant earns. The owner gets all that is left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct SharesAnswer {
	/// The member that vouched for the data.
	attester: Option<AttesterShare>,
	/// The part of the consortium's treasury, in percent.
	treasury: u8,
}

/// The part of the member that vouched for the data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct AttesterShare {
	/// The member.
	account: AccountId,
	/// Its part, in percent.
	percent: u8,
}

impl From<Shares<AccountId>> for SharesAnswer {
	fn from(shares: Shares<AccountId>) -> Self {
		Self {
			attester: shares
				.attester
				.map(|(account, part)| AttesterShare { account, percent: part.deconstruct() }),
			treasury: shares.treasury.deconstruct(),
		}
	}
}

/// A grant ended before its time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct EndedAnswer {
	/// From this moment on the grant allows nothing.
	at: Moment,
	/// Why, as the reasons of `ownome_checkAccess`.
	cause: &'static str,
}

impl From<Ended> for EndedAnswer {
	fn from(ended: Ended) -> Self {
		Self { at: ended.at, cause: names::end_cause(ended.cause) }
	}
}

/// The owner allows less from a moment on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct NarrowingAnswer {
	/// From when on.
	at: Moment,
	/// How much is open from then on.
	scope: ScopeForm,
	/// When it ends now.
	expires_at: Moment,
}

impl From<Narrowing> for NarrowingAnswer {
	fn from(narrowing: Narrowing) -> Self {
		Self {
			at: narrowing.at,
			scope: ScopeForm(narrowing.scope),
			expires_at: narrowing.expires_at,
		}
	}
}

#[cfg(test)]
mod tests;
