//! Who plays, and how the chain stands when the play begins.

use super::calls::{consent, consortium, registry, Made};
use crate::support::{AUDITOR, INSTITUTE, LAB, OWNER, ROOT};
use ownome_primitives::Role;
use ownome_runtime::AccountId;
use sp_keyring::Sr25519Keyring;
use std::sync::LazyLock;

/// Another owner, and the guardian of owners.
pub const PARENT: Sr25519Keyring = Sr25519Keyring::Eve;
/// Clinician and requester.
pub const CLINIC: Sr25519Keyring = Sr25519Keyring::AliceStash;
/// An ethics committee.
pub const COMMITTEE: Sr25519Keyring = Sr25519Keyring::BobStash;
/// An owner whose guardian is in office at first, and has set a policy.
pub const WARD: Sr25519Keyring = Sr25519Keyring::CharlieStash;
/// Has nothing of either coin.
pub const PAUPER: Sr25519Keyring = Sr25519Keyring::One;

/// All who play.
pub const CAST: [Sr25519Keyring; 10] =
	[OWNER, PARENT, INSTITUTE, LAB, CLINIC, AUDITOR, COMMITTEE, ROOT, PAUPER, WARD];

/// Their accounts.
pub static ACCOUNTS: LazyLock<Vec<AccountId>> =
	LazyLock::new(|| CAST.iter().map(|who| who.to_account_id()).collect());

/// What `who` is accredited for when it is a member.
pub fn roles(who: &AccountId) -> &'static [Role] {
	match CAST.into_iter().find(|it| it.to_account_id() == *who) {
		Some(INSTITUTE) => &[Role::Requester],
		Some(LAB) => &[Role::Custodian, Role::Attester],
		Some(CLINIC) => &[Role::Clinician, Role::Requester],
		Some(AUDITOR) => &[Role::Auditor, Role::Custodian],
		Some(COMMITTEE) => &[Role::Ethics],
		_ => &[Role::Requester, Role::Attester],
	}
}

/// The institutions become members, and three owners register datasets for which the laboratory vouches.
pub fn prologue() -> Vec<Made> {
	let mut calls = Vec::new();
	for who in [INSTITUTE, LAB, CLINIC, AUDITOR, COMMITTEE] {
		calls.extend(consortium::accreditation(who.to_account_id()));
	}
	for (number, who) in [OWNER, WARD, PARENT].into_iter().enumerate() {
		calls.push(registry::registered(who.to_account_id(), 100 + number as u8));
		calls.push(registry::attested(number as u64));
	}
	let (ward, guardian) = (WARD.to_account_id(), PARENT.to_account_id());
	calls.push(registry::in_care(ward.clone(), guardian.clone()));
	calls.push(consent::standing_policy(guardian, ward));
	calls
}
