//! What shells and `man` want to know of this tool: `ownome completions` and `ownome manual`.

use crate::{config, output::Report};
use anyhow::Context;
use clap_complete::Shell;
use std::{fs, path::Path};

/// The script that completes commands in a shell.
pub fn completions(shell: Shell) -> anyhow::Result<Report> {
	let mut script = Vec::new();
	clap_complete::generate(shell, &mut config::command(), "ownome", &mut script);
	let script = String::from_utf8(script).context("The script is no text.")?;
	Ok(Report::new().value("script", &script)?.line(script.trim_end()))
}

/// Writes the manual pages into a new folder.
pub fn manual(folder: &Path) -> anyhow::Result<Report> {
	fs::create_dir(folder).with_context(|| {
		format!("{} cannot be made: name a folder that does not exist yet.", folder.display())
	})?;
	clap_mangen::generate_to(config::command(), folder)
		.with_context(|| format!("The pages cannot be written into {}.", folder.display()))?;
	let pages = fs::read_dir(folder)?.count();
	Report::new()
		.field("folder", folder.display().to_string())?
		.field("pages", pages)
}
