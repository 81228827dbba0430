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
	let spinner = bar(global, what, path).with_style(ProgressStyle::default_spinner());
	interrupt::listen();
	spinner.enable_steady_tick(Duration::from_millis(200));
	let made = tokio::task::block_in_place(work);
	spinner.finish_and_clear();
	made
}

/// A bar for work on the file at `path`, with the time that is left, on a terminal.
pub fn bar(global: &Global, what: &str, path: &Path) -> ProgressBar {
	if global.json || !std::io::stderr().is_terminal() {
		return ProgressBar::hidden();
	}
	let style = ProgressStyle::with_template("{msg} {wide_bar} {percent} %, {eta} left");
	ProgressBar::new(0)
		.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
		.with_message(format!("{what} {}", path.display()))
}
