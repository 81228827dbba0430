use super::*;
use crate::{Error, Event, NextProposalId};
use frame_support::{assert_noop, assert_ok};

fn offer_many(who: u64, datasets: &[DatasetId], terms: Terms) -> DispatchResult {
	let datasets = datasets.to_vec().try_into().unwrap();
	Consent::offer_many(signed(who), datasets, terms, AncestryProofs::new())
}

#[test]
fn each_dataset_has_its_own_outcome() {
	new_test(|| {
		let target = PolicyTarget::Dataset(OTHER_DATASET);
		assert_ok!(Consent::set_policy(signed(OWNER), target, Some(policy(true, false))));
		take_events();
		assert_ok!(offer_many(REQUESTER, &[UNKNOWN_DATASET, DATASET, OTHER_DATASET], terms()));

		let events = take_events();
		assert_eq!(
			events[0],
			Event::OfferFailed {
				dataset_id: UNKNOWN_DATASET,
				requester: REQUESTER,
				error: Error::<Test>::UnknownDataset.into(),
			}
		);
		assert!(matches!(events[1], Event::Offered { proposal_id: 0, dataset_id: DATASET, .. }));
		assert!(matches!(
			events[2],
			Event::Granted { grant_id: 0, proposal_id: None, dataset_id: OTHER_DATASET, .. }
		));
		assert_eq!(purse(), (ENDOWMENT - 2 * PRICE, 2 * PRICE));
	});
}

#[test]
fn an_offer_that_fails_leaves_nothing_behind() {
	new_test(|| {
		let price = ENDOWMENT - PRICE;
		assert_ok!(offer_many(REQUESTER, &[DATASET, OTHER_DATASET], priced(price)));
		assert_eq!(NextProposalId::<Test>::get(), 1);
		let deposit = record_deposit(REQUESTER);
		assert_ok!(Consent::withdraw(signed(REQUESTER), 0));
		assert!(deposit > 0 && record_deposit(REQUESTER) == 0);
		assert_eq!(purse(), (ENDOWMENT, 0));
	});
}

#[test]
fn refuses_whoever_has_no_standing() {
	new_test(|| {
		assert_noop!(offer_many(STRANGER, &[DATASET], terms()), Error::<Test>::NotRequester);
	});
}
