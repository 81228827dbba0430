//! Tests, a file for each theme.

mod access;
mod money;
mod ontology;
mod policy;
mod scope;

use super::*;
use crate::{duo::purpose::Purpose, Balance, Moment};
use sp_runtime::Percent;

/// A grant of [100, 1100), to be delivered by 600, of which `upfront` percent are earned at delivery.
fn grant(price: Balance, upfront: u8) -> Grant<u64> {
	Grant {
		dataset: 0,
		owner: 1,
		grantee: 2,
		custodian: 3,
		terms: terms(price, upfront),
		basis: Basis::Owner(1),
		ethics: Ethics::NotNeeded,
		shares: Shares { attester: None, treasury: Percent::zero() },
		issued_at: 100,
		deliver_by: 600,
		expires_at: 1_100,
		delivery: None,
		ended: None,
		narrowings: Default::default(),
		paid: 0,
		refunded: 0,
		accesses: 0,
	}
}

fn terms(price: Balance, upfront: u8) -> Terms {
	Terms {
		purpose: Purpose::default(),
		scope: Scope::Whole,
		period: 1_000,
		price,
		upfront: Percent::from_percent(upfront),
		accesses: None,
	}
}

/// A delivery that may be disputed for 50.
fn delivery(at: Moment, verdict: Verdict<u64>) -> Option<Delivery<u64>> {
	Some(Delivery { at, header_hash: [0; 32], confirm_by: at + 50, verdict })
}

fn confirmed(price: Balance, upfront: u8, at: Moment) -> Grant<u64> {
	Grant { delivery: delivery(at, Verdict::Confirmed { at }), ..grant(price, upfront) }
}

/// A dispute that is to be decided within 200.
fn dispute(at: Moment) -> Dispute {
	Dispute { at, reason: [1; 32], decide_by: at + 200 }
}

fn ended(at: Moment, cause: EndCause) -> Option<Ended> {
	Some(Ended { at, cause })
}

#[test]
fn terms_that_differ_anywhere_have_different_hashes() {
	let original = terms(1_000, 20);
	let others = [
		Terms { purpose: Purpose { months: Some(1), ..Default::default() }, ..original.clone() },
		Terms { scope: Scope::Aggregate, ..original.clone() },
		Terms { period: 1_001, ..original.clone() },
		Terms { price: 1_001, ..original.clone() },
		Terms { upfront: Percent::from_percent(21), ..original.clone() },
		Terms { accesses: Some(1), ..original.clone() },
	];
	for other in &others {
		assert_ne!(other.hash(), original.hash(), "{other:?}");
	}
	assert_eq!(original.hash(), original.clone().hash());
}
