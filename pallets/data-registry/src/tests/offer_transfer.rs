use super::*;
use crate::{Error, Event};
use frame_support::assert_noop;

fn offer(who: u64, to: u64) -> DispatchResult {
	DataRegistry::offer_transfer(RuntimeOrigin::signed(who), 0, to)
}

#[test]
fn records_the_offer_and_holds_the_deposit() {
	new_test(|| {
		registered();
		let record = dataset_deposit(OWNER);
		assert_ok!(offer(OWNER, BUYER));
		assert_eq!(DataRegistry::transfer_offer(0), Some(BUYER));
		assert_eq!(dataset(0).owner, OWNER);
		assert!(dataset_deposit(OWNER) > record);
		assert_eq!(take_events(), [Event::TransferOffered { dataset_id: 0, to: BUYER }]);
	});
}

#[test]
fn replaces_an_offer_that_stands() {
	new_test(|| {
		registered();
		assert_ok!(offer(OWNER, THIEF));
		let deposit = dataset_deposit(OWNER);
		assert_ok!(offer(OWNER, BUYER));
		assert_eq!(DataRegistry::transfer_offer(0), Some(BUYER));
		assert_eq!(dataset_deposit(OWNER), deposit);
	});
}

#[test]
fn refuses_whoever_is_not_the_owner_and_the_guardian_too() {
	new_test(|| {
		registered_and_guarded();
		for who in [THIEF, CUSTODIAN, LAB, GUARDIAN] {
			assert_noop!(offer(who, BUYER), Error::<Test>::NotOwner);
		}
	});
}

#[test]
fn nobody_gives_a_wards_title_away() {
	new_test(|| {
		registered_and_guarded();
		assert_noop!(offer(OWNER, BUYER), Error::<Test>::GuardianInOffice);
		end_term();
		assert_ok!(offer(OWNER, BUYER));
		guarded(NOW + 9);
		assert_noop!(
			DataRegistry::accept_transfer(RuntimeOrigin::signed(BUYER), 0),
			Error::<Test>::GuardianInOffice
		);
	});
}

#[test]
fn falls_with_every_change_of_the_dataset() {
	let changes: [fn() -> DispatchResult; 4] = [
		|| DataRegistry::seal(RuntimeOrigin::signed(OWNER), 0),
		|| set_locations(OWNER, &["drs://a/b"]),
		|| set_tags(OWNER, [1]),
		|| DataRegistry::new_version(RuntimeOrigin::signed(OWNER), 0, registration(seal(9))),
	];
	for change in changes {
		new_test(|| {
			registered();
			let record = dataset_deposit(OWNER);
			assert_ok!(offer(OWNER, BUYER));
			let with_offer = dataset_deposit(OWNER);
			assert_ok!(change());
			assert_eq!(DataRegistry::transfer_offer(0), None);
			assert!(take_events().contains(&Event::TransferCancelled { dataset_id: 0 }));
			assert_noop!(
				DataRegistry::accept_transfer(RuntimeOrigin::signed(BUYER), 0),
				Error::<Test>::NoTransferOffer
			);
			assert!(with_offer > record);
		});
	}
}

#[test]
fn refuses_the_owner_as_recipient() {
	new_test(|| {
		registered();
		assert_noop!(offer(OWNER, OWNER), Error::<Test>::TransferToOwner);
	});
}

#[test]
fn refuses_an_unknown_or_erased_dataset() {
	new_test(|| {
		assert_noop!(offer(OWNER, BUYER), Error::<Test>::UnknownDataset);
		erased();
		assert_noop!(offer(OWNER, BUYER), Error::<Test>::Erased);
	});
}
