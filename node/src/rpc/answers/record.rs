//! What happened: accesses, and the audit trail.

use super::names;
use ownome_primitives::{Act, Evidence, GrantId, Moment, Receipt, TrailEntry};
use ownome_runtime::AccountId;
use serde::Serialize;
use sp_core::H256;

/// A custodian's word that the grantee read the data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReceiptAnswer {
	/// The number of its first access among those of the grant, from 0.
	number: u64,
	/// Who opened the data.
	custodian: AccountId,
	/// When it was recorded.
	at: Moment,
	/// Of what.
	evidence: EvidenceAnswer,
}

impl From<(u64, Receipt<AccountId>)> for ReceiptAnswer {
	fn from((number, receipt): (u64, Receipt<AccountId>)) -> Self {
		let Receipt { custodian, at, evidence } = receipt;
		Self { number, custodian, at, evidence: evidence.into() }
	}
}

/// By what accesses can be proved later: `kind`, and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
enum EvidenceAnswer {
	/// The record of one access.
	Record {
		/// Its hash.
		hash: H256,
	},
	/// The records of several accesses.
	Batch {
		/// The root over their hashes.
		root: H256,
		/// How many there are.
		count: u32,
	},
}

impl From<Evidence> for EvidenceAnswer {
	fn from(evidence: Evidence) -> Self {
		match evidence {
			Evidence::Record(hash) => Self::Record { hash: hash.into() },
			Evidence::Batch { root, count } => Self::Batch { root: root.0.into(), count },
		}
	}
}

/// An entry in the audit trail of a dataset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TrailAnswer {
	/// Its number in the trail.
	number: u64,
	/// When it was written.
	at: Moment,
	/// Who did it.
	by: AccountId,
	/// What.
	act: ActAnswer,
}

impl From<(u64, TrailEntry<AccountId>)> for TrailAnswer {
	fn from((number, entry): (u64, TrailEntry<AccountId>)) -> Self {
		let TrailEntry { at, by, act } = entry;
		Self { number, at, by, act: act.into() }
	}
}

/// Something that somebody did: `kind`, and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
enum ActAnswer {
	/// Consent was given.
	Granted {
		/// The grant.
		grant: GrantId,
	},
	/// The key was handed over.
	Delivered {
		/// The grant.
		grant: GrantId,
	},
	/// The grantee confirmed that the key opens the data.
	Confirmed {
		/// The grant.
		grant: GrantId,
	},
	/// The grantee said that it does not.
	Disputed {
		/// The grant.
		grant: GrantId,
	},
	/// An auditor decided.
	Ruled {
		/// The grant.
		grant: GrantId,
		/// Whether the key opens the data.
		valid: bool,
	},
	/// The custodian recorded accesses.
	Accessed {
		/// The grant.
		grant: GrantId,
		/// The number of the receipt.
		receipt: u64,
		/// How many.
		count: u32,
	},
	/// Less was left open.
	Narrowed {
		/// The grant.
		grant: GrantId,
	},
	/// The grant ended before its time.
	Ended {
		/// The grant.
		grant: GrantId,
		/// From this moment on it allows nothing.
		at: Moment,
		/// Why, as the reasons of `ownome_checkAccess`.
		cause: &'static str,
	},
	/// An ethics committee reviewed an emergency.
	Reviewed {
		/// The grant.
		grant: GrantId,
		/// Whether it was one.
		justified: bool,
	},
	/// A clinician was suspended for an emergency.
	Reported {
		/// The grant.
		grant: GrantId,
	},
	/// A policy was set for the dataset.
	PolicySet {
		/// Its hash.
		policy: H256,
	},
	/// The dataset's own policy was taken off.
	PolicyRemoved,
}

impl From<Act> for ActAnswer {
	fn from(act: Act) -> Self {
		match act {
			Act::Granted(grant) => Self::Granted { grant },
			Act::Delivered(grant) => Self::Delivered { grant },
			Act::Confirmed(grant) => Self::Confirmed { grant },
			Act::Disputed(grant) => Self::Disputed { grant },
			Act::Ruled { grant, valid } => Self::Ruled { grant, valid },
			Act::Accessed { grant, index, count } => {
				Self::Accessed { grant, receipt: index, count }
			},
			Act::Narrowed(grant) => Self::Narrowed { grant },
			Act::Ended { grant, at, cause } => {
				Self::Ended { grant, at, cause: names::end_cause(cause) }
			},
			Act::Reviewed { grant, justified } => Self::Reviewed { grant, justified },
			Act::Reported(grant) => Self::Reported { grant },
			Act::PolicySet(policy) => Self::PolicySet { policy: policy.into() },
			Act::PolicyRemoved => Self::PolicyRemoved,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use ownome_primitives::{BatchRoot, EndCause};
	use serde_json::json;
	use sp_keyring::Sr25519Keyring::Bob;

	const BOB: &str = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";

	fn hash(byte: &str) -> String {
		format!("0x{}", byte.repeat(32))
	}

	#[test]
	fn a_receipt_has_its_number_and_evidence() {
		for (evidence, expected) in [
			(Evidence::Record([0xab; 32]), json!({ "kind": "record", "hash": hash("ab") })),
			(
				Evidence::Batch { root: BatchRoot([0xcd; 32]), count: 4 },
				json!({ "kind": "batch", "root": hash("cd"), "count": 4 }),
			),
		] {
			let receipt = Receipt { custodian: Bob.to_account_id(), at: 5, evidence };
			assert_eq!(
				json!(ReceiptAnswer::from((9, receipt))),
				json!({ "number": 9, "custodian": BOB, "at": 5, "evidence": expected })
			);
		}
	}

	#[test]
	fn an_entry_says_when_who_and_what() {
		for (act, expected) in [
			(Act::Granted(3), json!({ "kind": "granted", "grant": 3 })),
			(Act::Delivered(3), json!({ "kind": "delivered", "grant": 3 })),
			(Act::Confirmed(3), json!({ "kind": "confirmed", "grant": 3 })),
			(Act::Disputed(3), json!({ "kind": "disputed", "grant": 3 })),
			(
				Act::Ruled { grant: 3, valid: true },
				json!({ "kind": "ruled", "grant": 3, "valid": true }),
			),
			(
				Act::Accessed { grant: 3, index: 6, count: 2 },
				json!({ "kind": "accessed", "grant": 3, "receipt": 6, "count": 2 }),
			),
			(Act::Narrowed(3), json!({ "kind": "narrowed", "grant": 3 })),
			(
				Act::Ended { grant: 3, at: 4, cause: EndCause::GranteeLeft },
				json!({ "kind": "ended", "grant": 3, "at": 4, "cause": "granteeLeft" }),
			),
			(
				Act::Reviewed { grant: 3, justified: false },
				json!({ "kind": "reviewed", "grant": 3, "justified": false }),
			),
			(Act::Reported(3), json!({ "kind": "reported", "grant": 3 })),
			(Act::PolicySet([0xab; 32]), json!({ "kind": "policySet", "policy": hash("ab") })),
			(Act::PolicyRemoved, json!({ "kind": "policyRemoved" })),
		] {
			let entry = TrailEntry { at: 5, by: Bob.to_account_id(), act };
			assert_eq!(
				json!(TrailAnswer::from((9, entry))),
				json!({ "number": 9, "at": 5, "by": BOB, "act": expected })
			);
		}
	}
}
