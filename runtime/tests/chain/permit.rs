//! Permits signed with each kind of key that this chain knows.

use crate::support::*;
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};
use ownome_primitives::{permit_message, Moment};
use ownome_runtime::{
	constants::{DATA, MICRO_OWN, OWN},
	AccountId, Address, Balances, DataToken, Runtime, RuntimeOrigin, Signature, System,
};
use sp_core::{ecdsa, ed25519, sr25519, Pair};
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
	traits::{IdentifyAccount, Verify},
	DispatchResult, MultiSigner,
};

const SPENDER: Sr25519Keyring = Sr25519Keyring::Bob;

type Error = pallet_data_token::Error<Runtime>;

fn message(owner: &AccountId, nonce: u64) -> Vec<u8> {
	let genesis = System::block_hash(0);
	permit_message(&genesis, owner, &SPENDER.to_account_id(), 7 * DATA, nonce, Moment::MAX)
}

/// Charlie brings the permit of `owner`.
fn permit(owner: &AccountId, signature: Signature) -> DispatchResult {
	DataToken::permit(
		RuntimeOrigin::signed(Sr25519Keyring::Charlie.to_account_id()),
		Address::Id(owner.clone()),
		Address::Id(SPENDER.to_account_id()),
		7 * DATA,
		Moment::MAX,
		signature,
	)
}

/// A permit of the account of `signer` is good once, and a changed one is not.
fn is_good_once(signer: MultiSigner, sign: impl Fn(&[u8]) -> Signature) {
	chain().execute_with(|| {
		let owner = signer.into_account();
		let dest = Address::Id(owner.clone());
		send(SPENDER, pallet_balances::Call::transfer_keep_alive { dest, value: OWN });

		let other_nonce = sign(&message(&owner, 1));
		assert_noop!(permit(&owner, other_nonce), Error::InvalidPermit);
		let other_account = sign(&message(&SPENDER.to_account_id(), 0));
		assert_noop!(permit(&owner, other_account), Error::InvalidPermit);

		let signature = sign(&message(&owner, 0));
		assert_ok!(permit(&owner, signature.clone()));
		assert_eq!(DataToken::allowance(&owner, &SPENDER.to_account_id()), 7 * DATA);
		assert_noop!(permit(&owner, signature), Error::InvalidPermit);
		// An allowance of 96 bytes and a nonce of 56, as the guide says.
		assert_eq!(Balances::total_balance_on_hold(&owner), (19_600 + 15_600) * MICRO_OWN);

		let wrapped = [&b"<Bytes>"[..], &message(&owner, 1), b"</Bytes>"].concat();
		assert_ok!(permit(&owner, sign(&wrapped)));
	});
}

#[test]
fn sr25519_signs_permits() {
	let key = sr25519::Pair::from_seed(&[7; 32]);
	is_good_once(key.public().into(), |message| key.sign(message).into());
}

#[test]
fn ed25519_signs_permits() {
	let key = ed25519::Pair::from_seed(&[7; 32]);
	is_good_once(key.public().into(), |message| key.sign(message).into());
}

#[test]
fn ecdsa_signs_permits() {
	let key = ecdsa::Pair::from_seed(&[7; 32]);
	is_good_once(key.public().into(), |message| key.sign(message).into());
}

#[test]
fn ecdsa_with_keccak_signs_permits() {
	let key = ecdsa::KeccakPair::from_seed(&[7; 32]);
	is_good_once(MultiSigner::Eth(key.public()), |message| Signature::Eth(key.sign(message)));
}

#[test]
fn a_signature_that_anybody_can_make_for_the_zero_account_is_refused() {
	chain().execute_with(|| {
		let zero = AccountId::new([0; 32]);
		// The zero key is the neutral point, for which this signature fits every message.
		let mut forged = [0; 64];
		forged[63] = 0x80;
		let forged = Signature::Sr25519(sr25519::Signature::from_raw(forged));
		assert!(forged.verify(&message(&zero, 0)[..], &zero));
		assert_noop!(permit(&zero, forged), Error::ZeroAccount);
	});
}
