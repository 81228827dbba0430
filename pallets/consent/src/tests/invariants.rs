use super::*;
use crate::NextGrantId;
use frame_support::traits::fungible::Inspect;
use ownome_primitives::{Access, BatchRoot, EmergencyReason, Standing};
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
	Offer { who: u64, price: Balance, period: u64, upfront: u8, accesses: Option<u32> },
	Counter { who: u64, id: u64, price: Balance },
	Approve { who: u64, id: u64 },
	Accept { who: u64, id: u64 },
	Reject { who: u64, id: u64 },
	Withdraw { who: u64, id: u64 },
	Expire { id: u64 },
	Cosign { who: u64, id: u64 },
	Deliver { who: u64, id: u64 },
	Confirm { who: u64, id: u64 },
	Dispute { who: u64, id: u64 },
	Rule { who: u64, id: u64, valid: bool },
	Settle { id: u64 },
	Revoke { who: u64, id: u64 },
	RevokeMany { who: u64, ids: Vec<u64> },
	Narrow { who: u64, id: u64, wide: bool, part: u64 },
	Relinquish { who: u64, id: u64 },
	Record { who: u64, id: u64, count: u32 },
	Policy { standing: bool, ethics: bool },
	NoPolicy,
	DatasetPolicy { set: bool },
	Door { closed: bool },
	Emergency { who: u64 },
	Review { who: u64, id: u64, justified: bool },
	Report { id: u64 },
	Transfer { to: u64 },
	Guard { guardian: Option<u64> },
	Seal,
	Erase,
	Standing { who: u64, standing: Standing },
	Wait { milliseconds: u64 },
}

fn step() -> impl Strategy<Value = Step> {
	let id = || 0u64..5;
	let anybody = || 1u64..13;
	// Mostly those who may, sometimes those who may not.
	let requester = move || prop_oneof![5 => 2u64..4, 1 => anybody()];
	let owner = move || prop_oneof![5 => Just(OWNER), 1 => anybody()];
	let member = move |who| prop_oneof![5 => Just(who), 1 => anybody()];
	let standing = || {
		prop::sample::select(vec![
			Standing::Good,
			Standing::Good,
			Standing::Good,
			Standing::Suspended,
			Standing::Expelled,
			Standing::Resigned,
		])
	};
	prop_oneof![
		5 => (requester(), 0..ENDOWMENT / 4, 1..2_000u64, 0u8..=100, prop::option::of(1u32..4)).prop_map(
			|(who, price, period, upfront, accesses)| Step::Offer { who, price, period, upfront, accesses }
		),
		2 => (prop_oneof![owner(), requester()], id(), 0..ENDOWMENT / 3)
			.prop_map(|(who, id, price)| Step::Counter { who, id, price }),
		5 => (owner(), id()).prop_map(|(who, id)| Step::Approve { who, id }),
		2 => (requester(), id()).prop_map(|(who, id)| Step::Accept { who, id }),
		1 => (owner(), id()).prop_map(|(who, id)| Step::Reject { who, id }),
		1 => (requester(), id()).prop_map(|(who, id)| Step::Withdraw { who, id }),
		1 => id().prop_map(|id| Step::Expire { id }),
		2 => (member(COMMITTEE), id()).prop_map(|(who, id)| Step::Cosign { who, id }),
		6 => (owner(), id()).prop_map(|(who, id)| Step::Deliver { who, id }),
		3 => (requester(), id()).prop_map(|(who, id)| Step::Confirm { who, id }),
		2 => (requester(), id()).prop_map(|(who, id)| Step::Dispute { who, id }),
		2 => (member(AUDITOR), id(), any::<bool>()).prop_map(|(who, id, valid)| Step::Rule { who, id, valid }),
		4 => id().prop_map(|id| Step::Settle { id }),
		1 => (owner(), id()).prop_map(|(who, id)| Step::Revoke { who, id }),
		1 => (owner(), prop::collection::vec(id(), 0..4)).prop_map(|(who, ids)| Step::RevokeMany { who, ids }),
		2 => (owner(), id(), any::<bool>(), 1u64..5)
			.prop_map(|(who, id, wide, part)| Step::Narrow { who, id, wide, part }),
		1 => (requester(), id()).prop_map(|(who, id)| Step::Relinquish { who, id }),
		4 => (member(CUSTODIAN), id(), 0u32..3).prop_map(|(who, id, count)| Step::Record { who, id, count }),
		1 => (any::<bool>(), any::<bool>()).prop_map(|(standing, ethics)| Step::Policy { standing, ethics }),
		1 => Just(Step::NoPolicy),
		1 => any::<bool>().prop_map(|set| Step::DatasetPolicy { set }),
		1 => prop_oneof![1 => Just(true), 3 => Just(false)].prop_map(|closed| Step::Door { closed }),
		1 => member(CLINIC).prop_map(|who| Step::Emergency { who }),
		1 => (member(COMMITTEE), id(), any::<bool>())
			.prop_map(|(who, id, justified)| Step::Review { who, id, justified }),
		1 => id().prop_map(|id| Step::Report { id }),
		1 => prop_oneof![4 => Just(OWNER), 1 => anybody()].prop_map(|to| Step::Transfer { to }),
		1 => prop::option::of(anybody()).prop_map(|guardian| Step::Guard { guardian }),
		1 => prop_oneof![6 => Just(Step::NoPolicy), 1 => Just(Step::Seal), 1 => Just(Step::Erase)],
		1 => (anybody(), standing()).prop_map(|(who, standing)| Step::Standing { who, standing }),
		6 => (0u64..300).prop_map(|milliseconds| Step::Wait { milliseconds }),
	]
}

