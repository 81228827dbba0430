//! From a file to a stored dataset that waits for its registration.

use super::super::{progress, undo_if_refused};
use crate::{
	chain::State,
	cli::{Global, Packing, Parties, RoleName},
};
use anyhow::ensure;
use ownome_primitives::{Commitment, Registration, Role, Seal};
use ownome_vault::{
	keys::{PublicKey, SecretKey},
	store::{PendingDataset, Store, StoredDataset},
};
use std::path::{Path, PathBuf};
use subxt::utils::AccountId32;

/// A file that was encrypted and stored.
pub struct Packed {
	/// What the manifest opens.
	pub seal: Seal,
	/// The seal bound to the owner.
	pub commitment: Commitment,
	/// The length of the data blocks.
	pub bytes: u64,
	/// What is stored.
	pub stored: StoredDataset,
}

/// What is encrypted.
pub enum Source<'a> {
	/// A file.
	File(&'a Path),
	/// What is stored of a dataset.
	Stored {
		/// The dataset.
		stored: StoredDataset,
		/// The private key of its owner.
		secret: SecretKey,
		/// The account that registered it.
		registrant: [u8; 32],
	},
}

impl Packed {
	/// Encrypts the source and stores it as a dataset of `owner`.
	pub fn new(
		global: &Global,
		source: &Source<'_>,
		owner: &AccountId32,
		packing: &Packing,
	) -> anyhow::Result<Self> {
		let reader = PublicKey::read(&packing.recipient)?;
		let store = packing.store.store()?;
		let finish = |pending: PendingDataset| {
			let (seal, bytes) = (pending.seal(), pending.manifest().body_bytes);
			Ok((seal, bytes, pending.finish()?))
		};
		let (seal, bytes, stored) = match source {
			Source::File(input) => progress::during(global, "Encrypting", input, || {
				finish(store.add(input, packing.format.name(), owner.0, &reader)?)
			}),
			Source::Stored { stored, secret, registrant } => {
				let bytes = stored.manifest()?.0.body_bytes;
				progress::during_bytes(global, "Encrypting", stored.path(), Some(bytes), || {
					finish(stored.rekey(secret, registrant, &store, owner.0, &reader)?)
				})
			},
		}?;
		Ok(Self { seal, commitment: stored.commitment(), bytes, stored })
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
			match Self::new(global, &Source::File(input), owner, packing) {
				Ok(one) => packed.push(one),
				Err(error) => return undo_all(Err(error), &packed),
			}
		}
		Ok(packed)
	}

	/// Where it is stored.
	pub fn place(&self) -> String {
		self.stored.path().display().to_string()
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
pub fn expect_stored(store: &Store, owner: &AccountId32, seal: &Seal) -> anyhow::Result<()> {
	let stored = store.dataset(&Commitment::new(owner, seal))?;
	stored.manifest_of(&owner.0)?;
	Ok(())
}

/// Removes what was packed for something that was refused.
pub fn undo_all<T>(sent: anyhow::Result<T>, packed: &[Packed]) -> anyhow::Result<T> {
	packed
		.iter()
		.fold(sent, |sent, one| undo_if_refused(sent, one.stored.path(), || one.stored.remove()))
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
