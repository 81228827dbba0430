use super::*;
use crate::{DatasetsByTag, Error, Event, WeightInfo};
use frame_support::{assert_noop, dispatch::GetDispatchInfo};
use sp_runtime::TokenError;

fn listed(byte: u8) -> Vec<u64> {
	DataRegistry::datasets_by_tag(&SearchToken([byte; 32]), None, 10)
}

#[test]
fn lists_the_dataset_under_each_tag_and_holds_a_deposit() {
	new_test(|| {
		registered();
		let record = dataset_deposit(OWNER);
		assert_ok!(set_tags(OWNER, [1, 2]));
		assert_eq!(DataRegistry::tags(0).unwrap().tokens, tokens([1, 2]));
		assert_eq!((listed(1), listed(2), listed(3)), (vec![0], vec![0], vec![]));
		assert!(dataset_deposit(OWNER) > record);
		assert_eq!(take_events(), [Event::TagsSet { dataset_id: 0, epoch: 1, count: 2 }]);
	});
}

#[test]
fn replaces_former_tags_and_their_deposit() {
	new_test(|| {
		registered();
		assert_ok!(set_tags(OWNER, 0..16));
		let sixteen = dataset_deposit(OWNER);
		assert_ok!(set_tags(OWNER, [2, 99]));
		assert_eq!((listed(1), listed(2), listed(99)), (vec![], vec![0], vec![0]));
		assert_eq!(DatasetsByTag::<Test>::iter().count(), 2);
		assert!(dataset_deposit(OWNER) < sixteen);
	});
}

#[test]
fn none_removes_them_and_returns_the_deposit() {
	new_test(|| {
		registered();
		let record = dataset_deposit(OWNER);
		assert_ok!(set_tags(OWNER, [1, 2]));
		assert_ok!(set_tags(OWNER, []));
		assert_eq!(DataRegistry::tags(0), None);
		assert_eq!(DatasetsByTag::<Test>::iter().count(), 0);
		assert_eq!(dataset_deposit(OWNER), record);
	});
}

#[test]
fn a_guardian_pays_for_what_it_sets() {
	new_test(|| {
		registered_and_guarded();
		assert_ok!(set_tags(GUARDIAN, [1]));
		assert!(dataset_deposit(GUARDIAN) > 0);
		end_term();
		assert_noop!(set_tags(GUARDIAN, [2]), Error::<Test>::NotOwner);
		assert_ok!(set_tags(OWNER, [2]));
		assert_eq!(dataset_deposit(GUARDIAN), 0);
	});
}

#[test]
fn weighs_what_was_there_and_what_is_new() {
	new_test(|| {
		registered();
		assert_ok!(set_tags(OWNER, [1, 2, 3]));
		let call = crate::Call::<Test>::set_tags { dataset_id: 0, epoch: 1, tokens: tokens([4]) };
		assert_eq!(call.get_dispatch_info().call_weight, <()>::set_tags(1, 16));
		let origin = RuntimeOrigin::signed(OWNER);
		let weight = DataRegistry::set_tags(origin, 0, 1, tokens([4])).unwrap().actual_weight;
		assert_eq!(weight, Some(<()>::set_tags(1, 3)));
	});
}

#[test]
fn refuses_tags_out_of_order_or_twice() {
	new_test(|| {
		registered();
		for bad in [[2, 1, 3], [1, 1, 2], [1, 3, 2]] {
			assert_noop!(set_tags(OWNER, bad), Error::<Test>::UnsortedTags);
		}
	});
}

#[test]
fn refuses_whoever_is_not_the_owner() {
	new_test(|| {
		registered();
		for who in [THIEF, CUSTODIAN, LAB, GUARDIAN] {
			assert_noop!(set_tags(who, [1]), Error::<Test>::NotOwner);
		}
	});
}

#[test]
fn refuses_an_unknown_or_erased_dataset() {
	new_test(|| {
		assert_noop!(set_tags(OWNER, [1]), Error::<Test>::UnknownDataset);
		erased();
		assert_noop!(set_tags(OWNER, [1]), Error::<Test>::Erased);
	});
}

#[test]
fn refuses_an_owner_that_cannot_pay() {
	new_test(|| {
		registered();
		impoverish(OWNER);
		assert_noop!(set_tags(OWNER, [1]), TokenError::FundsUnavailable);
	});
}
