//! Settings: what the command line leaves out is looked for in the environment, and then in a file.

use crate::{
	account::dev_key,
	chain::Wait,
	cli::{Cli, Global},
	output::Report,
};
use anyhow::{anyhow, Context};
use clap::{
	error::ErrorKind, parser::ValueSource, Arg, ArgMatches, CommandFactory, FromArgMatches,
	ValueEnum,
};
use serde::{Deserialize, Deserializer};
use serde_json::json;
use std::{
	env,
	ffi::OsString,
	fmt, fs, io,
	path::{Path, PathBuf},
};

/// Names a file with settings.
const CONFIG: &str = "OWNOME_CONFIG";
/// Names the folder in which the custodian stores datasets.
const STORE: &str = "OWNOME_STORE";
/// Names your private key.
const KEY: &str = "OWNOME_KEY";

/// Why there is nothing to do.
#[derive(Debug)]
pub enum Wrong {
	/// The command line is none.
	Usage(clap::Error),
	/// The file with the settings is none.
	Settings(anyhow::Error),
}

/// What a file sets.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
	url: Option<String>,
	signer: Option<String>,
	#[serde(default, deserialize_with = "wait")]
	wait: Option<Wait>,
	json: Option<bool>,
	store: Option<String>,
	key: Option<String>,
}

/// Where something was said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
	/// On the command line.
	Flag,
	/// In an environment variable.
	Environment,
	/// In the file.
	File,
	/// Nowhere.
	#[default]
	Default,
}

impl fmt::Display for Origin {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::Flag => "flag",
			Self::Environment => "environment",
			Self::File => "file",
			Self::Default => "default",
		})
	}
}

/// Where the settings that hold were said.
#[derive(Clone, Debug, Default)]
pub struct Origins {
	/// The file, if there is one.
	file: Option<PathBuf>,
	url: Origin,
	signer: Origin,
	wait: Origin,
	json: Origin,
	yes: Origin,
	dry_run: Origin,
	/// What commands with a store or a private key use if they name none.
	store: (Option<String>, Origin),
	key: (Option<String>, Origin),
}

/// What a command line says, with what the environment and the file add to it.
pub fn parse(arguments: &[OsString]) -> Result<Cli, Wrong> {
	let (file, settings) = read(arguments).map_err(Wrong::Settings)?;
	let matches = command_with(&settings).try_get_matches_from(arguments).map_err(Wrong::Usage)?;
	let mut cli = Cli::from_arg_matches(&matches).map_err(Wrong::Usage)?;
	cli.global.origins = Origins::new(file, settings, &matches);
	if cli.global.origins.dry_run == Origin::Flag && !cli.command.sends() {
		return Err(Wrong::Usage(Cli::command().error(
			ErrorKind::ArgumentConflict,
			"this command sends no transaction, so there is nothing for --dry-run to try",
		)));
	}
	Ok(cli)
}

/// Whether errors are wanted as JSON, of a command line that may be none.
pub fn wants_json(arguments: &[OsString]) -> bool {
	let said = |text: &str| !matches!(text, "" | "0" | "n" | "no" | "f" | "false" | "off");
	arguments.iter().any(|found| found == "--json")
		|| env::var("OWNOME_JSON").is_ok_and(|text| said(&text.to_lowercase()))
		|| read(arguments).is_ok_and(|(_, settings)| settings.json == Some(true))
}

/// The command line with all that the environment can set.
pub fn command() -> clap::Command {
	command_with(&Settings::default())
}

fn command_with(settings: &Settings) -> clap::Command {
	with(Cli::command(), settings)
}

/// A command and those below it, in which settings stand for what is left out.
fn with(command: clap::Command, settings: &Settings) -> clap::Command {
	let presets = |argument: Arg| match (argument.get_id().as_str(), argument.is_required_set()) {
		("url", _) => preset(argument, settings.url.as_deref()),
		("signer", _) => preset(argument, settings.signer.as_deref()),
		("wait", _) => preset(argument, settings.wait.map(Wait::name).as_deref()),
		("json", _) => preset(argument, settings.json.filter(|yes| *yes).map(|_| "true")),
		("store", true) => preset(argument.env(STORE), settings.store.as_deref()),
		("key", true) if is_private_key(&argument) => {
			preset(argument.env(KEY), settings.key.as_deref())
		},
		_ => argument,
	};
	command.mut_args(presets).mut_subcommands(|command| with(command, settings))
}

