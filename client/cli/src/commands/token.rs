//! `ownome token`: the data token.

use crate::{
	amount::{Amount, Data},
	chain::calls,
	cli::{Global, Token},
	output::Report,
};

/// Shows what an account has, and sends.
pub async fn run(global: &Global, command: Token) -> anyhow::Result<Report> {
	match command {
		Token::Balance { account } => {
			let balance = global.chain().await?.state().await?.token_balance(account.0).await?;
			Report::new()
				.field("account", account.0)?
				.field("free", Amount::<Data>::from_units(balance.free))?
				.field("held", Amount::<Data>::from_units(balance.held))
		},
		Token::Transfer { to, amount } => {
			Ok(global.send(&calls::transfer_token(to.0, amount.units())).await?.1)
		},
	}
}
