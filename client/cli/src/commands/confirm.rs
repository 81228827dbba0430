//! Asking before something is done that nobody can undo.

use anyhow::{bail, ensure, Context};
use std::io::{self, BufRead, IsTerminal, Write};

/// Goes on with `what` if `yes` was given, or if somebody at the terminal types yes.
pub fn confirm(yes: bool, what: &str) -> anyhow::Result<()> {
	if yes {
		return Ok(());
	}
	let input = io::stdin().lock();
	if !input.is_terminal() {
		bail!("This would {what}, and nobody can undo it: give --yes if you mean it.");
	}
	ensure!(answer(what, input, io::stderr().lock())?, "Nothing was done: the answer was not yes.");
	Ok(())
}

fn answer(what: &str, input: impl BufRead, mut output: impl Write) -> anyhow::Result<bool> {
	/// More than anybody types here.
	const MAX_BYTES: u64 = 64;
	let mut line = String::new();
	write!(output, "This will {what}, and nobody can undo it. Type yes to go on: ")
		.and_then(|()| output.flush())
		.and_then(|()| input.take(MAX_BYTES).read_line(&mut line))
		.context("The answer could not be read: run the command in a terminal, or give --yes.")?;
	Ok(line.trim() == "yes")
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn only_yes_goes_on() {
		for (typed, goes_on) in
			[("yes\n", true), (" yes \n", true), ("no\n", false), ("\n", false), ("", false)]
		{
			let mut shown = Vec::new();
			assert_eq!(answer("erase it", typed.as_bytes(), &mut shown).unwrap(), goes_on);
			assert!(
				String::from_utf8(shown).unwrap().starts_with("This will erase it, "),
				"{typed}"
			);
		}
	}

	#[test]
	fn who_says_yes_is_not_asked() {
		confirm(true, "erase it").unwrap();
	}
}
