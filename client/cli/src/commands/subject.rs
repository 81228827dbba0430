//! `ownome subject`: linking one's own accounts.

use crate::{
	chain::calls,
	cli::{Global, Subject},
	output::{Hex, Report},
};
use ownome_vault::subject::SubjectKey;
use std::path::Path;
use subxt::utils::AccountId32;

/// Makes subject keys, sets subject ids, looks at them.
pub async fn run(global: &Global, command: Subject) -> anyhow::Result<Report> {
	match command {
		Subject::Keygen { out } => {
			SubjectKey::generate()?.write(&out)?;
			Ok(Report::new()
				.field("file", out.display().to_string())?
				.line("Keep it to yourself: whoever has it can see which accounts are yours."))
		},
		Subject::Set { key } => {
			let account = global.key()?.public_key().to_account_id();
			let id = SubjectKey::read(&key)?.id(&account.0);
			Ok(global.send(&calls::set_subject(Some(id))).await?.1)
		},
		Subject::Clear => Ok(global.send(&calls::set_subject(None)).await?.1),
		Subject::Show { account, key } => show(global, account.0, key.as_deref()).await,
	}
}

async fn show(global: &Global, account: AccountId32, key: Option<&Path>) -> anyhow::Result<Report> {
	let key = key.map(SubjectKey::read).transpose()?;
	let found = global.chain().await?.state().await?.subject(account).await?;
	let report = Report::new()
		.field("account", account)?
		.optional("subject", found.map(|found| Hex(found.0)))?;
	match key {
		Some(key) => {
			let yours = found == Some(key.id(&account.0));
			report.pair("yours", yours, if yours { "yes" } else { "no" })
		},
		None => Ok(report),
	}
}
