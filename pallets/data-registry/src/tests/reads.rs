use super::*;
use crate::DatasetsOf;
use ownome_primitives::{api::MAX_PAGE, Verification};

#[test]
fn datasets_of_an_owner_come_in_pages_in_the_order_of_registration() {
	new_test_ext().execute_with(|| {
		// More than a byte can count, so that another order of bytes would show.
		let all = (0..600).collect::<Vec<u64>>();
		for id in all.iter().rev() {
			DatasetsOf::<Test>::insert(OWNER, id.to_be_bytes(), ());
			DatasetsOf::<Test>::insert(BUYER, (id + 600).to_be_bytes(), ());
		}
		let mut read = Vec::new();
		loop {
			let page = DataRegistry::datasets_of(&OWNER, read.last().copied(), 70);
			read.extend(&page);
			if page.len() < 70 {
				break;
			}
		}
		assert_eq!(read, all);
	});
}

#[test]
fn a_page_is_bounded_and_may_begin_where_nothing_is() {
	new_test_ext().execute_with(|| {
		for id in 0..300u64 {
			DatasetsOf::<Test>::insert(OWNER, (2 * id).to_be_bytes(), ());
		}
		let page = |after, limit| DataRegistry::datasets_of(&OWNER, after, limit);
		assert_eq!(page(None, u32::MAX).len(), MAX_PAGE as usize);
		assert!(page(None, 0).is_empty());
		assert_eq!(page(Some(7), 2), [8, 10]);
		assert!(page(Some(598), 2).is_empty());
		assert!(page(Some(u64::MAX), 2).is_empty());
		assert!(DataRegistry::datasets_of(&BUYER, None, 2).is_empty());
	});
}

#[test]
fn datasets_with_a_tag_come_in_pages() {
	new_test(|| {
		for (id, byte) in (0..5).zip(1..) {
			assert_ok!(register_as(OWNER, seal(byte)));
			let tags = tokens([if id == 2 { 9 } else { 8 }]);
			assert_ok!(DataRegistry::set_tags(RuntimeOrigin::signed(OWNER), id, 0, tags));
		}
		let page =
			|after, limit| DataRegistry::datasets_by_tag(&SearchToken([8; 32]), after, limit);
		assert_eq!(page(None, 2), [0, 1]);
		assert_eq!(page(Some(1), 2), [3, 4]);
		assert!(page(Some(4), 2).is_empty());
	});
}

#[test]
fn lineage_goes_back_to_the_first_version_erased_ones_included() {
	new_test(|| {
		registered();
		for (predecessor, byte) in (0..3).zip(1..) {
			assert_ok!(DataRegistry::new_version(
				RuntimeOrigin::signed(OWNER),
				predecessor,
				registration(seal(byte)),
			));
		}
		assert_ok!(erase_as(OWNER, 1));
		assert_eq!(DataRegistry::lineage(3, 10), [2, 1, 0]);
		assert_eq!(DataRegistry::lineage(3, 2), [2, 1]);
		assert_eq!(DataRegistry::lineage(1, 10), [0]);
		assert!(DataRegistry::lineage(0, 10).is_empty());
		assert!(DataRegistry::lineage(99, 10).is_empty());
	});
}

#[test]
fn a_commitment_is_unknown_registered_or_erased() {
	new_test(|| {
		let commitment = Commitment::new(&OWNER, &SEAL);
		assert_eq!(DataRegistry::verify(&commitment), Verification::Unknown);
		registered();
		assert_eq!(DataRegistry::verify(&commitment), Verification::Registered(0));
		set_now(NOW + 1);
		assert_ok!(erase_as(OWNER, 0));
		assert_eq!(DataRegistry::verify(&commitment), Verification::Erased { id: 0, at: NOW + 1 });
	});
}
