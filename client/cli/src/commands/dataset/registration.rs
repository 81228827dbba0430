//! A registration that its owner signed for somebody else to pay for, as a file.

use super::super::signed;
use crate::chain::Keypair;
use anyhow::{ensure, Context};
use ownome_primitives::{
	registration_message, DataFormat, Moment, Registration, Registrations, Seal,
};
use ownome_vault::keys;
use serde::{Deserialize, Serialize};
use std::path::Path;
use subxt::utils::AccountId32;

const VERSION: u32 = 1;
/// Far more than the longest list of datasets takes.
const MAX_BYTES: u64 = 256 * 1024;

/// A signed registration: JSON, with accounts and hashes in hex.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedRegistration {
	registration: u32,
	/// The first block of the chain for which it was signed.
	#[serde(with = "hex::serde")]
	pub genesis: [u8; 32],
	#[serde(with = "hex::serde")]
	owner: [u8; 32],
	datasets: Vec<Dataset>,
	/// Until when the signature holds.
	pub deadline: Moment,
	#[serde(with = "hex::serde")]
	signature: [u8; 64],
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Dataset {
	#[serde(with = "hex::serde")]
	seal: [u8; 32],
	format: String,
	#[serde(with = "hex::serde")]
	custodian: [u8; 32],
	attester: Option<Account>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
struct Account(#[serde(with = "hex::serde")] [u8; 32]);

impl SignedRegistration {
	/// Signs with the owner's key, or that of the owner's guardian.
	pub fn new(
		genesis: [u8; 32],
		owner: AccountId32,
		registrations: &[Registration<AccountId32>],
		deadline: Moment,
		key: &Keypair,
	) -> Self {
		let message = registration_message(&genesis, &owner, registrations, deadline);
		let datasets = registrations.iter().map(Dataset::from).collect();
		let signature = key.sign(&message);
		Self { registration: VERSION, genesis, owner: owner.0, datasets, deadline, signature }
	}

	/// Who is to hold the titles.
	pub fn owner(&self) -> AccountId32 {
		AccountId32(self.owner)
	}

	/// Whether the signature is that of an account, over exactly what the file says.
	pub fn is_by(&self, signer: AccountId32) -> anyhow::Result<bool> {
		let message = registration_message(
			&self.genesis,
			&self.owner(),
			&self.registrations()?,
			self.deadline,
		);
		Ok(keys::verify(&self.signature, &message, &signer.0))
	}

	/// The signature of the owner.
	pub fn signature(&self) -> [u8; 64] {
		self.signature
	}

	/// What is registered.
	pub fn registrations(&self) -> anyhow::Result<Registrations<AccountId32>> {
		let all = self
			.datasets
			.iter()
			.map(Dataset::registration)
			.collect::<anyhow::Result<Vec<_>>>()?;
		Registrations::try_from(all).ok().context(
			"These are more datasets than can be registered at once: sign several registrations.",
		)
	}

	/// Writes the file.
	pub fn write(&self, path: &Path) -> anyhow::Result<()> {
		signed::write(path, self)
	}

	/// Reads the file.
	pub fn read(path: &Path) -> anyhow::Result<Self> {
		let other = format!(
			"{} is not a registration of version 1: get the file that `ownome dataset sign-registration` wrote.",
			path.display()
		);
		let found: Self = signed::read(path, MAX_BYTES, &other)?;
		ensure!(found.registration == VERSION, other);
		Ok(found)
	}
}

impl From<&Registration<AccountId32>> for Dataset {
	fn from(registration: &Registration<AccountId32>) -> Self {
		Self {
			seal: registration.seal.0,
			format: registration.format.name().into(),
			custodian: registration.custodian.0,
			attester: registration.attester.map(|attester| Account(attester.0)),
		}
	}
}

impl Dataset {
	fn registration(&self) -> anyhow::Result<Registration<AccountId32>> {
		let format = DataFormat::from_name(&self.format)
			.context("The registration names a format that is unknown: sign it again.")?;
		Ok(Registration {
			seal: Seal(self.seal),
			format,
			custodian: AccountId32(self.custodian),
			attester: self.attester.map(|attester| AccountId32(attester.0)),
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain::SignerSource;

	fn dev(name: &str) -> Keypair {
		SignerSource::Dev(name.into()).key().unwrap()
	}

	fn signed() -> SignedRegistration {
		let registration = |attester| Registration {
			seal: Seal([1; 32]),
			format: DataFormat::Bam,
			custodian: AccountId32([2; 32]),
			attester,
		};
		let registrations = [registration(None), registration(Some(AccountId32([3; 32])))];
		let owner = dev("ferdie");
		let account = owner.public_key().to_account_id();
		SignedRegistration::new([9; 32], account, &registrations, 5, &owner)
	}

	#[test]
	fn what_is_read_is_what_was_signed() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("registration.json");
		let signed = signed();
		signed.write(&path).unwrap();
		let read = SignedRegistration::read(&path).unwrap();
		assert_eq!(read, signed);
		let registrations = read.registrations().unwrap();
		let message =
			registration_message(&read.genesis, &read.owner(), &registrations, read.deadline);
		let owner = dev("ferdie").public_key().to_account_id();
		assert!(keys::verify(&read.signature(), &message, &owner.0));
		assert!(read.is_by(read.owner()).unwrap());
		assert!(!read.is_by(dev("eve").public_key().to_account_id()).unwrap());
	}

	#[test]
	fn a_signature_over_something_else_is_found() {
		let owner = signed().owner();
		for change in [
			(|signed| signed.genesis = [8; 32]) as fn(&mut SignedRegistration),
			|signed| signed.deadline = 6,
			|signed| signed.datasets[0].format = "vcf".into(),
			|signed| signed.datasets[1].attester = None,
		] {
			let mut changed = signed();
			change(&mut changed);
			assert!(!changed.is_by(owner).unwrap());
		}
	}

	#[test]
	fn other_files_are_refused() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("registration.json");
		let text = serde_json::to_string(&signed()).unwrap();
		for (from, to) in [
			(r#""registration":1"#, r#""registration":2"#),
			(r#""deadline":5"#, r#""deadline":5,"more":1"#),
			("0909", "09"),
			("}", ""),
		] {
			std::fs::write(&path, text.replacen(from, to, 1)).unwrap();
			let error = format!("{:#}", SignedRegistration::read(&path).unwrap_err());
			assert!(error.contains("is not a registration"), "{error}");
		}
	}
}
