//! Benchmarks of the calls.

use crate::{Applications, Call, Config, Deposits, Members, Pallet};
use frame_benchmarking::v2::*;
use frame_support::traits::{Consideration, EnsureOrigin};
use frame_system::RawOrigin;
use ownome_primitives::{Role, Roles};
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

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn apply() {
		let who = funded::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), all_roles(), [1; 32], [2; 32]);
		assert!(Applications::<T>::contains_key(&who));
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
		let origin =
			T::AdmitOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, T::Lookup::unlookup(who.clone()));
		assert!(Members::<T>::contains_key(&who));
		Ok(())
	}

	#[benchmark]
	fn decline() -> Result<(), BenchmarkError> {
		let who = applicant::<T>()?;
		let origin =
			T::AdmitOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, T::Lookup::unlookup(who.clone()));
		assert!(!Deposits::<T>::contains_key(&who));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
