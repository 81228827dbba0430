//! The concrete types of this chain.

use alloc::vec::Vec;
use sp_runtime::{
	generic, impl_opaque_keys,
	traits::{BlakeTwo256, IdentifyAccount, Verify},
	MultiAddress, MultiSignature,
};

pub use ownome_primitives::Balance;

/// A signature by any of the chain's key types: sr25519, ed25519 or ECDSA.
pub type Signature = MultiSignature;

/// An account, named by the public key that signs for it.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;

/// How many transactions an account has signed.
pub type Nonce = u32;

/// Height of a block.
pub type BlockNumber = u32;

/// A hash of the chain.
pub type Hash = sp_core::H256;

/// An account as calls name it.
pub type Address = MultiAddress<AccountId, ()>;

/// Header of a block.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;

impl_opaque_keys! {
	/// The keys with which a validator authors and finalises.
	pub struct SessionKeys {
		/// Authors blocks.
		pub aura: crate::Aura,
		/// Finalises them.
		pub grandpa: crate::Grandpa,
	}
}