fn now() -> Moment {
	pallet_timestamp::Now::<Test>::get()
}

fn play(step: Step) -> DispatchResult {
	let terms_of = |id| Proposals::<Test>::get(id).map_or(terms(), |(it, _)| it.terms);
	match step {
		Step::Offer { who, price, period, upfront, accesses } => {
			let upfront = Percent::from_percent(upfront);
			offer(who, Terms { price, period, upfront, accesses, ..terms() })
		},
		Step::Counter { who, id, price } => {
			Consent::counter(signed(who), id, Terms { price, ..terms_of(id) })
		},
		Step::Approve { who, id } => approve(who, id),
		Step::Accept { who, id } => Consent::accept(signed(who), id, terms_of(id).hash()),
		Step::Reject { who, id } => Consent::reject(signed(who), id),
		Step::Withdraw { who, id } => Consent::withdraw(signed(who), id),
		Step::Expire { id } => Consent::expire(signed(STRANGER), id),
		Step::Cosign { who, id } => Consent::cosign(signed(who), id, terms_of(id).hash()),
		Step::Deliver { who, id } => Consent::deliver(signed(who), id, [1; 32]),
		Step::Confirm { who, id } => Consent::confirm(signed(who), id),
		Step::Dispute { who, id } => Consent::dispute(signed(who), id, [2; 32]),
		Step::Rule { who, id, valid } => Consent::rule(signed(who), id, valid),
		Step::Settle { id } => Consent::settle(signed(STRANGER), id),
		Step::Revoke { who, id } => Consent::revoke(signed(who), id),
		Step::RevokeMany { who, ids } => Consent::revoke_many(signed(who), ids.try_into().unwrap()),
		Step::Narrow { who, id, wide, part } => {
			let scope = if wide { Scope::Whole } else { genes(&[1]) };
			let end = Grants::<Test>::get(id).map_or(0, |(grant, _)| grant.end());
			let expires_at = now() + end.saturating_sub(now()) / part;
			Consent::narrow(signed(who), id, scope, expires_at)
		},
		Step::Relinquish { who, id } => Consent::relinquish(signed(who), id),
		Step::Record { who, id, count: 1 } => Consent::record_access(signed(who), id, [3; 32]),
		Step::Record { who, id, count } => {
			Consent::record_accesses(signed(who), id, BatchRoot([4; 32]), count)
		},
		Step::Policy { standing, ethics } => {
			let policy = Some(policy(standing, ethics));
			Consent::set_policy(signed(OWNER), PolicyTarget::AllOf(OWNER), policy)
		},
		Step::NoPolicy => Consent::set_policy(signed(OWNER), PolicyTarget::AllOf(OWNER), None),
		Step::DatasetPolicy { set } => {
			let policy = set.then(|| policy(true, false));
			Consent::set_policy(signed(OWNER), PolicyTarget::Dataset(DATASET), policy)
		},
		Step::Door { closed } => Consent::set_door(signed(OWNER), OWNER, closed),
		Step::Emergency { who } => {
			let reason = EmergencyReason::DrugSafety;
			Consent::open_emergency(signed(who), DATASET, reason, [5; 32])
		},
		Step::Review { who, id, justified } => Consent::review(signed(who), id, justified),
		Step::Report { id } => Consent::report(signed(STRANGER), id),
		Step::Transfer { to } => {
			change_title(|title| title.parties.owner = to);
			Ok(())
		},
		Step::Guard { guardian } => {
			change_title(|title| title.guardian = guardian);
			Ok(())
		},
		Step::Seal => {
			change_title(|title| title.is_sealed = true);
			Ok(())
		},
		Step::Erase => {
			change_title(|title| {
				title.erased_at.get_or_insert(now());
			});
			Ok(())
		},
		Step::Standing { who, standing } => {
			set_standing(who, standing);
			Ok(())
		},
		Step::Wait { milliseconds } => {
			set_now(now() + milliseconds);
			Ok(())
		},
	}
}

