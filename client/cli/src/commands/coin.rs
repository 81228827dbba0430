//! `ownome coin`: the native coin.

use crate::{
	amount::{Amount, Own},
	chain::calls,
	cli::{Coin, CoinAmount, Global},
	output::Report,
};

/// Shows what an account has, and sends.
pub async fn run(global: &Global, command: Coin) -> anyhow::Result<Report> {
	match command {
		Coin::Balance { account } => {
			let balance = global.chain().await?.state().await?.coin_balance(account.0).await?;
			Report::new()
				.field("account", account.0)?
				.field("free", Amount::<Own>::from_units(balance.free))?
				.field("held", Amount::<Own>::from_units(balance.held))
		},
		Coin::Transfer { to, amount: CoinAmount::Exactly(amount) } => {
			Ok(global.send(&calls::transfer_coin(to.0, amount.units())).await?.1)
		},
		Coin::Transfer { to, amount: CoinAmount::All } => {
			Ok(global.send(&calls::transfer_all_coins(to.0)).await?.1)
		},
	}
}
