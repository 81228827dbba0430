#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)
)]

extern crate alloc;

pub use pallet::*;
pub use types::{IdKey, Paid};
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
			AccountIdLookupOf, AttestationsOf, BatchOf, GuardianshipOf, IdKey, PaidLocationsOf,
			PaidTagsOf, RecordOf, RegistrationOf, RegistrationsOf, SubjectOf, TransferOfferOf,
		},
		WeightInfo,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{Consideration, Footprint, Time},
	};
	use frame_system::pallet_prelude::*;
	#[cfg(feature = "runtime-benchmarks")]
	use ownome_primitives::OffchainSigner;
	use ownome_primitives::{
		BatchId, BatchProof, BatchRoot, Commitment, DataFormat, DatasetId, Digest, InspectMember,
		Locations, Moment, Seal, SearchToken, SearchTokens, SubjectId, Tags, Tombstone,
		MAX_ATTESTATIONS, MAX_TAGS,
	};
	use sp_runtime::traits::{IdentifyAccount, StaticLookup, Verify};

	/// Version of the storage layout.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// What is paid for a dataset's record, locations, tags and offer of transfer, held as long as each of them stands.
		type DatasetDeposit: Consideration<Self::AccountId, Footprint>;

		/// What an attester pays for an attestation, held as long as it stands.
		type AttestationDeposit: Consideration<Self::AccountId, Footprint>;

		/// What an owner pays for a guardian and for a pseudonym, held as long as each of them stands.
		type AccountDeposit: Consideration<Self::AccountId, Footprint>;

		/// What a member pays for a batch, held for ever.
		type BatchDeposit: Consideration<Self::AccountId, Footprint>;

		/// Who is accredited for what.
		type Members: InspectMember<Self::AccountId>;

		/// Legal time, in Unix milliseconds.
		type Time: Time<Moment = Moment>;

		/// The signatures with which owners sign what somebody else sends.
		type OffchainSignature: Parameter
			+ Verify<Signer: IdentifyAccount<AccountId = Self::AccountId>>;

		/// The longest term of a guardian, in milliseconds: long enough for a newborn, and no longer.
		#[pallet::constant]
		type MaxGuardianship: Get<Moment>;

		/// Signs for the benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: OffchainSigner<Self::AccountId, Self::OffchainSignature>;

		/// Weights measured by the benchmarks of this pallet.
		type WeightInfo: WeightInfo;
	}

	/// What is held in the native coin.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The record of a dataset, its locations, its tags, the offer of its title.
		Dataset,
		/// The record of an attestation.
		Attestation,
		/// The guardian or the pseudonym of an owner.
		Account,
		/// The record of a batch.
		Batch,
	}

	/// The id that the next dataset will get.
	#[pallet::storage]
	pub type NextDatasetId<T: Config> = StorageValue<_, DatasetId, ValueQuery>;

	/// The id that the next batch will get.
	#[pallet::storage]
	pub type NextBatchId<T: Config> = StorageValue<_, BatchId, ValueQuery>;

	/// Datasets by id. Paid for by whoever registered it, or by the owner that it was transferred to; deleted by `erase`.
	// Identity, here and below: ids are counters of the chain, so nobody chooses their place.
	#[pallet::storage]
	pub type Datasets<T: Config> = StorageMap<_, Identity, DatasetId, RecordOf<T>, OptionQuery>;

	/// The dataset of each commitment, so that none is registered twice. Paid for with the dataset; never deleted, so that a
	/// commitment that was erased stays so.
	// Identity: the key is a hash that the chain computed.
	#[pallet::storage]
	pub type DatasetByCommitment<T: Config> =
		StorageMap<_, Identity, Commitment, DatasetId, OptionQuery>;

	/// The datasets of each owner, a set in the order of registration. Paid for and deleted with the dataset.
	// Identity: who wants a place in the tree must find a key pair for it, which takes twice the work for each bit.
	#[pallet::storage]
	pub type DatasetsOf<T: Config> =
		StorageDoubleMap<_, Identity, T::AccountId, Identity, IdKey, (), OptionQuery>;

	/// The first owner of each dataset that was transferred, to whom its commitment is bound. Paid for by the owner with the
	/// dataset; deleted with it, or when the first owner gets it back.
	#[pallet::storage]
	pub type Registrants<T: Config> = StorageMap<_, Identity, DatasetId, T::AccountId, OptionQuery>;

	/// What is left of datasets that were erased. Nobody pays for it, because all deposits go back; it is never deleted.
	#[pallet::storage]
	pub type Tombstones<T: Config> = StorageMap<_, Identity, DatasetId, Tombstone, OptionQuery>;

	/// Where the ciphertext of each dataset lies. Paid for by whoever set them; deleted with the dataset.
	#[pallet::storage]
	pub type DatasetLocations<T: Config> =
		StorageMap<_, Identity, DatasetId, PaidLocationsOf<T>, OptionQuery>;

	/// The tags of each dataset. Paid for by whoever set them; deleted with the dataset.
	#[pallet::storage]
	pub type DatasetTags<T: Config> =
		StorageMap<_, Identity, DatasetId, PaidTagsOf<T>, OptionQuery>;

	/// The datasets with each tag, a set in the order of registration. Paid for and deleted with the tags.
	// Blake2: owners choose the first key.
	#[pallet::storage]
	pub type DatasetsByTag<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, SearchToken, Identity, IdKey, (), OptionQuery>;

	/// Who vouched for each dataset. Each attester pays for its part; deleted with the dataset.
	#[pallet::storage]
	pub type Attestations<T: Config> =
		StorageMap<_, Identity, DatasetId, AttestationsOf<T>, ValueQuery>;

	/// To whom the title to each dataset is offered. Paid for by the owner; deleted with the answer, or with the dataset.
	#[pallet::storage]
	pub type TransferOffers<T: Config> =
		StorageMap<_, Identity, DatasetId, TransferOfferOf<T>, OptionQuery>;

	/// Who acts for which owner. Paid for by the owner; deleted by `hand_over`.
	// Blake2: the owner chooses the key.
	#[pallet::storage]
	pub type Guardianships<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, GuardianshipOf<T>, OptionQuery>;

	/// The pseudonym of the person behind each owner. Paid for and deleted by the owner.
	// Blake2: the owner chooses the key.
	#[pallet::storage]
	pub type Subjects<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, SubjectOf<T>, OptionQuery>;

	/// Batches by id. Paid for by the member that anchored it; never deleted, because owners may claim years later.
	#[pallet::storage]
	pub type Batches<T: Config> = StorageMap<_, Identity, BatchId, BatchOf<T>, OptionQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A dataset was registered.
		Registered {
			/// Its id.
			dataset_id: DatasetId,
			/// Who holds the title.
			owner: T::AccountId,
			/// Who paid the deposit.
			payer: T::AccountId,
			/// Who keeps the ciphertext.
			custodian: T::AccountId,
			/// What the manifest opens.
			commitment: Commitment,
		},
		/// The dataset that was registered just now is a new version of another.
		VersionAdded {
			/// The new version.
			dataset_id: DatasetId,
			/// The version before.
			predecessor: DatasetId,
			/// Its number.
			version: u32,
		},
		/// The dataset that was registered just now was claimed from a batch.
		Claimed {
			/// The dataset.
			dataset_id: DatasetId,
			/// The batch.
			batch_id: BatchId,
			/// Which of its leaves.
			index: u64,
		},
		/// The locations of a dataset were replaced.
		LocationsSet {
			/// The dataset.
			dataset_id: DatasetId,
			/// How many it has now.
			count: u32,
		},
		/// The tags of a dataset were replaced.
		TagsSet {
			/// The dataset.
			dataset_id: DatasetId,
			/// Which search key they were made with.
			epoch: u32,
			/// How many it has now.
			count: u32,
		},
		/// A member vouched for a dataset.
		Attested {
			/// The dataset.
			dataset_id: DatasetId,
			/// The member.
			attester: T::AccountId,
			/// Hash of the signed statement.
			statement: Digest,
		},
		/// A member does not vouch for a dataset any more.
		AttestationRetracted {
			/// The dataset.
			dataset_id: DatasetId,
			/// The member.
			attester: T::AccountId,
		},
		/// An owner offered a title.
		TransferOffered {
			/// The dataset.
			dataset_id: DatasetId,
			/// To whom.
			to: T::AccountId,
		},
		/// The offer of a title was taken back.
		TransferCancelled {
			/// The dataset.
			dataset_id: DatasetId,
		},
		/// A title changed hands.
		Transferred {
			/// The dataset.
			dataset_id: DatasetId,
			/// Who held it.
			from: T::AccountId,
			/// Who holds it now.
			to: T::AccountId,
		},
		/// Somebody acts for an owner from now on.
		GuardianSet {
			/// The owner.
			owner: T::AccountId,
			/// Who acts.
			guardian: T::AccountId,
			/// From this moment on it may not any more.
			until: Moment,
		},
		/// Nobody acts for an owner any more.
		HandedOver {
			/// The owner.
			owner: T::AccountId,
			/// Who acted.
			guardian: T::AccountId,
		},
		/// A dataset is closed for new consents, for ever.
		Sealed {
			/// The dataset.
			dataset_id: DatasetId,
		},
		/// A dataset was erased.
		Erased {
			/// What it was.
			dataset_id: DatasetId,
		},
		/// A batch was anchored.
		BatchAnchored {
			/// Its id.
			batch_id: BatchId,
			/// Who anchored it.
			anchored_by: T::AccountId,
			/// Who keeps the ciphertext.
			custodian: T::AccountId,
			/// The hash over all leaves.
			root: BatchRoot,
			/// How many leaves there are.
			leaves: u64,
		},
		/// An owner put a pseudonym on record, or took it off.
		SubjectSet {
			/// The owner.
			owner: T::AccountId,
			/// The pseudonym, if there is one now.
			subject: Option<SubjectId>,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// This account has registered this commitment already: look it up, or pack the data again with a new salt.
		AlreadyRegistered,
		/// The dataset was erased for ever, and its commitment with it: pack the data again with a new salt.
		Erased,
		/// No dataset has this id: look the id up in the event of its registration.
		UnknownDataset,
		/// The caller neither owns this dataset nor is the owner's guardian in office: let the owner sign.
		NotOwner,
		/// The named custodian is not a member accredited as Custodian: name one that is.
		NotCustodian,
		/// The attester is not a member accredited as Attester: apply for the role first, or name a member that has it.
		NotAttester,
		/// The list is empty: name at least one dataset.
		NothingToRegister,
		/// The moment until which the owner's signature holds has passed: ask the owner to sign again.
		SignatureExpired,
		/// The signature is not the owner's over these registrations, this deadline and this chain: let the owner sign exactly what is sent.
		InvalidSignature,
		/// This version has a successor already: name the newest version.
		NotNewest,
		/// A location is empty or has other characters than printable ASCII without spaces: escape them.
		InvalidLocation,
		/// The tags are not in increasing order, or one of them occurs twice: sort them and drop duplicates.
		UnsortedTags,
		/// The account has vouched for this dataset already: one attestation per member is enough.
		AlreadyAttested,
		/// The account has not vouched for this dataset: there is nothing to retract.
		NotAttested,
		/// As many members as may have vouched for this dataset: one of them must retract first.
		TooManyAttestations,
		/// The account holds this title already: offer it to another.
		TransferToOwner,
		/// The title is not on offer: let the owner offer it first.
		NoTransferOffer,
		/// The title is offered to another account: accept with that one.
		NotRecipient,
		/// An owner needs no guardian to act for itself: name another account.
		OwnGuardian,
		/// A guardian is in office: wait until the term is over, or ask the guardian to resign.
		GuardianInOffice,
		/// The term of the guardian is over already or is longer than the chain allows: choose another end.
		TermOutOfBounds,
		/// The account has no guardian: there is nothing to hand over.
		NoGuardian,
		/// The dataset is sealed already: once is for ever.
		AlreadySealed,
		/// The account is not a member accredited as Attester or Custodian: apply for one of the roles first.
		MayNotAnchor,
		/// The batch has no leaves or more than a tree can have: split it.
		LeavesOutOfBounds,
		/// No batch has this id: look the id up in the event of its anchoring.
		UnknownBatch,
		/// The proof does not show that this leaf of the batch is the caller's: claim with the account, index and proof of the batch as built.
		InvalidProof,
		/// All ids are used up: this takes longer than the chain can live.
		IdsExhausted,
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Register the title to an encrypted dataset.
		///
		/// - Origin: signed by the owner.
		/// - `registration`: seal, format, custodian and, if any, attester. The chain binds the signer into the commitment, so copying
		///   somebody's seal gains nothing.
		/// - Holds the dataset deposit. The owner's account stays alive as long as the title stands, even
		///   without any coin, so that the owner can always act.
		///
		/// Emits [`Event::Registered`]. Errors: [`Error::NotCustodian`], [`Error::NotAttester`],
		/// [`Error::AlreadyRegistered`], [`Error::Erased`], or the deposit cannot be held.
		#[pallet::call_index(0)]
		pub fn register(origin: OriginFor<T>, registration: RegistrationOf<T>) -> DispatchResult {
			let owner = ensure_signed(origin)?;
			Self::do_register(&owner, &owner, [registration])
		}

		/// Register the titles to several datasets, all or none.
		///
		/// - Origin: signed by the owner.
		/// - `registrations`: as for [`Pallet::register`].
		/// - Holds the dataset deposit for each.
		///
		/// Emits [`Event::Registered`] for each. Errors: [`Error::NothingToRegister`], and those of [`Pallet::register`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::register_many(registrations.len() as u32))]
		pub fn register_many(
			origin: OriginFor<T>,
			registrations: RegistrationsOf<T>,
		) -> DispatchResult {
			let owner = ensure_signed(origin)?;
			ensure!(!registrations.is_empty(), Error::<T>::NothingToRegister);
			Self::do_register(&owner, &owner, registrations)
		}

		/// Register the titles to datasets of somebody else, who signed for it, and pay for them; all or none.
		///
		/// - Origin: signed by whoever pays.
		/// - `owner`: who is to hold the titles.
		/// - `registrations`: as for [`Pallet::register`].
		/// - `deadline`: until when the owner's signature holds, inclusive.
		/// - `signature`: the signature of the owner, or of the owner's guardian in office, over
		///   [`ownome_primitives::registration_message`].
		/// - Holds the dataset deposit for each in the account of the signer, to whom it returns.
		///
		/// Emits [`Event::Registered`] for each. Errors: [`Error::NothingToRegister`], [`Error::SignatureExpired`],
		/// [`Error::InvalidSignature`], and those of [`Pallet::register`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::register_for(registrations.len() as u32))]
		pub fn register_for(
			origin: OriginFor<T>,
			owner: T::AccountId,
			registrations: RegistrationsOf<T>,
			deadline: Moment,
			signature: T::OffchainSignature,
		) -> DispatchResult {
			let payer = ensure_signed(origin)?;
			ensure!(!registrations.is_empty(), Error::<T>::NothingToRegister);
			Self::ensure_registration_signed(&owner, &registrations, deadline, &signature)?;
			Self::do_register(&owner, &payer, registrations)
		}

		/// Register a new version of a dataset. Both stay on record.
		///
		/// - Origin: signed by the owner or the owner's guardian in office.
		/// - `predecessor`: the newest version so far. The new one has the same owner.
		/// - `registration`: as for [`Pallet::register`]; the commitment is bound to the owner.
		/// - Holds the dataset deposit in the account of the signer.
		///
		/// Emits [`Event::Registered`] and [`Event::VersionAdded`]. Errors: [`Error::UnknownDataset`], [`Error::NotOwner`],
		/// [`Error::NotNewest`], and those of [`Pallet::register`].
		#[pallet::call_index(3)]
		pub fn new_version(
			origin: OriginFor<T>,
			predecessor: DatasetId,
			registration: RegistrationOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_new_version(&who, predecessor, registration)
		}

		/// Replace the locations of a dataset.
		///
		/// - Origin: signed by the owner or the owner's guardian in office.
		/// - `dataset_id`: the dataset.
		/// - `locations`: DRS URIs or object keys; none removes the entry. They are public: nothing in them may point to a person.
		/// - Holds a deposit for them in the account of the signer; that for the former ones returns.
		///
		/// Emits [`Event::LocationsSet`]. Errors: [`Error::UnknownDataset`], [`Error::Erased`], [`Error::NotOwner`],
		/// [`Error::InvalidLocation`], or the deposit cannot be held.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::set_locations(locations.len() as u32))]
		pub fn set_locations(
			origin: OriginFor<T>,
			dataset_id: DatasetId,
			locations: Locations,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_locations(&who, dataset_id, locations)
		}

		/// Replace the tags of a dataset.
		///
		/// - Origin: signed by the owner or the owner's guardian in office.
		/// - `dataset_id`: the dataset.
		/// - `epoch`: which of the consortium's search keys the tokens were made with.
		/// - `tokens`: in increasing order and each of them once; none removes the entry.
		/// - Holds a deposit for them in the account of the signer; that for the former ones returns.
		///
		/// Emits [`Event::TagsSet`]. Errors: [`Error::UnknownDataset`], [`Error::Erased`], [`Error::NotOwner`],
		/// [`Error::UnsortedTags`], or the deposit cannot be held.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::set_tags(tokens.len() as u32, MAX_TAGS))]
		pub fn set_tags(
			origin: OriginFor<T>,
			dataset_id: DatasetId,
			epoch: u32,
			tokens: SearchTokens,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let added = tokens.len() as u32;
			let removed = Self::do_set_tags(&who, dataset_id, Tags { epoch, tokens })?;
			Ok(Some(T::WeightInfo::set_tags(added, removed)).into())
		}

		/// Vouch for a dataset that the caller produced.
		///
		/// - Origin: signed by a member accredited as Attester.
		/// - `dataset_id`: the dataset.
		/// - `statement`: hash of the signed statement; the statement itself stays off chain.
		/// - Holds the attestation deposit.
		///
		/// Emits [`Event::Attested`]. Errors: [`Error::NotAttester`], [`Error::UnknownDataset`], [`Error::Erased`],
		/// [`Error::AlreadyAttested`], [`Error::TooManyAttestations`], or the deposit cannot be held.
		#[pallet::call_index(6)]
		pub fn attest(
			origin: OriginFor<T>,
			dataset_id: DatasetId,
			statement: Digest,
		) -> DispatchResult {
			let attester = ensure_signed(origin)?;
			Self::do_attest(attester, dataset_id, statement)
		}

		/// Vouch for a dataset no more. Grants that were made in the meantime stay as they are.
		///
		/// - Origin: signed by the attester, accredited or not.
		/// - `dataset_id`: the dataset.
		/// - Returns the attestation deposit.
		///
		/// Emits [`Event::AttestationRetracted`]. Errors: [`Error::NotAttested`].
		#[pallet::call_index(7)]
		pub fn retract_attestation(origin: OriginFor<T>, dataset_id: DatasetId) -> DispatchResult {
			let attester = ensure_signed(origin)?;
			Self::do_retract_attestation(attester, dataset_id)
		}

		/// Offer the title to a dataset to another account. An offer that stands is replaced.
		///
		/// - Origin: signed by the owner, who has no guardian in office: nobody gives a ward's title away.
		/// - The offer falls when the dataset is changed, sealed, erased or gets a new version.
		/// - `dataset_id`: the dataset.
		/// - `to`: who may accept.
		/// - Holds a deposit.
		///
		/// Emits [`Event::TransferOffered`]. Errors: [`Error::UnknownDataset`], [`Error::Erased`], [`Error::NotOwner`],
		/// [`Error::TransferToOwner`], [`Error::GuardianInOffice`], or the deposit cannot be held.
		#[pallet::call_index(8)]
		pub fn offer_transfer(
			origin: OriginFor<T>,
			dataset_id: DatasetId,
			to: AccountIdLookupOf<T>,
		) -> DispatchResult {
			let owner = ensure_signed(origin)?;
			let to = T::Lookup::lookup(to)?;
			Self::do_offer_transfer(&owner, dataset_id, to)
		}

		/// Take the offer of a title back.
		///
		/// - Origin: signed by the owner or the owner's guardian in office.
		/// - `dataset_id`: the dataset.
		/// - Returns the deposit to the owner.
		///
		/// Emits [`Event::TransferCancelled`]. Errors: [`Error::UnknownDataset`], [`Error::Erased`], [`Error::NotOwner`],
		/// [`Error::NoTransferOffer`].
		#[pallet::call_index(9)]
		pub fn cancel_transfer(origin: OriginFor<T>, dataset_id: DatasetId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel_transfer(&who, dataset_id)
		}

		/// Accept the title to a dataset, and with it everything that its owner decides: proposals, revocation and delivery of running grants
		/// too. What those grants earn still goes to whoever consented.
		///
		/// - Origin: signed by the account that the title is offered to.
		/// - `dataset_id`: the dataset.
		/// - Holds the deposits for record, locations and tags; those of the former payers return.
		///
		/// Emits [`Event::Transferred`]. Errors: [`Error::UnknownDataset`], [`Error::Erased`], [`Error::NoTransferOffer`],
		/// [`Error::NotRecipient`], [`Error::GuardianInOffice`], or a deposit cannot be held.
		#[pallet::call_index(10)]
		pub fn accept_transfer(origin: OriginFor<T>, dataset_id: DatasetId) -> DispatchResult {
			let to = ensure_signed(origin)?;
			Self::do_accept_transfer(to, dataset_id)
		}

		/// Let somebody act for the caller until a given moment: decide about all of the caller's datasets, but not give them away.
		///
		/// - Origin: signed by the owner.
		/// - `guardian`: who acts. Its account stays alive as long as this stands.
		/// - `until`: from this moment on the guardian may not any more.
		/// - Holds a deposit.
		///
		/// Emits [`Event::GuardianSet`], and [`Event::HandedOver`] if a former guardian whose term is over was on record.
		/// Errors: [`Error::OwnGuardian`], [`Error::GuardianInOffice`], [`Error::TermOutOfBounds`], or the deposit cannot be held.
		#[pallet::call_index(11)]
		pub fn set_guardian(
			origin: OriginFor<T>,
			guardian: AccountIdLookupOf<T>,
			until: Moment,
		) -> DispatchResult {
			let owner = ensure_signed(origin)?;
			let guardian = T::Lookup::lookup(guardian)?;
			Self::do_set_guardian(owner, guardian, until)
		}

		/// Take the guardian of an owner off the record.
		///
		/// - Origin: signed by the guardian, or by anyone once the term is over.
		/// - `owner`: for whom the guardian acts.
		/// - Returns the deposit to the owner.
		///
		/// Emits [`Event::HandedOver`]. Errors: [`Error::NoGuardian`], [`Error::GuardianInOffice`].
		#[pallet::call_index(12)]
		pub fn hand_over(origin: OriginFor<T>, owner: AccountIdLookupOf<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let owner = T::Lookup::lookup(owner)?;
			Self::do_hand_over(&who, &owner)
		}

		/// Close a dataset for new consents, for ever. Those that were given go on.
		///
		/// - Origin: signed by the owner or the owner's guardian in office.
		/// - `dataset_id`: the dataset.
		///
		/// Emits [`Event::Sealed`]. Errors: [`Error::UnknownDataset`], [`Error::Erased`], [`Error::NotOwner`],
		/// [`Error::AlreadySealed`].
		#[pallet::call_index(13)]
		pub fn seal(origin: OriginFor<T>, dataset_id: DatasetId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_seal(&who, dataset_id)
		}

		/// Erase a dataset. Free of charge, and possible without any `OWN`. Its grants end with it, and nothing is left but a tombstone
		/// that names nobody.
		///
		/// - Origin: signed by the owner or the owner's guardian in office.
		/// - `dataset_id`: the dataset.
		/// - Returns all deposits to whoever paid them.
		///
		/// Emits [`Event::Erased`]. Errors: [`Error::UnknownDataset`], [`Error::Erased`], [`Error::NotOwner`].
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::erase(MAX_TAGS, MAX_ATTESTATIONS))]
		#[pallet::feeless_if(|origin: &OriginFor<T>, dataset_id: &DatasetId| -> bool {
			Pallet::<T>::may_erase(origin, *dataset_id)
		})]
		pub fn erase(origin: OriginFor<T>, dataset_id: DatasetId) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let (tags, attestations) = Self::do_erase(&who, dataset_id)?;
			Ok(Some(T::WeightInfo::erase(tags, attestations)).into())
		}

		/// Put the root over the datasets of many owners on record, to be claimed by each of them.
		///
		/// - Origin: signed by a member accredited as Attester or Custodian.
		/// - `root`: the hash over all leaves, by [`ownome_primitives::BatchLeaf`].
		/// - `leaves`: how many there are.
		/// - `custodian`: the member that keeps the ciphertext of all of them.
		/// - `locations`: where it lies.
		/// - Holds the batch deposit, for ever.
		///
		/// Emits [`Event::BatchAnchored`]. Errors: [`Error::MayNotAnchor`], [`Error::NotCustodian`],
		/// [`Error::LeavesOutOfBounds`], [`Error::InvalidLocation`], or the deposit cannot be held.
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::anchor_batch(locations.len() as u32))]
		pub fn anchor_batch(
			origin: OriginFor<T>,
			root: BatchRoot,
			leaves: u64,
			custodian: AccountIdLookupOf<T>,
			locations: Locations,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let custodian = T::Lookup::lookup(custodian)?;
			Self::do_anchor_batch(who, root, leaves, custodian, locations)
		}

		/// Make a dataset of one leaf of a batch.
		///
		/// - Origin: signed by the owner that the leaf binds.
		/// - `batch_id`, `index`: which leaf of which batch.
		/// - `seal`, `format`: what the leaf says.
		/// - `attester`: as for [`Pallet::register`].
		/// - `proof`: the hashes beside the way from the leaf to the root, from the leaf upwards.
		/// - Holds the dataset deposit.
		///
		/// Emits [`Event::Registered`] and [`Event::Claimed`]. Errors: [`Error::UnknownBatch`], [`Error::InvalidProof`],
		/// [`Error::NotAttester`], [`Error::AlreadyRegistered`], [`Error::Erased`], or the deposit cannot be held.
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::claim_from_batch(proof.len() as u32))]
		pub fn claim_from_batch(
			origin: OriginFor<T>,
			batch_id: BatchId,
			index: u64,
			seal: Seal,
			format: DataFormat,
			attester: Option<AccountIdLookupOf<T>>,
			proof: BatchProof,
		) -> DispatchResult {
			let owner = ensure_signed(origin)?;
			let attester = attester.map(T::Lookup::lookup).transpose()?;
			Self::do_claim(&owner, batch_id, index, (seal, format), attester, &proof)
		}

		/// Put a pseudonym of the person behind the caller on record, or take it off.
		///
		/// - Origin: signed by the owner.
		/// - `subject`: the salted pseudonym, `None` to take it off.
		/// - Holds a deposit as long as there is one.
		///
		/// Emits [`Event::SubjectSet`]. Errors: the deposit cannot be held.
		#[pallet::call_index(17)]
		pub fn set_subject(origin: OriginFor<T>, subject: Option<SubjectId>) -> DispatchResult {
			let owner = ensure_signed(origin)?;
			Self::do_set_subject(owner, subject)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxGuardianship::get() > 0, "MaxGuardianship leaves no term for a guardian");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
