use super::*;
use crate::{Error, Event, Grants, OpenProposals, ProposalsOfOwner, ProposalsOfRequester};
use frame_support::{assert_noop, assert_ok};
use ownome_primitives::{
	duo::{Modifier, Permission},
	Basis, Ethics, Match, Party, Proposal, Region, Standing, MAX_REGIONS,
};
use sp_runtime::TokenError;
use std::collections::BTreeSet;

#[test]
fn records_the_offer_and_holds_price_and_deposit() {
	new_test(|| {
		assert_ok!(offer(REQUESTER, terms()));

		assert_eq!(
			proposal(0),
			Proposal {
				dataset: DATASET,
				owner: OWNER,
				requester: REQUESTER,
				terms: terms(),
				turn: Party::Owner,
				round: 0,
				held: PRICE,
				offered_at: NOW,
				answer_by: NOW + ANSWER_PERIOD,
				ethics: Ethics::NotNeeded,
				matched: None,
				countered_by: None,
			}
		);
		assert_eq!(purse(), (ENDOWMENT - PRICE, PRICE));
		assert!(record_deposit(REQUESTER) > 0);
		assert!(ProposalsOfOwner::<Test>::contains_key(OWNER, [0; 8]));
		assert!(ProposalsOfRequester::<Test>::contains_key(REQUESTER, [0; 8]));
		assert_eq!(
			take_events(),
			[Event::Offered {
				proposal_id: 0,
				dataset_id: DATASET,
				requester: REQUESTER,
				owner: OWNER,
				price: PRICE,
				terms_hash: terms().hash(),
			}]
		);
	});
}

#[test]
fn a_standing_policy_that_matches_is_a_grant_at_once() {
	new_test(|| {
		set_policy(policy(true, false));
		assert_ok!(offer(REQUESTER, terms()));
		let grant = grant(0);
		assert_eq!((grant.owner, grant.grantee), (OWNER, REQUESTER));
		let policy = policy(true, false).hash();
		assert_eq!(grant.basis, Basis::Policy(Match { clause: 0, policy }));
		assert_eq!(purse(), (ENDOWMENT - PRICE, PRICE));
		assert!(record_deposit(REQUESTER) > 0);
		assert_eq!(
			take_events(),
			[Event::Granted {
				grant_id: 0,
				proposal_id: None,
				dataset_id: DATASET,
				owner: OWNER,
				grantee: REQUESTER,
				expires_at: NOW + PERIOD,
			}]
		);
	});
}

#[test]
fn a_policy_that_a_guardian_set_consents_as_long_as_the_guardian_is_in_office() {
	new_test(|| {
		change_title(|title| title.guardian = Some(GUARDIAN));
		let target = PolicyTarget::AllOf(OWNER);
		assert_ok!(Consent::set_policy(signed(GUARDIAN), target, Some(policy(true, false))));
		assert_ok!(offer(REQUESTER, terms()));
		assert!(Grants::<Test>::contains_key(0));
		change_title(|title| title.guardian = None);
		assert_ok!(offer(REQUESTER, terms()));
		assert!(!Grants::<Test>::contains_key(1));
		// It goes on refusing, though.
		let mut other = terms();
		other.period += 1;
		assert_noop!(offer(REQUESTER, other), Error::<Test>::PeriodBeyondPolicy);
	});
}

#[test]
fn a_policy_does_not_consent_again_to_whom_the_owner_revoked() {
	new_test(|| {
		set_policy(policy(true, false));
		assert_ok!(offer(REQUESTER, terms()));
		assert_ok!(Consent::revoke(signed(OWNER), 0));
		assert_ok!(offer(REQUESTER, terms()));
		assert!(!Grants::<Test>::contains_key(1));
		// Others are not concerned.
		assert_ok!(offer(OTHER_REQUESTER, terms()));
		assert_eq!(grant(1).grantee, OTHER_REQUESTER);
		// The owner trusts it again.
		assert_ok!(approve(OWNER, 0));
		assert_ok!(offer(REQUESTER, terms()));
		assert_eq!(grant(3).grantee, REQUESTER);
	});
}

