//! Who signs transactions.

use crate::account::{dev_key, Account};
use anyhow::{bail, ensure, Context};
use std::{
	convert::Infallible,
	fmt,
	fs::{self, File},
	io::{self, ErrorKind, Read, Write},
	os::unix::fs::PermissionsExt,
	path::{Path, PathBuf},
	str::FromStr,
};
use subxt_signer::{bip39::Mnemonic, sr25519::Keypair};
use zeroize::Zeroizing;

/// Bytes of randomness behind the twelve words of an account.
const ENTROPY_BYTES: usize = 16;
/// Far more than the words of an account take.
const MAX_ACCOUNT_BYTES: usize = 1024;

/// Where the key of the signer comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignerSource {
	/// A development account.
	Dev(String),
	/// An account file.
	File(PathBuf),
}

impl FromStr for SignerSource {
	type Err = Infallible;

	fn from_str(text: &str) -> Result<Self, Infallible> {
		Ok(match dev_key(text) {
			Some(_) => Self::Dev(text.into()),
			None => Self::File(text.into()),
		})
	}
}

impl fmt::Display for SignerSource {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Dev(name) => f.write_str(name),
			Self::File(path) => path.display().fmt(f),
		}
	}
}

impl SignerSource {
	/// The key itself.
	pub fn key(&self) -> anyhow::Result<Keypair> {
		match self {
			Self::Dev(name) => dev_key(name).context("This development account has no key."),
			Self::File(path) => read_account(path),
		}
	}
}

/// Makes a new account and writes its words to a file that only the user may read.
pub fn create_account(path: &Path) -> anyhow::Result<Keypair> {
	let mut entropy = Zeroizing::new([0; ENTROPY_BYTES]);
	crate::random::fill(&mut entropy[..])?;
	let mnemonic = Mnemonic::from_entropy(&entropy[..])
		.context("These random bytes give no words: run the command again.")?;
	let words = Zeroizing::new(mnemonic.words().fold(String::with_capacity(256), |line, word| {
		if line.is_empty() {
			line + word
		} else {
			line + " " + word
		}
	}));
	ownome_vault::files::create(path, ownome_vault::files::Access::Private, |file| {
		writeln!(file, "{}", words.as_str()).map_err(ownome_vault::Error::Write)
	})?;
	key_of(&mnemonic)
}

fn read_account(path: &Path) -> anyhow::Result<Keypair> {
	let name = path.display();
	let metadata = match fs::metadata(path) {
		Ok(metadata) => metadata,
		Err(error) if error.kind() == ErrorKind::NotFound && is_address(path) => bail!(
			"{name} is an address, with which nobody can sign: give --signer its account file, or the name of a development account."
		),
		Err(error) if error.kind() == ErrorKind::NotFound => bail!(
			"There is no account file {name}: make one with `ownome keys account --out {name}`, or give --signer the name of a development account."
		),
		Err(error) => return Err(unreadable(path, error)),
	};
	ensure!(
		metadata.is_file(),
		"{name} is not a file: give --signer an account file, or the name of a development account."
	);
	ensure!(
		metadata.permissions().mode() & 0o077 == 0,
		"The account file {name} can be read by others: run `chmod 600 {name}`."
	);
	// Room for everything, so that no copy of the words is left behind when the text grows.
	let mut words = Zeroizing::new(Vec::with_capacity(MAX_ACCOUNT_BYTES + 1));
	File::open(path)
		.and_then(|file| file.take(MAX_ACCOUNT_BYTES as u64).read_to_end(&mut words))
		.map_err(|error| unreadable(path, error))?;
	let words = std::str::from_utf8(&words).unwrap_or_default();
	// The reason could repeat a word, so it is left out.
	let mnemonic = Mnemonic::parse(words.trim()).map_err(|_| {
		anyhow::anyhow!("{name} is not an account file: give one made by `ownome keys account`.")
	})?;
	key_of(&mnemonic)
}

fn is_address(path: &Path) -> bool {
	path.to_str().is_some_and(|text| text.parse::<Account>().is_ok())
}

fn unreadable(path: &Path, source: io::Error) -> anyhow::Error {
	ownome_vault::Error::ReadPath { path: path.into(), source }.into()
}

fn key_of(mnemonic: &Mnemonic) -> anyhow::Result<Keypair> {
	Keypair::from_phrase(mnemonic, None).context("These words give no key: make a new account.")
}

#[cfg(test)]
mod tests {
	use super::*;

	fn error(path: &Path) -> String {
		match SignerSource::File(path.into()).key() {
			Ok(_) => panic!("{} gives a key", path.display()),
			Err(error) => format!("{error:#}"),
		}
	}

	#[test]
	fn a_new_account_signs_again_later_and_only_its_user_can_read_it() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("me.account");
		let made = create_account(&path).unwrap();
		assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
		let read = path.to_str().unwrap().parse::<SignerSource>().unwrap().key().unwrap();
		assert_eq!(read.public_key().0, made.public_key().0);
		assert_eq!(fs::read_to_string(&path).unwrap().split_whitespace().count(), 12);
	}

	#[test]
	fn two_accounts_are_not_the_same_and_none_is_overwritten() {
		let folder = tempfile::tempdir().unwrap();
		let one = create_account(&folder.path().join("one")).unwrap();
		let two = create_account(&folder.path().join("two")).unwrap();
		assert_ne!(one.public_key().0, two.public_key().0);
		assert!(create_account(&folder.path().join("one")).is_err());
	}

	#[test]
	fn a_missing_file_says_how_to_make_one() {
		let message = error(Path::new("/nowhere/me.account"));
		assert!(message.contains("ownome keys account --out /nowhere/me.account"), "{message}");
	}

	#[test]
	fn an_address_and_a_folder_are_no_account_files() {
		let message = error(Path::new("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"));
		assert!(message.contains("is an address"), "{message}");
		let folder = tempfile::tempdir().unwrap();
		let message = error(folder.path());
		assert!(message.contains("is not a file"), "{message}");
	}

	#[test]
	fn a_file_that_others_can_read_is_refused() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("me.account");
		create_account(&path).unwrap();
		fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
		let message = error(&path);
		assert!(message.contains("chmod 600"), "{message}");
	}

	#[test]
	fn other_contents_are_refused_and_not_repeated() {
		// Twelve words of the list, the last of which does not fit the others.
		const WORDS: &str =
			"bottom drive obey lake curtain smoke basket hold race lonely fit bottom";
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("me.account");
		create_account(&path).unwrap();
		for contents in [WORDS, "bottom drive", "sesame", ""] {
			fs::write(&path, contents).unwrap();
			let message = error(&path);
			assert!(message.contains("is not an account file"), "{message}");
			assert!(contents.split(' ').all(|word| word.is_empty() || !message.contains(word)));
		}
	}

	#[test]
	fn dev_names_need_no_file() {
		assert_eq!("alice".parse(), Ok(SignerSource::Dev("alice".into())));
		assert_eq!("alice.account".parse(), Ok(SignerSource::File("alice.account".into())));
	}
}
