//! What must have come of the calls, told from who made them and from the events alone.

use super::calls::now;
use codec::Encode;
use frame_support::ensure;
use ownome_primitives::{
	duo::Id, Access, Basis, DatasetId, Digest, EndCause, GrantId, Moment, Party, PolicyTarget,
	ProposalId, Role, Scope, Standing, TermsHash,
};
use ownome_runtime::{AccountId, Consent, Runtime, RuntimeCall, RuntimeEvent};
use sp_runtime::MultiAddress;
use std::collections::{BTreeMap, BTreeSet};

/// An open offer.
struct Offer {
	dataset: DatasetId,
	owner: AccountId,
	requester: AccountId,
	terms: TermsHash,
	/// Whose counter-offer is the last word, if the owner's side had it.
	countered_by: Option<AccountId>,
}

/// A policy on record.
struct Policy {
	owner: AccountId,
	set_by: AccountId,
	hash: Digest,
}

/// A consent.
pub struct Consented {
	pub dataset: DatasetId,
	pub grantee: AccountId,
	until: Moment,
	scope: Scope,
	has_key: bool,
	is_disputed: bool,
	is_over: bool,
}

/// What must have come of the calls.
#[derive(Default)]
pub struct Model {
	owners: BTreeMap<DatasetId, AccountId>,
	guardians: BTreeMap<AccountId, (AccountId, Moment)>,
	standings: BTreeMap<AccountId, (Moment, Standing)>,
	/// When each account left last.
	left: BTreeMap<AccountId, Moment>,
	roles: BTreeMap<AccountId, Vec<Role>>,
	/// By encoded target.
	policies: BTreeMap<Vec<u8>, Policy>,
	offers: BTreeMap<ProposalId, Offer>,
	/// The institution of each account that was ever a member.
	institutions: BTreeMap<AccountId, Id>,
	/// From whose members each owner has taken a consent or a part of one back, and has not consented again.
	distrusted: BTreeSet<(AccountId, Option<Id>)>,
	pub grants: BTreeMap<GrantId, Consented>,
}

type Outcome = Result<(), String>;

impl Model {
	/// Whether `who` is `owner`, or the guardian of `owner` in office.
	fn acts_for(&self, who: &AccountId, owner: &AccountId) -> bool {
		let guardian = self.guardians.get(owner);
		who == owner || guardian.is_some_and(|(guardian, until)| guardian == who && now() < *until)
	}

	fn decides(&self, who: &AccountId, dataset: DatasetId) -> bool {
		self.owners.get(&dataset).is_some_and(|owner| self.acts_for(who, owner))
	}

	fn has_role(&self, who: &AccountId, role: Role) -> bool {
		self.is_good(who) && self.roles.get(who).is_some_and(|roles| roles.contains(&role))
	}

	fn is_good(&self, who: &AccountId) -> bool {
		self.standings.get(who).is_some_and(|(_, standing)| *standing == Standing::Good)
	}

	/// Whether `grantee` may read `what` of `dataset` now.
	pub fn permits(&self, dataset: DatasetId, grantee: &AccountId, what: &Scope) -> bool {
		self.is_good(grantee)
			&& self.grants.values().any(|it| {
				it.dataset == dataset
					&& it.grantee == *grantee
					&& now() < it.until
					&& it.has_key && !it.is_disputed
					&& !it.is_over && it.scope.includes(what)
			})
	}

	/// Those who have ever had a consent for a dataset.
	pub fn pairs(&self) -> BTreeSet<(DatasetId, AccountId)> {
		self.grants.values().map(|it| (it.dataset, it.grantee.clone())).collect()
	}

	/// Follow what came of `call`, made by `who`, or by root if by nobody.
	pub fn follow(
		&mut self,
		who: Option<&AccountId>,
		call: &RuntimeCall,
		events: Vec<RuntimeEvent>,
	) -> Outcome {
		let direct = who;
		let (who, calls) = carried(who, call);
		for event in events {
			match event {
				RuntimeEvent::DataRegistry(event) => self.follow_registry(event),
				RuntimeEvent::Consortium(event) => self.follow_consortium(event),
				RuntimeEvent::Consent(event) => self.follow_consent(who.as_ref(), &calls, event)?,
				_ => {},
			}
		}
		self.obey(direct, call);
		Ok(())
	}

