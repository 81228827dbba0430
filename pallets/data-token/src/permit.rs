//! Allowances by a signature that was made off chain.
//!
//! After ERC-2612 (<https://eips.ethereum.org/EIPS/eip-2612>), with the keys, encodings and times of this chain.

use crate::{types::NonceTicketOf, Config, Error, Nonce, Nonces, Pallet};
use frame_support::{
	dispatch::DispatchResult,
	ensure,
	traits::{Consideration, Time},
};
use frame_system::pallet_prelude::BlockNumberFor;
use ownome_primitives::{is_signed_by, permit_message, Balance, Moment};
use sp_runtime::traits::Zero;

impl<T: Config> Pallet<T> {
	/// The nonce that the next permit of `owner` must have (ERC-2612 `nonces`).
	pub fn permit_nonce(owner: &T::AccountId) -> u64 {
		Nonces::<T>::get(owner).map_or(0, |nonce| nonce.next)
	}

	/// Check a permit and mark it as used.
	pub(crate) fn use_permit(
		owner: &T::AccountId,
		spender: &T::AccountId,
		value: Balance,
		deadline: Moment,
		signature: &T::OffchainSignature,
	) -> DispatchResult {
		// Signatures for the all-zero public key can be made by anybody.
		ensure!(!Self::is_zero_account(owner), Error::<T>::ZeroAccount);
		ensure!(T::Time::now() <= deadline, Error::<T>::PermitExpired);
		let used = Nonces::<T>::get(owner);
		let nonce = used.as_ref().map_or(0, |nonce| nonce.next);
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		let message = permit_message(&genesis, owner, spender, value, nonce, deadline);
		ensure!(is_signed_by(owner, &message, signature), Error::<T>::InvalidPermit);

		let deposit = match used {
			Some(nonce) => nonce.deposit,
			None => <NonceTicketOf<T>>::new(owner, Self::nonce_footprint())?,
		};
		let next = nonce.checked_add(1).ok_or(Error::<T>::NoncesExhausted)?;
		Nonces::<T>::insert(owner, Nonce { next, deposit });
		Ok(())
	}
}
