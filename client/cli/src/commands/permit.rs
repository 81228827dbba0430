//! `ownome token permit`: allowances by a signature, as files.

use super::signed;
use crate::{
	chain::{calls, Keypair},
	cli::{Allowance, Global, Permit},
	output::Report,
	time::Time,
};
use anyhow::ensure;
use ownome_primitives::{permit_message, Moment};
use ownome_vault::keys;
use serde::{Deserialize, Serialize};
use std::path::Path;
use subxt::utils::AccountId32;

const VERSION: u32 = 1;
/// Far more than a permit takes.
const MAX_BYTES: u64 = 4096;

/// Signs permits, and brings them to the chain.
pub async fn run(global: &Global, command: Permit) -> anyhow::Result<Report> {
	match command {
		Permit::Sign { spender, amount, deadline, nonce, genesis, out } => {
			let key = global.key()?;
			let owner = key.public_key().to_account_id();
			let (genesis, nonce) = match (genesis, nonce) {
				(Some(genesis), Some(nonce)) => (genesis.0, nonce),
				(genesis, nonce) => {
					let chain = global.chain().await?;
					let nonce = match nonce {
						Some(nonce) => nonce,
						None => chain.state().await?.permit_nonce(owner).await?,
					};
					(genesis.map_or_else(|| chain.genesis_hash().0, |genesis| genesis.0), nonce)
				},
			};
			let permit = SignedPermit::new(&key, genesis, spender.0, amount, nonce, deadline.0);
			signed::write(&out, &permit)?;
			Report::new()
				.field("file", out.display().to_string())?
				.field("owner", owner)?
				.field("spender", spender.0)?
				.field("amount", permit.amount)?
				.field("nonce", nonce)?
				.field("deadline", Time(deadline.0))
		},
		Permit::Send { permit } => send(global, &permit).await,
	}
}

async fn send(global: &Global, path: &Path) -> anyhow::Result<Report> {
	let name = path.display();
	let permit = SignedPermit::read(path)?;
	let owner = AccountId32(permit.owner);
	ensure!(
		permit.is_genuine(),
		"{name} was not signed by {owner}, or was changed since: ask for the permit again."
	);
	// Who signs comes first, which needs no node.
	global.key()?;
	let chain = global.chain().await?;
	ensure!(
		permit.genesis == chain.genesis_hash().0,
		"{name} was signed for another chain: give --url of a node of that one."
	);
	let state = chain.state().await?;
	ensure!(
		state.now().await? <= permit.deadline,
		"{name} was good until {}: ask {owner} to sign again.",
		Time(permit.deadline)
	);
	let nonce = state.permit_nonce(owner).await?;
	ensure!(
		permit.nonce == nonce,
		"{name} has the nonce {}, and the next permit of {owner} must have {nonce}: it was used already, or another one has to come before or instead; ask {owner}.",
		permit.nonce
	);
	let call = calls::permit(
		owner,
		AccountId32(permit.spender),
		permit.amount.0,
		permit.deadline,
		permit.signature,
	);
	Ok(global.send(&call).await?.1)
}

/// A signed permit: JSON, with accounts and hashes in hex.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SignedPermit {
	permit: u32,
	/// The first block of the chain for which it was signed.
	#[serde(with = "hex::serde")]
	genesis: [u8; 32],
	#[serde(with = "hex::serde")]
	owner: [u8; 32],
	#[serde(with = "hex::serde")]
	spender: [u8; 32],
	amount: Allowance,
	nonce: u64,
	/// Until when it is good.
	deadline: Moment,
	#[serde(with = "hex::serde")]
	signature: [u8; 64],
}

impl SignedPermit {
	fn new(
		key: &Keypair,
		genesis: [u8; 32],
		spender: AccountId32,
		amount: Allowance,
		nonce: u64,
		deadline: Moment,
	) -> Self {
		let owner = key.public_key().to_account_id();
		let message = permit_message(&genesis, &owner, &spender, amount.0, nonce, deadline);
		Self {
			permit: VERSION,
			genesis,
			owner: owner.0,
			spender: spender.0,
			amount,
			nonce,
			deadline,
			signature: key.sign(&message),
		}
	}

	/// Whether the owner signed exactly what the file says.
	fn is_genuine(&self) -> bool {
		let Self { genesis, owner, spender, amount, nonce, deadline, .. } = self;
		let message = permit_message(genesis, owner, spender, amount.0, *nonce, *deadline);
		keys::verify(&self.signature, &message, owner)
	}

	fn read(path: &Path) -> anyhow::Result<Self> {
		let other = format!(
			"{} is not a permit of version 1: get the file that `ownome token permit sign` wrote.",
			path.display()
		);
		let found: Self = signed::read(path, MAX_BYTES, &other)?;
		ensure!(found.permit == VERSION, other);
		Ok(found)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain::SignerSource;
	use ownome_primitives::Balance;

	fn permit(units: Balance) -> SignedPermit {
		let key = SignerSource::Dev("bob".into()).key().unwrap();
		SignedPermit::new(&key, [9; 32], AccountId32([2; 32]), Allowance(units), 1, 5)
	}

	#[test]
	fn what_is_read_is_what_was_signed() {
		let folder = tempfile::tempdir().unwrap();
		for units in [0, 1, 12_500_000_000_000_000_000, Balance::MAX - 1, Balance::MAX] {
			let path = folder.path().join(units.to_string());
			signed::write(&path, &permit(units)).unwrap();
			let read = SignedPermit::read(&path).unwrap();
			assert_eq!(read.amount, Allowance(units));
			assert!(read.is_genuine());
		}
	}

	#[test]
	fn a_signature_over_something_else_is_found() {
		for change in [
			(|permit| permit.genesis = [8; 32]) as fn(&mut SignedPermit),
			|permit| permit.owner = [8; 32],
			|permit| permit.spender = [8; 32],
			|permit| permit.amount = Allowance(8),
			|permit| permit.nonce = 8,
			|permit| permit.deadline = 8,
			|permit| permit.signature[0] ^= 1,
		] {
			let mut changed = permit(7);
			change(&mut changed);
			assert!(!changed.is_genuine(), "{changed:?}");
		}
	}

	#[test]
	fn other_files_are_refused() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("permit.json");
		let text = serde_json::to_string(&permit(7)).unwrap();
		for (from, to) in [
			(r#""permit":1"#, r#""permit":2"#),
			(r#""deadline":5"#, r#""deadline":5,"more":1"#),
			("0.000000000000000007", "seven"),
			("0909", "09"),
			("}", ""),
		] {
			let changed = text.replacen(from, to, 1);
			assert_ne!(changed, text, "{from}");
			std::fs::write(&path, changed).unwrap();
			let error = format!("{:#}", SignedPermit::read(&path).unwrap_err());
			assert!(error.contains("is not a permit of version 1"), "{error}");
		}
	}
}
