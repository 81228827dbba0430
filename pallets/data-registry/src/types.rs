//! Stored types of this pallet that nobody else needs, and aliases.

use crate::Config;
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{
	traits::{Consideration, ConstU32, Footprint},
	BoundedVec,
};
use ownome_primitives::{
	Attestation, Batch, Dataset, DatasetId, Guardianship, Locations, Registration, Registrations,
	SubjectId, Tags, MAX_ATTESTATIONS,
};
use scale_info::TypeInfo;
use sp_runtime::{traits::StaticLookup, DispatchError};

/// An account of this chain.
pub type AccountIdOf<T> = <T as frame_system::Config>::AccountId;

/// The address form of an account in a call.
pub type AccountIdLookupOf<T> = <<T as frame_system::Config>::Lookup as StaticLookup>::Source;

/// A dataset of this chain.
pub type DatasetOf<T> = Dataset<AccountIdOf<T>>;

/// A dataset to be registered on this chain.
pub type RegistrationOf<T> = Registration<AccountIdOf<T>>;

/// Datasets to be registered on this chain.
pub type RegistrationsOf<T> = Registrations<AccountIdOf<T>>;

/// The record of a dataset.
pub type RecordOf<T> = Paid<DatasetOf<T>, AccountIdOf<T>, <T as Config>::DatasetDeposit>;

/// The locations of a dataset.
pub type PaidLocationsOf<T> = Paid<Locations, AccountIdOf<T>, <T as Config>::DatasetDeposit>;

/// The tags of a dataset.
pub type PaidTagsOf<T> = Paid<Tags, AccountIdOf<T>, <T as Config>::DatasetDeposit>;

/// The attestations of a dataset, each with its attester's deposit.
pub type AttestationsOf<T> = BoundedVec<
	(Attestation<AccountIdOf<T>>, <T as Config>::AttestationDeposit),
	ConstU32<MAX_ATTESTATIONS>,
>;

/// To whom a title is offered, and the owner's deposit.
pub type TransferOfferOf<T> = (AccountIdOf<T>, <T as Config>::DatasetDeposit);

/// The guardian of an owner, and the owner's deposit.
pub type GuardianshipOf<T> = (Guardianship<AccountIdOf<T>>, <T as Config>::AccountDeposit);

/// The pseudonym of a person, and the owner's deposit.
pub type SubjectOf<T> = (SubjectId, <T as Config>::AccountDeposit);

/// A batch, and the deposit of the member that anchored it.
pub type BatchOf<T> = (Batch<AccountIdOf<T>>, <T as Config>::BatchDeposit);

/// A dataset's id as the last part of a key, most significant byte first: maps are read in the order of their keys, and so in the
/// order of registration.
pub type IdKey = [u8; 8];

/// The [`IdKey`] of `dataset`.
pub(crate) fn id_key(dataset: DatasetId) -> IdKey {
	dataset.to_be_bytes()
}

/// A part of a dataset's record, and who paid for it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Paid<Value, AccountId, Ticket> {
	/// What is on record.
	pub value: Value,
	/// Who paid for it, `None` if it was the owner of the dataset.
	pub payer: Option<AccountId>,
	/// The payer's deposit.
	pub deposit: Ticket,
}

impl<Value, AccountId, Ticket> Paid<Value, AccountId, Ticket>
where
	AccountId: Clone + PartialEq + Encode,
	Ticket: Consideration<AccountId, Footprint>,
{
	/// Let `payer` pay for `value` in a dataset of `owner`. `entries` is what it takes in storage, without the receipt itself.
	pub(crate) fn new(
		value: Value,
		owner: &AccountId,
		payer: &AccountId,
		entries: Footprint,
	) -> Result<Self, DispatchError> {
		let on_record = Self::on_record(owner, payer);
		let deposit = Ticket::new(payer, Self::footprint(entries, &on_record))?;
		Ok(Self { value, payer: on_record, deposit })
	}

	/// Put `value` in place of what `old` had, if anything. Whoever paid for that gets it back, unless it is `payer`.
	pub(crate) fn replace(
		old: Option<Self>,
		value: Value,
		owner: &AccountId,
		payer: &AccountId,
		entries: Footprint,
	) -> Result<Self, DispatchError> {
		match old {
			Some(old) if old.payer(owner) == payer => {
				let footprint = Self::footprint(entries, &old.payer);
				let deposit = old.deposit.update(payer, footprint)?;
				Ok(Self { value, payer: old.payer, deposit })
			},
			Some(old) => {
				old.refund(owner)?;
				Self::new(value, owner, payer, entries)
			},
			None => Self::new(value, owner, payer, entries),
		}
	}

	/// Who paid for this part of a dataset of `owner`.
	pub(crate) fn payer<'a>(&'a self, owner: &'a AccountId) -> &'a AccountId {
		self.payer.as_ref().unwrap_or(owner)
	}

	/// Give the deposit back to whoever paid it, and return what it was paid for.
	pub(crate) fn refund(self, owner: &AccountId) -> Result<Value, DispatchError> {
		let payer = self.payer.as_ref().unwrap_or(owner);
		self.deposit.drop(payer)?;
		Ok(self.value)
	}

	fn on_record(owner: &AccountId, payer: &AccountId) -> Option<AccountId> {
		(payer != owner).then(|| payer.clone())
	}

	fn footprint(entries: Footprint, payer: &Option<AccountId>) -> Footprint {
		let receipt = payer.encoded_size().saturating_add(Ticket::max_encoded_len());
		Footprint { size: entries.size.saturating_add(receipt as u64), ..entries }
	}
}
