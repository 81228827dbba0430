use super::*;
use crate::{Error, Event};
use frame_support::assert_noop;

fn register_many(list: RegistrationsOf<Test>) -> DispatchResult {
	DataRegistry::register_many(RuntimeOrigin::signed(OWNER), list)
}

#[test]
fn records_each_title_and_holds_a_deposit_for_each() {
	new_test(|| {
		assert_ok!(register_as(OWNER, seal(0)));
		let one = dataset_deposit(OWNER);
		take_events();
		assert_ok!(register_many(registrations(1..=100)));

		assert_eq!(dataset_deposit(OWNER), 101 * one);
		assert_eq!(System::sufficients(&OWNER), 101);
		let events = take_events();
		assert_eq!(events.len(), 100);
		for (event, id) in events.into_iter().zip(1..) {
			let record = first_version(OWNER, seal(id as u8));
			assert_eq!(dataset(id), record);
			assert_eq!(
				event,
				Event::Registered {
					dataset_id: id,
					owner: OWNER,
					payer: OWNER,
					custodian: CUSTODIAN,
					commitment: record.commitment
				}
			);
		}
	});
}

#[test]
fn refuses_an_empty_list() {
	new_test(|| {
		assert_noop!(register_many(registrations([])), Error::<Test>::NothingToRegister);
	});
}

#[test]
fn one_that_is_refused_refuses_all() {
	new_test(|| {
		registered();
		for (bad, error) in [
			(registration(SEAL), Error::<Test>::AlreadyRegistered),
			(registration(seal(1)), Error::AlreadyRegistered),
			(Registration { custodian: LAB, ..registration(seal(9)) }, Error::NotCustodian),
			(Registration { attester: Some(OWNER), ..registration(seal(9)) }, Error::NotAttester),
		] {
			let mut list = registrations(1..=3);
			list.try_push(bad).unwrap();
			assert_noop!(register_many(list), error);
		}
	});
}
