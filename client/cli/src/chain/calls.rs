//! The calls that this tool sends.

use super::runtime::runtime::{
	self, consent, consortium,
	runtime_types::{
		bounded_collections::{bounded_btree_set::BoundedBTreeSet, bounded_vec::BoundedVec},
		sp_runtime::MultiSignature,
	},
};
use ownome_primitives::{
	AncestryProofs, Application, Balance, BatchId, BatchLeaf, BatchProof, BatchRoot, ConsentPolicy,
	DatasetId, Digest, EmergencyReason, GrantId, Locations, Moment, Ontology, PolicyTarget,
	Profile, ProposalId, Registration, Registrations, Scope, SearchTokens, SubjectId, Terms,
	TermsHash,
};
use subxt::{
	transactions::Payload,
	utils::{AccountId32, Static},
};

/// Ask to be accredited.
pub fn apply(application: Application) -> impl Payload {
	let Application { roles, profile, encryption_key, credential } = application;
	let roles = BoundedBTreeSet(roles.into_iter().map(Static).collect());
	runtime::transactions()
		.consortium()
		.apply(roles, encryption_key, credential, Static(profile))
}

/// Admit the applicant whose application has this hash, as the sudo key.
pub fn admit(who: AccountId32, application_hash: Digest) -> impl Payload {
	by_sudo(consortium::Call::admit { who: who.into(), application_hash })
}

/// Vouch for something else about a member, as the sudo key.
pub fn amend_profile(who: AccountId32, profile: Profile) -> impl Payload {
	by_sudo(consortium::Call::amend_profile { who: who.into(), profile: Static(profile) })
}

/// Take from a member what it may do, as the sudo key.
pub fn suspend(who: AccountId32) -> impl Payload {
	by_sudo(consortium::Call::suspend { who: who.into() })
}

/// Let a member do again what its roles say, as the sudo key.
pub fn reinstate(who: AccountId32) -> impl Payload {
	by_sudo(consortium::Call::reinstate { who: who.into() })
}

/// End a membership, as the sudo key.
pub fn expel(who: AccountId32) -> impl Payload {
	by_sudo(consortium::Call::expel { who: who.into() })
}

/// Leave the consortium.
pub fn resign() -> impl Payload {
	runtime::transactions().consortium().resign()
}

fn by_sudo(call: consortium::Call) -> impl Payload {
	runtime::transactions().sudo().sudo(runtime::Call::Consortium(call))
}

/// Announce which diseases are kinds of others, as the sudo key.
pub fn set_ontology(Ontology { root, count }: Ontology) -> impl Payload {
	let set =
		runtime::Call::Consent(consent::Call::set_ontology_root { root: Static(root), count });
	runtime::transactions().sudo().sudo(set)
}

/// Register the title to a dataset.
pub fn register(registration: Registration<AccountId32>) -> impl Payload {
	runtime::transactions().data_registry().register(Static(registration))
}

/// Register several titles, all or none.
pub fn register_many(registrations: Registrations<AccountId32>) -> impl Payload {
	runtime::transactions().data_registry().register_many(list(registrations))
}

/// Pay for titles for which their owner has signed.
pub fn register_for(
	owner: AccountId32,
	registrations: Registrations<AccountId32>,
	deadline: Moment,
	signature: [u8; 64],
) -> impl Payload {
	runtime::transactions().data_registry().register_for(
		owner,
		list(registrations),
		deadline,
		MultiSignature::Sr25519(signature),
	)
}

/// Register the next version of a dataset.
pub fn new_version(
	predecessor: DatasetId,
	registration: Registration<AccountId32>,
) -> impl Payload {
	runtime::transactions()
		.data_registry()
		.new_version(predecessor, Static(registration))
}

/// Say where the ciphertext of a dataset lies.
pub fn set_locations(dataset: DatasetId, locations: Locations) -> impl Payload {
	runtime::transactions()
		.data_registry()
		.set_locations(dataset, location_list(locations))
}

/// Say what a dataset is about, to those who have the search key.
pub fn set_tags(dataset: DatasetId, epoch: u32, tokens: SearchTokens) -> impl Payload {
	runtime::transactions().data_registry().set_tags(dataset, epoch, list(tokens))
}

/// Vouch for a dataset.
pub fn attest(dataset: DatasetId, statement: Digest) -> impl Payload {
	runtime::transactions().data_registry().attest(dataset, statement)
}

/// Vouch for a dataset no more.
pub fn retract_attestation(dataset: DatasetId) -> impl Payload {
	runtime::transactions().data_registry().retract_attestation(dataset)
}

/// Offer the title to a dataset.
pub fn offer_transfer(dataset: DatasetId, to: AccountId32) -> impl Payload {
	runtime::transactions().data_registry().offer_transfer(dataset, to.into())
}