/// Whether somebody could read the dataset at a moment.
fn answers(at: Moment) -> Vec<bool> {
	let whats = [Scope::Whole, genes(&[1])];
	(1..13u64)
		.flat_map(|who| whats.iter().map(move |what| (who, what)))
		.map(|(who, what)| {
			let answer = Consent::check(DATASET, &who, Some(at), what);
			matches!(answer, Access::Permitted { .. })
		})
		.collect()
}

proptest! {
	#[test]
	fn hold_money_is_conserved_and_the_past_stays_after_any_sequence_of_calls(
		steps in prop::collection::vec(step(), 1..80)
	) {
		new_test_ext().execute_with(|| {
			let supply = Ledger::total_issuance();
			let mut past = Vec::new();
			for step in steps {
				if matches!(step, Step::Wait { .. }) {
					past.push((now(), answers(now())));
					// What is said at a moment may still change within it.
					set_now(now() + 1);
				}
				let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
				// Refusals are part of the game; what counts is what they leave behind.
				let refused = frame_support::storage::with_storage_layer(|| play(step)).is_err();
				if refused {
					assert_eq!(sp_io::storage::root(sp_runtime::StateVersion::V1), before);
				}
				Consent::do_try_state().unwrap();
				let sum: Balance = (0..13).map(|who| Ledger::total_balance(&who)).sum();
				assert_eq!(sum, supply);
			}
			for (at, answer) in past {
				assert_eq!(answers(at), answer);
			}
			// Anybody gets everything out of escrow once all deadlines have passed.
			set_now(now() + 1_000_000);
			for id in 0..100 {
				let _ = play(Step::Settle { id });
				let _ = play(Step::Expire { id });
			}
			Consent::do_try_state().unwrap();
			for who in 0..13 {
				assert_eq!(escrow(who), 0);
			}
			for id in 0..NextGrantId::<Test>::get() {
				let grant = grant(id);
				assert_eq!(grant.paid + grant.refunded, grant.terms.price);
			}
		});
	}
}
