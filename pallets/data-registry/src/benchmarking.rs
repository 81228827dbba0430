//! Benchmarks of the calls.

use crate::{Attestations, Call, Config, Datasets, Pallet};
use frame_benchmarking::v2::*;
use frame_support::traits::Consideration;
use frame_system::RawOrigin;
use ownome_primitives::{DataFormat, InspectMember, Role, Roles, Seal};
use sp_runtime::traits::StaticLookup;

/// A member with all the roles that this pallet asks for.
fn member<T: Config>(name: &'static str) -> T::AccountId {
	let who: T::AccountId = account(name, 0, 0);
	let roles = [Role::Attester, Role::Custodian]
		.into_iter()
		.collect::<alloc::collections::BTreeSet<_>>();
	if let Ok(roles) = Roles::try_from(roles) {
		T::Members::set_member(&who, roles);
	}
	who
}

fn register<T: Config>() -> Result<(T::AccountId, T::AccountId), BenchmarkError> {
	let owner: T::AccountId = whitelisted_caller();
	let lab = member::<T>("lab");
	T::DatasetDeposit::ensure_successful(&owner, Pallet::<T>::dataset_footprint());
	let address = T::Lookup::unlookup(lab.clone());
	Pallet::<T>::register(
		RawOrigin::Signed(owner.clone()).into(),
		Seal([1; 32]),
		DataFormat::Vcf,
		address.clone(),
		Some(address),
	)?;
	Ok((owner, lab))
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn register() {
		let owner: T::AccountId = whitelisted_caller();
		T::DatasetDeposit::ensure_successful(&owner, Pallet::<T>::dataset_footprint());
		let custodian = T::Lookup::unlookup(member::<T>("custodian"));
		let attester = T::Lookup::unlookup(member::<T>("lab"));
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), Seal([1; 32]), DataFormat::Vcf, custodian, Some(attester));
		assert!(Datasets::<T>::contains_key(0));
	}

	#[benchmark]
	fn attest() -> Result<(), BenchmarkError> {
		let (_, lab) = super::register::<T>()?;
		T::AttestationDeposit::ensure_successful(&lab, Pallet::<T>::attestation_footprint());
		#[extrinsic_call]
		_(RawOrigin::Signed(lab.clone()), 0, [3; 32]);
		assert!(Attestations::<T>::contains_key(0, &lab));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
