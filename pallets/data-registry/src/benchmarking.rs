//! Benchmarks of the calls, each in its most expensive case: somebody else than the owner pays or acts wherever that is possible.

use crate::{
	types::{AccountIdOf, RegistrationOf, RegistrationsOf},
	Attestations, Batches, Call, Config, DatasetLocations, DatasetTags, Datasets, Guardianships,
	Pallet, Subjects, Tombstones, TransferOffers,
};
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::traits::{Consideration, Footprint, Get, Time};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use ownome_primitives::{
	node_hash, registration_message, BatchLeaf, BatchProof, BatchRoot, DataFormat, DatasetId,
	DatasetParties, DatasetStatus, Guardianship, InspectMember, Location, Locations,
	OffchainSigner, Registration, Role, Roles, Seal, SearchToken, SearchTokens, SubjectId, Tags,
	MAX_ATTESTATIONS, MAX_BATCH_DEPTH, MAX_LOCATIONS, MAX_LOCATION_LEN, MAX_REGISTRATIONS,
	MAX_TAGS,
};
use sp_runtime::traits::{StaticLookup, Zero};

/// An account that can pay whatever this pallet asks for.
fn rich<T: Config>(name: &'static str, index: u32) -> AccountIdOf<T> {
	let who = account(name, index, 0);
	fund::<T>(&who);
	who
}

fn fund<T: Config>(who: &AccountIdOf<T>) {
	let plenty = Footprint::from_parts(1_000, 1_000_000);
	T::DatasetDeposit::ensure_successful(who, plenty);
	T::AttestationDeposit::ensure_successful(who, plenty);
	T::AccountDeposit::ensure_successful(who, plenty);
	T::BatchDeposit::ensure_successful(who, plenty);
}

/// A member with all the roles that this pallet asks for.
fn member<T: Config>(name: &'static str, index: u32) -> AccountIdOf<T> {
	let who = rich::<T>(name, index);
	let roles = [Role::Attester, Role::Custodian]
		.into_iter()
		.collect::<alloc::collections::BTreeSet<_>>();
	if let Ok(roles) = Roles::try_from(roles) {
		T::Members::set_member(&who, roles);
	}
	who
}

fn registration<T: Config>(index: u32) -> RegistrationOf<T> {
	let mut seal = [1; 32];
	for (byte, of_index) in seal.iter_mut().zip(index.to_le_bytes()) {
		*byte = of_index;
	}
	Registration {
		seal: Seal(seal),
		format: DataFormat::Vcf,
		custodian: member::<T>("custodian", index),
		attester: Some(member::<T>("lab", index)),
	}
}

fn registrations<T: Config>(count: u32) -> RegistrationsOf<T> {
	let list = (0..count).map(registration::<T>).collect::<Vec<_>>();
	list.try_into().unwrap_or_default()
}

fn locations(count: u32) -> Locations {
	let place = Location::truncate_from([b'x'; MAX_LOCATION_LEN as usize].to_vec());
	Locations::truncate_from((0..count).map(|_| place.clone()).collect())
}

/// Tokens that no other `series` has.
fn tokens(series: u8, count: u32) -> SearchTokens {
	let token = |index| {
		let mut token = [series; 32];
		token[0] = index as u8;
		SearchToken(token)
	};
	SearchTokens::truncate_from((0..count).map(token).collect())
}

fn appoint<T: Config>(
	owner: &AccountIdOf<T>,
	guardian: &AccountIdOf<T>,
) -> Result<(), BenchmarkError> {
	let until = T::Time::now().saturating_add(T::MaxGuardianship::get());
	Ok(Pallet::<T>::do_set_guardian(owner.clone(), guardian.clone(), until)?)
}

/// Do what nobody may while the guardian of `owner` is in office.
fn between_terms<T: Config, R>(
	owner: &AccountIdOf<T>,
	deed: impl FnOnce() -> Result<R, BenchmarkError>,
) -> Result<R, BenchmarkError> {
	let set_end = |end| {
		Guardianships::<T>::mutate_extant(owner, |(office, _)| {
			core::mem::replace(&mut office.until, end)
		})
	};
	let until = set_end(T::Time::now());
	let done = deed()?;
	set_end(until);
	Ok(done)
}

/// A dataset of an owner under a guardian.
struct Title<T: Config> {
	id: DatasetId,
	owner: AccountIdOf<T>,
	guardian: AccountIdOf<T>,
	lab: AccountIdOf<T>,
}

