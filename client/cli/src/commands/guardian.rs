//! `ownome guardian`: who acts for an owner.

use crate::{
	chain::calls,
	cli::{Global, Guardian},
	output::Report,
	time::Time,
};
use anyhow::ensure;
use ownome_primitives::Moment;

/// A day in milliseconds.
const DAY: Moment = 24 * 60 * 60 * 1000;

/// Sets guardians, hands over, looks at guardians.
pub async fn run(global: &Global, command: Guardian) -> anyhow::Result<Report> {
	match command {
		Guardian::Set { guardian, until } => {
			// Who signs comes first, which needs no node.
			global.key()?;
			let chain = global.chain().await?;
			let state = chain.state().await?;
			expect_term(state.now().await?, state.longest_guardianship()?, until.0)?;
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

/// Refuses an end that is over already, or too far away; the chain tells them not apart.
fn expect_term(now: Moment, longest: Moment, until: Moment) -> anyhow::Result<()> {
	ensure!(until > now, "{} is over already: give a later date with --until.", Time(until));
	let last = now.saturating_add(longest);
	ensure!(
		until <= last,
		"A guardian acts for {} days at most: give --until no later than {}.",
		longest / DAY,
		Time(last)
	);
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn what_is_over_and_what_is_too_far_away_are_told_apart() {
		let (now, longest) = (1_763_632_800_000, 25 * 365 * DAY);
		expect_term(now, longest, now + 1).unwrap();
		expect_term(now, longest, now + longest).unwrap();
		let error = |until| expect_term(now, longest, until).unwrap_err().to_string();
		assert!(error(now).contains("over already"));
		let message = error(now + longest + 1);
		assert!(message.contains("9125 days") && message.contains("2050-11-14"), "{message}");
	}
}
