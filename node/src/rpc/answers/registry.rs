//! Titles, what stands beside them, and batches.

use ownome_primitives::{
	Attestation, Batch, BatchId, Dataset, DatasetId, DatasetStatus, Locations, Moment, Verification,
};
use ownome_runtime::AccountId;
use serde::Serialize;
use sp_core::H256;

/// What the registry holds of a dataset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DatasetAnswer {
	/// The dataset that was asked for.
	pub id: DatasetId,
	/// Who holds the title and decides.
	pub owner: AccountId,
	/// The member that stores the ciphertext.
	pub custodian: AccountId,
	/// The member that the owner named to vouch for the data, if any.
	pub attester: Option<AccountId>,
	/// The salted commitment that the manifest opens.
	pub commitment: H256,
	/// Format of the data before encryption: `vcf`, `bcf`, `bam`, `cram`, `fastq`, `fhir-bundle`,
	/// `phenopacket`, `imaging`, `wearable-stream` or `other`.
	pub format: &'static str,
	/// Number of this version in its line of descent, from 1.
	pub version: u32,
	/// The version before.
	pub predecessor: Option<DatasetId>,
	/// The version after.
	pub successor: Option<DatasetId>,
	/// The batch that it was claimed from.
	pub batch: Option<BatchId>,
	/// `active`, or `sealed` against new consents.
	pub status: &'static str,
	/// When the title was registered.
	pub registered_at: Moment,
}

impl DatasetAnswer {
	/// The answer to a question for dataset `id`.
	pub fn new(id: DatasetId, dataset: Dataset<AccountId>) -> Self {
		Self {
			id,
			owner: dataset.owner,
			custodian: dataset.custodian,
			attester: dataset.attester,
			commitment: dataset.commitment.0.into(),
			format: dataset.format.name(),
			version: dataset.version,
			predecessor: dataset.predecessor,
			successor: dataset.successor,
			batch: dataset.batch,
			status: match dataset.status {
				DatasetStatus::Active => "active",
				DatasetStatus::Sealed => "sealed",
			},
			registered_at: dataset.registered_at,
		}
	}
}

/// A member's word that it produced the data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AttestationAnswer {
	/// Who vouches.
	pub attester: AccountId,
	/// Hash of the signed statement.
	pub statement: H256,
	/// When it was given.
	pub at: Moment,
}

impl From<Attestation<AccountId>> for AttestationAnswer {
	fn from(attestation: Attestation<AccountId>) -> Self {
		Self {
			attester: attestation.attester,
			statement: attestation.statement.into(),
			at: attestation.at,
		}
	}
}

/// What became of a commitment: `status`, and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "status", rename_all = "camelCase")]
pub enum VerificationAnswer {
	/// Nobody has registered it.
	Unknown,
	/// It stands.
	Registered {
		/// The dataset.
		id: DatasetId,
	},
	/// It was registered, and was erased.
	Erased {
		/// The dataset that it was.
		id: DatasetId,
		/// When it was erased.
		at: Moment,
	},
}

impl From<Verification> for VerificationAnswer {
	fn from(verification: Verification) -> Self {
		match verification {
			Verification::Unknown => Self::Unknown,
			Verification::Registered(id) => Self::Registered { id },
			Verification::Erased { id, at } => Self::Erased { id, at },
		}
	}
}

/// What the registry holds of a batch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BatchAnswer {
	/// The batch that was asked for.
	pub id: BatchId,
	/// The hash over all leaves.
	pub root: H256,
	/// How many leaves there are.
	pub leaves: u64,
	/// The member that stores the ciphertext.
	pub custodian: AccountId,
	/// Who put it on the chain.
	pub anchored_by: AccountId,
	/// When.
	pub anchored_at: Moment,
	/// Where the ciphertext lies.
	pub locations: Vec<String>,
}

impl BatchAnswer {
	/// The answer to a question for batch `id`.
	pub fn new(id: BatchId, batch: Batch<AccountId>) -> Self {
		Self {
			id,
			root: batch.root.0.into(),
			leaves: batch.leaves,
			custodian: batch.custodian,
			anchored_by: batch.anchored_by,
			anchored_at: batch.anchored_at,
			locations: location_names(batch.locations),
		}
	}
}

/// Locations as text: the chain takes printable ASCII only.
pub fn location_names(locations: Locations) -> Vec<String> {
	locations
		.into_iter()
		.map(|location| String::from_utf8_lossy(&location).into_owned())
		.collect()
}

#[cfg(test)]
mod tests {
	use super::*;
	use ownome_primitives::{BatchRoot, Commitment, DataFormat, Location};
	use serde_json::json;
	use sp_keyring::Sr25519Keyring::{Alice, Bob};

	const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
	const BOB: &str = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";

	#[test]
	fn dataset_has_addresses_hashes_and_camel_case_keys() {
		let dataset = Dataset {
			owner: Alice.to_account_id(),
			custodian: Bob.to_account_id(),
			attester: None,
			commitment: Commitment([0xab; 32]),
			format: DataFormat::FhirBundle,
			version: 2,
			predecessor: Some(3),
			successor: None,
			batch: Some(1),
			status: DatasetStatus::Sealed,
			registered_at: 1_793_000_000_000,
		};
		assert_eq!(
			json!(DatasetAnswer::new(7, dataset)),
			json!({
				"id": 7,
				"owner": ALICE,
				"custodian": BOB,
				"attester": null,
				"commitment": format!("0x{}", "ab".repeat(32)),
				"format": "fhir-bundle",
				"version": 2,
				"predecessor": 3,
				"successor": null,
				"batch": 1,
				"status": "sealed",
				"registeredAt": 1_793_000_000_000u64,
			})
		);
	}

	#[test]
	fn verification_names_what_became_of_a_commitment() {
		for (verification, expected) in [
			(Verification::Unknown, json!({ "status": "unknown" })),
			(Verification::Registered(7), json!({ "status": "registered", "id": 7 })),
			(
				Verification::Erased { id: 7, at: 5 },
				json!({ "status": "erased", "id": 7, "at": 5 }),
			),
		] {
			assert_eq!(json!(VerificationAnswer::from(verification)), expected);
		}
	}

	#[test]
	fn batch_has_locations_as_text() {
		let location = Location::truncate_from(b"drs://a/b".to_vec());
		let batch = Batch {
			root: BatchRoot([0xcd; 32]),
			leaves: 1 << 32,
			custodian: Bob.to_account_id(),
			anchored_by: Alice.to_account_id(),
			anchored_at: 5,
			locations: Locations::truncate_from(vec![location]),
		};
		assert_eq!(
			json!(BatchAnswer::new(3, batch)),
			json!({
				"id": 3,
				"root": format!("0x{}", "cd".repeat(32)),
				"leaves": 4_294_967_296u64,
				"custodian": BOB,
				"anchoredBy": ALICE,
				"anchoredAt": 5,
				"locations": ["drs://a/b"],
			})
		);
	}

	#[test]
	fn attestation_has_address_and_hash() {
		let attestation =
			Attestation { attester: Bob.to_account_id(), statement: [0xef; 32], at: 5 };
		assert_eq!(
			json!(AttestationAnswer::from(attestation)),
			json!({ "attester": BOB, "statement": format!("0x{}", "ef".repeat(32)), "at": 5 })
		);
	}
}
