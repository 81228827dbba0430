//! `ownome keys`.

use crate::{
	account,
	cli::{Keys, Lock},
	output::{Hex, Report},
	passphrase::{self, NEW_PASSPHRASE, PASSPHRASE},
};
use anyhow::{bail, ensure};
use ownome_vault::{
	files::{expect_free, STANDARD},
	keys::{write_pair, AccountKey, KeyFiles, Keystore, Kind, Mnemonic, PublicKey, SecretKey},
	Error,
};
use std::{
	io::{self, Read},
	path::{Path, PathBuf},
};
use subxt::utils::AccountId32;
use zeroize::Zeroizing;

/// What else there is where no passphrase can be asked for.
const OR_NONE: &str = ", or give --no-passphrase";
/// More than the words of an account take.
const MAX_WORDS_BYTES: usize = 1024;

/// Makes keys for files and for accounts, and turns them into other forms.
pub fn run(command: Keys) -> anyhow::Result<Report> {
	match command {
		Keys::Generate { out, no_passphrase } => {
			let passphrase = pair_passphrase(&out, no_passphrase, &[PASSPHRASE])?;
			written_pair(&out, &SecretKey::generate()?, passphrase)
		},
		Keys::Account { out } => {
			let words = Mnemonic::generate()?;
			words.write(&out)?;
			Ok(written_account(&words.account(), &out)?
				.line("Keep a copy of the file in a safe place: whoever has it is this account."))
		},
		Keys::Recover { out, words } => {
			expect_free(&out)?;
			let words = typed(words.as_deref())?;
			words.write(&out)?;
			Ok(written_account(&words.account(), &out)?.line(
				"Is it the account that you know? If not, the words are those of another one.",
			))
		},
		Keys::Derive { account, index, out, no_passphrase } => {
			let words = words_of(&account)?;
			let passphrase = pair_passphrase(&out, no_passphrase, &[PASSPHRASE])?;
			written_pair(&out, &words.file_key(index), passphrase)
		},
		Keys::Export { account, name, out } => {
			expect_free(&out)?;
			let key = account::read(&account)?;
			let passphrase = passphrase::new(&[NEW_PASSPHRASE, PASSPHRASE], "")?;
			Keystore::write(&out, &key, &name, &passphrase)?;
			written_account(&key, &out)
		},
		Keys::Import(lock) => lock_anew(&lock, &[NEW_PASSPHRASE, PASSPHRASE]),
		Keys::Passphrase(lock) => lock_anew(&lock, &[NEW_PASSPHRASE]),
		Keys::Show { key } => show(&key),
	}
}

/// Writes a key of any lock again, under a passphrase of its own.
fn lock_anew(lock: &Lock, variables: &[&str]) -> anyhow::Result<Report> {
	let Lock { key: path, out, no_passphrase } = lock;
	let name = path.display();
	match Kind::of(path)? {
		Kind::Keystore => {
			ensure!(!no_passphrase, "An account in the JSON of polkadot.js is always locked: leave --no-passphrase out.");
			expect_free(out)?;
			let stored = Keystore::read(path)?;
			let key = account::unlock(path, &stored)?;
			let passphrase = passphrase::new(variables, "")?;
			Keystore::write(out, &key, stored.name().unwrap_or_default(), &passphrase)?;
			written_account(&key, out)
		},
		Kind::Private => {
			KeyFiles::of(out).expect_free()?;
			let secret = read_secret(path)?;
			let passphrase = pair_passphrase(out, *no_passphrase, variables)?;
			written_pair(out, &secret, passphrase)
		},
		Kind::Public => bail!("{name} is a public key, which needs no passphrase: give the private one."),
		Kind::Words => bail!("{name} does not hold a locked key: if it is an account file with words, use it as it is, or lock a copy with `ownome keys export`."),
	}
}

fn show(path: &Path) -> anyhow::Result<Report> {
	let public = |key: PublicKey| Report::new().field("public_key", Hex(*key.as_bytes()));
	let account = || Report::new().field("account", account::of_file(path)?);
	match Kind::of(path)? {
		Kind::Words => {
			let key = Mnemonic::read(path)?.file_key(0).public();
			account()?.field("file_key", Hex(*key.as_bytes()))
		},
		Kind::Keystore => match Keystore::read(path)?.name() {
			// Somebody else may have written it.
			Some(name) => account()?.pair("name", name, name.escape_debug()),
			None => account()?.optional("name", None::<&str>),
		}
		.map(|report| {
			report.line("The account is as the file states it: signing and importing check it with the passphrase.")
		}),
		Kind::Private => public(read_secret(path)?.public()),
		Kind::Public => public(PublicKey::read(path)?),
	}
}

/// Reads a private key, with its passphrase if it has one.
pub fn read_secret(path: &Path) -> anyhow::Result<SecretKey> {
	Ok(SecretKey::read(path, || passphrase::of(path))?)
}

/// Reads public keys.
pub fn read_public(paths: &[PathBuf]) -> anyhow::Result<Vec<PublicKey>> {
	paths.iter().map(|path| Ok(PublicKey::read(path)?)).collect()
}

fn words_of(path: &Path) -> anyhow::Result<Mnemonic> {
	ensure!(
		Kind::of(path)? != Kind::Keystore,
		"{} signs for an account, but its words are not in it: give the file with the words, or make a key without them with `ownome keys generate`.",
		path.display()
	);
	Ok(Mnemonic::read(path)?)
}

/// The words in a file or in the standard input, or those that somebody types.
fn typed(source: Option<&Path>) -> anyhow::Result<Mnemonic> {
	let text = match source {
		Some(path) if path != Path::new(STANDARD) => return Ok(Mnemonic::read(path)?),
		Some(_) => {
			// Room for everything, so that no copy of the words is left behind when the text grows.
			let mut text = Zeroizing::new(String::with_capacity(MAX_WORDS_BYTES + 1));
			io::stdin()
				.take(MAX_WORDS_BYTES as u64)
				.read_to_string(&mut text)
				.map_err(Error::Read)?;
			text
		},
		None => passphrase::ask("Words of the account, in their order: ").map_err(|_| {
			anyhow::anyhow!(
				"The words cannot be asked for: run the command in a terminal, or give --words."
			)
		})?,
	};
	Ok(Mnemonic::parse(&text)?)
}

/// The passphrase for a new key pair, whose names have to be free; none if there is to be none.
fn pair_passphrase(
	name: &Path,
	no_passphrase: bool,
	variables: &[&str],
) -> anyhow::Result<Option<Zeroizing<String>>> {
	KeyFiles::of(name).expect_free()?;
	match no_passphrase {
		true => Ok(None),
		false => passphrase::new(variables, OR_NONE).map(Some),
	}
}

fn written_pair(
	name: &Path,
	secret: &SecretKey,
	passphrase: Option<Zeroizing<String>>,
) -> anyhow::Result<Report> {
	let files = write_pair(name, secret, passphrase.as_ref().map(|text| text.as_str()))?;
	Report::new()
		.field("public_key", Hex(*secret.public().as_bytes()))?
		.field("public_file", files.public.display().to_string())?
		.field("secret_file", files.secret.display().to_string())
}

fn written_account(key: &AccountKey, file: &Path) -> anyhow::Result<Report> {
	Report::new()
		.field("account", account_of(key))?
		.field("file", file.display().to_string())
}

fn account_of(key: &AccountKey) -> AccountId32 {
	AccountId32(key.account())
}
