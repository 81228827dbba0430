use super::approved;
use crate::{mock::*, Error, Event, Nonces};
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};
use ownome_primitives::{permit_message, Balance, Moment};
use sp_core::H256;
use sp_runtime::{testing::TestSignature, DispatchResult, TokenError};

/// What an owner signs.
#[derive(Clone, Copy)]
struct Permit {
	genesis: H256,
	owner: u64,
	spender: u64,
	value: Balance,
	nonce: u64,
	deadline: Moment,
}

impl Permit {
	/// A good one.
	fn new() -> Self {
		let genesis = System::block_hash(0);
		Self { genesis, owner: ALICE, spender: BOB, value: 500, nonce: 0, deadline: NOW }
	}

	fn message(&self) -> Vec<u8> {
		let Self { genesis, owner, spender, value, nonce, deadline } = self;
		permit_message(genesis, owner, spender, *value, *nonce, *deadline)
	}

	fn signed_by(&self, signer: u64) -> TestSignature {
		TestSignature(signer, self.message())
	}

	/// `CHARLIE` brings the permit with the owner's signature over `signed`.
	fn call(&self, signed: &Self) -> DispatchResult {
		self.call_with(signed.signed_by(signed.owner))
	}

	fn call_with(&self, signature: TestSignature) -> DispatchResult {
		let Self { owner, spender, value, deadline, .. } = *self;
		DataToken::permit(
			RuntimeOrigin::signed(CHARLIE),
			owner,
			spender,
			value,
			deadline,
			signature,
		)
	}
}

fn nonce_deposit() -> Balance {
	Balances::balance_on_hold(&NonceReason::get(), &ALICE)
}

fn allowance_deposit() -> Balance {
	Balances::balance_on_hold(&AllowanceReason::get(), &ALICE)
}

#[test]
fn sets_the_allowance_that_the_owner_signed() {
	new_test(|| {
		let permit = Permit::new();
		assert_ok!(permit.call(&permit));
		assert_eq!(DataToken::allowance(&ALICE, &BOB), 500);
		assert_eq!(DataToken::permit_nonce(&ALICE), 1);
		assert_eq!(take_events(), [Event::Approval { owner: ALICE, spender: BOB, value: 500 }]);
		assert_ok!(DataToken::transfer_from(RuntimeOrigin::signed(BOB), ALICE, CHARLIE, 500));
	});
}

#[test]
fn accepts_the_message_as_wallets_wrap_it() {
	new_test(|| {
		let permit = Permit::new();
		let wrapped = [&b"<Bytes>"[..], &permit.message(), b"</Bytes>"].concat();
		assert_ok!(permit.call_with(TestSignature(ALICE, wrapped)));
		assert_eq!(DataToken::allowance(&ALICE, &BOB), 500);
	});
}

#[test]
fn replaces_what_was_allowed_and_may_take_it_away() {
	new_test(|| {
		approved(7);
		let permit = Permit::new();
		assert_ok!(permit.call(&permit));
		assert_eq!(DataToken::allowance(&ALICE, &BOB), 500);
		let none = Permit { value: 0, nonce: 1, ..permit };
		assert_ok!(none.call(&none));
		assert_eq!(DataToken::allowance(&ALICE, &BOB), 0);
		assert_eq!(allowance_deposit(), 0);
	});
}

#[test]
fn the_owner_pays_the_deposits_and_the_one_of_the_nonce_once() {
	new_test(|| {
		let permit = Permit::new();
		assert_ok!(permit.call(&permit));
		assert!(allowance_deposit() > 0);
		let once = nonce_deposit();
		assert!(once > 0);
		assert_eq!(Balances::total_balance_on_hold(&CHARLIE), 0);
		let second = Permit { nonce: 1, ..permit };
		assert_ok!(second.call(&second));
		assert_eq!(nonce_deposit(), once);
		assert_eq!(Nonces::<Test>::get(ALICE).unwrap().next, 2);
	});
}

#[test]
fn refuses_a_permit_that_was_used() {
	new_test(|| {
		let permit = Permit::new();
		assert_ok!(permit.call(&permit));
		assert_noop!(permit.call(&permit), Error::<Test>::InvalidPermit);
	});
}

#[test]
fn refuses_a_permit_out_of_turn() {
	new_test(|| {
		let next = Permit { nonce: 1, ..Permit::new() };
		assert_noop!(next.call(&next), Error::<Test>::InvalidPermit);
	});
}

#[test]
fn is_good_up_to_its_deadline_and_not_a_moment_longer() {
	new_test(|| {
		let permit = Permit::new();
		Timestamp::set_timestamp(NOW + 1);
		assert_noop!(permit.call(&permit), Error::<Test>::PermitExpired);
		Timestamp::set_timestamp(NOW);
		assert_ok!(permit.call(&permit));
	});
}

#[test]
fn refuses_the_signature_of_somebody_else() {
	new_test(|| {
		let permit = Permit::new();
		for other in [BOB, CHARLIE] {
			let forged = permit.signed_by(other);
			assert_noop!(permit.call_with(forged), Error::<Test>::InvalidPermit);
		}
	});
}

#[test]
fn every_field_is_bound() {
	new_test(|| {
		let permit = Permit::new();
		for signed in [
			Permit { genesis: H256::repeat_byte(1), ..permit },
			Permit { spender: CHARLIE, ..permit },
			Permit { value: 499, ..permit },
			Permit { nonce: 1, ..permit },
			Permit { deadline: NOW + 1, ..permit },
		] {
			assert_noop!(permit.call(&signed), Error::<Test>::InvalidPermit);
		}
		let for_another_owner = Permit { owner: BOB, ..permit }.signed_by(ALICE);
		assert_noop!(permit.call_with(for_another_owner), Error::<Test>::InvalidPermit);
	});
}

#[test]
fn refuses_the_zero_account_as_owner_and_as_spender() {
	new_test(|| {
		for permit in
			[Permit { owner: ZERO, ..Permit::new() }, Permit { spender: ZERO, ..Permit::new() }]
		{
			assert_noop!(permit.call(&permit), Error::<Test>::ZeroAccount);
		}
	});
}

#[test]
fn refuses_an_owner_who_cannot_pay_the_deposits() {
	new_test(|| {
		let permit = Permit { owner: POOR, ..Permit::new() };
		assert_noop!(permit.call(&permit), TokenError::FundsUnavailable);
	});
}

#[test]
fn refuses_when_the_nonces_are_used_up() {
	new_test(|| {
		let permit = Permit::new();
		assert_ok!(permit.call(&permit));
		Nonces::<Test>::mutate(ALICE, |nonce| nonce.as_mut().unwrap().next = u64::MAX);
		let last = Permit { nonce: u64::MAX, ..permit };
		assert_noop!(last.call(&last), Error::<Test>::NoncesExhausted);
	});
}
