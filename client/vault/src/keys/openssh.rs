//! Ed25519 keys of OpenSSH, used as the X25519 keys that belong to the same secrets: as libsodium converts them, and with it
//! the other tools for Crypt4GH.

use curve25519_dalek::edwards::CompressedEdwardsY;
use sha2::{Digest, Sha512};
use ssh_key::{private::KeypairData, Algorithm, Cipher, Error, Kdf, PrivateKey};
use zeroize::{Zeroize, Zeroizing};

use super::{
	private::{Fault, MAX_BCRYPT_ROUNDS, TOO_MANY_ROUNDS},
	PublicKey, SecretKey,
};

/// How the line with a public key begins, whatever its kind.
const PUBLIC: [&str; 3] = ["ssh-", "ecdsa-", "sk-"];
/// The label of a private key.
pub(super) const PRIVATE: &str = "OPENSSH PRIVATE KEY";

const OTHER_KIND: &str = "it is an OpenSSH key, but not of the kind ed25519";
const DAMAGED: &str = "its OpenSSH key is damaged";

/// A private key, which may wait for its passphrase.
pub(super) struct Stored(PrivateKey);

impl Stored {
	pub(super) fn parse(bytes: &[u8]) -> Result<Self, Fault> {
		let key = PrivateKey::from_bytes(bytes).map_err(|error| Fault::Malformed(told(&error)))?;
		if key.algorithm() != Algorithm::Ed25519 {
			return Err(Fault::Malformed(OTHER_KIND));
		}
		if key.cipher() == Cipher::TDesCbc {
			return Err(Fault::Unsupported(key.cipher().as_str().into()));
		}
		match key.kdf() {
			Kdf::Bcrypt { rounds, .. } if *rounds > MAX_BCRYPT_ROUNDS => {
				Err(Fault::Malformed(TOO_MANY_ROUNDS))
			},
			_ => Ok(Self(key)),
		}
	}

	pub(super) fn is_locked(&self) -> bool {
		self.0.is_encrypted()
	}

	pub(super) fn unlock(&self, passphrase: &str) -> Result<SecretKey, Fault> {
		// OpenSSH, too, takes an empty passphrase for none at all.
		if passphrase.is_empty() {
			return Err(Fault::WrongPassphrase);
		}
		Self(self.0.decrypt(passphrase).map_err(|_| Fault::WrongPassphrase)?).secret()
	}

	/// The key, if it is not locked.
	pub(super) fn secret(&self) -> Result<SecretKey, Fault> {
		let KeypairData::Ed25519(pair) = self.0.key_data() else {
			return Err(Fault::Malformed(OTHER_KIND));
		};
		let seed = Zeroizing::new(pair.private.to_bytes());
		let mut digest = Sha512::digest(&seed[..]);
		let mut secret = Zeroizing::new([0; 32]);
		secret.copy_from_slice(&digest[..32]);
		digest.as_mut_slice().zeroize();
		Ok(SecretKey::from_bytes(&secret))
	}
}

/// Whether a text looks like a public key of OpenSSH.
pub(super) fn is_public_key(text: &str) -> bool {
	PUBLIC.iter().any(|kind| text.starts_with(kind))
}

/// The public key in a line as OpenSSH writes it, or what is wrong with it.
pub(super) fn public_key(line: &str) -> Result<PublicKey, &'static str> {
	let key = ssh_key::PublicKey::from_openssh(line).map_err(|error| told(&error))?;
	let key = key.key_data().ed25519().ok_or(OTHER_KIND)?;
	CompressedEdwardsY(key.0)
		.decompress()
		.filter(|point| !point.is_small_order() && point.is_torsion_free())
		.map(|point| PublicKey(point.to_montgomery().to_bytes()))
		.ok_or("its key is not a point with which a secret can be shared")
}

fn told(error: &Error) -> &'static str {
	match error {
		Error::AlgorithmUnknown | Error::AlgorithmUnsupported { .. } => OTHER_KIND,
		_ => DAMAGED,
	}
}
