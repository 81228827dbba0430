//! `ownome policy`: the Data Use Ontology without a chain.

use crate::{cli::Policy as Command, output::Report, time::Time};
use ownome_primitives::duo::{
	evaluate,
	purpose::{Field, Purpose},
	Policy, Reason,
};
use ownome_vault::duo::{exposure, read, Form};
use serde_json::{json, Value};

/// Runs one of the commands.
pub fn run(command: Command) -> anyhow::Result<Report> {
	match command {
		Command::Evaluate { policy, purpose, at } => {
			let (policy, purpose) = (read::<Policy>(&policy)?, read::<Purpose>(&purpose)?);
			let now = at.unwrap_or_else(|| Time::now().0);
			// Which diseases are kinds of others is proven on chain.
			let decision = evaluate(&policy, &purpose, now, |_, _| false);
			let reasons: Vec<_> = decision.reasons().iter().map(reason).collect();
			let report =
				Report::new().field("decision", decision.code())?.value("reasons", reasons)?;
			Ok(decision
				.reasons()
				.iter()
				.fold(report, |report, reason| report.line(reason.to_string())))
		},
		Command::Show { file } => {
			let policy = read::<Policy>(&file)?;
			let warnings = exposure(&policy);
			let report = show(&policy)?.value("warnings", &warnings)?;
			Ok(warnings
				.iter()
				.fold(report, |report, warning| report.line(format!("warning: {warning}"))))
		},
		Command::Purpose { file } => show(&read::<Purpose>(&file)?),
	}
}

/// Both forms.
fn show<T: Form>(form: &T) -> anyhow::Result<Report> {
	Report::new().field("text", form.to_text())?.field(T::NAME, form.to_json())
}

/// A reason for programs.
fn reason(reason: &Reason) -> Value {
	json!({
		"clause": reason.clause,
		"term": reason.term.map(|term| term.to_string()),
		"code": reason.cause.code(),
		"field": reason.cause.field().map(Field::name),
		"text": reason.to_string(),
	})
}