/// A title that somebody else paid for.
fn title<T: Config>() -> Result<Title<T>, BenchmarkError> {
	let (owner, guardian) = (rich::<T>("owner", 0), rich::<T>("guardian", 0));
	appoint::<T>(&owner, &guardian)?;
	let id = crate::NextDatasetId::<T>::get();
	Pallet::<T>::do_register(&owner, &rich::<T>("payer", 0), [registration::<T>(0)])?;
	Ok(Title { id, owner, guardian, lab: member::<T>("lab", 0) })
}

impl<T: Config> Title<T> {
	/// Let it be a second version, which was transferred from another owner.
	fn second_hand(self) -> Result<Self, BenchmarkError> {
		Pallet::<T>::do_new_version(&self.guardian, self.id, registration::<T>(1))?;
		let id = self.id.saturating_add(1);
		let (owner, guardian) = (rich::<T>("heir", 0), rich::<T>("heir's guardian", 0));
		between_terms::<T, _>(&self.owner, || {
			Pallet::<T>::do_offer_transfer(&self.owner, id, owner.clone())?;
			Ok(Pallet::<T>::do_accept_transfer(owner.clone(), id)?)
		})?;
		appoint::<T>(&owner, &guardian)?;
		// As if somebody else had paid.
		let record = Datasets::<T>::take(id).ok_or(BenchmarkError::Weightless)?;
		let payer = rich::<T>("payer", 0);
		let footprint = Pallet::<T>::record_footprint(&record.value, true);
		let value = record.refund(&owner)?;
		Datasets::<T>::insert(id, crate::Paid::new(value, &owner, &payer, footprint)?);
		Ok(Self { id, owner, guardian, ..self })
	}

	fn with_locations(self, payer: &AccountIdOf<T>) -> Result<Self, BenchmarkError> {
		Pallet::<T>::do_set_locations(payer, self.id, locations(MAX_LOCATIONS))?;
		Ok(self)
	}

	fn with_tags(self, payer: &AccountIdOf<T>, count: u32) -> Result<Self, BenchmarkError> {
		let tags = Tags { epoch: 0, tokens: tokens(1, count) };
		Pallet::<T>::do_set_tags(payer, self.id, tags)?;
		Ok(self)
	}

	/// Let as many members vouch for it, the named one not among them.
	fn with_attestations(self, count: u32) -> Result<Self, BenchmarkError> {
		for index in 1..=count {
			Pallet::<T>::do_attest(member::<T>("lab", index), self.id, [3; 32])?;
		}
		Ok(self)
	}

	/// Last of all, because every change voids it.
	fn on_offer_to(self, to: &AccountIdOf<T>) -> Result<Self, BenchmarkError> {
		between_terms::<T, _>(&self.owner, || {
			Ok(Pallet::<T>::do_offer_transfer(&self.owner, self.id, to.clone())?)
		})?;
		Ok(self)
	}

	fn on_offer(self) -> Result<Self, BenchmarkError> {
		self.on_offer_to(&rich::<T>("recipient", 0))
	}

	fn end_term(self) -> Self {
		Guardianships::<T>::mutate_extant(&self.owner, |(office, _)| office.until = T::Time::now());
		self
	}
}

