//! Benchmarks of the calls, each in its most expensive case.

use crate::{types::TrancheOf, Allowances, Call, Config, Nonces, Pallet, Schedule};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{
		fungible::{Inspect, Mutate},
		Consideration, EnsureOrigin, Get,
	},
	BoundedVec,
};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use ownome_primitives::{permit_message, Balance, Endow, Moment, OffchainSigner, Tranche};
use sp_runtime::traits::{StaticLookup, Zero};

/// Enough for any ledger's existential deposit.
const VALUE: Balance = 1_000_000;

impl<T: Config> Endow<T::AccountId> for Pallet<T> {
	fn endow(who: &T::AccountId, value: Balance) {
		// A benchmark that lacks the tokens fails by itself.
		let _ = T::Ledger::mint_into(who, value);
	}
}

fn holder<T: Config>(name: &'static str) -> Result<T::AccountId, BenchmarkError> {
	let who: T::AccountId = account(name, 0, 0);
	T::Ledger::mint_into(&who, VALUE)?;
	T::AllowanceDeposit::ensure_successful(&who, Pallet::<T>::allowance_footprint());
	Ok(who)
}

/// A holder whose whole balance `spender` may spend.
fn allowing<T: Config>(spender: &T::AccountId) -> Result<T::AccountId, BenchmarkError> {
	let owner = holder::<T>("owner")?;
	Pallet::<T>::do_approve(owner.clone(), spender.clone(), VALUE)?;
	Ok(owner)
}

/// A schedule as long as it may be, of which every tranche must be drawn to mint [`VALUE`] to `beneficiary`.
fn long_schedule<T: Config>(beneficiary: &T::AccountId) -> Result<(), BenchmarkError> {
	let tranches = Balance::from(T::MaxTranches::get());
	let tranche: TrancheOf<T> = Tranche {
		beneficiary: beneficiary.clone(),
		amount: VALUE.div_ceil(tranches),
		starts_at: 0,
		vesting: 0,
		minted: 0,
	};
	let schedule = alloc::vec![tranche; T::MaxTranches::get() as usize];
	Schedule::<T>::put(
		BoundedVec::try_from(schedule).map_err(|_| BenchmarkError::Stop("too many tranches"))?,
	);
	Ok(())
}

#[benchmarks]
mod benchmarks {
	use super::*;

	// The whole balance goes to a new account: one entry is removed and one made.
	#[benchmark]
	fn transfer() -> Result<(), BenchmarkError> {
		let from = holder::<T>("from")?;
		let to: T::AccountId = account("to", 0, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(from), T::Lookup::unlookup(to.clone()), VALUE);
		assert_eq!(T::Ledger::balance(&to), VALUE);
		Ok(())
	}

	#[benchmark]
	fn approve() -> Result<(), BenchmarkError> {
		let owner = holder::<T>("owner")?;
		let spender: T::AccountId = account("spender", 0, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner.clone()), T::Lookup::unlookup(spender.clone()), VALUE);
		assert_eq!(Pallet::<T>::allowance(&owner, &spender), VALUE);
		Ok(())
	}

	// The allowance goes to zero: the deposit returns.
	#[benchmark]
	fn transfer_from() -> Result<(), BenchmarkError> {
		let spender: T::AccountId = account("spender", 0, 0);
		let owner = allowing::<T>(&spender)?;
		let to: T::AccountId = account("to", 0, 0);
		let from = T::Lookup::unlookup(owner.clone());
		#[extrinsic_call]
		_(RawOrigin::Signed(spender.clone()), from, T::Lookup::unlookup(to.clone()), VALUE);
		assert_eq!(T::Ledger::balance(&to), VALUE);
		assert!(!Allowances::<T>::contains_key(&owner, &spender));
		Ok(())
	}

	#[benchmark]
	fn burn() -> Result<(), BenchmarkError> {
		let from = holder::<T>("from")?;
		#[extrinsic_call]
		_(RawOrigin::Signed(from.clone()), VALUE);
		assert_eq!(T::Ledger::balance(&from), 0);
		Ok(())
	}

	#[benchmark]
	fn burn_from() -> Result<(), BenchmarkError> {
		let spender: T::AccountId = account("spender", 0, 0);
		let owner = allowing::<T>(&spender)?;
		#[extrinsic_call]
		_(RawOrigin::Signed(spender), T::Lookup::unlookup(owner.clone()), VALUE);
		assert_eq!(T::Ledger::balance(&owner), 0);
		Ok(())
	}

	#[benchmark]
	fn mint() -> Result<(), BenchmarkError> {
		let to: T::AccountId = account("to", 0, 0);
		long_schedule::<T>(&to)?;
		let origin =
			T::IssuerOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, T::Lookup::unlookup(to.clone()), VALUE);
		assert_eq!(T::Ledger::balance(&to), VALUE);
		Ok(())
	}

	// The first permit of an owner, wrapped as wallets do, so that the signature is checked twice: two deposits are held.
	#[benchmark]
	fn permit() -> Result<(), BenchmarkError> {
		let owner = T::BenchmarkHelper::signer();
		T::AllowanceDeposit::ensure_successful(&owner, Pallet::<T>::allowance_footprint());
		T::NonceDeposit::ensure_successful(&owner, Pallet::<T>::nonce_footprint());
		let spender: T::AccountId = account("spender", 0, 0);
		let caller: T::AccountId = account("caller", 0, 0);
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		let message = permit_message(&genesis, &owner, &spender, VALUE, 0, Moment::MAX);
		let signature =
			T::BenchmarkHelper::sign(&[&b"<Bytes>"[..], &message, b"</Bytes>"].concat());
		let (from, to) = (T::Lookup::unlookup(owner.clone()), T::Lookup::unlookup(spender.clone()));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), from, to, VALUE, Moment::MAX, signature);
		assert_eq!(Pallet::<T>::allowance(&owner, &spender), VALUE);
		assert!(Nonces::<T>::contains_key(&owner));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
