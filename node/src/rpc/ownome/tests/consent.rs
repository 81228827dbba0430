//! What is allowed, what owners consent to beforehand, and what is negotiated.

use super::*;

fn terms() -> Value {
	json!({
		"purpose": { "sensitive": [] },
		"scope": { "genes": [1100] },
		"period": 100,
		"price": "5",
		"upfront": 10,
		"accesses": null,
	})
}

fn policy() -> Value {
	let clause = json!({
		"permission": "DUO:0000042",
		"modifiers": [],
		"longestPeriod": 100,
		"ask": "5",
		"standing": true,
		"ethics": false,
	});
	json!([clause])
}

#[tokio::test]
async fn access_depends_on_dataset_grantee_time_and_scope() {
	let granted = json!({ "permitted": true, "grant": 3, "until": 100 });
	let denied = json!({ "permitted": false, "reason": "noGrant" });
	let out = json!({ "permitted": false, "reason": "outOfScope", "grant": 3 });
	for (params, expected) in [
		(json!([7, BOB]), &granted),
		(json!([7, BOB, 99]), &granted),
		(json!([7, BOB, null, null, BEST]), &granted),
		(json!({ "dataset": 7, "grantee": BOB, "at": 99 }), &granted),
		(json!([7, BOB, 100]), &denied),
		(json!([7, ALICE]), &denied),
		(json!([8, BOB]), &denied),
		(json!([7, BOB, null, { "genes": [1100] }]), &granted),
		(json!([7, BOB, null, "whole"]), &out),
		(json!({ "dataset": 7, "grantee": BOB, "what": { "genes": [5] } }), &out),
	] {
		assert_eq!(
			&call("ownome_checkAccess", params.clone()).await["result"],
			expected,
			"{params}"
		);
	}
}

#[tokio::test]
async fn a_proposal_is_read_by_its_id() {
	let proposal = call("ownome_proposal", json!([3])).await["result"].clone();
	assert_eq!(proposal["requester"], BOB);
	assert_eq!(proposal["terms"], terms());
	assert_eq!(call("ownome_proposal", json!([4])).await.get("result"), Some(&Value::Null));
}

#[tokio::test]
async fn proposals_come_in_pages() {
	come_in_pages("ownome_proposalsOfOwner", json!([ALICE]), json!([BOB])).await;
	come_in_pages("ownome_proposalsOfRequester", json!([BOB]), json!([ALICE])).await;
}

#[tokio::test]
async fn a_policy_is_read_by_what_it_is_for() {
	let of_alice = call("ownome_policy", json!([{ "allOf": ALICE }])).await["result"].clone();
	assert_eq!(of_alice["clauses"], policy());
	for target in [json!({ "allOf": BOB }), json!({ "dataset": 7 })] {
		let answer = call("ownome_policy", json!([target])).await;
		assert_eq!(answer.get("result"), Some(&Value::Null), "{target}");
	}
	assert_eq!(
		call("ownome_policyFor", json!([7])).await["result"],
		json!({ "target": { "allOf": ALICE }, "policy": of_alice })
	);
	assert_eq!(call("ownome_policyFor", json!([8])).await.get("result"), Some(&Value::Null));
}

#[tokio::test]
async fn an_answer_depends_on_dataset_requester_and_terms() {
	let consent = json!({ "answer": "consent", "clause": 0 });
	let deny = json!({ "answer": "deny" });
	let mut longer = terms();
	longer["period"] = json!(101);
	for (params, expected) in [
		(json!([7, BOB, terms()]), &consent),
		(json!({ "dataset": 7, "requester": BOB, "terms": terms() }), &consent),
		(json!([7, ALICE, terms()]), &deny),
		(json!([7, BOB, longer]), &deny),
		(json!([8, BOB, terms()]), &Value::Null),
	] {
		let answer = call("ownome_answer", params.clone()).await;
		assert_eq!(answer.get("result"), Some(expected), "{params}");
	}
}

#[tokio::test]
async fn what_bears_on_offers_is_read_by_account() {
	for (method, params, expected) in [
		("ownome_refusals", json!([ALICE]), json!({ "offers": true, "emergencies": false })),
		("ownome_refusals", json!([BOB]), json!({ "offers": false, "emergencies": false })),
		("ownome_disputes", json!([BOB]), json!({ "raised": 2, "dismissed": 0, "undecided": 0 })),
		("ownome_disputes", json!([ALICE]), json!({ "raised": 0, "dismissed": 0, "undecided": 0 })),
		(
			"ownome_ontology",
			json!([]),
			json!({ "current": { "root": format!("0x{}", "ee".repeat(32)), "count": 5 }, "next": null }),
		),
	] {
		assert_eq!(call(method, params.clone()).await["result"], expected, "{method} {params}");
	}
}

#[tokio::test]
async fn what_is_wrong_with_a_parameter_is_told_in_a_sentence() {
	let mut priceless = terms();
	priceless["price"] = json!("much");
	for (method, params, says) in [
		(
			"ownome_checkAccess",
			json!([7, BOB, null, { "regions": ["chr1"] }]),
			"use a region like chr1:100-200, the first and the last position counted from 1, not 'chr1'",
		),
		("ownome_checkAccess", json!([7, BOB, null, "all"]), "unknown variant `all`, expected one of"),
		("ownome_checkAccess", json!([7, BOB, "today"]), "expected u64"),
		("ownome_policy", json!([{ "owner": ALICE }]), "expected `dataset` or `allOf`"),
		("ownome_policy", json!([{ "allOf": "Alice" }]), "use the address of an account as wallets show it, not 'Alice'"),
		("ownome_answer", json!([7, BOB, {}]), "missing field `purpose`"),
		(
			"ownome_answer",
			json!([7, BOB, priceless]),
			"use a whole number of 10^-18 DATA as a text of digits, not 'much'",
		),
		("ownome_answer", json!([7, BOB]), "No more params"),
		("ownome_proposal", json!(["one"]), "expected u64"),
		("ownome_policyFor", json!([null]), "expected u64"),
		("ownome_refusals", json!(["Alice"]), "use the address of an account"),
		("ownome_disputes", json!([7]), "expected a string"),
	] {
		assert_is_told(&call(method, params.clone()).await, says);
	}
}
