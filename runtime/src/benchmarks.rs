//! The pallets whose weights are measured on this runtime, and what their benchmarks need.

use crate::{AccountId, Signature};
use ownome_primitives::OffchainSigner;
use sp_core::{crypto::KeyTypeId, sr25519};
use sp_runtime::{traits::IdentifyAccount, MultiSigner};

frame_benchmarking::define_benchmarks!(
	[pallet_data_token, DataToken]
	[pallet_consortium, Consortium]
	[pallet_data_registry, DataRegistry]
	[pallet_consent, Consent]
);

/// Signs with a key of the kind whose signatures take longest to check.
pub struct Sr25519Signer;

impl Sr25519Signer {
	const KEY_TYPE: KeyTypeId = KeyTypeId(*b"bnch");

	fn key() -> sr25519::Public {
		sp_io::crypto::sr25519_generate(Self::KEY_TYPE, Some(b"//Benchmark".to_vec()))
	}
}

impl OffchainSigner<AccountId, Signature> for Sr25519Signer {
	fn signer() -> AccountId {
		MultiSigner::from(Self::key()).into_account()
	}

	fn sign(message: &[u8]) -> Signature {
		sp_io::crypto::sr25519_sign(Self::KEY_TYPE, &Self::key(), message)
			.expect("the key was made above")
			.into()
	}
}
