//! Terms, proposals and grants, and what they mean at a given moment.

use crate::{Balance, DatasetId, Digest, GrantId, Moment, Purpose};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, Percent, Rounding};

/// How much of a dataset a grant opens.
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
pub enum Scope {
	/// All of it.
	Whole,
}

/// What a requester asks for and offers in return.
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
pub struct Terms {
	/// What the data are wanted for.
	pub purpose: Purpose,
	/// How much of the dataset is wanted.
	pub scope: Scope,
	/// For how long, in milliseconds from the owner's approval.
	pub period: Moment,
	/// The whole price, in 10^-18 `DATA`.
	pub price: Balance,
	/// The part of the price that is earned when the key is delivered. The rest is spread evenly over the period, and
	/// earned for the time for which the grantee had the key.
	pub upfront: Percent,
}

/// An offer that waits for the owner's answer.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Proposal<AccountId> {
	/// The dataset asked for.
	pub dataset: DatasetId,
	/// Who asks, and in whose account the price is held.
	pub requester: AccountId,
	/// What is asked and offered.
	pub terms: Terms,
	/// When the offer was made.
	pub offered_at: Moment,
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

/// The key was handed over.
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
pub struct Delivery {
	/// When.
	pub at: Moment,
	/// BLAKE2b-256 of the Crypt4GH header written for the grantee's key; the header itself travels off chain.
	pub header_hash: Digest,
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
	/// The owner did not deliver the key in time.
	Undelivered,
	/// The dataset was erased.
	Erased,
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
	/// Under which terms.
	pub terms: Terms,
	/// Who else is paid.
	pub shares: Shares<AccountId>,
	/// From when on it allows access.
	pub issued_at: Moment,
	/// The owner must have delivered the key by then, inclusive.
	pub deliver_by: Moment,
	/// From this moment on the grant allows nothing.
	pub expires_at: Moment,
	/// The key delivery, once it took place.
	pub delivery: Option<Delivery>,
	/// The early end, if there was one.
	pub ended: Option<Ended>,
	/// How much of the price was paid out, in 10^-18 `DATA`.
	pub paid: Balance,
	/// Whether all money of this grant has found its place and nothing is held for it any more.
	pub settled: bool,
	/// How many accesses the custodian recorded.
	pub accesses: u32,
}

impl<AccountId> Grant<AccountId> {
	/// Let the grant end with its dataset, which was erased at the moment `at`, unless it had ended before.
	pub fn end_by_erasure(&mut self, at: Moment) {
		if at < self.end() {
			self.ended = Some(Ended { at, cause: EndCause::Erased });
		}
	}

	/// The moment from which the grant allows nothing: expiry, or the early end if it came first.
	pub fn end(&self) -> Moment {
		self.ended.map_or(self.expires_at, |ended| ended.at.min(self.expires_at))
	}

	/// Whether the grant allows access at the moment `at`.
	pub fn allows(&self, at: Moment) -> bool {
		self.issued_at <= at && at < self.end()
	}

	/// Whether the owner has missed the deadline for delivering the key at the moment `now`.
	pub fn is_overdue(&self, now: Moment) -> bool {
		self.delivery.is_none() && self.ended.is_none() && now > self.deliver_by
	}

	/// How much of the price is earned at the moment `now`, in 10^-18 `DATA`: nothing before delivery, then the upfront part, and of the
	/// rest as much as the time since delivery is of the whole period. The time before delivery earns nothing, and an early end
	/// stops the clock.
	pub fn earned(&self, now: Moment) -> Balance {
		let Some(delivery) = self.delivery else { return 0 };
		let upfront = self.terms.upfront.mul_floor(self.terms.price);
		let rest = self.terms.price.saturating_sub(upfront);
		let period = self.expires_at.saturating_sub(self.issued_at);
		let had_the_key = now.min(self.end()).saturating_sub(delivery.at).min(period);
		let by_time = multiply_by_rational_with_rounding(
			rest,
			had_the_key.into(),
			period.into(),
			Rounding::Down,
		);
		// Delivery needs a grant that allows something, so the period is not zero and the quotient is at most `rest`.
		upfront.saturating_add(by_time.unwrap_or(0))
	}

	/// What this grant says of an access at the moment `at`.
	pub fn access(&self, id: GrantId, at: Moment) -> Access {
		if self.allows(at) {
			return Access::Permitted { grant: id, until: self.end() };
		}
		Access::Denied(if at < self.issued_at {
			Denial::NotYetGranted { grant: id, from: self.issued_at }
		} else {
			match self.ended {
				Some(ended) if ended.at <= at => Denial::Ended { grant: id, ended },
				_ => Denial::Expired { grant: id, at: self.expires_at },
			}
		})
	}
}

