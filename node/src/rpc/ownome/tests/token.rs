//! The data token.

use super::*;

#[tokio::test]
async fn token_methods_ask_for_the_accounts_that_are_named() {
	for (method, params, expected) in [
		("ownome_tokenAllowance", json!([ALICE, BOB]), json!("5")),
		("ownome_tokenAllowance", json!([BOB, ALICE]), json!("0")),
		("ownome_tokenAllowance", json!({ "owner": ALICE, "spender": BOB }), json!("5")),
		("ownome_tokenPermitNonce", json!([ALICE]), json!(2)),
		("ownome_tokenPermitNonce", json!([BOB]), json!(0)),
		("ownome_tokenMintable", json!([BOB]), json!("37")),
		("ownome_tokenMintable", json!([ALICE]), json!("0")),
	] {
		assert_eq!(call(method, params.clone()).await["result"], expected, "{method} {params}");
	}
	assert_eq!(call("ownome_token", json!([])).await["result"]["totalSupply"], "60");
	let schedule = call("ownome_tokenSchedule", json!([])).await;
	assert_eq!(schedule["result"][0]["beneficiary"], BOB);
}
