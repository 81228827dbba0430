//! `ownome grant` and `ownome revoke`.

mod deliver;
mod dispute;
mod less;
pub mod show;

pub use less::revoke;

use crate::{
	chain::calls,
	cli::{Global, Grant},
	output::Report,
};
use subxt::utils::AccountId32;

/// A grant on this chain.
pub type Record = ownome_primitives::Grant<AccountId32>;

/// Delivers keys, settles accounts, looks at grants.
pub async fn run(global: &Global, command: Grant) -> anyhow::Result<Report> {
	match command {
		Grant::Show { grant } => show::one(global, grant).await,
		Grant::List { whose, page } => show::list(global, whose, page).await,
		Grant::Money { grant } => show::money(global, grant).await,
		Grant::Deliver(delivery) => deliver::run(global, &delivery).await,
		Grant::Confirm { grant } => Ok(global.send(&calls::confirm(grant)).await?.1),
		Grant::Dispute { grant, reason, out } => dispute::raise(global, grant, &reason, out).await,
		Grant::Rule { grant, valid, statement, .. } => {
			dispute::rule(global, grant, valid, statement.as_deref()).await
		},
		Grant::Narrow(narrow) => less::narrow(global, narrow).await,
		Grant::Relinquish { grant } => less::relinquish(global, grant).await,
		Grant::Settle { grant } => Ok(global.send(&calls::settle(grant)).await?.1),
	}
}
