//! A consent that was given.

use super::{Delivery, DeliveryState, Ethics, Match, Scope, Terms, Verdict};
use crate::{Balance, DatasetId, Digest, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::ConstU32;
use sp_runtime::{BoundedVec, Percent};

/// How often a grant may be narrowed.
pub const MAX_NARROWINGS: u32 = 4;

/// Why a clinician opens a dataset without asking.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum EmergencyReason {
	/// The patient is unconscious or otherwise unable to answer.
	PatientUnableToConsent,
	/// The patient's life is at risk.
	LifeThreatening,
	/// A medicine must be chosen that could harm this patient.
	DrugSafety,
	/// A danger to others' health.
	PublicHealth,
}

/// What an ethics committee says of an emergency.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Review<AccountId> {
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

/// A dataset was opened in an emergency.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Emergency<AccountId> {
	/// Why.
	pub reason: EmergencyReason,
	/// Hash of the salted justification.
	pub justification: Digest,
	/// Until when an ethics committee may review it, inclusive.
	pub review_by: Moment,
	/// What it says.
	pub review: Review<AccountId>,
}

/// The act that stands behind a grant.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Basis<AccountId> {
	/// This account consented: the owner, or who acted for the owner.
	Owner(AccountId),
	/// A clause of the owner's policy consented.
	Policy(Match),
	/// A clinician opened the dataset in an emergency.
	Emergency(Emergency<AccountId>),
}

/// Who else has a part in what a grant earns. Fixed when the grant is made; the owner gets all that is left, rounding remainders included.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Shares<AccountId> {
	/// The member that vouched for the data, and its part.
	pub attester: Option<(AccountId, Percent)>,
	/// The part of the consortium's treasury.
	pub treasury: Percent,
}

/// Why a grant ended before its time.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum EndCause {
	/// The owner revoked it.
	Revoked,
	/// The grantee gave it back.
	Relinquished,
	/// The owner did not deliver the key in time.
	Undelivered,
	/// The dataset was erased.
	Erased,
	/// All accesses were used.
	Exhausted,
	/// An auditor found that the key packet does not open the data.
	DeliveryRejected,
	/// No auditor decided a dispute in time.
	Undecided,
	/// An ethics committee found the emergency not justified.
	Unjustified,
	/// The grantee is a member of the consortium no more. It stays ended if the grantee becomes one again.
	GranteeLeft,
}

impl EndCause {
	/// Whether the owner's side ended it.
	pub fn is_owners(self) -> bool {
		matches!(self, Self::Revoked | Self::Erased)
	}
}

/// A grant ended before its time.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Ended {
	/// From this moment on the grant allows nothing.
	pub at: Moment,
	/// Why it ended.
	pub cause: EndCause,
}

/// The owner allows less from a moment on.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Narrowing {
	/// From when on.
	pub at: Moment,
	/// How much is open from then on.
	pub scope: Scope,
	/// When it ends now.
	pub expires_at: Moment,
}

/// A consent that was given. Never deleted, and what it once allowed is never rewritten.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Grant<AccountId> {
	/// The dataset.
	pub dataset: DatasetId,
	/// Who owned the dataset when consent was given, and is paid, whoever owns it later.
	pub owner: AccountId,
	/// Who may read, and in whose account the unearned price is held.
	pub grantee: AccountId,
	/// Who stored the dataset when consent was given, and so cannot judge about the grant.
	pub custodian: AccountId,
	/// Under which terms.
	pub terms: Terms,
	/// The act that stands behind it.
	pub basis: Basis<AccountId>,
	/// The ethics committee that signed, where one had to.
	pub ethics: Ethics<AccountId>,
	/// Who else is paid.
	pub shares: Shares<AccountId>,
	/// From when on it allows access.
	pub issued_at: Moment,
	/// The owner must have delivered the key by then, inclusive.
	pub deliver_by: Moment,
	/// From this moment on it allows nothing, unless it was narrowed.
	pub expires_at: Moment,
	/// The key delivery, once it took place.
	pub delivery: Option<Delivery<AccountId>>,
	/// The early end, if there was one.
	pub ended: Option<Ended>,
	/// What the owner took back, the oldest first.
	pub narrowings: BoundedVec<Narrowing, ConstU32<MAX_NARROWINGS>>,
	/// How much of the price was paid out, in 10^-18 `DATA`.
	pub paid: Balance,
	/// How much of the price went back to the grantee, in 10^-18 `DATA`.
	pub refunded: Balance,
	/// How many accesses the custodian recorded.
	pub accesses: u64,
}