/// The answer to "may this grantee read this dataset at that moment?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum Access {
	/// Yes.
	Permitted {
		/// The grant that allows it.
		grant: GrantId,
		/// As far as is known now, until this moment.
		until: Moment,
	},
	/// No.
	Denied(Denial),
}

/// Why an access is denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum Denial {
	/// There has never been a grant for this dataset and grantee.
	NoGrant,
	/// The first grant came later.
	NotYetGranted {
		/// The grant.
		grant: GrantId,
		/// When it was made.
		from: Moment,
	},
	/// The last grant ended before its time.
	Ended {
		/// The grant.
		grant: GrantId,
		/// When and why.
		ended: Ended,
	},
	/// The last grant ran out.
	Expired {
		/// The grant.
		grant: GrantId,
		/// When it ran out.
		at: Moment,
	},
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::Research;

	fn grant(price: Balance, upfront: u8) -> Grant<u64> {
		Grant {
			dataset: 0,
			owner: 1,
			grantee: 2,
			terms: Terms {
				purpose: Purpose { research: Research::General, for_profit: false },
				scope: Scope::Whole,
				period: 1_000,
				price,
				upfront: Percent::from_percent(upfront),
			},
			shares: Shares { attester: None, treasury: Percent::zero() },
			issued_at: 100,
			deliver_by: 600,
			expires_at: 1_100,
			delivery: None,
			ended: None,
			paid: 0,
			settled: false,
			accesses: 0,
		}
	}

	#[test]
	fn nothing_is_earned_before_delivery() {
		assert_eq!(grant(1_000, 20).earned(2_000), 0);
	}

	fn delivered(price: Balance, upfront: u8, at: Moment) -> Grant<u64> {
		Grant { delivery: Some(Delivery { at, header_hash: [0; 32] }), ..grant(price, upfront) }
	}

	#[test]
	fn upfront_part_is_earned_at_delivery_and_the_rest_evenly_until_expiry() {
		let grant = delivered(1_000, 20, 100);
		assert_eq!(grant.earned(100), 200);
		assert_eq!(grant.earned(600), 600);
		assert_eq!(grant.earned(1_099), 999);
		assert_eq!(grant.earned(1_100), 1_000);
		assert_eq!(grant.earned(u64::MAX), 1_000);
	}

	#[test]
	fn the_time_before_delivery_is_never_earned() {
		let half = delivered(1_000, 20, 600);
		assert_eq!(half.earned(600), 200);
		assert_eq!(half.earned(u64::MAX), 600);
		let last_moment = delivered(1_000, 0, 1_099);
		assert_eq!(last_moment.earned(u64::MAX), 1);
	}

	#[test]
	fn early_end_stops_the_clock() {
		let mut grant = delivered(1_000, 20, 300);
		grant.ended = Some(Ended { at: 800, cause: EndCause::Revoked });
		assert_eq!(grant.earned(5_000), 600);
	}

	#[test]
	fn erasure_ends_a_grant_unless_it_had_ended_before() {
		let end = |ended, erased_at| {
			let mut grant = Grant { ended, ..grant(0, 0) };
			grant.end_by_erasure(erased_at);
			grant.ended
		};
		let revoked = Some(Ended { at: 500, cause: EndCause::Revoked });
		assert_eq!(end(None, 400), Some(Ended { at: 400, cause: EndCause::Erased }));
		assert_eq!(end(None, 1_099), Some(Ended { at: 1_099, cause: EndCause::Erased }));
		assert_eq!(end(None, 1_100), None);
		assert_eq!(end(revoked, 500), revoked);
		assert_eq!(end(revoked, 600), revoked);
	}

	#[test]
	fn the_largest_price_does_not_overflow() {
		assert_eq!(delivered(Balance::MAX, 0, 100).earned(600), Balance::MAX / 2);
	}

	#[test]
	fn access_holds_from_issue_until_the_end_exclusive() {
		let mut grant = grant(0, 0);
		assert_eq!(
			grant.access(7, 99),
			Access::Denied(Denial::NotYetGranted { grant: 7, from: 100 })
		);
		assert_eq!(grant.access(7, 100), Access::Permitted { grant: 7, until: 1_100 });
		assert_eq!(grant.access(7, 1_099), Access::Permitted { grant: 7, until: 1_100 });
		assert_eq!(grant.access(7, 1_100), Access::Denied(Denial::Expired { grant: 7, at: 1_100 }));

		let ended = Ended { at: 500, cause: EndCause::Revoked };
		grant.ended = Some(ended);
		assert_eq!(grant.access(7, 499), Access::Permitted { grant: 7, until: 500 });
		assert_eq!(grant.access(7, 500), Access::Denied(Denial::Ended { grant: 7, ended }));
	}
}
