//! SplitMix64 (Steele, Lea, Flood 2014): small, and the same on every machine for ever. Not for secrets.

/// A stream of numbers that a seed determines.
pub struct Random(u64);

impl Random {
	/// The stream of a seed.
	pub fn new(seed: u64) -> Self {
		Self(seed)
	}

	/// The next number.
	pub fn next(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mut mixed = self.0;
		mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		mixed ^ (mixed >> 31)
	}

	/// A number below `bound`, which must not be 0.
	pub fn below(&mut self, bound: u64) -> u64 {
		((u128::from(self.next()) * u128::from(bound)) >> 64) as u64
	}

	/// Whether a thing happens that happens in `percent` of all cases.
	pub fn percent(&mut self, percent: u64) -> bool {
		self.below(100) < percent
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_stream_is_that_of_the_paper() {
		// The published first outputs for the seed 1234567.
		let mut random = Random::new(1_234_567);
		assert_eq!(random.next(), 6_457_827_717_110_365_317);
		assert_eq!(random.next(), 3_203_168_211_198_807_973);
	}
}
