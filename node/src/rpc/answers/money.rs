//! Where money is.

use ownome_primitives::GrantMoney;
use serde::Serialize;

/// Where the money of a grant is, in 10^-18 `DATA`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GrantMoneyAnswer {
	/// The whole price.
	pub price: String,
	/// What is held in the grantee's account.
	pub held: String,
	/// What was paid to owner, attester and treasury.
	pub paid: String,
	/// What went back to the grantee.
	pub refunded: String,
	/// What is earned so far, paid or not.
	pub earned: String,
	/// What a settlement would pay now.
	pub payable: String,
	/// What a settlement would release to the grantee now.
	pub refundable: String,
}

impl From<GrantMoney> for GrantMoneyAnswer {
	fn from(money: GrantMoney) -> Self {
		Self {
			price: money.price.to_string(),
			held: money.held.to_string(),
			paid: money.paid.to_string(),
			refunded: money.refunded.to_string(),
			earned: money.earned.to_string(),
			payable: money.payable.to_string(),
			refundable: money.refundable.to_string(),
		}
	}
}
