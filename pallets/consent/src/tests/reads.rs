use super::*;
use frame_support::assert_ok;

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
		let grants: [Page; 3] = [
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
