#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)
)]

extern crate alloc;

pub use pallet::*;
pub use types::Receipt;
pub use weights::WeightInfo;

mod access;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
mod settlement;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

use frame_support::{pallet_prelude::*, traits::Footprint};
use ownome_primitives::{Balance, DatasetId, GrantId, Moment, ProposalId};

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::types::{GrantOf, ProposalOf, ReceiptOf, ReceiptTicketOf, RecordTicketOf};
	use frame_support::traits::{
		fungible::{Inspect, MutateHold},
		tokens::Precision,
		Consideration, Time,
	};
	use frame_system::pallet_prelude::*;
	use ownome_primitives::{
		DatasetParties, Delivery, Digest, EndCause, Ended, Grant, InspectDataset, InspectMember,
		Proposal, Role, Shares, Terms,
	};
	use sp_runtime::Percent;

	/// Version of the storage layout.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The reasons for which this chain holds money.
		type RuntimeHoldReason: From<HoldReason>;

		/// The ledger of the data token, in which prices are paid.
		type Token: Inspect<Self::AccountId, Balance = Balance>
			+ MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// What a requester pays for the record of a proposal and of the grant that may come of it. Returned when a
		/// proposal ends without a grant; kept as long as the grant is kept.
		type RecordDeposit: Consideration<Self::AccountId, Footprint>;

		/// What a custodian pays for a receipt, held as long as it is kept.
		type ReceiptDeposit: Consideration<Self::AccountId, Footprint>;

		/// Who is accredited for what.
		type Members: InspectMember<Self::AccountId>;

		/// Who owns which dataset.
		type Datasets: InspectDataset<Self::AccountId>;

		/// Legal time, in Unix milliseconds.
		type Time: Time<Moment = Moment>;

		/// How long the owner has to deliver the key, in milliseconds from the approval.
		#[pallet::constant]
		type DeliveryPeriod: Get<Moment>;

		/// The longest period of a grant, in milliseconds.
		#[pallet::constant]
		type MaxPeriod: Get<Moment>;

		/// What the member that vouched for the data gets of each payment. With [`Config::TreasuryShare`] at most 100 %.
		#[pallet::constant]
		type AttesterShare: Get<Percent>;

		/// What the consortium's treasury gets of each payment.
		#[pallet::constant]
		type TreasuryShare: Get<Percent>;

		/// The account of the consortium's treasury.
		#[pallet::constant]
		type Treasury: Get<Self::AccountId>;

		/// Gives tokens to requesters in the benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: ownome_primitives::Endow<Self::AccountId>;

		/// Weights measured by the benchmarks of this pallet.
		type WeightInfo: WeightInfo;
	}

	/// What is held, and in which coin.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The price of an offer, and the unearned part of a grant's price, in `DATA`.
		Escrow,
		/// The record of a proposal or a grant, in `OWN`.
		Record,
		/// The record of an access, in `OWN`.
		Receipt,
	}

	/// The id that the next proposal will get.
	#[pallet::storage]
	pub type NextProposalId<T: Config> = StorageValue<_, ProposalId, ValueQuery>;

	/// The id that the next grant will get.
	#[pallet::storage]
	pub type NextGrantId<T: Config> = StorageValue<_, GrantId, ValueQuery>;

	/// Proposals that wait for the owner's answer. Paid for by the requester; deleted by the answer or by withdrawal.
	// Twox: the key is a counter.
	#[pallet::storage]
	pub type Proposals<T: Config> =
		StorageMap<_, Twox64Concat, ProposalId, ProposalOf<T>, OptionQuery>;

	/// The requester's deposit for each open proposal.
	// Twox: the key is a counter.
	#[pallet::storage]
	pub type ProposalDeposits<T: Config> =
		StorageMap<_, Twox64Concat, ProposalId, RecordTicketOf<T>, OptionQuery>;

	/// Grants, running and ended. Paid for by the grantee; never deleted.
	// Twox: the key is a counter.
	#[pallet::storage]
	pub type Grants<T: Config> = StorageMap<_, Twox64Concat, GrantId, GrantOf<T>, OptionQuery>;

	/// The grantee's deposit for each grant.
	// Twox: the key is a counter.
	#[pallet::storage]
	pub type GrantDeposits<T: Config> =
		StorageMap<_, Twox64Concat, GrantId, RecordTicketOf<T>, OptionQuery>;

	/// The grants of each dataset and grantee, a set. Paid for with the grant; never deleted.
	// Twox: counters. Blake2: the grantee chooses the key.
	#[pallet::storage]
	pub type GrantsOf<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, DatasetId>,
			NMapKey<Blake2_128Concat, T::AccountId>,
			NMapKey<Twox64Concat, GrantId>,
		),
		(),
		OptionQuery,
	>;

	/// The recorded accesses of each grant, counted from 0. Paid for by the custodian.
	// Twox: counters.
	#[pallet::storage]
	pub type Receipts<T: Config> =
		StorageDoubleMap<_, Twox64Concat, GrantId, Twox64Concat, u32, ReceiptOf<T>, OptionQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Somebody made an offer, and its price is held.
		Offered {
			/// The proposal.
			proposal_id: ProposalId,
			/// The dataset asked for.
			dataset_id: DatasetId,
			/// Who asks.
			requester: T::AccountId,
			/// Who is asked.
			owner: T::AccountId,
			/// The price, in 10^-18 `DATA`.
			price: Balance,
		},
		/// A requester withdrew an offer, and its price is released.
		Withdrawn {
			/// The proposal.
			proposal_id: ProposalId,
		},
		/// An owner rejected an offer, and its price is released.
		Rejected {
			/// The proposal.
			proposal_id: ProposalId,
		},
		/// An owner consented.
		Granted {
			/// The grant.
			grant_id: GrantId,
			/// The proposal that it came from.
			proposal_id: ProposalId,
			/// The dataset.
			dataset_id: DatasetId,
			/// Who consented.
			owner: T::AccountId,
			/// Who may read.
			grantee: T::AccountId,
			/// From this moment on the grant allows nothing.
			expires_at: Moment,
		},
		/// An owner handed the key over.
		Delivered {
			/// The grant.
			grant_id: GrantId,
			/// BLAKE2b-256 of the Crypt4GH header for the grantee.
			header_hash: Digest,
		},
		/// A custodian recorded an access.
		AccessRecorded {
			/// The grant under which it took place.
			grant_id: GrantId,
			/// Who recorded it.
			custodian: T::AccountId,
			/// Its number among the accesses of this grant, from 0.
			index: u32,
			/// Hash of the salted access record.
			receipt: Digest,
		},
		/// What had been earned was paid out of the escrow, in 10^-18 `DATA`.
		Paid {
			/// The grant.
			grant_id: GrantId,
			/// To the owner.
			to_owner: Balance,
			/// To the member that vouched for the data.
			to_attester: Balance,
			/// To the treasury.
			to_treasury: Balance,
		},
		/// An owner revoked a grant.
		Revoked {
			/// The grant.
			grant_id: GrantId,
			/// From this moment on it allows nothing.
			at: Moment,
		},
		/// A grant ended because the key was not delivered in time.
		Lapsed {
			/// The grant.
			grant_id: GrantId,
			/// From this moment on it allows nothing.
			at: Moment,
		},
		/// All money of a grant has found its place.
		Settled {
			/// The grant.
			grant_id: GrantId,
			/// What was paid out in all, in 10^-18 `DATA`.
			paid: Balance,
			/// What went back to the grantee, in 10^-18 `DATA`.
			refunded: Balance,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The account is not a member accredited as Requester: apply to the consortium first.
		NotRequester,
		/// No dataset has this id: look the id up in the event of its registration.
		UnknownDataset,
		/// The dataset was erased: nothing of it can be consented to any more.
		DatasetErased,
		/// The dataset is sealed: its owner has closed it for new consents, for ever.
		DatasetSealed,
		/// The requester decides about this dataset: nobody needs a grant for their own data, or may give one to themselves.
		OwnDataset,
		/// The period is zero or longer than the chain allows: choose a shorter one.
		PeriodOutOfBounds,
		/// The price is more than the free balance of the data token: offer less or get more of it first.
		CannotPayPrice,
		/// No open proposal has this id: it may have been answered or withdrawn already.
		UnknownProposal,
		/// The caller did not make this offer: only the requester may withdraw it.
		NotProposer,
		/// The caller neither owns this dataset nor is the owner's guardian in office: let the owner sign.
		NotOwner,
		/// No grant has this id: look the id up in the event of the approval.
		UnknownGrant,
		/// The grant is revoked or expired, or its dataset was erased: make a new offer for a new one.
		GrantEnded,
		/// The key was delivered already: one delivery per grant is enough.
		AlreadyDelivered,
		/// The deadline for delivering the key has passed: settle the grant, then agree on a new one.
		DeliveryOverdue,
		/// The key has not been delivered: nothing can have been read.
		NotDelivered,
		/// The caller is not the custodian of this dataset: only the custodian may record accesses.
		NotCustodian,
		/// Nothing is due now: wait until more is earned or the grant ends.
		NothingDue,
		/// All ids are used up: this takes longer than the chain can live.
		IdsExhausted,
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Make an offer for a dataset.
		///
		/// - Origin: signed by a member accredited as Requester.
		/// - `dataset_id`: the dataset asked for.
		/// - `terms`: what for, how much of it, how long, for how much.
		/// - Holds the price in `DATA` and the record deposit in `OWN`, both in the requester's own account.
		///
		/// Emits [`Event::Offered`]. Errors: [`Error::NotRequester`], [`Error::UnknownDataset`],
		/// [`Error::DatasetErased`], [`Error::DatasetSealed`], [`Error::OwnDataset`], [`Error::PeriodOutOfBounds`],
		/// [`Error::CannotPayPrice`], or the deposit cannot be held.
		#[pallet::call_index(0)]
		pub fn offer(origin: OriginFor<T>, dataset_id: DatasetId, terms: Terms) -> DispatchResult {
			let requester = ensure_signed(origin)?;
			Self::ensure_requester(&requester)?;
			let owner = Self::open_to(&requester, dataset_id)?.owner;
			ensure!(
				terms.period > 0 && terms.period <= T::MaxPeriod::get(),
				Error::<T>::PeriodOutOfBounds
			);

			let proposal_id = NextProposalId::<T>::get();
			NextProposalId::<T>::put(proposal_id.checked_add(1).ok_or(Error::<T>::IdsExhausted)?);
			let deposit = T::RecordDeposit::new(&requester, Self::record_footprint())?;
			ProposalDeposits::<T>::insert(proposal_id, deposit);
			T::Token::hold(&HoldReason::Escrow.into(), &requester, terms.price)
				.map_err(|_| Error::<T>::CannotPayPrice)?;
			let offered_at = T::Time::now();
			let proposal =
				Proposal { dataset: dataset_id, requester: requester.clone(), terms, offered_at };
			Proposals::<T>::insert(proposal_id, proposal);
			let price = terms.price;
			Self::deposit_event(Event::Offered {
				proposal_id,
				dataset_id,
				requester,
				owner,
				price,
			});
			Ok(())
		}

		/// Take back an offer that has not been answered.
		///
		/// - Origin: signed by the requester.
		/// - `proposal_id`: the offer. Its price and its deposit are released.
		///
		/// Emits [`Event::Withdrawn`]. Errors: [`Error::UnknownProposal`], [`Error::NotProposer`].
		#[pallet::call_index(1)]
		pub fn withdraw(origin: OriginFor<T>, proposal_id: ProposalId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let proposal = Self::open_proposal(proposal_id)?;
			ensure!(proposal.requester == who, Error::<T>::NotProposer);
			Self::close_proposal(proposal_id, &proposal)?;
			Self::deposit_event(Event::Withdrawn { proposal_id });
			Ok(())
		}

		/// Reject an offer. Free of charge, and possible without any `OWN`.
		///
		/// - Origin: signed by the owner of the dataset or the owner's guardian in office.
		/// - `proposal_id`: the offer. Its price and its deposit are released.
		///
		/// Emits [`Event::Rejected`]. Errors: [`Error::UnknownProposal`], [`Error::NotOwner`].
		#[pallet::call_index(2)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, proposal_id: &ProposalId| -> bool {
			Pallet::<T>::may_reject(origin, *proposal_id)
		})]
		pub fn reject(origin: OriginFor<T>, proposal_id: ProposalId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let proposal = Self::open_proposal(proposal_id)?;
			Self::ensure_may_decide(proposal.dataset, &who)?;
			Self::close_proposal(proposal_id, &proposal)?;
			Self::deposit_event(Event::Rejected { proposal_id });
			Ok(())
		}

		/// Consent to an offer: make it a grant.
		///
		/// - Origin: signed by the owner of the dataset or the owner's guardian in office.
		/// - `proposal_id`: the offer. Its price stays held until it is earned or refunded.
		/// - Who is paid is fixed now: the owner, whoever owns the dataset later, and the parts of attester and treasury.
		///
		/// Emits [`Event::Granted`]. Errors: [`Error::UnknownProposal`], [`Error::NotOwner`], [`Error::DatasetErased`],
		/// [`Error::DatasetSealed`], [`Error::OwnDataset`] if the requester decides about the dataset by now,
		/// [`Error::NotRequester`] if the requester is no longer accredited.
		#[pallet::call_index(3)]
		pub fn approve(origin: OriginFor<T>, proposal_id: ProposalId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let proposal = Self::open_proposal(proposal_id)?;
			let parties = Self::open_to(&proposal.requester, proposal.dataset)?;
			Self::ensure_may_decide(proposal.dataset, &who)?;
			Self::ensure_requester(&proposal.requester)?;

			let grant_id = NextGrantId::<T>::get();
			NextGrantId::<T>::put(grant_id.checked_add(1).ok_or(Error::<T>::IdsExhausted)?);
			Proposals::<T>::remove(proposal_id);
			if let Some(deposit) = ProposalDeposits::<T>::take(proposal_id) {
				GrantDeposits::<T>::insert(grant_id, deposit);
			}
			let Proposal { dataset, requester: grantee, terms, .. } = proposal;
			let owner = parties.owner;
			let issued_at = T::Time::now();
			let expires_at = issued_at.saturating_add(terms.period);
			let grant = Grant {
				dataset,
				owner: owner.clone(),
				grantee: grantee.clone(),
				terms,
				shares: Shares {
					attester: parties.attester.map(|who| (who, T::AttesterShare::get())),
					treasury: T::TreasuryShare::get(),
				},
				issued_at,
				deliver_by: issued_at
					.saturating_add(T::DeliveryPeriod::get())
					.min(expires_at.saturating_sub(1)),
				expires_at,
				delivery: None,
				ended: None,
				paid: 0,
				settled: false,
				accesses: 0,
			};
			Grants::<T>::insert(grant_id, grant);
			GrantsOf::<T>::insert((dataset, &grantee, grant_id), ());
			Self::deposit_event(Event::Granted {
				grant_id,
				proposal_id,
				dataset_id: dataset,
				owner,
				grantee,
				expires_at,
			});
			Ok(())
		}

		/// Hand the key over: put the hash of the Crypt4GH header written for the grantee on record.
		///
		/// - Origin: signed by the owner of the dataset or the owner's guardian in office.
		/// - `grant_id`: the grant.
		/// - `header_hash`: BLAKE2b-256 of the header. The header itself travels off chain.
		/// - Pays the upfront part of the price.
		///
		/// Emits [`Event::Delivered`] and [`Event::Paid`]. Errors: [`Error::UnknownGrant`], [`Error::NotOwner`],
		/// [`Error::AlreadyDelivered`], [`Error::GrantEnded`], [`Error::DeliveryOverdue`].
		#[pallet::call_index(4)]
		pub fn deliver(
			origin: OriginFor<T>,
			grant_id: GrantId,
			header_hash: Digest,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let mut grant = Self::existing_grant(grant_id)?;
			let now = T::Time::now();
			ensure!(grant.allows(now), Error::<T>::GrantEnded);
			Self::ensure_may_decide(grant.dataset, &who)?;
			ensure!(grant.delivery.is_none(), Error::<T>::AlreadyDelivered);
			ensure!(!grant.is_overdue(now), Error::<T>::DeliveryOverdue);

			grant.delivery = Some(Delivery { at: now, header_hash });
			Self::deposit_event(Event::Delivered { grant_id, header_hash });
			Self::settle_at(grant_id, &mut grant, now)?;
			Grants::<T>::insert(grant_id, grant);
			Ok(())
		}

		/// Record that the grantee read the data.
		///
		/// - Origin: signed by the custodian of the dataset.
		/// - `grant_id`: the grant under which it took place.
		/// - `receipt`: hash of the salted access record.
		/// - Holds the receipt deposit.
		///
		/// Emits [`Event::AccessRecorded`]. Errors: [`Error::UnknownGrant`], [`Error::NotCustodian`],
		/// [`Error::GrantEnded`], [`Error::NotDelivered`], or the deposit cannot be held.
		#[pallet::call_index(5)]
		pub fn record_access(
			origin: OriginFor<T>,
			grant_id: GrantId,
			receipt: Digest,
		) -> DispatchResult {
			let custodian = ensure_signed(origin)?;
			let mut grant = Self::existing_grant(grant_id)?;
			let now = T::Time::now();
			ensure!(grant.allows(now), Error::<T>::GrantEnded);
			let parties = Self::parties(grant.dataset)?;
			ensure!(parties.custodian == custodian, Error::<T>::NotCustodian);
			ensure!(grant.delivery.is_some(), Error::<T>::NotDelivered);

			let index = grant.accesses;
			grant.accesses = index.checked_add(1).ok_or(Error::<T>::IdsExhausted)?;
			let deposit = T::ReceiptDeposit::new(&custodian, Self::receipt_footprint())?;
			let record =
				Receipt { custodian: custodian.clone(), at: now, digest: receipt, deposit };
			Receipts::<T>::insert(grant_id, index, record);
			Grants::<T>::insert(grant_id, grant);
			Self::deposit_event(Event::AccessRecorded { grant_id, custodian, index, receipt });
			Ok(())
		}

		/// Pay out what a grant has earned so far, and refund the rest if it has ended.
		///
		/// - Origin: signed by anyone, so that escrow never gets stuck.
		/// - `grant_id`: the grant. If its key was not delivered in time, it ends now and is refunded in full.
		///   If its dataset was erased, it ended then.
		///
		/// Emits [`Event::Paid`], [`Event::Lapsed`], [`Event::Settled`] as it applies. Errors:
		/// [`Error::UnknownGrant`], [`Error::NothingDue`].
		#[pallet::call_index(6)]
		pub fn settle(origin: OriginFor<T>, grant_id: GrantId) -> DispatchResult {
			ensure_signed(origin)?;
			let mut grant = Self::existing_grant(grant_id)?;
			let now = T::Time::now();
			if grant.is_overdue(now) && grant.allows(now) {
				grant.ended = Some(Ended { at: now, cause: EndCause::Undelivered });
				Self::deposit_event(Event::Lapsed { grant_id, at: now });
			}
			let due = grant.earned(now) > grant.paid;
			ensure!(!grant.settled && (due || now >= grant.end()), Error::<T>::NothingDue);
			Self::settle_at(grant_id, &mut grant, now)?;
			Grants::<T>::insert(grant_id, grant);
			Ok(())
		}

		/// Revoke a grant. Free of charge, possible without any `OWN`, and in force from this block on.
		///
		/// - Origin: signed by the owner of the dataset or the owner's guardian in office.
		/// - `grant_id`: the grant. What was earned is paid and the rest refunded in the same call.
		///
		/// Emits [`Event::Revoked`], [`Event::Paid`] if something was due, and [`Event::Settled`]. Errors:
		/// [`Error::UnknownGrant`], [`Error::NotOwner`], [`Error::GrantEnded`].
		#[pallet::call_index(7)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, grant_id: &GrantId| -> bool {
			Pallet::<T>::may_revoke(origin, *grant_id)
		})]
		pub fn revoke(origin: OriginFor<T>, grant_id: GrantId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let mut grant = Self::existing_grant(grant_id)?;
			let now = T::Time::now();
			ensure!(grant.allows(now), Error::<T>::GrantEnded);
			Self::ensure_may_decide(grant.dataset, &who)?;

			grant.ended = Some(Ended { at: now, cause: EndCause::Revoked });
			Self::deposit_event(Event::Revoked { grant_id, at: now });
			Self::settle_at(grant_id, &mut grant, now)?;
			Grants::<T>::insert(grant_id, grant);
			Ok(())
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			let shares = u32::from(T::AttesterShare::get().deconstruct())
				.saturating_add(T::TreasuryShare::get().deconstruct().into());
			assert!(shares <= 100, "AttesterShare and TreasuryShare exceed the whole price");
			assert!(T::DeliveryPeriod::get() > 0, "DeliveryPeriod leaves no time to deliver");
			assert!(T::MaxPeriod::get() > 0, "MaxPeriod leaves no period to grant");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	impl<T: Config> Pallet<T> {
		/// What a proposal, and the grant that may come of it, take in storage.
		pub fn record_footprint() -> Footprint {
			type Entries<T> = (
				(GrantId, GrantOf<T>),
				(GrantId, RecordTicketOf<T>),
				(DatasetId, <T as frame_system::Config>::AccountId, GrantId),
			);
			Footprint::from_parts(3, Entries::<T>::max_encoded_len())
		}

		/// What one receipt takes in storage.
		pub fn receipt_footprint() -> Footprint {
			Footprint::from_mel::<(GrantId, u32, Receipt<T::AccountId, ReceiptTicketOf<T>>)>()
		}

		pub(crate) fn open_proposal(id: ProposalId) -> Result<ProposalOf<T>, Error<T>> {
			Proposals::<T>::get(id).ok_or(Error::<T>::UnknownProposal)
		}

		pub(crate) fn existing_grant(id: GrantId) -> Result<GrantOf<T>, Error<T>> {
			Self::grant(id).ok_or(Error::<T>::UnknownGrant)
		}

		/// The parties of a dataset that stands.
		fn parties(dataset: DatasetId) -> Result<DatasetParties<T::AccountId>, Error<T>> {
			T::Datasets::parties(dataset).ok_or_else(|| {
				if T::Datasets::erased_at(dataset).is_some() {
					Error::<T>::DatasetErased
				} else {
					Error::<T>::UnknownDataset
				}
			})
		}

		/// The parties of a dataset for which `requester` may be given a grant.
		fn open_to(
			requester: &T::AccountId,
			dataset: DatasetId,
		) -> Result<DatasetParties<T::AccountId>, Error<T>> {
			let parties = Self::parties(dataset)?;
			ensure!(!T::Datasets::is_sealed(dataset), Error::<T>::DatasetSealed);
			ensure!(!T::Datasets::may_decide(dataset, requester), Error::<T>::OwnDataset);
			Ok(parties)
		}

		fn ensure_may_decide(dataset: DatasetId, who: &T::AccountId) -> Result<(), Error<T>> {
			ensure!(T::Datasets::may_decide(dataset, who), Error::<T>::NotOwner);
			Ok(())
		}

		fn ensure_requester(who: &T::AccountId) -> Result<(), Error<T>> {
			ensure!(T::Members::has_role(who, Role::Requester), Error::<T>::NotRequester);
			Ok(())
		}

		/// Whether `origin` may reject this proposal now, and so need not pay for it.
		fn may_reject(origin: &OriginFor<T>, proposal_id: ProposalId) -> bool {
			ensure_signed(origin.clone()).is_ok_and(|who| {
				Self::open_proposal(proposal_id)
					.is_ok_and(|proposal| T::Datasets::may_decide(proposal.dataset, &who))
			})
		}

		/// Whether `origin` may revoke this grant now, and so need not pay for it.
		fn may_revoke(origin: &OriginFor<T>, grant_id: GrantId) -> bool {
			ensure_signed(origin.clone()).is_ok_and(|who| {
				Self::existing_grant(grant_id).is_ok_and(|grant| {
					grant.allows(T::Time::now()) && T::Datasets::may_decide(grant.dataset, &who)
				})
			})
		}

		/// End a proposal without a grant: release its price and its deposit.
		fn close_proposal(id: ProposalId, proposal: &ProposalOf<T>) -> DispatchResult {
			Proposals::<T>::remove(id);
			T::Token::release(
				&HoldReason::Escrow.into(),
				&proposal.requester,
				proposal.terms.price,
				Precision::Exact,
			)?;
			match ProposalDeposits::<T>::take(id) {
				Some(deposit) => deposit.drop(&proposal.requester),
				None => Ok(()),
			}
		}
	}
}