	/// What `call`, which succeeded, must have ended, whatever the events say.
	fn obey(&mut self, who: Option<&AccountId>, call: &RuntimeCall) {
		use pallet_consent::Call as Consent;
		use pallet_consortium::Call as Consortium;
		use pallet_data_registry::Call as Registry;
		match call {
			RuntimeCall::Consent(
				Consent::revoke { grant_id }
				| Consent::relinquish { grant_id }
				| Consent::rule { grant_id, valid: false }
				| Consent::review { grant_id, justified: false },
			) => self.end_these(&[*grant_id]),
			RuntimeCall::Consent(Consent::revoke_many { grant_ids }) => self.end_these(grant_ids),
			RuntimeCall::Consent(Consent::set_policy { target, policy: None }) => {
				self.policies.remove(&target.encode());
			},
			RuntimeCall::DataRegistry(Registry::erase { dataset_id }) => {
				self.owners.remove(dataset_id);
				self.end(|grant| grant.dataset == *dataset_id);
			},
			RuntimeCall::DataRegistry(Registry::accept_transfer { dataset_id }) => {
				self.owners.extend(who.map(|to| (*dataset_id, to.clone())));
			},
			RuntimeCall::Consortium(Consortium::resign {}) => {
				self.end(|grant| Some(&grant.grantee) == who);
			},
			RuntimeCall::Consortium(Consortium::expel { who: MultiAddress::Id(who) }) => {
				self.end(|grant| grant.grantee == *who);
			},
			_ => {},
		}
	}

	fn end_these(&mut self, ids: &[GrantId]) {
		for id in ids {
			if let Some(grant) = self.grants.get_mut(id) {
				grant.is_over = true;
			}
		}
	}

	/// Whether these are the datasets that stand, each of its owner.
	pub fn owns(&self, titles: impl Iterator<Item = (DatasetId, AccountId)>) -> bool {
		titles.collect::<BTreeMap<_, _>>() == self.owners
	}

	fn follow_registry(&mut self, event: pallet_data_registry::Event<Runtime>) {
		use pallet_data_registry::Event::*;
		match event {
			Registered { dataset_id, owner, .. } => {
				self.owners.insert(dataset_id, owner);
			},
			Transferred { dataset_id, to, .. } => {
				self.owners.insert(dataset_id, to);
			},
			Erased { dataset_id } => {
				self.owners.remove(&dataset_id);
				self.end(|grant| grant.dataset == dataset_id);
			},
			GuardianSet { owner, guardian, until } => {
				self.guardians.insert(owner, (guardian, until));
			},
			HandedOver { owner, .. } => {
				self.guardians.remove(&owner);
			},
			_ => {},
		}
	}

	fn follow_consortium(&mut self, event: pallet_consortium::Event<Runtime>) {
		use pallet_consortium::Event::*;
		let (who, standing) = match event {
			ProfileAmended { member, profile } => {
				self.institutions.insert(member, profile.institution);
				return;
			},
			Admitted { member, roles } => {
				let alone = member.to_string().parse().expect("an address is an id");
				self.institutions.insert(member.clone(), alone);
				self.roles.insert(member.clone(), roles.into_iter().collect());
				(member, Standing::Good)
			},
			Reinstated { member } => (member, Standing::Good),
			Suspended { member } => (member, Standing::Suspended),
			Expelled { who } => (who, Standing::Expelled),
			Resigned { who } => (who, Standing::Resigned),
			_ => return,
		};
		if matches!(standing, Standing::Expelled | Standing::Resigned) {
			self.left.insert(who.clone(), now());
			self.end(|grant| grant.grantee == who);
		}
		self.standings.insert(who, (now(), standing));
	}

	fn end(&mut self, of: impl Fn(&Consented) -> bool) {
		for grant in self.grants.values_mut().filter(|grant| of(grant)) {
			grant.is_over = true;
		}
	}

