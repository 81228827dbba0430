//! Signatures that are made off chain and checked by a call.

use sp_runtime::traits::{IdentifyAccount, Verify};

/// What wallets put around bytes that they sign for a web page, so that these can never pass for a transaction.
const WRAPPING: (&[u8], &[u8]) = (b"<Bytes>", b"</Bytes>");

/// Whether `signature` is that of `signer` over `message`, as it is or between `<Bytes>` and `</Bytes>`, as wallets sign it
/// (`signRaw` of the polkadot.js extension).
pub fn is_signed_by<Signature, AccountId>(
	signer: &AccountId,
	message: &[u8],
	signature: &Signature,
) -> bool
where
	Signature: Verify,
	Signature::Signer: IdentifyAccount<AccountId = AccountId>,
{
	let (before, after) = WRAPPING;
	signature.verify(message, signer)
		|| signature.verify(&[before, message, after].concat()[..], signer)
}

/// How a benchmark gets a signature that the chain accepts.
#[cfg(feature = "runtime-benchmarks")]
pub trait OffchainSigner<AccountId, Signature> {
	/// An account that can sign, the same one each time.
	fn signer() -> AccountId;

	/// The signature of [`OffchainSigner::signer`] over `message`.
	fn sign(message: &[u8]) -> Signature;
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_core::{ed25519, Pair};
	use sp_runtime::{AccountId32, MultiSignature, MultiSigner};

	fn signed(message: &[u8]) -> (AccountId32, MultiSignature) {
		let pair = ed25519::Pair::from_seed(&[7; 32]);
		(MultiSigner::from(pair.public()).into_account(), pair.sign(message).into())
	}

	#[test]
	fn accepts_the_message_bare_and_as_wallets_wrap_it() {
		for message in [&b"a message"[..], b"<Bytes>a message</Bytes>"] {
			let (signer, signature) = signed(message);
			assert!(is_signed_by(&signer, b"a message", &signature));
		}
	}

	#[test]
	fn refuses_another_message_wrapping_or_signer() {
		let (signer, signature) = signed(b"a message");
		assert!(!is_signed_by(&signer, b"another message", &signature));
		assert!(!is_signed_by(&AccountId32::new([1; 32]), b"a message", &signature));
		for message in [&b"<Bytes>a message"[..], b"<bytes>a message</bytes>", b"a message</Bytes>"]
		{
			let (signer, signature) = signed(message);
			assert!(!is_signed_by(&signer, b"a message", &signature));
		}
	}
}
