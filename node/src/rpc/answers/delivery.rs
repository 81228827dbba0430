//! The handing over of keys.

use ownome_primitives::{Delivery, Dispute, Moment, Verdict};
use ownome_runtime::AccountId;
use serde::Serialize;
use sp_core::H256;

/// The key was handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DeliveryAnswer {
	/// When.
	at: Moment,
	/// BLAKE2b-256 of the Crypt4GH header written for the grantee's key.
	header_hash: H256,
	/// Until when the grantee may confirm or dispute, inclusive.
	confirm_by: Moment,
	/// What became of it.
	verdict: VerdictAnswer,
}

impl From<Delivery<AccountId>> for DeliveryAnswer {
	fn from(delivery: Delivery<AccountId>) -> Self {
		Self {
			at: delivery.at,
			header_hash: delivery.header_hash.into(),
			confirm_by: delivery.confirm_by,
			verdict: delivery.verdict.into(),
		}
	}
}

/// What became of a delivery: `status`, and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "status", rename_all = "camelCase")]
enum VerdictAnswer {
	/// The grantee has not said anything. Past the deadline that is consent.
	Pending,
	/// The grantee confirmed.
	Confirmed {
		/// When.
		at: Moment,
	},
	/// The grantee disputes it, and an auditor is to decide.
	Disputed {
		/// The dispute.
		dispute: DisputeAnswer,
	},
	/// The grantee disputed it, and no auditor decided in time.
	Undecided {
		/// The dispute.
		dispute: DisputeAnswer,
	},
	/// An auditor found that the packet opens the data.
	Upheld {
		/// The dispute.
		dispute: DisputeAnswer,
		/// Who decided.
		by: AccountId,
		/// When.
		at: Moment,
	},
	/// An auditor found that the packet does not open the data.
	Rejected {
		/// The dispute.
		dispute: DisputeAnswer,
		/// Who decided.
		by: AccountId,
		/// When.
		at: Moment,
	},
}

impl From<Verdict<AccountId>> for VerdictAnswer {
	fn from(verdict: Verdict<AccountId>) -> Self {
		match verdict {
			Verdict::Pending => Self::Pending,
			Verdict::Confirmed { at } => Self::Confirmed { at },
			Verdict::Disputed(dispute) => Self::Disputed { dispute: dispute.into() },
			Verdict::Undecided(dispute) => Self::Undecided { dispute: dispute.into() },
			Verdict::Upheld { dispute, by, at } => Self::Upheld { dispute: dispute.into(), by, at },
			Verdict::Rejected { dispute, by, at } => {
				Self::Rejected { dispute: dispute.into(), by, at }
			},
		}
	}
}

/// The grantee says that the key packet does not open the data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct DisputeAnswer {
	/// When it was raised.
	at: Moment,
	/// Hash of the salted statement of what is wrong.
	reason: H256,
	/// Until when an auditor may decide, inclusive.
	decide_by: Moment,
}

impl From<Dispute> for DisputeAnswer {
	fn from(dispute: Dispute) -> Self {
		Self { at: dispute.at, reason: dispute.reason.into(), decide_by: dispute.decide_by }
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::json;
	use sp_keyring::Sr25519Keyring::Bob;

	const BOB: &str = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";

	#[test]
	fn every_verdict_has_a_status_and_its_dispute() {
		let dispute = Dispute { at: 5, reason: [0xab; 32], decide_by: 9 };
		let told = json!({ "at": 5, "reason": format!("0x{}", "ab".repeat(32)), "decideBy": 9 });
		let by = Bob.to_account_id();
		for (verdict, expected) in [
			(Verdict::Pending, json!({ "status": "pending" })),
			(Verdict::Confirmed { at: 4 }, json!({ "status": "confirmed", "at": 4 })),
			(Verdict::Disputed(dispute), json!({ "status": "disputed", "dispute": told })),
			(Verdict::Undecided(dispute), json!({ "status": "undecided", "dispute": told })),
			(
				Verdict::Upheld { dispute, by: by.clone(), at: 6 },
				json!({ "status": "upheld", "dispute": told, "by": BOB, "at": 6 }),
			),
			(
				Verdict::Rejected { dispute, by, at: 6 },
				json!({ "status": "rejected", "dispute": told, "by": BOB, "at": 6 }),
			),
		] {
			assert_eq!(json!(VerdictAnswer::from(verdict)), expected);
		}
	}
}
