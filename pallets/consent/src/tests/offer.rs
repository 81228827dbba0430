use super::{offer, terms, PRICE};
use crate::{mock::*, Error, Event, NextProposalId, Proposals};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{Balance, Proposal, Terms};
use sp_runtime::DispatchError;

#[test]
fn records_the_proposal_and_holds_price_and_deposit() {
	new_test(|| {
		assert_ok!(offer(REQUESTER, terms()));
		assert_eq!(
			Proposals::<Test>::get(0),
			Some(Proposal {
				dataset: DATASET,
				requester: REQUESTER,
				terms: terms(),
				offered_at: NOW
			})
		);
		assert_eq!(escrow(REQUESTER), PRICE);
		assert_eq!(free(REQUESTER), ENDOWMENT - PRICE);
		assert!(record_deposit(REQUESTER) > 0);
		assert_eq!(
			take_events(),
			[Event::Offered {
				proposal_id: 0,
				dataset_id: DATASET,
				requester: REQUESTER,
				owner: OWNER,
				price: PRICE
			}]
		);
	});
}

#[test]
fn several_offers_add_up_in_escrow() {
	new_test(|| {
		assert_ok!(offer(REQUESTER, terms()));
		assert_ok!(offer(REQUESTER, Terms { price: 7, ..terms() }));
		assert_eq!(escrow(REQUESTER), PRICE + 7);
	});
}

#[test]
fn a_gift_needs_no_tokens() {
	new_test(|| {
		assert_ok!(offer(REQUESTER, Terms { price: 0, ..terms() }));
		assert_eq!(escrow(REQUESTER), 0);
	});
}

#[test]
fn refuses_whoever_is_not_accredited() {
	new_test(|| {
		assert_noop!(offer(STRANGER, terms()), Error::<Test>::NotRequester);
		expel(REQUESTER);
		assert_noop!(offer(REQUESTER, terms()), Error::<Test>::NotRequester);
	});
}

#[test]
fn refuses_an_unknown_dataset() {
	new_test(|| {
		assert_noop!(
			Consent::offer(RuntimeOrigin::signed(REQUESTER), UNKNOWN_DATASET, terms()),
			Error::<Test>::UnknownDataset
		);
	});
}

#[test]
fn refuses_an_offer_to_oneself() {
	new_test(|| {
		accredit(OWNER);
		assert_noop!(offer(OWNER, terms()), Error::<Test>::OwnDataset);
	});
}

#[test]
fn refuses_a_period_of_zero_or_beyond_the_longest() {
	new_test(|| {
		for period in [0, MAX_PERIOD + 1, u64::MAX] {
			assert_noop!(
				offer(REQUESTER, Terms { period, ..terms() }),
				Error::<Test>::PeriodOutOfBounds
			);
		}
		assert_ok!(offer(REQUESTER, Terms { period: MAX_PERIOD, ..terms() }));
	});
}

#[test]
fn refuses_a_price_that_the_requester_cannot_pay() {
	new_test(|| {
		for price in [ENDOWMENT + 1, Balance::MAX] {
			assert_noop!(
				offer(REQUESTER, Terms { price, ..terms() }),
				Error::<Test>::CannotPayPrice
			);
		}
	});
}

#[test]
fn refuses_a_requester_that_cannot_pay_the_deposit() {
	new_test(|| {
		assert_noop!(
			offer(POOR_REQUESTER, Terms { price: 0, ..terms() }),
			sp_runtime::TokenError::FundsUnavailable
		);
	});
}

#[test]
fn refuses_when_the_ids_are_used_up() {
	new_test(|| {
		NextProposalId::<Test>::put(u64::MAX);
		assert_noop!(offer(REQUESTER, terms()), Error::<Test>::IdsExhausted);
	});
}

#[test]
fn refuses_an_unsigned_origin() {
	new_test(|| {
		assert_noop!(
			Consent::offer(RuntimeOrigin::root(), DATASET, terms()),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn refuses_a_dataset_that_is_sealed_or_erased() {
	new_test(|| {
		change_title(|title| title.is_sealed = true);
		assert_noop!(offer(REQUESTER, terms()), Error::<Test>::DatasetSealed);
		erase();
		assert_noop!(offer(REQUESTER, terms()), Error::<Test>::DatasetErased);
	});
}

#[test]
fn refuses_whoever_acts_for_the_owner() {
	new_test(|| {
		change_title(|title| title.guardian = Some(REQUESTER));
		assert_noop!(offer(REQUESTER, terms()), Error::<Test>::OwnDataset);
	});
}
