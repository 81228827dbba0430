//! `ownome token`: the data token.

use super::{confirm::confirm, permit};
use crate::{
	amount::{Amount, Data},
	chain::calls,
	cli::{Allowance, Global, Token},
	output::Report,
};
use ownome_primitives::Balance;

/// Shows what there is, who has it and who may spend it, and sends, allows and burns.
pub async fn run(global: &Global, command: Token) -> anyhow::Result<Report> {
	match command {
		Token::Balance { account } => {
			let balance = global.chain().await?.state().await?.token_balance(account.0).await?;
			Report::new()
				.field("account", account.0)?
				.field("free", data(balance.free))?
				.field("held", data(balance.held))
		},
		Token::Transfer { to, amount } => {
			Ok(global.send(&calls::transfer_token(to.0, amount.units())).await?.1)
		},
		Token::Approve { spender, amount } => {
			Ok(global.send(&calls::approve_token(spender.0, amount.0)).await?.1)
		},
		Token::Allowance { owner, spender } => {
			let state = global.chain().await?;
			let allowance = state.state().await?.allowance(owner.0, spender.0).await?;
			Report::new()
				.field("owner", owner.0)?
				.field("spender", spender.0)?
				.field("allowance", Allowance(allowance))
		},
		Token::TransferFrom { from, to, amount } => {
			let call = calls::transfer_token_from(from.0, to.0, amount.units());
			Ok(global.send(&call).await?.1)
		},
		Token::Permit(command) => permit::run(global, command).await,
		Token::Burn { amount, from } => {
			let whose = from.map_or_else(|| "your own".to_owned(), |from| from.0.to_string());
			confirm(global.unasked(), &format!("destroy {amount} of {whose}"))?;
			let units = amount.units();
			match from {
				None => Ok(global.send(&calls::burn(units)).await?.1),
				Some(from) => Ok(global.send(&calls::burn_from(from.0, units)).await?.1),
			}
		},
		Token::Info => {
			let token = global.chain().await?.state().await?.token().await?;
			Report::new()
				.field("name", &token.name)?
				.field("symbol", &token.symbol)?
				.field("decimals", token.decimals)?
				.field("supply", data(token.total_supply))?
				.field("cap", data(token.cap))
		},
	}
}

fn data(units: Balance) -> Amount<Data> {
	Amount::from_units(units)
}
