//! Benchmarks of the calls, each in its most expensive case.

use crate::{
	types::{AccountIdOf, DatasetIds, GrantIds, MAX_AT_ONCE},
	Call, Config, Grants, OntologyOnRecord, OwnerRefusals, Pallet, Policies, Proposals, Receipts,
	RevokedInstitutions, UnreviewedEmergencies,
};
use alloc::{format, vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{
	storage::{storage_prefix, unhashed},
	traits::{Consideration, EnsureOrigin, Get, Time},
	BoundedVec,
};
use frame_system::RawOrigin;
use ownome_primitives::{
	ancestry_leaf,
	duo::{
		policy::{Diseases, Ids, Modifiers},
		purpose::{Kind, Purpose},
		Clause, Id, Modifier, Permission,
	},
	node_hash, Ancestry, AncestryProof, AncestryProofs, Balance, Basis, BatchRoot, ConsentClause,
	ConsentPolicy, DatasetId, DatasetParties, EmergencyReason, EndCause, Endow, Ethics, Grant,
	InspectDataset, InspectMember, Moment, Mondo, Narrowing, Ontology, OntologyRecord,
	PolicyTarget, Region, Review, Role, Roles, Scope, Terms, Verdict, MAX_ANCESTRY_PROOFS,
	MAX_POLICY_CLAUSES, MAX_REGIONS,
};
use sp_runtime::{traits::StaticLookup, Percent};

/// Enough that every party's part of each payment is more than the existential deposit of any ledger.
const PRICE: Balance = 1_000_000_000_000_000_000;

/// How deep the tree of the ontology is: room for two million pairs.
const DEPTH: u32 = 21;

/// Everybody who has a part in a grant.
struct Cast<T: Config> {
	owner: AccountIdOf<T>,
	/// Who acts for the owner, which takes a look more than the owner's own acts.
	guardian: AccountIdOf<T>,
	custodian: AccountIdOf<T>,
	requester: AccountIdOf<T>,
	/// A member with every role that has no part in anything.
	member: AccountIdOf<T>,
	dataset: DatasetId,
}

/// Others than the casts with another `number`, but for the guardian and the member.
fn another_cast<T: Config>(number: u32) -> Result<Cast<T>, BenchmarkError> {
	let owner: AccountIdOf<T> = account("owner", number, 0);
	let guardian: AccountIdOf<T> = account("guardian", 0, 0);
	let custodian: AccountIdOf<T> = account("custodian", number, 0);
	let requester: AccountIdOf<T> = account("requester", number, 0);
	let member: AccountIdOf<T> = account("member", 0, 0);
	let attester: AccountIdOf<T> = account("attester", number, 0);

	T::Members::set_member(&requester, roles(&[Role::Requester])?);
	T::Members::set_member(&custodian, roles(&[Role::Custodian])?);
	T::Members::set_member(&attester, roles(&[Role::Attester])?);
	for who in [&owner, &guardian] {
		T::Members::set_member(who, roles(&[Role::Requester])?);
	}
	T::Members::set_member(&member, roles(&[Role::Ethics, Role::Clinician, Role::Auditor])?);
	for who in [&requester, &member] {
		T::RecordDeposit::ensure_successful(who, Pallet::<T>::record_footprint());
	}
	T::ReceiptDeposit::ensure_successful(&custodian, Pallet::<T>::receipt_footprint());
	// Much more than is offered, so that something is left when the price is held.
	T::BenchmarkHelper::endow(&requester, PRICE.saturating_mul(100));
	let parties = DatasetParties {
		owner: owner.clone(),
		custodian: custodian.clone(),
		attester: Some(attester),
	};
	let dataset = T::Datasets::create_dataset(parties, guardian.clone());
	Ok(Cast { owner, guardian, custodian, requester, member, dataset })
}

fn cast<T: Config>() -> Result<Cast<T>, BenchmarkError> {
	another_cast::<T>(0)
}

fn roles(list: &[Role]) -> Result<Roles, BenchmarkError> {
	let mut roles = Roles::new();
	for role in list {
		roles.try_insert(*role).map_err(|_| BenchmarkError::Weightless)?;
	}
	Ok(roles)
}

fn signed<T: Config>(who: &AccountIdOf<T>) -> T::RuntimeOrigin {
	RawOrigin::Signed(who.clone()).into()
}

/// As many regions as a scope may have.
fn regions(length: u32) -> Scope {
	let region = |number: u32| Region {
		contig: vec![b'c'; 32].try_into().unwrap_or_default(),
		start: number.saturating_mul(100),
		end: number.saturating_mul(100).saturating_add(length),
	};
	Scope::Regions((0..MAX_REGIONS).map(region).collect::<Vec<_>>().try_into().unwrap_or_default())
}

fn terms() -> Terms {
	Terms {
		purpose: Purpose {
			kind: Some(Kind::Disease),
			disease: Some(Mondo(5_148)),
			user: id(u32::MAX),
			..Default::default()
		},
		scope: regions(50),
		period: 1_000,
		price: PRICE,
		upfront: Percent::from_percent(50),
		accesses: Some(1),
	}
}

/// An identifier as long as one may be.
fn id(number: u32) -> Option<Id> {
	format!("{number:x>48}").parse().ok()
}

/// The longest policy of which no clause but the last consents.
fn policy(standing: bool, ethics: bool) -> Result<ConsentPolicy, BenchmarkError> {
	let mut diseases = Diseases::new();
	for number in 0..8 {
		diseases.try_insert(Mondo(number)).map_err(|_| BenchmarkError::Weightless)?;
	}
	let mut users = Ids::new();
	for id in (0..8).filter_map(id) {
		users.try_insert(id).map_err(|_| BenchmarkError::Weightless)?;
	}
	let mut modifiers = Modifiers::new();
	for modifier in [
		Modifier::Users(users.clone()),
		Modifier::Projects(users.clone()),
		Modifier::Institutions(users),
	] {
		modifiers.try_insert(modifier).map_err(|_| BenchmarkError::Weightless)?;
	}
	let clause = |permission, modifiers| ConsentClause {
		duo: Clause { permission, modifiers },
		longest_period: Moment::MAX,
		ask: PRICE,
		standing,
		ethics,
	};
	let mut clauses: Vec<_> = (1..MAX_POLICY_CLAUSES)
		.map(|_| clause(Permission::Disease(diseases.clone()), modifiers.clone()))
		.collect();
	clauses.push(clause(Permission::NoRestriction, Modifiers::new()));
	Ok(ConsentPolicy { clauses: clauses.try_into().map_err(|_| BenchmarkError::Weightless)? })
}

fn set_policy<T: Config>(cast: &Cast<T>, policy: ConsentPolicy) -> Result<(), BenchmarkError> {
	let target = PolicyTarget::AllOf(cast.owner.clone());
	let footprint = frame_support::traits::Footprint::from_parts(1, 100_000);
	T::PolicyDeposit::ensure_successful(&cast.guardian, footprint);
	Pallet::<T>::set_policy(signed::<T>(&cast.guardian), target, Some(policy))?;
	Ok(())
}

/// So many proofs, and the ontology by which they hold.
fn proofs<T: Config>(count: u32) -> AncestryProofs {
	let pair = Ancestry { descendant: Mondo(5_148), ancestor: Mondo(u32::MAX) };
	let leaves = 1u64 << DEPTH;
	let beside = [7; 32];
	let root =
		(0..DEPTH).fold(ancestry_leaf(0, leaves, &pair), |hash, _| node_hash(&hash, &beside));
	let current = Some(Ontology { root: BatchRoot(root), count: leaves });
	OntologyOnRecord::<T>::put(OntologyRecord { current, next: None });
	let proof = vec![beside; DEPTH as usize].try_into().unwrap_or_default();
	let proof = AncestryProof { pair, index: 0, proof };
	vec![proof; count as usize].try_into().unwrap_or_default()
}

/// A cast with proposal 0.
fn offered<T: Config>() -> Result<Cast<T>, BenchmarkError> {
	let cast = cast::<T>()?;
	offer::<T>(&cast)?;
	Ok(cast)
}

fn offer<T: Config>(cast: &Cast<T>) -> Result<(), BenchmarkError> {
	let proofs = AncestryProofs::new();
	Pallet::<T>::offer(signed::<T>(&cast.requester), cast.dataset, terms(), proofs)?;
	Ok(())
}

/// A cast with grant 0.
fn granted<T: Config>() -> Result<Cast<T>, BenchmarkError> {
	let cast = offered::<T>()?;
	Pallet::<T>::approve(signed::<T>(&cast.guardian), 0, terms().hash())?;
	Ok(cast)
}

/// A cast with grant 0, whose key is delivered.
fn delivered<T: Config>() -> Result<Cast<T>, BenchmarkError> {
	let cast = granted::<T>()?;
	Pallet::<T>::deliver(signed::<T>(&cast.guardian), 0, [1; 32])?;
	Ok(cast)
}

/// A cast with grant `number`, whose key is delivered and confirmed, and of which nothing was paid.
fn unpaid<T: Config>(number: u32) -> Result<Cast<T>, BenchmarkError> {
	let cast = another_cast::<T>(number)?;
	let id = number.into();
	offer::<T>(&cast)?;
	Pallet::<T>::approve(signed::<T>(&cast.guardian), id, terms().hash())?;
	Pallet::<T>::deliver(signed::<T>(&cast.guardian), id, [1; 32])?;
	change::<T>(id, |grant| {
		if let Some(delivery) = &mut grant.delivery {
			delivery.verdict = Verdict::Confirmed { at: delivery.at };
		}
	});
	Ok(cast)
}

/// Let half of the period of a grant pass, so that something is earned. The clock of this chain is the timestamp pallet, which a pallet can only read.
fn half_a_period<T: Config>() {
	let clock = storage_prefix(b"Timestamp", b"Now");
	unhashed::put::<Moment>(&clock, &T::Time::now().saturating_add(500));
}

/// Let the owner have shortened grant 0 as soon as it was made, so that a part of the price goes back.
fn shorten<T: Config>() {
	change::<T>(0, |grant| {
		let (at, expires_at) = (grant.issued_at, grant.expires_at.saturating_sub(1));
		let _ = grant.narrowings.try_push(Narrowing { at, scope: regions(50), expires_at });
	});
}

fn change<T: Config>(id: u64, change: impl FnOnce(&mut Grant<AccountIdOf<T>>)) {
	Grants::<T>::mutate_extant(id, |(grant, _)| change(grant));
}

fn is_paid<T: Config>(id: u64) -> bool {
	Grants::<T>::get(id).is_some_and(|(grant, _)| grant.paid > 0)
}

fn is_over<T: Config>(id: u64) -> bool {
	Grants::<T>::get(id).is_some_and(|(grant, _)| grant.ended.is_some())
}

/// A cast with grant 0, opened in an emergency.
fn emergency<T: Config>() -> Result<Cast<T>, BenchmarkError> {
	let cast = cast::<T>()?;
	let reason = EmergencyReason::DrugSafety;
	Pallet::<T>::open_emergency(signed::<T>(&cast.member), cast.dataset, reason, [1; 32])?;
	Ok(cast)
}

/// A member of another institution.
fn committee<T: Config>() -> Result<AccountIdOf<T>, BenchmarkError> {
	let who: AccountIdOf<T> = account("committee", 0, 0);
	T::Members::set_member(&who, roles(&[Role::Ethics])?);
	Ok(who)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	// A proposal, because a policy matches that needs an ethics committee: more is written than for a grant.
	#[benchmark]
	fn offer(p: Linear<0, MAX_ANCESTRY_PROOFS>) -> Result<(), BenchmarkError> {
		let cast = cast::<T>()?;
		super::set_policy(&cast, policy(true, true)?)?;
		let proofs = proofs::<T>(p);
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.requester), cast.dataset, terms(), proofs);
		assert!(Proposals::<T>::contains_key(0));
		Ok(())
	}

	// Grants, because proposals of one requester to one owner are few.
	#[benchmark]
	fn offer_many(
		n: Linear<0, MAX_AT_ONCE>,
		p: Linear<0, MAX_ANCESTRY_PROOFS>,
	) -> Result<(), BenchmarkError> {
		let cast = cast::<T>()?;
		let footprint = Pallet::<T>::record_footprint();
		let mut datasets = DatasetIds::default();
		for number in 1..=n {
			let other = another_cast::<T>(number)?;
			super::set_policy(&other, policy(true, false)?)?;
			T::RecordDeposit::ensure_successful(&cast.requester, footprint);
			let _ = datasets.try_push(other.dataset);
		}
		let proofs = proofs::<T>(p);
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.requester), datasets, terms(), proofs);
		assert!(n == 0 || Grants::<T>::contains_key(0));
		Ok(())
	}

	#[benchmark]
	fn counter() -> Result<(), BenchmarkError> {
		let cast = cast::<T>()?;
		super::set_policy(&cast, policy(true, true)?)?;
		super::offer::<T>(&cast)?;
		let terms = Terms { price: PRICE / 2, ..terms() };
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.guardian), 0, terms);
		assert!(Proposals::<T>::get(0).is_some_and(|(it, _)| it.round == 1));
		Ok(())
	}

	#[benchmark]
	fn approve() -> Result<(), BenchmarkError> {
		let cast = offered::<T>()?;
		let institution =
			T::Members::institution(&cast.requester).ok_or(BenchmarkError::Weightless)?;
		RevokedInstitutions::<T>::insert(&cast.owner, institution, ());
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.guardian), 0, terms().hash());
		assert!(Grants::<T>::contains_key(0));
		Ok(())
	}

	#[benchmark]
	fn accept() -> Result<(), BenchmarkError> {
		let cast = offered::<T>()?;
		let terms = Terms { price: PRICE.saturating_mul(2), ..terms() };
		Pallet::<T>::counter(signed::<T>(&cast.guardian), 0, terms.clone())?;
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.requester), 0, terms.hash());
		assert!(Grants::<T>::contains_key(0));
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
	fn withdraw() -> Result<(), BenchmarkError> {
		let cast = offered::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.requester), 0);
		assert!(!Proposals::<T>::contains_key(0));
		Ok(())
	}

	#[benchmark]
	fn expire() -> Result<(), BenchmarkError> {
		let cast = offered::<T>()?;
		// The title is another's than the offer was made to.
		Proposals::<T>::mutate_extant(0, |(proposal, _)| proposal.owner = cast.custodian.clone());
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.member), 0);
		assert!(!Proposals::<T>::contains_key(0));
		Ok(())
	}

	#[benchmark]
	fn cosign() -> Result<(), BenchmarkError> {
		let cast = cast::<T>()?;
		super::set_policy(&cast, policy(true, true)?)?;
		super::offer::<T>(&cast)?;
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.member), 0, terms().hash());
		assert!(Grants::<T>::contains_key(0));
		Ok(())
	}

	// After a narrowing, so that the price goes back.
	#[benchmark]
	fn deliver() -> Result<(), BenchmarkError> {
		let cast = granted::<T>()?;
		shorten::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.guardian), 0, [1; 32]);
		assert!(Grants::<T>::get(0).is_some_and(|(grant, _)| grant.delivery.is_some()));
		Ok(())
	}

	// Pays three accounts that have had no token before.
	#[benchmark]
	fn confirm() -> Result<(), BenchmarkError> {
		let cast = delivered::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.requester), 0);
		assert!(is_paid::<T>(0));
		Ok(())
	}

	#[benchmark]
	fn dispute() -> Result<(), BenchmarkError> {
		let cast = delivered::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.requester), 0, [1; 32]);
		Ok(())
	}

	// Pays three accounts that have had no token before.
	#[benchmark]
	fn rule() -> Result<(), BenchmarkError> {
		let cast = delivered::<T>()?;
		Pallet::<T>::dispute(signed::<T>(&cast.requester), 0, [1; 32])?;
		let committee = committee::<T>()?;
		change::<T>(0, |grant| grant.ethics = Ethics::Signed(committee));
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.member), 0, true);
		assert!(is_paid::<T>(0));
		Ok(())
	}

	// Pays three accounts that have had no token before, and releases the rest of a grant that is over.
	#[benchmark]
	fn settle() -> Result<(), BenchmarkError> {
		let cast = unpaid::<T>(0)?;
		half_a_period::<T>();
		change::<T>(0, |grant| grant.end_at(T::Time::now(), EndCause::Revoked));
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.requester), 0);
		assert!(is_paid::<T>(0));
		Ok(())
	}

	// Pays three accounts that have had no token before, and releases the rest.
	#[benchmark]
	fn revoke() -> Result<(), BenchmarkError> {
		let cast = unpaid::<T>(0)?;
		half_a_period::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.guardian), 0);
		assert!(is_paid::<T>(0) && is_over::<T>(0));
		Ok(())
	}

	#[benchmark]
	fn revoke_many(n: Linear<1, MAX_AT_ONCE>) -> Result<(), BenchmarkError> {
		let cast = unpaid::<T>(0)?;
		for number in 1..n {
			unpaid::<T>(number)?;
		}
		half_a_period::<T>();
		let ids = GrantIds::truncate_from((0..u64::from(n)).collect());
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.guardian), ids);
		assert!((0..u64::from(n)).all(|id| is_paid::<T>(id) && is_over::<T>(id)));
		Ok(())
	}

	#[benchmark]
	fn narrow() -> Result<(), BenchmarkError> {
		let cast = unpaid::<T>(0)?;
		half_a_period::<T>();
		let ends = Grants::<T>::get(0).map_or(0, |(grant, _)| grant.expires_at);
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.guardian), 0, regions(49), ends.saturating_sub(1));
		assert!(is_paid::<T>(0));
		Ok(())
	}

	#[benchmark]
	fn relinquish() -> Result<(), BenchmarkError> {
		let cast = unpaid::<T>(0)?;
		shorten::<T>();
		half_a_period::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.requester), 0);
		assert!(is_paid::<T>(0) && is_over::<T>(0));
		Ok(())
	}

	// The last access, with which the grant ends.
	#[benchmark]
	fn record_access() -> Result<(), BenchmarkError> {
		let cast = unpaid::<T>(0)?;
		change::<T>(0, |grant| grant.terms.accesses = Some(1));
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.custodian), 0, [2; 32]);
		assert!(Receipts::<T>::iter_keys().count() == 1 && is_over::<T>(0));
		Ok(())
	}

	#[benchmark]
	fn record_accesses() -> Result<(), BenchmarkError> {
		let cast = unpaid::<T>(0)?;
		change::<T>(0, |grant| grant.terms.accesses = Some(9));
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.custodian), 0, BatchRoot([2; 32]), 9);
		assert!(Receipts::<T>::iter_keys().count() == 1 && is_over::<T>(0));
		Ok(())
	}

	// That of a dataset, which is noted in its trail, in place of one that somebody else had paid for.
	#[benchmark]
	fn set_policy() -> Result<(), BenchmarkError> {
		let cast = cast::<T>()?;
		let footprint = frame_support::traits::Footprint::from_parts(9, 100_000);
		for who in [&cast.guardian, &cast.owner] {
			T::PolicyDeposit::ensure_successful(who, footprint);
		}
		let target = PolicyTarget::Dataset(cast.dataset);
		let old = Some(policy(true, true)?);
		Pallet::<T>::set_policy(signed::<T>(&cast.guardian), target.clone(), old)?;
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.owner), target.clone(), Some(policy(false, true)?));
		assert!(Policies::<T>::contains_key(target));
		Ok(())
	}

	#[benchmark]
	fn set_door() -> Result<(), BenchmarkError> {
		let cast = cast::<T>()?;
		T::PolicyDeposit::ensure_successful(&cast.guardian, Pallet::<T>::refusals_footprint());
		let owner = T::Lookup::unlookup(cast.owner.clone());
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.guardian), owner, true);
		assert!(OwnerRefusals::<T>::contains_key(cast.owner));
		Ok(())
	}

	#[benchmark]
	fn set_break_glass() -> Result<(), BenchmarkError> {
		let cast = cast::<T>()?;
		T::PolicyDeposit::ensure_successful(&cast.guardian, Pallet::<T>::refusals_footprint());
		let owner = T::Lookup::unlookup(cast.owner.clone());
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.guardian), owner, true);
		assert!(OwnerRefusals::<T>::contains_key(cast.owner));
		Ok(())
	}

	#[benchmark]
	fn open_emergency() -> Result<(), BenchmarkError> {
		let cast = cast::<T>()?;
		let others =
			(1..T::MaxUnreviewed::get()).map(|number| u64::MAX.saturating_sub(number.into()));
		UnreviewedEmergencies::<T>::insert(
			&cast.member,
			BoundedVec::truncate_from(others.collect()),
		);
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.member), cast.dataset, EmergencyReason::DrugSafety, [1; 32]);
		assert!(Grants::<T>::contains_key(0));
		Ok(())
	}

	#[benchmark]
	fn review() -> Result<(), BenchmarkError> {
		emergency::<T>()?;
		let committee = committee::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(committee), 0, false);
		assert!(is_over::<T>(0));
		Ok(())
	}

	#[benchmark]
	fn report() -> Result<(), BenchmarkError> {
		let cast = emergency::<T>()?;
		Pallet::<T>::review(signed::<T>(&committee::<T>()?), 0, false)?;
		#[extrinsic_call]
		_(RawOrigin::Signed(cast.requester), 0);
		assert!(Grants::<T>::get(0).is_some_and(|(grant, _)| matches!(
			grant.basis,
			Basis::Emergency(it) if matches!(it.review, Review::Unjustified { reported: true, .. })
		)));
		Ok(())
	}

	#[benchmark]
	fn set_ontology_root() -> Result<(), BenchmarkError> {
		let origin =
			T::OntologyOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, BatchRoot([1; 32]), 9);
		assert!(OntologyOnRecord::<T>::exists());
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
