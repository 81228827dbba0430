//! Offers and counter-offers, until somebody agrees or gives up.

use crate::{
	types::{id_key, AccountIdOf, DatasetIds, ProposalOf},
	Config, Error, Event, HoldReason, NextProposalId, OpenProposals, Pallet, Proposals,
	ProposalsOfOwner, ProposalsOfRequester, RevokedGrantees,
};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{fungible::MutateHold, tokens::Precision, Consideration, Get, Time},
};
use ownome_primitives::{
	Ancestry, Answer, Balance, Basis, DatasetId, Ethics, InspectDataset, InspectMember, Match,
	Party, Proposal, ProposalId, Role, Terms, TermsHash,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Make the same offer for each of the datasets. Each has its own outcome.
	pub(crate) fn do_offer_many(
		requester: &AccountIdOf<T>,
		datasets: DatasetIds,
		terms: &Terms,
		proven: &[Ancestry],
	) {
		for dataset_id in datasets {
			let outcome = with_storage_layer::<_, DispatchError, _>(|| {
				Self::do_offer(requester.clone(), dataset_id, terms.clone(), proven)
			});
			if let Err(error) = outcome {
				let requester = requester.clone();
				Self::deposit_event(Event::OfferFailed { dataset_id, requester, error });
			}
		}
	}

	/// Make an offer, which is a grant at once if the owner's policy consents.
	pub(crate) fn do_offer(
		requester: AccountIdOf<T>,
		dataset_id: DatasetId,
		terms: Terms,
		proven: &[Ancestry],
	) -> DispatchResult {
		Self::ensure_requester(&requester)?;
		let parties = Self::grantable(dataset_id)?;
		ensure!(!T::Datasets::may_decide(dataset_id, &requester), Error::<T>::OwnDataset);
		let owner = parties.owner.clone();
		ensure!(!Self::refusals(&owner).offers, Error::<T>::DoorClosed);
		Self::ensure_terms(&terms)?;

		let now = T::Time::now();
		let proves = |descendant, ancestor| proven.contains(&Ancestry { descendant, ancestor });
		let (answer, policy) = Self::answer(dataset_id, &owner, &requester, &terms, proves);
		let (ethics, matched) = match answer {
			Answer::Deny => return Err(Error::<T>::PolicyDenies.into()),
			Answer::TooLong => return Err(Error::<T>::PeriodBeyondPolicy.into()),
			Answer::Ask { ethics: false } => (Ethics::NotNeeded, None),
			Answer::Ask { ethics: true } => (Ethics::Needed, None),
			Answer::ConsentAfterEthics { clause } => {
				(Ethics::Needed, Some(Match { clause, policy }))
			},
			Answer::Consent { clause } => {
				let deposit = T::RecordDeposit::new(&requester, Self::record_footprint())?;
				Self::hold(&requester, terms.price)?;
				let who = requester.clone();
				let basis = Basis::Policy(Match { clause, policy });
				let ethics = Ethics::NotNeeded;
				return Self::make_grant(
					&who, None, dataset_id, parties, requester, terms, basis, ethics, deposit,
				)
				.map(drop);
			},
		};

		let open = OpenProposals::<T>::get(&owner, &requester);
		ensure!(open < T::MaxOpenProposals::get(), Error::<T>::TooManyProposals);
		let proposal_id = NextProposalId::<T>::get();
		NextProposalId::<T>::put(proposal_id.checked_add(1).ok_or(Error::<T>::IdsExhausted)?);
		let deposit = T::RecordDeposit::new(&requester, Self::record_footprint())?;
		Self::hold(&requester, terms.price)?;
		OpenProposals::<T>::insert(&owner, &requester, open.saturating_add(1));
		ProposalsOfOwner::<T>::insert(&owner, id_key(proposal_id), ());
		ProposalsOfRequester::<T>::insert(&requester, id_key(proposal_id), ());
		let (price, terms_hash) = (terms.price, terms.hash());
		let proposal = Proposal {
			dataset: dataset_id,
			owner: owner.clone(),
			requester: requester.clone(),
			terms,
			turn: Party::Owner,
			round: 0,
			held: price,
			offered_at: now,
			answer_by: now.saturating_add(T::AnswerPeriod::get()),
			ethics,
			matched,
			countered_by: None,
		};
		Proposals::<T>::insert(proposal_id, (proposal, deposit));
		Self::deposit_event(Event::Offered {
			proposal_id,
			dataset_id,
			requester,
			owner,
			price,
			terms_hash,
		});
		Ok(())
	}

	/// Answer an offer with other terms.
	pub(crate) fn do_counter(
		who: AccountIdOf<T>,
		proposal_id: ProposalId,
		terms: Terms,
	) -> DispatchResult {
		let (mut proposal, deposit) = Self::open_proposal(proposal_id)?;
		let by = if who == proposal.requester {
			Party::Requester
		} else {
			Self::ensure_decides(&who, proposal.dataset)?;
			Party::Owner
		};
		Self::answerable(&proposal)?;
		ensure!(proposal.turn == by, Error::<T>::NotYourTurn);
		ensure!(terms.purpose == proposal.terms.purpose, Error::<T>::PurposeChanged);
		Self::ensure_terms(&terms)?;
		ensure!(proposal.round < T::MaxRounds::get(), Error::<T>::TooManyRounds);
		let Proposal { dataset, owner, requester, .. } = &proposal;
		let (answer, _) = Self::answer(*dataset, owner, requester, &terms, |_, _| false);
		let ethics = match answer {
			// The owner may go beyond what the policy says.
			Answer::Deny if by == Party::Requester => return Err(Error::<T>::PolicyDenies.into()),
			Answer::TooLong if by == Party::Requester => {
				return Err(Error::<T>::PeriodBeyondPolicy.into());
			},
			Answer::Ask { ethics } => ethics,
			Answer::ConsentAfterEthics { .. } => true,
			Answer::Deny | Answer::TooLong | Answer::Consent { .. } => false,
		};

		match by {
			Party::Owner => {
				// Nobody but the requester puts more of the requester's money at stake.
				let held = proposal.held.min(terms.price);
				Self::adjust_hold(&mut proposal, held)?;
				proposal.countered_by = Some(who);
				proposal.turn = Party::Requester;
			},
			Party::Requester => {
				Self::ensure_requester(&who)?;
				Self::adjust_hold(&mut proposal, terms.price)?;
				proposal.countered_by = None;
				proposal.turn = Party::Owner;
			},
		}
		proposal.round = proposal.round.saturating_add(1);
		proposal.answer_by = T::Time::now().saturating_add(T::AnswerPeriod::get());
		// Whoever signed, and the policy that matched, spoke of other terms.
		if ethics || proposal.ethics != Ethics::NotNeeded {
			proposal.ethics = Ethics::Needed;
		}
		proposal.matched = None;
		let (round, price, terms_hash) = (proposal.round, terms.price, terms.hash());
		proposal.terms = terms;
		Proposals::<T>::insert(proposal_id, (proposal, deposit));
		Self::deposit_event(Event::Countered { proposal_id, by, round, price, terms_hash });
		Ok(())
	}

	/// Consent to what the requester offers.
	pub(crate) fn do_approve(
		who: AccountIdOf<T>,
		proposal_id: ProposalId,
		terms_hash: TermsHash,
	) -> DispatchResult {
		let (proposal, _) = Self::open_proposal(proposal_id)?;
		Self::ensure_decides(&who, proposal.dataset)?;
		ensure!(who != proposal.requester, Error::<T>::OwnDataset);
		Self::ensure_agreed(&proposal, Party::Owner, terms_hash)?;
		RevokedGrantees::<T>::remove(&proposal.owner, &proposal.requester);
		Self::grant_proposal(&who, proposal_id, Basis::Owner(who.clone()))
	}

	/// Agree to what the owner asks for.
	pub(crate) fn do_accept(
		who: AccountIdOf<T>,
		proposal_id: ProposalId,
		terms_hash: TermsHash,
	) -> DispatchResult {
		let (mut proposal, deposit) = Self::open_proposal(proposal_id)?;
		ensure!(who == proposal.requester, Error::<T>::NotProposer);
		Self::ensure_agreed(&proposal, Party::Requester, terms_hash)?;
		let consented = proposal.countered_by.clone().ok_or(Error::<T>::NotYourTurn)?;
		Self::answerable(&proposal)?;
		let in_office = T::Datasets::may_decide(proposal.dataset, &consented);
		ensure!(in_office, Error::<T>::CounterOfferLapsed);
		let price = proposal.terms.price;
		Self::adjust_hold(&mut proposal, price)?;
		Proposals::<T>::insert(proposal_id, (proposal, deposit));
		Self::grant_proposal(&who, proposal_id, Basis::Owner(consented))
	}

	/// Refuses an agreement out of turn, to other terms than those that were read, or without the ethics committee.
	fn ensure_agreed(
		proposal: &ProposalOf<T>,
		by: Party,
		terms_hash: TermsHash,
	) -> Result<(), Error<T>> {
		ensure!(proposal.turn == by, Error::<T>::NotYourTurn);
		ensure!(proposal.terms.hash() == terms_hash, Error::<T>::TermsChanged);
		ensure!(proposal.ethics != Ethics::Needed, Error::<T>::EthicsMissing);
		Ok(())
	}

	/// Sign for an ethics committee.
	pub(crate) fn do_cosign(
		who: AccountIdOf<T>,
		proposal_id: ProposalId,
		terms_hash: TermsHash,
	) -> DispatchResult {
		let (mut proposal, deposit) = Self::open_proposal(proposal_id)?;
		ensure!(T::Members::has_role(&who, Role::Ethics), Error::<T>::NotEthics);
		let mut parties = Vec::from([&proposal.requester]);
		parties.extend(&proposal.countered_by);
		Self::ensure_independent(&who, proposal.dataset, &proposal.owner, parties)?;
		Self::answerable(&proposal)?;
		ensure!(proposal.ethics == Ethics::Needed, Error::<T>::NoEthicsNeeded);
		ensure!(proposal.terms.hash() == terms_hash, Error::<T>::TermsChanged);

		proposal.ethics = Ethics::Signed(who.clone());
		let matched = proposal.matched.filter(|matched| {
			Self::still_consents(proposal.dataset, &proposal.owner, &proposal.requester, matched)
		});
		Proposals::<T>::insert(proposal_id, (proposal, deposit));
		Self::deposit_event(Event::CoSigned { proposal_id, by: who.clone(), terms_hash });
		match matched {
			Some(matched) => Self::grant_proposal(&who, proposal_id, Basis::Policy(matched)),
			None => Ok(()),
		}
	}

	/// Take an offer back.
	pub(crate) fn do_withdraw(who: &AccountIdOf<T>, proposal_id: ProposalId) -> DispatchResult {
		let (proposal, _) = Self::open_proposal(proposal_id)?;
		ensure!(proposal.requester == *who, Error::<T>::NotProposer);
		Self::close_proposal(proposal_id)?;
		Self::deposit_event(Event::Withdrawn { proposal_id });
		Ok(())
	}

	/// Say no.
	pub(crate) fn do_reject(who: &AccountIdOf<T>, proposal_id: ProposalId) -> DispatchResult {
		let (proposal, _) = Self::open_proposal(proposal_id)?;
		Self::ensure_decides(who, proposal.dataset)?;
		Self::close_proposal(proposal_id)?;
		Self::deposit_event(Event::Rejected { proposal_id });
		Ok(())
	}

	/// Close a proposal to which nobody can agree any more.
	pub(crate) fn do_expire(proposal_id: ProposalId) -> DispatchResult {
		let (proposal, _) = Self::open_proposal(proposal_id)?;
		ensure!(Self::answerable(&proposal).is_err(), Error::<T>::StillOpen);
		Self::close_proposal(proposal_id)?;
		Self::deposit_event(Event::Expired { proposal_id });
		Ok(())
	}

	/// Make a grant of a proposal, by an act of `who`.
	fn grant_proposal(
		who: &AccountIdOf<T>,
		proposal_id: ProposalId,
		basis: Basis<AccountIdOf<T>>,
	) -> DispatchResult {
		let (proposal, deposit) = Self::take_proposal(proposal_id)?;
		let parties = Self::answerable(&proposal)?;
		Self::ensure_requester(&proposal.requester)?;
		let Proposal { dataset, requester, terms, ethics, .. } = proposal;
		let id = Some(proposal_id);
		Self::make_grant(who, id, dataset, parties, requester, terms, basis, ethics, deposit)
			.map(drop)
	}

	/// End a proposal without a grant: release what is held for it, and its deposit.
	fn close_proposal(id: ProposalId) -> DispatchResult {
		let (mut proposal, deposit) = Self::take_proposal(id)?;
		Self::adjust_hold(&mut proposal, 0)?;
		deposit.drop(&proposal.requester)
	}

	/// Remove a proposal and its entries in the indexes.
	fn take_proposal(id: ProposalId) -> Result<(ProposalOf<T>, T::RecordDeposit), DispatchError> {
		let (proposal, deposit) = Proposals::<T>::take(id).ok_or(Error::<T>::UnknownProposal)?;
		ProposalsOfOwner::<T>::remove(&proposal.owner, id_key(id));
		ProposalsOfRequester::<T>::remove(&proposal.requester, id_key(id));
		OpenProposals::<T>::mutate_exists(&proposal.owner, &proposal.requester, |open| {
			*open = open.and_then(|open| open.checked_sub(1)).filter(|open| *open > 0);
		});
		Ok((proposal, deposit))
	}

	/// Hold so much for a proposal instead of what is held now.
	fn adjust_hold(proposal: &mut ProposalOf<T>, held: Balance) -> DispatchResult {
		let (more, less) = (held.saturating_sub(proposal.held), proposal.held.saturating_sub(held));
		if more > 0 {
			Self::hold(&proposal.requester, more)?;
		}
		if less > 0 {
			let reason = HoldReason::Escrow.into();
			T::Token::release(&reason, &proposal.requester, less, Precision::Exact)?;
		}
		proposal.held = held;
		Ok(())
	}

	/// Put `amount` of the tokens of `who` into escrow.
	fn hold(who: &AccountIdOf<T>, amount: Balance) -> DispatchResult {
		T::Token::hold(&HoldReason::Escrow.into(), who, amount)
			.map_err(|_| Error::<T>::CannotPayPrice.into())
	}
}
