//! What delegates may do.

use frame_support::traits::InstanceFilter;
use ownome_primitives::{BatchRoot, DataFormat, Registration, Seal};
use ownome_runtime::{Address, ProxyType, Runtime, RuntimeCall, Signature};
use pallet_consent::Call as Consent;
use pallet_data_registry::Call as Registry;
use sp_keyring::Sr25519Keyring;
use sp_runtime::BoundedVec;

#[test]
fn delegates_may_do_what_their_type_says_and_nothing_else() {
	let approve = Consent::<Runtime>::approve { proposal_id: 0 }.into();
	let reject = Consent::<Runtime>::reject { proposal_id: 0 }.into();
	let revoke = Consent::<Runtime>::revoke { grant_id: 0 }.into();
	let deliver = Consent::<Runtime>::deliver { grant_id: 0, header_hash: [0; 32] }.into();
	let withdraw = Consent::<Runtime>::withdraw { proposal_id: 0 }.into();
	let settle = Consent::<Runtime>::settle { grant_id: 0 }.into();
	let burn = pallet_data_token::Call::<Runtime>::burn { value: 1 }.into();
	let batch: RuntimeCall = pallet_utility::Call::<Runtime>::batch { calls: vec![] }.into();

	let table = [
		// call, Consent, KeyDelivery, Registry
		(approve, true, false, false),
		(reject, true, false, false),
		(revoke, true, false, false),
		(deliver, true, true, false),
		(withdraw, false, false, false),
		(settle, false, false, false),
		(burn, false, false, false),
		(batch, false, false, false),
	]
	.into_iter()
	.chain(registry_calls().map(|(call, registry)| (call, false, false, registry)));
	for (call, consent, key_delivery, registry) in table {
		let call = &call;
		assert!(ProxyType::Any.filter(call));
		assert_eq!(ProxyType::Consent.filter(call), consent, "{call:?}");
		assert_eq!(ProxyType::KeyDelivery.filter(call), key_delivery, "{call:?}");
		assert_eq!(ProxyType::Registry.filter(call), registry, "{call:?}");
	}
}

/// The calls of an owner to the registry, and whether they are paperwork.
fn registry_calls() -> impl Iterator<Item = (RuntimeCall, bool)> {
	let account = || Sr25519Keyring::Bob.to_account_id();
	let registration = Registration {
		seal: Seal([1; 32]),
		format: DataFormat::Vcf,
		custodian: account(),
		attester: None,
	};
	let registrations = BoundedVec::truncate_from(vec![registration.clone()]);
	let (id, to) = (0, Address::Id(account()));
	let paperwork = [
		Registry::register { registration: registration.clone() },
		Registry::register_many { registrations: registrations.clone() },
		Registry::new_version { predecessor: id, registration },
		Registry::set_locations { dataset_id: id, locations: Default::default() },
		Registry::set_tags { dataset_id: id, epoch: 0, tokens: Default::default() },
		Registry::claim_from_batch {
			batch_id: 0,
			index: 0,
			seal: Seal([1; 32]),
			format: DataFormat::Vcf,
			attester: None,
			proof: Default::default(),
		},
	];
	let decisions = [
		Registry::register_for {
			owner: account(),
			registrations,
			deadline: 0,
			signature: Signature::Sr25519(Default::default()),
		},
		Registry::attest { dataset_id: id, statement: [0; 32] },
		Registry::retract_attestation { dataset_id: id },
		Registry::offer_transfer { dataset_id: id, to: to.clone() },
		Registry::cancel_transfer { dataset_id: id },
		Registry::accept_transfer { dataset_id: id },
		Registry::set_guardian { guardian: to.clone(), until: 0 },
		Registry::hand_over { owner: to.clone() },
		Registry::seal { dataset_id: id },
		Registry::erase { dataset_id: id },
		Registry::anchor_batch {
			root: BatchRoot([0; 32]),
			leaves: 1,
			custodian: to,
			locations: Default::default(),
		},
		Registry::set_subject { subject: None },
	];
	let marked = |calls: Vec<Registry<Runtime>>, may| {
		calls.into_iter().map(move |call| (RuntimeCall::from(call), may))
	};
	marked(paperwork.into(), true).chain(marked(decisions.into(), false))
}

#[test]
fn no_delegate_may_make_a_mightier_one() {
	use ProxyType::*;
	let mightier = [(Any, Consent), (Any, KeyDelivery), (Consent, KeyDelivery)];
	for (more, less) in mightier {
		assert!(more.is_superset(&less));
		assert!(!less.is_superset(&more));
	}
	for kind in [Any, Consent, KeyDelivery, Registry] {
		assert!(kind.is_superset(&kind));
		assert!(Any.is_superset(&kind));
		assert_eq!(Registry.is_superset(&kind), kind == Registry);
		assert_eq!(kind.is_superset(&Registry), [Any, Registry].contains(&kind));
	}
}