/// Search keys and public keys are given with `--key` too.
fn is_private_key(argument: &Arg) -> bool {
	argument
		.get_value_names()
		.is_some_and(|names| names.iter().any(|name| name.ends_with(".sec")))
}

fn preset(argument: Arg, value: Option<&str>) -> Arg {
	match value {
		Some(value) => argument.required(false).default_value(value.to_owned()),
		None => argument,
	}
}

/// The file with the settings and what it says, where there is one.
fn read(arguments: &[OsString]) -> anyhow::Result<(Option<PathBuf>, Settings)> {
	let named = named(arguments).or_else(|| env::var_os(CONFIG).filter(|path| !path.is_empty()));
	let must_be = named.is_some();
	let Some(path) = named.map(PathBuf::from).or_else(usual) else {
		return Ok((None, Settings::default()));
	};
	let text = match fs::read_to_string(&path) {
		Err(error) if error.kind() == io::ErrorKind::NotFound && !must_be => {
			return Ok((None, Settings::default()))
		},
		other => other.with_context(|| {
			format!(
				"The settings in {} cannot be read: name another file with --config.",
				path.display()
			)
		})?,
	};
	let mut settings = of(&text).map_err(|(line, reason)| {
		anyhow!("{}, line {line}: {reason}: see `ownome config --help`.", path.display())
	})?;
	let folder = path.parent().unwrap_or(Path::new(""));
	settings.signer = settings.signer.map(|signer| match dev_key(&signer) {
		Some(_) => signer,
		None => place(folder, &signer),
	});
	settings.store = settings.store.map(|store| place(folder, &store));
	settings.key = settings.key.map(|key| place(folder, &key));
	Ok((Some(path), settings))
}

/// What `--config` names. The settings are needed before the rest of the command line can be read.
fn named(arguments: &[OsString]) -> Option<OsString> {
	let mut arguments = arguments.iter().take_while(|argument| *argument != "--");
	while let Some(argument) = arguments.next() {
		if argument == "--config" {
			return arguments.next().cloned();
		}
		if let Some(path) = argument.to_str().and_then(|text| text.strip_prefix("--config=")) {
			return Some(path.into());
		}
	}
	None
}

/// Where settings are looked for if nobody says where.
fn usual() -> Option<PathBuf> {
	let folder = env::var_os("XDG_CONFIG_HOME")
		.map(PathBuf::from)
		.filter(|folder| folder.is_absolute())
		.or_else(|| env::home_dir().map(|home| home.join(".config")))?;
	Some(folder.join("ownome/config.toml"))
}

/// The settings in a text, or the line that is wrong and why.
fn of(text: &str) -> Result<Settings, (usize, String)> {
	toml::from_str(text).map_err(|error| {
		let before = error.span().map_or(0, |span| span.start);
		let line = text.bytes().take(before).filter(|byte| *byte == b'\n').count() + 1;
		let reason: Vec<_> = error.message().split_whitespace().collect();
		(line, reason.join(" "))
	})
}

/// A path as it is meant in a file in `folder`: `~/` is your home, and the address of a store elsewhere stays what it is.
fn place(folder: &Path, text: &str) -> String {
	let path = match (text.strip_prefix("~/"), env::home_dir()) {
		_ if text.contains("://") => return text.into(),
		(Some(rest), Some(home)) => home.join(rest),
		_ => folder.join(text),
	};
	path.to_string_lossy().into_owned()
}

fn wait<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Wait>, D::Error> {
	let text = String::deserialize(deserializer)?;
	Wait::from_str(&text, false)
		.map(Some)
		.map_err(|_| serde::de::Error::custom("wait is \"best\" or \"finalized\""))
}

impl Origins {
	fn new(file: Option<PathBuf>, settings: Settings, matches: &ArgMatches) -> Self {
		let mut deepest = matches;
		while let Some((_, below)) = deepest.subcommand() {
			deepest = below;
		}
		let origin = |name, in_file| match deepest.value_source(name) {
			Some(ValueSource::CommandLine) => Origin::Flag,
			Some(ValueSource::EnvVariable) => Origin::Environment,
			_ if in_file => Origin::File,
			_ => Origin::Default,
		};
		let path = |variable, in_file: Option<String>| match (env::var(variable), in_file) {
			(Ok(path), _) => (Some(path), Origin::Environment),
			(Err(_), Some(path)) => (Some(path), Origin::File),
			(Err(_), None) => (None, Origin::Default),
		};
		Self {
			url: origin("url", settings.url.is_some()),
			signer: origin("signer", settings.signer.is_some()),
			wait: origin("wait", settings.wait.is_some()),
			json: origin("json", settings.json.is_some()),
			yes: origin("yes", false),
			dry_run: origin("dry_run", false),
			store: path(STORE, settings.store),
			key: path(KEY, settings.key),
			file,
		}
	}
}

