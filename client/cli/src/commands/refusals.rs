//! `ownome door` and `ownome break-glass`: what an owner refuses beforehand.

use crate::{
	chain::calls,
	cli::{Behalf, BreakGlass, Door, Global},
	output::Report,
};
use subxt::{transactions::Payload, utils::AccountId32};

/// Refuses all offers, or takes them again.
pub async fn door(global: &Global, command: Door) -> anyhow::Result<Report> {
	match command {
		Door::Open(owner) => send(global, owner, |owner| calls::set_door(owner, false)).await,
		Door::Close(owner) => send(global, owner, |owner| calls::set_door(owner, true)).await,
	}
}

/// Refuses emergency access, or allows it again.
pub async fn break_glass(global: &Global, command: BreakGlass) -> anyhow::Result<Report> {
	match command {
		BreakGlass::Refuse(owner) => {
			send(global, owner, |owner| calls::set_break_glass(owner, true)).await
		},
		BreakGlass::Allow(owner) => {
			send(global, owner, |owner| calls::set_break_glass(owner, false)).await
		},
	}
}

async fn send<P: Payload>(
	global: &Global,
	behalf: Behalf,
	call: impl FnOnce(AccountId32) -> P,
) -> anyhow::Result<Report> {
	let signer = global.key()?.public_key().to_account_id();
	let owner = behalf.owner.map_or(signer, |owner| owner.0);
	global.chain().await?.state().await?.expect_acts_for(owner, signer).await?;
	Ok(global.send(&call(owner)).await?.1)
}
