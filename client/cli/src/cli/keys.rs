//! What the command line says about keys.

use clap::{Args, Subcommand};
use std::path::PathBuf;

/// Make keys for files and for accounts, keep them, pass them on. Nothing here needs a node.
#[derive(Debug, Subcommand)]
pub enum Keys {
	/// Make a Crypt4GH key pair: NAME.sec, which only you may read, and NAME.pub.
	#[command(after_help = "\
The passphrase is asked for, or read from the environment variable OWNOME_PASSPHRASE. Nothing can make this key again; `ownome keys derive` makes one that
comes back from the words of an account.
Example:
  ownome keys generate --out owner")]
	Generate {
		/// Name of the two files without their ending.
		#[arg(long, value_name = "NAME")]
		out: PathBuf,
		/// Leave the private key unlocked.
		#[arg(long)]
		no_passphrase: bool,
	},
	/// Make an account: a file with twelve words, which only you may read.
	#[command(after_help = "\
The words are those of BIP39, which wallets take, too. Write them down on paper: `ownome keys recover` makes the file again.
Example:
  ownome keys account --out me.account")]
	Account {
		/// The file.
		#[arg(long, value_name = "FILE")]
		out: PathBuf,
	},
	/// Make the file of an account again from its words, which are asked for.
	#[command(after_help = "\
The words are not shown while they are typed. They may be 12, 15, 18, 21 or 24, of this tool or of a wallet for Substrate chains.
Examples:
  ownome keys recover --out me.account
  ownome keys recover --words - --out me.account")]
	Recover {
		/// The file.
		#[arg(long, value_name = "FILE")]
		out: PathBuf,
		/// Take the words from a file, or from the standard input if it is -.
		#[arg(long, value_name = "FILE")]
		words: Option<PathBuf>,
	},
	/// Make a Crypt4GH key pair from the words of an account, the same each time: NAME.sec, which only you may read, and NAME.pub.
	#[command(after_help = "\
The passphrase is asked for, or read from the environment variable OWNOME_PASSPHRASE. Take the next index when the key of this one may be known to others.
Examples:
  ownome keys derive me.account --out me
  ownome keys derive me.account --index 1 --out me-1")]
	Derive {
		/// The file with the words.
		account: PathBuf,
		/// Which of the keys that the words have.
		#[arg(long, value_name = "N", default_value_t = 0)]
		index: u32,
		/// Name of the two files without their ending.
		#[arg(long, value_name = "NAME")]
		out: PathBuf,
		/// Leave the private key unlocked.
		#[arg(long)]
		no_passphrase: bool,
	},
	/// Write an account as the JSON of polkadot.js, locked with a passphrase, which its extension and other wallets take.
	#[command(after_help = "\
The words of the account are not in it, so it signs, and makes no keys for files.
The passphrase is asked for, or read from the environment variable OWNOME_NEW_PASSPHRASE or, without it, OWNOME_PASSPHRASE.
Example:
  ownome keys export me.account --name Me --out me.json")]
	Export {
		/// The file of the account.
		account: PathBuf,
		/// The name that wallets show.
		#[arg(long, value_name = "NAME", default_value = "ownome")]
		name: String,
		/// The new file.
		#[arg(long, value_name = "FILE.json")]
		out: PathBuf,
	},
	/// Take over a key that another tool wrote, under a passphrase of its own.
	#[command(after_help = "\
An account in the JSON of polkadot.js becomes the file OUT of the same form. A private key for files, of OpenSSH (ed25519) or of Crypt4GH in any lock, becomes
OUT.sec and OUT.pub. The file itself stays as it is.
The old passphrase is asked for, or read from OWNOME_PASSPHRASE; the new one from OWNOME_NEW_PASSPHRASE or, without it, OWNOME_PASSPHRASE.
Examples:
  ownome keys import 5GrwvaEF.json --out me.json
  ownome keys import ~/.ssh/id_ed25519 --out me")]
	Import(Lock),
	/// Write a key under another passphrase. Delete the old file when the new one opens.
	#[command(after_help = "\
The old passphrase is asked for, or read from OWNOME_PASSPHRASE; the new one is asked for, or read from OWNOME_NEW_PASSPHRASE.
Examples:
  ownome keys passphrase me.json --out me-2.json
  ownome keys passphrase me.sec --out me-2")]
	Passphrase(Lock),
	/// Show what of a key or an account is public: its address, its public key.
	#[command(after_help = "\
A locked private key is opened for it, so its passphrase is asked for; an account in the JSON of polkadot.js says its address without.
Examples:
  ownome keys show me.account
  ownome keys show me.json
  ownome keys show me.pub")]
	Show {
		/// Any file with a key.
		key: PathBuf,
	},
}

/// Which key to lock anew, and where to.
#[derive(Debug, Args)]
pub struct Lock {
	/// An account in the JSON of polkadot.js, or a private key for files.
	pub key: PathBuf,
	/// The new file; for a key for files its name without the ending.
	#[arg(long)]
	pub out: PathBuf,
	/// Leave the private key unlocked, which an account cannot be.
	#[arg(long)]
	pub no_passphrase: bool,
}