	fn follow_consent(
		&mut self,
		who: Option<&AccountId>,
		calls: &[&RuntimeCall],
		event: pallet_consent::Event<Runtime>,
	) -> Outcome {
		use pallet_consent::Event::*;
		match event {
			PolicySet { target, policy } => {
				let owner = match &target {
					PolicyTarget::Dataset(dataset) => self.owners.get(dataset).cloned(),
					PolicyTarget::AllOf(owner) => Some(owner.clone()),
				};
				let owner = owner.ok_or("a policy is for no dataset")?;
				let set_by = who.ok_or("nobody set a policy")?.clone();
				ensure!(self.acts_for(&set_by, &owner), "somebody else set a policy");
				let policy = Policy { owner, set_by, hash: policy };
				self.policies.insert(target.encode(), policy);
			},
			PolicyRemoved { target } => {
				self.policies.remove(&target.encode());
			},
			Offered { proposal_id, dataset_id: dataset, requester, owner, terms_hash, .. } => {
				ensure!(who == Some(&requester), "an offer is not of whom it names");
				let (terms, countered_by) = (terms_hash, None);
				let offer = Offer { dataset, owner, requester, terms, countered_by };
				self.offers.insert(proposal_id, offer);
			},
			Countered { proposal_id, by, terms_hash, .. } => {
				let dataset = self.offers.get(&proposal_id).map(|offer| offer.dataset);
				let decides =
					who.zip(dataset).is_some_and(|(who, dataset)| self.decides(who, dataset));
				let offer = self.offers.get_mut(&proposal_id).ok_or("countered, never offered")?;
				ensure!(
					if by == Party::Owner { decides } else { who == Some(&offer.requester) },
					"a counter-offer is of neither side"
				);
				offer.terms = terms_hash;
				offer.countered_by = who.cloned().filter(|_| by == Party::Owner);
			},
			Withdrawn { proposal_id } | Rejected { proposal_id } | Expired { proposal_id } => {
				self.offers.remove(&proposal_id).ok_or("closed, never offered")?;
			},
			Granted { grant_id, proposal_id, .. } => {
				self.consent(who, calls, grant_id, proposal_id)?;
			},
			Delivered { grant_id, .. } => self.granted(grant_id)?.has_key = true,
			Disputed { grant_id, .. } => self.granted(grant_id)?.is_disputed = true,
			Ruled { grant_id, .. } => self.granted(grant_id)?.is_disputed = false,
			Narrowed { grant_id, scope, expires_at } => {
				let grant = self.granted(grant_id)?;
				ensure!(
					grant.scope.includes(&scope) && expires_at <= grant.until,
					"a grant got wider"
				);
				(grant.scope, grant.until) = (scope, expires_at);
				let (dataset, grantee) = (grant.dataset, grant.grantee.clone());
				self.distrust(who, dataset, &grantee)?;
			},
			Ended { grant_id, at, cause } => {
				let grant = self.granted(grant_id)?;
				ensure!(at <= now(), "a grant ends later than its end is told");
				grant.is_over = true;
				let (dataset, grantee) = (grant.dataset, grant.grantee.clone());
				if cause == EndCause::Revoked {
					self.distrust(who, dataset, &grantee)?;
				}
			},
			_ => {},
		}
		Ok(())
	}

	/// `who` took back, for the owner of `dataset`, what `grantee` was given.
	fn distrust(
		&mut self,
		who: Option<&AccountId>,
		dataset: DatasetId,
		grantee: &AccountId,
	) -> Outcome {
		let owner = self.owners.get(&dataset).ok_or("nobody can have taken anything back")?;
		let owners = who.is_some_and(|who| self.acts_for(who, owner));
		ensure!(owners && who != Some(grantee), "somebody else took something back");
		let institution = self.institutions.get(grantee).cloned();
		self.distrusted.insert((owner.clone(), institution));
		Ok(())
	}

	fn granted(&mut self, id: GrantId) -> Result<&mut Consented, String> {
		self.grants
			.get_mut(&id)
			.ok_or_else(|| "something happened to a grant that is none".into())
	}

