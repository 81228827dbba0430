use super::*;
use crate::{Error, Event};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{Ethics, Party, Standing};

fn counter(who: u64, terms: Terms) -> DispatchResult {
	Consent::counter(signed(who), 0, terms)
}

#[test]
fn an_owner_who_asks_for_less_releases_the_difference() {
	new_test(|| {
		offered();
		set_now(NOW + 10);
		assert_ok!(counter(OWNER, priced(600)));
		assert_eq!(purse(), (ENDOWMENT - 600, 600));
		let proposal = proposal(0);
		assert_eq!((proposal.turn, proposal.round), (Party::Requester, 1));
		assert_eq!(proposal.countered_by, Some(OWNER));
		assert_eq!(proposal.answer_by, NOW + 10 + ANSWER_PERIOD);
		assert_eq!(
			take_events(),
			[Event::Countered {
				proposal_id: 0,
				by: Party::Owner,
				round: 1,
				price: 600,
				terms_hash: priced(600).hash(),
			}]
		);
	});
}

#[test]
fn an_owner_who_asks_for_more_puts_nobodys_money_at_stake() {
	new_test(|| {
		offered();
		assert_ok!(counter(OWNER, priced(5_000)));
		assert_eq!(purse(), (ENDOWMENT - PRICE, PRICE));
		// More than the requester has is the requester's to refuse.
		assert_ok!(counter(REQUESTER, priced(2_000)));
		assert_eq!(purse(), (ENDOWMENT - 2_000, 2_000));
		assert_ok!(counter(OWNER, priced(Balance::MAX)));
		assert_eq!(purse(), (ENDOWMENT - 2_000, 2_000));
	});
}

#[test]
fn a_requester_who_offers_less_or_more_holds_it() {
	new_test(|| {
		countered(2_000);
		assert_ok!(counter(REQUESTER, priced(1_500)));
		assert_eq!(purse(), (ENDOWMENT - 1_500, 1_500));
		assert_eq!((proposal(0).turn, proposal(0).countered_by), (Party::Owner, None));
		assert_ok!(counter(OWNER, priced(1_800)));
		assert_ok!(Consent::withdraw(signed(REQUESTER), 0));
		assert_eq!(purse(), (ENDOWMENT, 0));
	});
}

#[test]
fn other_terms_have_to_be_signed_again() {
	new_test(|| {
		set_policy(policy(true, true));
		offered();
		assert!(proposal(0).matched.is_some());
		assert_ok!(counter(OWNER, priced(PRICE + 1)));
		assert_ok!(Consent::cosign(signed(COMMITTEE), 0, hash_of(0)));
		assert_eq!(proposal(0).ethics, Ethics::Signed(COMMITTEE));
		assert_ok!(counter(REQUESTER, priced(PRICE + 2)));
		assert_eq!((proposal(0).ethics, proposal(0).matched), (Ethics::Needed, None));
	});
}

#[test]
fn the_policy_is_asked_again() {
	new_test(|| {
		// A month needs no ethics committee, a longer time does.
		let short = policy(false, false).clauses[0].clone();
		let mut long = policy(false, true).clauses[0].clone();
		long.longest_period = 2 * PERIOD;
		set_policy(ConsentPolicy { clauses: vec![short, long].try_into().unwrap() });
		offered();
		assert_eq!(proposal(0).ethics, Ethics::NotNeeded);
		assert_ok!(counter(OWNER, terms()));
		let lasting = |periods| Terms { period: periods * PERIOD, ..terms() };
		assert_noop!(counter(REQUESTER, lasting(3)), Error::<Test>::PeriodBeyondPolicy);
		assert_ok!(counter(REQUESTER, lasting(2)));
		assert_eq!(proposal(0).ethics, Ethics::Needed);
		// The owner may go beyond the policy, but not round the committee.
		assert_ok!(counter(OWNER, lasting(3)));
		assert_eq!(proposal(0).ethics, Ethics::Needed);
	});
	new_test(|| {
		countered(PRICE);
		set_policy(policy_for(Permission::Ancestry, true, false));
		assert_noop!(counter(REQUESTER, terms()), Error::<Test>::PolicyDenies);
	});
}

#[test]
fn a_guardian_counters_for_the_owner() {
	new_test(|| {
		offered();
		change_title(|title| title.guardian = Some(GUARDIAN));
		assert_ok!(counter(GUARDIAN, priced(2_000)));
		assert_eq!(proposal(0).countered_by, Some(GUARDIAN));
	});
}

#[test]
fn refuses_out_of_turn() {
	new_test(|| {
		offered();
		assert_noop!(counter(REQUESTER, priced(1)), Error::<Test>::NotYourTurn);
		assert_ok!(counter(OWNER, priced(2_000)));
		assert_noop!(counter(OWNER, priced(1)), Error::<Test>::NotYourTurn);
	});
}

#[test]
fn refuses_strangers_and_unknown_proposals() {
	new_test(|| {
		assert_noop!(counter(OWNER, terms()), Error::<Test>::UnknownProposal);
		offered();
		for who in [STRANGER, OTHER_REQUESTER, CUSTODIAN] {
			assert_noop!(counter(who, terms()), Error::<Test>::NotOwner);
		}
	});
}

#[test]
fn refuses_another_purpose() {
	new_test(|| {
		offered();
		let mut other = terms();
		other.purpose.for_profit = Some(true);
		assert_noop!(counter(OWNER, other), Error::<Test>::PurposeChanged);
	});
}

#[test]
fn refuses_malformed_terms() {
	new_test(|| {
		offered();
		for (terms, error) in [
			(Terms { period: 0, ..terms() }, Error::<Test>::PeriodOutOfBounds),
			(Terms { accesses: Some(0), ..terms() }, Error::<Test>::NoAccesses),
			(Terms { scope: genes(&[]), ..terms() }, Error::<Test>::MalformedScope),
		] {
			assert_noop!(counter(OWNER, terms), error);
		}
	});
}

#[test]
fn refuses_more_rounds_than_allowed() {
	new_test(|| {
		offered();
		for round in 0..MAX_ROUNDS {
			let who = if round % 2 == 0 { OWNER } else { REQUESTER };
			assert_ok!(counter(who, terms()));
		}
		assert_noop!(counter(REQUESTER, terms()), Error::<Test>::TooManyRounds);
	});
}

#[test]
fn refuses_what_nobody_can_answer_any_more() {
	new_test(|| {
		offered();
		set_now(NOW + ANSWER_PERIOD + 1);
		assert_noop!(counter(OWNER, terms()), Error::<Test>::ProposalExpired);
		set_now(NOW);
		change_title(|title| title.parties.owner = STRANGER);
		assert_noop!(counter(STRANGER, terms()), Error::<Test>::TitleMoved);
		change_title(|title| {
			title.parties.owner = OWNER;
			title.is_sealed = true;
		});
		assert_noop!(counter(OWNER, terms()), Error::<Test>::DatasetSealed);
		erase();
		assert_noop!(counter(OWNER, terms()), Error::<Test>::DatasetErased);
	});
}

#[test]
fn refuses_a_requester_without_standing_or_money() {
	new_test(|| {
		countered(2_000);
		assert_noop!(counter(REQUESTER, priced(ENDOWMENT + 1)), Error::<Test>::CannotPayPrice);
		set_standing(REQUESTER, Standing::Suspended);
		assert_noop!(counter(REQUESTER, terms()), Error::<Test>::NotRequester);
	});
}