/// Take the offer of a title back.
pub fn cancel_transfer(dataset: DatasetId) -> impl Payload {
	runtime::transactions().data_registry().cancel_transfer(dataset)
}

/// Accept the title to a dataset.
pub fn accept_transfer(dataset: DatasetId) -> impl Payload {
	runtime::transactions().data_registry().accept_transfer(dataset)
}

/// Let somebody act for the signer.
pub fn set_guardian(guardian: AccountId32, until: Moment) -> impl Payload {
	runtime::transactions().data_registry().set_guardian(guardian.into(), until)
}

/// End the office of a guardian.
pub fn hand_over(owner: AccountId32) -> impl Payload {
	runtime::transactions().data_registry().hand_over(owner.into())
}

/// Close a dataset for new grants.
pub fn seal(dataset: DatasetId) -> impl Payload {
	runtime::transactions().data_registry().seal(dataset)
}

/// Erase a dataset.
pub fn erase(dataset: DatasetId) -> impl Payload {
	runtime::transactions().data_registry().erase(dataset)
}

/// Put the root of a batch on the chain.
pub fn anchor_batch(
	root: BatchRoot,
	leaves: u64,
	custodian: AccountId32,
	locations: Locations,
) -> impl Payload {
	runtime::transactions().data_registry().anchor_batch(
		Static(root),
		leaves,
		custodian.into(),
		location_list(locations),
	)
}

/// Turn a leaf of a batch into a dataset.
pub fn claim_from_batch(
	batch: BatchId,
	index: u64,
	leaf: &BatchLeaf<[u8; 32]>,
	attester: Option<AccountId32>,
	proof: BatchProof,
) -> impl Payload {
	runtime::transactions().data_registry().claim_from_batch(
		batch,
		index,
		Static(leaf.seal),
		Static(leaf.format),
		attester.map(Into::into),
		BoundedVec(proof.into_inner()),
	)
}

/// Put a subject id on record, or take it off.
pub fn set_subject(subject: Option<SubjectId>) -> impl Payload {
	runtime::transactions().data_registry().set_subject(subject.map(Static))
}

/// Offer a price for the use of a dataset.
pub fn offer(dataset: DatasetId, terms: Terms, proofs: AncestryProofs) -> impl Payload {
	runtime::transactions().consent().offer(dataset, Static(terms), list(proofs))
}

/// Offer the same for several datasets.
pub fn offer_many(datasets: &[DatasetId], terms: Terms, proofs: AncestryProofs) -> impl Payload {
	let datasets = BoundedVec(datasets.to_vec());
	runtime::transactions()
		.consent()
		.offer_many(datasets, Static(terms), list(proofs))
}

/// Answer an offer with other terms.
pub fn counter(proposal: ProposalId, terms: Terms) -> impl Payload {
	runtime::transactions().consent().counter(proposal, Static(terms))
}

/// Agree to a counter-offer of an owner.
pub fn accept(proposal: ProposalId, terms: TermsHash) -> impl Payload {
	runtime::transactions().consent().accept(proposal, Static(terms))
}

/// Close an offer to which nobody can agree any more.
pub fn expire(proposal: ProposalId) -> impl Payload {
	runtime::transactions().consent().expire(proposal)
}

/// Sign an offer for an ethics committee.
pub fn cosign(proposal: ProposalId, terms: TermsHash) -> impl Payload {
	runtime::transactions().consent().cosign(proposal, Static(terms))
}

/// Take an offer back.
pub fn withdraw(proposal: ProposalId) -> impl Payload {
	runtime::transactions().consent().withdraw(proposal)
}

/// Turn an offer down.
pub fn reject(proposal: ProposalId) -> impl Payload {
	runtime::transactions().consent().reject(proposal)
}

/// Consent to an offer with these terms.
pub fn approve(proposal: ProposalId, terms: TermsHash) -> impl Payload {
	runtime::transactions().consent().approve(proposal, Static(terms))
}

/// Say that the key opens the data.
pub fn confirm(grant: GrantId) -> impl Payload {
	runtime::transactions().consent().confirm(grant)
}

/// Say that the key was handed over.
pub fn deliver(grant: GrantId, header_hash: Digest) -> impl Payload {
	runtime::transactions().consent().deliver(grant, header_hash)
}

/// Say that the key does not open the data.
pub fn dispute(grant: GrantId, reason: Digest) -> impl Payload {
	runtime::transactions().consent().dispute(grant, reason)
}

/// Decide a dispute.
pub fn rule(grant: GrantId, valid: bool) -> impl Payload {
	runtime::transactions().consent().rule(grant, valid)
}