impl<AccountId> Grant<AccountId> {
	/// When it expires, as narrowed.
	pub fn expiry(&self) -> Moment {
		self.narrowings
			.last()
			.map_or(self.expires_at, |last| last.expires_at.min(self.expires_at))
	}

	/// The moment from which the grant allows nothing: expiry, or the early end if it came first.
	pub fn end(&self) -> Moment {
		let expiry = self.expiry();
		self.ended.map_or(expiry, |ended| ended.at.min(expiry))
	}

	/// How much was open at the moment `at`.
	pub fn scope_at(&self, at: Moment) -> &Scope {
		self.narrowings
			.iter()
			.rfind(|narrowing| narrowing.at <= at)
			.map_or(&self.terms.scope, |narrowing| &narrowing.scope)
	}

	/// Whether the grant runs at the moment `at`.
	pub fn runs(&self, at: Moment) -> bool {
		self.issued_at <= at && at < self.end()
	}

	/// Whether the scope and the end lie within what is open at the moment `now`, and are not the same.
	pub fn is_narrower(&self, now: Moment, scope: &Scope, expires_at: Moment) -> bool {
		let current = self.scope_at(now);
		current.includes(scope)
			&& now < expires_at
			&& expires_at <= self.end()
			&& (scope != current || expires_at < self.end())
	}

	/// Whether it was opened in an emergency.
	pub fn emergency(&self) -> Option<&Emergency<AccountId>> {
		match &self.basis {
			Basis::Emergency(emergency) => Some(emergency),
			_ => None,
		}
	}

	/// Whether the grantee had the key at the moment `at`, or needs none: in an emergency there may be no time to deliver one.
	pub fn is_delivered(&self, at: Moment) -> bool {
		self.emergency().is_some() || self.delivery.as_ref().is_some_and(|it| it.at <= at)
	}

	/// End the grant at the moment `at`, unless it had ended before.
	pub fn end_at(&mut self, at: Moment, cause: EndCause) {
		if at < self.end() {
			self.ended = Some(Ended { at, cause });
		}
	}

	/// Write down an end that came by itself by the moment `now`: the dataset was erased, the grantee left the consortium, the key was not
	/// delivered, a dispute was not decided. Of several ends the first. Returns whether there was anything to write.
	pub fn ripen(
		&mut self,
		now: Moment,
		erased_at: Option<Moment>,
		left_at: Option<Moment>,
	) -> bool {
		let before = self.ended;
		if let Some(at) = erased_at {
			self.end_at(at, EndCause::Erased);
		}
		if let Some(at) = left_at {
			self.end_at(at, EndCause::GranteeLeft);
		}
		let Some(delivery) = &mut self.delivery else {
			if now > self.deliver_by {
				self.end_at(self.deliver_by.saturating_add(1), EndCause::Undelivered);
			}
			return self.ended != before;
		};
		let lapsed = match &delivery.verdict {
			Verdict::Disputed(dispute) if now > dispute.decide_by => *dispute,
			_ => return self.ended != before,
		};
		delivery.verdict = Verdict::Undecided(lapsed);
		self.end_at(lapsed.decide_by.saturating_add(1), EndCause::Undecided);
		true
	}

	/// What the delivery is worth at the moment `now`, `None` if there was none.
	pub fn delivery_state(&self, now: Moment) -> Option<DeliveryState> {
		self.delivery.as_ref().map(|delivery| delivery.state(now))
	}
}
