//! What stands on chain for a dataset, so that its data stay off chain.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_crypto_hashing::blake2_256;

/// Separates commitments from every other use of BLAKE2b-256.
const COMMITMENT_DOMAIN: [u8; 19] = *b"ownome/commitment/1";

/// A 32-byte hash whose preimage stays off chain: of an accreditation document, a signed statement, a
/// Crypt4GH header or an access record. Whatever could be guessed must be salted before it is hashed.
pub type Digest = [u8; 32];

/// Salted hash of a dataset's off-chain manifest, made by the owner's tool.
///
/// The manifest holds the account of the owner, a random salt, the size of the encrypted data blocks and their BLAKE3 root; the seal is
/// `BLAKE3.derive_key("ownome 2026-11-20 dataset seal v1", manifest bytes)`. Without the manifest it tells nothing, and two
/// seals of one file cannot be linked. The chain cannot see whose account is in the manifest: whoever reads the manifest compares it with
/// the account in whose name the seal was registered.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Seal(pub [u8; 32]);

/// What the registry records of a dataset: a [`Seal`] bound to the account that registered it.
///
/// The chain computes it from the owner, so whoever copies a seal out of the transaction pool gets another
/// commitment and does not block the owner's. That the copy is one shows in the manifest, which names the owner.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Commitment(pub [u8; 32]);

impl Commitment {
	/// Bind `seal` to the account that registers it:
	/// `BLAKE2b-256("ownome/commitment/1" ++ SCALE(registrant) ++ seal)`.
	pub fn new<AccountId: Encode>(registrant: &AccountId, seal: &Seal) -> Self {
		Self((COMMITMENT_DOMAIN, registrant, seal).using_encoded(blake2_256))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn commitment_is_bound_to_account_and_seal() {
		let commitment = Commitment::new(&[1u8; 32], &Seal([7; 32]));
		assert_ne!(commitment, Commitment::new(&[2u8; 32], &Seal([7; 32])));
		assert_ne!(commitment, Commitment::new(&[1u8; 32], &Seal([8; 32])));
	}

	#[test]
	fn commitment_is_the_documented_hash() {
		let mut preimage = b"ownome/commitment/1".to_vec();
		preimage.extend([1u8; 32]);
		preimage.extend([7u8; 32]);
		assert_eq!(Commitment::new(&[1u8; 32], &Seal([7; 32])).0, blake2_256(&preimage));
	}
}
