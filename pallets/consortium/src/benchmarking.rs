//! Benchmarks of the calls.

use crate::{Applications, Call, Config, Deposits, Members, Pallet, StandingHistory};
use alloc::{format, string::String};
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::traits::{Consideration, EnsureOrigin};
use frame_system::RawOrigin;
use ownome_primitives::{
	duo::MAX_ID_LEN, Digest, Profile, Role, Roles, Standing, Standings, MAX_STANDINGS,
};
use sp_runtime::traits::StaticLookup;

/// A profile with an institution of its own for `who`, of the greatest length if the account is long enough.
pub(crate) fn profile_of<AccountId: Encode>(who: &AccountId) -> Profile {
	let account = who.encode().into_iter().take(MAX_ID_LEN as usize / 2);
	let institution: String = account.map(|byte| format!("{byte:02x}")).collect();
	Profile {
		institution: institution.parse().expect("hexadecimal digits are of the form; qed"),
		country: "GB".parse().expect("two capital letters are of the form; qed"),
		not_for_profit: true,
	}
}

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

/// An applicant, and the hash of its application.
fn applicant<T: Config>() -> Result<(T::AccountId, Digest), BenchmarkError> {
	let who = funded::<T>();
	let origin = RawOrigin::Signed(who.clone());
	Pallet::<T>::apply(origin.into(), all_roles(), [1; 32], [2; 32], profile_of(&who))?;
	let application = Applications::<T>::get(&who).map(|application| application.hash());
	Ok((who, application.ok_or("the application is on record")?))
}

/// A member whose standing has changed as often as may be.
fn member<T: Config>() -> Result<T::AccountId, BenchmarkError> {
	let (who, application) = applicant::<T>()?;
	StandingHistory::<T>::insert(&who, history(MAX_STANDINGS - 3));
	Pallet::<T>::do_admit(who.clone(), application)?;
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
		_(RawOrigin::Signed(who.clone()), all_roles(), [1; 32], [2; 32], profile_of(&who));
		assert!(Applications::<T>::contains_key(&who));
		Ok(())
	}

	#[benchmark]
	fn withdraw_application() -> Result<(), BenchmarkError> {
		let (who, _) = applicant::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));
		assert!(!Deposits::<T>::contains_key(&who));
		Ok(())
	}

	#[benchmark]
	fn admit() -> Result<(), BenchmarkError> {
		let (who, application) = applicant::<T>()?;
		StandingHistory::<T>::insert(&who, history(MAX_STANDINGS - 3));
		let origin = council::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, T::Lookup::unlookup(who.clone()), application);
		assert!(Members::<T>::contains_key(&who));
		Ok(())
	}

	#[benchmark]
	fn decline() -> Result<(), BenchmarkError> {
		let (who, _) = applicant::<T>()?;
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
