//! Chance, in a form that can be made smaller.

use super::cast::ACCOUNTS;
use ownome_runtime::AccountId;

/// Decides what a call is made with. Zero stands for the simplest choices.
pub struct Dice {
	left: u128,
	/// From what the next number is made when nothing is left of this one.
	seed: u128,
}

impl Dice {
	/// Dice that fall as `number` says.
	pub fn new(number: u128) -> Self {
		Self { left: number, seed: number }
	}

	/// A number below `sides`, and 0 if there is no such number.
	pub fn roll(&mut self, sides: u64) -> u64 {
		if self.left == 0 {
			self.seed = self
				.seed
				.wrapping_mul(0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645)
				.rotate_left(61);
			self.left = self.seed;
		}
		let sides = u128::from(sides.max(1));
		let number = self.left % sides;
		self.left /= sides;
		number as u64
	}

	/// Once in so many times.
	pub fn once_in(&mut self, times: u64) -> bool {
		self.roll(times) == times - 1
	}

	/// One of several.
	pub fn pick<T: Clone>(&mut self, of: &[T]) -> T {
		of[self.roll(of.len() as u64) as usize].clone()
	}

	/// One of several, or `otherwise` if there are none, and sometimes if there are.
	pub fn pick_or<T: Clone>(&mut self, of: &[T], otherwise: impl FnOnce(&mut Self) -> T) -> T {
		if of.is_empty() || self.once_in(16) {
			otherwise(self)
		} else {
			self.pick(of)
		}
	}

	/// Anybody.
	pub fn anybody(&mut self) -> AccountId {
		self.pick(&ACCOUNTS)
	}

	/// Mostly `who`, sometimes anybody.
	pub fn mostly(&mut self, who: impl Into<Option<AccountId>>) -> AccountId {
		match who.into() {
			Some(who) if !self.once_in(12) => who,
			_ => self.anybody(),
		}
	}

	/// An id that may have been given out before `next`.
	pub fn id(&mut self, next: u64) -> u64 {
		self.roll(next + 1)
	}
}
