//! Grants and receipts of all kinds.

use ownome_primitives::{
	duo::purpose::{Kind, Purpose},
	Basis, BatchRoot, Delivery, Emergency, EmergencyReason, EndCause, Ended, Ethics, Evidence,
	Grant, Match, Mondo, Narrowing, Receipt, Region, Review, Scope, Shares, Terms, Verdict,
};
use sp_runtime::Percent;

pub const START: u64 = 1_795_132_800_000;
pub const DAY: u64 = 86_400_000;

/// A grant of 30 days from 2026-11-20 on, with the key delivered on the second day.
pub fn grant() -> Grant<String> {
	Grant {
		dataset: 7,
		owner: "owner".into(),
		grantee: "grantee".into(),
		custodian: "custodian".into(),
		terms: Terms {
			purpose: Purpose {
				kind: Some(Kind::Disease),
				disease: Some(Mondo(5148)),
				for_profit: Some(false),
				months: Some(1),
				..Default::default()
			},
			scope: Scope::Whole,
			period: 30 * DAY,
			price: 12_500_000_000_000_000_000,
			upfront: Percent::from_percent(20),
			accesses: Some(3),
		},
		basis: Basis::Owner("owner".into()),
		ethics: Ethics::NotNeeded,
		shares: Shares { attester: None, treasury: Percent::zero() },
		issued_at: START,
		deliver_by: START + 3 * DAY,
		expires_at: START + 30 * DAY,
		delivery: Some(Delivery {
			at: START + DAY,
			header_hash: [1; 32],
			confirm_by: START + 4 * DAY,
			verdict: Verdict::Confirmed { at: START + 2 * DAY },
		}),
		ended: None,
		narrowings: Default::default(),
		paid: 0,
		refunded: 0,
		accesses: 0,
	}
}

pub fn regions() -> Scope {
	let region = Region { contig: b"chr1".to_vec().try_into().unwrap(), start: 0, end: u32::MAX };
	Scope::Regions(vec![region].try_into().unwrap())
}

pub fn genes() -> Scope {
	Scope::Genes(vec![1100, 1101].try_into().unwrap())
}

pub fn resources() -> Scope {
	let types = ["MolecularSequence", "Observation"];
	let types = types.map(|name| name.as_bytes().to_vec().try_into().unwrap());
	Scope::Resources(types.to_vec().try_into().unwrap())
}

pub fn with_scope(scope: Scope) -> Grant<String> {
	let grant = grant();
	Grant { terms: Terms { scope, ..grant.terms.clone() }, ..grant }
}

pub fn emergency(reason: EmergencyReason) -> Grant<String> {
	let emergency = Emergency {
		reason,
		justification: [2; 32],
		review_by: START + 7 * DAY,
		review: Review::Pending,
	};
	Grant { basis: Basis::Emergency(emergency), delivery: None, ..grant() }
}

/// Of each kind one.
pub fn grants() -> Vec<Grant<String>> {
	let narrowing = Narrowing { at: START + DAY, scope: genes(), expires_at: START + 2 * DAY };
	let matched = Match { clause: 1, policy: [3; 32] };
	vec![
		grant(),
		with_scope(regions()),
		with_scope(genes()),
		with_scope(resources()),
		with_scope(Scope::Aggregate),
		with_scope(Scope::Sealed([4; 32])),
		emergency(EmergencyReason::PatientUnableToConsent),
		emergency(EmergencyReason::PublicHealth),
		Grant { narrowings: vec![narrowing].try_into().unwrap(), ..grant() },
		Grant { ended: Some(Ended { at: START + DAY, cause: EndCause::Revoked }), ..grant() },
		Grant { basis: Basis::Policy(matched), ethics: Ethics::Signed("ethics".into()), ..grant() },
		Grant { expires_at: u64::MAX, delivery: None, ..grant() },
	]
}

pub fn receipts() -> Vec<Receipt<String>> {
	let receipt = |evidence| Receipt { custodian: "custodian".into(), at: START + DAY, evidence };
	vec![
		receipt(Evidence::Record([5; 32])),
		receipt(Evidence::Batch { root: BatchRoot([6; 32]), count: u32::MAX }),
	]
}
