//! Calls weigh what their lists are long.

use super::*;
use crate::{Call, WeightInfo};
use frame_support::{dispatch::GetDispatchInfo, weights::Weight};

fn weight(call: Call<Test>) -> Weight {
	call.get_dispatch_info().call_weight
}

fn places(count: usize) -> Locations {
	locations(&vec!["drs://a/b"; count])
}

#[test]
fn registrations_weigh_by_their_number() {
	for count in [1u8, 2, 100] {
		let registrations = registrations(0..count);
		assert_eq!(registrations.len(), count as usize);
		let many = Call::register_many { registrations: registrations.clone() };
		assert_eq!(weight(many), <()>::register_many(count.into()));
		let signature = TestSignature(OWNER, vec![]);
		let paid = Call::register_for { owner: OWNER, registrations, deadline: NOW, signature };
		assert_eq!(weight(paid), <()>::register_for(count.into()));
	}
}

#[test]
fn locations_weigh_by_their_number() {
	for count in [0, 1, 8] {
		let set = Call::set_locations { dataset_id: 0, locations: places(count) };
		assert_eq!(weight(set), <()>::set_locations(count as u32));
		let anchor = Call::anchor_batch {
			root: BatchRoot([1; 32]),
			leaves: 1,
			custodian: CUSTODIAN,
			locations: places(count),
		};
		assert_eq!(weight(anchor), <()>::anchor_batch(count as u32));
	}
}

#[test]
fn a_proof_weighs_by_its_length() {
	for length in [0, 1, 32] {
		let claim = Call::claim_from_batch {
			batch_id: 0,
			index: 0,
			seal: SEAL,
			format: DataFormat::Vcf,
			attester: None,
			proof: BatchProof::truncate_from(vec![[0; 32]; length]),
		};
		assert_eq!(weight(claim), <()>::claim_from_batch(length as u32));
	}
}
