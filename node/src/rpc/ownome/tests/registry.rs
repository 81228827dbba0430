//! Datasets, what stands beside them, and batches.

use super::*;

#[tokio::test]
async fn an_unknown_dataset_is_null() {
	assert_eq!(call("ownome_dataset", json!([7])).await["result"]["owner"], ALICE);
	let unknown = call("ownome_dataset", json!([8])).await;
	assert_eq!(unknown.get("result"), Some(&Value::Null));
	assert_eq!(unknown.get("error"), None);
}

#[tokio::test]
async fn datasets_come_in_pages_of_a_hundred_unless_fewer_are_asked_for() {
	let hash = |byte: &str| format!("0x{}", byte.repeat(32));
	for (method, of) in
		[("ownome_datasetsOf", json!(ALICE)), ("ownome_datasetsByTag", json!(hash("cd")))]
	{
		let page = |params| async move { call(method, params).await["result"].clone() };
		assert_eq!(page(json!([of])).await.as_array().map(Vec::len), Some(100));
		assert_eq!(page(json!([of, 250, 2])).await, json!([251, 252]));
		assert_eq!(page(json!([of, null, 1, BEST])).await, json!([0]));
		assert_eq!(page(json!([of, 299])).await, json!([]));
	}
	assert_eq!(call("ownome_datasetsOf", json!([BOB])).await["result"], json!([]));
	assert_eq!(call("ownome_datasetsByTag", json!([hash("00")])).await["result"], json!([]));
}

#[tokio::test]
async fn what_stands_beside_a_title_is_read_by_its_id() {
	let bytes = |byte: &str| format!("0x{}", byte.repeat(32));
	for (method, params, expected) in [
		("ownome_lineage", json!([3]), json!([2, 1, 0])),
		("ownome_lineage", json!([3, 1]), json!([2])),
		("ownome_locations", json!([7]), json!(["drs://a/b"])),
		("ownome_locations", json!([8]), json!([])),
		(
			"ownome_attestations",
			json!([7]),
			json!([{ "attester": BOB, "statement": bytes("01"), "at": 5 }]),
		),
		("ownome_attestations", json!([8]), json!([])),
		("ownome_verify", json!([bytes("ab")]), json!({ "status": "registered", "id": 7 })),
		("ownome_verify", json!([bytes("00")]), json!({ "status": "unknown" })),
		("ownome_batch", json!([2]), Value::Null),
	] {
		assert_eq!(call(method, params.clone()).await["result"], expected, "{method} {params}");
	}
	assert_eq!(call("ownome_batch", json!([1])).await["result"]["leaves"], 3);
}