#[test]
fn a_clause_for_an_institution_is_for_those_that_the_consortium_knows_to_be_of_it() {
	new_test(|| {
		let ids = BTreeSet::from(["I-1".parse().unwrap()]).try_into().unwrap();
		let mut policy = policy(true, false);
		policy.clauses[0].duo.modifiers =
			BTreeSet::from([Modifier::Institutions(ids)]).try_into().unwrap();
		set_policy(policy);
		let mut claim = terms();
		claim.purpose.institution = Some("I-1".parse().unwrap());
		assert_ok!(offer(REQUESTER, claim.clone()));
		assert!(!Grants::<Test>::contains_key(0));
		set_profile(OTHER_REQUESTER, profile("I-1"));
		assert_ok!(offer(OTHER_REQUESTER, claim));
		assert!(Grants::<Test>::contains_key(0));
	});
}

#[test]
fn less_than_the_ask_is_for_the_owner_to_decide() {
	new_test(|| {
		set_policy(policy(true, false));
		assert_ok!(offer(REQUESTER, priced(PRICE - 1)));
		assert_eq!(proposal(0).ethics, Ethics::NotNeeded);
		assert!(!Grants::<Test>::contains_key(0));
	});
}

#[test]
fn a_policy_may_want_an_ethics_committee_first() {
	new_test(|| {
		set_policy(policy(true, true));
		assert_ok!(offer(REQUESTER, terms()));
		let hash = policy(true, true).hash();
		assert_eq!(proposal(0).ethics, Ethics::Needed);
		assert_eq!(proposal(0).matched, Some(Match { clause: 0, policy: hash }));

		set_policy(policy(false, true));
		assert_ok!(offer(REQUESTER, terms()));
		assert_eq!((proposal(1).ethics, proposal(1).matched), (Ethics::Needed, None));
	});
}

#[test]
fn refuses_what_the_policy_denies() {
	new_test(|| {
		set_policy(policy_for(Permission::Ancestry, true, false));
		assert_noop!(offer(REQUESTER, terms()), Error::<Test>::PolicyDenies);
	});
}

#[test]
fn refuses_a_period_beyond_the_policys_longest() {
	new_test(|| {
		set_policy(policy(true, false));
		let longer = Terms { period: PERIOD + 1, ..terms() };
		assert_noop!(offer(REQUESTER, longer), Error::<Test>::PeriodBeyondPolicy);
	});
}

#[test]
fn a_datasets_own_policy_comes_before_that_of_its_owner() {
	new_test(|| {
		set_policy(policy_for(Permission::Ancestry, true, false));
		let target = PolicyTarget::Dataset(DATASET);
		assert_ok!(Consent::set_policy(signed(OWNER), target, Some(policy(true, false))));
		assert_ok!(offer(REQUESTER, terms()));
		assert_noop!(offer_for(REQUESTER, OTHER_DATASET, terms()), Error::<Test>::PolicyDenies);
	});
}

#[test]
fn a_policy_does_not_speak_for_the_next_owner() {
	new_test(|| {
		let target = PolicyTarget::Dataset(DATASET);
		assert_ok!(Consent::set_policy(signed(OWNER), target, Some(policy(true, false))));
		change_title(|title| title.parties.owner = STRANGER);
		assert_ok!(offer(REQUESTER, terms()));
		assert!(!Grants::<Test>::contains_key(0));
	});
}

#[test]
fn refuses_whoever_has_no_standing() {
	new_test(|| {
		for who in [STRANGER, LAB, CUSTODIAN] {
			assert_noop!(offer(who, terms()), Error::<Test>::NotRequester);
		}
		for standing in [Standing::Suspended, Standing::Expelled, Standing::Resigned] {
			set_standing(REQUESTER, standing);
			assert_noop!(offer(REQUESTER, terms()), Error::<Test>::NotRequester);
		}
	});
}

