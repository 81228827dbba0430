//! What an owner states to have a title recorded.

use crate::{DataFormat, Moment, Seal};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::ConstU32;
use sp_runtime::BoundedVec;

/// Separates the message of [`registration_message`] from everything else that an account may sign.
const DOMAIN: [u8; 21] = *b"ownome/register-for/1";

/// How many datasets one call registers at most.
pub const MAX_REGISTRATIONS: u32 = 100;

/// One dataset to be registered.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Registration<AccountId> {
	/// Salted hash of the manifest. The chain binds the owner into the commitment, so copying somebody's seal does not block the owner's;
	/// the manifest names the owner, so the copy verifies under no other name.
	pub seal: Seal,
	/// Format of the data before encryption.
	pub format: DataFormat,
	/// The member that keeps the ciphertext.
	pub custodian: AccountId,
	/// The member that is to vouch for the data and to have a part in what they earn, if any.
	pub attester: Option<AccountId>,
}

/// Datasets that are registered at once.
pub type Registrations<AccountId> =
	BoundedVec<Registration<AccountId>, ConstU32<MAX_REGISTRATIONS>>;

/// What an owner signs so that somebody else may register `registrations` in the owner's name, until `deadline` inclusive, on the
/// chain whose first block is `genesis`: `"ownome/register-for/1" ++ SCALE(genesis, owner, registrations, deadline)`.
///
/// It cannot be used twice, because a commitment is registered once and for ever.
pub fn registration_message<Hash: Encode, AccountId: Encode>(
	genesis: &Hash,
	owner: &AccountId,
	registrations: &[Registration<AccountId>],
	deadline: Moment,
) -> Vec<u8> {
	(DOMAIN, genesis, owner, registrations, deadline).encode()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_message_is_the_documented_bytes() {
		let registration = Registration {
			seal: Seal([7; 32]),
			format: DataFormat::Bam,
			custodian: [3u8; 32],
			attester: None,
		};
		let mut expected = b"ownome/register-for/1".to_vec();
		expected.extend([9; 32]);
		expected.extend([1; 32]);
		expected.push(1 << 2);
		expected.extend([7; 32]);
		expected.push(2);
		expected.extend([3; 32]);
		expected.push(0);
		expected.extend(5u64.to_le_bytes());
		assert_eq!(registration_message(&[9u8; 32], &[1u8; 32], &[registration], 5), expected);
	}
}
