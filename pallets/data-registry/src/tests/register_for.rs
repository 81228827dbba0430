use super::*;
use crate::{Error, Event};
use frame_support::assert_noop;
use sp_core::H256;
use sp_runtime::TokenError;

const DEADLINE: Moment = NOW + 10;

fn message(owner: u64, list: &RegistrationsOf<Test>, deadline: Moment) -> Vec<u8> {
	registration_message(&System::block_hash(0), &owner, list, deadline)
}

/// Let `HOSPITAL` register `list` for `OWNER` with a signature by `signer` over `message`.
fn register_for(list: RegistrationsOf<Test>, signer: u64, message: Vec<u8>) -> DispatchResult {
	DataRegistry::register_for(
		RuntimeOrigin::signed(HOSPITAL),
		OWNER,
		list,
		DEADLINE,
		TestSignature(signer, message),
	)
}

fn signed_by(signer: u64, seals: impl IntoIterator<Item = u8>) -> DispatchResult {
	let list = registrations(seals);
	let message = message(OWNER, &list, DEADLINE);
	register_for(list, signer, message)
}

#[test]
fn the_owner_holds_the_title_and_somebody_else_pays() {
	new_test(|| {
		assert_ok!(signed_by(OWNER, [1, 2]));

		for (id, byte) in [(0, 1), (1, 2)] {
			let record = Datasets::<Test>::get(id).unwrap();
			assert_eq!(record.value, first_version(OWNER, seal(byte)));
			assert_eq!(record.payer, Some(HOSPITAL));
		}
		assert_eq!(dataset_deposit(OWNER), 0);
		assert!(dataset_deposit(HOSPITAL) > 0);
		assert_eq!(System::sufficients(&OWNER), 2);
		assert_eq!(
			take_events()[0],
			Event::Registered {
				dataset_id: 0,
				owner: OWNER,
				payer: HOSPITAL,
				custodian: CUSTODIAN,
				commitment: Commitment::new(&OWNER, &seal(1)),
			}
		);
		// The payer gets it back.
		assert_ok!(erase_as(OWNER, 0));
		assert_ok!(erase_as(OWNER, 1));
		assert_eq!(all_deposits(HOSPITAL), 0);
	});
}

#[test]
fn works_for_an_owner_without_any_coin() {
	new_test(|| {
		registered_by_hospital(POOR, [1]);
		assert!(System::account_exists(&POOR));
	});
}

#[test]
fn an_owner_may_send_it_too() {
	new_test(|| {
		let list = registrations([1]);
		let signature = TestSignature(OWNER, message(OWNER, &list, DEADLINE));
		let origin = RuntimeOrigin::signed(OWNER);
		assert_ok!(DataRegistry::register_for(origin, OWNER, list, DEADLINE, signature));
		assert_eq!(Datasets::<Test>::get(0).unwrap().payer, None);
	});
}

#[test]
fn the_guardian_in_office_may_sign() {
	new_test(|| {
		guarded(NOW + 1);
		assert_ok!(signed_by(GUARDIAN, [1]));
		assert_eq!(dataset(0).commitment, Commitment::new(&OWNER, &seal(1)));
		end_term();
		assert_noop!(signed_by(GUARDIAN, [2]), Error::<Test>::InvalidSignature);
	});
}

#[test]
fn accepts_what_a_wallet_wraps() {
	new_test(|| {
		let list = registrations([1]);
		let wrapped = [b"<Bytes>", &message(OWNER, &list, DEADLINE)[..], b"</Bytes>"].concat();
		assert_ok!(register_for(list, OWNER, wrapped));
	});
}

#[test]
fn refuses_the_signature_of_somebody_else() {
	new_test(|| {
		for signer in [HOSPITAL, THIEF, GUARDIAN] {
			assert_noop!(signed_by(signer, [1]), Error::<Test>::InvalidSignature);
		}
	});
}

#[test]
fn refuses_anything_but_what_was_signed() {
	new_test(|| {
		let signed = registrations([1, 2]);
		let genesis = System::block_hash(0);
		let other_custodian = {
			let mut list = signed.clone();
			list[0].custodian = LAB;
			list
		};
		for list in
			[registrations([1]), registrations([2, 1]), registrations([1, 2, 3]), other_custodian]
		{
			let message = message(OWNER, &signed, DEADLINE);
			assert_noop!(register_for(list, OWNER, message), Error::<Test>::InvalidSignature);
		}
		for message in [
			message(OWNER, &signed, DEADLINE - 1),
			message(THIEF, &signed, DEADLINE),
			registration_message(&H256::repeat_byte(1), &OWNER, &signed, DEADLINE),
			(genesis, OWNER, signed.clone(), DEADLINE).encode(),
		] {
			assert_noop!(
				register_for(signed.clone(), OWNER, message),
				Error::<Test>::InvalidSignature
			);
		}
	});
}

#[test]
fn works_until_the_deadline_and_not_after() {
	new_test(|| {
		set_now(DEADLINE);
		assert_ok!(signed_by(OWNER, [1]));
		set_now(DEADLINE + 1);
		assert_noop!(signed_by(OWNER, [2]), Error::<Test>::SignatureExpired);
	});
}

#[test]
fn refuses_the_same_signature_twice_even_after_erasure() {
	new_test(|| {
		assert_ok!(signed_by(OWNER, [1]));
		assert_noop!(signed_by(OWNER, [1]), Error::<Test>::AlreadyRegistered);
		assert_ok!(erase_as(OWNER, 0));
		assert_noop!(signed_by(OWNER, [1]), Error::<Test>::Erased);
	});
}

#[test]
fn refuses_an_empty_list() {
	new_test(|| {
		assert_noop!(signed_by(OWNER, []), Error::<Test>::NothingToRegister);
	});
}

#[test]
fn refuses_a_payer_that_cannot_pay() {
	new_test(|| {
		let list = registrations([1]);
		let signature = TestSignature(OWNER, message(OWNER, &list, DEADLINE));
		let origin = RuntimeOrigin::signed(POOR);
		assert_noop!(
			DataRegistry::register_for(origin, OWNER, list, DEADLINE, signature),
			TokenError::FundsUnavailable
		);
	});
}
