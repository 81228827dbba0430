//! Calls that somebody might make as the chain stands, mostly those who may.

pub mod carried;
pub mod consent;
pub mod consortium;
pub mod money;
pub mod registry;

use super::dice::Dice;
use ownome_primitives::Moment;
use ownome_runtime::{AccountId, Address, Runtime, RuntimeCall, RuntimeOrigin};

/// A call, and who makes it: root, if nobody.
pub type Made = (Option<AccountId>, RuntimeCall);

/// Makes up a call.
pub type Make = fn(&mut Dice) -> Made;

/// What there is to play, and how often each is played.
pub fn all() -> Vec<(u32, Make)> {
	[money::CALLS, consortium::CALLS, registry::CALLS, consent::CALLS, carried::CALLS].concat()
}

/// A call of `who`.
pub fn by(who: AccountId, call: impl Into<RuntimeCall>) -> Made {
	(Some(who), call.into())
}

/// A call of root.
pub fn by_root(call: impl Into<RuntimeCall>) -> Made {
	(None, call.into())
}

/// The origin of a call that is made by `who`.
pub fn origin(who: &Option<AccountId>) -> RuntimeOrigin {
	who.clone().map_or_else(RuntimeOrigin::root, RuntimeOrigin::signed)
}

/// `who` as calls name it.
pub fn id(who: AccountId) -> Address {
	Address::Id(who)
}

/// What the clock shows.
pub fn now() -> Moment {
	pallet_timestamp::Now::<Runtime>::get()
}
