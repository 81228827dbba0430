//! What delegates may do.

use frame_support::traits::InstanceFilter;
use ownome_runtime::{ProxyType, Runtime, RuntimeCall};
use pallet_consent::Call as Consent;

#[test]
fn delegates_may_do_what_their_type_says_and_nothing_else() {
	let approve = Consent::<Runtime>::approve { proposal_id: 0 }.into();
	let reject = Consent::<Runtime>::reject { proposal_id: 0 }.into();
	let revoke = Consent::<Runtime>::revoke { grant_id: 0 }.into();
	let deliver = Consent::<Runtime>::deliver { grant_id: 0, header_hash: [0; 32] }.into();
	let withdraw = Consent::<Runtime>::withdraw { proposal_id: 0 }.into();
	let settle = Consent::<Runtime>::settle { grant_id: 0 }.into();
	let burn = pallet_data_token::Call::<Runtime>::burn { value: 1 }.into();
	let batch = pallet_utility::Call::<Runtime>::batch { calls: vec![] }.into();

	let table: [(&RuntimeCall, bool, bool); 8] = [
		// call, Consent, KeyDelivery
		(&approve, true, false),
		(&reject, true, false),
		(&revoke, true, false),
		(&deliver, true, true),
		(&withdraw, false, false),
		(&settle, false, false),
		(&burn, false, false),
		(&batch, false, false),
	];
	for (call, consent, key_delivery) in table {
		assert!(ProxyType::Any.filter(call));
		assert_eq!(ProxyType::Consent.filter(call), consent, "{call:?}");
		assert_eq!(ProxyType::KeyDelivery.filter(call), key_delivery, "{call:?}");
	}
}

#[test]
fn no_delegate_may_make_a_mightier_one() {
	use ProxyType::*;
	let mightier = [(Any, Consent), (Any, KeyDelivery), (Consent, KeyDelivery)];
	for (more, less) in mightier {
		assert!(more.is_superset(&less));
		assert!(!less.is_superset(&more));
	}
	for kind in [Any, Consent, KeyDelivery] {
		assert!(kind.is_superset(&kind));
	}
}
