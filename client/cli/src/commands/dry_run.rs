//! What a command with `--dry-run` comes to, instead of a transaction.

use crate::{
	amount::{Amount, Own},
	chain::DryRun,
	output::Report,
};
use serde_json::json;

/// The end of a command where it would have sent its transactions. It is passed on as an error is, so that all that was written for them is
/// undone on the way, and [`answer`] makes it the answer of the command.
#[derive(Debug, thiserror::Error)]
#[error("Nothing was sent.")]
pub struct End(pub Vec<DryRun>);

/// The answer of a command.
pub fn answer(done: anyhow::Result<Report>) -> anyhow::Result<Report> {
	match done {
		Err(error) => report(&error.downcast::<End>()?.0),
		done => done,
	}
}

/// What transactions would do, and their fee.
pub fn report(all: &[DryRun]) -> anyhow::Result<Report> {
	let mut report = Report::new();
	for one in all {
		report = report
			.line(format!("would send     {}", one.call))
			.line(format!("effect         {}", one.call.effect));
	}
	let fee = all.iter().map(|one| one.fee.units()).sum();
	let values: Vec<_> = all
		.iter()
		.map(|DryRun { call, fee }| {
			json!({ "call": call.name, "arguments": call.arguments, "effect": call.effect, "fee": fee })
		})
		.collect();
	let warnings: &[_] = match all.iter().any(|one| one.call.by_sudo) {
		true => &["root does this on the word of the sudo key, and whether it succeeds is not told beforehand".into()],
		false => &[],
	};
	report
		.value("dry_run", true)?
		.value("transactions", values)?
		.value("fee", Amount::<Own>::from_units(fee))?
		.warnings(warnings)
		.map(|report| {
			report.line({
				// What turns out to be less work, or is the council's, costs less.
				let fee = fee_in_words(fee).replacen("fee ", "fee at most ", 1);
				format!("{fee}; nothing was sent")
			})
		})
}

/// A fee, or that there is none.
pub fn fee_in_words(units: u128) -> String {
	match units {
		0 => "free of charge".into(),
		_ => format!("fee {}", Amount::<Own>::from_units(units)),
	}
}
