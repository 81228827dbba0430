//! What moves while a large file is worked on.

use crate::{cli::Global, interrupt};
use indicatif::{ProgressBar, ProgressStyle};
use std::{
	fs,
	io::IsTerminal,
	path::Path,
	sync::mpsc::{channel, RecvTimeoutError},
	thread,
	time::Duration,
};

/// What is shown where it is known how much there is to do, and where it is not.
const BAR: &str = "{msg} {wide_bar} {percent} %, {binary_bytes_per_sec}, {eta} left";
const SPINNER: &str = "{spinner} {msg} {binary_bytes}, {binary_bytes_per_sec}";
/// What is shown where something is counted that is no bytes.
const COUNT: &str = "{msg} {wide_bar} {percent} %, {eta} left";
/// How often it is shown.
const TICK: Duration = Duration::from_millis(200);

/// Runs `work` on the file at `path`, and shows on a terminal how far it is, so that a signal leaves nothing half done.
pub fn during<T>(
	global: &Global,
	what: &str,
	path: &Path,
	work: impl FnOnce() -> ownome_vault::Result<T>,
) -> ownome_vault::Result<T> {
	// Of a pipe nobody knows how much will come.
	let size = fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|found| found.len());
	during_bytes(global, what, path, size, work)
}

/// Runs `work` that reads so many bytes of a file, or nobody knows how many.
pub fn during_bytes<T>(
	global: &Global,
	what: &str,
	path: &Path,
	bytes: Option<u64>,
	work: impl FnOnce() -> ownome_vault::Result<T>,
) -> ownome_vault::Result<T> {
	interrupt::listen();
	let bar = shown(global, what, path, if bytes.is_some() { BAR } else { SPINNER });
	if let Some(bytes) = bytes {
		bar.set_length(bytes);
	}
	let begin = ownome_vault::progress::bytes();
	let done = || ownome_vault::progress::bytes().saturating_sub(begin);
	let made = thread::scope(|scope| {
		let (end, ended) = channel::<()>();
		if !bar.is_hidden() {
			scope.spawn(|| {
				// It hangs up when the work is done, or panics.
				let ended = ended;
				while ended.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
					bar.set_position(done());
					bar.tick();
				}
			});
		}
		let made = tokio::task::block_in_place(work);
		drop(end);
		made
	});
	bar.finish_and_clear();
	made
}

/// A bar for work on the file at `path` that counts something else than bytes, on a terminal.
pub fn bar(global: &Global, what: &str, path: &Path) -> ProgressBar {
	shown(global, what, path, COUNT)
}

fn shown(global: &Global, what: &str, path: &Path, template: &str) -> ProgressBar {
	if global.json || !std::io::stderr().is_terminal() {
		return ProgressBar::hidden();
	}
	let style = ProgressStyle::with_template(template);
	ProgressBar::no_length()
		.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
		.with_message(format!("{what} {}", path.display()))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn what_is_shown_can_be_shown() {
		for template in [BAR, SPINNER, COUNT] {
			ProgressStyle::with_template(template).unwrap();
		}
	}
}