/// What [`ownome_primitives::InspectDataset::create_dataset`] promises other pallets.
pub(crate) fn create_dataset<T: Config>(
	parties: DatasetParties<AccountIdOf<T>>,
	guardian: AccountIdOf<T>,
) -> DatasetId {
	let DatasetParties { owner, custodian, attester } = parties;
	let id = crate::NextDatasetId::<T>::get();
	let mut roles = Roles::new();
	if roles.try_insert(Role::Attester).is_ok() && roles.try_insert(Role::Custodian).is_ok() {
		for who in [&custodian].into_iter().chain(&attester) {
			T::Members::set_member(who, roles.clone());
		}
	}
	[&owner, &guardian].into_iter().chain(&attester).for_each(fund::<T>);
	let named = attester.clone();
	let registration =
		Registration { seal: Seal([1; 32]), format: DataFormat::Vcf, custodian, attester };
	let created = Pallet::<T>::do_register(&owner, &owner, [registration])
		.and_then(|()| named.map_or(Ok(()), |named| Pallet::<T>::do_attest(named, id, [3; 32])));
	assert!(created.is_ok() && appoint::<T>(&owner, &guardian).is_ok());
	id
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn register() {
		let owner = rich::<T>("owner", 0);
		let registration = registration::<T>(0);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), registration);
		assert!(Datasets::<T>::contains_key(0));
	}

	#[benchmark]
	fn register_many(n: Linear<1, MAX_REGISTRATIONS>) {
		let owner = rich::<T>("owner", 0);
		let list = registrations::<T>(n);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), list);
		assert_eq!(Datasets::<T>::iter().count(), n as usize);
	}

	// The guardian signs, with a wallet that wraps the message: that is found out last.
	#[benchmark]
	fn register_for(n: Linear<1, MAX_REGISTRATIONS>) -> Result<(), BenchmarkError> {
		let (owner, payer) = (rich::<T>("owner", 0), rich::<T>("payer", 0));
		appoint::<T>(&owner, &T::BenchmarkHelper::signer())?;
		let (list, deadline) = (registrations::<T>(n), T::Time::now());
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		let message = registration_message(&genesis, &owner, &list, deadline);
		let signature = T::BenchmarkHelper::sign(&[b"<Bytes>", &message[..], b"</Bytes>"].concat());
		#[extrinsic_call]
		_(RawOrigin::Signed(payer), owner, list, deadline, signature);
		assert_eq!(Datasets::<T>::iter().count(), n as usize);
		Ok(())
	}

	#[benchmark]
	fn new_version() -> Result<(), BenchmarkError> {
		let title = title::<T>()?.on_offer()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(title.guardian), title.id, registration::<T>(1));
		assert!(Datasets::<T>::contains_key(1));
		Ok(())
	}

	// The owner paid for the former ones, the guardian pays for the new ones.
	#[benchmark]
	fn set_locations(l: Linear<0, MAX_LOCATIONS>) -> Result<(), BenchmarkError> {
		let title = title::<T>()?;
		let owner = title.owner.clone();
		let title = title.with_locations(&owner)?.on_offer()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(title.guardian), title.id, locations(l));
		assert_eq!(DatasetLocations::<T>::contains_key(title.id), l > 0);
		Ok(())
	}

	// The owner paid for the former ones, the guardian pays for the new ones.
	#[benchmark]
	fn set_tags(n: Linear<0, MAX_TAGS>, o: Linear<0, MAX_TAGS>) -> Result<(), BenchmarkError> {
		let title = title::<T>()?;
		let owner = title.owner.clone();
		let title = title.with_tags(&owner, o)?.on_offer()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(title.guardian), title.id, 1, tokens(2, n));
		assert_eq!(DatasetTags::<T>::contains_key(title.id), n > 0);
		Ok(())
	}

	#[benchmark]
	fn attest() -> Result<(), BenchmarkError> {
		let title = title::<T>()?.with_attestations(MAX_ATTESTATIONS.saturating_sub(1))?;
		#[extrinsic_call]
		_(RawOrigin::Signed(title.lab), title.id, [3; 32]);
		assert_eq!(Attestations::<T>::get(title.id).len(), MAX_ATTESTATIONS as usize);
		Ok(())
	}

	#[benchmark]
	fn retract_attestation() -> Result<(), BenchmarkError> {
		let title = title::<T>()?.with_attestations(MAX_ATTESTATIONS.saturating_sub(1))?;
		Pallet::<T>::do_attest(title.lab.clone(), title.id, [3; 32])?;
		#[extrinsic_call]
		_(RawOrigin::Signed(title.lab), title.id);
		assert!(Attestations::<T>::get(title.id).len() < MAX_ATTESTATIONS as usize);
		Ok(())
	}

	#[benchmark]
	fn offer_transfer() -> Result<(), BenchmarkError> {
		let title = title::<T>()?.end_term();
		let to = T::Lookup::unlookup(rich::<T>("heir", 0));
		#[extrinsic_call]
		_(RawOrigin::Signed(title.owner), title.id, to);
		assert!(TransferOffers::<T>::contains_key(title.id));
		Ok(())
	}

	#[benchmark]
	fn cancel_transfer() -> Result<(), BenchmarkError> {
		let title = title::<T>()?.on_offer()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(title.guardian), title.id);
		assert!(!TransferOffers::<T>::contains_key(title.id));
		Ok(())
	}

	// Record, locations and tags were paid for by three accounts, and the title was transferred before.
	#[benchmark]
	fn accept_transfer() -> Result<(), BenchmarkError> {
		let to = rich::<T>("second heir", 0);
		let title = title::<T>()?.second_hand()?;
		let (owner, guardian) = (title.owner.clone(), title.guardian.clone());
		let title = title
			.with_locations(&guardian)?
			.with_tags(&owner, MAX_TAGS)?
			.on_offer_to(&to)?
			.end_term();
		#[extrinsic_call]
		_(RawOrigin::Signed(to.clone()), title.id);
		assert!(Datasets::<T>::get(title.id).is_some_and(|record| record.value.owner == to));
		Ok(())
	}

	// In place of one whose term is over.
	#[benchmark]
	fn set_guardian() -> Result<(), BenchmarkError> {
		let (owner, former) = (rich::<T>("owner", 0), rich::<T>("guardian", 0));
		appoint::<T>(&owner, &former)?;
		Guardianships::<T>::mutate_extant(&owner, |(office, _)| office.until = T::Time::now());
		let guardian = rich::<T>("guardian", 1);
		let until = T::Time::now().saturating_add(1);
		let address = T::Lookup::unlookup(guardian.clone());
		#[extrinsic_call]
		_(RawOrigin::Signed(owner.clone()), address, until);
		let office = Guardianship { guardian, until };
		assert_eq!(Pallet::<T>::guardian(&owner), Some(office));
		Ok(())
	}

	#[benchmark]
	fn hand_over() -> Result<(), BenchmarkError> {
		let title = title::<T>()?;
		let address = T::Lookup::unlookup(title.owner.clone());
		#[extrinsic_call]
		_(RawOrigin::Signed(title.guardian), address);
		assert!(!Guardianships::<T>::contains_key(&title.owner));
		Ok(())
	}

	#[benchmark]
	fn seal() -> Result<(), BenchmarkError> {
		let title = title::<T>()?.on_offer()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(title.guardian), title.id);
		let status = Datasets::<T>::get(title.id).map(|record| record.value.status);
		assert_eq!(status, Some(DatasetStatus::Sealed));
		Ok(())
	}

	// A second version that was transferred and is on offer again, paid for by three accounts and erased by the guardian.
	#[benchmark]
	fn erase(
		t: Linear<0, MAX_TAGS>,
		a: Linear<0, { MAX_ATTESTATIONS }>,
	) -> Result<(), BenchmarkError> {
		let title = title::<T>()?.second_hand()?;
		let (owner, guardian) = (title.owner.clone(), title.guardian.clone());
		let mut title = title
			.with_locations(&guardian)?
			.with_attestations(a.min(MAX_ATTESTATIONS.saturating_sub(1)))?;
		if a == MAX_ATTESTATIONS {
			Pallet::<T>::do_attest(title.lab.clone(), title.id, [3; 32])?;
		}
		if t > 0 {
			title = title.with_tags(&owner, t)?;
		}
		let title = title.on_offer()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(title.guardian), title.id);
		assert!(Tombstones::<T>::contains_key(title.id));
		Ok(())
	}

	#[benchmark]
	fn anchor_batch(l: Linear<0, MAX_LOCATIONS>) {
		let lab = member::<T>("lab", 0);
		let custodian = T::Lookup::unlookup(member::<T>("custodian", 0));
		#[extrinsic_call]
		_(RawOrigin::Signed(lab), BatchRoot([1; 32]), 1, custodian, locations(l));
		assert!(Batches::<T>::contains_key(0));
	}

	// The first leaf of a full tree.
	#[benchmark]
	fn claim_from_batch(p: Linear<0, MAX_BATCH_DEPTH>) -> Result<(), BenchmarkError> {
		let owner = rich::<T>("owner", 0);
		let (lab, custodian) = (member::<T>("lab", 0), member::<T>("custodian", 0));
		let leaves = 1u64 << p;
		let leaf = BatchLeaf { owner: owner.clone(), seal: Seal([1; 32]), format: DataFormat::Vcf };
		let hash = leaf.hash(0, leaves);
		let proof = BatchProof::truncate_from((0..p).map(|level| [level as u8; 32]).collect());
		let root = proof.iter().fold(hash, |hash, beside| node_hash(&hash, beside));
		let places = locations(MAX_LOCATIONS);
		Pallet::<T>::do_anchor_batch(lab.clone(), BatchRoot(root), leaves, custodian, places)?;
		let attester = Some(T::Lookup::unlookup(lab));
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), 0, 0, leaf.seal, leaf.format, attester, proof);
		assert!(Datasets::<T>::contains_key(0));
		Ok(())
	}

	#[benchmark]
	fn set_subject() {
		let owner = rich::<T>("owner", 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner.clone()), Some(SubjectId([1; 32])));
		assert!(Subjects::<T>::contains_key(owner));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
