use super::*;
use frame_support::assert_ok;
use ownome_primitives::{Act, Answer, BatchRoot, EndCause, TrailEntry};

#[test]
fn pages_go_on_after_the_last_id_in_the_order_of_the_ids() {
	new_test(|| {
		for id in 0..3 {
			assert_ok!(offer(REQUESTER, terms()));
			assert_ok!(approve(OWNER, id));
		}
		for _ in 0..3 {
			assert_ok!(offer(REQUESTER, terms()));
		}
		type Page = fn(Option<u64>, u32) -> Vec<u64>;
		let grants: [Page; 4] = [
			|after, limit| Consent::grants_of_dataset(DATASET, after, limit),
			|after, limit| Consent::grants_of(DATASET, &REQUESTER, after, limit),
			|after, limit| Consent::grants_of_owner(&OWNER, after, limit),
			|after, limit| Consent::grants_of_grantee(&REQUESTER, after, limit),
		];
		for page in grants {
			assert_eq!(page(None, 2), [0, 1]);
			assert_eq!(page(Some(1), 2), [2]);
			assert!(page(Some(2), 2).is_empty());
		}
		let proposals: [Page; 2] = [
			|after, limit| Consent::proposals_of_owner(&OWNER, after, limit),
			|after, limit| Consent::proposals_of_requester(&REQUESTER, after, limit),
		];
		for page in proposals {
			assert_eq!(page(None, 2), [3, 4]);
			assert_eq!(page(Some(4), 100), [5]);
		}
		assert!(Consent::proposals_of_owner(&REQUESTER, None, 100).is_empty());
	});
}

#[test]
fn all_grants_of_a_dataset_are_found_by_page() {
	new_test(|| {
		for (id, who) in [REQUESTER, OTHER_REQUESTER, REQUESTER].into_iter().enumerate() {
			assert_ok!(offer(who, terms()));
			assert_ok!(approve(OWNER, id as u64));
		}
		assert_ok!(offer_for(REQUESTER, OTHER_DATASET, terms()));
		assert_ok!(approve(OWNER, 3));
		let mut found = Vec::new();
		while let [id] = Consent::grants_of_dataset(DATASET, found.last().copied(), 1)[..] {
			found.push(id);
		}
		found.sort();
		assert_eq!(found, [0, 1, 2]);
		assert!(Consent::grants_of_dataset(DATASET, Some(3), 9).is_empty());
	});
}

#[test]
fn the_trail_tells_who_did_what_and_when_in_order() {
	new_test(|| {
		granted();
		set_now(NOW + 1);
		deliver();
		assert_ok!(Consent::confirm(signed(REQUESTER), 0));
		assert_ok!(Consent::record_accesses(signed(CUSTODIAN), 0, BatchRoot([4; 32]), 7));
		set_now(NOW + 2);
		assert_ok!(Consent::narrow(signed(OWNER), 0, genes(&[1]), NOW + PERIOD));
		set_now(NOW + 3);
		erase();
		set_now(NOW + 4);
		assert_ok!(Consent::settle(signed(STRANGER), 0));
		let entry = |at, by, act| TrailEntry { at: NOW + at, by, act };
		let cause = EndCause::Erased;
		let expected = [
			entry(0, OWNER, Act::Granted(0)),
			entry(1, OWNER, Act::Delivered(0)),
			entry(1, REQUESTER, Act::Confirmed(0)),
			entry(1, CUSTODIAN, Act::Accessed { grant: 0, index: 0, count: 7 }),
			entry(2, OWNER, Act::Narrowed(0)),
			entry(4, STRANGER, Act::Ended { grant: 0, at: NOW + 3, cause }),
		];
		assert_eq!(
			Consent::trail(DATASET, None, 100),
			(0..).zip(expected.clone()).collect::<Vec<_>>()
		);
		assert_eq!(Consent::trail(DATASET, Some(1), 1), [(2, expected[2].clone())]);
		assert!(Consent::trail(DATASET, Some(5), 1).is_empty());
		assert!(Consent::trail(OTHER_DATASET, None, 1).is_empty());
	});
}

#[test]
fn what_a_policy_would_say_is_what_an_offer_gets() {
	new_test(|| {
		let answer = |terms| Consent::answer_now(DATASET, &REQUESTER, &terms);
		assert_eq!(answer(terms()), Some(Answer::Ask { ethics: false }));
		assert_eq!(Consent::policy_for(DATASET), None);
		set_policy(policy(true, false));
		let target = PolicyTarget::AllOf(OWNER);
		assert_eq!(Consent::policy_for(DATASET), Some((target, policy(true, false))));
		assert_eq!(answer(terms()), Some(Answer::Consent { clause: 0 }));
		assert_eq!(answer(priced(PRICE - 1)), Some(Answer::Ask { ethics: false }));
		assert_eq!(answer(Terms { period: PERIOD + 1, ..terms() }), Some(Answer::TooLong));
		assert_eq!(Consent::answer_now(UNKNOWN_DATASET, &REQUESTER, &terms()), None);
		// That of the dataset comes first.
		let target = PolicyTarget::Dataset(DATASET);
		let strict = policy_for(Permission::Ancestry, false, false);
		assert_ok!(Consent::set_policy(signed(OWNER), target.clone(), Some(strict.clone())));
		assert_eq!(Consent::policy_for(DATASET), Some((target, strict)));
		assert_eq!(answer(terms()), Some(Answer::Deny));
	});
}

#[test]
fn receipts_come_in_pages() {
	new_test(|| {
		confirmed();
		for _ in 0..3 {
			assert_ok!(Consent::record_access(signed(CUSTODIAN), 0, [3; 32]));
		}
		let page = |after, limit| {
			let receipts = Consent::receipts(0, after, limit);
			receipts.into_iter().map(|(index, _)| index).collect::<Vec<_>>()
		};
		assert_eq!((page(None, 2), page(Some(1), 2)), (vec![0, 1], vec![2]));
	});
}

#[test]
fn money_is_where_a_settlement_would_find_it() {
	new_test(|| {
		confirmed();
		set_now(NOW + 500);
		let money = Consent::money(0).unwrap();
		assert_eq!((money.price, money.held, money.paid), (PRICE, 800, 200));
		assert_eq!((money.earned, money.payable, money.refundable), (600, 400, 0));
		assert_ok!(Consent::settle(signed(STRANGER), 0));
		let money = Consent::money(0).unwrap();
		assert_eq!((money.paid, money.payable, money.held), (600, 0, 400));
		assert_eq!(Consent::money(7), None);
	});
}