#[test]
fn refuses_unknown_erased_and_sealed_datasets() {
	new_test(|| {
		assert_noop!(offer_for(REQUESTER, UNKNOWN_DATASET, terms()), Error::<Test>::UnknownDataset);
		change_title(|title| title.is_sealed = true);
		assert_noop!(offer(REQUESTER, terms()), Error::<Test>::DatasetSealed);
		erase();
		assert_noop!(offer(REQUESTER, terms()), Error::<Test>::DatasetErased);
	});
}

#[test]
fn refuses_an_offer_to_oneself_and_to_ones_ward() {
	new_test(|| {
		accredit(OWNER, &[ownome_primitives::Role::Requester]);
		assert_noop!(offer(OWNER, terms()), Error::<Test>::OwnDataset);
		change_title(|title| title.guardian = Some(REQUESTER));
		assert_noop!(offer(REQUESTER, terms()), Error::<Test>::OwnDataset);
	});
}

#[test]
fn refuses_when_the_door_is_closed() {
	new_test(|| {
		assert_ok!(Consent::set_door(signed(OWNER), OWNER, true));
		assert_noop!(offer(REQUESTER, terms()), Error::<Test>::DoorClosed);
		assert_ok!(Consent::set_door(signed(OWNER), OWNER, false));
		assert_ok!(offer(REQUESTER, terms()));
	});
}

#[test]
fn refuses_periods_out_of_bounds() {
	new_test(|| {
		for period in [0, MAX_PERIOD + 1, u64::MAX] {
			assert_noop!(
				offer(REQUESTER, Terms { period, ..terms() }),
				Error::<Test>::PeriodOutOfBounds
			);
		}
		assert_ok!(offer(REQUESTER, Terms { period: MAX_PERIOD, ..terms() }));
	});
}

#[test]
fn refuses_malformed_terms() {
	new_test(|| {
		let none = Terms { accesses: Some(0), ..terms() };
		assert_noop!(offer(REQUESTER, none), Error::<Test>::NoAccesses);
		let unsorted = Terms { scope: genes(&[2, 1]), ..terms() };
		assert_noop!(offer(REQUESTER, unsorted), Error::<Test>::MalformedScope);
		let mut malformed = terms();
		malformed.purpose.months = Some(0);
		assert_noop!(offer(REQUESTER, malformed), Error::<Test>::MalformedPurpose);
	});
}

#[test]
fn takes_the_largest_scope() {
	new_test(|| {
		let region = |number: u32| Region {
			contig: vec![b'c'; 32].try_into().unwrap(),
			start: number * 10,
			end: number * 10 + 1,
		};
		let regions: Vec<_> = (0..MAX_REGIONS).map(region).collect();
		let scope = Scope::Regions(regions.try_into().unwrap());
		assert_ok!(offer(REQUESTER, Terms { scope, ..terms() }));
	});
}

#[test]
fn refuses_more_than_the_requester_has() {
	new_test(|| {
		for price in [ENDOWMENT + 1, Balance::MAX] {
			assert_noop!(offer(REQUESTER, priced(price)), Error::<Test>::CannotPayPrice);
		}
		assert_noop!(offer(POOR_REQUESTER, priced(0)), TokenError::FundsUnavailable);
	});
}

#[test]
fn bounds_the_open_offers_of_a_requester_to_an_owner() {
	new_test(|| {
		for _ in 0..MAX_OPEN_PROPOSALS {
			assert_ok!(offer(REQUESTER, terms()));
		}
		for dataset in [DATASET, OTHER_DATASET] {
			assert_noop!(offer_for(REQUESTER, dataset, terms()), Error::<Test>::TooManyProposals);
		}
		// Others are not concerned, and an answer makes room.
		assert_ok!(offer(OTHER_REQUESTER, terms()));
		assert_ok!(Consent::reject(signed(OWNER), 0));
		assert_ok!(offer(REQUESTER, terms()));
		assert_eq!(OpenProposals::<Test>::get(OWNER, REQUESTER), MAX_OPEN_PROPOSALS);
	});
}
