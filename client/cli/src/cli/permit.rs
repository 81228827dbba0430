//! What the command line says about permits.

use super::values::{Allowance, Hash};
use crate::{account::Account, time::Date};
use clap::Subcommand;
use std::path::PathBuf;

/// Let an account spend your DATA by a signature, which anybody may bring to the chain and pay for.
#[derive(Debug, Subcommand)]
pub enum Permit {
	/// Sign a permit. Works without a node if --genesis and --nonce are given.
	#[command(after_help = "\
Nobody can take a signed permit back: it is good until its deadline, or until another permit of yours with the same nonce was used. Keep deadlines short.
Examples:
  ownome token permit sign --spender charlie --amount 50 --deadline 2026-12-31 --out permit.json --signer bob
  ownome token permit sign --spender charlie --amount unlimited --deadline 2026-12-31T12:00:00Z --out permit.json --signer me.account")]
	Sign {
		/// Who may spend them.
		#[arg(long, value_name = "ACCOUNT")]
		spender: Account,
		/// How much, in place of what it might spend before, or `unlimited`; 0 takes it back.
		#[arg(long)]
		amount: Allowance,
		/// Until when the permit can be brought to the chain.
		#[arg(long, value_name = "DATE")]
		deadline: Date,
		/// How many permits of yours were used before; what the node says if it is left out.
		#[arg(long, value_name = "N")]
		nonce: Option<u64>,
		/// The genesis hash of the chain, as `ownome chain info` shows it; that of the node if it is left out.
		#[arg(long, value_name = "HASH")]
		genesis: Option<Hash>,
		/// Where to write the signed permit.
		#[arg(long, value_name = "FILE.json")]
		out: PathBuf,
	},
	/// Bring a permit to the chain, as anybody, and pay the fee. The deposit for the allowance is the owner's.
	#[command(after_help = "Example:\n  ownome token permit send permit.json --signer charlie")]
	Send {
		/// The file that the owner signed.
		permit: PathBuf,
	},
}
