#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)
)]

extern crate alloc;

pub use pallet::*;
pub use types::{IdKey, OwnedPolicy, Paid, MAX_AT_ONCE};
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod impls;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
mod try_state;
mod types;
pub mod weights;

#[frame_support::pallet]
pub mod pallet {
	use crate::{
		types::{
			AccountIdLookupOf, DatasetIds, GrantIds, GrantRecordOf, IdKey, PolicyRecordOf,
			PolicyTargetOf, ProposalRecordOf, ReceiptRecordOf, RefusalsOf, TrailRecordOf,
		},
		WeightInfo,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungible::{Inspect, MutateHold},
			Consideration, Footprint, Time,
		},
	};
	use frame_system::pallet_prelude::*;
	use ownome_primitives::{
		AncestryProofs, Balance, BatchRoot, ConsentPolicy, DatasetId, Digest, DisputeRecord,
		EmergencyReason, EndCause, Evidence, GrantId, InspectDataset, InspectMember, Moment,
		Ontology, OntologyRecord, Party, ProposalId, Scope, SuspendMember, Terms, TermsHash,
	};
	use sp_runtime::{traits::StaticLookup, Percent};

	/// Version of the storage layout.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The reasons for which this chain holds money.
		type RuntimeHoldReason: From<HoldReason>;

		/// The data token, in which prices are paid.
		type Token: Inspect<Self::AccountId, Balance = Balance>
			+ MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// What a requester or clinician pays for the record of a proposal and of the grant that may come of it. Returned when a
		/// proposal ends without a grant; kept as long as the grant is kept.
		type RecordDeposit: Consideration<Self::AccountId, Footprint>;

		/// What a custodian pays for a receipt and its place in the audit trail, held as long as they are kept.
		type ReceiptDeposit: Consideration<Self::AccountId, Footprint>;

		/// What is paid for an owner's policy or refusals, held as long as they stand, and for the place of a dataset's policy in the audit
		/// trail, held as long as that is kept.
		type PolicyDeposit: Consideration<Self::AccountId, Footprint>;

		/// Who is accredited for what.
		type Members: InspectMember<Self::AccountId>;

		/// Suspends members on evidence that is on the chain.
		type Suspensions: SuspendMember<Self::AccountId>;

		/// Who owns which dataset.
		type Datasets: InspectDataset<Self::AccountId>;

		/// Who may put an ontology on record. Whoever holds this origin decides which diseases are kinds of others, and so which
		/// purposes the policies of owners allow.
		type OntologyOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Legal time, in Unix milliseconds.
		type Time: Time<Moment = Moment>;

		/// How long a party has to answer an offer or counter-offer, in milliseconds.
		#[pallet::constant]
		type AnswerPeriod: Get<Moment>;

		/// How many counter-offers there may be.
		#[pallet::constant]
		type MaxRounds: Get<u8>;

		/// How many offers of one requester to one owner may be open.
		#[pallet::constant]
		type MaxOpenProposals: Get<u32>;

		/// How long the owner has to deliver the key, in milliseconds from the grant; a quarter of its period if that is less.
		#[pallet::constant]
		type DeliveryPeriod: Get<Moment>;

		/// How long the grantee has to confirm or dispute a delivery, in milliseconds.
		#[pallet::constant]
		type ConfirmPeriod: Get<Moment>;

		/// How long an auditor has to decide a dispute, in milliseconds.
		#[pallet::constant]
		type RulingPeriod: Get<Moment>;

		/// How long a dataset is open in an emergency, in milliseconds.
		#[pallet::constant]
		type EmergencyPeriod: Get<Moment>;

		/// How long an ethics committee has to review an emergency, in milliseconds.
		#[pallet::constant]
		type ReviewPeriod: Get<Moment>;

		/// How many emergencies of one clinician may wait for a review.
		#[pallet::constant]
		type MaxUnreviewed: Get<u32>;

		/// How long a new ontology is announced before it counts, in milliseconds.
		#[pallet::constant]
		type OntologyDelay: Get<Moment>;

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
		/// The price of an offer, and what a grant may still earn, in `DATA`.
		Escrow,
		/// The record of a proposal or a grant, in `OWN`.
		Record,
		/// The record of accesses, in `OWN`.
		Receipt,
		/// A policy, or what an owner refuses, in `OWN`.
		Policy,
	}

	/// The id that the next proposal will get.
	#[pallet::storage]
	pub type NextProposalId<T: Config> = StorageValue<_, ProposalId, ValueQuery>;

	/// The id that the next grant will get.
	#[pallet::storage]
	pub type NextGrantId<T: Config> = StorageValue<_, GrantId, ValueQuery>;

	/// Proposals that wait for an answer. Paid for by the requester; deleted when they become grants or end without one.
	// Identity, here and below: ids are counters of the chain, so nobody chooses their place.
	#[pallet::storage]
	pub type Proposals<T: Config> =
		StorageMap<_, Identity, ProposalId, ProposalRecordOf<T>, OptionQuery>;

	/// The open proposals to each owner, a set in the order of the offers. Paid for and deleted with the proposal.
	// Blake2, here and below: the account chooses the key.
	#[pallet::storage]
	pub type ProposalsOfOwner<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Identity, IdKey, (), OptionQuery>;

	/// The open proposals of each requester, a set in the order of the offers. Paid for and deleted with the proposal.
	#[pallet::storage]
	pub type ProposalsOfRequester<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Identity, IdKey, (), OptionQuery>;

	/// How many proposals are open to each owner from each requester. Paid for with the proposals; deleted with the last of them.
	#[pallet::storage]
	pub type OpenProposals<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Blake2_128Concat,
		T::AccountId,
		u32,
		ValueQuery,
	>;

	/// Grants, running and ended. Paid for by the grantee; never deleted.
	#[pallet::storage]
	pub type Grants<T: Config> = StorageMap<_, Identity, GrantId, GrantRecordOf<T>, OptionQuery>;

	/// The grants of each dataset and grantee, a set in the order of the grants. Paid for with the grant; never deleted.
	#[pallet::storage]
	pub type GrantsOf<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Identity, DatasetId>,
			NMapKey<Blake2_128Concat, T::AccountId>,
			NMapKey<Identity, IdKey>,
		),
		(),
		OptionQuery,
	>;

	/// The grants in the name of each owner, a set in the order of the grants. Paid for with the grant; never deleted.
	#[pallet::storage]
	pub type GrantsOfOwner<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Identity, IdKey, (), OptionQuery>;

	/// The grants to each grantee, a set in the order of the grants. Paid for with the grant; never deleted.
	#[pallet::storage]
	pub type GrantsOfGrantee<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Identity, IdKey, (), OptionQuery>;

	/// The receipts of each grant, by the number of the first access that each is of. Paid for by the custodian; never deleted.
	#[pallet::storage]
	pub type Receipts<T: Config> =
		StorageDoubleMap<_, Identity, GrantId, Identity, IdKey, ReceiptRecordOf<T>, OptionQuery>;

	/// How each grantee has used disputes. Paid for with the grants; never deleted.
	#[pallet::storage]
	pub type Disputes<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, DisputeRecord, ValueQuery>;

	/// From which grantees owners have taken a consent back: standing clauses do not consent to these again. Paid for with the grants; deleted when
	/// the owner approves an offer of the grantee.
	#[pallet::storage]
	pub type RevokedGrantees<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Blake2_128Concat,
		T::AccountId,
		(),
		OptionQuery,
	>;

	/// The datasets that each clinician opened in an emergency that nobody has reviewed. Paid for with the grants; deleted with the review, or
	/// when the clinician is suspended for its lack.
	#[pallet::storage]
	pub type UnreviewedEmergencies<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<DatasetId, T::MaxUnreviewed>,
		ValueQuery,
	>;

	/// What happened to the consents for each dataset, in order. Paid for with the grants, by the custodians and by whoever set a policy; never
	/// deleted.
	#[pallet::storage]
	pub type Trail<T: Config> =
		StorageDoubleMap<_, Identity, DatasetId, Identity, IdKey, TrailRecordOf<T>, OptionQuery>;

	/// How many entries the audit trail of each dataset has. Paid for with the first of them; never deleted.
	#[pallet::storage]
	pub type TrailLength<T: Config> = StorageMap<_, Identity, DatasetId, u64, ValueQuery>;

	/// What owners say to all requests. Paid for by whoever set it; deleted on request.
	#[pallet::storage]
	pub type Policies<T: Config> =
		StorageMap<_, Blake2_128Concat, PolicyTargetOf<T>, PolicyRecordOf<T>, OptionQuery>;

	/// What owners refuse beforehand. Paid for by whoever set it; deleted when nothing is refused.
	#[pallet::storage]
	pub type OwnerRefusals<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, RefusalsOf<T>, OptionQuery>;

	/// Which diseases are kinds of others.
	#[pallet::storage]
	pub type OntologyOnRecord<T: Config> = StorageValue<_, OntologyRecord, ValueQuery>;

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
			/// The terms.
			terms_hash: TermsHash,
		},
		/// One of several offers failed.
		OfferFailed {
			/// The dataset asked for.
			dataset_id: DatasetId,
			/// Who asked.
			requester: T::AccountId,
			/// Why.
			error: DispatchError,
		},
		/// Somebody answered an offer with other terms.
		Countered {
			/// The proposal.
			proposal_id: ProposalId,
			/// Who.
			by: Party,
			/// How many counter-offers there were.
			round: u8,
			/// The price now, in 10^-18 `DATA`.
			price: Balance,
			/// The terms now.
			terms_hash: TermsHash,
		},
		/// An ethics committee signed an offer.
		CoSigned {
			/// The proposal.
			proposal_id: ProposalId,
			/// Who signed.
			by: T::AccountId,
			/// The terms.
			terms_hash: TermsHash,
		},
		/// A requester withdrew an offer, and what was held for it is released.
		Withdrawn {
			/// The proposal.
			proposal_id: ProposalId,
		},
		/// An owner rejected an offer, and what was held for it is released.
		Rejected {
			/// The proposal.
			proposal_id: ProposalId,
		},
		/// An offer was closed to which nobody could agree any more, and what was held for it is released.
		Expired {
			/// The proposal.
			proposal_id: ProposalId,
		},
		/// Somebody consented.
		Granted {
			/// The grant.
			grant_id: GrantId,
			/// The proposal that it came from, `None` if it was granted at once.
			proposal_id: Option<ProposalId>,
			/// The dataset.
			dataset_id: DatasetId,
			/// In whose name.
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
			/// Until when the grantee may dispute it, inclusive.
			confirm_by: Moment,
		},
		/// A grantee confirmed that the key opens the data.
		Confirmed {
			/// The grant.
			grant_id: GrantId,
		},
		/// A grantee says that the key does not open the data.
		Disputed {
			/// The grant.
			grant_id: GrantId,
			/// Hash of the salted statement of what is wrong.
			reason: Digest,
			/// Until when an auditor may decide, inclusive.
			decide_by: Moment,
		},
		/// An auditor decided a dispute.
		Ruled {
			/// The grant.
			grant_id: GrantId,
			/// Who decided.
			by: T::AccountId,
			/// Whether the key opens the data.
			valid: bool,
		},
		/// A custodian recorded accesses.
		AccessRecorded {
			/// The grant under which they took place.
			grant_id: GrantId,
			/// Who recorded them.
			custodian: T::AccountId,
			/// The number of the first one among the accesses of this grant, from 0.
			index: u64,
			/// By what they can be proved, and how many there are.
			evidence: Evidence,
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
		/// What could not be earned any more went back to the grantee.
		Refunded {
			/// The grant.
			grant_id: GrantId,
			/// How much, in 10^-18 `DATA`.
			amount: Balance,
		},
		/// All money of a grant has found its place.
		Settled {
			/// The grant.
			grant_id: GrantId,
			/// What was paid out in all, in 10^-18 `DATA`.
			paid: Balance,
			/// What went back to the grantee in all, in 10^-18 `DATA`.
			refunded: Balance,
		},
		/// A grant ended before its time.
		Ended {
			/// The grant.
			grant_id: GrantId,
			/// From this moment on it allows nothing.
			at: Moment,
			/// Why.
			cause: EndCause,
		},
		/// An owner leaves open less.
		Narrowed {
			/// The grant.
			grant_id: GrantId,
			/// How much is open from now on.
			scope: Scope,
			/// When the grant expires now.
			expires_at: Moment,
		},
		/// An owner set a policy.
		PolicySet {
			/// For what it holds.
			target: PolicyTargetOf<T>,
			/// By [`ConsentPolicy::hash`], as grants name it.
			policy: Digest,
		},
		/// A policy was taken off.
		PolicyRemoved {
			/// For what it held.
			target: PolicyTargetOf<T>,
		},
		/// An owner refuses all offers, or takes them again.
		DoorSet {
			/// The owner.
			owner: T::AccountId,
			/// Whether offers are refused.
			closed: bool,
		},
		/// An owner refuses emergency access, or allows it again.
		BreakGlassSet {
			/// The owner.
			owner: T::AccountId,
			/// Whether it is refused.
			opted_out: bool,
		},
		/// A clinician opened a dataset in an emergency. The owner should look at it.
		EmergencyOpened {
			/// The grant.
			grant_id: GrantId,
			/// The dataset.
			dataset_id: DatasetId,
			/// Who was not asked.
			owner: T::AccountId,
			/// Who may read.
			clinician: T::AccountId,
			/// Why.
			reason: EmergencyReason,
			/// Until when an ethics committee may review it, inclusive.
			review_by: Moment,
		},
		/// An ethics committee reviewed an emergency.
		Reviewed {
			/// The grant.
			grant_id: GrantId,
			/// Who.
			by: T::AccountId,
			/// Whether it was one.
			justified: bool,
		},
		/// A clinician was suspended for an emergency that was not justified or not reviewed in time.
		Reported {
			/// The grant.
			grant_id: GrantId,
			/// Who.
			clinician: T::AccountId,
		},
		/// The diseases of which one is a kind of another were announced. Owners should look at what their policies will mean.
		OntologyAnnounced {
			/// The root over the pairs.
			root: BatchRoot,
			/// How many pairs there are.
			count: u64,
			/// From this moment on it counts.
			from: Moment,
		},
		/// The ontology was taken off: no proof of ancestry counts.
		OntologyRemoved,
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The account is not a member in good standing accredited as Requester: apply to the consortium first.
		NotRequester,
		/// The account is not a member in good standing accredited as Ethics: apply to the consortium first.
		NotEthics,
		/// The account is not a member in good standing accredited as Auditor: apply to the consortium first.
		NotAuditor,
		/// The account is not a member in good standing accredited as Clinician: apply to the consortium first.
		NotClinician,
		/// The account has a part in this itself: let another institution decide.
		InvolvedParty,
		/// No dataset has this id: look the id up in the event of its registration.
		UnknownDataset,
		/// The dataset was erased: nothing of it is left to decide about.
		DatasetErased,
		/// The dataset is closed for new consents: its owner takes no offers for it any more.
		DatasetSealed,
		/// The caller decides about this dataset: nobody needs a grant for data of their own, or gives one to themselves.
		OwnDataset,
		/// The owner takes no offers: wait until the owner opens the door again.
		DoorClosed,
		/// The purpose has a value that is not of its form: correct it as the documentation of the Data Use Ontology says.
		MalformedPurpose,
		/// The scope is not in its one form: sort the list, join what overlaps, drop duplicates and name at least one thing.
		MalformedScope,
		/// The period is zero or longer than the chain allows: choose a shorter one.
		PeriodOutOfBounds,
		/// The number of accesses is zero: ask for at least one, or record at least one.
		NoAccesses,
		/// The consortium has put no ontology on record: offer without proofs of ancestry.
		NoOntology,
		/// A proof of ancestry does not fit the ontology on record: make it anew from the present one.
		BadAncestryProof,
		/// The owner's policy does not allow this purpose: look at the policy before making an offer.
		PolicyDenies,
		/// The owner's policy allows this purpose for shorter periods only: ask for less time.
		PeriodBeyondPolicy,
		/// The requester has as many open offers to this owner as it may have: wait for answers or withdraw one.
		TooManyProposals,
		/// Whoever made the counter-offer does not act for the owner any more: make a counter-offer or a new offer.
		CounterOfferLapsed,
		/// The price is more than the free balance of the data token: offer less or get more of it first.
		CannotPayPrice,
		/// No open proposal has this id: it may have been answered or withdrawn already.
		UnknownProposal,
		/// The caller did not make this offer: only the requester may do this.
		NotProposer,
		/// The caller neither owns this nor is the owner's guardian in office: only they may do this.
		NotOwner,
		/// The other party has to answer first: wait for its answer.
		NotYourTurn,
		/// A counter-offer cannot change the purpose: make a new offer for another one.
		PurposeChanged,
		/// There were as many counter-offers as there may be: agree, or make a new offer.
		TooManyRounds,
		/// The terms are not those that were named: read them again, and name their hash.
		TermsChanged,
		/// An ethics committee has to sign these terms first: ask a member accredited as Ethics.
		EthicsMissing,
		/// No signature of an ethics committee is missing: there is nothing to sign.
		NoEthicsNeeded,
		/// The time for an answer has passed: a new offer is needed.
		ProposalExpired,
		/// The dataset has another owner since the offer was made: a new offer is needed.
		TitleMoved,
		/// The offer may still be answered: wait until its time has passed.
		StillOpen,
		/// No grant has this id: look the id up in the event of the approval.
		UnknownGrant,
		/// The grant has ended: make a new offer for a new one.
		GrantEnded,
		/// The caller is not the grantee: only the grantee may do this.
		NotGrantee,
		/// The grantee is not a member in good standing: nothing is open to it.
		GranteeNotInStanding,
		/// The key was delivered already: one delivery per grant is enough.
		AlreadyDelivered,
		/// The deadline for delivering the key has passed: settle the grant, then agree on a new one.
		DeliveryOverdue,
		/// The key has not been delivered: nothing can have been read.
		NotDelivered,
		/// The delivery was confirmed or disputed already: that stands.
		AlreadyAnswered,
		/// The owner took back a part of the consent before the delivery was answered, so everything was refunded: there is nothing to answer.
		NothingAtStake,
		/// The time to confirm or dispute has passed: the delivery counts as confirmed.
		AnswerOverdue,
		/// The delivery is not in dispute: there is nothing to decide.
		NoDispute,
		/// The time to decide has passed: settle the grant, and everything goes back.
		RulingOverdue,
		/// The grantee says that the key does not open the data: nothing is open until that is decided.
		DeliveryDisputed,
		/// The scope or the end is not within what is open now: name less.
		NotNarrower,
		/// The grant was narrowed as often as it may be: revoke it.
		TooManyNarrowings,
		/// The caller is not the custodian of this dataset: only the custodian may record accesses.
		NotCustodian,
		/// The custodian is not a member in good standing accredited as Custodian: its word does not count.
		CustodianNotInStanding,
		/// These are more accesses than were granted: record only what the grant allows.
		TooManyAccesses,
		/// Nothing is due now: wait until more is earned or the grant ends.
		NothingDue,
		/// The policy has no clause, or a clause lacks a value or has one that is not of its form: correct it.
		MalformedPolicy,
		/// There is no such policy: there is nothing to take off.
		NoPolicy,
		/// The owner refuses emergency access: it is not possible here.
		EmergenciesRefused,
		/// The caller has opened this dataset before, and nobody has reviewed that yet: wait for the review.
		EmergencyUnreviewed,
		/// As many emergencies of the caller as there may be wait for a review: wait for the reviews.
		TooManyUnreviewed,
		/// The clinician is not a member in good standing now, so it cannot be suspended: report again when it is.
		ClinicianNotInStanding,
		/// The grant was not opened in an emergency: there is nothing to review or report.
		NoEmergency,
		/// The emergency was reviewed or reported already: that stands.
		AlreadyReviewed,
		/// The time for a review has passed: anybody may report it.
		ReviewOverdue,
		/// The emergency was justified, may still be reviewed, or was reported already: there is nothing to report.
		NothingToReport,
		/// All ids are used up: this takes longer than the chain can live.
		IdsExhausted,
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Make an offer for a dataset. If the owner's policy consents, it is a grant at once.
		///
		/// - Origin: signed by a member accredited as Requester.
		/// - `dataset_id`: the dataset asked for.
		/// - `terms`: what for, how much of it, how long, for how much.
		/// - `proofs`: that diseases are kinds of others, where the owner's policy may turn on that.
		/// - Holds the price in `DATA` and the record deposit in `OWN`, both in the requester's own account.
		///
		/// Emits [`Event::Offered`] or [`Event::Granted`]. Errors: [`Error::NotRequester`], [`Error::UnknownDataset`],
		/// [`Error::DatasetErased`], [`Error::DatasetSealed`], [`Error::OwnDataset`], [`Error::DoorClosed`], [`Error::MalformedPurpose`],
		/// [`Error::MalformedScope`], [`Error::PeriodOutOfBounds`], [`Error::NoAccesses`], [`Error::NoOntology`], [`Error::BadAncestryProof`],
		/// [`Error::PolicyDenies`], [`Error::PeriodBeyondPolicy`], [`Error::TooManyProposals`], [`Error::CannotPayPrice`], or the deposit cannot be held.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::offer(proofs.len() as u32))]
		pub fn offer(
			origin: OriginFor<T>,
			dataset_id: DatasetId,
			terms: Terms,
			proofs: AncestryProofs,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let proven = Self::proven(&proofs)?;
			Self::do_offer(who, dataset_id, terms, &proven)
		}

		/// Make the same offer for several datasets. Each has its own outcome.
		///
		/// - Origin: signed by a member accredited as Requester.
		/// - `dataset_ids`: the datasets asked for.
		/// - `terms`, `proofs`: as for [`Pallet::offer`].
		///
		/// Emits for each [`Event::Offered`], [`Event::Granted`], or [`Event::OfferFailed`] with an error of [`Pallet::offer`]. Errors:
		/// [`Error::NotRequester`], [`Error::NoOntology`], [`Error::BadAncestryProof`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::offer_many(dataset_ids.len() as u32, proofs.len() as u32))]
		pub fn offer_many(
			origin: OriginFor<T>,
			dataset_ids: DatasetIds,
			terms: Terms,
			proofs: AncestryProofs,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::ensure_requester(&who)?;
			let proven = Self::proven(&proofs)?;
			Self::do_offer_many(&who, dataset_ids, &terms, &proven);
			Ok(())
		}

		/// Answer an offer with other terms, when it is one's turn.
		///
		/// - Origin: signed by the requester, or by the owner of the dataset or the owner's guardian in office.
		/// - `proposal_id`: the offer.
		/// - `terms`: the new terms; the purpose stays. What is held follows the price: down at once, up when the requester asks or accepts.
		/// - The owner's policy is asked again. An ethics committee has to sign, again if it had signed, if it asks for it now or did before.
		///
		/// Emits [`Event::Countered`]. Errors: [`Error::UnknownProposal`], [`Error::NotOwner`], [`Error::NotYourTurn`], [`Error::ProposalExpired`],
		/// [`Error::TitleMoved`], [`Error::DatasetErased`], [`Error::DatasetSealed`], [`Error::PurposeChanged`], [`Error::MalformedScope`],
		/// [`Error::PeriodOutOfBounds`], [`Error::NoAccesses`], [`Error::TooManyRounds`]; for the requester also [`Error::PolicyDenies`],
		/// [`Error::PeriodBeyondPolicy`], [`Error::NotRequester`], [`Error::CannotPayPrice`].
		#[pallet::call_index(2)]
		pub fn counter(
			origin: OriginFor<T>,
			proposal_id: ProposalId,
			terms: Terms,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_counter(who, proposal_id, terms)
		}

		/// Consent to what a requester offers: make it a grant.
		///
		/// - Origin: signed by the owner of the dataset, or by the owner's guardian in office.
		/// - `proposal_id`: the offer. Its price stays held until it is earned or refunded.
		/// - `terms_hash`: by [`Terms::hash`], so that nobody consents to terms that changed in the meantime.
		/// - The parts of attester and treasury are fixed now.
		///
		/// Emits [`Event::Granted`]. Errors: [`Error::UnknownProposal`], [`Error::NotOwner`], [`Error::OwnDataset`], [`Error::NotYourTurn`],
		/// [`Error::TermsChanged`], [`Error::EthicsMissing`], [`Error::ProposalExpired`], [`Error::TitleMoved`], [`Error::DatasetErased`],
		/// [`Error::DatasetSealed`], [`Error::NotRequester`] if the requester is no longer accredited.
		#[pallet::call_index(3)]
		pub fn approve(
			origin: OriginFor<T>,
			proposal_id: ProposalId,
			terms_hash: TermsHash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_approve(who, proposal_id, terms_hash)
		}

		/// Agree to what an owner asks for in a counter-offer: make it a grant.
		///
		/// - Origin: signed by the requester.
		/// - `proposal_id`: the offer. What its price is more than what is held is held now.
		/// - `terms_hash`: by [`Terms::hash`].
		///
		/// Emits [`Event::Granted`]. Errors: [`Error::UnknownProposal`], [`Error::NotProposer`], [`Error::CounterOfferLapsed`],
		/// [`Error::CannotPayPrice`], and those of [`Pallet::approve`].
		#[pallet::call_index(4)]
		pub fn accept(
			origin: OriginFor<T>,
			proposal_id: ProposalId,
			terms_hash: TermsHash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept(who, proposal_id, terms_hash)
		}

		/// Reject an offer. Free of charge, and possible without any `OWN`.
		///
		/// - Origin: signed by the owner of the dataset, or by the owner's guardian in office.
		/// - `proposal_id`: the offer. What is held for it and its deposit are released.
		///
		/// Emits [`Event::Rejected`]. Errors: [`Error::UnknownProposal`], [`Error::NotOwner`], [`Error::DatasetErased`].
		#[pallet::call_index(5)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, proposal_id: &ProposalId| -> bool {
			Pallet::<T>::may_reject(origin, *proposal_id)
		})]
		pub fn reject(origin: OriginFor<T>, proposal_id: ProposalId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_reject(&who, proposal_id)
		}

		/// Take back an offer.
		///
		/// - Origin: signed by the requester.
		/// - `proposal_id`: the offer. What is held for it and its deposit are released.
		///
		/// Emits [`Event::Withdrawn`]. Errors: [`Error::UnknownProposal`], [`Error::NotProposer`].
		#[pallet::call_index(6)]
		pub fn withdraw(origin: OriginFor<T>, proposal_id: ProposalId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(&who, proposal_id)
		}

		/// Close an offer that nobody can agree to any more: not answered in time, or its dataset changed hands, was sealed or erased.
		///
		/// - Origin: signed by anyone, so that escrow never gets stuck.
		/// - `proposal_id`: the offer. What is held for it and its deposit are released.
		///
		/// Emits [`Event::Expired`]. Errors: [`Error::UnknownProposal`], [`Error::StillOpen`].
		#[pallet::call_index(7)]
		pub fn expire(origin: OriginFor<T>, proposal_id: ProposalId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_expire(proposal_id)
		}

		/// Sign an offer for an ethics committee. If the owner's policy consents to it, it is a grant at once.
		///
		/// - Origin: signed by a member accredited as Ethics that neither has a part in it nor is of an institution that has.
		/// - `proposal_id`: the offer.
		/// - `terms_hash`: by [`Terms::hash`].
		///
		/// Emits [`Event::CoSigned`], and [`Event::Granted`] if it applies. Errors: [`Error::UnknownProposal`], [`Error::NotEthics`],
		/// [`Error::InvolvedParty`], [`Error::NoEthicsNeeded`], [`Error::TermsChanged`], [`Error::ProposalExpired`], [`Error::TitleMoved`],
		/// [`Error::DatasetErased`], [`Error::DatasetSealed`], [`Error::NotRequester`].
		#[pallet::call_index(8)]
		pub fn cosign(
			origin: OriginFor<T>,
			proposal_id: ProposalId,
			terms_hash: TermsHash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cosign(who, proposal_id, terms_hash)
		}

		/// Hand the key over: put the hash of the Crypt4GH header written for the grantee on record.
		///
		/// - Origin: signed by the owner of the dataset, or by the owner's guardian in office.
		/// - `grant_id`: the grant.
		/// - `header_hash`: BLAKE2b-256 of the header. The header itself travels off chain.
		/// - Nothing is paid before the grantee confirms, or lets the time for a dispute pass. What cannot be earned any more, because the time before
		///   delivery earns nothing, is released.
		///
		/// Emits [`Event::Delivered`]. Errors: [`Error::UnknownGrant`], [`Error::NotOwner`], [`Error::DatasetErased`],
		/// [`Error::AlreadyDelivered`], [`Error::DeliveryOverdue`], [`Error::GrantEnded`], [`Error::GranteeNotInStanding`].
		#[pallet::call_index(9)]
		pub fn deliver(
			origin: OriginFor<T>,
			grant_id: GrantId,
			header_hash: Digest,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_deliver(&who, grant_id, header_hash)
		}

		/// Confirm that the key opens the data. What is earned so far is paid.
		///
		/// - Origin: signed by the grantee.
		/// - `grant_id`: the grant.
		///
		/// Emits [`Event::Confirmed`] and [`Event::Paid`]. Errors: [`Error::UnknownGrant`], [`Error::NotGrantee`], [`Error::NotDelivered`],
		/// [`Error::AlreadyAnswered`], [`Error::AnswerOverdue`], [`Error::NothingAtStake`].
		#[pallet::call_index(10)]
		pub fn confirm(origin: OriginFor<T>, grant_id: GrantId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_confirm(&who, grant_id)
		}

		/// Say that the key does not open the data. The money is frozen and nothing is open until an auditor has decided; without a decision in time
		/// everything goes back.
		///
		/// - Origin: signed by the grantee.
		/// - `grant_id`: the grant.
		/// - `reason`: hash of the salted statement of what is wrong.
		///
		/// Emits [`Event::Disputed`]. Errors: [`Error::UnknownGrant`], [`Error::NotGrantee`], [`Error::NotDelivered`],
		/// [`Error::AlreadyAnswered`], [`Error::AnswerOverdue`], [`Error::NothingAtStake`].
		#[pallet::call_index(11)]
		pub fn dispute(origin: OriginFor<T>, grant_id: GrantId, reason: Digest) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_dispute(&who, grant_id, reason)
		}

		/// Decide a dispute.
		///
		/// - Origin: signed by a member accredited as Auditor that neither has a part in the grant or its dataset nor is of an institution that has.
		/// - `grant_id`: the grant.
		/// - `valid`: whether the key packet opens the data. If it does, the delivery earns and the false dispute stays on record; if it does not, the grant ends and
		///   everything goes back.
		///
		/// Emits [`Event::Ruled`], and [`Event::Paid`] or [`Event::Refunded`]. Errors: [`Error::UnknownGrant`], [`Error::NotAuditor`],
		/// [`Error::InvolvedParty`], [`Error::NotDelivered`], [`Error::NoDispute`], [`Error::RulingOverdue`].
		#[pallet::call_index(12)]
		pub fn rule(origin: OriginFor<T>, grant_id: GrantId, valid: bool) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_rule(&who, grant_id, valid)
		}

		/// Pay out what a grant has earned so far, release what it cannot earn any more, and write down an end that came by itself.
		///
		/// - Origin: signed by anyone, so that escrow never gets stuck.
		/// - `grant_id`: the grant.
		///
		/// Emits [`Event::Ended`], [`Event::Paid`], [`Event::Refunded`], [`Event::Settled`] as it applies. Errors:
		/// [`Error::UnknownGrant`], [`Error::NothingDue`].
		#[pallet::call_index(13)]
		pub fn settle(origin: OriginFor<T>, grant_id: GrantId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_settle(&who, grant_id)
		}

		/// Revoke a grant. Free of charge, possible without any `OWN`, and in force from this block on.
		///
		/// - Origin: signed by the owner of the dataset, or by the owner's guardian in office.
		/// - `grant_id`: the grant. What was earned is paid, and what cannot be earned any more is released, in the same call. Who revokes before the
		///   grantee has answered the delivery earns nothing.
		/// - Standing clauses of the owner do not consent to this grantee again, until the owner approves an offer of it.
		///
		/// Emits [`Event::Ended`], and [`Event::Paid`], [`Event::Refunded`], [`Event::Settled`] as it applies. Errors:
		/// [`Error::UnknownGrant`], [`Error::NotOwner`], [`Error::DatasetErased`], [`Error::GrantEnded`].
		#[pallet::call_index(14)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, grant_id: &GrantId| -> bool {
			Pallet::<T>::may_revoke(origin, *grant_id)
		})]
		pub fn revoke(origin: OriginFor<T>, grant_id: GrantId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_revoke(&who, grant_id)
		}

		/// Revoke several grants, as [`Pallet::revoke`] does. Those that ended already are left alone. Free if the caller may revoke each of them now, and
		/// none stands there twice.
		///
		/// - Origin: signed by the owner of all the datasets, or by the owner's guardian in office.
		/// - `grant_ids`: the grants.
		///
		/// Emits what [`Pallet::revoke`] does for each. Errors: [`Error::UnknownGrant`], [`Error::NotOwner`], [`Error::DatasetErased`],
		/// [`Error::GrantEnded`] if all have ended.
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::revoke_many(grant_ids.len() as u32))]
		#[pallet::feeless_if(|origin: &OriginFor<T>, grant_ids: &GrantIds| -> bool {
			Pallet::<T>::may_revoke_many(origin, grant_ids)
		})]
		pub fn revoke_many(origin: OriginFor<T>, grant_ids: GrantIds) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_revoke_many(&who, grant_ids)
		}

		/// Leave open less of a dataset, or for a shorter time, from this block on. Free of charge, and possible without any `OWN`.
		///
		/// - Origin: signed by the owner of the dataset, or by the owner's guardian in office.
		/// - `grant_id`: the grant. What cannot be earned any more is released: that is all of the rest if the scope is less, because what was
		///   paid for is not open any more, and everything if the grantee has not answered the delivery.
		/// - `scope`: part of what is open now.
		/// - `expires_at`: not later than the grant ends now.
		///
		/// Emits [`Event::Narrowed`], and [`Event::Paid`] and [`Event::Refunded`] as it applies. Errors: [`Error::UnknownGrant`],
		/// [`Error::NotOwner`], [`Error::DatasetErased`], [`Error::GrantEnded`], [`Error::MalformedScope`], [`Error::NotNarrower`],
		/// [`Error::TooManyNarrowings`].
		#[pallet::call_index(16)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, grant_id: &GrantId, scope: &Scope, expires_at: &Moment| -> bool {
			Pallet::<T>::may_narrow(origin, *grant_id, scope, *expires_at)
		})]
		pub fn narrow(
			origin: OriginFor<T>,
			grant_id: GrantId,
			scope: Scope,
			expires_at: Moment,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_narrow(&who, grant_id, scope, expires_at)
		}

		/// Give a grant back.
		///
		/// - Origin: signed by the grantee.
		/// - `grant_id`: the grant. Before delivery everything is released. Afterwards the grantee has the key, and what the rest of the period would have
		///   earned is owed as soon as the delivery counts as accepted.
		///
		/// Emits what [`Pallet::revoke`] does. Errors: [`Error::UnknownGrant`], [`Error::NotGrantee`], [`Error::GrantEnded`].
		#[pallet::call_index(17)]
		pub fn relinquish(origin: OriginFor<T>, grant_id: GrantId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_relinquish(&who, grant_id)
		}

		/// Record that the grantee read the data.
		///
		/// - Origin: signed by the custodian of the dataset.
		/// - `grant_id`: the grant under which it took place.
		/// - `receipt`: hash of the salted access record.
		/// - Holds the receipt deposit. With the last access that was granted, the grant ends; its price goes on being earned by time.
		///
		/// Emits [`Event::AccessRecorded`]. Errors: [`Error::UnknownGrant`], [`Error::UnknownDataset`], [`Error::DatasetErased`],
		/// [`Error::NotCustodian`], [`Error::CustodianNotInStanding`], [`Error::GrantEnded`], [`Error::NotDelivered`], [`Error::DeliveryDisputed`], [`Error::GranteeNotInStanding`],
		/// [`Error::TooManyAccesses`], or the deposit cannot be held.
		#[pallet::call_index(18)]
		pub fn record_access(
			origin: OriginFor<T>,
			grant_id: GrantId,
			receipt: Digest,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_record(who, grant_id, Evidence::Record(receipt))
		}

		/// Record that the grantee read the data several times.
		///
		/// - Origin: signed by the custodian of the dataset.
		/// - `grant_id`: the grant under which it took place.
		/// - `root`: the root over the hashes of the salted access records.
		/// - `count`: how many there are.
		/// - Holds the receipt deposit, once.
		///
		/// Emits [`Event::AccessRecorded`]. Errors: [`Error::NoAccesses`], and those of [`Pallet::record_access`].
		#[pallet::call_index(19)]
		pub fn record_accesses(
			origin: OriginFor<T>,
			grant_id: GrantId,
			root: BatchRoot,
			count: u32,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_record(who, grant_id, Evidence::Batch { root, count })
		}

		/// Set what is to be said to all requests, or take it off.
		///
		/// - Origin: signed by the owner, or by the owner's guardian in office. When the title has moved or the dataset was erased, whoever paid for it may
		///   take it off.
		/// - `target`: one dataset, or all datasets of an owner that have no policy of their own. A policy speaks for the owner who set it, not for
		///   somebody to whom the title goes later.
		/// - `policy`: the policy, or none, which is free of charge and possible without any `OWN`. A guardian's policy consents as long as the guardian
		///   is in office; afterwards the owner is asked.
		/// - Holds a deposit for it in the account of the signer; that for the former one returns. The place of a dataset's policy in the audit trail is paid
		///   for good.
		///
		/// Emits [`Event::PolicySet`] or [`Event::PolicyRemoved`]. Errors: [`Error::UnknownDataset`], [`Error::DatasetErased`], [`Error::NotOwner`],
		/// [`Error::MalformedPolicy`], [`Error::NoPolicy`], or the deposit cannot be held.
		#[pallet::call_index(20)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, target: &PolicyTargetOf<T>, policy: &Option<ConsentPolicy>| -> bool {
			policy.is_none() && Pallet::<T>::may_remove_policy(origin, target)
		})]
		pub fn set_policy(
			origin: OriginFor<T>,
			target: PolicyTargetOf<T>,
			policy: Option<ConsentPolicy>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_policy(who, target, policy)
		}

		/// Refuse all offers from now on, or take them again. Offers that are open stay so.
		///
		/// - Origin: signed by the owner, or by the owner's guardian in office.
		/// - `owner`: whose door it is.
		/// - `closed`: whether offers are refused.
		/// - Holds a deposit as long as the owner refuses anything.
		///
		/// Emits [`Event::DoorSet`]. Errors: [`Error::NotOwner`], or the deposit cannot be held.
		#[pallet::call_index(21)]
		pub fn set_door(
			origin: OriginFor<T>,
			owner: AccountIdLookupOf<T>,
			closed: bool,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let owner = T::Lookup::lookup(owner)?;
			Self::do_refuse(who, &owner, |refusals| refusals.offers = closed)?;
			Self::deposit_event(Event::DoorSet { owner, closed });
			Ok(())
		}

		/// Refuse break-glass grants from now on, or allow them again.
		///
		/// - Origin: signed by the owner, or by the owner's guardian in office.
		/// - `owner`: whose datasets it is about.
		/// - `opted_out`: whether emergency access is refused.
		/// - Holds a deposit as long as the owner refuses anything.
		///
		/// Emits [`Event::BreakGlassSet`]. Errors: [`Error::NotOwner`], or the deposit cannot be held.
		#[pallet::call_index(22)]
		pub fn set_break_glass(
			origin: OriginFor<T>,
			owner: AccountIdLookupOf<T>,
			opted_out: bool,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let owner = T::Lookup::lookup(owner)?;
			Self::do_refuse(who, &owner, |refusals| refusals.emergencies = opted_out)?;
			Self::deposit_event(Event::BreakGlassSet { owner, opted_out });
			Ok(())
		}

		/// Open a dataset in an emergency, without asking and without a price, for as long as [`Config::EmergencyPeriod`] says.
		///
		/// - Origin: signed by a member accredited as Clinician.
		/// - `dataset_id`: the dataset.
		/// - `reason`: why.
		/// - `justification`: hash of the salted justification, for the review.
		/// - Holds the record deposit.
		///
		/// Emits [`Event::Granted`] and [`Event::EmergencyOpened`]. Errors: [`Error::NotClinician`], [`Error::UnknownDataset`], [`Error::DatasetErased`],
		/// [`Error::DatasetSealed`], [`Error::OwnDataset`], [`Error::EmergenciesRefused`], [`Error::EmergencyUnreviewed`],
		/// [`Error::TooManyUnreviewed`], or the deposit cannot be held.
		#[pallet::call_index(23)]
		pub fn open_emergency(
			origin: OriginFor<T>,
			dataset_id: DatasetId,
			reason: EmergencyReason,
			justification: Digest,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_open_emergency(who, dataset_id, reason, justification)
		}

		/// Say for an ethics committee whether an emergency was one. If it was not, what is still open ends.
		///
		/// - Origin: signed by a member accredited as Ethics that neither has a part in it nor is of an institution that has.
		/// - `grant_id`: the grant.
		/// - `justified`: whether it was.
		///
		/// Emits [`Event::Reviewed`]. Errors: [`Error::UnknownGrant`], [`Error::NotEthics`], [`Error::NoEmergency`], [`Error::InvolvedParty`],
		/// [`Error::AlreadyReviewed`], [`Error::ReviewOverdue`].
		#[pallet::call_index(24)]
		pub fn review(origin: OriginFor<T>, grant_id: GrantId, justified: bool) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_review(&who, grant_id, justified)
		}

		/// Have a clinician suspended whose emergency was found not justified, or was not reviewed in time.
		///
		/// - Origin: signed by anyone.
		/// - `grant_id`: the grant.
		///
		/// Emits [`Event::Reported`]. Errors: [`Error::UnknownGrant`], [`Error::NoEmergency`], [`Error::NothingToReport`],
		/// [`Error::ClinicianNotInStanding`].
		#[pallet::call_index(25)]
		pub fn report(origin: OriginFor<T>, grant_id: GrantId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_report(&who, grant_id)
		}

		/// Announce the root over the is-a closure of MONDO, by which offers will prove that a disease is a kind of another. It counts after
		/// [`Config::OntologyDelay`], in place of the present one; one that was announced before and does not count yet never will.
		///
		/// - Origin: [`Config::OntologyOrigin`].
		/// - `root`: the root over the pairs, each hashed by [`ownome_primitives::ancestry_leaf`].
		/// - `count`: how many pairs there are; none takes the ontology off at once, which only leaves more to owners.
		///
		/// Emits [`Event::OntologyAnnounced`] or [`Event::OntologyRemoved`].
		#[pallet::call_index(26)]
		pub fn set_ontology_root(
			origin: OriginFor<T>,
			root: BatchRoot,
			count: u64,
		) -> DispatchResult {
			T::OntologyOrigin::ensure_origin(origin)?;
			Self::do_set_ontology((count > 0).then_some(Ontology { root, count }));
			Ok(())
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			let shares = u32::from(T::AttesterShare::get().deconstruct())
				.saturating_add(T::TreasuryShare::get().deconstruct().into());
			assert!(shares <= 100, "AttesterShare and TreasuryShare exceed the whole price");
			for (period, name) in [
				(T::AnswerPeriod::get(), "AnswerPeriod"),
				(T::DeliveryPeriod::get(), "DeliveryPeriod"),
				(T::ConfirmPeriod::get(), "ConfirmPeriod"),
				(T::RulingPeriod::get(), "RulingPeriod"),
				(T::EmergencyPeriod::get(), "EmergencyPeriod"),
				(T::ReviewPeriod::get(), "ReviewPeriod"),
				(T::MaxPeriod::get(), "MaxPeriod"),
			] {
				assert!(period > 0, "{name} leaves no time");
			}
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
