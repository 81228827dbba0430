//! The title of a dataset.

use crate::{BatchId, Commitment, DatasetId, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The format of the data before encryption.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum DataFormat {
	/// Variant Call Format, plain or block-gzipped.
	Vcf,
	/// Binary VCF.
	Bcf,
	/// Binary alignment map.
	Bam,
	/// Reference-compressed alignments.
	Cram,
	/// Raw reads.
	Fastq,
	/// HL7 FHIR bundle.
	FhirBundle,
	/// GA4GH Phenopacket.
	Phenopacket,
	/// Medical imaging, DICOM for example.
	Imaging,
	/// A stream recorded by a wearable.
	WearableStream,
	/// Anything else; the manifest may say more.
	Other,
}

/// Whether new consents may be given.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum DatasetStatus {
	/// They may.
	Active,
	/// Never again; what was granted before goes on.
	Sealed,
}

/// What the registry holds of one dataset. The data are elsewhere, encrypted under the owner's keys.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Dataset<AccountId> {
	/// Who holds the title and decides.
	pub owner: AccountId,
	/// The member that stores the ciphertext and reports each access.
	pub custodian: AccountId,
	/// The laboratory or hospital that the owner named to vouch for the data, if any.
	pub attester: Option<AccountId>,
	/// The salted commitment that the manifest opens.
	pub commitment: Commitment,
	/// Format of the data before encryption.
	pub format: DataFormat,
	/// Number of this version in its line of descent, from 1.
	pub version: u32,
	/// The version before, if this is not the first. It may have been erased since.
	pub predecessor: Option<DatasetId>,
	/// The version after, if there is one. It may have been erased since.
	pub successor: Option<DatasetId>,
	/// The batch that it was claimed from, if it was.
	pub batch: Option<BatchId>,
	/// Whether new consents may be given.
	pub status: DatasetStatus,
	/// When the title was registered.
	pub registered_at: Moment,
}

/// What is left of a dataset that was erased, so that history still verifies. It names nobody.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Tombstone {
	/// The salted commitment. It is never registered again.
	pub commitment: Commitment,
	/// Number of the version in its line of descent.
	pub version: u32,
	/// The version before, if it was not the first.
	pub predecessor: Option<DatasetId>,
	/// When the dataset was erased.
	pub erased_at: Moment,
}

/// The answer to "what became of this commitment?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum Verification {
	/// Nobody has registered it.
	Unknown,
	/// It stands.
	Registered(DatasetId),
	/// It was registered, and was erased.
	Erased {
		/// The dataset that it was.
		id: DatasetId,
		/// When it was erased.
		at: Moment,
	},
}

/// Those who have a part in a dataset and in what it earns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatasetParties<AccountId> {
	/// The holder of the title.
	pub owner: AccountId,
	/// The keeper of the ciphertext.
	pub custodian: AccountId,
	/// The member that the owner named and that has vouched for the data, if any.
	pub attester: Option<AccountId>,
}

/// How other pallets look at the registry.
pub trait InspectDataset<AccountId> {
	/// The parties of `dataset`, `None` if there is no such dataset or it was erased.
	fn parties(dataset: DatasetId) -> Option<DatasetParties<AccountId>>;

	/// Whether `who` may decide about `dataset` now: its owner, or the owner's guardian in office.
	fn may_decide(dataset: DatasetId, who: &AccountId) -> bool;

	/// Whether `dataset` is closed for new consents.
	fn is_sealed(dataset: DatasetId) -> bool;

	/// When `dataset` was erased, `None` if it was not.
	fn erased_at(dataset: DatasetId) -> Option<Moment>;

	/// Put a dataset of these parties on record, its owner under `guardian`, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn create_dataset(parties: DatasetParties<AccountId>, guardian: AccountId) -> DatasetId;
}