/// Record an access.
pub fn record_access(grant: GrantId, receipt: Digest) -> impl Payload {
	runtime::transactions().consent().record_access(grant, receipt)
}

/// Record several accesses.
pub fn record_accesses(grant: GrantId, root: BatchRoot, count: u32) -> impl Payload {
	runtime::transactions().consent().record_accesses(grant, Static(root), count)
}

/// Pay out what has been earned so far.
pub fn settle(grant: GrantId) -> impl Payload {
	runtime::transactions().consent().settle(grant)
}

/// End a grant.
pub fn revoke(grant: GrantId) -> impl Payload {
	runtime::transactions().consent().revoke(grant)
}

/// End several grants.
pub fn revoke_many(grants: &[GrantId]) -> impl Payload {
	runtime::transactions().consent().revoke_many(BoundedVec(grants.to_vec()))
}

/// Leave open less.
pub fn narrow(grant: GrantId, scope: Scope, expires_at: Moment) -> impl Payload {
	runtime::transactions().consent().narrow(grant, Static(scope), expires_at)
}

/// Give a grant back.
pub fn relinquish(grant: GrantId) -> impl Payload {
	runtime::transactions().consent().relinquish(grant)
}

/// Set a policy, or take it off.
pub fn set_policy(
	target: PolicyTarget<AccountId32>,
	policy: Option<ConsentPolicy>,
) -> impl Payload {
	runtime::transactions().consent().set_policy(Static(target), policy.map(Static))
}

/// Refuse all offers, or take them again.
pub fn set_door(owner: AccountId32, closed: bool) -> impl Payload {
	runtime::transactions().consent().set_door(owner.into(), closed)
}

/// Refuse emergency access, or allow it again.
pub fn set_break_glass(owner: AccountId32, opted_out: bool) -> impl Payload {
	runtime::transactions().consent().set_break_glass(owner.into(), opted_out)
}

/// Open a dataset in an emergency.
pub fn open_emergency(
	dataset: DatasetId,
	reason: EmergencyReason,
	justification: Digest,
) -> impl Payload {
	runtime::transactions()
		.consent()
		.open_emergency(dataset, Static(reason), justification)
}

/// Say for an ethics committee whether an emergency was one.
pub fn review(grant: GrantId, justified: bool) -> impl Payload {
	runtime::transactions().consent().review(grant, justified)
}

/// Have a clinician suspended for an emergency.
pub fn report(grant: GrantId) -> impl Payload {
	runtime::transactions().consent().report(grant)
}

/// Send units of the data token.
pub fn transfer_token(to: AccountId32, units: Balance) -> impl Payload {
	runtime::transactions().data_token().transfer(to.into(), units)
}

/// Let an account spend so many units of the data token.
pub fn approve_token(spender: AccountId32, units: Balance) -> impl Payload {
	runtime::transactions().data_token().approve(spender.into(), units)
}

/// Let an account spend so many units of the data token of an owner, who has signed it.
pub fn permit(
	owner: AccountId32,
	spender: AccountId32,
	units: Balance,
	deadline: Moment,
	signature: [u8; 64],
) -> impl Payload {
	runtime::transactions().data_token().permit(
		owner.into(),
		spender.into(),
		units,
		deadline,
		MultiSignature::Sr25519(signature),
	)
}

/// Send units of the data token of somebody who has allowed it.
pub fn transfer_token_from(from: AccountId32, to: AccountId32, units: Balance) -> impl Payload {
	runtime::transactions()
		.data_token()
		.transfer_from(from.into(), to.into(), units)
}

/// Destroy units of the data token.
pub fn burn(units: Balance) -> impl Payload {
	runtime::transactions().data_token().burn(units)
}

/// Destroy units of the data token of somebody who has allowed it.
pub fn burn_from(from: AccountId32, units: Balance) -> impl Payload {
	runtime::transactions().data_token().burn_from(from.into(), units)
}

/// Send units of the native coin.
pub fn transfer_coin(to: AccountId32, units: Balance) -> impl Payload {
	runtime::transactions().balances().transfer_allow_death(to.into(), units)
}

/// Send everything of the native coin that is free.
pub fn transfer_all_coins(to: AccountId32) -> impl Payload {
	runtime::transactions().balances().transfer_all(to.into(), false)
}

fn list<T>(items: impl IntoIterator<Item = T>) -> BoundedVec<Static<T>> {
	BoundedVec(items.into_iter().map(Static).collect())
}

fn location_list(locations: Locations) -> BoundedVec<BoundedVec<u8>> {
	BoundedVec(
		locations
			.into_iter()
			.map(|location| BoundedVec(location.into_inner()))
			.collect(),
	)
}
