//! Grants in JSON.

use super::*;
use ownome_primitives::{
	Delivery, EmergencyReason, EndCause, Ethics, Genes, Match, Scope, Terms, Verdict,
};
use serde_json::json;
use sp_keyring::Sr25519Keyring::{Alice, Bob, Charlie};
use sp_runtime::Percent;

const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
const BOB: &str = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";
const CHARLIE: &str = "5FLSigC9HGRKVhB9FiEo4Y3koPsNmBmLJbpXg2mp1hXcS59Y";

fn hash(byte: &str) -> String {
	format!("0x{}", byte.repeat(32))
}

fn grant() -> Grant<AccountId> {
	Grant {
		dataset: 7,
		owner: Alice.to_account_id(),
		grantee: Bob.to_account_id(),
		custodian: Charlie.to_account_id(),
		terms: Terms {
			purpose: Default::default(),
			scope: Scope::Whole,
			period: 1_000,
			price: 100,
			upfront: Percent::from_percent(10),
			accesses: Some(5),
		},
		basis: Basis::Owner(Alice.to_account_id()),
		ethics: Ethics::NotNeeded,
		shares: Shares {
			attester: Some((Charlie.to_account_id(), Percent::from_percent(20))),
			treasury: Percent::from_percent(5),
		},
		issued_at: 1,
		deliver_by: 2,
		expires_at: 1_001,
		delivery: Some(Delivery {
			at: 2,
			header_hash: [0xab; 32],
			confirm_by: 3,
			verdict: Verdict::Confirmed { at: 3 },
		}),
		ended: Some(Ended { at: 9, cause: EndCause::Revoked }),
		narrowings: vec![Narrowing {
			at: 4,
			scope: Scope::Genes(Genes::truncate_from(vec![1100])),
			expires_at: 900,
		}]
		.try_into()
		.unwrap(),
		paid: u128::MAX,
		refunded: 6,
		accesses: 4,
	}
}

#[test]
fn a_grant_tells_all_that_is_on_record() {
	assert_eq!(
		json!(GrantAnswer::new(3, grant())),
		json!({
			"id": 3,
			"dataset": 7,
			"owner": ALICE,
			"grantee": BOB,
			"custodian": CHARLIE,
			"terms": {
				"purpose": { "sensitive": [] },
				"scope": "whole",
				"period": 1_000,
				"price": "100",
				"upfront": 10,
				"accesses": 5,
			},
			"basis": { "kind": "owner", "by": ALICE },
			"ethics": { "status": "notNeeded" },
			"shares": { "attester": { "account": CHARLIE, "percent": 20 }, "treasury": 5 },
			"issuedAt": 1,
			"deliverBy": 2,
			"expiresAt": 1_001,
			"delivery": {
				"at": 2,
				"headerHash": hash("ab"),
				"confirmBy": 3,
				"verdict": { "status": "confirmed", "at": 3 },
			},
			"ended": { "at": 9, "cause": "revoked" },
			"narrowings": [{ "at": 4, "scope": { "genes": [1100] }, "expiresAt": 900 }],
			"paid": "340282366920938463463374607431768211455",
			"refunded": "6",
			"accesses": 4,
		})
	);
}

#[test]
fn what_did_not_happen_is_null_or_empty() {
	let new = Grant { delivery: None, ended: None, narrowings: Default::default(), ..grant() };
	let answer = json!(GrantAnswer::new(3, new));
	assert!(answer["delivery"].is_null() && answer["ended"].is_null());
	assert_eq!(answer["narrowings"], json!([]));
}

#[test]
fn every_basis_has_a_kind() {
	let matched = Match { clause: 1, policy: [0xcd; 32] };
	assert_eq!(
		json!(BasisAnswer::from(Basis::Policy(matched))),
		json!({ "kind": "policy", "clause": 1, "policy": hash("cd") })
	);
	let by = Charlie.to_account_id();
	for (reason, word) in [
		(EmergencyReason::PatientUnableToConsent, "patientUnableToConsent"),
		(EmergencyReason::LifeThreatening, "lifeThreatening"),
		(EmergencyReason::DrugSafety, "drugSafety"),
		(EmergencyReason::PublicHealth, "publicHealth"),
	] {
		for (review, expected) in [
			(Review::Pending, json!({ "status": "pending" })),
			(
				Review::Justified { by: by.clone(), at: 5 },
				json!({ "status": "justified", "by": CHARLIE, "at": 5 }),
			),
			(
				Review::Unjustified { by: by.clone(), at: 5, reported: true },
				json!({ "status": "unjustified", "by": CHARLIE, "at": 5, "reported": true }),
			),
			(Review::Missed { at: 5 }, json!({ "status": "missed", "at": 5 })),
		] {
			let justification = [0xee; 32];
			let basis = Basis::Emergency(Emergency { reason, justification, review_by: 4, review });
			assert_eq!(
				json!(BasisAnswer::from(basis)),
				json!({
					"kind": "emergency",
					"reason": word,
					"justification": hash("ee"),
					"reviewBy": 4,
					"review": expected,
				})
			);
		}
	}
}
