//! Benchmarks of the calls.

use crate::{Applications, Call, Config, Deposits, Members, Pallet, StandingHistory};
use frame_benchmarking::v2::*;
use frame_support::traits::{Consideration, EnsureOrigin};
use frame_system::RawOrigin;
use ownome_primitives::{Role, Roles, Standing, Standings, MAX_STANDINGS};
use sp_runtime::traits::StaticLookup;

/// All roles at once: the largest record.
fn all_roles() -> Roles {
	let mut roles = Roles::new();
	for role in [
		Role::Requester,
		Role::Attester,
		Role::Custodian,
		Role::Ethics,
		Role::Clinician,
		Role::Validator,
		Role::Auditor,
	] {
		assert!(roles.try_insert(role).is_ok());
	}
	roles
}

/// An account that can pay the deposit. Not the whitelisted caller: where the council calls, this account counts too.
fn funded<T: Config>() -> T::AccountId {
	let who: T::AccountId = account("applicant", 0, 0);
	T::MembershipDeposit::ensure_successful(&who, Pallet::<T>::footprint());
	who
}

fn applicant<T: Config>() -> Result<T::AccountId, BenchmarkError> {
	let who = funded::<T>();
	Pallet::<T>::apply(RawOrigin::Signed(who.clone()).into(), all_roles(), [1; 32], [2; 32])?;
	Ok(who)
}

/// A member whose standing has changed as often as may be.
fn member<T: Config>() -> Result<T::AccountId, BenchmarkError> {
	let who = applicant::<T>()?;
	StandingHistory::<T>::insert(&who, history(MAX_STANDINGS - 3));
	Pallet::<T>::do_admit(who.clone())?;
	Ok(who)
}

/// So many changes.
fn history(changes: u32) -> Standings {
	(0..changes)
		.map(|_| (0, Standing::Suspended))
		.collect::<alloc::vec::Vec<_>>()
		.try_into()
		.unwrap_or_default()
}

fn council<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AdmitOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	// By a former member, whose deposit grows.
	#[benchmark]
	fn apply() -> Result<(), BenchmarkError> {
		let who = member::<T>()?;
		Pallet::<T>::resign(RawOrigin::Signed(who.clone()).into())?;
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), all_roles(), [1; 32], [2; 32]);
		assert!(Applications::<T>::contains_key(&who));
		Ok(())
	}

	#[benchmark]
	fn withdraw_application() -> Result<(), BenchmarkError> {
		let who = applicant::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));
		assert!(!Deposits::<T>::contains_key(&who));
		Ok(())
	}

	#[benchmark]
	fn admit() -> Result<(), BenchmarkError> {
		let who = applicant::<T>()?;
		StandingHistory::<T>::insert(&who, history(MAX_STANDINGS - 3));
		let origin = council::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, T::Lookup::unlookup(who.clone()));
		assert!(Members::<T>::contains_key(&who));
		Ok(())
	}

	#[benchmark]
	fn decline() -> Result<(), BenchmarkError> {
		let who = applicant::<T>()?;
		let origin = council::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, T::Lookup::unlookup(who.clone()));
		assert!(!Deposits::<T>::contains_key(&who));
		Ok(())
	}

	#[benchmark]
	fn suspend() -> Result<(), BenchmarkError> {
		let who = member::<T>()?;
		let origin = council::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, T::Lookup::unlookup(who.clone()));
		assert!(Members::<T>::get(&who).is_some_and(|it| it.standing == Standing::Suspended));
		Ok(())
	}

	#[benchmark]
	fn reinstate() -> Result<(), BenchmarkError> {
		let who = member::<T>()?;
		StandingHistory::<T>::insert(&who, history(MAX_STANDINGS - 4));
		Pallet::<T>::do_suspend(who.clone())?;
		let origin = council::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, T::Lookup::unlookup(who.clone()));
		assert!(Members::<T>::get(&who).is_some_and(|it| it.standing == Standing::Good));
		Ok(())
	}

	#[benchmark]
	fn expel() -> Result<(), BenchmarkError> {
		let who = member::<T>()?;
		let origin = council::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, T::Lookup::unlookup(who.clone()));
		assert!(!Members::<T>::contains_key(&who));
		Ok(())
	}

	#[benchmark]
	fn resign() -> Result<(), BenchmarkError> {
		let who = member::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));
		assert!(!Members::<T>::contains_key(&who));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
