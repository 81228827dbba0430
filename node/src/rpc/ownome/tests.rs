//! The methods as a client calls them, over a chain of one block.

mod chain;
mod consent;
mod grants;
mod members;
mod registry;
mod token;

use super::*;
use chain::{Chain, ALICE, BEST, BOB, BROKEN, OLD};
use serde_json::{json, Value};

async fn call(method: &str, params: Value) -> Value {
	let module = methods(&Arc::new(Chain)).unwrap();
	let request = json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": params });
	let (response, _) = module.raw_json_request(&request.to_string(), 1).await.unwrap();
	serde_json::from_str(&response).unwrap()
}

/// `method` has 300 ids for `of` and none for `other`, and tells at most 100 of them at once.
async fn come_in_pages(method: &str, of: Value, other: Value) {
	let page = |of: &Value, rest: Value| {
		let params = [of.as_array().unwrap().clone(), rest.as_array().unwrap().clone()].concat();
		async move { call(method, params.into()).await["result"].clone() }
	};
	assert_eq!(page(&of, json!([])).await.as_array().map(Vec::len), Some(100), "{method}");
	assert_eq!(page(&of, json!([250, 2])).await, json!([251, 252]), "{method}");
	assert_eq!(page(&of, json!([null, 1, BEST])).await, json!([0]), "{method}");
	assert_eq!(page(&of, json!([299])).await, json!([]), "{method}");
	assert_eq!(page(&other, json!([])).await, json!([]), "{method}");
}

/// The call failed for a parameter, and the error says what to write.
fn assert_is_told(response: &Value, says: &str) {
	assert_eq!(response["error"]["code"], -32602, "{response}");
	let told = response["error"]["data"].as_str().unwrap_or_default();
	assert!(told.contains(says), "{response}");
}

#[tokio::test]
async fn the_best_block_is_asked_unless_another_is_named() {
	let balance = json!({ "free": "12500000000000000000", "held": "1" });
	assert_eq!(call("ownome_tokenBalance", json!([ALICE])).await["result"], balance);
	assert_eq!(call("ownome_tokenBalance", json!([ALICE, BEST])).await["result"], balance);
	assert_eq!(
		call("ownome_tokenBalance", json!([ALICE, OLD])).await["error"],
		json!({
			"code": 9001,
			"message": format!(
				"block 0x{} is unknown to this node, or its state is no longer kept: \
				 ask for a later block, or ask an archive node",
				"02".repeat(32)
			),
		})
	);
}

#[tokio::test]
async fn errors_have_stable_codes() {
	let error = |response: Value| response["error"]["code"].clone();
	assert_eq!(error(call("ownome_dataset", json!([7, OLD])).await), UNKNOWN_BLOCK);
	assert_eq!(error(call("ownome_dataset", json!([7, BROKEN])).await), NO_ANSWER);
	assert_eq!(error(call("ownome_tokenBalance", json!(["not an account"])).await), -32602);
	assert_eq!(error(call("ownome_dataset", json!([-1])).await), -32602);
}
