//! Random bytes from the operating system.

use ring::rand::{SecureRandom, SystemRandom};

/// Fills `bytes` with bytes that nobody can guess.
pub fn fill(bytes: &mut [u8]) -> anyhow::Result<()> {
	SystemRandom::new().fill(bytes).map_err(|_| {
		anyhow::anyhow!("The operating system gives no random bytes: run the command again later.")
	})
}
