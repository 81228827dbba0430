//! The title of a dataset.

use crate::{Commitment, DatasetId, Moment};
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

/// What the registry holds of one dataset. The data are elsewhere, encrypted under the owner's keys.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Dataset<AccountId> {
	/// Who holds the title and alone decides.
	pub owner: AccountId,
	/// The member that stores the ciphertext and reports each access.
	pub custodian: AccountId,
	/// The laboratory or hospital that the owner named to vouch for the data, if any.
	pub attester: Option<AccountId>,
	/// The salted commitment that the manifest opens.
	pub commitment: Commitment,
	/// Format of the data before encryption.
	pub format: DataFormat,
	/// When the title was registered.
	pub registered_at: Moment,
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
	/// The parties of `dataset`, `None` if no such dataset exists.
	fn parties(dataset: DatasetId) -> Option<DatasetParties<AccountId>>;

	/// Put a dataset of these parties on record, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn create_dataset(parties: DatasetParties<AccountId>) -> DatasetId;
}
