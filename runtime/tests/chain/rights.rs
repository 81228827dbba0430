//! Owners' rights are free, and nobody else's are.

use crate::support::*;
use frame_support::traits::fungible::Inspect;
use ownome_primitives::{
	duo::{Clause, Permission},
	Access, ConsentClause, ConsentPolicy, Denial, GrantId, PolicyTarget, Scope,
};
use ownome_runtime::{
	constants::EXISTENTIAL_DEPOSIT, Address, Balances, Consent, DataTokenLedger, OriginCaller,
	Runtime, RuntimeCall, System,
};
use sp_runtime::transaction_validity::InvalidTransaction;

fn revoke() -> pallet_consent::Call<Runtime> {
	pallet_consent::Call::revoke { grant_id: 0 }
}

#[test]
fn an_owner_without_coin_revokes_at_no_fee() {
	chain().execute_with(|| {
		delivered_grant();
		send_all_own(OWNER);
		assert_eq!(Balances::balance(&OWNER.to_account_id()), 0);
		next_block();

		let (before, supply) = (own(OWNER), Balances::total_issuance());
		let (owner, institute) = (data(OWNER), data(INSTITUTE));
		send(OWNER, revoke());
		assert_eq!((own(OWNER), Balances::total_issuance()), (before, supply));
		assert!(matches!(
			Consent::check(0, &INSTITUTE.to_account_id(), None, &Scope::Whole),
			Access::Denied(Denial::Ended { grant: 0, .. })
		));
		// One slot of the hour was earned on top of the fifth; 5 % and 2 % of it go elsewhere.
		let earned = 80 * ownome_runtime::constants::DATA * 2 / 3_600;
		assert_eq!(data(OWNER) - owner, earned - earned * 5 / 100 - earned * 2 / 100);
		assert_eq!(data(INSTITUTE) - institute, 80 * ownome_runtime::constants::DATA - earned);
	});
}

#[test]
fn an_owner_without_coin_rejects_at_no_fee() {
	chain().execute_with(|| {
		members_and_dataset();
		send(INSTITUTE, offer());
		send_all_own(OWNER);
		assert_eq!(Balances::balance(&OWNER.to_account_id()), 0);
		let to = Address::Id(INSTITUTE.to_account_id());
		let paid = pallet_data_token::Call::transfer { to, value: 1 };
		assert_eq!(refusal(OWNER, paid), InvalidTransaction::Payment.into());
		send(OWNER, pallet_consent::Call::reject { proposal_id: 0 });
	});
}

#[test]
fn revoking_twice_is_not_free() {
	chain().execute_with(|| {
		delivered_grant();
		send_all_own(OWNER);
		send(OWNER, revoke());
		assert_eq!(refusal(OWNER, revoke()), InvalidTransaction::Payment.into());
	});
}

#[test]
fn whoever_is_not_the_owner_pays_for_the_refusal() {
	chain().execute_with(|| {
		delivered_grant();
		let before = own(INSTITUTE);
		let outcome = apply(INSTITUTE, revoke().into()).expect("is included");
		assert_eq!(outcome, Err(pallet_consent::Error::<Runtime>::NotOwner.into()));
		assert!(own(INSTITUTE) < before);
	});
}

