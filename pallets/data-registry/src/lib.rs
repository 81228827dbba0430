#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)
)]

extern crate alloc;

pub use pallet::*;
pub use types::Attestation;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

use frame_support::{pallet_prelude::*, traits::Footprint};
use ownome_primitives::{DatasetId, DatasetParties, InspectDataset};

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::types::{
		AccountIdLookupOf, AttestationOf, AttestationTicketOf, DatasetOf, DatasetTicketOf,
	};
	use frame_support::traits::{Consideration, Time};
	use frame_system::pallet_prelude::*;
	use ownome_primitives::{
		Commitment, DataFormat, Dataset, Digest, InspectMember, Moment, Role, Seal,
	};
	use sp_runtime::traits::StaticLookup;

	/// Version of the storage layout.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// What the registrant pays for a dataset's record, held as long as the record stands.
		type DatasetDeposit: Consideration<Self::AccountId, Footprint>;

		/// What an attester pays for an attestation, held as long as it stands.
		type AttestationDeposit: Consideration<Self::AccountId, Footprint>;

		/// Who is accredited for what.
		type Members: InspectMember<Self::AccountId>;

		/// Legal time, in Unix milliseconds.
		type Time: Time<Moment = Moment>;

		/// Weights measured by the benchmarks of this pallet.
		type WeightInfo: WeightInfo;
	}

	/// What is held in the native coin.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The record of a dataset.
		Dataset,
		/// The record of an attestation.
		Attestation,
	}

	/// The id that the next dataset will get.
	#[pallet::storage]
	pub type NextDatasetId<T: Config> = StorageValue<_, DatasetId, ValueQuery>;

	/// Datasets by id. Paid for by the registrant.
	// Twox: the key is a counter.
	#[pallet::storage]
	pub type Datasets<T: Config> =
		StorageMap<_, Twox64Concat, DatasetId, DatasetOf<T>, OptionQuery>;

	/// The dataset of each commitment, so that none is registered twice. Paid for with the dataset.
	// Identity: the key is a hash that the chain computed.
	#[pallet::storage]
	pub type DatasetByCommitment<T: Config> =
		StorageMap<_, Identity, Commitment, DatasetId, OptionQuery>;

	/// The datasets of each owner, a set. Paid for with the dataset.
	// Blake2: the owner chooses the first key. Twox: the second is a counter.
	#[pallet::storage]
	pub type DatasetsOf<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Twox64Concat,
		DatasetId,
		(),
		OptionQuery,
	>;

	/// The deposit for each dataset, and who paid it.
	// Twox: the key is a counter.
	#[pallet::storage]
	pub type Deposits<T: Config> =
		StorageMap<_, Twox64Concat, DatasetId, (T::AccountId, DatasetTicketOf<T>), OptionQuery>;

	/// Who vouched for which dataset. Paid for by the attester.
	// Twox: the first key is a counter. Blake2: the attester chooses the second.
	#[pallet::storage]
	pub type Attestations<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		DatasetId,
		Blake2_128Concat,
		T::AccountId,
		AttestationOf<T>,
		OptionQuery,
	>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A dataset was registered.
		Registered {
			/// Its id.
			dataset_id: DatasetId,
			/// Who holds the title.
			owner: T::AccountId,
			/// Who keeps the ciphertext.
			custodian: T::AccountId,
			/// What the manifest opens.
			commitment: Commitment,
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
	}

	#[pallet::error]
	pub enum Error<T> {
		/// This account has registered this commitment already: look it up, or pack the data again with a new salt.
		AlreadyRegistered,
		/// No dataset has this id: look the id up in the event of its registration.
		UnknownDataset,
		/// The named custodian is not a member accredited as Custodian: name one that is.
		NotCustodian,
		/// The attester is not a member accredited as Attester: apply for the role first, or name a member that has it.
		NotAttester,
		/// The account has vouched for this dataset already: one attestation per member is enough.
		AlreadyAttested,
		/// All dataset ids are used up: this takes longer than the chain can live.
		IdsExhausted,
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Register the title to an encrypted dataset.
		///
		/// - Origin: signed by the owner.
		/// - `seal`: salted hash of the manifest. The chain binds the signer into the commitment, so copying somebody's seal gains nothing.
		/// - `format`: format of the data before encryption.
		/// - `custodian`: the member that keeps the ciphertext.
		/// - `attester`: the member that is to vouch for the data and to have a part in what they earn, if any.
		/// - Holds the dataset deposit. The owner's account stays alive as long as the title stands, even
		///   without any coin, so that the owner can always act.
		///
		/// Emits [`Event::Registered`]. Errors: [`Error::NotCustodian`],
		/// [`Error::NotAttester`], [`Error::AlreadyRegistered`], or the deposit cannot be held.
		#[pallet::call_index(0)]
		pub fn register(
			origin: OriginFor<T>,
			seal: Seal,
			format: DataFormat,
			custodian: AccountIdLookupOf<T>,
			attester: Option<AccountIdLookupOf<T>>,
		) -> DispatchResult {
			let owner = ensure_signed(origin)?;
			let custodian = T::Lookup::lookup(custodian)?;
			let attester = attester.map(T::Lookup::lookup).transpose()?;
			ensure!(T::Members::has_role(&custodian, Role::Custodian), Error::<T>::NotCustodian);
			if let Some(attester) = &attester {
				ensure!(T::Members::has_role(attester, Role::Attester), Error::<T>::NotAttester);
			}
			let commitment = Commitment::new(&owner, &seal);
			ensure!(
				!DatasetByCommitment::<T>::contains_key(commitment),
				Error::<T>::AlreadyRegistered
			);

			let dataset_id = NextDatasetId::<T>::get();
			let next = dataset_id.checked_add(1).ok_or(Error::<T>::IdsExhausted)?;
			let ticket = T::DatasetDeposit::new(&owner, Self::dataset_footprint())?;
			NextDatasetId::<T>::put(next);
			Deposits::<T>::insert(dataset_id, (owner.clone(), ticket));
			DatasetByCommitment::<T>::insert(commitment, dataset_id);
			DatasetsOf::<T>::insert(&owner, dataset_id, ());
			let dataset = Dataset {
				owner: owner.clone(),
				custodian: custodian.clone(),
				attester,
				commitment,
				format,
				registered_at: T::Time::now(),
			};
			Datasets::<T>::insert(dataset_id, dataset);
			frame_system::Pallet::<T>::inc_sufficients(&owner);
			Self::deposit_event(Event::Registered { dataset_id, owner, custodian, commitment });
			Ok(())
		}

		/// Vouch for a dataset that the caller produced.
		///
		/// - Origin: signed by a member accredited as Attester.
		/// - `dataset_id`: the dataset.
		/// - `statement`: hash of the signed statement; the statement itself stays off chain.
		/// - Holds the attestation deposit.
		///
		/// Emits [`Event::Attested`]. Errors: [`Error::NotAttester`], [`Error::UnknownDataset`],
		/// [`Error::AlreadyAttested`], or the deposit cannot be held.
		#[pallet::call_index(1)]
		pub fn attest(
			origin: OriginFor<T>,
			dataset_id: DatasetId,
			statement: Digest,
		) -> DispatchResult {
			let attester = ensure_signed(origin)?;
			ensure!(T::Members::has_role(&attester, Role::Attester), Error::<T>::NotAttester);
			ensure!(Datasets::<T>::contains_key(dataset_id), Error::<T>::UnknownDataset);
			ensure!(
				!Attestations::<T>::contains_key(dataset_id, &attester),
				Error::<T>::AlreadyAttested
			);

			let deposit = T::AttestationDeposit::new(&attester, Self::attestation_footprint())?;
			let attestation = Attestation { statement, at: T::Time::now(), deposit };
			Attestations::<T>::insert(dataset_id, &attester, attestation);
			Self::deposit_event(Event::Attested { dataset_id, attester, statement });
			Ok(())
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	impl<T: Config> Pallet<T> {
		/// What one dataset takes in storage: its record, its deposit and its places in the two indexes.
		pub fn dataset_footprint() -> Footprint {
			type Entries<T> = (
				(DatasetId, DatasetOf<T>),
				(DatasetId, <T as frame_system::Config>::AccountId, DatasetTicketOf<T>),
				(Commitment, DatasetId),
				(<T as frame_system::Config>::AccountId, DatasetId),
			);
			Footprint::from_parts(4, Entries::<T>::max_encoded_len())
		}

		/// What one attestation takes in storage.
		pub fn attestation_footprint() -> Footprint {
			Footprint::from_mel::<(DatasetId, T::AccountId, Attestation<AttestationTicketOf<T>>)>()
		}
	}
}

impl<T: Config> InspectDataset<T::AccountId> for Pallet<T> {
	fn parties(dataset: DatasetId) -> Option<DatasetParties<T::AccountId>> {
		Datasets::<T>::get(dataset).map(|record| DatasetParties {
			owner: record.owner,
			custodian: record.custodian,
			attester: record.attester.filter(|who| Attestations::<T>::contains_key(dataset, who)),
		})
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn create_dataset(parties: DatasetParties<T::AccountId>) -> DatasetId {
		use crate::types::AttestationTicketOf;
		use frame_support::traits::Consideration;
		use ownome_primitives::{Commitment, DataFormat, Dataset, Seal};

		let id = NextDatasetId::<T>::mutate(|next| {
			let id = *next;
			*next = id.saturating_add(1);
			id
		});
		if let Some(attester) = &parties.attester {
			<AttestationTicketOf<T>>::ensure_successful(attester, Self::attestation_footprint());
			if let Ok(deposit) =
				<AttestationTicketOf<T>>::new(attester, Self::attestation_footprint())
			{
				let attestation = Attestation { statement: [1; 32], at: 0, deposit };
				Attestations::<T>::insert(id, attester, attestation);
			}
		}
		let dataset = Dataset {
			commitment: Commitment::new(&parties.owner, &Seal([1; 32])),
			owner: parties.owner,
			custodian: parties.custodian,
			attester: parties.attester,
			format: DataFormat::Vcf,
			registered_at: 0,
		};
		Datasets::<T>::insert(id, dataset);
		id
	}
}
