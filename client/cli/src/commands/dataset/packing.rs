//! From a file to a stored dataset that waits for its registration.

use super::super::{progress, undo_if_refused};
use crate::{
	chain::State,
	cli::{Global, Packing, Parties, RoleName},
};
use anyhow::ensure;
use ownome_primitives::{Commitment, Registration, Role, Seal};
use ownome_vault::{keys::PublicKey, store::Store};
use std::{
	fs,
	path::{Path, PathBuf},
};
use subxt::utils::AccountId32;

/// A file that was encrypted and stored.
pub struct Packed {
	/// What the manifest opens.
	pub seal: Seal,
	/// The seal bound to the owner.
	pub commitment: Commitment,
	/// The length of the data blocks.
	pub bytes: u64,
	/// Where it is stored.
	pub folder: PathBuf,
}

impl Packed {
	/// Encrypts the file at `input` and stores it as a dataset of `owner`.
	pub fn new(
		global: &Global,
		input: &Path,
		owner: &AccountId32,
		packing: &Packing,
	) -> anyhow::Result<Self> {
		let reader = PublicKey::read(&packing.recipient)?;
		let pending = progress::during(global, "Encrypting", input, || {
			Store::new(&packing.store).add(input, packing.format.name(), owner.0, &reader)
		})?;
		let seal = pending.seal();
		let bytes = pending.manifest().body_bytes;
		let stored = pending.finish()?;
		Ok(Self { seal, commitment: stored.commitment(), bytes, folder: stored.path().into() })
	}

	/// Encrypts and stores several files, all or none.
	pub fn all(
		global: &Global,
		inputs: &[PathBuf],
		owner: &AccountId32,
		packing: &Packing,
	) -> anyhow::Result<Vec<Self>> {
		let mut packed: Vec<Self> = Vec::new();
		for input in inputs {
			match Self::new(global, input, owner, packing) {
				Ok(one) => packed.push(one),
				Err(error) => return undo_all(Err(error), &packed),
			}
		}
		Ok(packed)
	}

	/// What is registered of it.
	pub fn registration(&self, packing: &Packing, parties: &Parties) -> Registration<AccountId32> {
		Registration {
			seal: self.seal,
			format: packing.format.into(),
			custodian: parties.custodian.0,
			attester: parties.attester.map(|attester| attester.0),
		}
	}
}

/// Refuses a seal whose dataset is not in the store, or whose manifest names another owner than the one who is to hold the title.
pub fn expect_stored(store: &Path, owner: &AccountId32, seal: &Seal) -> anyhow::Result<()> {
	let stored = Store::new(store).dataset(&Commitment::new(owner, seal))?;
	stored.manifest_of(&owner.0)?;
	Ok(())
}

/// Removes what was packed for something that was refused.
pub fn undo_all<T>(sent: anyhow::Result<T>, packed: &[Packed]) -> anyhow::Result<T> {
	packed.iter().fold(sent, |sent, one| {
		undo_if_refused(sent, &one.folder, |folder| fs::remove_dir_all(folder))
	})
}

/// What the chain would say too, but only after everything was encrypted.
pub async fn expect_accredited(state: &State<'_>, parties: &Parties) -> anyhow::Result<()> {
	expect_role(state, parties.custodian.0, Role::Custodian).await?;
	match parties.attester {
		Some(attester) => expect_role(state, attester.0, Role::Attester).await,
		None => Ok(()),
	}
}

/// Refuses an account that is not accredited for a role.
pub async fn expect_role(
	state: &State<'_>,
	account: AccountId32,
	role: Role,
) -> anyhow::Result<()> {
	let member = state.member(account).await?;
	ensure!(
		member.roles.contains(&role),
		"Account {account} is not accredited as {}: name a member that is.",
		RoleName::from(role).name()
	);
	Ok(())
}
