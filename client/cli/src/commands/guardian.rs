//! `ownome guardian`: who acts for an owner.

use crate::{
	chain::calls,
	cli::{Global, Guardian},
	output::Report,
	time::Time,
};

/// Sets guardians, hands over, looks at guardians.
pub async fn run(global: &Global, command: Guardian) -> anyhow::Result<Report> {
	match command {
		Guardian::Set { guardian, until } => {
			Ok(global.send(&calls::set_guardian(guardian.0, until.0)).await?.1)
		},
		Guardian::HandOver { owner } => Ok(global.send(&calls::hand_over(owner.0)).await?.1),
		Guardian::Show { owner } => {
			let found = global.chain().await?.state().await?.guardian(owner.0).await?;
			Report::new()
				.field("owner", owner.0)?
				.optional("guardian", found.as_ref().map(|found| found.guardian))?
				.optional("until", found.map(|found| Time(found.until)))
		},
	}
}
