//! Members of the consortium.

use super::*;

#[tokio::test]
async fn a_member_is_told_with_what_is_vouched_for() {
	let member = json!({
		"account": BOB,
		"institution": "https://ror.org/013meh722",
		"country": "GB",
		"notForProfit": true,
		"roles": ["ethics", "auditor"],
		"encryptionKey": format!("0x{}", "ab".repeat(32)),
		"credential": format!("0x{}", "cd".repeat(32)),
		"standing": "suspended",
		"admittedAt": 5,
	});
	assert_eq!(call("ownome_member", json!([BOB])).await["result"], member);
	let stranger = call("ownome_member", json!([ALICE])).await;
	assert_eq!(stranger.get("result"), Some(&Value::Null));
	assert_eq!(stranger.get("error"), None);
}
