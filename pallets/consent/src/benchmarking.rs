//! Benchmarks of the calls, each in its most expensive case.

use crate::{Balance, Call, Config, GrantDeposits, Grants, Pallet, Proposals, Receipts};
use frame_benchmarking::v2::*;
use frame_support::traits::Consideration;
use frame_system::RawOrigin;
use ownome_primitives::{
	DatasetId, DatasetParties, EndCause, Ended, Endow, InspectDataset, InspectMember, Mondo,
	Purpose, Research, Role, Roles, Scope, Terms,
};
use sp_runtime::Percent;

/// Enough that every party's part of each payment is more than the existential deposit of any ledger.
const PRICE: Balance = 1_000_000_000_000_000_000;

/// Everybody who has a part in a grant.
struct Cast<T: Config> {
	/// Who acts for the owner, which takes a look more than the owner's own acts.
	guardian: T::AccountId,
	custodian: T::AccountId,
	requester: T::AccountId,
	dataset: DatasetId,
}

fn cast<T: Config>() -> Result<Cast<T>, BenchmarkError> {
	let owner: T::AccountId = account("owner", 0, 0);
	let guardian: T::AccountId = account("guardian", 0, 0);
	let custodian: T::AccountId = account("custodian", 0, 0);
	let requester: T::AccountId = account("requester", 0, 0);
	let attester: T::AccountId = account("attester", 0, 0);

	let mut roles = Roles::new();
	roles.try_insert(Role::Requester).map_err(|_| BenchmarkError::Weightless)?;
	T::Members::set_member(&requester, roles);
	T::RecordDeposit::ensure_successful(&requester, Pallet::<T>::record_footprint());
	T::ReceiptDeposit::ensure_successful(&custodian, Pallet::<T>::receipt_footprint());
	// Twice, so that something is left when the price is held.
	T::BenchmarkHelper::endow(&requester, PRICE.saturating_mul(2));
	let parties = DatasetParties { owner, custodian: custodian.clone(), attester: Some(attester) };
	let dataset = T::Datasets::create_dataset(parties, guardian.clone());
	Ok(Cast { guardian, custodian, requester, dataset })
}

fn terms() -> Terms {
	Terms {
		purpose: Purpose { research: Research::Disease(Mondo(5148)), for_profit: true },
		scope: Scope::Whole,
		period: 1,
		price: PRICE,
		upfront: Percent::from_percent(50),
	}
}

/// A cast with proposal 0.
fn offered<T: Config>() -> Result<Cast<T>, BenchmarkError> {
	let cast = cast::<T>()?;
	let requester = RawOrigin::Signed(cast.requester.clone());
	Pallet::<T>::offer(requester.into(), cast.dataset, terms())?;
	Ok(cast)
}

/// A cast with grant 0.
fn granted<T: Config>() -> Result<Cast<T>, BenchmarkError> {
	let cast = offered::<T>()?;
	Pallet::<T>::approve(RawOrigin::Signed(cast.guardian.clone()).into(), 0)?;
	Ok(cast)
}

/// A cast with grant 0, whose key is delivered, and nobody has been paid yet.
fn delivered<T: Config>() -> Result<Cast<T>, BenchmarkError> {
	let cast = granted::<T>()?;
	set_upfront::<T>(0);
	Pallet::<T>::deliver(RawOrigin::Signed(cast.guardian.clone()).into(), 0, [1; 32])?;
	Ok(cast)
}

/// Change which part of the price of grant 0 is earned up front.
fn set_upfront<T: Config>(percent: u8) {
	Grants::<T>::mutate_extant(0, |grant| grant.terms.upfront = Percent::from_percent(percent));
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn offer() -> Result<(), BenchmarkError> {
		let cast = cast::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.requester), cast.dataset, terms());
		assert!(Proposals::<T>::contains_key(0));
		Ok(())
	}

	#[benchmark]
	fn withdraw() -> Result<(), BenchmarkError> {
		let cast = offered::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.requester), 0);
		assert!(!Proposals::<T>::contains_key(0));
		Ok(())
	}

	#[benchmark]
	fn reject() -> Result<(), BenchmarkError> {
		let cast = offered::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.guardian), 0);
		assert!(!Proposals::<T>::contains_key(0));
		Ok(())
	}

	#[benchmark]
	fn approve() -> Result<(), BenchmarkError> {
		let cast = offered::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.guardian), 0);
		assert!(GrantDeposits::<T>::contains_key(0));
		Ok(())
	}

	// Pays three accounts that have had no token before.
	#[benchmark]
	fn deliver() -> Result<(), BenchmarkError> {
		let cast = granted::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.guardian), 0, [1; 32]);
		assert!(Grants::<T>::get(0).is_some_and(|grant| grant.paid > 0));
		Ok(())
	}

	#[benchmark]
	fn record_access() -> Result<(), BenchmarkError> {
		let cast = delivered::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.custodian), 0, [2; 32]);
		assert!(Receipts::<T>::contains_key(0, 0));
		Ok(())
	}

	// Pays three accounts that have had no token before, and refunds the rest of a lapsed grant.
	#[benchmark]
	fn settle() -> Result<(), BenchmarkError> {
		let cast = delivered::<T>()?;
		set_upfront::<T>(80);
		Grants::<T>::mutate_extant(0, |grant| {
			grant.ended = Some(Ended { at: grant.issued_at, cause: EndCause::Undelivered });
		});
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.requester), 0);
		assert!(Grants::<T>::get(0).is_some_and(|grant| grant.settled && grant.paid > 0));
		Ok(())
	}

	// Pays three accounts that have had no token before, and refunds the rest.
	#[benchmark]
	fn revoke() -> Result<(), BenchmarkError> {
		let cast = delivered::<T>()?;
		set_upfront::<T>(80);
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.guardian), 0);
		assert!(Grants::<T>::get(0).is_some_and(|grant| grant.settled && grant.paid > 0));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