	/// A grant came about: behind it stands an act.
	fn consent(
		&mut self,
		who: Option<&AccountId>,
		calls: &[&RuntimeCall],
		id: GrantId,
		proposal: Option<ProposalId>,
	) -> Outcome {
		use pallet_consent::Call;
		let grant = Consent::grant(id).ok_or("a grant is not on record")?;
		let who = who.ok_or("root granted something")?;
		let offer = proposal.map(|id| (id, self.offers.remove(&id)));
		if let Some((_, offer)) = &offer {
			let offer = offer.as_ref().ok_or("a grant comes of no offer")?;
			ensure!(
				offer.dataset == grant.dataset
					&& offer.requester == grant.grantee
					&& offer.owner == grant.owner
					&& offer.terms == grant.terms.hash(),
				"a grant is not what was offered"
			);
		}
		ensure!(self.owners.get(&grant.dataset) == Some(&grant.owner), "not in the owner's name");
		let answered = |hash: TermsHash, called: bool| {
			calls.iter().any(|call| match call {
				RuntimeCall::Consent(Call::approve { proposal_id, terms_hash }) if called => {
					Some(*proposal_id) == proposal && *terms_hash == hash
				},
				RuntimeCall::Consent(Call::accept { proposal_id, terms_hash }) if !called => {
					Some(*proposal_id) == proposal && *terms_hash == hash
				},
				_ => false,
			})
		};
		let hash = grant.terms.hash();
		match &grant.basis {
			Basis::Owner(consented) => {
				let (_, offer) = offer.as_ref().ok_or("an owner agreed to no offer")?;
				let countered_by = offer.as_ref().and_then(|it| it.countered_by.as_ref());
				ensure!(self.acts_for(consented, &grant.owner), "somebody else consented");
				ensure!(*consented != grant.grantee, "a grantee consented to its own offer");
				match countered_by {
					None => ensure!(
						who == consented && answered(hash, true),
						"nobody approved of these terms"
					),
					Some(countered_by) => ensure!(
						countered_by == consented && *who == grant.grantee && answered(hash, false),
						"nobody accepted these terms"
					),
				}
				if who == consented {
					let institution = self.institutions.get(&grant.grantee).cloned();
					self.distrusted.remove(&(grant.owner.clone(), institution));
				}
			},
			Basis::Policy(matched) => {
				let own = PolicyTarget::<AccountId>::Dataset(grant.dataset).encode();
				let own = self.policies.get(&own).filter(|it| it.owner == grant.owner);
				let all = PolicyTarget::AllOf(grant.owner.clone()).encode();
				let policy = own.or(self.policies.get(&all)).ok_or("there is no policy")?;
				ensure!(policy.hash == matched.policy, "another policy consented");
				ensure!(self.acts_for(&policy.set_by, &grant.owner), "the policy has lapsed");
				let pair = (grant.owner.clone(), self.institutions.get(&grant.grantee).cloned());
				ensure!(!self.distrusted.contains(&pair), "a policy consented after a revocation");
				let disputes = Consent::disputes(&grant.grantee);
				ensure!(
					disputes.dismissed + disputes.undecided == 0,
					"a policy consented in spite of disputes"
				);
			},
			Basis::Emergency(_) => {
				ensure!(self.has_role(who, Role::Clinician), "not a clinician opened a dataset");
				ensure!(grant.grantee == *who, "an emergency is not of whom it names");
			},
		}
		let member = match grant.basis {
			Basis::Emergency(_) => Role::Clinician,
			_ => Role::Requester,
		};
		ensure!(self.has_role(&grant.grantee, member), "a grantee is not accredited");
		self.grants.insert(
			id,
			Consented {
				dataset: grant.dataset,
				// A membership that ends in the very moment of a grant ends the grant, whatever came first.
				is_over: self.left.get(&grant.grantee) == Some(&now()),
				until: grant.expires_at,
				scope: grant.terms.scope.clone(),
				has_key: grant.emergency().is_some(),
				is_disputed: false,
				grantee: grant.grantee,
			},
		);
		Ok(())
	}
}

/// The calls that `call` carries, or itself, and in whose name they are made.
fn carried<'a>(
	who: Option<&AccountId>,
	call: &'a RuntimeCall,
) -> (Option<AccountId>, Vec<&'a RuntimeCall>) {
	use pallet_proxy::Call as Proxy;
	use pallet_utility::Call as Utility;
	match call {
		RuntimeCall::Utility(Utility::batch_all { calls } | Utility::force_batch { calls }) => {
			(who.cloned(), calls.iter().collect())
		},
		RuntimeCall::Proxy(Proxy::proxy { real: MultiAddress::Id(real), call, .. }) => {
			(Some(real.clone()), vec![call.as_ref()])
		},
		call => (who.cloned(), vec![call]),
	}
}

/// Whether the chain lets `grantee` read `what` of `dataset` at the moment `at`.
pub fn is_permitted(
	dataset: DatasetId,
	grantee: &AccountId,
	at: Option<Moment>,
	what: &Scope,
) -> bool {
	matches!(Consent::check(dataset, grantee, at, what), Access::Permitted { .. })
}