/// Shows which settings hold, and where each of them was said.
pub fn show(global: &Global) -> anyhow::Result<Report> {
	let origins = &global.origins;
	let file = origins.file.as_ref().map(|file| file.display().to_string());
	let signer = global.signer.as_ref().map(ToString::to_string);
	let report = Report::new().optional("file", file)?;
	[
		("url", Some(global.url.clone()), origins.url),
		("signer", signer, origins.signer),
		("wait", Some(global.wait.name()), origins.wait),
		("json", Some(global.json.to_string()), origins.json),
		("yes", Some(global.yes.to_string()), origins.yes),
		("dry_run", Some(global.dry_run.to_string()), origins.dry_run),
		("store", origins.store.0.clone(), origins.store.1),
		("key", origins.key.0.clone(), origins.key.1),
	]
	.into_iter()
	.try_fold(report, |report, (name, value, origin)| {
		let text = format!("{} ({origin})", value.as_deref().unwrap_or("none"));
		report.pair(name, json!({ "value": value, "from": origin.to_string() }), text)
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	fn wrong(text: &str) -> (usize, String) {
		of(text).unwrap_err()
	}

	#[test]
	fn each_setting_is_read() {
		let settings = of(concat!(
			"# Mine.\nurl = \"ws://127.0.0.1:1\"\nsigner = \"alice\"\nwait = \"finalized\"\n",
			"json = true\nstore = \"store\"\nkey = \"me.sec\"\n"
		))
		.unwrap();
		assert_eq!(settings.url.as_deref(), Some("ws://127.0.0.1:1"));
		assert_eq!((settings.wait, settings.json), (Some(Wait::Finalized), Some(true)));
		assert_eq!(settings.key.as_deref(), Some("me.sec"));
		assert!(of("").unwrap().url.is_none());
	}

	#[test]
	fn what_is_wrong_is_told_with_its_line() {
		let (line, reason) = wrong("url = \"ws://127.0.0.1:1\"\n\nsingner = \"alice\"\n");
		assert!(line == 3 && reason.contains("unknown field `singner`"), "{line}: {reason}");
		let (line, reason) = wrong("\nwait = \"never\"");
		assert!(line == 2 && reason.contains("\"finalized\""), "{line}: {reason}");
		let (line, reason) = wrong("json = 1");
		assert!(line == 1 && reason.contains("boolean"), "{line}: {reason}");
		assert_eq!(wrong("url = \"ws\"\nsigner = \"alice\nwait = \"best\"").0, 2);
		assert_eq!(wrong("json = true\njson = true").0, 2);
	}

	#[test]
	fn paths_begin_at_the_folder_of_the_file() {
		let folder = Path::new("/etc/ownome");
		assert_eq!(place(folder, "me.sec"), "/etc/ownome/me.sec");
		assert_eq!(place(folder, "/me.sec"), "/me.sec");
		assert_eq!(place(folder, "s3://bucket/data"), "s3://bucket/data");
		let home = env::home_dir().unwrap();
		assert_eq!(place(folder, "~/me.sec"), home.join("me.sec").to_str().unwrap());
	}

	#[test]
	fn a_file_is_named_by_the_last_word_before_the_arguments_end() {
		let named = |text: &str| named(&text.split(' ').map(OsString::from).collect::<Vec<_>>());
		assert_eq!(named("ownome --config a chain info"), Some("a".into()));
		assert_eq!(named("ownome chain info --config=a"), Some("a".into()));
		assert_eq!(named("ownome chain info -- --config a"), None);
	}

	#[test]
	fn only_what_a_command_needs_is_preset() {
		let settings = of("store = \"/store\"\nkey = \"/me.sec\"").unwrap();
		let parse = |text: &str| command_with(&settings).try_get_matches_from(text.split(' '));
		parse("ownome grant deliver 0").unwrap();
		parse("ownome decrypt in out").unwrap();
		// Who encrypts names itself only if it wants to, and a search key is another key.
		let matches = parse("ownome encrypt --recipient a.pub in out").unwrap();
		assert!(!matches.subcommand_matches("encrypt").unwrap().contains_id("key"));
		assert!(parse("ownome tag derive --epoch 1 HP:0000118").is_err());
		assert!(parse("ownome fetch 0").is_err());
	}
}
