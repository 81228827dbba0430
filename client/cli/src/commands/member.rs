//! `ownome member`.

use super::digest_of;
use crate::{
	chain::calls,
	cli::{Global, Member, RoleName},
	output::{Hex, Report},
	time::Time,
};
use anyhow::Context;
use ownome_primitives::{Role, Roles, Standing};
use ownome_vault::keys::PublicKey;
use std::{collections::BTreeSet, path::Path};
use subxt::utils::AccountId32;

/// Becomes a member, admits members, looks at them.
pub async fn run(global: &Global, command: Member) -> anyhow::Result<Report> {
	match command {
		Member::Apply { roles, key, credential } => apply(global, &roles, &key, &credential).await,
		Member::Admit { account } => admit(global, account.0).await,
		Member::Show { account } => show(global, account.0).await,
	}
}

async fn apply(
	global: &Global,
	roles: &[RoleName],
	key: &Path,
	credential: &Path,
) -> anyhow::Result<Report> {
	let roles: BTreeSet<Role> = roles.iter().map(|role| Role::from(*role)).collect();
	let roles = Roles::try_from(roles)
		.ok()
		.context("These are more roles than there are: name each one once.")?;
	let key = PublicKey::read(key)?;
	let call = calls::apply(roles, *key.as_bytes(), digest_of(credential)?);
	Ok(global.send(&call).await?.1)
}

async fn admit(global: &Global, account: AccountId32) -> anyhow::Result<Report> {
	global.expect_sudo("admits members").await?;
	Ok(global.send(&calls::admit(account)).await?.1)
}

async fn show(global: &Global, account: AccountId32) -> anyhow::Result<Report> {
	let member = global.chain().await?.state().await?.member(account).await?;
	let roles: Vec<_> = member.roles.iter().map(|role| RoleName::from(*role).name()).collect();
	Report::new()
		.field("account", account)?
		.pair("roles", &roles, roles.join(", "))?
		.field("encryption_key", Hex(member.encryption_key))?
		.field("credential", Hex(member.credential))?
		.pair("standing", standing(member.standing), standing(member.standing))?
		.field("admitted_at", Time(member.admitted_at))
}

/// A standing as a word.
fn standing(standing: Standing) -> &'static str {
	match standing {
		Standing::Good => "good",
		Standing::Suspended => "suspended",
		Standing::Expelled => "expelled",
		Standing::Resigned => "resigned",
	}
}
