//! Calls that carry others.

use super::{all, by, id, Made, Make};
use crate::{
	sequences::{cast::PARENT, dice::Dice},
	support::OWNER,
};
use ownome_runtime::{AccountId, ProxyType, Runtime, RuntimeCall};
use pallet_proxy::{Call as Proxy, Proxies};
use pallet_utility::Call as Utility;

pub const CALLS: &[(u32, Make)] =
	&[(3, batch_all), (2, force_batch), (2, add_proxy), (3, proxy), (1, remove_proxies)];

/// Any call that carries none.
fn one(dice: &mut Dice) -> Made {
	let makes = all();
	let (_, make) = makes[dice.roll((makes.len() - CALLS.len()) as u64) as usize];
	make(dice)
}

/// A call that `who` might make, or any other if none comes up.
fn one_by(dice: &mut Dice, who: &Option<AccountId>) -> RuntimeCall {
	let tries: Vec<_> = (0..12).map(|_| one(dice)).collect();
	let fits = tries.iter().find(|(maker, _)| maker == who);
	fits.unwrap_or(&tries[0]).1.clone()
}

/// Two calls, both by whoever makes the first.
fn several(dice: &mut Dice) -> (Option<AccountId>, Vec<RuntimeCall>) {
	let (who, first) = one(dice);
	let second = one_by(dice, &who);
	(who, vec![first, second])
}

fn batch_all(dice: &mut Dice) -> Made {
	let (who, calls) = several(dice);
	(who, Utility::<Runtime>::batch_all { calls }.into())
}

fn force_batch(dice: &mut Dice) -> Made {
	let (who, calls) = several(dice);
	(who, Utility::<Runtime>::force_batch { calls }.into())
}

fn add_proxy(dice: &mut Dice) -> Made {
	let delegate = id(dice.mostly(PARENT.to_account_id()));
	let proxy_type = dice.pick(&[ProxyType::Any, ProxyType::Consent, ProxyType::Registry]);
	let owner = dice.mostly(OWNER.to_account_id());
	by(owner, Proxy::<Runtime>::add_proxy { delegate, proxy_type, delay: 0 })
}

fn proxy(dice: &mut Dice) -> Made {
	let delegates: Vec<_> = Proxies::<Runtime>::iter()
		.flat_map(|(real, (list, _))| {
			list.into_iter().map(move |proxy| (real.clone(), proxy.delegate))
		})
		.collect();
	let (real, delegate) = dice.pick_or(&delegates, |dice| (dice.anybody(), dice.anybody()));
	let call = one_by(dice, &Some(real.clone()));
	let force_proxy_type = None;
	by(delegate, Proxy::<Runtime>::proxy { real: id(real), force_proxy_type, call: Box::new(call) })
}

fn remove_proxies(dice: &mut Dice) -> Made {
	let owner = dice.mostly(OWNER.to_account_id());
	by(owner, Proxy::<Runtime>::remove_proxies {})
}
