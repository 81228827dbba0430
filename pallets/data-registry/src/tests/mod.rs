//! Tests, one file per call.

mod attest;
mod invariants;
mod register;

use crate::mock::*;
use frame_support::{assert_ok, dispatch::DispatchResult};
use ownome_primitives::{DataFormat, Seal};

const SEAL: Seal = Seal([7; 32]);

fn register_as(who: u64, seal: Seal) -> DispatchResult {
	DataRegistry::register(RuntimeOrigin::signed(who), seal, DataFormat::Vcf, CUSTODIAN, Some(LAB))
}

/// Dataset 0 of `OWNER`.
fn registered() {
	assert_ok!(register_as(OWNER, SEAL));
	take_events();
}
