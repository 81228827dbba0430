//! Where the money of a grant is. Pure, so that anybody can compute it at any moment.

use super::{DeliveryState, EndCause, Grant};
use crate::{Balance, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, Rounding};

/// Where the money of a grant is, in 10^-18 `DATA`.
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
pub struct GrantMoney {
	/// The whole price.
	pub price: Balance,
	/// What is held in the grantee's account.
	pub held: Balance,
	/// What was paid to owner, attester and treasury.
	pub paid: Balance,
	/// What went back to the grantee.
	pub refunded: Balance,
	/// What is earned so far, paid or not.
	pub earned: Balance,
	/// What `settle` would pay now.
	pub payable: Balance,
	/// What `settle` would release to the grantee now.
	pub refundable: Balance,
}

/// All of this holds of a grant into which everything was written that came by itself, see [`Grant::ripen`].
impl<AccountId> Grant<AccountId> {
	/// What is held for the grant.
	pub fn held(&self) -> Balance {
		self.terms.price.saturating_sub(self.paid).saturating_sub(self.refunded)
	}

	/// How much of the price is earned at the moment `now`: nothing before the delivery is accepted, by word, by silence or by ruling; then the
	/// upfront part, and of the rest as much as the time since delivery is of the whole period.
	///
	/// - The time before delivery earns nothing.
	/// - What the owner does, revoke, narrow or erase, stops the clock; before the grantee has answered the delivery, it leaves nothing earned.
	/// - A grantee that gives the grant back, or leaves the consortium, keeps the key, and so owes what the rest of the period would have earned.
	/// - The custodian's word moves nothing: when all accesses are used, the price is earned by time as before.
	pub fn earned(&self, now: Moment) -> Balance {
		match self.delivery_state(now) {
			Some(DeliveryState::Accepted) => self.accrued(now),
			_ => 0,
		}
	}

	/// The most that the grant can have earned when nothing more can be earned, as far as is known at the moment `now`.
	pub fn earnable(&self, now: Moment) -> Balance {
		match self.delivery_state(now) {
			Some(DeliveryState::Refused) => 0,
			None if now >= self.end() || !self.narrowings.is_empty() => 0,
			None => self.terms.price,
			Some(_) => self.accrued(self.clock_stops()),
		}
	}

	/// What a settlement pays at the moment `now`.
	pub fn payable(&self, now: Moment) -> Balance {
		self.earned(now).saturating_sub(self.paid)
	}

	/// What a settlement releases to the grantee at the moment `now`: all that is held and cannot be earned any more.
	pub fn refundable(&self, now: Moment) -> Balance {
		let owed = self.earnable(now).saturating_sub(self.paid);
		self.held().saturating_sub(owed)
	}

	/// Where the money is at the moment `now`.
	pub fn money(&self, now: Moment) -> GrantMoney {
		GrantMoney {
			price: self.terms.price,
			held: self.held(),
			paid: self.paid,
			refunded: self.refunded,
			earned: self.earned(now),
			payable: self.payable(now),
			refundable: self.refundable(now),
		}
	}

	/// What an accepted delivery has earned at the moment `now`.
	fn accrued(&self, now: Moment) -> Balance {
		let Some(delivery) = &self.delivery else { return 0 };
		if self.taken_back_at().is_some_and(|at| at < delivery.answered_at()) {
			return 0;
		}
		let price = self.terms.price;
		let upfront = self.terms.upfront.mul_floor(price);
		let rest = price.saturating_sub(upfront);
		let period = self.expires_at.saturating_sub(self.issued_at);
		let stops = self.clock_stops();
		let until = if self.is_given_back(now) { stops } else { now.min(stops) };
		let had_the_key = until.saturating_sub(delivery.at).min(period);
		let by_time = multiply_by_rational_with_rounding(
			rest,
			had_the_key.into(),
			period.into(),
			Rounding::Down,
		);
		// Delivery needs a grant that runs, so the period is not zero and the quotient is at most `rest`.
		upfront.saturating_add(by_time.unwrap_or(0))
	}

	/// Whether the grantee gave up by the moment `now` what it might have kept.
	fn is_given_back(&self, now: Moment) -> bool {
		self.ended.is_some_and(|ended| {
			ended.at <= now && matches!(ended.cause, EndCause::Relinquished | EndCause::GranteeLeft)
		})
	}

	/// Whether the owner's side took back anything.
	pub fn is_taken_back(&self) -> bool {
		self.taken_back_at().is_some()
	}

	/// When the owner's side took back anything for the first time.
	fn taken_back_at(&self) -> Option<Moment> {
		let ended = self
			.ended
			.filter(|ended| matches!(ended.cause, EndCause::Revoked | EndCause::Erased));
		let narrowed = self.narrowings.first().map(|narrowing| narrowing.at);
		narrowed.into_iter().chain(ended.map(|ended| ended.at)).min()
	}

	/// The moment from which on nothing more is earned: when the grant expires, or does not leave open any more all that is paid for.
	fn clock_stops(&self) -> Moment {
		let expiry = self.expiry();
		let ended = self.ended.filter(|ended| {
			!matches!(
				ended.cause,
				EndCause::Relinquished | EndCause::GranteeLeft | EndCause::Exhausted
			)
		});
		let narrowed = self.narrowings.iter().find(|narrowing| narrowing.scope != self.terms.scope);
		let ended = ended.map_or(expiry, |ended| ended.at);
		narrowed.map_or(expiry, |narrowing| narrowing.at).min(ended).min(expiry)
	}
}
