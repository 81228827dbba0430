//! What is negotiated.

use super::names;
use crate::rpc::forms::TermsForm;
use ownome_primitives::{Ancestry, DatasetId, Ethics, Match, Moment, Proposal, ProposalId};
use ownome_runtime::AccountId;
use serde::Serialize;
use sp_core::H256;

/// An offer that waits for an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProposalAnswer {
	/// The proposal that was asked for.
	id: ProposalId,
	/// The dataset asked for.
	dataset: DatasetId,
	/// To whom it is addressed.
	owner: AccountId,
	/// Who asks, and in whose account the price is held.
	requester: AccountId,
	/// What is asked and offered now.
	terms: TermsForm,
	/// By which who agrees names these terms.
	terms_hash: H256,
	/// Whose answer it waits for: `owner` or `requester`.
	turn: &'static str,
	/// How many counter-offers there were.
	round: u8,
	/// How much is held for it, in 10^-18 `DATA`.
	held: String,
	/// When the offer was made.
	offered_at: Moment,
	/// Until when an answer may come, inclusive.
	answer_by: Moment,
	/// Whether an ethics committee has to sign before a grant can come of it.
	ethics: EthicsAnswer,
	/// What was proven with the offer: which diseases are kinds of others.
	proven: Vec<AncestryAnswer>,
	/// Who made the owner's last counter-offer.
	countered_by: Option<AccountId>,
}

impl ProposalAnswer {
	/// The answer to a question for proposal `id`.
	pub fn new(id: ProposalId, proposal: Proposal<AccountId>) -> Self {
		Self {
			id,
			dataset: proposal.dataset,
			owner: proposal.owner,
			requester: proposal.requester,
			terms_hash: proposal.terms.hash().0.into(),
			terms: proposal.terms.into(),
			turn: names::party(proposal.turn),
			round: proposal.round,
			held: proposal.held.to_string(),
			offered_at: proposal.offered_at,
			answer_by: proposal.answer_by,
			ethics: proposal.ethics.into(),
			proven: proposal.proven.into_iter().map(AncestryAnswer::from).collect(),
			countered_by: proposal.countered_by,
		}
	}
}

/// Whether an ethics committee has to sign: `status`, and who did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "status", rename_all = "camelCase")]
pub enum EthicsAnswer {
	/// It has not.
	NotNeeded,
	/// It has, and nobody has signed these terms.
	Needed,
	/// It has signed these terms.
	Signed {
		/// The member that did.
		by: AccountId,
	},
}

impl From<Ethics<AccountId>> for EthicsAnswer {
	fn from(ethics: Ethics<AccountId>) -> Self {
		match ethics {
			Ethics::NotNeeded => Self::NotNeeded,
			Ethics::Needed => Self::Needed,
			Ethics::Signed(by) => Self::Signed { by },
		}
	}
}

/// A clause of a policy that consents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MatchAnswer {
	/// Its number, from 0.
	clause: u8,
	/// The hash of the policy that it is a clause of.
	policy: H256,
}

impl From<Match> for MatchAnswer {
	fn from(matched: Match) -> Self {
		Self { clause: matched.clause, policy: matched.policy.into() }
	}
}

/// One disease is a kind of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AncestryAnswer {
	/// The narrower disease, `MONDO:0005148` for example.
	descendant: String,
	/// The wider disease.
	ancestor: String,
}

impl From<Ancestry> for AncestryAnswer {
	fn from(pair: Ancestry) -> Self {
		Self { descendant: pair.descendant.to_string(), ancestor: pair.ancestor.to_string() }
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use ownome_primitives::{Balance, Mondo, Party, Scope, Terms};
	use serde_json::json;
	use sp_keyring::Sr25519Keyring::{Alice, Bob};
	use sp_runtime::Percent;

	const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
	const BOB: &str = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";

	#[test]
	fn a_proposal_has_its_terms_and_their_hash() {
		let terms = Terms {
			purpose: Default::default(),
			scope: Scope::Whole,
			period: 1_000,
			price: Balance::MAX,
			upfront: Percent::from_percent(10),
			accesses: None,
		};
		let hash = H256(terms.hash().0);
		let proposal = Proposal {
			dataset: 7,
			owner: Alice.to_account_id(),
			requester: Bob.to_account_id(),
			terms,
			turn: Party::Requester,
			round: 2,
			held: Balance::MAX - 1,
			offered_at: 5,
			answer_by: 6,
			ethics: Ethics::Signed(Bob.to_account_id()),
			proven: vec![Ancestry { descendant: Mondo(5_148), ancestor: Mondo(5_015) }]
				.try_into()
				.unwrap(),
			countered_by: Some(Alice.to_account_id()),
		};
		assert_eq!(
			json!(ProposalAnswer::new(4, proposal)),
			json!({
				"id": 4,
				"dataset": 7,
				"owner": ALICE,
				"requester": BOB,
				"terms": {
					"purpose": { "sensitive": [] },
					"scope": "whole",
					"period": 1_000,
					"price": "340282366920938463463374607431768211455",
					"upfront": 10,
					"accesses": null,
				},
				"termsHash": hash,
				"turn": "requester",
				"round": 2,
				"held": "340282366920938463463374607431768211454",
				"offeredAt": 5,
				"answerBy": 6,
				"ethics": { "status": "signed", "by": BOB },
				"proven": [{ "descendant": "MONDO:0005148", "ancestor": "MONDO:0005015" }],
				"counteredBy": ALICE,
			})
		);
	}

	#[test]
	fn ethics_has_a_status() {
		assert_eq!(json!(EthicsAnswer::from(Ethics::NotNeeded)), json!({ "status": "notNeeded" }));
		assert_eq!(json!(EthicsAnswer::from(Ethics::Needed)), json!({ "status": "needed" }));
	}
}