#[test]
fn no_way_leads_root_to_a_grant() {
	use pallet_sudo::Call as Sudo;
	use pallet_utility::Call as Utility;

	chain().execute_with(|| {
		members_and_dataset();
		send(INSTITUTE, offer());
		let approve = || -> Box<RuntimeCall> { Box::new(approve(0).into()) };
		let boxed = |call: Utility<Runtime>| -> Box<RuntimeCall> { Box::new(call.into()) };
		let owner = || -> Box<OriginCaller> {
			Box::new(frame_system::RawOrigin::Signed(OWNER.to_account_id()).into())
		};
		let sudo = |call: Box<RuntimeCall>| RuntimeCall::from(Sudo::sudo { call });
		let dispatch_as = || boxed(Utility::dispatch_as { as_origin: owner(), call: approve() });
		let write = || RuntimeCall::from(frame_system::Call::set_storage { items: vec![] });
		let ways = [
			Sudo::sudo_as { who: Address::Id(OWNER.to_account_id()), call: approve() }.into(),
			Sudo::sudo_unchecked_weight { call: dispatch_as(), weight: Default::default() }.into(),
			sudo(dispatch_as()),
			sudo(boxed(Utility::dispatch_as_fallible { as_origin: owner(), call: approve() })),
			sudo(boxed(Utility::batch { calls: vec![*dispatch_as()] })),
			sudo(boxed(Utility::batch_all { calls: vec![*dispatch_as()] })),
			sudo(boxed(Utility::force_batch { calls: vec![write()] })),
			sudo(boxed(Utility::if_else { main: dispatch_as(), fallback: approve() })),
			sudo(boxed(Utility::with_weight { call: dispatch_as(), weight: Default::default() })),
			sudo(Box::new(sudo(dispatch_as()))),
			sudo(Box::new(write())),
			sudo(Box::new(frame_system::Call::kill_storage { keys: vec![] }.into())),
			sudo(Box::new(frame_system::Call::kill_prefix { prefix: vec![], subkeys: 0 }.into())),
		];
		for way in ways {
			let outcome = apply(ROOT, way.clone()).expect("is included");
			let refusal = outcome.expect_err("is refused");
			assert_eq!(refusal, frame_system::Error::<Runtime>::CallFiltered.into(), "{way:?}");
		}
		// Root's plain call passes the filter, and is no owner's.
		send(ROOT, Sudo::sudo { call: approve() });
		assert_eq!(
			Consent::check(0, &INSTITUTE.to_account_id(), None, &Scope::Whole),
			Access::Denied(Denial::NoGrant)
		);
	});
}

#[test]
fn no_way_leads_root_to_a_revocation() {
	chain().execute_with(|| {
		delivered_grant();
		send(ROOT, pallet_sudo::Call::sudo { call: Box::new(revoke().into()) });
		assert!(matches!(
			Consent::check(0, &INSTITUTE.to_account_id(), None, &Scope::Whole),
			Access::Permitted { grant: 0, .. }
		));
	});
}

#[test]
fn free_rights_come_first_in_the_pool() {
	chain().execute_with(|| {
		delivered_grant();
		send(INSTITUTE, offer());
		let to = Address::Id(LAB.to_account_id());
		let paid = validity(OWNER, pallet_data_token::Call::transfer { to, value: 1 });
		let paid = paid.expect("is valid").priority;
		let now = pallet_timestamp::Now::<Runtime>::get();
		let reject = pallet_consent::Call::reject { proposal_id: 1 };
		for free in [revoke(), revoke_many(&[0]), narrow(now + 10), reject] {
			assert!(validity(OWNER, free).expect("is valid").priority / 1_000 > paid);
		}
	});
}

#[test]
fn the_pool_keeps_one_free_transaction_for_each_right() {
	chain().execute_with(|| {
		delivered_grant();
		let first = validity(OWNER, revoke()).expect("is valid");
		System::inc_account_nonce(OWNER.to_account_id());
		let second = validity(OWNER, revoke()).expect("is valid");
		assert!(first.provides.iter().any(|tag| second.provides.contains(tag)));
	});
}

fn revoke_many(ids: &[GrantId]) -> pallet_consent::Call<Runtime> {
	let grant_ids = ids.to_vec().try_into().expect("are few");
	pallet_consent::Call::revoke_many { grant_ids }
}

fn narrow(expires_at: u64) -> pallet_consent::Call<Runtime> {
	pallet_consent::Call::narrow { grant_id: 0, scope: Scope::Whole, expires_at }
}

