//! What was granted, and what became of it.

use super::*;

#[tokio::test]
async fn a_grant_is_read_by_its_id() {
	let grant = call("ownome_grant", json!([3])).await["result"].clone();
	assert_eq!(grant["id"], 3);
	assert_eq!(grant["owner"], ALICE);
	assert_eq!(call("ownome_grant", json!([4])).await.get("result"), Some(&Value::Null));
}

#[tokio::test]
async fn grants_come_in_pages() {
	come_in_pages("ownome_grantsOfOwner", json!([ALICE]), json!([BOB])).await;
	come_in_pages("ownome_grantsOfGrantee", json!([BOB]), json!([ALICE])).await;
	come_in_pages("ownome_grantsOfDataset", json!([7]), json!([8])).await;
	come_in_pages("ownome_grantsOf", json!([7, BOB]), json!([8, BOB])).await;
	come_in_pages("ownome_grantsOf", json!([7, BOB]), json!([7, ALICE])).await;
}

#[tokio::test]
async fn the_money_of_a_grant_is_in_exact_decimal_strings() {
	assert_eq!(
		call("ownome_grantMoney", json!([3])).await["result"],
		json!({
			"price": "340282366920938463463374607431768211455",
			"held": "1",
			"paid": "2",
			"refunded": "3",
			"earned": "4",
			"payable": "5",
			"refundable": "6",
		})
	);
	assert_eq!(call("ownome_grantMoney", json!([4])).await.get("result"), Some(&Value::Null));
}

#[tokio::test]
async fn receipts_and_trail_come_in_pages_with_their_numbers() {
	let evidence = json!({ "kind": "record", "hash": format!("0x{}", "ab".repeat(32)) });
	let act = json!({ "kind": "granted", "grant": 3 });
	for (method, of, other, first) in [
		(
			"ownome_receipts",
			3,
			4,
			json!({ "number": 0, "custodian": BOB, "at": 5, "evidence": evidence }),
		),
		("ownome_auditTrail", 7, 8, json!({ "number": 0, "at": 5, "by": ALICE, "act": act })),
	] {
		let page = |params| async move { call(method, params).await["result"].clone() };
		assert_eq!(page(json!([of, null, 1])).await, json!([first]));
		assert_eq!(page(json!([of])).await.as_array().map(Vec::len), Some(100));
		let rest = page(json!([of, 297, 5])).await;
		assert_eq!((&rest[0]["number"], &rest[1]["number"]), (&json!(298), &json!(299)));
		assert_eq!(rest.as_array().map(Vec::len), Some(2));
		assert_eq!(page(json!([other])).await, json!([]));
	}
}

#[tokio::test]
async fn what_is_wrong_with_a_parameter_is_told_in_a_sentence() {
	for (method, params, says) in [
		("ownome_grant", json!([-1]), "expected u64"),
		("ownome_grantMoney", json!(["3"]), "expected u64"),
		("ownome_grantsOf", json!([7]), "No more params"),
		("ownome_grantsOfDataset", json!([ALICE]), "expected u64"),
		("ownome_receipts", json!([3, null, -1]), "expected u32"),
		("ownome_auditTrail", json!([7, "last"]), "expected u64"),
	] {
		assert_is_told(&call(method, params.clone()).await, says);
	}
}
