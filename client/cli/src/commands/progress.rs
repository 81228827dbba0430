//! Something that moves while a large file is worked on.

use crate::{cli::Global, interrupt};
use indicatif::{ProgressBar, ProgressStyle};
use std::{io::IsTerminal, path::Path, time::Duration};

/// Runs `work` on the file at `path`, with a sign of life on a terminal, so that a signal leaves nothing half done.
pub fn during<T>(
	global: &Global,
	what: &str,
	path: &Path,
	work: impl FnOnce() -> ownome_vault::Result<T>,
) -> ownome_vault::Result<T> {
	let spinner = if global.json || !std::io::stderr().is_terminal() {
		ProgressBar::hidden()
	} else {
		ProgressBar::new_spinner()
			.with_style(ProgressStyle::default_spinner())
			.with_message(format!("{what} {}", path.display()))
	};
	interrupt::listen();
	spinner.enable_steady_tick(Duration::from_millis(200));
	let made = tokio::task::block_in_place(work);
	spinner.finish_and_clear();
	made
}
