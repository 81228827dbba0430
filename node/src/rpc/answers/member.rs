//! Members of the consortium.

use super::names;
use ownome_primitives::{Member, Moment};
use ownome_runtime::AccountId;
use serde::Serialize;
use sp_core::H256;

/// A member, with what the consortium vouches for about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MemberAnswer {
	/// The account that was asked for.
	pub account: AccountId,
	/// The institution that it belongs to, by its ROR id for example.
	pub institution: String,
	/// Where the institution is: two letters of ISO 3166-1.
	pub country: String,
	/// Whether the institution is a not-for-profit organisation.
	pub not_for_profit: bool,
	/// What it is accredited for: `requester`, `attester`, `custodian`, `ethics`, `clinician`, `validator` or `auditor`.
	pub roles: Vec<&'static str>,
	/// X25519 public key for which owners make data readable.
	pub encryption_key: H256,
	/// Hash of the accreditation document.
	pub credential: H256,
	/// `good` or `suspended`.
	pub standing: &'static str,
	/// When it was admitted.
	pub admitted_at: Moment,
}

impl MemberAnswer {
	/// The answer to a question for `account`.
	pub fn new(account: AccountId, member: Member) -> Self {
		Self {
			account,
			institution: member.profile.institution.to_string(),
			country: member.profile.country.to_string(),
			not_for_profit: member.profile.not_for_profit,
			roles: member.roles.into_iter().map(names::role).collect(),
			encryption_key: member.encryption_key.into(),
			credential: member.credential.into(),
			standing: names::standing(member.standing),
			admitted_at: member.admitted_at,
		}
	}
}
