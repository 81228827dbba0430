//! `ownome member`.

use super::digest_of;
use crate::{
	chain::calls,
	cli::{Global, Hash, Member, ProfileArgs, RoleName},
	commands::confirm::confirm,
	output::{Hex, Report},
	time::Time,
};
use anyhow::Context;
use ownome_primitives::{Application, Profile, Role, Roles, Standing};
use ownome_vault::keys::PublicKey;
use std::collections::BTreeSet;
use subxt::utils::AccountId32;

/// Becomes a member, admits members, looks at them.
pub async fn run(global: &Global, command: Member) -> anyhow::Result<Report> {
	match command {
		Member::Apply { roles, key, credential, profile } => {
			let application = Application {
				roles: distinct(&roles)?,
				profile: stated(profile),
				encryption_key: *PublicKey::read(&key)?.as_bytes(),
				credential: digest_of(&credential)?,
			};
			Ok(global.send(&calls::apply(application)).await?.1)
		},
		Member::Application { account } => {
			let found = global.chain().await?.state().await?.application(account.0).await?;
			application(account.0, &found)
		},
		Member::Admit { account, application } => admit(global, account.0, application).await,
		Member::Amend { account, profile } => {
			expect_council(global).await?;
			Ok(global.send(&calls::amend_profile(account.0, stated(profile))).await?.1)
		},
		Member::Suspend { account } => {
			expect_council(global).await?;
			Ok(global.send(&calls::suspend(account.0)).await?.1)
		},
		Member::Reinstate { account } => {
			expect_council(global).await?;
			Ok(global.send(&calls::reinstate(account.0)).await?.1)
		},
		Member::Expel { account } => {
			expect_council(global).await?;
			confirm(
				global.unasked(),
				&format!("expel {}, and end all grants to it for good", account.0),
			)?;
			Ok(global.send(&calls::expel(account.0)).await?.1)
		},
		Member::Resign => {
			confirm(global.unasked(), "leave the consortium, and end all grants to you for good")?;
			Ok(global.send(&calls::resign()).await?.1)
		},
		Member::Show { account } => show(global, account.0).await,
	}
}

/// Refuses a signer that the chain would not obey.
async fn expect_council(global: &Global) -> anyhow::Result<()> {
	let chain = global.chain().await?;
	global.expect_sudo(&chain.state().await?, "decides about members").await
}

fn stated(profile: ProfileArgs) -> Profile {
	let ProfileArgs { institution, country, not_for_profit } = profile;
	Profile { institution, country, not_for_profit }
}

/// Each role once.
fn distinct(roles: &[RoleName]) -> anyhow::Result<Roles> {
	let roles: BTreeSet<Role> = roles.iter().map(|role| Role::from(*role)).collect();
	Roles::try_from(roles)
		.ok()
		.context("These are more roles than there are: name each one once.")
}

async fn admit(
	global: &Global,
	account: AccountId32,
	read_before: Option<Hash>,
) -> anyhow::Result<Report> {
	let chain = global.chain().await?;
	let state = chain.state().await?;
	global.expect_sudo(&state, "admits members").await?;
	let applied = state.application(account).await?;
	// The chain compares it with the application as it stands then.
	let hash = read_before.map_or_else(|| applied.hash(), |read| read.0);
	let (_, sent) = global.send(&calls::admit(account, hash)).await?;
	Ok(application(account, &applied)?.and(sent))
}

async fn show(global: &Global, account: AccountId32) -> anyhow::Result<Report> {
	let member = global.chain().await?.state().await?.member(account).await?;
	accreditation(account, &member.roles, &member.profile)?
		.field("encryption_key", Hex(member.encryption_key))?
		.field("credential", Hex(member.credential))?
		.pair("standing", standing(member.standing), standing(member.standing))?
		.field("admitted_at", Time(member.admitted_at))
}

/// What an applicant asks for and states, and by which hash the council names it.
fn application(account: AccountId32, application: &Application) -> anyhow::Result<Report> {
	accreditation(account, &application.roles, &application.profile)?
		.field("encryption_key", Hex(application.encryption_key))?
		.field("credential", Hex(application.credential))?
		.field("application", Hex(application.hash()))
}

/// For what somebody is accredited, or wants to be, and as what.
fn accreditation(account: AccountId32, roles: &Roles, profile: &Profile) -> anyhow::Result<Report> {
	let roles: Vec<_> = roles.iter().map(|role| RoleName::from(*role).name()).collect();
	let not_for_profit = profile.not_for_profit;
	Report::new()
		.field("account", account)?
		.pair("roles", &roles, roles.join(", "))?
		.field("institution", profile.institution.to_string())?
		.field("country", profile.country.to_string())?
		.pair("not_for_profit", not_for_profit, if not_for_profit { "yes" } else { "no" })
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