#[test]
fn different_calls_for_the_same_right_exclude_each_other_in_the_pool() {
	chain().execute_with(|| {
		delivered_grant();
		send(INSTITUTE, offer());
		send(OWNER, approve(1));
		let now = pallet_timestamp::Now::<Runtime>::get();
		let tags = |call: pallet_consent::Call<Runtime>| {
			let valid = validity(OWNER, call).expect("is valid");
			System::inc_account_nonce(OWNER.to_account_id());
			valid.provides
		};
		let first = tags(revoke());
		for same in [narrow(now + 10), narrow(now + 20), revoke_many(&[0]), revoke_many(&[1, 0])] {
			assert!(tags(same).iter().any(|tag| first.contains(tag)));
		}
		assert!(!tags(revoke_many(&[1])).iter().any(|tag| first.contains(tag)));
	});
}

#[test]
fn an_owner_without_coin_narrows_and_revokes_many_at_no_fee() {
	chain().execute_with(|| {
		delivered_grant();
		send(INSTITUTE, offer());
		send(OWNER, approve(1));
		send_all_own(OWNER);
		assert_eq!(Balances::balance(&OWNER.to_account_id()), 0);
		let before = own(OWNER);
		send(OWNER, narrow(pallet_timestamp::Now::<Runtime>::get() + 10_000));
		send(OWNER, revoke_many(&[0, 1]));
		assert_eq!(own(OWNER), before);
		// What changes nothing any more is not free.
		assert_eq!(refusal(OWNER, revoke_many(&[0, 1])), InvalidTransaction::Payment.into());
		assert_eq!(refusal(OWNER, narrow(0)), InvalidTransaction::Payment.into());
	});
}

/// A policy of [`OWNER`] that consents to [`offer`].
fn set_policy(policy: Option<ConsentPolicy>) -> pallet_consent::Call<Runtime> {
	let target = PolicyTarget::AllOf(OWNER.to_account_id());
	pallet_consent::Call::set_policy { target, policy }
}

fn standing() -> Option<ConsentPolicy> {
	let clause = ConsentClause {
		duo: Clause { permission: Permission::General, modifiers: Default::default() },
		longest_period: u64::MAX,
		ask: 0,
		standing: true,
		ethics: false,
	};
	Some(ConsentPolicy { clauses: vec![clause].try_into().expect("is one") })
}

#[test]
fn an_owner_without_coin_takes_a_standing_consent_back_at_no_fee_and_for_good() {
	chain().execute_with(|| {
		members_and_dataset();
		send(OWNER, set_policy(standing()));
		send(INSTITUTE, offer());
		send_all_own(OWNER);
		assert!(Balances::balance(&OWNER.to_account_id()) <= EXISTENTIAL_DEPOSIT);
		let before = own(OWNER);
		send(OWNER, revoke());
		// The next offer does not undo it.
		send(INSTITUTE, offer());
		assert_eq!(Consent::grant(1), None);

		let first = validity(OWNER, set_policy(None)).expect("is valid");
		System::inc_account_nonce(OWNER.to_account_id());
		let second = validity(OWNER, set_policy(None)).expect("is valid");
		assert!(first.provides.iter().any(|tag| second.provides.contains(tag)));
		// Anybody could fill the pool with these.
		let reject = pallet_consent::Call::reject { proposal_id: 0 };
		assert!(first.priority < validity(OWNER, reject).expect("is valid").priority);
		send(OWNER, set_policy(None));
		assert_eq!(own(OWNER), before);
		assert_eq!(Consent::policy_for(0), None);
	});
}

#[test]
fn a_title_keeps_its_owners_account() {
	chain().execute_with(|| {
		members_and_dataset();
		assert_eq!(System::sufficients(&OWNER.to_account_id()), 1);
		assert!(DataTokenLedger::balance(&OWNER.to_account_id()) > 0);
		let to = Address::Id(INSTITUTE.to_account_id());
		let value = data(OWNER);
		send(OWNER, pallet_data_token::Call::transfer { to, value });
		// With the deposit held and no tokens, the coin keeps its existential deposit free.
		send_all_own(OWNER);
		assert_eq!(Balances::balance(&OWNER.to_account_id()), EXISTENTIAL_DEPOSIT);
		send(INSTITUTE, offer());
		send(OWNER, pallet_consent::Call::reject { proposal_id: 0 });
	});
}
